//! The numbers of an experiment as controls: name, slider, and how each is read and written.

use std::ops::RangeInclusive;

use crate::app::text::format;
use crate::data::TreeRecipe;
use crate::experiment::validity::{MAX_LR, MIN_LR};
use crate::experiment::{Experiment, Field};
use crate::numbers;

/// How one number of the experiment is shown and changed.
pub(crate) struct Control {
    pub(crate) field: Field,
    /// The key of the name; that of the hover text is the same with `-hint`.
    pub(crate) key: &'static str,
    /// The range of the slider, in slider units.
    pub(crate) range: RangeInclusive<f64>,
    pub(crate) scale: SliderScale,
    pub(crate) get: fn(&Experiment, usize) -> f64,
    pub(crate) set: fn(&mut Experiment, usize, f64),
}

/// The meaning of a slider's position.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum SliderScale {
    /// The value, in steps.
    Linear(f64),
    /// The value, in whole numbers over several decades.
    Logarithmic,
    /// The value's power of ten.
    Decades,
}

pub(crate) const LR: Control = Control {
    field: Field::Lr,
    key: "control-lr",
    range: 1.0..=200.0,
    scale: SliderScale::Linear(1.0),
    get: |e, _| e.lr,
    set: |e, _, value| e.lr = value,
};

pub(crate) const GAMMA: Control = Control {
    field: Field::Gamma,
    key: "control-gamma",
    range: -15.0..=1.0,
    scale: SliderScale::Decades,
    get: |e, _| e.gamma,
    set: |e, _, value| e.gamma = value,
};

pub(crate) const EPOCHS: Control = Control {
    field: Field::Epochs,
    key: "control-epochs",
    range: 10.0..=2000.0,
    scale: SliderScale::Logarithmic,
    get: |e, _| e.n_epochs as f64,
    set: |e, _, value| e.n_epochs = value as usize,
};

pub(crate) const HIDDEN_LAYERS: Control = Control {
    field: Field::HiddenLayers,
    key: "control-hidden-layers",
    range: 0.0..=4.0,
    scale: SliderScale::Linear(1.0),
    get: |e, _| e.hidden.len() as f64,
    set: |e, _, value| {
        let width = e.hidden.last().copied().unwrap_or(30);
        e.hidden.resize((value as usize).min(64), width);
    },
};

pub(crate) const HIDDEN_UNITS: Control = Control {
    field: Field::HiddenUnits,
    key: "control-hidden-units",
    range: 1.0..=100.0,
    scale: SliderScale::Linear(1.0),
    get: |e, layer| e.hidden[layer] as f64,
    set: |e, layer, value| e.hidden[layer] = value as usize,
};

pub(crate) const LEVELS: Control = Control {
    field: Field::Levels,
    key: "control-levels",
    range: 1.0..=5.0,
    scale: SliderScale::Linear(1.0),
    get: |e, _| of_tree(e, |tree| tree.levels as f64),
    set: |e, _, value| change_tree(e, |tree| tree.levels = value as usize),
};

pub(crate) const BRANCHES: Control = Control {
    field: Field::Branches,
    key: "control-branches",
    range: 2.0..=4.0,
    scale: SliderScale::Linear(1.0),
    get: |e, _| of_tree(e, |tree| tree.branches as f64),
    set: |e, _, value| change_tree(e, |tree| tree.branches = value as usize),
};

pub(crate) const FLIP: Control = Control {
    field: Field::Flip,
    key: "control-flip",
    range: 0.0..=0.5,
    scale: SliderScale::Linear(0.01),
    get: |e, _| of_tree(e, |tree| tree.flip),
    set: |e, _, value| change_tree(e, |tree| tree.flip = value),
};

pub(crate) const FEATURES: Control = Control {
    field: Field::Features,
    key: "control-features",
    range: 10.0..=100_000.0,
    scale: SliderScale::Logarithmic,
    get: |e, _| of_tree(e, |tree| tree.n_features as f64),
    set: |e, _, value| change_tree(e, |tree| tree.n_features = value as usize),
};

/// The learning rate's control for data whose stability limit is another: the slider reaches a
/// little beyond it, in 80 to 200 round steps.
pub(crate) fn lr_up_to(limit: f64) -> Control {
    // What nothing can be trained at is no use on a slider.
    let limit = limit.clamp(MIN_LR * 1e3, MAX_LR / 10.0);
    // 1, 2 or 5 of a decade.
    let wanted = 1.2 * limit / 200.0;
    let decade = 10_f64.powf(wanted.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|digit| digit * decade);
    let step = steps.into_iter().find(|&step| step >= wanted);
    let step = step.unwrap_or(10.0 * decade);
    Control {
        range: step..=step * (1.2 * limit / step).ceil(),
        scale: SliderScale::Linear(step),
        ..LR
    }
}

