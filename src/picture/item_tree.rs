//! The dendrogram of the items at an epoch, the one at the end of the run faintly behind it: one
//! order of leaves and one scale for the whole run.
//!
//! [`TreeScale`] is what stays the same over a run; [`ItemTree`] is one epoch of it.

use super::item_phrase::ItemPhrase;
use super::names::Names;
use super::round::round_values;
use super::strokes::{line, line_height, size, text, title, upward};
use super::{
    Align, Area, Colour, Drawing, Measure, Moment, Paint, Phrase, PictureError, Point, Role,
    RunView, Size, Words,
};
use crate::analysis::dendrogram::{Dendrogram, Merge, leaf_order};
use crate::analysis::extent::Extent;
use crate::numbers::short;

/// The most rows that are looked at for the scale.
const MOST_ROWS: usize = 1000;
/// The share of the height that names take at most.
const MOST_NAMES: f64 = 0.35;
/// Around the picture.
const MARGIN: f64 = 8.0;
/// Between the axis and its numbers.
const GAP: f64 = 5.0;
/// The tree at the end of the run.
const BEHIND: Paint = Paint {
    colour: Colour::Quiet,
    opacity: 0.4,
};
/// How near a split is to a point that means it.
const NEAR: f64 = 6.0;

/// The order and the scale that all trees of a run have.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeScale {
    layer: usize,
    /// The items by their places.
    order: Vec<usize>,
    /// The largest distance between two items at any epoch.
    highest: f64,
    /// The tree at the end, and its row.
    last: (usize, Dendrogram),
}

/// The tree at an epoch.
#[derive(Clone, Debug)]
pub struct ItemTree<'a> {
    /// The run.
    pub run: RunView<'a>,
    /// The order, axes and scale that stay the same over the run.
    pub scale: &'a TreeScale,
    /// The row shown.
    pub moment: Moment,
    /// The title; none where it is written elsewhere.
    pub title: Option<String>,
    tree: Dendrogram,
}

/// The tree laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemTreeLayout {
    /// The picture.
    pub drawing: Drawing,
    /// From the leaves up to the highest distance.
    pub area: Area,
    /// Where each split is: from its left branch to its right one.
    pub splits: Vec<[Point; 2]>,
    merges: Vec<Merge>,
    order: Vec<usize>,
}

impl ItemTreeLayout {
    /// The split at a point.
    pub fn split_at(&self, point: Point) -> Option<Merge> {
        let is_near = |[left, right]: &[Point; 2]| {
            let is_between = (left.x - NEAR..=right.x + NEAR).contains(&point.x);
            is_between && (left.y - point.y).abs() < NEAR
        };
        let split = self.splits.iter().position(is_near)?;
        self.merges.get(split).copied()
    }

    /// The item whose leaf is above or below a point.
    pub fn item_at(&self, point: Point) -> Option<usize> {
        let share = (point.x - self.area.left) / self.area.width();
        let place = (0.0..1.0).contains(&share);
        let place = place.then_some((share * self.order.len() as f64) as usize)?;
        self.order.get(place).copied()
    }
}

impl TreeScale {
    /// Of a run's hidden layer, from 0, as far as the run does not blow up. Looks at up to 1000
    /// RSMs: to be kept while the run stays.
    ///
    /// # Errors
    /// If there is no such layer, nothing is recorded, there is but one item, or the data are not
    /// at hand.
    pub fn of(run: &RunView<'_>, extent: &Extent, layer: usize) -> Result<Self, PictureError> {
        let record = run.record;
        let n_layers = record.shape().n_hidden_layers;
        if layer >= n_layers {
            return Err(PictureError::NoLayer { layer, n_layers });
        }
        let rows = extent.steady_rows(record, MOST_ROWS);
        let last = *rows.last().ok_or(PictureError::Empty)?;
        let n = run.items.len();
        if n < 2 {
            return Err(PictureError::OneItem);
        }
        let order = leaf_order(&run.data.ok_or(PictureError::NoData)?.modes);
        let farthest = rows
            .into_iter()
            .map(|row| farthest(record.similarity(row, layer), n));
        Ok(Self {
            layer,
            highest: farthest.fold(0.0, f64::max),
            last: (
                last,
                Dendrogram::new(record.similarity(last, layer), &order),
            ),
            order,
        })
    }

    /// The items by their places along the foot of the tree.
    pub fn order(&self) -> &[usize] {
        &self.order
    }
}

