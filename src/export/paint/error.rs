//! Why a figure cannot be painted.

use thiserror::Error;

use super::limits::{LEAST_CM, MAX_PIXELS, MOST_CM};

/// Why a figure cannot be painted.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum PaintError {
    /// More pixels than memory is spent on, or none.
    #[error(
        "a PNG of {width} × {height} pixels: it may have from 1 to {} million",
        MAX_PIXELS / 1_000_000
    )]
    Pixels {
        /// Pixels across.
        width: f64,
        /// Pixels down.
        height: f64,
    },
    /// The page is larger than a PDF's may be, smaller than anything can be seen on, or no number.
    #[error("a side of {cm} cm: it may have from {} to {} cm", LEAST_CM, MOST_CM)]
    Side {
        /// The side that was asked for.
        cm: f64,
    },
    /// The writer of PDFs gave up.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
}
