//! What is taught: features large, item names on the rows; small beside them the items' labels,
//! which are the network's inputs, and named features that illustrate the tree.

use super::cell_scale::CellScale;
use super::item_phrase::ItemPhrase;
use super::names::Names;
use super::settled::settled;
use super::strokes::{fill, line_height, outline, size, text, title};
use super::{
    Align, Area, Colour, ColourBar, DataView, Drawing, Grid, Measure, Phrase, Point, ShownFeature,
    Size, Words, short_names,
};

/// Around the picture, and between its parts.
const MARGIN: f64 = 6.0;
const GAP: f64 = 22.0;
/// Where features are left out between two blocks.
const LEFT_OUT: f64 = 18.0;
/// The largest cell.
const LARGEST_CELL: f64 = 44.0;
/// The share of the width that the small matrices take, and the least width at which they are
/// drawn.
const ASIDE: f64 = 0.24;
const LEAST_ASIDE: f64 = 90.0;
/// The largest small cell.
const LARGEST_SMALL: f64 = 16.0;
/// The share of the width and height that names take at most.
const MOST_NAMES: [f64; 2] = [0.22, 0.3];

/// What is taught.
#[derive(Clone, Debug)]
pub struct DataPicture<'a> {
    /// Names of the items.
    pub items: &'a [String],
    /// The features shown, in stretches that follow one another.
    pub blocks: Vec<&'a [ShownFeature]>,
    /// How many features there are.
    pub n_features: usize,
    /// Whether the labels are shown.
    pub has_labels: bool,
    /// Named features that only illustrate; none for none.
    pub illustration: &'a [ShownFeature],
    /// An item that is picked out.
    pub picked: Option<usize>,
    /// The title; none for how many features are shown.
    pub title: Option<String>,
}

/// The data laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct DataLayout {
    /// The picture.
    pub drawing: Drawing,
    /// Where each block of features is.
    pub blocks: Vec<Grid>,
    /// Where the labels are, and the illustration.
    pub aside: Vec<Grid>,
}

impl DataLayout {
    /// The item and the feature at a point: its block, and its place in that.
    pub fn cell_at(&self, point: Point) -> Option<(usize, (usize, usize))> {
        let mut blocks = self.blocks.iter().enumerate();
        blocks.find_map(|(i, grid)| {
            let (item, feature) = grid.cell_at(point)?;
            Some((item, (i, feature)))
        })
    }

    /// The item whose row in any of the matrices is at a point.
    pub fn item_at(&self, point: Point) -> Option<usize> {
        let mut grids = self.blocks.iter().chain(&self.aside);
        grids
            .find_map(|grid| grid.cell_at(point))
            .map(|(item, _)| item)
    }
}

impl<'a> DataPicture<'a> {
    /// All features that a view of the data has, apart where some are left out.
    pub fn of(data: &'a DataView, items: &'a [String]) -> Self {
        let follows = |a: &ShownFeature, b: &ShownFeature| a.feature + 1 == b.feature;
        Self {
            items,
            blocks: data.shown.chunk_by(follows).collect(),
            n_features: data.n_features,
            has_labels: true,
            illustration: &[],
            picked: None,
            title: None,
        }
    }

    /// The last `n` features.
    pub fn last(data: &'a DataView, items: &'a [String], n: usize) -> Self {
        let shown = &data.shown[data.shown.len().saturating_sub(n)..];
        Self {
            blocks: vec![shown],
            ..Self::of(data, items)
        }
    }

