//! The data laid out: where each matrix is, and its names, key and caption.

use super::super::cell_scale::CellScale;
use super::super::item_phrase::ItemPhrase;
use super::super::strokes::{fill, line_height, size, text, title};
use super::super::{Align, Area, Colour, Drawing, Grid, Measure, Phrase, Point, Size, Words};
use super::frame::{Frame, GAP, LEFT_OUT, MARGIN};
use super::{DataPicture, aside};

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

    /// The small matrix, 0 the first, and the item and the column at a point in it.
    pub fn aside_at(&self, point: Point) -> Option<(usize, (usize, usize))> {
        let mut aside = self.aside.iter().enumerate();
        aside.find_map(|(i, grid)| Some((i, grid.cell_at(point)?)))
    }

    /// The item whose row in any of the matrices is at a point.
    pub fn item_at(&self, point: Point) -> Option<usize> {
        let mut grids = self.blocks.iter().chain(&self.aside);
        grids
            .find_map(|grid| grid.cell_at(point))
            .map(|(item, _)| item)
    }
}

impl DataPicture<'_> {
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
        Self::draw_caption(&mut drawing, &caption, &frame, measure);
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
        let draw_aside = |area| aside::draw(self, &mut drawing, area, measure, words);
        let aside = frame.aside.map(draw_aside).unwrap_or_default();
        if scale == CellScale::Sign {
            draw_key(&mut drawing, &frame, measure, words);
        }
        DataLayout {
            drawing,
            blocks: frame.blocks,
            aside,
        }
    }

    fn draw_caption(drawing: &mut Drawing, caption: &str, frame: &Frame, measure: &dyn Measure) {
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
