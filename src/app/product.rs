//! What can be exported of a run, as files.
//!
//! A run is trained once more for it: equal experiments give equal records, and no long record
//! is copied to another thread.

use std::path::Path;

use super::picture::Picture;
use crate::experiment::Experiment;
use crate::export::run_npz::{self, FullSize};
use crate::export::{FigureError, RunView, curves};
use crate::files::{self, FileError};
use crate::model::Setup;
use crate::model::run::run_from;

/// Something that can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    /// A figure.
    Figure(Picture),
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
            Self::Figure(_) => &["png", "svg"],
            Self::Curves => &["csv"],
            Self::Run => &["npz"],
            Self::Script => &["py"],
        }
    }

    /// A name to begin with.
    pub(super) fn suggested_name(self) -> String {
        match self {
            Self::Figure(picture) => picture.plot.suggested_name(),
            Self::Curves => "curves.csv".to_owned(),
            Self::Run => "run.npz".to_owned(),
            Self::Script => "run.py".to_owned(),
        }
    }

    /// The key of its name.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Figure(_) => "export-figure",
            Self::Curves => "export-curves",
            Self::Run => "export-run",
            Self::Script => "export-script",
        }
    }

    /// Makes it and writes it.
    pub(super) fn write(self, path: &Path, experiment: &Experiment) -> Result<(), FileError> {
        let ending = files::ending(path, self.endings())?;
        let mut setup = Setup::new(experiment, None);
        let watched = experiment.pair_names();
        match self {
            Self::Figure(picture) => {
                let bytes = picture.bytes(experiment, ending);
                let refused = |reason| FileError::Figure {
                    path: path.to_owned(),
                    reason,
                };
                files::write(path, &bytes.map_err(refused)?)
            }
            Self::Curves => {
                let (record, outcome) = run_from(experiment, &mut setup);
                let view = RunView::of(experiment, &watched, &record, outcome);
                files::write_with(path, |mut file| {
                    curves::write(&view, &mut file)?;
                    Ok(file)
                })
            }
            Self::Run => {
                let (record, outcome) = run_from(experiment, &mut setup);
                let view = RunView::of(experiment, &watched, &record, outcome);
                let full_size = FullSize::of(experiment, &mut setup);
                let write = |file| run_npz::write(file, experiment, &view, &full_size);
                files::write_with(path, write)
            }
            Self::Script => files::write_script(path, experiment),
        }
    }

    /// Its figure as a PNG; of what is no figure there is none.
    pub(super) fn picture(self, experiment: &Experiment) -> Result<Vec<u8>, FigureError> {
        match self {
            Self::Figure(picture) => picture.bytes(experiment, "png"),
            Self::Curves | Self::Run | Self::Script => Err(FigureError::Empty),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::picture::{Plot, Scale};
    use super::*;
    use crate::export::Subject;

    /// Everything that there is.
    fn all() -> Vec<Product> {
        let figure = |plot| {
            Product::Figure(Picture {
                plot,
                is_log: true,
                scale: Scale::default(),
            })
        };
        let figures = Plot::all(150, 0).into_iter().map(figure);
        let others = [Product::Curves, Product::Run, Product::Script];
        figures.chain(others).collect()
    }

    #[test]
    fn every_product_is_written_and_is_what_its_name_says() {
        let folder = tempfile::tempdir().unwrap();
        let experiment = crate::presets::shark();
        for product in all() {
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
        for product in all() {
            assert!(matches!(
                product.write(&path, &experiment),
                Err(FileError::Ending { .. })
            ));
        }
        experiment.hidden = Vec::new();
        let rsm = Product::Figure(Picture {
            plot: Plot::OfRun(Subject::Rsm { epoch: 3, layer: 0 }),
            is_log: false,
            scale: Scale::default(),
        });
        let refused = rsm.write(&folder.path().join("x.svg"), &experiment);
        assert!(matches!(refused, Err(FileError::Figure { .. })));
    }
}
