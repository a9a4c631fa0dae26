//! A box that a feature is pasted into as it stands in the tutorial's notebook: read while it is
//! typed, and refused in words.

use egui::{Event, Modal, RichText, TextEdit, Ui, vec2};

use super::feature_edits::with_pasted;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::data::pasted::{self, PasteError, PastedFeature};
use crate::experiment::Experiment;

/// The width of the box, in points.
const WIDTH: f32 = 460.0;

/// The lines of text that are seen at once.
const LINES: usize = 7;

/// The box's memory.
#[derive(Debug, Default)]
pub(super) struct Paste {
    /// The text in it; `None` while the box is closed.
    text: Option<String>,
    /// Whether the text is to take the keyboard.
    takes_focus: bool,
}

impl Paste {
    /// Opens the box with a text.
    pub(super) fn open(&mut self, text: String) {
        self.text = Some(text);
        self.takes_focus = true;
    }

    /// Draws the box, if it is open; a paste while nothing is typed elsewhere opens it. Answers the
    /// experiment with the pasted feature.
    #[must_use]
    pub(super) fn ui(
        &mut self,
        ui: &Ui,
        experiment: &Experiment,
        words: &Words,
        palette: &Palette,
    ) -> Option<Experiment> {
        if self.text.is_none()
            && let Some(text) = pasted_elsewhere(ui)
        {
            self.open(text);
        }
        let text = self.text.as_mut()?;
        let takes_focus = std::mem::take(&mut self.takes_focus);
        let modal = Modal::new(egui::Id::unique("paste")).show(ui.ctx(), |ui| {
            ui.set_width(WIDTH);
            contents_ui(ui, text, takes_focus, (experiment, words), palette)
        });
        if modal.should_close() || !matches!(modal.inner, Answer::None) {
            self.text = None;
        }
        match modal.inner {
            Answer::Add(experiment) => Some(*experiment),
            Answer::None | Answer::Cancel => None,
        }
    }
}

/// The button that was clicked.
enum Answer {
    None,
    Cancel,
    Add(Box<Experiment>),
}

fn contents_ui(
    ui: &mut Ui,
    text: &mut String,
    takes_focus: bool,
    (experiment, words): (&Experiment, &Words),
    palette: &Palette,
) -> Answer {
    ui.label(RichText::new(words.get("paste-title")).strong().size(16.0));
    ui.label(words.get("paste-text"));
    ui.add_space(4.0);
    let edit = TextEdit::multiline(text)
        .code_editor()
        .desired_rows(LINES)
        .desired_width(WIDTH);
    let response = ui.add(edit);
    accessible_name(ui, &response, &words.get("paste-box"));
    if takes_focus {
        response.request_focus();
    }
    let read = added(text, experiment, words);
    let (said, color) = match &read {
        _ if text.trim().is_empty() => (words.get("paste-empty"), palette.quiet),
        Ok((_, said)) => (said.clone(), palette.quiet),
        Err(refusal) => (refusal.clone(), palette.error),
    };
    // Equally high for a refusal and for nothing, so that the buttons stay.
    let line = vec2(WIDTH, 2.0 * ui.spacing().interact_size.y);
    ui.allocate_ui(line, |ui| {
        ui.set_min_size(line);
        ui.add(egui::Label::new(RichText::new(said).color(color)).wrap());
    });
    ui.horizontal(|ui| {
        let add = egui::Button::new(words.get("paste-add"));
        let is_added = ui.add_enabled(read.is_ok(), add).clicked();
        let is_cancelled = ui.button(words.get("paste-cancel")).clicked();
        match read {
            Ok((experiment, _)) if is_added => Answer::Add(Box::new(experiment)),
            _ if is_cancelled => Answer::Cancel,
            _ => Answer::None,
        }
    })
    .inner
}

