//! The shape of an array, as numpy writes it.

use std::fmt;

/// A shape as numpy writes it.
pub(super) struct ArrayShape<'a>(pub(super) &'a [u64]);

impl fmt::Display for ArrayShape<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [only] => write!(f, "({only},)"),
            all => {
                let all: Vec<String> = all.iter().map(u64::to_string).collect();
                write!(f, "({})", all.join(", "))
            }
        }
    }
}
