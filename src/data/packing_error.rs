//! Why a file cannot be taken out of its packing, gzip or a zip archive.

use thiserror::Error;

/// Why a file cannot be taken out of its packing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PackingError {
    /// A packed file cannot be unpacked to its end.
    #[error("the {packing} file is damaged or cut short")]
    Damaged {
        /// The packing, `gzip` or `zip`.
        packing: &'static str,
    },
    /// An archive has a password.
    #[error("the archive has a password; unpack it with that password, and give what is in it")]
    Encrypted,
    /// A file of an archive is packed by a method that is not read here.
    #[error(
        "a file of the archive is packed by the method {method}, which is not read here; pack it \
         again as .zip in the usual way (deflate), or with np.savez_compressed"
    )]
    Method {
        /// The method's name.
        method: String,
    },
    /// A packed file unpacks to more than is ever read, or than its size allows.
    #[error(
        "the {packing} file unpacks to more than {max_megabytes} MB, the limit for a file of its \
         size; unpack it first if it is meant"
    )]
    UnpacksToMore {
        /// The packing, `gzip` or `zip`.
        packing: &'static str,
        /// The number of megabytes that are allowed.
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
