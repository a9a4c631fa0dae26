//! All colours, in one place. The tutorial's own, as far as each theme lets them be read.

use egui::{Color32, Rgba};

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Palette {
    /// The loss.
    pub(crate) loss: Color32,
    /// The modes' axis, and the first end of their colours.
    pub(crate) mode_first: Color32,
    /// The other end of the modes' colours.
    pub(crate) mode_last: Color32,
    /// The epoch band and its line.
    pub(crate) epoch: Color32,
    /// Theory beside the simulation.
    pub(crate) theory: Color32,
    /// What was refused, or went wrong.
    pub(crate) error: Color32,
    /// Text that explains.
    pub(crate) quiet: Color32,
    /// The two signs of an item side: no and yes.
    pub(crate) no: Color32,
    /// See `no`.
    pub(crate) yes: Color32,
    pins: [Color32; 6],
    similarity: [Color32; 4],
    dissimilar: Color32,
}

impl Palette {
    /// The colours for a dark or a light window.
    pub(crate) fn new(is_dark: bool) -> Self {
        if is_dark { Self::DARK } else { Self::LIGHT }
    }

    const LIGHT: Self = Self {
        loss: Color32::from_rgb(0xd6, 0x14, 0x14),
        mode_first: Color32::from_rgb(0x10, 0x10, 0xf0),
        mode_last: Color32::from_rgb(0x00, 0xb8, 0x66),
        epoch: Color32::from_rgb(0x7a, 0x6a, 0x20),
        theory: Color32::from_rgb(0x20, 0x20, 0x28),
        error: Color32::from_rgb(0xb0, 0x10, 0x10),
        quiet: Color32::from_rgb(0x60, 0x60, 0x68),
        no: Color32::from_rgb(0x00, 0xb8, 0xc8),
        yes: Color32::from_rgb(0xd8, 0x20, 0xd0),
        pins: [
            Color32::from_rgb(0xd0, 0x7c, 0x00),
            Color32::from_rgb(0x8a, 0x3f, 0xc8),
            Color32::from_rgb(0x00, 0x86, 0x80),
            Color32::from_rgb(0xc8, 0x3c, 0x80),
            Color32::from_rgb(0x6e, 0x7c, 0x10),
            Color32::from_rgb(0x78, 0x60, 0x50),
        ],
        // matplotlib's Purples at 0, 1/3, 2/3 and 1.
        similarity: [
            Color32::from_rgb(0xfc, 0xfb, 0xfd),
            Color32::from_rgb(0xca, 0xc9, 0xe2),
            Color32::from_rgb(0x86, 0x80, 0xbc),
            Color32::from_rgb(0x3f, 0x00, 0x7d),
        ],
        dissimilar: Color32::from_rgb(0xe0, 0x80, 0x20),
    };

    const DARK: Self = Self {
        loss: Color32::from_rgb(0xff, 0x6a, 0x60),
        mode_first: Color32::from_rgb(0x6c, 0x8c, 0xff),
        mode_last: Color32::from_rgb(0x40, 0xf0, 0xa0),
        epoch: Color32::from_rgb(0xf0, 0xd8, 0x80),
        theory: Color32::from_rgb(0xf4, 0xf4, 0xf8),
        error: Color32::from_rgb(0xff, 0x80, 0x78),
        quiet: Color32::from_rgb(0xa4, 0xa4, 0xae),
        no: Color32::from_rgb(0x28, 0xc8, 0xd8),
        yes: Color32::from_rgb(0xf0, 0x60, 0xe8),
        pins: [
            Color32::from_rgb(0xff, 0xb0, 0x50),
            Color32::from_rgb(0xc4, 0x90, 0xff),
            Color32::from_rgb(0x50, 0xd0, 0xc8),
            Color32::from_rgb(0xff, 0x8c, 0xc0),
            Color32::from_rgb(0xc0, 0xcc, 0x60),
            Color32::from_rgb(0xc8, 0xb0, 0xa0),
        ],
        // The same purple, from the window's own dark to light.
        similarity: [
            Color32::from_rgb(0x1c, 0x1a, 0x24),
            Color32::from_rgb(0x4a, 0x3c, 0x86),
            Color32::from_rgb(0x8c, 0x7c, 0xd8),
            Color32::from_rgb(0xe8, 0xdc, 0xff),
        ],
        dissimilar: Color32::from_rgb(0xf0, 0x98, 0x40),
    };

