//! The rules, and what breaks them.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::files::{SourceFile, test_modules};

/// The parts of the crate, each knowing only those before it.
const PARTS: [&str; 15] = [
    "numbers",
    "printable",
    "join",
    "draw",
    "data",
    "experiment",
    "model",
    "analysis",
    "picture",
    "export",
    "presets",
    "files",
    "worker",
    "app",
    "cli",
];

/// The wings of the window, each knowing only those before it.
const WINGS: [&str; 10] = [
    "run", "command", "theme", "text", "session", "widgets", "plots", "panels", "views", "shell",
];

/// Parts that know no thread, channel or clock.
const TIMELESS: [&str; 10] = [
    "numbers",
    "printable",
    "join",
    "draw",
    "data",
    "experiment",
    "model",
    "analysis",
    "picture",
    "export",
];

/// Files outside of `files` that read or write files: never a user's, always the program's own.
const OWN_FILES: [&str; 3] = [
    "src/app/session/autosave_file.rs", // unsaved work, in the settings' folder
    "src/app/session/settings.rs",      // the settings
    "src/app/shell/native.rs",          // the settings, before the window opens
];

/// The most lines of a file.
const MOST_LINES: usize = 400;

/// A sentence for each breach of a rule.
pub(crate) fn faults(files: &[SourceFile]) -> Vec<String> {
    let hidden = test_modules(files);
    let is_hidden = |file: &SourceFile| {
        let path = &file.module;
        (1..=path.len()).any(|n| hidden.contains(&path[..n]))
    };
    let (tests, files): (Vec<_>, Vec<_>) = files.iter().partition(|file| is_hidden(file));
    let modules = Modules::new(&files);
    let mut found = Vec::new();
    let mut arrows = Vec::new();
    for (from, file) in files.iter().enumerate() {
        let targets: BTreeSet<usize> = file
            .paths()
            .iter()
            .filter_map(|path| modules.file_of(path))
            .filter(|&to| to != from)
            .collect();
        for to in targets {
            match upward(file, files[to]) {
                Some(fault) => found.push(fault),
                None => arrows.push((from, to)),
            }
        }
        found.extend(foreign(file));
    }
    found.extend(circles(&files, &arrows));
    found.extend(files.iter().chain(&tests).filter_map(|file| shape(file)));
    found.sort();
    found
}

/// Finds the file behind a path.
struct Modules<'a> {
    files: &'a [&'a SourceFile],
    by_module: HashMap<&'a [String], usize>,
}

impl<'a> Modules<'a> {
    fn new(files: &'a [&'a SourceFile]) -> Self {
        let by_module = files.iter().enumerate();
        Self {
            files,
            by_module: by_module.map(|(i, file)| (&file.module[..], i)).collect(),
        }
    }

    /// The file that defines what a path names, through the names under which modules make
    /// others' items known.
    fn file_of(&self, path: &[String]) -> Option<usize> {
        let mut path = path.to_vec();
        // No chain of names is as long as this.
        for _ in 0..8 {
            let n = (0..=path.len())
                .rev()
                .find(|&n| self.by_module.contains_key(&path[..n]))?;
            let file = self.by_module[&path[..n]];
            let behind = path
                .get(n)
                .and_then(|name| self.files[file].reexports.get(name));
            match behind {
                Some(behind) if !path.starts_with(behind) => {
                    path = behind.iter().chain(&path[n + 1..]).cloned().collect();
                }
                _ if n == 0 => return None,
                _ => return Some(file),
            }
        }
        None
    }
}

/// The fault in one file importing another, if there is one.
fn upward(from: &SourceFile, to: &SourceFile) -> Option<String> {
    let place = |order: &[&str], name: &str| order.iter().position(|known| *known == name);
    let (lower, higher) = (from.part()?, to.part()?);
    if lower != higher {
        let (low, high) = (place(&PARTS, lower), place(&PARTS, higher));
        let (Some(low), Some(high)) = (low, high) else {
            return Some(format!(
                "{lower} or {higher} is no known part: add it to PARTS"
            ));
        };
        return (low < high).then(|| format!("{}: {lower} imports {higher}", from.path));
    }
    let (Some(lower), Some(higher)) = (from.wing(), to.wing()) else {
        // The door itself, app/mod.rs, may look anywhere.
        return None;
    };
    if lower == "session" && higher == "text" {
        return Some(format!("{}: the session knows no words (text)", from.path));
    }
    let (low, high) = (place(&WINGS, lower), place(&WINGS, higher));
    match (low, high) {
        (Some(low), Some(high)) if low >= high => None,
        _ => Some(format!("{}: {lower} imports {higher}", from.path)),
    }
}

