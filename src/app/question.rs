//! A question that is answered before anything else.

use egui::{Context, Modal, RichText};

use super::palette::Palette;
use super::words::Words;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// Whether to save before the window closes.
    Quit,
    /// Whether to save before another experiment takes the place of this one.
    Open,
    /// Whether to take up what a program that is gone has left.
    Left,
}

/// What is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save, then close.
    SaveAndQuit,
    /// Close, and let go what is not saved.
    Quit,
    /// Save, then open the other one.
    SaveAndOpen,
    /// Open it in the place of what is not saved.
    Open,
    /// Neither close nor open.
    Stay,
    /// Take up what was left.
    TakeUp,
    /// Let it go.
    LetGo,
}

impl Question {
    fn key(self) -> &'static str {
        match self {
            Self::Quit => "quit",
            Self::Open => "instead",
            Self::Left => "left",
        }
    }

    fn answers(self) -> &'static [(&'static str, Answer)] {
        match self {
            Self::Quit => &[
                ("quit-save", Answer::SaveAndQuit),
                ("quit-discard", Answer::Quit),
                ("quit-stay", Answer::Stay),
            ],
            Self::Open => &[
                ("instead-save", Answer::SaveAndOpen),
                ("instead-open", Answer::Open),
                ("quit-stay", Answer::Stay),
            ],
            Self::Left => &[
                ("left-take-up", Answer::TakeUp),
                ("left-let-go", Answer::LetGo),
            ],
        }
    }

    /// Draws it; answers what was clicked, Escape being to stay.
    #[must_use]
    pub(super) fn ui(self, ctx: &Context, words: &Words, palette: &Palette) -> Option<Answer> {
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
        let is_left = self != Self::Left && response.should_close();
        response.inner.or(is_left.then_some(Answer::Stay))
    }
}
