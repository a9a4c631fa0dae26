//! Errors of a user's file: the fault and its place.
//!
//! The variants are data, so that whoever shows them can say them in another language; `Display`
//! is the English sentence, to be put behind the file's name. No file is opened or named here.

use std::fmt;

use thiserror::Error;

use super::array_shape::ArrayShape;
use super::foreign::Foreign;
use super::packing_error::PackingError;
use super::place::Place;
use super::read::table_error::TableError;

/// Why a file is not data that can be trained on.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ReadError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// The bytes are not UTF-8 text.
    #[error(
        "row {row} is not UTF-8 but perhaps {likely}; --encoding {likely} reads it so, or convert \
         it: iconv -f {likely} -t UTF-8 FILE > NEW-FILE"
    )]
    NotUtf8 {
        /// The first row that is not, from 1.
        row: usize,
        /// The encoding that it may be, by the name that `iconv` knows.
        likely: &'static str,
    },
    /// The text is in another encoding than the one that was chosen.
    #[error(
        "row {row} cannot be read as {encoding}; without --encoding the likely one is named, if it is \
         not UTF-8"
    )]
    NotInEncoding {
        /// The first row that cannot, from 1.
        row: usize,
        /// The name of the encoding that was chosen.
        encoding: &'static str,
    },
    /// The text is damaged, or no text at all.
    #[error("row {row} holds what no text holds: the file is damaged, or no table of text")]
    NotText {
        /// The row, from 1.
        row: usize,
    },
    /// An array is chosen of a file that holds no arrays by name.
    #[error("there is no array `{array}`: the file is no .npz archive, which alone has several")]
    NotAnArchive {
        /// The array, shortened.
        array: String,
    },
    /// A row is shorter or longer than the first.
    #[error(
        "row {row} has {found} cells where the first row has {expected}; is a separator missing, or \
         does one stand in a cell without quotes?"
    )]
    Ragged {
        /// The row, from 1, the feature names being row 1.
        row: usize,
        /// How many cells it has.
        found: usize,
        /// How many the first row has.
        expected: usize,
    },
    /// A cell is neither a number nor yes or no.
    #[error("{place} {}", unlike_a_value(text))]
    NotANumber {
        /// The cell.
        place: Place,
        /// The cell's text, shortened.
        text: String,
    },
    /// A table of numbers holds yes or no, or the other way round.
    #[error("{place} holds \"{text}\" in a table of {others}; use the same throughout")]
    MixedKinds {
        /// The first cell that differs.
        place: Place,
        /// The cell's text, shortened.
        text: String,
        /// The kind of the cells before it.
        others: CellKind,
    },
    /// Something about the table is in doubt.
    #[error(transparent)]
    Table(Box<TableError>),
    /// There are not enough items for one to differ from another.
    #[error("the number of items is {found} and must be at least {min}")]
    TooFewItems {
        /// How many there are.
        found: usize,
        /// How many are needed.
        min: usize,
    },
    /// There are more items than the program is made for.
    #[error("the number of items is {found} and must be at most {max}")]
    TooManyItems {
        /// How many there are.
        found: usize,
        /// How many are allowed.
        max: usize,
    },
    /// There is no feature.
    #[error("there are no features: the table needs at least one column of values")]
    NoFeatures,
    /// There are more features than the program is made for.
    #[error("the number of features is {found} and must be at most {max}")]
    TooManyFeatures {
        /// How many there are.
        found: usize,
        /// How many are allowed.
        max: usize,
    },
    /// An array declares more numbers than are ever read.
    #[error(
        "`{array}` has the shape {}, which is more than can be read",
        ArrayShape(shape)
    )]
    TooManyNumbers {
        /// The array.
        array: String,
        /// The array's shape, as declared.
        shape: Vec<u64>,
    },
    /// An item has no name.
    #[error("{place} has no item name")]
    EmptyName {
        /// Where the name should be.
        place: Place,
    },
    /// Two items have the same name.
    #[error("{place} holds \"{name}\", which an item before it is called already")]
    DuplicateName {
        /// The second of the two.
        place: Place,
        /// The name, shortened.
        name: String,
    },
    /// A name is too long to be shown.
    #[error("{place} holds a name that is longer than {max} characters")]
    LongName {
        /// The name.
        place: Place,
        /// How many characters are allowed.
        max: usize,
    },
    /// All values are the same, so there is nothing to learn.
    #[error("as they are read, all values are the same; the items must differ in something")]
    Constant,
    /// A number is infinite or not a number.
    #[error("{place} holds {value}, which is not a finite number")]
    NotFinite {
        /// The cell.
        place: Place,
        /// The cell's value.
        value: f64,
    },
    /// A number is too large to be trained on.
    #[error("{place} holds {value}; values must be from -{max} to {max}")]
    TooLarge {
        /// The cell.
        place: Place,
        /// The cell's value.
        value: f64,
        /// The largest that is allowed, of either sign.
        max: f64,
    },
    /// The bytes are no archive of arrays, or not all of one.
    #[error("this is not an .npz file of up to 2 GB, or it is cut short")]
    NotNpz,
    /// A kind of file that is not read here.
    #[error("this is a file of the kind {}, which is not read here; {}", .0.kind, conversion(*.0))]
    Foreign(Foreign),
    /// An archive holds no matrix of numbers.
    #[error(
        "there is no array of numbers with two dimensions, items by features; the file holds: \
         {arrays}"
    )]
    NoMatrix {
        /// The arrays with their shapes.
        arrays: String,
    },
    /// An archive holds more than one matrix, none of which is called `features`.
    #[error("several arrays may be the table: {arrays}; choose one by its name with --array NAME")]
    SeveralMatrices {
        /// The arrays with their shapes.
        arrays: String,
        /// The arrays' names.
        names: Vec<String>,
    },
    /// The file cannot be taken out of its packing.
    #[error(transparent)]
    Packing(#[from] PackingError),
    /// There are more layers of given weights than a network has.
    #[error("there are {found} layers of weights, and there may be at most {max}")]
    TooManyLayers {
        /// How many there are.
        found: usize,
        /// How many are allowed.
        max: usize,
    },
    /// An array cannot be read to its end.
    #[error("`{array}` is damaged or cut short")]
    Damaged {
        /// The array.
        array: String,
    },
    /// The archive has no array of the name that was asked for.
    #[error("there is no array `{array}`; the file holds: {known}")]
    NoSuchArray {
        /// The name, shortened.
        array: String,
        /// The names of the arrays that there are.
        known: String,
    },
    /// An array that must be there is not.
    #[error("there is no array `{array}`")]
    MissingArray {
        /// The array.
        array: String,
    },
    /// An array that must be a matrix is not.
    #[error(
        "`{array}` has the shape {} and must have two dimensions",
        ArrayShape(shape)
    )]
    NotAMatrix {
        /// The array.
        array: String,
        /// The array's shape.
        shape: Vec<u64>,
    },
    /// A list of names is not one name for each item or feature.
    #[error(
        "`{array}` has the shape {} and must have the shape ({expected},)",
        ArrayShape(shape)
    )]
    NamesDoNotFit {
        /// The array.
        array: String,
        /// The array's shape.
        shape: Vec<u64>,
        /// How many names are needed.
        expected: usize,
    },
    /// A weight matrix fits neither the data nor the layer before it.
    #[error(
        "`{array}` is {} x {} and must be {} x {}",
        found.0, found.1, rows_wanted(*expected), expected.1
    )]
    WeightsDoNotFit {
        /// The layer's array, such as `W2`.
        array: String,
        /// The array's rows and columns.
        found: (usize, usize),
        /// The rows (none: any number from 1) and the columns it must have.
        expected: (Option<usize>, usize),
    },
    /// An array holds something that cannot be read.
    #[error(
        "`{array}` is of the type {dtype}, which is not read here; convert it in Python: {line}"
    )]
    UnreadableDtype {
        /// The array.
        array: String,
        /// The array's type, as numpy writes it.
        dtype: String,
        /// The line that converts it.
        line: String,
    },
}

