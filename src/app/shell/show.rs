//! Where everything stands in the window.

use std::sync::Arc;
use std::time::Instant;

use egui::{Align, CentralPanel, Frame, Layout, Panel, Rect, ScrollArea, Ui, UiBuilder};

use super::app::App;
use crate::app::command::action::Action;
use crate::app::command::applies::Facts;
use crate::app::command::commands::Command;
use crate::app::command::view::View;
use crate::app::panels::controls::{ControlsInputs, LineHeights, presented_height};
use crate::app::panels::doubt_dialog;
use crate::app::panels::file_dialog::DialogState;
use crate::app::panels::first_steps::Followed;
use crate::app::panels::help;
use crate::app::panels::menus::Menus;
use crate::app::panels::top_bar::TopBar;
use crate::app::plots::pointed::PointedParts;
use crate::app::session::on_screen::{FigureWords, OnScreen};
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::views::context::Context;
use crate::app::widgets::focus_ring::focus_ring;
use crate::app::widgets::region::{Region, begin_region};
use crate::app::widgets::{escape, pointer};

/// Height of the bar at the top.
const BAR: f32 = 36.0;

/// Height of the strip at the bottom: the timeline, and the line that says what the run did.
const BOTTOM: f32 = 68.0;

/// Height of the status line, at the foot of that strip.
const STATUS: f32 = 32.0;

/// Around the view; less of it while presenting.
const MARGIN: f32 = 10.0;
const PRESENTED_MARGIN: f32 = 6.0;

impl App {
    /// Draws everything, then performs what was asked for. The controls come first: what they
    /// change is trained, and shown in this frame if that takes no longer than a wait that nobody
    /// notices.
    pub fn show(&mut self, ui: &mut Ui) {
        let colours = ThemeColours::new(ui.visuals().dark_mode);
        self.regions.follow_focus(ui.ctx());
        pointer::hide_tooltips_while_pressed(ui.ctx());
        self.close_by_escape(ui.ctx());
        self.present_in_room(ui.ctx());
        let mut actions: Vec<Action> = self.keyboard(ui.ctx()).into_iter().collect();
        let facts = self.facts();
        let bar = Panel::top("top").exact_size(BAR);
        let bar = bar.show(ui, |ui| actions.extend(self.top(ui, &facts)));
        // Rooms first, then what is in them, in the order in which the keyboard goes.
        let margin = if self.is_presenting {
            PRESENTED_MARGIN
        } else {
            MARGIN
        };
        let bottom = reserve(ui, Panel::bottom("bottom").exact_size(BOTTOM));
        let left = self.controls_panel(ui, &colours);
        let lesson = self.lesson_room(ui);
        let margin = Frame::central_panel(ui.style()).inner_margin(margin);
        let middle = CentralPanel::default().frame(margin);
        let middle = middle.show(ui, |ui| actions.extend(self.middle(ui, &colours)));
        if let Some(room) = lesson {
            actions.extend(fill(ui, room, |ui| self.lesson(ui, &colours)));
        }
        actions.extend(fill(ui, bottom, |ui| self.bottom(ui, &colours)));
        self.regions.set([
            (Region::Bar, Some(bar.response.rect)),
            (Region::Controls, left),
            (Region::View, Some(middle.response.rect)),
            (Region::Lesson, lesson),
            (Region::Timeline, Some(bottom)),
        ]);
        self.hover_pin(ui.ctx());
        let picture = middle.response.rect;
        actions.extend(self.notices(ui.ctx(), (picture, bottom), &colours));
        self.first_steps(ui.ctx());
        actions.extend(self.dialogs(ui.ctx(), &facts, &colours));
        focus_ring(ui.ctx());

        // What was changed comes before what is asked for on top of it.
        actions.sort_by_key(|action| !matches!(action, Action::Edit(_)));
        for action in actions {
            self.perform(action, ui.ctx());
        }
        self.remember(ui.ctx());
    }

    /// Draws the notices: over the picture, or over the status line at the foot of `bottom`.
    fn notices(
        &mut self,
        ctx: &egui::Context,
        (picture, bottom): (Rect, Rect),
        colours: &ThemeColours,
    ) -> Option<Action> {
        let status = bottom.with_min_y(bottom.bottom() - STATUS);
        let offered = self.toast.ui(ctx, status, &self.words, colours);
        let read = self.session.awaited_read();
        let stopped = self.reading_notice.ui(ctx, picture, read, &self.words);
        offered.map(Action::Do).or(stopped)
    }

