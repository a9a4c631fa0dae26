//! How own data were read, at the head of the Data view: the choices, under them why the last one
//! is not in force, and then the report, whose length moves nothing that can be pressed.

use egui::{Label, RichText, Ui};

use super::choice::ReadingChoices;
use super::choice_cells::ChoiceCells;
use crate::app::command::action::Action;
use crate::app::panels::reading_words as reading;
use crate::app::session::data_read::HowRead;
use crate::app::session::readings::{Attempt, Readings};
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::wrapped::wrapped_ui;
use crate::data::{OwnSource, Provenance};

/// The strip's memory.
#[derive(Debug, Default)]
pub(crate) struct ReadingStrip {
    cells: ChoiceCells,
}

impl ReadingStrip {
    /// Draws the strip; answers what was chosen.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        own: &OwnSource,
        readings: &Readings,
        words: &Words,
        colours: &ThemeColours,
    ) -> Option<Action> {
        let Some(provenance) = &own.provenance else {
            quiet_ui(ui, &words.get("reading-not-known"), colours);
            return None;
        };
        let Some(how) = readings.how(provenance) else {
            let text = match readings.failure(provenance) {
                Some(failure) => {
                    let reason = words.choice_refusal(failure).into();
                    words.with("reading-failed", &[("reason", reason)])
                }
                None => words.get("reading-unknown"),
            };
            quiet_ui(ui, &text, colours);
            return None;
        };
        let attempt = readings.attempt();
        let choices = attempt.map_or(&provenance.choices, |attempt| &attempt.choices);
        // A file that cannot be looked into by the last choice has no outline.
        let outline = attempt.and_then(|attempt| attempt.outline.as_ref());
        let outline = outline.filter(|outline| outline.n_columns > 0);
        let shown = ReadingChoices {
            choices,
            how,
            outline: outline.unwrap_or(&how.outline),
            refusal: attempt.and_then(|attempt| attempt.refusal.as_ref()),
        };
        let chosen = self.cells.ui(ui, &shown, words, colours);
        let given_up = self.attempt_ui(ui, attempt, words, colours);
        report_ui(ui, own, (provenance, how), words, colours);
        let chosen = chosen.map(|choices| Action::Choose(Box::new(choices)));
        chosen.or(given_up)
    }

    /// Whether typed rows were refused.
    pub(crate) fn has_refused(&self) -> bool {
        self.cells.has_refused()
    }

    /// Shows the rows in force again in place of those that were refused.
    pub(crate) fn drop_refused(&mut self) {
        self.cells.drop_refused();
    }

    /// The line under the choices: what is being read, or why it cannot be, and the way back.
    fn attempt_ui(
        &self,
        ui: &mut Ui,
        attempt: Option<&Attempt>,
        words: &Words,
        colours: &ThemeColours,
    ) -> Option<Action> {
        let height = ui.spacing().interact_size.y;
        let inner = ui.horizontal_top(|ui| {
            ui.set_min_height(height);
            let attempt = attempt?;
            let back = ui.small_button(words.get("choice-give-up"));
            let given_up = back.clicked().then_some(Action::GiveUpChoice);
            let Some(refusal) = &attempt.refusal else {
                quiet_ui(ui, &words.get("choice-busy"), colours);
                return given_up;
            };
            let reason = words.choice_refusal(refusal);
            let text = match self.cells.last(words) {
                Some(choice) => {
                    let values = [("choice", choice.into()), ("reason", reason.into())];
                    words.with("choice-kept", &values)
                }
                None => reason,
            };
            ui.add(Label::new(RichText::new(text).color(colours.error)).wrap());
            given_up
        });
        inner.inner
    }
}

/// How the file was read: what it is, and its values.
fn report_ui(
    ui: &mut Ui,
    own: &OwnSource,
    (provenance, how): (&Provenance, &HowRead),
    words: &Words,
    colours: &ThemeColours,
) {
    let [file, mut values] = reading::lines(how, words);
    let separator = words.get("reading-separator");
    quiet_ui(ui, &format!("{}{separator}{file}", own.name), colours);
    if !provenance.is_kept() {
        values += &separator;
        values += &words.get("reading-too-large");
    }
    quiet_ui(ui, &values, colours);
}

/// A whole text, on as many lines as it needs.
fn quiet_ui(ui: &mut Ui, text: &str, colours: &ThemeColours) {
    wrapped_ui(ui, text, |text| text.color(colours.quiet));
}
