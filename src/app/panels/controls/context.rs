//! The inputs of the controls of one frame, the experiment as they change it, and the drafts in
//! their boxes.

use egui::{Rect, RectAlign, Sense, Tooltip, Ui};

use super::lines::LineHeights;
use super::note::Note;
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::app::widgets::pointer;
use crate::experiment::{Experiment, Field};

/// The value that a box stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Slot {
    /// A number of the experiment; of a layer, if there are several.
    Number(Field, usize),
    /// The seed of the first weights.
    InitSeed,
    /// The seed of the data.
    DataSeed,
}

/// The state that every control is drawn from, and changes.
pub(super) struct ControlsContext<'a> {
    pub(super) words: &'a Words,
    pub(super) colours: &'a ThemeColours,
    /// With the changes of this frame so far.
    pub(super) experiment: Experiment,
    /// The largest learning rate at which the last run's solution is stable.
    pub(super) stability_limit: Option<f64>,
    pub(super) heights: LineHeights,
    /// The upper edge of all controls.
    pub(super) top: f32,
    pub(super) drafts: &'a mut Drafts<Slot>,
}

impl ControlsContext<'_> {
    /// A box of this width that shows `current`; answers what was typed once it is entered.
    pub(super) fn text_box(
        &mut self,
        ui: &mut Ui,
        slot: Slot,
        (name, hint): (&str, &str),
        current: &str,
        width: f32,
    ) -> Option<String> {
        let shown = DraftBox {
            name: &self.words.with("control-typed", &[("name", name.into())]),
            hint: self.hint_of_part(hint),
            current,
            size: BoxSize::Number(width),
        };
        self.drafts.ui(ui, slot, shown, self.colours)
    }

    /// The hover text of a part of a control. While presenting the whole control has one.
    pub(super) fn hint_of_part<'a>(&self, hint: &'a str) -> Option<&'a str> {
        (!self.heights.is_slim).then_some(hint)
    }

    /// Shows the hover text of a slim control above all of them: it covers none.
    pub(super) fn hint_above(&self, ui: &Ui, slot: Slot, control: Rect, hint: &str) {
        if pointer::is_pressed(ui.ctx()) {
            return;
        }
        // Over the control's parts, but hovering takes no click from them.
        let id = ui.scope_id().with(("hint", slot));
        let hovered = ui.interact(control, id, Sense::hover());
        let mut tooltip = Tooltip::for_enabled(&hovered);
        let anchor = control.with_min_y(self.top.min(control.top()));
        tooltip.popup = tooltip
            .popup
            .anchor(anchor)
            .align(RectAlign::TOP_START)
            .align_alternatives(&[RectAlign::TOP_END]);
        tooltip.show(|ui| ui.label(hint));
    }

    /// Puts what was typed in force, or keeps it with the reason why not.
    pub(super) fn settle(
        &mut self,
        slot: Slot,
        text: String,
        current: &str,
        outcome: Result<Experiment, String>,
    ) {
        match outcome {
            Ok(experiment) => {
                self.drafts.drop(slot);
                self.experiment = experiment;
            }
            Err(reason) => {
                let values = [
                    ("reason", reason.into()),
                    ("value", current.to_owned().into()),
                ];
                let error = self.words.with("error-still", &values);
                self.drafts.refuse(slot, text, current, error);
            }
        }
    }

    /// Why the draft of a box was refused, if it was.
    pub(super) fn refusal(&self, slot: Slot) -> Option<Note> {
        let error = self.drafts.error(slot)?;
        Some(Note::error(error.to_owned()))
    }
}
