//! The band over seeds: the setting of the moment over many draws, computed beside it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use egui::{Align, Context, Layout, RichText, Ui, vec2};

use crate::analysis::band::Band;
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::pointer;
use crate::experiment::Experiment;
use crate::worker::job::{Job, JobError};

/// How many draws make a band.
const N_DRAWS: usize = 50;

/// How often progress is shown. A frame for each draw would leave no time to take clicks.
const PROGRESS: Duration = Duration::from_millis(100);

/// The band, and the work on the next one.
#[derive(Debug)]
pub(crate) struct Seeds {
    job: Job<Option<Band>>,
    /// The experiment of the work, or of the band.
    of: Option<Experiment>,
    band: Option<Band>,
    error: Option<JobError>,
    n_done: Arc<AtomicUsize>,
}

impl Seeds {
    pub(crate) fn new(ctx: &Context) -> Self {
        let ctx = ctx.clone();
        Self {
            job: Job::new("seeds", move || ctx.request_repaint()),
            of: None,
            band: None,
            error: None,
            n_done: Arc::default(),
        }
    }

    /// Keeps up with `experiment`, but not while it is dragged; nothing is done while not wanted.
    pub(crate) fn update(&mut self, ctx: &Context, experiment: &Experiment, is_wanted: bool) {
        if !is_wanted {
            if self.of.take().is_some() {
                self.job.cancel();
                self.band = None;
            }
            return;
        }
        if let Some(result) = self.job.poll() {
            match result {
                Ok(band) => self.band = band,
                Err(error) => self.error = Some(error),
            }
        }
        let is_dragged = pointer::is_pressed(ctx);
        if self.is_of(experiment) || is_dragged {
            return;
        }
        self.of = Some(experiment.clone());
        self.band = None;
        self.error = None;
        let (experiment, wake) = (experiment.clone(), ctx.clone());
        let n_done = Arc::new(AtomicUsize::new(0));
        self.n_done = Arc::clone(&n_done);
        self.job.start(move |is_cancelled| {
            let mut progress = |n: usize| {
                n_done.store(n, Ordering::Relaxed);
                wake.request_repaint_after(PROGRESS);
            };
            Band::of(&experiment, N_DRAWS, &mut progress, is_cancelled)
        });
    }

    /// The band of this experiment, if it is there.
    pub(crate) fn band(&self, experiment: &Experiment) -> Option<&Band> {
        self.band.as_ref().filter(|_| self.is_of(experiment))
    }

    /// Whether the band is that of this experiment: a name makes no other of it.
    fn is_of(&self, experiment: &Experiment) -> bool {
        let is_like =
            |of: &Experiment| of.trains_like(experiment) && of.watched == experiment.watched;
        self.of.as_ref().is_some_and(is_like)
    }

    /// A chart's title and, at the right of the same line, how far the work is, with a button that
    /// cancels it, or what the band shows. The line has the same height whatever it says.
    pub(crate) fn title_ui(
        &self,
        ui: &mut Ui,
        title: &str,
        (experiment, is_wanted): (&Experiment, &mut bool),
        words: &Words,
        colours: &ThemeColours,
    ) {
        let line = vec2(ui.available_width(), ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(line);
            ui.label(RichText::new(title).strong());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                self.ui(ui, experiment, is_wanted, words, colours);
            });
        });
    }

    fn ui(
        &self,
        ui: &mut Ui,
        experiment: &Experiment,
        is_wanted: &mut bool,
        words: &Words,
        colours: &ThemeColours,
    ) {
        if !*is_wanted {
            return;
        }
        let mut is_busy = false;
        let mut hint = None;
        let text = if let Some(error) = &self.error {
            words.with("seeds-failed", &[("message", error.to_string().into())])
        } else if let Some(band) = self.band(experiment) {
            let counts = [
                ("all", band.n_draws.into()),
                ("diverged", band.n_diverged.into()),
            ];
            hint = Some(shown_hint(band, words));
            words.with("seeds-shown", &counts)
        } else {
            is_busy = true;
            let done = self.n_done.load(Ordering::Relaxed);
            let counts = [("done", done.into()), ("all", N_DRAWS.into())];
            words.with("seeds-busy", &counts)
        };
        if is_busy && ui.small_button(words.get("seeds-cancel")).clicked() {
            *is_wanted = false;
        }
        let shown = egui::Label::new(RichText::new(&text).color(colours.quiet)).truncate();
        match hint {
            Some(hint) => {
                let response = ui.add(shown.show_tooltip_when_elided(false));
                response.on_hover_text(format!("{text}\n{hint}"));
            }
            // A text that is cut is shown on hover by itself.
            None => {
                ui.add(shown);
            }
        }
    }
}

/// How many draws reach the end, and what becomes of the others.
fn shown_hint(band: &Band, words: &Words) -> String {
    let counts = [
        ("all", band.n_draws.into()),
        ("left", (band.n_draws - band.n_diverged).into()),
    ];
    words.with("seeds-shown-hint", &counts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::band::Spread;
    use crate::app::command::language::Language;

    #[test]
    fn it_is_said_how_many_draws_reach_the_end() {
        let band = Band {
            epochs: Vec::new(),
            loss: Spread::default(),
            modes: Vec::new(),
            strengths: Vec::new(),
            predictions: Vec::new(),
            n_draws: 50,
            n_diverged: 6,
        };
        let said = shown_hint(&band, &Words::new(Language::English));
        assert!(said.contains("44 of 50 draws reach the end"), "{said}");
    }
}
