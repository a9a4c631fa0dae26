//! The arrays that make a table, as their file holds them: nothing is decided about them.

use std::cmp::Reverse;

use nalgebra::DMatrix;

use super::archive::{Archive, Budget};
use super::array_choice::{AS_IS, FEATURES, MAX_LISTED, ZERO_ONE, matrix_name, name_arrays};
use super::left_out_array::LeftOutArray;
use super::npy::Array;
use super::own::{MAX_LAYERS, check_layer};
use super::place::excerpt;
use super::read_error::ReadError;

/// A list of names and the array that holds it.
pub(crate) type NameList = (String, Vec<String>);

/// The arrays of a file.
pub(crate) struct Arrays {
    /// The values, columns × rows; true is 1 and false is 0. Not-a-number is a missing value.
    pub(crate) values: DMatrix<f64>,
    /// The array of the values, in a file of several.
    pub(crate) name: Option<String>,
    /// The type of the values, as numpy writes it.
    pub(crate) dtype: String,
    /// The rows' names.
    pub(crate) items: Option<NameList>,
    /// The columns' names.
    pub(crate) feature_names: Option<NameList>,
    /// The first weights W_1 … W_L, none or without a gap.
    pub(crate) weights: Vec<DMatrix<f64>>,
    /// Whether the file says that its 0 and 1 are numbers.
    pub(crate) keeps_zero_one: bool,
    /// All other arrays.
    pub(crate) others: Vec<LeftOutArray>,
}

/// The arrays of an archive, the values from the array of that name, if one is named.
///
/// # Errors
/// The first thing that is wrong, with its array.
pub(crate) fn of_archive(bytes: &[u8], array: Option<&str>) -> Result<Arrays, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let mut archive = Archive::open(bytes)?;
    let name = match array {
        Some(name) if archive.has(name) => name.to_owned(),
        Some(name) => return Err(no_such_array(&archive, name)),
        None => matrix_name(&mut archive)?,
    };
    let values = archive.array(&name)?;
    let (n_items, n_features) = values.matrix_shape()?;
    let mut budget = Budget::of(bytes);
    budget.spend(&values)?;
    let dtype = values.dtype_text().to_owned();
    let values = values.matrix()?.transposed();
    let lists = name_arrays(&mut archive, n_items, n_features, &mut budget)?;
    let mut names = |array: Option<String>, n| -> Result<_, ReadError> {
        let Some(array) = array else {
            return Ok(None);
        };
        let names = read_names(&mut archive, &array, n, &mut budget)?;
        Ok(Some((array, names)))
    };
    let items = names(lists.0, n_items)?;
    let feature_names = names(lists.1, n_features)?;
    // The weights beside `features` are for no other matrix.
    let (mut weights, mut keeps_zero_one) = (Vec::new(), false);
    if name == FEATURES {
        weights = read_weights(&mut archive, n_items, n_features, &mut budget)?;
        keeps_zero_one =
            archive.has(ZERO_ONE) && read_names(&mut archive, ZERO_ONE, 1, &mut budget)? == [AS_IS];
    }
    let mut arrays = Arrays {
        values,
        name: Some(name),
        dtype,
        items,
        feature_names,
        weights,
        keeps_zero_one,
        others: Vec::new(),
    };
    let others = archive.names().filter(|name| !arrays.uses(name));
    let others: Vec<String> = others.map(str::to_owned).collect();
    arrays.others = left_out(&mut archive, &others);
    Ok(arrays)
}

impl Arrays {
    /// Whether the array of that name is a part of the table.
    fn uses(&self, array: &str) -> bool {
        let is_in = |list: &Option<NameList>| list.as_ref().is_some_and(|list| list.0 == array);
        self.name.as_deref() == Some(array)
            || is_in(&self.items)
            || is_in(&self.feature_names)
            || layer_of(array).is_some_and(|layer| layer <= self.weights.len())
            || (self.keeps_zero_one && array == ZERO_ONE)
    }
}

