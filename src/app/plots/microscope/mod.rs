//! The network taken apart at the epoch: U·A·Vᵀ as small matrices and, as their product, what it
//! says of the last features. A click on a mode's number or column leaves that mode out.

mod said;

use std::collections::BTreeSet;

use egui::{Align, Layout, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::canvas::{self, Canvas, LayoutCache, Setting};
use super::paint::WindowFont;
use super::pointed::PointedParts;
use super::scene::Scene;
use crate::app::text::names::mode_name;
use crate::app::theme::accessible::accessible_picture_with;
use crate::picture::{Area, Factor, Microscope, MicroscopeLayout, MicroscopeSlide, Size};
use crate::worker::RunId;
use said::Said;

/// The panel's memory.
#[derive(Debug, Default)]
pub(crate) struct MicroscopePanel {
    /// The modes that are left out.
    off: BTreeSet<usize>,
    slide: Option<(RunId, MicroscopeSlide)>,
    kept: LayoutCache<(Setting, BTreeSet<usize>), MicroscopeLayout>,
}

impl MicroscopePanel {
    /// Draws the panel.
    pub(crate) fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>) {
        let (run, view) = (scene.run, scene.view);
        let Some(data) = view.data else {
            return;
        };
        let n_modes = data.modes.singular_values.len();
        self.off.retain(|&mode| mode < n_modes);
        if self.slide.as_ref().is_none_or(|(of, _)| *of != run.id) {
            self.slide = Some((run.id, MicroscopeSlide::of(data)));
        }
        let Some((_, slide)) = &self.slide else {
            return;
        };
        let described = Microscope::of(&view, &run.extent, slide, scene.epoch, &self.off);
        let Ok(microscope) = described else {
            return;
        };
        let said = Said {
            scene,
            microscope: &microscope,
        };
        let room = ui.available_size();
        let side = (room.x * 0.24).clamp(150.0, 250.0);
        let mut clicked = None;
        let mut all_on = false;
        ui.horizontal_top(|ui| {
            let spacing = 16.0;
            ui.spacing_mut().item_spacing.x = spacing;
            let size = canvas::size(vec2(room.x - side - spacing, room.y));
            let key = (Setting::of(ui, &scene, size), self.off.clone());
            let layout = laid_out(ui, &mut self.kept, key, size, &said);
            clicked = picture(ui, layout, &said);
            let column = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(side, room.y), column, |ui| all_on = said.ui(ui));
        });
        if let Some(mode) = clicked
            && !self.off.remove(&mode)
        {
            self.off.insert(mode);
        }
        if all_on {
            self.off.clear();
        }
    }
}

fn laid_out<'a, K: PartialEq>(
    ui: &Ui,
    kept: &'a mut LayoutCache<K, MicroscopeLayout>,
    key: K,
    size: Size,
    said: &Said<'_>,
) -> &'a MicroscopeLayout {
    let font = WindowFont(ui.ctx());
    kept.get(key, || {
        said.microscope.layout(size, &font, said.scene.words)
    })
}

/// Draws the matrices; answers the mode that was clicked.
fn picture(ui: &mut Ui, layout: &MicroscopeLayout, said: &Said<'_>) -> Option<usize> {
    let canvas = Canvas::paint(ui, &layout.drawing, Sense::CLICK);
    accessible_picture_with(&canvas.response, || said.description());
    let mut clicked = switches(ui, &canvas, layout, said);
    let pointed = canvas.pointed();
    lift_modes(ui, &canvas, layout);
    if let Some(mode) = pointed.and_then(|at| layout.mode_at(at)) {
        PointedParts::at_modes(ui.ctx(), vec![mode]);
    }
    if let Some((factor, (row, col))) = pointed.and_then(|at| layout.cell_at(at)) {
        let grid = layout.grids.iter().find(|(of, _)| *of == factor);
        if let Some((_, grid)) = grid {
            canvas.frame(ui, grid.cell(row, col));
        }
        if canvas.response.clicked() {
            clicked = clicked.or(pointed.and_then(|at| layout.mode_at(at)));
        }
        let text = said.of_cell(factor, (row, col));
        canvas.response.on_hover_text_at_pointer(text);
    }
    clicked
}

/// Tints the columns of U and the rows of Vᵀ of the modes that are pointed at in any picture.
fn lift_modes(ui: &Ui, canvas: &Canvas, layout: &MicroscopeLayout) {
    for mode in PointedParts::shown(ui.ctx()).modes {
        for (factor, grid) in &layout.grids {
            let ends = match factor {
                Factor::Features if mode < grid.n_cols => [(0, mode), (grid.n_rows - 1, mode)],
                Factor::Items if mode < grid.n_rows => [(mode, 0), (mode, grid.n_cols - 1)],
                _ => continue,
            };
            let [first, last] = ends.map(|(row, col)| grid.cell(row, col));
            canvas.frame(
                ui,
                Area {
                    right: last.right,
                    bottom: last.bottom,
                    ..first
                },
            );
        }
    }
}

/// The modes' numbers above U: with the keyboard, too, they switch a mode off and on.
fn switches(
    ui: &mut Ui,
    canvas: &Canvas,
    layout: &MicroscopeLayout,
    said: &Said<'_>,
) -> Option<usize> {
    let Scene { words, colours, .. } = said.scene;
    let mut clicked = None;
    for (mode, area) in layout.switches.iter().enumerate() {
        let place = canvas.rect(*area);
        let switch = canvas.part(ui, mode, *area, Sense::click());
        let is_on = !said.microscope.off.contains(&mode);
        let name = mode_name(mode, words, &said.scene.run.facts);
        let values = [("name", name.as_str().into())];
        let use_it = words.with("microscope-switch", &values);
        switch.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, is_on, &use_it));
        if switch.hovered() || switch.has_focus() {
            let frame = Stroke::new(1.0, colours.epoch);
            let painter = ui.painter();
            painter.rect_stroke(place, 2.0, frame, StrokeKind::Inside);
        }
        let hint = words.get("microscope-switch-hint");
        if switch.on_hover_text(format!("{name}\n{hint}")).clicked() {
            clicked = Some(mode);
        }
    }
    clicked
}
