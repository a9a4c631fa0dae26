//! Verbs about how a data file is read: by other choices, each of which can be undone.

use std::path::{Path, PathBuf};

use super::content::{Content, FileContent, ReadFile};
use super::data_read::{DataFile, DataRead, ReadableFile, UnreadableFile};
use super::readings::{Attempt, ChoiceRefusal, DoubtfulFile, Lookup, Readings};
use super::session::Session;
use super::task::Task;
use crate::app::command::notice::{Notice, Trouble};
use crate::app::command::purpose::DialogId;
use crate::data::read::Choices;
use crate::data::{OwnSource, Provenance};
use crate::experiment::Experiment;
use crate::files::FileError;

impl Session {
    /// How own data were and are to be read, as far as known.
    pub(crate) fn readings(&self) -> &Readings {
        &self.readings
    }

    /// Reads the file of the present data by other choices. The data stay until it is read.
    pub(crate) fn choose(&mut self, choices: Choices) {
        let Some((name, from)) = self.present_file().filter(|_| self.document.can_edit()) else {
            return;
        };
        if choices == from.choices {
            self.readings.attempt = None;
            return;
        }
        let file = DataFile {
            name,
            provenance: from.clone(),
        };
        let number = self.examine(file.by(choices.clone()));
        self.readings.attempt = Some(Attempt {
            number,
            from,
            choices,
            refusal: None,
            outline: None,
        });
    }

    /// Reads the file that is in doubt by other choices.
    pub(crate) fn choose_for_doubtful(&mut self, choices: Choices) {
        let Some(mut doubtful) = self.readings.doubtful.take() else {
            return;
        };
        let before = doubtful.file.provenance.choices.clone();
        doubtful.earlier.push(before);
        doubtful.number = Some(self.examine(doubtful.file.by(choices)));
        self.readings.doubtful = Some(doubtful);
    }

    /// Goes back to the question before, about the file that is in doubt.
    pub(crate) fn go_back_in_doubt(&mut self) {
        let Some(mut doubtful) = self.readings.doubtful.take() else {
            return;
        };
        if let Some(choices) = doubtful.earlier.pop() {
            doubtful.number = Some(self.examine(doubtful.file.by(choices)));
        }
        self.readings.doubtful = Some(doubtful);
    }

    /// The names of the features that leave no weight to the others, and the choices by which their
    /// file was read; `None` if there are no such features, or their file is not known.
    pub(crate) fn outweighing(&self) -> Option<(&[String], &Choices)> {
        let provenance = self.experiment.data.own()?.provenance.as_ref()?;
        let names = &self.readings.how(provenance)?.report.outweighing;
        (!names.is_empty()).then_some((names, &provenance.choices))
    }

    /// Gives up the file that is in doubt.
    pub(crate) fn give_up_doubtful(&mut self) {
        self.readings.doubtful = None;
    }

    /// Gives up choices that were not taken: the controls show those in force.
    pub(crate) fn give_up_attempt(&mut self) {
        self.readings.attempt = None;
    }

    /// The name of the present data's file, and how it was read.
    fn present_file(&self) -> Option<(String, Provenance)> {
        let OwnSource {
            name, provenance, ..
        } = self.experiment.data.own()?;
        Some((name.clone(), provenance.clone()?))
    }

    fn examine(&mut self, file: DataFile) -> u64 {
        let task = self.new_task(None);
        let n_layers = self.experiment.hidden.len() + 1;
        self.files.examine(task, file, n_layers);
        task.number
    }

    /// Keeps what is known of the readings up with the experiment: choices about other data are
    /// dropped, and how the present data were read is found out if it is not known.
    pub(super) fn follow_readings(&mut self) {
        let present = self.experiment.data.own();
        let present = present.and_then(|own| own.provenance.as_ref());
        let is_of_present = |attempt: &Attempt| Some(&attempt.from) == present;
        self.readings.attempt.take_if(|it| !is_of_present(it));
        let is_known = present.is_none_or(|of| {
            let lookup = self.readings.lookup.as_ref();
            self.readings.how(of).is_some() || lookup.is_some_and(|lookup| lookup.of == *of)
        });
        if is_known {
            return;
        }
        if let Some((name, provenance)) = self.present_file() {
            let of = provenance.clone();
            let number = self.examine(DataFile { name, provenance });
            self.readings.lookup = Some(Lookup {
                number,
                of,
                failure: None,
            });
        }
    }

