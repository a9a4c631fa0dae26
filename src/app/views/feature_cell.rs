//! A cell of the feature table: a value, flipped by a click if it is the user's, and whether its
//! prediction is watched. Each column is written by its own values, as [`CellStyle`] has it.

use egui::{Align2, Button, Color32, FontId, Rect, Response, RichText, Sense, Ui, Visuals, vec2};

use crate::app::text::names::pair_name;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::theme_colours::ThemeColours;
use crate::experiment::{Experiment, Pair};
use crate::numbers::{MINUS, exact, short};
use crate::picture::CellScale;

/// Width of a feature's column, in points.
pub(super) const FEATURE_WIDTH: f32 = 118.0;

/// Between the columns and between the rows of the table, in points.
pub(super) const GAP: [f32; 2] = [8.0, 3.0];

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

/// How the values of a column are written and coloured: as yes and no where each is 1 or −1, and
/// otherwise as numbers, in the colours of the matrices, up to the column's largest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CellStyle(CellScale);

impl CellStyle {
    /// The style of a column with these values.
    pub(super) fn of(values: &(impl Iterator<Item = f64> + Clone)) -> Self {
        Self(CellScale::of(values))
    }

    /// The style of a column of numbers: 1 and −1 are no yes and no there.
    pub(super) fn of_numbers(values: &(impl Iterator<Item = f64> + Clone)) -> Self {
        match CellScale::of(values) {
            CellScale::Sign => Self(CellScale::signed(values.clone())),
            scale @ (CellScale::Positive { .. } | CellScale::Signed { .. }) => Self(scale),
        }
    }

    /// Whether its values are written as yes and no.
    pub(super) fn is_yes_no(self) -> bool {
        self.0 == CellScale::Sign
    }

    /// A value as it is written in a cell: with three digits at most, so that it fits.
    fn text(self, value: f64, words: &Words) -> String {
        match self.0 {
            CellScale::Sign => words.get(if value > 0.0 { "yes" } else { "no" }),
            CellScale::Positive { .. } | CellScale::Signed { .. } => short(value),
        }
    }

    /// A value with all of its digits.
    fn whole_text(self, value: f64, words: &Words) -> String {
        match self.0 {
            CellScale::Sign => self.text(value, words),
            CellScale::Positive { .. } | CellScale::Signed { .. } => {
                exact(value).replace('-', &MINUS.to_string())
            }
        }
    }

    /// The colours of a cell with this value and of the text on it.
    fn colors(self, value: f64, visuals: &Visuals, colours: &ThemeColours) -> [Color32; 2] {
        match self.0 {
            CellScale::Sign => [soft(value, visuals, colours), visuals.text_color()],
            CellScale::Positive { .. } | CellScale::Signed { .. } => {
                [self.0.colour(value), self.0.ink(value)].map(|colour| colours.look(colour))
            }
        }
    }
}

/// A cell of the table.
#[derive(Clone, Copy)]
pub(super) struct Cell<'a> {
    pub(super) item: usize,
    pub(super) column: Column,
    pub(super) experiment: &'a Experiment,
    pub(super) style: CellStyle,
}

