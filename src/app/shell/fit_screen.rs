//! A window that is higher than its screen once it has a title bar is made lower, and one that
//! reaches beyond the screen is moved, so that its foot can be seen.

use egui::{Context, Pos2, Rect, Vec2, ViewportCommand};

/// The window manager has added its title bar by then, in seconds.
const SETTLED: f64 = 2.0;

/// Makes a new window no larger than its screen, its title bar included, and moves it there.
pub(super) fn fit_screen(ctx: &Context) {
    let wanted = ctx.input(|input| {
        let viewport = input.viewport();
        let is_full = viewport.maximized == Some(true) || viewport.fullscreen == Some(true);
        if input.time > SETTLED || is_full {
            return None;
        }
        let (inner, outer) = (viewport.inner_rect?, viewport.outer_rect?);
        let screen = viewport.monitor_size?;
        Some((
            fitted(inner.size(), outer.size(), screen),
            moved(outer, screen),
        ))
    });
    let (size, place) = wanted.unwrap_or_default();
    if let Some(size) = size {
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(size));
    }
    if let Some(place) = place {
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(place));
    }
}

/// The place at which a window reaches less far beyond the lower and right edges of the first
/// screen; `None` if it does not, or stands on another screen.
fn moved(outer: Rect, screen: Vec2) -> Option<Pos2> {
    let is_on_it = Rect::from_min_size(Pos2::ZERO, screen).contains(outer.min);
    let beyond = (outer.max - screen.to_pos2()).max(Vec2::ZERO);
    let place = (outer.min - beyond).max(Pos2::ZERO);
    (is_on_it && place != outer.min).then_some(place)
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
    #[test]
    fn a_window_that_reaches_below_its_screen_is_moved_up() {
        let screen = vec2(1280.0, 800.0);
        let at = |y: f32| Rect::from_min_size(Pos2::new(20.0, y), vec2(1240.0, 750.0));
        assert_eq!(moved(at(90.0), screen), Some(Pos2::new(20.0, 50.0)));
        assert_eq!(moved(at(30.0), screen), None);
        // On the screen below it.
        assert_eq!(moved(at(900.0), screen), None);
    }

    #[test]
    fn the_first_window_fits_a_small_screen_with_its_title_bar() {
        let [width, height] = crate::app::session::settings::Settings::default().size;
        assert!(
            width <= 1240.0 && height + 40.0 <= 768.0,
            "{width} {height}"
        );
    }
}
