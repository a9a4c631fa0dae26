//! From a file's text to its content, or to an error with its line and field.

use serde::Deserialize;

use super::content::{ExperimentFile, VERSION};
use super::document::ExperimentTables;
use super::error::{ExperimentFileError, Refusal, Wrong};
use super::kept_files::OpenBeside;
use super::place::{field_at, line_of};
use super::version_1;
use crate::experiment::pair_lookup::nearest;

/// Only the version, which is read first: a later version may have any other field.
#[derive(Debug, Deserialize)]
struct Versioned {
    version: Option<i64>,
}

/// Reads a file's text; `open` reads a data file beside it.
pub(crate) fn read(
    text: &str,
    open: OpenBeside<'_>,
) -> Result<ExperimentFile, ExperimentFileError> {
    let wrong_form = |error: toml::de::Error| of_form(text, &error);
    let version = toml::from_str::<Versioned>(text).map_err(wrong_form)?;
    match version.version {
        None => return Err(ExperimentFileError::NoVersion),
        Some(found) if found < 1 => {
            let wrong = Wrong::Version { found };
            return Err(refused(text, ("version".to_owned(), wrong)));
        }
        Some(found) if found > i64::from(VERSION) => {
            let known = VERSION;
            return Err(ExperimentFileError::Newer { found, known });
        }
        Some(_) => {}
    }
    let file = if version.version == Some(1) {
        let document: version_1::ExperimentTables = toml::from_str(text).map_err(wrong_form)?;
        document.file(open).map_err(version_1::named)
    } else {
        let document: ExperimentTables = toml::from_str(text).map_err(wrong_form)?;
        document.file(open)
    };
    file.map_err(|refusal| refused(text, refusal))
}

/// The error for a refused value, with its line.
fn refused(text: &str, (path, wrong): Refusal) -> ExperimentFileError {
    // The line says which entry of a list it is.
    let keys = path.split('.').filter(|key| key.parse::<usize>().is_err());
    ExperimentFileError::Field {
        line: line_of(text, &path),
        field: keys.collect::<Vec<_>>().join("."),
        wrong,
    }
}

/// The error for a text that the parser refuses, with the field if it can be told.
fn of_form(text: &str, error: &toml::de::Error) -> ExperimentFileError {
    let wrong = for_people(error.message());
    let (line, field) = match error.span() {
        Some(span) => field_at(text, &span),
        None => (1, None),
    };
    // A key missing at the top is in no table, so the field that happens to be first is not meant.
    let is_table = |line: &&str| line.trim_start().starts_with('[');
    let is_in_table = text.lines().nth(line - 1).as_ref().is_some_and(is_table);
    let is_missing = matches!(wrong, Wrong::MissingKey { .. });
    match field.filter(|_| is_in_table || !is_missing) {
        Some(field) => ExperimentFileError::Field { line, field, wrong },
        None => ExperimentFileError::Syntax { line, wrong },
    }
}

/// The fault that the parser found, in the file's own words rather than the program's.
fn for_people(message: &str) -> Wrong {
    let message = message.trim().replace('\n', "; ");
    let mut keys = message.split('`').skip(1).step_by(2).map(str::to_owned);
    if message.starts_with("unknown field ") {
        let found = keys.next().unwrap_or_default();
        let known: Vec<String> = keys.collect();
        let like = nearest(&found, known.iter().map(String::as_str));
        let like = like.map(str::to_owned);
        return Wrong::UnknownKey { found, like, known };
    }
    if message.starts_with("missing field ") {
        let key = keys.next().unwrap_or_default();
        return Wrong::MissingKey { key };
    }
    let Some((before, expected)) = message.split_once("expected ") else {
        return Wrong::Form(message);
    };
    let expected = match expected {
        "i64" => "a whole number",
        "usize" => "a whole number from 0 on",
        "u32" => "a whole number from 0 to 4294967295",
        "f64" => "a number",
        "a string" => "text in quotes",
        "a sequence" => "a list in brackets",
        of_struct if of_struct.starts_with("struct ") => "a table",
        other => other,
    };
    Wrong::Form(format!("{before}expected {expected}"))
}
