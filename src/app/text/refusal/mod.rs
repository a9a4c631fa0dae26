//! What is wrong with a user's file, in the language of the window.

use fluent_bundle::FluentValue;

use super::words::Words;
use crate::data::foreign::Foreign;
use crate::data::packing_error::PackingError;
use crate::data::read::TableError;
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
                let endings = dotted.reduce(or).unwrap_or_default().into();
                (path, self.with("file-ending", &[("endings", endings)]))
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
        let place = place_of(error).map(|place| ("place", text(self.place(place))));
        let array = array_of(error).map(|array| ("array", text(array)));
        let others = match error {
            ReadError::MixedKinds { others, .. } => {
                Some(("others", text(self.get(kind_key(*others)))))
            }
            _ => None,
        };
        let mut values = rest_of(error);
        values.extend([place, array, others].into_iter().flatten());
        self.with(read_key(error), &values)
    }

    fn place(&self, place: &Place) -> String {
        let row = ("row", text(place.row));
        let cell = match place.column {
            Some(column) => self.with("place-cell", &[row, ("column", text(column))]),
            None => self.with("place-row", &[row]),
        };
        let cell = match &place.heading {
            Some(heading) => self.with(
                "place-headed",
                &[("cell", text(cell)), ("heading", text(heading))],
            ),
            None => cell,
        };
        match &place.array {
            Some(array) => format!("{array} {cell}"),
            None => cell,
        }
    }
}

/// The key of the sentence for what is wrong with data.
fn read_key(error: &ReadError) -> &'static str {
    match error {
        ReadError::Empty => "read-empty",
        ReadError::NotUtf8 { .. } => "read-not-utf8",
        ReadError::NotText { .. } => "read-not-text",
        ReadError::Ragged { .. } => "read-ragged",
        ReadError::NotANumber { text, .. } if text.is_empty() => "read-empty-cell",
        ReadError::NotANumber { .. } => "read-not-a-number",
        ReadError::MixedKinds { .. } => "read-mixed",
        ReadError::Table(error) => table_key(error),
        ReadError::TooFewItems { .. } => "read-too-few-items",
        ReadError::TooManyItems { .. } => "read-too-many-items",
        ReadError::NoFeatures => "read-no-features",
        ReadError::TooManyFeatures { .. } => "read-too-many-features",
        ReadError::TooManyNumbers { .. } => "read-too-many-numbers",
        ReadError::EmptyName { .. } => "read-empty-name",
        ReadError::DuplicateName { .. } => "read-duplicate-name",
        ReadError::LongName { .. } => "read-long-name",
        ReadError::Constant { .. } => "read-constant",
        ReadError::NotFinite { .. } => "read-not-finite",
        ReadError::TooLarge { .. } => "read-too-large",
        ReadError::NotNpz => "read-not-npz",
        ReadError::Foreign(Foreign { line: "", .. }) => "read-foreign",
        ReadError::Foreign(_) => "read-foreign-converted",
        ReadError::Packing(PackingError::Damaged { .. }) => "read-damaged-packing",
        ReadError::Packing(PackingError::UnpacksToMore { .. }) => "read-unpacks-to-more",
        ReadError::Packing(PackingError::SeveralFiles { .. }) => "read-several-files",
        ReadError::Packing(PackingError::TooManyFiles { .. }) => "read-too-many-arrays",
        ReadError::Packing(PackingError::Tangled) => "read-tangled-archive",
        ReadError::TooManyLayers { .. } => "read-too-many-layers",
        ReadError::Damaged { .. } => "read-damaged",
        ReadError::NoMatrix { .. } => "read-no-matrix",
        ReadError::SeveralMatrices { .. } => "read-several-matrices",
        ReadError::MissingArray { .. } => "read-missing-array",
        ReadError::NotAMatrix { .. } => "read-not-a-matrix",
        ReadError::NamesDoNotFit { .. } => "read-names-do-not-fit",
        ReadError::WeightsDoNotFit { .. } => "read-weights-do-not-fit",
        ReadError::UnreadableDtype { .. } => "read-unreadable",
    }
}

/// The key of the sentence for what is in doubt about a table.
fn table_key(error: &TableError) -> &'static str {
    match error {
        TableError::NoHeader { .. } => "table-no-header",
        TableError::NoItemColumn { .. } => "table-no-item-column",
        TableError::NoColumn { .. } => "table-no-column",
        TableError::AmbiguousColumn { .. } => "table-ambiguous-column",
        TableError::Missing { .. } => "table-missing",
        TableError::NotAValue { .. } => "table-not-a-value",
        TableError::Grouped { .. } => "table-grouped",
        TableError::DecimalComma { .. } => "table-decimal-comma",
        TableError::MixedDecimals { .. } => "table-mixed-decimals",
    }
}

