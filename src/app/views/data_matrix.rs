//! The data that are taught, as matrices: the features large, the items' labels and the tutorial's
//! named features small beside them.

use egui::{Sense, Ui};

use crate::app::command::language::Language;
use crate::app::plots::canvas::{self, Canvas, LayoutCache};
use crate::app::plots::paint::WindowFont;
use crate::app::plots::taught::Taught;
use crate::app::run::Run;
use crate::app::text::names::feature_name;
use crate::app::text::words::Words;
use crate::app::theme::accessible::{accessible_picture_with, matrix_read_out};
use crate::data::names;
use crate::experiment::Experiment;
use crate::numbers::short;
use crate::picture::{
    CellScale, DataLayout, DataPicture, ItemPhrase, Phrase, ShownFeature, Size, Words as _,
};
use crate::worker::RunId;

/// Features of a tree that are shown, as in the tutorial.
const SHOWN: usize = 10;

/// The memory of the matrices.
#[derive(Debug, Default)]
pub(super) struct DataMatrix {
    /// The row under the pointer in the last frame.
    pointed: Option<usize>,
    kept: LayoutCache<DataKey, DataLayout>,
}

/// The key of a data layout: the run, the language, size and scale, and the highlighted row.
type DataKey = (RunId, Language, Size, f32, Option<usize>);

impl DataMatrix {
    /// Draws the matrices into the room there is.
    pub(super) fn ui(&mut self, ui: &mut Ui, run: &Run, taught: &Taught, words: &Words) {
        let pointed = matrix_ui(ui, run, taught, self, words);
        if pointed != self.pointed {
            self.pointed = pointed;
            ui.ctx().request_repaint();
        }
    }
}

/// Draws the data that are taught, item by item; returns the item under the pointer.
fn matrix_ui(
    ui: &mut Ui,
    run: &Run,
    taught: &Taught,
    memory: &mut DataMatrix,
    words: &Words,
) -> Option<usize> {
    let experiment = &run.facts.experiment;
    let has_tree = experiment.data.tree().is_some();
    let has_named = has_tree && experiment.items == names::TUTORIAL_ITEMS;
    let illustration = if has_named {
        illustration()
    } else {
        Vec::new()
    };
    let (data, items) = (&taught.data, &taught.items[..]);
    let picture = if has_tree {
        DataPicture::last(data, items, SHOWN)
    } else {
        DataPicture::of(data, items)
    };
    let picked = memory.pointed;
    let picture = DataPicture {
        illustration: &illustration,
        picked,
        ..picture
    };
    let size = canvas::size(ui.available_size());
    let language = words.language();
    let key = (run.id, language, size, ui.pixels_per_point(), picked);
    let font = WindowFont(ui.ctx());
    let layout = (memory.kept).get(key, || picture.layout(size, &font, words));
    let canvas = Canvas::paint(ui, &layout.drawing, Sense::hover());
    name_parts(ui, &canvas, &picture, layout, words);
    let at = canvas.pointed()?;
    let of_data = layout.cell_at(at);
    let of_data = of_data.map(|cell| cell_text(&picture, cell, experiment, words));
    let text = of_data.or_else(|| illustration_text(&picture, layout.aside_at(at)?, words));
    let is_caption = (layout.blocks.first()).is_some_and(|block| at.y < block.area.top);
    let text = text.or_else(|| is_caption.then(|| shown_hint(&picture, has_tree, words))?);
    if let Some(text) = text {
        canvas.response.on_hover_text_at_pointer(text);
    }
    layout.item_at(at)
}

/// Which features are shown, and why not all of them are.
fn shown_hint(picture: &DataPicture<'_>, has_tree: bool, words: &Words) -> Option<String> {
    let n_shown: usize = picture.blocks.iter().map(|block| block.len()).sum();
    let values = [
        ("shown", n_shown.to_string().into()),
        ("of", picture.n_features.to_string().into()),
    ];
    let key = if has_tree {
        "data-shown-last"
    } else {
        "data-shown-first-last"
    };
    (n_shown < picture.n_features).then(|| words.with(key, &values))
}

/// The hover text for a cell of the illustration, whose features are named nowhere else.
fn illustration_text(
    picture: &DataPicture<'_>,
    (matrix, (item, column)): (usize, (usize, usize)),
    words: &Words,
) -> Option<String> {
    // The first of the small matrices holds the items' labels.
    let feature = (matrix == 1).then(|| picture.illustration.get(column))??;
    let yes_no = yes_no(feature.values[item], words);
    let values = [
        ("item", picture.items[item].as_str().into()),
        ("feature", feature.name.as_str().into()),
        ("value", yes_no.into()),
    ];
    Some(words.with("data-hover", &values))
}

/// The hover text for the cell of an item and a feature, given by its block and column there.
fn cell_text(
    picture: &DataPicture<'_>,
    (item, (block, column)): (usize, (usize, usize)),
    experiment: &Experiment,
    words: &Words,
) -> String {
    let feature = &picture.blocks[block][column];
    let name = feature_name(feature.feature, experiment, words);
    let value = value_text(picture, feature.values[item], words);
    let values = [
        ("item", picture.items[item].as_str().into()),
        ("feature", name.into()),
        ("value", value.into()),
    ];
    words.with("data-hover", &values)
}

/// Gives each matrix its name for screen readers.
fn name_parts(
    ui: &mut Ui,
    canvas: &Canvas,
    picture: &DataPicture<'_>,
    layout: &DataLayout,
    words: &Words,
) {
    let aside = [ItemPhrase::Labels, ItemPhrase::Illustration];
    let shown = picture.blocks.iter().map(|block| block.len()).sum();
    let features = ItemPhrase::Features(shown, picture.n_features);
    let aside = aside.into_iter().zip(&layout.aside);
    let n_aside = layout.aside.len();
    for (i, (phrase, grid)) in aside.enumerate() {
        let response = canvas.part(ui, i, grid.area, Sense::hover());
        accessible_picture_with(&response, || words.say(&Phrase::Item(phrase.clone())));
    }
    for (i, (grid, block)) in layout.blocks.iter().zip(&picture.blocks).enumerate() {
        let response = canvas.part(ui, n_aside + i, grid.area, Sense::hover());
        accessible_picture_with(&response, || {
            let caption = words.say(&Phrase::Item(features.clone()));
            let value =
                |item: usize, column: usize| value_text(picture, block[column].values[item], words);
            let size = [picture.items.len(), block.len()];
            matrix_read_out(&caption, picture.items, size, value)
        });
    }
}

/// `yes`, `no`, or the number.
fn value_text(picture: &DataPicture<'_>, value: f64, words: &Words) -> String {
    if picture.scale() == CellScale::Sign {
        yes_no(value, words)
    } else {
        short(value)
    }
}

fn yes_no(value: f64, words: &Words) -> String {
    let phrase = if value > 0.0 {
        ItemPhrase::Yes
    } else {
        ItemPhrase::No
    };
    words.say(&Phrase::Item(phrase))
}

/// The tutorial's named features, which are none of the data.
fn illustration() -> Vec<ShownFeature> {
    let features = names::TUTORIAL_FEATURES.iter().enumerate();
    features
        .map(|(feature, (name, digits))| ShownFeature {
            feature,
            name: (*name).to_owned(),
            values: (digits.bytes())
                .map(|digit| if digit == b'1' { 1.0 } else { -1.0 })
                .collect(),
        })
        .collect()
}
