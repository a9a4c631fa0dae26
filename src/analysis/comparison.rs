//! Three ways to one answer: regression, a network without a hidden layer and a deep one, on the
//! same data set, and how near their weights come to each other.
//!
//! The tutorial trains the shallow one at lr 1000 from `nn.Linear`'s own start, uniform within
//! ±1/sqrt(P), and asks whether all agree within 1e-2.

use nalgebra::DMatrix;

use super::regression::{self, Closeness, TUTORIAL_ATOL};
use crate::data::Shared;
use crate::experiment::Experiment;
use crate::experiment::taught::targets;
use crate::model::first_weights::first_weights_unless;
use crate::model::record::RowShape;
use crate::model::reduced::ReducedNetwork;
use crate::model::whole::WholeNetwork;
use crate::model::{Outcome, Record, Training, init};

/// The learning rate of the tutorial's network without a hidden layer.
pub const TUTORIAL_SHALLOW_LR: f64 = 1000.0;

/// The step 2·lr/(N·P) of that network at the notebook's size, 10,000 features of 8 items.
const TUTORIAL_STEP: f64 = 0.025;

/// The most entries of W that are compared: each of several copies takes 128 MB.
pub const MOST_ENTRIES: usize = 16_000_000;

/// A network's run and where it ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Trained {
    /// The record, the loss curve included.
    pub record: Record,
    /// The outcome of the training.
    pub outcome: Outcome,
    /// `W_tot` at the end, N × P.
    pub total: DMatrix<f64>,
}

/// The three, and how near they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Regression on the one-hot items; N × P.
    pub analytical: regression::Solution,
    /// The mean squared error of that solution.
    pub analytical_loss: f64,
    /// Without a hidden layer.
    pub shallow: Trained,
    /// The experiment's own depth.
    pub deep: Trained,
    /// Analytical against shallow: numpy's `allclose(analytical, shallow, atol=1e-2)`.
    pub analytical_shallow: Closeness,
    /// Analytical against deep.
    pub analytical_deep: Closeness,
    /// Shallow against deep.
    pub shallow_deep: Closeness,
}

impl Comparison {
    /// Compares on the data of `experiment`, which is the deep network's and must be valid; the
    /// shallow one has its seed and epochs and takes its start from torch's generator behind it,
    /// as in the tutorial. `None` if cancelled.
    ///
    /// # Panics
    /// If the experiment is not valid.
    pub fn run(
        experiment: &Experiment,
        shallow_lr: f64,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let dataset = experiment.data.sample_unless(is_cancelled)?;
        let targets = targets(experiment, &dataset);
        let n_items = targets.ncols();
        let weights = first_weights_unless(experiment, is_cancelled)?;
        let deep = train(&weights, &targets, experiment.lr, experiment, is_cancelled)?;

        let start = shallow_start(experiment, is_cancelled)?;
        let shallow = train(&[start], &targets, shallow_lr, experiment, is_cancelled)?;

        let labels = DMatrix::identity(n_items, n_items);
        let analytical = regression::solve(&labels, &targets).ok()?;
        let misses = &analytical.weights - &targets;
        let close = |a: &DMatrix<f64>, b: &DMatrix<f64>| regression::closeness(a, b, TUTORIAL_ATOL);
        Some(Self {
            analytical_shallow: close(&analytical.weights, &shallow.total),
            analytical_deep: close(&analytical.weights, &deep.total),
            shallow_deep: close(&shallow.total, &deep.total),
            analytical_loss: misses.norm_squared() / misses.len() as f64,
            analytical,
            shallow,
            deep,
        })
    }

    /// The tutorial's question: whether the analytical weights are near both networks'.
    pub fn all_agree(&self) -> bool {
        self.analytical_shallow.is_close && self.analytical_deep.is_close
    }
}

/// Whether an experiment's W is too large to be held several times.
pub fn is_too_large(experiment: &Experiment) -> bool {
    experiment
        .n_outputs()
        .saturating_mul(experiment.data.n_items())
        > MOST_ENTRIES
}

/// The learning rate of the network without a hidden layer for data of any size: the tutorial's at
/// the tutorial's, and elsewhere the one that makes the same step.
pub fn shallow_lr(experiment: &Experiment) -> f64 {
    let (n_drawn, n_items) = (experiment.data.n_features(), experiment.data.n_items());
    if (n_drawn, n_items) == (10_000, 8) {
        return TUTORIAL_SHALLOW_LR;
    }
    TUTORIAL_STEP * (experiment.n_outputs() * n_items) as f64 / 2.0
}

