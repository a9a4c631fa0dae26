//! The same setting over many draws: how far the loss depends on the first weights.

use super::experiment::Experiment;
use super::record::RECORD_BUDGET;
use super::setup::Setup;
use super::training::Training;

/// The most epochs of a run that are kept.
const MOST_VALUES: usize = 2000;

/// The losses of many draws at each epoch that was kept. A run that diverged counts as infinite
/// from there on.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The epochs, ascending.
    pub epochs: Vec<usize>,
    /// The least loss.
    pub least: Vec<f64>,
    /// The median loss, of two in the middle the larger.
    pub median: Vec<f64>,
    /// The largest loss.
    pub largest: Vec<f64>,
    /// How many draws there were.
    pub n_draws: usize,
}

impl Band {
    /// Trains `experiment` with its init seed and the next ones, on the same data. `progress` is
    /// told how many draws are done; none if `is_unwanted` says so on the way. Given weights are
    /// the same for every seed, so one draw is all there is of them.
    pub fn of(
        experiment: &Experiment,
        n_draws: usize,
        progress: &mut dyn FnMut(usize),
        is_unwanted: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let n_draws = if experiment.weights.is_some() {
            n_draws.min(1)
        } else {
            n_draws
        };
        let mut experiment = Experiment {
            watched: Vec::new(),
            ..experiment.clone()
        };
        let Experiment { lr, n_epochs, .. } = experiment;
        let shape = experiment.row_shape();
        let stride = n_epochs
            .div_ceil(MOST_VALUES)
            .max(shape.stride(n_epochs, RECORD_BUDGET));
        let mut setup: Option<Setup> = None;
        let mut epochs: Vec<usize> = Vec::new();
        let mut runs: Vec<Vec<f64>> = Vec::new();
        for draw in 0..n_draws {
            let mut next = Setup::interruptible(&experiment, setup.as_ref(), is_unwanted)?;
            let network = next.network(&experiment);
            let training = Training::with_stride(network, lr, n_epochs, stride);
            let (record, ..) = training.run_unless(shape, is_unwanted)?;
            if record.len() > epochs.len() {
                epochs = record.epochs().to_vec();
            }
            runs.push(record.losses().to_vec());
            setup = Some(next);
            experiment.init_seed = experiment.init_seed.wrapping_add(1);
            progress(draw + 1);
        }
        Some(Self::over(epochs, &runs))
    }

    /// The band over `runs`, each of which has a loss for the first of `epochs` or all of them.
    fn over(epochs: Vec<usize>, runs: &[Vec<f64>]) -> Self {
        let mut band = Self {
            least: Vec::with_capacity(epochs.len()),
            median: Vec::with_capacity(epochs.len()),
            largest: Vec::with_capacity(epochs.len()),
            n_draws: runs.len(),
            epochs,
        };
        for row in 0..band.epochs.len() {
            let at = |run: &Vec<f64>| run.get(row).copied().unwrap_or(f64::INFINITY);
            let mut losses: Vec<f64> = runs.iter().map(at).collect();
            losses.sort_by(f64::total_cmp);
            band.least.push(losses[0]);
            band.median.push(losses[losses.len() / 2]);
            band.largest.push(losses[losses.len() - 1]);
        }
        band
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Shared, TreeRecipe};
    use crate::model::first_weights::first_weights;
    use crate::model::stages;

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

    fn loss(experiment: &Experiment) -> Vec<f64> {
        let shape = experiment.row_shape();
        let network = Setup::new(experiment, None).network(experiment);
        let training = Training::new(network, experiment.lr, experiment.n_epochs, shape);
        let (record, ..) = training.run(shape);
        assert!(!stages::drops(&record).is_empty());
        record.losses().to_vec()
    }

    #[test]
    fn one_draw_is_its_own_band_and_more_enclose_it() {
        let experiment = small();
        let own = loss(&experiment);
        let one = Band::of(&experiment, 1, &mut |_| (), &mut || false).unwrap();
        for (median, own) in one.median.iter().zip(&own) {
            assert!((median - own).abs() < 1e-12);
        }
        let mut done = Vec::new();
        let many = Band::of(&experiment, 7, &mut |n| done.push(n), &mut || false).unwrap();
        assert_eq!(done, (1..=7).collect::<Vec<_>>());
        let mut apart = 0.0_f64;
        for (row, own) in own.iter().enumerate() {
            let (least, largest) = (many.least[row], many.largest[row]);
            assert!(least <= many.median[row] && many.median[row] <= largest);
            assert!(least <= own + 1e-12 && *own <= largest + 1e-12);
            apart = apart.max(largest - least);
        }
        assert!(apart > 0.05, "draws differ: {apart}");
    }

    #[test]
    fn it_is_given_up_within_a_draw() {
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
        assert_eq!(band.least, band.largest);
    }

    #[test]
    fn a_diverged_draw_counts_as_infinite() {
        let runs = [vec![1.0, 3.0], vec![1.5, 0.5, 0.25], vec![1.2, 0.7, 0.5]];
        let band = Band::over(vec![0, 4, 8], &runs);
        assert_eq!((band.n_draws, band.least), (3, vec![1.0, 0.5, 0.25]));
        assert_eq!(band.median, [1.2, 0.7, 0.5]);
        assert_eq!(band.largest, [1.5, 3.0, f64::INFINITY]);
        let band = Band::over(vec![0, 4], &[vec![1.0], vec![2.0, 1.0]]);
        assert_eq!(
            (band.least, band.median[1]),
            (vec![1.0, 1.0], f64::INFINITY)
        );
    }
}
