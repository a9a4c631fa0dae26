//! What a run came to, in words for people or in JSON for scripts.

use std::fmt::Write as _;
use std::time::Duration;

use serde_json::{Value, json};

use crate::analysis::illusion::{self, Belief};
use crate::analysis::stages;
use crate::experiment::{Experiment, Pair};
use crate::model::{DataModes, Outcome, Record};
use crate::numbers::exact;

/// The most names of a split's side that are told.
const MOST_NAMES: usize = 8;

/// A finished run and what is read off it.
pub(super) struct Summary<'a> {
    experiment: &'a Experiment,
    record: &'a Record,
    outcome: Outcome,
    time: Duration,
    /// The largest learning rate at which the solution is stable.
    stability_limit: f64,
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

    /// Some lines for people.
    pub(super) fn words(&self) -> String {
        if let Outcome::Diverged { epoch } = self.outcome {
            return self.diverged_words(epoch);
        }
        let mut text = String::new();
        let time = in_words(self.time);
        let loss = self.last_loss().unwrap_or(f64::NAN);
        let n = self.experiment.n_epochs;
        let epochs = if n == 1 { "epoch" } else { "epochs" };
        let _ = writeln!(text, "{n} {epochs} in {time}, loss {loss:.3e}");
        let _ = writeln!(text, "{}", self.drops_words());
        for &(epoch, mode) in &self.stages {
            let split = self.split_words(mode);
            let _ = writeln!(
                text,
                "mode {} half learned at epoch {epoch:.1}: {split}",
                mode + 1
            );
        }
        for ((pair, _), belief) in self.taught.iter().zip(&self.beliefs) {
            let name = self.experiment.pair_name(*pair);
            let _ = writeln!(text, "{name}: {}", belief_words(belief));
        }
        text.truncate(text.trim_end().len());
        text
    }

    /// The drops of the loss, or why they are not counted, and the stability limit.
    fn drops_words(&self) -> String {
        let lr = self.lr_words();
        let Some(drops) = &self.drops else {
            return if self.swings == Some(true) {
                format!("the loss swings and does not settle: {lr}")
            } else {
                format!(
                    "{lr}; whether the loss swings cannot be seen, since not every epoch of so \
                     long a run is kept"
                )
            };
        };
        let epochs: Vec<String> = drops.iter().map(usize::to_string).collect();
        let drops = match epochs.as_slice() {
            [] => "no drop of the loss".to_owned(),
            [one] => format!("1 drop of the loss, fastest at epoch {one}"),
            many => format!(
                "{} drops of the loss, fastest at epochs {}",
                many.len(),
                many.join(", ")
            ),
        };
        format!("{drops}\n{lr}")
    }

    /// On which side of the stability limit the learning rate is.
    fn lr_words(&self) -> String {
        let lr = self.experiment.lr;
        let side = if lr > self.stability_limit {
            "past"
        } else {
            "within"
        };
        let limit = three_digits(self.stability_limit);
        format!(
            "lr {} is {side} the stability limit of about {limit}",
            exact(lr)
        )
    }

    /// When a run diverged, the stability limit, and the watched pairs.
    fn diverged_words(&self, epoch: usize) -> String {
        let is_past = self.experiment.lr > self.stability_limit;
        let joined = if is_past { ": " } else { ", though " };
        let lr = self.lr_words();
        let mut text = format!("diverged at epoch {epoch} (NaN from there on){joined}{lr}");
        for &(pair, target) in &self.taught {
            let name = self.experiment.pair_name(pair);
            let taught = signed(target, target.abs());
            let taught = taught.trim_end_matches(".00");
            let _ = write!(text, "\n{name}: no end ({taught} is taught)");
        }
        text
    }

    /// `Goldfish, Tuna | Rose, Daisy`.
    fn split_words(&self, mode: usize) -> String {
        let split = self.modes.split(mode);
        let side = |items: &[usize]| {
            let names = items.iter().take(MOST_NAMES);
            let names: Vec<&str> = names
                .map(|&item| self.experiment.items[item].as_str())
                .collect();
            let more = if items.len() > MOST_NAMES {
                ", …"
            } else {
                ""
            };
            names.join(", ") + more
        };
        match (split.positive.len(), split.negative.len()) {
            (all, 0) if all == self.experiment.items.len() => "all items alike".to_owned(),
            (_, 0) => side(&split.positive),
            _ => format!("{} | {}", side(&split.positive), side(&split.negative)),
        }
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
            "stability_limit": self.stability_limit,
            "swings": self.swings,
            "drops": self.drops,
            "stages": self.stages.iter().map(stage).collect::<Vec<_>>(),
            "watched": self.taught.iter().enumerate().map(watched).collect::<Vec<_>>(),
        })
    }
}

fn belief_words(belief: &Belief) -> String {
    let size = belief.end.abs().max(belief.target.abs());
    let signed = |value: f64| signed(value, size);
    let target = signed(belief.target);
    let target = target.trim_end_matches(".00");
    let end = format!("ends at {} ({target} is taught)", signed(belief.end));
    match belief.illusion {
        None => format!("no illusion; {end}"),
        Some(illusion) => {
            // What is there and not seen is denied, what is not there and seen is believed.
            let (wrongly, far) = if belief.target > 0.0 {
                ("denied", "down to")
            } else {
                ("believed", "up to")
            };
            format!(
                "wrongly {wrongly} from epoch {} to {}, {far} {} at {}; {end}",
                illusion.from,
                illusion.to,
                signed(illusion.peak),
                illusion.peak_epoch
            )
        }
    }
}

/// A number with its sign, among numbers of that size: two digits behind the point, or altogether
/// where those would say nothing or too much.
fn signed(value: f64, size: f64) -> String {
    if size == 0.0 || (0.01..1e6).contains(&size) {
        format!("{value:+.2}")
    } else {
        format!("{value:+.1e}")
    }
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

fn in_words(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 1.0 {
        format!("{:.1} ms", 1000.0 * seconds)
    } else {
        format!("{seconds:.1} s")
    }
}
