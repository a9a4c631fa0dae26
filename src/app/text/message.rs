//! A message at the top of the window.

/// Something to read, which stays until it is.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) text: String,
    pub(crate) is_error: bool,
}

impl Message {
    /// Something went wrong.
    pub(crate) fn error(text: String) -> Self {
        let is_error = true;
        Self { text, is_error }
    }

    /// Something happened.
    pub(crate) fn news(text: String) -> Self {
        let is_error = false;
        Self { text, is_error }
    }

    /// The message with another behind it.
    pub(crate) fn and(self, other: &Self) -> Self {
        Self {
            text: format!("{}. {}", self.text, other.text),
            is_error: self.is_error || other.is_error,
        }
    }
}
