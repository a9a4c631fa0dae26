//! The same setting over many draws: how far its curves depend on the first weights.

use crate::experiment::Experiment;
use crate::model::record::RECORD_BUDGET;
use crate::model::training::is_kept;
use crate::model::{CurveRecord, Setup, Training};

/// The most epochs of a run that are kept.
const MOST_ROWS: usize = 2000;

/// The most values that are kept of all runs together, 64 MB of them.
const MOST_VALUES: usize = 8 << 20;

/// The spread of one quantity over many draws, a value for each epoch kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// The least value.
    pub least: Vec<f64>,
    /// The median, as numpy's: of two values in the middle their mean, infinite if one is.
    pub median: Vec<f64>,
    /// The largest value.
    pub largest: Vec<f64>,
}

/// The curves of many draws. Once a run has diverged, its loss and its singular values count as
/// infinite; strengths and predictions, which could have gone either way, are those of the runs
/// that are left, and NaN where none is. The epochs go on to the last even if all have diverged.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The epochs, ascending.
    pub epochs: Vec<usize>,
    /// The loss.
    pub loss: Spread,
    /// The P singular values of `W_tot`, descending, each run's by their order.
    pub modes: Vec<Spread>,
    /// The strengths of the data's P modes.
    pub strengths: Vec<Spread>,
    /// The predictions of the watched pairs.
    pub predictions: Vec<Spread>,
    /// How many draws there were.
    pub n_draws: usize,
    /// How many of them diverged.
    pub n_diverged: usize,
}

impl Spread {
    /// Of one quantity in `runs` at so many rows; `gone` stands for it where a run has no row.
    fn over(
        runs: &[CurveRecord],
        n_rows: usize,
        gone: Option<f64>,
        value: impl Fn(&CurveRecord, usize) -> f64,
    ) -> Self {
        let mut spread = Self::default();
        let mut values: Vec<f64> = Vec::with_capacity(runs.len());
        for row in 0..n_rows {
            let at = |run: &CurveRecord| {
                let has_row = row < run.len();
                has_row.then(|| value(run, row)).or(gone)
            };
            values.clear();
            values.extend(runs.iter().filter_map(at));
            values.sort_by(f64::total_cmp);
            let of = |place: usize| values.get(place).copied().unwrap_or(f64::NAN);
            spread.least.push(of(0));
            let middle = values.len() / 2;
            spread.median.push(if values.len().is_multiple_of(2) {
                0.5 * of(middle.wrapping_sub(1)) + 0.5 * of(middle)
            } else {
                of(middle)
            });
            spread.largest.push(of(values.len().saturating_sub(1)));
        }
        spread
    }
}

impl Band {
    /// Trains `experiment` with its init seed and the next ones, on the same data. `progress` is
    /// told how many draws are done; `None` if cancelled. Given weights are the same for
    /// every seed, so they give a single draw.
    pub fn of(
        experiment: &Experiment,
        n_draws: usize,
        progress: &mut dyn FnMut(usize),
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let n_draws = if experiment.weights.is_some() {
            n_draws.min(1)
        } else {
            n_draws
        };
        let mut experiment = experiment.clone();
        let Experiment { lr, n_epochs, .. } = experiment;
        let mut shape = experiment.row_shape();
        shape.n_hidden_layers = 0; // no RSM is asked for
        let n_values = n_draws * (1 + 2 * shape.n_items + shape.n_watched);
        let most_rows = MOST_ROWS.min(MOST_VALUES / n_values.max(1)).max(1);
        let stride = n_epochs
            .div_ceil(most_rows)
            .max(shape.stride(n_epochs, RECORD_BUDGET));
        let mut setup: Option<Setup> = None;
        let mut runs: Vec<CurveRecord> = Vec::new();
        let mut n_diverged = 0;
        for draw in 0..n_draws {
            let mut next = Setup::interruptible(&experiment, setup.as_ref(), is_cancelled)?;
            let network = next.network(&experiment);
            let training = Training::with_stride(network, lr, n_epochs, stride).without_aligned();
            let (record, outcome, _) = training.run_unless(shape, is_cancelled)?;
            n_diverged += usize::from(outcome.diverged_at().is_some());
            runs.push(CurveRecord::of(&record));
            setup = Some(next);
            experiment.init_seed = experiment.init_seed.wrapping_add(1);
            progress(draw + 1);
        }
        let epochs = (0..n_epochs).filter(|&epoch| is_kept(epoch, stride, n_epochs));
        Some(Self::over(&runs, epochs.collect(), n_diverged))
    }

