//! The arguments of `modescope plot` that choose what is seen of a grid.

use clap::{Args, ValueEnum};

use crate::analysis::atlas::cell::Quantity;
use crate::analysis::atlas::parameter::Parameter;
use crate::export::GridChoice;
use crate::picture::SectionQuantity;

/// What is seen of a grid.
#[derive(Debug, Args)]
pub(super) struct GridArguments {
    /// The column along the lower axis [default: one that varies, lr if it does].
    #[arg(
        long,
        value_enum,
        value_name = "COLUMN",
        help_heading = "Atlas and section"
    )]
    x: Option<AxisName>,
    /// The column along the left axis of an atlas [default: another one that varies].
    #[arg(
        long,
        value_enum,
        value_name = "COLUMN",
        help_heading = "Atlas and section"
    )]
    y: Option<AxisName>,
    /// A value of a column that is no axis, such as `epochs=250` or `seed=1`; may be repeated.
    #[arg(
        long,
        value_name = "COLUMN=VALUE",
        value_parser = fixed,
        help_heading = "Atlas and section"
    )]
    at: Vec<(Parameter, f64)>,
    /// What the colours of an atlas tell [default: epochs].
    #[arg(long, value_enum, help_heading = "Atlas and section")]
    colour: Option<ColourName>,
    /// The loss that a run is to get below, one of those that the sweep was asked for
    /// [default: 1e-3].
    #[arg(long, value_name = "T", help_heading = "Atlas and section")]
    threshold: Option<f64>,
    /// What a section shows of the last epochs [default: strength].
    #[arg(long, value_enum, help_heading = "Atlas and section")]
    values: Option<ValuesName>,
}

/// A column that can be an axis.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum AxisName {
    /// The learning rate.
    Lr,
    /// The initialisation scale.
    Gamma,
    /// The number of epochs.
    Epochs,
    /// Units of every hidden layer.
    Hidden,
    /// The number of hidden layers.
    Layers,
    /// The probability with which a feature flips along a branch of the tree.
    Flip,
    /// Levels of the tree.
    Levels,
}

/// What the colours of an atlas tell.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum ColourName {
    /// The first epoch with a loss below the threshold.
    Epochs,
    /// The number of drops of the loss.
    Drops,
    /// The last loss.
    Loss,
    /// The strongest false belief of a watched pair.
    Belief,
    /// The epoch in which a run diverged.
    Diverged,
}

/// What a section shows.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum ValuesName {
    /// The strength of the data's first mode.
    Strength,
    /// The loss.
    Loss,
}

impl GridArguments {
    /// The axes, the values of all other columns, and the threshold.
    pub(super) fn choice(&self) -> GridChoice {
        GridChoice {
            x: self.x.map(AxisName::parameter),
            y: self.y.map(AxisName::parameter),
            at: self.at.clone(),
            threshold: self.threshold,
        }
    }

    /// What the colours of an atlas tell.
    pub(super) fn quantity(&self) -> Quantity {
        match self.colour.unwrap_or(ColourName::Epochs) {
            ColourName::Epochs => Quantity::EpochsBelow,
            ColourName::Drops => Quantity::Drops,
            ColourName::Loss => Quantity::LastLoss,
            ColourName::Belief => Quantity::FalseBelief,
            ColourName::Diverged => Quantity::DivergedAt,
        }
    }

    /// What a section shows.
    pub(super) fn shows(&self) -> SectionQuantity {
        match self.values {
            Some(ValuesName::Loss) => SectionQuantity::Loss,
            Some(ValuesName::Strength) | None => SectionQuantity::FirstMode,
        }
    }

    /// The first option, if any is given, that is for atlases and sections.
    pub(super) fn first(&self) -> Option<&'static str> {
        let shared = [(self.x.is_some(), "--x"), (!self.at.is_empty(), "--at")];
        let shared = shared.into_iter().find(|(is_given, _)| *is_given);
        let shared = shared.map(|(_, name)| name);
        shared.or(self.of_atlas()).or(self.of_section())
    }

    /// The first option that is for atlases alone.
    pub(super) fn of_atlas(&self) -> Option<&'static str> {
        let options = [
            (self.y.is_some(), "--y"),
            (self.colour.is_some(), "--colour"),
            (self.threshold.is_some(), "--threshold"),
        ];
        let given = options.into_iter().find(|(is_given, _)| *is_given);
        given.map(|(_, name)| name)
    }

    /// The option that is for sections alone.
    pub(super) fn of_section(&self) -> Option<&'static str> {
        self.values.is_some().then_some("--values")
    }
}

impl AxisName {
    fn parameter(self) -> Parameter {
        match self {
            Self::Lr => Parameter::Lr,
            Self::Gamma => Parameter::Gamma,
            Self::Epochs => Parameter::Epochs,
            Self::Hidden => Parameter::Units,
            Self::Layers => Parameter::Layers,
            Self::Flip => Parameter::Flip,
            Self::Levels => Parameter::Levels,
        }
    }
}

/// `epochs=250`.
fn fixed(text: &str) -> Result<(Parameter, f64), String> {
    let parts = text.split_once('=');
    let parts = parts.and_then(|(name, value)| {
        let parameter = match name.trim() {
            "seed" => Parameter::InitSeed,
            "data_seed" => Parameter::DataSeed,
            name => AxisName::from_str(name, false).ok()?.parameter(),
        };
        let value: f64 = value.trim().parse().ok()?;
        value.is_finite().then_some((parameter, value))
    });
    parts.ok_or_else(|| {
        "a column and a number, such as epochs=250; columns are lr, gamma, epochs, hidden, layers, \
         flip, levels, seed and data_seed"
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_fixed_at_a_number() {
        assert_eq!(fixed("epochs=250"), Ok((Parameter::Epochs, 250.0)));
        assert_eq!(fixed("data_seed = 3"), Ok((Parameter::DataSeed, 3.0)));
        assert_eq!(fixed("hidden=30"), Ok((Parameter::Units, 30.0)));
        for wrong in ["epochs", "epochs=", "width=3", "lr=inf", "=4", ""] {
            assert!(fixed(wrong).is_err(), "{wrong}");
        }
    }
}
