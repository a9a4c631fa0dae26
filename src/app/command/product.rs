//! The files that can be exported of a run.

use super::picture::Picture;

/// Something that can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    /// A figure.
    Figure(Picture),
    /// All curves, as CSV.
    Curves,
    /// Everything, as .npz.
    Run,
    /// A PyTorch script that repeats the run.
    Script,
}

impl Product {
    /// How its files' names may end.
    pub(crate) fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Figure(_) => &["png", "svg", "pdf"],
            Self::Curves => &["csv"],
            Self::Run => &["npz"],
            Self::Script => &["py"],
        }
    }

    /// A name to begin with.
    pub(crate) fn suggested_name(self) -> String {
        match self {
            Self::Figure(picture) => picture.plot.suggested_name(),
            Self::Curves => "curves.csv".to_owned(),
            Self::Run => "run.npz".to_owned(),
            Self::Script => "run.py".to_owned(),
        }
    }

    /// The key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Figure(_) => "export-figure",
            Self::Curves => "export-curves",
            Self::Run => "export-run",
            Self::Script => "export-script",
        }
    }
}
