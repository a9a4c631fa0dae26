//! A frame with an epoch axis and a value axis on either side, and curves clipped to it.

use plotters::coord::ranged1d::Ranged as _;
use plotters::coord::types::RangedCoordf64;
use plotters::style::RGBColor;

use super::canvas::{Anchor, Canvas};
use super::colours::INK;

/// Size of the modes' numbers, in pixels.
pub(super) const TINY: f64 = 9.5;
/// Size of the numbers at the axes.
pub(super) const SMALL: f64 = 10.5;
/// Size of an axis' name.
pub(super) const MEDIUM: f64 = 12.0;
/// Size of a title.
pub(super) const LARGE: f64 = 14.0;

const TICK: f64 = 4.0;

/// What a value axis shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Values {
    /// The least value, as its logarithm to base ten on a logarithmic axis.
    pub(super) low: f64,
    /// The largest.
    pub(super) high: f64,
    /// Whether the axis is logarithmic.
    pub(super) is_log: bool,
}

impl Values {
    /// A linear axis.
    pub(super) fn linear(low: f64, high: f64) -> Self {
        Self {
            low,
            high,
            is_log: false,
        }
    }

    /// Where on the axis a value is, 0 … 1; not finite for what has no place.
    fn place(self, value: f64) -> f64 {
        let value = if self.is_log { value.log10() } else { value };
        (value - self.low) / (self.high - self.low)
    }

    /// The values at its ticks, and how they are written.
    fn ticks(self) -> Vec<(f64, String)> {
        const MOST: usize = 6;
        if self.is_log {
            let (first, last) = (self.low.ceil() as i32, self.high.floor() as i32);
            let step = ((last - first) as usize / MOST + 1) as i32;
            return (first..=last)
                .filter(|decade| decade.rem_euclid(step) == 0)
                .map(|decade| (10.0_f64.powi(decade), power_of_ten(decade)))
                .collect();
        }
        let axis = RangedCoordf64::from(self.low..self.high);
        let ticks: Vec<f64> = axis.key_points(plotters_hint(MOST));
        let step = ticks.get(1).map_or(1.0, |second| second - ticks[0]);
        let n_decimals = (-step.log10().floor()).clamp(0.0, 9.0) as usize;
        let written = |v: f64| {
            let text = format!("{v:.n_decimals$}").replace('-', "\u{2212}");
            (v, text)
        };
        ticks.into_iter().map(|v| written(v + 0.0)).collect()
    }
}

fn power_of_ten(decade: i32) -> String {
    let raised = |digit: char| match digit {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' => '⁰',
        // The others follow each other.
        digit => char::from_u32('⁴' as u32 + digit as u32 - '4' as u32).unwrap_or(digit),
    };
    let exponent: String = decade.to_string().chars().map(raised).collect();
    format!("10{exponent}")
}

/// A frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// Left, top, right, bottom in pixels.
    pub(super) edges: [f64; 4],
    /// The epochs from 0 that it spans.
    pub(super) n_epochs: usize,
}

/// One of a frame's sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

impl Frame {
    /// The pixel column of an epoch.
    pub(super) fn x(&self, epoch: f64) -> f64 {
        let [left, _, right, _] = self.edges;
        let last = self.n_epochs.saturating_sub(1).max(1) as f64;
        left + epoch / last * (right - left)
    }

    /// The pixel row of a value.
    pub(super) fn y(&self, value: f64, values: Values) -> f64 {
        let [_, top, _, bottom] = self.edges;
        bottom - values.place(value) * (bottom - top)
    }

    /// The line at the bottom with its ticks, and `Epoch` below it.
    pub(super) fn epoch_axis(&self, canvas: &Canvas) {
        let [left, _, right, bottom] = self.edges;
        canvas.line(&[(left, bottom), (right, bottom)], 1.0, INK);
        let last = self.n_epochs.saturating_sub(1).max(1) as f64;
        let axis = RangedCoordf64::from(0.0..last);
        let ticks: Vec<f64> = axis.key_points(plotters_hint(8));
        for epoch in ticks.into_iter().filter(|epoch| epoch.fract() == 0.0) {
            let x = self.x(epoch);
            canvas.line(&[(x, bottom), (x, bottom + TICK)], 1.0, INK);
            let at = (x, bottom + TICK + 4.0);
            canvas.text(&format!("{epoch}"), at, SMALL, INK, Anchor::Below);
        }
        let at = (f64::midpoint(left, right), bottom + 26.0);
        canvas.text("Epoch", at, MEDIUM, INK, Anchor::Below);
    }

    /// A value axis with its ticks and its name, all in one colour.
    pub(super) fn value_axis(
        &self,
        canvas: &Canvas,
        side: Side,
        values: Values,
        name: &str,
        colour: RGBColor,
    ) {
        let [left, top, right, bottom] = self.edges;
        let (x, outward, anchor) = match side {
            Side::Left => (left, -1.0, Anchor::Right),
            Side::Right => (right, 1.0, Anchor::Left),
        };
        canvas.line(&[(x, top), (x, bottom)], 1.0, colour);
        for (value, text) in values.ticks() {
            let y = self.y(value, values);
            canvas.line(&[(x, y), (x + outward * TICK, y)], 1.0, colour);
            let at = (x + outward * (TICK + 4.0), y);
            canvas.text(&text, at, SMALL, colour, anchor);
        }
        let at = (x + outward * 50.0, f64::midpoint(top, bottom));
        canvas.text(name, at, MEDIUM, colour, Anchor::Upward);
    }

