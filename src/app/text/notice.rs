//! Notices of the session, as sentences.

use std::path::Path;

use super::message::Message;
use super::reading;
use super::words::Words;
use crate::app::command::notice::{Notice, Trouble};
use crate::numbers;

/// The text of a notice, if any.
pub(crate) fn sentence(notice: &Notice, words: &Words) -> Option<Message> {
    Some(match notice {
        Notice::PathChosen { .. }
        | Notice::Read { .. }
        | Notice::InDoubt { .. }
        | Notice::NeedsPath
        | Notice::StaysOpen
        | Notice::Close => return None,
        Notice::Opened { path } => {
            let values = [("name", name_of(path).into())];
            Message::news(words.with("message-experiment", &values))
        }
        Notice::DataOpened { .. } => return opened(notice, words),
        Notice::DataReadAnew {
            lr,
            lr_before,
            fitting,
        } => return read_anew(*lr, *lr_before, *fitting, words),
        Notice::Recovered => Message::news(words.get("message-recovered")),
        Notice::NoWorkLeft => Message::news(words.get("message-no-work-left")),
        Notice::Saved { path, .. } => {
            let values = [("path", path.display().to_string().into())];
            Message::news(words.with("message-saved", &values))
        }
        Notice::NoFont { letters } => Message::error(no_font(letters, words)),
        Notice::NotOpened { trouble: why, .. } | Notice::NotSaved { trouble: why, .. } => {
            Message::error(trouble(why, words))
        }
        Notice::NotRecovered { .. } | Notice::AutosaveFailed { .. } => of_autosave(notice, words)?,
        Notice::OthersLeft { names } => {
            let values = [("names", names.join(words.comma()).into())];
            Message::news(words.with("message-others-left", &values))
        }
        Notice::PinNotTrained { message } => Message::error(failed(message.clone(), words)),
        Notice::WillCloseWhenWritten => Message::news(words.get("message-closes-when-written")),
    })
}

/// The text of the notice that data were opened.
fn opened(notice: &Notice, words: &Words) -> Option<Message> {
    let Notice::DataOpened {
        path,
        report,
        lr,
        has_weights,
    } = notice
    else {
        return None;
    };
    let values = [
        ("name", name_of(path).into()),
        ("items", report.n_items.to_string().into()),
        ("features", report.n_features.into()),
        ("lr", numbers::exact(*lr).into()),
    ];
    let key = if *has_weights {
        "message-opened-weights"
    } else {
        "message-opened"
    };
    let mut parts = vec![words.with(key, &values)];
    parts.extend(reading::notable(report, words));
    let said = parts.join(&words.get("reading-separator"));
    Some(Message::news(said))
}

/// The text of a notice about the autosave file.
fn of_autosave(notice: &Notice, words: &Words) -> Option<Message> {
    let (key, why, path) = match notice {
        Notice::NotRecovered { trouble: why, kept } => ("message-not-recovered", why, kept),
        Notice::AutosaveFailed { path, trouble: why } => ("message-autosave-failed", why, path),
        _ => return None,
    };
    let reason = trouble(why, words);
    let path = path.display().to_string();
    let values = [("path", path.into()), ("reason", reason.into())];
    Some(Message::error(words.with(key, &values)))
}

/// Says that the learning rate was adapted to data that were read anew, or that it does not fit
/// them; `None` if it fits unchanged.
fn read_anew(lr: f64, lr_before: f64, fitting: f64, words: &Words) -> Option<Message> {
    let number = |lr: f64| numbers::exact(lr).into();
    let values = [("lr", number(lr)), ("fitting", number(fitting))];
    if lr != lr_before {
        Some(Message::news(words.with("message-read-anew", &values)))
    } else if lr != fitting {
        Some(Message::news(words.with("message-lr-kept", &values)))
    } else {
        None
    }
}

/// Why a file was not read or written.
pub(crate) fn trouble(trouble: &Trouble, words: &Words) -> String {
    match trouble {
        Trouble::File(error) => words.file_error(error),
        Trouble::Refused { name, error } => {
            let reason = words.error(*error).into();
            words.with(
                "file-error",
                &[("name", name.as_str().into()), ("reason", reason)],
            )
        }
        Trouble::NoDialog => words.get("file-no-dialog"),
        Trouble::Failed(message) => failed(message.clone(), words),
    }
}

/// Says that a figure has characters that no installed font has.
pub(crate) fn no_font(letters: &[char], words: &Words) -> String {
    let letters: Vec<String> = letters.iter().map(char::to_string).collect();
    let values = [("letters", letters.join(" ").into())];
    words.with("message-no-font", &values)
}

/// The text about a panic, or about a thread that the system refuses.
pub(crate) fn failed(message: String, words: &Words) -> String {
    words.with("file-failed", &[("message", message.into())])
}

