//! Read off a record: when each mode rose, in which stages, and in how many drops the loss fell.

use super::half_rise::half_rise;
use super::levels;
use crate::model::{DataModes, Record};

/// Modes of one level that rise one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// The epoch at which the first of them rises.
    pub epoch: f64,
    /// Indices of the modes, ascending; at least one.
    pub modes: Vec<usize>,
}

/// Two drops are separate when between them the loss falls at less than this share of the speed
/// of the slower one. At 0.6 the count is what an eye sees from gamma 1e-15 to 10.
const VALLEY: f64 = 0.6;

/// A drop is over once the loss falls at less than this share of its fastest, which is when some
/// nine tenths of the drop are done. One that the last epoch cuts off before is not counted.
const LEVELLED: f64 = 0.25;

/// A drop takes away at least this share of the first loss.
const LEAST_DROP: f64 = 0.02;

/// The epochs at which the loss falls fastest, one for each separate drop, ascending.
pub fn drops(record: &Record) -> Vec<usize> {
    let peaks = fastest_falls(record.losses());
    peaks.into_iter().map(|row| record.epochs()[row]).collect()
}

/// The rows of the peaks of the falling speed, one for each separate drop.
fn fastest_falls(losses: &[f64]) -> Vec<usize> {
    let Some(&first) = losses.first() else {
        return Vec::new();
    };
    let mut peaks = Vec::new();
    let is_drop = |from: usize, to: usize| losses[from] - losses[to] > LEAST_DROP * first;
    let mut start = 0;
    let (mut peak, mut peak_row) = (0.0, 0);
    // Behind a peak, the slowest so far.
    let mut valley: Option<(f64, usize)> = None;
    for (row, pair) in losses.windows(2).enumerate() {
        let speed = pair[0] - pair[1];
        let Some((slowest, valley_row)) = valley else {
            if speed > peak {
                (peak, peak_row) = (speed, row);
            } else if speed < VALLEY * peak {
                valley = Some((speed, row));
            }
            continue;
        };
        if speed < slowest {
            valley = Some((speed, row));
        } else if slowest < VALLEY * speed {
            if is_drop(start, valley_row) {
                peaks.push(peak_row);
            }
            (start, peak, peak_row, valley) = (valley_row, speed, row, None);
        }
    }
    let is_over = valley.is_some_and(|(slowest, _)| slowest < LEVELLED * peak);
    if is_over && is_drop(start, losses.len() - 1) {
        peaks.push(peak_row);
    }
    peaks
}

/// The epoch at which each of the data's modes passes half its final strength, between two rows
/// where it does so; none while it has not, or for a mode without strength.
pub fn half_rises(record: &Record, modes: &DataModes) -> Vec<Option<f64>> {
    (0..modes.singular_values.len())
        .map(|mode| rise_of(record, mode, modes))
        .collect()
}

fn rise_of(record: &Record, mode: usize, modes: &DataModes) -> Option<f64> {
    if modes.is_null(mode) {
        return None;
    }
    let epochs = record.epochs().iter().map(|&epoch| epoch as f64);
    let strengths = (0..record.len()).map(|row| record.strength(row, mode));
    half_rise(epochs.zip(strengths), modes.singular_values[mode])
}

/// The stages of a run in the order of their epochs, from the epoch at which each mode rises, if
/// it does: modes of one level that rise with no other between them are one stage.
pub fn stages(rises: &[Option<f64>], modes: &DataModes) -> Vec<Stage> {
    let epoch = |mode: usize| rises[mode];
    let mut risen: Vec<(f64, usize)> = (0..rises.len())
        .filter_map(|mode| Some((epoch(mode)?, mode)))
        .collect();
    risen.sort_by(|a, b| a.0.total_cmp(&b.0));
    let groups = levels::grouped(modes, risen.into_iter().map(|(_, mode)| mode));
    groups
        .into_iter()
        .filter_map(|mut modes| {
            let epoch = epoch(*modes.first()?)?;
            modes.sort_unstable();
            Some(Stage { epoch, modes })
        })
        .collect()
}

/// A mode is learned from this share of its final strength on.
const LEARNED_SHARE: f64 = 0.95;

/// The epoch by which each stage has been learned: on the plateau behind its drop, and before the
/// next stage. Ascending.
pub fn plateaus(record: &Record, modes: &DataModes, stages: &[Stage]) -> Vec<usize> {
    let epochs = record.epochs();
    let is_learned = |row: usize, mode: usize| {
        record.strength(row, mode) >= LEARNED_SHARE * modes.singular_values[mode]
    };
    let plateau = |i: usize| {
        let stage = &stages[i];
        let first = epochs.partition_point(|&epoch| (epoch as f64) < stage.epoch);
        let next = stages.get(i + 1).map(|next| next.epoch);
        let end = next.map_or(epochs.len(), |next| {
            epochs.partition_point(|&epoch| (epoch as f64) < next)
        });
        let learned = |row: &usize| stage.modes.iter().all(|&mode| is_learned(*row, mode));
        // A stage that runs into the next one is looked at just before that.
        let row = (first..end).find(learned).or(end.checked_sub(1))?;
        epochs.get(row).copied()
    };
    (0..stages.len()).filter_map(plateau).collect()
}

