//! The figures' colours: the tutorial's own, as the window's light theme has them.

use plotters::style::RGBColor;

/// The loss, and the first watched pair.
pub(super) const LOSS: RGBColor = RGBColor(0xd6, 0x14, 0x14);
/// The modes' axis and the first mode.
pub(super) const FIRST_MODE: RGBColor = RGBColor(0x10, 0x10, 0xf0);
const LAST_MODE: RGBColor = RGBColor(0x00, 0xb8, 0x66);
/// The sheet, and what is behind a name.
pub(super) const WHITE: RGBColor = RGBColor(0xff, 0xff, 0xff);
/// Text and axes.
pub(super) const INK: RGBColor = RGBColor(0x26, 0x26, 0x2a);
/// What stands back: the zero line, an epoch's band.
pub(super) const QUIET: RGBColor = RGBColor(0x86, 0x86, 0x8e);
/// The band of an epoch.
pub(super) const BAND: RGBColor = RGBColor(0xe9, 0xe2, 0xc2);

/// Trails on the map.
pub(super) const TRAIL: RGBColor = RGBColor(0xb4, 0xb0, 0xd4);
/// What lies faintly behind.
pub(super) const FAINT: RGBColor = RGBColor(0xc4, 0xc4, 0xca);

/// A feature's no: the tutorial's cyan.
const NO: RGBColor = RGBColor(0x00, 0xb8, 0xc8);
/// A feature's yes: its magenta.
const YES: RGBColor = RGBColor(0xd8, 0x20, 0xd0);

/// The watched pairs' lines, the first being the tutorial's red.
const WATCHED: [RGBColor; 8] = [
    LOSS,
    RGBColor(0xd8, 0x20, 0xd0),
    RGBColor(0xe0, 0x80, 0x20),
    RGBColor(0x60, 0x60, 0x68),
    RGBColor(0x78, 0x30, 0xb8),
    RGBColor(0x80, 0x48, 0x20),
    RGBColor(0xb8, 0xa0, 0x00),
    RGBColor(0x10, 0x10, 0x14),
];
/// How many watched pairs have a colour of their own.
pub(super) const MOST_WATCHED: usize = WATCHED.len();
/// All others.
const MORE_WATCHED: RGBColor = RGBColor(0xb4, 0xb4, 0xba);

/// matplotlib's Purples at 0, 1/8 … 1.
const PURPLES: [RGBColor; 9] = [
    RGBColor(0xfc, 0xfb, 0xfd),
    RGBColor(0xef, 0xed, 0xf5),
    RGBColor(0xda, 0xda, 0xeb),
    RGBColor(0xbc, 0xbd, 0xdc),
    RGBColor(0x9e, 0x9a, 0xc8),
    RGBColor(0x80, 0x7d, 0xba),
    RGBColor(0x6a, 0x51, 0xa3),
    RGBColor(0x54, 0x27, 0x8f),
    RGBColor(0x3f, 0x00, 0x7d),
];

/// Mode `mode` of `n_modes`, from blue to green (matplotlib's winter).
pub(super) fn mode(mode: usize, n_modes: usize) -> RGBColor {
    let t = mode as f64 / n_modes.saturating_sub(1).max(1) as f64;
    blend(FIRST_MODE, LAST_MODE, t)
}

/// The line of a watched pair.
pub(super) fn watched(pair: usize) -> RGBColor {
    WATCHED.get(pair).copied().unwrap_or(MORE_WATCHED)
}

/// A similarity from 0 to 1; beyond that, the ends.
pub(super) fn similarity(value: f64) -> RGBColor {
    let last = PURPLES.len() - 1;
    let at = value.clamp(0.0, 1.0) * last as f64;
    let step = (at as usize).min(last - 1);
    blend(PURPLES[step], PURPLES[step + 1], at - step as f64)
}

/// A feature's value from no (−1) to yes (1).
pub(super) fn sign(value: f64) -> RGBColor {
    blend(NO, YES, f64::midpoint(value, 1.0).clamp(0.0, 1.0))
}

fn blend(a: RGBColor, b: RGBColor, t: f64) -> RGBColor {
    let channel = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * t).round() as u8;
    RGBColor(channel(a.0, b.0), channel(a.1, b.1), channel(a.2, b.2))
}
