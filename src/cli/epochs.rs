//! `--epochs`: a number, or as many as it takes until the loss has settled.

use std::str::FromStr;

use super::progress::Progress;
use super::say::tell;
use crate::analysis::settling::{MOST_EPOCHS, SETTLED, Settling, settling_of};
use crate::experiment::Experiment;
use crate::model::Setup;
use crate::model::reduced::ReducedNetwork;
use crate::numbers::exact;

/// A number of epochs as it is asked for: `250` or `auto`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Epochs {
    /// A given number.
    Number(usize),
    /// Until the loss has settled.
    Auto,
}

impl FromStr for Epochs {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim() {
            "auto" => Ok(Self::Auto),
            number => number
                .parse()
                .map(Self::Number)
                .map_err(|_| "it must be a whole number, or auto".to_owned()),
        }
    }
}

/// Gives `experiment`, which must be valid, as many epochs as its loss needs to settle, the most
/// that any of `n_draws` first draws needs; the number is told.
pub(super) fn settle(experiment: &mut Experiment, n_draws: usize) {
    let longest = if n_draws == 1 {
        let mut network = Setup::new(experiment, None).network(experiment);
        settling(experiment, &mut network)
    } else {
        longest(experiment, n_draws)
    };
    experiment.n_epochs = longest.n_epochs();
    tell(&format!("epochs {}", words(longest, experiment.lr)));
}

/// When the loss of `experiment` settles; `network` is its network, not trained yet.
pub(super) fn settling(experiment: &Experiment, network: &mut ReducedNetwork) -> Settling {
    let mut progress = Progress::new(MOST_EPOCHS, "epochs at most, until the loss has settled");
    let mut tell_progress = |epoch| {
        progress.at(epoch);
        false
    };
    let found = settling_of(experiment, network, &mut tell_progress);
    progress.finish();
    found.expect("never cancelled")
}

/// When the slowest loss of so many first draws settles.
fn longest(experiment: &Experiment, n_draws: usize) -> Settling {
    let mut progress = Progress::new(n_draws, "draws, until their losses have settled");
    let mut experiment = experiment.clone();
    let mut setup: Option<Setup> = None;
    let mut longest = Settling::After { n_epochs: 1 };
    for draw in 0..n_draws {
        let mut next = Setup::new(&experiment, setup.as_ref());
        let mut network = next.network(&experiment);
        let mut tell_progress = |_| {
            progress.at(draw);
            false
        };
        let found = settling_of(&experiment, &mut network, &mut tell_progress);
        let found = found.expect("never cancelled");
        if found.n_epochs() > longest.n_epochs() {
            longest = found;
        }
        setup = Some(next);
        experiment.init_seed = experiment.init_seed.wrapping_add(1);
    }
    progress.finish();
    longest
}

/// The number of epochs, and how that number was found.
fn words(settling: Settling, lr: f64) -> String {
    let n = settling.n_epochs();
    match settling {
        Settling::After { .. } => format!(
            "{n}: until at most {} of what the loss can lose is left",
            exact(SETTLED)
        ),
        Settling::Diverges { .. } => format!("{n}: the run diverges at lr {}", exact(lr)),
        Settling::Swings { .. } => format!(
            "{n}: the loss swings and does not settle; lr {} is past the stability limit",
            exact(lr)
        ),
        Settling::NotWithin => format!(
            "{n}: the most that are tried, and the loss has not settled; a larger lr or gamma \
             takes fewer"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn epochs_are_a_number_or_auto() {
        let epochs = |text: &str| text.parse::<Epochs>();
        assert_eq!(epochs("250"), Ok(Epochs::Number(250)));
        assert_eq!(epochs("auto"), Ok(Epochs::Auto));
        for bad in ["", "-1", "1.5", "1e3", "Auto", "0x"] {
            assert!(epochs(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn draws_are_trained_until_the_slowest_has_settled() {
        let needed = |seed: u32| {
            let mut experiment = Experiment {
                init_seed: seed,
                ..Experiment::default()
            };
            settle(&mut experiment, 1);
            experiment.n_epochs
        };
        let slowest = (2021..2024).map(needed).max();
        let mut experiment = Experiment::default();
        settle(&mut experiment, 3);
        assert_eq!(Some(experiment.n_epochs), slowest);
    }
}
