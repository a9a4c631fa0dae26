//! A file looked into for a user who can choose how it is read.

use super::arrange::{Reading, arrange};
use super::choices::Choices;
use super::open::open;
use super::outline::Outline;
use crate::data::ReadError;

/// The outline of a file, and the result of reading it by the choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Examined {
    /// The columns, rows and arrays to choose from; empty if the file cannot be read at all.
    pub outline: Outline,
    /// The data and the report, or the error or doubt.
    pub reading: Result<Reading, ReadError>,
}

/// Looks into the file of that name and reads it by a user's choices.
pub fn examine(name: &str, bytes: &[u8], choices: &Choices) -> Examined {
    let array = choices.array.as_deref();
    let mut examined = match open(name, bytes, choices) {
        Ok(table) => {
            let reading = arrange(&table, choices);
            let doubt = reading.as_ref().err().and_then(ReadError::place);
            Examined {
                outline: Outline::of(&table, choices, doubt),
                reading,
            }
        }
        Err(error) => Examined {
            outline: Outline::default(),
            reading: Err(error),
        },
    };
    let of_several = match &examined.reading {
        Err(error @ ReadError::SeveralMatrices { .. }) => Some(error.clone()),
        _ if array.is_some() => {
            let unchosen = Choices {
                array: None,
                ..choices.clone()
            };
            open(name, bytes, &unchosen).err()
        }
        _ => None,
    };
    if let Some(ReadError::SeveralMatrices { names, .. }) = of_several {
        examined.outline.arrays = names;
    }
    examined
}
