//! Figures on their way to the clipboard.

use egui::{ColorImage, Context};

use crate::app::command::product::Product;
use crate::app::run::Run;
use crate::app::session::figures::ShownRun;
use crate::app::session::on_screen::OnScreen;
use crate::export::FigureError;
use crate::worker::job::Job;

/// A figure, and the characters of it that no font has.
type Copied = (ColorImage, Vec<char>);

/// Draws figures for the clipboard, one at a time: the newest replaces one under way.
#[derive(Debug)]
pub(super) struct Clipboard(Job<Result<Copied, FigureError>>);

impl Clipboard {
    pub(super) fn new(ctx: &Context) -> Self {
        let ctx = ctx.clone();
        Self(Job::new("clipboard", move || ctx.request_repaint()))
    }

    /// Draws a figure of the run that is shown. Of what is no figure there is no picture.
    pub(super) fn draw(&mut self, product: Product, run: &Run, on_screen: OnScreen) {
        let Product::Figure(picture) = product else {
            return;
        };
        let run = ShownRun::of(run);
        self.0.start(move |_| {
            let png = picture.png(&run, &on_screen)?;
            let image = eframe::icon_data::from_png_bytes(&png.bytes);
            let image = image.expect("a PNG that was just drawn can be read");
            let size = [image.width as usize, image.height as usize];
            let image = ColorImage::from_rgba_unmultiplied(size, &image.rgba);
            Ok((image, png.missing))
        });
    }

    /// The figure that was drawn, once; else why it was not.
    pub(super) fn poll(&mut self) -> Option<Result<Copied, ClipboardError>> {
        Some(match self.0.poll()? {
            Ok(drawn) => drawn.map_err(ClipboardError::Figure),
            Err(error) => Err(ClipboardError::Failed(error.message)),
        })
    }
}

/// Why a figure is not on the clipboard.
#[derive(Debug)]
pub(super) enum ClipboardError {
    /// The figure cannot be drawn.
    Figure(FigureError),
    /// Drawing panicked, or the system refused a thread: the message.
    Failed(String),
}
