//! A figure as the window exports it: which one, and how large.

use crate::export::paint::PageSize;
use crate::export::{Figure, Subject};
use crate::picture::Size;

/// A figure and its size. How it is shown is taken from what is on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Which one.
    pub plot: Plot,
    /// How large it is.
    pub page: Page,
}

/// The figures that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plot {
    /// A figure of the run.
    OfRun(Subject),
    /// The loss of regression, a network without a hidden layer and the experiment's own.
    Comparison,
    /// The map of the atlas.
    Atlas,
    /// The section of the atlas.
    Section,
}

/// How large a figure is, and how fine a PNG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The width in millimetres; `None` for the figure's own.
    pub width_mm: Option<u32>,
    /// Pixels an inch of a PNG.
    pub dpi: u32,
}

impl Page {
    /// The resolutions that are offered: a screen's, and what journals ask for.
    pub(crate) const RESOLUTIONS: [u32; 4] = [96, 200, 300, 600];

    /// The size to lay the figure out at.
    pub(crate) fn size(self) -> PageSize {
        PageSize {
            width_cm: self.width_mm.map(|width| f64::from(width) / 10.0),
            height_cm: None,
        }
    }

    /// The pixels of a PNG of a figure of so many points of 1/96 inch.
    pub(crate) fn pixels(self, size: Size) -> [u32; 2] {
        let inches = f64::from(self.dpi) / 96.0;
        [size.width, size.height].map(|side| (side * inches).round() as u32)
    }
}

impl Default for Page {
    /// Fit for print.
    fn default() -> Self {
        Self {
            width_mm: None,
            dpi: 300,
        }
    }
}

impl Plot {
    /// The width and height on such a page in points of 1/96 inch, for so many items; `None` if it
    /// cannot be so small or so large.
    pub(crate) fn size(self, n_items: usize, page: Page) -> Option<Size> {
        let size = match self {
            Self::OfRun(subject) => Figure::size(subject, n_items, page.size()),
            Self::Comparison | Self::Section => Figure::comparison_size(page.size()),
            Self::Atlas => Figure::atlas_size(page.size()),
        };
        size.ok()
    }

    /// The key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::OfRun(Subject::Dynamics) => "picture-dynamics",
            Self::OfRun(Subject::Rsm { .. }) => "picture-dynamics-rsm",
            Self::OfRun(Subject::Similarity { .. }) => "picture-rsm",
            Self::OfRun(Subject::Microscope { .. }) => "picture-microscope",
            Self::OfRun(Subject::Illusions) => "picture-illusions",
            Self::OfRun(Subject::Data) => "picture-data",
            Self::OfRun(Subject::Spectrum) => "picture-spectrum",
            Self::OfRun(Subject::Modes) => "picture-modes",
            Self::OfRun(Subject::Map { .. }) => "picture-map",
            Self::OfRun(Subject::Tree { .. }) => "picture-tree",
            Self::Comparison => "picture-comparison",
            Self::Atlas => "picture-atlas",
            Self::Section => "picture-section",
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
            Self::Comparison | Self::Atlas | Self::Section => format!("{name}.png"),
        }
    }
}
