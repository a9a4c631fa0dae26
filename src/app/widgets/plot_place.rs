//! Where the largest chart of a frame is. Notices and hints stand there for a while: over curves,
//! rather than over text and over what can be clicked.

use egui::{Context, Id, Rect};

/// The least size of a chart that has room for a hint.
const LEAST: [f32; 2] = [280.0, 160.0];

/// The same for a notice, which is broken into lines.
const LEAST_FOR_NOTICE: [f32; 2] = [180.0, 120.0];

/// A chart's frame, and the pass in which it was drawn.
type Marked = (u64, Rect);

fn id() -> Id {
    Id::unique("largest chart")
}

/// Notes the frame of a chart that is drawn.
pub(crate) fn mark(ctx: &Context, frame: Rect) {
    let is_largest = || for_notice(ctx).is_none_or(|largest| largest.area() < frame.area());
    if has_room(frame, LEAST_FOR_NOTICE) && is_largest() {
        let marked: Marked = (ctx.cumulative_pass_nr(), frame);
        ctx.data_mut(|data| data.insert_temp(id(), marked));
    }
}

fn has_room(frame: Rect, least: [f32; 2]) -> bool {
    frame.width() >= least[0] && frame.height() >= least[1]
}

/// The frame of the largest chart that was drawn in this pass, if that has room for a hint.
pub(crate) fn largest(ctx: &Context) -> Option<Rect> {
    for_notice(ctx).filter(|frame| has_room(*frame, LEAST))
}

/// The same, if that has room for a notice.
pub(crate) fn for_notice(ctx: &Context) -> Option<Rect> {
    let marked = ctx.data(|data| data.get_temp::<Marked>(id()));
    let (pass, frame) = marked?;
    (pass == ctx.cumulative_pass_nr()).then_some(frame)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{pos2, vec2};

    #[test]
    fn a_narrow_chart_has_room_for_a_notice_and_none_for_a_hint() {
        let ctx = Context::default();
        let frame = |width: f32| Rect::from_min_size(pos2(10.0, 10.0), vec2(width, 200.0));
        mark(&ctx, frame(100.0));
        assert_eq!(for_notice(&ctx), None);
        mark(&ctx, frame(200.0));
        assert_eq!(
            (for_notice(&ctx), largest(&ctx)),
            (Some(frame(200.0)), None)
        );
        mark(&ctx, frame(300.0));
        assert_eq!(largest(&ctx), Some(frame(300.0)));
    }
}
