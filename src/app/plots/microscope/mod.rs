//! The network taken apart at the epoch: U·A·Vᵀ as small matrices and, as their product, what it
//! says of the last features. A click on a mode's number or column leaves that mode out.

mod matrix;
mod said;
mod shown;
mod sizes;
mod slide;
mod still;

use std::collections::BTreeSet;

use egui::{Ui, vec2};

use super::scene::Scene;
use crate::analysis::microscope;
use shown::Shown;
use slide::Slide;
use still::Still;

/// The panel's memory.
#[derive(Debug, Default)]
pub(crate) struct Microscope {
    /// The modes that are left out.
    off: BTreeSet<usize>,
    still: Option<Still>,
}

impl Microscope {
    /// Draws the panel.
    pub(crate) fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>) {
        let run = scene.run;
        let n_modes = run.facts.modes.singular_values.len();
        self.off.retain(|&mode| mode < n_modes);
        let still = self
            .still
            .take_if(|still| still.run == run.id)
            .unwrap_or_else(|| still::Still::of(scene));
        let row = run.record.row_at(scene.epoch);
        let aligned = run.record.aligned(row);
        let item_side = &run.facts.modes.item_side;
        let product = microscope::product(&still.side, aligned, item_side, |mode| {
            !self.off.contains(&mode)
        });
        let view = Slide {
            scene,
            off: &self.off,
            still: &still,
            aligned,
            product: &product,
            share: microscope::share_in_modes(aligned, run.record.modes(row)),
            epoch: run.record.epochs()[row],
        };
        let room = ui.available_size();
        let side = (room.x * 0.24).clamp(150.0, 250.0);
        let mut clicked = None;
        let mut all_on = false;
        ui.horizontal_top(|ui| {
            let spacing = 16.0;
            ui.spacing_mut().item_spacing.x = spacing;
            let shown = Shown::fitting(
                ui,
                vec2(room.x - side - spacing, room.y),
                n_modes,
                &view.features(),
                &scene.items(),
            );
            clicked = view.picture(ui, &shown);
            ui.allocate_ui_with_layout(
                vec2(side, room.y),
                egui::Layout::top_down(egui::Align::Min),
                |ui| all_on = view.words(ui, &shown),
            );
        });
        if let Some(mode) = clicked
            && !self.off.remove(&mode)
        {
            self.off.insert(mode);
        }
        if all_on {
            self.off.clear();
        }
        self.still = Some(still);
    }
}
