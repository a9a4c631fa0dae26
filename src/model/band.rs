//! The same setting over many draws: how far the loss depends on the first weights.

use super::experiment::Experiment;
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
    /// one draw, whatever the seed.
    pub fn of(
        experiment: &Experiment,
        n_draws: usize,
        progress: &mut dyn FnMut(usize),
        is_unwanted: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let stride = experiment.n_epochs.div_ceil(MOST_VALUES).max(1);
        let mut experiment = Experiment {
            watched: Vec::new(),
            ..experiment.clone()
        };
        let shape = experiment.row_shape();
        let mut setup: Option<Setup> = None;
        let mut epochs: Vec<usize> = Vec::new();
        let mut runs: Vec<Vec<f64>> = Vec::new();
        for draw in 0..n_draws {
            let mut next = Setup::interruptible(&experiment, setup.as_ref(), is_unwanted)?;
            let network = next.network(&experiment);
            let Experiment { lr, n_epochs, .. } = experiment;
            let training = Training::with_stride(network, lr, n_epochs, stride);
            let (record, ..) = training.run(shape);
            if record.len() > epochs.len() {
                epochs = record.epochs().to_vec();
            }
            runs.push(record.losses().to_vec());
            setup = Some(next);
            experiment.init_seed = experiment.init_seed.wrapping_add(1);
            if is_unwanted() {
                return None;
            }
            progress(draw + 1);
        }
        let mut band = Self {
            least: Vec::with_capacity(epochs.len()),
            median: Vec::with_capacity(epochs.len()),
            largest: Vec::with_capacity(epochs.len()),
            epochs,
            n_draws,
        };
        for row in 0..band.epochs.len() {
            let at = |run: &Vec<f64>| run.get(row).copied().unwrap_or(f64::INFINITY);
            let mut losses: Vec<f64> = runs.iter().map(at).collect();
            losses.sort_by(f64::total_cmp);
            band.least.push(losses[0]);
            band.median.push(losses[losses.len() / 2]);
            band.largest.push(losses[losses.len() - 1]);
        }
        Some(band)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::TreeRecipe;
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
    fn it_is_given_up_when_unwanted() {
        let mut asked = 0;
        let mut soon = || {
            asked += 1;
            asked > 3
        };
        assert_eq!(Band::of(&small(), 50, &mut |_| (), &mut soon), None);
    }

    #[test]
    fn a_diverged_draw_counts_as_infinite() {
        let mut experiment = small();
        (experiment.lr, experiment.gamma) = (200.0, 1.0);
        let band = Band::of(&experiment, 3, &mut |_| (), &mut || false).unwrap();
        assert!(band.epochs.len() < 250);
        assert!(band.least[0].is_finite());
    }
}
