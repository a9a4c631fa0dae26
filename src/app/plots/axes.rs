//! The twin axes of the learning dynamics: loss on the left, modes on the right, one transform.
//!
//! egui_plot has a single y axis. The left one is that; the right one is an affine map of it.
//! Both tops are round and both are divided into five, so both have round labels at one grid.

use std::ops::RangeInclusive;

use egui_plot::GridMark;

use crate::numbers;

/// Intervals that both axes are divided into.
const INTERVALS: f64 = 5.0;

/// Below this a loss on a logarithmic axis is drawn at the foot: rounding, not learning.
const LEAST_LOG_LOSS: f64 = 1e-34;

/// What the y axes span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Axes {
    is_log: bool,
    bottom: f64,
    top: f64,
    modes_top: f64,
}

/// What the axes must show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Span {
    /// The largest loss.
    pub largest_loss: f64,
    /// The least loss above zero; infinite if there is none.
    pub least_loss: f64,
    /// The largest of what is drawn for the modes.
    pub largest_mode: f64,
}

impl Axes {
    /// Axes for a run.
    pub(crate) fn new(span: Span, is_log: bool) -> Self {
        let modes_top = round_up(span.largest_mode);
        if !is_log {
            return Self {
                is_log,
                bottom: 0.0,
                top: round_up(span.largest_loss),
                modes_top,
            };
        }
        // A first loss of 1.003 is still within the air above 10⁰.
        let top = (span.largest_loss.max(LEAST_LOG_LOSS).log10() - 0.02).ceil();
        let least = span
            .least_loss
            .clamp(LEAST_LOG_LOSS, span.largest_loss.max(LEAST_LOG_LOSS));
        // Whole decades in each interval.
        let decades = ((top - least.log10()) / INTERVALS).ceil().max(1.0) * INTERVALS;
        Self {
            is_log,
            bottom: top - decades,
            top,
            modes_top,
        }
    }

    /// The y range of the plot, with a little air.
    pub(crate) fn range(&self) -> RangeInclusive<f64> {
        let air = 0.03 * (self.top - self.bottom);
        self.bottom - air..=self.top + air
    }

    /// Where a loss is drawn; beyond the picture, at its edge.
    pub(crate) fn of_loss(&self, loss: f64) -> f64 {
        let y = if self.is_log {
            loss.max(LEAST_LOG_LOSS).log10()
        } else {
            loss
        };
        y.clamp(*self.range().start(), *self.range().end())
    }

    /// The loss at a height of the plot.
    pub(crate) fn loss_at(&self, y: f64) -> f64 {
        if self.is_log { 10_f64.powf(y) } else { y }
    }

    /// Where a mode is drawn.
    pub(crate) fn of_mode(&self, mode: f64) -> f64 {
        let y = self.bottom + mode / self.modes_top * (self.top - self.bottom);
        y.clamp(*self.range().start(), *self.range().end())
    }

    /// The mode at a height of the plot.
    pub(crate) fn mode_at(&self, y: f64) -> f64 {
        (y - self.bottom) / (self.top - self.bottom) * self.modes_top
    }

    /// Grid lines within the bounds: fifths of the axes, finer when zoomed in.
    pub(crate) fn grid(&self, (from, to): (f64, f64)) -> Vec<GridMark> {
        let mut step_size = (self.top - self.bottom) / INTERVALS;
        while (to - from) / step_size < 2.5 {
            step_size /= INTERVALS;
        }
        let index = |y: f64| (y - self.bottom) / step_size;
        let most = (self.top - self.bottom) / step_size + 1e-6;
        let first = (index(from) - 1e-9).ceil().max(0.0) as i64;
        let last = (index(to) + 1e-9).floor().min(most) as i64;
        (first..=last)
            .map(|i| GridMark {
                value: self.bottom + i as f64 * step_size,
                step_size,
            })
            .collect()
    }

    /// The left label at a height.
    pub(crate) fn loss_label(&self, mark: GridMark) -> String {
        if self.is_log {
            let exponent = mark.value.round();
            // Between decades, when zoomed in, the power is not whole.
            if (mark.value - exponent).abs() > 1e-6 {
                return crate::app::text::format::scientific(10_f64.powf(mark.value));
            }
            return numbers::power_of_ten(10_f64.powf(exponent));
        }
        label(mark.value, mark.step_size)
    }

