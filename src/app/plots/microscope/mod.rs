//! The network taken apart at the epoch: U·A·Vᵀ as small matrices and, as their product, what it
//! says of the last features. A click on a mode's number or column leaves that mode out.

mod matrix;
mod said;
mod shown;
mod slide;

use std::collections::BTreeSet;

use egui::{Ui, vec2};
use nalgebra::DMatrix;

use super::scene::Scene;
use crate::analysis::microscope;
use crate::experiment::Pair;
use crate::worker::RunId;
use shown::Shown;
use slide::Slide;

const FONT: f32 = 11.0;
/// Heights of a matrix's name and of the modes' numbers.
const CAPTION: f32 = 17.0;
const NUMBERS: f32 = 15.0;
/// Room for the signs between the matrices, and for the modes' numbers beside A and Vᵀ.
const SIGN: f32 = 34.0;
const GAP: f32 = 4.0;

/// The most features that are shown.
const MOST_FEATURES: usize = 10;

/// From this share on the network is said to lie in the modes as a whole.
const WHOLE: f64 = 0.9995;

/// The panel's memory.
#[derive(Debug, Default)]
pub(crate) struct Microscope {
    /// The modes that are left out.
    off: BTreeSet<usize>,
    still: Option<Still>,
}

/// What stays the same over a run.
#[derive(Debug)]
struct Still {
    run: RunId,
    /// The shown features, their indices.
    features: Vec<usize>,
    /// What is taught of them, features × P.
    taught: DMatrix<f64>,
    /// U for them, features × P.
    side: DMatrix<f64>,
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
            .unwrap_or_else(|| Still::of(scene));
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
            let shown = Shown::fitting(ui, vec2(room.x - side - spacing, room.y), &view);
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

impl Still {
    fn of(scene: Scene<'_>) -> Self {
        let run = scene.run;
        let experiment = &run.facts.experiment;
        let n_outputs = experiment.n_outputs();
        let features: Vec<usize> = (n_outputs.saturating_sub(MOST_FEATURES)..n_outputs).collect();
        let taught = DMatrix::from_fn(features.len(), experiment.items.len(), |row, item| {
            let feature = features[row];
            run.target(Pair { item, feature }).unwrap_or(0.0)
        });
        let side = run.facts.modes.feature_side_of(&taught);
        Self {
            run: run.id,
            features,
            taught,
            side,
        }
    }
}
