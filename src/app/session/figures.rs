//! Figures of a run as the window shows it: of a run trained once more, for a file, or of the run
//! that is shown, for the clipboard.

use std::sync::Arc;

use super::on_screen::{Known, OnScreen, Others};
use crate::analysis::theory::Foreseen;
use crate::analysis::theory::foresee::foresee;
use crate::app::command::picture::{Picture, Plot};
use crate::app::run::Run;
use crate::experiment::Experiment;
use crate::export::paint::{Fonts, Format, Rendered};
use crate::export::{DataView, Figure, FigureError, RunView, Subject};
use crate::model::run::run_from;
use crate::model::{Outcome, Record, Setup};
use crate::picture::{English, TaughtPair};
use crate::worker::RunFacts;

/// The words of figures: English, until the window's catalogue has all phrases of pictures.
const WORDS: English = English;

/// The run that is shown, for another thread: shared with the window, not copied.
#[derive(Clone, Debug)]
pub(crate) struct ShownRun {
    facts: Arc<RunFacts>,
    record: Arc<Record>,
    outcome: Outcome,
    foreseen: Option<Arc<Foreseen>>,
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
            foreseen: run.foreseen.clone(),
        }
    }
}

impl Picture {
    /// As a PNG, of the run that is shown. The comparison trains its other networks.
    pub(crate) fn png(self, run: &ShownRun, on_screen: &OnScreen) -> Result<Rendered, FigureError> {
        let experiment = &run.facts.experiment;
        let Plot::OfRun(subject) = self.plot else {
            return self.comparison(experiment, on_screen, "png");
        };
        let data = DataView::of(experiment, &run.facts.dataset, run.facts.modes.clone());
        let needs_theory = needs_theory(subject, on_screen);
        let foreseen = run.foreseen.as_deref().filter(|_| needs_theory);
        let known = Known {
            foreseen: foreseen.cloned(),
            taught: TaughtPair::all(experiment, &run.facts.dataset),
        };
        let watched = experiment.pair_names();
        let view = RunView::of(experiment, &watched, &run.record, run.outcome).with_data(&data);
        self.drawn(experiment, &view, (subject, &known), on_screen, "png")
    }

    /// As a file's bytes by how its name ends, a PNG unless that is `svg` or `pdf`.
    pub(super) fn rendered(
        self,
        experiment: &Experiment,
        on_screen: &OnScreen,
        ending: &str,
    ) -> Result<Rendered, FigureError> {
        let Plot::OfRun(subject) = self.plot else {
            return self.comparison(experiment, on_screen, ending);
        };
        let mut setup = Setup::new(experiment, None);
        let (record, outcome) = run_from(experiment, &mut setup);
        let mut network = setup.network(experiment);
        let data = DataView::of(experiment, setup.dataset(), network.modes().clone());
        let foreseen = needs_theory(subject, on_screen)
            .then(|| foresee(experiment, &mut network, &mut || false));
        let known = Known {
            foreseen: foreseen.flatten(),
            taught: TaughtPair::all(experiment, setup.dataset()),
        };
        let watched = experiment.pair_names();
        let view = RunView::of(experiment, &watched, &record, outcome).with_data(&data);
        self.drawn(experiment, &view, (subject, &known), on_screen, ending)
    }

    fn comparison(
        self,
        experiment: &Experiment,
        on_screen: &OnScreen,
        ending: &str,
    ) -> Result<Rendered, FigureError> {
        let (words, fonts, known) = (WORDS, Fonts::new(), Known::default());
        let page = self.page.size();
        let options = on_screen.options(&known, &[], (&words, &fonts), page);
        let figure = Figure::compare(experiment, &options)?;
        figure.render(self.format(ending), &fonts)
    }

    fn drawn(
        self,
        experiment: &Experiment,
        view: &RunView<'_>,
        (subject, known): (Subject, &Known),
        on_screen: &OnScreen,
        ending: &str,
    ) -> Result<Rendered, FigureError> {
        let (words, fonts) = (WORDS, Fonts::new());
        let others = Others::of(&on_screen.pins);
        let runs = others.runs(&on_screen.pins, experiment);
        let page = self.page.size();
        let options = on_screen.options(known, &runs, (&words, &fonts), page);
        let figure = Figure::draw(view, subject, &options)?;
        figure.render(self.format(ending), &fonts)
    }

    fn format(self, ending: &str) -> Format {
        match ending {
            "svg" => Format::Svg,
            "pdf" => Format::Pdf,
            _ => Format::Png {
                dpi: f64::from(self.page.dpi),
            },
        }
    }
}

/// Whether what is foreseen of the run is in a figure: theory over the modes, or the steps of
/// predictions.
fn needs_theory(subject: Subject, on_screen: &OnScreen) -> bool {
    match subject {
        Subject::Dynamics | Subject::Rsm { .. } => on_screen.shows_theory(),
        Subject::Illusions => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::commands::Command;
    use crate::app::command::picture::Page;
    use crate::app::run::RunState;
    use crate::app::session::pins::Pins;
    use crate::experiment::view::{LearningOptions, TheoryShown};

    fn on_screen() -> OnScreen {
        OnScreen {
            learning: LearningOptions {
                is_log: true,
                theory: TheoryShown::Both,
                ..LearningOptions::default()
            },
            ..OnScreen::default()
        }
    }

    #[test]
    fn a_copied_figure_is_the_one_that_is_written() {
        let experiment = crate::presets::shark();
        let state = RunState::trained(experiment.clone());
        let run = ShownRun::of(state.shown().unwrap());
        let on_screen = OnScreen::default();
        let kinds = Command::all().filter_map(|command| match command {
            Command::ExportFigure(kind) => Some(kind),
            _ => None,
        });
        for plot in kinds.map(|kind| kind.plot(150, 0)) {
            // The worker foresees after a run, which is not waited for here.
            if plot == Plot::OfRun(Subject::Illusions) {
                continue;
            }
            let page = Page::default();
            let picture = Picture { plot, page };
            let written = picture.rendered(&experiment, &on_screen, "png").unwrap();
            assert!(
                picture.png(&run, &on_screen).unwrap() == written,
                "{plot:?}"
            );
        }
    }

    #[test]
    fn pins_theory_and_axes_of_the_window_are_in_the_figure() {
        let experiment = crate::presets::shark();
        let slower = Experiment {
            lr: 60.0,
            ..experiment.clone()
        };
        let mut pins = Pins::default();
        pins.pin(RunState::trained(slower).shown().unwrap());
        let name = pins.all[0].name.clone();
        let picture = Picture {
            plot: Plot::OfRun(Subject::Dynamics),
            page: Page::default(),
        };
        let svg = |on_screen: &OnScreen| {
            let rendered = picture.rendered(&experiment, on_screen, "svg").unwrap();
            String::from_utf8(rendered.bytes).unwrap()
        };
        let plain = svg(&OnScreen::default());
        let shown = svg(&OnScreen {
            pins: pins.all,
            ..on_screen()
        });
        for words in [name.as_str(), "theory", "10⁻"] {
            assert!(shown.contains(words) && !plain.contains(words), "{words}");
        }
    }
}
