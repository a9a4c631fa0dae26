//! How the values of an axis lie along it.

/// How values lie along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spacing {
    /// By their differences.
    Linear,
    /// By their ratios.
    Logarithmic,
}

impl Spacing {
    /// How far along a value lies.
    pub(super) fn length(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Logarithmic => value.log10(),
        }
    }

    /// The value that lies so far along.
    pub(super) fn value(self, length: f64) -> f64 {
        match self {
            Self::Linear => length,
            Self::Logarithmic => 10.0_f64.powf(length),
        }
    }
}
