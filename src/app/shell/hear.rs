//! Files come and go: what was opened is trained, what was asked for is written, and what is wrong
//! is said where it was asked.

use std::path::PathBuf;

use egui::Context;

use super::app::App;
use crate::app::command::action::Action;
use crate::app::command::purpose::{DialogId, Purpose};
use crate::app::command::view::View;
use crate::app::session::desk::{News, Opened, Trouble, What};
use crate::app::session::pins::{Pin, PinList};
use crate::app::session::work;
use crate::app::text::message::Message;
use crate::app::theme::palette::Palette;
use crate::data::OwnData;
use crate::experiment::ExperimentError;
use crate::experiment::file::ExperimentFile;
use crate::experiment::taught::taught;
use crate::files::{self, FileError};
use crate::numbers;

impl App {
    /// Takes note of what work with files has come to.
    pub(super) fn hear(&mut self, News { asker, what }: News, ctx: &Context) {
        match what {
            What::Chosen(path) => {
                if let Some(path) = path {
                    self.file_dialog.choose(asker, path);
                }
            }
            What::Pictured(Ok(image)) => {
                ctx.copy_image(image);
                let text = self.words.get("message-copied");
                self.message = Some(Message::news(text));
            }
            What::Pictured(Err(error)) => {
                self.message = Some(Message::error(self.words.picture_error(&error)));
            }
            What::Opened {
                number,
                path,
                result,
            } => {
                // Given up: another was asked for, or the dialog was left.
                let is_left = asker.is_some() && !self.file_dialog.is_open(asker);
                if is_left || !self.desk.is_newest(number) {
                    self.work.pass_over(&path);
                    return;
                }
                match result {
                    Ok(opened) => self.take_in(asker, path, *opened, ctx),
                    Err(trouble) => {
                        let text = self.trouble(trouble);
                        self.set_left_aside(&path, &text);
                        self.tell_file_error(asker, text);
                    }
                }
            }
            What::Saved {
                number,
                path,
                result,
            } => match result {
                Ok(()) => {
                    self.file_dialog.close(asker);
                    if files::has_ending(&path, "toml") {
                        self.note_file(&path);
                    }
                    self.folder = path.parent().map(ToOwned::to_owned);
                    let path = path.display().to_string();
                    let text = self.words.with("message-saved", &[("path", path.into())]);
                    self.message = Some(Message::news(text));
                    self.end_saving(number);
                }
                Err(trouble) => {
                    self.work.give_up_saving(number);
                    let text = self.trouble(trouble);
                    self.tell_file_error(asker, text);
                }
            },
            What::Failed(message) => {
                let text = self.trouble(Trouble::Failed(message));
                self.tell_file_error(asker, text);
            }
        }
    }

    /// Why a file was not read or written, in words.
    fn trouble(&self, trouble: Trouble) -> String {
        match trouble {
            Trouble::File(error) => self.words.file_error(&error),
            Trouble::Failed(message) => {
                let values = [("message", message.into())];
                self.words.with("file-failed", &values)
            }
        }
    }

    /// Shows these pins in place of others, and trains those that are not yet.
    pub(super) fn show_pins(&mut self, pins: PinList) {
        self.pins.replace(pins);
        // What an earlier file has under way is unwanted from here on.
        self.pin_job.cancel();
        self.train_next_pin();
    }

    /// Takes over a pin of an opened file that was trained, and goes on to the next.
    pub(super) fn hear_pins(&mut self) {
        match self.pin_job.poll() {
            Some(Ok(Some(pin))) => self.pins.arrive(pin),
            Some(Err(error)) => {
                self.pins.pass_over();
                self.message = Some(Message::error(error.to_string()));
            }
            Some(Ok(None)) | None => return,
        }
        self.train_next_pin();
    }

    fn train_next_pin(&mut self) {
        if let Some(stored) = self.pins.next_awaited().cloned() {
            self.pin_job
                .start(move |is_unwanted| Pin::trained(stored, is_unwanted));
        }
    }

    /// Trains on what was opened.
    fn take_in(&mut self, asker: Option<DialogId>, path: PathBuf, opened: Opened, ctx: &Context) {
        let (data, lr) = match opened {
            Opened::Experiment(file) => {
                self.file_dialog.close(asker);
                self.take_in_experiment(work::Opened { path, file });
                return;
            }
            Opened::Data { data, lr } => (data, lr),
        };
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy().into_owned();
        match self.show_data(&name, data, lr, ctx) {
            Ok(text) => {
                self.file_dialog.close(asker);
                self.note_file(&path);
                self.message = Some(Message::news(text));
            }
            Err(error) => {
                let reason = self.words.error(error).into();
                let values = [("name", name.into()), ("reason", reason)];
                self.tell_file_error(asker, self.words.with("file-error", &values));
            }
        }
    }

    /// Trains on data of one's own; answers what to say.
    fn show_data(
        &mut self,
        name: &str,
        data: OwnData,
        lr: f64,
        ctx: &Context,
    ) -> Result<String, ExperimentError> {
        let mut experiment = self.experiment.on_own(name.to_owned(), data);
        experiment.lr = lr;
        experiment.validate()?;
        let key = if experiment.weights.is_some() {
            "message-opened-weights"
        } else {
            "message-opened"
        };
        let values = [
            ("name", name.into()),
            ("items", experiment.items.len().to_string().into()),
            ("features", experiment.data.n_features().to_string().into()),
            ("lr", numbers::exact(lr).into()),
        ];
        self.edit(experiment, ctx);
        Ok(self.words.with(key, &values))
    }

    /// Shows what an experiment file says: what is trained, its pins, the view and the epoch.
    pub(super) fn show_experiment(&mut self, file: ExperimentFile) {
        if let Some(view) = file.view.name.as_deref().and_then(View::of_name) {
            self.settings.view = view;
        }
        if let Some(epoch) = file.view.epoch {
            self.timeline.look_at(epoch);
        }
        if let Some(options) = file.view.learning {
            self.settings.learning = options;
        }
        self.learning.follow(file.view.followed);
        self.show_pins(PinList {
            trained: Vec::new(),
            awaited: file.pins,
        });
        self.train(file.experiment);
    }

    /// Writes what a dialog asked for.
    pub(super) fn save(&mut self, asker: Option<DialogId>, purpose: Purpose, path: PathBuf) {
        let experiment = self.experiment.clone();
        match purpose {
            Purpose::Open => {}
            Purpose::SaveExperiment => self.save_experiment(asker, path),
            Purpose::SaveData => {
                self.desk.save(asker, path, move |path| {
                    let own = taught(&experiment, &experiment.data.sample());
                    let own = own.map_err(|reason| FileError::Data {
                        path: path.to_owned(),
                        reason,
                    });
                    files::write_data(path, &own?)
                });
            }
            Purpose::Export(product) => {
                self.desk
                    .save(asker, path, move |path| product.write(path, &experiment));
            }
        }
    }

    /// In the dialog that asked, if it is open, else in the bar.
    fn tell_file_error(&mut self, asker: Option<DialogId>, text: String) {
        if !self.file_dialog.refuse(asker, &text) {
            self.message = Some(Message::error(text));
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
        // Of several, one can be shown.
        let first = dropped.into_iter().next();
        first.map(|path| Action::OpenFile(None, path))
    }
}
