//! A drawing as a PDF of one page: lines stay lines, texts stay texts, fonts are embedded as far
//! as they are used.

use std::collections::HashMap;

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point as At, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::dashes::dashes;
use super::fonts::Fonts;
use super::page::{POINTS_PER_INCH, PageSize};
use super::place::Baseline;
use super::text_line::TextRun;
use super::{PaintError, seams};
use crate::picture::{Area, Drawing, Label, LineStyle, Paint, Palette, Point, Rgb, Shape, Turn};

/// Units of a page an inch.
const UNITS_PER_INCH: f64 = 72.0;

/// The drawing as a page of its size.
pub(super) fn pdf(
    drawing: &Drawing,
    palette: &Palette,
    title: &str,
    fonts: &Fonts,
) -> Result<Vec<u8>, PaintError> {
    let scale = UNITS_PER_INCH / POINTS_PER_INCH;
    let side = |points: f64| (points * scale) as f32;
    let page = PageSettings::from_wh(side(drawing.size.width), side(drawing.size.height));
    let cm = PageSize::cm_of_points(drawing.size.width);
    let page = page.ok_or(PaintError::Side { cm })?;
    let mut document = Document::new();
    let metadata = Metadata::new().creator("modescope".to_owned());
    document.set_metadata(metadata.title(title.to_owned()));
    let mut page = document.start_page_with(page);
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_scale(scale as f32, scale as f32));
    let sheet = Sheet {
        surface,
        palette,
        fonts,
        faces: HashMap::new(),
    };
    sheet.draw(drawing);
    page.finish();
    let written = document.finish();
    written.map_err(|error| PaintError::Pdf(format!("{error:?}")))
}

/// A page while it is drawn on.
struct Sheet<'a> {
    surface: Surface<'a>,
    palette: &'a Palette,
    fonts: &'a Fonts,
    /// The fonts in use by their index; `None` of what cannot be embedded.
    faces: HashMap<usize, Option<Font>>,
}

impl Sheet<'_> {
    fn draw(mut self, drawing: &Drawing) {
        let ground = crate::picture::Colour::Ground.into();
        self.filled(rectangle(&Area::of(drawing.size)), ground);
        let mut cells = seams::areas(drawing).into_iter();
        for shape in &drawing.shapes {
            match shape {
                Shape::Fill { area, paint } => {
                    let cell = cells.next().unwrap_or(*area);
                    self.filled(rectangle(&cell), *paint);
                }
                Shape::Text(label) => self.label(label),
                _ => self.shape(shape),
            }
        }
        self.surface.pop();
        self.surface.finish();
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Outline { area, width, paint } => {
                self.stroked(rectangle(area), *paint, *width, LineStyle::Solid);
            }
            Shape::Line {
                points,
                width,
                paint,
                style,
                clip,
                ..
            } => self.clipped(clip.as_ref(), |sheet| {
                sheet.stroked(polyline(points.iter(), false), *paint, *width, *style);
            }),
            Shape::Between {
                upper,
                lower,
                paint,
                clip,
            } => self.clipped(clip.as_ref(), |sheet| {
                let around = upper.iter().chain(lower.iter().rev());
                sheet.filled(polyline(around, true), *paint);
            }),
            Shape::Dot { at, radius, paint } => self.filled(circle(*at, *radius), *paint),
            Shape::Fill { .. } | Shape::Text(_) => {}
        }
    }

    fn clipped(&mut self, clip: Option<&Area>, draw: impl FnOnce(&mut Self)) {
        let path = clip.map(rectangle);
        match path {
            // No clip, or one that leaves something.
            None => draw(self),
            Some(Some(path)) => {
                self.surface.push_clip_path(&path, &FillRule::NonZero);
                draw(self);
                self.surface.pop();
            }
            Some(None) => {}
        }
    }

    fn filled(&mut self, path: Option<Path>, paint: Paint) {
        let colour = self.palette.rgb(paint.colour);
        self.surface.set_fill(Some(fill(colour, paint.opacity)));
        self.surface.set_stroke(None);
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }

    fn stroked(&mut self, path: Option<Path>, paint: Paint, width: f64, style: LineStyle) {
        let dash = dashes(style).map(|lengths| StrokeDash {
            array: lengths.map(|length| length as f32).to_vec(),
            offset: 0.0,
        });
        let stroke = Stroke {
            paint: colour(self.palette.rgb(paint.colour)).into(),
            width: width as f32,
            line_cap: match style {
                LineStyle::Dotted => LineCap::Round,
                _ => LineCap::Butt,
            },
            line_join: LineJoin::Round,
            opacity: share(paint.opacity),
            dash,
            ..Stroke::default()
        };
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(stroke));
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }

    fn label(&mut self, label: &Label) {
        let baseline = Baseline::of(label);
        let line = self.fonts.line(&label.text);
        let colour = self.palette.text(label.paint.colour);
        self.surface
            .set_fill(Some(fill(colour, label.paint.opacity)));
        self.surface.set_stroke(None);
        let (x, y) = (baseline.at.x as f32, baseline.at.y as f32);
        let mut transform = Transform::from_translate(x, y);
        if baseline.turn == Turn::Upward {
            transform = Transform::from_row(0.0, -1.0, 1.0, 0.0, x, y);
        }
        self.surface.push_transform(&transform);
        let before = baseline.before(line.width * label.size);
        for run in &line.runs {
            let start = run.start * label.size - before;
            self.run(run, start, label.size);
        }
        self.surface.pop();
    }

    fn run(&mut self, run: &TextRun, start: f64, size: f64) {
        let fonts = self.fonts;
        let font = self.faces.entry(run.face).or_insert_with(|| {
            let (data, index) = fonts.data(run.face)?;
            Font::new(data.into(), index)
        });
        let Some(font) = font.clone() else {
            return;
        };
        let glyphs = run.glyphs.iter().map(|glyph| {
            KrillaGlyph::new(
                GlyphId::new(glyph.id),
                glyph.advance as f32,
                glyph.offset[0] as f32,
                glyph.offset[1] as f32,
                0.0,
                glyph.bytes.clone(),
                None,
            )
        });
        let glyphs: Vec<_> = glyphs.collect();
        let start = At::from_xy(start as f32, 0.0);
        let size = size as f32;
        self.surface
            .draw_glyphs(start, &glyphs, font, &run.text, size, false);
    }
}

