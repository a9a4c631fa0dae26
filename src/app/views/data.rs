//! The Data view: what the network is taught, the tree behind it, and its spectrum.

use egui::{Align, Layout, RichText, ScrollArea, Ui, vec2};

use super::context::Context;
use crate::app::command::action::Action;
use crate::app::command::purpose::Purpose;
use crate::app::plots::item_sides::item_sides_ui;
use crate::app::plots::signs::Signs;
use crate::app::plots::spectrum_bars::spectrum_ui;
use crate::app::plots::tree::tree_ui;
use crate::app::run::Run;
use crate::app::text::names::column_name;
use crate::app::text::words::Words;
use crate::app::theme::palette::Palette;
use crate::data::{TreeRecipe, names};
use crate::experiment::Pair;

/// Columns of the real data that are shown, as in the tutorial.
const SHOWN: usize = 10;

/// Columns of one's own data that are shown.
const SHOWN_OWN: usize = 24;

/// Room for item names beside a matrix, and between two of them.
const NAMES: f32 = 72.0;
const GAP: f32 = 28.0;

/// The view's memory.
#[derive(Debug, Default)]
pub(crate) struct Data {
    /// The row under the pointer in the last frame.
    picked: Option<usize>,
    /// The population's values for a recipe.
    population: Option<(TreeRecipe, Vec<f64>)>,
}

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
        let experiment = &run.facts.experiment;
        let items = words.items(experiment);
        let n_outputs = experiment.n_outputs();
        let action = toolbar(ui, words);
        ui.add_space(4.0);
        ui.label(words.with(
            "data-dimensions",
            &[
                ("items", items.len().to_string().into()),
                ("outputs", n_outputs.to_string().into()),
                ("own", experiment.user_features.len().into()),
            ],
        ));
        ui.add_space(6.0);
        // Inside the scroll area it would grow with what is drawn there.
        let width = ui.available_width() - 8.0;
        ScrollArea::both()
            .id_salt("data")
            .auto_shrink(false)
            .show(ui, |ui| {
                self.matrices(ui, width, run, &items, words, palette);
                ui.add_space(12.0);
                self.below(ui, width, run, &items, words, palette);
            });
        action
    }

    fn matrices(
        &mut self,
        ui: &mut Ui,
        width: f32,
        run: &Run,
        items: &[String],
        words: &Words,
        palette: &Palette,
    ) {
        let n_items = items.len();
        let has_tree = run.facts.experiment.data.tree().is_some();
        let has_named = has_tree && n_items == names::TUTORIAL_ITEMS.len();
        let n_shown = if has_tree { SHOWN } else { SHOWN_OWN };
        let n_shown = n_shown.min(run.facts.experiment.n_outputs());
        // Matrices side by side, each with room for its item names.
        let n_columns = n_items + n_shown + if has_named { SHOWN } else { 0 };
        let n_matrices = if has_named { 3.0 } else { 2.0 };
        let room = width - n_matrices * NAMES - (n_matrices - 1.0) * GAP;
        let cell = (room / n_columns as f32)
            .min(220.0 / n_items as f32)
            .clamp(4.0, 22.0);
        let mut picked = None;
        let mut draw = |ui: &mut Ui,
                        title: &str,
                        columns: &[String],
                        n: usize,
                        value: &dyn Fn(usize, usize) -> f64| {
            ui.vertical(|ui| {
                ui.label(RichText::new(title).strong());
                let signs = Signs {
                    title,
                    rows: items,
                    columns,
                    n_columns: n,
                    value,
                    picked: self.picked,
                    palette,
                };
                picked = picked.or(signs.ui(ui, cell));
            });
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let label = |row: usize, col: usize| if row == col { 1.0 } else { -1.0 };
            draw(ui, &words.get("data-labels"), items, n_items, &label);
            if has_named {
                let named = names::TUTORIAL_FEATURES.map(|(name, _)| name.to_owned());
                let value = |row: usize, col: usize| {
                    let (_, signs) = names::TUTORIAL_FEATURES[col];
                    if signs.as_bytes()[row] == b'1' {
                        1.0
                    } else {
                        -1.0
                    }
                };
                draw(ui, &words.get("data-named"), &named, named.len(), &value);
            }
            let shown = LastFeatures::of(run, n_shown);
            let title = shown.title(words);
            draw(ui, &title, &shown.names(), shown.n, &|row, col| {
                shown.value(row, col)
            });
        });
        if picked != self.picked {
            self.picked = picked;
            ui.ctx().request_repaint();
        }
    }

    /// The tree and the spectrum on the left, what each mode is on the right.
    fn below(
        &mut self,
        ui: &mut Ui,
        width: f32,
        run: &Run,
        items: &[String],
        words: &Words,
        palette: &Palette,
    ) {
        let facts = &run.facts;
        let tree = facts.experiment.data.tree();
        let population = tree.map(|tree| self.population(tree).to_vec());
        let half = ((width - GAP) / 2.0).max(200.0);
        let height = ui.available_height().max(400.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let column = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(half, height), column, |ui| {
                let picture = vec2(half, (height / 2.0 - 30.0).clamp(150.0, 240.0));
                if let Some(tree) = tree {
                    let title = words.get("data-tree");
                    ui.label(RichText::new(&title).strong());
                    ui.allocate_ui(picture, |ui| tree_ui(ui, tree, items, &title));
                } else {
                    ui.label(RichText::new(words.get("data-no-tree")).color(palette.quiet));
                }
                ui.add_space(6.0);
                let key = if tree.is_some() {
                    "data-spectrum"
                } else {
                    "data-spectrum-own"
                };
                let title = words.get(key);
                ui.label(RichText::new(&title).strong());
                let population = population.unwrap_or_default();
                let values = &facts.modes.singular_values;
                ui.allocate_ui(picture, |ui| {
                    spectrum_ui(ui, values, &population, palette, &title);
                });
            });
            ui.allocate_ui_with_layout(vec2(half, height), column, |ui| {
                ui.label(RichText::new(words.get("item-sides-title")).strong());
                item_sides_ui(ui, run, None, words, palette);
            });
        });
    }

    /// The singular values of as many features of the population.
    fn population(&mut self, tree: &TreeRecipe) -> &[f64] {
        if self.population.as_ref().is_none_or(|(of, _)| of != tree) {
            self.population = Some((tree.clone(), tree.expected_singular_values()));
        }
        self.population.as_ref().map_or(&[], |(_, values)| values)
    }
}

