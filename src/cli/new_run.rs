//! A run that is trained for a figure, on data of one's own.

use std::path::Path;

use clap::Args;

use super::choices::RunArguments;
use super::data_choices::{self, DataChoices};
use super::epochs::Epochs;
use super::failure::Failure;
use super::rate::Rate;
use super::train;

/// The data, and how the notebook's network is trained on them.
#[derive(Debug, Args)]
pub(super) struct NewRun {
    #[command(flatten)]
    own: DataChoices,
    /// Learning rate: a number, `auto`, or a share of the stability limit such as `0.5x`
    /// [default: auto].
    #[arg(
        long,
        value_name = "LR",
        requires = "data",
        allow_negative_numbers = true,
        help_heading = "Training on --data"
    )]
    lr: Option<Rate>,
    /// Initialisation scale [default: 1e-12].
    #[arg(
        long,
        requires = "data",
        allow_negative_numbers = true,
        help_heading = "Training on --data"
    )]
    gamma: Option<f64>,
    /// Units of each hidden layer, separated by commas; 0 for no hidden layer [default: 30].
    #[arg(
        long,
        value_name = "N,…",
        value_delimiter = ',',
        requires = "data",
        help_heading = "Training on --data"
    )]
    hidden: Option<Vec<usize>>,
    /// Number of epochs, or `auto`, as in train; --epochs says which of them are drawn
    /// [default: 250].
    #[arg(
        long,
        value_name = "N",
        requires = "data",
        help_heading = "Training on --data"
    )]
    n_epochs: Option<Epochs>,
}

impl NewRun {
    /// Whether there is data for a run.
    pub(super) fn has_data(&self) -> bool {
        self.own.data.is_some()
    }

    /// Trains, and gives the name of the data and the run as `train --out RUN.npz` writes it; the
    /// file of the data is not to be replaced by `out`.
    pub(super) fn archive(&self, out: &Path) -> Result<(String, Vec<u8>), Failure> {
        let own = self.own.clone();
        let name = own.data.as_deref().map(data_choices::name);
        let controls = RunArguments::on_own(own, self.lr, self.gamma);
        let controls = controls.of_size(self.hidden.clone(), self.n_epochs);
        controls.spare(out)?;
        let mut experiment = controls.experiment()?;
        controls.settle(&mut experiment, 1);
        let archive = train::archive(&experiment)?;
        Ok((name.unwrap_or_default(), archive))
    }
}