fn colour(Rgb(red, green, blue): Rgb) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

fn fill(rgb: Rgb, opacity: f64) -> Fill {
    Fill {
        paint: colour(rgb).into(),
        opacity: share(opacity),
        rule: FillRule::NonZero,
    }
}

fn share(opacity: f64) -> NormalizedF32 {
    NormalizedF32::new(opacity.clamp(0.0, 1.0) as f32).unwrap_or(NormalizedF32::ONE)
}

fn rectangle(area: &Area) -> Option<Path> {
    let [left, top] = [area.left as f32, area.top as f32];
    let [right, bottom] = [area.right as f32, area.bottom as f32];
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_ltrb(left, top, right, bottom)?);
    path.finish()
}

fn polyline<'a>(points: impl Iterator<Item = &'a Point>, is_closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (index, point) in points.enumerate() {
        let (x, y) = (point.x as f32, point.y as f32);
        if index == 0 {
            path.move_to(x, y);
        } else {
            path.line_to(x, y);
        }
    }
    if is_closed {
        path.close();
    }
    path.finish()
}

/// A circle of four Bézier curves.
fn circle(at: Point, radius: f64) -> Option<Path> {
    // How far the handles are from the ends for the curve to be the closest to a quarter.
    const HANDLE: f64 = 0.552_284_75;
    let corner = |x: f64, y: f64| ((at.x + radius * x) as f32, (at.y + radius * y) as f32);
    let quarters = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)];
    let mut path = PathBuilder::new();
    let (x, y) = corner(1.0, 0.0);
    path.move_to(x, y);
    for (x, y) in quarters {
        // The next quarter begins a right angle further on.
        let (next_x, next_y) = (-y, x);
        let (x1, y1) = corner(x + HANDLE * next_x, y + HANDLE * next_y);
        let (x2, y2) = corner(next_x + HANDLE * x, next_y + HANDLE * y);
        let (x3, y3) = corner(next_x, next_y);
        path.cubic_to(x1, y1, x2, y2, x3, y3);
    }
    path.close();
    path.finish()
}
