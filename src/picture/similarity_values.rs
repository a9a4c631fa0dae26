//! The entries of an RSM as its picture shows them: relative to what the scale says.

use crate::analysis::extent::Extent;
use crate::experiment::view::RsmScale;
use crate::model::Record;

/// A negative similarity of less than this share of the largest is rounding.
const NEGLIGIBLE: f64 = 0.02;

/// Below this share of the scale a colour cannot be told from that of zero.
const UNSEEN: f64 = 0.01;

/// A layer's RSMs on a scale.
#[derive(Clone, Copy, Debug)]
pub struct SimilarityValues<'a> {
    /// The run's record.
    pub record: &'a Record,
    /// Extremes.
    pub extent: &'a Extent,
    /// The hidden layer, from 0.
    pub layer: usize,
    /// The scale that values are relative to.
    pub scale: RsmScale,
}

impl SimilarityValues<'_> {
    /// The matrix of a row, P × P; zero where the scale is undefined.
    pub fn matrix(&self, row: usize) -> Vec<f64> {
        let n = self.record.shape().n_items;
        let unit = self.unit(row);
        (0..n * n)
            .map(|entry| self.entry(row, entry, unit))
            .collect()
    }

    /// A pair's value in a row.
    pub fn value(&self, row: usize, [a, b]: [usize; 2]) -> f64 {
        let entry = a * self.record.shape().n_items + b;
        self.entry(row, entry, self.unit(row))
    }

    /// The least value on the colour bar: below zero only where there may be such values. On the
    /// whole run's scale, in quarters, only as far as the run goes there.
    pub fn least(&self) -> f64 {
        let largest = self.extent.largest_similarity[self.layer];
        let least = self.extent.least_similarity[self.layer];
        let is_negative = least < -NEGLIGIBLE * largest;
        match self.scale {
            RsmScale::Cosine | RsmScale::Final => -1.0,
            RsmScale::Run if is_negative => ((4.0 * least / largest).floor() / 4.0).max(-1.0),
            RsmScale::Epoch if is_negative => -1.0,
            RsmScale::Run | RsmScale::Epoch => 0.0,
        }
    }

    /// Whether a row has values, and none of them is seen on the whole run's scale.
    pub fn is_unseen(&self, row: usize) -> bool {
        let raw = self.record.similarity(row, self.layer);
        let largest = raw.iter().copied().fold(0.0, f64::max);
        self.scale == RsmScale::Run && largest > 0.0 && largest < UNSEEN * self.unit(row)
    }

    /// The last row, or the last before the run blows up, which [`RsmScale::Final`] takes away.
    pub fn final_row(&self) -> usize {
        self.extent.steady_row(self.record, self.record.len())
    }

    /// The divisor of a row's values.
    fn unit(&self, row: usize) -> f64 {
        let unit = match self.scale {
            RsmScale::Run | RsmScale::Final => self.extent.largest_similarity[self.layer],
            RsmScale::Epoch => {
                let raw = self.record.similarity(row, self.layer);
                raw.iter().copied().fold(0.0, f64::max)
            }
            RsmScale::Cosine => 1.0,
        };
        if unit > 0.0 { unit } else { 1.0 }
    }

    fn entry(&self, row: usize, entry: usize, unit: f64) -> f64 {
        let n = self.record.shape().n_items;
        let raw = self.record.similarity(row, self.layer);
        match self.scale {
            RsmScale::Run | RsmScale::Epoch => raw[entry] / unit,
            RsmScale::Final => {
                let last = self.record.similarity(self.final_row(), self.layer);
                (raw[entry] - last[entry]) / unit
            }
            RsmScale::Cosine => {
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
}
