//! The Illusions view: a table of user features, what the network believes of them over the
//! epochs, and in words what became of each watched belief.

use egui::{Align, Layout, RichText, ScrollArea, Ui, vec2};

use super::context::Context;
use super::feature_edits::{with_new_feature, with_strongest};
use super::feature_table::FeatureTable;
use crate::analysis::illusion::MOST_ITEMS;
use crate::app::command::action::Action;
use crate::app::plots::chart::ChartMemory;
use crate::app::plots::predictions::{self, Predictions};
use crate::app::run::Run;
use crate::app::text::names::pair_name;
use crate::app::text::story;
use crate::app::text::words::Words;
use crate::app::theme::palette::Palette;
use crate::experiment::Experiment;

/// The least width at which the predictions can be read.
const LEAST_PLOT: f32 = 240.0;

/// The view's memory.
#[derive(Debug, Default)]
pub(crate) struct Illusions {
    chart: ChartMemory<predictions::Key>,
    table: FeatureTable,
}

impl Illusions {
    /// The pin a line of which is under the pointer.
    pub(crate) fn hovered_pin(&self) -> Option<usize> {
        self.chart.pointed_pin
    }

    /// Draws the view.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        context: Context<'_>,
        shows_seeds: &mut bool,
    ) -> Option<Action> {
        let Context {
            run,
            experiment,
            epoch,
            pins,
            seeds,
            words,
            palette,
            ..
        } = context;
        let mut action = toolbar(ui, run, experiment, shows_seeds, words);
        ui.add_space(4.0);
        let room = ui.available_size();
        let spacing = ui.spacing().item_spacing.x * 2.0;
        // Side by side, if the plot is then wide enough to be read.
        let left = FeatureTable::width(experiment, room.x * 0.55);
        let right = room.x - left - spacing;
        let is_stacked = right < LEAST_PLOT;
        let (table, beliefs) = if is_stacked {
            let table = room.y * 0.42;
            (vec2(room.x, table), vec2(room.x, room.y - table - spacing))
        } else {
            (vec2(left, room.y), vec2(right, room.y))
        };
        let down = Layout::top_down(Align::Min);
        let layout = if is_stacked {
            down
        } else {
            Layout::left_to_right(Align::Min)
        };
        ui.with_layout(layout, |ui| {
            ui.spacing_mut().item_spacing.x = spacing;
            ui.allocate_ui_with_layout(table, down, |ui| {
                ui.label(RichText::new(words.get("table-title")).strong());
                let edited = self.table.ui(ui, experiment, words, palette);
                action = action.take().or(edited);
            });
            ui.allocate_ui_with_layout(beliefs, down, |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let trained = (&run.facts.experiment, shows_seeds);
                seeds.title_ui(ui, &words.get("predictions-title"), trained, words, palette);
                let predictions = Predictions {
                    run,
                    pins,
                    band: seeds.band(&run.facts.experiment),
                    epoch,
                    words,
                };
                let pointed = self.beliefs(ui, beliefs.x, predictions, palette);
                action = action.take().or(pointed.map(Action::LookAt));
            });
        });
        action
    }

    /// The predictions, and their story in words; answers the epoch that was pointed to.
    fn beliefs(
        &mut self,
        ui: &mut Ui,
        width: f32,
        predictions: Predictions<'_>,
        palette: &Palette,
    ) -> Option<usize> {
        let Predictions {
            run, epoch, words, ..
        } = predictions;
        let story = (ui.available_height() * 0.3).max(96.0);
        let plot = vec2(width, (ui.available_height() - story).max(120.0));
        let down = Layout::top_down(Align::Min);
        let pointed =
            ui.allocate_ui_with_layout(plot, down, |ui| predictions.ui(ui, &mut self.chart));
        ScrollArea::vertical()
            .id_salt("story")
            .auto_shrink(false)
            .show(ui, |ui| story_ui(ui, run, epoch, words, palette));
        pointed.inner
    }
}

fn toolbar(
    ui: &mut Ui,
    run: &Run,
    experiment: &Experiment,
    shows_seeds: &mut bool,
    words: &Words,
) -> Option<Action> {
    let mut action = None;
    ui.horizontal_wrapped(|ui| {
        action = crate::app::widgets::presets_menu::illusions_menu(ui, words);
        ui.separator();
        let add = ui.button(words.get("feature-add"));
        if add.on_hover_text(words.get("feature-add-hint")).clicked() {
            action = Some(with_new_feature(experiment));
        }
        let is_small = experiment.data.n_items() <= MOST_ITEMS;
        // The modes of a run on other data would give values for other items.
        let can_search = is_small && run.facts.experiment.data == experiment.data;
        let find = ui.add_enabled(can_search, egui::Button::new(words.get("find-strongest")));
        let mut find = find.on_hover_text(words.get("find-strongest-hint"));
        if !is_small {
            let most = [("most", MOST_ITEMS.to_string().into())];
            find = find.on_disabled_hover_text(words.with("find-strongest-too-many", &most));
        }
        if find.clicked() {
            action = with_strongest(experiment, &run.facts.modes, words);
        }
        ui.separator();
        ui.toggle_value(shows_seeds, words.get("toggle-seeds"))
            .on_hover_text(words.get("toggle-seeds-hint"));
    });
    action
}

/// What became of each belief, and what the network would say now.
fn story_ui(ui: &mut Ui, run: &Run, epoch: usize, words: &Words, palette: &Palette) {
    let experiment = &run.facts.experiment;
    if experiment.watched.is_empty() {
        ui.colored_label(palette.quiet, words.get("story-none-watched"));
    }
    for (i, pair) in experiment.watched.iter().enumerate() {
        let name = pair_name(*pair, experiment, words);
        let Some(target) = run.target(*pair) else {
            continue;
        };
        ui.horizontal_wrapped(|ui| {
            ui.colored_label(palette.watched(i), "●");
            ui.label(story::of_run(run, i, target, &name, words));
        });
        ui.colored_label(
            palette.quiet,
            story::at_epoch(run, i, target, &name, epoch, words),
        );
    }
    if experiment.hidden.is_empty() {
        ui.colored_label(palette.quiet, words.get("story-no-hidden"));
    }
}
