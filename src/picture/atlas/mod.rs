//! The atlas: a map of many runs, each a cell of a plane of two parameters, coloured by what became
//! of it, with theory's lines and the run at hand over it; and what belongs to it.
//!
//! An [`AtlasPicture`] is the map, a [`SectionPicture`] what runs settle to along one axis, a
//! [`CellCurve`] the loss of one cell in small. Both pictures stand in a frame of the same kind,
//! with axes of the same ticks.

mod axis_ticks;
mod cell_curve;
mod cells;
mod frame;
mod hatching;
mod layout;
mod legend;
mod line_names;
mod look;
mod marks;
mod scale;
mod section;
mod section_layout;
mod told;

pub use cell_curve::CellCurve;
pub use layout::AtlasLayout;
pub use section::{SectionPicture, SectionQuantity};
pub use section_layout::SectionLayout;
pub use told::{best_phrase, cell_phrase};

use super::atlas_phrase::AtlasPhrase;
use super::{Phrase, Words};
use crate::analysis::atlas::cell::Quantity;
use crate::analysis::atlas::filling::Atlas;
use crate::analysis::atlas::lines::{LineMeaning, TheoryLine};

/// Which of theory's lines are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownLines {
    /// The stability limit.
    pub limit: bool,
    /// Where drops melt into each other.
    pub melting: bool,
    /// Where the loss first drops at some epochs.
    pub first_drop: bool,
}

impl ShownLines {
    /// None of them.
    pub const NONE: Self = Self {
        limit: false,
        melting: false,
        first_drop: false,
    };

    /// All of them.
    pub const ALL: Self = Self {
        limit: true,
        melting: true,
        first_drop: true,
    };

    /// Whether a line of this meaning is among them.
    fn shows(self, meaning: LineMeaning) -> bool {
        match meaning {
            LineMeaning::StabilityLimit => self.limit,
            LineMeaning::Melting { .. } => self.melting,
            LineMeaning::FirstDrop { .. } => self.first_drop,
        }
    }
}

/// The map of an atlas, as far as it has been computed.
#[derive(Clone, Debug)]
pub struct AtlasPicture<'a> {
    /// The cells.
    pub atlas: &'a Atlas,
    /// What their colour tells.
    pub quantity: Quantity,
    /// How many epochs each run has, if they are the same everywhere.
    pub n_epochs: Option<usize>,
    /// Theory's lines.
    pub lines: &'a [TheoryLine],
    /// Which of them are seen.
    pub shown: ShownLines,
    /// The run at hand, by its values of the lower and the left axis.
    pub dot: Option<[f64; 2]>,
    /// The title; none where it is written elsewhere.
    pub title: Option<String>,
}

impl<'a> AtlasPicture<'a> {
    /// The map without lines, dot and title.
    pub fn of(atlas: &'a Atlas, quantity: Quantity) -> Self {
        Self {
            atlas,
            quantity,
            n_epochs: None,
            lines: &[],
            shown: ShownLines::ALL,
            dot: None,
            title: None,
        }
    }

    /// The same with its usual title.
    #[must_use]
    pub fn titled(self, words: &dyn Words) -> Self {
        let title = AtlasPhrase::Title {
            n_cells: self.atlas.plane().n_cells(),
            n_draws: self.atlas.options().n_draws,
        };
        let title = words.say(&Phrase::Atlas(title));
        Self {
            title: Some(title),
            ..self
        }
    }
}
