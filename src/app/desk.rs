//! Work with files, each piece on a thread of its own, so that no frame waits for a disk or for
//! the desktop's file dialog.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::data::OwnData;
use crate::experiment_file::{self, ExperimentFile};
use crate::files::{self, FileError};
use crate::model::Experiment;
use crate::model::fitting_lr::fitting_lr;

use super::file_dialog::Purpose;
use super::pins::{N_COLOURS, Pin, Trace};
use super::product::Product;

/// Wakes the window when there is news.
type Wake = Arc<dyn Fn() + Send + Sync>;

/// Who works with files for the window.
pub(super) struct Desk {
    sender: Sender<News>,
    news: Receiver<News>,
    wake: Wake,
    /// Pieces of work under way.
    n_busy: usize,
}

/// What a piece of work has come to.
pub(super) enum News {
    /// A path was chosen in the desktop's dialog; none if it was left, or there is no such dialog.
    Chosen(Option<PathBuf>),
    /// A figure was drawn, for the clipboard.
    Pictured(Result<egui::ColorImage, String>),
    /// An experiment file's pins were trained.
    Pins(Vec<Pin>),
    /// A file was read.
    Opened {
        path: PathBuf,
        result: Result<Box<Opened>, FileError>,
    },
    /// A file was written.
    Saved {
        path: PathBuf,
        result: Result<(), FileError>,
    },
}

/// What a file held.
pub(super) enum Opened {
    /// Data of one's own.
    Data {
        data: OwnData,
        /// The learning rate that fits it.
        lr: f64,
    },
    /// An experiment.
    Experiment(ExperimentFile),
}

impl Desk {
    pub(super) fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, news) = channel();
        Self {
            sender,
            news,
            wake: Arc::new(wake),
            n_busy: 0,
        }
    }

    /// Whether something is under way.
    pub(super) fn is_busy(&self) -> bool {
        self.n_busy > 0
    }

    /// The next piece of news that is there.
    pub(super) fn try_next(&mut self) -> Option<News> {
        let news = self.news.try_recv().ok()?;
        self.n_busy = self.n_busy.saturating_sub(1);
        Some(news)
    }

    /// Asks for a path in the desktop's own dialog.
    pub(super) fn browse(&mut self, purpose: Purpose, folder: Option<PathBuf>) {
        self.work(move || News::Chosen(browsed(purpose, folder)));
    }

    /// Reads a file; `n_layers` is the number of weight matrices of the network that is to learn
    /// from it.
    pub(super) fn open(&mut self, path: PathBuf, n_layers: usize) {
        self.work(move || {
            let result = opened(&path, n_layers).map(Box::new);
            News::Opened { path, result }
        });
    }

    /// Trains the pins of an experiment file for their curves.
    pub(super) fn train_pins(&mut self, pins: Vec<experiment_file::Pin>) {
        self.work(move || {
            let trained = pins.into_iter().enumerate().map(|(i, pin)| Pin {
                name: pin.name,
                colour: pin.colour.unwrap_or(i) % N_COLOURS,
                trace: Arc::new(Trace::trained(pin.experiment)),
            });
            News::Pins(trained.collect())
        });
    }

    /// Draws a figure for the clipboard.
    pub(super) fn picture(&mut self, product: Product, experiment: Experiment) {
        self.work(move || News::Pictured(pictured(product, &experiment)));
    }

    /// Writes a file.
    pub(super) fn save(
        &mut self,
        path: PathBuf,
        write: impl FnOnce(&Path) -> Result<(), FileError> + Send + 'static,
    ) {
        self.work(move || {
            let result = write(&path);
            News::Saved { path, result }
        });
    }

    fn work(&mut self, piece: impl FnOnce() -> News + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        let work = move || {
            // This fails only when the window is gone.
            sender.send(piece()).ok();
            wake();
        };
        let thread = thread::Builder::new().name("files".to_owned()).spawn(work);
        self.n_busy += usize::from(thread.is_ok());
    }
}

fn pictured(product: Product, experiment: &Experiment) -> Result<egui::ColorImage, String> {
    let png = product.picture(experiment).map_err(|e| e.to_string())?;
    let icon = eframe::icon_data::from_png_bytes(&png).map_err(|e| e.to_string())?;
    let size = [icon.width as usize, icon.height as usize];
    Ok(egui::ColorImage::from_rgba_unmultiplied(size, &icon.rgba))
}

fn opened(path: &Path, n_layers: usize) -> Result<Opened, FileError> {
    if files::has_ending(path, "toml") {
        return files::read_experiment(path).map(Opened::Experiment);
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