    /// Mode `mode` of `n_modes`, from blue to green (matplotlib's winter).
    pub(crate) fn mode(&self, mode: usize, n_modes: usize) -> Color32 {
        let t = mode as f32 / n_modes.saturating_sub(1).max(1) as f32;
        blend(self.mode_first, self.mode_last, t)
    }

    /// A pinned run's colour, by number: apart from loss and modes, and from each other.
    pub(crate) fn pin(&self, colour: usize) -> Color32 {
        self.pins[colour % self.pins.len()]
    }

    /// The line of watched pair `i`: the tutorial's red for the first.
    pub(crate) fn watched(&self, i: usize) -> Color32 {
        match i % 4 {
            0 => self.loss,
            1 => self.yes,
            2 => self.dissimilar,
            _ => self.quiet,
        }
    }

    /// A value from no (−1) to yes (1).
    pub(crate) fn sign(&self, value: f64) -> Color32 {
        blend(
            self.no,
            self.yes,
            f64::midpoint(value, 1.0).clamp(0.0, 1.0) as f32,
        )
    }

    /// A number from −1 to 1 that may be nothing: the signs' colours, blank at zero.
    pub(crate) fn signed(&self, value: f64) -> Color32 {
        let end = if value < 0.0 { self.no } else { self.yes };
        blend(self.similarity[0], end, value.abs().min(1.0) as f32)
    }

    /// A similarity from −1 to 1; beyond that, the ends. Zero and up are purple, below is orange,
    /// so a colour means the same in every frame.
    pub(crate) fn similarity(&self, value: f64) -> Color32 {
        let [none, .., full] = self.similarity;
        if value <= 0.0 {
            return blend(none, self.dissimilar, (-value).min(1.0) as f32);
        }
        if value >= 1.0 {
            return full;
        }
        let at = value as f32 * 3.0;
        // Just below 1, rounding may already have reached the end.
        let step = (at as usize).min(2);
        blend(
            self.similarity[step],
            self.similarity[step + 1],
            at - step as f32,
        )
    }
}

/// Black or white, whichever is read on `background`.
pub(crate) fn ink_on(background: Color32) -> Color32 {
    let [r, g, b, _] = Rgba::from(background).to_array();
    if 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.22 {
        Color32::BLACK
    } else {
        Color32::WHITE
    }
}

/// The colour at `t` (0 … 1) from `a` to `b`, in the space of the screen.
fn blend(a: Color32, b: Color32, t: f32) -> Color32 {
    let channel = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * t).round() as u8;
    Color32::from_rgb(
        channel(a.r(), b.r()),
        channel(a.g(), b.g()),
        channel(a.b(), b.b()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similarity_is_defined_everywhere() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            assert_eq!(palette.similarity(5.0), palette.similarity[3]);
            assert_eq!(palette.similarity(1.0 - 1e-12), palette.similarity[3]);
            assert_eq!(palette.similarity(0.0), palette.similarity[0]);
            assert_eq!(palette.similarity(1.0 / 3.0), palette.similarity[1]);
            assert_eq!(palette.similarity(-9.0), palette.dissimilar);
        }
    }

    #[test]
    fn one_mode_alone_has_a_colour() {
        assert_eq!(Palette::LIGHT.mode(0, 1), Palette::LIGHT.mode_first);
        assert_eq!(Palette::LIGHT.mode(7, 8), Palette::LIGHT.mode_last);
    }
}