/// The largest distance between two items.
fn farthest(rsm: &[f64], n: usize) -> f64 {
    let pairs = (0..n).flat_map(|a| (0..a).map(move |b| (a, b)));
    let squares = pairs.map(|(a, b)| rsm[a * (n + 1)] + rsm[b * (n + 1)] - 2.0 * rsm[a * n + b]);
    squares.fold(0.0, f64::max).sqrt()
}

impl<'a> ItemTree<'a> {
    /// The tree of a run at an epoch; `scale` is that of this run.
    ///
    /// # Errors
    /// See [`Moment::of`].
    pub fn of(
        run: RunView<'a>,
        extent: &Extent,
        scale: &'a TreeScale,
        epoch: usize,
    ) -> Result<Self, PictureError> {
        let moment = Moment::of(&run, extent, epoch, scale.layer)?;
        Ok(Self {
            tree: Dendrogram::new(moment.rsm(&run), &scale.order),
            run,
            scale,
            moment,
            title: None,
        })
    }

    /// The same with its usual title.
    #[must_use]
    pub fn titled(self, words: &dyn Words) -> Self {
        let phrase = ItemPhrase::Tree(self.moment.when(&self.run));
        let title = Some(words.say(&Phrase::Item(phrase)));
        Self { title, ..self }
    }

    /// The items in groups that are farther from each other than a share of the run's largest
    /// distance, from left to right.
    pub fn groups_apart(&self, share: f64) -> Vec<Vec<usize>> {
        let threshold = share * self.scale.highest;
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (place, &item) in self.scale.order.iter().enumerate() {
            let before = place.checked_sub(1);
            let height = before.and_then(|before| self.tree.height_between(before, place));
            let is_apart = height.is_none_or(|height| threshold > 0.0 && height > threshold);
            match groups.last_mut() {
                Some(group) if !is_apart => group.push(item),
                _ => groups.push(vec![item]),
            }
        }
        groups
    }

    /// The items below a node of the tree, from left to right.
    pub fn items_below(&self, node: usize) -> &[usize] {
        let n = self.scale.order.len();
        let (first, last) = match node.checked_sub(n) {
            None => (node, node),
            Some(merge) => (self.tree.merges[merge].first, self.tree.merges[merge].last),
        };
        &self.scale.order[first..=last]
    }

    /// Lays it out.
    pub fn layout(&self, size: Size, measure: &dyn Measure, words: &dyn Words) -> ItemTreeLayout {
        let mut drawing = Drawing::new(size);
        let top = title(&mut drawing, self.title.as_deref(), measure).max(MARGIN);
        let frame = Frame::fitting(self, size, top, measure);
        frame.draw_axis(&mut drawing, self.scale.highest, words, measure);
        let n = self.scale.order.len();
        let (last, tree) = &self.scale.last;
        let is_end = *last == self.moment.row;
        if !is_end {
            let width = (0.24 * frame.area.width() / n as f64).clamp(0.3, 1.2);
            frame.draw_tree(&mut drawing, tree, self.scale.highest, (width, BEHIND));
        }
        let purple = Colour::Similarity(0.8).into();
        let names = &frame.names;
        let slot = frame.area.width() / n as f64;
        // Between the branches of hundreds of items the ground is still seen.
        let width = (0.4 * slot).clamp(0.3, 2.0);
        let highest = self.scale.highest;
        let splits = frame.draw_tree(&mut drawing, &self.tree, highest, (width, purple));
        names.draw_columns(&mut drawing, frame.area.left, frame.area.bottom, slot);
        if !names.all_shown() {
            let count = words.say(&Phrase::Item(ItemPhrase::Items(n)));
            let at = Point::new(frame.area.left, frame.area.bottom + names.room + 3.0);
            let look = (size::NAME, Colour::Quiet);
            text(&mut drawing, count, at, [Align::Start; 2], look);
        }
        if !is_end {
            let epoch = self.run.record.epochs()[*last];
            let words = words.say(&Phrase::Item(ItemPhrase::TreeAt(epoch)));
            frame.draw_key(&mut drawing, words, measure);
        }
        ItemTreeLayout {
            drawing,
            area: frame.area,
            splits,
            merges: self.tree.merges.clone(),
            order: self.scale.order.clone(),
        }
    }
}

/// Where everything is.
struct Frame {
    area: Area,
    names: Names,
    /// The heights that have a number, and how wide these are.
    ticks: Vec<(f64, String)>,
    ticks_width: f64,
}

