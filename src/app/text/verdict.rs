//! A comparison in words: whether the three agree, why not, and why their paths differ. Every
//! sentence is computed from the runs, and left out where it is not true of them.

use super::words::Words;
use crate::analysis::stages::SEEN_TO_WAIT;
use crate::app::run::compared::{Compared, Learned};
use crate::model::Outcome;
use crate::numbers::{exact, short};

/// Whether all agree, as numpy's `allclose` has it.
pub(crate) fn verdict(compared: &Compared, words: &Words) -> String {
    words.get(if compared.all_agree() {
        "verdict-agree"
    } else {
        "verdict-differ"
    })
}

/// Why a network's W is not the analytical one; nothing for one that is.
pub(crate) fn reasons(compared: &Compared, words: &Words) -> Vec<String> {
    let shallow_name = words.get("way-shallow");
    let deep_name = words.get(deep_key(compared));
    let hidden = &compared.experiment.hidden;
    let narrowest = hidden.iter().copied().min();
    let mut reasons = Vec::new();
    for (name, learned, closeness, lr, narrowest) in [
        (
            shallow_name,
            &compared.shallow,
            compared.analytical_shallow,
            compared.shallow_lr,
            None,
        ),
        (
            deep_name,
            &compared.deep,
            compared.analytical_deep,
            compared.experiment.lr,
            narrowest,
        ),
    ] {
        if closeness.is_close {
            continue;
        }
        reasons.extend(reasons_of(name, learned, compared, lr, narrowest, words));
    }
    reasons
}

fn reasons_of(
    name: String,
    learned: &Learned,
    compared: &Compared,
    lr: f64,
    narrowest: Option<usize>,
    words: &Words,
) -> Vec<String> {
    let name = ("name", name.into());
    let lr = ("lr", exact(lr).into());
    match learned.outcome {
        Outcome::Diverged { epoch } => {
            let epoch = ("epoch", epoch.to_string().into());
            vec![words.with("verdict-diverged", &[name, epoch, lr])]
        }
        Outcome::Finished if learned.swings => vec![words.with("verdict-swings", &[name, lr])],
        Outcome::Finished => {
            let mut values = vec![
                name,
                ("learned", learned.n_half_risen.to_string().into()),
                ("modes", compared.n_modes.to_string().into()),
                ("epochs", compared.experiment.n_epochs.to_string().into()),
                ("loss", short(learned.last_loss).into()),
            ];
            // Modes that do not fit through the narrowest layer are never learned.
            let narrowest = narrowest.filter(|&units| units < compared.n_modes);
            let mut reasons = Vec::new();
            if narrowest.is_none_or(|units| learned.n_half_risen < units) {
                reasons.push(words.with("verdict-not-yet", &values));
            }
            if let Some(units) = narrowest {
                values.push(("units", units.into()));
                reasons.push(words.with("verdict-narrow", &values));
            }
            reasons
        }
    }
}

/// Why the paths differ, as far as they do and as far as it was seen.
pub(crate) fn paths(compared: &Compared, words: &Words) -> Vec<String> {
    let mut said = shallow_lr(compared, words).into_iter().collect::<Vec<_>>();
    let (shallow, deep) = (&compared.shallow, &compared.deep);
    let experiment = &compared.experiment;
    let n = experiment.n_outputs() * experiment.data.n_items();
    let factor = 1.0 - 2.0 * compared.shallow_lr / n as f64;
    let waits = |learned: &Learned| learned.waits_until.is_some_and(|at| at >= SEEN_TO_WAIT);
    if shallow.is_finished() && shallow.n_drops <= 1 && !waits(shallow) {
        let factor = ("factor", short(factor).into());
        said.push(words.with("path-shallow", &[factor]));
    }
    if deep.is_finished() && !deep.swings {
        let drops = ("drops", deep.n_drops.into());
        if experiment.hidden.is_empty() {
            said.push(words.get("path-both-shallow"));
        } else if waits(deep) && deep.n_drops > 0 {
            let at = deep.waits_until.unwrap_or_default().to_string();
            said.push(words.with("path-deep", &[("epoch", at.into()), drops]));
        } else if deep.n_drops > 0 {
            said.push(words.with("path-deep-at-once", &[drops]));
        }
    }
    if compared.all_agree() {
        said.push(words.get("path-same-end"));
    }
    said
}

