//! The shortcuts of the commands.

use super::commands::Command;
use super::shortcut::{Key, Shortcut};
use super::view::View;

/// The commands that have shortcuts; the first of each is the one that is shown.
const KEYMAP: [(Command, &[Shortcut]); 31] = [
    (Command::Open, &[Shortcut::control('O')]),
    (Command::Save, &[Shortcut::control('S')]),
    (Command::SaveAs, &[Shortcut::control_shift('S')]),
    (Command::Undo, &[Shortcut::control('Z')]),
    (
        Command::Redo,
        &[Shortcut::control_shift('Z'), Shortcut::control('Y')],
    ),
    (Command::NewInit, &[letter('N')]),
    (Command::Reset, &[Shortcut::control_shift('R')]),
    (Command::Pin, &[letter('P')]),
    (Command::Show(View::Learning), &[Shortcut::control('1')]),
    (Command::Show(View::Illusions), &[Shortcut::control('2')]),
    (Command::Show(View::Data), &[Shortcut::control('3')]),
    (Command::Show(View::Regression), &[Shortcut::control('4')]),
    (Command::Show(View::Atlas), &[Shortcut::control('5')]),
    (Command::ToggleLog, &[letter('L')]),
    (Command::ToggleAligned, &[letter('M')]),
    (Command::CycleTheory, &[letter('T')]),
    (Command::ToggleLesson, &[Shortcut::plain(Key::F2)]),
    (Command::Present, &[Shortcut::plain(Key::F5)]),
    (Command::NextRegion, &[Shortcut::plain(Key::F6)]),
    (Command::PreviousRegion, &[Shortcut::shift(Key::F6)]),
    (Command::Play, &[Shortcut::plain(Key::Space)]),
    (Command::EpochBack, &[Shortcut::plain(Key::Left)]),
    (Command::EpochForward, &[Shortcut::plain(Key::Right)]),
    (Command::TenEpochsBack, &[Shortcut::shift(Key::Left)]),
    (Command::TenEpochsForward, &[Shortcut::shift(Key::Right)]),
    (Command::FirstEpoch, &[Shortcut::plain(Key::Home)]),
    (Command::LastEpoch, &[Shortcut::plain(Key::End)]),
    (Command::PreviousStage, &[letter('[')]),
    (Command::NextStage, &[letter(']')]),
    (Command::Help, &[Shortcut::plain(Key::F1)]),
    (Command::Palette, &[Shortcut::control('P')]),
];

impl Command {
    /// The shortcuts of the command; the first is the one that is shown.
    pub fn shortcuts(self) -> &'static [Shortcut] {
        let mut keymap = KEYMAP.iter();
        let found = keymap.find(|(command, _)| *command == self);
        found.map_or(&[], |(_, shortcuts)| shortcuts)
    }

    /// All shortcuts with their commands, those with Shift first.
    pub fn all_shortcuts() -> impl Iterator<Item = (Shortcut, Self)> {
        [true, false].into_iter().flat_map(|has_shift| {
            let keymap = KEYMAP.iter();
            let all = keymap.flat_map(|(command, shortcuts)| {
                shortcuts.iter().map(|shortcut| (*shortcut, *command))
            });
            all.filter(move |(shortcut, _)| shortcut.held.has_shift() == has_shift)
        })
    }
}

const fn letter(character: char) -> Shortcut {
    Shortcut::plain(Key::Character(character))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_two_commands_share_a_shortcut() {
        let mut taken = HashMap::new();
        for (shortcut, command) in Command::all_shortcuts() {
            let other = taken.insert(shortcut, command);
            assert_eq!(other, None, "{shortcut} of {command:?}");
        }
        let n_declared: usize = Command::all().map(|c| c.shortcuts().len()).sum();
        assert_eq!(taken.len(), n_declared);
        assert!(n_declared > 20);
    }

    #[test]
    fn shortcuts_with_shift_come_before_the_same_key_without() {
        let all: Vec<_> = Command::all_shortcuts()
            .map(|(_, command)| command)
            .collect();
        let place = |command| all.iter().position(|other| *other == command);
        assert!(place(Command::SaveAs) < place(Command::Save));
        assert!(place(Command::TenEpochsBack) < place(Command::EpochBack));
    }

    #[test]
    fn shortcuts_are_written_as_on_the_keys() {
        let written = |command: Command| command.shortcuts()[0].to_string();
        assert_eq!(written(Command::Redo), "Ctrl+Shift+Z");
        assert_eq!(written(Command::TenEpochsBack), "Shift+←");
        assert_eq!(written(Command::NextStage), "]");
    }
}
