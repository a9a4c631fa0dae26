//! Regression's exercise: whole-numbered weights behind noise, found again or not.

use egui::{Grid, ScrollArea, Slider, Ui, vec2};

use crate::analysis::exercise::{Choice, Draw, Inputs, NEARLY_SINGULAR, Solved};
use crate::analysis::regression::{TUTORIAL_NOISE, TUTORIAL_SAMPLES};
use crate::app::plots::matrices::matrices_ui;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::numbers::short;
use crate::picture::Matrices;

/// The notebook's seed.
const SEED: u32 = 2021;

/// The height of the matrices.
const HEIGHT: f32 = 180.0;

/// How it is set, and what came of that.
#[derive(Debug)]
pub(crate) struct ExercisePanel {
    seed: u32,
    choice: Choice,
    draw: Option<Draw>,
    solved: Option<Solved>,
}

impl Default for ExercisePanel {
    fn default() -> Self {
        Self {
            seed: SEED,
            choice: Choice {
                noise: TUTORIAL_NOISE,
                n_samples: TUTORIAL_SAMPLES,
                inputs: Inputs::Independent,
            },
            draw: None,
            solved: None,
        }
    }
}

impl ExercisePanel {
    /// What came of it, once it was shown.
    pub(crate) fn solved(&self) -> Option<&Solved> {
        self.solved.as_ref()
    }

    /// Draws the controls, the weights and what is to be said of them.
    pub(crate) fn ui(&mut self, ui: &mut Ui, words: &Words, _palette: &Palette) {
        ScrollArea::vertical()
            .id_salt("exercise")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_max_width(720.0);
                ui.add(egui::Label::new(words.get("exercise-text")).wrap());
                ui.add_space(8.0);
                self.controls(ui, words);
                self.solve();
                ui.add_space(12.0);
                if let Some(solved) = &self.solved {
                    weights_ui(ui, solved, words);
                    ui.add_space(12.0);
                    for text in said(solved, words) {
                        ui.add(egui::Label::new(text).wrap());
                        ui.add_space(2.0);
                    }
                }
            });
    }

    fn controls(&mut self, ui: &mut Ui, words: &Words) {
        let choice = &mut self.choice;
        Grid::new("exercise controls")
            .num_columns(2)
            .spacing([16.0, 8.0])
            .show(ui, |ui| {
                let name = words.get("exercise-noise");
                ui.label(&name);
                let slider = Slider::new(&mut choice.noise, 0.0..=1.0)
                    .logarithmic(true)
                    .smallest_positive(1e-3)
                    .max_decimals(3);
                named(ui, slider, &name);
                ui.end_row();

                let name = words.get("exercise-samples");
                ui.label(&name);
                named(
                    ui,
                    Slider::new(&mut choice.n_samples, 1..=TUTORIAL_SAMPLES),
                    &name,
                );
                ui.end_row();

                ui.label(words.get("exercise-inputs"));
                ui.horizontal(|ui| {
                    for (inputs, key) in [
                        (Inputs::Independent, "exercise-independent"),
                        (Inputs::NearlyEqual, "exercise-nearly-equal"),
                        (Inputs::Equal, "exercise-equal"),
                    ] {
                        ui.selectable_value(&mut choice.inputs, inputs, words.get(key));
                    }
                });
                ui.end_row();

                let name = words.get("exercise-seed");
                ui.label(&name);
                ui.horizontal(|ui| {
                    let seed = ui.add(egui::DragValue::new(&mut self.seed));
                    accessible_name(ui, &seed, &name);
                    if ui.button(words.get("exercise-new")).clicked() {
                        self.seed = self.seed.wrapping_add(1);
                    }
                });
                ui.end_row();
            });
    }

    /// Solves it anew if something was changed.
    fn solve(&mut self) {
        let is_drawn = (self.draw.as_ref()).is_some_and(|draw| draw.seed() == self.seed);
        if !is_drawn {
            self.draw = Some(Draw::of_the_notebook(self.seed));
            self.solved = None;
        }
        let is_solved = (self.solved.as_ref()).is_some_and(|solved| solved.choice == self.choice);
        if !is_solved && let Some(draw) = &self.draw {
            // The sliders leave nothing that cannot be regressed.
            self.solved = draw.solve(self.choice).ok();
        }
    }
}

/// A slider, and its value box, with a name.
fn named(ui: &mut Ui, slider: Slider<'_>, name: &str) {
    let response = ui.add(slider);
    accessible_name(ui, &response, name);
}

/// The weights, as large as there is room for; on a cell its number.
fn weights_ui(ui: &mut Ui, solved: &Solved, words: &Words) {
    let (truth, found) = (&solved.true_weights, &solved.solution.weights);
    let matrices = Matrices::of_exercise(truth, found, words);
    let size = vec2(ui.available_width(), HEIGHT);
    matrices_ui(ui, &matrices, size, words, |at, (row, col)| {
        let matrix = matrices.groups.iter().flatten().nth(at)?;
        let value = matrix.values.as_ref()?[(row, col)];
        Some(format!("{}: {}", matrix.caption, short(value)))
    });
}

/// What came of it in words.
fn said(solved: &Solved, words: &Words) -> Vec<String> {
    let error = ("error", short(solved.largest_error).into());
    let found = if solved.is_found {
        "exercise-found"
    } else {
        "exercise-not-found"
    };
    let solution = &solved.solution;
    let condition = solution.condition * solution.condition;
    let how = if solution.is_determined() {
        let is_near = solution.condition > NEARLY_SINGULAR;
        let digits = solution.condition.log10().round();
        let mut values = vec![("condition", condition_text(condition).into())];
        if is_near {
            values.push(("digits", short(2.0 * digits).into()));
            values.push(("half", short(digits).into()));
        }
        let key = if is_near {
            "exercise-nearly-singular"
        } else {
            "exercise-regular"
        };
        words.with(key, &values)
    } else {
        let rank = solution.rank.to_string();
        words.with("exercise-singular", &[("rank", rank.into())])
    };
    vec![words.with(found, &[error]), how]
}

fn condition_text(condition: f64) -> String {
    if condition < 1e5 {
        format!("{condition:.0}")
    } else {
        short(condition)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;

    fn text(change: impl Fn(&mut ExercisePanel)) -> String {
        let mut panel = ExercisePanel::default();
        change(&mut panel);
        panel.solve();
        said(panel.solved().unwrap(), &Words::new(Language::English)).join(" ")
    }

    #[test]
    fn the_notebooks_weights_are_found() {
        let text = text(|_| ());
        assert!(text.contains("Rounding finds"), "{text}");
        assert!(!text.contains("singular"), "{text}");
    }

    #[test]
    fn much_noise_hides_them() {
        let text = text(|panel| panel.choice.noise = 1.0);
        assert!(text.contains("Rounding does not find"), "{text}");
    }

    #[test]
    fn a_singular_matrix_is_said_to_be_one() {
        let text_of = |change: fn(&mut Choice)| text(|panel| change(&mut panel.choice));
        let two = text_of(|choice| choice.n_samples = 2);
        assert!(two.contains("is singular: its rank is 2"), "{two}");
        let equal = text_of(|choice| choice.inputs = Inputs::Equal);
        assert!(equal.contains("is singular: its rank is 2"), "{equal}");
        let nearly = text_of(|choice| choice.inputs = Inputs::NearlyEqual);
        assert!(nearly.contains("is nearly singular"), "{nearly}");
    }
}
