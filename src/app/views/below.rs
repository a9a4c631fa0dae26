//! The panel below the RSM: one of several, chosen in a strip at its head.

use egui::{RichText, Ui};

use crate::analysis::layout::Axes;
use crate::app::command::action::Action;
use crate::app::command::names::below_key;
use crate::app::panels::pin_table::PinTable;
use crate::app::plots::dendrogram::TreePlot;
use crate::app::plots::item_sides::item_sides_ui;
use crate::app::plots::map::MapPanel;
use crate::app::plots::microscope::MicroscopePanel;
use crate::app::plots::scene::Scene;
use crate::app::session::pins::Pins;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::text_before::has_room;
use crate::experiment::view::Below;
use crate::picture::ModeSides;

/// The size of a note, in points.
const NOTE: f32 = 12.0;

/// The panels' memory.
#[derive(Debug, Default)]
pub(super) struct Panels {
    map: MapPanel,
    tree: TreePlot,
    microscope: MicroscopePanel,
    runs: PinTable,
    /// The pin whose row is under the pointer.
    hovered_pin: Option<usize>,
}

/// The strip that a panel is chosen in.
pub(super) fn strip_ui(ui: &mut Ui, chosen: &mut Below, words: &Words) {
    let names = Below::ALL.map(|below| words.get(&format!("{}-short", below_key(below))));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if !has_room(ui, &names) {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.spacing_mut().button_padding.x = 2.0;
        }
        if !has_room(ui, &names) {
            menu_ui(ui, chosen, words);
            return;
        }
        for (below, name) in Below::ALL.into_iter().zip(names) {
            let key = below_key(below);
            let response = ui.selectable_value(chosen, below, name);
            accessible_name(ui, &response, &words.get(key));
            response.on_hover_text(words.get(&format!("{key}-hint")));
        }
    });
}

/// The choice as a menu, where the names have no room beside each other.
fn menu_ui(ui: &mut Ui, chosen: &mut Below, words: &Words) {
    let combo = egui::ComboBox::from_id_salt("panel below")
        .width(ui.available_width())
        .truncate()
        .selected_text(words.get(below_key(*chosen)));
    let menu = combo.show_ui(ui, |ui| {
        for below in Below::ALL {
            ui.selectable_value(chosen, below, words.get(below_key(below)));
        }
    });
    accessible_name(ui, &menu.response, &words.get("menu-below"));
}

impl Panels {
    /// The modes that were chosen as axes of the map; `None` for the usual ones.
    pub(super) fn map_axes(&self) -> Option<Axes> {
        self.map.chosen()
    }

    /// The pin whose row in the table of runs is under the pointer.
    pub(super) fn hovered_pin(&self) -> Option<usize> {
        self.hovered_pin
    }

    /// Draws the chosen panel, under a note if there is one; answers what was asked for.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        below: Below,
        scene: Scene<'_>,
        pins: &Pins,
    ) -> Vec<Action> {
        self.hovered_pin = None;
        let mut asked = Vec::new();
        if scene.run.record.is_empty() {
            return asked;
        }
        if let Some(note) = note(below, scene) {
            let text = RichText::new(&note).size(NOTE).color(scene.colours.quiet);
            ui.add(egui::Label::new(text).truncate())
                .on_hover_text(note);
        }
        match below {
            Below::Modes => {
                if let Ok(sides) = ModeSides::of(&scene.view, Some(scene.steady_row())) {
                    // The items of the view have names in the window's language.
                    let groups = scene.run.facts.experiment.named_groups();
                    item_sides_ui(ui, &ModeSides { groups, ..sides }, scene.words);
                }
            }
            Below::Map => self.map.ui(ui, scene),
            Below::Tree => self.tree.ui(ui, scene),
            Below::Runs => {
                let Scene {
                    run,
                    words,
                    colours,
                    ..
                } = scene;
                (asked, self.hovered_pin) = self.runs.ui(ui, run, pins, words, colours);
            }
            Below::Microscope => self.microscope.ui(ui, scene),
        }
        asked
    }
}

/// Says how the microscope is used, in the line of the strip: it is as wide as the view.
pub(super) fn note_beside_strip_ui(ui: &mut Ui, below: Below, scene: Scene<'_>) {
    if below != Below::Microscope {
        return;
    }
    let text = RichText::new(scene.words.get("microscope-note"));
    let text = text.size(NOTE).color(scene.colours.quiet);
    ui.horizontal_centered(|ui| ui.add(egui::Label::new(text).truncate()));
}

/// The note above a panel: that an earlier epoch is shown.
fn note(below: Below, scene: Scene<'_>) -> Option<String> {
    let is_of_activity = matches!(below, Below::Map | Below::Tree) && scene.layer.is_some();
    let epoch = scene.stands_in().filter(|_| is_of_activity)?;
    let values = [("epoch", epoch.to_string().into())];
    Some(scene.words.with("below-stands-in", &values))
}
