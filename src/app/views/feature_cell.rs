//! A cell of the feature table: a value, flipped by a click if it is the user's, and whether its
//! prediction is watched.

use egui::{Align2, Button, Color32, FontId, Rect, Response, RichText, Sense, Ui, Visuals, vec2};

use crate::app::text::names::pair_name;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::experiment::{Experiment, Pair};
use crate::numbers;

/// Width of a feature's column, in points.
pub(super) const FEATURE_WIDTH: f32 = 118.0;

/// Height of a row, in points.
pub(super) const ROW: f32 = 24.0;

const EYE_WIDTH: f32 = 22.0;

/// How much of its colour a cell has, on the window's ground.
const SOFTNESS: f32 = 0.25;

/// A column of the table, by index.
#[derive(Clone, Copy)]
pub(super) enum Column {
    /// Of the user's features.
    User(usize),
    /// Of the data's.
    Data(usize),
}

impl Column {
    /// The index of its feature among all of the experiment.
    pub(super) fn feature(self, experiment: &Experiment) -> usize {
        match self {
            Self::User(user) => experiment.data.n_features() + user,
            Self::Data(feature) => feature,
        }
    }
}

/// A cell of the table.
#[derive(Clone, Copy)]
pub(super) struct Cell<'a> {
    pub(super) item: usize,
    pub(super) column: Column,
    pub(super) experiment: &'a Experiment,
}

impl Cell<'_> {
    /// Draws the cell; answers the edited experiment.
    #[must_use]
    pub(super) fn ui(self, ui: &mut Ui, words: &Words, palette: &Palette) -> Option<Experiment> {
        let size = vec2(FEATURE_WIDTH, ROW);
        let place = Rect::from_min_size(ui.cursor().min, size);
        // There may be thousands, of which a few are in view.
        if matches!(self.column, Column::Data(_)) && !ui.is_rect_visible(place) {
            ui.allocate_space(size);
            return None;
        }
        let name = pair_name(self.pair(), self.experiment, words);
        let both = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let flipped = self.value_ui(ui, &name, words, palette);
            let watched = self.eye(ui, &name, words, palette);
            watched.or(flipped)
        });
        both.inner
    }

    fn pair(self) -> Pair {
        Pair {
            item: self.item,
            feature: self.column.feature(self.experiment),
        }
    }

    fn value(self) -> f64 {
        match self.column {
            Column::User(user) => self.experiment.user_features[user].values[self.item],
            Column::Data(feature) => {
                let own = self.experiment.data.own();
                own.map_or(0.0, |own| own.data.dataset.targets[(feature, self.item)])
            }
        }
    }

    /// The value; that of a user's feature flips by a click.
    fn value_ui(
        self,
        ui: &mut Ui,
        name: &str,
        words: &Words,
        palette: &Palette,
    ) -> Option<Experiment> {
        let value = self.value();
        let said = match value {
            1.0 => words.get("yes"),
            -1.0 => words.get("no"),
            _ => numbers::exact(value),
        };
        let color = soft(value, ui.visuals(), palette);
        let Column::User(user) = self.column else {
            filled(ui, &said, color, Sense::hover());
            return None;
        };
        let flip = filled(ui, &said, color, Sense::click());
        accessible_name(ui, &flip, &format!("{name}: {said}"));
        if !flip.on_hover_text(words.get("cell-hint")).clicked() {
            return None;
        }
        let mut experiment = self.experiment.clone();
        experiment.user_features[user].values[self.item] = if value > 0.0 { -1.0 } else { 1.0 };
        Some(experiment)
    }

    /// The mark that says whether the prediction is watched, and changes it.
    fn eye(self, ui: &mut Ui, name: &str, words: &Words, palette: &Palette) -> Option<Experiment> {
        let pair = self.pair();
        let mut watched = self.experiment.watched.iter();
        let place = watched.position(|watched| *watched == pair);
        let sign = if place.is_some() { "●" } else { "○" };
        let ink = place.map_or(ui.visuals().weak_text_color(), |i| palette.watched(i));
        let eye = Button::new(RichText::new(sign).color(ink))
            .min_size(vec2(EYE_WIDTH, ROW))
            .frame(false);
        let eye = ui.add(eye);
        let label = words.with("cell-watch", &[("name", name.into())]);
        accessible_name(ui, &eye, &label);
        if !eye.on_hover_text(words.get("cell-watch-hint")).clicked() {
            return None;
        }
        let mut experiment = self.experiment.clone();
        match place {
            Some(i) => drop(experiment.watched.remove(i)),
            None => experiment.watched.push(pair),
        }
        Some(experiment)
    }
}

/// The colour of a cell with this value: that of yes or no, softened so that text is read on it.
pub(super) fn soft(value: f64, visuals: &Visuals, palette: &Palette) -> Color32 {
    let color = if value > 0.0 { palette.yes } else { palette.no };
    visuals.panel_fill.lerp_to_gamma(color, SOFTNESS)
}

/// A value in a colour that means something; a button if it can be clicked.
fn filled(ui: &mut Ui, text: &str, color: Color32, sense: Sense) -> Response {
    let width = FEATURE_WIDTH - EYE_WIDTH - 2.0;
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
    let (font, ink) = (FontId::proportional(13.0), visuals.text_color());
    ui.painter()
        .text(rect.center(), Align2::CENTER_CENTER, text, font, ink);
    response.widget_info(|| egui::WidgetInfo::labeled(role, true, text));
    response
}
