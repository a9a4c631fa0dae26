//! How colours look in a theme: the tutorial's own, as far as each ground lets them be read.

use super::{Colour, Rgb};

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// See [`Colour::Ground`].
    pub ground: Rgb,
    ink: Rgb,
    quiet: Rgb,
    faint: Rgb,
    loss: Rgb,
    first_mode: Rgb,
    last_mode: Rgb,
    epoch: Rgb,
    error: Rgb,
    no: Rgb,
    yes: Rgb,
    watched: [Rgb; Self::N_WATCHED],
    pins: [Rgb; Self::N_PINS],
    /// From nothing to the largest similarity, in equal steps.
    similar: &'static [Rgb],
    /// The end of negative similarities.
    dissimilar: Rgb,
    /// From the least number to the largest, in equal steps.
    scale: &'static [Rgb],
}

/// matplotlib's `Purples`, nine equal steps.
const PURPLES: [Rgb; 9] = [
    Rgb(0xfc, 0xfb, 0xfd),
    Rgb(0xef, 0xed, 0xf5),
    Rgb(0xda, 0xda, 0xeb),
    Rgb(0xbc, 0xbd, 0xdc),
    Rgb(0x9e, 0x9a, 0xc8),
    Rgb(0x80, 0x7d, 0xba),
    Rgb(0x6a, 0x51, 0xa3),
    Rgb(0x54, 0x27, 0x8f),
    Rgb(0x3f, 0x00, 0x7d),
];

/// matplotlib's `viridis` from bright to dark, equal steps: its lightness alone tells the order, to
/// the colour-blind and in grey, too.
const VIRIDIS: [Rgb; 9] = [
    Rgb(0xfd, 0xe7, 0x25),
    Rgb(0xad, 0xdc, 0x30),
    Rgb(0x5e, 0xc9, 0x62),
    Rgb(0x28, 0xae, 0x80),
    Rgb(0x21, 0x91, 0x8c),
    Rgb(0x2c, 0x72, 0x8e),
    Rgb(0x3b, 0x52, 0x8b),
    Rgb(0x47, 0x2c, 0x7a),
    Rgb(0x44, 0x01, 0x54),
];

/// The same purple on a dark ground, from dark to light.
const PURPLES_ON_DARK: [Rgb; 4] = [
    Rgb(0x1c, 0x1a, 0x24),
    Rgb(0x4a, 0x3c, 0x86),
    Rgb(0x8c, 0x7c, 0xd8),
    Rgb(0xe8, 0xdc, 0xff),
];

impl Palette {
    /// How many watched pairs have a colour of their own; the next ones share the last.
    pub const N_WATCHED: usize = 8;
    /// How many pins have a colour of their own; the next ones begin again.
    pub const N_PINS: usize = 8;

    /// The least contrast of a text to its ground (WCAG 2.2, level AA).
    pub const LEAST_CONTRAST: f64 = 4.5;

    /// On white: a light window, and every exported figure.
    pub const LIGHT: Self = Self {
        ground: Rgb(0xff, 0xff, 0xff),
        ink: Rgb(0x20, 0x20, 0x28),
        quiet: Rgb(0x60, 0x60, 0x68),
        faint: Rgb(0xd4, 0xd4, 0xda),
        loss: Rgb(0xd6, 0x14, 0x14),
        first_mode: Rgb(0x10, 0x10, 0xf0),
        last_mode: Rgb(0x00, 0xb8, 0x66),
        epoch: Rgb(0x7a, 0x6a, 0x20),
        error: Rgb(0xb0, 0x10, 0x10),
        no: Rgb(0x00, 0xb8, 0xc8),
        yes: Rgb(0xd8, 0x20, 0xd0),
        watched: [
            Rgb(0xd6, 0x14, 0x14),
            Rgb(0x7b, 0x2f, 0xbf),
            Rgb(0x93, 0x3c, 0x10),
            Rgb(0x23, 0x33, 0x52),
            Rgb(0xc8, 0x32, 0x82),
            Rgb(0x68, 0x76, 0x1e),
            Rgb(0x6a, 0x0c, 0x2b),
            Rgb(0x60, 0x60, 0x68),
        ],
        pins: [
            Rgb(0xa8, 0x64, 0x00),
            Rgb(0x8a, 0x3f, 0xc8),
            Rgb(0x00, 0x80, 0x7a),
            Rgb(0xc8, 0x3c, 0x80),
            Rgb(0x6a, 0x76, 0x10),
            Rgb(0x78, 0x60, 0x50),
            Rgb(0x2c, 0x6e, 0xa0),
            Rgb(0x9a, 0x30, 0x30),
        ],
        similar: &PURPLES,
        dissimilar: Rgb(0xe0, 0x80, 0x20),
        scale: &VIRIDIS,
    };

