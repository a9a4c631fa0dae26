//! W in each of the three ways, and how each network's differs from regression's.

use egui::Ui;

use crate::app::plots::matrices::matrices_ui;
use crate::app::run::compared::{Compared, Features, Learned, Weights};
use crate::app::text::names::{column_name, feature_name};
use crate::app::text::verdict;
use crate::app::text::words::Words;
use crate::numbers::{exact, short};
use crate::picture::Matrices;

/// Draws the weights of these features into the room there is; on a cell its number.
pub(super) fn weights_ui(ui: &mut Ui, compared: &Compared, features: Features, words: &Words) {
    let Some(weights) = compared.weights(features) else {
        return;
    };
    let experiment = &compared.experiment;
    let items: Vec<String> = (experiment.items.iter())
        .map(|name| words.item(name))
        .collect();
    let features: Vec<String> = (weights.features.clone())
        .map(|feature| column_name(feature, experiment))
        .collect();
    let matrices = described(compared, weights, [items.clone(), features], words);
    let size = ui.available_size();
    matrices_ui(ui, &matrices, size, words, |at, (item, column)| {
        let matrix = matrices.groups.iter().flatten().nth(at)?;
        let value = matrix.values.as_ref()?[(item, column)];
        let feature = weights.features.start + column;
        let values = [
            ("item", items[item].as_str().into()),
            ("feature", feature_name(feature, experiment, words).into()),
            ("value", short(value).into()),
        ];
        Some(words.with("data-hover", &values))
    });
}

/// W in the three ways, items on the rows.
fn described(
    compared: &Compared,
    weights: &Weights,
    names: [Vec<String>; 2],
    words: &Words,
) -> Matrices {
    let with_lr = |key: &str, lr: f64| {
        let lr = ("lr", exact(lr).into());
        words.with("way-with-lr", &[("name", words.get(key).into()), lr])
    };
    let of = |learned: &Learned, weights| learned.is_finished().then_some(weights);
    let networks = [
        (
            with_lr("way-shallow", compared.shallow_lr),
            of(&compared.shallow, &weights.shallow),
        ),
        (
            with_lr(verdict::deep_key(compared), compared.experiment.lr),
            of(&compared.deep, &weights.deep),
        ),
    ];
    let analytical = (words.get("way-analytical"), &weights.analytical);
    Matrices::of_weights(analytical, &networks, names, words)
}
