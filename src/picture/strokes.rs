//! The few ways in which pictures add a shape to a drawing.

use super::{
    Align, Area, Colour, Drawing, Label, LineStyle, Measure, Paint, Point, Role, Shape, Turn,
};

/// Text sizes of the pictures of this wing, in points.
pub(crate) mod size {
    /// Names of items, ticks.
    pub(crate) const NAME: f64 = 11.0;
    /// Explanations.
    pub(crate) const TEXT: f64 = 12.0;
    /// A picture's title.
    pub(crate) const TITLE: f64 = 14.0;
}

/// Fills a rectangle.
pub(crate) fn fill(drawing: &mut Drawing, area: Area, paint: impl Into<Paint>) {
    let paint = paint.into();
    drawing.shapes.push(Shape::Fill { area, paint });
}

/// Outlines a rectangle, the line's middle on its edges.
pub(crate) fn outline(drawing: &mut Drawing, area: Area, width: f64, paint: impl Into<Paint>) {
    let paint = paint.into();
    drawing.shapes.push(Shape::Outline { area, width, paint });
}

/// A solid line through points; with fewer than two there is none.
pub(crate) fn line(
    drawing: &mut Drawing,
    points: Vec<Point>,
    width: f64,
    paint: impl Into<Paint>,
    role: Role,
) {
    if points.len() < 2 {
        return;
    }
    drawing.shapes.push(Shape::Line {
        points,
        width,
        paint: paint.into(),
        style: LineStyle::Solid,
        role,
        clip: None,
    });
}

/// A filled circle.
pub(crate) fn dot(drawing: &mut Drawing, at: Point, radius: f64, paint: impl Into<Paint>) {
    let paint = paint.into();
    drawing.shapes.push(Shape::Dot { at, radius, paint });
}

/// A text from left to right; an empty one is none.
pub(crate) fn text(
    drawing: &mut Drawing,
    text: impl Into<String>,
    at: Point,
    align: [Align; 2],
    (size, colour): (f64, Colour),
) {
    write(drawing, text.into(), at, align, (size, colour), Turn::Flat);
}

/// A text from bottom to top; an empty one is none.
pub(crate) fn upward(
    drawing: &mut Drawing,
    text: impl Into<String>,
    at: Point,
    align: [Align; 2],
    (size, colour): (f64, Colour),
) {
    let turn = Turn::Upward;
    write(drawing, text.into(), at, align, (size, colour), turn);
}

fn write(
    drawing: &mut Drawing,
    text: String,
    at: Point,
    align: [Align; 2],
    (size, colour): (f64, Colour),
    turn: Turn,
) {
    if text.is_empty() {
        return;
    }
    drawing.shapes.push(Shape::Text(Label {
        text,
        at,
        align,
        size,
        paint: colour.into(),
        turn,
    }));
}

/// The height of a line of text of this size.
pub(crate) fn line_height(size: f64) -> f64 {
    size * Label::LINE
}

/// The width of the widest of these texts.
pub(crate) fn widest<'a>(
    texts: impl IntoIterator<Item = &'a String>,
    size: f64,
    measure: &dyn Measure,
) -> f64 {
    let widths = texts.into_iter().map(|text| measure.width(text, size));
    widths.fold(0.0, f64::max)
}

/// Writes a picture's title along its upper edge, cut to its width, and answers how much height
/// that takes; nothing without a title.
pub(crate) fn title(drawing: &mut Drawing, title: Option<&str>, measure: &dyn Measure) -> f64 {
    let Some(words) = title else {
        return 0.0;
    };
    let room = drawing.size.width - 8.0;
    let (words, size) = fitting_title(words, room, measure);
    let align = [Align::Start, Align::Start];
    let look = (size, Colour::Ink);
    text(drawing, words, Point::new(4.0, 2.0), align, look);
    line_height(size::TITLE) + 8.0
}

/// A title and its size: smaller where it would be too wide, and cut if it still is.
pub(crate) fn fitting_title(words: &str, room: f64, measure: &dyn Measure) -> (String, f64) {
    let sizes = [size::TITLE, 13.0, size::TEXT, size::NAME];
    fitting(words, room, &sizes, measure)
}

/// A text and the first of the sizes at which it fits; cut, at the last of them, where none does.
pub(crate) fn fitting(
    words: &str,
    room: f64,
    sizes: &[f64],
    measure: &dyn Measure,
) -> (String, f64) {
    let fits = |size: &&f64| measure.width(words, **size) <= room;
    let size = sizes.iter().find(fits).or(sizes.last());
    let size = size.copied().unwrap_or(size::TEXT);
    (super::shortened(words, room, size, measure), size)
}
