//! Figures of a run for a slide or a paper: the pictures of [`crate::picture`] as the window shows
//! them, at a size in centimetres, as SVG, PNG or PDF.
//!
//! The content of a picture, the places of its labels and its colours are decided in
//! [`crate::picture`]; how it becomes a file, in [`crate::export::paint`]. Here a [`Subject`] is
//! matched with its picture, and [`FigureOptions`] with what that picture can show.

mod atlas;
mod charts;
mod error;
mod items;
mod measures;
mod options;
mod subject;

use super::paint::{FigureFormat, Fonts, PageSize, Rendered, render};
use crate::analysis::comparison::{self, Comparison};
use crate::analysis::extent::Extent;
use crate::experiment::Experiment;
use crate::picture::{AtlasPicture, Drawing, Palette, RunView, SectionPicture, Size};

pub use error::FigureError;
pub use options::FigureOptions;
pub use subject::Subject;

/// A figure, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    drawing: Drawing,
    title: String,
}

impl Figure {
    /// Lays out a figure of a run.
    ///
    /// # Errors
    /// If the run does not have what is to be shown, or the page is too small or too large.
    pub fn draw(
        run: &RunView<'_>,
        subject: Subject,
        options: &FigureOptions<'_>,
    ) -> Result<Self, FigureError> {
        if run.record.is_empty() {
            return Err(FigureError::Empty);
        }
        options.check_epochs(run)?;
        let extent = &extent(run);
        let (drawing, title) = match subject {
            Subject::Dynamics => charts::dynamics(run, extent, options),
            Subject::Rsm { epoch, layer } => items::rsm(run, extent, (epoch, layer), options),
            Subject::Similarity { epoch, layer } => {
                items::similarity(run, extent, (epoch, layer), options)
            }
            Subject::Microscope { epoch } => items::microscope(run, extent, epoch, options),
            Subject::Illusions => charts::predictions(run, extent, options),
            Subject::Data => items::data(run, options),
            Subject::Spectrum => charts::spectrum(run, options),
            Subject::Modes => items::modes(run, options),
            Subject::Map { epoch, layer } => items::map(run, extent, (epoch, layer), options),
            Subject::Tree { epoch, layer } => items::tree(run, extent, (epoch, layer), options),
        }?;
        Ok(Self { drawing, title })
    }

    /// Lays out the loss of three ways to one answer: regression, a network without a hidden layer
    /// and the experiment's own, both trained for it. The experiment must be valid.
    ///
    /// # Errors
    /// If the data are too large to be compared, or the page is too small or too large.
    ///
    /// # Panics
    /// If the experiment is not valid.
    pub fn compare(
        experiment: &Experiment,
        options: &FigureOptions<'_>,
    ) -> Result<Self, FigureError> {
        if comparison::is_too_large(experiment) {
            return Err(FigureError::TooLarge);
        }
        let shallow_lr = comparison::shallow_lr(experiment);
        let compared = Comparison::run(experiment, shallow_lr, &mut || false);
        let compared = compared.expect("nobody interrupts");
        let (drawing, title) = charts::comparison(experiment, &compared, shallow_lr, options)?;
        Ok(Self { drawing, title })
    }

    /// Lays out the map of an atlas; its title is as the options say.
    ///
    /// # Errors
    /// If the page is too small or too large.
    pub fn atlas(
        picture: AtlasPicture<'_>,
        options: &FigureOptions<'_>,
    ) -> Result<Self, FigureError> {
        let (drawing, title) = atlas::atlas(picture, options)?;
        Ok(Self { drawing, title })
    }

    /// Lays out a section of an atlas; its title is as the options say.
    ///
    /// # Errors
    /// If the page is too small or too large.
    pub fn section(
        picture: SectionPicture<'_>,
        options: &FigureOptions<'_>,
    ) -> Result<Self, FigureError> {
        let (drawing, title) = atlas::section(picture, options)?;
        Ok(Self { drawing, title })
    }

    /// Width and height in points of 1/96 inch of the figure of a run with so many items; nothing
    /// is laid out.
    ///
    /// # Errors
    /// If the page is too small or too large.
    pub fn size(subject: Subject, n_items: usize, page: PageSize) -> Result<Size, FigureError> {
        Ok(page.points(measures::own_size(subject, n_items, page))?)
    }

    /// Width and height of [`Figure::compare`] in points of 1/96 inch; nothing is laid out.
    ///
    /// # Errors
    /// If the page is too small or too large.
    pub fn comparison_size(page: PageSize) -> Result<Size, FigureError> {
        Ok(page.points(measures::chart_size(page))?)
    }

    /// Width and height of [`Figure::atlas`] in points of 1/96 inch; nothing is laid out. Those of
    /// [`Figure::section`] are [`Figure::comparison_size`].
    ///
    /// # Errors
    /// If the page is too small or too large.
    pub fn atlas_size(page: PageSize) -> Result<Size, FigureError> {
        Ok(page.points(measures::atlas_size(page))?)
    }

    /// The figure as a file of this kind, dark on white. `fonts` are best those that it was laid
    /// out with.
    ///
    /// # Errors
    /// If a PNG would have too many pixels or none, or a PDF cannot be written.
    pub fn render(&self, format: FigureFormat, fonts: &Fonts) -> Result<Rendered, FigureError> {
        let rendered = render(&self.drawing, &Palette::LIGHT, &self.title, format, fonts);
        Ok(rendered?)
    }

    /// The shapes and labels of the figure.
    pub fn drawing(&self) -> &Drawing {
        &self.drawing
    }
}

/// The extremes of a run's record, which set the scales of its figures.
fn extent(run: &RunView<'_>) -> Extent {
    let largest = run.data.and_then(|data| data.modes.singular_values.first());
    Extent::of(run.record, largest.copied().unwrap_or(0.0))
}

#[cfg(test)]
mod tests;
