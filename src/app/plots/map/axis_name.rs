//! What stands along an axis of the map: which mode, and the items at either end.

use egui::{Color32, FontId, Painter};

use super::groups::group_name;
use super::sizes::FONT;
use crate::app::plots::scene::Scene;

/// The three texts along an axis.
pub(super) struct AxisName {
    pub(super) low: std::sync::Arc<egui::Galley>,
    pub(super) mode: std::sync::Arc<egui::Galley>,
    pub(super) high: std::sync::Arc<egui::Galley>,
}

impl AxisName {
    /// With as many names as there is room for.
    pub(super) fn fitting(
        painter: &Painter,
        room: f32,
        mode: usize,
        scene: Scene<'_>,
        ink: Color32,
    ) -> Self {
        let names = scene.items();
        let split = scene.run.facts.modes.split(mode);
        let number = (mode + 1).to_string();
        let middle = scene.words.with("map-mode", &[("mode", number.into())]);
        let font = FontId::proportional(FONT - 0.5);
        let layout = |text: String| painter.layout_no_wrap(text, font.clone(), ink);
        let mut most = 4;
        loop {
            let side = |items: &[usize], before: &str, behind: &str| {
                if items.is_empty() || most == 0 {
                    return layout(String::new());
                }
                let name = group_name(items, &names, scene, most);
                layout(format!("{before}{name}{behind}"))
            };
            let fitted = Self {
                low: side(&split.negative, "← ", ""),
                mode: layout(middle.clone()),
                high: side(&split.positive, "", " →"),
            };
            let names = fitted.low.size().x + fitted.high.size().x;
            if most == 0 || names + fitted.mode.size().x + 16.0 < room {
                return fitted;
            }
            most -= 1;
        }
    }

    /// Where the mode stands along the axis: in its middle, or between the names if one is long.
    pub(super) fn between(&self, room: f32) -> f32 {
        let half = self.mode.size().x / 2.0 + 8.0;
        let (low, high) = (self.low.size().x, self.high.size().x);
        (room / 2.0).min(room - high - half).max(low + half)
    }
}
