//! The lessons: which questions each view raises, and the situation of each.

use super::measured::{self, Evidence};
use crate::app::command::view::View;
use crate::experiment::Experiment;
use crate::presets;

/// The lesson of a view.
pub(crate) struct Lesson {
    /// The key of its text; that of what its letters mean is the same with `-where`.
    pub(crate) key: &'static str,
    /// Formulas for a network with so many hidden layers, written for
    /// [`crate::app::theme::formula::formula_ui`].
    pub(crate) formulas: fn(usize) -> Vec<String>,
    pub(crate) questions: [LessonQuestion; 3],
}

/// A question with three choices.
pub(crate) struct LessonQuestion {
    /// The key of its text; its choices are the same with `-a`, `-b` and `-c`, its answer with
    /// `-answer`.
    pub(crate) key: &'static str,
    /// Which choice is right.
    pub(crate) right: usize,
    /// The experiment that shows it, if it is about one.
    pub(crate) situation: Option<fn() -> Experiment>,
    /// Says what the present run shows of the question; `None` where it shows nothing of it.
    pub(crate) measure: fn(&Evidence<'_>) -> Option<String>,
}

/// The ends of the choices' keys.
pub(crate) const CHOICES: [&str; 3] = ["a", "b", "c"];

impl Lesson {
    /// The lesson of a view.
    pub(crate) fn of(view: View) -> &'static Self {
        match view {
            View::Learning => &LEARNING,
            View::Illusions => &ILLUSIONS,
            View::Data => &DATA,
            View::Regression => &REGRESSION,
            View::Atlas => &ATLAS,
        }
    }
}

static LEARNING: Lesson = Lesson {
    key: "lesson-learning",
    formulas: learning_formulas,
    questions: [
        LessonQuestion {
            key: "question-wait",
            right: 1,
            situation: Some(Experiment::default),
            measure: measured::wait,
        },
        LessonQuestion {
            key: "question-bumps",
            right: 2,
            situation: Some(|| with(|e| e.gamma = 0.1)),
            measure: measured::bumps,
        },
        LessonQuestion {
            key: "question-first",
            right: 0,
            situation: Some(Experiment::default),
            measure: measured::first_split,
        },
    ],
};

static ILLUSIONS: Lesson = Lesson {
    key: "lesson-illusions",
    formulas: |_| owned(&["ŷ_{i}(t) = Σ_{k} v_{ik} · (a_{k}(t) / s_{k}) · (v_{k}·f)"]),
    questions: [
        LessonQuestion {
            key: "question-shark",
            right: 2,
            situation: Some(presets::shark),
            measure: measured::illusion,
        },
        LessonQuestion {
            key: "question-no-hidden",
            right: 1,
            situation: Some(|| {
                let mut shark = presets::shark();
                shark.hidden.clear();
                shark.lr = 1000.0;
                shark
            }),
            measure: measured::no_illusion,
        },
        LessonQuestion {
            key: "question-misleads",
            right: 2,
            situation: Some(presets::parrot),
            measure: measured::exception,
        },
    ],
};

static DATA: Lesson = Lesson {
    key: "lesson-data",
    formulas: |_| {
        owned(&[
            "Y = U S V^{T} = Σ_{k} s_{k} u_{k} v_{k}^{T}",
            "s_{k} ≈ √(N·λ_{k})",
        ])
    },
    questions: [
        LessonQuestion {
            key: "question-modes",
            right: 0,
            situation: Some(Experiment::default),
            measure: measured::modes,
        },
        LessonQuestion {
            key: "question-flip",
            right: 1,
            situation: Some(|| {
                with(|e| {
                    if let Some(tree) = e.data.tree_mut() {
                        tree.flip = 0.5;
                    }
                })
            }),
            measure: measured::flip,
        },
        LessonQuestion {
            key: "question-sample",
            right: 2,
            situation: Some(|| {
                with(|e| {
                    if let Some(tree) = e.data.tree_mut() {
                        tree.n_features = 100;
                    }
                    // As many times smaller as the data are.
                    e.lr = 1.0;
                })
            }),
            measure: measured::sample,
        },
    ],
};

