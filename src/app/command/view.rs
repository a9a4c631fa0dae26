//! Which view is in the middle of the window.

use serde::{Deserialize, Serialize};

/// The views of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// How the network learns.
    #[default]
    Learning,
    /// The beliefs of the network on the way.
    Illusions,
    /// The data that it is taught.
    Data,
    /// The same answer in three ways.
    Regression,
    /// Many runs side by side.
    Atlas,
}

impl View {
    /// All of them, in their order.
    pub(crate) const ALL: [Self; 5] = [
        Self::Learning,
        Self::Illusions,
        Self::Data,
        Self::Regression,
        Self::Atlas,
    ];

    /// The key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Learning => "view-learning",
            Self::Illusions => "view-illusions",
            Self::Data => "view-data",
            Self::Regression => "view-regression",
            Self::Atlas => "view-atlas",
        }
    }

    /// The name of the view in an experiment file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Learning => "learning",
            Self::Illusions => "illusions",
            Self::Data => "data",
            Self::Regression => "regression",
            Self::Atlas => "atlas",
        }
    }

    /// The view of that name, if there is one.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}
