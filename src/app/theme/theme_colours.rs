//! The colours of a theme as egui has them. Which colour means what, and how it looks, is said by
//! [`crate::picture`] alone.

use egui::Color32;

use crate::picture::{self, Colour, Rgb};

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ThemeColours {
    /// The loss.
    pub(crate) loss: Color32,
    /// The modes' axis, and the first end of their colours.
    pub(crate) mode_first: Color32,
    /// The epoch stripe and its line.
    pub(crate) epoch: Color32,
    /// Theory beside the simulation.
    pub(crate) theory: Color32,
    /// Refusals and errors.
    pub(crate) error: Color32,
    /// Text that explains.
    pub(crate) quiet: Color32,
    /// A feature's no.
    pub(crate) no: Color32,
    /// A feature's yes.
    pub(crate) yes: Color32,
    of_pictures: picture::Palette,
}

impl ThemeColours {
    /// The colours for a dark or a light window.
    pub(crate) fn new(is_dark: bool) -> Self {
        let of_pictures = if is_dark {
            picture::Palette::DARK
        } else {
            picture::Palette::LIGHT
        };
        let look = |colour| color(of_pictures.rgb(colour));
        Self {
            loss: look(Colour::Loss),
            mode_first: look(Colour::Modes),
            epoch: look(Colour::Epoch),
            theory: look(Colour::Ink),
            error: look(Colour::Error),
            quiet: look(Colour::Quiet),
            no: look(Colour::Sign(-1.0)),
            yes: look(Colour::Sign(1.0)),
            of_pictures,
        }
    }

    /// Mode `mode` of `n_modes`, from blue to green.
    pub(crate) fn mode(&self, mode: usize, n_modes: usize) -> Color32 {
        let of = n_modes;
        self.look(Colour::Mode { mode, of })
    }

    /// A pinned run's colour, by number.
    pub(crate) fn pin(&self, colour: usize) -> Color32 {
        self.look(Colour::Pin(colour))
    }

    /// The line of watched pair `i`.
    pub(crate) fn watched(&self, i: usize) -> Color32 {
        self.look(Colour::Watched(i))
    }

    /// How a colour of a picture looks.
    pub(crate) fn look(&self, colour: Colour) -> Color32 {
        color(self.of_pictures.rgb(colour))
    }
}

/// A colour of a picture as egui has it.
pub(crate) fn color(Rgb(r, g, b): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn window_and_pictures_have_the_same_colours() {
        for (is_dark, of_pictures) in [
            (false, picture::Palette::LIGHT),
            (true, picture::Palette::DARK),
        ] {
            let colours = ThemeColours::new(is_dark);
            assert_eq!(colours.loss, color(of_pictures.rgb(Colour::Loss)));
            for i in 0..12 {
                assert_eq!(colours.pin(i), color(of_pictures.rgb(Colour::Pin(i))));
                let watched = of_pictures.rgb(Colour::Watched(i));
                assert_eq!(colours.watched(i), color(watched));
            }
            assert_eq!(colours.mode(0, 8), colours.mode_first);
        }
    }
}
