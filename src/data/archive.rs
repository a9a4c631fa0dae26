//! An opened .npz archive: which arrays it has, and how much of them may be read.
//!
//! `npyz` and `zip` do the work; here is what they must be kept from. What the arrays mean is for
//! [`super::npz`].

use std::io::{BufReader, Cursor, Read};

use npyz::npz::{array_name_from_file_name, file_name_from_array_name};
use zip::CompressionMethod;
use zip::read::{ZipArchive, ZipFile};

use super::npy::Array;
use super::packing_error::PackingError;
use super::read_error::ReadError;

/// The most numbers and characters of names that are read from one file: 2 GB of float64.
const MAX_VALUES: u64 = 250_000_000;

/// The count of numbers that may be read of any archive, however small it is: 128 MB of float64.
const ALWAYS_VALUES: u64 = 16_000_000;

/// Beyond [`ALWAYS_VALUES`], the most numbers for each byte of an archive. Tables that are nearly
/// empty pack to a hundredth; what packs to less is made to fill memory.
const MAX_VALUES_PER_BYTE: u64 = 200;

/// The most files of an archive: several times what anyone names by hand.
const MAX_FILES: usize = 1000;

/// An opened file.
pub(crate) struct Archive<'a>(ZipArchive<Cursor<&'a [u8]>>);

/// An array's bytes, unpacked as they are read.
type Unpacked<'a, 'b> = BufReader<ZipFile<'a, Cursor<&'b [u8]>>>;

impl<'a> Archive<'a> {
    /// Reads the directory. Every file of it has bytes of its own and a name of its own, so that
    /// reading all of them takes no longer than the archive is long.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if has_64_bit_directory(bytes) {
            return Err(ReadError::NotNpz);
        }
        let archive = ZipArchive::new(Cursor::new(bytes));
        let mut archive = archive.map_err(|_| ReadError::NotNpz)?;
        let (found, max) = (archive.len(), MAX_FILES);
        if found > max {
            return Err(PackingError::TooManyFiles { found, max }.into());
        }
        match archive.has_overlapping_entries() {
            Ok(false) if !archive.has_duplicate_names() => Ok(Self(archive)),
            Ok(_) => Err(PackingError::Tangled.into()),
            Err(_) => Err(ReadError::NotNpz),
        }
    }

    /// The names of its arrays, in no order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let file_names = self.0.file_names_raw();
        file_names.filter_map(|name| array_name_from_file_name(str::from_utf8(name).ok()?))
    }

    /// The names of all its files, in order.
    pub(crate) fn file_names(&self) -> impl Iterator<Item = String> {
        let names = self.0.file_names_raw();
        names.map(|name| String::from_utf8_lossy(name).into_owned())
    }

    /// A file of it, unpacked as it is read.
    pub(crate) fn file(&mut self, name: &str) -> Result<Unpacked<'_, 'a>, ReadError> {
        let damaged = || ReadError::from(PackingError::Damaged { packing: "zip" });
        let index = self.0.index_for_name_raw(name.as_bytes());
        let index = index.ok_or_else(damaged)?;
        let raw = self.0.by_index_raw(index).map_err(|_| damaged())?;
        check_packing(&raw)?;
        drop(raw);
        let file = self.0.by_index(index).map_err(|_| damaged())?;
        Ok(BufReader::new(file))
    }

    /// Whether there is an array of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.index_of(name).is_some()
    }

    /// Reads the header of an array that must be there.
    pub(crate) fn array(&mut self, name: &str) -> Result<Array<Unpacked<'_, 'a>>, ReadError> {
        let array = name.to_owned();
        let Some(index) = self.index_of(name) else {
            return Err(ReadError::MissingArray { array });
        };
        match self.0.by_index_raw(index) {
            Ok(file) => check_packing(&file)?,
            Err(_) => return Err(ReadError::Damaged { array }),
        }
        match self.0.by_index(index) {
            Ok(file) => Array::open(name, BufReader::new(file)),
            Err(_) => Err(ReadError::Damaged { array }),
        }
    }

    fn index_of(&self, name: &str) -> Option<usize> {
        let file_name = file_name_from_array_name(name);
        self.0.index_for_name_raw(file_name.as_bytes())
    }
}

