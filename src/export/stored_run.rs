//! A run read back from its .npz archive, as [`super::run_npz`] writes it.
//!
//! Only `losses` and `modes` must be there; what else is missing is taken for empty or numbered,
//! so that arrays which other programs saved under these names can be drawn too.

use thiserror::Error;

use super::run_npz::turned;
use crate::data::archive::{Archive, Budget};
use crate::data::{MAX_ITEMS, ReadError};
use crate::experiment::validity::MAX_HIDDEN_LAYERS;
use crate::model::record::RowShape;
use crate::model::{DataModes, Outcome, Record};
use crate::picture::data_view::{self, DataView, ShownFeature};
use crate::picture::run_view::RunView;

/// A run that was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredRun {
    /// Names of the P items.
    pub items: Vec<String>,
    /// A name for each watched pair.
    pub watched: Vec<String>,
    /// How many epochs were asked for.
    pub n_epochs: usize,
    /// What was recorded, without rows of NaN.
    pub record: Record,
    /// How the run ended.
    pub outcome: Outcome,
}

/// Why an archive is not a run.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum StoredRunError {
    /// An array cannot be read.
    #[error(transparent)]
    Array(#[from] ReadError),
    /// An array's shape is not what the others call for.
    #[error("`{array}` has the shape {found:?} and must have the shape {expected:?}")]
    Shape {
        /// The array.
        array: String,
        /// Its shape.
        found: Vec<u64>,
        /// The shape it must have.
        expected: Vec<u64>,
    },
    /// There is no row, or no item.
    #[error("`modes` has the shape {found:?} and must have the shape (epochs, items)")]
    NoRows {
        /// Its shape.
        found: Vec<u64>,
    },
    /// The features are of other items, or there are none.
    #[error("`features` has the shape {found:?} and must have the shape ({n_items}, features)")]
    Features {
        /// Its shape.
        found: Vec<u64>,
        /// The run's items.
        n_items: u64,
    },
    /// A feature is no number.
    #[error("`features` holds what is not finite")]
    NotFinite,
    /// The epochs do not ascend.
    #[error("`epochs` must be whole numbers that ascend")]
    Epochs,
}

/// Reads an archive.
///
/// # Errors
/// The first array that is missing, damaged or of another shape.
pub fn read(bytes: &[u8]) -> Result<StoredRun, StoredRunError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty.into());
    }
    let mut file = File {
        archive: Archive::open(bytes)?,
        budget: Budget::default(),
    };
    let found = file.archive.array("modes")?.shape().to_vec();
    let (n, p) = match found[..] {
        [n, p] if n > 0 && (1..=MAX_ITEMS as u64).contains(&p) => (n, p),
        _ => return Err(StoredRunError::NoRows { found }),
    };
    let losses = file.numbers("losses", &[n])?;
    let modes = file.numbers("modes", &[n, p])?;
    let n_layers = (0..MAX_HIDDEN_LAYERS)
        .take_while(|layer| file.archive.has(&rsms_name(*layer)))
        .count();
    let squares = [n, p, p];
    let mut rsms = Vec::new();
    for layer in 0..n_layers {
        rsms.push(file.numbers(&rsms_name(layer), &squares)?);
    }
    let aligned = if file.archive.has("aligned") {
        file.numbers("aligned", &squares)?
    } else {
        // Zeros, which take as much room.
        let size = n.checked_mul(p * p);
        file.budget.spend_on("modes", &[n, p], size)?;
        vec![0.0; (n * p * p) as usize]
    };
    let (predictions, k) = file.predictions(n)?;
    let epochs = file.epochs(n)?;
    let items = file.names("items", p, |i| format!("Item {i}"))?;
    let watched = file.names("watched_names", k, |i| format!("Prediction {i}"))?;
    let (n, p, k) = (n as usize, p as usize, k as usize);
    let is_finite = |values: &[f64], row: usize, width: usize| {
        let row = &values[row * width..(row + 1) * width];
        row.iter().all(|v| v.is_finite())
    };
    let is_recorded = |&row: &usize| {
        is_finite(&losses, row, 1)
            && is_finite(&modes, row, p)
            && is_finite(&aligned, row, p * p)
            && is_finite(&predictions, row, k)
            && rsms.iter().all(|rsms| is_finite(rsms, row, p * p))
    };
    let n_recorded = (0..n).take_while(is_recorded).count();
    let mut record = Record::new(RowShape {
        n_items: p,
        n_hidden_layers: n_layers,
        n_watched: k,
    });
    for row in 0..n_recorded {
        let of = |values: &'_ [f64], width: usize| values[row * width..(row + 1) * width].to_vec();
        let similarities: Vec<f64> = rsms.iter().flat_map(|rsms| of(rsms, p * p)).collect();
        let aligned: Vec<f64> = turned(&of(&aligned, p * p), p).collect();
        record.push_row(
            epochs[row],
            losses[row],
            &of(&modes, p),
            &aligned,
            &similarities,
            &of(&predictions, k),
        );
    }
    let outcome = match epochs.get(n_recorded) {
        None => Outcome::Finished,
        Some(&epoch) => Outcome::Diverged { epoch },
    };
    Ok(StoredRun {
        items,
        watched,
        n_epochs: epochs[n - 1] + 1,
        record,
        outcome,
    })
}

