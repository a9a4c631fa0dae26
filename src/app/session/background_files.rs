//! [`FileTasks`] on threads, so that no frame waits for a disk or for the desktop's file dialog.
//! Files are written one after the other on one thread; every other task has a thread of its own.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::content::FileContent;
use super::data_read::DataFile;
use super::file_tasks::{FileTasks, TaskOutcome, TaskReport, ToWrite};
use super::found_work::FoundState;
use super::task::Task;
use crate::app::command::notice::Trouble;
use crate::app::command::purpose::{DialogId, Purpose};
use crate::experiment::taught::taught;
use crate::files::{self, FileError};
use crate::worker::panic_message;

/// Nobody cancels a dialog sooner than this after asking for it.
const SOONEST_CANCEL: Duration = Duration::from_millis(250);

/// Wakes the window when there is a report.
type Wake = Arc<dyn Fn() + Send + Sync>;

/// Something to be written.
type Job = Box<dyn FnOnce() -> TaskReport + Send>;

/// File tasks on threads.
pub(crate) struct BackgroundFiles {
    sender: Sender<TaskReport>,
    reports: Receiver<TaskReport>,
    wake: Wake,
    /// The writer thread's channel; the thread is started for the first file.
    writer: Option<Sender<Job>>,
    /// Tasks under way that were not given up.
    busy: Vec<Task>,
    /// The tasks under way that write a file.
    n_writing: usize,
}

impl BackgroundFiles {
    /// `wake` is called, from a thread, when there is a report.
    pub(crate) fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, reports) = channel();
        Self {
            sender,
            reports,
            wake: Arc::new(wake),
            writer: None,
            busy: Vec::new(),
            n_writing: 0,
        }
    }

    /// The writer thread's channel.
    fn writer(&mut self) -> io::Result<&Sender<Job>> {
        let jobs = match self.writer.take() {
            Some(jobs) => jobs,
            None => self.new_writer()?,
        };
        Ok(self.writer.insert(jobs))
    }

    fn new_writer(&self) -> io::Result<Sender<Job>> {
        let (jobs, inbox) = channel::<Job>();
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        let work = move || {
            for job in inbox {
                // This fails only when the window is gone.
                sender.send(job()).ok();
                wake();
            }
        };
        let thread = thread::Builder::new().name("writer".to_owned());
        thread.spawn(work)?;
        Ok(jobs)
    }

    /// Does this on the writer thread, after what is there already.
    fn write_with(
        &mut self,
        task: Task,
        path: PathBuf,
        write: impl FnOnce(&Path) -> Result<Vec<char>, FileError> + Send + 'static,
    ) {
        self.busy.push(task);
        self.n_writing += 1;
        let report = move |path, result| TaskReport {
            task,
            outcome: TaskOutcome::Written { path, result },
        };
        match self.writer() {
            Ok(writer) => {
                let job = move || {
                    let result = caught(|| write(&path));
                    report(path, result)
                };
                // This fails only if the thread is gone, which no job can bring about.
                writer.send(Box::new(job)).ok();
            }
            Err(error) => {
                let trouble = Trouble::Failed(error.to_string());
                self.sender.send(report(path, Err(trouble))).ok();
            }
        }
    }

    /// Does this on a thread of its own; `failed` is the outcome where the system refuses one.
    fn spawn(
        &mut self,
        task: Task,
        work: impl FnOnce() -> TaskOutcome + Send + 'static,
        failed: impl FnOnce(Trouble) -> TaskOutcome,
    ) {
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        let run = move || {
            let outcome = work();
            // This fails only when the window is gone.
            sender.send(TaskReport { task, outcome }).ok();
            wake();
        };
        self.busy.push(task);
        let thread = thread::Builder::new().name("files".to_owned()).spawn(run);
        if let Err(error) = thread {
            let outcome = failed(Trouble::Failed(error.to_string()));
            self.sender.send(TaskReport { task, outcome }).ok();
        }
    }
}

impl FileTasks for BackgroundFiles {
    fn browse(&mut self, task: Task, purpose: Purpose, folder: Option<PathBuf>, name: String) {
        let work = move || {
            let start = Instant::now();
            let chosen = caught(|| Ok(browsed(purpose, folder, name)));
            TaskOutcome::Chosen(answered(chosen, start.elapsed()))
        };
        self.spawn(task, work, |trouble| TaskOutcome::Chosen(Err(trouble)));
    }

