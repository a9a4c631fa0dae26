//! The keyboard: which command a key asks for, read off the list of commands.

use egui::{Context, Event, KeyboardShortcut};

use super::app::App;
use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::command::shortcut::{Key, Shortcut};
use crate::app::command::view::View;
use crate::app::text::message::Message;
use crate::app::widgets::draft_box::is_untouched;
use crate::app::widgets::shortcut::{egui_shortcut, shortcut_text};
use crate::app::widgets::slider_focus::is_slider;

impl App {
    /// Answers what the keyboard asks for in this frame. What opens a dialog is carried out at
    /// once, so that the keys that follow, in this frame or the next, are the dialog's.
    pub(super) fn keyboard(&mut self, ctx: &Context) -> Option<Action> {
        if self.is_asking() {
            return None;
        }
        let command = pressed(ctx)?;
        match command {
            Command::Palette | Command::Open | Command::SaveAs => self.do_command(command, ctx),
            Command::Save if self.session.path().is_none() => self.do_command(command, ctx),
            Command::ToggleLog | Command::ToggleAligned => self.switch_by_key(command, ctx),
            command => return Some(Action::Do(command)),
        }
        None
    }

    /// Whether a dialog, the palette or a question is open or opens in this frame.
    fn is_asking(&self) -> bool {
        self.file_dialog.id().is_some()
            || self.command_palette.is_open()
            || self.session.question().is_some()
            || self.session.readings().doubtful().is_some()
    }

    /// Switches an option of the Learning view and, where that is not in sight, says so: a letter
    /// may have been pressed by mistake.
    fn switch_by_key(&mut self, command: Command, ctx: &Context) {
        self.do_command(command, ctx);
        if self.session.look().view == View::Learning {
            return;
        }
        let is_on = self.facts().in_force.contains(&command);
        let key = if is_on {
            "message-key-on"
        } else {
            "message-key-off"
        };
        let shortcut = shortcut_text(ctx, command).unwrap_or_default();
        let values = [
            ("name", self.words.command(command).into()),
            ("key", shortcut.into()),
        ];
        self.toast
            .show(Message::news(self.words.with(key, &values)));
    }
}

/// The command whose shortcut was pressed in this frame.
///
/// - No shortcut works behind an open dialog.
/// - While a text is being edited only those with Ctrl work that do not edit the text itself, and the
///   function keys. In a box in which nothing has been typed, undo and redo work, too.
/// - Space, the arrows, Home and End belong to a focused button or slider, if there is one; a slider
///   has no use for Space.
///
/// A command given while a text is being edited ends the editing, so that what was typed is in
/// force when the command is carried out.
fn pressed(ctx: &Context) -> Option<Command> {
    if ctx.memory(|memory| memory.top_modal_layer().is_some()) {
        return None;
    }
    let focused = ctx.memory(egui::Memory::focused);
    let is_typing = ctx.text_edit_focused();
    let is_untouched = focused.is_some_and(|id| is_untouched(ctx, id));
    let is_free = |command: Command, shortcut: Shortcut| {
        let is_of_text =
            is_typing && (shortcut.types_text() || (command.edits_text() && !is_untouched));
        let is_free_space =
            shortcut.key == Key::Space && focused.is_some_and(|id| is_slider(ctx, id));
        let is_of_widget = focused.is_some() && shortcut.moves_focused() && !is_free_space;
        !is_of_text && !is_of_widget
    };
    // Those with Shift come first: egui ignores Shift where it is not asked for.
    let all = Command::all_shortcuts();
    let free = all.filter(|&(shortcut, command)| is_free(command, shortcut));
    let free = free.filter_map(|(shortcut, command)| Some((egui_shortcut(shortcut)?, command)));
    let free: Vec<(KeyboardShortcut, Command)> = free.collect();
    // Of keys that arrive in one frame the first counts: it may open a dialog for the others.
    let (shortcut, command) = ctx.input(|input| {
        let mut events = input.events.iter();
        events.find_map(|event| free.iter().copied().find(|(it, _)| is_pressed(*it, event)))
    })?;
    ctx.input_mut(|input| input.consume_shortcut(&shortcut));
    if let Some(id) = focused.filter(|_| is_typing) {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
    }
    Some(command)
}

/// Whether this event presses the shortcut.
fn is_pressed(shortcut: KeyboardShortcut, event: &Event) -> bool {
    matches!(
        event,
        Event::Key { key, pressed: true, modifiers, .. }
            if *key == shortcut.logical_key && modifiers.matches_logically(shortcut.modifiers)
    )
}
