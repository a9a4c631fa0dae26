//! Faults that no picture may have, for the tests of pictures: labels on each other, beyond the
//! frame, on a curve or on a dot.

use std::collections::{BTreeSet, HashMap};

use super::{Area, Drawing, Label, Measure, Point, Role, Shape};

/// By how many points a label may reach into what it must not cover: less than one sees.
const SLACK: f64 = 0.5;

/// The side of a square of the grid in which labels are looked up.
const SQUARE: f64 = 32.0;

/// The faults of a drawing, a sentence each; none if all is well.
///
/// Two labels overlap if their [`Label::ink`] does, as capitals fill it: letters that reach lower
/// are few, and lines closer than that are hard to read anyway. The whole [`Label::area`] must lie
/// within the drawing. A label lies on a line of [`Role::Curve`] or on a dot if its ink meets the
/// line's or the dot's, whichever is painted later.
pub(crate) fn violations(drawing: &Drawing, measure: &dyn Measure) -> Vec<String> {
    let mut found = not_finite(drawing);
    if !found.is_empty() {
        return found;
    }
    let labels = Labels::of(drawing, measure);
    found.extend(labels.beyond(Area::of(drawing.size)));
    found.extend(labels.on_each_other());
    for shape in &drawing.shapes {
        match shape {
            Shape::Line {
                role: Role::Curve,
                points,
                width,
                clip,
                ..
            } => found.extend(labels.on_curve(points, *width, clip.as_ref())),
            Shape::Dot { at, radius, .. } => found.extend(labels.on_dot(*at, *radius)),
            _ => {}
        }
    }
    found
}

/// The labels of a drawing that say anything, in a grid.
struct Labels<'a> {
    labels: Vec<(&'a Label, Area, Area)>,
    grid: HashMap<(i64, i64), Vec<usize>>,
}

impl<'a> Labels<'a> {
    fn of(drawing: &'a Drawing, measure: &dyn Measure) -> Self {
        let printed = drawing.labels().filter(|label| !label.text.is_empty());
        let labels = printed.map(|label| (label, label.area(measure), label.ink(measure)));
        let labels: Vec<_> = labels.collect();
        let mut grid = HashMap::<_, Vec<_>>::new();
        for (index, (_, _, ink)) in labels.iter().enumerate() {
            for square in squares(ink) {
                grid.entry(square).or_default().push(index);
            }
        }
        Self { labels, grid }
    }

    /// The labels with ink near an area, in their order.
    fn near(&self, area: &Area) -> BTreeSet<usize> {
        let lists = squares(area).filter_map(|square| self.grid.get(&square));
        lists.flatten().copied().collect()
    }

    fn beyond(&self, frame: Area) -> impl Iterator<Item = String> {
        let frame = frame.grown(SLACK);
        let beyond = self
            .labels
            .iter()
            .filter(move |(_, area, _)| !frame.holds(area));
        beyond.map(|(label, area, _)| format!("{:?} leaves the frame: {area:?}", label.text))
    }

    fn on_each_other(&self) -> impl Iterator<Item = String> {
        self.labels
            .iter()
            .enumerate()
            .flat_map(|(i, (one, _, ink))| {
                let others = self.near(ink).into_iter().filter(move |&j| j > i);
                let others = others.map(|j| &self.labels[j]);
                let covered = others.filter(|(_, _, other)| {
                    let both = ink.shared(other);
                    both.width() > SLACK && both.height() > SLACK
                });
                covered.map(|(other, _, _)| {
                    let (a, b) = (&one.text, &other.text);
                    format!("{a:?} and {b:?} overlap at {:?}", one.at)
                })
            })
    }

    fn on_curve(&self, points: &[Point], width: f64, clip: Option<&Area>) -> Vec<String> {
        let reach = width / 2.0 - SLACK;
        let mut met = HashMap::new();
        for ends in points.windows(2) {
            let (a, b) = (ends[0], ends[1]);
            for index in self.near(&spanned(a, b).grown(reach.max(0.0))) {
                let ink = self.labels[index].2.grown(reach);
                let seen = clip.map_or(ink, |clip| ink.shared(clip));
                let is_area = seen.width() > 0.0 && seen.height() > 0.0;
                if is_area && seen.is_crossed(a, b) {
                    met.entry(index).or_insert(a);
                }
            }
        }
        let say = |(index, at): (usize, Point)| {
            format!(
                "{:?} lies on a curve after {at:?}",
                self.labels[index].0.text
            )
        };
        let mut said: Vec<_> = met.into_iter().map(say).collect();
        said.sort();
        said
    }

