//! Reads the golden runs. Not a reader for data of one's own.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use nalgebra::DMatrix;
use npyz::npz::file_name_from_array_name;
use npyz::{DType, NpyFile, Order};
use zip::ZipArchive;

/// Where `tests/golden/<name>.npz` is.
pub(crate) fn golden_path(name: &str) -> String {
    format!("{}/tests/golden/{name}.npz", env!("CARGO_MANIFEST_DIR"))
}

/// One opened golden run.
pub(crate) struct Npz(ZipArchive<BufReader<File>>);

impl Npz {
    /// Opens `tests/golden/<name>.npz`.
    pub(crate) fn golden(name: &str) -> Self {
        Self::open(golden_path(name).as_ref())
    }

    /// Opens any archive.
    pub(crate) fn open(path: &Path) -> Self {
        let path = path.display().to_string();
        let file = File::open(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
        Self(ZipArchive::new(BufReader::new(file)).unwrap_or_else(|e| panic!("{path}: {e}")))
    }

    /// An array's numbers in C order, with its shape.
    pub(crate) fn array(&mut self, key: &str) -> (Vec<usize>, Vec<f64>) {
        let file = self.0.by_name(&file_name_from_array_name(key));
        let file = file.unwrap_or_else(|e| panic!("{key}: {e}"));
        let array = NpyFile::new(file).expect("a golden run can be read");
        let shape: Vec<usize> = array.shape().iter().map(|&n| n as usize).collect();
        let is_by_columns = array.order() == Order::Fortran && shape.len() > 1;
        let values = numbers(array);
        if !is_by_columns {
            return (shape, values);
        }
        assert_eq!(shape.len(), 2, "only matrices are stored by columns");
        let by_rows = DMatrix::from_vec(shape[0], shape[1], values).transpose();
        (shape, by_rows.as_slice().to_vec())
    }

    /// An array's numbers in C order.
    pub(crate) fn numbers(&mut self, key: &str) -> Vec<f64> {
        self.array(key).1
    }

    /// A single number.
    pub(crate) fn scalar(&mut self, key: &str) -> f64 {
        self.numbers(key)[0]
    }

    /// A matrix.
    pub(crate) fn matrix(&mut self, key: &str) -> DMatrix<f64> {
        let (shape, numbers) = self.array(key);
        DMatrix::from_row_slice(shape[0], shape[1], &numbers)
    }

    /// The first weights, `W1` … `WL`.
    pub(crate) fn weights(&mut self) -> Vec<DMatrix<f64>> {
        (1..=9)
            .map(|layer| format!("W{layer}"))
            .take_while(|key| self.has(key))
            .collect::<Vec<_>>()
            .iter()
            .map(|key| self.matrix(key))
            .collect()
    }

    /// Whether there is an array of that name.
    pub(crate) fn has(&self, key: &str) -> bool {
        let file_name = file_name_from_array_name(key);
        self.0.index_for_name(&file_name).is_some()
    }
}

fn numbers<R: std::io::Read>(array: NpyFile<R>) -> Vec<f64> {
    let DType::Plain(dtype) = array.dtype() else {
        panic!("golden runs hold plain arrays");
    };
    match dtype.to_string().as_str() {
        "<f8" => array.into_vec::<f64>().expect("a golden run can be read"),
        "<f4" => widened(array.into_vec::<f32>().expect("a golden run can be read")),
        "<i8" => array
            .into_vec::<i64>()
            .expect("a golden run can be read")
            .iter()
            .map(|&v| v as f64)
            .collect(),
        "|i1" => widened(array.into_vec::<i8>().expect("a golden run can be read")),
        other => panic!("golden runs hold no {other}"),
    }
}

fn widened<T: Into<f64>>(values: Vec<T>) -> Vec<f64> {
    values.into_iter().map(Into::into).collect()
}