    /// A data file was read by the choices about it.
    pub(super) fn end_examine(
        &mut self,
        task: Task,
        result: Result<Box<DataRead>, Trouble>,
    ) -> Vec<Notice> {
        let number = Some(task.number);
        if self.readings.attempt.as_ref().map(|it| it.number) == number {
            return self.end_attempt(result);
        }
        let doubtful = self.readings.doubtful.take_if(|it| it.number == number);
        if let Some(doubtful) = doubtful {
            return self.end_doubtful(doubtful, result);
        }
        let lookup = self.readings.lookup.take_if(|it| Some(it.number) == number);
        if let Some(lookup) = lookup {
            self.end_lookup(lookup, result);
        }
        Vec::new()
    }

    /// Remembers how the present data were read, or why that cannot be found out.
    fn end_lookup(&mut self, lookup: Lookup, result: Result<Box<DataRead>, Trouble>) {
        let failure = match result.map(|read| read.result()) {
            Ok(Ok(read)) => {
                self.readings.know(read.file.provenance, read.how);
                return;
            }
            Ok(Err(unread)) => Some(ChoiceRefusal::Data(unread.error)),
            Err(trouble) => failed(trouble),
        };
        // It is kept, so that the file is not read again and again.
        self.readings.lookup = Some(Lookup { failure, ..lookup });
    }

    fn end_attempt(&mut self, result: Result<Box<DataRead>, Trouble>) -> Vec<Notice> {
        self.follow_readings();
        let Some(mut attempt) = self.readings.attempt.take() else {
            return Vec::new();
        };
        let refusal = match result {
            Ok(read) => {
                attempt.outline = Some(read.examined.outline.clone());
                match self.take_anew(*read) {
                    Ok(notices) => return notices,
                    Err(refusal) => Some(refusal),
                }
            }
            Err(trouble) => failed(trouble),
        };
        if refusal.is_some() {
            attempt.refusal = refusal;
            self.readings.attempt = Some(attempt);
        }
        Vec::new()
    }

    /// Whether the learning rate is the one that was found to fit the present data, and so goes
    /// along when they change.
    pub(super) fn has_fitting_lr(&self) -> bool {
        let own = self.experiment.data.own();
        let provenance = own.and_then(|own| own.provenance.as_ref());
        let how = provenance.and_then(|provenance| self.readings.how(provenance));
        how.is_some_and(|how| how.lr == Some(self.experiment.lr))
    }

    /// Trains on the present data as they were read by other choices: an edit like any other. The
    /// learning rate goes along if it was the one that fits.
    fn take_anew(&mut self, read: DataRead) -> Result<Vec<Notice>, ChoiceRefusal> {
        let read = read.result().map_err(|it| ChoiceRefusal::Data(it.error))?;
        let ReadableFile { file, data, how } = read;
        let lr = how.lr;
        let follows = self.has_fitting_lr();
        let provenance = file.provenance;
        let mut experiment = self
            .experiment
            .read_anew(file.name, data, provenance.clone());
        if let Some(lr) = lr.filter(|_| follows) {
            experiment.lr = lr;
        }
        experiment.validate().map_err(ChoiceRefusal::Experiment)?;
        let lr_before = self.experiment.lr;
        let notice = Notice::DataReadAnew {
            lr: experiment.lr,
            lr_before,
            fitting: lr.unwrap_or(experiment.lr),
        };
        self.readings.know(provenance, how);
        self.edit(experiment, false);
        Ok(vec![notice])
    }

