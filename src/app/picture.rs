//! A figure as the window exports it: which one, and how many pixels it has as a PNG.
//!
//! A run is trained once more for it: equal experiments give equal records, and no long record
//! is copied to another thread.

use super::run_state::Run;
use crate::analysis::comparison;
use crate::experiment::Experiment;
use crate::export::{DataView, Figure, FigureError, RunView, Subject};
use crate::model::run::run_from;
use crate::model::{Outcome, Setup};

/// A figure and how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Which one.
    pub plot: Plot,
    /// The loss on a logarithmic axis, where there is one.
    pub is_log: bool,
    /// How large a PNG is.
    pub scale: Scale,
}

/// The figures that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plot {
    /// A figure of the run.
    OfRun(Subject),
    /// The loss of regression, a network without a hidden layer and the experiment's own.
    Comparison,
}

/// Pixels of a PNG for each of the figure's units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale(u8);

impl Scale {
    /// All that are offered.
    pub(super) const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// How it is written: `2×`.
    pub(super) fn name(self) -> String {
        format!("{}×", self.0)
    }

    /// A figure's size in pixels.
    pub(super) fn of(self, size: [u32; 2]) -> [u32; 2] {
        size.map(|side| side * u32::from(self.0))
    }
}

impl Default for Scale {
    /// Fit for print.
    fn default() -> Self {
        Self(3)
    }
}

impl Plot {
    /// All figures, those of an epoch or a hidden layer at these.
    pub(super) fn all(epoch: usize, layer: usize) -> [Self; 9] {
        [
            Self::OfRun(Subject::Dynamics),
            Self::OfRun(Subject::Rsm { epoch, layer }),
            Self::OfRun(Subject::Map { epoch, layer }),
            Self::OfRun(Subject::Tree { epoch, layer }),
            Self::OfRun(Subject::Illusions),
            Self::OfRun(Subject::Data),
            Self::OfRun(Subject::Spectrum),
            Self::OfRun(Subject::Modes),
            Self::Comparison,
        ]
    }

    /// The key of its name.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::OfRun(Subject::Dynamics) => "picture-dynamics",
            Self::OfRun(Subject::Rsm { .. }) => "picture-rsm",
            Self::OfRun(Subject::Illusions) => "picture-illusions",
            Self::OfRun(Subject::Data) => "picture-data",
            Self::OfRun(Subject::Spectrum) => "picture-spectrum",
            Self::OfRun(Subject::Modes) => "picture-modes",
            Self::OfRun(Subject::Map { .. }) => "picture-map",
            Self::OfRun(Subject::Tree { .. }) => "picture-tree",
            Self::Comparison => "picture-comparison",
        }
    }

    /// The key of why an experiment has no such figure; none where it has.
    pub(super) fn missing(self, experiment: &Experiment) -> Option<&'static str> {
        match self {
            Self::OfRun(Subject::Rsm { .. } | Subject::Map { .. } | Subject::Tree { .. })
                if experiment.hidden.is_empty() =>
            {
                Some("rsm-none")
            }
            Self::OfRun(Subject::Illusions) if experiment.watched.is_empty() => {
                Some("figure-nothing-watched")
            }
            Self::Comparison if comparison::is_too_large(experiment) => {
                Some("regression-too-large")
            }
            _ => None,
        }
    }

    /// A file's name to begin with.
    pub(super) fn suggested_name(self) -> String {
        let name = self.key().trim_start_matches("picture-");
        match self {
            Self::OfRun(subject) => match subject.epoch() {
                Some(epoch) => format!("{name}-{epoch}.png"),
                None => format!("{name}.png"),
            },
            Self::Comparison => format!("{name}.png"),
        }
    }

    /// Width and height in the figure's units, for a run that is shown; none while it has not
    /// what is to be drawn.
    pub(super) fn size(self, run: &Run) -> Option<[u32; 2]> {
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

impl Picture {
    /// As a file's bytes, a PNG unless its name ends with `svg`.
    pub(super) fn bytes(
        self,
        experiment: &Experiment,
        ending: &str,
    ) -> Result<Vec<u8>, FigureError> {
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
        // The matrix stands beside the curves as the tutorial draws them.
        let is_log = self.is_log && subject == Subject::Dynamics;
        Figure::draw(&view, subject, is_log)
    }
}