    /// In a dark window.
    pub const DARK: Self = Self {
        ground: Rgb(0x1b, 0x1b, 0x1b),
        ink: Rgb(0xe8, 0xe8, 0xee),
        quiet: Rgb(0xa4, 0xa4, 0xae),
        faint: Rgb(0x40, 0x40, 0x46),
        loss: Rgb(0xff, 0x6a, 0x60),
        first_mode: Rgb(0x6c, 0x8c, 0xff),
        last_mode: Rgb(0x40, 0xf0, 0xa0),
        epoch: Rgb(0xf0, 0xd8, 0x80),
        error: Rgb(0xff, 0x80, 0x78),
        no: Rgb(0x28, 0xc8, 0xd8),
        yes: Rgb(0xf0, 0x60, 0xe8),
        watched: [
            Rgb(0xff, 0x6a, 0x60),
            Rgb(0xb8, 0x8c, 0xff),
            Rgb(0xd1, 0xae, 0x00),
            Rgb(0xee, 0xcb, 0xba),
            Rgb(0xff, 0x0f, 0x9b),
            Rgb(0x12, 0xa1, 0x59),
            Rgb(0x00, 0xd1, 0x11),
            Rgb(0xa4, 0xa4, 0xae),
        ],
        pins: [
            Rgb(0xff, 0xb0, 0x50),
            Rgb(0xc4, 0x90, 0xff),
            Rgb(0x50, 0xd0, 0xc8),
            Rgb(0xff, 0x8c, 0xc0),
            Rgb(0xc0, 0xcc, 0x60),
            Rgb(0xc8, 0xb0, 0xa0),
            Rgb(0x78, 0xbc, 0xec),
            Rgb(0xf0, 0x90, 0x90),
        ],
        similar: &PURPLES_ON_DARK,
        dissimilar: Rgb(0xf0, 0x98, 0x40),
        // Its dark end would be lost in the ground.
        scale: VIRIDIS.split_at(7).0,
    };

    /// The same on another ground, of about the same lightness.
    #[must_use]
    pub fn on(self, ground: Rgb) -> Self {
        Self { ground, ..self }
    }

    /// How a colour looks. Numbers beyond a scale's ends, and what is no number, look like the
    /// nearer end and like zero.
    pub fn rgb(&self, colour: Colour) -> Rgb {
        match colour {
            Colour::Ground => self.ground,
            Colour::Ink => self.ink,
            Colour::Quiet => self.quiet,
            Colour::Faint => self.faint,
            Colour::Loss => self.loss,
            Colour::Mode { mode, of } => self.first_mode.blend(self.last_mode, share(mode, of)),
            Colour::Modes => self.first_mode,
            Colour::Epoch => self.epoch,
            Colour::Error => self.error,
            Colour::Watched(pair) => self.watched[pair.min(Self::N_WATCHED - 1)],
            Colour::Pin(colour) => self.pins[colour % Self::N_PINS],
            Colour::Sign(value) => {
                let value = if value.is_nan() { 0.0 } else { value };
                self.no
                    .blend(self.yes, f64::midpoint(value, 1.0).clamp(0.0, 1.0))
            }
            Colour::Signed(value) => {
                let end = if value < 0.0 { self.no } else { self.yes };
                self.similar[0].blend(end, size(value))
            }
            Colour::Similarity(value) if value < 0.0 => {
                self.similar[0].blend(self.dissimilar, size(value))
            }
            Colour::Similarity(value) => along(self.similar, value),
            Colour::Scale(value) => along(self.scale, value.max(0.0)),
            Colour::OnSign(value) => Self::text_on(self.rgb(Colour::Sign(value))),
            Colour::OnSigned(value) => Self::text_on(self.rgb(Colour::Signed(value))),
        }
    }

