//! Matrices of weights side by side, with the number of each cell on hover.

use egui::{Sense, Ui, Vec2};
use nalgebra::DMatrix;

use super::canvas::{self, Canvas};
use super::paint::WindowFont;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_picture_with;
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
                return described(&matrix.caption, values, &matrices.rows);
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

/// The most numbers that are read out.
const MOST_READ: usize = 200;

/// A matrix for those who do not see it: its caption and, row by row, its numbers if they are few.
fn described(caption: &str, values: &DMatrix<f64>, rows: &[String]) -> String {
    if values.len() > MOST_READ {
        return caption.to_owned();
    }
    let row = |i: usize| {
        let numbers = (0..values.ncols()).map(|column| short(values[(i, column)]));
        let numbers = numbers.collect::<Vec<_>>().join(", ");
        (rows.get(i)).map_or_else(|| numbers.clone(), |name| format!("{name} {numbers}"))
    };
    let all: Vec<String> = (0..values.nrows()).map(row).collect();
    format!("{caption}: {}", all.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_matrix_is_read_row_by_row_and_a_large_one_by_its_caption() {
        let small = DMatrix::from_row_slice(2, 2, &[1.0, -0.5, 0.0, 284.923_3]);
        let rows = ["Oak".to_owned(), "Tuna".to_owned()];
        assert_eq!(described("W", &small, &rows), "W: Oak 1, −0.5; Tuna 0, 285");
        assert_eq!(described("Error", &small, &[]), "Error: 1, −0.5; 0, 285");
        assert_eq!(described("W", &DMatrix::zeros(20, 20), &[]), "W");
    }
}
