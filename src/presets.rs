//! Settings worth seeing, by name: experiments that the window's menus and the command line know.

use crate::analysis::comparison;
use crate::analysis::regression::Exercise;
use crate::data::{TreeRecipe, UserFeature, names};
use crate::experiment::{Experiment, Pair};
use crate::model::init;

/// A named experiment, a function of the seeds it is drawn at.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// The key of its name among the window's words, such as `illusion-shark`.
    pub key: &'static str,
    change: fn(&mut Experiment),
}

/// Settings of the tutorial's own data.
pub const PRESETS: [Preset; 9] = [
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
            if let Some(tree) = e.data.tree_mut() {
                tree.levels = 4;
            }
            e.lr = 150.0;
            e.n_epochs = 500;
        },
    },
];

/// Settings with a user feature.
pub const ILLUSIONS: [Preset; 7] = [
    Preset {
        key: "illusion-shark",
        change: make_shark,
    },
    Preset {
        key: "illusion-parrot",
        change: make_parrot,
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
        change: |e| {
            make_shark(e);
            draw_behind(e, outputs_of_data(1), BEFORE_SHARK, 0);
        },
    },
    Preset {
        key: "illusion-parrot-notebook",
        change: |e| {
            make_parrot(e);
            draw_behind(e, outputs_of_data(2), BEFORE_SHARK, 1);
        },
    },
];

/// The other later training cells of the notebook, run from the top: each network has a draw of its
/// own, and the bonus section a data set, too.
pub const CELLS: [Preset; 5] = [
    Preset {
        key: "preset-demo-widget-notebook",
        change: |e| draw_behind(e, 0, 1, 0),
    },
    Preset {
        key: "preset-modes-notebook",
        change: |e| draw_behind(e, 0, 2, 0),
    },
    Preset {
        key: "preset-rsm-widget-notebook",
        change: |e| draw_behind(e, 0, 3, 0),
    },
    Preset {
        key: "preset-bonus-deep-notebook",
        change: make_bonus,
    },
    Preset {
        key: "preset-bonus-no-hidden-notebook",
        change: |e| {
            make_bonus(e);
            *e = comparison::shallow(e);
        },
    },
];

/// Networks that the notebook makes before Shark: demo 1, its widget's first, the modes cell's and
/// the RSM widget's first.
const BEFORE_SHARK: usize = 4;

/// All presets there are.
pub fn all() -> impl Iterator<Item = Preset> {
    PRESETS.into_iter().chain(ILLUSIONS).chain(CELLS)
}

/// The tutorial's shark, which has no bones.
pub fn shark() -> Experiment {
    let mut experiment = Experiment::default();
    make_shark(&mut experiment);
    experiment
}

/// The tutorial's parrot, which can speak.
pub fn parrot() -> Experiment {
    let mut experiment = Experiment::default();
    make_parrot(&mut experiment);
    experiment
}

fn make_shark(experiment: &mut Experiment) {
    let mut items = names::TUTORIAL_ITEMS;
    items[0] = "Shark";
    with_feature(experiment, items, "has_bones", "-+++----", 0);
}

fn make_parrot(experiment: &mut Experiment) {
    let mut items = names::TUTORIAL_ITEMS;
    items[3] = "Parrot";
    with_feature(experiment, items, "cannot_speak", "+++-++++", 3);
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

/// The outputs of numpy's generator that so many of the tutorial's data sets take.
fn outputs_of_data(data_sets: usize) -> usize {
    data_sets * TreeRecipe::default().outputs_used()
}

/// The deep network of the bonus section, on a fourth data set behind the regression exercise.
fn make_bonus(experiment: &mut Experiment) {
    let tree = experiment.data.tree();
    let exercise = tree.map_or(0, |tree| Exercise::outputs_of_the_notebook(tree.seed));
    draw_behind(experiment, outputs_of_data(3) + exercise, BEFORE_SHARK, 2);
}

/// The very draws of the notebook run from the top: numpy's generator has given so many outputs
/// before, and so many networks without and with a user feature are made.
fn draw_behind(
    experiment: &mut Experiment,
    outputs_before: usize,
    without_user: usize,
    with_user: usize,
) {
    let used = |n_outputs| {
        init::outputs_used(&crate::experiment::shapes(8, &experiment.hidden, n_outputs))
    };
    if let Some(tree) = experiment.data.tree_mut() {
        tree.outputs_before = outputs_before;
    }
    let n_features = TreeRecipe::default().n_features;
    experiment.init_before = without_user * used(n_features) + with_user * used(n_features + 1);
}

impl Preset {
    /// The name on the command line, such as `shark`.
    pub fn name(&self) -> &'static str {
        self.key.split_once('-').map_or(self.key, |(_, name)| name)
    }

    /// The experiment at the notebook's seed.
    pub fn experiment(&self) -> Experiment {
        self.at_seeds(None, None)
    }

    /// The experiment at other seeds of numpy and of torch, the notebook's where there is none. A
    /// later cell of the notebook is what that cell draws when the notebook is run from the top
    /// with them.
    pub fn at_seeds(&self, data_seed: Option<u32>, init_seed: Option<u32>) -> Experiment {
        let mut experiment = Experiment::default();
        if let Some(tree) = experiment.data.tree_mut() {
            tree.seed = data_seed.unwrap_or(tree.seed);
        }
        experiment.init_seed = init_seed.unwrap_or(experiment.init_seed);
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
        for preset in all() {
            assert_eq!(preset.experiment().validate(), Ok(()), "{}", preset.key);
        }
    }

    #[test]
    fn every_preset_is_drawn_at_the_seeds_it_is_given() {
        for preset in all() {
            let notebooks = preset.experiment();
            assert_eq!(preset.at_seeds(Some(2021), Some(2021)), notebooks);
            let other = preset.at_seeds(Some(5), Some(6));
            assert_eq!(other.validate(), Ok(()), "{}", preset.key);
            let seed = other.data.tree().map(|tree| tree.seed);
            assert_eq!((seed, other.init_seed), (Some(5), 6), "{}", preset.key);
            assert_eq!(other.weights.is_some(), notebooks.weights.is_some());
            let is_drawn = other.weights.is_none();
            assert!(is_drawn || other.weights != notebooks.weights);
        }
    }

    #[test]
    fn names_are_distinct() {
        let names: Vec<_> = all().map(|preset| preset.name()).collect();
        let distinct: std::collections::HashSet<_> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
        assert!(names.contains(&"shark-notebook") && names.contains(&"modes-notebook"));
    }
}
