//! Pairs of items whose similarity is followed over the epochs: a line each, with the epoch
//! looked at and the value there.

use egui::{Align2, Color32, FontId, Rect, RichText, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::pointed::PointedParts;
use super::scaled::Similarity;
use crate::app::run::extract::Extract;
use crate::app::theme::accessible::{accessible_name, accessible_picture_with};
use crate::experiment::view::RsmScale;
use crate::numbers::fixed;
use crate::picture::Colour;
use crate::picture::chart::{Curve, CurveOf, Quantity};

/// The most pairs at a time; another takes the place of the oldest.
const MOST: usize = 3;

/// The least height of a line, the largest where there is room, and the size of what is written.
const HEIGHT: f32 = 26.0;
const MOST_HEIGHT: f32 = 56.0;
const FONT: f32 = 12.0;
/// Room for the value.
const VALUE: f32 = 44.0;
const GAP: f32 = 6.0;

/// The pairs, oldest first, and their curves.
#[derive(Debug, Default)]
pub(crate) struct PairLines {
    /// Items by index, the lesser first.
    pairs: Vec<[usize; 2]>,
    curves: Option<(Key, Vec<Curve>)>,
}

/// The run, the scale and the pairs that the curves were made of.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    of: Extract,
    scale: RsmScale,
    pairs: Vec<[usize; 2]>,
}

impl PairLines {
    /// Follows these pairs from now on; curves that are drawn already are kept where they are of
    /// the same pairs.
    pub(crate) fn follow(&mut self, pairs: &[[usize; 2]]) {
        if self.all() != pairs {
            *self = Self::of(pairs.to_vec());
        }
    }

    /// Of these pairs, as far as they are pairs.
    pub(crate) fn of(mut pairs: Vec<[usize; 2]>) -> Self {
        pairs.retain(|[a, b]| a < b);
        pairs.truncate(MOST);
        Self {
            pairs,
            curves: None,
        }
    }

    /// All pairs, whether a run has them or not.
    pub(crate) fn all(&self) -> &[[usize; 2]] {
        &self.pairs
    }

    /// The pairs of a run with `n` items.
    pub(super) fn pairs(&self, n: usize) -> impl Iterator<Item = [usize; 2]> {
        let is_there = move |pair: &[usize; 2]| pair[1] < n;
        self.pairs.iter().copied().filter(is_there)
    }

    /// The least height of all lines, with what is between them.
    pub(crate) fn height(&self, ui: &Ui, n: usize) -> f32 {
        self.pairs(n).count() as f32 * (HEIGHT + ui.spacing().item_spacing.y)
    }

    /// Follows a pair, or no more.
    pub(super) fn toggle(&mut self, [a, b]: [usize; 2], n: usize) {
        let pair = [a.min(b), a.max(b)];
        self.pairs.retain(|other| other[1] < n);
        if let Some(at) = self.pairs.iter().position(|other| *other == pair) {
            self.pairs.remove(at);
            return;
        }
        if self.pairs.len() == MOST {
            self.pairs.remove(0);
        }
        self.pairs.push(pair);
    }

    /// Draws the lines, in the room of [`Self::height`] or more.
    pub(crate) fn ui(&mut self, ui: &mut Ui, similarity: &Similarity<'_>) {
        let names = similarity.scene.view.items;
        let pairs: Vec<[usize; 2]> = self.pairs(names.len()).collect();
        if pairs.is_empty() {
            return;
        }
        let curves = self.curves(similarity, &pairs);
        let titles: Vec<String> = pairs.iter().map(|pair| title(*pair, names)).collect();
        let widths = titles.iter().map(|title| {
            let font = FontId::proportional(FONT);
            let galley = ui
                .painter()
                .layout_no_wrap(title.clone(), font, Color32::WHITE);
            galley.size().x
        });
        let names_width = widths.fold(0.0, f32::max).min(ui.available_width() * 0.4);
        let height = ui.available_height() / pairs.len() as f32 - ui.spacing().item_spacing.y;
        let height = height.clamp(HEIGHT, MOST_HEIGHT);
        let mut removed = None;
        for (i, (pair, curve)) in pairs.iter().zip(curves).enumerate() {
            let line = Line {
                similarity,
                pair: *pair,
                title: &titles[i],
                curve,
                color: similarity.scene.colours.watched(i),
                names_width,
                height,
            };
            if line.ui(ui) {
                removed = Some(*pair);
            }
        }
        if let Some(pair) = removed {
            self.toggle(pair, names.len());
        }
    }

    /// The curves of the pairs, those of the last frame if nothing changed.
    fn curves(&mut self, similarity: &Similarity<'_>, pairs: &[[usize; 2]]) -> &[Curve] {
        let key = Key {
            of: Extract::of(similarity.scene.run, similarity.layer),
            scale: similarity.scale,
            pairs: pairs.to_vec(),
        };
        let serves = |(old, _): &(Key, _)| {
            old.of.serves(&key.of) && (old.scale, &old.pairs) == (key.scale, &key.pairs)
        };
        if !self.curves.as_ref().is_some_and(serves) {
            self.curves = None;
        }
        let (_, curves) = self.curves.get_or_insert_with(|| {
            let epochs = similarity.scene.run.record.epochs();
            let values = similarity.values();
            let of_pair = |(i, pair): (usize, &[usize; 2])| {
                let of = CurveOf::Run(Quantity::Watched(i));
                let value = |row: usize| values.value(row, *pair);
                Curve::new(of, epochs, value, Colour::Watched(i).into())
            };
            let curves = pairs.iter().enumerate().map(of_pair).collect();
            (key, curves)
        });
        curves
    }
}

