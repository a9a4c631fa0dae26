//! Paints a [`Drawing`] into a file: SVG, PNG or PDF, all three the same picture.
//!
//! A point of a drawing is 1/96 inch, as a pixel of CSS and a window's point are. So a figure is as
//! large on paper as on screen, and letters of 11 to 12 points are 8 to 9 printer's points high,
//! as captions in a paper are; a column of 8.5 cm is 321 points wide. [`PageSize`] turns
//! centimetres into points *before* a picture is laid out: another size gives another layout, never
//! other letters.
//!
//! Letters come from [`Fonts`]: the bundled fonts first, then the system's. A PNG and a PDF hold
//! exactly those; an SVG names them and is shown with the reader's own. What no font has is drawn
//! as a box, and said in [`Rendered::missing`].

mod dashes;
mod error;
mod fonts;
mod limits;
mod page;
mod pdf;
mod place;
mod raster;
mod seams;
mod svg;
mod svg_attributes;
mod system_fonts;
mod text_line;

use std::collections::BTreeSet;

use crate::picture::{Drawing, Palette};

pub use error::PaintError;
pub use fonts::Fonts;
pub use page::PageSize;

/// Pixels an inch of a PNG where nothing else is asked for.
pub const DEFAULT_DPI: f64 = 200.0;

/// The kind of a figure's file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FigureFormat {
    /// Lines and letters, for browsers and drawing programs.
    Svg,
    /// Pixels.
    Png {
        /// How many an inch; see [`DEFAULT_DPI`].
        dpi: f64,
    },
    /// A page as large as the figure, for papers.
    Pdf,
}

/// A painted figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub bytes: Vec<u8>,
    /// The characters in it that no installed font has, in their order, each once. They are boxes
    /// in a PNG and a PDF; an SVG holds them, and shows them where its reader has a font.
    pub missing: Vec<char>,
}

/// Paints a drawing on the palette's ground. The `title` says what it shows to whoever cannot see
/// it, and is the title of the file.
///
/// # Errors
/// If a PNG would have too many pixels or none, or a PDF cannot be written.
pub fn render(
    drawing: &Drawing,
    palette: &Palette,
    title: &str,
    format: FigureFormat,
    fonts: &Fonts,
) -> Result<Rendered, PaintError> {
    let title = &text_line::svg_text(title);
    let bytes = match format {
        FigureFormat::Svg => svg::for_readers(drawing, palette, title, fonts).into_bytes(),
        FigureFormat::Png { dpi } => raster::png(drawing, palette, title, dpi, fonts)?,
        FigureFormat::Pdf => pdf::pdf(drawing, palette, title, fonts)?,
    };
    let lines = drawing.labels().map(|label| fonts.line(&label.text));
    let missing: BTreeSet<char> = lines.flat_map(|line| line.missing.clone()).collect();
    let missing = missing.into_iter().collect();
    Ok(Rendered { bytes, missing })
}

#[cfg(test)]
mod tests;
