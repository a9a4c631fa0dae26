//! What the choices about the atlas mean to those who compute and draw it.

use crate::analysis::atlas::cell::Quantity;
use crate::experiment::atlas_look::{AtlasLook, CellColour, SectionOf};
use crate::picture::{SectionQuantity, ShownLines};

/// What the colour of a cell tells.
pub(super) fn quantity(colour: CellColour) -> Quantity {
    match colour {
        CellColour::EpochsBelow => Quantity::EpochsBelow,
        CellColour::Drops => Quantity::Drops,
        CellColour::LastLoss => Quantity::LastLoss,
        CellColour::FalseBelief => Quantity::FalseBelief,
        CellColour::DivergedAt => Quantity::DivergedAt,
    }
}

/// Which of theory's lines are drawn.
pub(super) fn shown_lines(look: &AtlasLook) -> ShownLines {
    ShownLines {
        limit: look.shows_limit,
        melting: look.shows_melting,
        first_drop: look.shows_first_drops,
    }
}

/// What the section shows.
pub(super) fn section_quantity(of: SectionOf) -> SectionQuantity {
    match of {
        SectionOf::FirstMode => SectionQuantity::FirstMode,
        SectionOf::Loss => SectionQuantity::Loss,
    }
}
