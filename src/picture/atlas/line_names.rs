//! Theory's lines over an atlas, and their names where there is room.

use super::super::atlas_phrase::AtlasPhrase;
use super::super::occupied::Occupied;
use super::super::strokes::{fill, size};
use super::super::{
    Align, Area, Colour, Drawing, Label, LineStyle, Measure, Paint, Phrase, Point, Role, Shape,
    Turn, Words,
};
use super::AtlasPicture;
use super::frame::PlaneFrame;
use crate::analysis::atlas::lines::{LineMeaning, TheoryLine};
use crate::numbers::short;

/// From a line to its name.
const APART: f64 = 5.0;
/// Between the places along a line at which its name is tried.
const STEP: f64 = 8.0;

/// A line in points of the picture, as far as it is within the plane.
struct Course {
    meaning: LineMeaning,
    points: Vec<Point>,
}

impl AtlasPicture<'_> {
    /// Draws the lines that are seen, each with a light one below it.
    pub(super) fn draw_lines(&self, drawing: &mut Drawing, frame: &PlaneFrame<'_>) {
        let courses: Vec<Course> = self.courses(frame);
        for (width, paint) in [(2.4, Colour::Ground.at(0.7)), (0.0, Colour::Ink.into())] {
            for course in &courses {
                let (own, style) = course.stroke();
                let (width, style) = if width > 0.0 {
                    (own + width, LineStyle::Solid)
                } else {
                    (own, style)
                };
                course.draw(drawing, frame.area, (width, style), paint);
            }
        }
    }

    /// Names the lines, as far as there is room; `taken` are the places of marks.
    pub(super) fn draw_line_names(
        &self,
        drawing: &mut Drawing,
        frame: &PlaneFrame<'_>,
        taken: &[Area],
        (measure, words): (&dyn Measure, &dyn Words),
    ) {
        let courses = self.courses(frame);
        let mut occupied = Occupied::none_of(frame.area);
        for course in &courses {
            occupied.take_line(&course.points);
        }
        for area in taken {
            occupied.take(*area);
        }
        for course in &courses {
            let names = names_of(course.meaning, words);
            let mut labels = names
                .into_iter()
                .filter_map(|name| course.label(name, &occupied, measure));
            let Some(label) = labels.next() else {
                continue;
            };
            let area = label.area(measure);
            occupied.take(area.grown(2.0));
            let behind = Area {
                left: area.left - 2.0,
                right: area.right + 2.0,
                ..area
            };
            fill(drawing, behind, Colour::Ground.at(0.75));
            drawing.shapes.push(Shape::Text(label));
        }
    }

    /// The lines that are seen, from the least to the most important.
    fn courses(&self, frame: &PlaneFrame<'_>) -> Vec<Course> {
        let rank = |meaning: LineMeaning| match meaning {
            LineMeaning::StabilityLimit => 0,
            LineMeaning::Melting { .. } => 1,
            LineMeaning::FirstDrop { .. } => 2,
        };
        let shown = self
            .lines
            .iter()
            .filter(|line| self.shown.shows(line.meaning));
        let courses = shown.map(|line| Course::of(line, frame));
        let mut courses: Vec<Course> = courses.filter(|course| course.points.len() > 1).collect();
        courses.sort_by_key(|course| rank(course.meaning));
        courses
    }
}

impl Course {
    fn of(line: &TheoryLine, frame: &PlaneFrame<'_>) -> Self {
        let points = line.points.iter().map(|&point| frame.at(point));
        let is_finite = |at: &Point| at.x.is_finite() && at.y.is_finite();
        let mut points: Vec<Point> = points.filter(is_finite).collect();
        extend(&mut points, frame.area);
        let is_seen = points
            .windows(2)
            .any(|ends| frame.area.is_crossed(ends[0], ends[1]));
        if !is_seen {
            points.clear();
        }
        Self {
            meaning: line.meaning,
            points,
        }
    }

    fn stroke(&self) -> (f64, LineStyle) {
        match self.meaning {
            LineMeaning::StabilityLimit => (1.8, LineStyle::Solid),
            LineMeaning::Melting { .. } => (1.4, LineStyle::Dashed),
            LineMeaning::FirstDrop { .. } => (1.4, LineStyle::Dotted),
        }
    }

    fn draw(
        &self,
        drawing: &mut Drawing,
        clip: Area,
        (width, style): (f64, LineStyle),
        paint: Paint,
    ) {
        drawing.shapes.push(Shape::Line {
            points: self.points.clone(),
            width,
            paint,
            style,
            role: Role::Curve,
            clip: Some(clip),
        });
    }

    /// The name at the first free place beside the line, from its end back to its start.
    fn label(&self, name: String, occupied: &Occupied, measure: &dyn Measure) -> Option<Label> {
        let width = measure.width(&name, size::NAME);
        let mut label = Label {
            text: name,
            at: Point::new(0.0, 0.0),
            align: [Align::Start, Align::Middle],
            size: size::NAME,
            paint: Colour::Ink.into(),
            turn: Turn::Flat,
        };
        let high = label.size * Label::LINE;
        for at in self.stations() {
            let beside = [
                (-width - APART, 0.0),
                (APART, 0.0),
                (-width - APART, -high),
                (APART, -high),
                (-width - APART, high),
                (APART, high),
                (-0.5 * width, -high),
                (-0.5 * width, high),
            ];
            for (dx, dy) in beside {
                label.at = Point::new(at.x + dx, at.y + dy);
                let area = label.area(measure).grown(1.5);
                if occupied.is_free(area) {
                    return Some(label);
                }
            }
        }
        None
    }

    /// Places along the line, from its end to its start.
    fn stations(&self) -> Vec<Point> {
        let mut stations = Vec::new();
        for ends in self.points.windows(2).rev() {
            let (dx, dy) = (ends[1].x - ends[0].x, ends[1].y - ends[0].y);
            let n = (dx.hypot(dy) / STEP).ceil().clamp(1.0, 100.0) as usize;
            let place = |i: usize| {
                let share = i as f64 / n as f64;
                Point::new(ends[1].x - share * dx, ends[1].y - share * dy)
            };
            stations.extend((0..n).map(place));
        }
        stations
    }
}

/// Goes on at the ends of a line up to half a cell: its points are the middles of cells.
fn extend(points: &mut [Point], area: Area) {
    let n = points.len();
    if n < 2 {
        return;
    }
    let on = |from: Point, to: Point| {
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        // Only what reaches the outermost cells' middles goes on: others end where theory does.
        let step = Point::new(to.x - from.x, to.y - from.y);
        let next = Point::new(to.x + 0.5 * step.x, to.y + 0.5 * step.y);
        let reaches =
            !area.grown(-1e-9).contains(next) || near(next.x, area.left) || near(next.y, area.top);
        if reaches { next } else { to }
    };
    let (first, last) = (on(points[1], points[0]), on(points[n - 2], points[n - 1]));
    (points[0], points[n - 1]) = (first, last);
}

/// The names of a line, the longest first.
fn names_of(meaning: LineMeaning, words: &dyn Words) -> Vec<String> {
    let name = match meaning {
        LineMeaning::StabilityLimit => AtlasPhrase::StabilityLimit(None),
        LineMeaning::Melting { stage } => AtlasPhrase::Melting(stage + 1),
        LineMeaning::FirstDrop { epoch } => AtlasPhrase::FirstDrop(epoch),
    };
    let name = words.say(&Phrase::Atlas(name));
    match meaning {
        LineMeaning::FirstDrop { epoch } => vec![name, short(epoch)],
        _ => vec![name],
    }
}
