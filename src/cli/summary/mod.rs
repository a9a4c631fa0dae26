//! What a run came to, in words for people or in JSON for scripts.

mod words;

use std::time::Duration;

use serde_json::{Value, json};

use crate::analysis::illusion::{self, Belief};
use crate::analysis::settling::{loss_floor, record_has_settled};
use crate::analysis::stages;
use crate::experiment::{Experiment, Pair};
use crate::model::record::RECORD_BUDGET;
use crate::model::{DataModes, Outcome, Record};

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
    /// What is taught for each watched pair.
    taught: Vec<(Pair, f64)>,
    /// What was believed of each watched pair, unless the run diverged.
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

    /// One object for scripts.
    pub(super) fn json(&self) -> Value {
        let name = |&item: &usize| self.experiment.items[item].clone();
        let names = |items: &[usize]| items.iter().map(name).collect::<Vec<_>>();
        let stage = |&(epoch, mode): &(f64, usize)| {
            let split = self.modes.split(mode);
            json!({
                "mode": mode + 1,
                "epoch": epoch,
                "positive": names(&split.positive),
                "negative": names(&split.negative),
            })
        };
        let watched = |(i, &(pair, target)): (usize, &(Pair, f64))| {
            let belief = self.beliefs.get(i);
            let illusion = belief.and_then(|belief| belief.illusion).map(|illusion| {
                json!({
                    "from": illusion.from,
                    "to": illusion.to,
                    "peak_epoch": illusion.peak_epoch,
                    "peak": illusion.peak,
                })
            });
            json!({
                "name": self.experiment.pair_name(pair),
                "item": pair.item,
                "feature": pair.feature,
                "target": target,
                "illusion": illusion,
                "end": belief.map(|belief| belief.end),
            })
        };
        let diverged_at = self.outcome.diverged_at();
        let has_ended = diverged_at.is_none();
        let below = stages::first_below(self.record, 1e-3);
        json!({
            "lr": self.experiment.lr,
            "gamma": self.experiment.gamma,
            "hidden": self.experiment.hidden,
            "epochs": self.experiment.n_epochs,
            "seed": self.experiment.init_seed,
            "seconds": self.time.as_secs_f64(),
            "diverged_at": diverged_at,
            "loss": self.last_loss().filter(|_| has_ended),
            "epoch_below_1e-3": below.filter(|_| has_ended),
            "every": self.stride(),
            "stability_limit": self.stability_limit,
            "rank": self.modes.rank(),
            "modes_beyond_narrowest": self.n_beyond(),
            "loss_floor": self.floor,
            "settled": has_ended.then(|| record_has_settled(self.record, self.floor)),
            "unlearned": self.is_unlearned(),
            "swings": self.swings,
            "drops": self.drops,
            "stages": self.stages.iter().map(stage).collect::<Vec<_>>(),
            "watched": self.taught.iter().enumerate().map(watched).collect::<Vec<_>>(),
        })
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
