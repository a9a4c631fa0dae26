//! The question that is answered before anything else.

use egui::{Context, Modal, RichText};

use crate::app::command::question::{Answer, Question};
use crate::app::text::words::Words;
use crate::app::theme::palette::Palette;

impl Question {
    /// Draws it; answers what was clicked; Escape cancels, where that is possible.
    #[must_use]
    pub(crate) fn ui(self, ctx: &Context, words: &Words, palette: &Palette) -> Option<Answer> {
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(16.0);
        let modal = Modal::new(egui::Id::unique("question")).frame(frame);
        let response = modal.show(ctx, |ui| {
            ui.set_width(430.0);
            let key = self.key();
            ui.label(
                RichText::new(words.get(&format!("{key}-title")))
                    .strong()
                    .size(16.0),
            );
            ui.label(RichText::new(words.get(&format!("{key}-text"))).color(palette.quiet));
            ui.add_space(10.0);
            let answers = self.answers();
            ui.horizontal(|ui| {
                let clicked = |(key, answer): &(&str, Answer)| {
                    ui.button(words.get(key)).clicked().then_some(*answer)
                };
                // All of them are drawn, whichever is clicked.
                let clicked: Vec<Answer> = answers.iter().filter_map(clicked).collect();
                clicked.first().copied()
            })
            .inner
        });
        // Recovered work waits for an answer.
        let is_cancelled = self != Self::Recover && response.should_close();
        response.inner.or(is_cancelled.then_some(Answer::Cancel))
    }
}
