//! The part of a run that is computed once for a data set, a draw and an architecture, and reused
//! while lr, gamma, epochs and the values of user features change.

use std::sync::Arc;

use nalgebra::DMatrix;

use super::init::{self, UnitLayer};
use super::modes::DataModes;
use super::reduced::ReducedNetwork;
use super::reduction::{self, Reduction};
use crate::data::{DataSource, Dataset, Shared};
use crate::experiment::{Experiment, Pair, taught};
use crate::join::{InTurn, Join, both};

/// A data set, a draw of first weights and the basis of their reduction.
#[derive(Clone, Debug)]
pub struct Setup {
    key: Key,
    dataset: Arc<Dataset>,
    /// `W_1` … `W_{L-1}` as drawn or given.
    inner: Vec<DMatrix<f64>>,
    /// The shape of `W_L`.
    last_shape: (usize, usize),
    /// Of the data set's targets and `G_L`, which is drawn or given.
    reduction: Reduction,
    /// The modes of the targets that were last asked for.
    modes: Option<(DMatrix<f64>, DataModes)>,
}

/// All that a setup depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    data: DataSource,
    hidden: Vec<usize>,
    init_seed: u32,
    init_before: usize,
    weights: Option<Shared<Vec<DMatrix<f64>>>>,
    n_outputs: usize,
    /// Indices of the named features, ascending: the watched and the user's.
    named: Vec<usize>,
}

impl Key {
    fn of(experiment: &Experiment) -> Self {
        let n_outputs = experiment.n_outputs();
        let watched = experiment.watched.iter().map(|pair| pair.feature);
        Self {
            data: experiment.data.clone(),
            hidden: experiment.hidden.clone(),
            init_seed: experiment.init_seed,
            init_before: experiment.init_before,
            weights: experiment.weights.clone(),
            n_outputs,
            named: reduction::named(watched.chain(experiment.data.n_features()..n_outputs)),
        }
    }

    /// The inner layers and the last one, drawn or given, before gamma scales them.
    fn layers(
        &self,
        n_items: usize,
        join: &dyn Join,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<(Vec<DMatrix<f64>>, LastLayer)> {
        if let Some(weights) = &self.weights {
            let inner = weights[..self.hidden.len()].to_vec();
            return Some((inner, LastLayer::Given(weights.clone())));
        }
        let shapes = crate::experiment::shapes(n_items, &self.hidden, self.n_outputs);
        let mut drawn = init::draw_joined(
            &shapes,
            (self.init_seed, self.init_before),
            join,
            is_cancelled,
        )?;
        let last = drawn.pop().expect("a network has a layer");
        let inner = drawn.iter().map(|layer| layer.scaled(1.0)).collect();
        Some((inner, LastLayer::Drawn(last)))
    }

    /// The factor that the first weights of a layer are multiplied by.
    fn scale(&self, gamma: f64, shape: (usize, usize)) -> f64 {
        if self.weights.is_some() {
            1.0
        } else {
            init::sigma(gamma, shape)
        }
    }
}

/// `G_L`, which is as long as there are features, where it stands.
enum LastLayer {
    Drawn(UnitLayer),
    Given(Shared<Vec<DMatrix<f64>>>),
}

impl LastLayer {
    fn n_in(&self) -> usize {
        match self {
            Self::Drawn(layer) => layer.shape().1,
            Self::Given(weights) => weights.last().map_or(0, DMatrix::ncols),
        }
    }

    /// One entry; the user's features have no given weights and start at zero.
    fn get(&self, row: usize, col: usize) -> f64 {
        match self {
            Self::Drawn(layer) => layer.get(row, col),
            Self::Given(weights) => weights
                .last()
                .and_then(|last| last.get((row, col)))
                .copied()
                .unwrap_or(0.0),
        }
    }
}

impl Setup {
    /// Draws and decomposes what `experiment` needs; parts of `last` that still fit are reused.
    /// The experiment must be valid. Takes time in proportion to N·(P + h)² for N features, P
    /// items and h units of the last hidden layer.
    pub fn new(experiment: &Experiment, last: Option<&Self>) -> Self {
        Self::interruptible(experiment, last, &mut || false).expect("never cancelled")
    }

