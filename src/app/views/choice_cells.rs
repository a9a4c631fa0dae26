//! The choices about how a data file is read, each a name over a control. Only those that apply to
//! the file are there.

use egui::{ComboBox, PopupCloseBehavior, RichText, Ui, vec2};

use super::choice::{Choice, ReadingChoices};
use super::column_menu::ColumnMenu;
use crate::app::text::reading::missing_key;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::ThemeColors;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::data::read::{Choices, FirstRow, ItemNames, Missing, Scaling, ZeroOne};

/// Width of a control, and of the gap to the next.
const WIDTH: f32 = 118.0;
const GAP: f32 = 8.0;

/// Height of a menu at most.
const MENU_HEIGHT: f32 = 340.0;

/// The controls' memory.
#[derive(Debug, Default)]
pub(crate) struct ChoiceCells {
    rows: Drafts<Choice>,
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
                        let cell = Cell { words, shown };
                        if self.cell_ui(ui, choice, &mut choices, &cell, palette) {
                            changed = Some(choice);
                        }
                    });
                }
            });
        }
        if let Some(error) = self.rows.error(Choice::Rows) {
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
        cell: &Cell<'_>,
        palette: &ThemeColors,
    ) -> bool {
        let before = choices.clone();
        match choice {
            Choice::Array => cell.array(ui, choices),
            Choice::Transpose => {
                let all = [(false, "transpose-rows"), (true, "transpose-columns")];
                cell.one_of(ui, choice, &mut choices.transpose, &all);
            }
            Choice::Header => {
                // Who takes an item for names again says so himself: nothing is refused any more.
                let names = match choices.first_row {
                    FirstRow::Auto => FirstRow::Auto,
                    FirstRow::Names | FirstRow::Item => FirstRow::Names,
                };
                let all = [(names, "header-names"), (FirstRow::Item, "header-item")];
                cell.one_of(ui, choice, &mut choices.first_row, &all);
            }
            Choice::Rows => self.rows_ui(ui, choices, cell.words, palette),
            Choice::Items => cell.items(ui, choices),
            Choice::Drop => cell.drop(ui, choices),
            Choice::Group => cell.group(ui, choices),
            Choice::ZeroOne | Choice::Missing | Choice::Scaling => {
                cell.of_values(ui, choice, choices);
            }
        }
        *choices != before
    }

    /// The box for the rows that are read.
    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        choices: &mut Choices,
        words: &Words,
        palette: &ThemeColors,
    ) {
        let current = choices
            .rows
            .map_or_else(String::new, |rows| rows.to_string());
        let (name, hint) = (words.get("choice-rows"), words.get("choice-rows-hint"));
        let shown = DraftBox {
            name: &name,
            hint: Some(&hint),
            current: &current,
            size: BoxSize::Name(vec2(WIDTH, ui.spacing().interact_size.y)),
        };
        let Some(typed) = self.rows.ui(ui, Choice::Rows, shown, palette) else {
            return;
        };
        if typed.trim().is_empty() {
            choices.rows = None;
            return;
        }
        match typed.parse() {
            Ok(rows) => choices.rows = Some(rows),
            Err(error) => {
                let said = words.row_range_error(error);
                self.rows.refuse(Choice::Rows, typed, &current, said);
            }
        }
    }
}

/// The input that each control is drawn from.
struct Cell<'a> {
    words: &'a Words,
    shown: &'a ReadingChoices<'a>,
}

