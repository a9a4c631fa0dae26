//! What is said beside the microscope's picture, and of its cells.

use egui::{Align2, FontId, Mesh, Rect, RichText, Sense, Shape, Ui, pos2, vec2};

use super::shown::Shown;
use super::sizes::{CAPTION, FONT};
use super::slide::Slide;
use crate::app::text::format;
use crate::app::text::names::feature_name;

/// From this share on the network is said to lie in the modes as a whole.
const WHOLE: f64 = 0.9995;

impl Slide<'_> {
    /// What is to be said beside the picture; answers whether all modes are wanted back.
    pub(super) fn words(&self, ui: &mut Ui, shown: &Shown) -> bool {
        let words = self.scene.words;
        let quiet = self.scene.palette.quiet;
        ui.add_space(CAPTION);
        self.legend(ui);
        ui.spacing_mut().item_spacing.y = 5.0;
        let mut all_on = false;
        if !self.off.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.label(self.without());
                all_on = ui.small_button(words.get("microscope-all-on")).clicked();
            });
        }
        ui.label(words.with("microscope-off-target", &[("off", self.farthest().into())]));
        ui.label(RichText::new(self.share()).color(quiet));
        let n_all = self.scene.run.facts.modes.singular_values.len();
        if shown.n_modes < n_all {
            let values = [
                ("modes", shown.n_modes.to_string().into()),
                ("items", shown.n_items.to_string().into()),
                ("all", n_all.to_string().into()),
            ];
            let text = RichText::new(words.with("microscope-first", &values));
            ui.label(text.color(quiet));
        }
        all_on
    }

    /// The colours from the negative end to the positive.
    pub(super) fn legend(&self, ui: &mut Ui) {
        const STEPS: usize = 32;
        let size = vec2(120.0, 10.0);
        let (rect, _) = ui.allocate_exact_size(size + vec2(0.0, FONT + 6.0), Sense::hover());
        let bar = Rect::from_min_size(rect.min, size);
        let painter = ui.painter();
        let mut mesh = Mesh::default();
        let x = |step: usize| bar.left() + bar.width() * step as f32 / STEPS as f32;
        for step in 0..STEPS {
            let value = (2.0 * step as f64 + 1.0) / STEPS as f64 - 1.0;
            let part =
                Rect::from_min_max(pos2(x(step), bar.top()), pos2(x(step + 1), bar.bottom()));
            mesh.add_colored_rect(part, self.scene.palette.signed(value));
        }
        painter.add(Shape::mesh(mesh));
        let edge = ui.visuals().widgets.noninteractive.bg_stroke;
        painter.rect_stroke(bar, 0.0, edge, egui::StrokeKind::Outside);
        for (text, x, anchor) in [
            ("−", bar.left(), Align2::LEFT_TOP),
            ("0", bar.center().x, Align2::CENTER_TOP),
            ("+", bar.right(), Align2::RIGHT_TOP),
        ] {
            let font = FontId::proportional(FONT);
            painter.text(
                pos2(x, bar.bottom() + 2.0),
                anchor,
                text,
                font,
                self.scene.palette.quiet,
            );
        }
    }

    /// `modes off: 2, 3`.
    pub(super) fn without(&self) -> String {
        let numbers: Vec<String> = self.off.iter().map(|mode| (mode + 1).to_string()).collect();
        let values = [("modes", numbers.join(", ").into())];
        self.scene.words.with("microscope-without", &values)
    }

    /// The largest difference between what the product says and what is taught.
    pub(super) fn farthest(&self) -> String {
        let off = (self.product - &self.still.taught).amax();
        if off < 1e4 {
            format!("{off:.2}")
        } else {
            format::scientific(off)
        }
    }

    /// How much of the network is in these pictures.
    pub(super) fn share(&self) -> String {
        let words = self.scene.words;
        match self.share {
            None => words.get("microscope-share-none"),
            Some(share) if share >= WHOLE => words.get("microscope-share-all"),
            Some(share) => {
                let percent = format::plain(format::three_digits((share * 1000.0).floor() / 10.0));
                words.with("microscope-share", &[("percent", percent.into())])
            }
        }
    }

    pub(super) fn hover_text(&self, matrix: usize, row: usize, col: usize, value: f64) -> String {
        let mode = |mode: usize| {
            let values = [("mode", (mode + 1).to_string().into())];
            self.scene.words.with("map-mode", &values)
        };
        let item = |item: usize| self.scene.items()[item].clone();
        let feature = |row: usize| {
            let feature = self.still.features[row];
            let experiment = &self.scene.run.facts.experiment;
            feature_name(feature, experiment, self.scene.words)
        };
        let number = format!("{:+}", format::three_digits(value));
        let (a, b) = match matrix {
            0 => (feature(row), mode(col)),
            1 => (mode(row), mode(col)),
            2 => (mode(row), item(col)),
            _ => {
                let taught = format!("{:+}", format::three_digits(self.still.taught[(row, col)]));
                return self.scene.words.with(
                    "microscope-hover-product",
                    &[
                        ("item", item(col).into()),
                        ("feature", feature(row).into()),
                        ("value", number.into()),
                        ("taught", taught.into()),
                    ],
                );
            }
        };
        format!("{a} × {b}\n{number}")
    }

    /// For those who do not see the picture.
    pub(super) fn description(&self) -> String {
        let words = self.scene.words;
        let without = if self.off.is_empty() {
            words.get("microscope-with-all")
        } else {
            self.without()
        };
        words.with(
            "microscope-description",
            &[
                ("epoch", self.epoch.to_string().into()),
                ("without", without.into()),
                ("off", self.farthest().into()),
                ("share", self.share().into()),
            ],
        )
    }
}
