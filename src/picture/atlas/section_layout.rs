//! A section laid out: dots, the stability limit, the run at hand and where runs diverge.

use std::collections::HashSet;

use super::super::atlas_phrase::AtlasPhrase;
use super::super::strokes::{dot, line_height, size, text, title};
use super::super::{
    Align, Area, Colour, Drawing, LineStyle, Measure, Paint, Phrase, Point, Role, Shape, Size,
    Words, chart,
};
use super::frame::{
    Around, EDGE, LeftAxis, axis_name, draw_left_axis, draw_lower_axis, plane_area,
};
use super::look::Hatch;
use super::section::SectionPicture;
use crate::analysis::atlas::axis::Axis;

/// The radius of a dot.
const DOT: f64 = 1.0;
/// Dots nearer than this are one.
const PIXEL: f64 = 0.75;
/// From a line to its name.
const APART: f64 = 4.0;

/// A section laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionLayout {
    /// The picture.
    pub drawing: Drawing,
    /// Where the dots are.
    pub plane: Area,
    axis: Axis,
}

/// A section and where it is drawn.
struct Canvas<'a> {
    picture: &'a SectionPicture<'a>,
    area: Area,
    upright: chart::Axis,
}

impl SectionLayout {
    /// The value of the axis at a point; `None` outside of the plane.
    pub fn value_at(&self, point: Point) -> Option<f64> {
        let place = (point.x - self.plane.left) / self.plane.width();
        let is_within = self.plane.contains(point);
        is_within.then(|| self.axis.value_at(place))
    }

    /// Where a value of the axis is, from the left edge; outside of the plane for a value beyond
    /// the axis, not finite for one that cannot stand on it.
    pub fn x_at(&self, value: f64) -> f64 {
        self.plane.left + self.axis.place(value) * self.plane.width()
    }
}

impl SectionPicture<'_> {
    /// Lays it out.
    pub fn layout(&self, size: Size, measure: &dyn Measure, words: &dyn Words) -> SectionLayout {
        let mut drawing = Drawing::new(size);
        let axis = &self.section.axis;
        let upright = self.upright(words);
        let written = |height: f64| {
            let ticks = upright.ticks([0.0, 1.0], height);
            let marks = ticks.marks.into_iter();
            marks.map(|tick| (tick.at, tick.text)).collect()
        };
        let around = Around {
            // A line of names stands above the frame.
            top: title(&mut drawing, self.title.as_deref(), measure)
                + line_height(super::super::strokes::size::NAME),
            ..Around::default()
        };
        let area = plane_area(size, around, &written, measure);
        let left = LeftAxis {
            ticks: written(area.height()),
            name: upright.name.clone().unwrap_or_default(),
        };
        let factor = upright.ticks([0.0, 1.0], area.height()).factor;
        let canvas = Canvas {
            picture: self,
            area,
            upright,
        };
        canvas.draw_diverged(&mut drawing);
        canvas.draw_lines(&mut drawing);
        canvas.draw_dots(&mut drawing);
        canvas.draw_names(&mut drawing, factor, measure, words);
        let name = axis_name(axis.parameter, words);
        draw_lower_axis(&mut drawing, area, axis, &name, measure);
        draw_left_axis(&mut drawing, area, &left, measure);
        SectionLayout {
            drawing,
            plane: area,
            axis: axis.clone(),
        }
    }
}

