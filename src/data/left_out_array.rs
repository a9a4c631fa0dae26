//! An array of a file of several that is no part of the table.

use std::fmt;

use serde::Serialize;

use super::array_shape::ArrayShape;

/// An array that was not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOutArray {
    /// The array's name, shortened.
    pub name: String,
    /// The array's shape; `None` if its header cannot be read.
    pub shape: Option<Vec<u64>>,
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
