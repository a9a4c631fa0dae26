//! What to train: every choice that decides a run, and the check that it can be run.

use std::fmt;

use super::record::RowShape;
use crate::data::{
    MAX_FEATURES, MAX_ITEMS, MAX_MAGNITUDE, MIN_ITEMS, TreeRecipe, UserFeature, names,
};

/// The most hidden layers.
pub const MAX_HIDDEN_LAYERS: usize = 4;
/// The most units in a hidden layer.
pub const MAX_HIDDEN_UNITS: usize = 512;
/// The most epochs of a run.
pub const MAX_EPOCHS: usize = 1_000_000;
/// The least gamma: with four hidden layers the product of five weights is still a number.
pub const MIN_GAMMA: f64 = 1e-30;
/// The largest gamma.
pub const MAX_GAMMA: f64 = 1e6;
/// The largest learning rate.
pub const MAX_LR: f64 = 1e9;
/// The most memory that the data and the first weights of a run may take, in bytes.
pub const SETUP_BUDGET: usize = 2 << 30;

/// Everything that decides a run. Two equal experiments give the same record, bit for bit.
#[derive(Clone, Debug, PartialEq)]
pub struct Experiment {
    /// How the data set is drawn.
    pub data: TreeRecipe,
    /// Names of the items.
    pub items: Vec<String>,
    /// Features appended behind the data's own.
    pub user_features: Vec<UserFeature>,
    /// Units of each hidden layer, from the input on; empty for none.
    pub hidden: Vec<usize>,
    /// torch's seed for the first weights.
    pub init_seed: u32,
    /// Outputs of torch's generator that are passed over first: the tutorial seeds once and makes
    /// several networks in a row.
    pub init_before: usize,
    /// Learning rate (eta).
    pub lr: f64,
    /// Initialisation scale: a layer starts with standard deviation gamma / sqrt(n_in + n_out).
    pub gamma: f64,
    /// Number of epochs.
    pub n_epochs: usize,
    /// Predictions to record.
    pub watched: Vec<Pair>,
}

/// One entry of the predictions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pair {
    /// Index of the item.
    pub item: usize,
    /// Index of the feature; the user's follow the data's own.
    pub feature: usize,
}

/// A value that cannot be used, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExperimentError {
    /// Which value.
    pub field: Field,
    /// What is wrong with it.
    pub reason: Reason,
}

/// The values of an [`Experiment`] that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Learning rate.
    Lr,
    /// Initialisation scale.
    Gamma,
    /// Number of epochs.
    Epochs,
    /// Number of hidden layers.
    HiddenLayers,
    /// Units of a hidden layer.
    HiddenUnits,
    /// Levels of the tree.
    Levels,
    /// Branches of the tree.
    Branches,
    /// Flip probability.
    Flip,
    /// Number of features.
    Features,
    /// Number of items, `branches^levels`.
    Items,
    /// A user feature's values.
    UserFeature,
    /// A watched pair.
    Watched,
    /// The size of everything together.
    Memory,
}

impl Field {
    /// All of them, for what must have a word for each.
    pub const ALL: [Self; 13] = [
        Self::Lr,
        Self::Gamma,
        Self::Epochs,
        Self::HiddenLayers,
        Self::HiddenUnits,
        Self::Levels,
        Self::Branches,
        Self::Flip,
        Self::Features,
        Self::Items,
        Self::UserFeature,
        Self::Watched,
        Self::Memory,
    ];
}

/// Why a value cannot be used.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// It is infinite or not a number.
    NotFinite,
    /// It is zero or negative.
    NotPositive,
    /// It lies outside what the program can run.
    OutOfRange {
        /// The least that can be used.
        min: f64,
        /// The most that can be used.
        max: f64,
    },
    /// A user feature does not have one value for each item.
    WrongLength {
        /// How many it has.
        found: usize,
        /// How many items there are.
        expected: usize,
    },
    /// It would need more memory than is allowed.
    TooLarge {
        /// What it would need, in bytes.
        bytes: usize,
        /// What is allowed, in bytes.
        budget: usize,
    },
}