/// The window's title: the experiment's file, marked if anything is not in it. Work that has no
/// file yet is called by its data's file, `own`, or has no name.
pub(crate) fn title(
    path: Option<&Path>,
    own: Option<&str>,
    is_unsaved: bool,
    words: &Words,
) -> String {
    let program = words.get("app-title");
    let name = path.map(name_of).or_else(|| own.map(str::to_owned));
    match (name, is_unsaved) {
        (Some(name), false) => format!("{name} – {program}"),
        (Some(name), true) => format!("{name} • – {program}"),
        (None, true) => format!("{} • – {program}", words.get("title-unnamed")),
        (None, false) => program,
    }
}

/// A file's name without its folder.
fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;
    use crate::data::read::{Choices, ReadReport, read};
    use crate::experiment::{ExperimentError, Field, Reason};

    fn report(table: &[u8]) -> Box<ReadReport> {
        let reading = read("pets.csv", table, &Choices::default());
        Box::new(reading.expect("a table").report)
    }

    /// One of each that says something.
    fn all() -> Vec<Notice> {
        let trouble = || Trouble::Refused {
            name: "pets.csv".to_owned(),
            error: ExperimentError {
                field: Field::Lr,
                reason: Reason::NotPositive,
            },
        };
        let asker = None;
        let path = || "a/pets.csv".into();
        vec![
            Notice::Opened { path: path() },
            Notice::DataOpened {
                path: path(),
                report: report(b"item,a\nx,1\ny,0\n"),
                lr: 0.5,
                has_weights: true,
            },
            Notice::Saved {
                asker,
                path: path(),
            },
            Notice::NotOpened {
                asker,
                trouble: trouble(),
            },
            Notice::NotSaved {
                asker,
                trouble: trouble(),
            },
            Notice::AutosaveFailed {
                path: path(),
                trouble: trouble(),
            },
            Notice::NotRecovered {
                trouble: trouble(),
                kept: path(),
            },
            Notice::OthersLeft {
                names: vec!["pets.csv".to_owned()],
            },
        ]
    }

    /// One of each that says something of no file, with a part of what it says in English.
    fn of_no_file() -> Vec<(Notice, &'static str)> {
        let read_anew = |lr, fitting| Notice::DataReadAnew {
            lr,
            lr_before: 2.0,
            fitting,
        };
        let message = "out of threads".to_owned();
        vec![
            (Notice::Recovered, "recovered"),
            (Notice::NoWorkLeft, "another window"),
            (Notice::WillCloseWhenWritten, "clos"),
            (
                Notice::NoFont {
                    letters: vec!['ก']
                },
                "ก",
            ),
            (Notice::PinNotTrained { message }, "out of threads"),
            (read_anew(0.5, 0.5), "0.5"),
            (read_anew(2.0, 0.25), "0.25"),
        ]
    }

    #[test]
    fn every_notice_about_a_file_names_it_in_both_languages() {
        for language in Language::ALL {
            let words = Words::new(language);
            for notice in all() {
                let message = sentence(&notice, &words).expect("it says something");
                assert!(message.text.contains("pets.csv"), "{}", message.text);
                assert!(!message.text.starts_with("message-"), "{}", message.text);
            }
            for (notice, part) in of_no_file() {
                let said = sentence(&notice, &words).expect("it says something").text;
                assert!(!said.starts_with("message-"), "{said}");
                let is_told = language != Language::English || said.contains(part);
                assert!(is_told, "{said}");
            }
        }
    }

    #[test]
    fn the_notice_of_opened_data_says_how_they_were_read() {
        let words = Words::new(Language::English);
        let said = |table: &[u8]| {
            let notice = Notice::DataOpened {
                path: "pets.csv".into(),
                report: report(table),
                lr: 0.5,
                has_weights: false,
            };
            sentence(&notice, &words).expect("it says something").text
        };
        let bits = said(b"item,a\nx,1\ny,0\n");
        assert!(bits.contains("only 0 and 1, read as no and yes"), "{bits}");
        let plain = said(b"item,a\nx,1.5\ny,0\n");
        assert!(plain.ends_with("which fits it"), "{plain}");
    }

    #[test]
    fn the_title_names_the_file_and_marks_unsaved_work() {
        let words = Words::new(Language::English);
        let path = Some(Path::new("a/mine.toml"));
        let title = |path, own, is_unsaved| title(path, own, is_unsaved, &words);
        let own = Some("pets.csv");
        assert_eq!(title(path, own, false), "mine.toml – modescope");
        assert_eq!(title(path, None, true), "mine.toml • – modescope");
        assert_eq!(title(None, own, true), "pets.csv • – modescope");
        assert_eq!(title(None, None, true), "not yet named • – modescope");
        assert_eq!(title(None, None, false), "modescope");
    }
}
