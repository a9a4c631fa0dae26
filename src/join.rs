//! Two pieces of work side by side, for callers that have a second thread to lend to numerics that
//! know none.

use std::sync::atomic::{AtomicBool, Ordering};

/// Does two pieces of work.
pub trait Join {
    /// Does both, `there` on another thread where there is one, and returns when both are done.
    fn join(&self, here: &mut dyn FnMut(), there: &mut (dyn FnMut() + Send));
}

/// One piece after the other, on the caller's thread.
#[derive(Clone, Copy, Debug)]
pub struct InTurn;

impl Join for InTurn {
    fn join(&self, here: &mut dyn FnMut(), there: &mut (dyn FnMut() + Send)) {
        here();
        there();
    }
}

/// The results of two pieces of work, side by side if `join` can; `None` if cancelled. Both ask
/// their argument now and then whether to give up, and then answer `None`.
pub(crate) fn both<A, B: Send>(
    join: &dyn Join,
    is_cancelled: &mut dyn FnMut() -> bool,
    here: impl FnOnce(&mut dyn FnMut() -> bool) -> Option<A>,
    there: impl FnOnce(&mut dyn FnMut() -> bool) -> Option<B> + Send,
) -> Option<(A, B)> {
    let gives_up = AtomicBool::new(false);
    let (mut here, mut there) = (Some(here), Some(there));
    let (mut one, mut other) = (None, None);
    join.join(
        &mut || {
            let mut asks = || {
                let gives = is_cancelled();
                gives_up.fetch_or(gives, Ordering::Relaxed);
                gives
            };
            one = here.take().and_then(|here| here(&mut asks));
        },
        &mut || {
            let mut asks = || gives_up.load(Ordering::Relaxed);
            other = there.take().and_then(|there| there(&mut asks));
        },
    );
    one.zip(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_results_are_there_unless_one_is_cancelled() {
        let both_of = |cancels: bool| {
            let here = |asks: &mut dyn FnMut() -> bool| (!asks()).then_some(1);
            let there = |asks: &mut dyn FnMut() -> bool| (!asks()).then_some("two");
            both(&InTurn, &mut || cancels, here, there)
        };
        assert_eq!(both_of(false), Some((1, "two")));
        assert_eq!(both_of(true), None);
    }
}
