//! The tree emerging: a hidden layer's activity as a dendrogram at the epoch, its leaves in an
//! order that stays, its heights on one scale for the whole run, the final tree faintly behind it.

use egui::{Align2, FontId, Painter, Rect, RichText, Sense, Stroke, Ui, pos2, vec2};

use super::scene::Scene;
use crate::analysis::dendrogram::{Dendrogram, Merge, leaf_order};
use crate::app::run::extract::Extract;
use crate::app::text::format;
use crate::app::theme::accessible::accessible_picture;
use crate::worker::RunId;

const FONT: f32 = 12.0;
/// Room left of the tree for its heights.
const AXIS: f32 = 56.0;
const GAP: f32 = 4.0;

/// The most rows that are looked at for the scale.
const MOST_ROWS: usize = 1000;

/// A split counts as open from this share of the scale on.
const OPEN: f64 = 0.1;

/// The panel's memory.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    order: Option<(RunId, Vec<usize>)>,
    whole: Option<Whole>,
    now: Option<(RunId, usize, usize, Dendrogram)>,
}

/// What all of the run gives.
#[derive(Debug)]
struct Whole {
    of: Extract,
    /// The largest distance between two items at any epoch.
    highest: f64,
    last: Dendrogram,
}

impl Tree {
    /// Draws the panel.
    pub(crate) fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>) {
        let Some(layer) = scene.layer else {
            let text = RichText::new(scene.words.get("rsm-none"));
            ui.label(text.color(scene.palette.quiet));
            return;
        };
        let run = scene.run;
        let (_, order) = self
            .order
            .take_if(|(id, _)| *id == run.id)
            .unwrap_or_else(|| (run.id, leaf_order(&run.facts.modes)));
        let now = Extract::of(run, layer);
        let whole = self
            .whole
            .take_if(|whole| whole.of.serves(&now))
            .unwrap_or_else(|| Whole::new(now, scene, layer, &order));
        let row = scene.steady_row();
        let key = (run.id, row, layer);
        let (.., tree) = self
            .now
            .take_if(|(id, row, layer, _)| (*id, *row, *layer) == key)
            .unwrap_or_else(|| {
                let tree = Dendrogram::new(run.record.similarity(row, layer), &order);
                (run.id, row, layer, tree)
            });
        let picture = Picture {
            scene,
            tree: &tree,
            whole: &whole,
            order: &order,
        };
        picture.ui(ui, run.record.epochs()[row]);
        self.order = Some((run.id, order));
        self.whole = Some(whole);
        self.now = Some((run.id, row, layer, tree));
    }
}

impl Whole {
    fn new(of: Extract, scene: Scene<'_>, layer: usize, order: &[usize]) -> Self {
        let record = &scene.run.record;
        let n = order.len();
        let farthest = |row: usize| {
            let rsm = record.similarity(row, layer);
            let pairs = (0..n).flat_map(|a| (0..a).map(move |b| (a, b)));
            let square =
                pairs.map(|(a, b)| rsm[a * (n + 1)] + rsm[b * (n + 1)] - 2.0 * rsm[a + b * n]);
            square.fold(0.0, f64::max).sqrt()
        };
        let rows = scene.rows(MOST_ROWS);
        let last = rows.last().copied().unwrap_or(0);
        Self {
            of,
            highest: rows.into_iter().map(farthest).fold(0.0, f64::max),
            last: Dendrogram::new(record.similarity(last, layer), order),
        }
    }
}

/// One frame's picture.
struct Picture<'a> {
    scene: Scene<'a>,
    tree: &'a Dendrogram,
    whole: &'a Whole,
    order: &'a [usize],
}

