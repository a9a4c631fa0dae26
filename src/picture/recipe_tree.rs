//! The tree that a data set was drawn from: its root at the top, the items as leaves.

use super::names::Names;
use super::strokes::{line, title};
use super::{Area, Colour, Drawing, Measure, Point, Role, Size};
use crate::data::TreeRecipe;

/// Around the picture.
const MARGIN: f64 = 8.0;
/// The share of the height that names take at most.
const MOST_NAMES: f64 = 0.4;

/// A tree.
#[derive(Clone, Copy, Debug)]
pub struct RecipeTree<'a> {
    /// Levels and branches.
    pub recipe: &'a TreeRecipe,
    /// Names of the items.
    pub items: &'a [String],
    /// The title; none where it is written elsewhere.
    pub title: Option<&'a str>,
}

/// A tree laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct RecipeTreeLayout {
    /// The picture.
    pub drawing: Drawing,
    /// From the root down to the leaves, without names.
    pub branches: Area,
    /// Where the nodes are, level by level from the root, each from left to right.
    pub nodes: Vec<Vec<Point>>,
}

impl RecipeTreeLayout {
    /// The node at a point: its level, 0 the root, and its place in it.
    pub fn node_at(&self, point: Point) -> Option<(usize, usize)> {
        const NEAR: f64 = 8.0;
        let levels = self.nodes.iter().enumerate();
        let all = levels.flat_map(|(level, nodes)| {
            let nodes = nodes.iter().enumerate();
            nodes.map(move |(i, at)| ((level, i), (at.x - point.x).hypot(at.y - point.y)))
        });
        let nearest = all.min_by(|a, b| a.1.total_cmp(&b.1))?;
        (nearest.1 < NEAR).then_some(nearest.0)
    }
}

impl RecipeTree<'_> {
    /// Lays it out.
    pub fn layout(&self, size: Size, measure: &dyn Measure) -> RecipeTreeLayout {
        let mut drawing = Drawing::new(size);
        let top = title(&mut drawing, self.title, measure).max(MARGIN);
        let n_items = self.items.len();
        let slot = (size.width - 2.0 * MARGIN) / n_items as f64;
        let most = MOST_NAMES * size.height;
        let names = Names::below_columns(self.items, slot, most, measure);
        let branches = Area {
            left: MARGIN,
            top,
            right: size.width - MARGIN,
            bottom: size.height - MARGIN - names.room,
        };
        let levels = self.recipe.levels;
        let nodes: Vec<Vec<Point>> = (0..=levels)
            .map(|level| {
                let n = self.recipe.branches.pow(level as u32);
                // A node is over the middle of its leaves.
                let x = |i: usize| branches.left + branches.width() * (i as f64 + 0.5) / n as f64;
                let y = branches.top + branches.height() * level as f64 / levels.max(1) as f64;
                (0..n).map(|i| Point::new(x(i), y)).collect()
            })
            .collect();
        for (above, below) in nodes.iter().zip(nodes.iter().skip(1)) {
            for (i, node) in below.iter().enumerate() {
                let parent = above[i / self.recipe.branches];
                // Down from the parent's height, as in a family tree.
                let elbow = Point::new(node.x, parent.y);
                line(
                    &mut drawing,
                    vec![parent, elbow, *node],
                    1.5,
                    Colour::Quiet,
                    Role::Curve,
                );
            }
        }
        names.draw_columns(&mut drawing, branches.left, branches.bottom, slot);
        RecipeTreeLayout {
            drawing,
            branches,
            nodes,
        }
    }
}
