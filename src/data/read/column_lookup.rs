//! Columns by the names that a user's choices call them.

use std::collections::HashMap;

use super::table_error::TableError;
use crate::data::place::excerpt;

/// The most columns that an error lists.
const MOST_LISTED: usize = 8;

/// Names are alike from here on, as [`strsim::jaro_winkler`] measures.
const ALIKE: f64 = 0.8;

/// The columns of a table by their headings, which are looked through once.
pub(super) struct ColumnLookup<'a> {
    headings: &'a [String],
    exact: HashMap<&'a str, Vec<usize>>,
    lower: HashMap<String, Vec<usize>>,
}

impl<'a> ColumnLookup<'a> {
    /// The columns with these headings; empty ones name none.
    pub(super) fn new(headings: &'a [String]) -> Self {
        let mut exact: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut lower: HashMap<String, Vec<usize>> = HashMap::new();
        for (column, heading) in headings.iter().enumerate() {
            let name = heading.trim();
            if name.is_empty() {
                continue;
            }
            exact.entry(name).or_default().push(column);
            lower.entry(name.to_lowercase()).or_default().push(column);
        }
        Self {
            headings,
            exact,
            lower,
        }
    }

    /// The column of this heading, in any letter case where that is unambiguous; if there is none,
    /// the column of this number from 1, with or without a #.
    pub(super) fn find(&self, wanted: &str) -> Result<usize, TableError> {
        let wanted = wanted.trim();
        let exact = self.exact.get(wanted);
        let found = exact.or_else(|| self.lower.get(&wanted.to_lowercase()));
        match found.map(Vec::as_slice) {
            None => self.numbered(wanted).ok_or_else(|| self.unknown(wanted)),
            Some([only]) => Ok(*only),
            Some(several) => {
                let numbers: Vec<String> = several.iter().copied().map(by_number).collect();
                Err(TableError::AmbiguousColumn {
                    wanted: excerpt(wanted),
                    columns: numbers.join(", "),
                })
            }
        }
    }

    /// How a choice calls a column: by its heading or, where that is none or not its alone, by its
    /// number.
    pub(super) fn called(&self, column: usize) -> String {
        let name = self.headings.get(column).map_or("", |it| it.trim());
        match self.lower.get(&name.to_lowercase()).map(Vec::as_slice) {
            Some([_]) => name.to_owned(),
            _ => by_number(column),
        }
    }

    fn numbered(&self, wanted: &str) -> Option<usize> {
        let number: usize = wanted.strip_prefix('#').unwrap_or(wanted).parse().ok()?;
        let column = number.checked_sub(1)?;
        (column < self.headings.len()).then_some(column)
    }

    fn unknown(&self, wanted: &str) -> TableError {
        let named = self.headings.iter().filter(|heading| !heading.is_empty());
        let like = nearest(wanted, named.clone()).map(excerpt);
        let mut known: Vec<String> = (named.clone().take(MOST_LISTED))
            .map(|name| excerpt(name))
            .collect();
        if named.count() > MOST_LISTED {
            known.push("…".to_owned());
        }
        TableError::NoColumn {
            wanted: excerpt(wanted),
            like,
            known: known.join(", "),
            n_columns: self.headings.len(),
        }
    }
}

/// How a column without a heading of its own is called: by its number from 1 with a # in front, so
/// that it is told from headings that are numbers, as in pandas' `,0,1,2`.
pub(super) fn by_number(column: usize) -> String {
    format!("#{}", column + 1)
}

/// The name that is most like a mistyped one, if one is alike.
fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a String>) -> Option<&'a str> {
    let wanted = wanted.to_lowercase();
    let likeness = |name: &str| strsim::jaro_winkler(&wanted, &name.to_lowercase());
    let alike = names.map(|name| (likeness(name), name.as_str()));
    let alike = alike.filter(|(likeness, _)| *likeness > ALIKE);
    let best = alike.max_by(|(a, _), (b, _)| a.total_cmp(b));
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn a_heading_comes_before_another_letter_case_and_that_before_a_number() {
        let headings = headings(&["Legs", "legs", "2", "Eyes"]);
        let columns = ColumnLookup::new(&headings);
        assert_eq!(columns.find("legs").unwrap(), 1);
        assert_eq!(columns.find(" EYES ").unwrap(), 3);
        assert_eq!(columns.find("2").unwrap(), 2);
        assert_eq!(columns.find("#2").unwrap(), 1);
        assert_eq!(columns.find("4").unwrap(), 3);
        let refused = columns.find("LEGS").unwrap_err();
        assert!(
            matches!(refused, TableError::AmbiguousColumn { columns, .. } if columns == "#1, #2")
        );
    }

    #[test]
    fn a_column_is_called_by_what_finds_it_alone() {
        let headings = headings(&["id", "name", "Name", "", "legs "]);
        let columns = ColumnLookup::new(&headings);
        let called: Vec<String> = (0..5).map(|column| columns.called(column)).collect();
        assert_eq!(called, ["id", "#2", "#3", "#4", "legs"]);
        for (column, called) in called.iter().enumerate() {
            assert_eq!(columns.find(called).unwrap(), column);
        }
    }

    #[test]
    fn an_unknown_name_is_told_with_the_most_alike_and_the_first_few() {
        let headings = headings(&["item", "a", "b", "c", "d", "e", "f", "wings", "tail"]);
        let columns = ColumnLookup::new(&headings);
        let TableError::NoColumn { like, known, .. } = columns.find("wing").unwrap_err() else {
            panic!("there is no such column");
        };
        assert_eq!(like.as_deref(), Some("wings"));
        assert_eq!(known, "item, a, b, c, d, e, f, wings, …");
        for number in ["0", "10", "#", ""] {
            assert!(columns.find(number).is_err(), "{number}");
        }
    }
}
