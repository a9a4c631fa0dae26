//! Where inputs begin: every small file of the tests and of the assets.

use std::fs;
use std::path::{Path, PathBuf};

/// Larger files are left out: a mutation of a small one is tried sooner.
const MAX_BYTES: u64 = 64 << 10;

/// The contents of the files whose names end so, in the order of their paths.
pub(crate) fn of(endings: &[&str]) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["tests/data", "tests/golden", "assets"] {
        collect(&root.join(folder), &mut paths);
    }
    paths.sort();
    let fits = |path: &&PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| endings.contains(&ending))
    };
    let read = |path: &PathBuf| fs::read(path).expect("a file of ours");
    paths.iter().filter(fits).map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of ours") {
        let entry = entry.expect("an entry");
        let about = entry.metadata().expect("a file of ours");
        if about.is_dir() {
            collect(&entry.path(), paths);
        } else if about.len() <= MAX_BYTES {
            paths.push(entry.path());
        }
    }
}