    /// As [`Setup::new`]; `None` if cancelled.
    /// Between two questions pass milliseconds, at the widest layers about a fifth of a second.
    pub fn interruptible(
        experiment: &Experiment,
        last: Option<&Self>,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        Self::joined(experiment, last, &InTurn, is_cancelled)
    }

    /// As [`Setup::interruptible`], on two threads if `join` can: the same setup to the bit.
    pub fn joined(
        experiment: &Experiment,
        last: Option<&Self>,
        join: &dyn Join,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let key = Key::of(experiment);
        let n_items = experiment.data.n_items();
        let known = last.filter(|last| last.key.data == key.data);
        let (layers, dataset) = match known {
            Some(last) => {
                let layers = key.layers(n_items, join, is_cancelled)?;
                (layers, Arc::clone(&last.dataset))
            }
            None => both(
                join,
                is_cancelled,
                |is_cancelled| key.layers(n_items, join, is_cancelled),
                |is_cancelled| experiment.data.sample_unless(is_cancelled),
            )?,
        };
        let (inner, last_layer) = layers;
        let n_in = last_layer.n_in();
        let reduction = Reduction::unless(
            key.named.clone(),
            (key.n_outputs, n_items, n_in),
            |row, item| dataset.targets[(row, item)],
            |row, unit| last_layer.get(row, unit),
            join,
            is_cancelled,
        )?;
        Some(Self {
            last_shape: (key.n_outputs, n_in),
            key,
            dataset,
            inner,
            reduction,
            modes: None,
        })
    }

    /// Whether this setup is what `experiment` needs.
    pub fn fits(&self, experiment: &Experiment) -> bool {
        self.key == Key::of(experiment)
    }

    /// The data set, without user features.
    pub fn dataset(&self) -> &Arc<Dataset> {
        &self.dataset
    }

    /// The taught value of a pair of the experiment, the user's features included.
    pub fn taught(&self, experiment: &Experiment, pair: Pair) -> f64 {
        taught::value(experiment, &self.dataset, pair).expect("the pair is the experiment's")
    }

    /// The reduced network at its first weights. The experiment must fit.
    pub fn network(&mut self, experiment: &Experiment) -> ReducedNetwork {
        let targets = self.targets(experiment);
        let modes = self.modes_of(&targets).clone();
        let sigma = self.key.scale(experiment.gamma, self.last_shape);
        let inner = self
            .inner
            .iter()
            .map(|layer| layer * self.key.scale(experiment.gamma, layer.shape()));
        self.reduction
            .network(inner, sigma, targets, &experiment.watched, modes)
    }

    /// The modes of what the experiment teaches, its user features included, the features side in
    /// the reduction's frame. The experiment must fit.
    pub fn modes(&mut self, experiment: &Experiment) -> &DataModes {
        let targets = self.targets(experiment);
        self.modes_of(&targets)
    }

    /// The targets in the reduction's frame: the factor's rows, then those of the named features.
    fn targets(&self, experiment: &Experiment) -> DMatrix<f64> {
        self.reduction
            .targets(|feature, item| self.taught(experiment, Pair { item, feature }))
    }

    /// The modes of these targets, found once for as long as the targets stay the same.
    fn modes_of(&mut self, targets: &DMatrix<f64>) -> &DataModes {
        let known = self.modes.take().filter(|(of, _)| of == targets);
        let found = || {
            let modes = DataModes::of(&ReducedNetwork::padded_targets(targets.clone()));
            (targets.clone(), modes)
        };
        let (_, modes) = self.modes.insert(known.unwrap_or_else(found));
        modes.is_of_tree = self.key.data.tree().is_some();
        modes
    }
}