    fn read(&mut self, task: Task, path: PathBuf, n_layers: usize) {
        let of_failure = path.clone();
        let work = move || {
            let result = caught(|| read(&path, n_layers)).map(Box::new);
            TaskOutcome::Read { path, result }
        };
        self.spawn(task, work, |trouble| TaskOutcome::Read {
            path: of_failure,
            result: Err(trouble),
        });
    }

    fn examine(&mut self, task: Task, file: DataFile, n_layers: usize) {
        let work = move || {
            let read = caught(|| Ok(Box::new(file.read(n_layers))));
            TaskOutcome::Examined(read)
        };
        self.spawn(task, work, |trouble| TaskOutcome::Examined(Err(trouble)));
    }

    fn look_into(&mut self, task: Task, path: PathBuf) {
        let work = move || {
            let found = caught(|| Ok(FoundState::read(&path)));
            TaskOutcome::Found(found.unwrap_or(FoundState::Unknown))
        };
        self.spawn(task, work, |_| TaskOutcome::Found(FoundState::Unknown));
    }

    fn write(&mut self, task: Task, path: PathBuf, written: ToWrite) {
        self.write_with(task, path, move |path| {
            match written {
                ToWrite::Experiment(file, last_known) => {
                    files::write_experiment(path, &file, last_known.get())
                        .map(|written| last_known.set(written))
                }
                ToWrite::Data(experiment) => {
                    let own = taught(&experiment, &experiment.data.sample());
                    let own = own.map_err(|reason| FileError::Data {
                        path: path.to_owned(),
                        reason,
                    });
                    files::write_data(path, &own?)
                }
                ToWrite::Product(product, experiment, on_screen) => {
                    return product.write(path, &experiment, &on_screen);
                }
            }?;
            Ok(Vec::new())
        });
    }

    fn is_busy_for(&self, asker: DialogId) -> bool {
        self.busy.iter().any(|task| task.asker == Some(asker))
    }

    fn give_up(&mut self, task: Task) {
        self.busy.retain(|busy| *busy != task);
    }

    fn is_writing(&self) -> bool {
        self.n_writing > 0
    }

    fn try_next(&mut self) -> Option<TaskReport> {
        let report = self.reports.try_recv().ok()?;
        self.give_up(report.task);
        if matches!(report.outcome, TaskOutcome::Written { .. }) {
            self.n_writing = self.n_writing.saturating_sub(1);
        }
        Some(report)
    }
}

/// Does a piece of work; a panic is trouble like any other.
fn caught<T>(work: impl FnOnce() -> Result<T, FileError>) -> Result<T, Trouble> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(Trouble::File),
        Err(payload) => Err(Trouble::Failed(panic_message(payload.as_ref()))),
    }
}

fn read(path: &Path, n_layers: usize) -> Result<FileContent, FileError> {
    if files::has_ending(path, "toml") {
        let (file, fingerprint) = files::read_experiment_marked(path)?;
        return Ok(FileContent::Experiment(Box::new(file), fingerprint));
    }
    let name = path.file_name().unwrap_or(path.as_os_str());
    let file = DataFile::new(name.to_string_lossy().into_owned(), files::read(path)?);
    Ok(FileContent::Data(Box::new(file.read(n_layers))))
}

/// The result of the desktop's dialog, or [`Trouble::NoDialog`]: without a dialog, the desktop
/// reports a cancel sooner than any user could cancel.
fn answered(
    chosen: Result<Option<PathBuf>, Trouble>,
    after: Duration,
) -> Result<Option<PathBuf>, Trouble> {
    match chosen {
        Ok(None) if after < SOONEST_CANCEL => Err(Trouble::NoDialog),
        chosen => chosen,
    }
}

fn browsed(purpose: Purpose, folder: Option<PathBuf>, name: String) -> Option<PathBuf> {
    let mut dialog = rfd::FileDialog::new();
    if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let endings = purpose.endings();
    let dialog = dialog.add_filter(endings.join(", "), endings);
    if purpose.is_saving() {
        dialog.set_file_name(name).save_file()
    } else {
        dialog.pick_file()
    }
}

#[cfg(test)]
mod tests;
