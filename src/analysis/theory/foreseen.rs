//! Everything that is foreseen of a run: its curves, its stages, and what is to be said of them.

use super::judgement::{self, Remark, RunProperties};
use super::stages::{self, ForeseenStage};
use super::start::{Start, Starts};
use super::{curves, unbalanced};
use crate::analysis::half_rise::half_rise_of;
use crate::model::DataModes;

/// The most values kept of a curve.
const MOST_VALUES: usize = 2000;

/// The theory's predictions for a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Foreseen {
    /// Every how many epochs the curves have a value, from epoch 0 on.
    pub stride: usize,
    /// Each mode's strength in discrete steps; without a hidden layer this is exact. 0 for modes
    /// that cannot be learned. Empty where there is no theory.
    pub discrete: Vec<Vec<f64>>,
    /// Each mode's strength in the limit of small steps, for one hidden layer; else empty.
    pub continuous: Vec<Vec<f64>>,
    /// The strength that each mode starts from: of a balanced mode without what stronger ones
    /// evict, and without a hidden layer u_αᵀ `W_1` v_α. Empty where there is no theory.
    pub starts: Vec<f64>,
    /// The epoch at which each mode passes half its strength in discrete steps, if it does.
    pub rises: Vec<Option<f64>>,
    /// The epochs of `rises` in the limit of small steps; empty where there is no such curve.
    pub continuous_rises: Vec<Option<f64>>,
    /// The stages, and the plateaus of the loss behind them. They hold for a start near zero.
    pub stages: Vec<ForeseenStage>,
    /// Remarks on how far the theory holds; none for a run too long to be judged.
    pub remarks: Option<Vec<Remark>>,
}

/// How strong each mode is before the first epoch, u_αᵀ W_tot v_α.
pub type FirstStrengths = Vec<f64>;

impl Foreseen {
    /// Whether the learning rate is past the solution's stability limit: then the curves fill the
    /// frame of a chart and say nothing of the run.
    pub fn is_past_stability(&self) -> bool {
        let mut remarks = self.remarks.iter().flatten();
        remarks.any(|remark| matches!(remark, Remark::PastStability { .. }))
    }

    /// The predictions for `run`, a network that starts with the modes at `first` and has
    /// `n_outputs`; `None` if cancelled.
    pub fn of(
        run: &RunProperties<'_>,
        modes: &DataModes,
        first: &FirstStrengths,
        n_outputs: usize,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let n_modes = modes.singular_values.len();
        let stride = run.n_epochs.div_ceil(MOST_VALUES).max(1);
        let mut foreseen = Self {
            stride,
            discrete: Vec::new(),
            continuous: Vec::new(),
            starts: Vec::new(),
            rises: vec![None; n_modes],
            continuous_rises: Vec::new(),
            stages: Vec::new(),
            remarks: None,
        };
        let evicted = run.starts.map(Starts::evicted);
        for (mode, &s) in modes.singular_values.iter().enumerate() {
            if is_cancelled() {
                return None;
            }
            // A null mode is never learned.
            let s = if modes.is_null(mode) { 0.0 } else { s };
            let start = evicted.as_ref().map(|evicted| evicted[mode]);
            foreseen.foresee_mode(s, start, first[mode], run);
        }
        foreseen.stages = stages::foreseen(modes, &foreseen.rises, n_outputs, run.narrowest);
        if judgement::can_judge(run) {
            let evicted = evicted.unwrap_or_default();
            foreseen.remarks = Some(judgement::judge(run, &evicted, is_cancelled)?);
        }
        Some(foreseen)
    }

