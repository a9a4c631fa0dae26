//! A message at the top of the window.

use crate::app::command::commands::Command;

/// Something to read, which stays until it is.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) text: String,
    pub(crate) is_error: bool,
    /// A command that it has a button for.
    pub(crate) command: Option<Command>,
}

impl Message {
    /// Something went wrong.
    pub(crate) fn error(text: String) -> Self {
        Self {
            text,
            is_error: true,
            command: None,
        }
    }

    /// Something happened.
    pub(crate) fn news(text: String) -> Self {
        Self {
            text,
            is_error: false,
            command: None,
        }
    }

    /// The message with a button for a command.
    pub(crate) fn offering(self, command: Command) -> Self {
        Self {
            command: Some(command),
            ..self
        }
    }

    /// The message with another behind it.
    pub(crate) fn and(self, other: &Self) -> Self {
        Self {
            text: format!("{}. {}", self.text, other.text),
            is_error: self.is_error || other.is_error,
            command: self.command.or(other.command),
        }
    }
}
