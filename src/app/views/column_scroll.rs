//! Which columns of the feature table are in sight: whole ones only, and the bar that scrolls them,
//! which stays below the table however many rows that has.

use egui::scroll_area::ScrollBarVisibility;
use egui::{ScrollArea, Ui, vec2};

use super::feature_cell::{FEATURE_WIDTH, GAP};

/// The place of the columns.
#[derive(Debug, Default)]
pub(super) struct ColumnScroll {
    /// How far they are scrolled, in points.
    offset: f32,
    /// How many are in sight.
    n_whole: usize,
    /// The column that was last sought, until the user scrolls.
    sought: Option<usize>,
    /// Whether it is still to be scrolled to.
    is_pending: bool,
}

impl ColumnScroll {
    /// Draws the columns that `add` adds, as many as are whole, the sought one among them.
    pub(super) fn ui(&mut self, ui: &mut Ui, sought: Option<usize>, add: impl FnOnce(&mut Ui)) {
        let n_whole = n_whole(ui.available_width());
        // There may also be less room, as when a bar appears.
        let has_changed = sought.is_some() || n_whole != self.n_whole;
        self.n_whole = n_whole;
        self.sought = sought.or(self.sought);
        let mut is_moved = false;
        if has_changed {
            // In the next frame: until then egui takes the columns' old width for the end.
            self.is_pending = self.sought.is_some();
            ui.ctx().request_repaint();
        } else if std::mem::take(&mut self.is_pending) {
            let sought = self.sought.unwrap_or_default();
            self.offset = offset_for(sought, n_whole, self.offset);
            is_moved = true;
        }
        let output = ScrollArea::horizontal()
            .id_salt("columns")
            .max_width(width_of(n_whole))
            .auto_shrink([false, true])
            .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden)
            .horizontal_scroll_offset(self.offset)
            .show(ui, |ui| {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing = GAP.into();
                    add(ui);
                });
            });
        if !(has_changed || is_moved) {
            self.follow(output.state.clamped_offset().x);
        }
    }

    /// Draws the bar, if not all of so many columns are in sight.
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, n_columns: usize) {
        if n_columns <= self.n_whole {
            return;
        }
        let output = ScrollArea::horizontal()
            .id_salt("columns bar")
            .max_width(width_of(self.n_whole))
            .auto_shrink([false, true])
            .horizontal_scroll_offset(self.offset)
            .show(ui, |ui| ui.allocate_space(vec2(width_of(n_columns), 1.0)));
        if !self.is_pending && self.follow(output.state.clamped_offset().x) {
            ui.ctx().request_repaint();
        }
    }

    /// Takes over an offset to which the user scrolled; answers whether it is another.
    fn follow(&mut self, offset: f32) -> bool {
        let is_other = (offset - self.offset).abs() > 0.5;
        if is_other {
            self.sought = None;
            self.offset = offset;
        }
        is_other
    }
}

/// How many whole columns a width has room for; at least one.
fn n_whole(width: f32) -> usize {
    (((width + GAP[0]) / (FEATURE_WIDTH + GAP[0])) as usize).max(1)
}

/// The width of so many columns.
fn width_of(n_columns: usize) -> f32 {
    n_columns as f32 * (FEATURE_WIDTH + GAP[0]) - GAP[0]
}

/// How far `n_whole` columns in sight are scrolled for one of them to be `column`: to the start of
/// a column, and no further from `offset` than is needed.
fn offset_for(column: usize, n_whole: usize, offset: f32) -> f32 {
    let pitch = FEATURE_WIDTH + GAP[0];
    let first = (offset / pitch).round() as usize;
    let first = first.clamp((column + 1).saturating_sub(n_whole), column);
    first as f32 * pitch
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_scrolled_to_the_start_of_one_and_no_further_than_needed() {
        let pitch = FEATURE_WIDTH + GAP[0];
        assert_eq!([100.0, 244.0, 260.0].map(n_whole), [1, 2, 2]);
        assert_eq!(width_of(2), 2.0 * FEATURE_WIDTH + GAP[0]);
        // The newest of four is the last one in sight.
        assert_eq!(offset_for(3, 2, 0.0), 2.0 * pitch);
        assert_eq!(offset_for(1, 2, 3.0 * pitch), pitch);
        assert_eq!(offset_for(2, 2, pitch + 20.0), pitch);
        assert_eq!(offset_for(0, 1, 0.0), 0.0);
    }
}