/// One line.
struct Line<'a> {
    similarity: &'a Similarity<'a>,
    pair: [usize; 2],
    title: &'a str,
    curve: &'a Curve,
    color: Color32,
    names_width: f32,
    height: f32,
}

impl Line<'_> {
    /// Draws it; answers whether it is to go.
    fn ui(&self, ui: &mut Ui) -> bool {
        let words = self.similarity.scene.words;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let button = egui::Button::new(RichText::new("×").size(FONT + 3.0)).frame(false);
            let button = ui.add_sized(vec2(14.0, self.height), button);
            let name = words.with("pair-line-remove", &[("name", self.title.into())]);
            accessible_name(ui, &button, &name);
            let is_removed = button.on_hover_text(name).clicked();
            let size = vec2(ui.available_width(), self.height);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let [a, b] = self.pair;
            if response.hovered() {
                PointedParts::at_items(ui.ctx(), vec![a, b]);
            }
            let lifted = PointedParts::shown(ui.ctx()).items;
            if lifted == [a, b] || lifted == [b, a] {
                let tint = ui.visuals().selection.bg_fill.gamma_multiply(0.3);
                ui.painter().rect_filled(rect, 3.0, tint);
            }
            self.draw(ui, rect);
            accessible_picture_with(&response, || self.description());
            is_removed
        })
        .inner
    }

    fn draw(&self, ui: &Ui, rect: Rect) {
        let painter = ui.painter_at(rect);
        let ink = ui.visuals().text_color();
        let font = FontId::proportional(FONT);
        let mut job =
            egui::text::LayoutJob::simple_singleline(self.title.to_owned(), font.clone(), ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(self.names_width);
        let galley = painter.layout_job(job);
        let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
        painter.galley(at, galley, ink);
        let value = fixed(self.value(), 2);
        painter.text(
            rect.right_center(),
            Align2::RIGHT_CENTER,
            value,
            font,
            self.color,
        );

        let plot = Rect::from_min_max(
            pos2(rect.left() + self.names_width + GAP, rect.top() + 3.0),
            pos2(rect.right() - VALUE, rect.bottom() - 3.0),
        );
        let experiment = &self.similarity.scene.run.facts.experiment;
        let last = experiment.last_epoch().max(1) as f64;
        let bottom = self.similarity.values().least();
        let x = |epoch: f64| egui::lerp(plot.left()..=plot.right(), (epoch / last) as f32);
        let y = |value: f64| {
            let share = (value.clamp(bottom, 1.0) - bottom) / (1.0 - bottom);
            egui::lerp(plot.bottom()..=plot.top(), share as f32)
        };
        let zero = ui.visuals().widgets.noninteractive.bg_stroke;
        painter.hline(plot.x_range(), y(0.0), zero);
        let at_epoch = Stroke::new(1.0, self.similarity.scene.colours.epoch);
        let epoch = self.similarity.scene.epoch as f64;
        painter.vline(x(epoch), rect.y_range(), at_epoch);
        let stroke = Stroke::new(self.curve.width as f32, self.color);
        for piece in &self.curve.pieces {
            let points = piece
                .iter()
                .map(|[epoch, value]| pos2(x(*epoch), y(*value)));
            painter.add(Shape::line(points.collect(), stroke));
        }
        let now = self.value();
        if now.is_finite() {
            painter.circle_filled(pos2(x(epoch), y(now)), 2.5, self.color);
        }
    }

    /// At the epoch looked at.
    fn value(&self) -> f64 {
        let row = self.similarity.scene.steady_row();
        self.similarity.values().value(row, self.pair)
    }

    /// For those who do not see the picture.
    fn description(&self) -> String {
        let points = self.curve.pieces.iter().flatten();
        let values = points.map(|[_, value]| *value);
        let least = values.clone().fold(f64::INFINITY, f64::min);
        let most = values.fold(f64::NEG_INFINITY, f64::max);
        self.similarity.scene.words.with(
            "pair-line",
            &[
                ("name", self.title.into()),
                ("value", fixed(self.value(), 2).into()),
                ("epoch", self.similarity.scene.epoch.to_string().into()),
                ("least", fixed(least, 2).into()),
                ("most", fixed(most, 2).into()),
            ],
        )
    }
}

/// `Goldfish – Tuna`; an item with itself is the item.
fn title([a, b]: [usize; 2], names: &[String]) -> String {
    if a == b {
        names[a].clone()
    } else {
        format!("{} – {}", names[a], names[b])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_followed_once_whichever_cell_was_clicked() {
        let mut lines = PairLines::default();
        lines.toggle([2, 5], 8);
        lines.toggle([5, 2], 8);
        assert_eq!(lines.pairs(8).count(), 0);
        for pair in [[1, 0], [2, 2], [3, 4], [7, 6]] {
            lines.toggle(pair, 8);
        }
        let pairs: Vec<_> = lines.pairs(8).collect();
        assert_eq!(pairs, [[2, 2], [3, 4], [6, 7]]);
        // Of fewer items, only the pairs that are there.
        assert_eq!(lines.pairs(4).collect::<Vec<_>>(), [[2, 2]]);
    }
}
