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
    /// No bar, however long it takes.
    is_silent: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Nothing of `n_steps` has been done.
    pub(super) fn new(n_steps: usize, unit: &'static str) -> Self {
        Self {
            started: Instant::now(),
            n_steps,
            unit,
            is_silent: false,
            bar: None,
        }
    }

    /// Without a bar if so: where rows come out on the terminal, they would go into its line.
    pub(super) fn silent_if(self, is_silent: bool) -> Self {
        Self { is_silent, ..self }
    }

    /// So many steps have been done.
    pub(super) fn at(&mut self, n_done: usize) {
        if self.bar.is_none() && !self.is_silent && self.started.elapsed() > PATIENCE {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_work_has_a_bar_unless_rows_would_go_into_it() {
        for is_silent in [false, true] {
            let mut progress = Progress::new(3, "runs").silent_if(is_silent);
            progress.at(1);
            assert!(progress.bar.is_none());
            progress.started = Instant::now()
                .checked_sub(2 * PATIENCE)
                .expect("this machine has run for two seconds");
            progress.at(2);
            assert_eq!(progress.bar.is_none(), is_silent);
        }
    }
}
