//! What is shown below the Learning view, on demand: one of several panels, chosen in a strip at
//! their head.

use egui::{Align, Layout, RichText, Ui};

use crate::analysis::layout::Axes;
use crate::app::plots::dendrogram::Tree;
use crate::app::plots::item_sides::item_sides_ui;
use crate::app::plots::map::MapPanel;
use crate::app::plots::microscope::MicroscopePanel;
use crate::app::plots::scene::Scene;
use crate::experiment::view::Below;
use crate::picture::ModeSides;

/// The least height of a panel with its strip.
const LEAST_HEIGHT: f32 = 238.0;

/// The panels' memory.
#[derive(Debug, Default)]
pub(super) struct Panels {
    map: MapPanel,
    tree: Tree,
    microscope: MicroscopePanel,
}

impl Below {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Nothing, "below-nothing"),
        (Self::Modes, "below-modes"),
        (Self::Map, "below-map"),
        (Self::Tree, "below-tree"),
        (Self::Microscope, "below-microscope"),
    ];

    /// The height that it takes of what there is, its strip included.
    pub(super) fn height(self, ui: &Ui) -> f32 {
        let strip = ui.spacing().interact_size.y + ui.spacing().item_spacing.y * 2.0;
        let all = ui.available_height();
        match self {
            Self::Nothing => strip,
            _ => (all * 0.42).max(LEAST_HEIGHT.min(all * 0.55)),
        }
    }

    /// The strip that one is chosen in.
    pub(super) fn choice(&mut self, ui: &mut Ui, scene: Scene<'_>) {
        let (words, quiet) = (scene.words, scene.palette.quiet);
        ui.horizontal(|ui| {
            ui.label(RichText::new(words.get("below")).color(quiet));
            for (below, key) in Self::ALL {
                let response = ui.selectable_value(self, below, words.get(key));
                response.on_hover_text(words.get(&format!("{key}-hint")));
            }
            if let Some(note) = self.note(scene) {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let text = RichText::new(note).size(12.0).color(quiet);
                    ui.add(egui::Label::new(text).truncate());
                });
            }
        });
    }

    /// What is to be known of a panel at first sight.
    fn note(self, scene: Scene<'_>) -> Option<String> {
        let words = scene.words;
        let is_of_activity = matches!(self, Self::Map | Self::Tree) && scene.layer.is_some();
        if let Some(epoch) = scene.stands_in().filter(|_| is_of_activity) {
            let values = [("epoch", epoch.to_string().into())];
            return Some(words.with("below-stands-in", &values));
        }
        match self {
            Self::Microscope => Some(words.get("microscope-note")),
            _ => None,
        }
    }
}

impl Panels {
    /// The modes that were chosen as axes of the map; `None` for the usual ones.
    pub(super) fn map_axes(&self) -> Option<Axes> {
        self.map.chosen()
    }

    /// Draws the chosen panel.
    pub(super) fn ui(&mut self, ui: &mut Ui, below: Below, scene: Scene<'_>) {
        if scene.run.record.is_empty() {
            return;
        }
        match below {
            Below::Nothing => {}
            Below::Modes => {
                if let Ok(sides) = ModeSides::of(&scene.view, Some(scene.steady_row())) {
                    item_sides_ui(ui, &sides, scene.words);
                }
            }
            Below::Map => self.map.ui(ui, scene),
            Below::Tree => self.tree.ui(ui, scene),
            Below::Microscope => self.microscope.ui(ui, scene),
        }
    }
}
