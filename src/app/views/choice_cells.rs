//! The choices about how a data file is read, each a name over a control. Only those that apply to
//! the file are there.

use std::ops::Range;

use egui::{RichText, Ui, vec2};

use super::choice::{Choice, ReadingChoices, missing_texts};
use super::choice_menu::ChoiceMenu;
use super::choice_options;
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::app::widgets::wrapped::wrapped_ui;
use crate::data::read::Choices;

/// Between two controls.
const GAP: f32 = 8.0;

/// The controls' memory.
#[derive(Debug, Default)]
pub(crate) struct ChoiceCells {
    typed: Drafts<Choice>,
    /// The choice that was made last.
    last: Option<Choice>,
}

impl ChoiceCells {
    /// The name of the choice that was made last.
    pub(crate) fn last(&self, words: &Words) -> Option<String> {
        self.last.map(|choice| words.get(choice.key()))
    }

    /// Whether something that was typed was refused.
    pub(crate) fn has_refused(&self) -> bool {
        self.typed.has_refused()
    }

    /// Shows what is in force again in place of what was refused.
    pub(crate) fn drop_refused(&mut self) {
        self.typed.drop_refused();
    }

    /// Draws the controls, as many in a row as there is room for; answers new choices.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        shown: &ReadingChoices<'_>,
        words: &Words,
        colours: &ThemeColours,
    ) -> Option<Choices> {
        let applying: Vec<Choice> = (Choice::ALL.into_iter())
            .filter(|choice| choice.applies(shown))
            .collect();
        let width = |choice: &Choice| choice_options::width(ui, *choice, words, shown.outline);
        let widths: Vec<f32> = applying.iter().map(width).collect();
        let mut choices = shown.choices.clone();
        let mut changed = None;
        for row in in_rows(&widths, ui.available_width()) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for (&choice, &width) in applying[row.clone()].iter().zip(&widths[row]) {
                    let menu = ChoiceMenu {
                        words,
                        shown,
                        width,
                    };
                    if self.named_cell_ui(ui, choice, &mut choices, &menu, colours) {
                        changed = Some(choice);
                    }
                }
            });
        }
        if let Some(error) = self.typed.error(Choice::Rows) {
            wrapped_ui(ui, error, |text| text.size(12.0).color(colours.error));
        }
        self.last = changed.or(self.last);
        changed.map(|_| choices)
    }

    /// Draws a choice's name and its control under it; answers whether it was changed.
    fn named_cell_ui(
        &mut self,
        ui: &mut Ui,
        choice: Choice,
        choices: &mut Choices,
        menu: &ChoiceMenu<'_>,
        colours: &ThemeColours,
    ) -> bool {
        let cell = ui.vertical(|ui| {
            ui.set_width(menu.width);
            ui.spacing_mut().item_spacing.y = 2.0;
            let is_wrong = menu.shown.refusal.is_some() && self.last == Some(choice);
            let color = if is_wrong {
                colours.error
            } else {
                colours.quiet
            };
            let name = menu.words.get(choice.key());
            ui.label(RichText::new(name).size(12.0).color(color));
            self.cell_ui(ui, choice, choices, menu, colours)
        });
        cell.inner
    }

    /// Draws the control of one choice; answers whether it was changed.
    fn cell_ui(
        &mut self,
        ui: &mut Ui,
        choice: Choice,
        choices: &mut Choices,
        menu: &ChoiceMenu<'_>,
        colours: &ThemeColours,
    ) -> bool {
        let before = choices.clone();
        match choice {
            Choice::Rows => self.rows_ui(ui, choices, menu, colours),
            Choice::Na => self.na_ui(ui, choices, menu, colours),
            _ => menu.ui(ui, choice, choices),
        }
        *choices != before
    }

    /// The box for the rows that are read.
    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        choices: &mut Choices,
        menu: &ChoiceMenu<'_>,
        colours: &ThemeColours,
    ) {
        let rows = choices.rows.map(|rows| rows.to_string());
        let current = rows.unwrap_or_default();
        let Some(typed) = self.text_ui(ui, Choice::Rows, &current, menu, colours) else {
            return;
        };
        if typed.trim().is_empty() {
            choices.rows = None;
            return;
        }
        match typed.parse() {
            Ok(rows) => choices.rows = Some(rows),
            Err(error) => {
                let said = menu.words.row_range_error(error);
                self.typed.refuse(Choice::Rows, typed, &current, said);
            }
        }
    }

    /// The box for texts that say that a value is missing.
    fn na_ui(
        &mut self,
        ui: &mut Ui,
        choices: &mut Choices,
        menu: &ChoiceMenu<'_>,
        colours: &ThemeColours,
    ) {
        let current = choices.na.join("; ");
        if let Some(typed) = self.text_ui(ui, Choice::Na, &current, menu, colours) {
            choices.na = missing_texts(&typed);
        }
    }

    /// The box for a choice that is typed; answers what was entered.
    fn text_ui(
        &mut self,
        ui: &mut Ui,
        choice: Choice,
        current: &str,
        menu: &ChoiceMenu<'_>,
        colours: &ThemeColours,
    ) -> Option<String> {
        let name = menu.words.get(choice.key());
        let hint = menu.words.get(&format!("{}-hint", choice.key()));
        let shown = DraftBox {
            name: &name,
            hint: Some(&hint),
            current,
            size: BoxSize::Name(vec2(menu.width, ui.spacing().interact_size.y)),
        };
        self.typed.ui(ui, choice, shown, colours)
    }
}

/// Which controls of these widths stand in each row of a room, at least one in each.
fn in_rows(widths: &[f32], room: f32) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let (mut start, mut used) = (0, 0.0);
    for (at, width) in widths.iter().enumerate() {
        if at > start && used + width > room {
            rows.push(start..at);
            (start, used) = (at, 0.0);
        }
        used += width + GAP;
    }
    if start < widths.len() {
        rows.push(start..widths.len());
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_fill_each_row_and_the_widest_has_one_of_its_own() {
        assert_eq!(in_rows(&[100.0, 92.0, 50.0], 200.0), [0..2, 2..3]);
        assert_eq!(in_rows(&[100.0, 93.0, 50.0], 200.0), [0..1, 1..3]);
        assert_eq!(in_rows(&[50.0, 300.0, 50.0], 200.0), [0..1, 1..2, 2..3]);
        assert!(in_rows(&[], 200.0).is_empty());
    }
}
