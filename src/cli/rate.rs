//! `--lr`: a number, or a share of the largest rate at which the data are learned stably.

use std::str::FromStr;

use super::say::tell;
use super::summary::three_digits;
use crate::analysis::fitting_lr::{fitting_lr_at, stability_limit};
use crate::data::Dataset;
use crate::experiment::Experiment;
use crate::experiment::taught::targets;
use crate::numbers::exact;

/// A learning rate as it is asked for: `100`, `auto` or `0.5x`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Rate {
    /// A given learning rate.
    Number(f64),
    /// As large a share of the stability limit as the notebook's.
    Auto,
    /// A given share of the stability limit.
    OfLimit(f64),
}

impl FromStr for Rate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text == "auto" {
            return Ok(Self::Auto);
        }
        let Some(share) = text.strip_suffix('x') else {
            let number = text.parse().map(Self::Number);
            return number.map_err(|_| {
                "it must be a number, auto, or a share of the stability limit such as 0.5x"
                    .to_owned()
            });
        };
        let share = share
            .parse()
            .ok()
            .filter(|&share: &f64| share.is_finite() && share > 0.0);
        let share =
            share.ok_or("a share of the stability limit is a number above zero and x: 0.5x");
        Ok(Self::OfLimit(share?))
    }
}

impl Rate {
    /// Whether a text asks for a rate by the data's limit.
    pub(super) fn is_by_limit(text: &str) -> bool {
        let text = text.trim();
        text == "auto" || text.ends_with('x')
    }

    /// Whether it is a number whatever the data are.
    pub(super) fn is_number(self) -> bool {
        matches!(self, Self::Number(_))
    }

    /// The rate at that limit.
    pub(super) fn at(self, limit: f64) -> f64 {
        match self {
            Self::Number(lr) => lr,
            Self::Auto => fitting_lr_at(limit),
            Self::OfLimit(share) => share * limit,
        }
    }
}

/// The stability limit of an experiment, whose data are `dataset`.
pub(super) fn limit(experiment: &Experiment, dataset: &Dataset) -> f64 {
    stability_limit(&targets(experiment, dataset), experiment.hidden.len() + 1)
}

/// The rates as numbers for the data and the depth of `experiment`, which must be valid; rates by
/// the limit are told.
pub(super) fn numbers(rates: &[Rate], experiment: &Experiment) -> Vec<f64> {
    let limit = if rates.iter().all(|rate| rate.is_number()) {
        f64::NAN // nobody asks for it
    } else {
        limit(experiment, &experiment.data.sample())
    };
    let number = |rate: &Rate| {
        let lr = rate.at(limit);
        if !rate.is_number() {
            let (lr, share, limit) = (exact(lr), lr / limit, three_digits(limit));
            tell(&format!(
                "lr {lr}: {share:.2} of the stability limit of about {limit}"
            ));
        }
        lr
    };
    rates.iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_numbers_or_by_the_limit() {
        let rate = |text: &str| text.parse::<Rate>();
        assert_eq!(rate("100"), Ok(Rate::Number(100.0)));
        assert_eq!(rate("auto"), Ok(Rate::Auto));
        assert_eq!(rate("0.5x"), Ok(Rate::OfLimit(0.5)));
        for bad in ["", "x", "0x", "-1x", "nanx", "infx", "much", "Auto 1"] {
            assert!(rate(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_notebook_has_the_rate_that_fits_it() {
        let experiment = Experiment::default();
        let rates = [Rate::Number(7.0), Rate::Auto, Rate::OfLimit(1.0)];
        let found = numbers(&rates, &experiment);
        assert_eq!(found[..2], [7.0, 100.0]);
        assert!((found[2] - 253.6).abs() < 0.1, "{found:?}");
    }
}
