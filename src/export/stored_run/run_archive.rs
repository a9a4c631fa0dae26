//! The arrays of a run in an archive, each held to the shape that it must have.

use super::error::StoredRunError;
use crate::data::ReadError;
use crate::data::archive::{Archive, Budget};
use crate::model::record::RECORD_BUDGET;

/// The most numbers of a record: twice what a record of ours may take, for those of others.
const MAX_RECORD_VALUES: u64 = 2 * RECORD_BUDGET as u64 / size_of::<f64>() as u64;

/// The most watched pairs: far more than can be told apart in a picture.
const MAX_WATCHED: u64 = 10_000;

/// An archive and how much of it may still be read.
pub(super) struct RunArchive<'a> {
    pub(super) archive: Archive<'a>,
    pub(super) budget: Budget,
}

impl<'a> RunArchive<'a> {
    /// The archive in these bytes.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, StoredRunError> {
        Ok(Self {
            archive: Archive::open(bytes)?,
            budget: Budget::of(bytes),
        })
    }

    /// The same, for a record: of one that is larger than ours ever are, nothing is read.
    pub(super) fn of_record(self) -> Self {
        Self {
            budget: self.budget.at_most(MAX_RECORD_VALUES),
            ..self
        }
    }

    /// An array that must be there and have this shape.
    pub(super) fn numbers(
        &mut self,
        name: &str,
        expected: &[u64],
    ) -> Result<Vec<f64>, StoredRunError> {
        let array = self.archive.array(name)?;
        if array.shape() != expected {
            return Err(StoredRunError::Shape {
                array: name.to_owned(),
                found: array.shape().to_vec(),
                expected: expected.to_vec(),
            });
        }
        self.budget.spend(&array)?;
        Ok(array.numbers()?)
    }

    /// A single number that must be there.
    pub(super) fn number(&mut self, name: &str) -> Result<f64, StoredRunError> {
        let numbers = self.numbers(name, &[])?;
        Ok(numbers.first().copied().unwrap_or(f64::NAN))
    }

    /// Whole numbers from 0 up to `most` that must be there.
    pub(super) fn counts(
        &mut self,
        name: &str,
        expected: &[u64],
        most: u64,
    ) -> Result<Vec<u64>, StoredRunError> {
        let count = |value: f64| {
            let is_count = value.fract() == 0.0 && (0.0..=most as f64).contains(&value);
            is_count.then_some(value as u64)
        };
        let numbers = self.numbers(name, expected)?;
        let counts: Option<Vec<u64>> = numbers.into_iter().map(count).collect();
        counts.ok_or_else(|| StoredRunError::NotWhole {
            array: name.to_owned(),
        })
    }

    /// A whole number from 0 up to `most` that must be there.
    pub(super) fn count(&mut self, name: &str, most: u64) -> Result<u64, StoredRunError> {
        let counts = self.counts(name, &[], most)?;
        Ok(counts.first().copied().unwrap_or(0))
    }

    /// A whole number from 0 up to `most`; 0 where it is not there.
    pub(super) fn count_or_zero(&mut self, name: &str, most: u64) -> Result<u64, StoredRunError> {
        if self.archive.has(name) {
            self.count(name, most)
        } else {
            Ok(0)
        }
    }

    /// The predictions for each watched pair, row by row, and how many pairs there are.
    pub(super) fn predictions(&mut self, n: u64) -> Result<(Vec<f64>, u64), StoredRunError> {
        if self.archive.has("predictions") {
            let found = self.archive.array("predictions")?.shape().to_vec();
            let k = found.get(1).copied().unwrap_or(0);
            if k > MAX_WATCHED {
                let array = "predictions".to_owned();
                return Err(ReadError::TooManyNumbers {
                    array,
                    shape: found,
                }
                .into());
            }
            return Ok((self.numbers("predictions", &[n, k])?, k));
        }
        if self.archive.has("illusions") {
            return Ok((self.numbers("illusions", &[n])?, 1));
        }
        Ok((Vec::new(), 0))
    }

    /// The epoch of each row; without any, every epoch has one.
    pub(super) fn epochs(&mut self, n: u64) -> Result<Vec<usize>, StoredRunError> {
        if !self.archive.has("epochs") {
            return Ok((0..n as usize).collect());
        }
        self.ascending("epochs", n)
    }

    /// So many epochs that must be there and ascend.
    pub(super) fn ascending(
        &mut self,
        name: &'static str,
        n: u64,
    ) -> Result<Vec<usize>, StoredRunError> {
        let epochs = self.numbers(name, &[n])?;
        let is_epoch = |e: &f64| *e >= 0.0 && e.fract() == 0.0 && *e < 1e9;
        let ascends = epochs.windows(2).all(|pair| pair[0] < pair[1]);
        if !ascends || !epochs.iter().all(is_epoch) {
            return Err(StoredRunError::Epochs { array: name });
        }
        Ok(epochs.into_iter().map(|e| e as usize).collect())
    }

    /// Names, or numbers from 1 where there are none.
    pub(super) fn names(
        &mut self,
        name: &str,
        n: u64,
        numbered: impl Fn(u64) -> String,
    ) -> Result<Vec<String>, StoredRunError> {
        if !self.archive.has(name) {
            return Ok((1..=n).map(numbered).collect());
        }
        let array = self.archive.array(name)?;
        if array.shape() != [n] {
            return Err(StoredRunError::Shape {
                array: name.to_owned(),
                found: array.shape().to_vec(),
                expected: vec![n],
            });
        }
        self.budget.spend(&array)?;
        Ok(array.texts()?)
    }
}