    /// Draws what stands above everything else: help, the command palette, dialogs, a dropped file.
    fn dialogs(
        &mut self,
        ctx: &egui::Context,
        facts: &Facts,
        colours: &ThemeColours,
    ) -> Vec<Action> {
        let mut actions = Vec::new();
        actions.extend(help::window(ctx, &self.words, &mut self.shows_help));
        actions.extend(self.command_palette.ui(ctx, &self.words, facts));
        self.self_check.window(ctx, &self.words, colours);
        actions.extend(self.file_dialog.ui(
            ctx,
            &self.words,
            colours,
            self.dialog_state(),
            self.session.run_state().shown(),
        ));
        let doubtful = self.session.readings().doubtful();
        let decided = doubtful.and_then(|it| doubt_dialog::ui(ctx, it, &self.words, colours));
        actions.extend(decided);
        let question = self.session.question();
        let found = self.session.found_work();
        let file = self.session.asked_file();
        let answer = question.and_then(|asked| asked.ui(ctx, file, found, &self.words, colours));
        actions.extend(answer.map(Action::Answer));
        actions.extend(self.dropped(ctx));
        actions
    }

    /// The state of what the open file dialog asked for.
    fn dialog_state(&self) -> DialogState {
        let Some(dialog) = self.file_dialog.id() else {
            return DialogState::Ready;
        };
        let read = self.session.awaited_read();
        if read.is_some_and(|read| read.task.asker == Some(dialog)) {
            DialogState::Reading
        } else if self.session.is_busy_for(dialog) {
            DialogState::Working
        } else {
            DialogState::Ready
        }
    }

    /// The panel at the left, whose changes are carried out at once; answers where it is. While
    /// presenting its room is the pictures', and the controls that a teacher keeps stand in a row
    /// above the timeline.
    fn controls_panel(&mut self, ui: &mut Ui, colours: &ThemeColours) -> Option<Rect> {
        let panel = if self.is_presenting {
            let presented = self.settings.presented.as_slice();
            let height = presented_height(self.session.experiment(), presented);
            if height == 0.0 || self.hides_run() {
                return None;
            }
            let panel = Panel::bottom("presented").exact_size(height + 6.0);
            panel.show(ui, |ui| self.controls_ui(ui, LineHeights::SLIM, colours))
        } else {
            let panel = Panel::left("controls")
                .default_size(276.0)
                .size_range(264.0..=360.0);
            panel.show(ui, |ui| self.left(ui, colours))
        };
        self.change_now(panel.inner, ui.ctx());
        Some(panel.response.rect)
    }

    /// While presenting, everything follows the window's size.
    fn present_in_room(&self, ctx: &egui::Context) {
        // Sizes in points are rounded: less is no change of the window.
        const NOTICEABLE: f32 = 0.01;
        let zoom = self.zoom(ctx);
        if self.is_presenting && (zoom - ctx.zoom_factor()).abs() > NOTICEABLE {
            ctx.set_zoom_factor(zoom);
        }
    }

    /// Escape closes the window that stands over the pictures, or else ends presenting, unless it
    /// is for something else.
    fn close_by_escape(&mut self, ctx: &egui::Context) {
        let has_window = self.shows_help || self.self_check.is_open();
        let closes = has_window || self.is_presenting;
        if !closes || !escape::is_free(ctx) || !escape::take(ctx) {
            return;
        }
        if has_window {
            self.shows_help = false;
            self.self_check.close();
        } else {
            self.do_command(Command::Present, ctx);
        }
    }

    /// The hints of a first start.
    fn first_steps(&mut self, ctx: &egui::Context) {
        if self.session.question().is_none() && !self.is_presenting {
            let view = self.session.look().view;
            let now = Followed::now(self.session.experiment(), self.session.epoch(), view);
            let n_left = &mut self.settings.hints_left;
            let takes_escape = escape::is_free(ctx);
            self.first_steps
                .ui(ctx, &self.words, &now, n_left, takes_escape);
        }
    }

    /// Carries out what the controls asked for before the pictures are drawn.
    fn change_now(&mut self, actions: Vec<Action>, ctx: &egui::Context) {
        if actions.is_empty() {
            return;
        }
        for action in actions {
            self.perform(action, ctx);
        }
        self.session.wait_for_run(self.patience, Instant::now);
    }

    /// Lifts the pinned run that is pointed at, in the table or in a plot.
    fn hover_pin(&mut self, ctx: &egui::Context) {
        let hovered = match self.session.look().view {
            View::Learning => self.learning.hovered_pin(),
            View::Illusions => self.illusions.hovered_pin(),
            View::Data | View::Regression | View::Atlas => None,
        };
        if self.session.hover_pin(hovered) {
            ctx.request_repaint();
        }
    }

