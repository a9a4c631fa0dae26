//! The work at hand goes into a file, or another file takes its place.

use std::path::PathBuf;

use egui::{Context, ViewportCommand};

use super::app::App;
use crate::app::command::purpose::{DialogId, Purpose};
use crate::app::command::question::Question;
use crate::app::session::history::Moment;
use crate::app::session::work::{Closing, Content, Next, Opened, Saving};
use crate::app::text::message::Message;
use crate::experiment::View;
use crate::experiment::file::ExperimentFile;
use crate::files;

impl App {
    /// Everything that decides the picture.
    pub(super) fn file(&self) -> ExperimentFile {
        ExperimentFile {
            experiment: self.experiment.clone(),
            view: View {
                name: Some(self.settings.view.name().to_owned()),
                epoch: Some(self.epoch()),
                learning: Some(self.settings.learning.clone()),
                followed: self.learning.followed().to_vec(),
            },
            pins: self.pins.stored(),
        }
    }

    /// Whether there is anything that is not in the file.
    pub(super) fn is_unsaved(&self) -> bool {
        !self.work.at_hand.saved.is(&self.experiment, &self.pins)
    }

    /// All that is at hand.
    pub(super) fn moment(&self) -> Moment {
        Moment {
            experiment: self.experiment.clone(),
            pins: Some(self.pins.list()),
            at_hand: Some(Box::new(self.work.at_hand.clone())),
        }
    }

    /// Goes back, or forth, to what was at hand.
    pub(super) fn go_to(&mut self, moment: Moment) {
        if let Some(at_hand) = moment.at_hand {
            self.work.set_at_hand(*at_hand);
        }
        if let Some(pins) = moment.pins {
            self.show_pins(pins);
        }
        if moment.experiment != self.experiment {
            self.train(moment.experiment);
        }
    }

    /// Writes the experiment; the file is from then on the one at hand.
    pub(super) fn save_experiment(&mut self, asker: Option<DialogId>, path: PathBuf) {
        let file = self.file();
        let content = Content::from(&file);
        let number = self.desk.save(asker, path.clone(), move |path| {
            files::write_experiment(path, &file)
        });
        self.work.saving = Some(Saving {
            number,
            path,
            content,
        });
    }

    /// A file was written, and what was to follow does.
    pub(super) fn end_saving(&mut self, number: u64) {
        match self.work.end_saving(number) {
            Next::Nothing => {}
            Next::Close => self.work.closing = Closing::WhenWritten,
            Next::Open(opened) => self.show_opened(opened),
        }
    }

    /// Shows an experiment file that was read; if what it would take the place of is in no file,
    /// that is asked about first, and what is just being written is waited for.
    pub(super) fn take_in_experiment(&mut self, opened: Opened) {
        if !self.is_unsaved() || self.work.is_aside(&opened.path) {
            self.show_opened(opened);
        } else if self.work.is_saving(&self.experiment, &self.pins) {
            self.work.next = Next::Open(opened);
        } else {
            self.work.waiting = Some(opened);
            self.work.question = Some(Question::Open);
        }
    }

    pub(super) fn show_opened(&mut self, opened: Opened) {
        self.history.note(self.moment(), false);
        let is_own = self.work.opened(&opened);
        let Opened { path, file } = opened;
        self.show_experiment(*file);
        let text = if is_own {
            self.note_file(&path);
            let name = path.file_name().unwrap_or(path.as_os_str());
            let name = name.to_string_lossy().into_owned();
            self.words
                .with("message-experiment", &[("name", name.into())])
        } else {
            self.words.get("message-taken-up")
        };
        self.message = Some(Message::news(text));
    }

    /// Saves the experiment where it was saved last, or asks where.
    pub(super) fn save_again(&mut self) {
        match self.work.at_hand.path.clone() {
            Some(path) => self.save_experiment(None, path),
            None => self.ask_file(Purpose::SaveExperiment),
        }
    }

    /// Asks for a file; for the experiment, beginning with the one it was saved in last.
    pub(super) fn ask_file(&mut self, purpose: Purpose) {
        let last = self.work.at_hand.path.clone();
        let last = last.filter(|_| purpose == Purpose::SaveExperiment);
        self.file_dialog.ask(purpose, self.folder.as_deref(), last);
    }

    /// The window's title: the file at hand, and whether anything is not in it.
    pub(super) fn name_window(&mut self, ctx: &Context) {
        let program = self.words.get("app-title");
        let path = self.work.at_hand.path.as_ref();
        let name = path.and_then(|path| path.file_name());
        let title = match name {
            Some(name) => {
                let mark = if self.is_unsaved() { "• " } else { "" };
                format!("{mark}{} – {program}", name.to_string_lossy())
            }
            None => program,
        };
        if title != self.work.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.work.title = title;
        }
    }
}
