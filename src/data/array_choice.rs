//! Which array of an archive is the table, and which are its names.

use super::archive::{Archive, Budget};
use super::array_shape::ArrayShape;
use super::place::excerpt;
use super::read_error::ReadError;

/// The table's usual name.
pub(super) const FEATURES: &str = "features";
/// The usual name of the items' names.
pub(super) const ITEMS: &str = "items";
/// The usual name of the features' names.
pub(super) const FEATURE_NAMES: &str = "feature_names";

/// The name of the text that says how 0 and 1 are meant.
pub(super) const ZERO_ONE: &str = "zero_one";
/// The text under `ZERO_ONE` that means: as the numbers 0 and 1.
pub(super) const AS_IS: &str = "as-is";

/// Other names of the items' names.
const ITEM_WORDS: [&str; 5] = ["item_names", "names", "row_names", "rows", "index"];

/// Other names of the features' names; `features` itself, if it is a list of text.
const FEATURE_WORDS: [&str; 5] = ["features", "column_names", "col_names", "columns", "cols"];

/// How many arrays a message lists.
pub(super) const MAX_LISTED: usize = 20;

/// The name of the matrix that is meant: `features` or the only one there is.
///
/// # Errors
/// If there is none or more than one; they are listed with their shapes.
pub(super) fn matrix_name(archive: &mut Archive) -> Result<String, ReadError> {
    if let Ok(array) = archive.array(FEATURES)
        && !array.is_text()
    {
        return Ok(FEATURES.to_owned());
    }
    let mut names: Vec<String> = archive.names().map(str::to_owned).collect();
    names.sort();
    let (mut matrices, mut listed) = (Vec::new(), Vec::new());
    for name in names {
        let array = match archive.array(&name) {
            Err(ReadError::Packing(error)) => return Err(error.into()),
            Err(_) => continue,
            Ok(array) => array,
        };
        let label = format!("{} {}", excerpt(&name), ArrayShape(array.shape()));
        let is_matrix = array.shape().len() == 2 && !array.is_text() && !is_layer(&name);
        if is_matrix {
            matrices.push((name, label));
        } else {
            listed.push(label);
        }
    }
    let list = |labels: &[String]| labels[..labels.len().min(MAX_LISTED)].join(", ");
    match &matrices[..] {
        [(single, _)] => Ok(single.clone()),
        [] => Err(ReadError::NoMatrix {
            arrays: list(&listed),
        }),
        several => {
            let labels: Vec<String> = several.iter().map(|(_, label)| label.clone()).collect();
            let arrays = list(&labels);
            let names = several.iter().map(|(name, _)| name.clone()).collect();
            Err(ReadError::SeveralMatrices { arrays, names })
        }
    }
}

/// The arrays that hold the items' and the features' names: by their usual names, by other words
/// for them, or as the only text of the right length with no name twice.
///
/// # Errors
/// If there is more text than can be read.
pub(super) fn name_arrays(
    archive: &mut Archive,
    n_items: usize,
    n_features: usize,
    budget: &mut Budget,
) -> Result<(Option<String>, Option<String>), ReadError> {
    let mut lists = Vec::new();
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    for name in names {
        let Ok(array) = archive.array(&name) else {
            continue;
        };
        if let [n] = *array.shape()
            && array.is_text()
            && name != ZERO_ONE
        {
            lists.push((name, n));
        }
    }
    let known = |usual: &str, words: &[&str], n: usize| {
        if archive.has(usual) {
            return Some(usual.to_owned());
        }
        let fits = |word: &&&str| {
            lists
                .iter()
                .any(|(name, m)| name == **word && *m == n as u64)
        };
        words.iter().find(fits).map(|word| (*word).to_owned())
    };
    let mut items = known(ITEMS, &ITEM_WORDS, n_items);
    let mut features = known(FEATURE_NAMES, &FEATURE_WORDS, n_features);
    if n_items != n_features {
        for (found, n) in [(&mut items, n_items), (&mut features, n_features)] {
            let fitting = lists.iter().filter(|(_, m)| *m == n as u64);
            if let ([(single, _)], None) = (&fitting.collect::<Vec<_>>()[..], &found)
                && has_distinct_names(archive, single, budget)?
            {
                *found = Some(single.clone());
            }
        }
    }
    Ok((items, features))
}

fn has_distinct_names(
    archive: &mut Archive,
    name: &str,
    budget: &mut Budget,
) -> Result<bool, ReadError> {
    let array = archive.array(name)?;
    budget.spend(&array)?;
    let names = array.texts()?;
    let distinct: std::collections::HashSet<&String> = names.iter().collect();
    Ok(distinct.len() == names.len())
}

/// Whether it is called as a layer of weights, `W1` and so on.
fn is_layer(name: &str) -> bool {
    let digits = name.strip_prefix('W').unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