impl Canvas<'_> {
    fn x(&self, value: f64) -> f64 {
        let place = self.picture.section.axis.place(value);
        self.area.left + place * self.area.width()
    }

    /// The x of a value that is within the frame.
    fn x_within(&self, value: Option<f64>) -> Option<f64> {
        let x = self.x(value?);
        (self.area.left..=self.area.right).contains(&x).then_some(x)
    }

    /// The stretches of the axis at which runs diverge, from left to right.
    fn diverged(&self) -> Vec<Area> {
        let Self { picture, area, .. } = self;
        let axis = &picture.section.axis;
        let points = picture.section.points.iter();
        let diverged = points.filter(|point| point.diverged_at.is_some());
        let mut cells: Vec<usize> = diverged.map(|point| axis.nearest(point.value)).collect();
        cells.sort_unstable();
        cells.dedup();
        let mut stretches: Vec<Area> = Vec::new();
        for cell in cells {
            let (from, to) = axis.edges(cell);
            let [left, right] = [from, to].map(|place| area.left + place * area.width());
            match stretches.last_mut() {
                Some(last) if (last.right - left).abs() < 1e-6 => last.right = right,
                _ => stretches.push(Area {
                    left,
                    right,
                    ..*area
                }),
            }
        }
        stretches
    }

    fn draw_diverged(&self, drawing: &mut Drawing) {
        for stretch in self.diverged() {
            Hatch::Diverges.draw(drawing, &[stretch], false);
        }
    }

    fn draw_lines(&self, drawing: &mut Drawing) {
        let mut upright = |x: f64, width: f64, style: LineStyle, paint: Paint| {
            let points = [self.area.top, self.area.bottom].map(|y| Point::new(x, y));
            drawing.shapes.push(Shape::Line {
                points: points.to_vec(),
                width,
                paint,
                style,
                role: Role::Rule,
                clip: None,
            });
        };
        if let Some(x) = self.x_within(self.picture.limit) {
            upright(x, 1.4, LineStyle::Dashed, Colour::Ink.into());
        }
        if let Some(x) = self.x_within(self.picture.dot) {
            upright(x, 1.4, LineStyle::Solid, Colour::Epoch.into());
        }
    }

    /// Draws a dot for each value, and but one for those at the same place.
    fn draw_dots(&self, drawing: &mut Drawing) {
        let mut taken = HashSet::new();
        let (paint, area) = (self.picture.colour(), self.area);
        for point in &self.picture.section.points {
            let x = self.x(point.value);
            for &value in self.picture.values(point) {
                let y = area.bottom - self.upright.y_of(value) * area.height();
                let at = Point::new(x, y);
                let pixel = [x, y].map(|at| (at / PIXEL).round() as i64);
                if area.contains(at) && taken.insert(pixel) {
                    dot(drawing, at, DOT, paint);
                }
            }
        }
    }

    /// Names the limit and the widest stretch of divergence in the line above the frame.
    fn draw_names(
        &self,
        drawing: &mut Drawing,
        factor: Option<String>,
        measure: &dyn Measure,
        words: &dyn Words,
    ) {
        let say = |phrase| words.say(&Phrase::Atlas(phrase));
        let width = |text: &str| measure.width(text, size::NAME);
        let look = (size::NAME, Colour::Ink);
        let bottom = self.area.top - 3.0;
        let mut free = [EDGE, drawing.size.width - EDGE];
        if let Some(factor) = factor {
            let at = Point::new(EDGE, bottom);
            free[0] = EDGE + width(&factor) + 2.0 * APART;
            text(drawing, factor, at, [Align::Start, Align::End], look);
        }
        let stretches = self.diverged();
        let widest = stretches
            .iter()
            .max_by(|a, b| a.width().total_cmp(&b.width()));
        if let Some(stretch) = widest {
            let name = say(AtlasPhrase::Diverges);
            let half = 0.5 * width(&name);
            let middle = stretch.centre().x.min(self.area.right - half);
            let at = Point::new(middle, bottom);
            let look = (size::NAME, Colour::Error);
            text(drawing, name, at, [Align::Middle, Align::End], look);
            free[1] = middle - half - 2.0 * APART;
        }
        let Some(x) = self.x_within(self.picture.limit) else {
            return;
        };
        let long = say(AtlasPhrase::StabilityLimit(self.picture.limit));
        let short = say(AtlasPhrase::StabilityLimit(None));
        let fits = |name: &String| width(name) <= free[1] - free[0];
        if let Some(name) = [long, short].into_iter().find(fits) {
            let half = 0.5 * width(&name);
            let middle = x.min(free[1] - half).max(free[0] + half);
            let at = Point::new(middle, bottom);
            text(drawing, name, at, [Align::Middle, Align::End], look);
        }
    }
}
