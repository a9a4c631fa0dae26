//! An array of a file of several that is no part of the table.

use std::cmp::Reverse;
use std::fmt;

use serde::Serialize;

use super::archive::Archive;
use super::place::excerpt;
use super::read_error::ArrayShape;

/// An array that was not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOutArray {
    /// The array's name, shortened.
    pub name: String,
    /// The array's shape; `None` if its header cannot be read.
    pub shape: Option<Vec<u64>>,
}

impl LeftOutArray {
    /// The arrays of an archive under these names: those of most dimensions first, which are
    /// likeliest to be missed.
    pub(super) fn all(archive: &mut Archive<'_>, names: &[String]) -> Vec<Self> {
        let mut all: Vec<Self> = names
            .iter()
            .map(|name| {
                let array = archive.array(name).ok();
                Self {
                    name: excerpt(name),
                    shape: array.map(|array| array.shape().to_vec()),
                }
            })
            .collect();
        let n_dimensions = |array: &Self| array.shape.as_ref().map_or(0, Vec::len);
        all.sort_by_cached_key(|array| (Reverse(n_dimensions(array)), array.name.clone()));
        all
    }
}

impl fmt::Display for LeftOutArray {
    /// The name and the shape, as numpy writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        match &self.shape {
            Some(shape) => write!(f, " {}", ArrayShape(shape)),
            None => Ok(()),
        }
    }
}
