//! Where a table comes from: the kind of file, and how it was read.

use std::fmt;

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
    /// UTF-16 with the low byte first, with a byte order mark.
    Utf16Le,
    /// UTF-16 with the high byte first, with a byte order mark.
    Utf16Be,
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
    /// Lines that begin with `#`.
    Comments {
        /// How many.
        n_lines: usize,
    },
    /// The line `sep=…`, with which Excel is told what parts the cells.
    SeparatorLine,
    /// Columns without a name and without any value.
    EmptyColumns {
        /// How many.
        n_columns: usize,
    },
    /// Other arrays of the file.
    Arrays {
        /// The arrays' names.
        names: Vec<String>,
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
