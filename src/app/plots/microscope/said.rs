//! The sentences beside the microscope's picture, and of its cells.

use egui::{RichText, Ui};

use crate::analysis::microscope;
use crate::app::plots::scene::Scene;
use crate::app::text::names::feature_name;
use crate::numbers::{fixed, short};
use crate::picture::{Factor, ItemPhrase, Microscope, Phrase, Words as _};

/// From this share on the network is said to lie in the modes as a whole.
const WHOLE: f64 = 0.9995;

/// The sentences about the microscope at an epoch.
pub(super) struct Said<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) microscope: &'a Microscope<'a>,
}

impl Said<'_> {
    /// Writes it beside the picture; answers whether all modes are wanted back.
    pub(super) fn ui(&self, ui: &mut Ui) -> bool {
        let words = self.scene.words;
        ui.spacing_mut().item_spacing.y = 5.0;
        let mut all_on = false;
        if !self.microscope.off.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.label(self.without());
                all_on = ui.small_button(words.get("microscope-all-on")).clicked();
            });
        }
        ui.label(words.with("microscope-off-target", &[("off", self.farthest().into())]));
        let quiet = |text: String| RichText::new(text).color(self.scene.colours.quiet);
        ui.label(quiet(self.share()));
        if let Some(features) = self.features() {
            ui.label(quiet(features));
        }
        all_on
    }

    /// How many features are shown, where it is not all of them.
    fn features(&self) -> Option<String> {
        let shown = self.microscope.slide.features.len();
        let all = self.scene.run.facts.experiment.n_outputs();
        let values = [
            ("shown", shown.to_string().into()),
            ("of", all.to_string().into()),
        ];
        (shown < all).then(|| self.scene.words.with("microscope-features", &values))
    }

    /// `modes off: 2, 3`.
    fn without(&self) -> String {
        let off = self.microscope.off.iter();
        let numbers: Vec<String> = off.map(|mode| (mode + 1).to_string()).collect();
        let values = [("modes", numbers.join(self.scene.words.comma()).into())];
        self.scene.words.with("microscope-without", &values)
    }

    /// The largest difference between what the product says and what is taught.
    fn farthest(&self) -> String {
        let off = self.microscope.farthest();
        if off < 1e4 { fixed(off, 2) } else { short(off) }
    }

    /// How much of the network is in these pictures.
    fn share(&self) -> String {
        let words = self.scene.words;
        let record = self.scene.view.record;
        let modes = record.modes(record.row_at(self.microscope.when.epoch));
        match microscope::share_in_modes(self.microscope.aligned, modes) {
            None => words.get("microscope-share-none"),
            Some(share) if share >= WHOLE => words.get("microscope-share-all"),
            Some(share) => {
                let percent = short((share * 1000.0).floor() / 10.0);
                words.with("microscope-share", &[("percent", percent.into())])
            }
        }
    }

    /// Says what a cell stands for, and its number.
    pub(super) fn of_cell(&self, factor: Factor, (row, col): (usize, usize)) -> String {
        let Scene {
            view, words, run, ..
        } = self.scene;
        let mode = |mode: usize| words.say(&Phrase::Item(ItemPhrase::Mode(mode)));
        let item = |item: usize| view.items[item].clone();
        let feature = |row: usize| {
            let feature = self.microscope.slide.features[row];
            feature_name(feature, &run.facts.experiment, words)
        };
        let number = with_sign(self.microscope.value(factor, (row, col)));
        let (a, b) = match factor {
            Factor::Features => (feature(row), mode(col)),
            Factor::Strengths => (mode(row), mode(col)),
            Factor::Items => (mode(row), item(col)),
            Factor::Product => {
                let taught = with_sign(self.microscope.slide.taught[(row, col)]);
                let values = [
                    ("item", item(col).into()),
                    ("feature", feature(row).into()),
                    ("value", number.into()),
                    ("taught", taught.into()),
                ];
                return words.with("microscope-hover-product", &values);
            }
        };
        format!("{a} × {b}\n{number}")
    }

    /// For those who do not see the picture.
    pub(super) fn description(&self) -> String {
        let words = self.scene.words;
        let without = if self.microscope.off.is_empty() {
            words.get("microscope-with-all")
        } else {
            self.without()
        };
        let values = [
            ("epoch", self.microscope.when.epoch.to_string().into()),
            ("without", without.into()),
            ("off", self.farthest().into()),
            ("share", self.share().into()),
        ];
        let mut said = words.with("microscope-description", &values);
        if let Some(stands_in) = self.microscope.stands_in() {
            said.push_str(" · ");
            said.push_str(&words.say(&stands_in));
        }
        said
    }
}

/// A number of which the sign matters: `+0.35`.
fn with_sign(value: f64) -> String {
    let number = short(value);
    if value > 0.0 {
        format!("+{number}")
    } else {
        number
    }
}