    /// The band over `runs`, each of which has rows for these epochs or, if it is one of the
    /// `n_diverged`, the first of them.
    fn over(runs: &[CurveRecord], epochs: Vec<usize>, n_diverged: usize) -> Self {
        let n_modes = runs.first().map_or(0, CurveRecord::n_modes);
        let n_watched = runs.first().map_or(0, CurveRecord::n_watched);
        let n = epochs.len();
        let infinite = Some(f64::INFINITY);
        let mode = |i| Spread::over(runs, n, infinite, |run, row| run.modes(row)[i]);
        let strength = |i| Spread::over(runs, n, None, |run, row| run.strength(row, i));
        let prediction = |i| Spread::over(runs, n, None, |run, row| run.predictions(row)[i]);
        Self {
            loss: Spread::over(runs, n, infinite, |run, row| run.losses()[row]),
            modes: (0..n_modes).map(mode).collect(),
            strengths: (0..n_modes).map(strength).collect(),
            predictions: (0..n_watched).map(prediction).collect(),
            n_draws: runs.len(),
            n_diverged,
            epochs,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::stages;
    use crate::data::{Shared, TreeRecipe};
    use crate::model::first_weights::first_weights;
    use crate::model::record::RowShape;
    use crate::model::{self, Record};

    fn small() -> Experiment {
        let tree = TreeRecipe {
            n_features: 300,
            ..TreeRecipe::default()
        };
        Experiment {
            lr: 12.0,
            gamma: 1e-4,
            ..Experiment::default()
        }
        .on_tree(tree)
    }

    fn trained(experiment: &Experiment) -> Record {
        model::run(experiment).0
    }

    fn band(experiment: &Experiment, n_draws: usize) -> Band {
        Band::of(experiment, n_draws, &mut |_| (), &mut || false).unwrap()
    }

    /// Every quantity of a row, with its spread.
    fn quantities<'a>(band: &'a Band, record: &Record, row: usize) -> Vec<(&'a Spread, f64)> {
        let modes = band.modes.iter().zip(record.modes(row).iter().copied());
        let strengths = band.strengths.iter().enumerate();
        let strengths = strengths.map(|(i, spread)| (spread, record.strength(row, i)));
        let watched = record.predictions(row).iter().copied();
        let loss = std::iter::once((&band.loss, record.losses()[row]));
        let predictions = band.predictions.iter().zip(watched);
        loss.chain(modes)
            .chain(strengths)
            .chain(predictions)
            .collect()
    }

    #[test]
    fn one_draw_is_its_own_band() {
        let experiment = small();
        let record = trained(&experiment);
        assert!(!stages::drops(&record).is_empty());
        let band = band(&experiment, 1);
        assert_eq!(band.epochs, record.epochs());
        for row in 0..record.len() {
            let quantities = quantities(&band, &record, row);
            assert_eq!(quantities.len(), 1 + 8 + 8 + 1);
            for (spread, own) in quantities {
                assert!((spread.median[row] - own).abs() < 1e-9);
                assert_eq!(spread.least[row], spread.largest[row]);
            }
        }
    }

    #[test]
    fn many_draws_are_enclosed() {
        let mut experiment = small();
        let mut done = Vec::new();
        let band = Band::of(&experiment, 7, &mut |n| done.push(n), &mut || false).unwrap();
        assert_eq!(done, (1..=7).collect::<Vec<_>>());
        let mut apart = 0.0_f64;
        for _ in 0..7 {
            let record = trained(&experiment);
            for row in 0..record.len() {
                for (spread, own) in quantities(&band, &record, row) {
                    let (least, largest) = (spread.least[row], spread.largest[row]);
                    assert!(least <= spread.median[row] && spread.median[row] <= largest);
                    assert!(least <= own + 1e-9 && own <= largest + 1e-9);
                }
                apart = apart.max(band.loss.largest[row] - band.loss.least[row]);
            }
            experiment.init_seed += 1;
        }
        assert!(apart > 0.05, "draws differ: {apart}");
    }

    #[test]
    fn a_band_can_be_cancelled_within_a_draw() {
        let experiment = Experiment {
            n_epochs: 1_000_000,
            ..small()
        };
        let mut n_questions = 0;
        let mut soon = || {
            n_questions += 1;
            n_questions > 100
        };
        assert_eq!(Band::of(&experiment, 50, &mut |_| (), &mut soon), None);
        assert_eq!(n_questions, 101);
    }

    #[test]
    fn given_weights_are_one_draw() {
        let mut experiment = small();
        experiment.weights = Some(Shared::new(first_weights(&experiment)));
        let mut done = Vec::new();
        let band = Band::of(&experiment, 50, &mut |n| done.push(n), &mut || false).unwrap();
        assert_eq!((band.n_draws, done), (1, vec![1]));
        assert_eq!(band.loss.least, band.loss.largest);
    }

    /// A run of these losses, whose other curves are all the loss, too.
    fn run(losses: &[f64]) -> CurveRecord {
        let mut record = Record::new(RowShape {
            n_items: 1,
            n_hidden_layers: 0,
            n_watched: 1,
        });
        for (row, &loss) in losses.iter().enumerate() {
            record.push_row(4 * row, loss, &[loss], &[loss], &[], &[loss]);
        }
        CurveRecord::of(&record)
    }

    #[test]
    fn diverged_draws_count_as_infinite_or_no_more() {
        let runs = [
            run(&[1.0, 3.0]),
            run(&[1.5, 0.5, 0.25]),
            run(&[1.2, 0.7, 0.5]),
        ];
        let band = Band::over(&runs, vec![0, 4, 8], 1);
        assert_eq!((band.n_draws, band.n_diverged), (3, 1));
        let infinite = Spread {
            least: vec![1.0, 0.5, 0.25],
            median: vec![1.2, 0.7, 0.5],
            largest: vec![1.5, 3.0, f64::INFINITY],
        };
        assert_eq!((&band.loss, &band.modes[0]), (&infinite, &infinite));
        let left = Spread {
            median: vec![1.2, 0.7, 0.375], // of two, their mean
            largest: vec![1.5, 3.0, 0.5],
            ..infinite
        };
        assert_eq!((&band.strengths[0], &band.predictions[0]), (&left, &left));
        let none = Spread::over(&[], 2, None, |_, _| 0.0);
        assert!(none.median.iter().all(|value| value.is_nan()));
    }

    #[test]
    fn the_median_is_numpys() {
        // numpy.median([1, 2, 4, 8]), ([0.5, 3]) and ([0.25, inf]).
        let runs = [run(&[8.0]), run(&[1.0]), run(&[4.0]), run(&[2.0])];
        assert_eq!(Band::over(&runs, vec![0], 0).loss.median, [3.0]);
        let runs = [run(&[3.0]), run(&[0.5, 0.25])];
        let band = Band::over(&runs, vec![0, 4], 1);
        assert_eq!(band.loss.median, [1.75, f64::INFINITY]);
        assert_eq!(band.strengths[0].median, [1.75, 0.25]);
    }

    #[test]
    fn where_all_have_diverged_the_epochs_go_on() {
        let wild = Experiment {
            lr: 400.0,
            ..small()
        };
        let band = band(&wild, 2);
        assert_eq!(band.n_diverged, 2);
        assert_eq!(band.epochs, (0..250).collect::<Vec<_>>());
        assert_eq!(band.loss.least[249], f64::INFINITY);
        assert_eq!(band.modes[7].median[249], f64::INFINITY);
        assert!(band.strengths[0].largest[249].is_nan());
        assert!(band.predictions[0].median[249].is_nan());
    }

    #[test]
    fn diverged_draws_are_counted() {
        let wild = Experiment {
            lr: 400.0,
            ..small()
        };
        assert_eq!(band(&wild, 3).n_diverged, 3);
        assert_eq!(band(&small(), 3).n_diverged, 0);
    }

    #[test]
    fn a_long_run_is_thinned() {
        let experiment = Experiment {
            n_epochs: 9_999,
            ..small()
        };
        let band = band(&experiment, 2);
        // The last epoch is always there.
        assert!(band.epochs.len() <= MOST_ROWS + 1 && band.epochs.len() > MOST_ROWS / 2);
    }
}
