//! Where everything stands in the window.

use egui::{CentralPanel, Frame, Panel, RichText, ScrollArea, Ui};

use super::app::App;
use super::keys;
use crate::app::command::action::Action;
use crate::app::command::view::View;
use crate::app::panels::file_menu::FileMenu;
use crate::app::panels::help;
use crate::app::panels::lessons::Evidence;
use crate::app::panels::top_bar::TopBar;
use crate::app::text::status;
use crate::app::theme::palette::Palette;
use crate::app::views::beside::Beside;
use crate::app::views::learning::layer_of;

impl App {
    /// Draws everything, then performs what was asked for.
    pub fn show(&mut self, ui: &mut Ui) {
        let palette = Palette::new(ui.visuals().dark_mode);
        let mut actions: Vec<Action> = keys::pressed(ui.ctx()).into_iter().collect();
        Panel::top("top").show(ui, |ui| actions.extend(self.top(ui, &palette)));
        Panel::bottom("bottom").show(ui, |ui| actions.extend(self.bottom(ui, &palette)));
        let mut lifted = None;
        if !self.pins.all.is_empty() {
            Panel::bottom("pins").show(ui, |ui| {
                ui.add_space(3.0);
                let (asked, row) = self.pin_table.ui(ui, &self.pins, &self.words, &palette);
                actions.extend(asked);
                lifted = row;
                ui.add_space(3.0);
            });
        }
        let left = Panel::left("controls")
            .default_size(252.0)
            .size_range(220.0..=360.0);
        left.show(ui, |ui| actions.extend(self.left(ui, &palette)));
        actions.extend(self.lesson(ui, &palette));
        let margin = Frame::central_panel(ui.style()).inner_margin(10.0);
        let middle = CentralPanel::default().frame(margin);
        middle.show(ui, |ui| actions.extend(self.middle(ui, &palette)));
        let lifted = lifted.or(match self.settings.view {
            View::Learning => self.learning.pointed_pin(),
            View::Illusions => self.illusions.pointed_pin(),
            View::Data | View::Regression => None,
        });
        if lifted != self.pins.lifted {
            self.pins.lifted = lifted;
            ui.ctx().request_repaint();
        }
        actions.extend(help::window(ui.ctx(), &self.words, &mut self.shows_help));
        self.self_check.window(ui.ctx(), &self.words, &palette);
        actions.extend(self.file_dialog.ui(
            ui.ctx(),
            &self.words,
            &palette,
            self.desk.is_busy(),
            self.state.shown(),
        ));
        let question = self.work.question();
        let answer = question.and_then(|asked| asked.ui(ui.ctx(), &self.words, &palette));
        actions.extend(answer.map(Action::Answer));
        actions.extend(self.dropped(ui.ctx(), &palette));

        // What was changed comes before what is asked for on top of it.
        actions.sort_by_key(|action| !matches!(action, Action::Train(_)));
        for action in actions {
            self.perform(action, ui.ctx());
        }
        self.keep_aside(ui.ctx());
        self.remember(ui.ctx());
    }

    fn top(&self, ui: &mut Ui, palette: &Palette) -> Option<Action> {
        let bar = TopBar {
            words: &self.words,
            palette,
            view: self.settings.view,
            theme: self.settings.theme.into(),
            history: &self.history,
            message: self.message.as_ref(),
            shows_help: self.shows_help,
            files: FileMenu {
                words: &self.words,
                experiment: &self.experiment,
                recent: &self.settings.recent,
                epoch: self.epoch(),
                layer: self
                    .state
                    .shown()
                    .and_then(|run| layer_of(run, &self.settings.learning))
                    .unwrap_or(0),
                is_log: self.settings.learning.is_log,
                scale: self.file_dialog.scale(),
            },
            shows_lesson: self.settings.shows_lesson,
        };
        bar.ui(ui)
    }

    fn left(&mut self, ui: &mut Ui, palette: &Palette) -> Vec<Action> {
        let mut actions = Vec::new();
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.add_space(6.0);
            let (words, experiment) = (&self.words, &self.experiment);
            let limit = self.state.shown().map(|run| run.facts.stability_limit);
            actions = self.controls.ui(ui, words, palette, experiment, limit);
            ui.add_space(6.0);
        });
        actions
    }

    fn bottom(&mut self, ui: &mut Ui, palette: &Palette) -> Option<Action> {
        let mut action = None;
        ui.add_space(4.0);
        if let Some(run) = self.state.shown() {
            action = self.timeline.ui(ui, &self.words, palette, run);
            self.settings.speed = self.timeline.speed;
        }
        let (line, is_wrong) = status::line(&self.state, &self.words);
        let text = RichText::new(line);
        let color = if is_wrong {
            palette.error
        } else {
            palette.quiet
        };
        ui.add(egui::Label::new(text.color(color)).wrap());
        ui.add_space(3.0);
        action
    }

    /// What the view shows, and what to ask of it, in a panel of its own.
    fn lesson(&mut self, ui: &mut Ui, palette: &Palette) -> Option<Action> {
        let run = self.state.shown()?;
        if !self.settings.shows_lesson {
            return None;
        }
        let evidence = Evidence {
            run,
            compared: self.regression.compared(&run.facts.experiment),
            exercise: self.regression.exercise(),
            words: &self.words,
        };
        // A share of the window, so that the plots keep what they need.
        let width = (ui.ctx().content_rect().width() * 0.235).clamp(236.0, 340.0);
        let panel = Panel::right("lesson").exact_size(width).resizable(false);
        let (lessons, view) = (&mut self.lessons, self.settings.view);
        let shown = panel.show(ui, |ui| lessons.ui(ui, view, &evidence, palette));
        shown.inner
    }

    fn middle(&mut self, ui: &mut Ui, palette: &Palette) -> Option<Action> {
        let epoch = self.epoch();
        let run = self.state.shown()?;
        let words = &self.words;
        let options = &mut self.settings.learning;
        if matches!(self.settings.view, View::Learning | View::Illusions) {
            let experiment = &run.facts.experiment;
            self.seeds.update(ui.ctx(), experiment, options.shows_seeds);
        }
        let beside = Beside {
            pins: &self.pins,
            seeds: &self.seeds,
        };
        match self.settings.view {
            View::Learning => self
                .learning
                .ui(ui, run, beside, epoch, options, words, palette),
            View::Illusions => {
                let (experiment, shows_seeds) = (&self.experiment, &mut options.shows_seeds);
                self.illusions.ui(
                    ui,
                    run,
                    beside,
                    shows_seeds,
                    experiment,
                    epoch,
                    words,
                    palette,
                )
            }
            View::Data => self.data.ui(ui, run, words, palette),
            View::Regression => self.regression.ui(ui, run, epoch, words, palette),
        }
    }
}
