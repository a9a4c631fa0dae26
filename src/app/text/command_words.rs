//! Names of commands, in the language of the window.

use super::words::Words;
use crate::app::command::commands::Command;

impl Words {
    /// A command's full name, as the palette and the help window have it.
    pub fn command(&self, command: Command) -> String {
        let name = command.name();
        let text = self.get(name.key);
        match name.frame {
            Some(frame) => self.with(frame, &[("name", text.into())]),
            None => text,
        }
    }

    /// A command's name as an entry of its menu or submenu, with an ellipsis if a dialog follows.
    pub(crate) fn menu_entry(&self, command: Command) -> String {
        let text = if command.submenu().is_some() {
            self.get(command.name().key)
        } else {
            self.command(command)
        };
        if command.opens_dialog() {
            format!("{text} …")
        } else {
            text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::applies::Why;
    use crate::app::command::language::Language;
    use crate::app::command::question::Question;
    use crate::app::command::section::Section;

    #[test]
    fn every_command_has_words_in_both_languages() {
        for language in Language::ALL {
            let words = Words::new(language);
            let has = |key: &str| assert_ne!(words.get(key), key, "{language:?}");
            for command in Command::all() {
                let name = command.name();
                has(name.key);
                if let Some(frame) = name.frame {
                    let framed = words.command(command);
                    assert!(framed.contains(&words.get(name.key)), "{framed}");
                    assert_ne!(framed, frame);
                }
                command.submenu().into_iter().for_each(has);
            }
            for section in Section::ALL {
                has(section.key());
            }
        }
    }

    #[test]
    fn every_question_and_its_answers_have_words_in_both_languages() {
        for language in Language::ALL {
            let words = Words::new(language);
            let has = |key: &str| assert_ne!(words.get(key), key, "{language:?}");
            for question in [
                Question::Quit,
                Question::ReplaceBy,
                Question::SaveOver,
                Question::Recover,
                Question::LeftWork,
            ] {
                has(&format!("{}-title", question.key()));
                has(&format!("{}-text", question.key()));
                question.answers().iter().for_each(|(key, _)| has(key));
            }
        }
    }

    #[test]
    fn every_reason_why_a_command_does_not_apply_has_words() {
        for language in Language::ALL {
            let words = Words::new(language);
            for why in [
                Why::NothingToUndo,
                Why::NothingToRedo,
                Why::NoRun,
                Why::PinnedAlready,
                Why::NoHiddenLayer,
                Why::NothingWatched,
                Why::TooLargeToCompare,
                Why::OwnData,
                Why::TreeData,
                Why::NoWorkLeft,
            ] {
                assert_ne!(words.get(why.key()), why.key(), "{language:?}");
            }
        }
    }

    #[test]
    fn no_two_commands_have_the_same_name() {
        for language in Language::ALL {
            let words = Words::new(language);
            let mut names: Vec<String> = Command::all().map(|c| words.command(c)).collect();
            let n_commands = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), n_commands, "{language:?}");
        }
    }
}
