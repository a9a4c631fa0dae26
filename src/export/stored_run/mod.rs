//! A run read back from its .npz archive, as [`super::run_npz`] writes it.
//!
//! Only `losses` and `modes` must be there; what else is missing is taken for empty or numbered,
//! so that arrays which other programs saved under these names can be drawn too.

mod aligned;
mod error;
mod experiment;
mod groups;
mod rows;
mod run_archive;

use self::rows::Rows;
use self::run_archive::RunArchive;
use crate::data::item_group::ItemGroup;
use crate::data::{MAX_FEATURES, MAX_ITEMS, ReadError};
use crate::model::{DataModes, Outcome, Record};
use crate::picture::data_view::{self, DataView, ShownFeature};
use crate::picture::run_view::RunView;

pub use error::StoredRunError;
pub use experiment::read_experiment;

/// A run that was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredRun {
    /// Names of the P items.
    pub items: Vec<String>,
    /// The user's names for groups of items.
    pub groups: Vec<ItemGroup>,
    /// A name for each watched pair.
    pub watched: Vec<String>,
    /// How many epochs were asked for.
    pub n_epochs: usize,
    /// The record, without rows of NaN.
    pub record: Record,
    /// How the run ended.
    pub outcome: Outcome,
}

/// Reads an archive.
///
/// # Errors
/// The first array that is missing, damaged or of another shape.
pub fn read(bytes: &[u8]) -> Result<StoredRun, StoredRunError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty.into());
    }
    let mut file = RunArchive::open(bytes)?.of_record();
    let found = file.archive.array("modes")?.shape().to_vec();
    let (n, p) = match found[..] {
        [n, p] if n > 0 && (1..=MAX_ITEMS as u64).contains(&p) => (n, p),
        _ => return Err(StoredRunError::NoRows { found }),
    };
    let rows = Rows::read(&mut file, n, p)?;
    let items = file.names("items", p, |i| format!("Item {i}"))?;
    let groups = groups::read(&mut file, p)?;
    let n_watched = rows.shape.n_watched as u64;
    let watched = file.names("watched_names", n_watched, |i| format!("Prediction {i}"))?;
    let record = rows.record();
    let outcome = match rows.epochs.get(record.len()) {
        None => Outcome::Finished,
        Some(&epoch) => Outcome::Diverged { epoch },
    };
    Ok(StoredRun {
        items,
        groups,
        watched,
        n_epochs: rows.epochs.last().map_or(0, |&epoch| epoch + 1),
        record,
        outcome,
    })
}

impl StoredRun {
    /// The run as the other exports take it.
    pub fn view(&self) -> RunView<'_> {
        RunView {
            items: &self.items,
            groups: &self.groups,
            watched: &self.watched,
            n_epochs: self.n_epochs,
            record: &self.record,
            outcome: self.outcome,
            data: None,
        }
    }
}

/// Reads what the run was taught, `features` with what they are called.
///
/// # Errors
/// If there are no features, or an array is damaged or of another shape.
pub fn read_data(bytes: &[u8], run: &StoredRun) -> Result<DataView, StoredRunError> {
    let mut file = RunArchive::open(bytes)?;
    let p = run.items.len() as u64;
    let features = file.archive.array(FEATURES)?;
    let found = features.shape().to_vec();
    let n = match found[..] {
        [n_items, n] if n_items == p && n > 0 => n,
        _ => return Err(StoredRunError::Features { found, n_items: p }),
    };
    if n > MAX_TAUGHT {
        let (found, max) = (n as usize, MAX_TAUGHT as usize);
        return Err(ReadError::TooManyFeatures { found, max }.into());
    }
    file.budget.spend(&features)?;
    let targets = features.matrix()?.transposed();
    if !targets.iter().all(|value| value.is_finite()) {
        return Err(StoredRunError::NotFinite);
    }
    let names = file.names("feature_names", n, |_| String::new())?;
    let shown = data_view::shown(n as usize).map(|feature| ShownFeature {
        feature,
        name: names[feature].clone(),
        values: targets.row(feature).iter().copied().collect(),
    });
    let shown = shown.collect();
    let population = if file.archive.has("population") {
        Some(file.numbers("population", &[p])?)
    } else {
        None
    };
    // R of the QR has the same modes, and room for N features is taken once.
    let modes = DataModes::of(&targets.qr().r());
    Ok(DataView {
        // Only a tree has a population to compare with.
        modes: modes.drawn_from_tree(population.is_some()),
        n_features: n as usize,
        shown,
        population,
    })
}

/// The most features of a run: as many as data may have, and as many again of the user's.
const MAX_TAUGHT: u64 = 2 * MAX_FEATURES as u64;

/// The targets' array.
const FEATURES: &str = "features";

#[cfg(test)]
mod tests;
