//! One array of an .npz archive, numpy's .npy format.
//!
//! The header is read in the one form that numpy and its kin write, a flat dict of `descr`,
//! `fortran_order` and `shape`, and not as the Python literal it might be: what a literal can
//! nest and multiply would take unbounded time and memory. Values are decoded by `npyz`, from
//! the stream and never more than are there. What the values mean is for [`super::npz`].

use std::io::Read;

use nalgebra::DMatrix;
use npyz::half::f16;
use npyz::{DType, Deserialize, TypeChar, TypeRead as _, TypeStr};

use super::array_conversion;
use super::place::excerpt;
use super::read_error::ReadError;

/// The longest header that is read; numpy's for a plain array has about 120 bytes.
const MAX_HEADER_BYTES: usize = 1 << 16;

/// How many values there is room for before any has been read.
const FIRST_ROOM: usize = 1 << 16;

/// An array whose header has been read and whose values have not.
pub(crate) struct Array<R> {
    name: String,
    /// Whether the array is a file of its own.
    is_alone: bool,
    descr: String,
    is_by_columns: bool,
    shape: Vec<u64>,
    values: R,
}

/// A matrix that has been read, in the order it was stored in.
pub(crate) struct Stored {
    shape: (usize, usize),
    is_by_columns: bool,
    values: Vec<f64>,
}

impl<R: Read> Array<R> {
    /// Reads the header.
    pub(crate) fn open(name: &str, mut reader: R) -> Result<Self, ReadError> {
        let text = header_text(&mut reader).ok_or_else(|| damaged(name))?;
        let descr = value_of(&text, "descr").ok_or_else(|| damaged(name))?;
        let order = value_of(&text, "fortran_order").ok_or_else(|| damaged(name))?;
        let shape = value_of(&text, "shape").ok_or_else(|| damaged(name))?;
        Ok(Self {
            name: name.to_owned(),
            is_alone: false,
            descr: descr_text(descr).to_owned(),
            is_by_columns: is_true(order).ok_or_else(|| damaged(name))?,
            shape: shape_of(shape).ok_or_else(|| damaged(name))?,
            values: reader,
        })
    }

    /// Reads the header of a file of its own.
    pub(crate) fn open_alone(reader: R) -> Result<Self, ReadError> {
        let array = Self::open("array", reader)?;
        let is_alone = true;
        Ok(Self { is_alone, ..array })
    }

    /// The array's name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Numbers or characters it declares, if that can be counted.
    pub(crate) fn size(&self) -> Option<u64> {
        let one = match self.dtype().map(|t| (t.type_char(), t.size_field())) {
            Some((TypeChar::UnicodeStr | TypeChar::ByteStr, chars)) => chars.max(1),
            _ => 1,
        };
        self.shape.iter().try_fold(one, |n, &m| n.checked_mul(m))
    }

    /// The type of its values, as numpy writes it; `record` for records.
    pub(crate) fn dtype_text(&self) -> &str {
        &self.descr
    }

    /// The shape, as declared.
    pub(crate) fn shape(&self) -> &[u64] {
        &self.shape
    }

    /// Whether its values are text.
    pub(crate) fn is_text(&self) -> bool {
        let kind = self.dtype().map(|dtype| dtype.type_char());
        matches!(kind, Some(TypeChar::UnicodeStr | TypeChar::ByteStr))
    }

    /// The rows and columns, which are not yet known to be of reasonable number.
    pub(crate) fn matrix_shape(&self) -> Result<(usize, usize), ReadError> {
        match self.shape[..] {
            [rows, columns] => Ok((saturated(rows), saturated(columns))),
            _ => Err(ReadError::NotAMatrix {
                array: self.name.clone(),
                shape: self.shape.clone(),
            }),
        }
    }

    /// The values as real numbers; true is 1 and false is 0.
    pub(crate) fn matrix(self) -> Result<Stored, ReadError> {
        let (shape, is_by_columns) = (self.matrix_shape()?, self.is_by_columns);
        let values = self.stored_numbers()?;
        Ok(Stored {
            shape,
            is_by_columns,
            values,
        })
    }

    /// The values as real numbers in C order, whatever its shape.
    pub(crate) fn numbers(self) -> Result<Vec<f64>, ReadError> {
        let (shape, is_by_columns) = (self.shape.clone(), self.is_by_columns);
        let stored = self.stored_numbers()?;
        Ok(if is_by_columns {
            by_rows(&shape, &stored)
        } else {
            stored
        })
    }

