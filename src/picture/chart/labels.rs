//! Labels within the frame: the names of regions, straight lines and curves that end there, and
//! the values of bars. Each goes to the first of several places where it covers nothing.

use super::frame::{INNER_TICK, NAME, NUMBER, line, within};
use super::gutter::entry;
use super::leaving::LeavingName;
use super::{Bar, Chart, Course, Curve, CurveName, Frame, LeftOut, Rule, Sample, Span, Viewport};
use crate::picture::{Align, Area, Colour, Label, Measure, Paint, Point, Turn};

/// From what a label names to the label, in points.
const GAP: f64 = 6.0;
/// How near a curve may come to a label.
const CLEAR: f64 = 1.5;
/// How many lines below the upper edge a label is tried.
const MOST_LINES: usize = 12;

/// The labels of a chart.
pub(super) struct Labels<'a> {
    chart: &'a Chart,
    frame: &'a Frame,
    view: &'a Viewport,
    measure: &'a dyn Measure,
    /// Labels that have a place.
    pub(super) placed: Vec<Label>,
    /// Names that have none.
    pub(super) left_out: Vec<LeftOut>,
    taken: Vec<Area>,
}

/// The words of a label, and how it looks.
struct Text<'a> {
    words: &'a str,
    size: f64,
    paint: Paint,
}

/// A place that a label may have.
type Place = (Point, [Align; 2]);

impl<'a> Labels<'a> {
    pub(super) fn new(
        chart: &'a Chart,
        frame: &'a Frame,
        view: &'a Viewport,
        measure: &'a dyn Measure,
    ) -> Self {
        Self {
            chart,
            frame,
            view,
            measure,
            placed: Vec::new(),
            left_out: Vec::new(),
            taken: Vec::new(),
        }
    }

    /// Finds places; `ends_within` are the curves that end in the frame.
    pub(super) fn place_all(&mut self, ends_within: Vec<(usize, Point)>) {
        let chart = self.chart;
        chart.rules.iter().for_each(|rule| self.rule(rule));
        chart.spans.iter().for_each(|span| self.span(span));
        for (curve, end) in ends_within {
            self.end_within(&chart.curves[curve], end);
        }
        let widths = chart.bars.iter();
        let widths = widths.map(|bar| self.measure.width(&bar.value, NUMBER) + GAP);
        let widest = widths.fold(0.0, f64::max);
        chart.bars.iter().for_each(|bar| self.bar(bar, widest));
    }

    fn rule(&mut self, rule: &Rule) {
        let Some(name) = &rule.name else {
            return;
        };
        let places = match rule.course {
            Course::Upright(x) if (self.view.x[0]..=self.view.x[1]).contains(&x) => {
                self.beside(self.frame.x(self.view, x))
            }
            Course::Level(y) if (self.view.y[0]..=self.view.y[1]).contains(&y) => {
                self.along(self.frame.y(self.view, y))
            }
            _ => return,
        };
        let text = Text {
            words: name,
            size: NUMBER,
            paint: rule.paint.colour.into(),
        };
        if !self.place(&text, places) {
            let sample = Sample::Line {
                paint: rule.paint,
                width: rule.width,
                style: rule.style,
            };
            self.leave_out(sample, name.clone());
        }
    }

    fn span(&mut self, span: &Span) {
        let Some(name) = &span.name else {
            return;
        };
        let view = self.view;
        let (from, to) = (span.from.max(view.x[0]), span.to.min(view.x[1]));
        if from > to {
            return;
        }
        let text = Text {
            words: name,
            size: NUMBER,
            paint: span.paint.colour.into(),
        };
        // In its middle or, beyond its edges, from its left or to its right one.
        let half = self.measure.width(name, NUMBER) / 2.0;
        let Area { left, right, .. } = self.frame.area;
        let [from, to] = [from, to].map(|x| self.frame.x(view, x));
        let middles = [f64::midpoint(from, to), from + half + 2.0, to - half - 2.0];
        let middles = middles.map(|x| within(x, half + GAP, [left, right]));
        let align = [Align::Middle, Align::Start];
        let places = self.lines();
        let places = places.flat_map(|y| middles.map(|x| (Point::new(x, y), align)));
        let places: Vec<Place> = places.collect();
        if !self.place(&text, places) {
            self.leave_out(Sample::Patch(span.paint), name.clone());
        }
    }

    fn end_within(&mut self, curve: &Curve, end: Point) {
        let Some(CurveName::Words(name)) = &curve.name else {
            return;
        };
        let text = Text {
            words: name,
            size: NAME,
            paint: curve.paint.colour.into(),
        };
        let lines = (0..3).flat_map(|lines| [1.0, -1.0].map(|side| side * f64::from(lines)));
        let places = lines.map(|lines| {
            let at = Point::new(end.x + GAP, end.y + lines * line(NAME));
            (at, [Align::Start, Align::Middle])
        });
        let places: Vec<Place> = places.collect();
        if !self.place(&text, places) {
            self.left_out.push(LeftOut {
                of: Some(curve.of),
                entry: entry(curve, name.clone()),
            });
        }
    }

