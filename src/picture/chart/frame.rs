//! Where the frame of a chart is in a picture, and what part of the chart it shows.

use super::{Chart, CurveName};
pub(super) use crate::picture::strokes::line_height as line;
use crate::picture::strokes::size;
use crate::picture::{Area, Measure, Point, Size};

/// Names have room in steps of this, so that the frame stays where it is while they change a
/// little.
pub(super) const STEP: f64 = 24.0;

/// Size of the numbers at ticks and of the legend, in points.
pub(super) const NUMBER: f64 = size::NAME;
/// Size of the names of axes and curves.
pub(super) const NAME: f64 = size::TEXT;
/// Size of the title.
const TITLE: f64 = size::TITLE;
/// Length of a tick.
pub(super) const TICK: f64 = 4.0;
/// Length of a tick that stands in the frame.
pub(super) const INNER_TICK: f64 = 9.0;
/// From a tick to its number.
pub(super) const NUMBER_GAP: f64 = 3.0;
/// From numbers to the name of their axis.
pub(super) const NAME_GAP: f64 = 4.0;
/// Around the whole picture.
pub(super) const EDGE: f64 = 6.0;
/// From the frame to the names of its curves: room for the lines that lead there.
pub(super) const LEADER: f64 = 14.0;
/// From the legend to the frame: room for the factors of the axes.
pub(super) const FACTOR_ROOM: f64 = 16.0;
/// The numbers that each upright axis has room for, whatever its own are.
const WIDEST_NUMBERS: [&str; 3] = ["0.0000", "5×10⁻⁴", "10⁻¹⁵"];
/// The most room for names of curves, as a share of the picture's width, and in points.
const MOST_NAMES: (f64, f64) = (0.22, 200.0);

/// The place nearest to `middle` for a thing that reaches `half` to either side, within `from` …
/// `to`; in the middle of it if that is too short.
pub(super) fn within(middle: f64, half: f64, [from, to]: [f64; 2]) -> f64 {
    if to - from < 2.0 * half {
        return f64::midpoint(from, to);
    }
    middle.clamp(from + half, to - half)
}

/// A part of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// From left to right.
    pub x: [f64; 2],
    /// From bottom to top, in heights of the whole frame.
    pub y: [f64; 2],
}

/// Where the parts of a chart are in a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The size of the picture.
    pub size: Size,
    /// The frame around the curves.
    pub area: Area,
    /// How wide the gutter at its right is, where the curves' names are.
    pub gutter: f64,
    /// How much room the numbers of an axis have.
    pub(super) numbers: f64,
}

impl Viewport {
    /// The least part of a chart that may be zoomed in on: a 500th of it either way.
    const LEAST: f64 = 1.0 / 500.0;

    /// A part of a chart whose whole is `whole`: within it, and not smaller than can be labelled.
    #[must_use]
    pub fn within(self, whole: &Self) -> Self {
        let within = |[from, to]: [f64; 2], [first, last]: [f64; 2]| {
            let extent = (to - from).clamp(Self::LEAST * (last - first), last - first);
            let from = (f64::midpoint(from, to) - extent / 2.0).clamp(first, last - extent);
            [from, from + extent]
        };
        Self {
            x: within(self.x, whole.x),
            y: within(self.y, whole.y),
        }
    }
}

impl Frame {
    /// Where a line of text above the frame starts: at the frame or, if it is too long for that,
    /// as far to the left as it must.
    pub(super) fn line_start(&self, width: f64) -> f64 {
        let last = self.size.width - EDGE - width;
        self.area.left.min(last).max(EDGE)
    }

    /// The place in the picture of a place in the chart.
    pub fn point(&self, view: &Viewport, [x, y]: [f64; 2]) -> Point {
        Point {
            x: self.x(view, x),
            y: self.y(view, y),
        }
    }

    /// From the left edge of the picture to an x of the chart.
    pub fn x(&self, view: &Viewport, x: f64) -> f64 {
        let share = (x - view.x[0]) / (view.x[1] - view.x[0]);
        self.area.left + share * self.area.width()
    }

