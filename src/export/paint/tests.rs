//! The three kinds of files, painted and read again.

use proptest::prelude::*;
use quick_xml::events::Event;
use resvg::usvg::{Options, Tree};

use super::*;
use crate::picture::{
    Align, Area, Colour, Label, LineStyle, Measure as _, Paint, Point, Rgb, Role, Shape, Size, Turn,
};

const SIZE: Size = Size::new(200.0, 100.0);

fn label(text: &str, x: f64, y: f64) -> Label {
    Label {
        text: text.to_owned(),
        at: Point::new(x, y),
        align: [Align::Start, Align::Middle],
        size: 20.0,
        paint: Colour::Ink.into(),
        turn: Turn::Flat,
    }
}

fn area(left: f64, top: f64, right: f64, bottom: f64) -> Area {
    Area {
        left,
        top,
        right,
        bottom,
    }
}

fn fill(area: Area, paint: impl Into<Paint>) -> Shape {
    let paint = paint.into();
    Shape::Fill { area, paint }
}

fn drawing(shapes: Vec<Shape>) -> Drawing {
    Drawing { size: SIZE, shapes }
}

fn painted(drawing: &Drawing, format: FigureFormat) -> Rendered {
    let fonts = Fonts::bundled();
    render(drawing, &Palette::LIGHT, "A test", format, &fonts).unwrap()
}

/// A PNG read again.
struct Pixels {
    width: usize,
    rgb: Vec<u8>,
    per_metre: u32,
}

impl Pixels {
    fn of(drawing: &Drawing, dpi: f64) -> Self {
        let bytes = painted(drawing, FigureFormat::Png { dpi }).bytes;
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
            .read_info()
            .unwrap();
        let mut rgb = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut rgb).unwrap();
        let info = reader.info();
        Self {
            width: info.width as usize,
            rgb,
            per_metre: info.pixel_dims.unwrap().xppu,
        }
    }

    fn at(&self, x: usize, y: usize) -> Rgb {
        let start = 3 * (y * self.width + x);
        Rgb(self.rgb[start], self.rgb[start + 1], self.rgb[start + 2])
    }

    fn height(&self) -> usize {
        self.rgb.len() / 3 / self.width
    }

    /// The smallest area, in pixels, with everything that is not ground.
    fn ink(&self) -> Area {
        let mut ink = area(f64::MAX, f64::MAX, f64::MIN, f64::MIN);
        for y in 0..self.height() {
            for x in 0..self.width {
                if self.at(x, y).luminance() < 0.5 {
                    let (x, y) = (x as f64, y as f64);
                    ink.left = ink.left.min(x);
                    ink.top = ink.top.min(y);
                    ink.right = ink.right.max(x + 1.0);
                    ink.bottom = ink.bottom.max(y + 1.0);
                }
            }
        }
        ink
    }
}

