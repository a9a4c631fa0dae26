//! The Data view: what the network is taught, the tree behind it, and its spectrum.

use egui::{Align, Layout, RichText, ScrollArea, Sense, Ui, Vec2, vec2};

use super::context::Context;
use super::reading_strip::ReadingStrip;
use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::command::language::Language;
use crate::app::plots::canvas::{self, Canvas, Kept};
use crate::app::plots::item_sides::item_sides_ui;
use crate::app::plots::paint::WindowFont;
use crate::app::plots::spectrum::spectrum_ui;
use crate::app::plots::taught::Taught;
use crate::app::plots::tree::tree_ui;
use crate::app::run::Run;
use crate::app::text::names::feature_name;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_picture_with;
use crate::app::theme::palette::Palette;
use crate::data::names;
use crate::experiment::Experiment;
use crate::numbers::short;
use crate::picture::{
    CellScale, DataLayout, DataPicture, ItemPhrase, ModeProgress, ModeSides, Phrase, RecipeTree,
    ShownFeature, Size, Spectrum, Words as _,
};
use crate::worker::RunId;

/// Features of a tree that are shown, as in the tutorial.
const SHOWN: usize = 10;

/// Below this height the view is scrolled.
const LEAST_HEIGHT: f32 = 440.0;

/// The share of the height that the data take.
const OF_DATA: f32 = 0.46;

const GAP: f32 = 28.0;

/// The view's memory.
#[derive(Debug, Default)]
pub(crate) struct Data {
    /// The row under the pointer in the last frame.
    picked: Option<usize>,
    taught: Option<Taught>,
    strip: ReadingStrip,
    kept: Kept<DataKey, DataLayout>,
}

/// The key of a data layout: the run, the language, size and scale, and the highlighted row.
type DataKey = (RunId, Language, Size, f32, Option<usize>);

impl Data {
    /// Draws the view.
    #[must_use]
    pub(crate) fn ui(&mut self, ui: &mut Ui, context: Context<'_>) -> Option<Action> {
        let Context {
            run,
            words,
            palette,
            ..
        } = context;
        let taught = Taught::kept(&mut self.taught, run, words);
        let mut action = toolbar(ui, words);
        ui.add_space(4.0);
        if let Some(own) = context.experiment.data.own() {
            let strip = &mut self.strip;
            let chosen = strip.ui(ui, own, context.readings, words, palette);
            action = action.or(chosen);
        }
        dimensions_ui(ui, run, words);
        ui.add_space(6.0);
        // Inside the scroll area it would grow with what is drawn there.
        let room = vec2(
            ui.available_width(),
            ui.available_height().max(LEAST_HEIGHT),
        );
        ScrollArea::vertical()
            .id_salt("data")
            .auto_shrink(false)
            .show(ui, |ui| {
                let top = vec2(room.x, room.y * OF_DATA);
                let picked = data_ui(ui, run, taught, (top, self.picked), &mut self.kept, words);
                if picked != self.picked {
                    self.picked = picked;
                    ui.ctx().request_repaint();
                }
                ui.add_space(8.0);
                let rest = vec2(room.x, room.y - top.y - 16.0);
                structure_ui(ui, run, taught, rest, words, palette);
            });
        action
    }
}

/// How many items and features there are.
fn dimensions_ui(ui: &mut Ui, run: &Run, words: &Words) {
    let experiment = &run.facts.experiment;
    let values = [
        ("items", experiment.items.len().to_string().into()),
        ("outputs", experiment.n_outputs().to_string().into()),
        ("own", experiment.user_features.len().into()),
    ];
    ui.label(words.with("data-dimensions", &values));
}

