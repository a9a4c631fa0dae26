//! Where everything stands in the window.

use std::sync::Arc;

use egui::{Align, CentralPanel, Frame, Layout, Panel, RichText, ScrollArea, Ui, vec2};

use super::app::App;
use super::keys;
use crate::app::command::action::Action;
use crate::app::command::applies::Facts;
use crate::app::command::view::View;
use crate::app::panels::doubt_dialog;
use crate::app::panels::help;
use crate::app::panels::lessons::Evidence;
use crate::app::panels::menus::Menus;
use crate::app::panels::top_bar::TopBar;
use crate::app::plots::pointed::PointedParts;
use crate::app::session::on_screen::{FigureWords, OnScreen};
use crate::app::text::status;
use crate::app::theme::palette::Palette;
use crate::app::views::context::Context;

impl App {
    /// Draws everything, then performs what was asked for.
    pub fn show(&mut self, ui: &mut Ui) {
        let palette = Palette::new(ui.visuals().dark_mode);
        let pressed = keys::pressed(ui.ctx()).map(Action::Do);
        let mut actions: Vec<Action> = pressed.into_iter().collect();
        let facts = self.facts();
        Panel::top("top").show(ui, |ui| actions.extend(self.top(ui, &facts, &palette)));
        Panel::bottom("bottom").show(ui, |ui| actions.extend(self.bottom(ui, &palette)));
        let mut hovered = None;
        if self.pin_table.is_shown && !self.session.pins().all.is_empty() {
            Panel::bottom("pins").show(ui, |ui| {
                ui.add_space(3.0);
                let pins = self.session.pins();
                let (asked, row) = self.pin_table.ui(ui, pins, &self.words, &palette);
                actions.extend(asked);
                hovered = row;
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
        let hovered = hovered.or(match self.session.look().view {
            View::Learning => self.learning.hovered_pin(),
            View::Illusions => self.illusions.hovered_pin(),
            View::Data | View::Regression => None,
        });
        if self.session.hover_pin(hovered) {
            ui.ctx().request_repaint();
        }
        actions.extend(help::window(ui.ctx(), &self.words, &mut self.shows_help));
        let asked = self.command_palette.ui(ui.ctx(), &self.words, &facts);
        actions.extend(asked);
        self.self_check.window(ui.ctx(), &self.words, &palette);
        actions.extend(self.file_dialog.ui(
            ui.ctx(),
            &self.words,
            &palette,
            self.session.is_busy(),
            self.session.run_state().shown(),
        ));
        let doubtful = self.session.readings().doubtful();
        let decided = doubtful.and_then(|it| doubt_dialog::ui(ui.ctx(), it, &self.words, &palette));
        actions.extend(decided);
        let question = self.session.question();
        let answer = question.and_then(|asked| asked.ui(ui.ctx(), &self.words, &palette));
        actions.extend(answer.map(Action::Answer));
        actions.extend(self.dropped(ui.ctx(), &palette));

        // What was changed comes before what is asked for on top of it.
        actions.sort_by_key(|action| !matches!(action, Action::Train(_)));
        for action in actions {
            self.perform(action, ui.ctx());
        }
        self.remember(ui.ctx());
    }

    fn top(&self, ui: &mut Ui, facts: &Facts, palette: &Palette) -> Option<Action> {
        let bar = TopBar {
            menus: Menus {
                words: &self.words,
                facts,
                recent: &self.settings.recent,
            },
            palette,
            message: self.message.as_ref(),
        };
        bar.ui(ui)
    }

    /// What figures are to show.
    pub(super) fn on_screen(&self) -> OnScreen {
        let session = &self.session;
        let look = session.look();
        let run = session.run_state().shown();
        let band = run.and_then(|run| self.seeds.band(&run.facts.experiment));
        let words = Arc::clone(&self.words);
        let item = Arc::new(move |name: &str| words.item(name));
        OnScreen {
            learning: look.learning.clone(),
            followed: look.followed.clone(),
            axes: self.learning.map_axes(),
            pins: session.pins().all.clone(),
            band: band.filter(|_| look.learning.shows_seeds).cloned(),
            words: FigureWords {
                phrases: Arc::clone(&self.words) as Arc<_>,
                item,
            },
        }
    }

    fn left(&mut self, ui: &mut Ui, palette: &Palette) -> Vec<Action> {
        let mut actions = Vec::new();
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.add_space(6.0);
            let (words, experiment) = (&self.words, self.session.experiment());
            let shown = self.session.run_state().shown();
            let limit = shown.map(|run| run.facts.stability_limit);
            actions = self.controls.ui(ui, words, palette, experiment, limit);
            ui.add_space(6.0);
        });
        actions
    }

    fn bottom(&mut self, ui: &mut Ui, palette: &Palette) -> Option<Action> {
        let mut action = None;
        ui.add_space(4.0);
        let playhead = self.session.playhead();
        let mut speed = playhead.speed;
        if let Some(run) = self.session.run_state().shown() {
            let strip = &mut self.timeline_strip;
            action = strip.ui(ui, playhead, &mut speed, run, &self.words, palette);
        }
        self.session.set_speed(speed);
        let (line, is_wrong) = status::line(self.session.run_state(), &self.words);
        let color = if is_wrong {
            palette.error
        } else {
            palette.quiet
        };
        let row = vec2(ui.available_width(), ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            let is_shown = &mut self.pin_table.is_shown;
            let toggle = ui.toggle_value(is_shown, self.words.get("toggle-pins"));
            toggle.on_hover_text(self.words.get("toggle-pins-hint"));
            if let Some(run) = self.session.run_state().shown() {
                let taken = self.offers.ui(ui, run, &self.words);
                action = action.take().or(taken);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = RichText::new(&line).color(color);
                ui.add(egui::Label::new(text).truncate())
                    .on_hover_text(line);
            });
        });
        ui.add_space(3.0);
        action
    }

    /// What the view shows, and what to ask of it, in a panel of its own.
    fn lesson(&mut self, ui: &mut Ui, palette: &Palette) -> Option<Action> {
        let run = self.session.run_state().shown()?;
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
        let (lessons, view) = (&mut self.lessons, self.session.look().view);
        let shown = panel.show(ui, |ui| lessons.ui(ui, view, &evidence, palette));
        shown.inner
    }

    fn middle(&mut self, ui: &mut Ui, palette: &Palette) -> Option<Action> {
        let session = &self.session;
        let run = session.run_state().shown()?;
        let mut look = session.look().clone();
        if matches!(look.view, View::Learning | View::Illusions) {
            let is_wanted = look.learning.shows_seeds;
            self.seeds
                .update(ui.ctx(), &run.facts.experiment, is_wanted);
        }
        let context = Context {
            run,
            experiment: session.experiment(),
            epoch: session.epoch(),
            pins: session.pins(),
            seeds: &self.seeds,
            readings: session.readings(),
            words: &self.words,
            palette,
        };
        let splits = &mut self.settings.splits;
        let action = match look.view {
            View::Learning => self.learning.ui(ui, context, &mut look, splits),
            View::Illusions => {
                let shows_seeds = &mut look.learning.shows_seeds;
                self.illusions.ui(ui, context, shows_seeds, splits)
            }
            View::Data => self.data.ui(ui, context),
            View::Regression => self.regression.ui(ui, context, splits),
        };
        PointedParts::end_frame(ui.ctx());
        self.session.set_learning(look.learning);
        self.session.follow(look.followed);
        action
    }
}