/// Why the network without a hidden layer has a learning rate that is not the controls'.
pub(crate) fn shallow_lr(compared: &Compared, words: &Words) -> Option<String> {
    let (shallow, own) = (compared.shallow_lr, compared.experiment.lr);
    let times = shallow / own;
    let values = [
        ("lr", exact(shallow).into()),
        ("own", exact(own).into()),
        ("times", short(times).into()),
    ];
    if shallow == own {
        return None;
    }
    let key = if times > 1.0 {
        "path-shallow-lr-slower"
    } else {
        "path-shallow-lr"
    };
    Some(words.with(key, &values))
}

/// The key of what the network of the controls is called.
pub(crate) fn deep_key(compared: &Compared) -> &'static str {
    if compared.experiment.hidden.is_empty() {
        "way-yours"
    } else {
        "way-deep"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;
    use crate::experiment::Experiment;
    use crate::model::DataModes;

    fn compared(change: impl Fn(&mut Experiment)) -> Compared {
        let mut experiment = Experiment::default();
        change(&mut experiment);
        experiment.fit_after(&Experiment::default());
        let modes = DataModes::of(&experiment.data.sample().targets);
        let (compared, _) = Compared::run(&experiment, &modes, &mut || false).unwrap();
        compared
    }

    fn said(change: impl Fn(&mut Experiment)) -> String {
        let compared = compared(change);
        let words = Words::new(Language::English);
        let mut all = vec![verdict(&compared, &words)];
        all.extend(reasons(&compared, &words));
        all.extend(paths(&compared, &words));
        all.join("\n")
    }

    #[test]
    fn at_the_defaults_all_agree_and_the_paths_differ() {
        let text = said(|_| ());
        assert!(text.starts_with("All three agree"), "{text}");
        assert!(
            text.contains("by the same factor each epoch, 0.975"),
            "{text}"
        );
        assert!(
            text.contains("until epoch 9") && text.contains("4 drops"),
            "{text}"
        );
        assert!(text.contains("The end is the same"), "{text}");
        assert!(
            !text.contains("not yet") && !text.contains("diverged"),
            "{text}"
        );
    }

    #[test]
    fn the_learning_rate_without_a_hidden_layer_is_explained() {
        let text = said(|_| ());
        let why = "has a learning rate of its own, 1000";
        assert!(text.contains(why) && text.contains("10 times"), "{text}");
        let same = said(|e| {
            e.hidden.clear();
            e.lr = 1000.0;
        });
        assert!(!same.contains("of its own"), "{same}");
    }

    #[test]
    fn what_is_not_learned_is_not_said_to_agree() {
        let text = said(|e| e.n_epochs = 150);
        assert!(text.starts_with("They do not all agree"), "{text}");
        assert!(
            text.contains("deep network: has not learned it all yet"),
            "{text}"
        );
        assert!(text.contains("4 of 8 modes"), "{text}");
        assert!(!text.contains("The end is the same"), "{text}");
    }

    #[test]
    fn a_network_that_diverged_is_said_to_have() {
        let text = said(|e| e.lr = 340.0);
        assert!(text.starts_with("They do not all agree"), "{text}");
        assert!(text.contains("deep network: diverged at epoch 2"), "{text}");
        assert!(
            !text.contains("waits until") && !text.contains("The end"),
            "{text}"
        );
        let text = said(|e| e.lr = 270.0);
        assert!(text.contains("swings") && !text.contains("drops"), "{text}");
    }

    #[test]
    fn a_narrow_network_is_not_promised_the_rest() {
        let text = said(|e| {
            e.hidden = vec![3];
            e.n_epochs = 400;
        });
        assert!(text.contains("at most 3 of 8 modes"), "{text}");
        assert!(!text.contains("yet"), "{text}");
    }

    #[test]
    fn too_few_epochs_are_the_reason_where_nothing_is_learned() {
        let text = said(|e| {
            e.hidden = vec![3];
            e.n_epochs = 20;
        });
        let yet = text.find("After 20 epochs 0 of 8 modes");
        assert!(yet < text.find("at most 3 of 8 modes"), "{text}");
        assert!(yet.is_some(), "{text}");
    }

    #[test]
    fn a_large_start_and_no_hidden_layer_do_not_wait() {
        let text = said(|e| e.gamma = 1.0);
        assert!(
            text.contains("at once") && !text.contains("waits until"),
            "{text}"
        );
        let text = said(|e| e.hidden.clear());
        assert!(text.contains("has no hidden layer either"), "{text}");
        assert!(!text.contains("deep") && !text.contains("drops"), "{text}");
    }
}
