//! A summary in JSON: everything, for scripts.

use serde_json::{Value, json};

use super::Summary;
use crate::analysis::settling::record_has_settled;
use crate::analysis::stages;
use crate::analysis::theory::Forecast;
use crate::export::theory_sentences::theory_sentences;

impl Summary<'_> {
    /// One object, with the `forecast` of the run.
    pub(in crate::cli) fn json(&self, forecast: &Forecast) -> Value {
        let diverged_at = self.outcome.diverged_at();
        let has_ended = diverged_at.is_none();
        json!({
            "lr": self.experiment.lr,
            "gamma": self.experiment.gamma,
            "hidden": self.experiment.hidden,
            "epochs": self.experiment.n_epochs,
            "seed": self.experiment.init_seed,
            "seconds": self.time.as_secs_f64(),
            "diverged_at": diverged_at,
            "loss": self.last_loss().filter(|_| has_ended),
            "epoch_below_1e-3": stages::learned_at(self.record).filter(|_| has_ended),
            "every": self.stride(),
            "stability_limit": self.stability_limit,
            "rank": self.modes.rank(),
            "modes_beyond_narrowest": self.n_beyond(),
            "loss_floor": self.floor,
            "settled": has_ended.then(|| record_has_settled(self.record, self.floor)),
            "unlearned": self.is_unlearned(),
            "outweighing": self.outweighing(),
            "swings": self.swings,
            "drops": self.drops,
            "stages": self.stages_json(),
            "watched": self.watched_json(forecast),
            "theory": self.theory_json(forecast),
        })
    }

    /// The modes that were learned by half, in the order of their epochs.
    fn stages_json(&self) -> Vec<Value> {
        let names = |items: &[usize]| -> Vec<&str> {
            let names = items.iter().map(|&item| &self.experiment.items[item]);
            names.map(String::as_str).collect()
        };
        let stage = |&(epoch, mode): &(f64, usize)| {
            let split = self.modes.split(mode);
            json!({
                "mode": mode + 1,
                "epoch": epoch,
                "positive": names(&split.positive),
                "negative": names(&split.negative),
            })
        };
        self.stages.iter().map(stage).collect()
    }

    /// The watched pairs: what became of them, and the ladder that was foreseen.
    fn watched_json(&self, forecast: &Forecast) -> Vec<Value> {
        let pairs = self.taught.iter().zip(&forecast.ladders).enumerate();
        let watched = pairs.map(|(i, (&(pair, target), ladder))| {
            let belief = self.beliefs.get(i);
            let illusion = belief.and_then(|belief| belief.illusion).map(|illusion| {
                json!({
                    "from": illusion.from,
                    "to": illusion.to,
                    "peak_epoch": illusion.peak_epoch,
                    "peak": illusion.peak,
                    "episodes": belief.map(|belief| &belief.episodes),
                })
            });
            json!({
                "name": self.experiment.pair_name(pair),
                "item": pair.item,
                "feature": pair.feature,
                "target": target,
                "illusion": illusion,
                "end": belief.map(|belief| belief.end),
                "ladder": ladder,
            })
        });
        watched.collect()
    }

    /// The forecast of modes and loss, and how far it holds.
    fn theory_json(&self, forecast: &Forecast) -> Value {
        let foreseen = &forecast.foreseen;
        let modes = forecast.singular_values.iter().enumerate();
        let modes = modes.map(|(mode, singular_value)| {
            json!({
                "mode": mode + 1,
                "singular_value": singular_value,
                "start": foreseen.starts.get(mode),
                "half_rise": foreseen.rises[mode],
                "half_rise_continuous": foreseen.continuous_rises.get(mode).copied().flatten(),
            })
        });
        let stages = foreseen.stages.iter().map(|stage| {
            let modes = stage.modes.iter().map(|mode| mode + 1);
            json!({
                "modes": modes.collect::<Vec<_>>(),
                "half_rise": stage.epoch,
                "loss_before": stage.before,
                "loss_behind": stage.behind,
            })
        });
        json!({
            "modes": modes.collect::<Vec<_>>(),
            "stages": stages.collect::<Vec<_>>(),
            "holds": theory_sentences(foreseen, self.experiment),
        })
    }
}
