//! How far work has come that takes its time: a bar on a terminal, elsewhere a line now and then.

use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::say::{is_quiet, tell};

/// Work that ends sooner shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Where standard error is no terminal, from one line to the next.
const BETWEEN_LINES: Duration = Duration::from_secs(5);

/// How far a piece of work has come, on standard error.
pub(super) struct Progress {
    started: Instant,
    n_steps: usize,
    unit: &'static str,
    /// No bar, however long it takes.
    is_silent: bool,
    bar: Option<ProgressBar>,
    /// When the last line was written; at first, when the work began.
    told: Instant,
}

impl Progress {
    /// Nothing of `n_steps` has been done.
    pub(super) fn new(n_steps: usize, unit: &'static str) -> Self {
        Self {
            started: Instant::now(),
            n_steps,
            unit,
            is_silent: is_quiet(),
            bar: None,
            told: Instant::now(),
        }
    }

    /// Without a bar if so: where rows come out on the terminal, they would go into its line.
    pub(super) fn silent_if(self, is_silent: bool) -> Self {
        let is_silent = is_silent || self.is_silent;
        Self { is_silent, ..self }
    }

    /// So many steps have been done.
    pub(super) fn at(&mut self, n_done: usize) {
        if self.is_silent {
            return;
        }
        if self.bar.is_none() && self.started.elapsed() > PATIENCE {
            if !io::stderr().is_terminal() {
                self.line(n_done);
                return;
            }
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

    /// A line, if it is time for one.
    fn line(&mut self, n_done: usize) {
        if self.told.elapsed() < BETWEEN_LINES {
            return;
        }
        self.told = Instant::now();
        let (n, unit) = (self.n_steps, self.unit);
        let seconds = self.started.elapsed().as_secs();
        tell(&format!("{n_done} of {n} {unit} after {seconds} s"));
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
    fn long_work_is_told_unless_it_is_silent() {
        for is_silent in [false, true] {
            let mut progress = Progress::new(3, "runs").silent_if(is_silent);
            progress.at(1);
            assert!(progress.bar.is_none());
            let before = Instant::now().checked_sub(2 * BETWEEN_LINES);
            let before = before.expect("this machine has run for ten seconds");
            (progress.started, progress.told) = (before, before);
            progress.at(2);
            let is_told = progress.bar.is_some() || progress.told > before;
            assert_eq!(is_told, !is_silent);
        }
    }
}
