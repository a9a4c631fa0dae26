//! Sentences that say what is wrong with a file; the file's name or the line comes first.

use std::io;

use fluent_bundle::FluentValue;

use super::value::text;
use crate::app::text::words::Words;
use crate::experiment::file::{BesideError, ExperimentFileError, KeptFileError, Wrong};
use crate::files::{FileError, NotAFile, SystemReason};

impl Words {
    /// A sentence for what is wrong with a file, its name in front.
    pub(crate) fn file_error(&self, error: &FileError) -> String {
        let (path, reason) = match error {
            FileError::System { path, reason } => (path, self.system_error(reason)),
            FileError::NoFolder { path, folder } => {
                let folder = folder.display().to_string().into();
                (path, self.with("file-no-folder", &[("folder", folder)]))
            }
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
            FileError::Changed { path, .. } => (path, self.get("file-changed")),
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

    /// A sentence for why the system refuses a file; its own words where the reason is rare.
    pub(crate) fn system_error(&self, error: &io::Error) -> String {
        let key = match SystemReason::of(error) {
            Some(SystemReason::NotFound) => "file-not-found",
            Some(SystemReason::Denied) => "file-denied",
            Some(SystemReason::Folder) => "file-is-folder",
            Some(SystemReason::NotAFolder) => "file-not-a-folder",
            Some(SystemReason::DiskFull) => "file-disk-full",
            Some(SystemReason::ReadOnly) => "file-read-only",
            None => return error.to_string(),
        };
        self.get(key)
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
            ExperimentFileError::Syntax { line, wrong } => {
                let place = self.with("place-line", &[("line", text(line))]);
                format!("{place}: {}", self.wrong(wrong))
            }
        }
    }

    /// A sentence that says what is wrong with a field.
    fn wrong(&self, wrong: &Wrong) -> String {
        match wrong {
            Wrong::Value(error) => self.error(*error),
            Wrong::Data(error) => self.read_error(error),
            Wrong::Pair(error) => self.pair_error(error),
            // The parser's own words.
            Wrong::Form(said) => said.clone(),
            Wrong::Beside(error) => self.beside_error(error),
            Wrong::Kept(error) => self.kept_file_error(error),
            Wrong::ChoicesWithoutFile => self.get("experiment-choices-without-file"),
            Wrong::FeatureNamesOfFile => self.get("experiment-feature-names"),
            Wrong::NoGroup => self.get("experiment-no-group"),
            Wrong::GroupTwice => self.get("experiment-group-twice"),
            Wrong::GroupWithoutName => self.get("experiment-group-nameless"),
            Wrong::NotText => self.get("experiment-not-text"),
            Wrong::Version { found } => self.with("experiment-version", &[("found", text(found))]),
            Wrong::MissingKey { key } => self.with("experiment-missing", &[("key", text(key))]),
            Wrong::UnknownKey { found, like, known } => {
                let known = known.join(", ");
                let values = [("found", text(found)), ("known", text(known))];
                let unknown = self.with("experiment-unknown", &values);
                self.meant(unknown, like.as_deref())
            }
            Wrong::Rows(error) => self.row_range_error(*error),
            Wrong::Encoding(_) => self.get("experiment-encoding"),
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

impl Words {
    /// A sentence that says why a data file beside an experiment file cannot be read.
    fn beside_error(&self, error: &BesideError) -> String {
        match error {
            BesideError::NoFolder => self.get("beside-no-folder"),
            BesideError::Outside => self.get("beside-outside"),
            BesideError::Missing => self.get("file-not-found"),
            BesideError::NotAFile => self.get("beside-no-file"),
            BesideError::TooLarge { max_megabytes } => {
                self.with("beside-too-large", &[("limit", text(max_megabytes))])
            }
            // The system speaks its own language.
            BesideError::System(said) => said.clone(),
        }
    }

    /// A sentence that says why a data file inside an experiment file cannot be used.
    fn kept_file_error(&self, error: &KeptFileError) -> String {
        match error {
            KeptFileError::Unknown { name, like } => {
                let unknown = self.with("kept-unknown", &[("name", text(name))]);
                self.meant(unknown, like.as_deref())
            }
            KeptFileError::SameName => self.get("kept-same-name"),
            KeptFileError::Content => self.get("kept-content"),
            KeptFileError::NotBase64 => self.get("kept-not-base64"),
            KeptFileError::Damaged => self.get("kept-damaged"),
            KeptFileError::TooLarge { max_megabytes } => {
                self.with("kept-too-large", &[("limit", text(max_megabytes))])
            }
        }
    }

    /// A sentence with what may have been meant behind it.
    fn meant(&self, said: String, like: Option<&str>) -> String {
        match like {
            Some(like) => {
                let values = [("said", said.into()), ("like", text(like))];
                self.with("experiment-meant", &values)
            }
            None => said,
        }
    }
}

fn megabytes(bytes: u64) -> FluentValue<'static> {
    text(bytes >> 20)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;
    use crate::data::read::{RowRangeError, UnknownEncoding};

    /// Each error of a field that has a sentence of ours.
    fn all() -> Vec<Wrong> {
        let name = || "pets.csv".to_owned();
        let like = Some(name());
        let mut all = vec![
            Wrong::ChoicesWithoutFile,
            Wrong::FeatureNamesOfFile,
            Wrong::NoGroup,
            Wrong::GroupTwice,
            Wrong::GroupWithoutName,
            Wrong::NotText,
            Wrong::Source,
            Wrong::Version { found: 0 },
            Wrong::MissingKey { key: name() },
            Wrong::UnknownKey {
                found: name(),
                like: like.clone(),
                known: vec![name()],
            },
            Wrong::Exclude {
                one: "path",
                other: "file",
            },
            RowRangeError::Form.into(),
            RowRangeError::Reversed { from: 9, to: 2 }.into(),
            UnknownEncoding.into(),
        ];
        let beside = [
            BesideError::NoFolder,
            BesideError::Outside,
            BesideError::Missing,
            BesideError::NotAFile,
            BesideError::TooLarge { max_megabytes: 32 },
        ];
        let kept = [
            KeptFileError::Unknown { name: name(), like },
            KeptFileError::SameName,
            KeptFileError::Content,
            KeptFileError::NotBase64,
            KeptFileError::Damaged,
            KeptFileError::TooLarge { max_megabytes: 32 },
        ];
        all.extend(beside.map(Wrong::from));
        all.extend(kept.map(Wrong::from));
        all
    }

    #[test]
    fn every_sentence_of_ours_about_a_field_is_in_the_windows_language() {
        let [english, japanese] = [Language::English, Language::Japanese].map(Words::new);
        for wrong in all() {
            let said = english.wrong(&wrong);
            assert!(
                said.contains(' ') && !said.starts_with("experiment-"),
                "{said}"
            );
            let said = japanese.wrong(&wrong);
            let is_kana = |c: char| ('\u{3040}'..='\u{30ff}').contains(&c);
            assert!(said.chars().any(is_kana), "{said}");
        }
    }
}