impl StoredRun {
    /// As the other exports take it.
    pub fn view(&self) -> RunView<'_> {
        RunView {
            items: &self.items,
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
    let mut file = File {
        archive: Archive::open(bytes)?,
        budget: Budget::default(),
    };
    let p = run.items.len() as u64;
    let features = file.archive.array(FEATURES)?;
    let found = features.shape().to_vec();
    let n = match found[..] {
        [n_items, n] if n_items == p && n > 0 => n,
        _ => return Err(StoredRunError::Features { found, n_items: p }),
    };
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
    Ok(DataView {
        // R of the QR has the same modes, and room for N features is taken once.
        modes: DataModes::of(&targets.qr().r()),
        n_features: n as usize,
        shown,
        population,
    })
}

/// The targets' array.
const FEATURES: &str = "features";

fn rsms_name(layer: usize) -> String {
    format!("rsms_{}", layer + 1)
}

/// An archive and how much of it may still be read.
struct File<'a> {
    archive: Archive<'a>,
    budget: Budget,
}

impl File<'_> {
    /// An array that must be there and have this shape.
    fn numbers(&mut self, name: &str, expected: &[u64]) -> Result<Vec<f64>, StoredRunError> {
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

    /// What was predicted for each watched pair, row by row, and how many pairs there are.
    fn predictions(&mut self, n: u64) -> Result<(Vec<f64>, u64), StoredRunError> {
        if self.archive.has("predictions") {
            let found = self.archive.array("predictions")?.shape().to_vec();
            let k = found.get(1).copied().unwrap_or(0);
            return Ok((self.numbers("predictions", &[n, k])?, k));
        }
        if self.archive.has("illusions") {
            return Ok((self.numbers("illusions", &[n])?, 1));
        }
        Ok((Vec::new(), 0))
    }

    /// The epoch of each row; without any, every epoch has one.
    fn epochs(&mut self, n: u64) -> Result<Vec<usize>, StoredRunError> {
        if !self.archive.has("epochs") {
            return Ok((0..n as usize).collect());
        }
        let epochs = self.numbers("epochs", &[n])?;
        let is_epoch = |e: &f64| *e >= 0.0 && e.fract() == 0.0 && *e < 1e9;
        let ascends = epochs.windows(2).all(|pair| pair[0] < pair[1]);
        if !ascends || !epochs.iter().all(is_epoch) {
            return Err(StoredRunError::Epochs);
        }
        Ok(epochs.into_iter().map(|e| e as usize).collect())
    }

    /// Names, or numbers from 1 where there are none.
    fn names(
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

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use proptest::prelude::*;

    use super::*;
    use crate::data::UserFeature;
    use crate::data::archive::Packer;
    use crate::experiment::{Experiment, Pair};
    use crate::export::run_npz::{self, FullSize};
    use crate::model::{Setup, run_from};

    fn small(hidden: Vec<usize>, lr: f64) -> Experiment {
        let mut experiment = Experiment {
            hidden,
            lr,
            gamma: 1.0,
            n_epochs: 60,
            user_features: vec![UserFeature {
                name: "has_bones".to_owned(),
                values: vec![-1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0],
            }],
            ..Experiment::default()
        };
        experiment.items[0] = "サメ".to_owned();
        let feature = experiment.n_outputs() - 1;
        let pair = |item| Pair { item, feature };
        experiment.watched = vec![pair(0), pair(1)];
        experiment
    }

    fn stored(experiment: &Experiment) -> (Vec<u8>, Record, Outcome) {
        let mut setup = Setup::new(experiment, None);
        let (record, outcome) = run_from(experiment, &mut setup);
        let watched: Vec<_> = experiment.pair_names();
        let view = RunView::of(experiment, &watched, &record, outcome);
        let full_size = FullSize::of(experiment, &mut setup);
        let file = Cursor::new(Vec::new());
        let file = run_npz::write(file, experiment, &view, &full_size).expect("memory");
        (file.into_inner(), record, outcome)
    }

    #[test]
    fn what_was_written_is_read_back() {
        for (hidden, lr) in [
            (vec![], 100.0),
            (vec![30], 100.0),
            (vec![9, 5], 20.0),
            (vec![30], 900.0),
        ] {
            let experiment = small(hidden, lr);
            let (bytes, record, outcome) = stored(&experiment);
            assert_eq!(outcome == Outcome::Finished, lr < 900.0);
            let run = read(&bytes).expect("just written");
            assert_eq!(run.record, record);
            assert_eq!(run.outcome, outcome);
            assert_eq!(run.items, experiment.items);
            assert_eq!(run.watched, ["サメ has_bones", "Tuna has_bones"]);
            assert_eq!(run.n_epochs, 60);
        }
    }

    #[test]
    fn what_was_taught_is_read_back() {
        let experiment = small(vec![4], 100.0);
        let (bytes, ..) = stored(&experiment);
        let run = read(&bytes).expect("just written");
        let data = read_data(&bytes, &run).expect("just written");
        let mut setup = Setup::new(&experiment, None);
        let modes = setup.modes(&experiment).clone();
        let expected = DataView::of(&experiment, setup.dataset(), modes);
        assert_eq!(data.shown, expected.shown);
        assert_eq!(data.n_features, 10_001);
        assert_eq!(data.shown[39].name, "has_bones");
        assert_eq!(data.population, expected.population);
        let values = |data: &DataView| data.modes.singular_values.clone();
        let pairs = values(&data).into_iter().zip(values(&expected));
        assert!(pairs.into_iter().all(|(a, b)| (a - b).abs() < 1e-8 * b));
    }

    #[test]
    fn features_of_another_run_are_refused_in_words() {
        let base: [(&str, &[usize], f64); 2] = [("losses", &[2], 1.0), ("modes", &[2, 3], 1.0)];
        let words = |features: Option<(&str, &[usize], f64)>| {
            let arrays: Vec<_> = base.into_iter().chain(features).collect();
            let bytes = archive(&arrays);
            let run = read(&bytes).expect("a run");
            let refused = read_data(&bytes, &run).expect_err("must be refused");
            refused.to_string()
        };
        assert_eq!(words(None), "there is no array `features`");
        assert_eq!(
            words(Some(("features", &[4, 7], 1.0))),
            "`features` has the shape [4, 7] and must have the shape (3, features)"
        );
        let not_finite = words(Some(("features", &[3, 7], f64::NAN)));
        assert_eq!(not_finite, "`features` holds what is not finite");
    }

    #[test]
    fn a_run_can_be_repeated_from_its_own_file() {
        let experiment = small(vec![9, 5], 20.0);
        let (bytes, ..) = stored(&experiment);
        let own = crate::data::npz::read(&bytes).expect("features and weights");
        assert_eq!(own.items, experiment.items);
        assert_eq!(own.n_features(), experiment.n_outputs());
        let weights = own.weights.expect("W1 … W3");
        assert_eq!(weights, whole_weights(&experiment));
    }

    fn whole_weights(experiment: &Experiment) -> Vec<nalgebra::DMatrix<f64>> {
        crate::model::first_weights::first_weights(experiment)
    }

    #[test]
    fn the_same_run_gives_the_same_bytes() {
        let experiment = small(vec![4], 100.0);
        assert!(stored(&experiment).0 == stored(&experiment).0);
    }

    #[test]
    fn a_golden_run_is_a_run() {
        let bytes = include_bytes!("../../tests/golden/diverging.npz");
        let run = read(bytes).expect("PyTorch's run");
        assert_eq!(run.items[7], "Item 8");
        assert_eq!(run.watched, ["Prediction 1"]);
        assert!(matches!(run.outcome, Outcome::Diverged { epoch: 1..60 }));
    }

    #[test]
    fn what_is_no_run_is_refused_in_words() {
        let words = |bytes: &[u8]| read(bytes).expect_err("must be refused").to_string();
        assert_eq!(words(b""), "the file is empty");
        let data = include_bytes!("../../tests/data/weights.npz");
        assert_eq!(words(data), "there is no array `modes`");
    }

    /// An archive of arrays of real numbers.
    fn archive(arrays: &[(&str, &[usize], f64)]) -> Vec<u8> {
        let mut archive = Packer::tight(Cursor::new(Vec::new()));
        for &(name, shape, value) in arrays {
            let n = shape.iter().product();
            let values = std::iter::repeat_n(value, n);
            archive.numbers(name, shape, values).expect("memory");
        }
        archive.finish().expect("memory").into_inner()
    }

    #[test]
    fn a_small_file_takes_no_more_memory_than_a_large_one() {
        let n = 20_000;
        let bytes = archive(&[("losses", &[n], 1.0), ("modes", &[n, 128], 1.0)]);
        assert!(bytes.len() < 100_000);
        let refused = read(&bytes).expect_err("20,000 x 128 x 128 numbers");
        assert_eq!(
            refused.to_string(),
            "`modes` has the shape (20000, 128), which is more than can be read"
        );
    }

    #[test]
    fn a_run_ends_where_anything_of_it_is_not_finite() {
        let arrays = [
            ("losses", &[2][..], 1.0),
            ("modes", &[2, 3], 1.0),
            ("rsms_1", &[2, 3, 3], 1.0),
            ("aligned", &[2, 3, 3], 1.0),
            ("predictions", &[2, 4], 1.0),
        ];
        let run = read(&archive(&arrays)).expect("two rows");
        assert_eq!((run.record.len(), run.outcome), (2, Outcome::Finished));
        for array in 0..arrays.len() {
            for value in [f64::INFINITY, f64::NAN] {
                let mut arrays = arrays;
                arrays[array].2 = value;
                let run = read(&archive(&arrays)).expect("no rows");
                assert_eq!(run.record.len(), 0, "{}", arrays[array].0);
                assert_eq!(run.outcome, Outcome::Diverged { epoch: 0 });
            }
        }
    }

    proptest! {
        #[test]
        fn any_damage_is_answered(
            at in any::<prop::sample::Index>(),
            insert in prop::collection::vec(any::<u8>(), 0..9),
            n_lost in 0..9_usize,
        ) {
            let good = include_bytes!("../../tests/golden/no_hidden_layer.npz");
            let at = at.index(good.len());
            let end = (at + n_lost).min(good.len());
            let mut bytes = good.to_vec();
            bytes.splice(at..end, insert.iter().copied());
            let _ = read(&bytes);
        }
    }
}
