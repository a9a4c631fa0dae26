//! Figures of atlases and their sections. Each is a drawing and what it is called.

use super::error::FigureError;
use super::measures;
use super::options::{FigureOptions, Titles};
use crate::picture::{AtlasPicture, Drawing, SectionPicture};

/// The map of an atlas.
pub(super) fn atlas(
    picture: AtlasPicture<'_>,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    let mut picture = picture.titled(options.words);
    let Titles { drawn, said } = options.titles(picture.title.take());
    picture.title = drawn;
    let size = options.page.points(measures::atlas_size(options.page))?;
    let layout = picture.layout(size, options.fonts, options.words);
    Ok((layout.drawing, said))
}

/// A section of an atlas.
pub(super) fn section(
    picture: SectionPicture<'_>,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    let mut picture = picture.titled(options.words);
    let Titles { drawn, said } = options.titles(picture.title.take());
    picture.title = drawn;
    let size = options.page.points(measures::chart_size(options.page))?;
    let layout = picture.layout(size, options.fonts, options.words);
    Ok((layout.drawing, said))
}
