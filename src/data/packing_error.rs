//! Why a file cannot be taken out of its packing, gzip or a zip archive.

use thiserror::Error;

/// Why a file cannot be taken out of its packing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PackingError {
    /// A packed file cannot be unpacked to its end.
    #[error("the {packing} file is damaged, encrypted or cut short")]
    Damaged {
        /// How it is packed.
        packing: &'static str,
    },
    /// A packed file unpacks to more than is ever read, or than its size allows.
    #[error(
        "the {packing} file unpacks to more than {max_megabytes} MB, the limit for a file of its \
         size; unpack it first if it is meant"
    )]
    UnpacksToMore {
        /// How it is packed.
        packing: &'static str,
        /// How many megabytes are allowed.
        max_megabytes: u64,
    },
    /// A zip archive without arrays holds no file, or more than one.
    #[error(
        "the zip archive must hold one table, and holds: {names}; unpack the one that is meant"
    )]
    SeveralFiles {
        /// The first of their names.
        names: String,
    },
    /// An archive of more files than are ever read.
    #[error("the archive holds {found} files and may hold at most {max}")]
    TooManyFiles {
        /// How many there are.
        found: usize,
        /// How many are allowed.
        max: usize,
    },
    /// Files of an archive share bytes or a name: it is made to unpack to more than it holds.
    #[error("files of the archive overlap or have the same name; save it again with np.savez")]
    Tangled,
}