/// A number of the tree; none that can be used where there is no tree.
fn of_tree(experiment: &Experiment, read: impl Fn(&TreeRecipe) -> f64) -> f64 {
    experiment.data.tree().map_or(f64::NAN, read)
}

fn change_tree(experiment: &mut Experiment, change: impl FnOnce(&mut TreeRecipe)) {
    if let Some(tree) = experiment.data.tree_mut() {
        change(tree);
    }
}

impl Control {
    /// Whether only whole numbers make sense.
    pub(crate) fn is_whole(&self) -> bool {
        !matches!(self.field, Field::Lr | Field::Gamma | Field::Flip)
    }

    pub(crate) fn text(&self, value: f64) -> String {
        match self.scale {
            SliderScale::Decades => numbers::power_of_ten(value),
            SliderScale::Linear(_) | SliderScale::Logarithmic => numbers::exact(value),
        }
    }

    pub(crate) fn position(&self, value: f64) -> f64 {
        if self.scale == SliderScale::Decades {
            value.log10()
        } else {
            value
        }
    }

    pub(crate) fn value(&self, position: f64) -> f64 {
        match self.scale {
            // Through the parser, so that a decade is the very number that one types.
            SliderScale::Decades => format::parse(&format!("1e{position:.0}")).unwrap_or(1.0),
            SliderScale::Linear(step) => {
                let value = (position / step).round() * step;
                // As one would type it.
                format!("{value:.6e}").parse().unwrap_or(value)
            }
            // Two significant digits: a slider over decades has no room for more.
            SliderScale::Logarithmic => {
                let unit = second_digit(position);
                (position / unit).round() * unit
            }
        }
    }

    /// The value one step of an arrow key above `value`, or below it.
    pub(crate) fn stepped(&self, value: f64, is_up: bool) -> f64 {
        let step = match self.scale {
            SliderScale::Linear(step) => step,
            SliderScale::Decades => 1.0,
            // Just below a power of ten the digits are finer.
            SliderScale::Logarithmic => second_digit(if is_up { value } else { value - 0.5 }),
        };
        let step = if is_up { step } else { -step };
        let position = self.position(value) + step;
        let position = position.clamp(
            self.range.start().min(self.position(value)),
            self.range.end().max(self.position(value)),
        );
        self.value(position)
    }
}

/// One of the second significant digit of a number, at least 1.
fn second_digit(number: f64) -> f64 {
    10_f64.powf(number.log10().floor() - 1.0).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slider_of_a_rate_stays_within_what_can_be_trained() {
        for limit in [f64::MIN_POSITIVE, 1e-310, 1e300, f64::INFINITY] {
            let range = lr_up_to(limit).range;
            assert!((MIN_LR..=MAX_LR).contains(range.start()), "{limit}");
            assert!((MIN_LR..=MAX_LR).contains(range.end()), "{limit}");
        }
    }

    #[test]
    fn a_slider_for_other_data_reaches_beyond_their_limit() {
        for limit in [1e-4, 0.7, 13.2, 253.6, 1e5] {
            let control = lr_up_to(limit);
            let end = *control.range.end();
            assert!(end >= 1.2 * limit && end < 1.3 * limit, "{limit} {end}");
            assert!(control.value(limit) <= end);
        }
        assert_eq!(lr_up_to(13.2).value(5.21), 5.2);
    }

    #[test]
    fn sliders_cover_the_tutorials_ranges() {
        assert_eq!(LR.range, 1.0..=200.0);
        assert_eq!(GAMMA.value(*GAMMA.range.start()), 1e-15);
        assert_eq!(GAMMA.value(*GAMMA.range.end()), 1e1);
    }

    #[test]
    fn arrow_keys_step_a_slider_by_what_it_can_show() {
        assert_eq!(LR.stepped(100.0, true), 101.0);
        assert_eq!(GAMMA.stepped(1e-12, false), 1e-13);
        assert_eq!(EPOCHS.stepped(250.0, true), 260.0);
        assert_eq!(EPOCHS.stepped(100.0, false), 99.0);
        assert_eq!(EPOCHS.stepped(2000.0, true), 2000.0);
        // A typed value beyond the slider is not pulled back at once.
        assert_eq!(LR.stepped(340.0, false), 339.0);
        assert_eq!(LR.stepped(340.0, true), 340.0);
    }

    #[test]
    fn positions_and_values_agree() {
        for exponent in -15..=1 {
            let position = f64::from(exponent);
            assert!((GAMMA.position(GAMMA.value(position)) - position).abs() < 1e-9);
        }
        assert_eq!(FLIP.value(0.150_000_1), 0.15);
        assert_eq!(FEATURES.value(9_987.0), 10_000.0);
        assert_eq!(EPOCHS.value(252.0), 250.0);
        assert_eq!(EPOCHS.value(17.0), 17.0);
    }
}
