//! An SVG as pixels, with the bundled fonts.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FallbackSelectionFn, FontResolver, Options, Tree, fontdb};

use super::error::{FigureError, MAX_SIDE};

/// The letters, matplotlib's own, and what they lack for Japanese.
const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../assets/fonts/DejaVuSans-subset.ttf"),
    include_bytes!("../../../assets/fonts/BIZUDPGothic-subset.ttf"),
];
const FAMILY: &str = "DejaVu Sans";

/// The SVG as a PNG of `scale` pixels for each of its own.
pub(super) fn png(svg: &str, scale: f64) -> Result<Vec<u8>, FigureError> {
    let tree = tree(svg);
    let side = |n: f32| {
        let pixels = (f64::from(n) * scale).round();
        let fits = (1.0..=f64::from(MAX_SIDE)).contains(&pixels);
        if fits {
            Ok(pixels as u32)
        } else {
            Err(FigureError::Size)
        }
    };
    let (width, height) = (side(tree.size().width())?, side(tree.size().height())?);
    let mut pixels = Pixmap::new(width, height).ok_or(FigureError::Size)?;
    let scale = scale as f32;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels.encode_png().map_err(|_| FigureError::Size)
}

/// How wide texts of that size are with the bundled fonts.
pub(super) fn text_widths(texts: &[String], size: f64) -> Vec<f64> {
    let mut svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">".to_owned();
    for (i, text) in texts.iter().enumerate() {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        let element = format!("<text id=\"t{i}\" font-size=\"{size}\">{escaped}</text>");
        svg.push_str(&element);
    }
    svg.push_str("</svg>");
    let tree = tree(&svg);
    let width = |i: usize| {
        // What has no letters is left out.
        let node = tree.node_by_id(&format!("t{i}"));
        node.map_or(0.0, |node| f64::from(node.bounding_box().width()))
    };
    (0..texts.len()).map(width).collect()
}

/// How wide a text of that size is.
pub(super) fn text_width(text: &str, size: f64) -> f64 {
    text_widths(&[text.to_owned()], size)[0]
}

/// The SVG with its letters laid out.
pub(super) fn tree(svg: &str) -> Tree {
    let mut fonts = fontdb::Database::new();
    for font in FONTS {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(font)));
    }
    fonts.set_sans_serif_family(FAMILY);
    let options = Options {
        font_family: FAMILY.to_owned(),
        fontdb: Arc::new(fonts),
        font_resolver: FontResolver {
            select_font: FontResolver::default_font_selector(),
            select_fallback: system_fallback(),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options).expect("our own SVG can be read")
}

/// Looks among the system's fonts for a letter that the bundled ones lack; they are read only
/// then, which takes a moment.
fn system_fallback() -> FallbackSelectionFn<'static> {
    let known = FontResolver::default_fallback_selector();
    Box::new(move |letter, tried, fonts| {
        let found = known(letter, tried, fonts);
        if found.is_some() || fonts.len() > FONTS.len() {
            return found;
        }
        Arc::make_mut(fonts).load_system_fonts();
        known(letter, tried, fonts)
    })
}
