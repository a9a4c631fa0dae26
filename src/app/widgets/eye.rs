//! An eye that is clicked to show or hide something: open, or shut.

use egui::{Pos2, Response, Sense, Shape, Ui, pos2, vec2};

/// The size of the place that is clicked, in points.
const PLACE: [f32; 2] = [20.0, 16.0];

/// Half the width and half the height of the eye.
const EYE: [f32; 2] = [7.0, 3.8];

/// Draws the eye; `name` says what a click does.
pub(crate) fn eye_ui(ui: &mut Ui, is_open: bool, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(PLACE.into(), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    let stroke = ui.style().interact(&response).fg_stroke;
    let centre = rect.center();
    let painter = ui.painter();
    let lid = |sign: f32| -> Vec<Pos2> {
        let at = |step: i32| step as f32 / 8.0;
        let points = (-8..=8).map(|step| {
            let height = sign * EYE[1] * (1.0 - at(step).powi(2));
            centre + vec2(EYE[0] * at(step), height)
        });
        points.collect()
    };
    painter.add(Shape::line(lid(1.0), stroke));
    if is_open {
        painter.add(Shape::line(lid(-1.0), stroke));
        painter.circle_filled(centre, 2.0, stroke.color);
    } else {
        // The lower lid alone, with lashes, is an eye that is shut.
        for step in [-1.0, 0.0, 1.0] {
            let from = centre + vec2(4.0 * step, EYE[1] * (1.0 - (4.0 * step / EYE[0]).powi(2)));
            let to = pos2(from.x + 1.5 * step, from.y + 2.5);
            painter.line_segment([from, to], stroke);
        }
    }
    response.on_hover_text(name)
}
