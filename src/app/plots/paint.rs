//! Paints what [`crate::picture`] has laid out, with egui. It decides nothing: places, texts and
//! colours are the drawing's.

use std::f32::consts::FRAC_PI_2;

use egui::epaint::TextShape;
use egui::{
    Color32, Context, FontId, Mesh, Painter, Pos2, Rect, Shape as EguiShape, Stroke, StrokeKind,
};

use crate::app::theme::theme_colours::color;
use crate::picture::{
    Area, Drawing, Label, LineStyle, Measure, Paint, Palette, Point, Rgb, Shape, Turn,
};

/// The widths of texts in the window's own font.
pub(crate) struct WindowFont<'a>(pub(crate) &'a Context);

impl Measure for WindowFont<'_> {
    fn width(&self, text: &str, size: f64) -> f64 {
        let font = FontId::proportional(size as f32);
        let galley = self
            .0
            .fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER));
        f64::from(galley.size().x)
    }
}

/// The palette of a light or a dark window: the ground of pictures is the window's own.
pub(crate) fn palette(visuals: &egui::Visuals) -> Palette {
    let palette = if visuals.dark_mode {
        Palette::DARK
    } else {
        Palette::LIGHT
    };
    let [r, g, b, _] = visuals.panel_fill.to_array();
    palette.on(Rgb(r, g, b))
}

/// Paints a drawing with its upper left corner at `origin`.
pub(crate) fn paint(drawing: &Drawing, painter: &Painter, origin: Pos2, palette: &Palette) {
    let canvas = ShapePainter {
        painter,
        origin,
        palette,
    };
    // Neighbouring fills go to the graphics card as one mesh: a matrix has thousands.
    let mut fills = Mesh::default();
    for shape in &drawing.shapes {
        if let Shape::Fill { area, paint } = shape {
            fills.add_colored_rect(canvas.rect(*area), canvas.color(*paint));
            continue;
        }
        canvas.flush(&mut fills);
        canvas.shape(shape);
    }
    canvas.flush(&mut fills);
}

struct ShapePainter<'a> {
    painter: &'a Painter,
    origin: Pos2,
    palette: &'a Palette,
}

impl ShapePainter<'_> {
    fn flush(&self, fills: &mut Mesh) {
        if !fills.is_empty() {
            self.painter.add(std::mem::take(fills));
        }
    }

    fn shape(&self, shape: &Shape) {
        match shape {
            Shape::Fill { area, paint } => {
                let rect = self.rect(*area);
                self.painter.rect_filled(rect, 0.0, self.color(*paint));
            }
            Shape::Outline { area, width, paint } => {
                let stroke = Stroke::new(*width as f32, self.color(*paint));
                let rect = self.rect(*area);
                self.painter
                    .rect_stroke(rect, 0.0, stroke, StrokeKind::Middle);
            }
            Shape::Line {
                points,
                width,
                paint,
                style,
                clip,
                ..
            } => {
                let stroke = Stroke::new(*width as f32, self.color(*paint));
                self.clipped(*clip)
                    .extend(line(self.points(points), stroke, *style));
            }
            Shape::Between {
                upper,
                lower,
                paint,
                clip,
            } => {
                let between = between(&self.points(upper), &self.points(lower), self.color(*paint));
                self.clipped(*clip).add(between);
            }
            Shape::Dot { at, radius, paint } => {
                let color = self.color(*paint);
                self.painter
                    .circle_filled(self.pos(*at), *radius as f32, color);
            }
            Shape::Text(label) => self.label(label),
        }
    }

    fn label(&self, label: &Label) {
        let color = color(self.palette.text(label.paint.colour));
        let color = color.gamma_multiply(label.paint.opacity as f32);
        let font = FontId::proportional(label.size as f32);
        let galley = self.painter.layout_no_wrap(label.text.clone(), font, color);
        let area = label.area(&WindowFont(self.painter.ctx()));
        let middle = self.pos(area.centre());
        let half = galley.size() / 2.0;
        match label.turn {
            Turn::Flat => {
                self.painter.galley(middle - half, galley, color);
            }
            Turn::Upward => {
                let at = Pos2::new(middle.x - half.y, middle.y + half.x);
                let text = TextShape::new(at, galley, color);
                self.painter.add(text.with_angle(-FRAC_PI_2));
            }
        }
    }

    fn clipped(&self, clip: Option<Area>) -> Painter {
        match clip {
            Some(area) => {
                let clip = self.rect(area).intersect(self.painter.clip_rect());
                self.painter.with_clip_rect(clip)
            }
            None => self.painter.clone(),
        }
    }

    fn pos(&self, point: Point) -> Pos2 {
        self.origin + egui::vec2(point.x as f32, point.y as f32)
    }

    fn points(&self, points: &[Point]) -> Vec<Pos2> {
        points.iter().map(|&point| self.pos(point)).collect()
    }

    fn rect(&self, area: Area) -> Rect {
        Rect::from_min_max(
            self.pos(Point::new(area.left, area.top)),
            self.pos(Point::new(area.right, area.bottom)),
        )
    }

    fn color(&self, paint: Paint) -> Color32 {
        color(self.palette.rgb(paint.colour)).gamma_multiply(paint.opacity as f32)
    }
}

fn line(points: Vec<Pos2>, stroke: Stroke, style: LineStyle) -> Vec<EguiShape> {
    match style {
        LineStyle::Solid => vec![EguiShape::line(points, stroke)],
        LineStyle::Dashed => EguiShape::dashed_line(&points, stroke, 6.0, 4.0),
        LineStyle::Dotted => EguiShape::dotted_line(&points, stroke.color, 4.0, stroke.width / 2.0),
    }
}

/// The area between two lines that have their points at the same x.
fn between(upper: &[Pos2], lower: &[Pos2], color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for (&above, &below) in upper.iter().zip(lower) {
        mesh.colored_vertex(above, color);
        mesh.colored_vertex(below, color);
    }
    let n_quads = upper.len().min(lower.len()).saturating_sub(1) as u32;
    for quad in 0..n_quads {
        let first = 2 * quad;
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    }
    mesh
}
