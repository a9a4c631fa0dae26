//! The Illusions view: a table of user features, what the network believes of them over the
//! epochs, and a row for each watched belief. Without a feature, an invitation to make one.

use egui::{Rect, Ui};

use super::belief_rows::BeliefRows;
use super::context::Context;
use super::feature_edits::{with_new_feature, with_strongest};
use super::feature_table::FeatureTable;
use super::invitation::invitation_ui;
use super::paste::Paste;
use crate::analysis::illusion::MOST_ITEMS;
use crate::app::command::action::Action;
use crate::app::plots::chart::ChartMemory;
use crate::app::plots::predictions::{self, PredictionsPlot};
use crate::app::run::Run;
use crate::app::session::splits::Splits;
use crate::app::text::words::Words;
use crate::app::widgets::presets_menu;
use crate::app::widgets::split::{Divider, GAP, part_ui};
use crate::experiment::Experiment;

/// The least widths of the table and of the predictions.
const LEAST: [f32; 2] = [220.0, 340.0];

/// Between both in a narrow room, the table above.
const ROWS: Divider = Divider {
    id: "illusions rows",
    is_upright: false,
    usual: 0.4,
    least: [130.0, 220.0],
};

/// The most of the width that the table takes by itself, and the width that it leaves to the
/// predictions.
const MOST_TABLE: f32 = 0.5;
const FOR_PLOT: f32 = 440.0;

/// The view's memory.
#[derive(Debug, Default)]
pub(crate) struct Illusions {
    chart: ChartMemory<predictions::Key>,
    table: FeatureTable,
    paste: Paste,
    /// The experiment whose strongest feature was asked for, and is in the table.
    has_strongest: Option<Experiment>,
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
        splits: &mut Splits,
    ) -> Option<Action> {
        let Context {
            experiment,
            words,
            colours,
            ..
        } = context;
        let mut action = self.toolbar(ui, context, shows_seeds);
        ui.add_space(4.0);
        let pasted = self.paste.ui(ui, experiment, words, colours);
        let pasted = pasted.map(|experiment| Action::Edit(Box::new(experiment)));
        action = action.or(pasted);
        if FeatureTable::is_empty(experiment) {
            return action.or(invitation_ui(ui, words, colours));
        }
        let [left, right] = places(ui, experiment, splits, words);
        let has_strongest = self.has_strongest.as_ref() == Some(experiment);
        let note = has_strongest.then(|| words.get("find-strongest-there"));
        let edited = part_ui(ui, left, |ui| {
            self.table.ui(ui, experiment, note, words, colours)
        });
        let asked = part_ui(ui, right, |ui| self.beliefs(ui, context, shows_seeds));
        action.or(edited).or(asked)
    }

    /// The predictions, and a row for each watched pair; answers the epoch that was pointed to.
    fn beliefs(
        &mut self,
        ui: &mut Ui,
        context: Context<'_>,
        shows_seeds: &mut bool,
    ) -> Option<Action> {
        let Context {
            run,
            epoch,
            words,
            colours,
            seeds,
            ..
        } = context;
        let trained = (&run.facts.experiment, shows_seeds);
        seeds.title_ui(ui, &words.get("predictions-title"), trained, words, colours);
        let predictions = PredictionsPlot {
            run,
            pins: context.pins,
            band: seeds.band(&run.facts.experiment),
            epoch,
            words,
        };
        let room = ui.available_rect_before_wrap();
        let rows = BeliefRows::of(ui, run, epoch, room.width(), words);
        let height = rows.height(ui, room.height(), predictions.least_height());
        let foot = (room.bottom() - height).max(room.top());
        let pointed = part_ui(ui, room.with_max_y(foot), |ui| {
            predictions.ui(ui, &mut self.chart)
        });
        let edited = part_ui(ui, room.with_min_y(foot), |ui| {
            rows.ui(ui, run, words, colours)
        });
        let edited = edited.map(|experiment| Action::Edit(Box::new(experiment)));
        edited.or(pointed.map(Action::LookAt))
    }

    fn toolbar(
        &mut self,
        ui: &mut Ui,
        context: Context<'_>,
        shows_seeds: &mut bool,
    ) -> Option<Action> {
        let Context {
            run,
            experiment,
            words,
            ..
        } = context;
        ui.horizontal_wrapped(|ui| {
            let mut action = presets_menu::illusions_menu(ui, words);
            ui.separator();
            let add = ui.button(words.get("feature-add"));
            if add.on_hover_text(words.get("feature-add-hint")).clicked() {
                self.table.focus_feature(experiment.user_features.len());
                action = Some(with_new_feature(experiment));
            }
            let paste = ui.button(words.get("paste"));
            if paste.on_hover_text(words.get("paste-hint")).clicked() {
                self.paste.open();
            }
            if find_button(ui, run, experiment, words) {
                action = with_strongest(experiment, &run.facts.modes, words);
                self.has_strongest = action.is_none().then(|| experiment.clone());
            }
            ui.separator();
            ui.toggle_value(shows_seeds, words.get("toggle-seeds"))
                .on_hover_text(words.get("toggle-seeds-hint"));
            action
        })
        .inner
    }
}

/// The places of the table and of the predictions, beside each other or, in a narrow room, one below
/// the other.
fn places(ui: &mut Ui, experiment: &Experiment, splits: &mut Splits, words: &Words) -> [Rect; 2] {
    let room = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(room);
    let total = (room.width() - GAP).max(1.0);
    let most = (MOST_TABLE * room.width()).min(total - FOR_PLOT);
    let columns = Divider {
        id: "illusions columns",
        is_upright: true,
        usual: FeatureTable::width(experiment, most).min(most) / total,
        least: LEAST,
    };
    if !columns.has_room(room) && ROWS.has_room(room) {
        let name = words.get("split-rows");
        return ROWS.ui(ui, room, &mut splits.illusions_rows, &name);
    }
    let name = words.get("split-columns");
    columns.ui(ui, room, &mut splits.illusions_columns, &name)
}

/// The button that searches for the strongest feature; answers whether it was clicked.
fn find_button(ui: &mut Ui, run: &Run, experiment: &Experiment, words: &Words) -> bool {
    let is_small = experiment.data.n_items() <= MOST_ITEMS;
    // The modes of a run on other data would give values for other items.
    let can_search = is_small && run.facts.experiment.data == experiment.data;
    let find = ui.add_enabled(can_search, egui::Button::new(words.get("find-strongest")));
    let mut find = find.on_hover_text(words.get("find-strongest-hint"));
    if !is_small {
        let most = [("most", MOST_ITEMS.to_string().into())];
        find = find.on_disabled_hover_text(words.with("find-strongest-too-many", &most));
    }
    find.clicked()
}
