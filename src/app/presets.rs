//! Settings worth seeing, by name.

use egui::Ui;

use super::action::Action;
use super::words::Words;
use crate::data::TreeRecipe;
use crate::model::Experiment;

/// A named experiment.
struct Preset {
    key: &'static str,
    change: fn(&mut Experiment),
}

const PRESETS: [Preset; 9] = [
    Preset {
        key: "preset-notebook",
        change: |_| (),
    },
    Preset {
        key: "preset-no-bumps",
        change: |e| e.gamma = 1.0,
    },
    Preset {
        key: "preset-two-bumps",
        change: |e| e.gamma = 1e-2,
    },
    Preset {
        key: "preset-slow",
        change: |e| {
            e.lr = 20.0;
            e.n_epochs = 1250;
        },
    },
    Preset {
        key: "preset-oscillates",
        change: |e| e.lr = 270.0,
    },
    Preset {
        key: "preset-diverges",
        change: |e| e.lr = 340.0,
    },
    Preset {
        key: "preset-no-hidden",
        change: |e| {
            e.hidden = Vec::new();
            e.lr = 1000.0;
        },
    },
    Preset {
        key: "preset-narrow",
        change: |e| e.hidden = vec![3],
    },
    Preset {
        key: "preset-sixteen",
        change: |e| {
            e.data = TreeRecipe {
                levels: 4,
                ..e.data.clone()
            };
            e.lr = 150.0;
            e.n_epochs = 500;
        },
    },
];

/// The menu of presets.
#[must_use]
pub(super) fn menu(ui: &mut Ui, words: &Words) -> Option<Action> {
    let mut action = None;
    ui.menu_button(words.get("presets"), |ui| {
        for preset in &PRESETS {
            let hint = words.get(&format!("{}-hint", preset.key));
            if ui
                .button(words.get(preset.key))
                .on_hover_text(hint)
                .clicked()
            {
                action = Some(Action::Train(Box::new(preset.experiment())));
                ui.close();
            }
        }
    })
    .response
    .on_hover_text(words.get("presets-hint"));
    action
}

impl Preset {
    fn experiment(&self) -> Experiment {
        let mut experiment = Experiment::default();
        (self.change)(&mut experiment);
        experiment.fit_after(&Experiment::default());
        experiment
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_can_be_run() {
        for preset in &PRESETS {
            assert_eq!(preset.experiment().validate(), Ok(()), "{}", preset.key);
        }
    }
}
