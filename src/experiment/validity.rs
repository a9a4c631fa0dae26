//! Whether an experiment can be run: the limits of its values, and the check where they enter.

use super::experiment::Experiment;
use super::experiment_error::{ExperimentError, Field, Reason};
use crate::data::own::MAX_LAYERS;
use crate::data::{MAX_FEATURES, MAX_ITEMS, MAX_LEVELS, MAX_MAGNITUDE, MIN_ITEMS, UserFeature};

/// The most hidden layers.
pub const MAX_HIDDEN_LAYERS: usize = MAX_LAYERS - 1;
/// The most units in a hidden layer.
pub const MAX_HIDDEN_UNITS: usize = 512;
/// The most epochs of a run.
pub const MAX_EPOCHS: usize = 1_000_000;
/// The least gamma: with four hidden layers the product of five weights is still a number.
pub const MIN_GAMMA: f64 = 1e-30;
/// The largest gamma.
pub const MAX_GAMMA: f64 = 1e6;
/// The least learning rate.
pub const MIN_LR: f64 = 1e-30;
/// The largest learning rate.
pub const MAX_LR: f64 = 1e9;
/// The most outputs of a generator that are skipped before a draw: a few seconds' worth, and a
/// thousand of the notebook's networks.
pub const MAX_OUTPUTS_BEFORE: usize = 1_000_000_000;
/// The most watched pairs: each is recorded at every epoch.
pub const MAX_WATCHED: usize = 1000;
/// The most memory that the data and the first weights of a run may take, in bytes.
pub const SETUP_BUDGET: usize = 2 << 30;

impl Experiment {
    /// Bytes that the data set and the first weights take.
    pub fn setup_bytes(&self) -> usize {
        let n_items = self.data.n_items();
        let targets = self.n_outputs().saturating_mul(n_items).saturating_mul(8);
        let last = self.hidden.last().copied().unwrap_or(n_items);
        // Drawn ones are float32, given ones float64.
        let of_weight = if self.weights.is_some() { 8 } else { 4 };
        let weights = self.n_outputs().saturating_mul(last);
        targets.saturating_add(weights.saturating_mul(of_weight))
    }

    /// Checks every value once, where it enters.
    ///
    /// # Errors
    /// The first value that cannot be used, and why.
    pub fn validate(&self) -> Result<(), ExperimentError> {
        positive(Field::Lr, self.lr)?;
        real(Field::Lr, self.lr, MIN_LR, MAX_LR)?;
        positive(Field::Gamma, self.gamma)?;
        real(Field::Gamma, self.gamma, MIN_GAMMA, MAX_GAMMA)?;
        whole(Field::Epochs, self.n_epochs, 1, MAX_EPOCHS)?;
        whole(Field::HiddenLayers, self.hidden.len(), 0, MAX_HIDDEN_LAYERS)?;
        for &width in &self.hidden {
            whole(Field::HiddenUnits, width, 1, MAX_HIDDEN_UNITS)?;
        }
        if let Some(tree) = self.data.tree() {
            whole(Field::Levels, tree.levels, 1, MAX_LEVELS)?;
            whole(Field::Branches, tree.branches, 2, MAX_ITEMS)?;
            whole(Field::Items, tree.n_items(), MIN_ITEMS, MAX_ITEMS)?;
            real(Field::Flip, tree.flip, 0.0, 1.0)?;
            whole(Field::Features, tree.n_features, 1, MAX_FEATURES)?;
            let before = tree.outputs_before;
            whole(Field::DataOutputsBefore, before, 0, MAX_OUTPUTS_BEFORE)?;
        }
        let before = self.init_before;
        whole(Field::InitOutputsBefore, before, 0, MAX_OUTPUTS_BEFORE)?;
        let (found, expected) = (self.items.len(), self.data.n_items());
        if found != expected {
            return Err(Field::Items.is(Reason::WrongLength { found, expected }));
        }
        for feature in &self.user_features {
            self.validate_user_feature(feature)?;
        }
        whole(Field::WatchedPairs, self.watched.len(), 0, MAX_WATCHED)?;
        for pair in &self.watched {
            let last_item = self.data.n_items() - 1;
            whole(Field::Watched, pair.item, 0, last_item)?;
            whole(Field::Watched, pair.feature, 0, self.n_outputs() - 1)?;
        }
        if !self.weights_fit() {
            return Err(Field::Weights.is(Reason::OtherShapes));
        }
        let weights = self.weights.iter().flat_map(|layers| layers.iter());
        if !weights.flatten().all(|weight| weight.is_finite()) {
            return Err(Field::Weights.is(Reason::NotFinite));
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

#[cfg(test)]
mod tests {
    use nalgebra::DMatrix;

    use super::*;
    use crate::data::{OwnData, TreeRecipe};

    fn tree(experiment: &mut Experiment) -> &mut TreeRecipe {
        experiment.data.tree_mut().expect("it is drawn from a tree")
    }

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
                refused(|e| tree(e).flip = bad),
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
        assert_eq!(refused(|e| tree(e).n_features = 0).field, Field::Features);
        assert_eq!(refused(|e| tree(e).levels = 0).field, Field::Levels);
        assert_eq!(refused(|e| tree(e).branches = 1).field, Field::Branches);
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
        assert_eq!(refused(|e| tree(e).levels = 10).field, Field::Levels);
        assert_eq!(refused(|e| tree(e).branches = 10).field, Field::Items);
        assert_eq!(
            refused(|e| tree(e).n_features = 1_000_001).field,
            Field::Features
        );
        assert_eq!(refused(|e| tree(e).flip = 1.5).field, Field::Flip);
        let more = MAX_OUTPUTS_BEFORE + 1;
        assert_eq!(
            refused(|e| tree(e).outputs_before = more).field,
            Field::DataOutputsBefore
        );
        assert_eq!(
            refused(|e| e.init_before = more).field,
            Field::InitOutputsBefore
        );
    }

    #[test]
    fn more_than_memory_holds_is_refused_in_words() {
        let error = refused(|e| {
            tree(e).n_features = MAX_FEATURES;
            tree(e).levels = 7;
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

    /// On data of two items, with weights for one hidden layer.
    fn given(n_features: usize, n_hidden: usize) -> Experiment {
        let targets = DMatrix::from_fn(n_features, 2, |row, item| (row + item) as f64);
        let layers = vec![
            DMatrix::from_element(n_hidden, 2, 0.1),
            DMatrix::from_element(n_features, n_hidden, 0.1),
        ];
        let items = vec!["Ant".to_owned(), "Bee".to_owned()];
        let place = |_| unreachable!("nothing is wrong with it");
        let own = OwnData::new(items, None, targets, Some(layers), place).unwrap();
        Experiment::default().on_own("ants.npz".to_owned(), own)
    }

    #[test]
    fn given_weights_take_twice_the_memory_of_drawn_ones() {
        let mut experiment = given(100, 4);
        assert_eq!(experiment.setup_bytes(), 100 * (2 * 8 + 4 * 8));
        experiment.weights = None;
        assert_eq!(experiment.setup_bytes(), 100 * (2 * 8 + 4 * 4));
    }

    #[test]
    fn more_layers_than_can_be_run_are_refused() {
        let experiment = given(3, 513);
        let refused = experiment.validate().expect_err("too wide");
        assert_eq!(refused.field, Field::HiddenUnits);
    }

    #[test]
    fn a_refusal_is_a_sentence() {
        assert_eq!(
            refused(|e| e.lr = -3.0).to_string(),
            "the learning rate must be above zero"
        );
    }
}