    fn end_doubtful(
        &mut self,
        doubtful: DoubtfulFile,
        result: Result<Box<DataRead>, Trouble>,
    ) -> Vec<Notice> {
        let DoubtfulFile {
            path,
            asker,
            earlier,
            ..
        } = doubtful;
        match result {
            Ok(data) => {
                let number = doubtful.number.unwrap_or_default();
                let content = FileContent::Data(data);
                let read = ReadFile {
                    number,
                    path,
                    content,
                };
                self.readings.earlier = earlier;
                let notices = self.take_in(asker, read);
                self.readings.earlier.clear();
                notices
            }
            Err(trouble) => vec![Notice::NotOpened { asker, trouble }],
        }
    }

    /// What is to be told of data that cannot be trained on; `None` if they can. Without a choice
    /// that they need, they are in doubt.
    pub(super) fn refused_data(
        &mut self,
        asker: Option<DialogId>,
        path: &Path,
        data: &DataRead,
    ) -> Option<Vec<Notice>> {
        // A question about another file is out of date.
        self.readings.doubtful = None;
        let read = match data.clone().result() {
            Ok(read) => read,
            Err(unread) => {
                let UnreadableFile {
                    file,
                    outline,
                    error,
                } = *unread;
                let earlier = std::mem::take(&mut self.readings.earlier);
                let doubtful = DoubtfulFile {
                    number: None,
                    path: path.to_owned(),
                    file,
                    asker,
                    outline,
                    error,
                    question: earlier.len() + 1,
                    earlier,
                };
                return Some(self.doubt(doubtful));
            }
        };
        let error = self.experiment_on(&read).validate().err()?;
        let name = read.file.name;
        let trouble = Trouble::Refused { name, error };
        Some(vec![Notice::NotOpened { asker, trouble }])
    }

    /// The present experiment on these data, with the learning rate that fits them.
    fn experiment_on(&self, read: &ReadableFile) -> Experiment {
        let ReadableFile { file, data, how } = read.clone();
        let DataFile { name, provenance } = file;
        let mut experiment = self.experiment.on_read(name, data, Some(provenance));
        experiment.lr = how.lr.unwrap_or(experiment.lr);
        experiment
    }

    /// Trains on data of the user's own: new work, without a file of its own yet. What it replaces
    /// comes back by undo.
    pub(super) fn show_data(&mut self, path: PathBuf, data: DataRead) -> Vec<Notice> {
        // The present experiment may have changed while the data waited.
        if let Some(notices) = self.refused_data(None, &path, &data) {
            return notices;
        }
        let Ok(read) = data.result() else {
            return Vec::new();
        };
        let experiment = self.experiment_on(&read);
        let ReadableFile { file, how, .. } = read;
        let opened = Notice::DataOpened {
            path,
            report: Box::new(how.report.clone()),
            lr: experiment.lr,
            has_weights: experiment.weights.is_some(),
        };
        self.readings.know(file.provenance, how);
        self.history.note(self.moment(), false);
        self.leave_view();
        self.train(experiment);
        self.document.opened_data(Content::from(&self.file()));
        vec![opened]
    }

    /// A file cannot be read as it is: the user is asked, if a choice can help.
    fn doubt(&mut self, doubtful: DoubtfulFile) -> Vec<Notice> {
        let (asker, path) = (doubtful.asker, doubtful.path.clone());
        let reason = doubtful.error.clone();
        let trouble = Trouble::File(FileError::Data { path, reason });
        // After an earlier question, the way back is one.
        if doubtful.ways_out().is_empty() && doubtful.earlier.is_empty() {
            return vec![Notice::NotOpened { asker, trouble }];
        }
        self.readings.doubtful = Some(doubtful);
        vec![Notice::InDoubt { asker }]
    }
}

/// The refusal that comes of trouble with bytes in memory: a bug, or the want of a thread.
fn failed(trouble: Trouble) -> Option<ChoiceRefusal> {
    match trouble {
        Trouble::Failed(message) => Some(ChoiceRefusal::Failed(message)),
        // No other trouble comes of them.
        Trouble::File(_) | Trouble::Refused { .. } | Trouble::NoDialog => None,
    }
}
