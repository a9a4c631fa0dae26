//! Regression's exercise: whole-numbered weights behind noise, found again or not.

use egui::style::ScrollStyle;
use egui::{Rect, RichText, ScrollArea, Slider, Ui};

use crate::analysis::exercise::{Choice, Draw, Inputs, NEARLY_SINGULAR, Solved};
use crate::analysis::regression::{TUTORIAL_NOISE, TUTORIAL_SAMPLES};
use crate::app::plots::matrices::matrices_ui;
use crate::app::plots::sample_errors::SampleErrors;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::split::{GAP, part_ui};
use crate::app::widgets::wrapped::wrapped_ui;
use crate::numbers::short;
use crate::picture::Matrices;

/// The notebook's seed.
const SEED: u32 = 2021;

/// The most width of the text and the controls, and their share of a narrow view.
const LEFT: f32 = 400.0;
const LEFT_SHARE: f32 = 0.42;

/// The height of the weights, and their most share of a low view.
const WEIGHTS: f32 = 200.0;
const WEIGHTS_SHARE: f32 = 0.45;

/// The settings and the solution.
#[derive(Debug)]
pub(crate) struct ExercisePanel {
    seed: u32,
    choice: Choice,
    draw: Option<Draw>,
    solved: Option<Solved>,
    errors: SampleErrors,
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
            errors: SampleErrors::default(),
        }
    }
}

impl ExercisePanel {
    /// The solution, once the exercise was shown.
    pub(crate) fn solved(&self) -> Option<&Solved> {
        self.solved.as_ref()
    }

    /// Draws the text and the controls on the left, the weights and the errors on the right.
    pub(crate) fn ui(&mut self, ui: &mut Ui, words: &Words, is_presenting: bool) {
        let room = ui.available_rect_before_wrap();
        let left = (LEFT_SHARE * room.width()).min(LEFT);
        let right = room.with_min_x(room.left() + left + 2.0 * GAP);
        let middle = right.top() + (WEIGHTS_SHARE * right.height()).min(WEIGHTS);
        part_ui(ui, room.with_max_x(room.left() + left), |ui| {
            self.left_ui(ui, words, is_presenting);
        });
        part_ui(ui, right.with_max_y(middle - GAP / 2.0), |ui| {
            if let Some(solved) = &self.solved {
                weights_ui(ui, solved, words);
            }
        });
        self.errors_ui(ui, right.with_min_y(middle + GAP / 2.0), words);
        ui.advance_cursor_after_rect(room);
    }

    fn left_ui(&mut self, ui: &mut Ui, words: &Words, is_presenting: bool) {
        // A bar that is seen without the pointer on it: nothing else says that the text goes on.
        ui.spacing_mut().scroll = ScrollStyle::solid();
        ScrollArea::vertical()
            .id_salt("exercise")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 8.0);
                wrapped_ui(ui, &words.get("exercise-text"), |text| text);
                ui.add_space(4.0);
                let apart = if is_presenting {
                    "exercise-apart-presented"
                } else {
                    "exercise-apart"
                };
                wrapped_ui(ui, &words.get(apart), RichText::weak);
                ui.add_space(8.0);
                self.controls(ui, words);
                self.solve();
                ui.add_space(12.0);
                for text in self.solved.iter().flat_map(|solved| said(solved, words)) {
                    wrapped_ui(ui, &text, |text| text);
                    ui.add_space(2.0);
                }
            });
    }

    /// The error against the number of samples; a click chooses that number.
    fn errors_ui(&mut self, ui: &mut Ui, place: Rect, words: &Words) {
        let Some(draw) = &self.draw else {
            return;
        };
        let (errors, choice) = (&mut self.errors, &mut self.choice);
        let clicked = part_ui(ui, place, |ui| {
            ui.label(RichText::new(words.get("exercise-errors")).strong());
            errors.ui(ui, draw, *choice, words)
        });
        if let Some(n_samples) = clicked {
            choice.n_samples = n_samples.clamp(1, TUTORIAL_SAMPLES);
            ui.ctx().request_repaint();
        }
    }

    /// The controls, each below its name: beside it they would be too wide for a small window.
    fn controls(&mut self, ui: &mut Ui, words: &Words) {
        let choice = &mut self.choice;
        let name = words.get("exercise-noise");
        ui.label(&name);
        let slider = Slider::new(&mut choice.noise, 0.0..=1.0)
            .logarithmic(true)
            .smallest_positive(1e-3)
            .max_decimals(3);
        named(ui, slider, &name);

        let name = words.get("exercise-samples");
        ui.label(&name);
        let slider = Slider::new(&mut choice.n_samples, 1..=TUTORIAL_SAMPLES);
        named(ui, slider, &name);

        let name = words.get("exercise-inputs");
        ui.label(&name);
        ui.horizontal_wrapped(|ui| {
            for (inputs, key) in [
                (Inputs::Independent, "exercise-independent"),
                (Inputs::NearlyEqual, "exercise-nearly-equal"),
                (Inputs::Equal, "exercise-equal"),
            ] {
                let text = words.get(key);
                let option = ui.selectable_value(&mut choice.inputs, inputs, &text);
                accessible_name(ui, &option, &format!("{name}: {text}"));
            }
        });

        let name = words.get("exercise-seed");
        ui.label(&name);
        ui.horizontal(|ui| {
            let seed = ui.add(egui::DragValue::new(&mut self.seed));
            accessible_name(ui, &seed, &name);
            if ui.button(words.get("exercise-new")).clicked() {
                self.seed = self.seed.wrapping_add(1);
            }
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
    let size = ui.available_size();
    matrices_ui(ui, &matrices, size, words, |at, (row, col)| {
        let matrix = matrices.groups.iter().flatten().nth(at)?;
        let value = matrix.values.as_ref()?[(row, col)];
        Some(format!("{}: {}", matrix.caption, short(value)))
    });
}

/// Says whether the weights are found, and how well the samples determine them.
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
