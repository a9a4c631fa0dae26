//! The menu of files: open, save, export.

use std::path::{Path, PathBuf};

use egui::Ui;

use crate::app::command::action::Action;
use crate::app::command::picture::{Page, Picture, Plot};
use crate::app::command::product::Product;
use crate::app::command::purpose::Purpose;
use crate::app::text::words::Words;
use crate::experiment::Experiment;

/// What the menu is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct FileMenu<'a> {
    pub(crate) words: &'a Words,
    pub(crate) experiment: &'a Experiment,
    /// Files that were open, the last one first.
    pub(crate) recent: &'a [String],
    pub(crate) epoch: usize,
    /// The hidden layer whose similarities are shown.
    pub(crate) layer: usize,
    /// How large a copied figure is.
    pub(crate) page: Page,
}

impl FileMenu<'_> {
    /// Draws the menu.
    #[must_use]
    pub(crate) fn ui(self, ui: &mut Ui) -> Option<Action> {
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
        let figure_asked = ui
            .menu_button(words.get("export-figure"), |ui| {
                self.figures(ui, " …", |product| {
                    Action::AskFile(Purpose::Export(product))
                })
            })
            .inner;
        let copy = ui.menu_button(words.get("copy-figure"), |ui| {
            self.figures(ui, "", Action::CopyFigure)
        });
        copy.response.on_hover_text(words.get("copy-figure-hint"));
        for product in [Product::Curves, Product::Run, Product::Script] {
            let (name, action) = dialog(Purpose::Export(product));
            item(ui, name, None, action);
        }
        let figure_asked = figure_asked.flatten().or(copy.inner.flatten());
        asked.or(recent_asked).or(figure_asked)
    }

    /// All figures; those that this experiment has not are there to say why.
    fn figures(
        self,
        ui: &mut Ui,
        behind: &str,
        action: impl Fn(Product) -> Action,
    ) -> Option<Action> {
        let mut asked = None;
        for plot in Plot::all(self.epoch, self.layer) {
            let name = self.words.get(plot.key()) + behind;
            let missing = plot.missing(self.experiment);
            let mut button = ui.add_enabled(missing.is_none(), egui::Button::new(name));
            if let Some(key) = missing {
                button = button.on_disabled_hover_text(self.words.get(key));
            }
            if button.clicked() {
                asked = Some(action(Product::Figure(Picture {
                    plot,
                    page: self.page,
                })));
                ui.close();
            }
        }
        asked
    }
}
