//! A figure as the window exports it: which one, and how many pixels it has as a PNG.

use crate::export::Subject;

/// A figure and how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Which one.
    pub plot: Plot,
    /// The loss on a logarithmic axis, where there is one.
    pub is_log: bool,
    /// How large a PNG is.
    pub scale: Scale,
}

/// The figures that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plot {
    /// A figure of the run.
    OfRun(Subject),
    /// The loss of regression, a network without a hidden layer and the experiment's own.
    Comparison,
}

/// Pixels of a PNG for each of the figure's units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale(pub(crate) u8);

impl Scale {
    /// All that are offered.
    pub(crate) const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// How it is written: `2×`.
    pub(crate) fn name(self) -> String {
        format!("{}×", self.0)
    }

    /// A figure's size in pixels.
    pub(crate) fn of(self, size: [u32; 2]) -> [u32; 2] {
        size.map(|side| side * u32::from(self.0))
    }
}

impl Default for Scale {
    /// Fit for print.
    fn default() -> Self {
        Self(3)
    }
}

impl Plot {
    /// The key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::OfRun(Subject::Dynamics) => "picture-dynamics",
            Self::OfRun(Subject::Rsm { .. }) => "picture-rsm",
            Self::OfRun(Subject::Illusions) => "picture-illusions",
            Self::OfRun(Subject::Data) => "picture-data",
            Self::OfRun(Subject::Spectrum) => "picture-spectrum",
            Self::OfRun(Subject::Modes) => "picture-modes",
            Self::OfRun(Subject::Map { .. }) => "picture-map",
            Self::OfRun(Subject::Tree { .. }) => "picture-tree",
            Self::Comparison => "picture-comparison",
        }
    }

    /// A file's name to begin with.
    pub(crate) fn suggested_name(self) -> String {
        let name = self.key().trim_start_matches("picture-");
        match self {
            Self::OfRun(subject) => match subject.epoch() {
                Some(epoch) => format!("{name}-{epoch}.png"),
                None => format!("{name}.png"),
            },
            Self::Comparison => format!("{name}.png"),
        }
    }
}
