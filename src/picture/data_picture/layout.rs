//! The data laid out: where each matrix is, and its names, key and caption.

use super::super::cell_scale::CellScale;
use super::super::item_phrase::ItemPhrase;
use super::super::strokes::{fill, fitting_title, line_height, size, text};
use super::super::{Align, Area, Colour, Drawing, Grid, Measure, Phrase, Point, Size, Words};
use super::frame::{DataPictureFrame, GAP, LEFT_OUT, MARGIN};
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
        let scale = self.scale();
        let bar = scale.bar();
        let top = line_height(size::TITLE) + 8.0;
        let frame = DataPictureFrame::fitting(self, size, top, bar.as_ref(), measure);
        self.draw_caption(&mut drawing, &frame, measure, words);
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
        DataLayout {
            drawing,
            blocks: frame.blocks,
            aside,
        }
    }

    /// How many features there are and, of no-and-yes features, which colour is which.
    fn draw_caption(
        &self,
        drawing: &mut Drawing,
        frame: &DataPictureFrame,
        measure: &dyn Measure,
        words: &dyn Words,
    ) {
        let caption = self.title.clone().unwrap_or_else(|| {
            let n_shown = self.features().count();
            words.say(&Phrase::Item(ItemPhrase::Features(
                n_shown,
                self.n_features,
            )))
        });
        let right = frame
            .aside
            .map_or(drawing.size.width, |aside| aside.left - GAP / 2.0);
        let key = (self.scale() == CellScale::Sign).then(|| Key::of(measure, words));
        let room = right - MARGIN - key.as_ref().map_or(0.0, |key| key.width + GAP);
        let (caption, size) = fitting_title(&caption, room, measure);
        let middle = MARGIN + line_height(size::TITLE) / 2.0;
        let at = Point::new(MARGIN, middle);
        let width = measure.width(&caption, size);
        let look = (size, Colour::Ink);
        let align = [Align::Start, Align::Middle];
        text(drawing, caption, at, align, look);
        if let Some(key) = key {
            let gap = if width > 0.0 { GAP } else { 0.0 };
            key.draw(drawing, Point::new(MARGIN + width + gap, middle));
        }
    }
}

/// Two swatches with their words, no and yes.
struct Key {
    words: [String; 2],
    widths: [f64; 2],
    width: f64,
}

impl Key {
    const SWATCH: f64 = 10.0;
    /// Between a swatch and its word.
    const WORD: f64 = 5.0;
    /// Between a word and the next swatch.
    const NEXT: f64 = 14.0;

    fn of(measure: &dyn Measure, words: &dyn Words) -> Self {
        let words = [ItemPhrase::No, ItemPhrase::Yes].map(|word| words.say(&Phrase::Item(word)));
        let widths = [&words[0], &words[1]].map(|word| measure.width(word, size::NAME));
        let width = 2.0 * (Self::SWATCH + Self::WORD) + Self::NEXT + widths.iter().sum::<f64>();
        Self {
            words,
            widths,
            width,
        }
    }

    /// Draws it with its left end at a point, in the middle of its height.
    fn draw(self, drawing: &mut Drawing, at: Point) {
        let mut left = at.x;
        let words = self.words.into_iter().zip(self.widths);
        for ((word, width), sign) in words.zip([-1.0, 1.0]) {
            let swatch = Area {
                left,
                top: at.y - Self::SWATCH / 2.0,
                right: left + Self::SWATCH,
                bottom: at.y + Self::SWATCH / 2.0,
            };
            fill(drawing, swatch, Colour::Sign(sign));
            let at = Point::new(swatch.right + Self::WORD, at.y);
            left = at.x + width + Self::NEXT;
            let look = (size::NAME, Colour::Ink);
            text(drawing, word, at, [Align::Start, Align::Middle], look);
        }
    }
}