/// A loss that has waited for fewer epochs than this has not been seen to wait.
pub const SEEN_TO_WAIT: usize = 10;

/// How far a loss must have fallen, as a share of its first value, so that it waits no more.
const WAITS_ABOVE: f64 = 0.95;

/// The last epoch before the loss is clearly below its first value; `None` if it never is.
pub fn waits_until(record: &Record) -> Option<usize> {
    let limit = WAITS_ABOVE * record.losses().first()?;
    let row = record.losses().iter().position(|&loss| loss < limit)?;
    record.epochs().get(row.checked_sub(1)?).copied()
}

/// A loss that ends above this share of its first value has not begun to fall.
const UNLEARNED_ABOVE: f64 = 0.99;

/// Whether nothing has been learned: the loss of a run of `n_drops` drops has not begun to fall.
pub fn is_unlearned(record: &Record, n_drops: usize) -> bool {
    let losses = record.losses();
    let ends = losses.first().zip(losses.last());
    n_drops == 0 && ends.is_some_and(|(first, last)| *last > UNLEARNED_ABOVE * first)
}

/// A loss below this counts as learned.
pub const LEARNED: f64 = 1e-3;

/// The first epoch with a loss below 10⁻³, when all is learned; `None` if there is none.
pub fn learned_at(record: &Record) -> Option<usize> {
    first_below(record, LEARNED)
}

/// The first epoch with a loss below `limit`.
pub fn first_below(record: &Record, limit: f64) -> Option<usize> {
    let row = record.losses().iter().position(|&loss| loss < limit)?;
    Some(record.epochs()[row])
}

/// Whether the loss of a run at learning rate `lr`, past the stability `limit`, swings at the end
/// instead of settling; the drops of a run that swings are no drops to count. `None` where `lr` is
/// past the limit and the record cannot say: with a row for every other epoch or fewer, a swing of
/// period 2 looks like rest.
pub fn swings_past(limit: f64, lr: f64, record: &Record) -> Option<bool> {
    if lr <= limit {
        return Some(false);
    }
    let is_thinned = matches!(record.epochs(), [first, second, ..] if second - first > 1);
    match still_moves(record.losses()) {
        false if is_thinned => None,
        moves => Some(moves),
    }
}

