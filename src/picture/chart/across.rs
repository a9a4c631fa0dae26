//! The axis along the lower edge: epochs, or the numbers of bars.

use super::ticks::Tick;
use crate::picture::round::round_step;

/// The least way between the numbers of two ticks, in points.
const GAP: f64 = 28.0;

/// The axis along the lower edge of a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Across {
    /// The meaning.
    pub name: String,
    /// The left edge of the frame.
    pub from: f64,
    /// The right edge of the frame, above the left one.
    pub to: f64,
    /// Whether epochs or modes are counted.
    pub counts: Counts,
}

/// The unit of the axis along the lower edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// Epochs: whole numbers.
    Epochs,
    /// Bars: the first is from 0 to 1 and has the number 1.
    Bars,
}

impl Across {
    /// The epochs from `first` to `last`; of a single epoch, the next one, too.
    pub fn epochs(name: String, first: usize, last: usize) -> Self {
        Self {
            name,
            from: first as f64,
            to: last.max(first + 1) as f64,
            counts: Counts::Epochs,
        }
    }

    /// So many bars.
    pub fn bars(name: String, n: usize) -> Self {
        Self {
            name,
            from: 0.0,
            to: n.max(1) as f64,
            counts: Counts::Bars,
        }
    }

    /// The ticks from `from` to `to`, which take `room` points; `width` is that of a number.
    pub fn ticks(&self, [from, to]: [f64; 2], room: f64, width: impl Fn(&str) -> f64) -> Vec<Tick> {
        let per_unit = room / (to - from);
        if !(per_unit.is_finite() && per_unit > 0.0) {
            return Vec::new();
        }
        let widest = width(&format!("{:.0}", self.to));
        let step = round_step(((widest + GAP) / per_unit).max(1.0));
        let middle = match self.counts {
            Counts::Epochs => 0.0,
            Counts::Bars => 0.5,
        };
        let first = ((from.max(self.from) - middle) / step - 1e-9).ceil() as i64;
        let last = ((to.min(self.to) - middle) / step + 1e-9).floor() as i64;
        let mark = |i: i64| {
            let value = i as f64 * step;
            let text = match self.counts {
                Counts::Epochs => value.to_string(),
                Counts::Bars => (value + 1.0).to_string(),
            };
            let at = value + middle;
            Tick { at, text }
        };
        let is_bar = |tick: &Tick| self.counts == Counts::Epochs || tick.at < self.to;
        (first..=last).map(mark).filter(is_bar).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(across: &Across, range: [f64; 2], room: f64) -> Vec<String> {
        let ticks = across.ticks(range, room, |text| 6.0 * text.len() as f64);
        ticks.into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn epochs_are_whole_within_the_run_and_apart() {
        for last in [1, 9, 249, 99_999] {
            let across = Across::epochs(String::new(), 0, last);
            for zoom in [1.0, 0.1, 0.002] {
                for room in [150.0, 500.0, 1200.0] {
                    let range = [0.3 * across.to, (0.3 + 0.7 * zoom) * across.to];
                    let ticks = across.ticks(range, room, |text| 6.0 * text.len() as f64);
                    let is_within = |tick: &Tick| {
                        tick.at.fract() == 0.0 && (range[0]..=range[1] + 1e-9).contains(&tick.at)
                    };
                    assert!(ticks.iter().all(is_within), "{range:?} {ticks:?}");
                    assert!(ticks.len() < 40);
                }
            }
        }
        let across = Across::epochs(String::new(), 0, 249);
        assert_eq!(
            texts(&across, [0.0, 249.0], 400.0),
            ["0", "50", "100", "150", "200"]
        );
    }

    #[test]
    fn one_epoch_has_a_frame_too() {
        let across = Across::epochs(String::new(), 0, 0);
        assert_eq!(texts(&across, [0.0, across.to], 300.0), ["0", "1"]);
    }

    #[test]
    fn bars_are_counted_from_one() {
        let across = Across::bars(String::new(), 8);
        let numbers = texts(&across, [0.0, 8.0], 400.0);
        assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "7", "8"]);
        let across = Across::bars(String::new(), 64);
        assert_eq!(
            texts(&across, [0.0, 64.0], 300.0),
            ["1", "11", "21", "31", "41", "51", "61"]
        );
    }
}
