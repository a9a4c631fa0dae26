//! The facts of a run that are known before its first epoch.

use std::sync::Arc;

use crate::analysis::theory::Starts;
use crate::analysis::theory::foreseen::FirstStrengths;
use crate::data::Dataset;
use crate::experiment::Experiment;
use crate::model::DataModes;

/// The facts of a run that are known before its first epoch.
#[derive(Clone, Debug, PartialEq)]
pub struct RunFacts {
    /// The experiment that is trained.
    pub experiment: Experiment,
    /// The data set, without user features.
    pub dataset: Arc<Dataset>,
    /// Where the theory of one hidden layer starts from; none for other depths.
    pub starts: Option<Starts>,
    /// How strong each of the data's modes is before the first epoch.
    pub first_strengths: FirstStrengths,
    /// The data's own modes.
    pub modes: DataModes,
    /// The largest learning rate at which the solution is stable.
    pub stability_limit: f64,
    /// Every how many epochs a row is kept.
    pub stride: usize,
}
