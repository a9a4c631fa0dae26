//! Writes a drawing as SVG.

use std::fmt::Write as _;
use std::io;

use quick_xml::Writer;
use quick_xml::events::BytesText;
use quick_xml::writer::ElementWriter;

use super::fonts::Fonts;
use super::place::Baseline;
use super::seams;
use super::svg_attributes::{Attributes, hex, number, polyline, rectangle};
use super::text_line::svg_text;
use crate::picture::{Align, Area, Drawing, Label, Palette, Shape};

/// The fonts that an SVG asks its reader for: the bundled one, those most like it, one for
/// Japanese.
const FAMILIES: &str = "DejaVu Sans, Verdana, Helvetica, Arial, BIZ UDPGothic";

const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

const IN_MEMORY: &str = "memory takes any element";

/// For browsers and drawing programs: texts are whole, fonts are named.
pub(super) fn for_readers(
    drawing: &Drawing,
    palette: &Palette,
    title: &str,
    fonts: &Fonts,
) -> String {
    write(drawing, palette, title, &Texts::Whole(fonts))
}

/// The fonts of a text, in the order in which a reader is to look for them.
fn families(beyond_ours: &[String]) -> String {
    let mut families = FAMILIES.to_owned();
    for family in beyond_ours {
        let quoted = family.replace(['\'', '\\'], "");
        let _ = write!(families, ", '{quoted}'");
    }
    families + ", sans-serif"
}

/// For the rasteriser: each run of a text is at its place, in the font that [`face_name`] names.
pub(super) fn for_pixels(drawing: &Drawing, palette: &Palette, fonts: &Fonts) -> String {
    write(drawing, palette, "", &Texts::Runs(fonts))
}

/// The name of a font by its index.
pub(super) fn face_name(face: usize) -> String {
    format!("face-{face}")
}

/// How texts are written.
enum Texts<'a> {
    Whole(&'a Fonts),
    Runs(&'a Fonts),
}

fn write(drawing: &Drawing, palette: &Palette, title: &str, texts: &Texts) -> String {
    let mut svg = Svg {
        xml: Writer::new_with_indent(Vec::new(), b' ', 1),
        palette,
        texts,
        clips: clips(drawing),
        clip_prefix: clip_prefix(drawing, title),
        cells: seams::areas(drawing),
    };
    svg.document(drawing, title).expect(IN_MEMORY);
    let mut text = String::from_utf8(svg.xml.into_inner()).expect("only strings were written");
    text.push('\n');
    text
}

/// The areas that lines are clipped to, each once.
fn clips(drawing: &Drawing) -> Vec<Area> {
    let mut clips = Vec::new();
    for shape in &drawing.shapes {
        if let Shape::Line { clip, .. } | Shape::Between { clip, .. } = shape
            && let Some(clip) = clip
            && !clips.contains(clip)
        {
            clips.push(*clip);
        }
    }
    clips
}

/// A drawing while it is written.
struct Svg<'a> {
    xml: Writer<Vec<u8>>,
    palette: &'a Palette,
    texts: &'a Texts<'a>,
    clips: Vec<Area>,
    /// How the names of clips begin.
    clip_prefix: String,
    /// The areas of the fills that are still to be written.
    cells: Vec<Area>,
}

