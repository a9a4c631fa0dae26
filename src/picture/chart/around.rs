//! Everything around the frame of a chart, and the labels within it.

use super::frame::{EDGE, NAME, NAME_GAP, NUMBER, NUMBER_GAP, TICK, line, within};
use super::labels::Labels;
use super::legend::Legend;
use super::upright::{AXIS, rule};
use super::{Chart, CutName, Frame, LeftOut, Sample, Viewport};
use crate::picture::shorten::shortened;
use crate::picture::strokes::fitting_title;
use crate::picture::{Align, Colour, Drawing, Label, Measure, Point, Shape, Turn, Words};

/// Everything around the frame, and the names that had no room.
#[derive(Clone, Debug, PartialEq)]
pub struct Around {
    /// Axes, names, labels, legend and title, to be painted over the frame's inside.
    pub drawing: Drawing,
    /// Names that have no room where they belong. As many as it has room for are in the legend.
    pub left_out: Vec<LeftOut>,
    /// Names that are cut, and entries of the legend that are cut or counted.
    pub cut: Vec<CutName>,
}

/// The names of curves, regions and lines.
pub(super) struct ChartNames {
    /// Those that have a place.
    shapes: Vec<Shape>,
    /// Those that have none.
    pub(super) left_out: Vec<LeftOut>,
    /// Those that have a place and are cut.
    cut: Vec<CutName>,
}

impl Chart {
    /// Everything around the frame, and the labels within.
    pub fn around(
        &self,
        frame: &Frame,
        view: &Viewport,
        measure: &dyn Measure,
        words: &dyn Words,
    ) -> Around {
        let mut drawing = Drawing::new(frame.size);
        let shapes = &mut drawing.shapes;
        shapes.push(Shape::Outline {
            area: frame.area,
            width: AXIS,
            paint: Colour::Quiet.at(0.7),
        });
        shapes.extend(self.lower_axis(frame, view, measure));
        shapes.extend(self.upright_axes(frame, view, measure));
        shapes.extend(self.title(frame, measure));
        let names = self.names(frame, view, measure);
        shapes.extend(names.shapes);
        let legend = Legend {
            entries: &self.legend_entries(&names.left_out),
            n_lines: self.n_legend_lines,
            frame,
            measure,
            words,
        };
        let (legend, cut) = legend.shapes();
        shapes.extend(legend);
        Around {
            drawing,
            cut: [names.cut, cut].concat(),
            left_out: names.left_out,
        }
    }

    /// Names in the gutter and labels in the frame, and those that have no room there.
    pub(super) fn names(
        &self,
        frame: &Frame,
        view: &Viewport,
        measure: &dyn Measure,
    ) -> ChartNames {
        let gutter = self.gutter_names(frame, view, measure);
        let mut labels = Labels::new(self, frame, view, measure);
        labels.place_all(gutter.ends_within);
        labels.place_leaving(&self.leaving(frame, view));
        let mut shapes = gutter.shapes;
        shapes.extend(labels.placed.into_iter().map(Shape::Text));
        let mut left_out = gutter.left_out;
        left_out.append(&mut labels.left_out);
        ChartNames {
            shapes,
            left_out,
            cut: gutter.cut,
        }
    }

    fn title(&self, frame: &Frame, measure: &dyn Measure) -> Option<Shape> {
        let title = self.title.as_ref()?;
        let (text, size) = fitting_title(title, frame.size.width - 2.0 * EDGE, measure);
        let left = frame.line_start(measure.width(&text, size));
        Some(Shape::Text(Label {
            text,
            at: Point::new(left, EDGE),
            align: [Align::Start; 2],
            size,
            paint: Colour::Ink.into(),
            turn: Turn::Flat,
        }))
    }

    /// The axis along the lower edge.
    fn lower_axis(&self, frame: &Frame, view: &Viewport, measure: &dyn Measure) -> Vec<Shape> {
        let area = frame.area;
        let width = |text: &str| measure.width(text, NUMBER);
        let label = |text: String, x: f64, y: f64, size: f64| {
            Shape::Text(Label {
                text,
                at: Point::new(x, y),
                align: [Align::Middle, Align::Start],
                size,
                paint: Colour::Ink.into(),
                turn: Turn::Flat,
            })
        };
        let mut shapes = Vec::new();
        let below = area.bottom + TICK + NUMBER_GAP;
        for tick in self.x.ticks(view.x, area.width(), width) {
            let x = frame.x(view, tick.at);
            let ends = [area.bottom, area.bottom + TICK];
            shapes.push(rule(ends.map(|y| Point::new(x, y)), Colour::Ink.into()));
            shapes.push(label(tick.text, x, below, NUMBER));
        }
        let middle = f64::midpoint(area.left, area.right);
        let below = below + line(NUMBER);
        let name = shortened(&self.x.name, frame.size.width - 2.0 * EDGE, NAME, measure);
        let half = measure.width(&name, NAME) / 2.0;
        let x = within(middle, half, [EDGE, frame.size.width - EDGE]);
        shapes.push(label(name, x, below, NAME));
        shapes
    }
}

impl Sample {
    /// How wide a sample is, in points, and how far its words are from it.
    pub(super) const WIDTH: f64 = 20.0;
    pub(super) const GAP: f64 = NAME_GAP + 1.0;
}
