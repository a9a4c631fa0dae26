//! The choices about how a data file is read, each a name over a control. Only those that apply to
//! the file are there.

use egui::{RichText, Ui, vec2};

use super::choice::{Choice, ReadingChoices, missing_texts};
use super::choice_menu::ChoiceMenu;
use crate::app::text::words::Words;
use crate::app::theme::palette::ThemeColors;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::data::read::Choices;

/// Width of a control, and of the gap to the next.
const WIDTH: f32 = 118.0;
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

    /// Draws the controls, as many in a row as there is room for; answers new choices.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        shown: &ReadingChoices<'_>,
        words: &Words,
        palette: &ThemeColors,
    ) -> Option<Choices> {
        let applying: Vec<Choice> = (Choice::ALL.into_iter())
            .filter(|choice| choice.applies(shown))
            .collect();
        let in_row = ((ui.available_width() + GAP) / (WIDTH + GAP))
            .floor()
            .max(1.0) as usize;
        let mut choices = shown.choices.clone();
        let mut changed = None;
        for row in applying.chunks(in_row) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for &choice in row {
                    ui.vertical(|ui| {
                        ui.set_width(WIDTH);
                        ui.spacing_mut().item_spacing.y = 2.0;
                        let is_wrong = shown.refusal.is_some() && self.last == Some(choice);
                        let color = if is_wrong {
                            palette.error
                        } else {
                            palette.quiet
                        };
                        ui.label(
                            RichText::new(words.get(choice.key()))
                                .size(12.0)
                                .color(color),
                        );
                        let width = WIDTH;
                        let menu = ChoiceMenu {
                            words,
                            shown,
                            width,
                        };
                        if self.cell_ui(ui, choice, &mut choices, &menu, palette) {
                            changed = Some(choice);
                        }
                    });
                }
            });
        }
        if let Some(error) = self.typed.error(Choice::Rows) {
            let text = RichText::new(error).size(12.0).color(palette.error);
            ui.add(egui::Label::new(text).wrap());
        }
        self.last = changed.or(self.last);
        changed.map(|_| choices)
    }

    /// Draws the control of one choice; answers whether it was changed.
    fn cell_ui(
        &mut self,
        ui: &mut Ui,
        choice: Choice,
        choices: &mut Choices,
        menu: &ChoiceMenu<'_>,
        palette: &ThemeColors,
    ) -> bool {
        let before = choices.clone();
        match choice {
            Choice::Rows => self.rows_ui(ui, choices, menu, palette),
            Choice::Na => self.na_ui(ui, choices, menu, palette),
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
        palette: &ThemeColors,
    ) {
        let rows = choices.rows.map(|rows| rows.to_string());
        let current = rows.unwrap_or_default();
        let Some(typed) = self.text_ui(ui, Choice::Rows, &current, menu, palette) else {
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
        palette: &ThemeColors,
    ) {
        let current = choices.na.join("; ");
        if let Some(typed) = self.text_ui(ui, Choice::Na, &current, menu, palette) {
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
        palette: &ThemeColors,
    ) -> Option<String> {
        let name = menu.words.get(choice.key());
        let hint = menu.words.get(&format!("{}-hint", choice.key()));
        let shown = DraftBox {
            name: &name,
            hint: Some(&hint),
            current,
            size: BoxSize::Name(vec2(menu.width, ui.spacing().interact_size.y)),
        };
        self.typed.ui(ui, choice, shown, palette)
    }
}
