//! Work with files, off the window's thread, so that no frame waits for a disk or for the desktop's
//! file dialog. What is written is written in the order in which it was asked for; everything else
//! is on a thread of its own.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::analysis::fitting_lr::fitting_lr;
use crate::data::OwnData;
use crate::experiment::Experiment;
use crate::experiment::file::ExperimentFile;
use crate::export::FigureError;
use crate::files::{self, FileError};

use crate::app::command::product::Product;
use crate::app::command::purpose::{DialogId, Purpose};
use crate::worker::panic_message;

/// Wakes the window when there is news.
type Wake = Arc<dyn Fn() + Send + Sync>;

/// Something to be written.
type Piece = Box<dyn FnOnce() -> News + Send>;

/// Who works with files for the window.
pub(crate) struct Desk {
    sender: Sender<News>,
    news: Receiver<News>,
    wake: Wake,
    /// Who writes, from the first file on.
    writer: Option<Sender<Piece>>,
    /// Pieces of work under way.
    n_busy: usize,
    /// Those of them that write.
    n_writing: usize,
    /// Files that were to be opened: only the newest is.
    n_opened: u64,
    /// Files that were to be written.
    n_saved: u64,
}

/// What a piece of work has come to, and the dialog that asked for it, if one did.
pub(crate) struct News {
    pub(crate) asker: Option<DialogId>,
    pub(crate) what: What,
}

/// What it has come to.
pub(crate) enum What {
    /// A path was chosen in the desktop's dialog; none if it was left, or there is no such dialog.
    Chosen(Option<PathBuf>),
    /// A figure was drawn, for the clipboard.
    Pictured(Result<egui::ColorImage, FigureError>),
    /// A file was read; the number is larger for the later one.
    Opened {
        number: u64,
        path: PathBuf,
        result: Result<Box<Opened>, Trouble>,
    },
    /// A file was written, the one of this number.
    Saved {
        number: u64,
        path: PathBuf,
        result: Result<(), Trouble>,
    },
    /// It panicked, or the system refused a thread: what was said.
    Failed(String),
}

/// Why a file was not read or written.
pub(crate) enum Trouble {
    /// It is the file's.
    File(FileError),
    /// It panicked, or the system refused a thread: what was said.
    Failed(String),
}

/// What a file held.
pub(crate) enum Opened {
    /// Data of one's own.
    Data {
        data: OwnData,
        /// The learning rate that fits it.
        lr: f64,
    },
    /// An experiment.
    Experiment(Box<ExperimentFile>),
}

impl Desk {
    pub(crate) fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, news) = channel();
        Self {
            sender,
            news,
            wake: Arc::new(wake),
            writer: None,
            n_busy: 0,
            n_writing: 0,
            n_opened: 0,
            n_saved: 0,
        }
    }

    /// Whether something is under way.
    pub(crate) fn is_busy(&self) -> bool {
        self.n_busy > 0
    }

    /// Whether something is being written.
    pub(crate) fn is_writing(&self) -> bool {
        self.n_writing > 0
    }

    /// The next piece of news that is there.
    pub(crate) fn try_next(&mut self) -> Option<News> {
        let news = self.news.try_recv().ok()?;
        self.n_busy = self.n_busy.saturating_sub(1);
        if matches!(news.what, What::Saved { .. }) {
            self.n_writing = self.n_writing.saturating_sub(1);
        }
        Some(news)
    }

    /// Asks for a path in the desktop's own dialog.
    pub(crate) fn browse(&mut self, asker: DialogId, purpose: Purpose, folder: Option<PathBuf>) {
        self.work(Some(asker), move || What::Chosen(browsed(purpose, folder)));
    }

    /// Reads a file; `n_layers` is the number of weight matrices of the network that is to learn
    /// from it.
    pub(crate) fn open(&mut self, asker: Option<DialogId>, path: PathBuf, n_layers: usize) {
        self.n_opened += 1;
        let number = self.n_opened;
        self.work(asker, move || {
            let result = caught(|| opened(&path, n_layers)).map(Box::new);
            What::Opened {
                number,
                path,
                result,
            }
        });
    }

    /// Whether a file of this number is the last that was to be opened.
    pub(crate) fn is_newest(&self, number: u64) -> bool {
        number == self.n_opened
    }

    /// Draws a figure for the clipboard.
    pub(crate) fn picture(&mut self, product: Product, experiment: Experiment) {
        self.work(None, move || What::Pictured(pictured(product, &experiment)));
    }

    /// Writes a file, behind those that are being written; answers its number.
    pub(crate) fn save(
        &mut self,
        asker: Option<DialogId>,
        path: PathBuf,
        write: impl FnOnce(&Path) -> Result<(), FileError> + Send + 'static,
    ) -> u64 {
        self.n_saved += 1;
        self.n_busy += 1;
        self.n_writing += 1;
        let number = self.n_saved;
        let told = move |path, result| News {
            asker,
            what: What::Saved {
                number,
                path,
                result,
            },
        };
        match self.writer() {
            Ok(writer) => {
                let piece = move || {
                    let result = caught(|| write(&path));
                    told(path, result)
                };
                // This fails only if the thread is gone, which no piece can bring about.
                writer.send(Box::new(piece)).ok();
            }
            Err(error) => {
                let trouble = Trouble::Failed(error.to_string());
                self.sender.send(told(path, Err(trouble))).ok();
            }
        }
        number
    }

    /// The way to who writes.
    fn writer(&mut self) -> io::Result<&Sender<Piece>> {
        let orders = match self.writer.take() {
            Some(orders) => orders,
            None => self.new_writer()?,
        };
        Ok(self.writer.insert(orders))
    }

    fn new_writer(&self) -> io::Result<Sender<Piece>> {
        let (orders, pieces) = channel::<Piece>();
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        let work = move || {
            for piece in pieces {
                // This fails only when the window is gone.
                sender.send(piece()).ok();
                wake();
            }
        };
        let thread = thread::Builder::new().name("writer".to_owned());
        thread.spawn(work)?;
        Ok(orders)
    }

    fn work(&mut self, asker: Option<DialogId>, piece: impl FnOnce() -> What + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        let work = move || {
            let what = catch_unwind(AssertUnwindSafe(piece))
                .unwrap_or_else(|payload| What::Failed(panic_message(payload.as_ref())));
            // This fails only when the window is gone.
            sender.send(News { asker, what }).ok();
            wake();
        };
        self.n_busy += 1;
        let thread = thread::Builder::new().name("files".to_owned()).spawn(work);
        if let Err(error) = thread {
            let what = What::Failed(error.to_string());
            self.sender.send(News { asker, what }).ok();
        }
    }
}

