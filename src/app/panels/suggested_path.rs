//! The path that a dialog for a file begins with.

use std::path::{Path, PathBuf};

use crate::app::command::purpose::Purpose;

/// So many names are tried before one that is taken is suggested all the same.
const MOST_TRIED: usize = 100;

/// A path in `folder`, named after the file `of` that the work comes from, if there is one. A file
/// to be written gets a name at which nothing is yet.
pub(super) fn suggested_path(
    purpose: Purpose,
    folder: Option<&Path>,
    of: Option<&Path>,
) -> PathBuf {
    let stem = of.and_then(Path::file_stem);
    let stem = stem.map(|stem| stem.to_string_lossy().into_owned());
    let name = purpose.suggested_name(stem.as_deref());
    let first = folder.map_or_else(|| PathBuf::from(&name), |folder| folder.join(&name));
    if !purpose.is_saving() {
        return first;
    }
    let is_free = |path: &PathBuf| !purpose.written(path).iter().any(|path| path.exists());
    let numbered = (2..MOST_TRIED).map(|number| with_number(&first, number));
    let mut all = std::iter::once(first.clone()).chain(numbered);
    all.find(is_free).unwrap_or(first)
}

/// `a.png` with the number 2 is `a-2.png`.
fn with_number(path: &Path, number: usize) -> PathBuf {
    let part = |part: Option<&std::ffi::OsStr>| {
        part.map(|part| part.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let (stem, ending) = (part(path.file_stem()), part(path.extension()));
    path.with_file_name(format!("{stem}-{number}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::product::Product;

    #[test]
    fn a_suggested_name_follows_the_file_of_the_work() {
        let name = |purpose, of: Option<&str>| {
            let path = suggested_path(purpose, None, of.map(Path::new));
            path.to_string_lossy().into_owned()
        };
        let of = Some("a/german2.csv");
        assert_eq!(name(Purpose::SaveExperiment, of), "german2.toml");
        assert_eq!(name(Purpose::SaveData, of), "german2-data.csv");
        let curves = Purpose::Export(Product::Curves);
        assert_eq!(name(curves, of), "german2-curves.csv");
        assert_eq!(name(curves, None), "curves.csv");
        assert_eq!(name(Purpose::SaveExperiment, None), "experiment.toml");
        assert_eq!(name(Purpose::Open, of), "");
    }

    #[test]
    fn a_name_that_is_taken_is_not_suggested() {
        let folder = tempfile::tempdir().unwrap();
        let suggested = |purpose| {
            let path = suggested_path(purpose, Some(folder.path()), Some(Path::new("a.csv")));
            let name = path.file_name().expect("it has a name");
            name.to_string_lossy().into_owned()
        };
        assert_eq!(suggested(Purpose::SaveExperiment), "a.toml");
        std::fs::write(folder.path().join("a.toml"), "").unwrap();
        assert_eq!(suggested(Purpose::SaveExperiment), "a-2.toml");
        std::fs::write(folder.path().join("a-2.toml"), "").unwrap();
        assert_eq!(suggested(Purpose::SaveExperiment), "a-3.toml");
        // A script's data lie beside it.
        std::fs::write(folder.path().join("a-run.npz"), "").unwrap();
        assert_eq!(suggested(Purpose::Export(Product::Script)), "a-run-2.py");
    }
}
