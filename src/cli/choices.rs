//! The arguments that say what is trained, the same for every command that trains.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::data_choices::{self, DataChoices, tell_reading};
use super::epochs::{self, Epochs};
use super::failure::Failure;
use super::named::{self, FeatureArgument};
use super::rate::{self, Rate};
use crate::data::{Dataset, Shared, npz};
use crate::experiment::{Experiment, ExperimentError, Field, taught};
use crate::files;
use crate::presets;

/// One run: everything of it.
#[derive(Debug, Args)]
pub(super) struct RunArguments {
    /// Learning rate (eta): a number, a share of the stability limit such as `0.5x`, or `auto`,
    /// which fits the data and is taken with --data [notebook: 100].
    #[arg(
        long,
        value_name = "LR",
        allow_negative_numbers = true,
        help_heading = "Training"
    )]
    lr: Option<Rate>,
    /// Initialisation scale [notebook: 1e-12].
    #[arg(long, allow_negative_numbers = true, help_heading = "Training")]
    gamma: Option<f64>,
    #[command(flatten)]
    choices: ExperimentArguments,
    #[command(flatten)]
    values: SingleValues,
}

impl RunArguments {
    /// The notebook's network on data of one's own.
    pub(super) fn on_own(own: DataChoices, lr: Option<Rate>, gamma: Option<f64>) -> Self {
        let choices = ExperimentArguments {
            own,
            ..ExperimentArguments::default()
        };
        Self {
            lr,
            gamma,
            choices,
            values: SingleValues::default(),
        }
    }

    /// With these hidden layers and so many epochs, where they are said.
    pub(super) fn of_size(mut self, hidden: Option<Vec<usize>>, epochs: Option<Epochs>) -> Self {
        (self.values.hidden, self.values.epochs) = (hidden, epochs);
        self
    }

    /// The experiment they make, with all but the number of epochs where that is to be found; see
    /// [`Self::settle`].
    pub(super) fn experiment(&self) -> Result<Experiment, Failure> {
        let mut experiment = self.choices.experiment(&self.values)?;
        if self.gamma.is_some() {
            check_gamma(&experiment)?;
        }
        let lr = self.lr.unwrap_or(self.choices.usual_lr(&experiment));
        experiment.lr = rate::numbers(&[lr], &experiment)[0];
        experiment.gamma = self.gamma.unwrap_or(experiment.gamma);
        experiment.validate()?;
        Ok(experiment)
    }

    /// Finds the number of epochs where `--epochs auto` asks for it: enough for each of `n_draws`
    /// first draws.
    pub(super) fn settle(&self, experiment: &mut Experiment, n_draws: usize) {
        if self.values.epochs == Some(Epochs::Auto) {
            epochs::settle(experiment, n_draws);
        }
    }

    /// See [`ExperimentArguments::spare`].
    pub(super) fn spare(&self, out: &Path) -> Result<(), Failure> {
        self.choices.spare(out)
    }
}

/// Refuses a gamma for weights that it does not scale.
pub(super) fn check_gamma(experiment: &Experiment) -> Result<(), Failure> {
    if experiment.weights.is_some() {
        return Err(Failure::usage(
            "--gamma scales weights that are drawn, and here they are given",
        ));
    }
    Ok(())
}

/// What a run has one value of and a sweep many, besides lr and gamma.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct SingleValues {
    /// Levels of the tree below its root [notebook: 3].
    #[arg(long, value_name = "N", conflicts_with = "data", help_heading = "Data")]
    pub(super) levels: Option<usize>,
    /// Probability that a node flips a feature's sign [notebook: 0.15].
    #[arg(
        long,
        value_name = "P",
        conflicts_with = "data",
        allow_negative_numbers = true,
        help_heading = "Data"
    )]
    pub(super) flip: Option<f64>,
    /// Units of each hidden layer, separated by commas; 0 for no hidden layer [notebook: 30].
    #[arg(
        long,
        value_name = "N,…",
        value_delimiter = ',',
        help_heading = "Network"
    )]
    pub(super) hidden: Option<Vec<usize>>,
    /// Number of epochs, or `auto`: until the loss has settled, at most 100000 [notebook: 250].
    #[arg(long, value_name = "N", help_heading = "Training")]
    pub(super) epochs: Option<Epochs>,
}

