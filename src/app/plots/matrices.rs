//! Matrices of weights side by side, with the number of each cell on hover.

use egui::{Sense, Ui, Vec2};

use super::canvas::{self, Canvas};
use super::paint::WindowFont;
use crate::app::text::words::Words;
use crate::app::theme::accessible::{accessible_picture_with, matrix_read_out};
use crate::numbers::short;
use crate::picture::{ItemPhrase, Matrices, Phrase, Words as _};

/// Draws the matrices at a size. `hover_text` is of a matrix, by its place, and a row and column.
pub(crate) fn matrices_ui(
    ui: &mut Ui,
    matrices: &Matrices,
    size: Vec2,
    words: &Words,
    hover_text: impl Fn(usize, (usize, usize)) -> Option<String>,
) {
    let font = WindowFont(ui.ctx());
    let mut layout = matrices.layout(canvas::size(size), &font, words);
    // The room that the matrices do not need is left to what follows.
    let grids = layout.grids.iter().map(|grid| grid.area);
    let lowest = grids.max_by(|a, b| a.bottom.total_cmp(&b.bottom));
    if let Some(lowest) = lowest {
        layout.drawing.size.height = canvas::foot(ui, &layout.drawing, lowest);
    }
    let canvas = Canvas::paint(ui, &layout.drawing, Sense::hover());
    let captions = matrices.groups.iter().flatten();
    for (i, (grid, matrix)) in layout.grids.iter().zip(captions).enumerate() {
        let response = canvas.part(ui, i, grid.area, Sense::hover());
        accessible_picture_with(&response, || {
            if let Some(values) = &matrix.values {
                let value = |row: usize, column: usize| short(values[(row, column)]);
                let size = [values.nrows(), values.ncols()];
                return matrix_read_out(&matrix.caption, &matrices.rows, size, value);
            }
            let reason = words.say(&Phrase::Item(ItemPhrase::Diverged));
            format!("{}: {reason}", matrix.caption)
        });
        let at = response.hover_pos().map(|at| canvas.point(at));
        if let Some((_, cell)) = at.and_then(|at| layout.cell_at(at))
            && let Some(text) = hover_text(i, cell)
        {
            canvas.frame(ui, grid.cell(cell.0, cell.1));
            response.on_hover_text_at_pointer(text);
        }
    }
}
