//! The panel "What am I seeing?" beside the view, and what it has to do with the run.

use egui::{Panel, Rect, Ui};

use super::app::App;
use super::show::reserve;
use crate::app::command::action::Action;
use crate::app::command::view::View;
use crate::app::panels::lessons::{Beside, Evidence};
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::region::{Region, begin_region};

impl App {
    /// A room for what the view shows and what to ask of it, where that is wanted: a share of the
    /// window, so that the plots keep what they need.
    pub(super) fn lesson_room(&self, ui: &mut Ui) -> Option<Rect> {
        let is_shown = self.settings.shows_lesson && self.session.run_state().shown().is_some();
        let width = (ui.ctx().content_rect().width() * 0.235).clamp(236.0, 340.0);
        let panel = Panel::right("lesson").exact_size(width).resizable(false);
        is_shown.then(|| reserve(ui, panel))
    }

    /// Draws the panel. What a question sets is to be seen.
    pub(super) fn lesson(&mut self, ui: &mut Ui, colours: &ThemeColours) -> Option<Action> {
        begin_region(ui, Region::Lesson);
        let beside = Beside {
            view: self.session.look().view,
            hides_run: self.hides_run(),
        };
        let run = self.session.run_state().shown()?;
        let evidence = Evidence {
            run,
            compared: self.regression.compared(&run.facts.experiment),
            exercise: self.regression.exercise(),
            words: &self.words,
        };
        let asked = self.lessons.ui(ui, beside, &evidence, colours);
        if matches!(asked, Some(Action::Edit(_))) {
            self.regression.show_run();
        }
        asked
    }

    /// Whether the view in front shows something that the run, its controls and the timeline have
    /// no part in.
    pub(super) fn hides_run(&self) -> bool {
        self.session.look().view == View::Regression && self.regression.hides_run()
    }
}
