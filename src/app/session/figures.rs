//! Figures of a run as the window shows it: of a run trained once more, for a file, or of the run
//! that is shown, for the clipboard.

use std::sync::Arc;

use super::on_screen::{FigureFacts, OnScreen, PinNames};
use crate::analysis::theory::Foreseen;
use crate::analysis::theory::foresee::foresee;
use crate::app::command::picture::{Picture, Plot};
use crate::app::run::Run;
use crate::experiment::Experiment;
use crate::export::paint::{FigureFormat, Fonts, Rendered};
use crate::export::{DataView, Figure, FigureError, RunView, Subject};
use crate::model::run::run_from;
use crate::model::{Outcome, Record, Setup};
use crate::picture::TaughtPair;
use crate::worker::RunFacts;

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
            return self.of_no_run(experiment, on_screen, "png");
        };
        let data = DataView::of(experiment, &run.facts.dataset, run.facts.modes.clone());
        let needs_theory = needs_theory(subject, on_screen);
        let foreseen = run.foreseen.as_deref().filter(|_| needs_theory);
        let known = FigureFacts {
            foreseen: foreseen.cloned(),
            taught: TaughtPair::all(experiment, &run.facts.dataset),
        };
        let named = on_screen.words.named(experiment);
        let watched = named.pair_names();
        let view = RunView::of(&named, &watched, &run.record, run.outcome).with_data(&data);
        self.drawn(&view, (subject, &known), on_screen, "png")
    }

    /// As a file's bytes by how its name ends, a PNG unless that is `svg` or `pdf`.
    pub(super) fn rendered(
        self,
        experiment: &Experiment,
        on_screen: &OnScreen,
        ending: &str,
    ) -> Result<Rendered, FigureError> {
        let Plot::OfRun(subject) = self.plot else {
            return self.of_no_run(experiment, on_screen, ending);
        };
        let mut setup = Setup::new(experiment, None);
        let (record, outcome) = run_from(experiment, &mut setup);
        let mut network = setup.network(experiment);
        let data = DataView::of(experiment, setup.dataset(), network.modes().clone());
        let foreseen = needs_theory(subject, on_screen)
            .then(|| foresee(experiment, &mut network, &mut || false));
        let known = FigureFacts {
            foreseen: foreseen.flatten(),
            taught: TaughtPair::all(experiment, setup.dataset()),
        };
        let named = on_screen.words.named(experiment);
        let watched = named.pair_names();
        let view = RunView::of(&named, &watched, &record, outcome).with_data(&data);
        self.drawn(&view, (subject, &known), on_screen, ending)
    }

    /// A comparison, which trains its own networks, or the atlas as it is shown.
    fn of_no_run(
        self,
        experiment: &Experiment,
        on_screen: &OnScreen,
        ending: &str,
    ) -> Result<Rendered, FigureError> {
        let (fonts, known) = (Fonts::new(), FigureFacts::default());
        let options = on_screen.options(&known, &[], &fonts, self.page.size());
        let figure = match (self.plot, &on_screen.atlas) {
            (Plot::Atlas | Plot::Section, Some(atlas)) => atlas.figure(self.plot, &options),
            (Plot::Atlas | Plot::Section, None) => Err(FigureError::Empty),
            _ => Figure::compare(&on_screen.words.named(experiment), &options),
        }?;
        figure.render(self.format(ending), &fonts)
    }

    fn drawn(
        self,
        view: &RunView<'_>,
        (subject, known): (Subject, &FigureFacts),
        on_screen: &OnScreen,
        ending: &str,
    ) -> Result<Rendered, FigureError> {
        let fonts = Fonts::new();
        let others = PinNames::of(&on_screen.pins, &on_screen.words);
        let runs = others.runs(&on_screen.pins);
        let options = on_screen.options(known, &runs, &fonts, self.page.size());
        let figure = Figure::draw(view, subject, &options)?;
        figure.render(self.format(ending), &fonts)
    }

    fn format(self, ending: &str) -> FigureFormat {
        match ending {
            "svg" => FigureFormat::Svg,
            "pdf" => FigureFormat::Pdf,
            _ => FigureFormat::Png {
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
    use crate::app::session::atlas_on_screen::AtlasOnScreen;
    use crate::app::session::on_screen::FigureWords;
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
        let on_screen = OnScreen {
            atlas: Some(AtlasOnScreen::sample()),
            ..OnScreen::default()
        };
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
    fn a_figure_speaks_the_language_of_the_window() {
        let experiment = crate::presets::shark();
        let state = RunState::trained(experiment.clone());
        let words = FigureWords {
            phrases: Arc::new(Spaced),
            item: Arc::new(|name| format!("<{name}>")),
        };
        let on_screen = OnScreen {
            words,
            ..on_screen()
        };
        let picture = |subject| Picture {
            plot: Plot::OfRun(subject),
            page: Page::default(),
        };
        let svg = |subject| {
            let rendered = picture(subject).rendered(&experiment, &on_screen, "svg");
            String::from_utf8(rendered.unwrap().bytes).unwrap()
        };
        assert!(svg(Subject::Dynamics).contains("W:Epoch"));
        let rsm = svg(Subject::Rsm {
            epoch: 150,
            layer: 0,
        });
        assert!(rsm.contains("&lt;Shark"), "{rsm}");
        let run = ShownRun::of(state.shown().unwrap());
        let rsm = picture(Subject::Rsm {
            epoch: 150,
            layer: 0,
        });
        let written = rsm.rendered(&experiment, &on_screen, "png").unwrap();
        assert!(rsm.png(&run, &on_screen).unwrap() == written);
    }

    /// Another language, for a test.
    struct Spaced;

    impl crate::picture::Words for Spaced {
        fn say(&self, phrase: &crate::picture::Phrase) -> String {
            format!(
                "W:{}",
                crate::picture::Words::say(&crate::picture::English, phrase)
            )
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