static REGRESSION: Lesson = Lesson {
    key: "lesson-regression",
    formulas: |_| {
        owned(&[
            "W = Y X^{T} (X X^{T})^{−1}",
            "b_{k} ← s_{k} − (s_{k} − b_{k}) (1 − ε)",
        ])
    },
    questions: [
        LessonQuestion {
            key: "question-end",
            right: 0,
            situation: Some(Experiment::default),
            measure: measured::same_end,
        },
        LessonQuestion {
            key: "question-no-drops",
            right: 1,
            situation: Some(Experiment::default),
            measure: measured::one_factor,
        },
        LessonQuestion {
            key: "question-singular",
            right: 2,
            situation: None,
            measure: measured::singular,
        },
    ],
};

static ATLAS: Lesson = Lesson {
    key: "lesson-atlas",
    formulas: |_| {
        owned(&[
            "t_{α} = ln(s_{α} / a_{α}(0) − 1) / (2 ln(1 + ε s_{α}))",
            "a_{α}(0) ∝ γ^{2}",
            "ε = 2·lr / (N·P)",
        ])
    },
    questions: [
        LessonQuestion {
            key: "question-fastest",
            right: 1,
            situation: Some(Experiment::default),
            measure: measured::speed,
        },
        LessonQuestion {
            key: "question-upright",
            right: 2,
            situation: Some(Experiment::default),
            measure: measured::drops,
        },
        LessonQuestion {
            key: "question-beyond",
            right: 0,
            situation: Some(|| with(|e| e.lr = 270.0)),
            measure: measured::beyond,
        },
    ],
};

fn owned(formulas: &[&str]) -> Vec<String> {
    formulas.iter().map(|&formula| formula.to_owned()).collect()
}

/// The network as the product of all of its layers, and how a mode's strength grows, where there is
/// a theory of it: with one hidden layer or none.
fn learning_formulas(n_hidden: usize) -> Vec<String> {
    let product = if n_hidden == 0 {
        "W".to_owned()
    } else {
        let layers = (1..=n_hidden + 1)
            .rev()
            .map(|layer| format!("W_{{{layer}}}"));
        layers.collect::<Vec<_>>().join(" ")
    };
    let mut formulas = vec![format!("ŷ = {product} x")];
    formulas.extend(owned(match n_hidden {
        0 => &[
            "a_{k} ← s_{k} − (s_{k} − a_{k}) (1 − ε)",
            "ε = 2·lr / (N·P)",
        ],
        1 => &[
            "a_{k} ← a_{k} (1 + ε (s_{k} − a_{k}))^{2}",
            "ε = 2·lr / (N·P)",
        ],
        _ => &[],
    }));
    formulas
}

/// The notebook's experiment but for something.
fn with(change: impl FnOnce(&mut Experiment)) -> Experiment {
    let mut experiment = Experiment::default();
    change(&mut experiment);
    experiment.fit_after(&Experiment::default());
    experiment
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;
    use crate::app::text::words::Words;

    #[test]
    fn the_network_is_the_product_of_all_its_layers() {
        assert_eq!(learning_formulas(0)[0], "ŷ = W x");
        assert_eq!(learning_formulas(1)[0], "ŷ = W_{2} W_{1} x");
        assert_eq!(learning_formulas(3), ["ŷ = W_{4} W_{3} W_{2} W_{1} x"]);
    }

    #[test]
    fn every_lesson_has_its_words_and_a_situation_that_can_be_run() {
        for language in Language::ALL {
            let words = Words::new(language);
            let limit = || [("limit", "0.1".into())];
            let has = |key: String| assert_ne!(words.with(&key, &limit()), key);
            for view in View::ALL {
                let lesson = Lesson::of(view);
                has(lesson.key.to_owned());
                has(format!("{}-where", lesson.key));
                for question in &lesson.questions {
                    has(question.key.to_owned());
                    has(format!("{}-answer", question.key));
                    for choice in CHOICES {
                        has(format!("{}-{choice}", question.key));
                    }
                    assert!(question.right < CHOICES.len());
                    let situation = question.situation.unwrap_or(Experiment::default);
                    assert_eq!(situation().validate(), Ok(()), "{}", question.key);
                }
            }
        }
    }
}