    /// Adds the next mode, of singular value `s`, from its `start` in a hidden layer or, without
    /// one, from its `first` strength.
    fn foresee_mode(&mut self, s: f64, start: Option<Start>, first: f64, run: &RunProperties<'_>) {
        let mode = self.starts.len();
        let RunProperties {
            step_size,
            n_epochs,
            ..
        } = *run;
        let (a0, discrete) = match (start, run.n_hidden_layers) {
            (Some(start), _) => {
                let continuous = unbalanced::curve(s, start, step_size, n_epochs);
                self.continuous_rises.push(half_rise_of(&continuous, s));
                self.continuous.push(thinned(&continuous, self.stride));
                let a0 = if s > 0.0 { start.balanced() } else { 0.0 };
                (a0, curves::discrete(s, a0, step_size, n_epochs))
            }
            (None, 0) => (
                first,
                curves::no_hidden_layer(s, first, step_size, n_epochs),
            ),
            (None, _) => return,
        };
        self.starts.push(a0);
        self.rises[mode] = half_rise_of(&discrete, s);
        self.discrete.push(thinned(&discrete, self.stride));
    }
}

fn thinned(curve: &[f64], stride: usize) -> Vec<f64> {
    curve.iter().copied().step_by(stride).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::theory::step_size;
    use crate::experiment::Experiment;
    use crate::model::{Record, Setup, run_from};

    /// The predictions for an experiment, and the record of its run.
    fn both(experiment: &Experiment) -> (Foreseen, Record) {
        let mut setup = Setup::new(experiment, None);
        let mut network = setup.network(experiment);
        let modes = network.modes().clone();
        let n_modes = modes.singular_values.len();
        let first = network.first_strengths();
        let starts = Starts::of_network(&network);
        let n_outputs = experiment.n_outputs();
        let n_hidden_layers = experiment.hidden.len();
        let run = RunProperties {
            starts: starts.as_ref(),
            n_hidden_layers,
            narrowest: experiment.hidden.iter().copied().min(),
            lr: experiment.lr,
            stability_limit: modes.stability_limit(n_outputs, n_hidden_layers + 1),
            step_size: step_size(experiment.lr, n_outputs, n_modes),
            n_epochs: experiment.n_epochs,
        };
        let foreseen = Foreseen::of(&run, &modes, &first, n_outputs, &mut || false).unwrap();
        (foreseen, run_from(experiment, &mut setup).0)
    }

    #[test]
    fn the_default_run_is_foreseen() {
        let (foreseen, record) = both(&Experiment::default());
        assert_eq!((foreseen.stride, foreseen.stages.len()), (1, 4));
        for mode in 0..4 {
            let s = record.strength(249, mode);
            for row in 0..250 {
                let apart = foreseen.discrete[mode][row] - record.strength(row, mode);
                assert!(apart.abs() < 0.05 * s);
            }
        }
        assert!(foreseen.starts.iter().all(|&a0| a0 > 0.0 && a0 < 1e-20));
        let early = foreseen.rises[0].zip(foreseen.continuous_rises[0]);
        let early = early.map(|(discrete, continuous)| discrete - continuous);
        assert!(
            early.is_some_and(|epochs| (13.0..16.0).contains(&epochs)),
            "{early:?}"
        );
        // The continuous curve is early: at the discrete one's half-rise it has long risen.
        let rise = foreseen.rises[0].unwrap() as usize;
        assert!(foreseen.continuous[0][rise] > 0.99 * record.strength(249, 0));
        assert!(foreseen.remarks.is_some_and(|remarks| !remarks.is_empty()));
    }

    #[test]
    fn without_a_hidden_layer_every_value_is_exact() {
        let (foreseen, record) = both(&Experiment {
            hidden: Vec::new(),
            lr: 1000.0,
            ..Experiment::default()
        });
        assert!(foreseen.continuous.is_empty());
        for row in 0..250 {
            assert!((foreseen.discrete[7][row] - record.strength(row, 7)).abs() < 1e-9);
        }
    }

    #[test]
    fn modes_beyond_a_narrow_layers_units_are_not_foreseen() {
        for (n_hidden, expected) in [(3, 0.378), (4, 0.252)] {
            let (foreseen, record) = both(&Experiment {
                hidden: vec![n_hidden],
                n_epochs: 1000,
                ..Experiment::default()
            });
            let rises: Vec<bool> = foreseen.rises.iter().map(Option::is_some).collect();
            let learned: Vec<bool> = (0..8).map(|mode| mode < n_hidden).collect();
            assert_eq!(rises, learned);
            assert!(
                foreseen.discrete[n_hidden..]
                    .iter()
                    .flatten()
                    .all(|&a| a == 0.0)
            );
            let last = foreseen.stages.last().unwrap();
            assert_eq!(last.modes.last(), Some(&(n_hidden - 1)));
            assert!((last.behind - expected).abs() < 1e-3, "{last:?}");
            let loss = record.losses()[999];
            assert!((loss - last.behind).abs() < 1e-2, "{loss} {last:?}");
            for remark in foreseen.remarks.unwrap() {
                let (Remark::ModesCompete { mode, .. } | Remark::ModesDoNotDecouple { mode, .. }) =
                    remark
                else {
                    continue;
                };
                assert!(mode < n_hidden, "{remark:?}");
            }
        }
    }

    #[test]
    fn modes_without_strength_do_not_rise() {
        for hidden in [vec![30], Vec::new()] {
            let mut experiment = Experiment {
                lr: if hidden.is_empty() { 1000.0 } else { 100.0 },
                hidden,
                ..Experiment::default()
            };
            experiment.data.tree_mut().unwrap().flip = 0.0;
            let (foreseen, record) = both(&experiment);
            let rises: Vec<bool> = foreseen.rises.iter().map(Option::is_some).collect();
            assert_eq!(rises, (0..8).map(|mode| mode == 0).collect::<Vec<_>>());
            for mode in 1..8 {
                for row in 0..250 {
                    let apart = foreseen.discrete[mode][row] - record.strength(row, mode);
                    assert!(apart.abs() < 1e-9);
                }
            }
        }
    }

    #[test]
    fn the_theory_can_be_cancelled_while_it_is_judged() {
        let experiment = Experiment::default();
        let network = Setup::new(&experiment, None).network(&experiment);
        let (starts, modes) = (
            Starts::of_network(&network).unwrap(),
            network.modes().clone(),
        );
        let run = RunProperties {
            starts: Some(&starts),
            n_hidden_layers: 1,
            narrowest: Some(30),
            lr: 100.0,
            stability_limit: 253.6,
            step_size: step_size(100.0, 10_000, 8),
            n_epochs: 250,
        };
        let mut n_questions = 0;
        let mut soon = || {
            n_questions += 1;
            n_questions > 100
        };
        let given_up = Foreseen::of(&run, &modes, &vec![0.0; 8], 10_000, &mut soon);
        assert_eq!((given_up, n_questions), (None, 101));
    }

    #[test]
    fn two_hidden_layers_have_plateaus_and_no_epochs() {
        let (foreseen, _) = both(&Experiment {
            hidden: vec![16, 12],
            gamma: 1e-3,
            ..Experiment::default()
        });
        assert!(foreseen.discrete.is_empty() && foreseen.continuous.is_empty());
        assert!(foreseen.stages.iter().all(|stage| stage.epoch.is_none()));
        assert_eq!(
            foreseen.remarks,
            Some(vec![Remark::NoTheory { n_hidden_layers: 2 }])
        );
    }

    #[test]
    fn a_long_run_is_thinned_and_not_judged() {
        let (foreseen, _) = both(&Experiment {
            n_epochs: 40_000,
            lr: 1.0,
            ..Experiment::default()
        });
        assert_eq!((foreseen.stride, foreseen.discrete[0].len()), (20, 2000));
        assert_eq!(foreseen.remarks, None);
        // Steps this small are as good as none: a hundred times the continuous 79.1 of lr 100.
        let rise = foreseen.rises[0].unwrap();
        assert!((7900.0..7930.0).contains(&rise), "{rise}");
    }
}
