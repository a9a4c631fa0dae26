//! A drawing as pixels.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, FontResolver, Options, Tree};

use super::fonts::Fonts;
use super::limits::MAX_PIXELS;
use super::page::POINTS_PER_INCH;
use super::{PaintError, svg};
use crate::picture::{Drawing, Palette};

const METRES_PER_INCH: f64 = 0.0254;

/// The drawing as a PNG of so many pixels an inch, which it says.
pub(super) fn png(
    drawing: &Drawing,
    palette: &Palette,
    title: &str,
    dpi: f64,
    fonts: &Fonts,
) -> Result<Vec<u8>, PaintError> {
    let scale = dpi / POINTS_PER_INCH;
    let pixels = [drawing.size.width, drawing.size.height].map(|side| (side * scale).round());
    let [width, height] = pixels;
    let refused = || PaintError::Pixels { width, height };
    let fits = width >= 1.0 && height >= 1.0 && width * height <= f64::from(MAX_PIXELS);
    if !fits {
        return Err(refused());
    }
    let mut pixmap = Pixmap::new(width as u32, height as u32).ok_or_else(refused)?;
    let tree = tree(&svg::for_pixels(drawing, palette, fonts), fonts);
    // A whole number of pixels a side, whatever the drawing's size.
    let stretch = Transform::from_scale(
        (width / drawing.size.width) as f32,
        (height / drawing.size.height) as f32,
    );
    resvg::render(&tree, stretch, &mut pixmap.as_mut());
    Ok(encoded(&pixmap, title, dpi))
}

/// The SVG with its letters set.
fn tree(svg: &str, fonts: &Fonts) -> Tree {
    let (database, faces) = fonts.database();
    let select_font = move |font: &usvg::Font, _: &mut Arc<usvg::fontdb::Database>| {
        let usvg::FontFamily::Named(name) = font.families().first()? else {
            return None;
        };
        let mut names = (0..faces.len()).map(svg::face_name);
        let face = names.position(|known| known == *name)?;
        faces.get(face).copied()
    };
    let options = Options {
        fontdb: Arc::new(database),
        font_resolver: FontResolver {
            select_font: Box::new(select_font),
            // Each run has the font that has it.
            select_fallback: Box::new(|_, _, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options).expect("our own SVG can be read")
}

/// The pixels as a PNG. All are opaque, as the ground is.
fn encoded(pixmap: &Pixmap, title: &str, dpi: f64) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::RelativeColorimetric);
    let per_metre = (dpi / METRES_PER_INCH).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    let rgb = pixmap.pixels().iter();
    let rgb: Vec<u8> = rgb
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let written = encoder
        .add_itxt_chunk("Title".to_owned(), title.to_owned())
        .and_then(|()| encoder.write_header())
        .and_then(|mut writer| writer.write_image_data(&rgb));
    written.expect("memory takes an image of the size in its header");
    bytes
}