    /// How a text in a colour looks on the ground: as much nearer to the ink as it must be to be
    /// read, at a contrast of [`Palette::LEAST_CONTRAST`] at least.
    /// Texts on cells, and those in the ground's colour on the ink, are as they are.
    pub fn text(&self, colour: Colour) -> Rgb {
        let plain = self.rgb(colour);
        let is_on_colour = matches!(colour, Colour::OnSign(_) | Colour::OnSigned(_));
        if is_on_colour || colour == Colour::Ground {
            return plain;
        }
        let steps = (0..=10).map(|step| plain.blend(self.ink, f64::from(step) / 10.0));
        let mut read = steps.filter(|rgb| rgb.contrast(self.ground) >= Self::LEAST_CONTRAST);
        read.next().unwrap_or(self.ink)
    }

    /// Black or white, whichever is read better on `ground`.
    pub fn text_on(ground: Rgb) -> Rgb {
        if ground.luminance() > 0.18 {
            Rgb(0, 0, 0)
        } else {
            Rgb(255, 255, 255)
        }
    }
}

/// The colour that far along equal steps.
fn along(steps: &[Rgb], value: f64) -> Rgb {
    let n = steps.len() - 1;
    let at = size(value) * n as f64;
    // Just below 1, rounding may already have reached the end.
    let step = (at as usize).min(n - 1);
    steps[step].blend(steps[step + 1], at - step as f64)
}

/// How far a mode is from the first to the last one: in equal steps for few modes; of many, the
/// first ones, which carry most of the data, would all look alike, so their steps are larger.
fn share(mode: usize, n_modes: usize) -> f64 {
    const FEW: usize = 16;
    if n_modes <= FEW {
        return mode as f64 / n_modes.saturating_sub(1).max(1) as f64;
    }
    (1.0 + mode as f64).ln() / (n_modes as f64).ln()
}