/// Does a piece of work; a panic is trouble like any other.
fn caught<T>(piece: impl FnOnce() -> Result<T, FileError>) -> Result<T, Trouble> {
    match catch_unwind(AssertUnwindSafe(piece)) {
        Ok(result) => result.map_err(Trouble::File),
        Err(payload) => Err(Trouble::Failed(panic_message(payload.as_ref()))),
    }
}

fn pictured(product: Product, experiment: &Experiment) -> Result<egui::ColorImage, FigureError> {
    let png = product.picture(experiment)?;
    // It is our own PNG, of this moment.
    let icon = eframe::icon_data::from_png_bytes(&png).map_err(|_| FigureError::Size)?;
    let size = [icon.width as usize, icon.height as usize];
    Ok(egui::ColorImage::from_rgba_unmultiplied(size, &icon.rgba))
}

fn opened(path: &Path, n_layers: usize) -> Result<Opened, FileError> {
    if files::has_ending(path, "toml") {
        return files::read_experiment(path).map(|file| Opened::Experiment(Box::new(file)));
    }
    let data = files::read_data(path)?;
    let n_layers = data.weights.as_ref().map_or(n_layers, Vec::len);
    let lr = fitting_lr(&data.dataset.targets, n_layers);
    Ok(Opened::Data { data, lr })
}

fn browsed(purpose: Purpose, folder: Option<PathBuf>) -> Option<PathBuf> {
    let mut dialog = rfd::FileDialog::new();
    if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let endings = purpose.endings();
    let dialog = dialog.add_filter(endings.join(", "), endings);
    if purpose.is_saving() {
        dialog.set_file_name(purpose.suggested_name()).save_file()
    } else {
        dialog.pick_file()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;
    use std::time::Duration;

    use super::*;

    /// The numbers of the files that were written, and whether they were, in the order of the news.
    fn saved(desk: &mut Desk) -> Vec<(u64, bool)> {
        let mut saved = Vec::new();
        while desk.is_writing() {
            if let Some(News { what, .. }) = desk.try_next() {
                match what {
                    What::Saved { number, result, .. } => saved.push((number, result.is_ok())),
                    _ => panic!("nothing else was asked for"),
                }
            }
            thread::yield_now();
        }
        saved
    }

    #[test]
    fn files_are_written_one_after_the_other() {
        let written = Arc::new(Mutex::new(Vec::new()));
        let mut desk = Desk::new(|| ());
        assert!(!desk.is_writing());
        for millis in [30, 10, 0] {
            let written = Arc::clone(&written);
            desk.save(None, PathBuf::from("same.toml"), move |_| {
                thread::sleep(Duration::from_millis(millis));
                written.lock().unwrap().push(millis);
                Ok(())
            });
        }
        assert!(desk.is_writing() && desk.is_busy());
        assert_eq!(saved(&mut desk), [(1, true), (2, true), (3, true)]);
        assert_eq!(*written.lock().unwrap(), [30, 10, 0]);
        assert!(!desk.is_busy());
    }

    #[test]
    fn a_panic_is_trouble_and_the_next_file_is_written() {
        let mut desk = Desk::new(|| ());
        desk.save(None, PathBuf::from("bad.toml"), |_| panic!("a bug"));
        desk.save(None, PathBuf::from("good.toml"), |_| Ok(()));
        assert_eq!(saved(&mut desk), [(1, false), (2, true)]);
    }
}