impl Default for Experiment {
    /// The tutorial's first training cell at seed 2021.
    fn default() -> Self {
        let mut notebook = Self {
            data: TreeRecipe::default(),
            items: names::TUTORIAL_ITEMS.map(str::to_owned).to_vec(),
            user_features: Vec::new(),
            hidden: vec![30],
            init_seed: 2021,
            init_before: 0,
            lr: 100.0,
            gamma: 1e-12,
            n_epochs: 250,
            watched: Vec::new(),
        };
        notebook.watch_last_feature();
        notebook
    }
}

impl Experiment {
    /// Number of outputs: the data's features and the user's.
    pub fn n_outputs(&self) -> usize {
        self.data.n_features + self.user_features.len()
    }

    /// Watches the first item for the last feature, as the tutorial does unless told otherwise.
    pub fn watch_last_feature(&mut self) {
        let feature = self.n_outputs().saturating_sub(1);
        self.watched = vec![Pair { item: 0, feature }];
    }

    /// Makes names, user features and watched pairs fit after the data's shape has changed from
    /// that of `before`: what still has a place is kept.
    pub fn fit_after(&mut self, before: &Self) {
        let n_items = self.data.n_items();
        let (old, new) = (&before.data, &self.data);
        if (old.levels, old.branches) != (new.levels, new.branches) && n_items <= MAX_ITEMS {
            let old_names = names::items(old.levels, old.branches);
            let mut items = names::items(new.levels, new.branches);
            for (item, name) in items.iter_mut().enumerate() {
                let edited = before
                    .items
                    .get(item)
                    .filter(|&name| old_names.get(item) != Some(name));
                if let Some(edited) = edited {
                    name.clone_from(edited);
                }
            }
            self.items = items;
        }
        for feature in &mut self.user_features {
            feature.values.resize(n_items.min(MAX_ITEMS), 1.0);
        }
        let (n_before, n_now) = (before.data.n_features, self.data.n_features);
        let user_part = |pair: &Pair| pair.feature.checked_sub(n_before);
        self.watched = before
            .watched
            .iter()
            .filter_map(|pair| {
                let feature = n_now + user_part(pair)?;
                Some(Pair { feature, ..*pair })
            })
            .filter(|pair| pair.item < n_items && pair.feature < self.n_outputs())
            .collect();
        if self.user_features.is_empty() {
            self.watch_last_feature();
        }
    }

    /// How large a row of its record is.
    pub fn row_shape(&self) -> RowShape {
        RowShape {
            n_items: self.data.n_items(),
            n_hidden_layers: self.hidden.len(),
            n_watched: self.watched.len(),
        }
    }

    /// Bytes that the data set and the first weights take.
    pub fn setup_bytes(&self) -> usize {
        let n_items = self.data.n_items();
        let targets = self.n_outputs().saturating_mul(n_items).saturating_mul(8);
        let last = self.hidden.last().copied().unwrap_or(n_items);
        targets.saturating_add(self.n_outputs().saturating_mul(last).saturating_mul(4))
    }