/// The size of a number from −1 to 1; 0 of what is no number.
fn size(value: f64) -> f64 {
    if value.is_nan() {
        0.0
    } else {
        value.abs().min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEMES: [Palette; 2] = [Palette::LIGHT, Palette::DARK];

    #[test]
    fn a_scale_has_a_colour_for_every_number() {
        for palette in THEMES {
            let similarity = |value| palette.rgb(Colour::Similarity(value));
            let last = palette.similar[palette.similar.len() - 1];
            assert_eq!(similarity(5.0), last);
            assert_eq!(similarity(1.0 - 1e-12), last);
            assert_eq!(similarity(0.0), palette.similar[0]);
            assert_eq!(similarity(f64::NAN), palette.similar[0]);
            assert_eq!(similarity(-9.0), palette.dissimilar);
            assert_eq!(palette.rgb(Colour::Signed(0.0)), palette.similar[0]);
            assert_eq!(palette.rgb(Colour::Signed(-2.0)), palette.no);
            assert_eq!(palette.rgb(Colour::Sign(1.0)), palette.yes);
        }
    }

    #[test]
    fn modes_go_from_blue_to_green_and_the_first_of_many_are_told_apart() {
        let mode = |mode, of| Palette::LIGHT.rgb(Colour::Mode { mode, of });
        assert_eq!(mode(0, 1), Palette::LIGHT.first_mode);
        assert_eq!(mode(7, 8), Palette::LIGHT.last_mode);
        assert_eq!(mode(127, 128), Palette::LIGHT.last_mode);
        assert!(mode(1, 128).1.abs_diff(mode(0, 128).1) > 20);
    }

    #[test]
    fn text_is_read_on_every_cell() {
        for palette in THEMES {
            for step in -20..=20 {
                let value = f64::from(step) / 20.0;
                for colour in [
                    Colour::Similarity(value),
                    Colour::Signed(value),
                    Colour::Sign(value),
                ] {
                    let ground = palette.rgb(colour);
                    assert!(Palette::text_on(ground).contrast(ground) >= 4.5);
                }
            }
        }
    }

    #[test]
    fn text_on_a_cell_is_not_blended_with_the_ground() {
        for palette in THEMES {
            for value in [-1.0, 0.0, 1.0] {
                let ground = palette.rgb(Colour::Signed(value));
                let ink = palette.text(Colour::OnSigned(value));
                assert!(ink.contrast(ground) >= Palette::LEAST_CONTRAST);
                let ground = palette.rgb(Colour::Sign(value));
                let ink = palette.text(Colour::OnSign(value));
                assert!(ink.contrast(ground) >= Palette::LEAST_CONTRAST);
            }
        }
    }

    #[test]
    fn text_in_the_grounds_colour_is_read_on_the_ink() {
        for palette in THEMES {
            let text = palette.text(Colour::Ground);
            assert!(text.contrast(palette.rgb(Colour::Ink)) >= Palette::LEAST_CONTRAST);
        }
    }

    #[test]
    fn text_in_a_colour_is_read_on_the_ground() {
        for palette in THEMES {
            let watched = (0..Palette::N_WATCHED).map(Colour::Watched);
            let pins = (0..Palette::N_PINS).map(Colour::Pin);
            let others = [Colour::Ink, Colour::Quiet, Colour::Loss, Colour::Modes];
            let texts = others.into_iter().chain([Colour::Epoch, Colour::Error]);
            for colour in texts.chain(watched).chain(pins) {
                assert_eq!(palette.text(colour), palette.rgb(colour), "{colour:?}");
            }
            for mode in 0..8 {
                let text = palette.text(Colour::Mode { mode, of: 8 });
                assert!(text.contrast(palette.ground) >= Palette::LEAST_CONTRAST);
            }
        }
    }

    /// Lightness and two opponent colours, in which equal distances look about equal (Oklab).
    fn oklab(Rgb(r, g, b): Rgb) -> [f64; 3] {
        let [r, g, b] = [r, g, b].map(|value| {
            // The luminance of a grey is its linear value.
            Rgb(value, value, value).luminance()
        });
        let l = (0.412_221 * r + 0.536_333 * g + 0.051_446 * b).cbrt();
        let m = (0.211_903 * r + 0.680_700 * g + 0.107_397 * b).cbrt();
        let s = (0.088_302 * r + 0.281_719 * g + 0.629_979 * b).cbrt();
        [
            0.210_454 * l + 0.793_618 * m - 0.004_072 * s,
            1.977_998 * l - 2.428_592 * m + 0.450_594 * s,
            0.025_904 * l + 0.782_772 * m - 0.808_676 * s,
        ]
    }

    fn distance(a: Rgb, b: Rgb) -> f64 {
        let pairs = oklab(a).into_iter().zip(oklab(b));
        pairs.map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    }

    #[test]
    fn watched_colours_are_seen_on_the_ground_and_told_from_each_other() {
        const LEAST_DISTANCE: f64 = 0.12;
        for palette in THEMES {
            for (i, colour) in palette.watched.into_iter().enumerate() {
                assert!(colour.contrast(palette.ground) >= 3.0, "{colour:?}");
                let others = palette.watched[..i].iter().copied();
                for other in others.chain([palette.no, palette.yes]) {
                    let apart = distance(colour, other);
                    assert!(apart >= LEAST_DISTANCE, "{colour:?} {other:?}: {apart}");
                }
            }
        }
    }
}
