//! The Data view: what the network is taught, the tree behind it, its singular values, and what
//! each mode is.

use egui::{Rect, RichText, ScrollArea, Ui, vec2};

use super::context::Context;
use super::data_matrix::DataMatrix;
use super::reading_strip::ReadingStrip;
use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::plots::item_sides::item_sides_ui;
use crate::app::plots::spectrum::spectrum_ui;
use crate::app::plots::taught::Taught;
use crate::app::plots::tree::{Naming, tree_ui};
use crate::app::run::Run;
use crate::app::session::splits::Splits;
use crate::app::text::words::Words;
use crate::app::widgets::draft_box::Drafts;
use crate::app::widgets::split::{Divider, GAP, part_ui};
use crate::app::widgets::text_before::text_before;
use crate::data::item_group::ItemGroup;
use crate::picture::{
    ItemPhrase, ModeProgress, ModeSides, Phrase, RecipeTree, Spectrum, Words as _,
};

/// Between the features above and the singular values below.
const ROWS: Divider = Divider {
    id: "data rows",
    is_upright: false,
    usual: 0.43,
    // The bars are 120 points high at least: the rest is the title, numbers and names of axes.
    least: [150.0, 230.0],
};

/// Between what is measured, on the left, and what it is made of.
const COLUMNS: Divider = Divider {
    id: "data columns",
    is_upright: true,
    usual: 0.56,
    least: [300.0, 240.0],
};

/// The same divider for a user's own data, whose features have names of any length below them: 120
/// points are left for the cells.
const OWN_ROWS: Divider = Divider {
    least: [256.0, 230.0],
    ..ROWS
};

/// Below this height the pictures are scrolled, those of own data with the choices above them.
const LEAST_HEIGHT: f32 = 392.0;
const OWN_LEAST_HEIGHT: f32 = 256.0 + GAP + 230.0;

/// The view's memory.
#[derive(Debug, Default)]
pub(crate) struct Data {
    taught: Option<Taught>,
    strip: ReadingStrip,
    matrix: DataMatrix,
    /// Names of groups while they are typed.
    group_names: Drafts<[usize; 2]>,
}

impl Data {
    /// Whether a typed choice about how the data are read was refused.
    pub(crate) fn has_refused(&self) -> bool {
        self.strip.has_refused()
    }

    /// Shows the choice in force again in place of the one that was refused.
    pub(crate) fn drop_refused(&mut self) {
        self.strip.drop_refused();
    }

    /// Draws the view.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        context: Context<'_>,
        splits: &mut Splits,
    ) -> Option<Action> {
        let Context {
            run,
            words,
            colours,
            ..
        } = context;
        let taught = Taught::kept(&mut self.taught, run, words);
        let mut action = head_ui(ui, run, words);
        let own = context.experiment.data.own();
        let outer = ui.available_size();
        let (strip, matrix) = (&mut self.strip, &mut self.matrix);
        let drafts = &mut self.group_names;
        let mut named = None;
        ScrollArea::vertical()
            .id_salt("data")
            .auto_shrink(false)
            .show(ui, |ui| {
                let top = ui.cursor().top();
                let chosen =
                    own.and_then(|own| strip.ui(ui, own, context.readings, words, colours));
                action = action.take().or(chosen);
                ui.add_space(4.0);
                let least = own.map_or(LEAST_HEIGHT, |_| OWN_LEAST_HEIGHT);
                // The room that is left: inside the scroll area, what is available has no end.
                let left = outer.y - (ui.cursor().top() - top);
                let (_, room) = ui.allocate_space(vec2(outer.x, left.max(least)));
                let has_tree = run.facts.experiment.data.tree().is_some();
                let places = Places::divided(ui, room, has_tree, splits, words);
                part_ui(ui, places.matrix, |ui| matrix.ui(ui, run, taught, words));
                if let Some(place) = places.tree {
                    named = part_ui(ui, place, |ui| recipe_ui(ui, context, taught, drafts));
                }
                part_ui(ui, places.spectrum, |ui| {
                    singular_values_ui(ui, run, taught, words);
                });
                part_ui(ui, places.modes, |ui| modes_ui(ui, run, taught, words));
            });
        let named = named.map(|group| {
            let experiment = context.experiment.with_group(group);
            Action::Edit(Box::new(experiment))
        });
        named.or(action)
    }
}

