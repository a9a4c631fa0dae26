//! Shows what the session reports, or acts on it, and takes dropped files.

use std::path::{Path, PathBuf};

use egui::{Align2, Context, FontId, Id, LayerId, Order, Stroke, StrokeKind, ViewportCommand};

use super::app::App;
use super::clipboard::ClipboardError;
use crate::app::command::action::Action;
use crate::app::command::notice::Notice;
use crate::app::command::purpose::Purpose;
use crate::app::text::message::Message;
use crate::app::text::notice;
use crate::files;

impl App {
    /// Shows what happened, or acts on it.
    pub(super) fn react(&mut self, notices: Vec<Notice>, ctx: &Context) {
        for notice in notices {
            if self.act_on(&notice, ctx) {
                continue;
            }
            if let Some(message) = notice::sentence(&notice, &self.words) {
                if matches!(notice, Notice::OthersLeft { .. }) {
                    self.toast.add(message);
                } else {
                    self.toast.show(message);
                }
            }
        }
    }

    /// Does what a notice asks of the window; answers whether it was shown where it was asked for.
    fn act_on(&mut self, notice: &Notice, ctx: &Context) -> bool {
        match notice {
            Notice::PathChosen { asker, path } => self.file_dialog.choose(*asker, path.clone()),
            Notice::Read { asker } => self.file_dialog.close(*asker),
            Notice::Opened { path } | Notice::DataOpened { path, .. } => self.note_file(path),
            Notice::Saved { asker, path } => {
                self.file_dialog.close(*asker);
                self.folder = path.parent().map(ToOwned::to_owned);
                if files::has_ending(path, "toml") {
                    self.note_file(path);
                }
            }
            Notice::NotOpened { asker, trouble } | Notice::NotSaved { asker, trouble } => {
                let text = notice::trouble(trouble, &self.words);
                return self.file_dialog.refuse(*asker, &text);
            }
            // The question stands alone: a dialog behind it would take the keyboard.
            Notice::InDoubt { asker } => {
                self.file_dialog.close(*asker);
                return true;
            }
            Notice::NeedsPath => self.ask_file(Purpose::SaveExperiment),
            Notice::StaysOpen => ctx.send_viewport_cmd(ViewportCommand::CancelClose),
            Notice::Close => ctx.send_viewport_cmd(ViewportCommand::Close),
            Notice::Recovered
            | Notice::NoWorkLeft
            | Notice::DataReadAnew { .. }
            | Notice::NotRecovered { .. }
            | Notice::OthersLeft { .. }
            | Notice::NoFont { .. }
            | Notice::AutosaveFailed { .. }
            | Notice::PinNotTrained { .. }
            | Notice::WillCloseWhenWritten => {}
        }
        false
    }

    /// Asks for a file, named after the experiment's file or else the data's.
    pub(super) fn ask_file(&mut self, purpose: Purpose) {
        let data = self.session.experiment().data.own();
        let data = data.map(|own| Path::new(own.name.as_str()));
        let of = self.session.path().or(data);
        self.file_dialog.ask(purpose, self.folder.as_deref(), of);
    }

    /// Copies a figure that was drawn for the clipboard.
    pub(super) fn copy_drawn(&mut self, ctx: &Context) {
        let Some(drawn) = self.clipboard.poll() else {
            return;
        };
        self.toast.show(match drawn {
            Ok((image, letters)) => {
                ctx.copy_image(image);
                if letters.is_empty() {
                    Message::news(self.words.get("message-copied"))
                } else {
                    Message::error(notice::no_font(&letters, &self.words))
                }
            }
            Err(ClipboardError::Figure(error)) => Message::error(self.words.picture_error(&error)),
            Err(ClipboardError::Failed(text)) => Message::error(notice::failed(text, &self.words)),
        });
    }

    /// The window's title: the file, and whether anything is not in it.
    pub(super) fn name_window(&mut self, ctx: &Context) {
        let (path, is_unsaved) = (self.session.path(), self.session.is_unsaved());
        let own = self.session.experiment().data.own();
        let own = own.map(|own| own.name.as_str());
        let title = notice::title(path, own, is_unsaved, &self.words);
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// A file dropped on the window; while it hovers, what dropping it does.
    pub(super) fn dropped(&mut self, ctx: &Context) -> Option<Action> {
        let (dropped, is_hovering) = ctx.input(|input| {
            let dropped = &input.raw.dropped_files;
            let paths: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_owned()).collect();
            (paths, !input.raw.hovered_files.is_empty())
        });
        if is_hovering {
            drop_hint(ctx, &self.words.get("file-drop"));
        }
        (!dropped.is_empty()).then_some(Action::OpenDropped(dropped))
    }
}

/// Says what dropping a file does, over the whole window.
fn drop_hint(ctx: &Context, text: &str) {
    let layer = LayerId::new(Order::Foreground, Id::unique("drop"));
    let painter = ctx.layer_painter(layer);
    let (room, visuals) = (ctx.content_rect(), &ctx.global_style().visuals);
    painter.rect_filled(room, 0.0, visuals.panel_fill.gamma_multiply(0.92));
    let stroke = Stroke::new(3.0, visuals.hyperlink_color);
    painter.rect_stroke(room.shrink(12.0), 8.0, stroke, StrokeKind::Inside);
    let font = FontId::proportional(22.0);
    let color = visuals.strong_text_color();
    painter.text(room.center(), Align2::CENTER_CENTER, text, font, color);
}
