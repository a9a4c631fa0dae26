//! Inputs tried one after the other, each watched for panics, time and memory.

use std::fs;
use std::panic::catch_unwind;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::readers::Reader;

/// No input may take longer, on the slowest machine and without optimisation.
const MAX_TIME: Duration = Duration::from_secs(30);

/// No input may take more memory, in bytes: some times the 128 MB that any archive may hold.
const MAX_MEMORY: u64 = 1 << 30;

/// The trials of one reader so far: number, slowest and largest.
pub(crate) struct Trials {
    reader: &'static Reader,
    inputs: Sender<Vec<u8>>,
    /// Whether the input was read or refused, and not a panic.
    answers: Receiver<bool>,
    n_inputs: usize,
    slowest: (Duration, usize),
    largest: u64,
}

impl Trials {
    pub(crate) fn new(reader: &'static Reader) -> Self {
        let (inputs, inbox) = channel::<Vec<u8>>();
        let (sender, answers) = channel();
        thread::spawn(move || {
            for bytes in inbox {
                let is_fine = catch_unwind(|| (reader.run)(&bytes)).is_ok();
                if sender.send(is_fine).is_err() {
                    return;
                }
            }
        });
        Self {
            reader,
            inputs,
            answers,
            n_inputs: 0,
            slowest: (Duration::ZERO, 0),
            largest: 0,
        }
    }

    pub(crate) fn n_inputs(&self) -> usize {
        self.n_inputs
    }

    /// Tries an input.
    ///
    /// # Panics
    /// If the reader panics, or takes too much time or memory; the input is then kept as a file.
    pub(crate) fn run(&mut self, bytes: &[u8]) {
        self.n_inputs += 1;
        let before = memory("VmRSS:").unwrap_or_default();
        forget_peak();
        let start = Instant::now();
        self.inputs
            .send(bytes.to_owned())
            .expect("the thread takes inputs");
        let answer = self.answers.recv_timeout(MAX_TIME);
        let time = start.elapsed();
        let peak = memory("VmHWM:").unwrap_or_default().saturating_sub(before);
        let name = self.reader.name;
        let failed = |what: &str| panic!("{name}: {what}: {}", kept(name, bytes).display());
        match answer {
            Ok(true) if peak > MAX_MEMORY => failed(&format!("{} MB", peak >> 20)),
            Ok(true) => {}
            Ok(false) => failed("a panic"),
            Err(_) => failed("no answer"),
        }
        self.slowest = self.slowest.max((time, bytes.len()));
        self.largest = self.largest.max(peak);
    }

    /// A line about all inputs.
    pub(crate) fn summary(&self) -> String {
        format!(
            "{}: {} inputs, slowest {:?} ({} bytes), most memory {} kB\n",
            self.reader.name,
            self.n_inputs,
            self.slowest.0,
            self.slowest.1,
            self.largest >> 10
        )
    }
}

/// The input as a file, to be tried again.
fn kept(name: &str, bytes: &[u8]) -> PathBuf {
    let path = std::env::temp_dir().join(format!("fuzz {name}"));
    fs::write(&path, bytes).expect("a temporary file");
    path
}

/// A line of what Linux says of this process's memory, in bytes.
fn memory(key: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes << 10)
}

/// Lets Linux forget the largest memory so far.
fn forget_peak() {
    fs::write("/proc/self/clear_refs", "5").ok();
}
