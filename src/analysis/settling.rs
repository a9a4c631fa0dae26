//! When a loss has settled: how low it can get, and how many epochs that takes.

use crate::data::outweighing::NEGLIGIBLE_SHARE;
use crate::experiment::Experiment;
use crate::model::engine::Engine;
use crate::model::reduced::ReducedNetwork;
use crate::model::{DataModes, Record};

/// A loss has settled when at most this share of what it can lose is left.
pub const SETTLED: f64 = NEGLIGIBLE_SHARE;

/// The most epochs that are tried.
pub const MOST_EPOCHS: usize = 100_000;

/// A loss swings for ever that has risen in a quarter of so many epochs.
const SWING_EPOCHS: usize = 1000;

/// A rise of the loss is more than rounding from this share of its first value on.
const SEEN_RISE: f64 = 1e-6;

/// How many epochs a network needs until its loss has settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settling {
    /// So many.
    After {
        /// The number of epochs whose last recorded loss has settled.
        n_epochs: usize,
    },
    /// The loss stopped being finite in this epoch.
    Diverges {
        /// The first epoch that could not be recorded.
        epoch: usize,
    },
    /// Never: past the stability limit the loss goes up and down.
    Swings {
        /// The number of epochs after which that was seen.
        n_epochs: usize,
    },
    /// More than [`MOST_EPOCHS`].
    NotWithin,
}

impl Settling {
    /// The number of epochs to train: until the loss has settled, diverged or been seen to swing,
    /// or the bound.
    pub fn n_epochs(self) -> usize {
        match self {
            Self::After { n_epochs } | Self::Swings { n_epochs } => n_epochs,
            Self::Diverges { epoch } => epoch + 1,
            Self::NotWithin => MOST_EPOCHS,
        }
    }
}

/// The least loss that a network can reach: Σ s²/(N·P) over the modes beyond the `narrowest` hidden
/// layer, N being `n_outputs` and P the number of modes; 0 without a hidden layer.
pub fn loss_floor(modes: &DataModes, n_outputs: usize, narrowest: Option<usize>) -> f64 {
    let s = &modes.singular_values;
    let n_learned = narrowest.unwrap_or(s.len());
    let beyond = s.iter().skip(n_learned).map(|s| s * s);
    beyond.sum::<f64>() / (n_outputs * s.len()) as f64
}

/// Whether a `loss` that began at `first` has settled above `floor`.
pub fn has_settled(loss: f64, first: f64, floor: f64) -> bool {
    loss - floor <= SETTLED * (first - floor)
}

/// Whether the last loss of a record has settled above `floor`; not so of an empty record.
pub fn record_has_settled(record: &Record, floor: f64) -> bool {
    let losses = record.losses();
    let ends = losses.first().zip(losses.last());
    ends.is_some_and(|(&first, &last)| has_settled(last, first, floor))
}

/// How many epochs an experiment needs at its learning rate, whatever number it has; `network` is
/// its network, not trained yet, and is trained. `None` if `is_cancelled`, which is told how many
/// epochs have been trained, says so.
pub fn settling_of(
    experiment: &Experiment,
    network: &mut ReducedNetwork,
    is_cancelled: &mut dyn FnMut(usize) -> bool,
) -> Option<Settling> {
    let narrowest = experiment.hidden.iter().copied().min();
    let floor = loss_floor(network.modes(), experiment.n_outputs(), narrowest);
    let first = network.loss();
    settling(network, experiment.lr, (0, first), floor, is_cancelled)
}

