//! The kinds of choice about how a data file is read, and which of them apply to a file.

use egui::Id;

use crate::app::session::data_read::HowRead;
use crate::app::session::readings::ChoiceRefusal;
use crate::data::ReadError;
use crate::data::read::{Choices, Missing, Outline, TableError, Thousands, ValuesRead};

/// The kinds of choice about how a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Choice {
    Encoding,
    Array,
    Transpose,
    Header,
    Rows,
    Items,
    Drop,
    Group,
    Thousands,
    ZeroOne,
    Na,
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
    /// The doubt about the table after the last choice, which a further choice may decide.
    fn doubt(&self) -> Option<&TableError> {
        match self.refusal {
            Some(ChoiceRefusal::Data(ReadError::Table(error))) => Some(error),
            _ => None,
        }
    }
}

impl Choice {
    /// All of them, in the order in which they are applied.
    pub(super) const ALL: [Self; 13] = [
        Self::Encoding,
        Self::Array,
        Self::Transpose,
        Self::Header,
        Self::Rows,
        Self::Items,
        Self::Drop,
        Self::Group,
        Self::Thousands,
        Self::ZeroOne,
        Self::Na,
        Self::Missing,
        Self::Scaling,
    ];

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Encoding => "choice-encoding",
            Self::Array => "choice-array",
            Self::Transpose => "choice-transpose",
            Self::Header => "choice-header",
            Self::Rows => "choice-rows",
            Self::Items => "choice-items",
            Self::Drop => "choice-drop",
            Self::Group => "choice-group",
            Self::Thousands => "choice-thousands",
            Self::ZeroOne => "choice-zero-one",
            Self::Na => "choice-na",
            Self::Missing => "choice-missing",
            Self::Scaling => "choice-scaling",
        }
    }

    /// Whether its menu lists columns.
    pub(super) fn lists_columns(self) -> bool {
        matches!(self, Self::Items | Self::Drop | Self::Group)
    }

    /// Whether it is typed and not picked from a menu.
    pub(super) fn is_typed(self) -> bool {
        matches!(self, Self::Rows | Self::Na)
    }

    /// Where the text that filters its columns is remembered.
    pub(super) fn filter_id(self) -> Id {
        Id::unique(("filter", self.key()))
    }

    pub(super) fn applies(self, shown: &ReadingChoices<'_>) -> bool {
        let (report, outline) = (&shown.how.report, shown.outline);
        match self {
            Self::Encoding => shown.choices.encoding.is_some(),
            Self::Array => outline.arrays.len() > 1,
            Self::Header | Self::Group => outline.is_text,
            Self::ZeroOne => {
                let of_bits = [ValuesRead::ZeroOne, ValuesRead::ZeroOneAsIs];
                of_bits.contains(&report.values)
            }
            Self::Thousands => {
                let is_asked = matches!(
                    shown.doubt(),
                    Some(
                        TableError::Thousands { .. }
                            | TableError::Grouped { .. }
                            | TableError::MixedDecimals { .. }
                    )
                );
                shown.choices.thousands != Thousands::Auto || is_asked
            }
            Self::Na => {
                let is_chosen = !shown.choices.na.is_empty();
                let is_asked = matches!(shown.doubt(), Some(TableError::NotAValue { .. }));
                report.values == ValuesRead::Numbers || is_chosen || is_asked
            }
            Self::Missing => {
                let is_chosen = shown.choices.missing != Missing::Error;
                let is_asked = matches!(shown.doubt(), Some(TableError::Missing { .. }));
                report.missing.is_some() || is_chosen || is_asked
            }
            Self::Transpose | Self::Rows | Self::Items | Self::Drop | Self::Scaling => true,
        }
    }
}

/// The texts that say that a value is missing, out of one in which semicolons part them, or commas
/// before blanks: a comma may be a decimal sign.
pub(super) fn missing_texts(typed: &str) -> Vec<String> {
    let typed = typed.replace(", ", ";");
    let texts = typed.split([';', '；', '、']).map(str::trim);
    texts
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_for_missing_values_are_parted_by_semicolons() {
        for (typed, texts) in [
            ("k.A.; -99", &["k.A.", "-99"][..]),
            ("-99,0", &["-99,0"]),
            ("k.A., -99", &["k.A.", "-99"]),
            ("不明；-99、なし", &["不明", "-99", "なし"]),
            (" ; ", &[]),
        ] {
            assert_eq!(missing_texts(typed), texts, "{typed}");
        }
    }
}
