//! Fonts: what egui brings, a subset of BIZ UDPGothic for Japanese, and Hack for signs that
//! neither of the proportional ones has (superscript minus, arrows). What a user types beyond
//! them is looked for among the system's fonts by eframe.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

/// egui's name for its monospace font.
const HACK: &str = "Hack";
const JAPANESE: &str = "BIZ UDPGothic";

/// Installs them.
pub(crate) fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let japanese = include_bytes!("../../../assets/fonts/BIZUDPGothic-subset.ttf");
    let data = Arc::new(FontData::from_static(japanese));
    fonts.font_data.insert(JAPANESE.to_owned(), data);
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        let names = fonts.families.entry(family).or_default();
        for fallback in [JAPANESE, HACK] {
            if !names.iter().any(|name| name == fallback) {
                names.push(fallback.to_owned());
            }
        }
    }
    ctx.set_fonts(fonts);
}
