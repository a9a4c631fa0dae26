//! Texts of pictures, as phrases that whoever paints them puts into words.

use super::atlas_phrase::AtlasPhrase;
use super::chart_phrase::ChartPhrase;
use super::item_phrase::ItemPhrase;

/// A phrase of a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase {
    /// The name of an axis of epochs: `Epoch`.
    Epoch,
    /// The loss: `Loss`, the name of its curve.
    Loss,
    /// The name of the loss's axis: `Training loss (mean squared error)`.
    LossAxis,
    /// Phrases of the pictures of items, modes and matrices.
    Item(ItemPhrase),
    /// Phrases of charts.
    Chart(ChartPhrase),
    /// Phrases of the atlas.
    Atlas(AtlasPhrase),
}

/// Puts phrases into words.
pub trait Words {
    /// The words of a phrase, in one line.
    fn say(&self, phrase: &Phrase) -> String;

    /// The mark between the names of a list.
    fn comma(&self) -> &'static str {
        ", "
    }
}

/// English.
#[derive(Clone, Copy, Debug, Default)]
pub struct English;

impl Words for English {
    fn say(&self, phrase: &Phrase) -> String {
        match phrase {
            Phrase::Epoch => "Epoch".to_owned(),
            Phrase::Loss => "loss".to_owned(),
            Phrase::LossAxis => "Training loss (MSE)".to_owned(),
            Phrase::Item(phrase) => phrase.english(),
            Phrase::Chart(phrase) => phrase.english(),
            Phrase::Atlas(phrase) => phrase.english(),
        }
    }
}
