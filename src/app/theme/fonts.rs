//! Fonts: what egui brings, a subset of BIZ UDPGothic for Japanese, Hack for signs that neither of
//! the proportional ones has (superscript minus, arrows), and DejaVu Sans for the raised T. What a user types beyond
//! them is looked for among the system's fonts by eframe.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

/// egui's name for its monospace font.
const HACK: &str = "Hack";
const JAPANESE: &str = "BIZ UDPGothic";
const DEJAVU: &str = "DejaVu Sans";
/// egui's font of icons. Its full-width brackets are bold.
const ICONS: &str = "emoji-icon-font";

/// Installs them.
pub(crate) fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
}

/// The fonts of each family, in the order in which a letter is looked for in them.
fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let japanese = include_bytes!("../../../assets/fonts/BIZUDPGothic-subset.ttf");
    let data = Arc::new(FontData::from_static(japanese));
    fonts.font_data.insert(JAPANESE.to_owned(), data);
    let dejavu = include_bytes!("../../../assets/fonts/DejaVuSans-subset.ttf");
    let data = Arc::new(FontData::from_static(dejavu));
    fonts.font_data.insert(DEJAVU.to_owned(), data);
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        let names = fonts.families.entry(family).or_default();
        let icons = names.iter().position(|name| name == ICONS);
        names.insert(icons.unwrap_or(names.len()), JAPANESE.to_owned());
        if !names.iter().any(|name| name == HACK) {
            names.push(HACK.to_owned());
        }
        names.push(DEJAVU.to_owned());
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transpose_has_its_raised_t() {
        let ctx = egui::Context::default();
        install(&ctx);
        let mut has_it = false;
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let font = egui::FontId::proportional(14.0);
            has_it = ui.fonts_mut(|fonts| fonts.has_glyphs(&font, "Xᵀ"));
        });
        output.textures_delta.clear();
        assert!(has_it);
    }

    #[test]
    fn full_width_brackets_are_of_the_japanese_font() {
        let fonts = fonts();
        for family in [FontFamily::Proportional, FontFamily::Monospace] {
            let names = &fonts.families[&family];
            let place = |font: &str| names.iter().position(|name| name == font);
            assert!(place(JAPANESE).is_some(), "{names:?}");
            let icons = place(ICONS);
            assert!(icons.is_none_or(|icons| place(JAPANESE) < Some(icons)));
        }
    }
}
