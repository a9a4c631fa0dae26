//! A section of an atlas: along one axis, what the run settles to.
//!
//! Up to the stability limit a run comes to rest, at one value. Beyond, it goes to and fro between
//! two, then more, then without end, until it diverges: the period doublings of gradient descent
//! with a step that is too large.

use super::axis::Axis;
use super::parameter::Parameter;
use crate::analysis::settling::{Settling, loss_floor, settling};
use crate::experiment::Experiment;
use crate::model::Setup;
use crate::model::engine::Engine as _;

/// How many of the last epochs are kept.
pub const N_KEPT: usize = 64;

/// How many epochs are trained once the loss has settled or has been seen to swing: an oscillation
/// that dies out has died out by then but within 0.1 % of the limit.
const N_MORE: usize = 2000;

/// What one run settles to.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionPoint {
    /// The value along the axis.
    pub value: f64,
    /// The strengths of the data's first mode at the last [`N_KEPT`] epochs; empty if it diverged.
    pub strengths: Vec<f64>,
    /// The losses at the same epochs.
    pub losses: Vec<f64>,
    /// The epoch in which it diverged, if it did.
    pub diverged_at: Option<usize>,
}

/// The points of a section, as far as they have been computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The values, each a run with all else as in the run at hand.
    pub axis: Axis,
    /// The points, in any order.
    pub points: Vec<SectionPoint>,
}

impl Section {
    /// Whether a section can lie along an axis of this parameter: the number of epochs says
    /// nothing of where a run settles.
    pub fn can_lie_along(parameter: Parameter) -> bool {
        parameter != Parameter::Epochs
    }
}

impl SectionPoint {
    /// Of `experiment`, which `setup` must fit, at this `value` of an axis. However many epochs the
    /// experiment has, as many are trained as it takes to settle, and some more. `None` if
    /// cancelled; `is_cancelled` is asked before every epoch.
    pub fn unless(
        value: f64,
        experiment: &Experiment,
        setup: &mut Setup,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let mut network = setup.network(experiment);
        let narrowest = experiment.hidden.iter().copied().min();
        let floor = loss_floor(network.modes(), experiment.n_outputs(), narrowest);
        let from = (0, network.loss());
        let cancelled = &mut |_| is_cancelled();
        let settled = settling(&mut network, experiment.lr, from, floor, cancelled)?;
        let mut point = Self {
            value,
            strengths: Vec::new(),
            losses: Vec::new(),
            diverged_at: None,
        };
        if let Settling::Diverges { epoch } = settled {
            point.diverged_at = Some(epoch);
            return Some(point);
        }
        let mut strengths = vec![0.0; network.modes().singular_values.len()];
        for epoch in 0..N_MORE {
            if is_cancelled() {
                return None;
            }
            network.step(experiment.lr);
            let loss = network.loss();
            if !loss.is_finite() {
                point.diverged_at = Some(settled.n_epochs() + epoch);
                point.strengths.clear();
                point.losses.clear();
                return Some(point);
            }
            if epoch >= N_MORE - N_KEPT {
                network.strengths(&mut strengths);
                point.strengths.extend(strengths.first());
                point.losses.push(loss);
            }
        }
        Some(point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The branches of the first mode's strength: values that differ by more than a thousandth.
    fn branches(lr: f64) -> Vec<f64> {
        let experiment = Experiment {
            lr,
            ..Experiment::default()
        };
        let mut setup = Setup::new(&experiment, None);
        let point = SectionPoint::unless(lr, &experiment, &mut setup, &mut || false).unwrap();
        let mut strengths = point.strengths;
        strengths.sort_by(f64::total_cmp);
        strengths.dedup_by(|a, b| *a - *b < 1e-3 * *b);
        strengths
    }

    #[test]
    fn one_branch_becomes_two_at_the_stability_limit() {
        assert_eq!(branches(100.0).len(), 1);
        assert_eq!(branches(253.0).len(), 1);
        let two = branches(255.0);
        assert_eq!(two.len(), 2, "{two:?}");
        for (found, expected) in two.iter().zip([145.8, 168.8]) {
            assert!((found - expected).abs() < 0.1, "{two:?}");
        }
        assert_eq!(branches(280.0).len(), 2);
        assert!(branches(300.0).len() > 2, "{:?}", branches(300.0));
        assert_eq!(branches(340.0), [0.0; 0]);
    }

    #[test]
    fn a_cancelled_point_is_none() {
        let experiment = Experiment::default();
        let mut setup = Setup::new(&experiment, None);
        let point = SectionPoint::unless(100.0, &experiment, &mut setup, &mut || true);
        assert_eq!(point, None);
    }
}
