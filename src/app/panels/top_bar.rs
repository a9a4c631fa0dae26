//! The bar at the top: the views, undo and redo, theme, language and help, and a message.

use egui::{RichText, Ui};

use super::file_menu::FileMenu;
use crate::app::command::action::{Action, PinChange};
use crate::app::command::language::Language;
use crate::app::command::view::View;
use crate::app::session::history::History;
use crate::app::text::message::Message;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;

/// What the bar is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct TopBar<'a> {
    pub(crate) words: &'a Words,
    pub(crate) palette: &'a Palette,
    pub(crate) view: View,
    pub(crate) theme: egui::ThemePreference,
    pub(crate) history: &'a History,
    /// A message that stays until it is read.
    pub(crate) message: Option<&'a Message>,
    pub(crate) shows_help: bool,
    pub(crate) files: FileMenu<'a>,
    pub(crate) shows_lesson: bool,
}

impl TopBar<'_> {
    /// Draws the bar.
    #[must_use]
    pub(crate) fn ui(self, ui: &mut Ui) -> Option<Action> {
        let mut action = None;
        ui.add_space(3.0);
        ui.horizontal(|ui| {
            ui.label(RichText::new("modescope").strong().size(16.0));
            action = self.files.ui(ui);
            for (view, key) in View::ALL {
                let is_shown = view == self.view;
                if ui.selectable_label(is_shown, self.words.get(key)).clicked() {
                    action = Some(Action::Show(view));
                }
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let help = ui.selectable_label(self.shows_help, self.words.get("button-help"));
                if help
                    .on_hover_text(self.words.get("button-help-hint"))
                    .clicked()
                {
                    action = Some(Action::ToggleHelp);
                }
                action = action
                    .take()
                    .or(self.language_menu(ui))
                    .or(self.theme_menu(ui));
                action = action.take().or(self.undo_buttons(ui));
                let pin = ui.button(self.words.get("pin"));
                if pin.on_hover_text(self.words.get("pin-hint")).clicked() {
                    action = Some(Action::Pin(PinChange::Add));
                }
                ui.separator();
                let lesson =
                    ui.selectable_label(self.shows_lesson, self.words.get("button-lesson"));
                let lesson = lesson.on_hover_text(self.words.get("button-lesson-hint"));
                if lesson.clicked() {
                    action = Some(Action::ToggleLesson);
                }
            });
        });
        if let Some(message) = self.message {
            ui.horizontal_wrapped(|ui| {
                let color = if message.is_error {
                    self.palette.error
                } else {
                    self.palette.quiet
                };
                ui.colored_label(color, &message.text);
                if ui.button(self.words.get("button-dismiss")).clicked() {
                    action = Some(Action::Dismiss);
                }
            });
        }
        ui.add_space(3.0);
        action
    }

    fn undo_buttons(&self, ui: &mut Ui) -> Option<Action> {
        let mut action = None;
        // From right to left.
        for (sign, key, can, asked) in [
            ("⟳", "redo", self.history.can_redo(), Action::Redo),
            ("⟲", "undo", self.history.can_undo(), Action::Undo),
        ] {
            let name = self.words.get(key);
            let response = ui.add_enabled(can, egui::Button::new(sign));
            accessible_name(ui, &response, &name);
            if response.on_hover_text(name).clicked() {
                action = Some(asked);
            }
        }
        action
    }

    fn language_menu(&self, ui: &mut Ui) -> Option<Action> {
        let mut action = None;
        let current = self.words.language();
        let menu = ui.menu_button(current.name(), |ui| {
            for language in Language::ALL {
                if ui
                    .selectable_label(language == current, language.name())
                    .clicked()
                {
                    action = Some(Action::Speak(language));
                    ui.close();
                }
            }
        });
        menu.response
            .on_hover_text(self.words.get("menu-language-hint"));
        action
    }

    fn theme_menu(&self, ui: &mut Ui) -> Option<Action> {
        let mut action = None;
        let current = self.theme;
        let menu = ui.menu_button(self.words.get("menu-theme"), |ui| {
            for (theme, key) in [
                (egui::ThemePreference::System, "theme-system"),
                (egui::ThemePreference::Light, "theme-light"),
                (egui::ThemePreference::Dark, "theme-dark"),
            ] {
                if ui
                    .selectable_label(theme == current, self.words.get(key))
                    .clicked()
                {
                    action = Some(Action::Theme(theme));
                    ui.close();
                }
            }
        });
        menu.response
            .on_hover_text(self.words.get("menu-theme-hint"));
        action
    }
}
