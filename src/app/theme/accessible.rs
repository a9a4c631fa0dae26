//! How widgets and pictures are called by screen readers, and by tests.

use egui::accesskit::Role;
use egui::{Response, Ui};

/// Gives a widget the name that screen readers, and tests, know it by.
pub(crate) fn accessible_name(ui: &Ui, response: &Response, name: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        // A text that stands by itself is read by its value.
        if node.role() == Role::Label {
            node.set_value(name);
        } else {
            node.set_label(name);
        }
    });
}

/// Gives a picture a name, and a place in the accessibility tree, which it has not by itself.
pub(crate) fn accessible_picture(response: &Response, name: &str) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, name));
}

/// The same with a name that is made only where somebody listens.
pub(crate) fn accessible_picture_with(response: &Response, name: impl Fn() -> String) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, name()));
}

/// The most cells of a matrix that are read out.
const MOST_READ: usize = 200;

/// A matrix for those who do not see it: its caption and, row by row, the rows' names and the
/// values of their cells, if those are few.
pub(crate) fn matrix_read_out(
    caption: &str,
    rows: &[String],
    [n_rows, n_columns]: [usize; 2],
    value: impl Fn(usize, usize) -> String,
) -> String {
    if n_rows * n_columns > MOST_READ {
        return caption.to_owned();
    }
    let row = |i: usize| {
        let values: Vec<String> = (0..n_columns).map(|column| value(i, column)).collect();
        let values = values.join(", ");
        (rows.get(i)).map_or_else(|| values.clone(), |name| format!("{name} {values}"))
    };
    let all: Vec<String> = (0..n_rows).map(row).collect();
    format!("{caption}: {}", all.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_matrix_is_read_row_by_row_and_a_large_one_by_its_caption() {
        let value = |row: usize, column: usize| (2 * row + column).to_string();
        let rows = ["Oak".to_owned(), "Tuna".to_owned()];
        let read =
            |caption: &str, rows: &[String], size| matrix_read_out(caption, rows, size, value);
        assert_eq!(read("W", &rows, [2, 2]), "W: Oak 0, 1; Tuna 2, 3");
        assert_eq!(read("Error", &[], [2, 2]), "Error: 0, 1; 2, 3");
        assert_eq!(read("W", &[], [20, 20]), "W");
    }
}
