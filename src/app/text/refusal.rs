//! What is wrong with a user's file, in the language of the window.

use fluent_bundle::FluentValue;

use super::words::Words;
use crate::data::{CellKind, MAX_MAGNITUDE, Place, ReadError};
use crate::experiment::file::{ExperimentFileError, Wrong};
use crate::export::FigureError;
use crate::export::paint::PaintError;
use crate::files::{FileError, MAX_FILE_BYTES};

impl Words {
    /// A sentence for what is wrong with a file, its name in front.
    pub(crate) fn file_error(&self, error: &FileError) -> String {
        let (path, reason) = match error {
            FileError::System { path, reason } => (path, reason.to_string()),
            FileError::TooLarge { path, bytes } => {
                let size = [
                    ("found", megabytes(*bytes)),
                    ("most", megabytes(MAX_FILE_BYTES)),
                ];
                (path, self.with("file-too-large", &size))
            }
            FileError::Data { path, reason } => (path, self.read_error(reason)),
            FileError::Experiment { path, reason } => (path, self.experiment_file_error(reason)),
            FileError::Figure { path, reason } => (path, self.picture_error(reason)),
            FileError::Ending { path, endings } => {
                let dotted = endings.iter().map(|ending| format!(".{ending}"));
                let or = |one: String, other: String| {
                    self.with(
                        "one-or-other",
                        &[("one", one.into()), ("other", other.into())],
                    )
                };
                let endings = dotted.reduce(or).unwrap_or_default();
                (
                    path,
                    self.with("file-ending", &[("endings", endings.into())]),
                )
            }
        };
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy().into_owned();
        let values = [("name", name.into()), ("reason", reason.into())];
        self.with("file-error", &values)
    }

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

    /// A sentence for what is wrong with an experiment file, with its line and field.
    fn experiment_file_error(&self, error: &ExperimentFileError) -> String {
        match error {
            ExperimentFileError::NoVersion => self.get("experiment-no-version"),
            ExperimentFileError::Newer { found, known } => {
                let values = [("found", text(found)), ("known", text(known))];
                self.with("experiment-newer", &values)
            }
            ExperimentFileError::Field { line, field, wrong } => {
                let reason = match wrong {
                    Wrong::Value(error) => self.error(*error),
                    Wrong::Data(error) => self.read_error(error),
                    // The parser's own words.
                    Wrong::Form(said) => said.clone(),
                    Wrong::Source => self.get("experiment-source"),
                    Wrong::Ragged {
                        row,
                        found,
                        expected,
                    } => {
                        let (found, expected) = (text(found), text(expected));
                        let values = [("row", text(row)), ("found", found), ("expected", expected)];
                        self.with("read-ragged", &values)
                    }
                };
                let place = [("line", text(line)), ("field", text(field))];
                let place = self.with("experiment-place", &place);
                format!("{place}: {reason}")
            }
            ExperimentFileError::Syntax { line, message } => {
                let place = self.with("place-line", &[("line", text(line))]);
                format!("{place}: {message}")
            }
        }
    }

    /// A sentence for what is wrong with data, and where.
    pub(crate) fn read_error(&self, error: &ReadError) -> String {
        let (key, values) = self.parts(error);
        self.with(key, &values)
    }

    fn parts(
        &self,
        error: &ReadError,
    ) -> (&'static str, Vec<(&'static str, FluentValue<'static>)>) {
        let place = |place: &Place| ("place", text(self.place(place)));
        let array = |array: &String| ("array", text(array));
        let range =
            |found: usize, limit: usize| vec![("found", text(found)), ("limit", text(limit))];
        match error {
            ReadError::Empty => ("read-empty", vec![]),
            ReadError::NotUtf8 { line } => ("read-not-utf8", vec![("line", text(line))]),
            ReadError::Ragged {
                row,
                found,
                expected,
            } => (
                "read-ragged",
                vec![
                    ("row", text(row)),
                    ("found", text(found)),
                    ("expected", text(expected)),
                ],
            ),
            ReadError::NotANumber { place: at, text: t } if t.is_empty() => {
                ("read-empty-cell", vec![place(at)])
            }
            ReadError::NotANumber { place: at, text: t } => {
                ("read-not-a-number", vec![place(at), ("text", text(t))])
            }
            ReadError::MixedKinds {
                place: at,
                text: t,
                others,
            } => (
                "read-mixed",
                vec![
                    place(at),
                    ("text", text(t)),
                    ("others", text(self.get(kind_key(*others)))),
                ],
            ),
            ReadError::TooFewItems { found, min } => ("read-too-few-items", range(*found, *min)),
            ReadError::TooManyItems { found, max } => ("read-too-many-items", range(*found, *max)),
            ReadError::NoFeatures => ("read-no-features", vec![]),
            ReadError::TooManyFeatures { found, max } => {
                ("read-too-many-features", range(*found, *max))
            }
            ReadError::TooManyNumbers { array: a, shape: s } => {
                ("read-too-many-numbers", vec![array(a), ("shape", shape(s))])
            }
            ReadError::EmptyName { place: at } => ("read-empty-name", vec![place(at)]),
            ReadError::DuplicateName { place: at, name } => {
                ("read-duplicate-name", vec![place(at), ("name", text(name))])
            }
            ReadError::LongName { place: at, max } => {
                ("read-long-name", vec![place(at), ("limit", text(max))])
            }
            ReadError::Constant { value } => ("read-constant", vec![("value", text(value))]),
            ReadError::NotFinite { place: at, value } => {
                ("read-not-finite", vec![place(at), ("value", text(value))])
            }
            ReadError::TooLarge {
                place: at, value, ..
            } => (
                "read-too-large",
                vec![
                    place(at),
                    ("value", text(value)),
                    ("limit", text(MAX_MAGNITUDE)),
                ],
            ),
            ReadError::NotNpz => ("read-not-npz", vec![]),
            ReadError::Damaged { array: a } => ("read-damaged", vec![array(a)]),
            ReadError::MissingArray { array: a } => ("read-missing-array", vec![array(a)]),
            ReadError::NotAMatrix { array: a, shape: s } => {
                ("read-not-a-matrix", vec![array(a), ("shape", shape(s))])
            }
            ReadError::NamesDoNotFit {
                array: a,
                shape: s,
                expected,
            } => (
                "read-names-do-not-fit",
                vec![array(a), ("shape", shape(s)), ("expected", text(expected))],
            ),
            ReadError::WeightsDoNotFit {
                array: a,
                found,
                expected: (rows, columns),
            } => {
                let rows = rows.map_or_else(|| "≥ 1".to_owned(), |rows| rows.to_string());
                (
                    "read-weights-do-not-fit",
                    vec![
                        array(a),
                        ("found", text(format!("{} × {}", found.0, found.1))),
                        ("expected", text(format!("{rows} × {columns}"))),
                    ],
                )
            }
            ReadError::UnreadableDtype { array: a, dtype } => {
                ("read-unreadable", vec![array(a), ("dtype", text(dtype))])
            }
        }
    }

