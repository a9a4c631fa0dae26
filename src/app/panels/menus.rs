//! The menus of the bar at the top, read off the list of commands.

use std::path::{Path, PathBuf};

use egui::{Button, Ui};

use crate::app::command::action::Action;
use crate::app::command::applies::Facts;
use crate::app::command::commands::Command;
use crate::app::command::section::Section;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::shortcut::shortcut_text;

/// The state that the menus are drawn from.
#[derive(Clone, Copy)]
pub(crate) struct Menus<'a> {
    pub(crate) words: &'a Words,
    pub(crate) facts: &'a Facts,
    /// Files that were open, the last one first.
    pub(crate) recent: &'a [String],
}

impl Menus<'_> {
    /// Draws the menu of a section.
    #[must_use]
    pub(crate) fn ui(self, ui: &mut Ui, section: Section) -> Option<Action> {
        let key = section.key();
        let menu = ui.menu_button(self.words.get(key), |ui| self.entries(ui, section));
        let hint = self.words.get(&format!("{key}-hint"));
        menu.response.on_hover_text(hint);
        menu.inner.flatten()
    }

    /// The submenu of a command's likes, called `name`.
    #[must_use]
    pub(crate) fn submenu(self, ui: &mut Ui, name: &str, submenu: &str) -> Option<Action> {
        let menu = ui.menu_button(name, |ui| {
            let mut asked = None;
            for command in Command::all().filter(|command| command.submenu() == Some(submenu)) {
                asked = self.entry(ui, command).or(asked.take());
            }
            asked
        });
        let hint = self.words.get(&format!("{submenu}-hint"));
        menu.response.on_hover_text(hint);
        menu.inner.flatten()
    }

    fn entries(self, ui: &mut Ui, section: Section) -> Option<Action> {
        let mut asked = None;
        let mut last_submenu = None;
        for command in Command::all().filter(|command| command.section() == section) {
            if command.begins_group() {
                ui.separator();
            }
            let submenu = command.submenu();
            asked = match submenu {
                None => self.entry(ui, command),
                // Drawn with the first of its commands.
                Some(_) if submenu == last_submenu => None,
                Some(key) => self.submenu(ui, &self.words.get(key), key),
            }
            .or(asked.take());
            last_submenu = submenu;
            if command == Command::Open {
                asked = self.recent_files(ui).or(asked.take());
            }
        }
        asked
    }

    /// One command, with its shortcut; why it does not apply is said on hover.
    fn entry(self, ui: &mut Ui, command: Command) -> Option<Action> {
        let name = self.words.menu_entry(command);
        let mut button = Button::new(&name);
        if let Some(shortcut) = shortcut_text(ui.ctx(), command) {
            button = button.shortcut_text(shortcut);
        }
        if self.facts.in_force.contains(&command) {
            button = button.selected(true);
        }
        let applies = command.applies(self.facts);
        let mut response = ui.add_enabled(applies.is_ok(), button);
        accessible_name(ui, &response, &name);
        if let Err(why) = applies {
            response = response.on_disabled_hover_text(self.words.get(why.key()));
        }
        if !response.clicked() {
            return None;
        }
        ui.close();
        Some(Action::Do(command))
    }

    /// The submenu of the files that were open.
    fn recent_files(self, ui: &mut Ui) -> Option<Action> {
        let mut asked = None;
        ui.add_enabled_ui(!self.recent.is_empty(), |ui| {
            ui.menu_button(self.words.get("open-recent"), |ui| {
                for path in self.recent {
                    let name = Path::new(path).file_name().unwrap_or(path.as_ref());
                    let button = ui.button(name.to_string_lossy()).on_hover_text(path);
                    if button.clicked() {
                        asked = Some(Action::OpenFile(None, PathBuf::from(path)));
                        ui.close();
                    }
                }
            });
        });
        asked
    }
}
