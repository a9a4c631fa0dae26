//! A white sheet to draw on, in pixels of the SVG with fractions.
//!
//! `plotters` knows whole numbers only, so it is given a sheet of [`UNITS`] units a pixel, and
//! the SVG is told how large it is meant to be.

use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea as _};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color as _, FontFamily, FontStyle, FontTransform, RGBColor, ShapeStyle, TextStyle,
};

use super::colours::WHITE;

/// Units a pixel.
const UNITS: f64 = 20.0;

/// `plotters` writes a font's size divided by this.
const FONT_SIZE_FACTOR: f64 = 1.24;

/// The fonts of an SVG, in order of preference; a PNG has the first.
const FONTS: &str = "'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif";

/// Where a text stands to its point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Anchor {
    /// Begins there, its middle line through it.
    Left,
    /// Ends there, its middle line through it.
    Right,
    /// Centred on it both ways.
    Middle,
    /// Centred below it.
    Below,
    /// Reads upwards and ends there: a name below a column.
    EndsUpward,
    /// Reads upwards, centred on it.
    Upward,
}

/// A sheet.
pub(super) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

/// A figure that has its size and is yet to be drawn.
pub(super) struct Sheet<'a> {
    /// Width in pixels.
    pub(super) width: u32,
    /// Height in pixels.
    pub(super) height: u32,
    draw: Box<dyn FnOnce(&Canvas) + 'a>,
}

impl<'a> Sheet<'a> {
    /// A white sheet of that size, and what is drawn on it.
    pub(super) fn new(width: f64, height: f64, draw: impl FnOnce(&Canvas) + 'a) -> Self {
        Self {
            width: width.ceil() as u32,
            height: height.ceil() as u32,
            draw: Box::new(draw),
        }
    }

    /// Draws it; the SVG.
    pub(super) fn svg(self) -> String {
        let Self {
            width,
            height,
            draw,
        } = self;
        let units = (width * UNITS as u32, height * UNITS as u32);
        let mut svg = String::new();
        {
            let canvas = Canvas {
                area: SVGBackend::with_string(&mut svg, units).into_drawing_area(),
            };
            let (width, height) = (f64::from(width), f64::from(height));
            canvas.rect([0.0, 0.0, width, height], WHITE);
            draw(&canvas);
            canvas.area.present().expect(IN_MEMORY);
        }
        let of_units = format!("width=\"{}\" height=\"{}\"", units.0, units.1);
        let of_pixels = format!("width=\"{width}\" height=\"{height}\"");
        svg.replacen(&of_units, &of_pixels, 1)
    }
}

const IN_MEMORY: &str = "text in memory takes any element";

impl Canvas<'_> {
    /// A filled rectangle, from left, top to right, bottom.
    pub(super) fn rect(&self, [left, top, right, bottom]: [f64; 4], colour: RGBColor) {
        let corners = [unit((left, top)), unit((right, bottom))];
        self.draw(&Rectangle::new(corners, colour.filled()));
    }

    /// The edges of a rectangle, from left, top to right, bottom.
    pub(super) fn outline(
        &self,
        [left, top, right, bottom]: [f64; 4],
        width: f64,
        colour: RGBColor,
    ) {
        let corners = [
            (left, top),
            (right, top),
            (right, bottom),
            (left, bottom),
            (left, top),
        ];
        self.line(&corners, width, colour);
    }

    /// A filled dot with a white ring, which sets it apart from what lies below.
    pub(super) fn dot(&self, middle: (f64, f64), radius: f64, colour: RGBColor) {
        for (radius, colour) in [(radius + 1.0, WHITE), (radius, colour)] {
            let radius = (radius * UNITS).round() as u32;
            self.draw(&Circle::new(unit(middle), radius, colour.filled()));
        }
    }

    /// A line through points.
    pub(super) fn line(&self, points: &[(f64, f64)], width: f64, colour: RGBColor) {
        let style = ShapeStyle {
            color: colour.to_rgba(),
            filled: false,
            stroke_width: (width * UNITS).round() as u32,
        };
        let points: Vec<_> = points.iter().copied().map(unit).collect();
        self.draw(&PathElement::new(points, style));
    }

    /// A straight line of dashes.
    pub(super) fn dashes(&self, from: (f64, f64), to: (f64, f64), width: f64, colour: RGBColor) {
        const DASH: f64 = 4.0;
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let at = |d: f64| {
            let t = (d / length).min(1.0);
            (from.0 + t * (to.0 - from.0), from.1 + t * (to.1 - from.1))
        };
        let mut begun = 0.0;
        while begun < length {
            self.line(&[at(begun), at(begun + DASH)], width, colour);
            begun += 2.0 * DASH;
        }
    }

    /// A text of that size.
    pub(super) fn text(
        &self,
        text: &str,
        at: (f64, f64),
        size: f64,
        colour: RGBColor,
        anchor: Anchor,
    ) {
        let (h_pos, v_pos) = match anchor {
            Anchor::Left => (HPos::Left, VPos::Center),
            Anchor::Right | Anchor::EndsUpward => (HPos::Right, VPos::Center),
            Anchor::Middle | Anchor::Upward => (HPos::Center, VPos::Center),
            Anchor::Below => (HPos::Center, VPos::Top),
        };
        let turned = match anchor {
            Anchor::EndsUpward | Anchor::Upward => FontTransform::Rotate270,
            _ => FontTransform::None,
        };
        let font = (
            FontFamily::Name(FONTS),
            size * UNITS * FONT_SIZE_FACTOR,
            FontStyle::Normal,
        );
        let style = TextStyle::from(font)
            .color(&colour)
            .pos(Pos::new(h_pos, v_pos))
            .transform(turned);
        self.draw(&Text::new(printable(text), unit(at), style));
    }

    fn draw<E>(&self, element: &E)
    where
        for<'b> &'b E: PointCollection<'b, (i32, i32)>,
        for<'b> E: Drawable<SVGBackend<'b>>,
    {
        self.area.draw(element).expect(IN_MEMORY);
    }
}

/// A text without what no SVG can hold: a name may have come from any file.
fn printable(text: &str) -> String {
    let is_none = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    let letters = text.chars();
    letters.map(|c| if is_none(c) { ' ' } else { c }).collect()
}

/// A name of at most so many letters.
pub(super) fn shortened(name: &str, most: usize) -> String {
    let name = &printable(name);
    if name.chars().nth(most).is_none() {
        return name.to_owned();
    }
    let begun: String = name.chars().take(most - 1).collect();
    begun + "…"
}

fn unit((x, y): (f64, f64)) -> (i32, i32) {
    ((x * UNITS).round() as i32, (y * UNITS).round() as i32)
}
