//! The path that a dialog for a file begins with, and what is read off one that was typed.

use std::ops::Range;
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

/// Where the name of a file stands in a path, in characters: without its folder and its ending.
pub(super) fn name_in(path: &str) -> Range<usize> {
    let n = |text: &str| text.chars().count();
    let from = path.rfind(std::path::is_separator).map_or(0, |at| at + 1);
    let name = &path[from..];
    let stem = name.rfind('.').map_or(name, |at| &name[..at]);
    let from = n(&path[..from]);
    from..from + n(stem)
}

/// A path as people type it: `~` is one's own folder.
pub(super) fn full_path(text: &str) -> PathBuf {
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (text.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(text),
    }
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

    #[test]
    fn the_name_in_a_path_is_without_its_folder_and_its_ending() {
        let name = |path: &str| {
            let chars: Vec<char> = path.chars().collect();
            chars[name_in(path)].iter().collect::<String>()
        };
        assert_eq!(name("/home/我/experiment.toml"), "experiment");
        assert_eq!(name("figure.v2.png"), "figure.v2");
        assert_eq!(name("/home/me/"), "");
        assert_eq!(name("curves"), "curves");
    }
}
