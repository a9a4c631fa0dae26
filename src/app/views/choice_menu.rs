//! The menus of choices about how a data file is read.

use egui::{ComboBox, PopupCloseBehavior, Ui};

use super::choice::{Choice, ReadingChoices};
use super::choice_options::{MISSING, SCALING, THOUSANDS, TRANSPOSE, ZERO_ONE};
use super::column_menu::ColumnMenu;
use crate::app::text::reading::missing_key;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::data::read::{Choices, Encoding, FirstRow, ItemNames};

/// Height of a menu at most.
const MENU_HEIGHT: f32 = 340.0;

/// The input that each menu is drawn from.
pub(super) struct ChoiceMenu<'a> {
    pub(super) words: &'a Words,
    pub(super) shown: &'a ReadingChoices<'a>,
    /// The width of the closed menu.
    pub(super) width: f32,
}

impl ChoiceMenu<'_> {
    /// Draws the menu of a choice.
    pub(super) fn ui(&self, ui: &mut Ui, choice: Choice, choices: &mut Choices) {
        match choice {
            Choice::Array => self.array(ui, choices),
            Choice::Items => self.items(ui, choices),
            Choice::Drop => self.drop(ui, choices),
            Choice::Group => self.group(ui, choices),
            Choice::Encoding | Choice::Transpose | Choice::Header => {
                self.of_file(ui, choice, choices);
            }
            _ => self.of_values(ui, choice, choices),
        }
    }

    /// The menu of a choice about the file as a whole.
    fn of_file(&self, ui: &mut Ui, choice: Choice, choices: &mut Choices) {
        match choice {
            Choice::Encoding => {
                let text = choices.encoding.map_or("", Encoding::name);
                self.combo(ui, choice, text, |ui| {
                    for encoding in Encoding::ALL {
                        let chosen = &mut choices.encoding;
                        ui.selectable_value(chosen, Some(encoding), encoding.name());
                    }
                });
            }
            Choice::Transpose => {
                self.one_of(ui, choice, &mut choices.transpose, &TRANSPOSE);
            }
            _ => {
                // Who takes an item for names again says so himself: nothing is refused any more.
                let names = match choices.first_row {
                    FirstRow::Auto => FirstRow::Auto,
                    FirstRow::Names | FirstRow::Item => FirstRow::Names,
                };
                let all = [(names, "header-names"), (FirstRow::Item, "header-item")];
                self.one_of(ui, choice, &mut choices.first_row, &all);
            }
        }
    }

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

    /// The menu of a choice about values: how digits are grouped, zeros and ones, missing values,
    /// or scaling.
    fn of_values(&self, ui: &mut Ui, choice: Choice, choices: &mut Choices) {
        match choice {
            Choice::Thousands => self.one_of(ui, choice, &mut choices.thousands, &THOUSANDS),
            Choice::ZeroOne => self.one_of(ui, choice, &mut choices.zero_one, &ZERO_ONE),
            Choice::Missing => {
                let all = MISSING.map(|missing| (missing, missing_key(missing)));
                self.one_of(ui, choice, &mut choices.missing, &all);
            }
            _ => self.one_of(ui, choice, &mut choices.scaling, &SCALING),
        }
    }

    fn combo(&self, ui: &mut Ui, choice: Choice, text: &str, content: impl FnOnce(&mut Ui)) {
        let mut combo = ComboBox::from_id_salt(choice.key())
            .width(self.width)
            .height(MENU_HEIGHT)
            .truncate()
            .selected_text(text);
        if choice.lists_columns() {
            // A click into the box that filters the list leaves it open.
            combo = combo.close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        }
        let response = combo.show_ui(ui, |ui| {
            ui.set_min_width(self.width);
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
