//! Data of one's own, among the controls.

use egui::{RichText, Ui};

use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::text::words::Words;
use crate::data::OwnSource;

/// In the place of the tree's controls: what was opened, and the way back.
#[must_use]
pub(crate) fn ui(ui: &mut Ui, own: &OwnSource, words: &Words) -> Option<Action> {
    ui.add_space(2.0);
    ui.label(&own.name);
    let size = [
        ("items", own.data.n_items().to_string().into()),
        ("features", own.data.n_features().into()),
    ];
    ui.label(RichText::new(words.with("own-size", &size)).weak());
    ui.add_space(2.0);
    let back = ui.button(words.get("button-back-to-tree"));
    back.on_hover_text(words.get("button-back-to-tree-hint"))
        .clicked()
        .then_some(Action::Do(Command::BackToTree))
}