    /// From the upper edge of the picture to a height of the chart.
    pub fn y(&self, view: &Viewport, y: f64) -> f64 {
        let share = (y - view.y[0]) / (view.y[1] - view.y[0]);
        self.area.bottom - share * self.area.height()
    }

    /// The x of the chart at a place in the picture.
    pub fn x_at(&self, view: &Viewport, at: f64) -> f64 {
        let share = (at - self.area.left) / self.area.width();
        view.x[0] + share * (view.x[1] - view.x[0])
    }

    /// The height in the chart of a place in the picture.
    pub fn y_at(&self, view: &Viewport, at: f64) -> f64 {
        let share = (self.area.bottom - at) / self.area.height();
        view.y[0] + share * (view.y[1] - view.y[0])
    }

    /// The left edge of the names of curves.
    pub(super) fn names(&self) -> f64 {
        self.area.right + LEADER
    }

    /// The width of the names of curves.
    pub(super) fn names_width(&self) -> f64 {
        (self.gutter - LEADER - EDGE).max(0.0)
    }
}

impl Chart {
    /// Where the frame is in a picture of this size. The frame does not depend on curves, scales
    /// and the legend; on the names of curves it depends in steps only, and where
    /// [`Chart::names_room`] is given on the names there.
    pub fn frame(&self, size: Size, measure: &dyn Measure) -> Frame {
        let title = self.title.as_ref().map_or(0.0, |_| line(TITLE) + NAME_GAP);
        let legend = self.n_legend_lines as f64 * line(NUMBER);
        let below = TICK + NUMBER_GAP + line(NUMBER) + line(NAME) + EDGE;
        let top = EDGE + title + legend + FACTOR_ROOM;
        let bottom = (size.height - below).max(top + 1.0);
        let numbers = self.numbers(bottom - top, measure);
        let axis = TICK + NUMBER_GAP + numbers + NAME_GAP + line(NAME) + EDGE;
        let gutter = self.gutter(size, measure);
        let right = match &self.right {
            Some(_) => axis,
            // The number of the last tick stands half beyond the frame.
            None if gutter > 0.0 => 0.0,
            None => 3.0 * EDGE,
        };
        let left = axis;
        let area = Area {
            left,
            top,
            // Too small a picture has a frame all the same.
            right: (size.width - gutter - right).max(left + 1.0),
            bottom,
        };
        Frame {
            size,
            area,
            gutter,
            numbers,
        }
    }

    /// The room for the numbers of an upright axis in a frame of this height.
    fn numbers(&self, height: f64, measure: &dyn Measure) -> f64 {
        if !self.is_tight {
            let widths = WIDEST_NUMBERS.map(|text| measure.width(text, NUMBER));
            return widths.into_iter().fold(0.0, f64::max);
        }
        let axes = std::iter::once(&self.left).chain(&self.right);
        let ticks = axes.flat_map(|axis| axis.ticks([0.0, 1.0], height).marks);
        let widths = ticks.map(|tick| measure.width(&tick.text, NUMBER));
        widths.fold(0.0, f64::max)
    }

    fn gutter(&self, size: Size, measure: &dyn Measure) -> f64 {
        let (most_share, most) = MOST_NAMES;
        let named = self.curves.iter().filter_map(|curve| match &curve.name {
            Some(CurveName::Words(name)) => Some(measure.width(name, NAME)),
            _ => None,
        });
        let longest = named.fold(0.0, f64::max);
        let step = if self.is_tight { 1.0 } else { STEP };
        let names = (longest / step).ceil() * step;
        let names = names.min((most_share * size.width).min(most));
        let kept = self.names_room.as_ref();
        let kept = kept.map(|room| room.width(size.width, measure).min(most));
        let names = kept.unwrap_or(names);
        let number = self.widest_number.as_ref();
        let number = number.map_or(0.0, |text| measure.width(text, NAME));
        let width = names.max(number);
        if width > 0.0 {
            LEADER + width + EDGE
        } else {
            0.0
        }
    }
}
