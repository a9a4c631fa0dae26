//! A disk in memory, and file tasks that end when the test says so.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::app::command::notice::Trouble;
use crate::app::command::purpose::{DialogId, Purpose};
use crate::app::session::autosave_file::AutosaveStore;
use crate::app::session::content::{Content, FileContent};
use crate::app::session::data_read::DataFile;
use crate::app::session::file_tasks::{FileTasks, TaskOutcome, TaskReport, ToWrite};
use crate::app::session::last_known::LastKnown;
use crate::app::session::task::Task;
use crate::experiment::Experiment;
use crate::experiment::file::{self, ExperimentFile};
use crate::files::{FileError, Fingerprint};

/// The files on the disk, and the tasks under way. The disk outlives a session that crashes.
#[derive(Debug, Default)]
pub(super) struct Disk {
    /// Files by name; one without content is broken.
    pub(super) files: BTreeMap<PathBuf, Option<FileContent>>,
    /// The autosave file.
    pub(super) autosave: Option<ExperimentFile>,
    /// The autosave file of another instance that crashed.
    pub(super) left: Option<ExperimentFile>,
    /// That file is this session's alone.
    is_held: bool,
    /// The autosave file cannot be written.
    pub(super) is_full: bool,
    /// Why the autosave file could not be written, until the error is reported.
    failure: Option<String>,
    pub(super) writes: VecDeque<(Task, PathBuf, ExperimentFile, LastKnown)>,
    /// Work of other programs that was overwritten where something was expected.
    pub(super) overwritten: Vec<Content>,
    /// The files that are to be written whatever they hold.
    pub(super) unexpected: Vec<PathBuf>,
    /// The number of files that other programs have written.
    n_foreign: u32,
    reads: VecDeque<Read>,
    /// The reads that nobody waits for any more; their reports come all the same.
    given_up: Vec<Task>,
    reports: VecDeque<TaskReport>,
}

/// A file that is being read: first from the disk, then the report is on its way.
#[derive(Debug)]
struct Read {
    task: Task,
    path: PathBuf,
    #[expect(
        clippy::option_option,
        reason = "not read yet, or read: perhaps no file"
    )]
    content: Option<Option<FileContent>>,
}

/// The disk, as the session and the test share it.
#[derive(Clone, Debug, Default)]
pub(super) struct SharedDisk(pub(super) Rc<RefCell<Disk>>);

/// The name of the autosave file.
const AUTOSAVE: &str = "unsaved-1.toml";

/// The name of the autosave file of another instance that crashed.
const LEFT: &str = "unsaved-2.toml";

/// Other programs write experiments whose learning rate is above this one.
const FOREIGN: f64 = 200.0;

/// The content of an experiment file.
pub(super) fn content_of(file: ExperimentFile) -> FileContent {
    let fingerprint = Fingerprint::of(file::write(&file).as_bytes());
    FileContent::Experiment(Box::new(file), fingerprint)
}

/// The content of the file, if another program has written it.
fn foreign(file: &ExperimentFile) -> Option<Content> {
    (file.experiment.lr > FOREIGN).then(|| Content::from(file))
}

fn trouble() -> Trouble {
    Trouble::Failed("the disk is full".to_owned())
}

impl Disk {
    /// The oldest write succeeds or fails.
    pub(super) fn end_write(&mut self, succeeds: bool) {
        let Some((task, path, file, last_known)) = self.writes.pop_front() else {
            return;
        };
        let result = if succeeds {
            self.write(&path, file, &last_known)
        } else {
            Err(trouble())
        };
        let outcome = TaskOutcome::Written { path, result };
        self.reports.push_back(TaskReport { task, outcome });
    }

    /// Writes a file, unless it holds something else than what is known last.
    fn write(
        &mut self,
        path: &Path,
        file: ExperimentFile,
        last_known: &LastKnown,
    ) -> Result<Vec<char>, Trouble> {
        if let Some(expected) = last_known.get()
            && let Some(Some(FileContent::Experiment(old, found))) = self.files.get(path)
        {
            if *found != expected {
                let (path, found) = (path.to_owned(), *found);
                return Err(Trouble::File(FileError::Changed { path, found }));
            }
            self.overwritten.extend(foreign(old));
        }
        let content = content_of(file);
        if let FileContent::Experiment(_, written) = &content {
            last_known.set(*written);
        }
        self.files.insert(path.to_owned(), Some(content));
        Ok(Vec::new())
    }

    /// Another program writes the file, each time something new.
    pub(super) fn write_outside(&mut self, path: PathBuf) {
        self.n_foreign += 1;
        let experiment = Experiment {
            lr: FOREIGN + f64::from(self.n_foreign),
            ..Experiment::default()
        };
        self.files.insert(path, Some(content_of(experiment.into())));
    }

    /// The content of the file, if another program has written it.
    pub(super) fn foreign(&self, path: &Path) -> Option<Content> {
        match self.files.get(path)? {
            Some(FileContent::Experiment(file, _)) => foreign(file),
            _ => None,
        }
    }

