//! Ways out of a doubt about a table: choices with which it may be read.

use super::choices::{Choices, FirstRow, ItemNames, Missing, RowRange, Scaling, Thousands};
use super::origin::Encoding;
use super::outline::Outline;
use super::table_error::TableError;
use crate::data::{Place, ReadError};

/// One way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// The first row is an item.
    FirstRowIsItem,
    /// The first row is the features' names, though it looks like values.
    FirstRowIsNames,
    /// A column holds the items' names.
    ItemsIn(String),
    /// Every column is a feature, and the items are numbered.
    NumberItems,
    /// A column is left out, and the items are numbered.
    NumberItemsWithout(String),
    /// Missing values are treated in this way.
    Missing(Missing),
    /// A column is left out.
    Drop(String),
    /// A column holds classes; the items are the classes' means.
    GroupMean(String),
    /// An array of the file is the table.
    Array(String),
    /// Rows and columns are exchanged.
    Transpose,
    /// Only the first rows are read, as many as this.
    FirstRows(usize),
    /// This mark groups digits, or none does.
    Thousands {
        /// The mark.
        mark: Thousands,
        /// A text with it.
        text: String,
    },
    /// This text says that a value is missing.
    MissingText(String),
    /// The file is read in this encoding.
    Encoding(Encoding),
    /// Each feature is centred and divided by its standard deviation.
    Zscore,
}

impl WayOut {
    /// The choices `before`, changed to take this way out.
    pub fn choices(&self, before: &Choices) -> Choices {
        let mut choices = before.clone();
        match self {
            Self::FirstRowIsItem => choices.first_row = FirstRow::Item,
            Self::FirstRowIsNames => choices.first_row = FirstRow::Names,
            Self::ItemsIn(column) => choices.items = ItemNames::Column(column.clone()),
            Self::NumberItems => choices.items = ItemNames::None,
            Self::NumberItemsWithout(column) => {
                choices.items = ItemNames::None;
                choices.drop.push(column.clone());
            }
            Self::Missing(missing) => choices.missing = *missing,
            Self::Drop(column) => choices.drop.push(column.clone()),
            Self::GroupMean(column) => choices.group_mean = Some(column.clone()),
            Self::Array(array) => choices.array = Some(array.clone()),
            Self::Transpose => choices.transpose ^= true,
            Self::Thousands { mark, .. } => choices.thousands = *mark,
            Self::MissingText(text) => choices.na.push(text.clone()),
            Self::Encoding(encoding) => choices.encoding = Some(*encoding),
            Self::Zscore => choices.scaling = Scaling::Zscore,
            Self::FirstRows(n) => {
                let from = choices.rows.map_or(1, |rows| rows.from);
                let to = Some(from.saturating_add(n.saturating_sub(1)));
                choices.rows = Some(RowRange { from, to });
            }
        }
        choices
    }
}

/// The ways out of what is wrong with a table of that outline that was read by `choices`, the
/// likeliest first; none where no choice can help.
pub fn ways_out(error: &ReadError, choices: &Choices, outline: &Outline) -> Vec<WayOut> {
    let is_turned = choices.transpose;
    match error {
        ReadError::Table(error) => out_of_doubt(error, outline),
        ReadError::NotUtf8 { likely, .. } => {
            let encoding = likely.parse().ok();
            encoding.into_iter().map(WayOut::Encoding).collect()
        }
        ReadError::SeveralMatrices { names, .. } => {
            names.iter().cloned().map(WayOut::Array).collect()
        }
        ReadError::TooManyItems { max, .. } if is_turned => vec![WayOut::FirstRows(*max)],
        ReadError::TooManyItems { max, .. } => {
            vec![WayOut::Transpose, WayOut::FirstRows(*max)]
        }
        ReadError::TooFewItems { .. } | ReadError::NoFeatures if !is_turned => {
            vec![WayOut::Transpose]
        }
        ReadError::DuplicateName { place, .. } | ReadError::EmptyName { place } => {
            let are_classes = matches!(error, ReadError::DuplicateName { .. });
            of_names(place, choices, outline, are_classes)
        }
        ReadError::TooLarge { place, .. } => {
            let is_column_known = place.array.is_none() && !is_turned;
            let column = place.column.filter(|_| is_column_known);
            let dropped = column.map(|column| WayOut::Drop(called(column, outline)));
            std::iter::once(WayOut::Zscore).chain(dropped).collect()
        }
        _ => Vec::new(),
    }
}

