//! Sentences that say what is wrong with a file; the file's name or the line comes first.

use fluent_bundle::FluentValue;

use super::value::text;
use crate::app::text::words::Words;
use crate::experiment::file::{ExperimentFileError, Wrong};
use crate::files::{FileError, NotAFile};

impl Words {
    /// A sentence for what is wrong with a file, its name in front.
    pub(crate) fn file_error(&self, error: &FileError) -> String {
        let (path, reason) = match error {
            FileError::System { path, reason } => (path, reason.to_string()),
            FileError::NotAFile { path, kind } => {
                let key = match kind {
                    NotAFile::Folder => "file-is-folder",
                    NotAFile::Device => "file-is-device",
                    NotAFile::Socket => "file-is-socket",
                };
                (path, self.get(key))
            }
            FileError::TooLarge { path, bytes, most } => {
                let size = [("found", megabytes(*bytes)), ("most", megabytes(*most))];
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

    /// A sentence for what is wrong with an experiment file, with its line and field.
    fn experiment_file_error(&self, error: &ExperimentFileError) -> String {
        match error {
            ExperimentFileError::NoVersion => self.get("experiment-no-version"),
            ExperimentFileError::Newer { found, known } => {
                let values = [("found", text(found)), ("known", text(known))];
                self.with("experiment-newer", &values)
            }
            ExperimentFileError::Field { line, field, wrong } => {
                let reason = self.wrong(wrong);
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

    /// A sentence that says what is wrong with a field.
    fn wrong(&self, wrong: &Wrong) -> String {
        match wrong {
            Wrong::Value(error) => self.error(*error),
            Wrong::Data(error) => self.read_error(error),
            Wrong::Pair(error) => self.pair_error(error),
            // The parser's own words, or the system's.
            Wrong::Form(said) | Wrong::Beside(said) => said.clone(),
            Wrong::Rows(error) => self.row_range_error(*error),
            Wrong::Exclude { one, other } => {
                let values = [("one", text(one)), ("other", text(other))];
                self.with("experiment-exclude", &values)
            }
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
        }
    }
}

fn megabytes(bytes: u64) -> FluentValue<'static> {
    text(bytes >> 20)
}
