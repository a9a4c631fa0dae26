//! Names used in a file: paths of the crate, of other crates, and macros.

use std::collections::HashSet;

use syn::visit::{self, Visit};
use syn::{File, ItemMod, ItemUse, Macro, UseTree};

use super::files::is_for_tests;

/// Names used in a file outside of its tests.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Absolute paths within the crate, without `crate`.
    pub(crate) own: Vec<Vec<String>>,
    /// Paths into other crates and the standard library.
    pub(crate) foreign: Vec<Vec<String>>,
    /// Macros that it calls.
    pub(crate) macros: Vec<String>,
}

/// Collects what the file of `module` names; `children` are the modules that it declares.
pub(crate) fn found(file: &File, module: &[String], children: &HashSet<String>) -> Found {
    let mut collector = Collector {
        module: module.to_vec(),
        children: children.clone(),
        found: Found::default(),
    };
    collector.visit_file(file);
    collector.found
}

struct Collector {
    module: Vec<String>,
    children: HashSet<String>,
    found: Found,
}

impl Collector {
    fn add(&mut self, path: &[String]) {
        if path.len() < 2 {
            return;
        }
        match absolute(path, &self.module, &self.children) {
            Some(own) => self.found.own.push(own),
            None => self.found.foreign.push(path.to_vec()),
        }
    }
}

impl<'ast> Visit<'ast> for Collector {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if is_for_tests(&item.attrs) || item.content.is_none() {
            return;
        }
        self.module.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if is_for_tests(&item.attrs) {
            return;
        }
        // What is only made known under another name is no import: see `reexports`.
        let is_reexport = !matches!(item.vis, syn::Visibility::Inherited);
        for (_, path) in leaves(&item.tree) {
            if !is_reexport {
                self.add(&path);
            }
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        self.add(&segments.collect::<Vec<_>>());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        if let Some(name) = called.path.segments.last() {
            self.found.macros.push(name.ident.to_string());
        }
        visit::visit_macro(self, called);
    }
}

/// The paths of a `use`, each with the name that it is known by; `*` for all of a module.
pub(crate) fn leaves(tree: &UseTree) -> Vec<(String, Vec<String>)> {
    match tree {
        UseTree::Path(path) => {
            let first = path.ident.to_string();
            let rest = leaves(&path.tree).into_iter();
            rest.map(|(name, mut rest)| {
                rest.insert(0, first.clone());
                if rest.last().is_some_and(|last| last == "self") {
                    rest.pop();
                }
                (name, rest)
            })
            .collect()
        }
        UseTree::Name(name) => vec![(name.ident.to_string(), vec![name.ident.to_string()])],
        UseTree::Rename(rename) => {
            vec![(rename.rename.to_string(), vec![rename.ident.to_string()])]
        }
        UseTree::Glob(_) => vec![("*".to_owned(), vec!["*".to_owned()])],
        UseTree::Group(group) => group.items.iter().flat_map(leaves).collect(),
    }
}

/// A path from the crate's root, without `crate`; none of a path into another crate.
pub(crate) fn absolute(
    path: &[String],
    module: &[String],
    children: &HashSet<String>,
) -> Option<Vec<String>> {
    let n_up = path
        .iter()
        .take_while(|segment| *segment == "super")
        .count();
    let first = path.first()?;
    let (base, rest) = match first.as_str() {
        "crate" => (&[][..], &path[1..]),
        "self" => (module, &path[1..]),
        "super" => (&module[..module.len().checked_sub(n_up)?], &path[n_up..]),
        _ if children.contains(first) => (module, path),
        _ => return None,
    };
    Some(base.iter().chain(rest).cloned().collect())
}