/// Where the parts of the view are.
struct Places {
    matrix: Rect,
    /// None for data that are not of a tree.
    tree: Option<Rect>,
    spectrum: Rect,
    modes: Rect,
}

impl Places {
    /// A room divided: the features beside their tree or, without one, as wide as the view; below
    /// them the singular values beside the modes.
    fn divided(
        ui: &mut Ui,
        room: Rect,
        has_tree: bool,
        splits: &mut Splits,
        words: &Words,
    ) -> Self {
        let names = ["split-columns", "split-rows"].map(|key| words.get(key));
        let (columns, rows) = (&mut splits.data_columns, &mut splits.data_rows);
        if !has_tree {
            let [matrix, below] = OWN_ROWS.ui(ui, room, rows, &names[1]);
            let [spectrum, modes] = COLUMNS.ui(ui, below, columns, &names[0]);
            return Self {
                matrix,
                tree: None,
                spectrum,
                modes,
            };
        }
        let [left, right] = COLUMNS.ui(ui, room, columns, &names[0]);
        let [matrix, spectrum] = ROWS.ui(ui, left, rows, &names[1]);
        Self {
            matrix,
            tree: Some(right.with_max_y(matrix.bottom())),
            spectrum,
            modes: right.with_min_y(spectrum.top()),
        }
    }
}

/// How many items and features there are and, at the right, the buttons that open and save them:
/// one line.
fn head_ui(ui: &mut Ui, run: &Run, words: &Words) -> Option<Action> {
    let experiment = &run.facts.experiment;
    let values = [
        ("items", experiment.items.len().to_string().into()),
        ("outputs", experiment.n_outputs().to_string().into()),
        ("own", experiment.user_features.len().into()),
    ];
    let dimensions = words.with("data-dimensions", &values);
    let buttons = [
        (Command::Open, "open-data"),
        (Command::SaveData, "save-data"),
    ];
    let texts = buttons.map(|(_, key)| format!("{} …", words.get(key)));
    let mut action = None;
    ui.horizontal(|ui| {
        text_before(ui, RichText::new(dimensions), &texts);
        for ((command, key), text) in buttons.into_iter().zip(texts) {
            let button = ui.button(text);
            let hint = words.get(&format!("{key}-hint"));
            if button.on_hover_text(hint).clicked() {
                action = Some(Action::Do(command));
            }
        }
    });
    action
}

/// The tree that the data were drawn from; answers the name that a group of items was given.
fn recipe_ui(
    ui: &mut Ui,
    context: Context<'_>,
    taught: &Taught,
    drafts: &mut Drafts<[usize; 2]>,
) -> Option<ItemGroup> {
    let Context {
        run,
        words,
        colours,
        ..
    } = context;
    let experiment = &run.facts.experiment;
    let recipe = experiment.data.tree()?;
    let title = words.get("data-tree");
    ui.label(RichText::new(&title).strong());
    let tree = RecipeTree {
        recipe,
        items: &taught.items,
        title: None,
    };
    let naming = Naming {
        groups: &experiment.named_groups(),
        drafts,
        words,
        colours,
    };
    tree_ui(ui, tree, &title, naming)
}

/// The data's singular values, beside those to expect of their tree.
fn singular_values_ui(ui: &mut Ui, run: &Run, taught: &Taught, words: &Words) {
    let population = taught.data.population.as_deref();
    let title = words.get("data-spectrum-own");
    let heading = ui.label(RichText::new(&title).strong());
    let name = if population.is_some() {
        words.get("data-spectrum")
    } else {
        heading.on_hover_text(words.get("data-no-tree"));
        title
    };
    let spectrum = Spectrum {
        singular_values: &run.facts.modes.singular_values,
        population: population.unwrap_or_default(),
    };
    spectrum_ui(ui, spectrum, words, &name);
}

/// What each mode is.
fn modes_ui(ui: &mut Ui, run: &Run, taught: &Taught, words: &Words) {
    let title = words.say(&Phrase::Item(ItemPhrase::Modes));
    ui.label(RichText::new(title).strong());
    let sides = ModeSides {
        modes: &taught.data.modes,
        items: &taught.items,
        groups: run.facts.experiment.named_groups(),
        progress: ModeProgress::Unsaid,
        title: None,
    };
    item_sides_ui(ui, &sides, words);
}