/// How a choice calls the column of that number, from 1.
fn called(column: usize, outline: &Outline) -> String {
    let name = column.checked_sub(1).and_then(|it| outline.columns.get(it));
    name.cloned().unwrap_or_else(|| format!("#{column}"))
}

fn out_of_doubt(error: &TableError, outline: &Outline) -> Vec<WayOut> {
    match error {
        TableError::NoHeader { .. } => vec![WayOut::FirstRowIsItem, WayOut::FirstRowIsNames],
        TableError::NoItemColumn { column, names, .. } => {
            let names = names.clone().map(WayOut::ItemsIn);
            let first = WayOut::ItemsIn(called(*column, outline));
            let others = [WayOut::NumberItems, first];
            names.into_iter().chain(others).collect()
        }
        TableError::Missing { .. } => {
            let all = [
                Missing::Mean,
                Missing::Zero,
                Missing::DropItems,
                Missing::DropFeatures,
            ];
            all.map(WayOut::Missing).to_vec()
        }
        TableError::NotAValue {
            number,
            may_be_na,
            text,
            ..
        } => {
            let column = called(*number, outline);
            let missing = may_be_na.then(|| WayOut::MissingText(text.clone()));
            let others = [WayOut::Drop(column.clone()), WayOut::GroupMean(column)];
            missing.into_iter().chain(others).collect()
        }
        TableError::Date { number, .. } => vec![WayOut::Drop(called(*number, outline))],
        TableError::Thousands { text, mark, .. } => grouped(text, &[*mark, Thousands::None]),
        TableError::Grouped { text, ways, .. } | TableError::MixedDecimals { text, ways, .. } => {
            grouped(text, ways)
        }
        _ => Vec::new(),
    }
}

/// Ways out by the marks that may group the digits of a text.
fn grouped(text: &str, marks: &[Thousands]) -> Vec<WayOut> {
    let way = |&mark: &Thousands| WayOut::Thousands {
        mark,
        text: text.to_owned(),
    };
    marks.iter().map(way).collect()
}

/// The items' names are empty, or not distinct: so are those of a list beside the cells, or those
/// of a column.
fn of_names(place: &Place, choices: &Choices, outline: &Outline, are_classes: bool) -> Vec<WayOut> {
    let is_column_known = place.array.is_none() && !choices.transpose;
    match place.column.filter(|_| is_column_known) {
        Some(column) => {
            let column = called(column, outline);
            let numbered = WayOut::NumberItemsWithout(column.clone());
            let means = are_classes.then_some(WayOut::GroupMean(column));
            [Some(numbered), means].into_iter().flatten().collect()
        }
        None if place.array.is_some() => vec![WayOut::NumberItems],
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Reading, examine};
    use super::*;

    /// The features' names and the numbers of items that each way out leads to.
    fn led_to(table: &str) -> Vec<(WayOut, Vec<String>, usize)> {
        let examined = |choices: &Choices| examine("a.csv", table.as_bytes(), choices);
        let doubtful = examined(&Choices::default());
        let error = doubtful.reading.expect_err("the table is in doubt");
        let ways = ways_out(&error, &Choices::default(), &doubtful.outline);
        let lead = |way: WayOut| {
            let reading = examined(&way.choices(&Choices::default())).reading;
            let Reading { data, .. } = reading.unwrap_or_else(|error| panic!("{way:?}: {error}"));
            let n_items = data.n_items();
            (way, data.feature_names.unwrap_or_default(), n_items)
        };
        ways.into_iter().map(lead).collect()
    }

    #[test]
    fn a_column_without_a_heading_is_not_taken_for_one_that_has_its_number_for_a_heading() {
        let led = led_to(",0,1,2\n0,1,5,3\n0,2,4,1\n1,3,3,0\n");
        let (way, names, _) = &led[0];
        assert_eq!(*way, WayOut::NumberItemsWithout("#1".to_owned()));
        assert_eq!(*names, ["0", "1", "2"]);
    }

    #[test]
    fn a_column_of_words_is_left_out_by_a_heading_with_a_blank() {
        let led = led_to("item,body size,legs\nA,big,4\nB,small,2\nC,big,1\n");
        assert_eq!(led[0].0, WayOut::Drop("body size".to_owned()));
        assert_eq!((&led[0].1[..], led[0].2), (&["legs".to_owned()][..], 3));
        assert_eq!(led[1].2, 2);
    }

    #[test]
    fn a_column_of_dates_can_be_left_out() {
        let led = led_to("item,seen on,legs\nA,2024-01-31,4\nB,2024-02-01,2\n");
        assert_eq!(led.len(), 1);
        assert_eq!(led[0].1, ["legs"]);
    }
}