/// The shallow network beside the deep one of `experiment`, as an experiment of its own, at the
/// tutorial's learning rate.
pub fn shallow(experiment: &Experiment) -> Experiment {
    let start = shallow_start(experiment, &mut || false).expect("never cancelled");
    Experiment {
        hidden: Vec::new(),
        lr: TUTORIAL_SHALLOW_LR,
        weights: Some(Shared::new(vec![start])),
        ..experiment.clone()
    }
}

/// First weights of the network without a hidden layer: drawn behind the deep one's.
fn shallow_start(
    experiment: &Experiment,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<DMatrix<f64>> {
    let (n_items, n_outputs) = (experiment.data.n_items(), experiment.n_outputs());
    let deep = crate::experiment::shapes(n_items, &experiment.hidden, n_outputs);
    let behind = experiment
        .init_before
        .saturating_add(init::outputs_used(&deep));
    init::draw_linear_unless(
        (n_outputs, n_items),
        experiment.init_seed,
        behind,
        is_cancelled,
    )
}

fn train(
    weights: &[DMatrix<f64>],
    targets: &DMatrix<f64>,
    lr: f64,
    experiment: &Experiment,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<Trained> {
    let (first, inner) = weights.split_last()?;
    let reduced = ReducedNetwork::from_weights_unless(weights, targets, &[], is_cancelled)?;
    let shape = RowShape {
        n_hidden_layers: inner.len(),
        n_watched: 0,
        ..experiment.row_shape()
    };
    let training = Training::new(WholeNetwork::new(reduced), lr, experiment.n_epochs, shape);
    let training = training.without_aligned();
    let (record, outcome, network) = training.run_unless(shape, is_cancelled)?;
    Some(Trained {
        record,
        outcome,
        total: network.total(first, targets),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_agree_at_the_tutorials_settings() {
        let experiment = Experiment::default();
        let compared = Comparison::run(&experiment, TUTORIAL_SHALLOW_LR, &mut || false).unwrap();
        assert!(compared.all_agree());
        // Measured: 2.4e-3 and 4.3e-12.
        assert!(compared.analytical_shallow.largest_difference < 3e-3);
        assert!(compared.analytical_deep.largest_difference < 1e-10);
        assert!(compared.analytical_loss < 1e-25);
        for trained in [&compared.shallow, &compared.deep] {
            assert_eq!(trained.outcome, Outcome::Finished);
            assert_eq!(trained.total.shape(), (10_000, 8));
            assert!(trained.record.losses()[249] < 1e-4);
        }
        // The shallow one starts between 1 and 1 + 1/24, the mean square of its start.
        let first = compared.shallow.record.losses()[0];
        assert!((first - 1.0 - 1.0 / 24.0).abs() < 0.01, "{first}");
        // The deep one's is the tutorial's own run.
        assert!((compared.deep.record.losses()[0] - 1.0).abs() < 1e-9);
    }

    #[test]
    fn networks_that_have_not_learned_do_not_agree() {
        let experiment = Experiment {
            n_epochs: 150,
            ..Experiment::default()
        };
        let compared = Comparison::run(&experiment, 1000.0, &mut || false).unwrap();
        assert!(!compared.all_agree() && !compared.analytical_deep.is_close);
        assert!(compared.analytical_deep.largest_difference > 0.5);
    }

    #[test]
    fn the_shallow_ones_step_is_the_same_at_every_size() {
        let mut experiment = Experiment::default();
        assert_eq!(shallow_lr(&experiment), 1000.0);
        if let Some(tree) = experiment.data.tree_mut() {
            tree.n_features = 500;
        }
        assert!((shallow_lr(&experiment) * 2.0 / (500.0 * 8.0) - 0.025).abs() < 1e-15);
    }

    #[test]
    fn a_comparison_can_be_cancelled() {
        let mut n_questions = 0;
        let mut later = || {
            n_questions += 1;
            n_questions > 300
        };
        let experiment = Experiment::default();
        assert_eq!(Comparison::run(&experiment, 1000.0, &mut later), None);
    }
}
