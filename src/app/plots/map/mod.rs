//! The items moving apart: a hidden layer's activity in two dimensions at the epoch, with the way
//! that each item has come. Equal units on both axes, and one scale for the whole run.
//!
//! What all items have in common would move them all at once along whatever direction a mode has
//! before it is learned; so they are seen from their middle, unless an axis is just that mode.

mod axis_name;
mod frame;
mod groups;
mod sizes;
mod ways;

use egui::{RichText, Sense, Ui, vec2};

use super::scene::Scene;
use crate::analysis::layout::{Axes, Layout};
use crate::app::text::names::mode_name;
use crate::app::theme::accessible::accessible_name;
use sizes::FONT;
use ways::Ways;

/// Modes offered as axes.
const MOST_MODES: usize = 16;

/// The panel's memory.
#[derive(Debug, Default)]
pub(crate) struct Map {
    /// The modes that were chosen as axes; none for the usual ones.
    axes: Option<[usize; 2]>,
    ways: Option<Ways>,
}

impl Map {
    /// The modes that were chosen as axes; `None` for the usual ones.
    pub(crate) fn chosen(&self) -> Option<Axes> {
        self.axes.map(|[across, up]| Axes {
            across,
            up: Some(up),
        })
    }

    /// Draws the panel.
    pub(crate) fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>) {
        let Some(layer) = scene.layer else {
            let text = RichText::new(scene.words.get("rsm-none"));
            ui.label(text.color(scene.palette.quiet));
            return;
        };
        let axes = self.axes(scene);
        let room = ui.available_size();
        let side = (room.x * 0.32).clamp(180.0, 340.0);
        ui.horizontal_top(|ui| {
            let spacing = ui.spacing().item_spacing.x * 2.0;
            let size = vec2(room.x - side - spacing, room.y);
            let (response, painter) = ui.allocate_painter(size, Sense::hover());
            let ways = Ways::of(&mut self.ways, scene, layer, axes);
            ways.draw(ui, &response, &painter, scene, layer);
            ui.add_space(spacing);
            ui.allocate_ui_with_layout(
                vec2(side - spacing, room.y),
                egui::Layout::top_down(egui::Align::Min),
                |ui| {
                    ui.add_space(2.0);
                    self.choice(ui, scene, axes);
                    ui.add_space(4.0);
                    let text = RichText::new(explained(scene, axes)).size(FONT);
                    ui.label(text.color(scene.palette.quiet));
                },
            );
        });
    }

    /// The modes that are the axes: the chosen ones, as far as this network has them.
    fn axes(&self, scene: Scene<'_>) -> [usize; 2] {
        let modes = &scene.run.facts.modes;
        let n_modes = modes.singular_values.len();
        let chosen = self.axes.filter(|axes| axes.iter().all(|&a| a < n_modes));
        chosen.unwrap_or_else(|| Layout::usual_modes(modes))
    }

    fn choice(&mut self, ui: &mut Ui, scene: Scene<'_>, axes: [usize; 2]) {
        let n_modes = scene.run.facts.modes.singular_values.len();
        for (axis, key) in [(0, "map-across"), (1, "map-up")] {
            let label = scene.words.get(key);
            ui.label(RichText::new(&label).size(FONT).color(scene.palette.quiet));
            let mut mode = axes[axis];
            let name = |mode| mode_name(mode, scene.words, &scene.run.facts);
            let combo = egui::ComboBox::from_id_salt(key)
                .selected_text(name(mode))
                .width(ui.available_width())
                .truncate();
            let response = combo.show_ui(ui, |ui| {
                for other in 0..n_modes.min(MOST_MODES) {
                    ui.selectable_value(&mut mode, other, name(other));
                }
            });
            accessible_name(ui, &response.response, &label);
            response.response.on_hover_text(name(mode));
            if mode != axes[axis] {
                // Both axes along one mode would be no plane: then they change places.
                let other = if mode == axes[1 - axis] {
                    axes[axis]
                } else {
                    axes[1 - axis]
                };
                let mut chosen = [other; 2];
                chosen[axis] = mode;
                self.axes = Some(chosen);
            }
        }
    }
}

/// What the picture is.
fn explained(scene: Scene<'_>, axes: [usize; 2]) -> String {
    if Layout::new(&scene.run.facts.modes, axes).is_centred() {
        scene.words.get("map-explained-centred")
    } else {
        scene.words.get("map-explained")
    }
}
