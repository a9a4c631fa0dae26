//! Where the largest chart of a frame is. Notices and hints stand there for a while: over curves,
//! rather than over text and over what can be clicked.

use egui::{Context, Id, Rect};

/// The least size of a chart that has room for a notice.
const LEAST: [f32; 2] = [280.0, 160.0];

/// A chart's frame, and the pass in which it was drawn.
type Marked = (u64, Rect);

fn id() -> Id {
    Id::unique("largest chart")
}

/// Notes the frame of a chart that is drawn.
pub(crate) fn mark(ctx: &Context, frame: Rect) {
    let has_room = frame.width() >= LEAST[0] && frame.height() >= LEAST[1];
    if has_room && largest(ctx).is_none_or(|largest| largest.area() < frame.area()) {
        let marked: Marked = (ctx.cumulative_pass_nr(), frame);
        ctx.data_mut(|data| data.insert_temp(id(), marked));
    }
}

/// The frame of the largest chart that was drawn in this pass, if that has room for a notice.
pub(crate) fn largest(ctx: &Context) -> Option<Rect> {
    let marked = ctx.data(|data| data.get_temp::<Marked>(id()));
    let (pass, frame) = marked?;
    (pass == ctx.cumulative_pass_nr()).then_some(frame)
}
