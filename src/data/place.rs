//! Where in a user's file something stands.

use std::fmt;

use crate::printable::printable;

/// Longest piece of a file that an error carries, in characters.
const EXCERPT_CHARS: usize = 40;

/// A cell of the file, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Place {
    /// The array that holds the cell, in a file of several arrays.
    pub array: Option<Box<str>>,
    /// The row: of a text its first line, as a text editor counts, so that empty lines and
    /// comments count too; of an array the row from 1.
    pub row: usize,
    /// The column; `None` in a list and for a whole row.
    pub column: Option<usize>,
    /// The column's name, shortened, where it has one.
    pub heading: Option<Box<str>>,
}

impl Place {
    /// The cell of a row and a column, both from 1.
    pub fn cell(row: usize, column: usize) -> Self {
        Self {
            row,
            column: Some(column),
            ..Self::default()
        }
    }

    /// A whole row, from 1.
    pub fn row(row: usize) -> Self {
        Self {
            row,
            ..Self::default()
        }
    }

    /// The same place, in the array called `name`.
    #[must_use]
    pub fn in_array(self, name: &str) -> Self {
        Self {
            array: Some(excerpt(name).into()),
            ..self
        }
    }

    /// The same place, with the column's name, which may be empty.
    #[must_use]
    pub fn headed(self, heading: &str) -> Self {
        let heading = heading.trim();
        Self {
            heading: (!heading.is_empty()).then(|| excerpt(heading).into()),
            ..self
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(array) = &self.array {
            write!(f, "`{array}` ")?;
        }
        write!(f, "row {}", self.row)?;
        if let Some(column) = self.column {
            write!(f, ", column {column}")?;
        }
        match &self.heading {
            Some(heading) => write!(f, " (\"{heading}\")"),
            None => Ok(()),
        }
    }
}

/// The beginning of a text, fit to be shown in one line: control and invisible characters are
/// escaped.
pub(crate) fn excerpt(text: &str) -> String {
    let mut short = String::new();
    for (n_chars, c) in text.chars().enumerate() {
        if n_chars == EXCERPT_CHARS {
            short.push('…');
            break;
        }
        short.push_str(&printable(c.encode_utf8(&mut [0; 4])));
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_names_array_row_column_and_heading() {
        assert_eq!(Place::cell(3, 2).to_string(), "row 3, column 2");
        let headed = Place::cell(3, 5).headed("weight kg");
        assert_eq!(headed.to_string(), "row 3, column 5 (\"weight kg\")");
        assert_eq!(Place::cell(3, 5).headed(" "), Place::cell(3, 5));
        let listed = Place::row(4).in_array("items");
        assert_eq!(listed.to_string(), "`items` row 4");
    }

    #[test]
    fn a_texts_excerpt_is_one_short_line() {
        assert_eq!(excerpt("はい\nいいえ\u{1b}"), "はい\\nいいえ\\u{1b}");
        let long = excerpt(&"あ".repeat(1000));
        assert_eq!(long.chars().count(), EXCERPT_CHARS + 1);
    }
}
