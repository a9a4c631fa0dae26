//! Watched pairs, by index or by name.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::error::{Refusal, Wrong};
use crate::experiment::{Experiment, Pair};

/// A watched pair; without an item it is the first, without a feature the last.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Watch {
    item: Option<Key>,
    feature: Option<Key>,
}

/// An index from 0, or a name.
#[derive(Debug)]
enum Key {
    Index(usize),
    Name(String),
}

impl Watch {
    pub(crate) fn of(pair: &Pair) -> Self {
        Self {
            item: Some(Key::Index(pair.item)),
            feature: Some(Key::Index(pair.feature)),
        }
    }

    /// The pair in `experiment`. An index is not checked here.
    pub(crate) fn pair(&self, experiment: &Experiment) -> Result<Pair, Refusal> {
        let refused = |field: &str, error| (field.to_owned(), Wrong::Pair(error));
        let item = match &self.item {
            None => 0,
            Some(Key::Index(item)) => *item,
            Some(Key::Name(name)) => {
                let item = experiment.item_named(name);
                item.map_err(|error| refused("item", error))?
            }
        };
        let feature = match &self.feature {
            None => experiment.n_outputs().saturating_sub(1),
            Some(Key::Index(feature)) => *feature,
            Some(Key::Name(name)) => {
                let feature = experiment.feature_named(name);
                feature.map_err(|error| refused("feature", error))?
            }
        };
        Ok(Pair { item, feature })
    }
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
