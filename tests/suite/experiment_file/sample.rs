//! Good files to change.

use modescope::data::{OwnData, Place, Shared};
use modescope::experiment::Experiment;
use modescope::experiment::file::write;
use modescope::model::first_weights;
use modescope::presets;

/// A good file with one line changed.
pub(super) fn with(line: &str, by: &str) -> String {
    let text = write(&presets::shark().into());
    assert!(text.contains(line), "{line} is not in {text}");
    text.replacen(line, by, 1)
}

pub(super) fn on_own(values: Vec<f64>, has_weights: bool) -> Experiment {
    let place = |_| Place::default();
    let targets = nalgebra::DMatrix::from_vec(3, 2, values);
    let items = vec!["a".to_owned(), "\"b\"\n".to_owned()];
    let names = Some(vec!["p".to_owned(), String::new(), "q".to_owned()]);
    let own = OwnData::new(items, names, targets, None, place).expect("data");
    let mut experiment = Experiment::default().on_own("a.csv".to_owned(), own);
    if has_weights {
        experiment.hidden = vec![4];
        experiment.weights = Some(Shared::new(first_weights::first_weights(&experiment)));
    }
    experiment
}
