//! Why a data file inside an experiment file cannot be used.

use thiserror::Error;

/// Why a data file inside an experiment file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeptFileError {
    /// There is no file of the name that `own.file` gives.
    #[error("no [[file]] has the name \"{name}\"{}", meant(like.as_deref()))]
    Unknown {
        /// The name.
        name: String,
        /// The name that may be meant.
        like: Option<String>,
    },
    /// Two files have the same name.
    #[error("two files have this name")]
    SameName,
    /// There are both of `text` and `gzip`, or neither.
    #[error("there must be either `text` or `gzip`, and not both")]
    Content,
    /// The packed bytes are not written in base64.
    #[error("this is not base64")]
    NotBase64,
    /// The packed bytes cannot be unpacked.
    #[error("it is damaged, or not packed with gzip")]
    Damaged,
    /// All files together, unpacked, are larger than they may be.
    #[error(
        "with this one, the files unpack to more than the {max_megabytes} MB that all may have"
    )]
    TooLarge {
        /// The most megabytes that all may have together.
        max_megabytes: usize,
    },
}

fn meant(like: Option<&str>) -> String {
    like.map_or_else(String::new, |like| format!("; did you mean \"{like}\"?"))
}
