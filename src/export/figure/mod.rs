//! Figures of a run for a slide or a paper: drawn from the record, with the notebook's colours
//! and titles, as SVG or PNG.
//!
//! `plotters` draws the SVG and `resvg` turns it into pixels, so that both are the same picture.
//! Letters are the reader's own sans serif in an SVG and the bundled font in a PNG; what that
//! lacks is looked for among the system's fonts.

mod axes;
mod canvas;
mod colour_bar;
mod colours;
mod comparison;
mod data;
mod dynamics;
mod error;
mod illusions;
mod legend;
mod map;
mod matrix;
mod modes;
mod moment;
mod names;
mod raster;
mod rsm;
mod spectrum;
mod tree;

use crate::experiment::Experiment;
use crate::picture::run_view::RunView;
use canvas::Sheet;

pub use error::FigureError;

/// What a figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Loss and modes over epochs.
    Dynamics,
    /// The similarity matrix of a hidden layer at an epoch, beside the dynamics.
    Rsm {
        /// The epoch.
        epoch: usize,
        /// The hidden layer, from 0.
        layer: usize,
    },
    /// The predictions of the watched pairs over epochs.
    Illusions,
    /// Labels and features: cyan for no, magenta for yes.
    Data,
    /// The data's singular values, beside the population's where they are of a tree.
    Spectrum,
    /// The item side of each of the data's modes.
    Modes,
    /// The items on the plane at an epoch, with the ways they have come.
    Map {
        /// The epoch.
        epoch: usize,
        /// The hidden layer, from 0.
        layer: usize,
    },
    /// The dendrogram of the items at an epoch.
    Tree {
        /// The epoch.
        epoch: usize,
        /// The hidden layer, from 0.
        layer: usize,
    },
}

impl Subject {
    /// Whether it is drawn from [`RunView::data`], too.
    pub fn needs_data(self) -> bool {
        !matches!(self, Self::Dynamics | Self::Rsm { .. } | Self::Illusions)
    }

    /// The epoch that it shows, if it is one.
    pub fn epoch(self) -> Option<usize> {
        match self {
            Self::Rsm { epoch, .. } | Self::Map { epoch, .. } | Self::Tree { epoch, .. } => {
                Some(epoch)
            }
            _ => None,
        }
    }
}

/// A drawn figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    svg: String,
}

impl Figure {
    /// Draws a run; with `is_log` the loss has a logarithmic axis.
    ///
    /// # Errors
    /// If the run does not have what is to be shown.
    pub fn draw(run: &RunView, subject: Subject, is_log: bool) -> Result<Self, FigureError> {
        let svg = sheet(run, subject, is_log)?.svg();
        Ok(Self { svg })
    }

    /// Width and height that the figure would have, in pixels of the SVG; nothing is drawn.
    ///
    /// # Errors
    /// As [`Figure::draw`].
    pub fn size(run: &RunView, subject: Subject) -> Result<[u32; 2], FigureError> {
        let Sheet { width, height, .. } = sheet(run, subject, false)?;
        Ok([width, height])
    }

    /// Draws the loss of three ways to one answer: regression, a network without a hidden layer and
    /// the experiment's own, both trained for it. The experiment must be valid.
    ///
    /// # Errors
    /// If the data are too large to be compared.
    pub fn compare(experiment: &Experiment, is_log: bool) -> Result<Self, FigureError> {
        let svg = comparison::svg(experiment, is_log)?;
        Ok(Self { svg })
    }

    /// Width and height of [`Figure::compare`].
    pub const COMPARISON_SIZE: [u32; 2] = comparison::SIZE;

    /// As SVG text.
    pub fn svg(&self) -> &str {
        &self.svg
    }

    /// As a PNG of `scale` pixels for each of the SVG's.
    ///
    /// # Errors
    /// If that is too large, or nothing.
    pub fn png(&self, scale: f64) -> Result<Vec<u8>, FigureError> {
        raster::png(&self.svg, scale)
    }
}

fn sheet<'a>(run: &'a RunView, subject: Subject, is_log: bool) -> Result<Sheet<'a>, FigureError> {
    if run.record.is_empty() {
        return Err(FigureError::Empty);
    }
    match subject {
        Subject::Dynamics => Ok(dynamics::sheet(run, is_log)),
        Subject::Rsm { epoch, layer } => rsm::sheet(run, epoch, layer, is_log),
        Subject::Illusions => illusions::sheet(run),
        Subject::Data => data::sheet(run),
        Subject::Spectrum => spectrum::sheet(run),
        Subject::Modes => modes::sheet(run),
        Subject::Map { epoch, layer } => map::sheet(run, epoch, layer),
        Subject::Tree { epoch, layer } => tree::sheet(run, epoch, layer),
    }
}

#[cfg(test)]
mod tests;