/// The experiment with the feature of a text and what was read, or why there is none.
fn added(
    text: &str,
    experiment: &Experiment,
    words: &Words,
) -> Result<(Experiment, String), String> {
    let pasted = pasted::read(text).map_err(|error| refusal(&error, words))?;
    let (found, expected) = (pasted.values.len(), experiment.items.len());
    if found != expected {
        let values = [
            ("found", found.to_string().into()),
            ("expected", expected.to_string().into()),
        ];
        return Err(words.with("paste-wrong-length", &values));
    }
    let said = said(&pasted, words);
    let added = with_pasted(experiment, pasted);
    match added.validate() {
        Ok(()) => Ok((added, said)),
        Err(error) => Err(words.error(error)),
    }
}

/// Says what was read: `has_bones: yes for 3 items, no for 5; with 8 names of items`.
fn said(pasted: &PastedFeature, words: &Words) -> String {
    let n_yes = pasted.values.iter().filter(|value| **value > 0.0).count();
    let name = pasted.name.as_deref().unwrap_or("empty").to_owned();
    let names = pasted.items.as_ref().map_or(0, Vec::len);
    let values = [
        ("name", name.into()),
        ("yes", n_yes.to_string().into()),
        ("no", (pasted.values.len() - n_yes).to_string().into()),
        ("names", names.into()),
    ];
    words.with("paste-read", &values)
}

fn refusal(error: &PasteError, words: &Words) -> String {
    let number = |n: usize| n.to_string();
    match error {
        PasteError::NoValues => words.get("paste-no-values"),
        PasteError::Unfinished => words.get("paste-unfinished"),
        PasteError::Shortened => words.get("paste-shortened"),
        PasteError::SeveralLists(n) => {
            words.with("paste-several-lists", &[("n", number(*n).into())])
        }
        PasteError::NotANumber(text) => {
            words.with("paste-not-a-number", &[("text", text.as_str().into())])
        }
        PasteError::NamesDoNotFit { names, values } => {
            let values = [
                ("names", number(*names).into()),
                ("values", number(*values).into()),
            ];
            words.with("paste-names-do-not-fit", &values)
        }
        PasteError::NoSuchItem { item, of } => {
            let values = [("item", number(*item).into()), ("of", number(*of).into())];
            words.with("paste-no-such-item", &values)
        }
    }
}

/// A text that is pasted while no box has the keyboard.
fn pasted_elsewhere(ui: &Ui) -> Option<String> {
    let is_taken =
        |memory: &egui::Memory| memory.focused().is_some() || memory.top_modal_layer().is_some();
    if ui.memory(is_taken) {
        return None;
    }
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text) => Some(text.clone()),
            _ => None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;

    #[test]
    fn every_refusal_has_words_in_both_languages() {
        for language in Language::ALL {
            let words = Words::new(language);
            for text in [
                "",
                "[1",
                "[1, …]",
                "[1, -1]",
                "[1, x]",
                "a = [1]; b = [1]",
                "n = ['a']\nf = [1, 1]",
                "idx = 9\nf = [1, 1]",
            ] {
                let refused = added(text, &Experiment::default(), &words).unwrap_err();
                assert!(!refused.starts_with("paste-"), "{refused}");
            }
        }
    }

    #[test]
    fn a_pasted_feature_is_added_with_its_names_and_watched() {
        let words = Words::new(Language::English);
        let text =
            "item_names = ['Shark', 'Tuna', 'Robin', 'Canary', 'Rose', 'Daisy', 'Pine', 'Oak']
            illusion_idx = 1
            new_feature = [-1, 1, 1, 1, -1, -1, -1, -1]
            its_label = 'has_bones'";
        let (added, said) = added(text, &Experiment::default(), &words).unwrap();
        assert!(
            said.starts_with("has_bones: yes for 3 items, no for 5"),
            "{said}"
        );
        assert_eq!(added.items[0], "Shark");
        assert_eq!(added.user_features[0].name, "has_bones");
        let watched = added.watched.iter().map(|pair| (pair.item, pair.feature));
        assert_eq!(watched.collect::<Vec<_>>(), [(1, 10_000)]);
    }
}
