//! The data and first weights of a stored run, to be trained again or foreseen.

use super::error::StoredRunError;
use super::run_archive::RunArchive;
use crate::data::npz;
use crate::experiment::{Experiment, Pair};

/// The largest whole number that is read: all below it are exact as doubles.
const MOST: u64 = 1 << 53;

/// Reads the experiment of a run from its archive, on its data and from its first weights. What
/// the user has added to the data is a part of them.
///
/// # Errors
/// If data, first weights or learning rate are missing or damaged, or cannot be trained on.
pub fn read_experiment(bytes: &[u8]) -> Result<Experiment, StoredRunError> {
    let own = npz::read(bytes)?;
    if own.weights.is_none() {
        return Err(StoredRunError::NoWeights);
    }
    let mut file = RunArchive::open(bytes)?;
    let lr = file.number("lr")?;
    let n_epochs = file.count("n_epochs", MOST)?;
    let begun = Experiment {
        lr,
        n_epochs: n_epochs as usize,
        // What is drawn beside given weights, for a comparison, has this seed.
        init_seed: file.count_or_zero("init_seed", u64::from(u32::MAX))? as u32,
        init_before: file.count_or_zero("init_before", MOST)? as usize,
        ..Experiment::default()
    };
    let mut experiment = begun.on_own("run.npz".to_owned(), own);
    experiment.watched = watched(&mut file)?;
    experiment.validate()?;
    Ok(experiment)
}

/// The watched pairs, if any.
fn watched(file: &mut RunArchive<'_>) -> Result<Vec<Pair>, StoredRunError> {
    if !file.archive.has("watched") {
        return Ok(Vec::new());
    }
    let n_pairs = file.archive.array("watched")?.shape().first().copied();
    let pairs = file.counts("watched", &[n_pairs.unwrap_or(0), 2], MOST)?;
    let pair = |pair: &[u64]| Pair {
        item: pair[0] as usize,
        feature: pair[1] as usize,
    };
    Ok(pairs.chunks_exact(2).map(pair).collect())
}
