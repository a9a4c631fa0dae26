//! The table of items by user features: names and values edited in place, pairs watched.
//!
//! A cell flips by a click, or by Space when it has the focus; the arrows move the focus. Behind
//! the user's features stand those of their own data, if they have names, to be watched only.

use egui::{Align2, Color32, FontId, Key, Response, ScrollArea, Sense, TextEdit, Ui, vec2};

use super::feature_edits::{Edit, with_edit};
use crate::app::command::action::Action;
use crate::app::text::names::pair_name;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::{Palette, ink_on};
use crate::experiment::{Experiment, Pair};
use crate::numbers;

const NAME_WIDTH: f32 = 104.0;
const FEATURE_WIDTH: f32 = 118.0;
const EYE_WIDTH: f32 = 22.0;
const ROW: f32 = 24.0;

/// The most features of one's own data that are shown.
const MOST_DATA: usize = 64;

/// The table's memory: a name while it is typed.
#[derive(Debug, Default)]
pub(crate) struct FeatureTable {
    draft: Option<(Named, String)>,
}

/// What a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        let mut edited: Option<Experiment> = None;
        let n_features = experiment.user_features.len();
        let data_features = data_columns(experiment);
        if n_features == 0 && data_features.is_empty() {
            ui.colored_label(palette.quiet, words.get("table-empty"));
        }
        ScrollArea::both()
            .id_salt("table")
            .auto_shrink(false)
            .show(ui, |ui| {
                let grid = egui::Grid::new("features")
                    .num_columns(1 + n_columns(experiment))
                    .spacing([8.0, 3.0]);
                grid.show(ui, |ui| {
                    ui.label("");
                    for feature in 0..n_features {
                        let name = self.name(ui, Named::Feature(feature), experiment, words);
                        edited = edited.take().or(name);
                    }
                    for feature in data_features.clone() {
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
                    for item in 0..experiment.items.len() {
                        let name = self.name(ui, Named::Item(item), experiment, words);
                        edited = edited.take().or(name);
                        let users = (0..n_features).map(Column::User);
                        let data = data_features.clone().map(Column::Data);
                        for column in users.chain(data) {
                            let cell = cell(ui, item, column, experiment, words, palette);
                            edited = edited.take().or(cell);
                        }
                        ui.end_row();
                    }
                });
            });
        edited.map(|experiment| Action::Train(Box::new(experiment)))
    }

    /// A name that can be edited.
    fn name(
        &mut self,
        ui: &mut Ui,
        named: Named,
        experiment: &Experiment,
        words: &Words,
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
        let draft = self.draft.as_ref().filter(|(of, _)| *of == named);
        let mut text = draft.map_or_else(|| current.clone(), |(_, text)| text.clone());
        // A size of its own: a grid would squeeze it.
        let size = vec2(width, ROW - 2.0);
        let response = ui.add_sized(
            size,
            TextEdit::singleline(&mut text).align(egui::Align2::LEFT_CENTER),
        );
        accessible_name(ui, &response, &label);
        if response.changed() {
            self.draft = Some((named, text.clone()));
        }
        if !response.lost_focus() {
            return None;
        }
        self.draft.take()?;
        let text = text.trim();
        if text.is_empty() || text == current || ui.input(|input| input.key_pressed(Key::Escape)) {
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

/// A column of the table, by index.
#[derive(Clone, Copy)]
enum Column {
    /// Of the user's features.
    User(usize),
    /// Of the data's.
    Data(usize),
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

/// A value and whether it is watched.
fn cell(
    ui: &mut Ui,
    item: usize,
    column: Column,
    experiment: &Experiment,
    words: &Words,
    palette: &Palette,
) -> Option<Experiment> {
    let mut edited = None;
    let size = vec2(FEATURE_WIDTH, ROW);
    let place = egui::Rect::from_min_size(ui.cursor().min, size);
    // There may be thousands, of which a few are in view.
    if matches!(column, Column::Data(_)) && !ui.is_rect_visible(place) {
        ui.allocate_space(size);
        return None;
    }
    let (feature, value) = match column {
        Column::User(user) => (
            experiment.data.n_features() + user,
            experiment.user_features[user].values[item],
        ),
        Column::Data(feature) => {
            let own = experiment.data.own();
            let value = own.map_or(0.0, |own| own.data.dataset.targets[(feature, item)]);
            (feature, value)
        }
    };
    let pair = Pair { item, feature };
    let name = pair_name(pair, experiment, words);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let said = match value {
            1.0 => words.get("yes"),
            -1.0 => words.get("no"),
            _ => numbers::exact(value),
        };
        let color = if value > 0.0 { palette.yes } else { palette.no };
        let width = FEATURE_WIDTH - EYE_WIDTH - 2.0;
        match column {
            Column::User(user) => {
                let flip = filled(ui, &said, color, width, Sense::click());
                accessible_name(ui, &flip, &format!("{name}: {said}"));
                if flip.on_hover_text(words.get("cell-hint")).clicked() {
                    let mut experiment = experiment.clone();
                    let value = &mut experiment.user_features[user].values[item];
                    *value = if *value > 0.0 { -1.0 } else { 1.0 };
                    edited = Some(experiment);
                }
            }
            Column::Data(_) => {
                filled(ui, &said, color.gamma_multiply(0.75), width, Sense::hover());
            }
        }
        let place = experiment
            .watched
            .iter()
            .position(|watched| *watched == pair);
        let sign = if place.is_some() { "●" } else { "○" };
        let ink = place.map_or(ui.visuals().weak_text_color(), |i| palette.watched(i));
        let text = egui::RichText::new(sign).color(ink);
        let eye = egui::Button::new(text)
            .min_size(vec2(EYE_WIDTH, ROW))
            .frame(false);
        let eye = ui.add(eye);
        accessible_name(
            ui,
            &eye,
            &words.with("cell-watch", &[("name", name.into())]),
        );
        if eye.on_hover_text(words.get("cell-watch-hint")).clicked() {
            let mut experiment = experiment.clone();
            match place {
                Some(i) => drop(experiment.watched.remove(i)),
                None => experiment.watched.push(pair),
            }
            edited = Some(experiment);
        }
    });
    edited
}

/// A cell, or a button if it can be clicked, in a colour that means something.
fn filled(ui: &mut Ui, text: &str, color: Color32, width: f32, sense: Sense) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), sense);
    let role = if sense.senses_click() {
        egui::Role::Button
    } else {
        egui::Role::Label
    };
    let visuals = ui.visuals();
    let stroke = if response.has_focus() {
        egui::Stroke::new(2.0, visuals.strong_text_color())
    } else if response.hovered() {
        visuals.widgets.hovered.fg_stroke
    } else {
        egui::Stroke::NONE
    };
    ui.painter()
        .rect(rect, 3.0, color, stroke, egui::StrokeKind::Inside);
    let font = FontId::proportional(13.0);
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        text,
        font,
        ink_on(color),
    );
    response.widget_info(|| egui::WidgetInfo::labeled(role, true, text));
    response
}
