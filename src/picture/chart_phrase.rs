//! Phrases of charts.

use crate::numbers::{exact, ordinal, short, spans};

/// A phrase of a chart.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartPhrase {
    /// The title of a chart of the loss and the modes.
    DynamicsTitle,
    /// The title of a chart of the loss.
    LossTitle,
    /// The title of a chart of the prediction for this pair.
    PredictionTitle(String),
    /// The title of a chart of the predictions for several pairs.
    PredictionsTitle,
    /// The title of a chart of the data's singular values.
    SpectrumTitle,
    /// The axis of the modes.
    ModesAxis {
        /// Whether they are the strengths of the data's modes, not singular values of the network.
        is_aligned: bool,
        /// What they are divided by.
        unit: ModesUnit,
    },
    /// The axis of the predictions.
    PredictionAxis,
    /// The axis of the data's singular values.
    SingularValueAxis,
    /// The axis of the modes' numbers.
    ModeAxis,
    /// The epoch at which the weights stopped being finite.
    DivergedAt(usize),
    /// The line below which a loss is rounding.
    RoundingFloor,
    /// Curves of theory in steps of the learning rate.
    DiscreteTheory,
    /// Curves of theory in the limit of small steps.
    ContinuousTheory,
    /// The band over the first weights of so many seeds, of which some diverged.
    Seeds {
        /// How many there are.
        n_draws: usize,
        /// How many of them diverged.
        n_diverged: usize,
    },
    /// A value at which the loss is to wait.
    Plateau(f64),
    /// The values at which the loss is to wait.
    Plateaus,
    /// The epochs at which modes are to be half learned.
    HalfRises,
    /// The plateaus of a prediction as they are foreseen before training.
    ForeseenSteps,
    /// When a false belief is held; of one of several pairs, with its name.
    FalseBelief {
        /// The first and the last epoch of each time.
        episodes: Vec<[usize; 2]>,
        /// Whether a taught yes is denied, not a taught no believed.
        is_denied: bool,
        /// The watched pair, if there are several.
        pair: Option<String>,
    },
    /// So many watched pairs that share a colour and have no name.
    MoreWatched(usize),
    /// The curve of a network without a hidden layer.
    NoHiddenLayer,
    /// The curve of a network with hidden layers.
    DeepNetwork,
    /// The curve of the experiment's network, which has no hidden layer either.
    OwnNetwork,
    /// The line of linear regression.
    Regression,
    /// Linear regression, which needs no epoch, and its loss.
    RegressionLoss(f64),
    /// A network, its learning rate and how its training ended.
    Trained {
        /// The name, the same as its curve's.
        name: String,
        /// Learning rate.
        lr: f64,
        /// How its training ended.
        ending: Ending,
    },
    /// The bars of the data that were drawn.
    DrawnData,
    /// The lines at the singular values to expect of data drawn from the tree.
    ExpectedForTree,
    /// So many entries of a legend that have no room.
    More(usize),
    /// Only every so-manieth epoch of the run is kept.
    Thinned(usize),
}

/// What modes are divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModesUnit {
    /// The largest of the run.
    OfRun,
    /// The largest singular value of the data, of each run its own.
    OfData,
    /// Nothing: they are shown as they are.
    One,
}

/// How a training ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ending {
    /// With this loss.
    Loss(f64),
    /// Up and down between these losses.
    Swings([f64; 2]),
    /// Diverged at this epoch.
    DivergedAt(usize),
}

impl ChartPhrase {
    /// In English.
    pub(super) fn english(&self) -> String {
        match self {
            Self::DynamicsTitle => "Learning dynamics".to_owned(),
            Self::LossTitle => "Training loss (Mean Squared Error)".to_owned(),
            Self::PredictionTitle(pair) => format!("Prediction for {pair}"),
            Self::PredictionsTitle => "Predictions".to_owned(),
            Self::SpectrumTitle => "Singular values of the data".to_owned(),
            Self::ModesAxis { is_aligned, unit } => modes_axis(*is_aligned, *unit).to_owned(),
            Self::PredictionAxis => "Prediction".to_owned(),
            Self::SingularValueAxis => "Singular value".to_owned(),
            Self::ModeAxis => "Mode".to_owned(),
            Self::DivergedAt(epoch) => format!("diverged at epoch {epoch}"),
            Self::RoundingFloor => "below: rounding".to_owned(),
            Self::DiscreteTheory => "theory, discrete".to_owned(),
            Self::ContinuousTheory => "theory, continuous".to_owned(),
            Self::Seeds {
                n_draws,
                n_diverged,
            } => seeds(*n_draws, *n_diverged),
            Self::Plateau(loss) => short(*loss),
            Self::Plateaus => "foreseen plateaus".to_owned(),
            Self::HalfRises => "foreseen half-rises".to_owned(),
            Self::ForeseenSteps => "foreseen before training".to_owned(),
            Self::FalseBelief {
                episodes,
                is_denied,
                pair,
            } => false_belief(episodes, *is_denied, pair.as_deref()),
            Self::MoreWatched(1) => "1 more pair".to_owned(),
            Self::MoreWatched(n) => format!("{n} more pairs"),
            Self::NoHiddenLayer => "no hidden layer".to_owned(),
            Self::DeepNetwork => "deep network".to_owned(),
            Self::OwnNetwork => "this network".to_owned(),
            Self::Regression => "regression".to_owned(),
            Self::RegressionLoss(loss) => {
                format!("linear regression, solved at once: {}", short(*loss))
            }
            Self::Trained { name, lr, ending } => trained(name, *lr, *ending),
            Self::DrawnData => "data".to_owned(),
            Self::ExpectedForTree => "expected for this tree".to_owned(),
            Self::More(n) => format!("… and {n} more"),
            Self::Thinned(stride) => format!("every {} epoch", ordinal(*stride)),
        }
    }
}

