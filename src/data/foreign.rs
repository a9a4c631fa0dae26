//! Kinds of files that are not read here, known by their first bytes, and how each is converted.
//!
//! Names of kinds are proper names and lines are code, the same in every language.

use serde::de::IgnoredAny;

/// A kind of file that is not read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The kind's name, such as `Parquet`.
    pub kind: &'static str,
    /// The language of the next line: `Python` or `R`.
    pub language: &'static str,
    /// The line that makes a .csv or .npy file of such a file; empty where only the program that
    /// wrote the file can.
    pub line: &'static str,
}

const fn python(kind: &'static str, line: &'static str) -> Foreign {
    let language = "Python";
    Foreign {
        kind,
        language,
        line,
    }
}

const fn r(kind: &'static str, line: &'static str) -> Foreign {
    let language = "R";
    Foreign {
        kind,
        language,
        line,
    }
}

const HDF5: Foreign = python(
    "HDF5",
    r#"import h5py, numpy as np; np.save("X.npy", h5py.File("FILE.h5")["X"][()])"#,
);
const MATLAB_7_3: Foreign = python(
    "MATLAB 7.3 (.mat)",
    r#"import h5py, numpy as np; np.save("X.npy", h5py.File("FILE.mat")["X"][()].T)"#,
);
const MATLAB: Foreign = python(
    "MATLAB (.mat)",
    r#"import scipy.io, numpy as np; np.save("X.npy", scipy.io.loadmat("FILE.mat")["X"])"#,
);
const PICKLE: Foreign = python(
    "pickle (Python)",
    r#"import pandas as pd; pd.DataFrame(pd.read_pickle("FILE.pkl")).to_csv("FILE.csv")"#,
);
const JSON: Foreign = python(
    "JSON",
    r#"import pandas as pd; pd.read_json("FILE.json").to_csv("FILE.csv", index=False)"#,
);
const STATA: Foreign = python(
    "Stata (.dta)",
    r#"import pandas as pd; pd.read_stata("FILE.dta").to_csv("FILE.csv", index=False)"#,
);
const RDS: Foreign = r("R (.rds)", r#"write.csv(readRDS("FILE.rds"), "FILE.csv")"#);
const R_DATA: Foreign = r("R (.RData)", r#"load("FILE.RData"); write.csv(X, "X.csv")"#);
/// Of workbooks, by what a file of the archive is called.
pub(super) const WORKBOOKS: [(&str, Foreign); 6] = [
    // Named and not read: calamine, the reader that is well kept, asks zip for its feature
    // `deflate`, which packs by zlib-rs and zopfli in place of miniz, so that our own archives
    // would have other bytes; and it brings nine crates.
    (
        "xl/workbook.xml",
        python(
            "Excel (.xlsx)",
            r#"import pandas as pd; pd.read_excel("FILE.xlsx").to_csv("FILE.csv", index=False)"#,
        ),
    ),
    (
        "xl/workbook.bin",
        python(
            "Excel (.xlsb)",
            r#"import pandas as pd; pd.read_excel("FILE.xlsb").to_csv("FILE.csv", index=False)"#,
        ),
    ),
    (
        "content.xml",
        python(
            "OpenDocument (.ods)",
            r#"import pandas as pd; pd.read_excel("FILE.ods").to_csv("FILE.csv", index=False)"#,
        ),
    ),
    ("Index/Document.iwa", python("Apple Numbers", "")),
    ("word/document.xml", python("Word (.docx)", "")),
    ("ppt/presentation.xml", python("PowerPoint (.pptx)", "")),
];

/// Kinds that are known by their first bytes alone.
const BEGINNINGS: [(&[u8], Foreign); 37] = [
    (
        b"PAR1",
        python(
            "Parquet",
            r#"import pandas as pd; pd.read_parquet("FILE.parquet").to_csv("FILE.csv", index=False)"#,
        ),
    ),
    (b"MATLAB 7.3 MAT-file", MATLAB_7_3),
    (b"MATLAB 5.0 MAT-file", MATLAB),
    (b"\x89HDF\r\n\x1a\n", HDF5),
    (b"\x80\x02", PICKLE),
    (b"\x80\x03", PICKLE),
    (b"\x80\x04", PICKLE),
    (b"\x80\x05", PICKLE),
    (b"ARROW1", FEATHER),
    (b"FEA1", FEATHER),
    (b"RDX2\n", R_DATA),
    (b"RDX3\n", R_DATA),
    (b"X\n\0\0\0\x02", RDS),
    (b"X\n\0\0\0\x03", RDS),
    (b"$FL2", SPSS),
    (b"$FL3", SPSS),
    (b"ASCII SPSS PORT FILE", SPSS_PORTABLE),
    (b"\x80\x01", PICKLE),
    (b"<stata_dta>", STATA),
    (
        b"\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x60",
        python(
            "SAS (.sas7bdat)",
            r#"import pandas as pd; pd.read_sas("FILE.sas7bdat").to_csv("FILE.csv", index=False)"#,
        ),
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        python(
            "Excel (.xls)",
            r#"import pandas as pd; pd.read_excel("FILE.xls").to_csv("FILE.csv", index=False)"#,
        ),
    ),
    (b"SQLite format 3\0", python("SQLite", "")),
    (b"\x89PNG\r\n\x1a\n", python("PNG", "")),
    (b"\xff\xd8\xff", python("JPEG", "")),
    (b"GIF87a", python("GIF", "")),
    (b"GIF89a", python("GIF", "")),
    (b"II*\0", python("TIFF", "")),
    (b"MM\0*", python("TIFF", "")),
    (b"%PDF-", python("PDF", "")),
    (b"{\\rtf", python("RTF", "")),
    (
        b"BZh",
        python(
            "bzip2",
            "import bz2; open(\"FILE.csv\", \"wb\").write(bz2.open(\"FILE.csv.bz2\").read())",
        ),
    ),
    (
        b"\xfd7zXZ\0",
        python(
            "xz",
            "import lzma; open(\"FILE.csv\", \"wb\").write(lzma.open(\"FILE.csv.xz\").read())",
        ),
    ),
    (b"\x28\xb5\x2f\xfd", python("zstd", "")),
    (b"7z\xbc\xaf\x27\x1c", python("7-Zip", "")),
    (b"Rar!\x1a\x07", python("RAR", "")),
    (b"SIMPLE  =", python("FITS", "")),
    (b"version https://git-lfs", python("Git LFS", "")),
];

const FEATHER: Foreign = python(
    "Feather (Arrow)",
    r#"import pandas as pd; pd.read_feather("FILE.feather").to_csv("FILE.csv", index=False)"#,
);
const SPSS: Foreign = python(
    "SPSS (.sav)",
    r#"import pandas as pd; pd.read_spss("FILE.sav").to_csv("FILE.csv", index=False)"#,
);

const SPSS_PORTABLE: Foreign = python(
    "SPSS (.por)",
    r#"import pyreadstat; pyreadstat.read_por("FILE.por")[0].to_csv("FILE.csv", index=False)"#,
);

/// Pickles of protocols 0 and 1, which have no mark of their own, begin so.
const PICKLE_STARTS: [&[u8]; 10] = [
    b"cnumpy.",
    b"cnumpy\n",
    b"cpandas.",
    b"ccopy_reg\n",
    b"c__builtin__\n",
    b"ccollections\n",
    b"(lp",
    b"(dp",
    b"]q\0",
    b"}q\0",
];

/// The kind of a file with these bytes, if it is one that is not read here.
pub fn kind(bytes: &[u8]) -> Option<Foreign> {
    let begins = |start: &[u8]| bytes.starts_with(start);
    let is_kind = |start: &[u8]| begins(start) && !is_heading(bytes, start);
    if let Some((_, kind)) = BEGINNINGS.iter().find(|(start, _)| is_kind(start)) {
        return Some(*kind);
    }
    // HDF5 may stand behind a header of another program's.
    let is_hdf5 = |&at: &usize| {
        bytes
            .get(at..)
            .is_some_and(|b| b.starts_with(b"\x89HDF\r\n\x1a\n"))
    };
    if [512, 1024, 2048].iter().any(is_hdf5) {
        return Some(HDF5);
    }
    if matches!(
        bytes,
        [102 | 103 | 104 | 105 | 108 | 110..=115, 1 | 2, 1, 0, ..]
    ) {
        return Some(STATA);
    }
    if is_matlab_4(bytes) {
        return Some(MATLAB);
    }
    if PICKLE_STARTS.iter().any(|start| begins(start)) && bytes.trim_ascii_end().ends_with(b".") {
        return Some(PICKLE);
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Some(python("tar", ""));
    }
    markup(bytes)
}

/// Whether a start made of letters only is the first heading of a table, such as `PAR1,PAR2`.
fn is_heading(bytes: &[u8], start: &[u8]) -> bool {
    let can_be = [&b"PAR1"[..], b"ARROW1", b"FEA1", b"BZh"].contains(&start);
    let goes_on_as_text = bytes.get(start.len()).is_some_and(|&next| {
        let is_size_of_bzip2 = start == b"BZh" && next.is_ascii_digit();
        (next.is_ascii_graphic() || next.is_ascii_whitespace()) && !is_size_of_bzip2
    });
    can_be && goes_on_as_text
}

/// Whether the bytes begin with the header of a MATLAB 4 matrix, of either byte order: its type,
/// rows, columns, whether it is complex, and the length of its name, which ends with a zero.
fn is_matlab_4(bytes: &[u8]) -> bool {
    let Some((header, rest)) = bytes.split_first_chunk::<20>() else {
        return false;
    };
    let (numbers, _) = header.as_chunks::<4>();
    let fits = |number: fn([u8; 4]) -> u32, machine: u32| {
        let [kind, rows, columns, imaginary, length] = std::array::from_fn(|i| number(numbers[i]));
        let digits = kind.checked_sub(machine * 1000);
        let is_kind = digits.is_some_and(|d| d / 10 <= 5 && d % 10 <= 2);
        let name = rest.get(..length as usize).unwrap_or_default();
        let is_name = name.split_last().is_some_and(|(end, name)| {
            let is_part = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_';
            *end == 0
                && name.first().is_some_and(u8::is_ascii_alphabetic)
                && name.iter().all(is_part)
        });
        is_kind && rows > 0 && columns > 0 && imaginary <= 1 && length <= 64 && is_name
    };
    fits(u32::from_le_bytes, 0) || fits(u32::from_be_bytes, 1)
}

/// Text in a syntax of its own.
fn markup(bytes: &[u8]) -> Option<Foreign> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let bytes = bytes.trim_ascii();
    let start = bytes[..bytes.len().min(20)].to_ascii_lowercase();
    let begins = |word: &str| start.starts_with(word.as_bytes());
    if ["<!doctype html", "<html", "<table", "<head"]
        .into_iter()
        .any(begins)
    {
        return Some(python("HTML", ""));
    }
    if begins("<?xml") || begins("<svg") {
        return Some(python("XML", ""));
    }
    let is_object = bytes.first() == Some(&b'{') && bytes[1..].trim_ascii().first() == Some(&b'"');
    let may_be_list = bytes.first() == Some(&b'[');
    if !is_object && !may_be_list {
        return None;
    }
    if is_object && bytes.windows(10).any(|word| word == b"\"nbformat\"") {
        return Some(python("Jupyter (.ipynb)", ""));
    }
    let is_json = is_object || serde_json::from_slice::<IgnoredAny>(bytes).is_ok();
    is_json.then_some(JSON)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_first_bytes() {
        let mut behind = vec![0; 512];
        behind.extend(b"\x89HDF\r\n\x1a\n");
        let matlab_4 = |kind: [u8; 4]| {
            [
                &kind[..],
                b"\x02\0\0\0\x03\0\0\0\0\0\0\0\x02\0\0\0X\0",
                &[0; 48],
            ]
            .concat()
        };
        let big_endian = b"\0\0\x03\xe8\0\0\0\x02\0\0\0\x03\0\0\0\0\0\0\0\x02X\0\0\0\0\0\0\0\0\0";
        for (bytes, name) in [
            (&matlab_4([0; 4])[..], "MATLAB (.mat)"),
            (&matlab_4([50, 0, 0, 0]), "MATLAB (.mat)"),
            (big_endian, "MATLAB (.mat)"),
            (
                b"cnumpy.core.multiarray\n_reconstruct\np0\n.",
                "pickle (Python)",
            ),
            (b"(lp0\nI1\na.", "pickle (Python)"),
            (b"]q\0(K\x01e.", "pickle (Python)"),
            (b"ASCII SPSS PORT FILE", "SPSS (.por)"),
            (b"PAR1\x15\x04", "Parquet"),
            (b"MATLAB 5.0 MAT-file, Platform", "MATLAB (.mat)"),
            (b"MATLAB 7.3 MAT-file, Platform", "MATLAB 7.3 (.mat)"),
            (&behind, "HDF5"),
            (b"\x80\x04\x95\x10", "pickle (Python)"),
            (b"ARROW1\0\0", "Feather (Arrow)"),
            (b"X\n\0\0\0\x03\0\x04", "R (.rds)"),
            (b"RDX3\nX\n", "R (.RData)"),
            (b"s\x02\x01\0", "Stata (.dta)"),
            (b"{\"a\": [1, 2]}", "JSON"),
            (b"\xef\xbb\xbf\n[[1, 2], [3, 4]]\n", "JSON"),
            (b"{\n \"cells\": [], \"nbformat\": 4}", "Jupyter (.ipynb)"),
            (b"\n<!DOCTYPE HTML>\n<table>", "HTML"),
            (b"%PDF-1.7", "PDF"),
        ] {
            let kind = kind(bytes).map(|found| found.kind);
            assert_eq!(kind, Some(name), "{bytes:?}");
        }
    }

    #[test]
    fn tables_are_no_other_kind() {
        for table in [
            &b"item,can fly\nRobin,1\n"[..],
            b"[x],[y]\na,1\n",
            b"{x},y\na,1\n",
            b"<x>,y\na,1\n",
            b"$F,y\na,1\n",
            b"(lp,q\na,1\n",
            b"cnumpy.x,y\na,1\n",
            b"",
            b"\n",
        ] {
            assert_eq!(kind(table), None, "{table:?}");
        }
    }

    #[test]
    fn a_first_heading_that_begins_like_a_kind_is_a_table() {
        for table in ["PAR1,PAR2\n", "FEA1;FEA2\n", "ARROW1\tx\n", "BZhang,b\n"] {
            assert_eq!(kind(table.as_bytes()), None, "{table}");
        }
        for file in [&b"PAR1\x15\0"[..], b"BZh91AY&SY", b"ARROW1\0\0"] {
            assert!(kind(file).is_some());
        }
    }
}
