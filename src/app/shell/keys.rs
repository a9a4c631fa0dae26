//! The keyboard.

use egui::{Context, Key, Modifiers};

use crate::app::command::action::{Action, Direction, PinChange};
use crate::app::command::purpose::Purpose;

/// What the keys pressed in this frame ask for.
///
/// None behind an open dialog. Letters and brackets work unless a text is being edited. Space and the arrows belong to a
/// focused button or slider, if there is one.
pub(super) fn pressed(ctx: &Context) -> Option<Action> {
    // A dialog has the keyboard to itself.
    if ctx.memory(|memory| memory.top_modal_layer().is_some()) {
        return None;
    }
    if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F1)) {
        return Some(Action::ToggleHelp);
    }
    if ctx.text_edit_focused() {
        return None;
    }
    // Shift first: egui ignores it where it is not asked for.
    let redo = Modifiers::COMMAND | Modifiers::SHIFT;
    for (modifiers, key, action) in [
        (redo, Key::Z, Action::Redo),
        (Modifiers::COMMAND, Key::Z, Action::Undo),
        (Modifiers::COMMAND, Key::O, Action::AskFile(Purpose::Open)),
        (
            Modifiers::COMMAND | Modifiers::SHIFT,
            Key::S,
            Action::AskFile(Purpose::SaveExperiment),
        ),
        (Modifiers::COMMAND, Key::S, Action::Save),
    ] {
        if ctx.input_mut(|input| input.consume_key(modifiers, key)) {
            return Some(action);
        }
    }
    let is_free = ctx.memory(|memory| memory.focused().is_none());
    let consume = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
    // egui ignores Shift where it is not asked for, so the longer step is looked for first.
    let moves = [
        (Modifiers::SHIFT, Key::ArrowLeft, Action::MoveEpoch(-10)),
        (Modifiers::SHIFT, Key::ArrowRight, Action::MoveEpoch(10)),
        (Modifiers::NONE, Key::ArrowLeft, Action::MoveEpoch(-1)),
        (Modifiers::NONE, Key::ArrowRight, Action::MoveEpoch(1)),
        (Modifiers::NONE, Key::Home, Action::FirstEpoch),
        (Modifiers::NONE, Key::End, Action::LastEpoch),
        (Modifiers::NONE, Key::Space, Action::TogglePlay),
    ];
    if is_free {
        for (modifiers, key, action) in moves {
            if consume(modifiers, key) {
                return Some(action);
            }
        }
    }
    let others = [
        (Key::OpenBracket, Action::MoveStage(Direction::Back)),
        (Key::CloseBracket, Action::MoveStage(Direction::Forth)),
        (Key::N, Action::NewInit),
        (Key::R, Action::Reset),
        (Key::P, Action::Pin(PinChange::Add)),
        (Key::L, Action::ToggleLog),
        (Key::T, Action::CycleTheory),
        (Key::M, Action::ToggleAligned),
    ];
    let mut found = others.into_iter();
    found.find_map(|(key, action)| consume(Modifiers::NONE, key).then_some(action))
}