    fn on_dot(&self, at: Point, radius: f64) -> impl Iterator<Item = String> {
        let near = self.near(&spanned(at, at).grown(radius)).into_iter();
        let on = near.filter(move |&index| {
            let ink = &self.labels[index].2;
            let x = at.x - at.x.clamp(ink.left, ink.right);
            let y = at.y - at.y.clamp(ink.top, ink.bottom);
            x.hypot(y) < radius - SLACK
        });
        on.map(move |index| format!("{:?} lies on a dot at {at:?}", self.labels[index].0.text))
    }
}

/// The smallest area with both points.
fn spanned(a: Point, b: Point) -> Area {
    Area {
        left: a.x.min(b.x),
        top: a.y.min(b.y),
        right: a.x.max(b.x),
        bottom: a.y.max(b.y),
    }
}

/// The squares of the grid that an area touches.
fn squares(area: &Area) -> impl Iterator<Item = (i64, i64)> + use<> {
    let range = |from: f64, to: f64| (from / SQUARE).floor() as i64..=(to / SQUARE).floor() as i64;
    let (columns, rows) = (range(area.left, area.right), range(area.top, area.bottom));
    columns.flat_map(move |column| rows.clone().map(move |row| (column, row)))
}

/// Shapes that no painter could paint: a place that is no number, a line without a second point,
/// an area between lines that do not match.
fn not_finite(drawing: &Drawing) -> Vec<String> {
    let is_finite = |point: &Point| point.x.is_finite() && point.y.is_finite();
    let is_area = |area: &Area| {
        let sides = [area.left, area.top, area.right, area.bottom];
        sides.iter().all(|side| side.is_finite()) && area.width() >= 0.0 && area.height() >= 0.0
    };
    let is_sound = |shape: &Shape| match shape {
        Shape::Fill { area, .. } | Shape::Outline { area, .. } => is_area(area),
        Shape::Line { points, .. } => points.len() > 1 && points.iter().all(is_finite),
        Shape::Between { upper, lower, .. } => {
            upper.len() == lower.len() && upper.iter().chain(lower).all(is_finite)
        }
        Shape::Dot { at, .. } => is_finite(at),
        Shape::Text(label) => is_finite(&label.at),
    };
    let unsound = drawing.shapes.iter().filter(|shape| !is_sound(shape));
    unsound
        .map(|shape| format!("cannot be painted: {shape:?}"))
        .collect()
}

/// About the widths of DejaVu Sans, a little more than less: for tests of layouts, which know no
/// font.
pub(crate) struct Sans;

impl Measure for Sans {
    fn width(&self, text: &str, size: f64) -> f64 {
        let em = |letter: char| match letter {
            'i' | 'j' | 'l' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.35,
            'f' | 'r' | 't' | '(' | ')' | '/' | '-' => 0.42,
            'm' | 'w' | 'M' | 'W' | '%' | '@' | '−' | '=' | '+' | '×' | '…' | '\u{1100}'.. => {
                1.0
            }
            'A'..='Z' => 0.76,
            _ => 0.64,
        };
        size * text.chars().map(em).sum::<f64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Align, Colour, LineStyle, Size, Turn};

    const SIZE: Size = Size::new(200.0, 100.0);

    fn label(text: &str, x: f64, y: f64) -> Shape {
        Shape::Text(Label {
            text: text.to_owned(),
            at: Point::new(x, y),
            align: [Align::Start, Align::Middle],
            size: 10.0,
            paint: Colour::Ink.into(),
            turn: Turn::Flat,
        })
    }

    fn line(role: Role, clip: Option<Area>, points: &[(f64, f64)]) -> Shape {
        Shape::Line {
            points: points.iter().map(|&(x, y)| Point::new(x, y)).collect(),
            width: 1.5,
            paint: Colour::Loss.into(),
            style: LineStyle::Solid,
            role,
            clip,
        }
    }