impl Svg<'_> {
    fn document(&mut self, drawing: &Drawing, title: &str) -> io::Result<()> {
        let [width, height] = [drawing.size.width, drawing.size.height].map(number);
        let view = format!("0 0 {width} {height}");
        let mut root = Attributes::default();
        root.set("xmlns", "http://www.w3.org/2000/svg");
        root.set("width", &width);
        root.set("height", &height);
        root.set("viewBox", view);
        match self.texts {
            Texts::Whole(_) => {
                root.set("role", "img");
                root.set("aria-label", svg_text(title));
                root.set("font-family", families(&[]));
            }
            Texts::Runs(_) => {
                root.set("xml:space", "preserve");
                root.set("font-optical-sizing", "none");
            }
        }
        let ground = hex(self.palette.ground);
        self.open("svg", &root)?;
        if !title.is_empty() {
            self.text_element("title", &Attributes::default(), title)?;
        }
        self.clip_paths()?;
        let mut rect = Attributes::default();
        rect.set("width", width);
        rect.set("height", height);
        rect.set("fill", ground);
        self.empty("rect", &rect)?;
        let alike = |a: &Shape, b: &Shape| std::mem::discriminant(a) == std::mem::discriminant(b);
        for shapes in drawing.shapes.chunk_by(alike) {
            self.shapes(shapes)?;
        }
        self.close("svg")
    }

    fn clip_paths(&mut self) -> io::Result<()> {
        for (index, area) in self.clips.clone().into_iter().enumerate() {
            let mut id = Attributes::default();
            id.set("id", self.clip_name(index));
            self.open("clipPath", &id)?;
            let mut path = Attributes::default();
            path.set("d", rectangle(&area));
            self.empty("path", &path)?;
            self.close("clipPath")?;
        }
        Ok(())
    }

    /// Shapes of one kind: what they have in common is said once.
    fn shapes(&mut self, shapes: &[Shape]) -> io::Result<()> {
        let mut common = Attributes::default();
        match shapes[0] {
            Shape::Fill { .. } => {
                common.set("shape-rendering", "crispEdges");
                self.open("g", &common)?;
                for cells in shapes.chunk_by(have_one_paint) {
                    self.fills(cells)?;
                }
                return self.close("g");
            }
            Shape::Text(_) => {
                for texts in shapes.chunk_by(have_one_paint) {
                    self.labels(texts)?;
                }
                return Ok(());
            }
            Shape::Outline { .. } => common.set("fill", "none"),
            Shape::Line { .. } => {
                common.set("fill", "none");
                common.set("stroke-linejoin", "round");
            }
            Shape::Between { .. } | Shape::Dot { .. } => {}
        }
        self.open("g", &common)?;
        for shape in shapes {
            self.shape(shape)?;
        }
        self.close("g")
    }

    /// Fills of one paint.
    fn fills(&mut self, cells: &[Shape]) -> io::Result<()> {
        let areas: Vec<_> = self.cells.drain(..cells.len()).collect();
        let mut path = Attributes::default();
        if let Shape::Fill { paint, .. } = &cells[0] {
            path.fill(self.palette, *paint);
        }
        path.set("d", areas.iter().map(rectangle).collect::<String>());
        self.empty("path", &path)
    }

    fn shape(&mut self, shape: &Shape) -> io::Result<()> {
        let mut attributes = Attributes::default();
        let name = match shape {
            Shape::Outline { area, width, paint } => {
                attributes.stroke(self.palette, *paint, *width);
                attributes.set("d", rectangle(area));
                "path"
            }
            Shape::Line {
                points,
                width,
                paint,
                style,
                clip,
                ..
            } => {
                attributes.stroke(self.palette, *paint, *width);
                attributes.dashes(*style);
                self.clip(&mut attributes, clip.as_ref());
                attributes.set("d", polyline(points.iter()));
                "path"
            }
            Shape::Between {
                upper,
                lower,
                paint,
                clip,
            } => {
                attributes.fill(self.palette, *paint);
                self.clip(&mut attributes, clip.as_ref());
                let around = upper.iter().chain(lower.iter().rev());
                attributes.set("d", polyline(around) + "z");
                "path"
            }
            Shape::Dot { at, radius, paint } => {
                attributes.fill(self.palette, *paint);
                attributes.set("cx", number(at.x));
                attributes.set("cy", number(at.y));
                attributes.set("r", number(*radius));
                "circle"
            }
            Shape::Fill { .. } | Shape::Text(_) => return Ok(()),
        };
        self.empty(name, &attributes)
    }

    fn clip(&self, attributes: &mut Attributes, clip: Option<&Area>) {
        let known = clip.and_then(|clip| self.clips.iter().position(|known| known == clip));
        if let Some(index) = known {
            attributes.set("clip-path", format!("url(#{})", self.clip_name(index)));
        }
    }

    fn clip_name(&self, index: usize) -> String {
        format!("{}-{index}", self.clip_prefix)
    }

    /// Labels of one colour and size.
    fn labels(&mut self, shapes: &[Shape]) -> io::Result<()> {
        let mut common = Attributes::default();
        let labels = shapes.iter().filter_map(|shape| match shape {
            Shape::Text(label) => Some(label),
            _ => None,
        });
        let labels: Vec<_> = labels.collect();
        let first = labels[0];
        common.set("fill", hex(self.palette.text(first.paint.colour)));
        common.opacity("fill-opacity", first.paint);
        common.set("font-size", number(first.size));
        self.open("g", &common)?;
        for label in labels {
            match self.texts {
                Texts::Whole(fonts) => self.whole(label, fonts)?,
                Texts::Runs(fonts) => self.runs(label, fonts)?,
            }
        }
        self.close("g")
    }

    fn whole(&mut self, label: &Label, fonts: &Fonts) -> io::Result<()> {
        let baseline = Baseline::of(label);
        let mut attributes = Attributes::default();
        attributes.at(&baseline, 0.0);
        match baseline.anchor {
            Align::Start => {}
            Align::Middle => attributes.set("text-anchor", "middle"),
            Align::End => attributes.set("text-anchor", "end"),
        }
        let beyond_ours = fonts.system_families(&fonts.line(&label.text));
        if !beyond_ours.is_empty() {
            attributes.set("font-family", families(&beyond_ours));
        }
        self.text_element("text", &attributes, &label.text)
    }

    fn runs(&mut self, label: &Label, fonts: &Fonts) -> io::Result<()> {
        let baseline = Baseline::of(label);
        let line = fonts.line(&label.text);
        let before = baseline.before(line.width * label.size);
        for run in &line.runs {
            let mut attributes = Attributes::default();
            attributes.at(&baseline, run.start * label.size - before);
            attributes.set("font-family", face_name(run.face));
            let mut text = run.text.clone();
            if run.is_rtl {
                // Blanks at its end are of its direction, too.
                text.push(RIGHT_TO_LEFT_MARK);
            }
            self.text_element("text", &attributes, &text)?;
        }
        Ok(())
    }

    fn open(&mut self, name: &str, attributes: &Attributes) -> io::Result<()> {
        let start = quick_xml::events::BytesStart::new(name);
        let start = start.with_attributes(attributes.pairs());
        self.xml.write_event(quick_xml::events::Event::Start(start))
    }

    fn close(&mut self, name: &str) -> io::Result<()> {
        let end = quick_xml::events::BytesEnd::new(name);
        self.xml.write_event(quick_xml::events::Event::End(end))
    }

    fn empty(&mut self, name: &str, attributes: &Attributes) -> io::Result<()> {
        self.element(name, attributes).write_empty()?;
        Ok(())
    }

    fn text_element(&mut self, name: &str, attributes: &Attributes, text: &str) -> io::Result<()> {
        let text = svg_text(text);
        let element = self.element(name, attributes);
        element.write_text_content(BytesText::new(&text))?;
        Ok(())
    }

    fn element<'b>(
        &'b mut self,
        name: &'b str,
        attributes: &Attributes,
    ) -> ElementWriter<'b, Vec<u8>> {
        self.xml
            .create_element(name)
            .with_attributes(attributes.pairs())
    }
}

fn have_one_paint(a: &Shape, b: &Shape) -> bool {
    match (a, b) {
        (Shape::Fill { paint: a, .. }, Shape::Fill { paint: b, .. }) => a == b,
        (Shape::Text(a), Shape::Text(b)) => a.paint == b.paint && a.size == b.size,
        _ => false,
    }
}

/// The beginning of the names of a drawing's clips. It depends on all that is drawn: figures that
/// stand in one HTML page share its names, and one must not be clipped as another is.
fn clip_prefix(drawing: &Drawing, title: &str) -> String {
    let mut hash = Fnv::default();
    // Hashing cannot fail.
    let _ = write!(hash, "{title} {drawing:?}");
    format!("clip-{:016x}", hash.0)
}

/// The 64-bit FNV-1a hash, the same on every machine and in every version of Rust.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl std::fmt::Write for Fnv {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(())
    }
}
