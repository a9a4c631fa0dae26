//! An .npz archive: opened, which arrays it has and how much of them may be read; or packed.
//!
//! `npyz` and its `zip` do the work; here is what they must be kept from. What the arrays mean is
//! for [`super::npz`].

use std::io::{BufReader, BufWriter, Cursor, Read};

use npyz::npz::{NpzArchive, NpzWriter, file_name_from_array_name};
use npyz::zip::read::ZipFile;
use npyz::zip::write::FileOptions;
use npyz::zip::{CompressionMethod, DateTime};
use npyz::{DType, WriteOptions, WriterBuilder as _};

use super::npy::Array;
use super::read_error::ReadError;

/// The most numbers and characters of names that are read from one file: 2 GB of float64.
const MAX_VALUES: u64 = 250_000_000;

/// An opened file.
pub(super) struct Archive<'a>(NpzArchive<Cursor<&'a [u8]>>);

impl<'a> Archive<'a> {
    /// Reads the directory.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if has_64_bit_directory(bytes) {
            return Err(ReadError::NotNpz);
        }
        let archive = NpzArchive::new(Cursor::new(bytes));
        archive.map(Self).map_err(|_| ReadError::NotNpz)
    }

    /// The names of its arrays, in no order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.array_names()
    }

    /// Whether there is an array of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names().any(|found| found == name)
    }

    /// Reads the header of an array that must be there.
    pub(super) fn array(&mut self, name: &str) -> Result<Array<BufReader<ZipFile<'_>>>, ReadError> {
        let array = name.to_owned();
        if !self.has(name) {
            return Err(ReadError::MissingArray { array });
        }
        let file_name = file_name_from_array_name(name);
        let zip = self.0.zip_archive();
        let index = (0..zip.len()).rev().find(|&index| {
            let file = zip.by_index_raw(index);
            file.is_ok_and(|file| file.name() == file_name && can_be_unpacked(&file))
        });
        match index.map(|index| zip.by_index(index)) {
            Some(Ok(file)) => Array::open(name, BufReader::new(file)),
            _ => Err(ReadError::Damaged { array }),
        }
    }
}

/// What has been read of a file so far.
#[derive(Default)]
pub(super) struct Budget {
    spent: u64,
}

impl Budget {
    /// Makes room for an array.
    pub(super) fn spend<R: Read>(&mut self, array: &Array<R>) -> Result<(), ReadError> {
        let spent = array.size().and_then(|size| self.spent.checked_add(size));
        match spent.filter(|&spent| spent <= MAX_VALUES) {
            Some(spent) => {
                self.spent = spent;
                Ok(())
            }
            None => Err(ReadError::TooManyNumbers {
                array: array.name().to_owned(),
                shape: array.shape().to_vec(),
            }),
        }
    }
}

/// An archive in the making, in memory. The same arrays always give the same bytes.
pub(super) struct Packer(NpzWriter<Cursor<Vec<u8>>>);

const IN_MEMORY: &str = "memory takes any array";

impl Packer {
    /// Adds a matrix whose values are in C order.
    pub(super) fn matrix(&mut self, name: &str, shape: (usize, usize), values: &[f64]) {
        let zip = self.0.zip_writer();
        let file_name = file_name_from_array_name(name);
        zip.start_file(file_name, packing()).expect(IN_MEMORY);
        // Buffered, as packing eight bytes at a time takes longer than packing them.
        let array = WriteOptions::new().writer(BufWriter::new(zip));
        let array = array.shape(&[shape.0 as u64, shape.1 as u64]);
        let mut array = array.default_dtype().begin_nd().expect(IN_MEMORY);
        array.extend(values).expect(IN_MEMORY);
        array.finish().expect(IN_MEMORY);
    }

    /// Adds a list of names.
    pub(super) fn names(&mut self, name: &str, names: &[String]) {
        let longest = names.iter().map(|name| name.chars().count()).max();
        let dtype = format!("<U{}", longest.unwrap_or(0).max(1));
        let dtype = DType::new_scalar(dtype.parse().expect("a type for text"));
        let array = self.0.array::<str>(name, packing()).expect(IN_MEMORY);
        let array = array.dtype(dtype).shape(&[names.len() as u64]);
        let mut array = array.begin_nd().expect(IN_MEMORY);
        for name in names {
            array.push(name.as_str()).expect(IN_MEMORY);
        }
        array.finish().expect(IN_MEMORY);
    }

    /// The archive's bytes.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let end = self.0.zip_writer().finish();
        end.expect(IN_MEMORY).into_inner()
    }
}

impl Default for Packer {
    fn default() -> Self {
        Self(NpzWriter::new(Cursor::new(Vec::new())))
    }
}

/// How a file is packed: without the time of day.
fn packing() -> FileOptions {
    FileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
}

/// Whether there may be a directory for more than 65,535 files or 2 GB at the archive's end. No
/// file within our limits needs one, and the `zip` crate would make room for as many files as it
/// claims to have.
fn has_64_bit_directory(bytes: &[u8]) -> bool {
    const LOCATOR: &[u8] = b"PK\x06\x07";
    // The locator, the end of the directory behind it, and the longest comment.
    const LONGEST_END: usize = 20 + 22 + 0xffff;
    let end = &bytes[bytes.len().saturating_sub(LONGEST_END)..];
    end.windows(LOCATOR.len()).any(|window| window == LOCATOR)
}

/// Whether the `zip` crate gets along with a file: it panics where a file is said to be AES
/// encrypted without being so. numpy writes neither that nor methods other than these two.
fn can_be_unpacked(file: &ZipFile) -> bool {
    const AES: &[u8] = &[0x01, 0x99, 7, 0];
    let is_aes = file.extra_data().windows(AES.len()).any(|w| w == AES);
    let methods = [CompressionMethod::Stored, CompressionMethod::Deflated];
    methods.contains(&file.compression()) && !is_aes
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use npyz::zip::write::ZipWriter;

    use super::*;

    impl Packer {
        /// Adds any file.
        pub(in crate::data) fn file(&mut self, name: &str, bytes: &[u8]) {
            let zip = self.0.zip_writer();
            zip.start_file(name, packing()).expect(IN_MEMORY);
            zip.write_all(bytes).expect(IN_MEMORY);
        }
    }

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

    #[test]
    fn what_the_zip_crate_cannot_bear_is_kept_from_it() {
        // A field of extra data that nobody knows, then renamed to AES.
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let file = zip.start_file_with_extra_data("features.npy", packing());
        file.expect("a file");
        let extra = b"\x99\x99\x07\x00\x02\x00AE\x03\x08\x00";
        zip.write_all(extra).expect("memory");
        zip.end_extra_data().expect("a field");
        let mut bytes = zip.finish().expect("memory").into_inner();
        for at in 0..bytes.len() - extra.len() {
            if bytes[at..].starts_with(extra) {
                bytes[at] = 1;
            }
        }
        let array = "features".to_owned();
        assert_eq!(numbers(&bytes), Err(ReadError::Damaged { array }));

        let mut many = FLOAT64.to_vec();
        let end = many.len() - 22;
        many.splice(end..end, *b"PK\x06\x07\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0");
        assert_eq!(numbers(&many), Err(ReadError::NotNpz));
    }
}
