//! One error of each kind, in each language.

use crate::app::command::language::Language;
use crate::app::text::words::Words;
use crate::data::foreign;
use crate::data::packing_error::PackingError;
use crate::data::read::{TableError, Thousands};
use crate::data::{CellKind, MAX_MAGNITUDE, Place, ReadError};
use crate::files::{FileError, Fingerprint};

/// One error of each kind.
fn all() -> Vec<ReadError> {
    let no_such_array = ReadError::NoSuchArray {
        array: "X".to_owned(),
        known: "Y, Z".to_owned(),
    };
    [of_cells(), of_arrays(), of_tables(), vec![no_such_array]].concat()
}

/// One error of each kind about a table.
fn of_tables() -> Vec<ReadError> {
    let place = || Place::cell(3, 2).headed("legs");
    let text = || "maybe".to_owned();
    let errors = [
        TableError::NoHeader { row: text() },
        TableError::NoItemColumn {
            column: 1,
            heading: text(),
            names: None,
        },
        TableError::NoColumn {
            wanted: text(),
            like: Some(text()),
            known: text(),
            n_columns: 3,
        },
        TableError::AmbiguousColumn {
            wanted: text(),
            columns: text(),
        },
        TableError::NotAValue {
            place: place(),
            text: text(),
            column: text(),
            number: 2,
            may_be_na: false,
        },
        TableError::Date {
            place: place(),
            text: text(),
            column: text(),
            number: 2,
        },
        TableError::Sign {
            place: place(),
            text: text(),
        },
    ];
    let of_numbers = of_written_numbers(&place(), &text());
    let of_missing = of_missing_parts(&place(), &text());
    (errors.into_iter().chain(of_numbers))
        .chain(of_missing)
        .map(ReadError::from)
        .collect()
}

/// One error of each kind about cells and rows that are not there.
fn of_missing_parts(place: &Place, text: &str) -> [TableError; 5] {
    [
        TableError::Missing {
            place: place.clone(),
            text: text.to_owned(),
            item: Some(text.to_owned()),
            n: 2,
        },
        TableError::Missing {
            place: place.clone(),
            text: String::new(),
            item: None,
            n: 1,
        },
        TableError::NoClass {
            place: place.clone(),
        },
        TableError::TitleRow {
            title: text.to_owned(),
        },
        TableError::NoSuchRows {
            range: "3:9".to_owned(),
            n_rows: 4,
        },
    ]
}

/// One error of each kind about how a number is written.
fn of_written_numbers(place: &Place, text: &str) -> [TableError; 3] {
    let (place, text) = (|| place.clone(), || text.to_owned());
    [
        TableError::Grouped {
            place: place(),
            text: text(),
            ways: vec![Thousands::Dot],
        },
        TableError::Thousands {
            place: place(),
            text: text(),
            mark: Thousands::Comma,
        },
        TableError::MixedDecimals {
            place: place(),
            text: text(),
            ways: Vec::new(),
        },
    ]
}

/// One error of each kind about rows and cells.
fn of_cells() -> Vec<ReadError> {
    let place = || Place::cell(3, 2).in_array("features").headed("legs");
    let text = "maybe".to_owned();
    let (found, expected) = (7, 8);
    vec![
        ReadError::Empty,
        ReadError::NotUtf8 {
            row: 1,
            likely: "CP932",
        },
        ReadError::NotText { row: 1 },
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
        ReadError::EmptyName { place: place() },
        ReadError::DuplicateName {
            place: place(),
            name: text,
        },
        ReadError::LongName {
            place: place(),
            max: 5,
        },
        ReadError::Constant,
        ReadError::NotFinite {
            place: place(),
            value: f64::NAN,
        },
        ReadError::TooLarge {
            place: place(),
            value: 1e9,
            max: MAX_MAGNITUDE,
        },
    ]
}

/// One error of each kind about sizes, arrays, and the archive that they are in.
fn of_arrays() -> Vec<ReadError> {
    let array = || "W1".to_owned();
    let (found, expected) = (7, 8);
    let shape = vec![2, 3];
    vec![
        ReadError::NotInEncoding {
            row: 1,
            encoding: "UTF-8",
        },
        ReadError::NotAnArchive { array: array() },
        ReadError::TooFewItems { found, min: 2 },
        ReadError::TooManyItems { found, max: 2 },
        ReadError::NoFeatures,
        ReadError::TooManyFeatures { found, max: 2 },
        ReadError::TooManyNumbers {
            array: array(),
            shape: shape.clone(),
        },
        ReadError::NotNpz,
        PackingError::TooManyFiles { found, max: 5 }.into(),
        PackingError::Tangled.into(),
        PackingError::Encrypted.into(),
        PackingError::Method {
            method: "zstd".to_owned(),
        }
        .into(),
        ReadError::TooManyLayers { found, max: 5 },
        ReadError::Damaged { array: array() },
        ReadError::MissingArray { array: array() },
        ReadError::NotAMatrix {
            array: array(),
            shape: shape.clone(),
        },
        ReadError::NamesDoNotFit {
            array: array(),
            shape,
            expected,
        },
        ReadError::WeightsDoNotFit {
            array: array(),
            found: (3, 7),
            expected: (None, 8),
        },
        ReadError::UnreadableDtype {
            array: array(),
            dtype: "|O".to_owned(),
            line: "np.save()".to_owned(),
        },
    ]
}

/// One error of each kind that is about the file as a whole.
fn of_files() -> Vec<ReadError> {
    vec![
        ReadError::NoMatrix {
            arrays: "x (3,)".to_owned(),
        },
        ReadError::SeveralMatrices {
            arrays: "X (3, 4), Y (3, 4)".to_owned(),
            names: Vec::new(),
        },
        ReadError::Foreign(foreign::kind(b"PAR1").expect("Parquet")),
        ReadError::Foreign(foreign::kind(b"%PDF-").expect("PDF")),
        PackingError::Damaged { packing: "gzip" }.into(),
        PackingError::UnpacksToMore {
            packing: "gzip",
            max_megabytes: 64,
        }
        .into(),
        PackingError::SeveralFiles {
            names: "a.csv, b.csv".to_owned(),
        }
        .into(),
    ]
}

#[test]
fn every_error_is_a_sentence_in_each_language() {
    for language in Language::ALL {
        let words = Words::new(language);
        for error in all().into_iter().chain(of_files()) {
            let said = words.read_error(&error);
            assert!(
                !said.starts_with("read-")
                    && !said.starts_with("table-")
                    && !said.contains("place-"),
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
            place: Place::cell(3, 2),
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

#[test]
fn a_file_that_another_program_has_changed_is_named() {
    let error = FileError::Changed {
        path: "/somewhere/mine.toml".into(),
        found: Fingerprint::of(b"another program's"),
    };
    for (language, part) in [
        (Language::English, "another program"),
        (Language::Japanese, "別のプログラム"),
    ] {
        let said = Words::new(language).file_error(&error);
        assert!(said.contains("mine.toml") && said.contains(part), "{said}");
    }
}
