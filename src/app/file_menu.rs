//! The menu of files: open, save, export.

use std::path::{Path, PathBuf};

use egui::Ui;

use super::action::Action;
use super::file_dialog::Purpose;
use super::product::Product;
use super::views::View;
use super::words::Words;

/// What the menu is drawn from.
#[derive(Clone, Copy)]
pub(super) struct FileMenu<'a> {
    pub(super) words: &'a Words,
    pub(super) view: View,
    /// Files that were open, the last one first.
    pub(super) recent: &'a [String],
    pub(super) epoch: usize,
    /// The hidden layer whose similarities are shown.
    pub(super) layer: usize,
    pub(super) is_log: bool,
}

impl FileMenu<'_> {
    /// Draws the menu.
    #[must_use]
    pub(super) fn ui(self, ui: &mut Ui) -> Option<Action> {
        let mut asked = None;
        let menu = ui.menu_button(self.words.get("menu-file"), |ui| asked = self.items(ui));
        menu.response
            .on_hover_text(self.words.get("menu-file-hint"));
        asked
    }

    fn items(self, ui: &mut Ui) -> Option<Action> {
        let words = self.words;
        let mut asked = None;
        let mut recent_asked = None;
        let mut item = |ui: &mut Ui, name: String, hint: Option<&str>, action: Action| {
            let mut button = ui.button(name);
            if let Some(hint) = hint {
                button = button.on_hover_text(words.get(hint));
            }
            if button.clicked() {
                asked = Some(action);
                ui.close();
            }
        };
        let dialog = |purpose: Purpose| {
            let name = format!("{} …", words.get(purpose.key()));
            (name, Action::AskFile(purpose))
        };
        let (name, action) = dialog(Purpose::Open);
        item(ui, name, None, action);
        ui.add_enabled_ui(!self.recent.is_empty(), |ui| {
            ui.menu_button(words.get("open-recent"), |ui| {
                for path in self.recent {
                    let name = Path::new(path).file_name().unwrap_or(path.as_ref());
                    let button = ui.button(name.to_string_lossy()).on_hover_text(path);
                    if button.clicked() {
                        recent_asked = Some(Action::OpenFile(None, PathBuf::from(path)));
                        ui.close();
                    }
                }
            });
        });
        item(ui, words.get("save"), Some("save-hint"), Action::Save);
        for purpose in [Purpose::SaveExperiment, Purpose::SaveData] {
            let (name, action) = dialog(purpose);
            item(ui, name, None, action);
        }
        ui.separator();
        let (epoch, is_log, layer) = (self.epoch, self.is_log, self.layer);
        let copied = match self.view {
            View::Illusions => Product::Illusions,
            _ => Product::Dynamics { is_log },
        };
        item(
            ui,
            words.get("copy-figure"),
            Some("copy-figure-hint"),
            Action::CopyFigure(copied),
        );
        for product in [
            Product::Dynamics { is_log },
            Product::Rsm { epoch, layer },
            Product::Illusions,
            Product::Curves,
            Product::Run,
            Product::Script,
        ] {
            let (name, action) = dialog(Purpose::Export(product));
            item(ui, name, None, action);
        }
        asked.or(recent_asked)
    }
}