impl Picture<'_> {
    fn ui(&self, ui: &mut Ui, epoch: usize) {
        let names = self.scene.items();
        let names: Vec<&str> = self
            .order
            .iter()
            .map(|&item| names[item].as_str())
            .collect();
        let (response, painter) = ui.allocate_painter(ui.available_size(), Sense::hover());
        let visuals = ui.visuals();
        let ink = visuals.text_color();
        let galleys: Vec<_> = names
            .iter()
            .map(|name| painter.layout_no_wrap((*name).to_owned(), FontId::proportional(FONT), ink))
            .collect();
        let widest = galleys.iter().map(|g| g.size().x).fold(0.0, f32::max);
        let rect = response.rect;
        let slot = (rect.width() - AXIS) / names.len() as f32;
        // Names lie flat while they fit, and stand when they do not.
        let is_flat = widest + 8.0 < slot;
        let foot = if is_flat {
            FONT + 6.0
        } else {
            widest.min(rect.height() * 0.4) + GAP
        };
        let inner = Rect::from_min_max(
            rect.min + vec2(AXIS, FONT / 2.0 + 2.0),
            rect.max - vec2(0.0, foot + GAP),
        );
        self.axis(ui, &painter, inner);
        let faint = Stroke::new(1.0, visuals.weak_text_color().gamma_multiply(0.45));
        self.lines(&painter, inner, &self.whole.last, faint);
        let strong = Stroke::new(2.0, self.scene.palette.similarity(0.8));
        self.lines(&painter, inner, self.tree, strong);

        let every = if is_flat {
            1
        } else {
            ((FONT + 1.0) / slot).ceil().max(1.0) as usize
        };
        for (place, galley) in galleys.into_iter().enumerate().step_by(every) {
            let x = inner.left() + slot * (place as f32 + 0.5);
            if is_flat {
                let at =
                    Align2::CENTER_TOP.anchor_size(pos2(x, inner.bottom() + GAP), galley.size());
                painter.galley(at.min, galley, ink);
            } else {
                let at = pos2(
                    x - galley.size().y / 2.0,
                    inner.bottom() + GAP + galley.size().x,
                );
                let text = egui::epaint::TextShape::new(at, galley, ink);
                painter.add(text.with_angle(-std::f32::consts::FRAC_PI_2));
            }
        }
        accessible_picture(&response, &self.description(&names, epoch));
        let hovered = response
            .hover_pos()
            .and_then(|pos| self.split_at(pos, inner));
        if let Some(merge) = hovered {
            let text = self.scene.words.with(
                "tree-hover",
                &[
                    ("left", self.items_below(merge.left, &names).into()),
                    ("right", self.items_below(merge.right, &names).into()),
                    (
                        "height",
                        format::plain(format::three_digits(merge.height)).into(),
                    ),
                ],
            );
            response.on_hover_text_at_pointer(text);
        }
    }

    /// Distances on the left: none, half and all of the largest.
    fn axis(&self, ui: &Ui, painter: &Painter, inner: Rect) {
        let line = ui.visuals().widgets.noninteractive.bg_stroke;
        let line = Stroke::new(line.width, line.color.gamma_multiply(0.6));
        let quiet = self.scene.palette.quiet;
        let font = FontId::proportional(FONT);
        for share in [0.0, 0.5, 1.0] {
            let y = egui::lerp(inner.bottom()..=inner.top(), share);
            painter.hline(inner.x_range(), y, line);
            let value = format::three_digits(f64::from(share) * self.whole.highest);
            let at = pos2(inner.left() - GAP, y);
            painter.text(
                at,
                Align2::RIGHT_CENTER,
                format::plain(value),
                font.clone(),
                quiet,
            );
        }
        let galley = painter.layout_no_wrap(self.scene.words.get("tree-axis"), font, quiet);
        // Turned a quarter to the left, at the outer edge; the labels need at most the rest.
        if galley.size().x < inner.height() {
            let left = inner.left() - AXIS;
            let at = pos2(left - 2.0, inner.center().y + galley.size().x / 2.0);
            let text = egui::epaint::TextShape::new(at, galley, quiet);
            painter.add(text.with_angle(-std::f32::consts::FRAC_PI_2));
        }
    }

    fn y(&self, height: f64, inner: Rect) -> f32 {
        let highest = self.whole.highest;
        let share = if highest > 0.0 { height / highest } else { 0.0 };
        // Beyond the scale at its edge, and what is no number at the foot.
        let share = if share.is_finite() {
            share.clamp(0.0, 1.0)
        } else {
            0.0
        };
        egui::lerp(inner.bottom()..=inner.top(), share as f32)
    }

    /// Each node's place along the foot, leaves first, then merges.
    fn xs(&self, tree: &Dendrogram, inner: Rect) -> Vec<f32> {
        let n = self.order.len();
        let slot = inner.width() / n as f32;
        let mut xs: Vec<f32> = (0..n)
            .map(|p| inner.left() + slot * (p as f32 + 0.5))
            .collect();
        for merge in &tree.merges {
            xs.push(f32::midpoint(xs[merge.left], xs[merge.right]));
        }
        xs
    }

    fn lines(&self, painter: &Painter, inner: Rect, tree: &Dendrogram, stroke: Stroke) {
        let n = self.order.len();
        let xs = self.xs(tree, inner);
        let top = |node: usize| match node.checked_sub(n) {
            None => inner.bottom(),
            Some(merge) => self.y(tree.merges[merge].height, inner),
        };
        for merge in &tree.merges {
            let y = self.y(merge.height, inner);
            let (left, right) = (xs[merge.left], xs[merge.right]);
            // One stroke from child to child, so that the corners meet.
            let points = vec![
                pos2(left, top(merge.left)),
                pos2(left, y),
                pos2(right, y),
                pos2(right, top(merge.right)),
            ];
            painter.add(egui::Shape::line(points, stroke));
        }
    }

    /// The split under the pointer.
    fn split_at(&self, pos: egui::Pos2, inner: Rect) -> Option<Merge> {
        const NEAR: f32 = 6.0;
        let xs = self.xs(self.tree, inner);
        let is_near = |merge: &&Merge| {
            let is_between = (xs[merge.left] - NEAR..=xs[merge.right] + NEAR).contains(&pos.x);
            is_between && (self.y(merge.height, inner) - pos.y).abs() < NEAR
        };
        self.tree.merges.iter().find(is_near).copied()
    }

    /// The items below a node.
    fn items_below(&self, node: usize, names: &[&str]) -> String {
        const MOST: usize = 8;
        let (first, last) = match node.checked_sub(names.len()) {
            None => (node, node),
            Some(merge) => (self.tree.merges[merge].first, self.tree.merges[merge].last),
        };
        let below = &names[first..=last];
        let more = if below.len() > MOST { " …" } else { "" };
        below[..below.len().min(MOST)].join(", ") + more
    }

    /// For those who do not see the picture: which branches stand apart.
    fn description(&self, names: &[&str], epoch: usize) -> String {
        const MOST: usize = 16;
        let threshold = OPEN * self.whole.highest;
        let mut groups: Vec<Vec<&str>> = Vec::new();
        for (place, name) in names.iter().enumerate() {
            let height = place
                .checked_sub(1)
                .and_then(|before| self.tree.height_between(before, place));
            let is_apart = height.is_none_or(|height| threshold > 0.0 && height > threshold);
            match groups.last_mut() {
                Some(group) if !is_apart => group.push(name),
                _ => groups.push(vec![name]),
            }
        }
        let said: Vec<String> = groups
            .iter()
            .take(MOST)
            .map(|group| group[..group.len().min(MOST)].join(", "))
            .collect();
        self.scene.words.with(
            "tree-description",
            &[
                ("epoch", epoch.to_string().into()),
                ("branches", groups.len().to_string().into()),
                ("groups", said.join(" | ").into()),
            ],
        )
    }
}
