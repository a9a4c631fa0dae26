//! A hint about what is pointed at, said in the status line where a box at the pointer would cover
//! what is to be seen.

use egui::{Context, Id};

fn id() -> Id {
    Id::unique("status hint")
}

/// Says a hint in the status line of this frame.
pub(crate) fn tell(ctx: &Context, hint: String) {
    ctx.data_mut(|data| data.insert_temp(id(), hint));
}

/// The hint to be said in this frame, if there is one.
pub(crate) fn taken(ctx: &Context) -> Option<String> {
    ctx.data_mut(|data| data.remove_temp(id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_is_said_once() {
        let ctx = Context::default();
        assert_eq!(taken(&ctx), None);
        tell(&ctx, "The wheel zooms".to_owned());
        assert_eq!(taken(&ctx).as_deref(), Some("The wheel zooms"));
        assert_eq!(taken(&ctx), None);
    }
}
