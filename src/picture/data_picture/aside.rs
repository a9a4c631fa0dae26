//! The small matrices: the items' labels, and features that illustrate.

use super::super::item_phrase::ItemPhrase;
use super::super::strokes::{size, text};
use super::super::{
    Align, Area, Colour, Drawing, Grid, Label, Measure, Phrase, Point, Words, shortened,
};
use super::DataPicture;

/// The largest cell.
const LARGEST_CELL: f64 = 16.0;
/// The height of a caption above its matrix.
pub(super) const CAPTION: f64 = size::NAME * Label::LINE + 3.0;
/// Between a matrix and the caption below it.
const GAP: f64 = 12.0;

/// A small matrix of no and yes.
struct Small<'a> {
    caption: ItemPhrase,
    n_cols: usize,
    sign: Box<dyn Fn(usize, usize) -> f64 + 'a>,
}

fn small<'a>(picture: &DataPicture<'a>) -> Vec<Small<'a>> {
    let n = picture.items.len();
    let features = picture.illustration;
    let labels = picture.has_labels.then(|| Small {
        caption: ItemPhrase::Labels,
        n_cols: n,
        sign: Box::new(|row, col| if row == col { 1.0 } else { -1.0 }),
    });
    let illustration = (!features.is_empty()).then(|| Small {
        caption: ItemPhrase::Illustration,
        n_cols: features.len(),
        sign: Box::new(|row, col| features[col].values[row]),
    });
    labels.into_iter().chain(illustration).collect()
}

/// Draws the small matrices, one below the other; answers where they are.
pub(super) fn draw(
    picture: &DataPicture<'_>,
    drawing: &mut Drawing,
    area: Area,
    measure: &dyn Measure,
    words: &dyn Words,
) -> Vec<Grid> {
    let n = picture.items.len();
    let small = small(picture);
    let widest = small.iter().map(|matrix| matrix.n_cols).max();
    let wide = area.width() / widest.unwrap_or(1) as f64;
    let high = (area.height() / small.len().max(1) as f64 - CAPTION - GAP) / n as f64;
    let cell = wide.min(high).clamp(0.5, LARGEST_CELL);
    let mut top = area.top;
    let mut grids = Vec::new();
    for matrix in small {
        let name = words.say(&Phrase::Item(matrix.caption));
        let name = shortened(&name, area.width(), size::NAME, measure);
        let at = Point::new(area.left, top);
        let look = (size::NAME, Colour::Quiet);
        text(drawing, name, at, [Align::Start; 2], look);
        let at = Point::new(area.left, top + CAPTION);
        let grid = Grid::new(at, [cell; 2], n, matrix.n_cols);
        grid.draw_apart(drawing, |row, col| Colour::Sign((matrix.sign)(row, col)));
        picture.draw_picked(drawing, &grid);
        top = grid.area.bottom + GAP;
        grids.push(grid);
    }
    grids
}
