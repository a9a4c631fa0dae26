//! The sections that commands are grouped in, by menus, the help window and the README.

/// A group of commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Opening, saving, exporting.
    File,
    /// Changing the experiment and the pinned runs.
    Edit,
    /// The look of the window.
    View,
    /// Moving along the epochs.
    Playback,
    /// Help, and the way to every command.
    Help,
    /// Experiments worth seeing; the button of presets is their menu.
    Presets,
}

impl Section {
    /// All of them, in the order of the menus.
    pub const ALL: [Self; 6] = [
        Self::File,
        Self::Edit,
        Self::View,
        Self::Playback,
        Self::Help,
        Self::Presets,
    ];

    /// The sections that have a menu in the bar at the top.
    pub const MENUS: [Self; 5] = [
        Self::File,
        Self::Edit,
        Self::View,
        Self::Playback,
        Self::Help,
    ];

    /// The key of its name in the catalogue; that of a menu's hover text is the same with `-hint`.
    pub fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::View => "menu-view",
            Self::Playback => "menu-playback",
            Self::Help => "menu-help",
            Self::Presets => "presets",
        }
    }
}
