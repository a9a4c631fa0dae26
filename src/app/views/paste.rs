//! A box that a feature is pasted into as it stands in the tutorial's notebook: read while it is
//! typed, and refused in words. Tab leaves the text, Ctrl+Enter adds the feature, Escape cancels. A
//! text that was not added is there again when the box is opened the next time.

use egui::{Event, Key, Modal, Modifiers, RichText, ScrollArea, TextEdit, TextStyle, Ui};

use super::feature_edits::with_pasted;
use super::pasted_words::{refusal, renamed, values_said};
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::escape::is_escaped;
use crate::app::widgets::select_all::select_all;
use crate::app::widgets::wrapped::wrapped_ui;
use crate::data::pasted;
use crate::data::read::ZeroOne;
use crate::experiment::Experiment;

/// The width of the box, in points.
const WIDTH: f32 = 460.0;

/// The lines of text that are seen at once.
const LINES: usize = 7;

/// The lines that are kept free for what is said of the text, so that the buttons stay.
const SAID_LINES: f32 = 4.0;

/// The box's memory.
#[derive(Debug, Default)]
pub(super) struct Paste {
    is_open: bool,
    /// The text in it.
    text: String,
    /// Whether the text is to take the keyboard.
    takes_focus: bool,
    /// How values of only 0 and 1 are read.
    zero_one: ZeroOne,
}

impl Paste {
    /// Opens the box with the text that was left in it.
    pub(super) fn open(&mut self) {
        self.is_open = true;
        self.takes_focus = true;
    }

    /// Opens the box with another text.
    fn open_with(&mut self, text: String) {
        self.text = text;
        self.zero_one = ZeroOne::default();
        self.open();
    }

    /// Draws the box, if it is open; a paste while nothing is typed elsewhere opens it. Answers the
    /// experiment with the pasted feature.
    #[must_use]
    pub(super) fn ui(
        &mut self,
        ui: &Ui,
        experiment: &Experiment,
        words: &Words,
        colours: &ThemeColours,
    ) -> Option<Experiment> {
        if !self.is_open {
            self.open_with(pasted_elsewhere(ui)?);
        }
        let modal = Modal::new(egui::Id::unique("paste")).show(ui.ctx(), |ui| {
            ui.set_width(WIDTH);
            self.contents_ui(ui, experiment, words, colours)
        });
        let is_left = is_escaped(&modal) || !matches!(modal.inner, PasteOutcome::None);
        self.is_open = !is_left;
        match modal.inner {
            PasteOutcome::Add(experiment) => {
                self.text.clear();
                Some(*experiment)
            }
            PasteOutcome::None | PasteOutcome::Cancel => None,
        }
    }

    fn contents_ui(
        &mut self,
        ui: &mut Ui,
        experiment: &Experiment,
        words: &Words,
        colours: &ThemeColours,
    ) -> PasteOutcome {
        ui.label(RichText::new(words.get("paste-title")).strong().size(16.0));
        wrapped_ui(ui, &words.get("paste-text"), |text| text);
        ui.add_space(4.0);
        // Before the text sees the key, which would begin a line there.
        let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        self.text_ui(ui, words);
        let read = added(&self.text, self.zero_one, experiment, words);
        let said = match &read {
            _ if self.text.trim().is_empty() => vec![(words.get("paste-empty"), colours.quiet)],
            Ok(read) => vec![
                (read.values.clone(), ui.visuals().text_color()),
                (read.names.clone(), ui.visuals().text_color()),
            ],
            Err(refusal) => vec![(refusal.clone(), colours.error)],
        };
        self.zero_one_ui(ui, read.as_ref().is_ok_and(|read| read.is_zero_one), words);
        let height = SAID_LINES * ui.spacing().interact_size.y;
        ScrollArea::vertical()
            .id_salt("paste said")
            .auto_shrink(false)
            .max_height(height)
            .min_scrolled_height(height)
            .show(ui, |ui| {
                for (said, color) in said {
                    wrapped_ui(ui, &said, |text| text.color(color));
                }
            });
        let answer = buttons_ui(ui, read.is_ok(), words);
        match read {
            Ok(read) if is_entered || matches!(answer, ClickedButton::Add) => {
                PasteOutcome::Add(read.experiment)
            }
            _ if matches!(answer, ClickedButton::Cancel) => PasteOutcome::Cancel,
            _ => PasteOutcome::None,
        }
    }

    /// The box with the text; Tab goes on to what is below it.
    fn text_ui(&mut self, ui: &mut Ui, words: &Words) {
        let edit = TextEdit::multiline(&mut self.text)
            .font(TextStyle::Monospace)
            .desired_rows(LINES)
            .desired_width(WIDTH);
        let response = ui.add(edit);
        accessible_name(ui, &response, &words.get("paste-box"));
        if std::mem::take(&mut self.takes_focus) {
            response.request_focus();
            // What is pasted next is in place of the text that was left.
            select_all(ui.ctx(), response.id, self.text.chars().count());
        }
    }

