//! The kinds of choice about how a data file is read, and which of them apply to a file.

use egui::Id;

use crate::app::session::data_read::HowRead;
use crate::app::session::readings::ChoiceRefusal;
use crate::data::ReadError;
use crate::data::read::{Choices, Missing, Outline, TableError, ValuesRead};

/// The kinds of choice about how a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Choice {
    Array,
    Transpose,
    Header,
    Rows,
    Items,
    Drop,
    Group,
    ZeroOne,
    Missing,
    Scaling,
}

/// The choices to show, and about what file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReadingChoices<'a> {
    /// The choices in force, or the choices that were made last.
    pub(crate) choices: &'a Choices,
    /// How the data in force were read.
    pub(crate) how: &'a HowRead,
    /// The outline of the table as `choices` make it.
    pub(crate) outline: &'a Outline,
    /// Why the last one cannot be taken.
    pub(crate) refusal: Option<&'a ChoiceRefusal>,
}

impl ReadingChoices<'_> {
    /// Whether the last choice brought missing values in, which a further choice may fill.
    fn is_missing_refused(&self) -> bool {
        let Some(ChoiceRefusal::Data(ReadError::Table(error))) = self.refusal else {
            return false;
        };
        matches!(**error, TableError::Missing { .. })
    }
}

impl Choice {
    /// All of them, in the order in which they are applied.
    pub(super) const ALL: [Self; 10] = [
        Self::Array,
        Self::Transpose,
        Self::Header,
        Self::Rows,
        Self::Items,
        Self::Drop,
        Self::Group,
        Self::ZeroOne,
        Self::Missing,
        Self::Scaling,
    ];

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Array => "choice-array",
            Self::Transpose => "choice-transpose",
            Self::Header => "choice-header",
            Self::Rows => "choice-rows",
            Self::Items => "choice-items",
            Self::Drop => "choice-drop",
            Self::Group => "choice-group",
            Self::ZeroOne => "choice-zero-one",
            Self::Missing => "choice-missing",
            Self::Scaling => "choice-scaling",
        }
    }

    /// Whether its menu lists columns.
    pub(super) fn lists_columns(self) -> bool {
        matches!(self, Self::Items | Self::Drop | Self::Group)
    }

    /// Where the text that filters its columns is remembered.
    pub(super) fn filter_id(self) -> Id {
        Id::unique(("filter", self.key()))
    }

    pub(super) fn applies(self, shown: &ReadingChoices<'_>) -> bool {
        let (report, outline) = (&shown.how.report, shown.outline);
        match self {
            Self::Array => outline.arrays.len() > 1,
            Self::Header | Self::Group => outline.is_text,
            Self::ZeroOne => {
                let of_bits = [ValuesRead::ZeroOne, ValuesRead::ZeroOneAsIs];
                of_bits.contains(&report.values)
            }
            Self::Missing => {
                let is_chosen = shown.choices.missing != Missing::Error;
                report.missing.is_some() || is_chosen || shown.is_missing_refused()
            }
            Self::Transpose | Self::Rows | Self::Items | Self::Drop | Self::Scaling => true,
        }
    }
}
