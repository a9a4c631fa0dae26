//! Modes and items that are pointed at in one picture, to be lifted in every picture in sight.
//!
//! A picture tells what is pointed at in it, and lifts what was pointed at in the frame before.

use egui::{Context, Id};

/// Modes and items that are pointed at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PointedParts {
    /// Modes, from 0.
    pub(crate) modes: Vec<usize>,
    /// Items, from 0: one, a pair, or those at one place.
    pub(crate) items: Vec<usize>,
}

/// The frame before and this one.
#[derive(Clone, Debug, Default)]
struct Frames {
    shown: PointedParts,
    next: PointedParts,
}

fn with_frames<R>(ctx: &Context, act: impl FnOnce(&mut Frames) -> R) -> R {
    let id = Id::unique("pointed at");
    ctx.data_mut(|data| act(data.get_temp_mut_or_default(id)))
}

impl PointedParts {
    /// The modes and items that were pointed at in the frame before.
    pub(crate) fn shown(ctx: &Context) -> Self {
        with_frames(ctx, |frames| frames.shown.clone())
    }

    /// Tells that modes are pointed at in this frame.
    pub(crate) fn at_modes(ctx: &Context, modes: Vec<usize>) {
        with_frames(ctx, |frames| frames.next.modes = modes);
    }

    /// Tells that items are pointed at in this frame.
    pub(crate) fn at_items(ctx: &Context, items: Vec<usize>) {
        with_frames(ctx, |frames| frames.next.items = items);
    }

    /// Ends the frame: what was pointed at in it is shown in the next one, which is asked for if it
    /// looks different.
    pub(crate) fn end_frame(ctx: &Context) {
        let is_new = with_frames(ctx, |frames| {
            let next = std::mem::take(&mut frames.next);
            let is_new = frames.shown != next;
            frames.shown = next;
            is_new
        });
        if is_new {
            ctx.request_repaint();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_pointed_at_are_shown_in_the_next_frame_alone() {
        let ctx = Context::default();
        PointedParts::at_modes(&ctx, vec![2, 3]);
        assert_eq!(PointedParts::shown(&ctx), PointedParts::default());
        PointedParts::end_frame(&ctx);
        assert_eq!(PointedParts::shown(&ctx).modes, [2, 3]);
        PointedParts::end_frame(&ctx);
        assert_eq!(PointedParts::shown(&ctx), PointedParts::default());
    }
}