    fn features(&self) -> impl Iterator<Item = &'a ShownFeature> + Clone {
        self.blocks.clone().into_iter().flatten()
    }

    /// The colours of the features.
    pub fn scale(&self) -> CellScale {
        let values = self
            .features()
            .flat_map(|feature| feature.values.iter().copied());
        CellScale::of(values)
    }

    /// Lays it out.
    pub fn layout(&self, size: Size, measure: &dyn Measure, words: &dyn Words) -> DataLayout {
        let mut drawing = Drawing::new(size);
        let caption = self.title.clone().unwrap_or_else(|| {
            let n_shown = self.features().count();
            words.say(&Phrase::Item(ItemPhrase::Features(
                n_shown,
                self.n_features,
            )))
        });
        let scale = self.scale();
        let bar = scale.bar();
        let top = line_height(size::TITLE) + 8.0;
        let frame = Frame::fitting(self, size, top, bar.as_ref(), measure);
        self.draw_caption(&mut drawing, &caption, &frame, measure);
        for (i, (grid, features)) in frame.blocks.iter().zip(&self.blocks).enumerate() {
            let value = |row: usize, col: usize| features[col].values[row];
            grid.draw_apart(&mut drawing, |row, col| scale.colour(value(row, col)));
            let (left, bottom) = (grid.area.left, grid.area.bottom);
            frame.columns[i].draw_columns(&mut drawing, left, bottom, grid.column_width());
            if i > 0 {
                let at = Point::new(left - LEFT_OUT / 2.0, grid.area.centre().y);
                let look = (size::TITLE, Colour::Quiet);
                text(&mut drawing, "…", at, [Align::Middle; 2], look);
            }
            self.draw_picked(&mut drawing, grid);
        }
        if let Some(first) = frame.blocks.first() {
            let (left, top) = (first.area.left, first.area.top);
            frame
                .rows
                .draw_rows(&mut drawing, left, top, first.row_height());
        }
        if let (Some(bar), Some(last)) = (&bar, frame.blocks.last()) {
            bar.draw(&mut drawing, last.area, measure);
        }
        let aside = self.draw_aside(&mut drawing, &frame, measure, words);
        if scale == CellScale::Sign {
            draw_key(&mut drawing, &frame, measure, words);
        }
        DataLayout {
            drawing,
            blocks: frame.blocks,
            aside,
        }
    }

    fn draw_caption(
        &self,
        drawing: &mut Drawing,
        caption: &str,
        frame: &Frame,
        measure: &dyn Measure,
    ) {
        let right = frame
            .aside
            .map_or(drawing.size.width, |aside| aside.left - GAP / 2.0);
        let size = drawing.size;
        // A title is cut to the drawing that it is written on.
        let mut narrow = Drawing::new(Size {
            width: right,
            ..size
        });
        title(&mut narrow, Some(caption), measure);
        drawing.place(narrow, Point::new(0.0, 0.0));
    }

    fn draw_picked(&self, drawing: &mut Drawing, grid: &Grid) {
        if let Some(item) = self.picked.filter(|&item| item < grid.n_rows) {
            let cell = grid.cell(item, 0);
            let row = Area {
                right: grid.area.right,
                ..cell
            };
            outline(drawing, row, 2.0, Colour::Ink);
        }
    }

    /// The small matrices, one below the other as far as there is room.
    fn draw_aside(
        &self,
        drawing: &mut Drawing,
        frame: &Frame,
        measure: &dyn Measure,
        words: &dyn Words,
    ) -> Vec<Grid> {
        let Some(area) = frame.aside else {
            return Vec::new();
        };
        let n = self.items.len();
        let label = |row: usize, col: usize| if row == col { 1.0 } else { -1.0 };
        let named = |row: usize, col: usize| self.illustration[col].values[row];
        let mut small: Vec<(ItemPhrase, usize, &dyn Fn(usize, usize) -> f64)> = Vec::new();
        if self.has_labels {
            small.push((ItemPhrase::Labels, n, &label));
        }
        if !self.illustration.is_empty() {
            small.push((ItemPhrase::Illustration, self.illustration.len(), &named));
        }
        let widest = small
            .iter()
            .map(|(_, n_cols, _)| *n_cols)
            .max()
            .unwrap_or(1);
        let caption = line_height(size::NAME) + 3.0;
        let height = area.height() / small.len() as f64 - caption - 6.0;
        let cell = (area.width() / widest as f64)
            .min(height / n as f64)
            .min(LARGEST_SMALL);
        let mut top = area.top;
        let mut grids = Vec::new();
        for (phrase, n_cols, value) in small {
            let words = words.say(&Phrase::Item(phrase));
            let words = short_names::cut(&words, area.width(), size::NAME, measure);
            let look = (size::NAME, Colour::Quiet);
            text(
                drawing,
                words,
                Point::new(area.left, top),
                [Align::Start; 2],
                look,
            );
            let at = Point::new(area.left, top + caption);
            let grid = Grid::new(at, [cell; 2], n, n_cols);
            grid.draw_apart(drawing, |row, col| Colour::Sign(value(row, col)));
            self.draw_picked(drawing, &grid);
            top = grid.area.bottom + 12.0;
            grids.push(grid);
        }
        grids
    }
}