impl Cell<'_> {
    /// A menu to choose one of a few values.
    fn one_of<T: Copy + PartialEq>(
        &self,
        ui: &mut Ui,
        choice: Choice,
        chosen: &mut T,
        all: &[(T, &str)],
    ) {
        let key = all.iter().find(|(value, _)| value == chosen);
        let text = key.map_or_else(String::new, |(_, key)| self.words.get(key));
        self.combo(ui, choice, &text, |ui| {
            for (value, key) in all {
                ui.selectable_value(chosen, *value, self.words.get(key));
            }
        });
    }

    /// The control of a choice about values: zeros and ones, missing values, or scaling.
    fn of_values(&self, ui: &mut Ui, choice: Choice, choices: &mut Choices) {
        match choice {
            Choice::ZeroOne => {
                let all = [
                    (ZeroOne::NoYes, "zero-one-no-yes"),
                    (ZeroOne::AsIs, "zero-one-as-is"),
                ];
                self.one_of(ui, choice, &mut choices.zero_one, &all);
            }
            Choice::Missing => {
                let all = [
                    Missing::Error,
                    Missing::Mean,
                    Missing::Zero,
                    Missing::DropItems,
                    Missing::DropFeatures,
                ];
                let all = all.map(|missing| (missing, missing_key(missing)));
                self.one_of(ui, choice, &mut choices.missing, &all);
            }
            _ => {
                let all = [
                    (Scaling::None, "scaling-none"),
                    (Scaling::Center, "scaling-center"),
                    (Scaling::Zscore, "scaling-zscore"),
                ];
                self.one_of(ui, choice, &mut choices.scaling, &all);
            }
        }
    }

    fn combo(&self, ui: &mut Ui, choice: Choice, text: &str, content: impl FnOnce(&mut Ui)) {
        let mut combo = ComboBox::from_id_salt(choice.key())
            .width(WIDTH)
            .height(MENU_HEIGHT)
            .truncate()
            .selected_text(text);
        if choice.lists_columns() {
            // A click into the box that filters the list leaves it open.
            combo = combo.close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        }
        let response = combo.show_ui(ui, |ui| {
            ui.set_min_width(WIDTH);
            content(ui);
        });
        if response.inner.is_none() {
            ui.data_mut(|data| data.remove_temp::<String>(choice.filter_id()));
        }
        let name = self.words.get(choice.key());
        accessible_name(ui, &response.response, &name);
        let hint = self.words.get(&format!("{}-hint", choice.key()));
        response.response.on_hover_text(format!("{text}\n{hint}"));
    }

    fn array(&self, ui: &mut Ui, choices: &mut Choices) {
        let text = choices.array.clone().unwrap_or_default();
        self.combo(ui, Choice::Array, &text, |ui| {
            for array in &self.shown.outline.arrays {
                ui.selectable_value(&mut choices.array, Some(array.clone()), array);
            }
        });
    }

    fn items(&self, ui: &mut Ui, choices: &mut Choices) {
        let is_text = self.shown.outline.is_text;
        let auto = if is_text {
            "items-auto"
        } else {
            "items-auto-array"
        };
        let auto = self.words.get(auto);
        let none = self.words.get("items-none");
        let text = match &choices.items {
            ItemNames::Auto => auto.clone(),
            ItemNames::None => none.clone(),
            ItemNames::Column(column) => column.clone(),
        };
        self.combo(ui, Choice::Items, &text, |ui| {
            let items = &mut choices.items;
            pick(ui, items, ItemNames::Auto, &auto);
            pick(ui, items, ItemNames::None, &none);
            if is_text {
                ui.separator();
                let chosen = match items {
                    ItemNames::Column(column) => vec![column.clone()],
                    ItemNames::Auto | ItemNames::None => Vec::new(),
                };
                self.columns(ui, Choice::Items, &chosen, |ui, column| {
                    pick(ui, items, ItemNames::Column(column.to_owned()), column);
                });
            }
        });
    }

    fn group(&self, ui: &mut Ui, choices: &mut Choices) {
        let none = self.words.get("group-none");
        let text = choices.group_mean.clone().unwrap_or_else(|| none.clone());
        self.combo(ui, Choice::Group, &text, |ui| {
            let group = &mut choices.group_mean;
            pick(ui, group, None, &none);
            ui.separator();
            let chosen: Vec<String> = group.iter().cloned().collect();
            self.columns(ui, Choice::Group, &chosen, |ui, column| {
                pick(ui, group, Some(column.to_owned()), column);
            });
        });
    }

    fn drop(&self, ui: &mut Ui, choices: &mut Choices) {
        let dropped = &mut choices.drop;
        let text = match dropped.first() {
            None => self.words.get("drop-none"),
            Some(first) => {
                let values = [
                    ("n", dropped.len().into()),
                    ("first", first.as_str().into()),
                ];
                self.words.with("drop-some", &values)
            }
        };
        self.combo(ui, Choice::Drop, &text, |ui| {
            let chosen = dropped.clone();
            self.columns(ui, Choice::Drop, &chosen, |ui, column| {
                let mut is_dropped = dropped.iter().any(|it| it == column);
                if ui.checkbox(&mut is_dropped, column).changed() {
                    dropped.retain(|it| it != column);
                    if is_dropped {
                        dropped.push(column.to_owned());
                    }
                }
            });
        });
    }

    /// The columns that can be chosen.
    fn columns(
        &self,
        ui: &mut Ui,
        choice: Choice,
        chosen: &[String],
        draw: impl FnMut(&mut Ui, &str),
    ) {
        let menu = ColumnMenu {
            outline: self.shown.outline,
            chosen,
            words: self.words,
            filter_id: choice.filter_id(),
        };
        menu.ui(ui, draw);
    }
}

/// A value of a menu, which is closed by choosing it.
fn pick<T: PartialEq>(ui: &mut Ui, chosen: &mut T, value: T, text: &str) {
    if ui.selectable_value(chosen, value, text).clicked() {
        ui.close();
    }
}