/// How many numbers have been read of a file so far; there is a limit.
pub(crate) struct Budget {
    spent: u64,
    limit: u64,
}

impl Budget {
    /// For an archive of these bytes.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let per_byte = (bytes.len() as u64).saturating_mul(MAX_VALUES_PER_BYTE);
        Self {
            spent: 0,
            limit: per_byte.clamp(ALWAYS_VALUES, MAX_VALUES),
        }
    }

    /// The same, but no more than so many numbers.
    pub(crate) fn at_most(self, limit: u64) -> Self {
        Self {
            limit: self.limit.min(limit),
            ..self
        }
    }

    /// Makes room for an array.
    pub(crate) fn spend<R: Read>(&mut self, array: &Array<R>) -> Result<(), ReadError> {
        self.spend_on(array.name(), array.shape(), array.size())
    }

    /// Makes room for so many numbers or characters, none being more than can be counted.
    pub(crate) fn spend_on(
        &mut self,
        array: &str,
        shape: &[u64],
        size: Option<u64>,
    ) -> Result<(), ReadError> {
        let spent = size.and_then(|size| self.spent.checked_add(size));
        match spent.filter(|&spent| spent <= self.limit) {
            Some(spent) => {
                self.spent = spent;
                Ok(())
            }
            None => Err(ReadError::TooManyNumbers {
                array: array.to_owned(),
                shape: shape.to_vec(),
            }),
        }
    }
}

/// Whether there may be a directory for more than 65,535 files or 2 GB at the archive's end. No
/// file within our limits needs one, so that how many files it claims to have need not be trusted.
fn has_64_bit_directory(bytes: &[u8]) -> bool {
    const LOCATOR: &[u8] = b"PK\x06\x07";
    // The locator, the end of the directory behind it, and the longest comment take half of this;
    // the `zip` crate looks a little further.
    const LONGEST_END: usize = 2 * 0xffff;
    let end = &bytes[bytes.len().saturating_sub(LONGEST_END)..];
    end.windows(LOCATOR.len()).any(|window| window == LOCATOR)
}

