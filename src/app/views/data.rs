//! The Data view: what the network is taught, the tree behind it, and its spectrum.

use egui::{Align, Layout, RichText, ScrollArea, Ui, vec2};

use crate::app::palette::Palette;
use crate::app::plots::signs::Signs;
use crate::app::plots::spectrum_bars::spectrum_ui;
use crate::app::plots::tree::tree_ui;
use crate::app::run_state::Run;
use crate::app::words::Words;
use crate::data::{TreeRecipe, names};

/// Columns of the real data that are shown, as in the tutorial.
const SHOWN: usize = 10;

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
    pub(crate) fn ui(&mut self, ui: &mut Ui, run: &Run, words: &Words, palette: &Palette) {
        let experiment = &run.facts.experiment;
        let items: Vec<String> = experiment
            .items
            .iter()
            .map(|item| words.item(item))
            .collect();
        let n_outputs = experiment.n_outputs();
        ui.label(words.with(
            "data-dimensions",
            &[
                ("items", items.len().to_string().into()),
                ("outputs", n_outputs.to_string().into()),
                ("own", experiment.user_features.len().to_string().into()),
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
        // Three matrices side by side, each with room for its item names.
        let n_columns = n_items + 2 * SHOWN;
        let room = width - 3.0 * NAMES - 2.0 * GAP;
        let cell = (room / n_columns as f32)
            .min(220.0 / n_items as f32)
            .clamp(4.0, 22.0);
        let mut picked = None;
        let mut draw = |ui: &mut Ui,
                        key: &str,
                        columns: &[String],
                        n: usize,
                        value: &dyn Fn(usize, usize) -> f64| {
            let title = words.get(key);
            ui.vertical(|ui| {
                ui.label(RichText::new(&title).strong());
                let signs = Signs {
                    title: &title,
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
            draw(ui, "data-labels", items, n_items, &label);
            if n_items == names::TUTORIAL_ITEMS.len() {
                let named = names::TUTORIAL_FEATURES.map(|(name, _)| name.to_owned());
                let value = |row: usize, col: usize| {
                    let (_, signs) = names::TUTORIAL_FEATURES[col];
                    if signs.as_bytes()[row] == b'1' {
                        1.0
                    } else {
                        -1.0
                    }
                };
                draw(ui, "data-named", &named, named.len(), &value);
            }
            let experiment = &run.facts.experiment;
            let n_outputs = experiment.n_outputs();
            let n = SHOWN.min(n_outputs);
            let first = n_outputs - n;
            let value = |row: usize, col: usize| {
                let pair = crate::model::Pair {
                    item: row,
                    feature: first + col,
                };
                run.target(pair).unwrap_or(0.0)
            };
            let column = |col: usize| {
                let user = (first + col).checked_sub(experiment.data.n_features);
                user.map_or_else(
                    || (first + col + 1).to_string(),
                    |user| experiment.user_features[user].name.clone(),
                )
            };
            let columns: Vec<String> = (0..n).map(column).collect();
            draw(ui, "data-last", &columns, n, &value);
        });
        if picked != self.picked {
            self.picked = picked;
            ui.ctx().request_repaint();
        }
    }

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
        let recipe = &facts.experiment.data;
        if self.population.as_ref().is_none_or(|(of, _)| of != recipe) {
            let scale = (recipe.n_features as f64).sqrt();
            let values = recipe.population_singular_values();
            let values = values.into_iter().map(|value| value * scale).collect();
            self.population = Some((recipe.clone(), values));
        }
        let population = self
            .population
            .as_ref()
            .map_or(&[][..], |(_, values)| values);
        let width = ((width - GAP) / 2.0).max(200.0);
        let height = ui.available_height().max(220.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let column = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(width, height), column, |ui| {
                let title = words.get("data-tree");
                ui.label(RichText::new(&title).strong());
                tree_ui(ui, recipe, items, &title);
            });
            ui.allocate_ui_with_layout(vec2(width, height), column, |ui| {
                let title = words.get("data-spectrum");
                ui.label(RichText::new(&title).strong());
                spectrum_ui(
                    ui,
                    &facts.modes.singular_values,
                    population,
                    palette,
                    &title,
                );
            });
        });
    }
}
