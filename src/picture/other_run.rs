//! Other runs beside the one that is shown: pinned ones, and that before the drag under way.

use super::chart::{Curve, CurveOf, Quantity};
use super::{Colour, Paint};
use crate::model::CurveRecord;

/// Another run beside the one that is shown.
#[derive(Clone, Copy, Debug)]
pub struct OtherRun<'a> {
    /// Place among the pins; `None` for the run before the drag under way.
    pub pin: Option<usize>,
    /// The name; `None` for the run before the drag under way.
    pub name: Option<&'a str>,
    /// The number of its colour.
    pub colour: usize,
    /// Curves.
    pub record: &'a CurveRecord,
    /// Names of its watched pairs.
    pub watched: &'a [String],
    /// The largest singular value of its data, of which its modes are shown as shares.
    pub largest_mode: f64,
    /// Whether it is pointed at elsewhere, and stands out.
    pub is_lifted: bool,
}

impl OtherRun<'_> {
    /// Its largest singular value, or that of its data where it swings or blows up beyond.
    pub(super) fn largest_shown(&self) -> f64 {
        let rows = 0..self.record.len();
        let largest = rows.filter_map(|row| self.record.modes(row).first());
        let largest = largest.fold(0.0, |most: f64, value| most.max(*value));
        largest.min(self.largest_mode)
    }

    /// A curve of it: thin and faint, unless it is lifted.
    pub(super) fn curve(&self, quantity: Quantity, y: impl Fn(usize) -> f64) -> Curve {
        let of = match self.pin {
            Some(pin) => CurveOf::Pin { pin, quantity },
            None => CurveOf::BeforeDrag(quantity),
        };
        let width = match (self.is_lifted, quantity) {
            (true, _) => 2.4,
            (false, Quantity::Watched(_)) => 1.4,
            (false, _) => 1.1,
        };
        let curve = Curve::new(of, self.record.epochs(), y, self.paint(quantity));
        Curve {
            is_lifted: self.is_lifted,
            ..curve.width(width)
        }
    }

    fn paint(&self, quantity: Quantity) -> Paint {
        let (colour, opacity) = match (self.pin, self.is_lifted) {
            (_, true) => (Colour::Pin(self.colour), 1.0),
            (Some(_), false) => (Colour::Pin(self.colour), 0.75),
            (None, false) => (Colour::Quiet, 0.55),
        };
        // There are many of these.
        match quantity {
            Quantity::Mode(_) | Quantity::Strength(_) => colour.at(0.45 * opacity),
            Quantity::Loss | Quantity::Watched(_) => colour.at(opacity),
        }
    }
}