    /// The oldest read goes on: its file is read, or what was read is reported.
    pub(super) fn go_on_reading(&mut self) {
        let Some(mut read) = self.reads.pop_front() else {
            return;
        };
        let Some(content) = read.content.take() else {
            read.content = Some(if read.path == Path::new(AUTOSAVE) {
                self.autosave.clone().map(content_of)
            } else if read.path == Path::new(LEFT) {
                self.left.clone().map(content_of)
            } else {
                self.files.get(&read.path).cloned().flatten()
            });
            self.reads.push_front(read);
            return;
        };
        let outcome = TaskOutcome::Read {
            path: read.path,
            result: content.map(Box::new).ok_or_else(trouble),
        };
        let task = read.task;
        self.reports.push_back(TaskReport { task, outcome });
    }

    /// Whether anything is being read.
    pub(super) fn is_reading(&self) -> bool {
        !self.reads.is_empty()
    }

    /// The program crashed: nothing is under way any more.
    pub(super) fn crash(&mut self) {
        self.writes.clear();
        self.reads.clear();
        self.reports.clear();
        self.is_held = false;
    }
}

impl FileTasks for SharedDisk {
    fn browse(&mut self, _: Task, _: Purpose, _: Option<PathBuf>, _: String) {}

    fn read(&mut self, task: Task, path: PathBuf, _: usize) {
        self.0.borrow_mut().reads.push_back(Read {
            task,
            path,
            content: None,
        });
    }

    fn examine(&mut self, task: Task, file: DataFile, n_layers: usize) {
        let read = Box::new(file.read(n_layers));
        let outcome = TaskOutcome::Examined(Ok(read));
        let reports = &mut self.0.borrow_mut().reports;
        reports.push_back(TaskReport { task, outcome });
    }

    fn look_into(&mut self, _: Task, _: PathBuf) {}

    fn write(&mut self, task: Task, path: PathBuf, written: ToWrite) {
        match written {
            ToWrite::Experiment(file, last_known) => {
                let mut disk = self.0.borrow_mut();
                if last_known.get().is_none() {
                    disk.unexpected.push(path.clone());
                }
                disk.writes.push_back((task, path, *file, last_known));
            }
            other => panic!("only experiments are written here, not {other:?}"),
        }
    }

    fn is_busy_for(&self, asker: DialogId) -> bool {
        let disk = self.0.borrow();
        let mut reads = disk.reads.iter().map(|read| read.task);
        let mut writes = disk.writes.iter().map(|(task, ..)| *task);
        let is_its = |task: Task| task.asker == Some(asker) && !disk.given_up.contains(&task);
        reads.any(is_its) || writes.any(is_its)
    }

    fn give_up(&mut self, task: Task) {
        self.0.borrow_mut().given_up.push(task);
    }

    fn is_writing(&self) -> bool {
        !self.0.borrow().writes.is_empty()
    }

    fn try_next(&mut self) -> Option<TaskReport> {
        self.0.borrow_mut().reports.pop_front()
    }
}

impl AutosaveStore for SharedDisk {
    fn path(&self) -> &Path {
        Path::new(AUTOSAVE)
    }

    fn has_work(&self) -> bool {
        self.0.borrow().autosave.is_some()
    }

    fn write(&mut self, file: ExperimentFile) {
        let mut disk = self.0.borrow_mut();
        if disk.is_full {
            disk.failure = Some("the disk is full".to_owned());
        } else {
            disk.autosave = Some(file);
        }
    }

    fn clear(&mut self) {
        self.0.borrow_mut().autosave = None;
    }

    fn poll(&mut self) -> Option<Result<(), Trouble>> {
        let failure = self.0.borrow_mut().failure.take();
        failure.map(|message| Err(Trouble::Failed(message)))
    }

    fn leaves_work(&self) -> bool {
        self.0.borrow().left.is_some()
    }

    fn hold_left(&mut self) -> Option<PathBuf> {
        let mut disk = self.0.borrow_mut();
        disk.is_held = disk.left.is_some();
        disk.is_held.then(|| LEFT.into())
    }

    fn held(&self) -> Option<&Path> {
        self.0.borrow().is_held.then(|| Path::new(LEFT))
    }

    fn release_left(&mut self) {
        self.0.borrow_mut().is_held = false;
    }

    fn discard_left(&mut self) {
        let mut disk = self.0.borrow_mut();
        assert!(disk.is_held, "it is another instance's");
        disk.left = None;
        disk.is_held = false;
    }

    fn adopt_left(&mut self) {
        let mut disk = self.0.borrow_mut();
        assert!(disk.is_held, "it is another instance's");
        disk.autosave = disk.left.take();
        disk.is_held = false;
    }

    fn set_broken_aside(&mut self) -> PathBuf {
        self.0.borrow_mut().autosave = None;
        "unsaved-1.broken.toml".into()
    }

    fn finish(&mut self, file: Option<ExperimentFile>) {
        self.0.borrow_mut().autosave = file;
    }
}