    /// The values in the order in which they are stored.
    fn stored_numbers(self) -> Result<Vec<f64>, ReadError> {
        match self.dtype().map(|t| (t.type_char(), t.size_field())) {
            Some((TypeChar::Float, 8)) => self.decoded(|v: f64| v),
            Some((TypeChar::Float, 2)) => self.decoded(|v: f16| v.into()),
            Some((TypeChar::Float, 4)) => self.decoded(|v: f32| v.into()),
            Some((TypeChar::Int, 1)) => self.decoded(|v: i8| v.into()),
            Some((TypeChar::Int, 2)) => self.decoded(|v: i16| v.into()),
            Some((TypeChar::Int, 4)) => self.decoded(|v: i32| v.into()),
            Some((TypeChar::Int, 8)) => self.decoded(|v: i64| v as f64),
            Some((TypeChar::Uint, 1)) => self.decoded(|v: u8| v.into()),
            Some((TypeChar::Uint, 2)) => self.decoded(|v: u16| v.into()),
            Some((TypeChar::Uint, 4)) => self.decoded(|v: u32| v.into()),
            Some((TypeChar::Uint, 8)) => self.decoded(|v: u64| v as f64),
            Some((TypeChar::Bool, 1)) => self.decoded(|v: bool| f64::from(u8::from(v))),
            _ => Err(self.unreadable(false)),
        }
    }

    /// The values as text.
    pub(crate) fn texts(self) -> Result<Vec<String>, ReadError> {
        match self.dtype().map(|t| t.type_char()) {
            Some(TypeChar::UnicodeStr | TypeChar::ByteStr) => self.decoded(|text: String| text),
            _ => Err(self.unreadable(true)),
        }
    }

    fn decoded<T: Deserialize, V>(mut self, value: impl Fn(T) -> V) -> Result<Vec<V>, ReadError> {
        let reader = self
            .dtype()
            .and_then(|dtype| T::reader(&DType::Plain(dtype)).ok())
            .ok_or_else(|| self.unreadable(false))?;
        let n_values = self.shape.iter().try_fold(1_u64, |n, &m| n.checked_mul(m));
        let n_values = n_values.ok_or_else(|| damaged(&self.name))?;
        let mut values = Vec::with_capacity(saturated(n_values).min(FIRST_ROOM));
        for _ in 0..n_values {
            let one = reader.read_one(&mut self.values);
            values.push(value(one.map_err(|_| damaged(&self.name))?));
        }
        // Reading on to the end lets the archive compare its checksum.
        match self.values.read(&mut [0]) {
            Ok(0) => Ok(values),
            _ => Err(damaged(&self.name)),
        }
    }

    /// The type of a value; none for records and for what numpy does not know.
    fn dtype(&self) -> Option<TypeStr> {
        self.descr.parse().ok()
    }

    fn unreadable(&self, is_for_names: bool) -> ReadError {
        let dtype = excerpt(&self.descr);
        let name = excerpt(&self.name);
        let in_archive = (!self.is_alone).then_some(name.as_str());
        ReadError::UnreadableDtype {
            array: self.name.clone(),
            line: array_conversion::line(in_archive, &dtype, is_for_names),
            dtype,
        }
    }
}

impl Stored {
    /// The matrix, rows × columns.
    pub(crate) fn upright(self) -> DMatrix<f64> {
        let (rows, columns) = self.shape;
        if self.is_by_columns {
            return DMatrix::from_vec(rows, columns, self.values);
        }
        DMatrix::from_vec(columns, rows, self.values).transpose()
    }

    /// The matrix transposed, columns × rows.
    pub(crate) fn transposed(self) -> DMatrix<f64> {
        let (rows, columns) = self.shape;
        if self.is_by_columns {
            return DMatrix::from_vec(rows, columns, self.values).transpose();
        }
        DMatrix::from_vec(columns, rows, self.values)
    }
}

/// Values in C order of an array that is stored in Fortran's, its first index running fastest.
fn by_rows(shape: &[u64], stored: &[f64]) -> Vec<f64> {
    (0..stored.len())
        .map(|place| {
            let mut rest = place;
            let (mut at, mut step) = (0, stored.len());
            // From the last index, which runs fastest here and slowest there.
            for &n in shape.iter().rev() {
                let n = n as usize;
                step /= n;
                at += rest % n * step;
                rest /= n;
            }
            stored[at]
        })
        .collect()
}

fn damaged(array: &str) -> ReadError {
    ReadError::Damaged {
        array: array.to_owned(),
    }
}

fn saturated(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// The dict's text: behind the magic word, the version and the text's length.
fn header_text(reader: &mut impl Read) -> Option<String> {
    let mut start = [0; 8];
    reader.read_exact(&mut start).ok()?;
    let [b'\x93', b'N', b'U', b'M', b'P', b'Y', version, 0] = start else {
        return None;
    };
    let mut length = [0; 4];
    let n_length_bytes = if version == 1 { 2 } else { 4 };
    reader.read_exact(&mut length[..n_length_bytes]).ok()?;
    let n_bytes = u32::from_le_bytes(length) as usize;
    if !(1..=3).contains(&version) || n_bytes > MAX_HEADER_BYTES {
        return None;
    }
    let mut text = vec![0; n_bytes];
    reader.read_exact(&mut text).ok()?;
    String::from_utf8(text).ok()
}

/// The dict's text from the value of a key on.
fn value_of<'a>(dict: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = dict.split_once(&format!("'{key}'"))?;
    Some(rest.trim_start().strip_prefix(':')?.trim_start())
}

