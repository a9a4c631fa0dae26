//! The program's own source files, parsed.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use syn::{Attribute, Item, Visibility};

use super::imports::{self, Found};

/// A parsed file of the library.
pub(crate) struct SourceFile {
    /// The file's path from the project's root, such as `src/model/run.rs`.
    pub(crate) path: String,
    /// The file's module, such as `["model", "run"]`; empty for the root.
    pub(crate) module: Vec<String>,
    /// Number of lines.
    pub(crate) n_lines: usize,
    /// Paths and macros named outside of the file's tests.
    found: Found,
    /// Child modules that are only compiled for tests.
    test_modules: HashSet<String>,
    /// Re-exported names, each with the path behind it.
    pub(crate) reexports: HashMap<String, Vec<String>>,
}

impl SourceFile {
    /// Parses the text of a file.
    pub(crate) fn parse(path: &str, text: &str) -> Self {
        let syntax = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let module = module_of(path);
        let children: HashSet<String> = syntax.items.iter().filter_map(child).collect();
        let mut test_modules = HashSet::new();
        let mut reexports = HashMap::new();
        for item in &syntax.items {
            match item {
                Item::Mod(item) if item.content.is_none() && is_for_tests(&item.attrs) => {
                    test_modules.insert(item.ident.to_string());
                }
                Item::Use(item) if !matches!(item.vis, Visibility::Inherited) => {
                    for (name, path) in imports::leaves(&item.tree) {
                        let path = imports::absolute(&path, &module, &children);
                        reexports.extend(path.map(|path| (name, path)));
                    }
                }
                _ => {}
            }
        }
        Self {
            path: path.to_owned(),
            n_lines: text.lines().count(),
            found: imports::found(&syntax, &module, &children),
            module,
            test_modules,
            reexports,
        }
    }

    /// The absolute paths within the crate that it names, each without `crate`.
    pub(crate) fn paths(&self) -> &[Vec<String>] {
        &self.found.own
    }

    /// The paths into other crates and the standard library that it names.
    pub(crate) fn foreign(&self) -> &[Vec<String>] {
        &self.found.foreign
    }

    /// The macros that it calls.
    pub(crate) fn macros(&self) -> &[String] {
        &self.found.macros
    }

    /// The part of the crate that it belongs to: `model`, `app`; none for the root.
    pub(crate) fn part(&self) -> Option<&str> {
        self.module.first().map(String::as_str)
    }

    /// The wing of the window that it belongs to; none elsewhere.
    pub(crate) fn wing(&self) -> Option<&str> {
        let is_in_app = self.part() == Some("app");
        self.module.get(1).map(String::as_str).filter(|_| is_in_app)
    }
}

/// All files of the library under `root/src`, without those that only tests compile.
pub(crate) fn read_all(root: &Path) -> Vec<SourceFile> {
    let mut files = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of sources") {
            let path = entry.expect("an entry of it").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root).expect("it is below the root");
                let name = name
                    .to_str()
                    .expect("our names are text")
                    .replace('\\', "/");
                let text = fs::read_to_string(&path).expect("a source file");
                files.push(SourceFile::parse(&name, &text));
            }
        }
    }
    files.retain(|file| file.path != "src/main.rs");
    files
}

/// The modules that only tests compile, as their paths.
pub(crate) fn test_modules(files: &[SourceFile]) -> HashSet<Vec<String>> {
    let of = |file: &SourceFile| {
        let module = file.module.clone();
        let names = file.test_modules.iter().cloned();
        let paths = names.map(move |name| module.iter().cloned().chain([name]).collect());
        paths.collect::<Vec<Vec<String>>>()
    };
    files.iter().flat_map(of).collect()
}

fn module_of(path: &str) -> Vec<String> {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut module: Vec<String> = path.split('/').map(ToOwned::to_owned).collect();
    if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
        module.pop();
    }
    module
}

/// The name of a child module.
fn child(item: &Item) -> Option<String> {
    match item {
        Item::Mod(item) => Some(item.ident.to_string()),
        _ => None,
    }
}

/// Whether an item is compiled only for tests.
pub(crate) fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|condition| condition.is_ident("test"))
    })
}
