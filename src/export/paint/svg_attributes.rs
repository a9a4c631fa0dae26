//! The attributes of an SVG's elements: numbers, colours, paths.

use std::fmt::Write as _;

use super::dashes::dashes;
use super::place::Baseline;
use crate::picture::{Area, LineStyle, Paint, Palette, Point, Rgb, Turn};

/// The attributes of an element.
#[derive(Default)]
pub(super) struct Attributes(Vec<(&'static str, String)>);

impl Attributes {
    /// Sets one that is not set yet.
    pub(super) fn set(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.push((name, value.into()));
    }

    /// Names and values.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// Fills with a paint.
    pub(super) fn fill(&mut self, palette: &Palette, paint: Paint) {
        self.set("fill", hex(palette.rgb(paint.colour)));
        self.opacity("fill-opacity", paint);
    }

    /// Draws lines with a paint.
    pub(super) fn stroke(&mut self, palette: &Palette, paint: Paint, width: f64) {
        self.set("stroke", hex(palette.rgb(paint.colour)));
        self.opacity("stroke-opacity", paint);
        self.set("stroke-width", number(width));
    }

    /// How much is covered, if not all.
    pub(super) fn opacity(&mut self, name: &'static str, paint: Paint) {
        if paint.opacity < 1.0 {
            self.set(name, number(paint.opacity));
        }
    }

    /// The gaps of a line, if it has any.
    pub(super) fn dashes(&mut self, style: LineStyle) {
        if let Some(lengths) = dashes(style) {
            self.set("stroke-dasharray", lengths.map(number).join(" "));
        }
        if style == LineStyle::Dotted {
            self.set("stroke-linecap", "round");
        }
    }

    /// The place of a text that begins so far along the baseline.
    pub(super) fn at(&mut self, baseline: &Baseline, along: f64) {
        let [x, y] = [baseline.at.x, baseline.at.y];
        self.set("x", number(x + along));
        self.set("y", number(y));
        if baseline.turn == Turn::Upward {
            self.set(
                "transform",
                format!("rotate(-90 {} {})", number(x), number(y)),
            );
        }
    }
}

/// The path around an area.
pub(super) fn rectangle(area: &Area) -> String {
    let [left, top] = [area.left, area.top].map(number);
    let [right, bottom] = [area.right, area.bottom].map(number);
    format!("M{left} {top}H{right}V{bottom}H{left}z")
}

/// The path through points.
pub(super) fn polyline<'a>(points: impl Iterator<Item = &'a Point>) -> String {
    let mut path = String::new();
    for point in points {
        path.push(if path.is_empty() { 'M' } else { ' ' });
        let _ = write!(path, "{} {}", number(point.x), number(point.y));
    }
    path
}

/// A colour.
pub(super) fn hex(Rgb(red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A length in hundredths of a point.
pub(super) fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // No −0.
    format!("{}", rounded + 0.0)
}
