//! What each mode is: its item side as a row of bars, and the name of the split it makes.

use egui::{FontId, Rect, RichText, Sense, Ui, pos2, vec2};

use crate::app::run::Run;
use crate::app::text::format;
use crate::app::text::names::mode_name;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_picture;
use crate::app::theme::palette::Palette;

/// Height of a row of bars.
const ROW: f32 = 30.0;

/// The most modes shown; beyond that their splits are no longer told apart.
const MOST_MODES: usize = 16;

/// Draws a row for each mode; with an epoch, how much of it is learned by then.
pub(crate) fn item_sides_ui(
    ui: &mut Ui,
    run: &Run,
    epoch: Option<usize>,
    words: &Words,
    palette: &Palette,
) {
    let record = &run.record;
    if record.is_empty() {
        return;
    }
    let row = epoch.map(|epoch| record.row_at(epoch));
    let modes = &run.facts.modes;
    let names = words.items(&run.facts.experiment);
    let n_modes = modes.singular_values.len();
    let width = bars_width(names.len()).min(ui.available_width() * 0.45);
    egui::Grid::new("item sides")
        .num_columns(3)
        .min_col_width(0.0)
        .spacing([12.0, 2.0])
        .show(ui, |ui| {
            ui.label("");
            item_names(ui, &names, width);
            ui.end_row();
            for mode in 0..n_modes.min(MOST_MODES) {
                let color = palette.mode(mode, n_modes);
                let number = RichText::new((mode + 1).to_string()).strong().color(color);
                ui.label(number);
                let side: Vec<f64> = modes.item_side.column(mode).iter().copied().collect();
                bars(ui, &side, &names, width, palette);
                let name = mode_name(mode, words, &run.facts);
                let s = modes.singular_values[mode];
                ui.vertical(|ui| {
                    let label = egui::Label::new(&name).truncate();
                    ui.add(label).on_hover_text(&name);
                    let value = ("s", format!("{s:.1}").into());
                    let learned = match row {
                        None => words.with("mode-value", &[value]),
                        Some(row) => {
                            let share = if s > 0.0 {
                                100.0 * record.strength(row, mode) / s
                            } else {
                                0.0
                            };
                            let percent = ("percent", format::plain(share.round()).into());
                            words.with("mode-learned", &[value, percent])
                        }
                    };
                    ui.label(RichText::new(learned).small().color(palette.quiet));
                });
                ui.end_row();
            }
        });
}

/// Width of a row of bars.
fn bars_width(n_items: usize) -> f32 {
    (n_items as f32 * 22.0).clamp(90.0, 352.0)
}

/// The items' names over their bars, from bottom to top.
fn item_names(ui: &mut Ui, names: &[String], width: f32) {
    let color = ui.visuals().text_color();
    let galleys: Vec<_> = names
        .iter()
        .map(|name| {
            ui.painter()
                .layout_no_wrap(name.clone(), FontId::proportional(12.0), color)
        })
        .collect();
    let height = galleys
        .iter()
        .map(|galley| galley.size().x)
        .fold(0.0, f32::max);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height + 4.0), Sense::hover());
    let cell = width / names.len() as f32;
    let stride = (13.0 / cell).ceil().max(1.0) as usize;
    for (item, galley) in galleys.into_iter().enumerate().step_by(stride) {
        let middle = rect.left() + cell * (item as f32 + 0.5);
        let at = pos2(middle - galley.size().y / 2.0, rect.bottom());
        let text = egui::epaint::TextShape::new(at, galley, color);
        ui.painter()
            .add(text.with_angle(-std::f32::consts::FRAC_PI_2));
    }
}

fn bars(ui: &mut Ui, side: &[f64], names: &[String], width: f32, palette: &Palette) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    let painter = ui.painter_at(rect);
    let middle = rect.center().y;
    let largest = side.iter().fold(1e-12_f64, |a, b| a.max(b.abs()));
    let cell = width / side.len() as f32;
    for (item, value) in side.iter().enumerate() {
        let height = (value / largest) as f32 * (ROW / 2.0 - 2.0);
        let left = rect.left() + cell * item as f32 + cell * 0.15;
        let bar = Rect::from_two_pos(pos2(left, middle), pos2(left + cell * 0.7, middle - height));
        let color = if *value > 0.0 {
            palette.yes
        } else {
            palette.no
        };
        painter.rect_filled(bar, 1.0, color);
    }
    let line = ui.visuals().widgets.noninteractive.bg_stroke;
    painter.hline(rect.x_range(), middle, line);
    let hovered = response
        .hover_pos()
        .map(|pos| ((pos.x - rect.left()) / cell) as usize);
    let texts: Vec<String> = side
        .iter()
        .zip(names)
        .map(|(value, name)| format!("{name} {value:+.2}"))
        .collect();
    accessible_picture(&response, &texts.join(", "));
    if let Some(text) = hovered.and_then(|item| texts.get(item)) {
        response.on_hover_text_at_pointer(text);
    }
}
