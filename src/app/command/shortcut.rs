//! A keyboard shortcut as plain data: a key, and the modifier keys held with it.

use std::fmt;

/// A key and what is held with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shortcut {
    /// The modifier keys.
    pub held: Held,
    /// The key.
    pub key: Key,
}

/// The modifier keys of a shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Held {
    /// None.
    Nothing,
    /// Shift.
    Shift,
    /// Ctrl; on a Mac ⌘.
    Control,
    /// Ctrl and Shift; on a Mac ⌘ and Shift.
    ControlShift,
}

/// The keys that shortcuts use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter, a digit or a bracket, as printed on the key.
    Character(char),
    /// The space bar.
    Space,
    /// The left arrow.
    Left,
    /// The right arrow.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// The first function key.
    F1,
    /// The second function key.
    F2,
    /// The fifth function key.
    F5,
    /// The sixth function key.
    F6,
}

impl Shortcut {
    /// A key by itself.
    pub const fn plain(key: Key) -> Self {
        let held = Held::Nothing;
        Self { held, key }
    }

    /// A key with Shift.
    pub const fn shift(key: Key) -> Self {
        let held = Held::Shift;
        Self { held, key }
    }

    /// A character with Ctrl.
    pub const fn control(character: char) -> Self {
        let (held, key) = (Held::Control, Key::Character(character));
        Self { held, key }
    }

    /// A character with Ctrl and Shift.
    pub const fn control_shift(character: char) -> Self {
        let (held, key) = (Held::ControlShift, Key::Character(character));
        Self { held, key }
    }

    /// Whether a text box that is being edited keeps this key for itself.
    pub fn types_text(self) -> bool {
        let is_held = matches!(self.held, Held::Control | Held::ControlShift);
        !is_held && !matches!(self.key, Key::F1 | Key::F2 | Key::F5 | Key::F6)
    }

    /// Whether a focused button or slider keeps this key for itself.
    pub fn moves_focused(self) -> bool {
        matches!(
            self.key,
            Key::Space | Key::Left | Key::Right | Key::Home | Key::End
        )
    }
}

impl Held {
    /// Whether Shift is among them.
    pub fn has_shift(self) -> bool {
        matches!(self, Self::Shift | Self::ControlShift)
    }

    /// Whether Ctrl (on a Mac ⌘) is among them.
    pub fn has_control(self) -> bool {
        matches!(self, Self::Control | Self::ControlShift)
    }
}

impl fmt::Display for Shortcut {
    /// Writes it as everywhere but on a Mac: `Ctrl+Shift+Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = match self.held {
            Held::Nothing => "",
            Held::Shift => "Shift+",
            Held::Control => "Ctrl+",
            Held::ControlShift => "Ctrl+Shift+",
        };
        write!(f, "{held}{}", self.key)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Character(character) => return write!(f, "{character}"),
            Self::Space => "Space",
            Self::Left => "←",
            Self::Right => "→",
            Self::Home => "Home",
            Self::End => "End",
            Self::F1 => "F1",
            Self::F2 => "F2",
            Self::F5 => "F5",
            Self::F6 => "F6",
        };
        f.write_str(name)
    }
}
