//! Where a data set comes from: drawn from a tree, or a user's own.

use std::sync::Arc;

use super::{Dataset, OwnData, Provenance, Shared, TreeRecipe};

/// Everything that decides a data set, without user features.
#[derive(Clone, Debug, PartialEq)]
pub enum DataSource {
    /// Drawn from a branching-diffusion tree.
    Tree(TreeRecipe),
    /// From a user's file.
    Own(OwnSource),
}

/// A user's own data, their name and where they come from.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnSource {
    /// The name of the file they came from, without its folder.
    pub name: String,
    /// The data.
    pub data: Shared<OwnData>,
    /// The file and the choices about how it was read; `None` if they are not known.
    pub provenance: Option<Provenance>,
}

impl Default for DataSource {
    /// The tutorial's data set.
    fn default() -> Self {
        Self::Tree(TreeRecipe::default())
    }
}

impl From<TreeRecipe> for DataSource {
    fn from(tree: TreeRecipe) -> Self {
        Self::Tree(tree)
    }
}

impl DataSource {
    /// Number of items, P.
    pub fn n_items(&self) -> usize {
        match self {
            Self::Tree(tree) => tree.n_items(),
            Self::Own(own) => own.data.n_items(),
        }
    }

    /// Number of features, N, without the user's.
    pub fn n_features(&self) -> usize {
        match self {
            Self::Tree(tree) => tree.n_features,
            Self::Own(own) => own.data.n_features(),
        }
    }

    /// The tree it is drawn from, if it is.
    pub fn tree(&self) -> Option<&TreeRecipe> {
        match self {
            Self::Tree(tree) => Some(tree),
            Self::Own(_) => None,
        }
    }

    /// The tree it is drawn from, to be changed.
    pub fn tree_mut(&mut self) -> Option<&mut TreeRecipe> {
        match self {
            Self::Tree(tree) => Some(tree),
            Self::Own(_) => None,
        }
    }

    /// The user's own data, if it is.
    pub fn own(&self) -> Option<&OwnSource> {
        match self {
            Self::Tree(_) => None,
            Self::Own(own) => Some(own),
        }
    }

    /// The name of a feature, from 0, if it has one.
    pub fn feature_name(&self, feature: usize) -> Option<&str> {
        let names = self.own()?.data.feature_names.as_ref()?;
        let name = names.get(feature)?.as_str();
        (!name.is_empty()).then_some(name)
    }

    /// The data set.
    pub fn sample(&self) -> Arc<Dataset> {
        self.sample_unless(&mut || false).expect("never cancelled")
    }

    /// Samples like [`DataSource::sample`]; `None` if cancelled.
    pub fn sample_unless(&self, is_cancelled: &mut dyn FnMut() -> bool) -> Option<Arc<Dataset>> {
        match self {
            Self::Tree(tree) => tree.sample_unless(is_cancelled).map(Arc::new),
            Self::Own(own) => Some(Arc::clone(&own.data.dataset)),
        }
    }
}
