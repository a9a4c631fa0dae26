//! Inputs made from others: bytes changed, taken away, repeated, brought in from another file.
//!
//! Of an archive and of a gzip file the content is mutated half of the time, and packed again: its
//! checksum would keep every other mutation from the reader.

use std::io::{Cursor, Read as _, Write as _};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

/// Pieces of files that readers treat specially.
const TOKENS: &[&str] = &[
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "\"\"",
    "#",
    "sep=",
    " ",
    "\u{feff}",
    "\0",
    "1e999",
    "-1",
    "NaN",
    "inf",
    "0",
    "1",
    "1e-320",
    "1,5",
    "1.234,5",
    "18446744073709551615",
    "4294967296",
    "-9223372036854775808",
    "0x10",
    "yes",
    "no",
    "○",
    "×",
    "x",
    "NA",
    "]]>",
    "\u{1b}[2J",
    "\u{202e}",
    "(2, 2)",
    "(18446744073709551615, 2)",
    "(0, 5)",
    "'<f8'",
    "'|O'",
    "'<U9999999'",
    "'|b1'",
    "'>i2'",
    "True",
    "False",
    "fortran_order",
    "[",
    "]",
    "{",
    "}",
    "=",
    "'''",
    "\"\"\"",
    "[[watch]]",
    "[tree]",
    "levels = 63",
    "branches = 99999",
    "version = 2",
    "hidden = [512]",
    "nan",
    "W1",
    "W2",
    "items",
];

/// No input is longer.
const MAX_BYTES: usize = 256 << 10;

/// Makes inputs, always the same ones from the same seed.
pub(crate) struct Mutator {
    seeds: Vec<Vec<u8>>,
    state: u64,
}

impl Mutator {
    pub(crate) fn new(seed: u64, seeds: Vec<Vec<u8>>) -> Self {
        let state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        Self { seeds, state }
    }

    /// The files that inputs are made from.
    pub(crate) fn seeds(&self) -> Vec<Vec<u8>> {
        self.seeds.clone()
    }

    /// The next input.
    pub(crate) fn next_input(&mut self) -> Vec<u8> {
        let seed = self.below(self.seeds.len());
        let mut bytes = self.seeds[seed].clone();
        if self.below(2) == 0
            && let Some(repacked) = self.repacked(&bytes)
        {
            return repacked;
        }
        self.mutate(&mut bytes);
        bytes
    }

    fn repacked(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        if bytes.starts_with(b"\x1f\x8b") {
            let mut content = Vec::new();
            GzDecoder::new(bytes).read_to_end(&mut content).ok()?;
            self.mutate(&mut content);
            let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
            encoder.write_all(&content).ok()?;
            return encoder.finish().ok();
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut files = Vec::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).ok()?;
            let mut content = Vec::new();
            file.read_to_end(&mut content).ok()?;
            files.push((file.name().ok()?.into_owned(), content));
        }
        let chosen = self.below(files.len().max(1));
        self.mutate(&mut files.get_mut(chosen)?.1);
        if self.below(8) == 0 {
            files.remove(self.below(files.len()));
        }
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, content) in files {
            zip.start_file(name, options).ok()?;
            zip.write_all(&content).ok()?;
        }
        Some(zip.finish().ok()?.into_inner())
    }

    /// Changes bytes one to eight times.
    fn mutate(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(8) {
            self.change(bytes);
        }
        bytes.truncate(MAX_BYTES);
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len() + 1);
        let end = (at + 1 + self.below(40)).min(bytes.len());
        match self.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
            1 if at < bytes.len() => bytes[at] = self.next() as u8,
            2 => drop(bytes.drain(at..end)),
            3 => {
                let n_times = 1 + self.below(30);
                let part = bytes[at..end].repeat(n_times);
                bytes.splice(at..at, part);
            }
            4 => {
                let other = self.below(self.seeds.len());
                let from = self.below(self.seeds[other].len() + 1);
                let to = (from + self.below(400)).min(self.seeds[other].len());
                let part = self.seeds[other][from..to].to_vec();
                bytes.splice(at..end, part);
            }
            5 if self.below(4) == 0 => bytes.truncate(at),
            _ => {
                let token = TOKENS[self.below(TOKENS.len())];
                let end = if self.below(2) == 0 { at } else { end };
                bytes.splice(at..end.max(at), token.bytes());
            }
        }
    }

    /// A number below `n`, 0 where that is 0.
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}
