//! "What am I seeing?": beside each view what it shows, its formulas, and questions to guess at.
//!
//! A question can set the controls to its situation. Its answer has two parts: what is always
//! true, from the catalogue, and what the present run shows, which is computed from it.

mod lesson;
mod measured;

use std::collections::HashMap;

use egui::{Align, Button, Rect, RichText, ScrollArea, Ui, vec2};

use crate::app::command::action::Action;
use crate::app::command::view::View;
use crate::app::text::story::limit;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::formula::formula_ui;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::wrapped::wrapped_ui;
use lesson::{CHOICES, Lesson, LessonQuestion};

pub(crate) use measured::Evidence;
use measured::Seen;

/// The panel's memory: what was guessed.
#[derive(Debug, Default)]
pub(crate) struct Lessons {
    guesses: HashMap<&'static str, usize>,
    /// Sentences read off runs, by question.
    said: HashMap<&'static str, (Seen, Option<String>)>,
    /// A question that was just guessed at: its answer is to be scrolled into sight.
    just_guessed: Option<&'static str>,
}

/// What the lesson stands beside.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beside {
    pub(crate) view: View,
    /// Whether the view shows something that the run has no part in.
    pub(crate) hides_run: bool,
}

impl Lessons {
    /// Draws the lesson of a view.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        beside: Beside,
        evidence: &Evidence<'_>,
        colours: &ThemeColours,
    ) -> Option<Action> {
        let words = evidence.words;
        let lesson = Lesson::of(beside.view);
        let mut action = None;
        ui.add_space(6.0);
        ui.label(
            RichText::new(words.get("button-lesson"))
                .strong()
                .size(16.0),
        );
        ScrollArea::vertical()
            .id_salt(lesson.key)
            .auto_shrink(false)
            .show(ui, |ui| {
                // Room for the scroll bar.
                ui.set_max_width(ui.available_width() - 8.0);
                ui.add_space(2.0);
                let limit = [("limit", limit().into())];
                wrapped_ui(ui, &words.with(lesson.key, &limit), |text| text);
                ui.add_space(6.0);
                let n_hidden = evidence.run.facts.experiment.hidden.len();
                for formula in (lesson.formulas)(n_hidden) {
                    formula_ui(ui, &formula);
                }
                ui.add_space(2.0);
                let legend = words.get(&format!("{}-where", lesson.key));
                wrapped_ui(ui, &legend, |text| text.size(11.0).color(colours.quiet));
                for question in &lesson.questions {
                    ui.add_space(6.0);
                    ui.separator();
                    wrapped_ui(ui, &words.get(question.key), RichText::strong);
                    let asked = situation_ui(ui, question, beside, evidence, colours);
                    action = action.take().or(asked);
                    self.question(ui, question, evidence, colours);
                }
                ui.add_space(8.0);
            });
        action
    }

    /// The choices, and the answer to the one that was guessed.
    fn question(
        &mut self,
        ui: &mut Ui,
        question: &'static LessonQuestion,
        evidence: &Evidence<'_>,
        colours: &ThemeColours,
    ) {
        let words = evidence.words;
        let guess = self.guesses.get(question.key).copied();
        let is_answered = self.just_guessed == Some(question.key);
        for (i, choice) in CHOICES.iter().enumerate() {
            let text = words.get(&format!("{}-{choice}", question.key));
            let mark = match guess {
                Some(_) if i == question.right => "✔ ",
                Some(guess) if i == guess => "✖ ",
                _ => "",
            };
            let size = vec2(ui.available_width(), 0.0);
            let button = Button::new(format!("{mark}{text}")).wrap().min_size(size);
            let response = ui.add(button.selected(guess == Some(i)));
            accessible_name(ui, &response, &text);
            if response.clicked() {
                self.guesses.insert(question.key, i);
                self.just_guessed = Some(question.key);
            }
        }
        if let Some(guess) = guess {
            let answer = ui.scope(|ui| self.answer(ui, question, guess, evidence, colours));
            // A guess of this frame is answered in the next one.
            if is_answered {
                self.just_guessed = None;
                scroll_into_sight(ui, answer.response.rect);
            }
        }
    }

    /// Whether the guess is right, what is always true, and what the present run shows.
    fn answer(
        &mut self,
        ui: &mut Ui,
        question: &'static LessonQuestion,
        guess: usize,
        evidence: &Evidence<'_>,
        colours: &ThemeColours,
    ) {
        let words = evidence.words;
        let (key, color) = if guess == question.right {
            ("question-right", ui.visuals().strong_text_color())
        } else {
            ("question-wrong", colours.error)
        };
        ui.add_space(2.0);
        ui.label(RichText::new(words.get(key)).strong().color(color));
        let answer = words.get(&format!("{}-answer", question.key));
        wrapped_ui(ui, &answer, |text| text);
        ui.add_space(2.0);
        match self.said(question, evidence) {
            Some(said) => wrapped_ui(ui, &said, |text| text),
            None => wrapped_ui(ui, &words.get("question-elsewhere"), |text| {
                text.color(colours.quiet)
            }),
        };
    }
}

impl Lessons {
    /// The sentence about the present run, read off it once.
    fn said(
        &mut self,
        question: &'static LessonQuestion,
        evidence: &Evidence<'_>,
    ) -> Option<String> {
        let seen = evidence.seen();
        let known = self.said.get(question.key);
        if let Some((_, said)) = known.filter(|(was, _)| *was == seen) {
            return said.clone();
        }
        let said = (question.measure)(evidence);
        self.said.insert(question.key, (seen, said.clone()));
        said
    }
}

/// The link that sets the controls to a question's situation, or that they are set to it already.
fn situation_ui(
    ui: &mut Ui,
    question: &LessonQuestion,
    beside: Beside,
    evidence: &Evidence<'_>,
    colours: &ThemeColours,
) -> Option<Action> {
    let (words, situation) = (evidence.words, question.situation?());
    let is_set = !beside.hides_run && situation == evidence.run.facts.experiment;
    let name = situation_name(question, words);
    if is_set {
        let said = words.get("question-set-already");
        let set = ui.label(RichText::new(format!("✔ {said}")).color(colours.quiet));
        accessible_name(ui, &set, &format!("{name}. {said}"));
        return None;
    }
    let set = ui.link(format!("→ {}", words.get("question-set")));
    let set = set.on_hover_text(words.get("question-set-hint"));
    accessible_name(ui, &set, &name);
    let is_clicked = set.clicked();
    is_clicked.then(|| Action::Edit(Box::new(situation)))
}

/// Scrolls so that an answer is in sight, from its first line on.
fn scroll_into_sight(ui: &Ui, answer: Rect) {
    let is_low = answer.height() > ui.clip_rect().height();
    ui.scroll_to_rect(answer, is_low.then_some(Align::Min));
}

/// The name of the link to a situation where it does not stand below its question.
fn situation_name(question: &LessonQuestion, words: &Words) -> String {
    let question = words.get(question.key);
    words.with("question-set-for", &[("question", question.into())])
}