    /// Checks every value once, where it enters.
    ///
    /// # Errors
    /// The first value that cannot be used, and why.
    pub fn validate(&self) -> Result<(), ExperimentError> {
        positive(Field::Lr, self.lr)?;
        real(Field::Lr, self.lr, f64::MIN_POSITIVE, MAX_LR)?;
        positive(Field::Gamma, self.gamma)?;
        real(Field::Gamma, self.gamma, MIN_GAMMA, MAX_GAMMA)?;
        whole(Field::Epochs, self.n_epochs, 1, MAX_EPOCHS)?;
        whole(Field::HiddenLayers, self.hidden.len(), 0, MAX_HIDDEN_LAYERS)?;
        for &width in &self.hidden {
            whole(Field::HiddenUnits, width, 1, MAX_HIDDEN_UNITS)?;
        }
        whole(Field::Levels, self.data.levels, 1, 7)?;
        whole(Field::Branches, self.data.branches, 2, MAX_ITEMS)?;
        whole(Field::Items, self.data.n_items(), MIN_ITEMS, MAX_ITEMS)?;
        real(Field::Flip, self.data.flip, 0.0, 1.0)?;
        whole(Field::Features, self.data.n_features, 1, MAX_FEATURES)?;
        let (found, expected) = (self.items.len(), self.data.n_items());
        if found != expected {
            return Err(Field::Items.is(Reason::WrongLength { found, expected }));
        }
        for feature in &self.user_features {
            self.validate_user_feature(feature)?;
        }
        for pair in &self.watched {
            let last_item = self.data.n_items() - 1;
            whole(Field::Watched, pair.item, 0, last_item)?;
            whole(Field::Watched, pair.feature, 0, self.n_outputs() - 1)?;
        }
        let bytes = self.setup_bytes();
        if bytes > SETUP_BUDGET {
            let budget = SETUP_BUDGET;
            return Err(Field::Memory.is(Reason::TooLarge { bytes, budget }));
        }
        Ok(())
    }

    fn validate_user_feature(&self, feature: &UserFeature) -> Result<(), ExperimentError> {
        let (found, expected) = (feature.values.len(), self.data.n_items());
        if found != expected {
            return Err(Field::UserFeature.is(Reason::WrongLength { found, expected }));
        }
        for &value in &feature.values {
            real(Field::UserFeature, value, -MAX_MAGNITUDE, MAX_MAGNITUDE)?;
        }
        Ok(())
    }
}

impl Field {
    fn is(self, reason: Reason) -> ExperimentError {
        ExperimentError {
            field: self,
            reason,
        }
    }
}

fn positive(field: Field, value: f64) -> Result<(), ExperimentError> {
    if !value.is_finite() {
        return Err(field.is(Reason::NotFinite));
    }
    if value <= 0.0 {
        return Err(field.is(Reason::NotPositive));
    }
    Ok(())
}

fn real(field: Field, value: f64, min: f64, max: f64) -> Result<(), ExperimentError> {
    if !value.is_finite() {
        return Err(field.is(Reason::NotFinite));
    }
    if !(min..=max).contains(&value) {
        return Err(field.is(Reason::OutOfRange { min, max }));
    }
    Ok(())
}

fn whole(field: Field, value: usize, min: usize, max: usize) -> Result<(), ExperimentError> {
    if !(min..=max).contains(&value) {
        let (min, max) = (min as f64, max as f64);
        return Err(field.is(Reason::OutOfRange { min, max }));
    }
    Ok(())
}

impl std::error::Error for ExperimentError {}

