//! A window that is higher than its screen once it has a title bar is made lower, so that its foot
//! can be seen.

use egui::{Context, Vec2, ViewportCommand};

/// The window manager has added its title bar by then, in seconds.
const SETTLED: f64 = 2.0;

/// Makes a new window no larger than its screen, its title bar included.
pub(super) fn fit_screen(ctx: &Context) {
    let wanted = ctx.input(|input| {
        let viewport = input.viewport();
        let is_full = viewport.maximized == Some(true) || viewport.fullscreen == Some(true);
        if input.time > SETTLED || is_full {
            return None;
        }
        let (inner, outer) = (viewport.inner_rect?, viewport.outer_rect?);
        fitted(inner.size(), outer.size(), viewport.monitor_size?)
    });
    if let Some(size) = wanted {
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(size));
    }
}

/// The size inside a window's frame at which the whole fits on the screen; `None` if it does.
fn fitted(inner: Vec2, outer: Vec2, screen: Vec2) -> Option<Vec2> {
    let beyond = (outer - screen).max(Vec2::ZERO);
    (beyond != Vec2::ZERO && screen.min_elem() > 0.0).then_some(inner - beyond)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    #[test]
    fn a_window_with_a_title_bar_is_no_higher_than_its_screen() {
        let screen = vec2(1280.0, 800.0);
        let inner = vec2(1280.0, 800.0);
        let with_title = vec2(1280.0, 828.0);
        assert_eq!(fitted(inner, with_title, screen), Some(vec2(1280.0, 772.0)));
        assert_eq!(fitted(inner, inner, screen), None);
        assert_eq!(fitted(inner, with_title, vec2(2560.0, 1440.0)), None);
    }
}