/// What every run of a sweep has in common. Everything has the notebook's value unless told
/// otherwise.
#[derive(Debug, Default, Args)]
pub(super) struct ExperimentArguments {
    /// Begin with a setting by name; what else is given changes it.
    #[arg(long, value_name = "NAME", value_parser = preset_names(), help_heading = "Where to begin")]
    preset: Option<String>,
    /// Begin with an experiment file, as the window saves it; what else is given changes it.
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "preset",
        help_heading = "Where to begin"
    )]
    experiment: Option<PathBuf>,

    /// Branches of each node of the tree [notebook: 2].
    #[arg(long, value_name = "N", conflicts_with = "data", help_heading = "Data")]
    branches: Option<usize>,
    /// Number of features drawn from the tree [notebook: 10000].
    #[arg(long, value_name = "N", conflicts_with = "data", help_heading = "Data")]
    features: Option<usize>,
    /// numpy's seed for the tree's features [notebook: 2021].
    #[arg(
        long,
        value_name = "SEED",
        conflicts_with = "data",
        help_heading = "Data"
    )]
    data_seed: Option<u32>,
    #[command(flatten)]
    own: DataChoices,
    /// A feature of one's own, with a value for each item; may be given several times.
    #[arg(long, value_name = "NAME=+1,-1,…", help_heading = "Data")]
    feature: Vec<FeatureArgument>,
    /// A prediction to record, by names or by indices from 0 (−1 is the last); may be given
    /// several times [default: 0:-1].
    #[arg(
        long,
        value_name = "ITEM:FEATURE",
        allow_hyphen_values = true,
        help_heading = "Data"
    )]
    watch: Vec<String>,

    /// torch's seed for the first weights [notebook: 2021].
    #[arg(long, value_name = "SEED", help_heading = "Network")]
    seed: Option<u32>,
    /// First weights `W1` … `WL` from an .npz, taken as they are: gamma does not scale them.
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["hidden", "seed"],
        help_heading = "Network"
    )]
    init: Option<PathBuf>,
}

/// The preset that it begins with where nothing is said.
const NOTEBOOK: &str = "notebook";

fn preset_names() -> PossibleValuesParser {
    PossibleValuesParser::new(presets::all().map(|preset| preset.name()))
}

impl ExperimentArguments {
    /// The experiment that they make with these values; lr and gamma are still those it began with.
    pub(super) fn experiment(&self, values: &SingleValues) -> Result<Experiment, Failure> {
        let begun = self.begun()?;
        let mut experiment = if let Some((name, mut own)) = self.own.read()? {
            own.weights = None; // those come with --init
            begun.on_own(name, own)
        } else {
            tell_reading(&begun);
            self.on_tree(&begun, values)?
        };
        if let Some(hidden) = &values.hidden {
            experiment.hidden = match hidden.as_slice() {
                [0] => Vec::new(),
                widths => widths.to_vec(),
            };
        }
        // Weights that it began with do not silently become a draw where they do not fit.
        experiment.weights = begun.weights.filter(|_| self.init.is_none());
        if let Some(Epochs::Number(n_epochs)) = values.epochs {
            experiment.n_epochs = n_epochs;
        }
        if !self.feature.is_empty() {
            let features = self.feature.iter().map(|feature| feature.0.clone());
            experiment.user_features.extend(features);
            experiment.watch_last_feature();
        }
        experiment.validate().map_err(|error| self.refused(error))?;
        if let Some(path) = &self.init {
            let named_in = self.experiment.as_deref();
            experiment = from_weights(&experiment, path, named_in)?;
        }
        if !self.watch.is_empty() {
            let pairs = self.watch.iter().map(|text| named::pair(text, &experiment));
            experiment.watched = pairs.collect::<Result<_, _>>()?;
        }
        Ok(experiment)
    }

    /// The learning rate where none is asked for: the one it began with fits only its own data.
    pub(super) fn usual_lr(&self, begun: &Experiment) -> Rate {
        if self.own.data.is_some() {
            Rate::Auto
        } else {
            Rate::Number(begun.lr)
        }
    }

    /// Refuses to write over a file that the experiment is read from.
    pub(super) fn spare(&self, out: &Path) -> Result<(), Failure> {
        let options = [
            ("--data", &self.own.data),
            ("--init", &self.init),
            ("--experiment", &self.experiment),
        ];
        for (option, path) in options {
            if let Some(path) = path {
                not_the_same(option, path, out)?;
            }
        }
        Ok(())
    }

