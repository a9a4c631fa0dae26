//! What is exported of a run, made and written.
//!
//! For a file, a run is trained once more: equal experiments give equal records, also where the
//! window's run has not ended. A figure for the clipboard is what is shown, from the window's run.

use std::path::Path;
use std::sync::Arc;

use crate::app::command::picture::{Picture, Plot};
use crate::app::command::product::Product;
use crate::app::run::Run;
use crate::experiment::Experiment;
use crate::export::run_npz::{self, FullSize};
use crate::export::{DataView, Figure, FigureError, RunView, Subject, curves};
use crate::files::{self, FileError};
use crate::model::run::run_from;
use crate::model::{Outcome, Record, Setup};
use crate::worker::RunFacts;

impl Plot {
    /// Width and height in the figure's units, for a run that is shown; `None` while it has not
    /// what is to be drawn.
    pub(crate) fn size(self, run: &Run) -> Option<[u32; 2]> {
        let Self::OfRun(subject) = self else {
            return Some(Figure::COMPARISON_SIZE);
        };
        let facts = &run.facts;
        let watched = facts.experiment.pair_names();
        let outcome = run
            .ending
            .map_or(Outcome::Finished, |ending| ending.outcome);
        let data = subject
            .needs_data()
            .then(|| DataView::of(&facts.experiment, &facts.dataset, facts.modes.clone()));
        let view = RunView {
            data: data.as_ref(),
            ..RunView::of(&facts.experiment, &watched, &run.record, outcome)
        };
        Figure::size(&view, subject).ok()
    }
}

/// The run that is shown, for another thread: shared with the window, not copied.
#[derive(Clone, Debug)]
pub(crate) struct ShownRun {
    facts: Arc<RunFacts>,
    record: Arc<Record>,
    outcome: Outcome,
}

impl ShownRun {
    /// As far as it has come.
    pub(crate) fn of(run: &Run) -> Self {
        Self {
            facts: Arc::clone(&run.facts),
            record: Arc::clone(&run.record),
            outcome: run
                .ending
                .map_or(Outcome::Finished, |ending| ending.outcome),
        }
    }
}

impl Picture {
    /// As a PNG, of the run that is shown. The comparison trains its other networks.
    pub(crate) fn png(self, run: &ShownRun) -> Result<Vec<u8>, FigureError> {
        let experiment = &run.facts.experiment;
        let figure = match self.plot {
            Plot::Comparison => Figure::compare(experiment, self.is_log)?,
            Plot::OfRun(subject) => {
                let modes = || run.facts.modes.clone();
                let data = subject
                    .needs_data()
                    .then(|| DataView::of(experiment, &run.facts.dataset, modes()));
                let watched = experiment.pair_names();
                let view = RunView {
                    data: data.as_ref(),
                    ..RunView::of(experiment, &watched, &run.record, run.outcome)
                };
                self.drawn(&view, subject)?
            }
        };
        figure.png(f64::from(self.scale.0))
    }

    /// As a file's bytes, a PNG unless its name ends with `svg`.
    fn bytes(self, experiment: &Experiment, ending: &str) -> Result<Vec<u8>, FigureError> {
        let figure = self.figure(experiment)?;
        if ending == "svg" {
            Ok(figure.svg().as_bytes().to_vec())
        } else {
            figure.png(f64::from(self.scale.0))
        }
    }

    fn figure(self, experiment: &Experiment) -> Result<Figure, FigureError> {
        let Plot::OfRun(subject) = self.plot else {
            return Figure::compare(experiment, self.is_log);
        };
        let mut setup = Setup::new(experiment, None);
        let (record, outcome) = run_from(experiment, &mut setup);
        let data = subject.needs_data().then(|| {
            let modes = setup.network(experiment).modes().clone();
            DataView::of(experiment, setup.dataset(), modes)
        });
        let watched = experiment.pair_names();
        let view = RunView {
            data: data.as_ref(),
            ..RunView::of(experiment, &watched, &record, outcome)
        };
        self.drawn(&view, subject)
    }

    fn drawn(self, view: &RunView<'_>, subject: Subject) -> Result<Figure, FigureError> {
        // The matrix stands beside the curves as the tutorial draws them.
        let is_log = self.is_log && subject == Subject::Dynamics;
        Figure::draw(view, subject, is_log)
    }
}

impl Product {
    /// Makes it and writes it.
    pub(crate) fn write(self, path: &Path, experiment: &Experiment) -> Result<(), FileError> {
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::picture::Scale;

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
    fn a_copied_figure_is_the_one_that_is_written() {
        let experiment = crate::presets::shark();
        let state = crate::app::run::RunState::trained(experiment.clone());
        let run = ShownRun::of(state.shown().unwrap());
        for plot in Plot::all(150, 0) {
            let picture = Picture {
                plot,
                is_log: true,
                scale: Scale::default(),
            };
            let written = picture.bytes(&experiment, "png").unwrap();
            assert!(picture.png(&run).unwrap() == written, "{plot:?}");
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
