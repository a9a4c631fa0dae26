//! The axes of the learning dynamics, and what modes are divided by.

use super::chart::Axis;
use super::dynamics_options::DynamicsOptions;
use super::mode_unit::{mode_unit, mode_unit_beside};
use super::other_run::OtherRun;
use super::over_epochs::loss_axis;
use super::{ChartPhrase, Colour, ModesUnit, Phrase, Words};
use crate::analysis::extent::Extent;

/// The axes, and what modes are divided by.
pub(super) struct Scales {
    pub(super) left: Axis,
    pub(super) right: Axis,
    unit: f64,
    of_others: OthersUnit,
}

/// What the modes of other runs are divided by: the largest of each one's own data or, without
/// pins, as much of it as the run's own unit is of its data's.
struct OthersUnit {
    is_raw: bool,
    share: f64,
}

impl OthersUnit {
    fn of(&self, other: &OtherRun<'_>) -> f64 {
        let unit = self.share * other.largest_mode;
        if self.is_raw || unit <= 0.0 {
            1.0
        } else {
            unit
        }
    }
}

impl Scales {
    /// Of a run with these extremes, whose data have these singular values, beside other runs.
    pub(super) fn of(
        extent: &Extent,
        of_data: &[f64],
        others: &[OtherRun<'_>],
        options: &DynamicsOptions,
        words: &dyn Words,
    ) -> Self {
        let is_beside = others.iter().any(|other| other.pin.is_some());
        let (modes_unit, unit) = match (options.is_raw, is_beside) {
            (true, _) => (ModesUnit::One, 1.0),
            (false, false) => (ModesUnit::OfRun, mode_unit(extent, of_data)),
            (false, true) => (ModesUnit::OfData, mode_unit_beside(extent, of_data)),
        };
        let largest_of_data = of_data.first().copied().unwrap_or(unit);
        let of_others = OthersUnit {
            is_raw: options.is_raw,
            share: unit / largest_of_data.max(f64::MIN_POSITIVE),
        };
        let largest = |other: &OtherRun<'_>| other.largest_shown() / of_others.of(other);
        let of_all = others.iter().map(largest);
        let largest_mode = of_all.fold(extent.largest_mode / unit, f64::max);
        let largest_mode = if options.is_raw {
            largest_mode
        } else {
            largest_mode.max(1.0)
        };
        let left = loss_axis(extent.least_loss, extent.largest_loss, options.is_log);
        let right = Axis::from_zero_opposite(largest_mode, &left);
        let is_shown = |shows: bool, axis: Axis, phrase: Phrase, colour: Colour| {
            if shows {
                axis.named(words.say(&phrase), colour)
            } else {
                axis
            }
        };
        let modes = Phrase::Chart(ChartPhrase::ModesAxis {
            is_aligned: options.is_aligned,
            unit: modes_unit,
        });
        Self {
            left: is_shown(options.shows_loss, left, Phrase::LossAxis, Colour::Loss),
            right: is_shown(options.shows_modes, right, modes, Colour::Modes),
            unit,
            of_others,
        }
    }

    /// The height of a loss.
    pub(super) fn loss(&self, loss: f64) -> f64 {
        self.left.y_of(loss)
    }

    /// The height of a mode of the run.
    pub(super) fn mode(&self, mode: f64) -> f64 {
        self.right.y_of(mode / self.unit)
    }

    /// The height of a mode of another run.
    pub(super) fn mode_of(&self, other: &OtherRun<'_>, mode: f64) -> f64 {
        self.right.y_of(mode / self.of_others.of(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;
    use crate::model::{CurveRecord, Record, run};
    use crate::picture::English;

    fn trained(lr: f64) -> Record {
        let experiment = Experiment {
            lr,
            ..Experiment::default()
        };
        run(&experiment).0
    }

    fn pinned(record: &CurveRecord, largest_mode: f64) -> OtherRun<'_> {
        OtherRun {
            pin: Some(0),
            name: None,
            colour: 0,
            record,
            watched: &[],
            largest_mode,
            is_lifted: false,
        }
    }

    #[test]
    fn a_pinned_run_is_shown_as_shares_of_its_own_data() {
        let slow = trained(20.0);
        let largest = slow.modes(slow.len() - 1)[0];
        // Of data ten times as strong: what is all of them is a tenth of the pin's.
        let extent = Extent {
            largest_mode: 0.1 * largest,
            ..Extent::of(&slow, largest)
        };
        let record = CurveRecord::of(&slow);
        for is_raw in [false, true] {
            let others = [pinned(&record, largest)];
            let options = DynamicsOptions {
                is_raw,
                ..DynamicsOptions::default()
            };
            let scales = Scales::of(&extent, &[0.1 * largest], &others, &options, &English);
            let height = scales.mode_of(&others[0], largest);
            assert!(height > 0.5 && height <= 1.0, "{is_raw} {height}");
            let says = if is_raw {
                "not normalised"
            } else {
                "of the data's largest"
            };
            let name = scales.right.name.as_deref().unwrap_or_default();
            assert!(name.contains(says), "{name}");
        }
    }

    #[test]
    fn a_pinned_run_that_blows_up_makes_no_room_for_it() {
        let (record, blown) = (trained(100.0), CurveRecord::of(&trained(340.0)));
        let largest = record.modes(record.len() - 1)[0];
        let extent = Extent::of(&record, largest);
        let others = [pinned(&blown, largest)];
        let options = DynamicsOptions::default();
        let scales = Scales::of(&extent, &[largest], &others, &options, &English);
        assert!(scales.mode(largest) > 0.8);
    }
}