/// Draws the data that are taught, item by item; returns the item under the pointer.
fn data_ui(
    ui: &mut Ui,
    run: &Run,
    taught: &Taught,
    (room, picked): (Vec2, Option<usize>),
    kept: &mut Kept<DataKey, DataLayout>,
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
    let picture = DataPicture {
        illustration: &illustration,
        picked,
        ..picture
    };
    let size = canvas::size(room);
    let language = words.language();
    let key = (run.id, language, size, ui.pixels_per_point(), picked);
    let font = WindowFont(ui.ctx());
    let layout = kept.get(key, || picture.layout(size, &font, words));
    let canvas = Canvas::paint(ui, &layout.drawing, Sense::hover());
    name_parts(ui, &canvas, &picture, layout, words);
    let at = canvas.pointed()?;
    if let Some(cell) = layout.cell_at(at) {
        let text = cell_text(&picture, cell, experiment, words);
        canvas.response.on_hover_text_at_pointer(text);
    }
    layout.item_at(at)
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
    let blocks = layout.blocks.iter().map(|grid| (features.clone(), grid));
    let matrices = aside.into_iter().zip(&layout.aside).chain(blocks);
    for (i, (phrase, grid)) in matrices.enumerate() {
        let response = canvas.part(ui, i, grid.area, Sense::hover());
        accessible_picture_with(&response, || words.say(&Phrase::Item(phrase.clone())));
    }
}

/// `yes`, `no`, or the number.
fn value_text(picture: &DataPicture<'_>, value: f64, words: &Words) -> String {
    if picture.scale() != CellScale::Sign {
        return short(value);
    }
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

/// The tree and the spectrum on the left, what each mode is on the right.
fn structure_ui(
    ui: &mut Ui,
    run: &Run,
    taught: &Taught,
    room: Vec2,
    words: &Words,
    palette: &Palette,
) {
    let half = vec2((room.x - GAP) / 2.0, room.y);
    let column = Layout::top_down(Align::Min);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.allocate_ui_with_layout(half, column, |ui| {
            left_ui(ui, run, taught, half, words, palette);
        });
        ui.allocate_ui_with_layout(half, column, |ui| {
            ui.set_max_height(room.y);
            let title = words.say(&Phrase::Item(ItemPhrase::Modes));
            ui.label(RichText::new(title).strong());
            let sides = ModeSides {
                modes: &taught.data.modes,
                items: &taught.items,
                groups: names::groups(&run.facts.experiment.items),
                progress: ModeProgress::Unsaid,
                title: None,
            };
            item_sides_ui(ui, &sides, words);
        });
    });
}

fn left_ui(ui: &mut Ui, run: &Run, taught: &Taught, room: Vec2, words: &Words, palette: &Palette) {
    let facts = &run.facts;
    let tree = facts.experiment.data.tree();
    let line = ui.text_style_height(&egui::TextStyle::Body) + ui.spacing().item_spacing.y;
    let picture = vec2(room.x, (room.y - 2.0 * line - 16.0) / 2.0);
    let key = if let Some(recipe) = tree {
        let title = words.get("data-tree");
        ui.label(RichText::new(&title).strong());
        let tree = RecipeTree {
            recipe,
            items: &taught.items,
            title: None,
        };
        ui.allocate_ui(picture, |ui| {
            ui.set_max_height(picture.y);
            tree_ui(ui, tree, &title);
        });
        "data-spectrum"
    } else {
        ui.label(RichText::new(words.get("data-no-tree")).color(palette.quiet));
        "data-spectrum-own"
    };
    ui.add_space(6.0);
    let title = words.get(key);
    ui.label(RichText::new(&title).strong());
    let population = taught.data.population.as_deref().unwrap_or_default();
    let values = &facts.modes.singular_values;
    ui.allocate_ui(picture, |ui| {
        ui.set_max_height(picture.y);
        let spectrum = Spectrum {
            singular_values: values,
            population,
        };
        spectrum_ui(ui, spectrum, words, &title);
    });
}

fn toolbar(ui: &mut Ui, words: &Words) -> Option<Action> {
    let mut action = None;
    ui.horizontal(|ui| {
        for (command, key) in [
            (Command::Open, "open-data"),
            (Command::SaveData, "save-data"),
        ] {
            let button = ui.button(format!("{} …", words.get(key)));
            let hint = words.get(&format!("{key}-hint"));
            if button.on_hover_text(hint).clicked() {
                action = Some(Action::Do(command));
            }
        }
    });
    action
}
