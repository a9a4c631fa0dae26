//! The values that the menus of choices offer, with the keys of their words, and how wide a control
//! is that shows any of them.

use egui::Ui;

use super::choice::Choice;
use crate::app::text::reading::missing_key;
use crate::app::text::words::Words;
use crate::app::widgets::combo_width::combo_width;
use crate::data::read::{Encoding, Missing, Outline, Scaling, Thousands, ZeroOne};

/// Whether rows and columns are exchanged.
pub(super) const TRANSPOSE: [(bool, &str); 2] =
    [(false, "transpose-rows"), (true, "transpose-columns")];

/// The marks that may group digits.
pub(super) const THOUSANDS: [(Thousands, &str); 5] = [
    (Thousands::Dot, "thousands-dot"),
    (Thousands::Comma, "thousands-comma"),
    (Thousands::Apostrophe, "thousands-apostrophe"),
    (Thousands::Space, "thousands-space"),
    (Thousands::None, "thousands-none"),
];

/// How 0 and 1 are read.
pub(super) const ZERO_ONE: [(ZeroOne, &str); 2] = [
    (ZeroOne::NoYes, "zero-one-no-yes"),
    (ZeroOne::AsIs, "zero-one-as-is"),
];

/// What becomes of missing values.
pub(super) const MISSING: [Missing; 5] = [
    Missing::Error,
    Missing::Mean,
    Missing::Zero,
    Missing::DropItems,
    Missing::DropFeatures,
];

/// How values are scaled.
pub(super) const SCALING: [(Scaling, &str); 3] = [
    (Scaling::None, "scaling-none"),
    (Scaling::Center, "scaling-center"),
    (Scaling::Zscore, "scaling-zscore"),
];

/// The width of a box for a text that is typed.
const TYPED: f32 = 112.0;

/// The most that a name out of the user's file widens a menu: a longer one is cut there, and whole
/// on hover.
const MOST_OF_NAME: f32 = 200.0;

/// So many of the first columns are measured.
const N_MEASURED: usize = 40;

/// The width of a choice's control: its own words are never cut, in any language, and it is as wide
/// whichever of them is chosen.
pub(super) fn width(ui: &Ui, choice: Choice, words: &Words, outline: &Outline) -> f32 {
    let keys = keys(choice).into_iter().chain([choice.key()]);
    let own = combo_width(ui, keys.map(|key| words.get(key)));
    let named = combo_width(ui, names(choice, outline)).min(MOST_OF_NAME);
    let typed = if choice.is_typed() { TYPED } else { 0.0 };
    own.max(named).max(typed)
}

/// The keys of the words that a menu may show.
fn keys(choice: Choice) -> Vec<&'static str> {
    fn keys<T>(all: &[(T, &'static str)]) -> Vec<&'static str> {
        all.iter().map(|(_, key)| *key).collect()
    }
    match choice {
        Choice::Transpose => keys(&TRANSPOSE),
        Choice::Header => vec!["header-names", "header-item"],
        Choice::Items => vec!["items-auto", "items-auto-array", "items-none"],
        Choice::Drop => vec!["drop-none"],
        Choice::Group => vec!["group-none"],
        Choice::Thousands => keys(&THOUSANDS),
        Choice::ZeroOne => keys(&ZERO_ONE),
        Choice::Missing => MISSING.map(missing_key).to_vec(),
        Choice::Scaling => keys(&SCALING),
        Choice::Encoding | Choice::Array | Choice::Rows | Choice::Na => Vec::new(),
    }
}

/// The names out of the file that a menu may show.
fn names(choice: Choice, outline: &Outline) -> Vec<String> {
    match choice {
        Choice::Encoding => Encoding::ALL.map(|it| it.name().to_owned()).to_vec(),
        Choice::Array => outline.arrays.clone(),
        _ if choice.lists_columns() => {
            let columns = outline.columns.iter().take(N_MEASURED);
            columns.cloned().collect()
        }
        _ => Vec::new(),
    }
}
