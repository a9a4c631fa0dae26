//! Everything that is foreseen of a run: its curves, its stages, and what is to be said of them.

use super::curves;
use super::judgement::{self, Remark, Run};
use super::stages::{self, Stage};
use super::unbalanced;
use crate::model::modes::DataModes;

/// The most values kept of a curve.
const MOST_VALUES: usize = 2000;

/// The most work, epochs × P², for which a run is judged: it keeps a worker for about 30 ms.
const MOST_JUDGED: usize = 2_000_000;

/// What is foreseen of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Foreseen {
    /// Every how many epochs the curves have a value, from epoch 0 on.
    pub stride: usize,
    /// Each mode's strength in discrete steps; without a hidden layer this is exact. Empty where
    /// there is no theory.
    pub discrete: Vec<Vec<f64>>,
    /// Each mode's strength in the limit of small steps, for one hidden layer; else empty.
    pub continuous: Vec<Vec<f64>>,
    /// The epoch at which each mode passes half its strength in discrete steps, if it does.
    pub rises: Vec<Option<f64>>,
    /// The stages, and the plateaus of the loss behind them. They hold for a start near zero.
    pub stages: Vec<Stage>,
    /// What is to be said; none of a run too long to be judged.
    pub remarks: Option<Vec<Remark>>,
}

/// How strong each mode is before the first epoch, u_αᵀ W_tot v_α.
pub type FirstStrengths = Vec<f64>;

impl Foreseen {
    /// What is foreseen of `run`, a network that starts with the modes at `first` and has
    /// `n_outputs`; none if `is_unwanted` says so between two modes.
    pub fn of(
        run: &Run<'_>,
        modes: &DataModes,
        first: &FirstStrengths,
        n_outputs: usize,
        is_unwanted: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let n_modes = modes.singular_values.len();
        let stride = run.n_epochs.div_ceil(MOST_VALUES).max(1);
        let mut foreseen = Self {
            stride,
            discrete: Vec::new(),
            continuous: Vec::new(),
            rises: vec![None; n_modes],
            stages: Vec::new(),
            remarks: None,
        };
        let starts = run.starts.map(super::Starts::evicted);
        for (mode, &s) in modes.singular_values.iter().enumerate() {
            if is_unwanted() {
                return None;
            }
            let discrete = match (&starts, run.n_hidden_layers) {
                (Some(starts), _) => {
                    let continuous = unbalanced::curve(s, starts[mode], run.eps, run.n_epochs);
                    foreseen.continuous.push(thinned(&continuous, stride));
                    curves::discrete(s, starts[mode].balanced(), run.eps, run.n_epochs)
                }
                (None, 0) => curves::no_hidden_layer(s, first[mode], run.eps, run.n_epochs),
                (None, _) => continue,
            };
            foreseen.rises[mode] = curves::half_rise_of(&discrete, s);
            foreseen.discrete.push(thinned(&discrete, stride));
        }
        foreseen.stages = stages::foreseen(modes, &foreseen.rises, n_outputs);
        if run.n_epochs * n_modes * n_modes <= MOST_JUDGED {
            foreseen.remarks = Some(judgement::judge(run));
        }
        Some(foreseen)
    }
}

fn thinned(curve: &[f64], stride: usize) -> Vec<f64> {
    curve.iter().copied().step_by(stride).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::theory::step_size;
    use crate::model::{Experiment, Record, Setup, Training};

    /// What is foreseen, and what happened.
    fn both(experiment: &Experiment) -> (Foreseen, Record) {
        let mut network = Setup::new(experiment, None).network(experiment);
        let modes = network.modes().clone();
        let n_modes = modes.singular_values.len();
        let first = network.first_strengths();
        let starts = network.starts();
        let n_outputs = experiment.n_outputs();
        let n_hidden_layers = experiment.hidden.len();
        let run = Run {
            starts: starts.as_ref(),
            n_hidden_layers,
            lr: experiment.lr,
            stability_limit: modes.stability_limit(n_outputs, n_hidden_layers + 1),
            eps: step_size(experiment.lr, n_outputs, n_modes),
            n_epochs: experiment.n_epochs,
        };
        let foreseen = Foreseen::of(&run, &modes, &first, n_outputs, &mut || false).unwrap();
        let shape = experiment.row_shape();
        let training = Training::new(network, experiment.lr, experiment.n_epochs, shape);
        (foreseen, training.run(shape).0)
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
