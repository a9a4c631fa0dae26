//! Where in a file the value stands that makes its experiment wrong.

use nalgebra::DMatrix;

use crate::experiment::{Experiment, ExperimentError, Field};

/// The path of the value that makes `experiment` wrong, entries of lists by their number from 0 as
/// in `watch.1`.
pub(crate) fn path_of(error: ExperimentError, experiment: &Experiment) -> String {
    let name = name_of(error.field);
    // Only with the entry that is at fault is it as wrong.
    let is_wrong = |experiment: Experiment| experiment.validate() == Err(error);
    let entry = match error.field {
        Field::UserFeature => experiment.user_features.iter().position(|feature| {
            is_wrong(Experiment {
                user_features: vec![feature.clone()],
                ..experiment.clone()
            })
        }),
        Field::Watched => experiment.watched.iter().position(|&pair| {
            is_wrong(Experiment {
                watched: vec![pair],
                ..experiment.clone()
            })
        }),
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
        Field::Watched => "watch",
    }
}
