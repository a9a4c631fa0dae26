//! A question that is answered before anything else.

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// Whether to save before the window closes.
    Quit,
    /// Whether to save before another experiment takes the place of this one.
    Open,
    /// Whether to take up what a program that is gone has left.
    Left,
}

/// What is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save, then close.
    SaveAndQuit,
    /// Close, and let go what is not saved.
    Quit,
    /// Save, then open the other one.
    SaveAndOpen,
    /// Open it in the place of what is not saved.
    Open,
    /// Neither close nor open.
    Stay,
    /// Take up what was left.
    TakeUp,
    /// Let it go.
    LetGo,
}

impl Question {
    /// The key of its words, `-title` and `-text` behind it.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Quit => "quit",
            Self::Open => "instead",
            Self::Left => "left",
        }
    }

    /// What can be answered, with the keys of its words.
    pub(crate) fn answers(self) -> &'static [(&'static str, Answer)] {
        match self {
            Self::Quit => &[
                ("quit-save", Answer::SaveAndQuit),
                ("quit-discard", Answer::Quit),
                ("quit-stay", Answer::Stay),
            ],
            Self::Open => &[
                ("instead-save", Answer::SaveAndOpen),
                ("instead-open", Answer::Open),
                ("quit-stay", Answer::Stay),
            ],
            Self::Left => &[
                ("left-take-up", Answer::TakeUp),
                ("left-let-go", Answer::LetGo),
            ],
        }
    }
}
