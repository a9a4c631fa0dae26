//! Phrases of the atlas and its sections.

use crate::analysis::atlas::cell::Quantity;
use crate::analysis::atlas::parameter::Parameter;
use crate::numbers::{exact, power_of_ten, short};

/// A phrase of the atlas.
#[derive(Clone, Debug, PartialEq)]
pub enum AtlasPhrase {
    /// The title of an atlas: how many cells, and of how many draws each is the median.
    Title {
        /// How many cells there are.
        n_cells: usize,
        /// How many draws there are.
        n_draws: usize,
    },
    /// The title of a section.
    SectionTitle,
    /// The name of an axis.
    Axis(Parameter),
    /// A value of a parameter.
    Value(Parameter, f64),
    /// The values of both axes, each in words.
    Place([String; 2]),
    /// What the colour of a cell tells.
    Quantity(Quantity, f64),
    /// The same in few words.
    QuantityShort(Quantity, f64),
    /// A run that swings.
    Oscillates,
    /// Runs that blow up.
    Diverges,
    /// A run that blows up at this epoch.
    DivergesAt(usize),
    /// No run of a cell blows up.
    DivergesNot,
    /// The loss is below a threshold from an epoch on.
    Below {
        /// The threshold.
        threshold: f64,
        /// The epoch.
        epoch: usize,
    },
    /// The loss is not below a threshold, within so many epochs if they are the same everywhere.
    NotBelow {
        /// The threshold.
        threshold: f64,
        /// How many epochs each run has.
        n_epochs: Option<usize>,
    },
    /// So many drops of the loss.
    Drops(usize),
    /// The last loss.
    LastLoss(f64),
    /// The size of the strongest false belief.
    FalseBelief(f64),
    /// So many draws have these values as their median.
    MedianOf(usize),
    /// The fastest cell that settles.
    Fastest,
    /// The same, where it is, and from which epoch on it is below the threshold.
    FastestAt {
        /// Its place, in words.
        place: String,
        /// The threshold.
        threshold: f64,
        /// The epoch.
        epoch: usize,
    },
    /// The same in few words.
    FastestShort {
        /// Its place, in words.
        place: String,
        /// The epoch.
        epoch: usize,
    },
    /// What is told of a cell: its place and the rest, in words.
    Told {
        /// Its place, in words.
        place: String,
        /// What became of it, in words.
        facts: String,
    },
    /// The line of the stability limit, with its value where it has only one.
    StabilityLimit(Option<f64>),
    /// The line above which this drop, counted from 1, is one with the drop before.
    Melting(usize),
    /// The line of a first drop at this epoch.
    FirstDrop(f64),
    /// The axis of the first mode's strength.
    FirstMode,
}

impl AtlasPhrase {
    /// In English.
    pub(super) fn english(&self) -> String {
        match self {
            Self::Title { n_cells, n_draws } => title(*n_cells, *n_draws),
            Self::SectionTitle => "What the run settles to".to_owned(),
            Self::Axis(parameter) => axis_name(*parameter).to_owned(),
            Self::Value(parameter, value) => {
                format!("{} {}", short_name(*parameter), number(*value))
            }
            Self::Place([x, y]) => format!("{x}, {y}"),
            Self::Quantity(quantity, threshold) => quantity_name(*quantity, *threshold),
            Self::QuantityShort(quantity, _) => quantity_short(*quantity).to_owned(),
            Self::Oscillates => "oscillates".to_owned(),
            Self::Diverges => "diverges".to_owned(),
            Self::DivergesAt(epoch) => format!("diverges at epoch {epoch}"),
            Self::DivergesNot => "does not diverge".to_owned(),
            Self::Below { threshold, epoch } => {
                format!("below {} at epoch {epoch}", number(*threshold))
            }
            Self::NotBelow {
                threshold,
                n_epochs,
            } => not_below(*threshold, *n_epochs),
            Self::Drops(1) => "1 drop".to_owned(),
            Self::Drops(n) => format!("{n} drops"),
            Self::LastLoss(loss) => format!("loss {}", short(*loss)),
            Self::FalseBelief(size) => format!("false belief {}", short(*size)),
            Self::MedianOf(n) => format!("median of {n} draws"),
            Self::Fastest => "fastest that settles".to_owned(),
            Self::FastestAt {
                place,
                threshold,
                epoch,
            } => {
                let threshold = number(*threshold);
                format!("fastest that settles: {place}, below {threshold} at epoch {epoch}")
            }
            Self::FastestShort { place, epoch } => format!("fastest: {place}, epoch {epoch}"),
            Self::Told { place, facts } => format!("{place}: {facts}"),
            Self::StabilityLimit(None) => "stability limit".to_owned(),
            Self::StabilityLimit(Some(limit)) => {
                format!("stability limit {}", limit_number(*limit))
            }
            Self::Melting(drop) => format!("drops {} and {drop} melt", drop - 1),
            Self::FirstDrop(epoch) => format!("first drop at {}", short(*epoch)),
            Self::FirstMode => "Strength of the first mode".to_owned(),
        }
    }
}

