//! Where a table comes from: the kind of file, and how it was read.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::data::left_out_array::LeftOutArray;

/// The kind of file and what had to be found out to read it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Origin {
    /// The kind of file.
    pub format: FileFormat,
    /// The packing around the file, such as `gzip`; `None` if not packed.
    pub packed: Option<&'static str>,
    /// Parts of the file that are no part of the table.
    pub skipped: Vec<Skipped>,
}

/// The kind of file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// Text in rows and columns.
    Text {
        /// How characters are bytes.
        encoding: Encoding,
        /// The separator of the cells.
        separator: Separator,
    },
    /// An array of numbers, as numpy writes it.
    Array {
        /// The array's name, in a file of several.
        name: Option<String>,
        /// The type of its values, as numpy writes it.
        dtype: String,
    },
}

/// How characters are bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark; ASCII is part of it.
    Utf8,
    /// UTF-16 with the low byte first.
    Utf16Le,
    /// UTF-16 with the high byte first.
    Utf16Be,
    /// Western European, as Windows writes it; ISO 8859-1 but for its control characters.
    Windows1252,
    /// Japanese, as Windows writes it.
    ShiftJis,
    /// Japanese, as Unix wrote it.
    EucJp,
    /// Japanese, as mail programs write it.
    Iso2022Jp,
    /// Chinese.
    Gb18030,
}

impl Origin {
    /// The arrays of the file that are no part of the table.
    pub fn arrays_left_out(&self) -> &[LeftOutArray] {
        let arrays = self.skipped.iter().find_map(|skipped| match skipped {
            Skipped::Arrays { arrays } => Some(arrays.as_slice()),
            _ => None,
        });
        arrays.unwrap_or_default()
    }
}

impl Encoding {
    /// Every encoding that can be chosen.
    pub const ALL: [Self; 8] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1252,
        Self::ShiftJis,
        Self::EucJp,
        Self::Iso2022Jp,
        Self::Gb18030,
    ];

    /// The table of characters.
    pub(super) fn table(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
            Self::ShiftJis => encoding_rs::SHIFT_JIS,
            Self::EucJp => encoding_rs::EUC_JP,
            Self::Iso2022Jp => encoding_rs::ISO_2022_JP,
            Self::Gb18030 => encoding_rs::GB18030,
        }
    }

    /// The usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Windows1252 => "Windows-1252",
            other => other.table().name(),
        }
    }
}

/// Why a text names no encoding that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error(
    "must be one of UTF-8, UTF-16LE, UTF-16BE, Windows-1252, Shift_JIS, EUC-JP, ISO-2022-JP and \
     GB18030"
)]
pub struct UnknownEncoding;

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    /// Reads any name that the encoding has on the web, in any case, such as `latin1` or `sjis`.
    fn from_str(name: &str) -> Result<Self, UnknownEncoding> {
        let is_windows_japanese = name.trim().eq_ignore_ascii_case("cp932");
        let name = if is_windows_japanese { "sjis" } else { name };
        let table = encoding_rs::Encoding::for_label(name.as_bytes());
        let known = Self::ALL.into_iter().find(|it| Some(it.table()) == table);
        known.ok_or(UnknownEncoding)
    }
}

/// The separator of a row's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// One character, such as a comma.
    Char(u8),
    /// One or more blanks or tabs.
    Blanks,
}

/// Something in the file that is no part of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Skipped {
    /// Rows that begin with `#`.
    Comments {
        /// How many.
        n_rows: usize,
    },
    /// The row `sep=…`, with which Excel is told what parts the cells.
    SeparatorRow,
    /// Columns without a name and without any value.
    EmptyColumns {
        /// How many.
        n_columns: usize,
    },
    /// A column without a heading that numbers the rows, where another names the items.
    RowNumbers {
        /// The column, from 1.
        column: usize,
    },
    /// Other arrays of the file.
    Arrays {
        /// The arrays, by name and shape.
        arrays: Vec<LeftOutArray>,
    },
    /// First weights, which do not fit what the choices have made of the table.
    Weights,
}

impl Default for FileFormat {
    /// The format that [`crate::data::csv::write`] writes.
    fn default() -> Self {
        Self::Text {
            encoding: Encoding::Utf8,
            separator: Separator::Char(b','),
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 (little endian)",
            Self::Utf16Be => "UTF-16 (big endian)",
            other => other.name(),
        })
    }
}

impl fmt::Display for Separator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Char(b',') => f.write_str("comma"),
            Self::Char(b';') => f.write_str("semicolon"),
            Self::Char(b'\t') => f.write_str("tab"),
            Self::Char(other) => write!(f, "\"{}\"", char::from(*other).escape_default()),
            Self::Blanks => f.write_str("blanks"),
        }
    }
}
