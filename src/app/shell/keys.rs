//! The keyboard: which command a key asks for, read off the list of commands.

use egui::Context;

use crate::app::command::commands::Command;
use crate::app::command::shortcut::{Key, Shortcut};
use crate::app::widgets::shortcut::egui_shortcut;
use crate::app::widgets::slider_focus::is_slider;

/// The command whose shortcut was pressed in this frame.
///
/// - No shortcut works behind an open dialog.
/// - While a text is being edited only those with Ctrl work that do not edit the text itself, and the
///   function keys.
/// - Space, the arrows, Home and End belong to a focused button or slider, if there is one; a slider
///   has no use for Space.
///
/// A command given while a text is being edited ends the editing, so that what was typed is in
/// force when the command is carried out.
pub(crate) fn pressed(ctx: &Context) -> Option<Command> {
    if ctx.memory(|memory| memory.top_modal_layer().is_some()) {
        return None;
    }
    let focused = ctx.memory(egui::Memory::focused);
    let is_typing = ctx.text_edit_focused();
    let is_free = |command: Command, shortcut: Shortcut| {
        let is_of_text = is_typing && (shortcut.types_text() || command.edits_text());
        let is_free_space =
            shortcut.key == Key::Space && focused.is_some_and(|id| is_slider(ctx, id));
        let is_of_widget = focused.is_some() && shortcut.moves_focused() && !is_free_space;
        !is_of_text && !is_of_widget
    };
    // Those with Shift come first: egui ignores Shift where it is not asked for.
    let all = Command::all_shortcuts();
    let mut free = all.filter(|&(shortcut, command)| is_free(command, shortcut));
    let (_, command) = free.find(|&(shortcut, _)| {
        egui_shortcut(shortcut)
            .is_some_and(|shortcut| ctx.input_mut(|input| input.consume_shortcut(&shortcut)))
    })?;
    if let Some(id) = focused.filter(|_| is_typing) {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
    }
    Some(command)
}
