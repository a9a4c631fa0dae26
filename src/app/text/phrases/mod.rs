//! The phrases of pictures, in the window's language: [`crate::picture`] says which phrase stands
//! where, the catalogue says it.

mod atlas;
mod chart;
mod item;

use super::words::Words;
use crate::picture::{self, Phrase};

impl picture::Words for Words {
    fn say(&self, phrase: &Phrase) -> String {
        match phrase {
            Phrase::Epoch => self.get("phrase-epoch"),
            Phrase::Loss => self.get("phrase-loss"),
            Phrase::LossAxis => self.get("phrase-loss-axis"),
            Phrase::Chart(phrase) => chart::words_of(phrase, self),
            Phrase::Item(phrase) => item::words_of(phrase, self),
            Phrase::Atlas(phrase) => atlas::words_of(phrase, self),
        }
    }

    fn comma(&self) -> &'static str {
        Self::comma(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;
    use crate::picture::English;

    /// Every phrase of the window says the same as a picture that is exported in English, and has
    /// words of its own in Japanese.
    pub(super) fn assert_said(phrases: &[Phrase]) {
        let [english, japanese] = [Language::English, Language::Japanese].map(Words::new);
        for phrase in phrases {
            let plain = picture::Words::say(&English, phrase);
            let said = picture::Words::say(&english, phrase);
            assert_eq!(said, plain, "{phrase:?}");
            let said = picture::Words::say(&japanese, phrase);
            assert!(
                !said.is_empty() && !said.contains("phrase-"),
                "{phrase:?}: {said}"
            );
            assert!(said.chars().any(|c| c > '\u{3000}'), "{phrase:?}: {said}");
        }
    }

    #[test]
    fn the_axes_of_every_chart_have_words_in_both_languages() {
        assert_said(&[Phrase::Epoch, Phrase::Loss, Phrase::LossAxis]);
    }
}
