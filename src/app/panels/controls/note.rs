//! A short line under a control: a note, a limit, or why a value was refused.

use egui::{Align, Color32, Label, Layout, Rect, RichText, Ui};

use super::lines::within;
use crate::app::theme::theme_colours::ThemeColours;

/// Size of the text, in points.
const SIZE: f32 = 11.0;

/// The text under a control, in one line; all of it is shown on hover where it is cut.
#[derive(Clone, Debug)]
pub(super) struct Note {
    pub(super) text: String,
    /// More about it, shown on hover.
    pub(super) hint: Option<String>,
    /// Whether something is wrong.
    pub(super) is_error: bool,
}

impl Note {
    /// Something to know.
    pub(super) fn quiet(text: String) -> Self {
        Self {
            text,
            hint: None,
            is_error: false,
        }
    }

    /// Something that is wrong.
    pub(super) fn error(text: String) -> Self {
        Self {
            is_error: true,
            ..Self::quiet(text)
        }
    }

    /// Draws it in its line.
    pub(super) fn ui(self, ui: &mut Ui, line: Rect, colours: &ThemeColours) {
        let color: Color32 = if self.is_error {
            colours.error
        } else {
            colours.quiet
        };
        let text = RichText::new(self.text).size(SIZE).color(color);
        within(ui, line, Layout::left_to_right(Align::Center), |ui| {
            // A text that is cut is shown on hover by itself.
            let is_alone = self.hint.is_none();
            let label = Label::new(text).truncate();
            let label = ui.add(label.show_tooltip_when_elided(is_alone));
            if let Some(hint) = self.hint {
                label.on_hover_text(hint);
            }
        });
    }
}
