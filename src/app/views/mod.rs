//! The views in the middle of the window, one file each.

pub mod below;
pub(crate) mod column_edit;
pub(crate) mod data;
mod exercise;
mod feature_table;
pub(crate) mod illusions;
pub mod learning;
pub(crate) mod regression;

use serde::{Deserialize, Serialize};

use super::pins::Pins;
use super::seeds::Seeds;

/// What is drawn beside a run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beside<'a> {
    /// Pinned runs, and the run before the drag under way.
    pub(crate) pins: &'a Pins,
    /// The run's setting over many draws.
    pub(crate) seeds: &'a Seeds,
}

/// The views of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// How the network learns.
    #[default]
    Learning,
    /// What it believes on the way.
    Illusions,
    /// What it is taught.
    Data,
    /// The same answer in three ways.
    Regression,
}

impl View {
    /// All of them, in their order, with the keys of their names.
    pub(crate) const ALL: [(Self, &'static str); 4] = [
        (Self::Learning, "view-learning"),
        (Self::Illusions, "view-illusions"),
        (Self::Data, "view-data"),
        (Self::Regression, "view-regression"),
    ];

    /// Its name in an experiment file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Learning => "learning",
            Self::Illusions => "illusions",
            Self::Data => "data",
            Self::Regression => "regression",
        }
    }

    /// The view of that name, if there is one.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        let views = Self::ALL.map(|(view, _)| view);
        views.into_iter().find(|view| view.name() == name)
    }
}
