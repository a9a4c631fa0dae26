//! The bench for pictures, of tests only: every picture is held to the rules of
//! [`crate::picture::check`] with the fonts of exported files, and its SVG to a snapshot.
//!
//! The module stands above pictures and exports, as it uses both. `cargo insta review`, or
//! `INSTA_UPDATE=always cargo test`, takes new snapshots; with `CI` set none is taken and a
//! difference fails. With `MODESCOPE_PICTURES` set to a folder each picture is painted there, to be
//! looked at.

mod abridged;
mod atlas;
mod charts;
mod items;
mod many;

use std::path::Path;

use crate::export::paint::{DEFAULT_DPI, FigureFormat, Fonts, render};
use crate::picture::{Drawing, Palette, check};

/// The fonts to lay pictures out with that go through [`assert_picture`]: the bundled ones, the
/// same on every machine.
pub(crate) fn fonts() -> Fonts {
    Fonts::bundled()
}

/// Fails if a drawing breaks a rule of pictures, or differs from its snapshot of this name.
pub(crate) fn assert_picture(name: &str, drawing: &Drawing) {
    show(name, drawing);
    let fonts = fonts();
    let violations = check::violations(drawing, &fonts);
    assert!(violations.is_empty(), "{name}: {violations:#?}");
    let few = abridged::abridged(drawing);
    let svg = render(&few, &Palette::LIGHT, name, FigureFormat::Svg, &fonts).unwrap();
    let svg = without_hash(String::from_utf8(svg.bytes).unwrap());
    let snapshot = format!("<!-- {} -->\n{svg}", abridged::counts(drawing));
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, snapshot));
}

/// An SVG with plain names of its clips: any change of the picture would change all of them.
fn without_hash(svg: String) -> String {
    let name = svg.split("<clipPath id=\"").nth(1);
    let prefix = name.and_then(|name| Some(name.split_once("-0\"")?.0));
    match prefix.map(str::to_owned) {
        Some(prefix) => svg.replace(&prefix, "clip"),
        None => svg,
    }
}

/// Paints a picture where `MODESCOPE_PICTURES` says, if it says so, with all installed fonts.
pub(crate) fn show(name: &str, drawing: &Drawing) {
    let Some(folder) = std::env::var_os("MODESCOPE_PICTURES") else {
        return;
    };
    let fonts = Fonts::new();
    let png = FigureFormat::Png { dpi: DEFAULT_DPI };
    for (format, palette, ending) in [
        (png, Palette::LIGHT, "png"),
        (png, Palette::DARK, "dark.png"),
        (FigureFormat::Svg, Palette::LIGHT, "svg"),
        (FigureFormat::Pdf, Palette::LIGHT, "pdf"),
    ] {
        let painted = render(drawing, &palette, name, format, &fonts).unwrap();
        let file = Path::new(&folder).join(format!("{name}.{ending}"));
        std::fs::write(file, painted.bytes).unwrap();
    }
}

mod tests;
