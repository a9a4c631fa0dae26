//! How egui's own widgets look in a light and in a dark window: headings outweigh labels, labels
//! outweigh notes, and every text can be read.

use egui::{Color32, Context, Theme, Visuals};

use super::theme_colours::ThemeColours;

/// Sets the looks of both themes.
pub(crate) fn install(ctx: &Context) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_visuals_of(theme, visuals(theme == Theme::Dark));
    }
}

/// The look of a theme.
fn visuals(is_dark: bool) -> Visuals {
    let mut visuals = if is_dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    // Labels; headings have egui's strong colour, black or white.
    let (label, accent) = if is_dark {
        (Color32::from_gray(205), Color32::from_rgb(110, 180, 255))
    } else {
        (Color32::from_gray(55), Color32::from_rgb(0, 98, 180))
    };
    visuals.widgets.noninteractive.fg_stroke.color = label;
    visuals.weak_text_color = Some(ThemeColours::new(is_dark).quiet);
    visuals.hyperlink_color = accent;
    // egui draws what has the focus like what is pressed: darker than what is on. The ring tells of
    // the focus, so that only what is on looks so.
    let hovered = visuals.widgets.hovered;
    let active = &mut visuals.widgets.active;
    active.weak_bg_fill = hovered.weak_bg_fill;
    active.bg_fill = hovered.bg_fill;
    active.bg_stroke = hovered.bg_stroke;
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{self, Rgb};

    fn rgb(color: Color32) -> Rgb {
        let [r, g, b, _] = color.to_array();
        Rgb(r, g, b)
    }

    /// Every text of the window and the ground it stands on.
    fn texts(is_dark: bool) -> Vec<(&'static str, Color32, Color32)> {
        let (look, colours) = (visuals(is_dark), ThemeColours::new(is_dark));
        let ground = look.panel_fill;
        let mut texts = vec![
            ("label", look.text_color(), ground),
            ("heading", look.strong_text_color(), ground),
            ("note", look.weak_text_color(), ground),
            ("note in a dialog", colours.quiet, look.window_fill),
            ("refusal", colours.error, ground),
            ("refusal in a box", colours.error, look.extreme_bg_color),
            (
                "hint in a box",
                look.weak_text_color(),
                look.extreme_bg_color,
            ),
            ("value in a box", look.text_color(), look.extreme_bg_color),
            ("link", look.hyperlink_color, ground),
            ("epoch", colours.epoch, ground),
            ("loss", colours.loss, ground),
            (
                "selected text",
                look.selection.stroke.color,
                look.selection.bg_fill,
            ),
        ];
        let widgets = &look.widgets;
        for (name, widget) in [
            ("button", &widgets.inactive),
            ("button under the pointer", &widgets.hovered),
            ("button that is pressed", &widgets.active),
            ("menu that is open", &widgets.open),
        ] {
            texts.push((name, widget.text_color(), widget.weak_bg_fill));
        }
        texts
    }

    #[test]
    fn every_text_has_contrast_enough_in_both_themes() {
        for is_dark in [false, true] {
            for (name, text, ground) in texts(is_dark) {
                let contrast = rgb(text).contrast(rgb(ground));
                assert!(
                    contrast >= picture::Palette::LEAST_CONTRAST,
                    "{name}, dark {is_dark}: {contrast:.2}"
                );
            }
        }
    }

    #[test]
    fn what_has_the_focus_looks_less_on_than_what_is_on() {
        for is_dark in [false, true] {
            let look = visuals(is_dark);
            let weight = |color| rgb(color).contrast(rgb(look.panel_fill));
            let focused = weight(look.widgets.active.weak_bg_fill);
            let is_on = weight(look.selection.bg_fill);
            assert!(focused <= is_on * 1.2, "dark {is_dark}: {focused} {is_on}");
        }
    }

    #[test]
    fn headings_outweigh_labels_and_labels_outweigh_notes() {
        for is_dark in [false, true] {
            let look = visuals(is_dark);
            let weight = |color| rgb(color).contrast(rgb(look.panel_fill));
            let heading = weight(look.strong_text_color());
            let label = weight(look.text_color());
            let note = weight(look.weak_text_color());
            assert!(
                heading > 1.2 * label && label > 1.2 * note,
                "dark {is_dark}"
            );
        }
    }
}
