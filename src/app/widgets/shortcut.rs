//! Shortcuts as egui knows them, and as the platform writes them.

use egui::{Context, KeyboardShortcut, ModifierNames, Modifiers};

use crate::app::command::commands::Command;
use crate::app::command::shortcut::{Key, Shortcut};
use crate::app::text::words::Words;

/// The shortcut for egui; `None` for a character that egui has no key for, which a test forbids.
pub(crate) fn egui_shortcut(shortcut: Shortcut) -> Option<KeyboardShortcut> {
    let key = match shortcut.key {
        Key::Character(character) => egui::Key::from_name(&character.to_string())?,
        Key::Space => egui::Key::Space,
        Key::Left => egui::Key::ArrowLeft,
        Key::Right => egui::Key::ArrowRight,
        Key::Home => egui::Key::Home,
        Key::End => egui::Key::End,
        Key::F1 => egui::Key::F1,
        Key::F2 => egui::Key::F2,
        Key::F5 => egui::Key::F5,
        Key::F6 => egui::Key::F6,
    };
    Some(KeyboardShortcut::new(modifiers(shortcut), key))
}

/// The first shortcut of a command as the platform writes it: `Ctrl+S`, on a Mac `⌘S`.
pub(crate) fn shortcut_text(ctx: &Context, command: Command) -> Option<String> {
    let is_mac = ctx.os().is_mac();
    let shortcut = command.shortcuts().first()?;
    Some(written(*shortcut, is_mac))
}

/// A hover text with the command's shortcut behind it, if it has one.
pub(crate) fn hint(ctx: &Context, words: &Words, key: &str, command: Command) -> String {
    let text = words.get(key);
    match shortcut_text(ctx, command) {
        Some(shortcut) => {
            let values = [("hint", text.into()), ("shortcut", shortcut.into())];
            words.with("hint-with-shortcut", &values)
        }
        None => text,
    }
}

// egui would write `OpenBracket` and `Left` for the keys themselves.
fn written(shortcut: Shortcut, is_mac: bool) -> String {
    let names = if is_mac {
        ModifierNames::SYMBOLS
    } else {
        ModifierNames::NAMES
    };
    let held = names.format(&modifiers(shortcut), is_mac);
    if held.is_empty() {
        shortcut.key.to_string()
    } else {
        format!("{held}{}{}", names.concat, shortcut.key)
    }
}

fn modifiers(shortcut: Shortcut) -> Modifiers {
    let mut modifiers = Modifiers::NONE;
    if shortcut.held.has_control() {
        modifiers |= Modifiers::COMMAND;
    }
    if shortcut.held.has_shift() {
        modifiers |= Modifiers::SHIFT;
    }
    modifiers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_is_a_key_of_egui() {
        for command in Command::all() {
            for shortcut in command.shortcuts() {
                assert!(egui_shortcut(*shortcut).is_some(), "{shortcut}");
            }
        }
    }

    #[test]
    fn shortcuts_are_written_as_the_platform_does() {
        let redo = Shortcut::control_shift('Z');
        assert_eq!(written(redo, true), "⇧⌘Z");
        for command in Command::all() {
            for shortcut in command.shortcuts() {
                assert_eq!(written(*shortcut, false), shortcut.to_string());
            }
        }
    }
}