    fn place(&self, place: &Place) -> String {
        let row = ("row", text(place.row));
        let cell = match place.column {
            Some(column) => self.with("place-cell", &[row, ("column", text(column))]),
            None => self.with("place-row", &[row]),
        };
        match &place.array {
            Some(array) => format!("{array} {cell}"),
            None => cell,
        }
    }
}

fn kind_key(kind: CellKind) -> &'static str {
    match kind {
        CellKind::YesNo => "cells-yes-no",
        CellKind::Number => "cells-numbers",
    }
}

/// Numbers as text, so that no language groups their digits.
#[expect(
    clippy::needless_pass_by_value,
    reason = "numbers are passed by value, and so is what is said"
)]
fn text(value: impl ToString) -> FluentValue<'static> {
    value.to_string().into()
}

fn shape(shape: &[u64]) -> FluentValue<'static> {
    let sizes: Vec<String> = shape.iter().map(u64::to_string).collect();
    text(format!("({})", sizes.join(", ")))
}

fn megabytes(bytes: u64) -> FluentValue<'static> {
    text(bytes >> 20)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;

    /// One error of each kind.
    fn all() -> Vec<ReadError> {
        let place = || Place {
            array: Some("features".to_owned()),
            row: 3,
            column: Some(2),
        };
        let (text, array) = ("maybe".to_owned(), "W1".to_owned());
        let (found, expected) = (7, 8);
        let shape = vec![2, 3];
        vec![
            ReadError::Empty,
            ReadError::NotUtf8 { line: 1 },
            ReadError::Ragged {
                row: 3,
                found,
                expected,
            },
            ReadError::NotANumber {
                place: place(),
                text: String::new(),
            },
            ReadError::NotANumber {
                place: place(),
                text: text.clone(),
            },
            ReadError::MixedKinds {
                place: place(),
                text: text.clone(),
                others: CellKind::Number,
            },
            ReadError::TooFewItems { found, min: 2 },
            ReadError::TooManyItems { found, max: 2 },
            ReadError::NoFeatures,
            ReadError::TooManyFeatures { found, max: 2 },
            ReadError::TooManyNumbers {
                array: array.clone(),
                shape: shape.clone(),
            },
            ReadError::EmptyName { place: place() },
            ReadError::DuplicateName {
                place: place(),
                name: text,
            },
            ReadError::LongName {
                place: place(),
                max: 5,
            },
            ReadError::Constant { value: 1.0 },
            ReadError::NotFinite {
                place: place(),
                value: f64::NAN,
            },
            ReadError::TooLarge {
                place: place(),
                value: 1e9,
                max: MAX_MAGNITUDE,
            },
            ReadError::NotNpz,
            ReadError::Damaged {
                array: array.clone(),
            },
            ReadError::MissingArray {
                array: array.clone(),
            },
            ReadError::NotAMatrix {
                array: array.clone(),
                shape: shape.clone(),
            },
            ReadError::NamesDoNotFit {
                array: array.clone(),
                shape,
                expected,
            },
            ReadError::WeightsDoNotFit {
                array: array.clone(),
                found: (3, 7),
                expected: (None, 8),
            },
            ReadError::UnreadableDtype {
                array,
                dtype: "|O".to_owned(),
            },
        ]
    }

    #[test]
    fn every_error_is_a_sentence_in_each_language() {
        for language in Language::ALL {
            let words = Words::new(language);
            for error in all() {
                let said = words.read_error(&error);
                assert!(
                    !said.starts_with("read-") && !said.contains("place-"),
                    "{said}"
                );
            }
        }
    }

    #[test]
    fn an_error_says_file_row_and_column() {
        let error = FileError::Data {
            path: "/somewhere/animals.csv".into(),
            reason: ReadError::NotANumber {
                place: Place {
                    array: None,
                    row: 3,
                    column: Some(2),
                },
                text: "maybe".to_owned(),
            },
        };
        assert_eq!(
            Words::new(Language::English).file_error(&error),
            "animals.csv: row 3, column 2 holds \"maybe\", which is neither a number nor yes or no"
        );
    }

    #[test]
    fn endings_are_joined_in_the_windows_language() {
        let error = FileError::Ending {
            path: "animals.xlsx".into(),
            endings: &["csv", "npz"],
        };
        for (language, expected) in [
            (Language::English, ".csv or .npz"),
            (Language::Japanese, ".csv または .npz"),
        ] {
            let said = Words::new(language).file_error(&error);
            assert!(said.contains(expected), "{said}");
        }
    }
}
