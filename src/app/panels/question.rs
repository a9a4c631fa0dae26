//! The question that is answered before anything else.

use std::path::Path;
use std::time::Duration;

use egui::{Button, Context, Id, Modal, RichText, Ui};

use super::controls::differences::differences;
use crate::app::command::question::{Answer, Question};
use crate::app::session::found_work::{FoundState, FoundWork};
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::escape::is_escaped;
use crate::app::widgets::wrapped::wrapped_ui;

/// So many differences are told.
const MOST_DIFFERENCES: usize = 6;

/// The answers about work that is found wait so long for its file, in seconds.
const LONGEST_WAIT: f64 = 2.0;

impl Question {
    /// Draws it; answers what was clicked; Escape cancels, where that is possible. `file` is the
    /// file that it is about, if it is about one.
    #[must_use]
    pub(crate) fn ui(
        self,
        ctx: &Context,
        file: Option<&Path>,
        found: &FoundState,
        words: &Words,
        colours: &ThemeColours,
    ) -> Option<Answer> {
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(16.0);
        let modal = Modal::new(Id::unique("question")).frame(frame);
        let response = modal.show(ctx, |ui| {
            ui.set_width(430.0);
            let key = self.key();
            let title = RichText::new(words.get(&format!("{key}-title")));
            ui.label(title.strong().size(16.0));
            let text = words.get(&format!("{key}-text"));
            wrapped_ui(ui, &text, |text| text.color(colours.quiet));
            if let Some(file) = file {
                ui.label(file.display().to_string());
            }
            if self.is_about_found_work() {
                match found {
                    FoundState::BeingRead => plain_ui(ui, &words.get("recover-being-read")),
                    FoundState::Known(found) => found_ui(ui, found, words),
                    FoundState::Unknown => {}
                    FoundState::Unreadable => plain_ui(ui, &words.get("recover-unreadable")),
                }
            }
            ui.add_space(10.0);
            let answers = self.answers();
            let is_ready = !self.must_wait(ctx, found);
            ui.horizontal(|ui| {
                let clicked = |(key, answer): &(&str, Answer)| {
                    let button = Button::new(words.get(key));
                    ui.add_enabled(is_ready, button)
                        .clicked()
                        .then_some(*answer)
                };
                // All of them are drawn, whichever is clicked.
                let clicked: Vec<Answer> = answers.iter().filter_map(clicked).collect();
                clicked.first().copied()
            })
            .inner
        });
        // Recovered work waits for an answer.
        let is_cancelled = self != Self::Recover && is_escaped(&response);
        response.inner.or(is_cancelled.then_some(Answer::Cancel))
    }

    /// Whether the answers wait for what is still being read and will move them; not for long,
    /// since a disk may never answer.
    fn must_wait(self, ctx: &Context, found: &FoundState) -> bool {
        let id = Id::unique("question-waits-since");
        if !self.is_about_found_work() || !matches!(found, FoundState::BeingRead) {
            ctx.data_mut(|data| data.remove::<f64>(id));
            return false;
        }
        let now = ctx.input(|input| input.time);
        let since = ctx.data_mut(|data| *data.get_temp_mut_or(id, now));
        let left = LONGEST_WAIT - (now - since);
        if left > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
        left > 0.0
    }
}

/// Of which file the work is, from when, and in what it differs.
fn found_ui(ui: &mut Ui, found: &FoundWork, words: &Words) {
    ui.add_space(6.0);
    let of = match &found.of {
        Some(path) => {
            let path = path.display().to_string();
            words.with("recover-of", &[("path", path.into())])
        }
        None => words.get("recover-of-none"),
    };
    plain_ui(ui, &of);
    if let Some(age) = found.age {
        plain_ui(ui, &since(age, words));
    }
    let differences = differences(&found.work, &found.saved, words);
    for difference in differences.iter().take(MOST_DIFFERENCES) {
        plain_ui(ui, &format!("• {difference}"));
    }
    if differences.len() > MOST_DIFFERENCES {
        let n = differences.len() - MOST_DIFFERENCES;
        let values = [("n", n.to_string().into())];
        plain_ui(ui, &words.with("recover-more", &values));
    }
}

/// A sentence in the look of labels.
fn plain_ui(ui: &mut Ui, text: &str) {
    wrapped_ui(ui, text, |text| text);
}

/// How long ago something was changed.
fn since(age: Duration, words: &Words) -> String {
    let minutes = age.as_secs() / 60;
    let (key, n) = match minutes {
        0..120 => ("recover-minutes", minutes),
        120..2880 => ("recover-hours", minutes / 60),
        _ => ("recover-days", minutes / 1440),
    };
    words.with(key, &[("n", (n as usize).into())])
}
