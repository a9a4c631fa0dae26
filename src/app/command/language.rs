//! Which language the window speaks.

use serde::{Deserialize, Serialize};

/// The languages of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Japanese.
    Japanese,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::Japanese];

    /// The key of its name, which every catalogue has in the language itself.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::English => "language-english",
            Self::Japanese => "language-japanese",
        }
    }

    /// The language of the user's system, if the window speaks it.
    pub fn of_system() -> Self {
        match sys_locale::get_locale() {
            Some(locale) if locale.starts_with("ja") => Self::Japanese,
            _ => Self::English,
        }
    }
}
