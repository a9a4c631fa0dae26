//! The tree behind the data, its items as leaves.

use egui::{FontId, Sense, Stroke, Ui, pos2, vec2};

use crate::app::theme::accessible::accessible_picture;
use crate::data::TreeRecipe;

const FONT: f32 = 12.0;

/// Draws the tree from its root at the top to the items at the bottom.
pub(crate) fn tree_ui(ui: &mut Ui, recipe: &TreeRecipe, items: &[String], name: &str) {
    let size = vec2(
        ui.available_width(),
        ui.available_height().clamp(120.0, 260.0),
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let painter = ui.painter_at(rect);
    let ink = ui.visuals().text_color();
    let galleys: Vec<_> = items
        .iter()
        .map(|item| painter.layout_no_wrap(item.clone(), FontId::proportional(FONT), ink))
        .collect();
    let room = galleys
        .iter()
        .map(|galley| galley.size().x)
        .fold(0.0, f32::max)
        + 6.0;
    let inner = rect.shrink2(vec2(FONT, 6.0));
    let leaves = inner.bottom() - room;
    let n_items = items.len() as f32;
    // A node stands over the middle of its leaves.
    let place = |level: usize, index: usize| {
        let below = recipe.branches.pow((recipe.levels - level) as u32) as f32;
        let x = inner.left() + inner.width() * (index as f32 + 0.5) * below / n_items;
        let share = level as f32 / recipe.levels as f32;
        pos2(x, egui::lerp(inner.top()..=leaves, share))
    };
    let stroke = Stroke::new(1.5, ui.visuals().weak_text_color());
    for level in 1..=recipe.levels {
        for index in 0..recipe.branches.pow(level as u32) {
            let (node, parent) = (
                place(level, index),
                place(level - 1, index / recipe.branches),
            );
            // Down from the parent's height: a family tree's elbows.
            let elbow = pos2(node.x, parent.y);
            painter.line_segment([parent, elbow], stroke);
            painter.line_segment([elbow, node], stroke);
        }
    }
    let every = (FONT / (inner.width() / n_items)).ceil().max(1.0) as usize;
    for (item, galley) in galleys.into_iter().enumerate().step_by(every) {
        let leaf = place(recipe.levels, item);
        let at = pos2(
            leaf.x - galley.size().y / 2.0,
            leaf.y + 4.0 + galley.size().x,
        );
        let text = egui::epaint::TextShape::new(at, galley, ink);
        painter.add(text.with_angle(-std::f32::consts::FRAC_PI_2));
    }
    accessible_picture(&response, name);
}
