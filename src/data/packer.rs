//! An .npz archive in the making.

use std::io::{self, BufWriter, Seek, Write};

use npyz::npz::file_name_from_array_name;
use npyz::{AutoSerialize, DType, WriteOptions, WriterBuilder as _};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime, System};

/// An archive in the making. The same arrays always give the same bytes.
pub(crate) struct Packer<W: Write + Seek> {
    zip: ZipWriter<W>,
    numbers: CompressionMethod,
}

impl<W: Write + Seek> Packer<W> {
    /// An archive in which everything is packed tightly.
    pub(crate) fn tight(target: W) -> Self {
        Self {
            zip: ZipWriter::new(target),
            numbers: CompressionMethod::Deflated,
        }
    }

    /// An archive in which real numbers are stored as they are, as numpy's `savez` does: random
    /// digits cannot be packed, and trying takes longer than training.
    pub(crate) fn quick(target: W) -> Self {
        Self {
            zip: ZipWriter::new(target),
            numbers: CompressionMethod::Stored,
        }
    }

    /// Adds an array of real numbers in C order, of any number of dimensions.
    pub(crate) fn numbers(
        &mut self,
        name: &str,
        shape: &[usize],
        values: impl IntoIterator<Item = f64>,
    ) -> io::Result<()> {
        self.array(name, shape, self.numbers, values)
    }

    /// Adds an array of whole numbers in C order.
    pub(crate) fn whole_numbers<T: AutoSerialize>(
        &mut self,
        name: &str,
        shape: &[usize],
        values: impl IntoIterator<Item = T>,
    ) -> io::Result<()> {
        self.array(name, shape, CompressionMethod::Deflated, values)
    }

    /// Adds a list of names.
    pub(crate) fn names(&mut self, name: &str, names: &[String]) -> io::Result<()> {
        let longest = names.iter().map(|name| name.chars().count()).max();
        let dtype = format!("<U{}", longest.unwrap_or(0).max(1));
        let dtype = DType::new_scalar(dtype.parse().expect("a type for text"));
        let file = self.start(name, CompressionMethod::Deflated, 0)?;
        let array = WriteOptions::<str>::new().writer(file);
        let array = array.dtype(dtype).shape(&[names.len() as u64]);
        let mut array = array.begin_nd()?;
        for name in names {
            array.push(name.as_str())?;
        }
        array.finish()
    }

    /// Ends the archive.
    pub(crate) fn finish(self) -> io::Result<W> {
        Ok(self.zip.finish()?)
    }

    fn array<T: AutoSerialize>(
        &mut self,
        name: &str,
        shape: &[usize],
        method: CompressionMethod,
        values: impl IntoIterator<Item = T>,
    ) -> io::Result<()> {
        let shape: Vec<u64> = shape.iter().map(|&n| n as u64).collect();
        let n_bytes = shape.iter().product::<u64>() * size_of::<T>() as u64;
        let array = WriteOptions::new().writer(self.start(name, method, n_bytes)?);
        let mut array = array.shape(&shape).default_dtype().begin_nd()?;
        array.extend(values)?;
        array.finish()
    }

    /// Begins an array's file. Buffered, as packing eight bytes at a time takes longer than
    /// packing them.
    fn start(
        &mut self,
        name: &str,
        method: CompressionMethod,
        n_bytes: u64,
    ) -> io::Result<BufWriter<&mut ZipWriter<W>>> {
        let options = packing(method).large_file(n_bytes > MOST_BYTES_OF_32_BITS);
        self.zip
            .start_file(file_name_from_array_name(name), options)?;
        Ok(BufWriter::new(&mut self.zip))
    }
}

/// Above this, with a header and what cannot be packed, a file's size no longer fits 32 bits.
const MOST_BYTES_OF_32_BITS: u64 = 4_000_000_000;

/// How a file is packed: without the time of day and the operating system.
pub(super) fn packing(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .system(System::Unix)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    impl Packer<Cursor<Vec<u8>>> {
        /// Adds any file.
        pub(in crate::data) fn file(&mut self, name: &str, bytes: &[u8]) {
            let options = packing(CompressionMethod::Deflated);
            self.zip.start_file(name, options).expect("memory");
            self.zip.write_all(bytes).expect("memory");
        }
    }
}
