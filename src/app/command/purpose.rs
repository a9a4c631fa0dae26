//! The purpose of asking for a file, and which opening of the dialog asked.

use std::path::{Path, PathBuf};

use super::product::Product;

/// The purpose of asking for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open an experiment, or data of one's own.
    Open,
    /// To save everything that decides the picture.
    SaveExperiment,
    /// To save what the network is taught.
    SaveData,
    /// To save something of the run.
    Export(Product),
}

/// One opening of the dialog: answers to what another one asked are not for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DialogId(pub(crate) u64);

impl Purpose {
    /// Whether a file is to be written.
    pub(crate) fn is_saving(self) -> bool {
        self != Self::Open
    }

    /// How the files' names end.
    pub(crate) fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Open => &["toml", "csv", "tsv", "txt", "npz"],
            Self::SaveExperiment => &["toml"],
            Self::SaveData => &["csv", "npz"],
            Self::Export(product) => product.endings(),
        }
    }

    /// The files that are written for one of this path.
    pub(crate) fn written(self, path: &Path) -> Vec<PathBuf> {
        let mut written = vec![path.to_owned()];
        // Its data, where it needs any.
        if self == Self::Export(Product::Script) {
            written.push(path.with_extension("npz"));
        }
        written
    }

    /// A name to begin with; `of` is the name, without its ending, of the file that the work comes
    /// from, if there is one.
    pub(crate) fn suggested_name(self, of: Option<&str>) -> String {
        let name = match (self, of) {
            (Self::Open, _) => return String::new(),
            (Self::SaveExperiment, Some(of)) => return format!("{of}.toml"),
            (Self::SaveExperiment, None) => "experiment.toml".to_owned(),
            (Self::SaveData, _) => "data.csv".to_owned(),
            (Self::Export(product), _) => product.suggested_name(),
        };
        match of {
            Some(of) => format!("{of}-{name}"),
            None => name,
        }
    }

    /// The key of what is done; what it is for is under the same with `-text`.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::SaveExperiment => "save-experiment",
            Self::SaveData => "save-data",
            Self::Export(product) => product.key(),
        }
    }
}
