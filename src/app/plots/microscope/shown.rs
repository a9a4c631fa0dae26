//! How much of the matrices fits into the panel, and how large their cells are.

use egui::{Color32, FontId, Ui, vec2};

use super::sizes::{CAPTION, FONT, GAP, NUMBERS, SIGN};

/// The most modes that are shown.
const MOST_MODES: usize = 16;
/// The least and the largest cell.
const LEAST_CELL: f32 = 8.0;
const MOST_CELL: f32 = 20.0;
/// The narrowest column of a mode, with a number of one digit and of two.
const LEAST_MODE: [f32; 2] = [10.0, 14.0];
/// The narrowest column of an item.
const LEAST_COLUMN: f32 = 4.0;

/// How much is shown, and where.
pub(super) struct Shown {
    pub(super) n_modes: usize,
    pub(super) n_items: usize,
    pub(super) n_features: usize,
    /// Height of a cell, width of a mode's and of an item's column.
    pub(super) height: f32,
    pub(super) mode_width: f32,
    pub(super) item_width: f32,
    /// Room for the features' names, and below for the items'.
    pub(super) names: f32,
    pub(super) foot: f32,
}

impl Shown {
    /// What fits into `room` of `n_all` modes, with the features' and the items' names.
    pub(super) fn fitting(
        ui: &Ui,
        room: egui::Vec2,
        n_all: usize,
        features: &[String],
        items: &[String],
    ) -> Self {
        let widest = |names: &[String]| {
            let width = |name: &String| {
                let font = FontId::proportional(FONT);
                let galley = ui
                    .painter()
                    .layout_no_wrap(name.clone(), font, Color32::WHITE);
                galley.size().x
            };
            names.iter().map(width).fold(0.0, f32::max)
        };
        let n_features = features.len();
        let names = widest(features).min(room.x * 0.2) + GAP;
        let foot = widest(items).min(room.y * 0.3) + GAP;
        let rows = room.y - CAPTION - NUMBERS - foot;
        let most = ((rows / LEAST_CELL) as usize).clamp(2, MOST_MODES);
        let mut n_modes = n_all.min(most);
        let height = (rows / n_modes.max(n_features) as f32).clamp(4.0, MOST_CELL);
        let columns = room.x - names - 3.0 * SIGN - 3.0;
        let least_mode = LEAST_MODE[usize::from(n_modes > 9)];
        let widest_mode = (height * 1.7).clamp(least_mode, MOST_CELL * 1.3);
        // Modes take half of the width at most, the items the rest.
        let mut mode_width = widest_mode;
        if 2.0 * (n_modes + n_all) as f32 * mode_width > columns {
            mode_width = (columns / (2 * (n_modes + n_all)) as f32).clamp(least_mode, widest_mode);
        }
        n_modes = n_modes.min(((columns / 4.0 / mode_width) as usize).max(2));
        let left = columns - 2.0 * n_modes as f32 * mode_width;
        let item_width = (left / (2 * n_all) as f32).clamp(LEAST_COLUMN, mode_width);
        let n_items = n_all.min(((left / 2.0 / item_width) as usize).max(2));
        Self {
            n_modes,
            n_items,
            n_features,
            height,
            mode_width,
            item_width,
            names,
            foot,
        }
    }

    pub(super) fn size(&self) -> egui::Vec2 {
        let columns = 2.0 * (self.n_modes as f32 * self.mode_width)
            + 2.0 * (self.n_items as f32 * self.item_width);
        let rows = self.n_features.max(self.n_modes) as f32 * self.height;
        vec2(
            self.names + columns + 3.0 * SIGN,
            CAPTION + NUMBERS + rows + self.foot,
        )
    }
}
