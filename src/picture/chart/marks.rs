//! The contents of a chart: curves, regions, lines, bars and the entries of its legend.
//!
//! Places are in units of the chart: x is an epoch, or the number of a bar, y a share of the
//! frame.

use crate::picture::thinning::{MOST_POINTS, thinned_rows};
use crate::picture::{LineStyle, Paint};

/// A quantity of a run that has a curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// Loss.
    Loss,
    /// The singular value of this index of the whole network.
    Mode(usize),
    /// The strength of the data's mode of this index.
    Strength(usize),
    /// The prediction for the watched pair of this index of the run that is shown.
    Watched(usize),
}

/// Which theory of the modes' strengths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TheoryKind {
    /// In steps of the learning rate.
    Discrete,
    /// In the limit of small steps.
    Continuous,
}

/// The quantity that a curve shows, and whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CurveOf {
    /// The run that is shown.
    Run(Quantity),
    /// A pinned run, by its place among the pins.
    Pin {
        /// Which one.
        pin: usize,
        /// Quantity.
        quantity: Quantity,
    },
    /// The run before the drag under way.
    BeforeDrag(Quantity),
    /// The median over many seeds.
    Median(Quantity),
    /// A mode's strength as theory has it.
    Theory {
        /// Which theory.
        kind: TheoryKind,
        /// The mode.
        mode: usize,
    },
    /// The plateaus that are foreseen of the prediction for a watched pair.
    Foreseen(usize),
    /// The loss of the network without a hidden layer.
    Shallow,
    /// The loss of the network with hidden layers.
    Deep,
    /// The singular value of this index that is to be expected of data drawn from the tree.
    ExpectedForTree(usize),
}

/// The name of a curve, in the gutter at its right end.
#[derive(Clone, Debug, PartialEq)]
pub enum CurveName {
    /// By words.
    Words(String),
    /// By the number of a mode, from 0. Modes of one level that end together have one name, `5–8`,
    /// if all of them or none of them are learned; others only where each has no room for its own.
    Mode {
        /// Index.
        mode: usize,
        /// Its level among the data's modes; none if that is not known or it is on no level.
        level: Option<usize>,
        /// Whether it has come to half its strength.
        is_learned: bool,
    },
}

/// A curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The quantity, and whose.
    pub of: CurveOf,
    /// Stretches without a gap: points from left to right, all finite, none of them empty.
    pub pieces: Vec<Vec<[f64; 2]>>,
    /// The name; `None` for a curve that needs none.
    pub name: Option<CurveName>,
    /// Colour.
    pub paint: Paint,
    /// Width, in points.
    pub width: f64,
    /// Solid or not.
    pub style: LineStyle,
    /// Whether it is pointed at elsewhere: it is named before all others.
    pub is_lifted: bool,
    /// The equal curve in front of it, if there is one.
    pub cover: Option<Cover>,
}

/// The curve in front of one that coincides with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// The quantity that the front one of them shows, and whose.
    pub by: CurveOf,
    /// The width at which the one behind is seen on both sides, in points.
    pub width: f64,
}

impl Curve {
    /// A solid curve without a name, through the rows at `xs`; where the height `y` of a row is
    /// NaN, it has a gap. Of more than [`MOST_POINTS`] rows it is thinned. Takes time in proportion
    /// to the number of rows.
    pub fn new(of: CurveOf, xs: &[usize], y: impl Fn(usize) -> f64, paint: Paint) -> Self {
        let mut pieces = Vec::new();
        let mut piece = Vec::with_capacity(xs.len().min(MOST_POINTS + 1));
        let mut take = |row: usize| {
            let y = y(row);
            if y.is_finite() {
                piece.push([xs[row] as f64, y]);
            } else if !piece.is_empty() {
                pieces.push(std::mem::take(&mut piece));
            }
        };
        if xs.len() <= MOST_POINTS {
            (0..xs.len()).for_each(&mut take);
        } else {
            let rows = thinned_rows(xs.len(), MOST_POINTS, &y);
            rows.into_iter().for_each(&mut take);
        }
        if !piece.is_empty() {
            pieces.push(piece);
        }
        Self {
            of,
            pieces,
            name: None,
            paint,
            width: 1.6,
            style: LineStyle::Solid,
            is_lifted: false,
            cover: None,
        }
    }

    /// A curve like that of [`Curve::new`], through these points from left to right, which must be
    /// finite.
    pub fn through(of: CurveOf, points: Vec<[f64; 2]>, paint: Paint) -> Self {
        let pieces = Some(points).filter(|points| !points.is_empty());
        Self {
            pieces: pieces.into_iter().collect(),
            ..Self::new(of, &[], |_| f64::NAN, paint)
        }
    }

    /// The same with a width.
    #[must_use]
    pub fn width(self, width: f64) -> Self {
        Self { width, ..self }
    }

    /// The same, drawn in this way.
    #[must_use]
    pub fn style(self, style: LineStyle) -> Self {
        Self { style, ..self }
    }

    /// The same with a name.
    #[must_use]
    pub fn named(self, name: Option<CurveName>) -> Self {
        Self { name, ..self }
    }

