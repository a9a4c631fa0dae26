//! A second thread for a moment.

use std::panic::resume_unwind;
use std::thread::{self, Builder};

use crate::join::{InTurn, Join};

/// The second piece of work on a thread of its own or, if the system refuses one, in turn.
#[derive(Clone, Copy, Debug)]
pub struct TwoThreads;

impl Join for TwoThreads {
    /// # Panics
    /// If a piece does.
    fn join(&self, here: &mut dyn FnMut(), there: &mut (dyn FnMut() + Send)) {
        let refused = thread::scope(|scope| {
            let name = "setup".to_owned();
            let Ok(beside) = Builder::new().name(name).spawn_scoped(scope, &mut *there) else {
                return true;
            };
            here();
            if let Err(panic) = beside.join() {
                resume_unwind(panic);
            }
            false
        });
        if refused {
            InTurn.join(here, there);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;
    use crate::experiment::Experiment;
    use crate::model::{Setup, run_from};

    #[test]
    fn a_setup_on_two_threads_is_the_same_to_the_bit() {
        let experiment = Experiment::default();
        let mut alone = Setup::new(&experiment, None);
        let beside = Setup::joined(&experiment, None, &TwoThreads, &mut || false);
        let mut beside = beside.expect("never cancelled");
        let (one, other) = (
            run_from(&experiment, &mut alone),
            run_from(&experiment, &mut beside),
        );
        assert_eq!(one, other);
        let given_up = Setup::joined(&experiment, None, &TwoThreads, &mut || true);
        assert!(given_up.is_none());
    }

    #[test]
    fn a_panic_beside_is_the_callers() {
        let work = AssertUnwindSafe(|| TwoThreads.join(&mut || (), &mut || panic!("beside")));
        assert!(catch_unwind(work).is_err());
    }
}