/// A kind of cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// yes or no, in any of their words.
    YesNo,
    /// A number.
    Number,
}

impl From<TableError> for ReadError {
    fn from(error: TableError) -> Self {
        Self::Table(Box::new(error))
    }
}

impl ReadError {
    /// The cell that is wrong, where it is one.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::NotANumber { place, .. }
            | Self::MixedKinds { place, .. }
            | Self::EmptyName { place }
            | Self::DuplicateName { place, .. }
            | Self::LongName { place, .. }
            | Self::NotFinite { place, .. }
            | Self::TooLarge { place, .. } => Some(place),
            Self::Table(error) => error.place(),
            _ => None,
        }
    }
}

impl fmt::Display for CellKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::YesNo => "yes and no",
            Self::Number => "numbers",
        })
    }
}

fn unlike_a_value(text: &str) -> String {
    if text.is_empty() {
        return "is empty and must be a number, yes or no".to_owned();
    }
    format!("holds \"{text}\", which is neither a number nor yes or no")
}

fn rows_wanted((rows, _): (Option<usize>, usize)) -> String {
    rows.map_or_else(|| "(1 or more)".to_owned(), |rows| rows.to_string())
}

fn conversion(foreign: Foreign) -> String {
    if foreign.line.is_empty() {
        return "save its table as .csv with the program that wrote it".to_owned();
    }
    format!("convert it in {}: {}", foreign.language, foreign.line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_a_sentence_that_says_where() {
        let place = Place::cell(3, 2);
        let text = "maybe".to_owned();
        assert_eq!(
            ReadError::NotANumber { place, text }.to_string(),
            "row 3, column 2 holds \"maybe\", which is neither a number nor yes or no"
        );
        let place = Place::row(4).in_array("items");
        assert_eq!(
            ReadError::EmptyName { place }.to_string(),
            "`items` row 4 has no item name"
        );
        let error = ReadError::WeightsDoNotFit {
            array: "W1".to_owned(),
            found: (30, 7),
            expected: (None, 8),
        };
        assert_eq!(
            error.to_string(),
            "`W1` is 30 x 7 and must be (1 or more) x 8"
        );
        let error = ReadError::NotAMatrix {
            array: "features".to_owned(),
            shape: vec![8],
        };
        assert_eq!(
            error.to_string(),
            "`features` has the shape (8,) and must have two dimensions"
        );
    }
}
