//! What is asked, and waited for, before the window closes or the work at hand gives way.

use egui::{Context, ViewportCommand};

use super::app::App;
use crate::app::command::action::Action;
use crate::app::command::question::{Answer, Question};
use crate::app::session::work::{Closing, Next};
use crate::app::text::message::Message;

impl App {
    /// Asks before the window closes on work that is in no file; what is being written is waited
    /// for, unless the window is closed once more.
    pub(super) fn hear_close(&mut self, ctx: &Context) {
        let is_closing = ctx.input(|input| input.viewport().close_requested());
        // What was left and is not answered for stays, whatever else is at hand.
        let may_close = matches!(self.work.closing, Closing::Now | Closing::LettingGo);
        if is_closing && !may_close && !self.work.is_left() {
            let is_saving = self.work.is_saving(&self.experiment, &self.pins);
            if self.is_unsaved() && !is_saving {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.work.question = Some(Question::Quit);
            } else if self.desk.is_writing() && self.work.closing == Closing::No {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.work.closing = Closing::WhenWritten;
                let text = self.words.get("message-closes-when-written");
                self.message = Some(Message::news(text));
            }
        }
        let is_saving = self.work.saving.is_some() || self.file_dialog.is_asking();
        if !is_saving && !matches!(self.work.next, Next::Nothing) {
            // The dialog was left without saving.
            self.work.next = Next::Nothing;
        }
        if self.work.closing == Closing::WhenWritten && !self.desk.is_writing() {
            if self.is_unsaved() {
                self.work.closing = Closing::No;
            } else {
                self.quit(Closing::Now, ctx);
            }
        }
    }

    fn quit(&mut self, closing: Closing, ctx: &Context) {
        self.work.closing = closing;
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    /// Acts on the answer to what was asked.
    pub(super) fn answer(&mut self, answer: Answer, ctx: &Context) {
        self.work.question = None;
        match answer {
            Answer::SaveAndQuit => {
                self.work.next = Next::Close;
                self.save_again();
            }
            Answer::Quit => self.quit(Closing::LettingGo, ctx),
            Answer::SaveAndOpen => {
                if let Some(opened) = self.work.waiting.take() {
                    self.work.next = Next::Open(opened);
                    self.save_again();
                }
            }
            Answer::Open => {
                if let Some(opened) = self.work.waiting.take() {
                    self.show_opened(opened);
                }
            }
            Answer::Stay => self.work.waiting = None,
            Answer::TakeUp => {
                if let Some(aside) = &self.work.aside {
                    self.work.is_taking_up = true;
                    let path = aside.path().to_owned();
                    self.perform(Action::OpenFile(None, path), ctx);
                }
            }
            Answer::LetGo => self.clear_aside(),
        }
    }

    /// The program ends as it was asked to: nothing is left for the next one, unless it is in no
    /// file, or was left by an earlier one and not yet answered for.
    pub(super) fn end_work(&mut self) {
        let is_done = self.work.closing == Closing::LettingGo || !self.is_unsaved();
        if is_done
            && !self.work.is_left()
            && let Some(aside) = &mut self.work.aside
        {
            aside.end();
        }
    }
}
