//! Watched pairs, by index or by name.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::error::{Refusal, Wrong};
use crate::experiment::pair_lookup::PairError;
use crate::experiment::validity::MAX_WATCHED;
use crate::experiment::{Experiment, Pair};

/// A watched pair; without an item it is the first, without a feature the last.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WatchTable {
    item: Option<Key>,
    feature: Option<Key>,
}

/// An index from 0, or a name.
#[derive(Debug)]
enum Key {
    Index(usize),
    Name(String),
}

impl WatchTable {
    pub(crate) fn of(pair: &Pair) -> Self {
        Self {
            item: Some(Key::Index(pair.item)),
            feature: Some(Key::Index(pair.feature)),
        }
    }
}

/// The pairs in `experiment`. Indices are not checked here. Names are looked through once for all
/// pairs: a million features and a thousand pairs are a thousand million names otherwise.
pub(crate) fn pairs(watches: &[WatchTable], experiment: &Experiment) -> Result<Vec<Pair>, Refusal> {
    // Too many are refused with the experiment, by their number alone.
    if watches.len() > MAX_WATCHED {
        let pair = Pair {
            item: 0,
            feature: 0,
        };
        return Ok(vec![pair; watches.len()]);
    }
    let items = watches.iter().map(|watch| watch.item.as_ref());
    let items = indices("item", items, 0, |names| experiment.items_named(names))?;
    let last = experiment.n_outputs().saturating_sub(1);
    let features = watches.iter().map(|watch| watch.feature.as_ref());
    let features = indices("feature", features, last, |names| {
        experiment.features_named(names)
    })?;
    let pairs = items.into_iter().zip(features);
    Ok(pairs
        .map(|(item, feature)| Pair { item, feature })
        .collect())
}

/// The index that each key of one field means, `left_out` where there is none; `named` finds names.
fn indices<'a>(
    field: &str,
    keys: impl Iterator<Item = Option<&'a Key>> + Clone,
    left_out: usize,
    named: impl FnOnce(&[&str]) -> Result<Vec<usize>, (usize, PairError)>,
) -> Result<Vec<usize>, Refusal> {
    let name = |(entry, key): (usize, Option<&'a Key>)| match key {
        Some(Key::Name(name)) => Some((entry, name.as_str())),
        _ => None,
    };
    let (entries, names): (Vec<usize>, Vec<&str>) =
        keys.clone().enumerate().filter_map(name).unzip();
    let found = named(&names).map_err(|(number, error)| {
        let path = format!("watch.{}.{field}", entries[number]);
        (path, Wrong::Pair(error))
    })?;
    let mut found = found.into_iter();
    let index = |key: Option<&Key>| match key {
        None => left_out,
        Some(Key::Index(index)) => *index,
        Some(Key::Name(_)) => found.next().unwrap_or(left_out),
    };
    Ok(keys.map(index).collect())
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Index(index) => index.serialize(serializer),
            Self::Name(name) => serializer.serialize_str(name),
        }
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IndexOrName;

        impl Visitor<'_> for IndexOrName {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number from 0 on, or a name in quotes")
            }

            fn visit_i64<E: Error>(self, index: i64) -> Result<Key, E> {
                let index = usize::try_from(index);
                index
                    .map(Key::Index)
                    .map_err(|_| E::custom("an index is counted from 0; expected a whole number from 0 on, or a name in quotes"))
            }

            fn visit_u64<E: Error>(self, index: u64) -> Result<Key, E> {
                Ok(Key::Index(usize::try_from(index).unwrap_or(usize::MAX)))
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
                Ok(Key::Name(name.to_owned()))
            }
        }

        deserializer.deserialize_any(IndexOrName)
    }
}
