//! How large letters and lines are.

/// A size of everything in the window, in percent of the usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zoom(u16);

impl Zoom {
    /// The sizes that are offered.
    pub const ALL: [Self; 6] = [
        Self(80),
        Self(90),
        Self(100),
        Self(125),
        Self(150),
        Self(200),
    ];

    /// The size as a factor.
    pub(crate) fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The size that is offered for this factor, if it is one of them.
    pub(crate) fn of(factor: f32) -> Option<Self> {
        let is_it = |zoom: &Self| (zoom.factor() - factor).abs() < 0.005;
        Self::ALL.into_iter().find(is_it)
    }

    /// The key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self.0 {
            80 => "size-80",
            90 => "size-90",
            125 => "size-125",
            150 => "size-150",
            200 => "size-200",
            _ => "size-100",
        }
    }
}