/// The type in quotes; for a record, which has none, a word.
fn descr_text(value: &str) -> &str {
    let quoted = value.strip_prefix('\'').and_then(|v| v.split_once('\''));
    quoted.map_or("record", |(descr, _)| descr)
}

fn is_true(value: &str) -> Option<bool> {
    if value.starts_with("True") {
        return Some(true);
    }
    value.starts_with("False").then_some(false)
}

fn shape_of(value: &str) -> Option<Vec<u64>> {
    let (sizes, _) = value.strip_prefix('(')?.split_once(')')?;
    let sizes = sizes.trim().trim_end_matches(',');
    if sizes.is_empty() {
        return Some(Vec::new());
    }
    sizes.split(',').map(|n| n.trim().parse().ok()).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::data) fn file(header: &str, values: &[u8]) -> Vec<u8> {
        let length = (header.len() as u16).to_le_bytes();
        [b"\x93NUMPY\x01\x00", &length[..], header.as_bytes(), values].concat()
    }

    fn open(header: &str, values: &[u8]) -> Result<Array<std::io::Cursor<Vec<u8>>>, ReadError> {
        Array::open("x", std::io::Cursor::new(file(header, values)))
    }

    fn header(descr: &str, shape: &str) -> String {
        format!("{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}, }}     \n")
    }

    #[test]
    fn big_endian_and_rows_first_are_read() {
        let bytes = [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6];
        let array = open(&header("'>i2'", "(2, 3)"), &bytes).expect("a header");
        assert_eq!(array.shape(), [2, 3]);
        let matrix = array.matrix().expect("six numbers").upright();
        let by_rows = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        assert_eq!(matrix, DMatrix::from_row_slice(2, 3, &by_rows));
    }

    #[test]
    fn arrays_of_three_dimensions_are_read_in_either_order() {
        // np.arange(12).reshape(2, 3, 2), as its bytes lie in Fortran order.
        let by_columns = [0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11];
        let dict = "{'descr': '|i1', 'fortran_order': True, 'shape': (2, 3, 2), }";
        let array = open(dict, &by_columns).expect("a header");
        let counted: Vec<f64> = (0..12).map(f64::from).collect();
        assert_eq!(array.numbers(), Ok(counted));
    }

    #[test]
    fn shapes_of_any_dimension_are_read() {
        for (text, shape) in [("()", &[][..]), ("(3,)", &[3]), ("(2,3,4)", &[2, 3, 4])] {
            let array = open(&header("'<f8'", text), &[]).expect("a header");
            assert_eq!(array.shape(), shape);
        }
        for text in [
            "(-1,)",
            "(99999999999999999999,)",
            "(1,,2)",
            "(a,)",
            "[2]",
            "(2",
        ] {
            assert!(open(&header("'<f8'", text), &[]).is_err(), "{text}");
        }
    }

    #[test]
    fn values_are_as_many_as_declared() {
        for bytes in [&[1, 2, 3][..], &[1, 2, 3, 4, 5]] {
            let array = open(&header("'|i1'", "(2, 2)"), bytes).expect("a header");
            assert_eq!(array.matrix().err(), Some(damaged("x")));
        }
    }

    #[test]
    fn absurd_shapes_take_no_memory() {
        for shape in ["(18446744073709551615, 2)", "(1000000000000, 1000)"] {
            let array = open(&header("'<f8'", shape), &[0; 64]).expect("a header");
            assert_eq!(array.matrix().err(), Some(damaged("x")));
        }
    }

    #[test]
    fn types_that_are_no_numbers_are_refused_by_name() {
        for (descr, dtype) in [
            ("'|O'", "|O"),
            ("'<c16'", "<c16"),
            ("'<f16'", "<f16"),
            ("'\x1b]0;owned\x07'", r"\u{1b}]0;owned\u{7}"),
            ("'<M8[D]'", "<M8[D]"),
            ("'nonsense'", "nonsense"),
            ("[('a', '<f8'), ('b', '<i4')]", "record"),
        ] {
            let array = open(&header(descr, "(1, 1)"), &[0; 64]).expect("a header");
            let Some(ReadError::UnreadableDtype { dtype: found, .. }) = array.matrix().err() else {
                panic!("{descr} is read");
            };
            assert_eq!(found, dtype);
        }
    }

    #[test]
    fn text_counts_by_its_characters() {
        let array = open(&header("'<U30'", "(5,)"), &[]).expect("a header");
        assert_eq!(array.size(), Some(150));
        let array = open(&header("'<U2'", "(18446744073709551615,)"), &[]).expect("a header");
        assert_eq!(array.size(), None);
        assert_eq!(array.texts().err(), Some(damaged("x")));
    }
}