/// Checks that a file is packed as numpy packs: by one of these two methods and not encrypted, nor
/// said to be by AES, which the `zip` crate, knowing no AES here, passes over.
fn check_packing<R: Read>(file: &ZipFile<R>) -> Result<(), PackingError> {
    const AES: &[u8] = &[0x01, 0x99, 7, 0];
    let extra = file.extra_data().unwrap_or_default();
    let is_aes = extra.windows(AES.len()).any(|window| window == AES);
    if file.encrypted() || is_aes {
        return Err(PackingError::Encrypted);
    }
    match file.compression() {
        CompressionMethod::Stored | CompressionMethod::Deflated => Ok(()),
        other => Err(PackingError::Method {
            method: other.to_string(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::write::ZipWriter;

    use super::super::npy;
    use super::super::packer::{Packer, packing};
    use super::*;

    const FLOAT64: &[u8] = include_bytes!("../../tests/data/float64.npz");

    fn numbers(bytes: &[u8]) -> Result<Vec<f64>, ReadError> {
        let matrix = Archive::open(bytes)?.array("features")?.matrix()?;
        Ok(matrix.upright().as_slice().to_vec())
    }

    #[test]
    fn a_flipped_bit_is_seen_or_makes_no_difference() {
        let good = numbers(FLOAT64).expect("numpy made it");
        for at in 0..FLOAT64.len() * 8 {
            let mut bytes = FLOAT64.to_vec();
            bytes[at / 8] ^= 1 << (at % 8);
            if let Ok(read) = numbers(&bytes) {
                assert_eq!(read, good, "bit {at}");
            }
        }
    }

    #[test]
    fn a_file_that_is_cut_short_is_refused() {
        for length in 0..FLOAT64.len() {
            assert_eq!(numbers(&FLOAT64[..length]), Err(ReadError::NotNpz));
        }
    }

    /// An archive whose directory lists one file under each of these names.
    fn listed(names: &[String]) -> Vec<u8> {
        let mut packer = Packer::quick(Cursor::new(Vec::new()));
        packer.numbers("x", &[1], [1.0]).expect("memory");
        let single = packer.finish().expect("memory").into_inner();
        let directory = single.windows(4).rposition(|w| w == b"PK\x01\x02");
        let directory = directory.expect("a directory");
        let (mut bytes, listed) = (single[..directory].to_vec(), &single[directory..]);
        for name in names {
            bytes.extend(&listed[..28]);
            bytes.extend((name.len() as u16).to_le_bytes());
            bytes.extend(&listed[30..46]);
            bytes.extend(name.as_bytes());
        }
        let size = (bytes.len() - directory) as u32;
        let n = (names.len() as u16).to_le_bytes();
        bytes.extend(b"PK\x05\x06\0\0\0\0");
        bytes.extend([n, n].concat());
        bytes.extend(size.to_le_bytes());
        bytes.extend((directory as u32).to_le_bytes());
        bytes.extend([0, 0]);
        bytes
    }

    #[test]
    fn files_that_share_their_bytes_or_names_are_refused() {
        let names = |n: usize| (0..n).map(|i| format!("W{i}.npy")).collect::<Vec<_>>();
        assert!(Archive::open(&listed(&names(1))).is_ok());
        let refused = |names: &[String]| Archive::open(&listed(names)).err();
        assert_eq!(refused(&names(2)), Some(PackingError::Tangled.into()));
        assert_eq!(
            refused(&names(MAX_FILES)),
            Some(PackingError::Tangled.into())
        );
        let twice = ["x.npy".to_owned(), "x.npy".to_owned()];
        assert_eq!(refused(&twice), Some(PackingError::Tangled.into()));
        let (found, max) = (65_000, MAX_FILES);
        let error = PackingError::TooManyFiles { found, max };
        assert_eq!(refused(&names(found)), Some(error.into()));
    }

    #[test]
    fn a_small_archive_has_a_small_budget() {
        let limit = |n_bytes: usize| Budget::of(&vec![0; n_bytes]).limit;
        assert_eq!(limit(0), ALWAYS_VALUES);
        assert_eq!(limit(1_000_000), 200_000_000);
        assert_eq!(limit(2_000_000), MAX_VALUES);
        assert_eq!(Budget::of(&[]).at_most(10).limit, 10);
        let mut budget = Budget::of(&[]).at_most(10);
        assert_eq!(budget.spend_on("x", &[6], Some(6)), Ok(()));
        assert!(budget.spend_on("y", &[6], Some(6)).is_err());
        assert!(budget.spend_on("z", &[u64::MAX, 2], None).is_err());
    }

    #[test]
    fn archives_that_numpy_never_writes_are_refused() {
        let encrypted = || Err(PackingError::Encrypted.into());
        // A field of extra data that nobody knows, then renamed to AES.
        let extra = b"\x99\x99\x07\x00\x02\x00AE\x03\x08\x00";
        let mut options = packing(CompressionMethod::Deflated).into_full_options();
        let added = options.add_extra_field(0x9999, &extra[4..], false);
        added.expect("a field");
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("features.npy", options).expect("a file");
        let file = npy::tests::file(
            "{'descr': '|i1', 'fortran_order': False, 'shape': (1, 1), }",
            &[7],
        );
        zip.write_all(&file).expect("memory");
        let mut bytes = zip.finish().expect("memory").into_inner();
        assert_eq!(numbers(&bytes), Ok(vec![7.0]));
        for at in 0..bytes.len() - extra.len() {
            if bytes[at..].starts_with(extra) {
                bytes[at] = 1;
            }
        }
        assert_eq!(numbers(&bytes), encrypted());

        // The flag of encryption, in the directory.
        let mut bytes = FLOAT64.to_vec();
        let entry = bytes.windows(4).rposition(|window| window == b"PK\x01\x02");
        bytes[entry.expect("a directory") + 8] |= 1;
        assert_eq!(numbers(&bytes), encrypted());

        let mut many = FLOAT64.to_vec();
        let end = many.len() - 22;
        many.splice(end..end, *b"PK\x06\x07\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0");
        assert_eq!(numbers(&many), Err(ReadError::NotNpz));
    }
}