impl fmt::Display for ExperimentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, reason } = self;
        match reason {
            Reason::NotFinite => write!(f, "{field} must be a finite number"),
            Reason::NotPositive => write!(f, "{field} must be above zero"),
            Reason::OutOfRange { min, max } => write!(f, "{field} must be from {min} to {max}"),
            Reason::WrongLength { found, expected } => {
                write!(f, "{field} has {found} values for {expected} items")
            }
            Reason::TooLarge { bytes, budget } => write!(
                f,
                "memory: this network needs {} MB, and {} MB are allowed; take fewer features or \
                 hidden units",
                bytes >> 20,
                budget >> 20
            ),
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lr => "the learning rate",
            Self::Gamma => "gamma",
            Self::Epochs => "the number of epochs",
            Self::HiddenLayers => "the number of hidden layers",
            Self::HiddenUnits => "the number of hidden units",
            Self::Levels => "the number of levels",
            Self::Branches => "the number of branches",
            Self::Flip => "the flip probability",
            Self::Features => "the number of features",
            Self::Items => "the number of items (branches to the power of levels)",
            Self::UserFeature => "a user feature",
            Self::Watched => "a watched item or feature",
            Self::Memory => "memory",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(change: impl FnOnce(&mut Experiment)) -> ExperimentError {
        let mut experiment = Experiment::default();
        change(&mut experiment);
        experiment.validate().expect_err("must be refused")
    }

    #[test]
    fn the_tutorials_experiment_can_be_run() {
        assert_eq!(Experiment::default().validate(), Ok(()));
    }

    #[test]
    fn numbers_that_are_not_finite_are_refused() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(refused(|e| e.lr = bad), Field::Lr.is(Reason::NotFinite));
            assert_eq!(
                refused(|e| e.gamma = bad),
                Field::Gamma.is(Reason::NotFinite)
            );
            assert_eq!(
                refused(|e| e.data.flip = bad),
                Field::Flip.is(Reason::NotFinite)
            );
        }
    }

    #[test]
    fn numbers_that_are_not_positive_are_refused() {
        for bad in [0.0, -0.0, -1.0] {
            assert_eq!(refused(|e| e.lr = bad), Field::Lr.is(Reason::NotPositive));
            assert_eq!(
                refused(|e| e.gamma = bad),
                Field::Gamma.is(Reason::NotPositive)
            );
        }
    }

    #[test]
    fn zero_of_anything_countable_is_refused() {
        assert_eq!(refused(|e| e.n_epochs = 0).field, Field::Epochs);
        assert_eq!(
            refused(|e| e.hidden = vec![30, 0]).field,
            Field::HiddenUnits
        );
        assert_eq!(refused(|e| e.data.n_features = 0).field, Field::Features);
        assert_eq!(refused(|e| e.data.levels = 0).field, Field::Levels);
        assert_eq!(refused(|e| e.data.branches = 1).field, Field::Branches);
    }

    #[test]
    fn more_than_the_program_is_made_for_is_refused() {
        assert_eq!(
            refused(|e| e.n_epochs = MAX_EPOCHS + 1).field,
            Field::Epochs
        );
        assert_eq!(
            refused(|e| e.hidden = vec![1; 5]).field,
            Field::HiddenLayers
        );
        assert_eq!(refused(|e| e.hidden = vec![513]).field, Field::HiddenUnits);
        assert_eq!(refused(|e| e.data.levels = 8).field, Field::Levels);
        assert_eq!(refused(|e| e.data.branches = 10).field, Field::Items);
        assert_eq!(
            refused(|e| e.data.n_features = 1_000_001).field,
            Field::Features
        );
        assert_eq!(refused(|e| e.data.flip = 1.5).field, Field::Flip);
    }

    #[test]
    fn more_than_memory_holds_is_refused_in_words() {
        let error = refused(|e| {
            e.data.n_features = MAX_FEATURES;
            e.data.levels = 7;
            e.hidden = vec![512];
            e.fit_after(&Experiment::default());
        });
        assert_eq!(error.field, Field::Memory);
        assert!(error.to_string().contains("MB"), "{error}");
    }

    #[test]
    fn pairs_and_user_features_must_fit_the_data() {
        assert_eq!(refused(|e| e.watched[0].item = 8).field, Field::Watched);
        assert_eq!(
            refused(|e| e.watched[0].feature = 10_000).field,
            Field::Watched
        );
        let feature = |values| UserFeature {
            name: "has_bones".to_owned(),
            values,
        };
        let error = refused(|e| e.user_features.push(feature(vec![1.0; 7])));
        assert_eq!(error.to_string(), "a user feature has 7 values for 8 items");
        let error = refused(|e| e.user_features.push(feature(vec![f64::NAN; 8])));
        assert_eq!(error.reason, Reason::NotFinite);
    }

    #[test]
    fn a_refusal_is_a_sentence() {
        assert_eq!(
            refused(|e| e.lr = -3.0).to_string(),
            "the learning rate must be above zero"
        );
    }
}