/// The texts of an SVG's elements of this name.
fn texts(svg: &[u8], name: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_reader(svg);
    let (mut found, mut is_in) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.name().as_ref() == name.as_bytes() => {
                is_in = true;
                found.push(String::new());
            }
            Event::End(_) => is_in = false,
            Event::Text(text) if is_in => {
                found.last_mut().unwrap().push_str(&text.decode().unwrap());
            }
            Event::GeneralRef(entity) if is_in => {
                let sign = match entity.decode().unwrap().as_ref() {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    "apos" => '\'',
                    other => panic!("&{other};"),
                };
                found.last_mut().unwrap().push(sign);
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn an_svg_says_what_it_is_and_how_large() {
    let svg = painted(&drawing(vec![]), FigureFormat::Svg).bytes;
    let text = std::str::from_utf8(&svg).unwrap();
    assert!(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\""));
    assert!(text.contains("role=\"img\" aria-label=\"A test\""));
    assert_eq!(texts(&svg, "title"), ["A test"]);
    assert!(text.contains("sans-serif"));
}

#[test]
fn hostile_names_are_text_in_an_svg_and_break_nothing() {
    let names = [
        "</text><script>alert(1)</script>",
        "]]> & <![CDATA[ \"quoted\" 'single' &amp;",
        "nul\u{0}bell\u{7}line\nend\u{ffff}\u{fffe}",
    ];
    let shapes = names.map(|name| Shape::Text(label(name, 10.0, 50.0)));
    let svg = painted(&drawing(shapes.to_vec()), FigureFormat::Svg).bytes;
    let read = texts(&svg, "text");
    assert_eq!(read[..2], names[..2]);
    assert_eq!(read[2], "nul bell line end□□");
    Tree::from_data(&svg, &Options::default()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_name_is_painted_in_every_format(name in any::<String>()) {
        let drawing = drawing(vec![Shape::Text(label(&name, 10.0, 50.0))]);
        let svg = painted(&drawing, FigureFormat::Svg).bytes;
        Tree::from_data(&svg, &Options::default()).unwrap();
        painted(&drawing, FigureFormat::Png { dpi: 30.0 });
        painted(&drawing, FigureFormat::Pdf);
    }
}

#[test]
fn a_png_has_the_pixels_of_its_resolution_and_says_it() {
    let pixels = Pixels::of(&drawing(vec![]), 192.0);
    assert_eq!((pixels.width, pixels.height()), (400, 200));
    assert_eq!(pixels.per_metre, 7559);
    assert_eq!(pixels.at(0, 0), Palette::LIGHT.ground);
}

#[test]
fn a_png_of_too_many_pixels_or_none_is_refused() {
    let fonts = Fonts::bundled();
    for dpi in [1e6, 0.0, -1.0, 0.1, f64::NAN, f64::INFINITY] {
        let format = FigureFormat::Png { dpi };
        let error = render(&drawing(vec![]), &Palette::LIGHT, "", format, &fonts).unwrap_err();
        assert!(
            error.to_string().contains("from 1 to 100 million"),
            "{error}"
        );
    }
}

#[test]
fn cells_that_touch_show_no_seam_at_any_resolution() {
    let yes = Palette::LIGHT.rgb(Colour::Sign(1.0));
    let cell = |row: i32, column: i32| {
        let at = |i: i32| 10.0 + f64::from(i) * 80.0 / 7.0;
        fill(
            area(at(column), at(row), at(column + 1), at(row + 1)),
            Colour::Sign(1.0),
        )
    };
    let cells = drawing((0..49).map(|i| cell(i / 7, i % 7)).collect());
    for dpi in [71.0, 96.0, 137.0, 300.0] {
        let pixels = Pixels::of(&cells, dpi);
        let edge = |points: f64| (points * dpi / 96.0).round() as usize;
        for y in edge(10.0) + 1..edge(90.0) - 1 {
            for x in edge(10.0) + 1..edge(90.0) - 1 {
                assert_eq!(pixels.at(x, y), yes, "{x} {y} at {dpi}");
            }
        }
    }
}

#[test]
fn a_label_is_painted_where_it_is_measured() {
    let fonts = Fonts::bundled();
    // H fills its height, and its stems stand close to its ends.
    for (text, slack) in [("HHHHHH", 2.5), ("特H特", 3.5), ("H□□", 5.0)] {
        for turn in [Turn::Flat, Turn::Upward] {
            for align in [Align::Start, Align::Middle, Align::End] {
                let label = Label {
                    align: [align, align],
                    turn,
                    ..label(text, 100.0, 100.0)
                };
                let mut canvas = drawing(vec![Shape::Text(label.clone())]);
                canvas.size = Size::new(200.0, 200.0);
                let expected = label.ink(&fonts);
                let ink = Pixels::of(&canvas, 96.0).ink();
                let sides = |area: &Area| [area.left, area.top, area.right, area.bottom];
                for (found, expected) in sides(&ink).into_iter().zip(sides(&expected)) {
                    let off = (found - expected).abs();
                    assert!(
                        off < slack,
                        "{text} {turn:?} {align:?}: {ink:?}, {:?}",
                        label.area(&fonts)
                    );
                }
            }
        }
    }
}

#[test]
fn a_line_is_seen_in_its_clip_only_and_covers_as_much_as_it_says() {
    let points = vec![Point::new(0.0, 50.0), Point::new(200.0, 50.0)];
    let line = Shape::Line {
        points,
        width: 20.0,
        paint: Colour::Loss.at(0.5),
        style: LineStyle::Solid,
        role: Role::Curve,
        clip: Some(area(50.0, 0.0, 150.0, 100.0)),
    };
    let pixels = Pixels::of(&drawing(vec![line]), 96.0);
    assert_eq!(pixels.at(25, 50), Palette::LIGHT.ground);
    assert_eq!(pixels.at(175, 50), Palette::LIGHT.ground);
    let Rgb(red, green, blue) = pixels.at(100, 50);
    let Rgb(r, g, b) = Palette::LIGHT.rgb(Colour::Loss);
    for (found, of) in [(red, r), (green, g), (blue, b)] {
        let half = u16::midpoint(u16::from(of), 255);
        assert!(u16::from(found).abs_diff(half) <= 1, "{found} of {of}");
    }
}

/// The names of the clips of an SVG.
fn clip_names(svg: &str) -> Vec<&str> {
    let names = svg.split("<clipPath id=\"").skip(1);
    let names = names.map(|rest| rest.split('"').next().unwrap());
    names.collect()
}

#[test]
fn two_figures_in_one_page_share_no_clip() {
    let clipped = |right: f64, height: f64| {
        let line = Shape::Line {
            points: vec![Point::new(0.0, height), Point::new(200.0, height)],
            width: 2.0,
            paint: Colour::Loss.into(),
            style: LineStyle::Solid,
            role: Role::Curve,
            clip: Some(area(50.0, 0.0, right, 100.0)),
        };
        let svg = painted(&drawing(vec![line]), FigureFormat::Svg).bytes;
        String::from_utf8(svg).unwrap()
    };
    // Of one clip, hidden by the page, the other must not be in need.
    let pages = [
        clipped(150.0, 50.0),
        clipped(80.0, 50.0),
        clipped(150.0, 60.0),
    ];
    let names: Vec<&str> = pages.iter().flat_map(|svg| clip_names(svg)).collect();
    assert_eq!(names.len(), 3);
    assert!(names[0] != names[1] && names[0] != names[2] && names[1] != names[2]);
    for (svg, name) in pages.iter().zip(&names) {
        assert!(
            svg.contains(&format!("clip-path=\"url(#{name})\"")),
            "{svg}"
        );
    }
    assert_eq!(clipped(150.0, 50.0), pages[0]);
}

#[test]
fn dashes_and_dots_have_gaps_of_their_length() {
    let line = |style, y| Shape::Line {
        points: vec![Point::new(0.0, y), Point::new(200.0, y)],
        width: 2.0,
        paint: Colour::Ink.into(),
        style,
        role: Role::Rule,
        clip: None,
    };
    let styles = vec![line(LineStyle::Dashed, 20.0), line(LineStyle::Dotted, 40.0)];
    let pixels = Pixels::of(&drawing(styles), 96.0);
    let changes = |y: usize| {
        let dark = (0..200).map(|x| pixels.at(x, y).luminance() < 0.5);
        let dark: Vec<_> = dark.collect();
        dark.windows(2).filter(|pair| pair[0] != pair[1]).count()
    };
    // 20 dashes of 6 and gaps of 4 on 200 points, 50 dots.
    assert!((38..=41).contains(&changes(20)), "{}", changes(20));
    assert!((98..=101).contains(&changes(40)), "{}", changes(40));
}

#[test]
fn a_pdf_is_a_page_of_the_figures_size_with_the_fonts_in_it() {
    let shapes = vec![Shape::Text(label("loss 特異値", 10.0, 50.0))];
    let bytes = painted(&drawing(shapes), FigureFormat::Pdf).bytes;
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.starts_with("%PDF-1."));
    assert!(text.contains("/MediaBox[0 0 150 75]"));
    assert!(text.contains("DejaVuSans") && text.contains("BIZUDPGothic"));
    assert!(bytes.len() < 60_000, "{} bytes: whole fonts?", bytes.len());
}

#[test]
fn a_character_without_a_font_is_said_once_for_every_format() {
    let fonts = Fonts::bundled();
    let names = ["ปลา", "ลา", "금붕어", "goldfish"];
    let shapes = names.map(|name| Shape::Text(label(name, 10.0, 50.0)));
    let drawing = drawing(shapes.to_vec());
    for format in [
        FigureFormat::Svg,
        FigureFormat::Png { dpi: 96.0 },
        FigureFormat::Pdf,
    ] {
        let painted = render(&drawing, &Palette::LIGHT, "", format, &fonts).unwrap();
        let said: String = painted.missing.iter().collect();
        assert_eq!(said, "ปลา금붕어");
    }
    // The SVG keeps the text for a reader who has the font.
    let svg = painted(&drawing, FigureFormat::Svg).bytes;
    assert_eq!(texts(&svg, "text"), names);
    assert!(fonts.width("ปลา", 10.0) > 20.0);
}
