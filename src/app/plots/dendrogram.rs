//! The tree emerging: a hidden layer's activity as a dendrogram at the epoch, the tree at the end
//! of the run faintly behind it.

use egui::{RichText, Sense, Ui};

use super::canvas::{self, Canvas, LayoutCache, Setting};
use super::paint::WindowFont;
use super::scene::Scene;
use crate::app::run::extract::Extract;
use crate::app::theme::accessible::accessible_picture_with;
use crate::numbers::short;
use crate::picture::{ItemTree, ItemTreeLayout, TreeScale, listed};

/// A split counts as open from this share of the scale on.
const OPEN: f64 = 0.1;

/// The panel's memory.
#[derive(Debug, Default)]
pub(crate) struct TreePlot {
    scale: Option<(Extract, TreeScale)>,
    kept: LayoutCache<(Setting, Extract), ItemTreeLayout>,
}

impl TreePlot {
    /// Draws the panel.
    pub(crate) fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>) {
        let Some(layer) = scene.layer else {
            let text = RichText::new(scene.words.get("rsm-none"));
            ui.label(text.color(scene.colours.quiet));
            return;
        };
        let (run, view) = (scene.run, scene.view);
        let now = Extract::of(run, layer);
        if self.scale.as_ref().is_none_or(|(of, _)| !of.serves(&now)) {
            let scale = TreeScale::of(&view, &run.extent, layer).ok();
            self.scale = scale.map(|scale| (now, scale));
        }
        // Of one item there is no tree.
        let Some((of, scale)) = &self.scale else {
            return;
        };
        let Ok(tree) = ItemTree::of(view, &run.extent, scale, scene.epoch_shown()) else {
            return;
        };
        let size = canvas::size(ui.available_size());
        let key = (Setting::of(ui, &scene, size), *of);
        let font = WindowFont(ui.ctx());
        let layout = self.kept.get(key, || tree.layout(size, &font, scene.words));
        let canvas = Canvas::paint(ui, &layout.drawing, Sense::hover());
        accessible_picture_with(&canvas.response, || description(scene, &tree));
        if let Some(split) = canvas.pointed().and_then(|at| layout.split_at(at)) {
            let side = |node| listed(tree.items_below(node), view.items, 8, scene.words);
            let values = [
                ("left", side(split.left).into()),
                ("right", side(split.right).into()),
                ("height", short(split.height).into()),
            ];
            let text = scene.words.with("tree-hover", &values);
            canvas.response.on_hover_text_at_pointer(text);
        }
    }
}

/// For those who do not see the picture: which branches are apart.
fn description(scene: Scene<'_>, tree: &ItemTree<'_>) -> String {
    const MOST: usize = 16;
    let groups = tree.groups_apart(OPEN);
    let said: Vec<String> = (groups.iter().take(MOST))
        .map(|group| listed(group, scene.view.items, MOST, scene.words))
        .collect();
    let epoch = scene.view.record.epochs()[tree.moment.row];
    let values = [
        ("epoch", epoch.to_string().into()),
        ("branches", groups.len().to_string().into()),
        ("groups", said.join(" | ").into()),
    ];
    scene.words.with("tree-description", &values)
}
