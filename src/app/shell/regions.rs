//! Where the regions of the window are, and how the keyboard goes from one to another.

use egui::{Context, Key, Rect};

use crate::app::widgets::region::{Region, enter_region, next_region};

/// Where the regions were in the last frame, and which of them has the keyboard.
#[derive(Debug, Default)]
pub(super) struct Regions {
    shown: Vec<(Region, Rect)>,
    current: Option<Region>,
}

impl Regions {
    /// Takes over where the regions are; one without a place is not shown.
    pub(super) fn set(&mut self, places: [(Region, Option<Rect>); 5]) {
        let shown = places
            .into_iter()
            .filter_map(|(region, place)| Some((region, place?)));
        self.shown = shown.collect();
    }

    /// Notes which region has the focus. Where nothing has it, the tab key begins at the controls.
    pub(super) fn follow_focus(&mut self, ctx: &Context) {
        if ctx.memory(|memory| memory.top_modal_layer().is_some()) {
            return;
        }
        let Some(focused) = ctx.memory(egui::Memory::focused) else {
            let is_tab =
                |input: &egui::InputState| input.key_pressed(Key::Tab) && input.modifiers.is_none();
            if ctx.input(is_tab) {
                enter_region(ctx, Region::Controls);
            }
            return;
        };
        if let Some(place) = ctx.read_response(focused) {
            let center = place.rect.center();
            let here = self.shown.iter().find(|(_, room)| room.contains(center));
            self.current = here.map(|(region, _)| *region);
        }
    }

    /// Takes the keyboard to the next region, or the one before.
    pub(super) fn go(&self, ctx: &Context, is_back: bool) {
        let shown: Vec<Region> = self.shown.iter().map(|(region, _)| *region).collect();
        enter_region(ctx, next_region(&shown, self.current, is_back));
    }
}
