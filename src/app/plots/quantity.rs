//! The quantity that a curve of a chart shows: the loss, a mode, a prediction.

use crate::picture::chart::{CurveOf, Quantity};

/// The quantity that a curve shows, whatever run or theory it is of.
pub(super) fn quantity(of: CurveOf) -> Quantity {
    match of {
        CurveOf::Run(quantity)
        | CurveOf::Pin { quantity, .. }
        | CurveOf::BeforeDrag(quantity)
        | CurveOf::Median(quantity) => quantity,
        CurveOf::Theory { mode, .. } => Quantity::Mode(mode),
        CurveOf::Foreseen(pair) => Quantity::Watched(pair),
        CurveOf::Shallow | CurveOf::Deep | CurveOf::ExpectedForTree(_) => Quantity::Loss,
    }
}

/// Whether a curve is a mode of the run itself.
pub(super) fn is_mode(of: CurveOf) -> bool {
    matches!(of, CurveOf::Run(Quantity::Mode(_) | Quantity::Strength(_)))
}