/// Trains `engine`, which has been trained for `n_done` epochs from a loss of `first`, until its
/// loss has settled above `floor`. Nothing is recorded. `None` if `is_cancelled`, which is told how
/// many epochs have been trained, says so.
pub fn settling(
    engine: &mut impl Engine,
    lr: f64,
    (n_done, first): (usize, f64),
    floor: f64,
    is_cancelled: &mut dyn FnMut(usize) -> bool,
) -> Option<Settling> {
    let (mut before, mut n_rises) = (first, 0);
    for epoch in n_done..MOST_EPOCHS {
        if is_cancelled(epoch) {
            return None;
        }
        let loss = engine.loss();
        if !loss.is_finite() {
            return Some(Settling::Diverges { epoch });
        }
        if has_settled(loss, first, floor) {
            let n_epochs = epoch + 1;
            return Some(Settling::After { n_epochs });
        }
        n_rises += usize::from(loss - before > SEEN_RISE * first);
        before = loss;
        if (epoch + 1) % SWING_EPOCHS == 0 {
            if 4 * n_rises >= SWING_EPOCHS {
                let n_epochs = epoch + 1;
                return Some(Settling::Swings { n_epochs });
            }
            n_rises = 0;
        }
        engine.step(lr);
    }
    Some(Settling::NotWithin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Setup, run};

    fn found(experiment: &Experiment) -> (Settling, f64) {
        let mut network = Setup::new(experiment, None).network(experiment);
        let narrowest = experiment.hidden.iter().copied().min();
        let floor = loss_floor(network.modes(), experiment.n_outputs(), narrowest);
        let found = settling_of(experiment, &mut network, &mut |_| false);
        (found.unwrap(), floor)
    }

    #[test]
    fn the_last_loss_of_so_many_epochs_is_the_first_that_has_settled() {
        for hidden in [vec![30], vec![3], vec![12, 9], vec![]] {
            let mut experiment = Experiment {
                gamma: if hidden.len() == 1 { 1e-12 } else { 1.0 },
                lr: match hidden.len() {
                    0 => 1000.0,
                    1 => 100.0,
                    _ => 20.0,
                },
                hidden,
                ..Experiment::default()
            };
            let (settling, floor) = found(&experiment);
            let Settling::After { n_epochs } = settling else {
                panic!("{:?}: {settling:?}", experiment.hidden);
            };
            experiment.n_epochs = n_epochs;
            let (record, _) = run(&experiment);
            assert!(
                record_has_settled(&record, floor),
                "{:?}",
                experiment.hidden
            );
            let (first, before) = (record.losses()[0], record.losses()[n_epochs - 2]);
            assert!(
                !has_settled(before, first, floor),
                "{:?}",
                experiment.hidden
            );
        }
    }

    #[test]
    fn narrow_networks_keep_the_cost_of_the_modes_beyond_them() {
        let experiment = Experiment {
            hidden: vec![4],
            ..Experiment::default()
        };
        let (_, floor) = found(&experiment);
        // The notebook's last plateau but one.
        assert!((floor - 0.252).abs() < 1e-3, "{floor}");
    }

    #[test]
    fn a_loss_that_diverges_is_followed_to_its_end() {
        let experiment = Experiment {
            lr: 400.0,
            ..Experiment::default()
        };
        let (Settling::Diverges { epoch }, _) = found(&experiment) else {
            panic!("it settles");
        };
        let (_, outcome) = run(&Experiment {
            n_epochs: epoch + 1,
            ..experiment
        });
        assert!(outcome.diverged_at().is_some());
    }

    #[test]
    fn a_loss_that_swings_past_the_stability_limit_is_not_followed_to_the_bound() {
        let experiment = Experiment {
            lr: 270.0,
            ..Experiment::default()
        };
        let (settling, _) = found(&experiment);
        assert_eq!(settling, Settling::Swings { n_epochs: 1000 });
    }

    #[test]
    fn a_search_can_be_cancelled() {
        let experiment = Experiment::default();
        let mut network = Setup::new(&experiment, None).network(&experiment);
        let settling = settling_of(&experiment, &mut network, &mut |epoch| epoch == 30);
        assert_eq!(settling, None);
    }

    #[test]
    fn an_empty_record_has_not_settled() {
        let record = Record::new(Experiment::default().row_shape());
        assert!(!record_has_settled(&record, 0.0));
    }
}
