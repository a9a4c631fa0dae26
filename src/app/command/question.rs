//! A question that is answered before anything else.

/// A question about work that could be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// Whether to save before the window closes.
    Quit,
    /// Whether to save before an opened file, an experiment or data, replaces the present work.
    ReplaceBy,
    /// Whether to save over a file that another program has changed.
    SaveOver,
    /// Whether to recover the unsaved work of an instance that crashed.
    Recover,
    /// Whether to open such work now that other work is open.
    LeftWork,
}

/// An answer to a `Question`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save the present work, then close or open, if that was asked for.
    Save,
    /// Save the present work in another file.
    SaveAs,
    /// Close or open without saving, or discard the recovered work.
    Discard,
    /// Neither save, close, open nor discard.
    Cancel,
    /// Open the recovered work.
    Recover,
}

impl Question {
    /// The key of its words, `-title` and `-text` behind it.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Quit => "quit",
            Self::ReplaceBy => "replace",
            Self::SaveOver => "save-over",
            Self::Recover | Self::LeftWork => "recover",
        }
    }

    /// The possible answers, with the keys of their words.
    pub(crate) fn answers(self) -> &'static [(&'static str, Answer)] {
        match self {
            Self::Quit => &[
                ("quit-save", Answer::Save),
                ("quit-discard", Answer::Discard),
                ("quit-cancel", Answer::Cancel),
            ],
            Self::ReplaceBy => &[
                ("replace-save", Answer::Save),
                ("replace-discard", Answer::Discard),
                ("quit-cancel", Answer::Cancel),
            ],
            Self::SaveOver => &[
                ("save-over-anyway", Answer::Save),
                ("save-over-elsewhere", Answer::SaveAs),
                ("quit-cancel", Answer::Cancel),
            ],
            Self::Recover => &[
                ("recover-open", Answer::Recover),
                ("recover-discard", Answer::Discard),
            ],
            Self::LeftWork => &[
                ("recover-open", Answer::Recover),
                ("recover-discard", Answer::Discard),
                ("quit-cancel", Answer::Cancel),
            ],
        }
    }

    /// Whether it is about the unsaved work of an instance that crashed.
    pub(crate) fn is_about_found_work(self) -> bool {
        matches!(self, Self::Recover | Self::LeftWork)
    }
}
