//! Files come and go: what was opened is trained, what was asked for is written, and what is wrong
//! is said where it was asked.

use std::path::{Path, PathBuf};

use egui::Context;

use super::action::Action;
use super::desk::{News, Opened};
use super::file_dialog::Purpose;
use super::palette::Palette;
use super::pins::Pin;
use super::top_bar::Message;
use super::views::View;
use super::{App, format};
use crate::experiment_file::{self, ExperimentFile};
use crate::files;
use crate::model::taught::taught;

impl App {
    /// Takes note of what work with files has come to.
    pub(super) fn hear(&mut self, news: News, ctx: &Context) {
        match news {
            News::Chosen(path) => {
                if let Some(path) = path {
                    self.file_dialog.choose(path);
                }
            }
            News::Pins(pins) => self.pins.replace(pins),
            News::Pictured(Ok(image)) => {
                ctx.copy_image(image);
                let text = self.words.get("message-copied");
                self.message = Some(Message::news(text));
            }
            News::Pictured(Err(reason)) => self.message = Some(Message::error(reason)),
            News::Opened { path, result } => match result {
                Ok(opened) => self.take_in(&path, *opened, ctx),
                Err(error) => self.tell_file_error(self.words.file_error(&error)),
            },
            News::Saved { path, result } => match result {
                Ok(()) => {
                    self.file_dialog.close();
                    self.folder = path.parent().map(ToOwned::to_owned);
                    let path = path.display().to_string();
                    let text = self.words.with("message-saved", &[("path", path.into())]);
                    self.message = Some(Message::news(text));
                }
                Err(error) => self.tell_file_error(self.words.file_error(&error)),
            },
        }
    }

    /// Trains on what was opened.
    fn take_in(&mut self, path: &Path, opened: Opened, ctx: &Context) {
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy().into_owned();
        let (data, lr) = match opened {
            Opened::Data { data, lr } => (data, lr),
            Opened::Experiment(file) => return self.show_experiment(path, name, file, ctx),
        };
        let mut experiment = self.experiment.on_own(name.clone(), data);
        experiment.lr = lr;
        if let Err(error) = experiment.validate() {
            let reason = self.words.error(error);
            let values = [("name", name.into()), ("reason", reason.into())];
            return self.tell_file_error(self.words.with("file-error", &values));
        }
        self.file_dialog.close();
        self.folder = path.parent().map(ToOwned::to_owned);
        let key = if experiment.weights.is_some() {
            "message-opened-weights"
        } else {
            "message-opened"
        };
        let values = [
            ("name", name.into()),
            ("items", experiment.items.len().to_string().into()),
            ("features", experiment.data.n_features().to_string().into()),
            ("lr", format::exact(lr).into()),
        ];
        self.message = Some(Message::news(self.words.with(key, &values)));
        self.controls.clear();
        self.edit(experiment, ctx);
    }

    /// Shows what an experiment file says: what is trained, the view and the epoch.
    fn show_experiment(&mut self, path: &Path, name: String, file: ExperimentFile, ctx: &Context) {
        self.file_dialog.close();
        self.folder = path.parent().map(ToOwned::to_owned);
        if let Some(view) = file.view.name.as_deref().and_then(View::of_name) {
            self.settings.view = view;
        }
        if let Some(epoch) = file.view.epoch {
            self.timeline.look_at(epoch);
        }
        let text = self
            .words
            .with("message-experiment", &[("name", name.into())]);
        self.message = Some(Message::news(text));
        self.controls.clear();
        self.pins.replace(Vec::new());
        if !file.pins.is_empty() {
            self.desk.train_pins(file.pins);
        }
        self.edit(file.experiment, ctx);
    }

    /// Writes what was asked for.
    pub(super) fn save(&mut self, purpose: Purpose, path: PathBuf) {
        let experiment = self.experiment.clone();
        match purpose {
            Purpose::Open => {}
            Purpose::SaveExperiment => {
                let file = ExperimentFile {
                    experiment,
                    view: file_view(self.settings.view, self.epoch()),
                    pins: self.pins.all.iter().map(stored).collect(),
                };
                self.desk
                    .save(path, move |path| files::write_experiment(path, &file));
            }
            Purpose::SaveData => self.save_data(path),
            Purpose::Export(product) => {
                self.desk
                    .save(path, move |path| product.write(path, &experiment));
            }
        }
    }

    /// In the dialog if one is open, else in the bar.
    fn tell_file_error(&mut self, text: String) {
        if !self.file_dialog.refuse(&text) {
            self.message = Some(Message::error(text));
        }
    }

    fn save_data(&mut self, path: PathBuf) {
        let Some(run) = self.state.shown() else {
            return;
        };
        match taught(&run.facts.experiment, &run.facts.dataset) {
            Ok(own) => self
                .desk
                .save(path, move |path| files::write_data(path, &own)),
            Err(error) => self.tell_file_error(self.words.read_error(&error)),
        }
    }

    /// A file dropped on the window; while it hovers, what dropping it does.
    pub(super) fn dropped(&mut self, ctx: &Context, palette: &Palette) -> Option<Action> {
        let (dropped, is_hovering) = ctx.input(|input| {
            let dropped = &input.raw.dropped_files;
            let paths: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_owned()).collect();
            (paths, !input.raw.hovered_files.is_empty())
        });
        if is_hovering {
            let painter = ctx.layer_painter(egui::LayerId::new(
                egui::Order::Foreground,
                egui::Id::unique("drop"),
            ));
            let rect = ctx.content_rect();
            painter.rect_filled(rect, 0.0, egui::Color32::from_black_alpha(140));
            let font = egui::FontId::proportional(22.0);
            let text = self.words.get("file-drop");
            let center = egui::Align2::CENTER_CENTER;
            painter.text(rect.center(), center, text, font, palette.epoch);
        }
        if dropped.len() > 1 {
            self.message = Some(Message::news(self.words.get("message-one-file")));
        }
        dropped.into_iter().next().map(Action::OpenFile)
    }
}

fn stored(pin: &Pin) -> experiment_file::Pin {
    experiment_file::Pin {
        name: pin.name.clone(),
        colour: Some(pin.colour),
        experiment: pin.trace.experiment.clone(),
    }
}

fn file_view(view: View, epoch: usize) -> experiment_file::View {
    experiment_file::View {
        name: Some(view.name().to_owned()),
        epoch: Some(epoch),
    }
}
