//! The title of the section and, below it, along which axis it lies and what it shows.

use egui::{Button, RichText, Ui};

use super::axes::of_section;
use crate::analysis::atlas::plane::Plane;
use crate::analysis::atlas::section::Section;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::experiment::atlas_look::{Along, AtlasLook, SectionOf};

/// Draws the title and, unless `is_presenting`, the choices.
pub(super) fn section_head_ui(
    ui: &mut Ui,
    plane: &Plane,
    look: &mut AtlasLook,
    words: &Words,
    is_presenting: bool,
) {
    let title = RichText::new(words.get("atlas-section")).strong();
    ui.add(egui::Label::new(title).truncate());
    if is_presenting {
        return;
    }
    ui.horizontal(|ui| {
        let lies_along = of_section(plane, look.section).parameter;
        for (along, axis, sign, name) in [
            (Along::X, &plane.x, "→", "atlas-section-along-x"),
            (Along::Y, &plane.y, "↑", "atlas-section-along-y"),
        ] {
            let is_it = lies_along == axis.parameter;
            let can_lie = Section::can_lie_along(axis.parameter);
            let button = ui.add_enabled(can_lie, Button::selectable(is_it, sign));
            accessible_name(ui, &button, &words.get(name));
            let button = button.on_hover_text(words.get("atlas-section-along-hint"));
            let button = button.on_disabled_hover_text(words.get("atlas-section-epochs"));
            if button.clicked() {
                look.section = along;
            }
        }
        ui.separator();
        for (of, key) in [
            (SectionOf::FirstMode, "atlas-section-mode"),
            (SectionOf::Loss, "atlas-section-loss"),
        ] {
            ui.selectable_value(&mut look.section_of, of, words.get(key))
                .on_hover_text(words.get("atlas-section-of-hint"));
        }
    });
}
