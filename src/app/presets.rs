//! Settings worth seeing, by name.

use egui::Ui;

use super::action::Action;
use super::words::Words;
use crate::data::{TreeRecipe, UserFeature, names};
use crate::model::{Experiment, Pair, init};

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
            let sixteen = TreeRecipe {
                levels: 4,
                ..TreeRecipe::default()
            };
            e.data = sixteen.into();
            e.lr = 150.0;
            e.n_epochs = 500;
        },
    },
];

const ILLUSIONS: [Preset; 7] = [
    Preset {
        key: "illusion-shark",
        change: |e| *e = shark(),
    },
    Preset {
        key: "illusion-parrot",
        change: |e| *e = parrot(),
    },
    Preset {
        key: "illusion-medical",
        change: |e| {
            let items = [
                "Cold",
                "Flu",
                "Bronchitis",
                "Pneumonia",
                "Migraine",
                "Tension",
                "Sinusitis",
                "Meningitis",
            ];
            with_feature(e, items, "heals_by_itself", "+++-+++-", 3);
        },
    },
    Preset {
        key: "illusion-social",
        change: |e| {
            let items = ["Ada", "Bea", "Cem", "Dan", "Eli", "Fay", "Gus", "Hal"];
            with_feature(e, items, "likes_maths", "+++-----", 3);
        },
    },
    Preset {
        key: "illusion-none",
        change: |e| with_feature(e, names::TUTORIAL_ITEMS, "can_move", "++++----", 0),
    },
    Preset {
        key: "illusion-shark-notebook",
        change: |e| *e = notebook(&shark(), 1, 0),
    },
    Preset {
        key: "illusion-parrot-notebook",
        change: |e| *e = notebook(&parrot(), 2, 1),
    },
];

/// The tutorial's shark, which has no bones.
pub(crate) fn shark() -> Experiment {
    let mut experiment = Experiment::default();
    let mut items = names::TUTORIAL_ITEMS;
    items[0] = "Shark";
    with_feature(&mut experiment, items, "has_bones", "-+++----", 0);
    experiment
}

/// The tutorial's parrot, which can speak.
pub(crate) fn parrot() -> Experiment {
    let mut experiment = Experiment::default();
    let mut items = names::TUTORIAL_ITEMS;
    items[3] = "Parrot";
    with_feature(&mut experiment, items, "cannot_speak", "+++-++++", 3);
    experiment
}

/// Names the items, adds a feature with a sign for each and watches one item.
fn with_feature(
    experiment: &mut Experiment,
    items: [&str; 8],
    name: &str,
    signs: &str,
    item: usize,
) {
    let sign = |c| if c == '+' { 1.0 } else { -1.0 };
    experiment.items = items.map(str::to_owned).to_vec();
    experiment.user_features = vec![UserFeature {
        name: name.to_owned(),
        values: signs.chars().map(sign).collect(),
    }];
    let feature = experiment.data.n_features();
    experiment.watched = vec![Pair { item, feature }];
}

/// The very draws of the notebook run from the top: so many data sets are drawn before this one,
/// and four networks without and some with a user feature.
fn notebook(experiment: &Experiment, data_sets: usize, with_user: usize) -> Experiment {
    /// Demo 1, its widget, the modes cell and the RSM widget.
    const WITHOUT_USER: usize = 4;
    let used = |n_outputs| init::outputs_used(&init::shapes(8, &experiment.hidden, n_outputs));
    let mut experiment = experiment.clone();
    if let Some(tree) = experiment.data.tree_mut() {
        tree.n_before = data_sets;
    }
    let n_features = experiment.data.n_features();
    experiment.init_before = WITHOUT_USER * used(n_features) + with_user * used(n_features + 1);
    experiment
}

/// The menu of presets.
#[must_use]
pub(crate) fn menu(ui: &mut Ui, words: &Words) -> Option<Action> {
    menu_of(ui, words, "presets", &PRESETS)
}

/// The menu of presets with a user feature.
#[must_use]
pub(crate) fn illusions_menu(ui: &mut Ui, words: &Words) -> Option<Action> {
    menu_of(ui, words, "illusion-presets", &ILLUSIONS)
}

fn menu_of(ui: &mut Ui, words: &Words, name: &str, presets: &[Preset]) -> Option<Action> {
    let mut action = None;
    let menu = ui.menu_button(words.get(name), |ui| {
        for preset in presets {
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
    });
    menu.response
        .on_hover_text(words.get(&format!("{name}-hint")));
    action
}

impl Preset {
    fn experiment(&self) -> Experiment {
        let mut experiment = Experiment::default();
        (self.change)(&mut experiment);
        if experiment.user_features.is_empty() {
            experiment.fit_after(&Experiment::default());
        }
        experiment
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_can_be_run() {
        for preset in PRESETS.iter().chain(&ILLUSIONS) {
            assert_eq!(preset.experiment().validate(), Ok(()), "{}", preset.key);
        }
    }
}
