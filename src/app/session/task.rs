//! A piece of work with a file, as it is told from others.

use crate::app::command::purpose::DialogId;

/// One task: its number, larger for the later one, and the dialog that asked for it, if one did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Task {
    pub(crate) number: u64,
    pub(crate) asker: Option<DialogId>,
}
