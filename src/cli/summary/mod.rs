//! The results of a run, in words for people or in JSON for scripts.

mod json;
mod words;

use std::time::Duration;

use crate::analysis::illusion::{self, Belief};
use crate::analysis::settling::loss_floor;
use crate::analysis::stages;
use crate::data::outweighing;
use crate::experiment::{Experiment, Pair};
use crate::model::record::RECORD_BUDGET;
use crate::model::{DataModes, Outcome, Record};
use crate::printable::printable;

/// A finished run and what is read off it.
pub(super) struct Summary<'a> {
    experiment: &'a Experiment,
    record: &'a Record,
    outcome: Outcome,
    time: Duration,
    /// The largest learning rate at which the solution is stable.
    stability_limit: f64,
    /// The least loss that the network can reach.
    floor: f64,
    /// Whether the loss swings past that limit instead of settling; none if it cannot be seen.
    swings: Option<bool>,
    /// The epochs of the drops of the loss, counted only in a run that settles.
    drops: Option<Vec<usize>>,
    /// The epoch at which a mode was learned by half, and the mode, ascending.
    stages: Vec<(f64, usize)>,
    modes: &'a DataModes,
    /// The value taught for each watched pair.
    taught: Vec<(Pair, f64)>,
    /// Beliefs about each watched pair; empty if the run diverged.
    beliefs: Vec<Belief>,
}

impl<'a> Summary<'a> {
    /// Reads a run; `target` gives what is taught for a pair.
    pub(super) fn new(
        experiment: &'a Experiment,
        record: &'a Record,
        outcome: Outcome,
        time: Duration,
        modes: &'a DataModes,
        target: impl Fn(Pair) -> f64,
    ) -> Self {
        let n_layers = experiment.hidden.len() + 1;
        let limit = modes.stability_limit(experiment.n_outputs(), n_layers);
        let watched = experiment.watched.iter();
        let mut summary = Self {
            experiment,
            record,
            outcome,
            time,
            stability_limit: limit,
            floor: loss_floor(modes, experiment.n_outputs(), narrowest(experiment)),
            swings: None,
            drops: None,
            stages: Vec::new(),
            modes,
            taught: watched.map(|&pair| (pair, target(pair))).collect(),
            beliefs: Vec::new(),
        };
        if outcome != Outcome::Finished {
            // What was seen on the way says nothing of where it would have gone.
            return summary;
        }
        let rises = stages::half_rises(record, modes).into_iter().zip(0..);
        let mut stages: Vec<(f64, usize)> = rises
            .filter_map(|(epoch, mode)| Some((epoch?, mode)))
            .collect();
        stages.sort_by(|a, b| a.0.total_cmp(&b.0));
        let belief = |(i, &(_, target)): (usize, &(Pair, f64))| {
            let rows = 0..record.len();
            let predictions: Vec<f64> = rows.map(|row| record.predictions(row)[i]).collect();
            illusion::belief(record.epochs(), &predictions, target)
        };
        summary.swings = stages::swings_past(limit, experiment.lr, record);
        summary.drops = (summary.swings == Some(false)).then(|| stages::drops(record));
        summary.stages = stages;
        summary.beliefs = summary.taught.iter().enumerate().map(belief).collect();
        summary
    }

    fn last_loss(&self) -> Option<f64> {
        self.record.losses().last().copied()
    }

    /// Whether the loss of a run that did not diverge has not begun to fall; none of one that did.
    fn is_unlearned(&self) -> Option<bool> {
        let n_drops = self.drops.as_ref().map_or(0, Vec::len);
        let has_ended = self.outcome == Outcome::Finished;
        has_ended.then(|| stages::is_unlearned(self.record, n_drops))
    }

    /// The names of the features that leave no weight to the others.
    fn outweighing(&self) -> Vec<String> {
        let own = self.experiment.data.own();
        let found = own.map(|own| outweighing(&own.data.dataset.targets));
        let name = |feature| match self.experiment.feature_name(feature) {
            Some(name) => printable(name).into_owned(),
            None => format!("feature {}", feature + 1),
        };
        found.unwrap_or_default().into_iter().map(name).collect()
    }

    /// How many of the data's modes are beyond the narrowest hidden layer.
    fn n_beyond(&self) -> usize {
        let rank = self.modes.rank();
        narrowest(self.experiment).map_or(0, |units| rank.saturating_sub(units))
    }

    /// Every how many epochs a row of the record was kept.
    fn stride(&self) -> usize {
        let shape = self.record.shape();
        shape.stride(self.experiment.n_epochs, RECORD_BUDGET)
    }
}

/// Units of the narrowest hidden layer, if there is one.
fn narrowest(experiment: &Experiment) -> Option<usize> {
    experiment.hidden.iter().copied().min()
}

/// A number of about three digits.
pub(super) fn three_digits(value: f64) -> String {
    if (0.1..1e6).contains(&value) {
        let n_decimals = (2 - value.log10().floor() as i32).max(0) as usize;
        format!("{value:.n_decimals$}")
    } else {
        format!("{value:.2e}")
    }
}