fn toolbar(ui: &mut Ui, words: &Words) -> Option<Action> {
    let mut action = None;
    ui.horizontal(|ui| {
        for (purpose, key) in [
            (Purpose::Open, "open-data"),
            (Purpose::SaveData, "save-data"),
        ] {
            let button = ui.button(format!("{} …", words.get(key)));
            let hint = words.get(&format!("{key}-hint"));
            if button.on_hover_text(hint).clicked() {
                action = Some(Action::AskFile(purpose));
            }
        }
    });
    action
}

/// The last features of the data, the user's among them.
struct LastFeatures<'a> {
    run: &'a Run,
    first: usize,
    n: usize,
    /// What stands for yes.
    largest: f64,
}

impl<'a> LastFeatures<'a> {
    fn of(run: &'a Run, n: usize) -> Self {
        let experiment = &run.facts.experiment;
        let n_outputs = experiment.n_outputs();
        let n = n.min(n_outputs);
        let first = n_outputs - n;
        let mut features = Self {
            run,
            first,
            n,
            largest: 1.0,
        };
        let pairs = (0..experiment.items.len()).flat_map(|row| (0..n).map(move |col| (row, col)));
        let largest = pairs
            .map(|(row, col)| features.value(row, col).abs())
            .fold(0.0, f64::max);
        if largest > 0.0 {
            features.largest = largest;
        }
        features
    }

    /// From −1 to 1.
    fn value(&self, row: usize, col: usize) -> f64 {
        let pair = Pair {
            item: row,
            feature: self.first + col,
        };
        self.run.target(pair).unwrap_or(0.0) / self.largest
    }

    fn title(&self, words: &Words) -> String {
        let n_outputs = self.run.facts.experiment.n_outputs();
        let key = if self.n == n_outputs {
            "data-all"
        } else {
            "data-last"
        };
        words.with(key, &[("n", self.n.to_string().into())])
    }

    /// Their names, or numbers.
    fn names(&self) -> Vec<String> {
        let features = self.first..self.first + self.n;
        let experiment = &self.run.facts.experiment;
        features
            .map(|feature| column_name(feature, experiment))
            .collect()
    }
}
