//! The seed of a random draw, beside the heading of what it draws: a box, and the button that goes
//! on to the next seed.

use egui::{Align, Button, Layout, RichText, Ui, vec2};

use super::context::{ControlsContext, Slot};
use super::lines::{Lines, at_right, title_text, within};
use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::widgets::shortcut::hint;
use crate::experiment::Experiment;

/// Which random draw.
#[derive(Clone, Copy)]
pub(super) enum Seed {
    /// The seed of the first weights.
    Init,
    /// The seed of the data.
    Data,
}

impl Seed {
    fn slot(self) -> Slot {
        match self {
            Self::Init => Slot::InitSeed,
            Self::Data => Slot::DataSeed,
        }
    }

    /// The command that draws anew.
    fn command(self) -> Command {
        match self {
            Self::Init => Command::NewInit,
            Self::Data => Command::NewData,
        }
    }

    /// The keys of its name and of the button's; those of the hover texts are the same with
    /// `-hint`.
    fn keys(self) -> [&'static str; 2] {
        match self {
            Self::Init => ["control-init-seed", "button-new-init"],
            Self::Data => ["control-data-seed", "button-new-data"],
        }
    }

    fn of(self, experiment: &Experiment) -> u32 {
        match self {
            Self::Init => experiment.init_seed,
            Self::Data => experiment.data.tree().map_or(0, |tree| tree.seed),
        }
    }
}

/// Width of the box.
const BOX: f32 = 50.0;

/// Width of the button, in either language.
const BUTTON: f32 = 86.0;

const GAP: f32 = 4.0;

/// Between a section's heading and the name of its seed, at least.
const LEAST_GAP: f32 = 6.0;

impl ControlsContext<'_> {
    /// The heading of a section, with its seed's box and the button that draws anew.
    pub(super) fn section_with_seed(
        &mut self,
        ui: &mut Ui,
        title: &str,
        seed: Seed,
    ) -> Option<Action> {
        let [key, button_key] = seed.keys();
        let words = self.words;
        let (name, about) = (words.get(key), words.get(&format!("{key}-hint")));
        let lines = Lines::without_rail(ui, self.heights);
        let line = lines.name;
        let typed_at = at_right(line, BUTTON + GAP, BOX);
        within(ui, typed_at, Layout::right_to_left(Align::Center), |ui| {
            let current = seed.of(&self.experiment).to_string();
            let typed = self.text_box(ui, seed.slot(), (&name, &about), &current, BOX);
            let Some(text) = typed else { return };
            let outcome = self.with_seed(seed, &text);
            self.settle(seed.slot(), text, &current, outcome);
        });
        let button = Button::new(words.get(button_key)).min_size(vec2(BUTTON, 0.0));
        let is_clicked = within(
            ui,
            at_right(line, 0.0, BUTTON),
            Layout::right_to_left(Align::Center),
            |ui| {
                let key = format!("{button_key}-hint");
                let text = hint(ui.ctx(), words, &key, seed.command());
                ui.add(button).on_hover_text(text).clicked()
            },
        );
        let mut named = line;
        named.max.x = typed_at.left() - GAP;
        within(ui, named, Layout::right_to_left(Align::Center), |ui| {
            let label = RichText::new(words.get("seed"));
            let label = label.size(11.0).color(self.colours.quiet);
            let needed = width(ui, label.clone()) + width(ui, title_text(title)) + LEAST_GAP;
            // Where both would touch, the box's hover text says what it is.
            if needed <= named.width() {
                ui.label(label).on_hover_text(&about);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(title_text(title));
            });
        });
        if let Some(refused) = self.refusal(seed.slot()) {
            refused.ui(ui, lines.note, self.colours);
        }
        is_clicked.then_some(Action::Do(seed.command()))
    }

    /// The experiment with a typed seed. Draws that were passed over belonged to the old one.
    fn with_seed(&self, seed: Seed, text: &str) -> Result<Experiment, String> {
        let typed: u32 = text
            .trim()
            .parse()
            .map_err(|_| self.words.get("error-seed"))?;
        let mut experiment = self.experiment.clone();
        match seed {
            Seed::Init => {
                (experiment.init_seed, experiment.init_before) = (typed, 0);
                experiment.weights = None;
            }
            Seed::Data => {
                if let Some(tree) = experiment.data.tree_mut() {
                    (tree.seed, tree.outputs_before) = (typed, 0);
                }
            }
        }
        Ok(experiment)
    }
}

/// The width of a text in one line, in points.
fn width(ui: &Ui, text: RichText) -> f32 {
    let text = egui::WidgetText::from(text);
    let wrap = Some(egui::TextWrapMode::Extend);
    let galley = text.into_galley(ui, wrap, f32::INFINITY, egui::TextStyle::Body);
    galley.size().x
}
