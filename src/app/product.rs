//! What can be exported of a run, as files.
//!
//! A run is trained once more for it: equal experiments give equal records, and no long record
//! is copied to another thread.

use std::path::Path;

use crate::export::run_npz::{self, FullSize};
use crate::export::{Figure, FigureError, RunView, Subject, curves};
use crate::files::{self, FileError};
use crate::model::{Experiment, Outcome, Record, Setup, Training};

/// Pixels of a PNG for each of the figure's units: fit for print.
const PNG_SCALE: f64 = 3.0;

/// Something that can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    /// Loss and modes.
    Dynamics {
        /// The loss on a logarithmic axis.
        is_log: bool,
    },
    /// The similarity matrix of a hidden layer at an epoch.
    Rsm {
        /// The epoch.
        epoch: usize,
        /// The hidden layer, from 0.
        layer: usize,
    },
    /// The predictions of the watched pairs.
    Illusions,
    /// All curves, as CSV.
    Curves,
    /// Everything, as .npz.
    Run,
    /// A PyTorch script that repeats the run.
    Script,
}

impl Product {
    /// How its files' names may end.
    pub(super) fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Dynamics { .. } | Self::Rsm { .. } | Self::Illusions => &["png", "svg"],
            Self::Curves => &["csv"],
            Self::Run => &["npz"],
            Self::Script => &["py"],
        }
    }

    /// A name to begin with.
    pub(super) fn suggested_name(self) -> String {
        match self {
            Self::Dynamics { .. } => "dynamics.png".to_owned(),
            Self::Rsm { epoch, .. } => format!("rsm-{epoch}.png"),
            Self::Illusions => "illusions.png".to_owned(),
            Self::Curves => "curves.csv".to_owned(),
            Self::Run => "run.npz".to_owned(),
            Self::Script => "run.py".to_owned(),
        }
    }

    /// The key of its name.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Dynamics { .. } => "export-dynamics",
            Self::Rsm { .. } => "export-rsm",
            Self::Illusions => "export-illusions",
            Self::Curves => "export-curves",
            Self::Run => "export-run",
            Self::Script => "export-script",
        }
    }

    /// Makes it and writes it.
    pub(super) fn write(self, path: &Path, experiment: &Experiment) -> Result<(), FileError> {
        let ending = files::ending(path, self.endings())?;
        if self == Self::Script {
            return files::write_script(path, experiment);
        }
        let mut setup = Setup::new(experiment, None);
        let (record, outcome) = trained(experiment, &mut setup);
        let watched = experiment.pair_names();
        let view = RunView::of(experiment, &watched, &record, outcome);
        match self {
            Self::Curves => files::write_with(path, |mut file| {
                curves::write(&view, &mut file)?;
                Ok(file)
            }),
            Self::Run => {
                let full_size = FullSize::of(experiment, &mut setup);
                let write = |file| run_npz::write(file, experiment, &view, &full_size);
                files::write_with(path, write)
            }
            Self::Dynamics { .. } | Self::Rsm { .. } | Self::Illusions | Self::Script => {
                let bytes = self.figure(&view, ending);
                let refused = |reason| FileError::Figure {
                    path: path.to_owned(),
                    reason,
                };
                files::write(path, &bytes.map_err(refused)?)
            }
        }
    }

    /// Its figure as a PNG.
    pub(super) fn picture(self, experiment: &Experiment) -> Result<Vec<u8>, FigureError> {
        let (record, outcome) = trained(experiment, &mut Setup::new(experiment, None));
        let watched = experiment.pair_names();
        let view = RunView::of(experiment, &watched, &record, outcome);
        self.figure(&view, "png")
    }

    fn figure(self, view: &RunView<'_>, ending: &str) -> Result<Vec<u8>, FigureError> {
        let (subject, is_log) = match self {
            Self::Rsm { epoch, layer } => (Subject::Rsm { epoch, layer }, false),
            Self::Illusions => (Subject::Illusions, false),
            Self::Dynamics { is_log } => (Subject::Dynamics, is_log),
            Self::Curves | Self::Run | Self::Script => (Subject::Dynamics, false),
        };
        let figure = Figure::draw(view, subject, is_log)?;
        if ending == "svg" {
            Ok(figure.svg().as_bytes().to_vec())
        } else {
            figure.png(PNG_SCALE)
        }
    }
}

fn trained(experiment: &Experiment, setup: &mut Setup) -> (Record, Outcome) {
    let shape = experiment.row_shape();
    let network = setup.network(experiment);
    let training = Training::new(network, experiment.lr, experiment.n_epochs, shape);
    let (record, outcome, _) = training.run(shape);
    (record, outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Product; 6] = [
        Product::Dynamics { is_log: true },
        Product::Rsm {
            epoch: 150,
            layer: 0,
        },
        Product::Illusions,
        Product::Curves,
        Product::Run,
        Product::Script,
    ];

    #[test]
    fn every_product_is_written_and_is_what_its_name_says() {
        let folder = tempfile::tempdir().unwrap();
        let experiment = crate::presets::shark();
        for product in ALL {
            for ending in product.endings() {
                let path = folder.path().join(format!("x.{ending}"));
                product.write(&path, &experiment).unwrap();
                let bytes = std::fs::read(&path).unwrap();
                let begins: &[u8] = match *ending {
                    "png" => b"\x89PNG",
                    "svg" => b"<svg",
                    "csv" => b"epoch,loss,mode_1",
                    "npz" => b"PK",
                    _ => b"# A run of modescope",
                };
                assert!(bytes.starts_with(begins), "{product:?} {ending}");
            }
        }
    }

    #[test]
    fn a_wrong_ending_and_a_layer_that_is_not_there_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let mut experiment = Experiment::default();
        let path = folder.path().join("x.jpg");
        for product in ALL {
            assert!(matches!(
                product.write(&path, &experiment),
                Err(FileError::Ending { .. })
            ));
        }
        experiment.hidden = Vec::new();
        let rsm = Product::Rsm { epoch: 3, layer: 0 };
        let refused = rsm.write(&folder.path().join("x.svg"), &experiment);
        assert!(matches!(refused, Err(FileError::Figure { .. })));
    }
}