fn modes_axis(is_aligned: bool, unit: ModesUnit) -> &'static str {
    match (is_aligned, unit) {
        (false, ModesUnit::OfRun) => "Singular values, of the largest",
        (false, ModesUnit::OfData) => "Singular values, of the data's largest",
        (false, ModesUnit::One) => "Singular values, not normalised",
        (true, ModesUnit::OfRun) => "Mode strengths, of the largest",
        (true, ModesUnit::OfData) => "Mode strengths, of the data's largest",
        (true, ModesUnit::One) => "Mode strengths, not normalised",
    }
}

fn seeds(n_draws: usize, n_diverged: usize) -> String {
    match n_diverged {
        0 => format!("{n_draws} seeds"),
        _ => format!("{n_draws} seeds, {n_diverged} diverged"),
    }
}

fn false_belief(episodes: &[[usize; 2]], is_denied: bool, pair: Option<&str>) -> String {
    let what = if is_denied { "denied" } else { "believed" };
    let belief = match spans(episodes) {
        (told, 0) => format!("wrongly {what} {told}"),
        (told, n_more) => format!("wrongly {what} {told} and {n_more} more"),
    };
    match pair {
        Some(pair) => format!("{pair}: {belief}"),
        None => belief,
    }
}

fn trained(name: &str, lr: f64, ending: Ending) -> String {
    let lr = exact(lr);
    match ending {
        Ending::Loss(loss) => format!("{name}, lr {lr}: {} at the end", short(loss)),
        Ending::Swings([least, largest]) => {
            let [least, largest] = [least, largest].map(short);
            format!("{name}, lr {lr}: swings between {least} and {largest}")
        }
        Ending::DivergedAt(epoch) => format!("{name}, lr {lr}: diverged at epoch {epoch}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_modes_axis_says_what_it_shows() {
        let name = |is_aligned, unit| ChartPhrase::ModesAxis { is_aligned, unit }.english();
        let units = [ModesUnit::OfRun, ModesUnit::OfData, ModesUnit::One];
        assert_eq!(
            units.map(|unit| name(false, unit)),
            [
                "Singular values, of the largest",
                "Singular values, of the data's largest",
                "Singular values, not normalised",
            ]
        );
        assert_eq!(
            units.map(|unit| name(true, unit)),
            [
                "Mode strengths, of the largest",
                "Mode strengths, of the data's largest",
                "Mode strengths, not normalised",
            ]
        );
    }

    #[test]
    fn a_taught_yes_is_denied_and_each_time_is_told() {
        let phrase = |episodes: &[[usize; 2]], is_denied| ChartPhrase::FalseBelief {
            episodes: episodes.to_vec(),
            is_denied,
            pair: None,
        };
        let many = [[44, 52], [60, 70], [75, 76], [80, 81]];
        assert_eq!(phrase(&many[..1], true).english(), "wrongly denied 44–52");
        assert_eq!(
            phrase(&many, false).english(),
            "wrongly believed 44–52, 60–70 and 2 more"
        );
    }

    #[test]
    fn how_a_training_ended_is_said_with_its_learning_rate() {
        let phrase = |ending| ChartPhrase::Trained {
            name: "deep network".to_owned(),
            lr: 100.0,
            ending,
        };
        assert_eq!(
            phrase(Ending::Loss(3.41e-15)).english(),
            "deep network, lr 100: 3.41×10⁻¹⁵ at the end"
        );
        assert_eq!(
            phrase(Ending::Swings([0.01, 0.2])).english(),
            "deep network, lr 100: swings between 0.01 and 0.2"
        );
        assert_eq!(
            phrase(Ending::DivergedAt(12)).english(),
            "deep network, lr 100: diverged at epoch 12"
        );
    }
}
