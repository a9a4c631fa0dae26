//! The bar at the top: the menus, the views, and what is needed often; below it a message.

use egui::{Align, Button, Layout, RichText, Ui};

use super::menus::Menus;
use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::command::section::Section;
use crate::app::command::view::View;
use crate::app::text::message::Message;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::app::widgets::shortcut::hint;

/// What the bar is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct TopBar<'a> {
    pub(crate) menus: Menus<'a>,
    pub(crate) palette: &'a Palette,
    /// A message that stays until it is read.
    pub(crate) message: Option<&'a Message>,
}

impl TopBar<'_> {
    /// Draws the bar.
    #[must_use]
    pub(crate) fn ui(self, ui: &mut Ui) -> Option<Action> {
        let mut action = None;
        ui.add_space(3.0);
        ui.horizontal(|ui| {
            ui.label(RichText::new("modescope").strong().size(16.0));
            for section in Section::MENUS {
                action = self.menus.ui(ui, section).or(action.take());
            }
            ui.separator();
            for view in View::ALL {
                let command = Command::Show(view);
                action = self.toggle(ui, command, view.key(), None).or(action.take());
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                action = self.often_needed(ui).or(action.take());
            });
        });
        if let Some(message) = self.message {
            action = self.message(ui, message).or(action);
        }
        ui.add_space(3.0);
        action
    }

    /// Language, undo and redo, pin, and the lesson, from right to left.
    fn often_needed(self, ui: &mut Ui) -> Option<Action> {
        let words = self.menus.words;
        let language = words.get(words.language().key());
        let mut action = self.menus.submenu(ui, &language, "menu-language");
        for (sign, command) in [("⟳", Command::Redo), ("⟲", Command::Undo)] {
            action = self.sign(ui, sign, command).or(action.take());
        }
        let pin = ui.button(words.get("pin"));
        let pin = pin.on_hover_text(hint(ui.ctx(), words, "pin-hint", Command::Pin));
        if pin.clicked() {
            action = Some(Action::Do(Command::Pin));
        }
        ui.separator();
        let (lesson, key) = (Command::ToggleLesson, "button-lesson");
        let asked = self.toggle(ui, lesson, key, Some("button-lesson-hint"));
        asked.or(action)
    }

    /// A button that stays pressed while its command's choice is in force.
    fn toggle(
        self,
        ui: &mut Ui,
        command: Command,
        key: &str,
        hint_key: Option<&str>,
    ) -> Option<Action> {
        let words = self.menus.words;
        let is_on = self.menus.facts.in_force.contains(&command);
        let button = ui.selectable_label(is_on, words.get(key));
        let key = hint_key.unwrap_or(key);
        let button = button.on_hover_text(hint(ui.ctx(), words, key, command));
        button.clicked().then_some(Action::Do(command))
    }

    /// A small button with a sign, greyed while its command does not apply.
    fn sign(self, ui: &mut Ui, sign: &str, command: Command) -> Option<Action> {
        let Menus { words, facts, .. } = self.menus;
        let key = command.name().key;
        let applies = command.applies(facts);
        let response = ui.add_enabled(applies.is_ok(), Button::new(sign));
        accessible_name(ui, &response, &words.get(key));
        let response = match applies {
            Ok(()) => response.on_hover_text(hint(ui.ctx(), words, key, command)),
            Err(why) => response.on_disabled_hover_text(words.get(why.key())),
        };
        response.clicked().then_some(Action::Do(command))
    }

    fn message(self, ui: &mut Ui, message: &Message) -> Option<Action> {
        let palette = self.palette;
        let color = if message.is_error {
            palette.error
        } else {
            palette.quiet
        };
        let dismiss = ui.horizontal_wrapped(|ui| {
            ui.colored_label(color, &message.text);
            ui.button(self.menus.words.get("button-dismiss"))
        });
        dismiss.inner.clicked().then_some(Action::Dismiss)
    }
}