    /// A title above the frame.
    pub(super) fn title(&self, canvas: &Canvas, title: &str) {
        let [left, top, right, _] = self.edges;
        let at = (f64::midpoint(left, right), top - 20.0);
        canvas.text(title, at, LARGE, INK, Anchor::Middle);
    }

    /// A curve, as far as it lies inside the frame.
    pub(super) fn curve(
        &self,
        canvas: &Canvas,
        points: impl Iterator<Item = (f64, f64)>,
        values: Values,
        width: f64,
        colour: RGBColor,
    ) {
        let points = points.map(|(epoch, value)| (self.x(epoch), values.place(value)));
        for piece in pieces(points) {
            let [_, top, _, bottom] = self.edges;
            let to_pixels = |&(x, place): &(f64, f64)| (x, bottom - place * (bottom - top));
            let piece: Vec<_> = thinned(&piece).iter().map(to_pixels).collect();
            canvas.line(&piece, width, colour);
        }
    }
}

/// The stretches of a curve (x in pixels, place 0 … 1) that lie inside, cut at the edges.
fn pieces(points: impl Iterator<Item = (f64, f64)>) -> Vec<Vec<(f64, f64)>> {
    let is_inside = |place: f64| (0.0..=1.0).contains(&place);
    let mut pieces: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut last: Option<(f64, f64)> = None;
    let mut is_open = false;
    for (x, place) in points {
        let here = (x, place);
        // What has no place ends a stretch, and nothing leads on from it.
        let before = last.filter(|(_, place)| !place.is_nan());
        let crossing = before.and_then(|from| crossing(from, here));
        match (is_open, is_inside(place)) {
            (true, true) => {
                if let Some(piece) = pieces.last_mut() {
                    piece.push(here);
                }
            }
            (true, false) => {
                if let (Some(piece), Some(edge)) = (pieces.last_mut(), crossing) {
                    piece.push(edge);
                }
            }
            (false, true) => pieces.push(crossing.into_iter().chain([here]).collect()),
            (false, false) => {}
        }
        is_open = is_inside(place);
        last = Some(here);
    }
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

/// Where the way from one point to another crosses an edge, one of them being inside.
fn crossing(from: (f64, f64), to: (f64, f64)) -> Option<(f64, f64)> {
    let outer = if (0.0..=1.0).contains(&from.1) {
        to.1
    } else {
        from.1
    };
    let edge = if outer > 1.0 { 1.0 } else { 0.0 };
    // An infinite place is above everything: straight up, or down, from here.
    if !outer.is_finite() {
        let x = if from.1 == outer { to.0 } else { from.0 };
        return (!outer.is_nan()).then_some((x, edge));
    }
    let t = (edge - from.1) / (to.1 - from.1);
    (0.0..=1.0)
        .contains(&t)
        .then_some((from.0 + t * (to.0 - from.0), edge))
}

/// At most four points a pixel column: its first, lowest, highest and last.
fn thinned(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for column in points.chunk_by(|a, b| a.0.floor() == b.0.floor()) {
        if column.len() <= 4 {
            kept.extend(column);
            continue;
        }
        let place = |&i: &usize| column[i].1;
        let by_place = |a: &usize, b: &usize| place(a).total_cmp(&place(b));
        let last = column.len() - 1;
        let lowest = (0..=last).min_by(by_place).unwrap_or(0);
        let highest = (0..=last).max_by(by_place).unwrap_or(0);
        let mut four = vec![0, lowest, highest, last];
        four.sort_unstable();
        four.dedup();
        kept.extend(four.into_iter().map(|i| column[i]));
    }
    kept
}

fn plotters_hint(n: usize) -> impl plotters::coord::ranged1d::KeyPointHint {
    plotters::coord::ranged1d::BoldPoints(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_are_cut_at_the_edges() {
        let up_and_down = [
            (0.0, 0.5),
            (1.0, 1.5),
            (2.0, 0.5),
            (3.0, f64::NAN),
            (4.0, 0.5),
        ];
        let pieces = pieces(up_and_down.into_iter());
        assert_eq!(
            pieces,
            [vec![(0.0, 0.5), (0.5, 1.0)], vec![(1.5, 1.0), (2.0, 0.5)]]
        );
        let away = [(0.0, 0.5), (1.0, f64::INFINITY), (2.0, f64::NEG_INFINITY)];
        assert_eq!(super::pieces(away.into_iter()), [[(0.0, 0.5), (0.0, 1.0)]]);
    }

    #[test]
    fn thinning_keeps_the_extremes() {
        let points: Vec<_> = (0..1000)
            .map(|i| (f64::from(i) / 1e3, f64::from(i % 97)))
            .collect();
        let kept = thinned(&points);
        assert!(kept.len() <= 4);
        assert!(kept.iter().any(|p| p.1 == 96.0) && kept.iter().any(|p| p.1 == 0.0));
    }

    #[test]
    fn ticks_are_written_with_the_digits_they_need() {
        let texts = |values: Values| -> Vec<String> {
            values.ticks().into_iter().map(|(_, text)| text).collect()
        };
        assert_eq!(
            texts(Values::linear(0.0, 1.05)),
            ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]
        );
        let log = Values {
            low: -24.3,
            high: 0.2,
            is_log: true,
        };
        assert_eq!(texts(log), ["10⁻²⁰", "10⁻¹⁵", "10⁻¹⁰", "10⁻⁵", "10⁰"]);
    }
}