    /// The choice of how 0 and 1 are read, usable where there are no other values.
    fn zero_one_ui(&mut self, ui: &mut Ui, is_zero_one: bool, words: &Words) {
        let name = words.get("choice-zero-one");
        ui.add_enabled_ui(is_zero_one, |ui| {
            ui.horizontal(|ui| {
                ui.label(&name);
                for (zero_one, key) in [
                    (ZeroOne::NoYes, "zero-one-no-yes"),
                    (ZeroOne::AsIs, "zero-one-as-is"),
                ] {
                    let text = words.get(key);
                    let option = ui.selectable_value(&mut self.zero_one, zero_one, &text);
                    accessible_name(ui, &option, &format!("{name}: {text}"));
                }
            });
        });
    }
}

/// What is done with the box.
enum PasteOutcome {
    None,
    Cancel,
    Add(Box<Experiment>),
}

/// The button that was clicked.
enum ClickedButton {
    None,
    Cancel,
    Add,
}

fn buttons_ui(ui: &mut Ui, can_add: bool, words: &Words) -> ClickedButton {
    ui.horizontal(|ui| {
        let add = egui::Button::new(words.get("paste-add"));
        let add = ui.add_enabled(can_add, add);
        let is_added = add.on_hover_text(words.get("paste-add-hint")).clicked();
        let is_cancelled = ui.button(words.get("paste-cancel")).clicked();
        match (is_added, is_cancelled) {
            (true, _) => ClickedButton::Add,
            (_, true) => ClickedButton::Cancel,
            _ => ClickedButton::None,
        }
    })
    .inner
}

/// A text that was read, and what is said of it.
#[derive(Debug)]
struct Read {
    /// With the feature.
    experiment: Box<Experiment>,
    /// The values as they are stored.
    values: String,
    /// The names of items that change.
    names: String,
    /// The text has only the values 0 and 1.
    is_zero_one: bool,
}

/// The experiment with the feature of a text and what was read, or why there is none.
fn added(
    text: &str,
    zero_one: ZeroOne,
    experiment: &Experiment,
    words: &Words,
) -> Result<Read, String> {
    let pasted = pasted::read(text).map_err(|error| refusal(&error, words))?;
    let (found, expected) = (pasted.values.len(), experiment.items.len());
    if found != expected {
        let values = [
            ("found", found.to_string().into()),
            ("expected", expected.to_string().into()),
        ];
        return Err(words.with("paste-wrong-length", &values));
    }
    let is_zero_one = pasted.is_zero_one();
    let pasted = pasted.read_as(zero_one);
    let values = values_said(&pasted, is_zero_one, words);
    let names = renamed(&pasted, experiment, words);
    let added = with_pasted(experiment, pasted);
    match added.validate() {
        Ok(()) => Ok(Read {
            experiment: Box::new(added),
            values,
            names,
            is_zero_one,
        }),
        Err(error) => Err(words.error(error)),
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

    fn read(text: &str, zero_one: ZeroOne) -> Result<Read, String> {
        let words = Words::new(Language::English);
        added(text, zero_one, &Experiment::default(), &words)
    }

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
                let read = added(text, ZeroOne::NoYes, &Experiment::default(), &words);
                let refused = read.unwrap_err();
                assert!(!refused.starts_with("paste-"), "{refused}");
            }
        }
    }

    #[test]
    fn a_pasted_feature_is_added_with_its_names_and_watched() {
        let text =
            "item_names = ['Shark', 'Tuna', 'Robin', 'Canary', 'Rose', 'Daisy', 'Pine', 'Oak']
            illusion_idx = 1
            new_feature = [-1, 1, 1, 1, -1, -1, -1, -1]
            its_label = 'has_bones'";
        let read = read(text, ZeroOne::NoYes).unwrap();
        assert_eq!(read.values, "has_bones: yes for 3 items, no for 5");
        assert_eq!(read.names, "Renamed: Goldfish becomes Shark");
        let added = read.experiment;
        assert_eq!(added.items[0], "Shark");
        assert_eq!(added.user_features[0].name, "has_bones");
        let watched = added.watched.iter().map(|pair| (pair.item, pair.feature));
        assert_eq!(watched.collect::<Vec<_>>(), [(1, 10_000)]);
    }

    #[test]
    fn what_is_said_of_the_values_is_what_is_stored() {
        let bits = "f = [0, 1, 1, 1, 0, 0, 0, 0]";
        let as_yes = read(bits, ZeroOne::NoYes).unwrap();
        let said = "A feature: 0 and 1 read as no and yes: yes for 3 items, no for 5";
        assert_eq!(as_yes.values, said);
        assert_eq!(as_yes.experiment.user_features[0].values[..2], [-1.0, 1.0]);
        let kept = read(bits, ZeroOne::AsIs).unwrap();
        let said = "A feature: numbers from 0 to 1, kept as they are";
        assert_eq!(kept.values, said);
        assert_eq!(kept.experiment.user_features[0].values[..2], [0.0, 1.0]);
        let numbers = read("0 1 2 3 4 5 6 7", ZeroOne::NoYes).unwrap();
        let said = "A feature: numbers from 0 to 7, kept as they are";
        assert_eq!(
            (numbers.values.as_str(), numbers.is_zero_one),
            (said, false)
        );
        assert_eq!(numbers.names, "");
    }
}