    /// Finds places for the names of curves that leave the chart; words without one are left out.
    pub(super) fn place_leaving(&mut self, names: &[LeavingName]) {
        for name in names {
            let curve = &self.chart.curves[name.curve];
            let text = Text {
                words: &name.text,
                size: NAME,
                paint: curve.paint.colour.into(),
            };
            let sides = [(GAP, Align::Start), (-GAP, Align::End)];
            let places = (0..4).flat_map(|lines| {
                sides.map(|(gap, side)| {
                    let y = name.at.y + f64::from(lines) * line(NAME);
                    (Point::new(name.at.x + gap, y), [side, Align::Middle])
                })
            });
            let has_place = self.place(&text, places.collect::<Vec<Place>>());
            if !has_place && matches!(curve.name, Some(CurveName::Words(_))) {
                self.left_out.push(LeftOut {
                    of: Some(curve.of),
                    entry: entry(curve, name.text.clone()),
                });
            }
        }
    }

    /// The value above a bar, if all bars have room for theirs.
    fn bar(&mut self, bar: &Bar, widest: f64) {
        let [from, to] = [bar.from, bar.to].map(|x| self.frame.x(self.view, x));
        // The gaps between bars are room, too.
        if widest > 1.6 * (to - from) {
            return;
        }
        let y = self.frame.y(self.view, bar.above) - 2.0;
        let at = Point::new(f64::midpoint(from, to), y);
        let text = Text {
            words: &bar.value,
            size: NUMBER,
            paint: Colour::Ink.into(),
        };
        self.place(&text, vec![(at, [Align::Middle, Align::End])]);
    }

    /// Places on either side of an upright line, from the top downwards, and a little farther away.
    fn beside(&self, x: f64) -> Vec<Place> {
        const FARTHER: [f64; 4] = [0.0, 10.0, 20.0, 30.0];
        let places = FARTHER.into_iter().flat_map(|farther| {
            let gap = GAP + farther;
            let sides = [(x + gap, Align::Start), (x - gap, Align::End)];
            let place = move |y| sides.map(|(x, side)| (Point::new(x, y), [side, Align::Start]));
            self.lines().flat_map(place)
        });
        places.collect()
    }

    /// Places over and under a level line, from the left to the right.
    fn along(&self, y: f64) -> Vec<Place> {
        let Area { left, right, .. } = self.frame.area;
        let (first, room) = (left + GAP, right - left - 2.0 * GAP);
        let sides = [(y - 2.0, Align::End), (y + 2.0, Align::Start)];
        let shares = (0..=8_u8).map(|step| f64::from(step) / 8.0);
        let place = move |share: f64| {
            let side = match share {
                0.0 => Align::Start,
                1.0 => Align::End,
                _ => Align::Middle,
            };
            sides.map(|(y, above)| (Point::new(first + share * room, y), [side, above]))
        };
        shares.flat_map(place).collect()
    }

    /// The upper edges of lines of text, from the top of the frame.
    fn lines(&self) -> impl Iterator<Item = f64> + use<> {
        let top = self.frame.area.top + 3.0;
        (0..MOST_LINES).map(move |number| top + number as f64 * line(NUMBER))
    }

    /// Puts a label at the first place where it covers nothing; whether there is one.
    fn place(&mut self, text: &Text<'_>, places: Vec<Place>) -> bool {
        let label = |(at, align): Place| Label {
            text: text.words.to_owned(),
            at,
            align,
            size: text.size,
            paint: text.paint,
            turn: Turn::Flat,
        };
        for place in places {
            let label = label(place);
            let area = label.area(self.measure);
            if self.is_free(&area) {
                self.taken.push(area);
                self.placed.push(label);
                return true;
            }
        }
        false
    }

    fn is_free(&self, area: &Area) -> bool {
        self.frame.area.holds(&area.grown(1.0))
            && !self.taken.iter().any(|other| other.overlaps(area))
            && !self
                .chart
                .curves
                .iter()
                .any(|curve| self.crosses(curve, area))
            && !self
                .chart
                .rules
                .iter()
                .any(|rule| self.rule_crosses(rule, area))
    }

    fn crosses(&self, curve: &Curve, area: &Area) -> bool {
        let Self { frame, view, .. } = self;
        let area = area.grown(CLEAR.max(curve.painted_width() / 2.0));
        let [from, to] = [area.left, area.right].map(|x| frame.x_at(view, x));
        curve.pieces.iter().any(|piece| {
            let first = piece.partition_point(|point| point[0] < from);
            let last = piece.partition_point(|point| point[0] <= to);
            let stretch = &piece[first.saturating_sub(1)..(last + 1).min(piece.len())];
            let point = |at: [f64; 2]| frame.point(view, at);
            if let [one] = stretch {
                return area.contains(point(*one));
            }
            let mut segments = stretch.windows(2);
            segments.any(|pair| area.is_crossed(point(pair[0]), point(pair[1])))
        })
    }

    fn rule_crosses(&self, rule: &Rule, area: &Area) -> bool {
        match rule.course {
            Course::Level(y) => {
                let y = self.frame.y(self.view, y);
                area.top < y && y < area.bottom
            }
            Course::Upright(x) => {
                let x = self.frame.x(self.view, x);
                area.left < x && x < area.right
            }
            Course::Tick(x) => {
                let x = self.frame.x(self.view, x);
                let top = self.frame.area.bottom - INNER_TICK;
                area.left < x && x < area.right && top < area.bottom
            }
        }
    }

    fn leave_out(&mut self, sample: Sample, text: String) {
        self.left_out.push(LeftOut {
            of: None,
            entry: super::Entry { sample, text },
        });
    }
}
