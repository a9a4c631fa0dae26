//! The columns of a data file in a menu: a list that is scrolled, narrowed by a text that is typed.
//! A column beyond the list is reached by typing its name or number.

use egui::{Id, ScrollArea, TextEdit, TextWrapMode, Ui};

use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::data::read::Outline;

/// Width and greatest height of the list.
const WIDTH: f32 = 240.0;
const HEIGHT: f32 = 240.0;

/// So few columns are looked through without a filter.
const MANY: usize = 10;

/// The columns to choose from.
pub(crate) struct ColumnMenu<'a> {
    pub(crate) outline: &'a Outline,
    /// Columns that are chosen, which may be named otherwise than in the list, or beyond it.
    pub(crate) chosen: &'a [String],
    pub(crate) words: &'a Words,
    /// Where the filter is remembered while the menu is open.
    pub(crate) filter_id: Id,
}

impl ColumnMenu<'_> {
    /// Draws the filter and the list; `draw` draws one column.
    pub(crate) fn ui(&self, ui: &mut Ui, mut draw: impl FnMut(&mut Ui, &str)) {
        ui.set_width(WIDTH);
        ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        let filter = self.filter_ui(ui);
        let listed = listed(self.outline, self.chosen, &filter);
        if listed.is_empty() {
            ui.label(self.words.get("columns-none"));
        }
        let row = ui.spacing().interact_size.y;
        let scroll = ScrollArea::vertical().max_height(HEIGHT);
        scroll.show_rows(ui, row, listed.len(), |ui, rows| {
            for column in &listed[rows] {
                draw(ui, column);
            }
        });
    }

    /// Draws the box for a text, where there is much to look through; answers the text.
    fn filter_ui(&self, ui: &mut Ui) -> String {
        let mut filter: String = ui
            .data(|data| data.get_temp(self.filter_id))
            .unwrap_or_default();
        if self.outline.n_columns <= MANY {
            return filter;
        }
        let hint = self.words.get(if is_whole(self.outline) {
            "columns-filter"
        } else {
            "columns-filter-more"
        });
        let edit = TextEdit::singleline(&mut filter)
            .hint_text(hint)
            .desired_width(WIDTH);
        let response = ui.add(edit);
        accessible_name(ui, &response, &self.words.get("columns-filter"));
        if response.changed() {
            ui.data_mut(|data| data.insert_temp(self.filter_id, filter.clone()));
        }
        filter
    }
}

/// Whether the outline lists every column.
fn is_whole(outline: &Outline) -> bool {
    outline.columns.len() == outline.n_columns
}

/// The columns that contain the text, in whatever case; behind them those that are chosen and are
/// not in the outline and, where that does not list all columns, what was typed.
fn listed<'a>(outline: &'a Outline, chosen: &'a [String], filter: &'a str) -> Vec<&'a str> {
    let filter = filter.trim();
    let wanted = filter.to_lowercase();
    let others = chosen.iter().filter(|it| !outline.columns.contains(it));
    let known = outline.columns.iter().chain(others).map(String::as_str);
    let mut listed: Vec<&str> = known
        .filter(|column| column.to_lowercase().contains(&wanted))
        .collect();
    if !filter.is_empty() && !is_whole(outline) && !listed.contains(&filter) {
        listed.push(filter);
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(n_listed: usize, n_columns: usize) -> Outline {
        Outline {
            columns: (1..=n_listed).map(|n| format!("Gene {n}")).collect(),
            n_columns,
            ..Outline::default()
        }
    }

    #[test]
    fn every_column_of_a_thousand_is_listed_and_found() {
        let outline = outline(1000, 1000);
        assert_eq!(listed(&outline, &[], "").len(), 1000);
        assert_eq!(listed(&outline, &[], " gene 999 "), ["Gene 999"]);
        assert_eq!(listed(&outline, &[], "protein"), [""; 0]);
    }

    #[test]
    fn a_column_beyond_the_list_is_reached_by_typing_it() {
        let outline = outline(1000, 20_000);
        assert_eq!(listed(&outline, &[], "#15000"), ["#15000"]);
        let chosen = ["#15000".to_owned()];
        assert_eq!(listed(&outline, &chosen, "").last(), Some(&"#15000"));
        assert_eq!(listed(&outline, &chosen, "15000"), ["#15000", "15000"]);
    }
}
