//! A run's similarities in the scale that was chosen, without a picture.

use crate::app::run::Run;
use crate::app::text::words::Words;
use crate::app::theme::palette::Palette;
use crate::experiment::view::Scale;

/// Which similarities, and what their pictures are drawn with.
#[derive(Clone, Copy)]
pub(crate) struct Similarity<'a> {
    /// The run.
    pub run: &'a Run,
    /// The epoch looked at.
    pub epoch: usize,
    /// Which hidden layer, from 0.
    pub layer: usize,
    /// What the colours are relative to.
    pub scale: Scale,
    /// The words.
    pub words: &'a Words,
    /// The colours.
    pub palette: &'a Palette,
}

impl Similarity<'_> {
    /// The matrix of a row in the chosen scale; zero where that is undefined.
    pub(super) fn scaled(&self, row: usize) -> Vec<f64> {
        let n = self.run.facts.experiment.items.len();
        let unit = self.unit(row);
        (0..n * n)
            .map(|entry| self.entry(row, entry, unit))
            .collect()
    }

    /// A pair's value in a row, in the chosen scale.
    pub(super) fn value(&self, row: usize, [a, b]: [usize; 2]) -> f64 {
        let n = self.run.facts.experiment.items.len();
        self.entry(row, a * n + b, self.unit(row))
    }

    /// What a row's values are divided by.
    pub(super) fn unit(&self, row: usize) -> f64 {
        let unit = match self.scale {
            Scale::Run | Scale::Final => self.run.extent.largest_similarity[self.layer],
            Scale::Epoch => {
                let raw = self.run.record.similarity(row, self.layer);
                raw.iter().copied().fold(0.0, f64::max)
            }
            Scale::Cosine => 1.0,
        };
        if unit > 0.0 { unit } else { 1.0 }
    }

    pub(super) fn entry(&self, row: usize, entry: usize, unit: f64) -> f64 {
        let n = self.run.facts.experiment.items.len();
        let raw = self.run.record.similarity(row, self.layer);
        match self.scale {
            Scale::Run | Scale::Epoch => raw[entry] / unit,
            Scale::Final => {
                let last = self.run.record.similarity(self.final_row(), self.layer);
                (raw[entry] - last[entry]) / unit
            }
            Scale::Cosine => {
                let norm = |i: usize| raw[i * n + i].max(0.0).sqrt();
                let norms = norm(entry / n) * norm(entry % n);
                if norms > 0.0 {
                    (raw[entry] / norms).clamp(-1.0, 1.0)
                } else {
                    0.0
                }
            }
        }
    }

    /// The last row, or the last before the run blows up.
    pub(super) fn final_row(&self) -> usize {
        self.run.steady_row(self.run.record.len())
    }

    /// The least value on the colour bar: below zero only where the run goes there.
    pub(super) fn bar_bottom(&self) -> f64 {
        let extent = &self.run.extent;
        let (least, largest) = (
            extent.least_similarity[self.layer],
            extent.largest_similarity[self.layer],
        );
        let has_both_signs = matches!(self.scale, Scale::Cosine | Scale::Final);
        if has_both_signs || least < -0.02 * largest {
            -1.0
        } else {
            0.0
        }
    }
}
