//! The section in the window: the run at hand is dragged along its axis.

use egui::{CursorIcon, Sense, Ui};

use super::map::pressed_at;
use crate::analysis::atlas::section::Section;
use crate::app::command::language::Language;
use crate::app::plots::canvas::{self, Canvas, LayoutCache};
use crate::app::plots::paint::WindowFont;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_picture;
use crate::picture::Size;
use crate::picture::{SectionLayout, SectionPicture, SectionQuantity};

/// The section.
#[derive(Clone, Copy)]
pub(crate) struct AtlasSection<'a> {
    pub(crate) section: &'a Section,
    pub(crate) shows: SectionQuantity,
    /// The stability limit, where the axis is that of the learning rate.
    pub(crate) limit: Option<f64>,
    /// The value of the run at hand.
    pub(crate) at: f64,
    /// Changes with all that is found.
    pub(crate) version: u64,
    pub(crate) words: &'a Words,
}

/// All that a section is laid out for.
#[derive(Clone, Copy, Debug, PartialEq)]
struct SectionKey {
    version: u64,
    shows: SectionQuantity,
    limit: Option<f64>,
    at: f64,
    size: Size,
    pixels_per_point: f32,
    language: Language,
}

/// The section's memory.
#[derive(Debug, Default)]
pub(crate) struct AtlasSectionMemory(LayoutCache<SectionKey, SectionLayout>);

impl AtlasSection<'_> {
    /// Draws the section, called `name`, in the room that is left; answers the value that it is
    /// dragged to.
    pub(crate) fn ui(
        &self,
        ui: &mut Ui,
        memory: &mut AtlasSectionMemory,
        name: &str,
    ) -> Option<f64> {
        let size = canvas::size(ui.available_size());
        let key = SectionKey {
            version: self.version,
            shows: self.shows,
            limit: self.limit,
            at: self.at,
            size,
            pixels_per_point: ui.pixels_per_point(),
            language: self.words.language(),
        };
        let picture = SectionPicture {
            section: self.section,
            shows: self.shows,
            limit: self.limit,
            dot: Some(self.at),
            title: None,
        };
        let font = WindowFont(ui.ctx());
        let layout = memory
            .0
            .get(key, || picture.layout(size, &font, self.words));
        let sense = Sense::drag() - Sense::FOCUSABLE;
        let canvas = Canvas::paint(ui, &layout.drawing, sense);
        accessible_picture(&canvas.response, name);
        let is_on = |at| layout.plane.contains(at);
        if canvas.pointed().is_some_and(is_on) {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        layout.value_at(pressed_at(&canvas, layout.plane)?)
    }
}
