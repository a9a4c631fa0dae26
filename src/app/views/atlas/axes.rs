//! The axes that an atlas of an experiment can have, and the plane that they make.

use crate::analysis::atlas::axis::Axis;
use crate::analysis::atlas::parameter::Parameter;
use crate::analysis::atlas::plane::Plane;
use crate::analysis::atlas::section::Section;
use crate::analysis::atlas::spacing::Spacing;
use crate::analysis::atlas::usual_axis::usual_axis;
use crate::experiment::Experiment;
use crate::experiment::atlas_look::{Along, AtlasLook, AxisOf};

/// What an axis changes.
pub(super) fn parameter(axis: AxisOf) -> Parameter {
    match axis {
        AxisOf::Lr => Parameter::Lr,
        AxisOf::Gamma => Parameter::Gamma,
        AxisOf::Units => Parameter::Units,
        AxisOf::Layers => Parameter::Layers,
        AxisOf::Flip => Parameter::Flip,
        AxisOf::Levels => Parameter::Levels,
        AxisOf::Epochs => Parameter::Epochs,
    }
}

/// The key of the name of what an axis changes.
pub(super) fn key(axis: AxisOf) -> &'static str {
    match axis {
        AxisOf::Lr => "control-lr",
        AxisOf::Gamma => "control-gamma",
        AxisOf::Units => "control-hidden-units",
        AxisOf::Layers => "control-hidden-layers",
        AxisOf::Flip => "control-flip",
        AxisOf::Levels => "control-levels",
        AxisOf::Epochs => "control-epochs",
    }
}

/// The axes that an experiment can have.
pub(super) fn possible(experiment: &Experiment) -> Vec<AxisOf> {
    let is_possible = |axis: &AxisOf| parameter(*axis).of(experiment).is_some();
    AxisOf::ALL.into_iter().filter(is_possible).collect()
}

/// The axes as they were chosen, or the first that are possible where one of them is not; `None`
/// where no two are.
pub(super) fn shown(look: &AtlasLook, experiment: &Experiment) -> Option<[AxisOf; 2]> {
    let possible = possible(experiment);
    if [look.x, look.y].iter().all(|axis| possible.contains(axis)) {
        return Some([look.x, look.y]);
    }
    let kept = |axis: &AxisOf| possible.contains(axis);
    match (kept(&look.x), kept(&look.y)) {
        (true, _) => {
            let other = possible.iter().find(|axis| **axis != look.x)?;
            Some([look.x, *other])
        }
        (_, true) => {
            let other = possible.iter().find(|axis| **axis != look.y)?;
            Some([*other, look.y])
        }
        _ => Some([*possible.first()?, *possible.get(1)?]),
    }
}

/// How the values of an axis lie along it.
pub(super) fn spacing(axis: AxisOf, is_lr_log: bool) -> Spacing {
    match axis {
        AxisOf::Lr if is_lr_log => Spacing::Logarithmic,
        _ => parameter(axis).usual_spacing(),
    }
}

/// The plane of these axes for an experiment with this stability limit.
pub(super) fn plane(
    axes: [AxisOf; 2],
    is_lr_log: bool,
    experiment: &Experiment,
    limit: f64,
) -> Option<Plane> {
    let usual = |axis| {
        let spacing = spacing(axis, is_lr_log);
        usual_axis(parameter(axis), experiment, limit, spacing)
    };
    Some(Plane {
        x: usual(axes[0])?,
        y: usual(axes[1])?,
    })
}

/// The axis of a plane along which the section lies: the chosen one, or the other where none can
/// lie along that.
pub(super) fn of_section(plane: &Plane, along: Along) -> &Axis {
    let (chosen, other) = match along {
        Along::X => (&plane.x, &plane.y),
        Along::Y => (&plane.y, &plane.x),
    };
    if Section::can_lie_along(chosen.parameter) {
        chosen
    } else {
        other
    }
}

/// A value on an axis as it is set by hand: one that a control can show, within the axis.
pub(super) fn by_hand(axis: &Axis, value: f64) -> f64 {
    let values = axis.values();
    let value = value.clamp(values[0], values[values.len() - 1]);
    match axis.parameter {
        // The next cell's: between them nothing is to be seen.
        Parameter::Gamma => values[axis.nearest(value)],
        Parameter::Flip => (100.0 * value).round() / 100.0,
        Parameter::Lr => {
            let (from, to) = axis.edges(axis.nearest(value));
            let width = axis.value_at(to) - axis.value_at(from);
            let step = 10.0_f64.powf((0.5 * width).log10().floor());
            let steps = (value / step).round().max(1.0);
            // As one would type it.
            format!("{:.6e}", steps * step).parse().unwrap_or(value)
        }
        _ => value.round(),
    }
}

/// The value of the next cell of an axis, so many of them on; the end of the axis at the most.
pub(super) fn stepped(axis: &Axis, value: f64, n: isize) -> f64 {
    let last = axis.len() - 1;
    let nearest = axis.nearest(value);
    axis.values()[nearest.saturating_add_signed(n).min(last)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notebook(axes: [AxisOf; 2], is_lr_log: bool) -> Plane {
        plane(axes, is_lr_log, &Experiment::default(), 253.6).unwrap()
    }

    #[test]
    fn an_axis_that_cannot_be_gives_way() {
        let mut look = AtlasLook::default();
        let mut experiment = Experiment::default();
        assert_eq!(shown(&look, &experiment), Some([AxisOf::Lr, AxisOf::Gamma]));
        look.y = AxisOf::Units;
        experiment.hidden.clear();
        assert_eq!(shown(&look, &experiment), Some([AxisOf::Lr, AxisOf::Gamma]));
        look.x = AxisOf::Gamma;
        assert_eq!(shown(&look, &experiment), Some([AxisOf::Gamma, AxisOf::Lr]));
        (look.x, look.y) = (AxisOf::Units, AxisOf::Lr);
        assert_eq!(shown(&look, &experiment), Some([AxisOf::Gamma, AxisOf::Lr]));
    }

    #[test]
    fn a_value_set_by_hand_is_one_that_a_control_can_show() {
        let plane = notebook([AxisOf::Lr, AxisOf::Gamma], false);
        assert_eq!(by_hand(&plane.x, 103.4), 103.0);
        assert_eq!(by_hand(&plane.x, 1e9), 350.0);
        assert_eq!(by_hand(&plane.y, 1.3e-12), 1e-12);
        assert_eq!(by_hand(&plane.y, 0.0), 1e-15);
        let log = notebook([AxisOf::Lr, AxisOf::Flip], true);
        assert_eq!(by_hand(&log.x, 1.234), 1.23);
        assert_eq!(by_hand(&log.y, 0.1234), 0.12);
    }

    #[test]
    fn steps_go_from_cell_to_cell_and_end_with_the_axis() {
        let plane = notebook([AxisOf::Lr, AxisOf::Layers], false);
        assert_eq!(stepped(&plane.x, 102.0, 1), 105.0);
        assert_eq!(stepped(&plane.x, 5.0, -1), 5.0);
        assert_eq!(stepped(&plane.y, 4.0, 3), 4.0);
    }
}
