//! How a cell of an atlas looks.

use super::super::Colour;
use super::scale::QuantityScale;
use crate::analysis::atlas::cell::{Cell, Quantity};
use crate::analysis::run_summary::Fate;

/// A pattern of lines over cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hatch {
    /// Over runs that oscillate.
    Oscillates,
    /// Over runs that diverged.
    Diverges,
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    /// What it is filled with.
    pub(super) fill: Colour,
    /// The lines over it.
    pub(super) hatch: Option<Hatch>,
}

impl Look {
    /// What is nobody's: never below the threshold, never diverged.
    pub(super) const PLAIN: Colour = Colour::Faint;

    /// Of a cell. Runs that swing or diverged have a colour only where the quantity says something
    /// of them: a loss that swings is below the threshold, but does not stay there.
    pub(super) fn of(cell: &Cell, quantity: Quantity, scale: Option<QuantityScale>) -> Self {
        let hatch = match cell.fate() {
            Fate::Settled | Fate::Unfinished => None,
            Fate::Oscillates => Some(Hatch::Oscillates),
            Fate::Diverged { .. } => Some(Hatch::Diverges),
        };
        let tells = match hatch {
            None => true,
            Some(Hatch::Oscillates) => {
                matches!(quantity, Quantity::LastLoss | Quantity::FalseBelief)
            }
            Some(Hatch::Diverges) => quantity == Quantity::DivergedAt,
        };
        let value = cell.value(quantity).filter(|_| tells);
        let colour = value.and_then(|value| Some(scale?.colour(value)));
        let without = if hatch.is_some() {
            Colour::Ground
        } else {
            Self::PLAIN
        };
        Self {
            fill: colour.unwrap_or(without),
            hatch,
        }
    }
}