    fn top(&self, ui: &mut Ui, facts: &Facts) -> Option<Action> {
        let bar = TopBar {
            menus: Menus {
                words: &self.words,
                facts,
                recent: &self.settings.recent,
            },
            is_presenting: self.is_presenting,
        };
        bar.ui(ui)
    }

    /// The state of the screen that figures show.
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
            pins: session.pins().seen().map(|(_, pin)| pin.clone()).collect(),
            atlas: self.atlas_on_screen(),
            band: band.filter(|_| look.learning.shows_seeds).cloned(),
            words: FigureWords {
                phrases: Arc::clone(&self.words) as Arc<_>,
                item,
            },
        }
    }

    fn left(&mut self, ui: &mut Ui, colours: &ThemeColours) -> Vec<Action> {
        const TOP: f32 = 4.0;
        let heights = LineHeights::fitting(ui.available_height() - TOP);
        let area = ScrollArea::vertical().auto_shrink(false);
        let shown = area.show(ui, |ui| {
            ui.add_space(TOP);
            self.controls_ui(ui, heights, colours)
        });
        shown.inner
    }

    fn controls_ui(
        &mut self,
        ui: &mut Ui,
        heights: LineHeights,
        colours: &ThemeColours,
    ) -> Vec<Action> {
        let run = self.session.run_state().shown();
        let presented = self.settings.presented.as_slice();
        let inputs = ControlsInputs {
            words: &self.words,
            colours,
            experiment: self.session.experiment(),
            stability_limit: run.map(|run| run.facts.stability_limit),
            heights,
            presented: self.is_presenting.then_some(presented),
        };
        self.controls.ui(ui, inputs)
    }

    fn bottom(&mut self, ui: &mut Ui, colours: &ThemeColours) -> Option<Action> {
        begin_region(ui, Region::Timeline);
        let mut action = None;
        ui.spacing_mut().item_spacing.y = 4.0;
        let hides_run = self.hides_run();
        let playhead = self.session.playhead();
        let mut speed = playhead.speed;
        if let Some(run) = self.session.run_state().shown() {
            let strip = &mut self.timeline_strip;
            ui.add_enabled_ui(!hides_run, |ui| {
                action = strip.ui(ui, playhead, &mut speed, run, &self.words, colours);
            });
        }
        self.session.set_speed(speed);
        self.status_row(ui, colours).or(action)
    }

    fn middle(&mut self, ui: &mut Ui, colours: &ThemeColours) -> Vec<Action> {
        begin_region(ui, Region::View);
        let session = &self.session;
        let Some(run) = session.run_state().shown() else {
            return Vec::new();
        };
        let mut look = session.look().clone();
        let shows_seeds = matches!(look.view, View::Learning | View::Illusions);
        if shows_seeds {
            let is_wanted = look.learning.shows_seeds;
            let experiment = &run.facts.experiment;
            self.seeds.update(ui.ctx(), experiment, is_wanted);
        }
        let context = Context {
            run,
            experiment: session.experiment(),
            epoch: session.epoch(),
            pins: session.pins(),
            seeds: &self.seeds,
            readings: session.readings(),
            is_presenting: self.is_presenting,
            words: &self.words,
            colours,
        };
        let splits = &mut self.settings.splits;
        let actions = match look.view {
            View::Learning => self.learning.ui(ui, context, &mut look, splits),
            View::Illusions => {
                let shows_seeds = &mut look.learning.shows_seeds;
                let asked = self.illusions.ui(ui, context, shows_seeds, splits);
                asked.into_iter().collect()
            }
            View::Data => Vec::from_iter(self.data.ui(ui, context, splits)),
            View::Regression => Vec::from_iter(self.regression.ui(ui, context, splits)),
            View::Atlas => {
                let is_training = !session.run_state().is_settled();
                let atlas = &mut look.atlas;
                Vec::from_iter(self.atlas.ui(ui, context, is_training, atlas, splits))
            }
        };
        PointedParts::end_frame(ui.ctx());
        self.session.set_learning(look.learning);
        self.session.set_atlas(look.atlas);
        self.session.follow(look.followed);
        actions
    }
}

/// Takes the room of a panel, to be filled later.
pub(super) fn reserve(ui: &mut Ui, panel: Panel) -> Rect {
    panel.show(ui, |ui| ui.max_rect()).inner
}

/// Draws in a room.
fn fill<R>(ui: &mut Ui, room: Rect, draw: impl FnOnce(&mut Ui) -> R) -> R {
    let down = Layout::top_down(Align::Min);
    let mut within = ui.new_child(UiBuilder::new().max_rect(room).layout(down));
    within.shrink_clip_rect(room.expand(4.0));
    draw(&mut within)
}