/// The arrays of these names, which are no part of the table: those of most dimensions first, which
/// are likeliest to be missed.
fn left_out(archive: &mut Archive<'_>, names: &[String]) -> Vec<LeftOutArray> {
    let left_out = |name: &String| {
        let array = archive.array(name).ok();
        LeftOutArray {
            name: excerpt(name),
            shape: array.map(|array| array.shape().to_vec()),
        }
    };
    let mut all: Vec<LeftOutArray> = names.iter().map(left_out).collect();
    let n_dimensions = |array: &LeftOutArray| array.shape.as_ref().map_or(0, Vec::len);
    all.sort_by_cached_key(|array| (Reverse(n_dimensions(array)), array.name.clone()));
    all
}

/// A single array, a .npy file.
///
/// # Errors
/// The first thing that is wrong.
pub(crate) fn of_npy(bytes: &[u8]) -> Result<Arrays, ReadError> {
    let values = Array::open_alone(bytes)?;
    values.matrix_shape()?;
    Budget::of(bytes).spend(&values)?;
    Ok(Arrays {
        dtype: values.dtype_text().to_owned(),
        values: values.matrix()?.transposed(),
        name: None,
        items: None,
        feature_names: None,
        weights: Vec::new(),
        keeps_zero_one: false,
        others: Vec::new(),
    })
}

/// Whether values of this type are true or false.
pub(crate) fn is_bool(dtype: &str) -> bool {
    dtype.ends_with("b1")
}

/// The names of that array.
fn read_names(
    archive: &mut Archive,
    name: &str,
    expected: usize,
    budget: &mut Budget,
) -> Result<Vec<String>, ReadError> {
    let array = archive.array(name)?;
    if array.shape() != [expected as u64] {
        return Err(ReadError::NamesDoNotFit {
            array: name.to_owned(),
            shape: array.shape().to_vec(),
            expected,
        });
    }
    budget.spend(&array)?;
    array.texts()
}

/// The layers from `W1` on, none or without a gap.
pub(super) fn read_weights(
    archive: &mut Archive,
    n_items: usize,
    n_features: usize,
    budget: &mut Budget,
) -> Result<Vec<DMatrix<f64>>, ReadError> {
    let mut n_layers = 0;
    while archive.has(&layer_name(n_layers + 1)) {
        n_layers += 1;
    }
    if n_layers > MAX_LAYERS {
        let (found, max) = (n_layers, MAX_LAYERS);
        return Err(ReadError::TooManyLayers { found, max });
    }
    let is_beyond = |name| layer_of(name).is_some_and(|layer| layer > n_layers);
    if archive.names().any(is_beyond) {
        let array = layer_name(n_layers + 1);
        return Err(ReadError::MissingArray { array });
    }
    let mut n_in = n_items;
    let mut layers = Vec::new();
    for layer in 1..=n_layers {
        let array = archive.array(&layer_name(layer))?;
        let shape = array.matrix_shape()?;
        let n_out = (layer == n_layers).then_some(n_features);
        check_layer(layer, shape, n_in, n_out)?;
        budget.spend(&array)?;
        layers.push(array.matrix()?.upright());
        n_in = shape.0;
    }
    Ok(layers)
}

/// The name of a layer's array, the layer being counted from 1.
pub(super) fn layer_name(layer: usize) -> String {
    format!("W{layer}")
}

fn layer_of(name: &str) -> Option<usize> {
    let layer = name.strip_prefix('W')?.parse().ok()?;
    (layer_name(layer) == name).then_some(layer)
}

/// The error that an archive has no array of that name, with the names that it has.
fn no_such_array(archive: &Archive<'_>, name: &str) -> ReadError {
    let mut names: Vec<String> = archive.names().map(str::to_owned).collect();
    names.sort();
    let mut known: Vec<String> = names.iter().map(|name| excerpt(name)).collect();
    if known.len() > MAX_LISTED {
        known.truncate(MAX_LISTED);
        known.push("…".to_owned());
    }
    ReadError::NoSuchArray {
        array: excerpt(name),
        known: known.join(", "),
    }
}
