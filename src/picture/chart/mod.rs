//! Charts: curves, bars and regions in a frame with axes.
//!
//! In units of a chart, x is an epoch, or the number of a bar, and y a share of the frame: 0 at its
//! lower edge, 1 at its upper one. Both upright axes are maps of the same y, so that a curve of
//! either is drawn the same way, and zooming is showing a part of the chart ([`Viewport`]).
//!
//! A chart's layout has two parts: [`Chart::inside`] is what moves when one zooms, which a window
//! may paint by means of its own, and [`Chart::around`] is everything else: axes, names, legend
//! and labels. [`Chart::layout`] has both.

mod across;
mod around;
mod axis;
mod coinciding;
mod frame;
mod gutter;
mod inside;
mod labels;
mod leaving;
mod left_out;
mod legend;
mod marks;
mod mode_ends;
mod names_room;
mod pointed;
mod ticks;
mod upright;

pub use across::{Across, Counts};
pub use around::Around;
pub use axis::{Axis, AxisScale};
pub use frame::{Frame, Viewport};
pub use left_out::{CutName, LeftOut};
pub(super) use legend::TICK_WIDTH;
pub use marks::{
    Bar, Course, Cover, Curve, CurveName, CurveOf, Entry, Envelope, Quantity, Rule, Sample, Span,
    SpanOf, TheoryKind,
};
pub use names_room::NamesRoom;
pub use ticks::{Tick, Ticks};

use crate::picture::{Drawing, Measure, Size, Words};

/// A chart, without a size.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The title; `None` where it is written elsewhere.
    pub title: Option<String>,
    /// The axis along its lower edge.
    pub x: Across,
    /// The axis at its left. One without a name is not drawn, but keeps its room and its grid.
    pub left: Axis,
    /// The axis at its right, likewise. `None` for a chart that never has one.
    pub right: Option<Axis>,
    /// Upright regions, behind everything.
    pub spans: Vec<Span>,
    /// Filled areas.
    pub envelopes: Vec<Envelope>,
    /// Bars.
    pub bars: Vec<Bar>,
    /// Straight lines.
    pub rules: Vec<Rule>,
    /// Curves, from back to front.
    pub curves: Vec<Curve>,
    /// Explanations of samples, in the legend.
    pub legend: Vec<Entry>,
    /// How many lines of legend have room above the frame, whether there is a legend or not.
    pub n_legend_lines: usize,
    /// The widest number of modes that the gutter must have room for, such as `00–00`.
    pub widest_number: Option<String>,
    /// The room for names in the gutter, whichever curves are in the chart; `None` for as much as
    /// their names need.
    pub names_room: Option<NamesRoom>,
    /// Whether numbers and names have no more room than they need. The frame then moves with them.
    pub is_tight: bool,
}

impl Chart {
    /// An empty chart with room for a line of legend.
    pub fn new(x: Across, left: Axis, right: Option<Axis>) -> Self {
        Self {
            title: None,
            x,
            left,
            right,
            spans: Vec::new(),
            envelopes: Vec::new(),
            bars: Vec::new(),
            rules: Vec::new(),
            curves: Vec::new(),
            legend: Vec::new(),
            n_legend_lines: 1,
            widest_number: None,
            names_room: None,
            is_tight: false,
        }
    }

    /// All of it.
    pub fn whole(&self) -> Viewport {
        Viewport {
            x: [self.x.from, self.x.to],
            y: [0.0, 1.0],
        }
    }

    /// The whole picture at a size. Names that have no room are in the legend as far as that has
    /// room, and counted beyond.
    pub fn layout(
        &self,
        size: Size,
        view: &Viewport,
        measure: &dyn Measure,
        words: &dyn Words,
    ) -> Drawing {
        let frame = self.frame(size, measure);
        let mut drawing = self.inside(&frame, view);
        let around = self.around(&frame, view, measure, words);
        drawing.shapes.extend(around.drawing.shapes);
        drawing
    }

    /// The height of every curve that is there at `x`, with the curve's place in
    /// [`Chart::curves`].
    pub fn values_at(&self, x: f64) -> Vec<(usize, f64)> {
        let curves = self.curves.iter().enumerate();
        curves
            .filter_map(|(i, curve)| Some((i, curve.y_at(x)?)))
            .collect()
    }
}