impl Cell<'_> {
    /// Draws the cell; answers the edited experiment.
    #[must_use]
    pub(super) fn ui(
        self,
        ui: &mut Ui,
        words: &Words,
        colours: &ThemeColours,
    ) -> Option<Experiment> {
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
            let flipped = self.value_ui(ui, &name, words, colours);
            let watched = self.eye(ui, &name, words, colours);
            watched.or(flipped)
        });
        both.inner
    }

    /// Its item and feature.
    pub(super) fn pair(self) -> Pair {
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
        colours: &ThemeColours,
    ) -> Option<Experiment> {
        let value = self.value();
        let text = self.style.text(value, words);
        let whole = format!("{name}: {}", self.style.whole_text(value, words));
        let colors = self.style.colors(value, ui.visuals(), colours);
        let Column::User(user) = self.column else {
            filled(ui, (&text, &whole), colors, Sense::hover()).on_hover_text(whole);
            return None;
        };
        let flip = filled(ui, (&text, &whole), colors, Sense::click());
        let hint = format!("{whole}\n{}", words.get("cell-hint"));
        if !flip.on_hover_text(hint).clicked() {
            return None;
        }
        let mut experiment = self.experiment.clone();
        experiment.user_features[user].values[self.item] = flipped(value);
        Some(experiment)
    }

    /// The mark that says whether the prediction is watched, and changes it.
    fn eye(
        self,
        ui: &mut Ui,
        name: &str,
        words: &Words,
        colours: &ThemeColours,
    ) -> Option<Experiment> {
        let pair = self.pair();
        let mut watched = self.experiment.watched.iter();
        let place = watched.position(|watched| *watched == pair);
        let sign = if place.is_some() { "●" } else { "○" };
        let ink = place.map_or(ui.visuals().weak_text_color(), |i| colours.watched(i));
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
pub(super) fn soft(value: f64, visuals: &Visuals, colours: &ThemeColours) -> Color32 {
    let color = if value > 0.0 { colours.yes } else { colours.no };
    visuals.panel_fill.lerp_to_gamma(color, SOFTNESS)
}

/// The value after a click: the other answer, or a number with its other sign.
fn flipped(value: f64) -> f64 {
    if value == 0.0 { 1.0 } else { -value }
}

/// A value's text in the colour that means it, called `name` by screen readers; a button if it can
/// be clicked.
fn filled(
    ui: &mut Ui,
    (text, name): (&str, &str),
    [color, ink]: [Color32; 2],
    sense: Sense,
) -> Response {
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
    let font = FontId::proportional(13.0);
    ui.painter()
        .text(rect.center(), Align2::CENTER_CENTER, text, font, ink);
    response.widget_info(|| egui::WidgetInfo::labeled(role, true, name));
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;

    fn written(values: &[f64]) -> Vec<String> {
        let words = Words::new(Language::English);
        let style = CellStyle::of(&values.iter().copied());
        values
            .iter()
            .map(|value| style.text(*value, &words))
            .collect()
    }

    #[test]
    fn a_column_is_written_in_one_way_only() {
        assert_eq!(written(&[1.0, -1.0, 1.0]), ["yes", "no", "yes"]);
        assert_eq!(written(&[1.0, 0.0, -1.0]), ["1", "0", "−1"]);
        assert_eq!(written(&[0.5, -0.5]), ["0.5", "−0.5"]);
    }

    #[test]
    fn a_number_in_a_cell_has_three_digits_and_all_of_them_on_hover() {
        let words = Words::new(Language::English);
        let values = [284.923_3, -0.001_234_56, 1.0];
        assert_eq!(written(&values), ["285", "−0.00123", "1"]);
        let style = CellStyle::of(&values.iter().copied());
        assert_eq!(style.whole_text(values[0], &words), "284.9233");
        assert_eq!(style.whole_text(values[1], &words), "−0.00123456");
    }

    #[test]
    fn numbers_have_the_colours_of_the_matrices_and_are_neutral_at_zero() {
        use crate::picture::Colour;

        let style = CellStyle::of(&[-3.0, 0.0, 1.5].into_iter());
        for is_dark in [false, true] {
            let colours = ThemeColours::new(is_dark);
            let visuals = Visuals::default();
            let ground = |value| style.colors(value, &visuals, &colours)[0];
            assert_eq!(ground(0.0), colours.look(Colour::Signed(0.0)));
            assert_eq!(ground(1.5), colours.look(Colour::Signed(0.5)));
            assert_eq!(ground(-3.0), colours.no);
        }
    }

    #[test]
    fn a_click_keeps_the_size_of_a_number() {
        assert_eq!([1.0, -1.0, 0.25].map(flipped), [-1.0, 1.0, -0.25]);
        assert_eq!(flipped(0.0), 1.0);
    }
}