    /// The right label at a height.
    pub(crate) fn mode_label(&self, mark: GridMark) -> String {
        let step = mark.step_size / (self.top - self.bottom) * self.modes_top;
        label(self.mode_at(mark.value), step)
    }
}

/// A number with as many digits as its step needs.
fn label(value: f64, step: f64) -> String {
    if !(1e-4..1e5).contains(&step) {
        return crate::app::text::format::scientific(value);
    }
    let digits = (-(step * 1.000_001).log10().floor()).max(0.0) as usize;
    // 2.5 needs one digit more than its decade.
    let is_half = (step * 10_f64.powi(digits as i32)).fract().abs() > 1e-6;
    let value = if value.abs() < step * 1e-6 {
        0.0
    } else {
        value
    };
    format!("{value:.*}", digits + usize::from(is_half))
}

/// The least round number that leaves `value` within its air: 1, 2, 2.5, 5, 10 by decades.
fn round_up(value: f64) -> f64 {
    if !(value.is_finite() && value > 0.0) {
        return 1.0;
    }
    let value = value / 1.03;
    let decade = 10_f64.powf(value.log10().floor());
    let rounds = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 10.0];
    let round = rounds
        .into_iter()
        .find(|round| value <= round * decade * (1.0 + 1e-12));
    round.unwrap_or(10.0) * decade
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTEBOOK: Span = Span {
        largest_loss: 1.000_01,
        least_loss: 3.4e-15,
        largest_mode: 157.7,
    };

    fn marks(axes: &Axes) -> Vec<GridMark> {
        let range = axes.range();
        axes.grid((*range.start(), *range.end()))
    }

    #[test]
    fn both_axes_have_round_labels_on_one_grid() {
        let axes = Axes::new(NOTEBOOK, false);
        let left: Vec<String> = marks(&axes)
            .into_iter()
            .map(|m| axes.loss_label(m))
            .collect();
        let right: Vec<String> = marks(&axes)
            .into_iter()
            .map(|m| axes.mode_label(m))
            .collect();
        assert_eq!(left, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(right, ["0", "40", "80", "120", "160", "200"]);
    }

    #[test]
    fn a_logarithmic_axis_has_whole_decades() {
        let axes = Axes::new(NOTEBOOK, true);
        let left: Vec<String> = marks(&axes)
            .into_iter()
            .map(|m| axes.loss_label(m))
            .collect();
        assert_eq!(left, ["10⁻¹⁵", "10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰"]);
        assert!(axes.of_loss(0.0).is_finite());
    }

    #[test]
    fn marks_stay_within_the_bounds_at_every_zoom() {
        for is_log in [false, true] {
            let axes = Axes::new(NOTEBOOK, is_log);
            let middle = f64::midpoint(axes.bottom, axes.top);
            for zoom in [1.0, 0.3, 0.01, 1e-6] {
                let half = zoom * (axes.top - axes.bottom) / 2.0;
                let bounds = (middle - half, middle + half);
                let marks = axes.grid(bounds);
                assert!(marks.len() >= 2 && marks.len() < 30, "{}", marks.len());
                assert!(
                    marks
                        .iter()
                        .all(|m| (bounds.0 - 1e-9..=bounds.1 + 1e-9).contains(&m.value))
                );
            }
        }
    }

    #[test]
    fn a_mode_goes_there_and_back() {
        for is_log in [false, true] {
            let axes = Axes::new(NOTEBOOK, is_log);
            assert!((axes.mode_at(axes.of_mode(121.8)) - 121.8).abs() < 1e-9);
        }
    }

    #[test]
    fn what_blows_up_leaves_the_picture_at_its_edge() {
        for is_log in [false, true] {
            let axes = Axes::new(NOTEBOOK, is_log);
            assert!(axes.range().contains(&axes.of_loss(1e120)));
            assert!(axes.range().contains(&axes.of_mode(1e120)));
        }
    }

    #[test]
    fn nothing_to_show_still_has_axes() {
        let span = Span {
            largest_loss: 0.0,
            least_loss: f64::INFINITY,
            largest_mode: 0.0,
        };
        for is_log in [false, true] {
            let axes = Axes::new(span, is_log);
            assert!(axes.range().start() < axes.range().end());
        }
    }
}
