//! The table of items by user features: names and values edited in place, pairs watched.
//!
//! A cell flips by a click, or by Space when it has the focus; the arrows move the focus. Behind
//! the user's features stand those of their own data, if they have names, to be watched only.

use egui::{ScrollArea, Ui, vec2};

use super::feature_cell::{Cell, Column, FEATURE_WIDTH, ROW};
use super::feature_edits::{Edit, with_edit};
use crate::app::command::action::Action;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::experiment::Experiment;

const NAME_WIDTH: f32 = 104.0;

/// The most features of one's own data that are shown.
const MOST_DATA: usize = 64;

/// The table's memory: a name while it is typed.
#[derive(Debug, Default)]
pub(crate) struct FeatureTable {
    drafts: Drafts<Named>,
}

/// What a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Named {
    Item(usize),
    Feature(usize),
}

impl FeatureTable {
    /// The width that the table wants, at most `most`.
    pub(crate) fn width(experiment: &Experiment, most: f32) -> f32 {
        let n_features = n_columns(experiment).max(1) as f32;
        (NAME_WIDTH + 24.0 + n_features * (FEATURE_WIDTH + 8.0)).clamp(260.0, most.max(260.0))
    }

    /// Draws the table; answers the edited experiment.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        experiment: &Experiment,
        words: &Words,
        palette: &Palette,
    ) -> Option<Action> {
        if n_columns(experiment) == 0 {
            ui.colored_label(palette.quiet, words.get("table-empty"));
        }
        let mut edited = None;
        ScrollArea::both()
            .id_salt("table")
            .auto_shrink(false)
            .show(ui, |ui| {
                let grid = egui::Grid::new("features")
                    .num_columns(1 + n_columns(experiment))
                    .spacing([8.0, 3.0]);
                grid.show(ui, |ui| {
                    edited = self.head(ui, experiment, words, palette);
                    for item in 0..experiment.items.len() {
                        let row = self.row(ui, item, experiment, words, palette);
                        edited = edited.take().or(row);
                    }
                });
            });
        edited.map(|experiment| Action::Train(Box::new(experiment)))
    }

    /// The features' names, and the buttons of the user's.
    fn head(
        &mut self,
        ui: &mut Ui,
        experiment: &Experiment,
        words: &Words,
        palette: &Palette,
    ) -> Option<Experiment> {
        let mut edited = None;
        let n_features = experiment.user_features.len();
        ui.label("");
        for feature in 0..n_features {
            let named = Named::Feature(feature);
            let name = self.name(ui, named, experiment, words, palette);
            edited = edited.take().or(name);
        }
        for feature in data_columns(experiment) {
            data_name(ui, feature, experiment, palette);
        }
        ui.end_row();
        if n_features > 0 {
            ui.label("");
            for feature in 0..n_features {
                let edit = column_buttons(ui, feature, experiment, words);
                edited = edited
                    .take()
                    .or(edit.map(|edit| with_edit(experiment, feature, edit)));
            }
            ui.end_row();
        }
        edited
    }

    /// An item's name and its values.
    fn row(
        &mut self,
        ui: &mut Ui,
        item: usize,
        experiment: &Experiment,
        words: &Words,
        palette: &Palette,
    ) -> Option<Experiment> {
        let mut edited = self.name(ui, Named::Item(item), experiment, words, palette);
        let users = (0..experiment.user_features.len()).map(Column::User);
        let data = data_columns(experiment).map(Column::Data);
        for column in users.chain(data) {
            let cell = Cell {
                item,
                column,
                experiment,
            };
            edited = edited.take().or(cell.ui(ui, words, palette));
        }
        ui.end_row();
        edited
    }

    /// A name that can be edited.
    fn name(
        &mut self,
        ui: &mut Ui,
        named: Named,
        experiment: &Experiment,
        words: &Words,
        palette: &Palette,
    ) -> Option<Experiment> {
        let (current, width, label) = match named {
            Named::Item(item) => {
                let name = words.item(&experiment.items[item]);
                let label = words.with("table-item", &[("n", (item + 1).to_string().into())]);
                (name, NAME_WIDTH, label)
            }
            Named::Feature(feature) => {
                let name = experiment.user_features[feature].name.clone();
                let label = words.with("table-feature", &[("n", (feature + 1).to_string().into())]);
                (name, FEATURE_WIDTH, label)
            }
        };
        let shown = DraftBox {
            name: &label,
            hint: None,
            current: &current,
            size: BoxSize::Name(vec2(width, ROW - 2.0)),
        };
        let typed = self.drafts.ui(ui, named, shown, palette)?;
        let text = typed.trim();
        if text.is_empty() || text == current {
            return None;
        }
        let mut experiment = experiment.clone();
        match named {
            Named::Item(item) => text.clone_into(&mut experiment.items[item]),
            Named::Feature(feature) => text.clone_into(&mut experiment.user_features[feature].name),
        }
        Some(experiment)
    }
}

/// Move, duplicate, delete.
fn column_buttons(
    ui: &mut Ui,
    feature: usize,
    experiment: &Experiment,
    words: &Words,
) -> Option<Edit> {
    let mut edit = None;
    let n_features = experiment.user_features.len();
    let name = &experiment.user_features[feature].name;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let mut button = |sign: &str, key: &str, is_enabled: bool, asked: Edit| {
            let text = words.with(key, &[("name", name.as_str().into())]);
            let response = ui.add_enabled(is_enabled, egui::Button::new(sign).small());
            accessible_name(ui, &response, &text);
            if response.on_hover_text(text).clicked() {
                edit = Some(asked);
            }
        };
        button("←", "feature-left", feature > 0, Edit::Left);
        button("→", "feature-right", feature + 1 < n_features, Edit::Right);
        button("+", "feature-duplicate", true, Edit::Duplicate);
        button("×", "feature-delete", true, Edit::Delete);
    });
    edit
}

/// The named features of the user's own data, as far as there is room for them.
fn data_columns(experiment: &Experiment) -> std::ops::Range<usize> {
    let own = experiment.data.own();
    let has_names = own.is_some_and(|own| own.data.feature_names.is_some());
    0..if has_names {
        experiment.data.n_features().min(MOST_DATA)
    } else {
        0
    }
}

fn n_columns(experiment: &Experiment) -> usize {
    experiment.user_features.len() + data_columns(experiment).len()
}

fn data_name(ui: &mut Ui, feature: usize, experiment: &Experiment, palette: &Palette) {
    let name = experiment.feature_name(feature).unwrap_or_default();
    let label = egui::Label::new(egui::RichText::new(name).color(palette.quiet)).truncate();
    ui.allocate_ui(vec2(FEATURE_WIDTH, ROW), |ui| {
        ui.set_width(FEATURE_WIDTH);
        ui.add(label).on_hover_text(name);
    });
}
