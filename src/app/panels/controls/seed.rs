//! The seed of a random draw: a box, and the button that goes on to the next.

use egui::{Align, Layout, Ui};

use super::change::{Change, Slot};
use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::widgets::shortcut::hint;
use crate::experiment::Experiment;

/// Which random draw.
#[derive(Clone, Copy)]
pub(super) enum Seed {
    /// That of the first weights.
    Init,
    /// That of the data.
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

    /// The keys of its name and of the button's; those of the hover texts are the same with `-hint`.
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

impl Change<'_> {
    /// A seed's box and the button that draws anew.
    pub(super) fn seed(&mut self, ui: &mut Ui, seed: Seed) -> Option<Action> {
        let [key, button_key] = seed.keys();
        let words = self.words;
        let (name, about) = (words.get(key), words.get(&format!("{key}-hint")));
        let mut is_clicked = false;
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            ui.label(&name).on_hover_text(&about);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let button = ui.button(words.get(button_key));
                let key = format!("{button_key}-hint");
                let text = hint(ui.ctx(), words, &key, seed.command());
                is_clicked = button.on_hover_text(text).clicked();
                let current = seed.of(&self.experiment).to_string();
                let typed = self.text_box(ui, seed.slot(), &name, &about, &current);
                let Some(text) = typed else { return };
                let outcome = self.with_seed(seed, &text);
                self.settle(seed.slot(), text, &current, outcome);
            });
        });
        self.error_line(ui, seed.slot());
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
