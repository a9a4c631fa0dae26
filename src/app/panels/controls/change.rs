//! What the controls of one frame make of the experiment, and which of their boxes hold a draft.

use egui::Ui;

use crate::app::text::words::Words;
use crate::app::theme::palette::Palette;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::experiment::{Experiment, Field};

/// Width of the box for a typed number.
const BOX_WIDTH: f32 = 76.0;

/// What a box stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Slot {
    /// A number of the experiment; of a layer, if there are several.
    Number(Field, usize),
    /// The seed of the first weights.
    InitSeed,
    /// The seed of the data.
    DataSeed,
}

/// What every control is drawn from, and changes.
pub(super) struct Change<'a> {
    pub(super) words: &'a Words,
    pub(super) palette: &'a Palette,
    /// With the changes of this frame so far.
    pub(super) experiment: Experiment,
    /// The largest learning rate at which the last run's solution is stable.
    pub(super) stability_limit: Option<f64>,
    pub(super) drafts: &'a mut Drafts<Slot>,
}

impl Change<'_> {
    /// A box that shows `current`; answers what was typed once it is entered.
    pub(super) fn text_box(
        &mut self,
        ui: &mut Ui,
        slot: Slot,
        name: &str,
        hint: &str,
        current: &str,
    ) -> Option<String> {
        let shown = DraftBox {
            name: &self.words.with("control-typed", &[("name", name.into())]),
            hint: Some(hint),
            current,
            size: BoxSize::Number(BOX_WIDTH),
        };
        self.drafts.ui(ui, slot, shown, self.palette)
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

    /// The line below a box that says why its draft was refused, if it was.
    pub(super) fn error_line(&self, ui: &mut Ui, slot: Slot) {
        self.drafts.error_line(ui, slot, self.palette);
    }
}