/// Two swatches, no and yes, at the foot on the right.
fn draw_key(drawing: &mut Drawing, frame: &Frame, measure: &dyn Measure, words: &dyn Words) {
    const SWATCH: f64 = 10.0;
    let names = frame
        .columns
        .iter()
        .map(|names| names.room)
        .fold(0.0, f64::max);
    let bottom = frame.blocks.first().map_or(0.0, |grid| grid.area.bottom);
    let y = bottom + names + 8.0 + line_height(size::NAME) / 2.0;
    let mut left = frame.blocks.first().map_or(MARGIN, |grid| grid.area.left);
    for (phrase, sign) in [(ItemPhrase::No, -1.0), (ItemPhrase::Yes, 1.0)] {
        let swatch = Area {
            left,
            top: y - SWATCH / 2.0,
            right: left + SWATCH,
            bottom: y + SWATCH / 2.0,
        };
        fill(drawing, swatch, Colour::Sign(sign));
        let words = words.say(&Phrase::Item(phrase));
        let at = Point::new(left + SWATCH + 5.0, y);
        left = at.x + measure.width(&words, size::NAME) + 14.0;
        let look = (size::NAME, Colour::Ink);
        text(drawing, words, at, [Align::Start, Align::Middle], look);
    }
}

/// Where everything is.
struct Frame {
    blocks: Vec<Grid>,
    rows: Names,
    /// Names below each block.
    columns: Vec<Names>,
    /// Room for the small matrices; none where there is too little.
    aside: Option<Area>,
}

impl Frame {
    fn fitting(
        picture: &DataPicture<'_>,
        size: Size,
        top: f64,
        bar: Option<&ColourBar>,
        measure: &dyn Measure,
    ) -> Self {
        let n_items = picture.items.len();
        let n_columns: usize = picture.features().count();
        let has_aside = picture.has_labels || !picture.illustration.is_empty();
        let wide = ASIDE * size.width;
        let aside = if has_aside && wide >= LEAST_ASIDE {
            wide + GAP
        } else {
            0.0
        };
        let bar = bar.map_or(0.0, |bar| bar.room(measure));
        // The key is below no-and-yes features alone, but its line is little.
        let key = line_height(size::NAME) + 8.0;
        let most = [MOST_NAMES[0] * size.width, MOST_NAMES[1] * size.height];
        let left_out = LEFT_OUT * picture.blocks.len().saturating_sub(1) as f64;
        let width = |names: f64| size.width - 2.0 * MARGIN - names - aside - bar - left_out;
        let height = |names: f64| size.height - top - MARGIN - key - names;
        let cell = |names: [f64; 2]| {
            let wide = (width(names[0]) / n_columns.max(1) as f64).clamp(1.0, LARGEST_CELL);
            let high = (height(names[1]) / n_items as f64).clamp(1.0, LARGEST_CELL);
            [wide, high.min(2.0 * wide)]
        };
        let ((rows, columns), cell) = settled(cell(most), |[wide, high]| {
            let rows = Names::beside_rows(picture.items, high, most[0], measure);
            let below = |block: &&[ShownFeature]| {
                let names: Vec<String> = block.iter().map(column_name).collect();
                Names::below_columns(&names, wide, most[1], measure)
            };
            let columns: Vec<Names> = picture.blocks.iter().map(below).collect();
            let room = columns.iter().map(|names| names.room).fold(0.0, f64::max);
            let cell = cell([rows.room, room]);
            ((rows, columns), cell)
        });
        let mut left = MARGIN + rows.room;
        let mut blocks = Vec::new();
        for block in &picture.blocks {
            let grid = Grid::new(Point::new(left, top), cell, n_items, block.len());
            left = grid.area.right + LEFT_OUT;
            blocks.push(grid);
        }
        let right = blocks.last().map_or(left, |grid| grid.area.right) + bar + GAP;
        let aside = (aside > 0.0).then_some(Area {
            left: right,
            top: 4.0,
            right: (right + wide).min(size.width - MARGIN),
            bottom: size.height - MARGIN,
        });
        Self {
            blocks,
            rows,
            columns,
            aside,
        }
    }
}

/// Its name, or its number from 1.
fn column_name(feature: &ShownFeature) -> String {
    if feature.name.is_empty() {
        (feature.feature + 1).to_string()
    } else {
        feature.name.clone()
    }
}
