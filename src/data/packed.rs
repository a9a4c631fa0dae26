//! A file taken out of its packing: gzip, or a zip archive of one table.
//!
//! No more is unpacked than a file of data may have, nor than a small file can honestly hold.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::archive::Archive;
use super::foreign::WORKBOOKS;
use super::packing_error::PackingError;
use super::place::excerpt;
use super::read_error::ReadError;

/// The most bytes that are unpacked.
const MAX_BYTES: u64 = 2 << 30;

/// The number of bytes that may be unpacked of any file, however small it is.
const ALWAYS_BYTES: u64 = 64 << 20;

/// Beyond [`ALWAYS_BYTES`], the most bytes for each that is packed.
const MAX_BYTES_PER_BYTE: u64 = 200;

/// A file's bytes without their packing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpacked<'a> {
    /// The bytes.
    pub bytes: Cow<'a, [u8]>,
    /// The packing, `gzip` or `zip`; `None` if not packed.
    pub packing: Option<&'static str>,
}

/// Takes a file out of its packing. An archive of arrays is left as it is.
///
/// # Errors
/// If the packing is damaged, holds too much, or more than one file that may be meant.
pub fn unpack(bytes: &[u8]) -> Result<Unpacked<'_>, ReadError> {
    if bytes.starts_with(b"\x1f\x8b\x08") {
        let packing = "gzip";
        return Ok(Unpacked {
            bytes: bounded(MultiGzDecoder::new(bytes), bytes.len(), packing)?.into(),
            packing: Some(packing),
        });
    }
    if bytes.starts_with(b"PK\x03\x04")
        && let Some(table) = table_in_zip(bytes)?
    {
        return Ok(Unpacked {
            bytes: table.into(),
            packing: Some("zip"),
        });
    }
    Ok(Unpacked {
        bytes: bytes.into(),
        packing: None,
    })
}

/// The one table of an archive; `None` if the archive holds arrays.
fn table_in_zip(bytes: &[u8]) -> Result<Option<Vec<u8>>, ReadError> {
    let mut archive = Archive::open(bytes)?;
    let names: Vec<String> = archive.file_names().collect();
    if names.is_empty() || archive.names().next().is_some() {
        return Ok(None);
    }
    let is_there = |name: &str| names.iter().any(|found| found == name);
    if let Some((_, kind)) = WORKBOOKS.iter().find(|(name, _)| is_there(name)) {
        return Err(ReadError::Foreign(*kind));
    }
    let is_file = |name: &&String| {
        let is_hidden = name.split('/').any(|part| part.starts_with('.'));
        !name.ends_with('/') && !name.starts_with("__MACOSX/") && !is_hidden
    };
    let files: Vec<&String> = names.iter().filter(is_file).collect();
    let [single] = files[..] else {
        let shown = files.iter().take(10).map(|name| excerpt(name));
        let names = shown.collect::<Vec<_>>().join(", ");
        return Err(PackingError::SeveralFiles { names }.into());
    };
    let file = archive.file(single)?;
    bounded(file, bytes.len(), "zip").map(Some)
}

/// All that is unpacked, unless it is too much.
fn bounded(from: impl Read, n_packed: usize, packing: &'static str) -> Result<Vec<u8>, ReadError> {
    let per_byte = (n_packed as u64).saturating_mul(MAX_BYTES_PER_BYTE);
    let most = per_byte.clamp(ALWAYS_BYTES, MAX_BYTES);
    let mut bytes = Vec::new();
    let read = from.take(most + 1).read_to_end(&mut bytes);
    read.map_err(|_| PackingError::Damaged { packing })?;
    if bytes.len() as u64 > most {
        let max_megabytes = most >> 20;
        return Err(PackingError::UnpacksToMore {
            packing,
            max_megabytes,
        }
        .into());
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use proptest::prelude::*;

    use super::super::packer::Packer;
    use super::*;

    const TABLE: &[u8] = b"item,p\na,1\nb,0\n";

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).expect("memory");
        encoder.finish().expect("memory")
    }

    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut packer = Packer::tight(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            packer.file(name, bytes);
        }
        packer.finish().expect("memory").into_inner()
    }

    #[test]
    fn a_table_is_taken_out_of_gzip_and_zip() {
        for (packed, packing) in [
            (gzip(TABLE), Some("gzip")),
            (
                [gzip(&TABLE[..5]), gzip(&TABLE[5..])].concat(),
                Some("gzip"),
            ),
            (zip(&[("t.csv", TABLE)]), Some("zip")),
            (
                zip(&[("d/", b""), ("d/t.csv", TABLE), ("__MACOSX/d/t.csv", b"x")]),
                Some("zip"),
            ),
            (TABLE.to_vec(), None),
        ] {
            let unpacked = unpack(&packed).expect("a table");
            assert_eq!((&*unpacked.bytes, unpacked.packing), (TABLE, packing));
        }
    }

    #[test]
    fn archives_of_arrays_are_left_as_they_are() {
        let arrays = zip(&[("x.npy", b"anything")]);
        let unpacked = unpack(&arrays).expect("arrays");
        assert_eq!((&*unpacked.bytes, unpacked.packing), (&arrays[..], None));
    }

    #[test]
    fn several_files_and_workbooks_are_named() {
        let words = |files: &[(&str, &[u8])]| {
            let refused = unpack(&zip(files)).expect_err("must be refused");
            refused.to_string()
        };
        let several = words(&[("a.csv", TABLE), ("b\x1b.csv", TABLE)]);
        assert!(several.contains(r"a.csv, b\u{1b}.csv"), "{several}");
        let workbook = words(&[("xl/workbook.xml", b""), ("xl/styles.xml", b"")]);
        assert!(workbook.contains("Excel (.xlsx)"), "{workbook}");
    }

    #[test]
    fn a_cut_gzip_is_damaged_and_a_swollen_one_is_refused() {
        let good = gzip(TABLE);
        for length in 3..good.len() {
            let packing = "gzip";
            let damaged = Err(PackingError::Damaged { packing }.into());
            assert_eq!(unpack(&good[..length]), damaged, "{length}");
        }
        let swollen = gzip(&vec![b'0'; (ALWAYS_BYTES + 1) as usize]);
        assert!(swollen.len() < 100_000);
        let refused = unpack(&swollen).expect_err("64 MB and a byte");
        let (packing, max_megabytes) = ("gzip", 64);
        let expected = PackingError::UnpacksToMore {
            packing,
            max_megabytes,
        };
        assert_eq!(refused, expected.into());
    }

    proptest! {
        #[test]
        fn any_packed_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = unpack(&[b"\x1f\x8b\x08", &bytes[..]].concat());
            let _ = unpack(&[b"PK\x03\x04", &bytes[..]].concat());
        }
    }
}
