//! A bar on a terminal for work that takes its time; elsewhere nothing.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Work that ends sooner shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// How far a piece of work has come, on standard error.
pub(super) struct Progress {
    started: Instant,
    n_steps: usize,
    unit: &'static str,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Nothing of `n_steps` has been done.
    pub(super) fn new(n_steps: usize, unit: &'static str) -> Self {
        Self {
            started: Instant::now(),
            n_steps,
            unit,
            bar: None,
        }
    }

    /// So many steps have been done.
    pub(super) fn at(&mut self, n_done: usize) {
        if self.bar.is_none() && self.started.elapsed() > PATIENCE {
            self.bar = Some(self.new_bar());
        }
        if let Some(bar) = &self.bar {
            bar.set_position(n_done as u64);
        }
    }

    /// Takes the bar away, and tells how long it took.
    pub(super) fn finish(self) -> Duration {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
        self.started.elapsed()
    }

    fn new_bar(&self) -> ProgressBar {
        let template = format!(
            "{{wide_bar}} {{pos}} of {{len}} {}, {{eta}} left",
            self.unit
        );
        let style = ProgressStyle::with_template(&template);
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::new(self.n_steps as u64).with_style(style);
        bar.with_elapsed(self.started.elapsed())
    }
}