    /// The width at which it is painted: of one behind an equal one, wider than its own.
    pub fn painted_width(&self) -> f64 {
        let covered = self.cover.map_or(0.0, |cover| cover.width);
        self.width.max(covered)
    }

    /// The height at `x`, between two points on the line through them; `None` beyond the curve.
    pub fn y_at(&self, x: f64) -> Option<f64> {
        let piece = self.pieces.iter().find(|piece| {
            let (first, last) = (piece[0][0], piece[piece.len() - 1][0]);
            (first..=last).contains(&x)
        })?;
        let next = piece.partition_point(|point| point[0] < x);
        let [to_x, to_y] = piece[next];
        let Some([from_x, from_y]) = next.checked_sub(1).map(|before| piece[before]) else {
            return Some(to_y);
        };
        // A step upright has a height above every other.
        let share = if to_x > from_x {
            (x - from_x) / (to_x - from_x)
        } else {
            1.0
        };
        Some(from_y + share * (to_y - from_y))
    }

    /// Last point up to `x`.
    pub fn end(&self, x: f64) -> Option<[f64; 2]> {
        if let Some(y) = self.y_at(x) {
            return Some([x, y]);
        }
        let points = self
            .pieces
            .iter()
            .rev()
            .flat_map(|piece| piece.iter().rev());
        points.copied().find(|point| point[0] <= x)
    }
}

/// A filled area between two heights, as of one quantity over many seeds.
#[derive(Clone, Debug, PartialEq)]
pub struct Envelope {
    /// The quantity, and whose.
    pub of: Quantity,
    /// X, ascending.
    pub xs: Vec<f64>,
    /// The lower height at each x, finite.
    pub least: Vec<f64>,
    /// The upper height at each x, finite.
    pub largest: Vec<f64>,
    /// Colour.
    pub paint: Paint,
}

/// The meaning of an upright region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanOf {
    /// The epoch that is looked at.
    Epoch(usize),
    /// While the network holds a false belief of the watched pair of this index.
    FalseBelief(usize),
}

/// An upright region of the frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The meaning.
    pub of: SpanOf,
    /// Left edge.
    pub from: f64,
    /// Right edge.
    pub to: f64,
    /// The words in the region; in the legend if they have no room there. `None` for none.
    pub name: Option<String>,
    /// Colour.
    pub paint: Paint,
}

/// Where a straight line is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Course {
    /// From left to right at this height.
    Level(f64),
    /// From bottom to top at this x.
    Upright(f64),
    /// A short upright line at this x that stands on the frame's lower edge.
    Tick(f64),
}

/// A straight line in the frame that is no curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// The line's direction and place.
    pub course: Course,
    /// The words beside the line; in the legend if they have no room there. `None` for none.
    pub name: Option<String>,
    /// Colour.
    pub paint: Paint,
    /// Width, in points.
    pub width: f64,
    /// Solid or not.
    pub style: LineStyle,
}

/// A bar that stands on the foot of the left axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Left edge.
    pub from: f64,
    /// Right edge.
    pub to: f64,
    /// The height of its upper edge.
    pub y: f64,
    /// The height above which its value is written: the upper edge, or what stands above that.
    pub above: f64,
    /// Value in words; left out where it has no room.
    pub value: String,
    /// Colour.
    pub paint: Paint,
}

/// The sample before the words of an entry of a legend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sample {
    /// A piece of a line.
    Line {
        /// Colour.
        paint: Paint,
        /// Width, in points.
        width: f64,
        /// Solid or not.
        style: LineStyle,
    },
    /// A filled patch.
    Patch(Paint),
    /// A short upright line.
    Tick(Paint),
}

/// An entry of a legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The sample before the words.
    pub sample: Sample,
    /// Words.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Colour;

    fn curve(values: &[f64]) -> Curve {
        let xs: Vec<usize> = (0..values.len()).map(|row| 2 * row).collect();
        let of = CurveOf::Run(Quantity::Loss);
        Curve::new(of, &xs, |row| values[row], Colour::Loss.into())
    }

    #[test]
    fn a_curve_has_a_gap_where_it_is_no_number() {
        let curve = curve(&[0.0, 1.0, f64::NAN, f64::NAN, 0.5]);
        assert_eq!(
            curve.pieces,
            [vec![[0.0, 0.0], [2.0, 1.0]], vec![[8.0, 0.5]]]
        );
        assert_eq!(curve.y_at(5.0), None);
        assert_eq!(curve.y_at(8.0), Some(0.5));
        assert_eq!(curve.end(7.0), Some([2.0, 1.0]));
    }

    #[test]
    fn between_its_points_a_curve_is_straight() {
        let curve = curve(&[0.0, 1.0, 0.5]);
        assert_eq!(
            [0.0, 0.5, 2.0, 3.0].map(|x| curve.y_at(x)),
            [Some(0.0), Some(0.25), Some(1.0), Some(0.75)]
        );
        assert_eq!(curve.y_at(4.1), None);
        assert_eq!(curve.end(3.0), Some([3.0, 0.75]));
        assert_eq!(curve.end(99.0), Some([4.0, 0.5]));
    }

    #[test]
    fn a_curve_without_a_point_has_no_end() {
        let curve = curve(&[f64::NAN]);
        assert_eq!((curve.end(9.0), curve.y_at(0.0)), (None, None));
    }
}