/// The values of that sentence but for the place.
fn rest_of_table(error: &TableError) -> Vec<(&'static str, FluentValue<'static>)> {
    match error {
        TableError::NoHeader { row } => vec![("row", text(row))],
        TableError::NoItemColumn { column, .. } => vec![("column", text(column))],
        TableError::NoColumn { wanted, known, .. } => {
            vec![("wanted", text(wanted)), ("known", text(known))]
        }
        TableError::AmbiguousColumn { wanted, columns } => {
            vec![("wanted", text(wanted)), ("columns", text(columns))]
        }
        TableError::NotAValue {
            text: t, column, ..
        } => {
            vec![("text", text(t)), ("column", text(column))]
        }
        TableError::Missing { text: t, .. }
        | TableError::Grouped { text: t, .. }
        | TableError::DecimalComma { text: t, .. }
        | TableError::MixedDecimals { text: t, .. } => vec![("text", text(t))],
    }
}

/// The place that an error names, if it names one.
fn place_of(error: &ReadError) -> Option<&Place> {
    match error {
        ReadError::NotANumber { place, .. }
        | ReadError::MixedKinds { place, .. }
        | ReadError::EmptyName { place }
        | ReadError::DuplicateName { place, .. }
        | ReadError::LongName { place, .. }
        | ReadError::NotFinite { place, .. }
        | ReadError::TooLarge { place, .. } => Some(place),
        ReadError::Table(error) => error.place(),
        _ => None,
    }
}

/// The array that an error names, if it names one.
fn array_of(error: &ReadError) -> Option<&String> {
    match error {
        ReadError::TooManyNumbers { array, .. }
        | ReadError::Damaged { array }
        | ReadError::MissingArray { array }
        | ReadError::NotAMatrix { array, .. }
        | ReadError::NamesDoNotFit { array, .. }
        | ReadError::WeightsDoNotFit { array, .. }
        | ReadError::UnreadableDtype { array, .. } => Some(array),
        _ => None,
    }
}

/// The values of the sentence but for the place and the array.
fn rest_of(error: &ReadError) -> Vec<(&'static str, FluentValue<'static>)> {
    let found = |found: &usize| ("found", text(found));
    match error {
        ReadError::NotUtf8 { line, likely } => {
            vec![("line", text(line)), ("likely", text(likely))]
        }
        ReadError::NotText { line } => vec![("line", text(line))],
        ReadError::Ragged {
            row,
            found: n,
            expected,
        } => vec![("row", text(row)), found(n), ("expected", text(expected))],
        ReadError::NotANumber { text: t, .. } | ReadError::MixedKinds { text: t, .. } => {
            vec![("text", text(t))]
        }
        ReadError::TooFewItems {
            found: n,
            min: limit,
        }
        | ReadError::TooManyItems {
            found: n,
            max: limit,
        }
        | ReadError::TooManyFeatures {
            found: n,
            max: limit,
        }
        | ReadError::Packing(PackingError::TooManyFiles {
            found: n,
            max: limit,
        })
        | ReadError::TooManyLayers {
            found: n,
            max: limit,
        } => {
            vec![found(n), ("limit", text(limit))]
        }
        ReadError::Table(error) => rest_of_table(error),
        ReadError::DuplicateName { name, .. } => vec![("name", text(name))],
        ReadError::LongName { max, .. } => vec![("limit", text(max))],
        ReadError::Constant { value } | ReadError::NotFinite { value, .. } => {
            vec![("value", text(value))]
        }
        ReadError::TooLarge { value, .. } => {
            vec![("value", text(value)), ("limit", text(MAX_MAGNITUDE))]
        }
        ReadError::TooManyNumbers { shape: s, .. } | ReadError::NotAMatrix { shape: s, .. } => {
            vec![("shape", shape(s))]
        }
        ReadError::NamesDoNotFit {
            shape: s, expected, ..
        } => vec![("shape", shape(s)), ("expected", text(expected))],
        ReadError::WeightsDoNotFit {
            found, expected, ..
        } => vec![
            ("found", text(format!("{} × {}", found.0, found.1))),
            ("expected", text(weights_shape(*expected))),
        ],
        ReadError::NoMatrix { arrays } | ReadError::SeveralMatrices { arrays } => {
            vec![("arrays", text(arrays))]
        }
        ReadError::Foreign(foreign) => vec![
            ("kind", text(foreign.kind)),
            ("language", text(foreign.language)),
            ("line", text(foreign.line)),
        ],
        ReadError::Packing(PackingError::Damaged { packing }) => vec![("packing", text(packing))],
        ReadError::Packing(PackingError::UnpacksToMore {
            packing,
            max_megabytes,
        }) => vec![("packing", text(packing)), ("limit", text(max_megabytes))],
        ReadError::Packing(PackingError::SeveralFiles { names }) => vec![("names", text(names))],
        ReadError::UnreadableDtype { dtype, .. } => vec![("dtype", text(dtype))],
        ReadError::Empty
        | ReadError::NoFeatures
        | ReadError::EmptyName { .. }
        | ReadError::NotNpz
        | ReadError::Packing(PackingError::Tangled)
        | ReadError::Damaged { .. }
        | ReadError::MissingArray { .. } => vec![],
    }
}

/// The shape that weights must have; the number of rows of some is free.
fn weights_shape((rows, columns): (Option<usize>, usize)) -> String {
    let rows = rows.map_or_else(|| "≥ 1".to_owned(), |rows| rows.to_string());
    format!("{rows} × {columns}")
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
    reason = "numbers and finished sentences are passed by value"
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
mod tests;
