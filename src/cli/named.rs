//! Features and watched pairs as they are written on the command line.

use std::str::FromStr;

use super::failure::Failure;
use crate::data::UserFeature;
use crate::experiment::{Experiment, Pair};

/// `NAME=+1,-1,…`: a user feature with a value for each item.
#[derive(Clone, Debug)]
pub(super) struct FeatureArgument(pub(super) UserFeature);

impl FromStr for FeatureArgument {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, values) = text
            .rsplit_once('=')
            .filter(|(name, _)| !name.trim().is_empty())
            .ok_or("it must be NAME=VALUE,VALUE,… with a value for each item")?;
        let value = |cell: &str| {
            let cell = cell.trim();
            cell.parse::<f64>()
                .map_err(|_| format!("\"{cell}\" is not a number"))
        };
        Ok(Self(UserFeature {
            name: name.trim().to_owned(),
            values: values.split(',').map(value).collect::<Result<_, _>>()?,
        }))
    }
}

/// The pair that `ITEM:FEATURE` means: names, or indices from 0 and, as in Python, from the end.
pub(super) fn pair(text: &str, experiment: &Experiment) -> Result<Pair, Failure> {
    let mut why = "it must be ITEM:FEATURE".to_owned();
    // A name may hold a colon itself.
    for (colon, _) in text.match_indices(':') {
        let (item, feature) = (&text[..colon], &text[colon + 1..]);
        match experiment.pair_named(item, feature) {
            Ok(pair) => return Ok(pair),
            Err(error) => why = error.to_string(),
        }
    }
    Err(Failure::Usage(format!("--watch {text}: {why}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;

    #[test]
    fn pairs_are_named_or_counted_as_in_python() {
        let shark = presets::shark();
        for (text, item, feature) in [
            ("0:-1", 0, 10_000),
            ("Shark:has_bones", 0, 10_000),
            ("Oak:0", 7, 0),
            ("-1:-2", 7, 9_999),
            ("-8:-10001", 0, 0),
        ] {
            assert_eq!(
                pair(text, &shark).unwrap(),
                Pair { item, feature },
                "{text}"
            );
        }
        for text in [
            "", "0", "8:0", "-9:0", "0:10001", "0:-10002", "Cat:0", "0:teeth", "0.5:0",
        ] {
            assert!(pair(text, &shark).is_err(), "{text}");
        }
    }

    #[test]
    fn a_name_may_hold_a_colon() {
        let mut shark = presets::shark();
        shark.items[2] = "a:b".to_owned();
        assert_eq!(pair("a:b:has_bones", &shark).unwrap().item, 2);
    }

    #[test]
    fn features_have_a_name_and_numbers() {
        let feature: FeatureArgument = "has_bones=+1,-1, 0.5".parse().unwrap();
        assert_eq!(feature.0.name, "has_bones");
        assert_eq!(feature.0.values, [1.0, -1.0, 0.5]);
        for bad in ["has_bones", "=1,2", "has_bones=", "has_bones=1,,2", "x=yes"] {
            assert!(bad.parse::<FeatureArgument>().is_err(), "{bad}");
        }
    }
}