    fn found(shapes: Vec<Shape>) -> Vec<String> {
        violations(&Drawing { size: SIZE, shapes }, &Sans)
    }

    #[test]
    fn labels_that_overlap_are_found_and_lines_of_text_are_not() {
        let two = found(vec![
            label("canary", 20.0, 50.0),
            label("robin", 30.0, 55.0),
        ]);
        assert_eq!(two.len(), 1, "{two:?}");
        assert!(two[0].contains("canary") && two[0].contains("robin"));
        let below = vec![label("canary", 20.0, 50.0), label("robin", 20.0, 58.0)];
        assert_eq!(found(below), Vec::<String>::new());
        let beside = vec![label("aaa", 20.0, 50.0), label("aaa", 20.0 + 19.2, 50.0)];
        assert_eq!(found(beside), Vec::<String>::new());
    }

    #[test]
    fn a_label_beyond_the_frame_is_found_on_each_side() {
        for (x, y) in [(-2.0, 50.0), (190.0, 50.0), (50.0, 3.0), (50.0, 98.0)] {
            let beyond = found(vec![label("shark", x, y)]);
            assert_eq!(beyond.len(), 1, "{x} {y}: {beyond:?}");
            assert!(beyond[0].contains("leaves the frame"));
        }
        assert!(found(vec![label("shark", 0.0, 6.25)]).is_empty());
    }

    #[test]
    fn a_label_on_a_curve_is_found_once_and_one_on_a_rule_is_not() {
        let across = [(0.0, 45.0), (100.0, 52.0), (105.0, 50.0), (200.0, 48.0)];
        let on = found(vec![
            line(Role::Curve, None, &across),
            label("a longer label", 60.0, 50.0),
        ]);
        assert_eq!(on.len(), 1, "{on:?}");
        assert!(on[0].contains("lies on a curve"));
        let rule = vec![line(Role::Rule, None, &across), label("robin", 90.0, 50.0)];
        assert!(found(rule).is_empty());
        let above = vec![line(Role::Curve, None, &across), label("robin", 90.0, 40.0)];
        assert!(found(above).is_empty());
    }

    #[test]
    fn a_curve_is_on_no_label_where_it_is_clipped_away() {
        let left = Area {
            right: 85.0,
            ..Area::of(SIZE)
        };
        let shapes = |clip| {
            let curve = line(Role::Curve, clip, &[(0.0, 50.0), (200.0, 50.0)]);
            vec![curve, label("robin", 90.0, 50.0)]
        };
        assert_eq!(found(shapes(None)).len(), 1);
        assert!(found(shapes(Some(left))).is_empty());
    }

    #[test]
    fn a_label_on_a_dot_is_found_and_one_beside_its_dot_is_not() {
        let dot = Shape::Dot {
            at: Point::new(50.0, 50.0),
            radius: 4.0,
            paint: Colour::Ink.into(),
        };
        assert_eq!(found(vec![dot.clone(), label("pine", 51.0, 50.0)]).len(), 1);
        assert!(found(vec![dot, label("pine", 56.0, 50.0)]).is_empty());
    }

    #[test]
    fn a_shape_that_cannot_be_painted_is_found() {
        let nowhere = line(Role::Rule, None, &[(0.0, f64::NAN), (1.0, 1.0)]);
        let alone = line(Role::Curve, None, &[(1.0, 1.0)]);
        assert_eq!(found(vec![nowhere, alone]).len(), 2);
    }

    #[test]
    fn hundreds_of_labels_among_many_curves_are_checked_at_once() {
        let mut shapes: Vec<_> = (0..400)
            .map(|i| {
                label(
                    "0.5",
                    f64::from(i % 8) * 24.0,
                    6.0 + f64::from(i / 8) * 100.0,
                )
            })
            .collect();
        shapes.extend((0..128).map(|i| {
            let points = (0..2000).map(|j| (f64::from(j) * 0.1, 50.0 + f64::from(i) / 8.0));
            line(Role::Curve, None, &points.collect::<Vec<_>>())
        }));
        let mut drawing = Drawing::new(Size::new(200.0, 5000.0));
        drawing.shapes = shapes;
        let begun = std::time::Instant::now();
        assert!(violations(&drawing, &Sans).is_empty());
        assert!(begun.elapsed().as_secs() < 5);
    }
}