fn title(n_cells: usize, n_draws: usize) -> String {
    match n_draws {
        0 | 1 => format!("Atlas of {n_cells} runs"),
        _ => format!("Atlas of {n_cells} cells, each the median of {n_draws} draws"),
    }
}

/// A number with all of its digits, small ones by their power of ten: `0.15`, `10⁻³`.
pub(crate) fn number(value: f64) -> String {
    // What is a ten-millionth off is rounding.
    let value = format!("{value:.6e}").parse().unwrap_or(value);
    if value > 0.0 && value < 0.01 {
        power_of_ten(value)
    } else {
        exact(value)
    }
}

/// A stability limit to four digits, without zeros at its end: `253.6`.
pub(crate) fn limit_number(limit: f64) -> String {
    number(format!("{limit:.3e}").parse().unwrap_or(limit))
}

fn axis_name(parameter: Parameter) -> &'static str {
    match parameter {
        Parameter::Lr => "Learning rate",
        Parameter::Gamma => "Initialisation scale gamma",
        Parameter::Units => "Hidden units",
        Parameter::Layers => "Hidden layers",
        Parameter::Flip => "Flip probability",
        Parameter::Levels => "Levels of the tree",
        Parameter::Epochs => "Epochs",
        Parameter::InitSeed => "Seed of the first weights",
        Parameter::DataSeed => "Seed of the data",
    }
}

fn short_name(parameter: Parameter) -> &'static str {
    match parameter {
        Parameter::Lr => "lr",
        Parameter::Gamma => "gamma",
        Parameter::Units => "units",
        Parameter::Layers => "layers",
        Parameter::Flip => "flip",
        Parameter::Levels => "levels",
        Parameter::Epochs => "epochs",
        Parameter::InitSeed => "seed",
        Parameter::DataSeed => "data seed",
    }
}

fn quantity_name(quantity: Quantity, threshold: f64) -> String {
    match quantity {
        Quantity::EpochsBelow => format!("First epoch with a loss below {}", number(threshold)),
        Quantity::Drops => "Number of drops of the loss".to_owned(),
        Quantity::LastLoss => "Loss at the last epoch".to_owned(),
        Quantity::FalseBelief => "Strongest false belief".to_owned(),
        Quantity::DivergedAt => "Epoch at which it diverges".to_owned(),
    }
}

fn quantity_short(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::EpochsBelow | Quantity::DivergedAt => "Epoch",
        Quantity::Drops => "Drops",
        Quantity::LastLoss => "Last loss",
        Quantity::FalseBelief => "False belief",
    }
}

fn not_below(threshold: f64, n_epochs: Option<usize>) -> String {
    let threshold = number(threshold);
    match n_epochs {
        Some(n) => format!("not below {threshold} within {n} epochs"),
        None => format!("not below {threshold}"),
    }
}
