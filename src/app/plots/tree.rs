//! The tree behind the data, its items as leaves.

use egui::{Sense, Ui};

use super::canvas::{self, Canvas};
use super::paint::WindowFont;
use crate::app::theme::accessible::accessible_picture;
use crate::picture::RecipeTree;

/// Draws the tree as large as there is room for; `name` is what screen readers call it. On a node
/// its items are said.
pub(crate) fn tree_ui(ui: &mut Ui, tree: RecipeTree<'_>, name: &str) {
    let font = WindowFont(ui.ctx());
    let layout = tree.layout(canvas::size(ui.available_size()), &font);
    let canvas = Canvas::paint(ui, &layout.drawing, Sense::hover());
    accessible_picture(&canvas.response, name);
    let Some((level, place)) = canvas.pointed().and_then(|at| layout.node_at(at)) else {
        return;
    };
    let n_below = tree.items.len() / layout.nodes[level].len();
    let below = &tree.items[place * n_below..(place + 1) * n_below];
    canvas.response.on_hover_text_at_pointer(below.join(", "));
}
