//! The way between a picture's points and the window's, and pictures laid out that are kept.

use egui::emath::GuiRounding as _;
use egui::{Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, vec2};

use super::paint::{paint, palette};
use super::scene::Scene;
use crate::app::command::language::Language;
use crate::app::run::extract::Extract;
use crate::app::theme::theme_colours::color;
use crate::picture::{Area, Colour, Drawing, Point, Size};

/// The opacity of the tint of a part that is pointed at.
const LIFTED: f32 = 0.3;

/// The radius of a ring around a dot, in points.
const RING: f32 = 7.0;

/// A drawing in the window, and the pointer over it.
pub(crate) struct Canvas {
    /// The pointer's doings on it.
    pub(crate) response: Response,
    /// Where its upper left corner is.
    origin: Pos2,
}

impl Canvas {
    /// Paints a drawing where the next widget goes, and takes its size.
    pub(crate) fn paint(ui: &mut Ui, drawing: &Drawing, sense: Sense) -> Self {
        let size = vec2(drawing.size.width as f32, drawing.size.height as f32);
        let (response, painter) = ui.allocate_painter(size, sense);
        let origin = response.rect.min.round_to_pixels(ui.pixels_per_point());
        paint(drawing, &painter, origin, &palette(ui.visuals()));
        Self { response, origin }
    }

    /// The picture's point under the pointer.
    pub(crate) fn pointed(&self) -> Option<Point> {
        self.response.hover_pos().map(|at| self.point(at))
    }

    /// A place of the window in the picture.
    pub(crate) fn point(&self, at: Pos2) -> Point {
        point_at(self.origin, at)
    }

    /// An area of the picture in the window.
    pub(crate) fn rect(&self, area: Area) -> Rect {
        rect_at(self.origin, area)
    }

    /// A part of the picture as a widget of its own, by its number.
    pub(crate) fn part(&self, ui: &Ui, part: usize, area: Area, sense: Sense) -> Response {
        // By its number alone it would have the id of a tooltip.
        let id = self.response.id.with(("part", part));
        ui.interact(self.rect(area), id, sense)
    }

    /// Tints a part that is pointed at in any picture.
    pub(crate) fn lift(&self, ui: &Ui, area: Area) {
        let color = ui.visuals().selection.bg_fill.gamma_multiply(LIFTED);
        let painter = ui.painter_at(self.response.rect);
        painter.rect_filled(self.rect(area), 3.0, color);
    }

    /// Draws a ring around a dot that is pointed at in any picture.
    pub(crate) fn ring(&self, ui: &Ui, at: Point) {
        let stroke = Stroke::new(2.0, color(palette(ui.visuals()).rgb(Colour::Epoch)));
        let center = self.origin + vec2(at.x as f32, at.y as f32);
        let painter = ui.painter_at(self.response.rect);
        painter.circle_stroke(center, RING, stroke);
    }

    /// Frames what is pointed at.
    pub(crate) fn frame(&self, ui: &Ui, area: Area) {
        let stroke = Stroke::new(2.0, color(palette(ui.visuals()).rgb(Colour::Epoch)));
        let painter = ui.painter_at(self.response.rect.expand(2.0));
        painter.rect_stroke(self.rect(area), 0.0, stroke, StrokeKind::Inside);
    }
}

/// A place of the window in a picture whose upper left corner is at `origin`.
pub(super) fn point_at(origin: Pos2, at: Pos2) -> Point {
    let at = at - origin;
    Point::new(f64::from(at.x), f64::from(at.y))
}

/// An area of a picture whose upper left corner is at `origin` in the window.
pub(super) fn rect_at(origin: Pos2, area: Area) -> Rect {
    let at = |x: f64, y: f64| origin + vec2(x as f32, y as f32);
    Rect::from_min_max(at(area.left, area.top), at(area.right, area.bottom))
}

/// A size of the window as pictures take it; of whole points, and never nothing.
pub(crate) fn size(size: Vec2) -> Size {
    let side = |side: f32| f64::from(side.floor().max(1.0));
    Size::new(side(size.x), side(size.y))
}

/// The lower edge of what is drawn, labels included.
pub(crate) fn foot(ui: &Ui, drawing: &Drawing, matrix: Area) -> f64 {
    let font = super::paint::WindowFont(ui.ctx());
    let labels = drawing.labels().map(|label| label.area(&font).bottom);
    labels.fold(matrix.bottom, f64::max)
}

/// The run, the size and all else that a picture of a run was laid out for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Setting {
    of: Extract,
    epoch: usize,
    size: Size,
    pixels_per_point: f32,
    language: Language,
}

impl Setting {
    /// The scene's, at a size.
    pub(crate) fn of(ui: &Ui, scene: &Scene<'_>, size: Size) -> Self {
        Self {
            of: Extract::of(scene.run, scene.layer.unwrap_or(0)),
            epoch: scene.epoch,
            size,
            pixels_per_point: ui.pixels_per_point(),
            language: scene.words.language(),
        }
    }
}

/// A picture laid out, kept while it is laid out for the same.
#[derive(Debug)]
pub(crate) struct LayoutCache<K, L>(Option<(K, L)>);

impl<K, L> Default for LayoutCache<K, L> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, L> LayoutCache<K, L> {
    /// The picture for this key: the kept one, or else a new one.
    pub(crate) fn get(&mut self, key: K, lay_out: impl FnOnce() -> L) -> &L {
        if self.0.as_ref().is_some_and(|(kept, _)| *kept != key) {
            self.0 = None;
        }
        let (_, layout) = self.0.get_or_insert_with(|| (key, lay_out()));
        layout
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_laid_out_anew_for_another_key_alone() {
        let mut kept = LayoutCache::default();
        assert_eq!(*kept.get(1, || "one"), "one");
        assert_eq!(*kept.get(1, || "again"), "one");
        assert_eq!(*kept.get(2, || "two"), "two");
        assert_eq!(*kept.get(1, || "again"), "again");
    }
}