/// Names used in a file that its part may not use.
fn foreign(file: &SourceFile) -> BTreeSet<String> {
    let part = file.part().unwrap_or_default();
    let path = &file.path;
    let mut found = BTreeSet::new();
    for name in file.foreign() {
        let starts = |with: &[&str]| {
            name.len() >= with.len() && name.iter().zip(with).all(|(name, with)| name == with)
        };
        let is_egui = ["egui", "eframe", "egui_plot"].contains(&name[0].as_str());
        let is_session = file.wing() == Some("session") || file.wing() == Some("command");
        if is_egui && (part != "app" || is_session) {
            let whose = if is_session {
                "the session knows no"
            } else {
                "only app knows"
            };
            found.insert(format!("{path}: {whose} egui"));
        }
        let is_clock = starts(&["std", "thread"])
            || starts(&["std", "sync", "mpsc"])
            || starts(&["std", "time", "Instant"])
            || starts(&["std", "time", "SystemTime"]);
        if is_clock && TIMELESS.contains(&part) {
            found.insert(format!("{path}: {part} knows no thread, channel or clock"));
        }
        let is_file = starts(&["std", "fs"]) || starts(&["tempfile"]);
        if is_file && part != "files" && !OWN_FILES.contains(&path.as_str()) {
            found.insert(format!("{path}: only files opens a file"));
        }
        let is_output = starts(&["std", "io", "stdout"]) || starts(&["std", "io", "stderr"]);
        if is_output && part != "cli" {
            found.insert(format!("{path}: only cli prints"));
        }
    }
    let prints = ["print", "println", "eprint", "eprintln", "dbg"];
    if part != "cli"
        && file
            .macros()
            .iter()
            .any(|name| prints.contains(&name.as_str()))
    {
        found.insert(format!("{path}: only cli prints"));
    }
    found
}

/// Files that import each other, directly or through others, a sentence a circle.
fn circles(files: &[&SourceFile], arrows: &[(usize, usize)]) -> Vec<String> {
    let mut next: HashMap<usize, Vec<usize>> = HashMap::new();
    for &(from, to) in arrows {
        next.entry(from).or_default().push(to);
    }
    let reached = |from: usize| {
        let mut seen = HashSet::new();
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            for &to in next.get(&at).map_or(&[][..], Vec::as_slice) {
                if seen.insert(to) {
                    open.push(to);
                }
            }
        }
        seen
    };
    let reached: Vec<HashSet<usize>> = (0..files.len()).map(reached).collect();
    let mut told = HashSet::new();
    let mut found = Vec::new();
    for file in 0..files.len() {
        if !reached[file].contains(&file) || told.contains(&file) {
            continue;
        }
        let mut circle: Vec<usize> = reached[file]
            .iter()
            .copied()
            .filter(|&other| reached[other].contains(&file))
            .collect();
        circle.sort_unstable();
        told.extend(circle.iter().copied());
        let names: Vec<&str> = circle.iter().map(|&i| files[i].path.as_str()).collect();
        found.push(format!("a circle of imports: {}", names.join(", ")));
    }
    found
}

/// The fault in a file's size or place, if there is one.
fn shape(file: &SourceFile) -> Option<String> {
    let SourceFile { path, n_lines, .. } = file;
    if *n_lines > MOST_LINES {
        return Some(format!("{path}: {n_lines} lines, more than {MOST_LINES}"));
    }
    let is_loose =
        file.part() == Some("app") && file.module.len() == 2 && !path.ends_with("/mod.rs");
    is_loose.then(|| format!("{path}: a loose file, it belongs to a wing"))
}
