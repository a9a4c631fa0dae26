//! Mutated files for every reader: each must be read or refused, in bounded time and memory.
//!
//! `cargo test` tries some thousand inputs, always the same. For a long run, say how long:
//!
//! ```sh
//! FUZZ_SECONDS=600 cargo test --release --no-default-features --test fuzz -- --nocapture
//! ```
//!
//! Without that feature the window's settings are not among the readers; with it the window is
//! built.
//!
//! The test prints how many inputs each reader had, the slowest input and the one that took most
//! memory (Linux), and keeps inputs that fail in the folder of temporary files. `FUZZ_SEED=7` sets
//! another seed.

mod mutator;
mod readers;
mod seeds;
mod trial;

use std::env;
use std::io::Write as _;
use std::time::{Duration, Instant};

use mutator::Mutator;
use readers::READERS;
use trial::Trials;

/// Inputs of each reader in a short run.
const SHORT_RUN: usize = 1500;

/// The value of an environment variable, if it is a number.
fn number(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}

#[test]
fn no_input_panics_hangs_or_fills_memory() {
    let seconds = number("FUZZ_SECONDS");
    let share = seconds.map(|s| Duration::from_secs(s) / READERS.len() as u32);
    let mut report = String::new();
    for reader in READERS {
        let seeds = seeds::of(reader.kinds);
        assert!(!seeds.is_empty(), "{} has no seeds", reader.name);
        let mut mutator = Mutator::new(number("FUZZ_SEED").unwrap_or(1), seeds);
        let mut trials = Trials::new(reader);
        for seed in mutator.seeds() {
            trials.run(&seed);
        }
        let start = Instant::now();
        let goes_on = |n: usize| match share {
            Some(share) => start.elapsed() < share,
            None => n < SHORT_RUN,
        };
        while goes_on(trials.n_inputs()) {
            trials.run(&mutator.next_input());
        }
        report += &trials.summary();
    }
    if seconds.is_some() {
        write!(std::io::stderr(), "{report}").expect("standard error is open");
    }
}
