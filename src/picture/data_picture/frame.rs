//! Where features, names and small matrices are.

use super::super::names::Names;
use super::super::settled::settled;
use super::super::strokes::outline;
use super::super::{Area, Colour, ColourBar, Drawing, Grid, Measure, Point, ShownFeature, Size};
use super::{DataPicture, aside};

/// Around the picture, and between its parts.
pub(super) const MARGIN: f64 = 6.0;
pub(super) const GAP: f64 = 22.0;
/// Where features are left out between two blocks.
pub(super) const LEFT_OUT: f64 = 18.0;
/// A cell of 512 items is as small as this in a panel.
const LEAST_CELL: f64 = 0.2;
/// How much higher than wide a cell may be.
const HIGHEST: f64 = 4.0;
/// The largest cell.
const LARGEST_CELL: f64 = 44.0;
/// The share of the width that the small matrices take, and the least width at which they are
/// drawn.
const ASIDE: f64 = 0.24;
const LEAST_ASIDE: f64 = 90.0;
/// The share of the width and height that names take at most.
const MOST_NAMES: [f64; 2] = [0.22, 0.4];
/// A row at least so high where the picture has room for it, however narrow the columns are: names
/// beside lower ones are left out.
const LEAST_ROW: f64 = 12.0;

/// Where everything is.
pub(super) struct DataPictureFrame {
    pub(super) blocks: Vec<Grid>,
    pub(super) rows: Names,
    /// Names below each block.
    pub(super) columns: Vec<Names>,
    /// Room for the small matrices; none where there is too little.
    pub(super) aside: Option<Area>,
}

impl DataPictureFrame {
    /// Below a caption that ends at `top`, with a bar where there is one.
    pub(super) fn fitting(
        picture: &DataPicture<'_>,
        size: Size,
        top: f64,
        bar: Option<&ColourBar>,
        measure: &dyn Measure,
    ) -> Self {
        let has_aside = picture.has_labels || !picture.illustration.is_empty();
        let wide = ASIDE * size.width;
        let aside = (has_aside && wide >= LEAST_ASIDE).then_some(wide);
        let bar = bar.map_or(0.0, |bar| bar.room(measure));
        let left_out = LEFT_OUT * picture.blocks.len().saturating_sub(1) as f64;
        let room = Size {
            width: size.width
                - 2.0 * MARGIN
                - aside.map_or(0.0, |wide| wide + GAP)
                - bar
                - left_out,
            height: size.height - top - MARGIN,
        };
        let most = [MOST_NAMES[0] * size.width, MOST_NAMES[1] * size.height];
        let ((rows, columns), cell) = names_and_cell(picture, room, most, measure);
        let mut left = MARGIN + rows.room;
        let mut blocks = Vec::new();
        for block in &picture.blocks {
            let at = Point::new(left, top);
            let grid = Grid::new(at, cell, picture.items.len(), block.len());
            left = grid.area.right + LEFT_OUT;
            blocks.push(grid);
        }
        let right = blocks.last().map_or(left, |grid| grid.area.right) + bar + GAP;
        let aside = aside.map(|wide| Area {
            left: right,
            top: top - aside::CAPTION,
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

/// The names beside and below the features, and the size of a cell, that fill a room together.
fn names_and_cell(
    picture: &DataPicture<'_>,
    room: Size,
    most: [f64; 2],
    measure: &dyn Measure,
) -> ((Names, Vec<Names>), [f64; 2]) {
    let (n_items, n_columns) = (picture.items.len(), picture.features().count());
    let cell = |names: [f64; 2]| {
        let wide = (room.width - names[0]) / n_columns.max(1) as f64;
        let wide = wide.clamp(LEAST_CELL, LARGEST_CELL);
        let high = ((room.height - names[1]) / n_items as f64).clamp(LEAST_CELL, LARGEST_CELL);
        [wide, high.min((HIGHEST * wide).max(LEAST_ROW))]
    };
    settled(cell(most), |[wide, high]| {
        let rows = Names::beside_rows(picture.items, high, most[0], measure);
        let below = |block: &&[ShownFeature]| {
            let names: Vec<String> = block.iter().map(column_name).collect();
            let names = Names::below_columns(&names, wide, most[1], measure);
            // The last feature is a user's own, if any is.
            let has_name = block.last().is_some_and(|last| !last.name.is_empty());
            if has_name { names.with_last() } else { names }
        };
        let columns: Vec<Names> = picture.blocks.iter().map(below).collect();
        let below = columns.iter().map(|names| names.room).fold(0.0, f64::max);
        let cell = cell([rows.room, below]);
        ((rows, columns), cell)
    })
}

/// A feature's name, or its number from 1.
fn column_name(feature: &ShownFeature) -> String {
    if feature.name.is_empty() {
        (feature.feature + 1).to_string()
    } else {
        feature.name.clone()
    }
}

impl DataPicture<'_> {
    /// Outlines the row of the item that is picked out.
    pub(super) fn draw_picked(&self, drawing: &mut Drawing, grid: &Grid) {
        if let Some(item) = self.picked.filter(|&item| item < grid.n_rows) {
            let cell = grid.cell(item, 0);
            let row = Area {
                right: grid.area.right,
                ..cell
            };
            outline(drawing, row, 2.0, Colour::Ink);
        }
    }
}
