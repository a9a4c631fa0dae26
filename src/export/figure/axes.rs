//! A frame with an epoch axis and a value axis on either side, and curves clipped to it.

use plotters::style::RGBColor;

use super::canvas::{Anchor, Canvas};
use super::colours::INK;
use crate::numbers::power_of_ten;

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
    pub(super) fn place(self, value: f64) -> f64 {
        let value = if self.is_log { value.log10() } else { value };
        (value - self.low) / (self.high - self.low)
    }

    /// The values at its ticks, and how they are written.
    fn ticks(self) -> Vec<(f64, String)> {
        if self.is_log {
            return self.log_ticks();
        }
        let ticks = round_values(self.low, self.high, MOST_TICKS);
        let step = ticks.get(1).map_or(1.0, |second| second - ticks[0]);
        let factor = self.factor();
        let n_decimals = (-(step / factor).log10() - 1e-9).ceil().clamp(0.0, 9.0) as usize;
        let written = |v: f64| {
            let text = format!("{:.n_decimals$}", v / factor);
            (v, text.replace('-', "\u{2212}"))
        };
        ticks.into_iter().map(written).collect()
    }

    /// The power of ten that stands above a linear axis rather than beside each of its ticks: 1
    /// while these are short enough without.
    fn factor(self) -> f64 {
        let largest = self.low.abs().max(self.high.abs());
        if self.is_log || (0.01..1e5).contains(&largest) {
            return 1.0;
        }
        let decade = largest.log10().floor();
        10.0_f64.powf(decade.max(-300.0))
    }

    /// The factor as it is written; none for 1.
    fn factor_text(self) -> Option<String> {
        let factor = self.factor();
        (factor != 1.0).then(|| format!("×{}", power_of_ten(factor)))
    }

    fn log_ticks(self) -> Vec<(f64, String)> {
        let [first, last] = [self.low.ceil(), self.high.floor()];
        let [first, last] = [first, last].map(|decade| decade.clamp(-400.0, 400.0) as i32);
        let decades = (last - first + 1).max(0) as usize;
        if decades > 1 {
            let step = ((decades - 1) / MOST_TICKS + 1) as i32;
            return (first..=last)
                .filter(|decade| decade.rem_euclid(step) == 0)
                .map(|decade| 10.0_f64.powi(decade))
                .map(|value| (value, power_of_ten(value)))
                .collect();
        }
        // One decade is no scale: both ends, to three digits.
        let ends = [self.low, self.high];
        ends.map(|end| 10.0_f64.powf(end))
            .map(|value| (value, three_digits(value)))
            .to_vec()
    }
}

/// The most steps between an axis' ticks, about.
const MOST_TICKS: usize = 6;

/// Values from `low` to `high` at steps of 1, 2 or 5 times a power of ten, `n` of them or fewer.
fn round_values(low: f64, high: f64, n: usize) -> Vec<f64> {
    const ROUNDING: f64 = 1e-9;
    let least = (high - low) / n as f64;
    let decade = 10.0_f64.powf(least.log10().floor());
    let is_wide = |times: &f64| times * decade >= least * (1.0 - ROUNDING);
    let step = decade * [1.0, 2.0, 5.0].into_iter().find(is_wide).unwrap_or(10.0);
    let first = (low / step - ROUNDING).ceil();
    let last = (high / step + ROUNDING).floor();
    if !(last - first).is_finite() {
        return Vec::new(); // nothing to tell apart
    }
    // As a quotient where the step is one: 3 / 10 is 0.3 and 3 * 0.1 is not.
    let value = |i: usize| match (first + i as f64, 1.0 / step) {
        (count, per_unit) if per_unit.round() > 1.0 && per_unit < 1e9 => count / per_unit.round(),
        (count, _) => count * step,
    };
    (0..=(last - first) as usize)
        .map(|i| value(i) + 0.0)
        .collect()
}

/// As [`three_digits`], of either sign and without zeros at its end: `1`, `−2.5`.
pub(super) fn plain(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let digits = three_digits(value.abs());
    let digits = if digits.contains('.') && !digits.contains('×') {
        digits.trim_end_matches('0').trim_end_matches('.')
    } else {
        &digits
    };
    let sign = if value < 0.0 { "\u{2212}" } else { "" };
    format!("{sign}{digits}")
}

/// `0.345`, `3450`, `3.45×10⁻⁸`.
fn three_digits(value: f64) -> String {
    let decade = value.log10().floor();
    if !(-3.0..5.0).contains(&decade) {
        let decade = 10.0_f64.powf(decade);
        return power_of_ten((value / decade * 100.0).round() / 100.0 * decade);
    }
    let n_decimals = (2.0 - decade).max(0.0) as usize;
    format!("{value:.n_decimals$}")
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
        for epoch in round_values(0.0, last, 8)
            .into_iter()
            .filter(|epoch| epoch.fract() == 0.0)
        {
            let x = self.x(epoch);
            canvas.line(&[(x, bottom), (x, bottom + TICK)], 1.0, INK);
            let at = (x, bottom + TICK + 4.0);
            canvas.text(&format!("{epoch}"), at, SMALL, INK, Anchor::Below);
        }
        let at = (f64::midpoint(left, right), bottom + 26.0);
        canvas.text("Epoch", at, MEDIUM, INK, Anchor::Below);
    }

    /// A value axis along the bottom, its values spanning the frame.
    pub(super) fn bottom_axis(&self, canvas: &Canvas, values: Values, name: &str) {
        let [left, _, right, bottom] = self.edges;
        canvas.line(&[(left, bottom), (right, bottom)], 1.0, INK);
        for (value, text) in values.ticks() {
            let x = left + values.place(value) * (right - left);
            canvas.line(&[(x, bottom), (x, bottom + TICK)], 1.0, INK);
            let at = (x, bottom + TICK + 4.0);
            canvas.text(&text, at, SMALL, INK, Anchor::Below);
        }
        let at = (f64::midpoint(left, right), bottom + 26.0);
        canvas.text(name, at, MEDIUM, INK, Anchor::Below);
        if let Some(factor) = values.factor_text() {
            let at = (right, bottom + TICK + 4.0 + 1.6 * SMALL);
            canvas.text(&factor, at, SMALL, INK, Anchor::Below);
        }
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
        if let Some(factor) = values.factor_text() {
            canvas.text(&factor, (x, top - 10.0), SMALL, colour, Anchor::Middle);
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
        let inside_a_decade = Values {
            low: -11.8,
            high: -11.2,
            is_log: true,
        };
        assert_eq!(texts(inside_a_decade), ["1.58×10⁻¹²", "6.31×10⁻¹²"]);
        assert_eq!(
            texts(Values::linear(0.0, 4.7e11)),
            ["0", "1", "2", "3", "4"]
        );
        assert_eq!(
            texts(Values::linear(-6e-11, 6e-11)),
            ["−6", "−4", "−2", "0", "2", "4", "6"]
        );
    }

    #[test]
    fn an_axis_ends_whatever_its_values_are() {
        for (low, high) in [
            (0.0, f64::MIN_POSITIVE),
            (0.0, f64::MAX),
            (-f64::MAX / 4.0, f64::MAX / 4.0),
            (0.0, 0.0),
            (0.0, f64::INFINITY),
            (f64::NAN, 1.0),
        ] {
            for is_log in [false, true] {
                let values = Values { low, high, is_log };
                assert!(values.ticks().len() <= 8, "{values:?}");
            }
        }
    }
}
