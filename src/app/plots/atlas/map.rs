//! The map in the window: the run at hand is dragged in it, or moved by the arrow keys, and the
//! cell that is pointed at tells of its run.

use egui::{CursorIcon, EventFilter, Key, PointerButton, Response, Sense, Ui, WidgetInfo};

use super::beside_pointer::curve_ui;
use crate::analysis::atlas::axis::Axis;
use crate::analysis::atlas::cell::Quantity;
use crate::analysis::atlas::filling::Atlas;
use crate::analysis::atlas::lines::TheoryLine;
use crate::analysis::atlas::plane::Plane;
use crate::app::command::language::Language;
use crate::app::plots::canvas::{self, Canvas, LayoutCache};
use crate::app::plots::paint::WindowFont;
use crate::app::text::words::Words;
use crate::app::widgets::{plot_place, status_hint};
use crate::picture::{Area, Point, Size};
use crate::picture::{AtlasLayout, AtlasPicture, ShownLines, cell_phrase};

/// The map.
#[derive(Clone, Copy)]
pub(crate) struct AtlasMap<'a> {
    pub(crate) atlas: &'a Atlas,
    pub(crate) lines: &'a [TheoryLine],
    /// What the colours tell.
    pub(crate) quantity: Quantity,
    /// Which of theory's lines are drawn.
    pub(crate) shown: ShownLines,
    /// How many epochs each run has, if they are the same everywhere.
    pub(crate) n_epochs: Option<usize>,
    /// The values of the run at hand.
    pub(crate) at: [f64; 2],
    /// Changes with all that is found.
    pub(crate) version: u64,
    pub(crate) words: &'a Words,
}

/// All that a map is laid out for.
#[derive(Clone, Copy, Debug, PartialEq)]
struct MapKey {
    version: u64,
    quantity: Quantity,
    shown: ShownLines,
    at: [f64; 2],
    size: Size,
    pixels_per_point: f32,
    language: Language,
}

/// The map's memory.
#[derive(Debug, Default)]
pub(crate) struct AtlasMapMemory(LayoutCache<MapKey, AtlasLayout>);

/// What was asked of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Asked {
    /// To go to these values, which the pointer is at.
    Values([f64; 2]),
    /// To go so many cells along each axis.
    Steps([isize; 2]),
}

impl AtlasMap<'_> {
    /// Draws the map in the room that is left; answers where it is to go. `name` is what it is
    /// called, and `said` what is said of the run at hand.
    pub(crate) fn ui(
        &self,
        ui: &mut Ui,
        memory: &mut AtlasMapMemory,
        [name, said]: [&str; 2],
    ) -> Option<Asked> {
        let size = canvas::size(ui.available_size());
        let key = MapKey {
            version: self.version,
            quantity: self.quantity,
            shown: self.shown,
            at: self.at,
            size,
            pixels_per_point: ui.pixels_per_point(),
            language: self.words.language(),
        };
        let picture = AtlasPicture {
            n_epochs: self.n_epochs,
            lines: self.lines,
            shown: self.shown,
            dot: Some(within(self.atlas.plane(), self.at)),
            ..AtlasPicture::of(self.atlas, self.quantity)
        };
        let font = WindowFont(ui.ctx());
        let layout = memory
            .0
            .get(key, || picture.layout(size, &font, self.words));
        let canvas = Canvas::paint(ui, &layout.drawing, Sense::click_and_drag());
        let response = &canvas.response;
        plot_place::mark(ui.ctx(), canvas.rect(layout.plane));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label(name);
            node.set_value(said);
        });
        if response.has_focus() {
            canvas.frame(ui, layout.plane);
        }
        self.pointed_ui(ui, &canvas, layout);
        let pressed = pressed_at(&canvas, layout.plane);
        if pressed.is_some() {
            response.request_focus();
        }
        let values = pressed.and_then(|at| layout.values_at(at));
        values.map(Asked::Values).or_else(|| steps(ui, response))
    }

    /// Tells of the cell that is pointed at, and draws its loss beside the pointer.
    fn pointed_ui(&self, ui: &Ui, canvas: &Canvas, layout: &AtlasLayout) {
        let Some(at) = canvas.pointed() else { return };
        let Some(cell) = layout.cell_at(at) else {
            return;
        };
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        if let Some(told) = cell_phrase(self.atlas, cell, self.words) {
            status_hint::tell(ui.ctx(), told);
        }
        let frame = canvas.rect(layout.plane);
        let pointed = canvas.rect(layout.cell_area(cell));
        curve_ui(ui, self.atlas.curve(cell), pointed, frame);
    }
}

/// Values as they can be drawn: at the edge where they are beyond the axes.
pub(crate) fn within(plane: &Plane, [x, y]: [f64; 2]) -> [f64; 2] {
    let within = |axis: &Axis, value: f64| {
        let place = axis.place(value);
        if (0.0..=1.0).contains(&place) {
            return value;
        }
        // What cannot stand on the axis is below all that can.
        let place = if place > 1.0 { 1.0 } else { 0.0 };
        axis.value_at(place)
    };
    [within(&plane.x, x), within(&plane.y, y)]
}

/// Where the primary button is down, if it went down in the area; beyond it, its edge.
pub(super) fn pressed_at(canvas: &Canvas, area: Area) -> Option<Point> {
    let response = &canvas.response;
    let is_held = response.is_pointer_button_down_on() || response.dragged();
    let is_primary = response
        .ctx
        .input(|input| input.pointer.button_down(PointerButton::Primary));
    if !is_held || !is_primary {
        return None;
    }
    let origin = response.ctx.input(|input| input.pointer.press_origin())?;
    if !area.contains(canvas.point(origin)) {
        return None;
    }
    let at = canvas.point(response.interact_pointer_pos()?);
    Some(Point::new(
        at.x.clamp(area.left, area.right),
        at.y.clamp(area.top, area.bottom),
    ))
}

/// How many cells the arrow keys go, if the map has the keyboard.
fn steps(ui: &Ui, response: &Response) -> Option<Asked> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let steps = ui.input(|input| {
        let pressed = |key| isize::try_from(input.num_presses(key)).unwrap_or_default();
        [
            pressed(Key::ArrowRight) - pressed(Key::ArrowLeft),
            pressed(Key::ArrowUp) - pressed(Key::ArrowDown),
        ]
    });
    (steps != [0, 0]).then_some(Asked::Steps(steps))
}