impl Frame {
    fn fitting(tree: &ItemTree<'_>, size: Size, top: f64, measure: &dyn Measure) -> Self {
        let order = &tree.scale.order;
        let names: Vec<String> = order.iter().map(|&i| tree.run.items[i].clone()).collect();
        let ticks = round_values(0.0, tree.scale.highest, 4).into_iter();
        let ticks: Vec<(f64, String)> = ticks.map(|value| (value, short(value))).collect();
        let ticks_width = ticks
            .iter()
            .map(|(_, text)| measure.width(text, size::NAME));
        let ticks_width = ticks_width.fold(0.0, f64::max).ceil();
        let left = MARGIN + line_height(size::TEXT) + ticks_width + 2.0 * GAP;
        let right = size.width - MARGIN;
        let slot = (right - left) / order.len() as f64;
        let most = MOST_NAMES * size.height;
        let names = Names::below_columns(&names, slot, most, measure);
        let key = line_height(size::NAME) + 3.0;
        let area = Area {
            left,
            top,
            right,
            bottom: size.height - key - 2.0 - names.room,
        };
        Self {
            area,
            names,
            ticks,
            ticks_width,
        }
    }

    fn y(&self, height: f64, highest: f64) -> f64 {
        let share = if highest > 0.0 { height / highest } else { 0.0 };
        // Beyond the scale at its edge, and what is no number at the foot.
        let share = if share.is_finite() {
            share.clamp(0.0, 1.0)
        } else {
            0.0
        };
        self.area.bottom - share * self.area.height()
    }

    fn draw_axis(
        &self,
        drawing: &mut Drawing,
        highest: f64,
        words: &dyn Words,
        measure: &dyn Measure,
    ) {
        let area = self.area;
        let quiet = (size::NAME, Colour::Quiet);
        let mut free = f64::INFINITY;
        for (value, number) in &self.ticks {
            let y = self.y(*value, highest);
            let points = vec![Point::new(area.left, y), Point::new(area.right, y)];
            line(drawing, points, 1.0, Colour::Faint, Role::Rule);
            if free - y < line_height(size::NAME) {
                continue;
            }
            free = y;
            let at = Point::new(area.left - GAP, y);
            text(drawing, number, at, [Align::End, Align::Middle], quiet);
        }
        let name = words.say(&Phrase::Item(ItemPhrase::Distance));
        if measure.width(&name, size::TEXT) <= area.height() {
            let x = area.left - 2.0 * GAP - self.ticks_width;
            let at = Point::new(x, area.centre().y);
            let look = (size::TEXT, Colour::Quiet);
            upward(drawing, name, at, [Align::End, Align::Middle], look);
        }
    }

    /// Draws a tree; answers where its splits are.
    fn draw_tree(
        &self,
        drawing: &mut Drawing,
        tree: &Dendrogram,
        highest: f64,
        (width, paint): (f64, Paint),
    ) -> Vec<[Point; 2]> {
        let n = tree.merges.len() + 1;
        let slot = self.area.width() / n as f64;
        let leaf = |place: usize| {
            let x = self.area.left + slot * (place as f64 + 0.5);
            Point::new(x, self.area.bottom)
        };
        // Where each node is: leaves first, then merges.
        let mut at: Vec<Point> = (0..n).map(leaf).collect();
        let mut splits = Vec::new();
        for merge in &tree.merges {
            let (left, right) = (at[merge.left], at[merge.right]);
            let y = self.y(merge.height, highest);
            let split = [Point::new(left.x, y), Point::new(right.x, y)];
            // One line from child to child, so that the corners meet.
            let points = vec![left, split[0], split[1], right];
            line(drawing, points, width, paint, Role::Curve);
            splits.push(split);
            at.push(Point::new(f64::midpoint(left.x, right.x), y));
        }
        splits
    }

    /// The key to the faint tree, right below the names.
    fn draw_key(&self, drawing: &mut Drawing, words: String, measure: &dyn Measure) {
        const SAMPLE: f64 = 22.0;
        let width = measure.width(&words, size::NAME);
        let y = self.area.bottom + self.names.room + 3.0 + line_height(size::NAME) / 2.0;
        let at = Point::new(self.area.right, y);
        let look = (size::NAME, Colour::Quiet);
        text(drawing, words, at, [Align::End, Align::Middle], look);
        let right = self.area.right - width - 6.0;
        let points = [right - SAMPLE, right].map(|x| Point::new(x, y));
        line(drawing, points.to_vec(), 1.2, BEHIND, Role::Rule);
    }
}
