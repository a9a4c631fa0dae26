//! Where the run at hand is in the atlas.

use crate::analysis::atlas::parameter::Parameter;
use crate::analysis::atlas::plane::Plane;
use crate::app::text::words::Words;
use crate::experiment::Experiment;
use crate::picture::{AtlasPhrase, Phrase, Words as _};

/// The values of the run at hand along both axes. Of what it has no longer, while it is dragged, the
/// first value stands there.
pub(super) fn values(plane: &Plane, experiment: &Experiment) -> [f64; 2] {
    [&plane.x, &plane.y].map(|axis| {
        let value = axis.parameter.of(experiment);
        value.unwrap_or(axis.values()[0])
    })
}

/// How many epochs each run has, if they are the same everywhere.
pub(super) fn n_epochs(plane: &Plane, experiment: &Experiment) -> Option<usize> {
    let is_axis = [&plane.x, &plane.y].map(|axis| axis.parameter == Parameter::Epochs);
    (is_axis == [false, false]).then_some(experiment.n_epochs)
}

/// The words for two values: `lr 100, gamma 10⁻¹²`.
pub(super) fn place(plane: &Plane, [x, y]: [f64; 2], words: &Words) -> String {
    let values = [(&plane.x, x), (&plane.y, y)].map(|(axis, value)| {
        let value = AtlasPhrase::Value(axis.parameter, value);
        words.say(&Phrase::Atlas(value))
    });
    words.say(&Phrase::Atlas(AtlasPhrase::Place(values)))
}
