//! Why there is no figure.

use crate::app::text::words::Words;
use crate::export::FigureError;
use crate::export::paint::PaintError;

impl Words {
    /// A sentence for why there is no figure.
    pub(crate) fn picture_error(&self, error: &FigureError) -> String {
        let number = |n: usize| n.to_string().into();
        match *error {
            FigureError::Empty => self.get("figure-empty"),
            FigureError::NoLayer { layer, n_layers } => {
                let values = [("layer", number(layer + 1)), ("all", number(n_layers))];
                self.with("figure-no-layer", &values)
            }
            FigureError::NoEpoch { epoch, last } => {
                let values = [("epoch", number(epoch)), ("last", number(last))];
                self.with("figure-no-epoch", &values)
            }
            FigureError::NothingWatched => self.get("figure-nothing-watched"),
            FigureError::NoData => self.get("figure-no-data"),
            FigureError::OneItem => self.get("figure-one-item"),
            FigureError::TooLarge => self.get("regression-too-large"),
            FigureError::NoEpochs { from, to, last } => {
                let values = [
                    ("from", number(from)),
                    ("to", number(to)),
                    ("last", number(last)),
                ];
                self.with("figure-no-epochs", &values)
            }
            FigureError::NoModes { n_modes } => {
                self.with("figure-no-modes", &[("all", number(n_modes))])
            }
            FigureError::Paint(PaintError::Pixels { .. }) => self.get("figure-size"),
            FigureError::Paint(PaintError::Side { .. }) => self.get("figure-side"),
            // The writer's own words.
            FigureError::Paint(PaintError::Pdf(ref reason)) => reason.clone(),
        }
    }
}
