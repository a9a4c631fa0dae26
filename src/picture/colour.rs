//! Colours by what they mean. A [`Palette`](super::Palette) says how each looks.

/// The meaning of a colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Colour {
    /// The picture's background.
    Ground,
    /// Text and the lines of axes.
    Ink,
    /// Text that explains, lines of less weight.
    Quiet,
    /// Grid lines, seams, what stands far behind.
    Faint,
    /// The loss and its axis.
    Loss,
    /// A mode: blue for the first to green for the last.
    Mode {
        /// Index, from 0.
        mode: usize,
        /// How many there are.
        of: usize,
    },
    /// The modes' axis.
    Modes,
    /// The epoch looked at.
    Epoch,
    /// Failures: where a run diverged, a refused value.
    Error,
    /// The watched pair of this index; each has a colour of its own.
    Watched(usize),
    /// A pinned run, by the number of its colour.
    Pin(usize),
    /// A feature's value from −1 (no) to 1 (yes).
    Sign(f64),
    /// A signed number from −1 to 1, neutral at zero.
    Signed(f64),
    /// A similarity from −1 to 1 of the scale's largest, neutral at zero.
    Similarity(f64),
    /// A number on a scale without a middle, from 0, bright, to 1, dark.
    Scale(f64),
    /// Black or white, whichever is read on [`Colour::Sign`] of this value.
    OnSign(f64),
    /// Black or white, whichever is read on [`Colour::Signed`] of this value.
    OnSigned(f64),
}

/// A colour, and how much of what is behind it it covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// The colour.
    pub colour: Colour,
    /// From 0, nothing, to 1, all.
    pub opacity: f64,
}

impl From<Colour> for Paint {
    fn from(colour: Colour) -> Self {
        Self {
            colour,
            opacity: 1.0,
        }
    }
}

impl Colour {
    /// The same, covering only so much of what is behind it.
    pub fn at(self, opacity: f64) -> Paint {
        Paint {
            colour: self,
            opacity,
        }
    }
}