    /// The experiment that the arguments begin with, at the seeds that they ask for.
    fn begun(&self) -> Result<Experiment, Failure> {
        if let Some(path) = &self.experiment {
            let mut experiment = files::read_experiment(path)?.experiment;
            if let Some(seed) = self.seed {
                experiment.init_seed = seed;
                experiment.weights = None; // a seed asks for a draw
            }
            return Ok(experiment);
        }
        let name = self.preset.as_deref().unwrap_or(NOTEBOOK);
        let preset = presets::all().find(|preset| preset.name() == name);
        let preset = preset.ok_or_else(|| Failure::usage(format!("there is no preset {name}")))?;
        Ok(preset.at_seeds(self.data_seed, self.seed))
    }

    /// Why the experiment cannot be run, and what to do where it is for the weights it began with.
    fn refused(&self, error: ExperimentError) -> Failure {
        let remedy = match (error.field, &self.experiment) {
            (Field::Weights, Some(_)) => "; --seed draws some, and --init reads others",
            (Field::Weights, None) => "; they come with the preset, and --init reads others",
            _ => "",
        };
        Failure::usage(format!("{error}{remedy}"))
    }

    /// `begun` with another tree, where one is asked for.
    fn on_tree(&self, begun: &Experiment, values: &SingleValues) -> Result<Experiment, Failure> {
        let mut experiment = begun.clone();
        let wants_tree = values.levels.or(self.branches).or(self.features).is_some()
            || values.flip.is_some()
            || self.data_seed.is_some();
        if !wants_tree {
            return Ok(experiment);
        }
        let Some(tree) = experiment.data.tree_mut() else {
            return Err(Failure::usage(
                "--levels, --branches, --flip, --features and --data-seed are for data drawn from \
                 a tree, and this experiment has data of its own",
            ));
        };
        tree.levels = values.levels.unwrap_or(tree.levels);
        tree.branches = self.branches.unwrap_or(tree.branches);
        tree.flip = values.flip.unwrap_or(tree.flip);
        tree.n_features = self.features.unwrap_or(tree.n_features);
        tree.seed = self.data_seed.unwrap_or(tree.seed);
        experiment.fit_after(begun);
        // Nothing of what is taught is made up or cut: where it does not fit, that is said.
        experiment.user_features.clone_from(&begun.user_features);
        Ok(experiment)
    }
}

/// `experiment` from the weights of that file. Where it has user features, the weights are theirs
/// too, so data and user features become one; `named_in` is the file that names the items.
fn from_weights(
    experiment: &Experiment,
    path: &Path,
    named_in: Option<&Path>,
) -> Result<Experiment, Failure> {
    let wrong_in = |path: &Path, reason| files::FileError::Data {
        path: path.to_owned(),
        reason,
    };
    let wrong = |reason| wrong_in(path, reason);
    let (n_items, n_outputs) = (experiment.data.n_items(), experiment.n_outputs());
    let weights = npz::read_weights_for(&files::read(path)?, n_items, n_outputs).map_err(wrong)?;
    let mut begun = experiment.clone();
    if !experiment.user_features.is_empty() {
        let dataset: &Dataset = &experiment.data.sample();
        let own = taught::taught(experiment, dataset)
            .map_err(|reason| wrong_in(named_in.unwrap_or(path), reason))?;
        begun = experiment.on_own(data_choices::name(path), own);
        begun.watched.clone_from(&experiment.watched);
    }
    let (_, inner) = weights
        .split_last()
        .ok_or_else(|| Failure::other("there are no weights"))?;
    begun.hidden = inner.iter().map(nalgebra::DMatrix::nrows).collect();
    begun.weights = Some(Shared::new(weights));
    begun.validate()?;
    Ok(begun)
}

/// Refuses to write over the file that `option` reads, by whatever name: a symbolic or hard link
/// to it is the same file.
pub(super) fn not_the_same(option: &str, read: &Path, out: &Path) -> Result<(), Failure> {
    // A file that is not there yet is no other's.
    if same_file::is_same_file(read, out).unwrap_or(false) {
        return Err(Failure::usage(format!(
            "{}: {option} reads this file, and it would be replaced; give --out another name",
            out.display()
        )));
    }
    Ok(())
}