/// Whether the loss goes up and down over the last tenth of a run, at least four rows of it: a
/// period-2 oscillation rises every other epoch, and not by rounding.
pub fn still_moves(losses: &[f64]) -> bool {
    if losses.len() < 4 {
        return false;
    }
    let last = &losses[losses.len() - (losses.len() / 10).max(4)..];
    let first = losses[0];
    let rises = last
        .windows(2)
        .filter(|pair| pair[1] - pair[0] > 1e-6 * first)
        .count();
    rises * 4 >= last.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;
    use crate::model::{Setup, Training, run_from};

    fn run(lr: f64, gamma: f64) -> (Record, DataModes) {
        let experiment = Experiment {
            lr,
            gamma,
            ..Experiment::default()
        };
        let mut setup = Setup::new(&experiment, None);
        let (record, _) = run_from(&experiment, &mut setup);
        (record, setup.modes(&experiment).clone())
    }

    #[test]
    fn gamma_makes_the_bumps_and_lr_does_not() {
        for (lr, gamma, expected) in [
            (20.0, 1e-12, 0),
            (60.0, 1e-12, 3),
            (100.0, 1e-12, 4),
            (200.0, 1e-12, 4),
            (100.0, 1e-15, 4),
            (20.0, 1e-6, 1),
            (100.0, 1e-6, 4),
            (100.0, 1e-3, 3),
            (60.0, 1e-2, 2),
            (100.0, 1e-2, 2),
            (100.0, 0.1, 1),
            (200.0, 0.1, 1),
            (100.0, 1.0, 1),
            (20.0, 10.0, 1),
        ] {
            let n_drops = drops(&run(lr, gamma).0).len();
            assert_eq!(n_drops, expected, "lr {lr}, gamma {gamma:e}");
        }
    }

    #[test]
    fn modes_rise_when_sciences_runs_did() {
        let (record, modes) = run(100.0, 1e-12);
        let rises = half_rises(&record, &modes);
        let rises: Vec<f64> = rises
            .into_iter()
            .map(|r| r.expect("all modes are learned"))
            .collect();
        for (rise, expected) in rises.iter().zip([93.4, 115.9, 138.9, 137.0]) {
            assert!((rise - expected).abs() < 3.0, "{rises:?}");
        }
        assert!(
            rises[4..].iter().all(|r| (175.0..200.0).contains(r)),
            "{rises:?}"
        );
        assert_eq!(
            learned_at(&record).map(|e| e.abs_diff(195) <= 2),
            Some(true)
        );
    }

    #[test]
    fn modes_of_one_level_are_one_stage_of_the_run() {
        let (record, modes) = run(100.0, 1e-12);
        let stages = stages(&half_rises(&record, &modes), &modes);
        let groups: Vec<_> = stages.iter().map(|stage| stage.modes.clone()).collect();
        assert_eq!(groups, [vec![0], vec![1], vec![2, 3], vec![4, 5, 6, 7]]);
        // Mode 4 rises before mode 3, so the stage begins with it.
        assert!((stages[2].epoch - 137.0).abs() < 3.0, "{stages:?}");
    }

    #[test]
    fn the_loss_waits_on_the_plateau_behind_each_drop() {
        let (record, modes) = run(100.0, 1e-12);
        let stages = stages(&half_rises(&record, &modes), &modes);
        let plateaus = plateaus(&record, &modes, &stages);
        assert_eq!(plateaus.len(), stages.len());
        let losses = record.losses();
        let speed = |epoch: usize| losses[epoch] - losses[epoch + 1];
        for (i, (stage, &plateau)) in stages.iter().zip(&plateaus).enumerate() {
            let drop = stage.epoch.round() as usize;
            assert!(plateau > drop && speed(plateau) < 0.5 * speed(drop));
            let next = stages.get(i + 1).map_or(250.0, |next| next.epoch);
            assert!((plateau as f64) < next);
        }
    }

    #[test]
    fn a_mode_that_rises_between_two_of_one_level_parts_their_stages() {
        let targets = nalgebra::DMatrix::from_diagonal(&vec![4.0, 2.0, 1.95].into());
        let modes = DataModes::of(&targets);
        let apart = stages(&[Some(20.0), Some(10.0), Some(30.0)], &modes);
        let groups: Vec<_> = apart.iter().map(|stage| &stage.modes[..]).collect();
        assert_eq!(groups, [[1], [0], [2]]);
        let together = stages(&[None, Some(30.0), Some(25.0)], &modes);
        let modes = vec![1, 2];
        assert_eq!(together, [Stage { epoch: 25.0, modes }]);
    }

    #[test]
    fn modes_that_were_not_learned_have_no_rise() {
        let (record, modes) = run(20.0, 1e-12);
        assert!(half_rises(&record, &modes).iter().all(Option::is_none));
        assert_eq!(learned_at(&record), None);
    }

    /// The loss at lr 270, past the limit of about 254, with a row every `stride` epochs.
    fn past_the_limit(n_epochs: usize, stride: usize) -> Option<bool> {
        let experiment = Experiment {
            lr: 270.0,
            n_epochs,
            ..Experiment::default()
        };
        let network = Setup::new(&experiment, None).network(&experiment);
        let limit = network.modes().stability_limit(experiment.n_outputs(), 2);
        let shape = experiment.row_shape();
        let training = Training::with_stride(network, experiment.lr, n_epochs, stride);
        let (record, _, _) = training.run(shape);
        assert_eq!(swings_past(300.0, experiment.lr, &record), Some(false));
        swings_past(limit, experiment.lr, &record)
    }

    #[test]
    fn a_swing_is_seen_in_every_epoch_and_not_in_every_other() {
        assert_eq!(past_the_limit(250, 1), Some(true));
        assert_eq!(past_the_limit(20, 1), Some(false));
        assert_eq!(past_the_limit(250, 2), None);
        assert_eq!(past_the_limit(20, 4), None);
    }

    #[test]
    fn fewer_than_four_losses_have_not_been_seen_to_move() {
        for n in 0..4 {
            assert!(!still_moves(&[1.0, 2.0, 1.0, 2.0][..n]), "{n}");
        }
        assert!(still_moves(&[1.0, 2.0, 1.0, 2.0]));
    }

    #[test]
    fn flat_rising_and_single_losses_have_no_drop() {
        assert_eq!(fastest_falls(&[]), [0; 0]);
        assert_eq!(fastest_falls(&[1.0]), [0; 0]);
        assert_eq!(fastest_falls(&[1.0; 9]), [0; 0]);
        assert_eq!(fastest_falls(&[1.0, 2.0, 3.0]), [0; 0]);
        assert_eq!(fastest_falls(&[1.0, 0.5, 0.5, 0.5, 0.1, 0.1]), [0, 3]);
    }

    #[test]
    fn a_drop_that_the_last_epoch_cuts_off_is_not_counted() {
        assert_eq!(fastest_falls(&[1.0, 0.5, 0.5, 0.5, 0.4, 0.25]), [0]);
        // The third drop of the default run is fastest at about epoch 137.
        let with = |n_epochs: usize| {
            let experiment = Experiment {
                n_epochs,
                ..Experiment::default()
            };
            let mut setup = Setup::new(&experiment, None);
            let (record, _) = run_from(&experiment, &mut setup);
            drops(&record).len()
        };
        assert_eq!([80, 93, 105, 136, 160, 250].map(with), [0, 0, 1, 2, 3, 4]);
    }
}
