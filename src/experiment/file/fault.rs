//! Where in a file the value stands that makes its experiment wrong.

use nalgebra::DMatrix;

use crate::experiment::{Experiment, ExperimentError, Field, Reason};

/// The path of the value that makes `experiment` wrong, entries of lists by their number from 0 as
/// in `watch.1`.
pub(crate) fn path_of(error: ExperimentError, experiment: &Experiment) -> String {
    let name = name_of(error.field);
    // Alone, only the entry that is at fault makes the same fault.
    let mut alone = Experiment {
        watched: Vec::new(),
        ..experiment.clone()
    };
    let entry = match error.field {
        Field::UserFeature => experiment.user_features.iter().position(|feature| {
            alone.user_features = vec![feature.clone()];
            alone.validate() == Err(error)
        }),
        Field::Watched => experiment.watched.iter().position(|&pair| {
            alone.watched = vec![pair];
            alone.validate() == Err(error)
        }),
        Field::Weights if error.reason == Reason::NotFinite => {
            let mut layers = experiment.weights.iter().flat_map(|layers| layers.iter());
            layers.position(|layer| !layer.iter().all(|weight| weight.is_finite()))
        }
        Field::Weights => {
            let n_items = experiment.data.n_items();
            let shapes = crate::experiment::shapes::shapes(
                n_items,
                &experiment.hidden,
                experiment.n_outputs(),
            );
            let layers = experiment.weights.iter().flat_map(|layers| layers.iter());
            let shapes = layers.map(DMatrix::shape).zip(shapes);
            shapes
                .into_iter()
                .position(|(found, wanted)| found != wanted)
        }
        _ => None,
    };
    entry.map_or(name.to_owned(), |entry| format!("{name}.{entry}"))
}

/// The table and the key of a field.
fn name_of(field: Field) -> &'static str {
    match field {
        Field::Lr => "training.lr",
        Field::Gamma => "training.gamma",
        Field::Epochs => "training.epochs",
        Field::HiddenLayers | Field::HiddenUnits => "network.hidden",
        Field::Weights => "network.layer",
        Field::Levels => "tree.levels",
        Field::Branches => "tree.branches",
        Field::Flip => "tree.flip",
        Field::Features | Field::Memory => "tree.features",
        Field::DataOutputsBefore => "tree.outputs_before",
        Field::InitOutputsBefore => "network.outputs_before",
        Field::Items => "items",
        Field::UserFeature => "feature",
        Field::Watched | Field::WatchedPairs => "watch",
    }
}
