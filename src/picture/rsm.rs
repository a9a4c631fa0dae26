//! The representational similarity matrix (RSM) of a hidden layer at an epoch, with names and a
//! colour bar.

use super::item_phrase::{ItemPhrase, Length};
use super::names::Names;
use super::paragraph::{self, Paragraph};
use super::settled::settled;
use super::similarity_values::SimilarityValues;
use super::strokes::{line_height, outline, size, text, title};
use super::{
    Align, Area, Colour, ColourBar, Drawing, Grid, Measure, Moment, Phrase, PictureError, Point,
    RunView, Size, Words,
};
use crate::analysis::extent::Extent;
use crate::experiment::view::RsmScale;
use crate::numbers::short;

/// Above a matrix, for half of the colour bar's upper number, and around the picture.
const MARGIN: f64 = 8.0;
/// The most of a picture's width and height that names take.
const MOST_NAMES: [f64; 2] = [0.28, 0.3];
/// A matrix is not drawn smaller than this.
const LEAST_SIDE: f64 = 24.0;

/// An RSM.
#[derive(Clone, Debug)]
pub struct Rsm<'a> {
    /// The run.
    pub run: RunView<'a>,
    /// Layer and row.
    pub moment: Moment,
    /// Values on their scale.
    pub values: SimilarityValues<'a>,
    /// Pairs that are followed: outlined, each in its colour.
    pub followed: &'a [[usize; 2]],
    /// The title; none where it is written elsewhere.
    pub title: Option<String>,
}

/// An RSM laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct RsmLayout {
    /// The picture.
    pub drawing: Drawing,
    /// Where the items' pairs are.
    pub grid: Grid,
    /// The values shown, P × P.
    pub values: Vec<f64>,
}

impl RsmLayout {
    /// The pair of items, row and column, at a point.
    pub fn cell_at(&self, point: Point) -> Option<(usize, usize)> {
        self.grid.cell_at(point)
    }
}

impl<'a> Rsm<'a> {
    /// The RSM of a hidden layer, from 0, at an epoch; of a run that diverges, the last before it
    /// blows up.
    ///
    /// # Errors
    /// See [`Moment::of`].
    pub fn of(
        run: RunView<'a>,
        extent: &'a Extent,
        epoch: usize,
        layer: usize,
        scale: RsmScale,
    ) -> Result<Self, PictureError> {
        Ok(Self {
            run,
            moment: Moment::of(&run, extent, epoch, layer)?,
            values: SimilarityValues {
                record: run.record,
                extent,
                layer,
                scale,
            },
            followed: &[],
            title: None,
        })
    }

    /// The same with its usual title.
    #[must_use]
    pub fn titled(self, words: &dyn Words) -> Self {
        let phrase = ItemPhrase::Similarity(self.moment.when(&self.run));
        let title = Some(words.say(&Phrase::Item(phrase)));
        Self { title, ..self }
    }

    /// Lays it out.
    pub fn layout(&self, size: Size, measure: &dyn Measure, words: &dyn Words) -> RsmLayout {
        let mut drawing = Drawing::new(size);
        let top = title(&mut drawing, self.title.as_deref(), measure);
        let bar = self.bar(words);
        let frame = Frame::fitting(size, top, self.run.items, &bar, measure);
        let values = self.values.matrix(self.moment.row);
        let n = self.run.items.len();
        let grid = frame.grid;
        grid.draw(&mut drawing, |row, col| {
            Colour::Similarity(values[row * n + col])
        });
        for (i, &[a, b]) in self.followed.iter().enumerate() {
            for cell in [grid.cell(a, b), grid.cell(b, a)] {
                outline(&mut drawing, cell.grown(-1.0), 2.0, Colour::Watched(i));
            }
        }
        frame.draw_names(&mut drawing, n, words);
        bar.draw(&mut drawing, grid.area, measure);
        if self.values.is_unseen(self.moment.row) {
            let note = words.say(&Phrase::Item(ItemPhrase::NothingYet));
            draw_note(&mut drawing, &note, grid.area, measure);
        }
        RsmLayout {
            drawing,
            grid,
            values,
        }
    }

    fn bar(&self, words: &dyn Words) -> ColourBar {
        let least = self.values.least();
        let n_below = (-4.0 * least).round() as i32;
        let ticks = if n_below == 4 {
            vec![-1.0, -0.5, 0.0, 0.5, 1.0]
        } else {
            (-n_below..=4)
                .map(|quarter| f64::from(quarter) / 4.0)
                .collect()
        };
        let names = [Length::Long, Length::Short].map(|length| self.scale_phrase(length));
        ColourBar {
            ends: [least, 1.0],
            colour: Colour::Similarity,
            n_colours: ColourBar::MANY,
            ticks: ticks.into_iter().map(|at| (at, short(at))).collect(),
            names: names.map(|name| words.say(&Phrase::Item(name))).to_vec(),
        }
    }

    /// The name of the scale of the colours.
    pub fn scale_phrase(&self, length: Length) -> ItemPhrase {
        match self.values.scale {
            RsmScale::Run => ItemPhrase::OfRun(length),
            RsmScale::Epoch => ItemPhrase::OfEpoch(length),
            RsmScale::Cosine => ItemPhrase::Cosine(length),
            RsmScale::Final => {
                let epoch = self.run.record.epochs()[self.values.final_row()];
                ItemPhrase::LessFinal(length, epoch)
            }
        }
    }

    /// The most and the least alike of all pairs of items, each with its value; none of one item.
    pub fn extreme_pairs(&self) -> Option<[([usize; 2], f64); 2]> {
        let values = self.values.matrix(self.moment.row);
        let n = self.run.items.len();
        let pairs = (0..n).flat_map(|a| (0..a).map(move |b| [b, a]));
        let valued = pairs.map(|[a, b]| ([a, b], values[a * n + b]));
        let most = valued.clone().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let least = valued.min_by(|a, b| a.1.total_cmp(&b.1))?;
        Some([most, least])
    }
}

/// Where matrix and names are.
struct Frame {
    grid: Grid,
    rows: Names,
    columns: Names,
}

impl Frame {
    fn fitting(
        size: Size,
        top: f64,
        items: &[String],
        bar: &ColourBar,
        measure: &dyn Measure,
    ) -> Self {
        let n = items.len();
        let count = line_height(size::NAME);
        let top = top.max(MARGIN);
        let most = [MOST_NAMES[0] * size.width, MOST_NAMES[1] * size.height];
        let room = [
            size.width - bar.room(measure) - MARGIN,
            size.height - top - MARGIN,
        ];
        let side = |names: [f64; 2]| {
            let side = (room[0] - names[0]).min(room[1] - names[1]);
            side.max(LEAST_SIDE)
        };
        let note = |columns: &Names| if columns.all_shown() { 0.0 } else { count };
        let ((rows, columns), [cell, _]) = settled([side(most) / n as f64; 2], |[cell, _]| {
            let rows = Names::beside_rows(items, cell, most[0], measure);
            let columns = Names::below_columns(items, cell, most[1], measure);
            let side = side([rows.room, columns.room + note(&columns)]);
            ((rows, columns), [side / n as f64; 2])
        });
        let side = cell * n as f64;
        let total = rows.room + side + bar.room(measure);
        let left = ((size.width - total) / 2.0).max(MARGIN / 2.0) + rows.room;
        let at = Point::new(left, top);
        Self {
            grid: Grid::new(at, [cell; 2], n, n),
            rows,
            columns,
        }
    }

    fn draw_names(&self, drawing: &mut Drawing, n: usize, words: &dyn Words) {
        let Area {
            left, top, bottom, ..
        } = self.grid.area;
        self.rows
            .draw_rows(drawing, left, top, self.grid.row_height());
        self.columns
            .draw_columns(drawing, left, bottom, self.grid.column_width());
        if !self.columns.all_shown() {
            let count = words.say(&Phrase::Item(ItemPhrase::Items(n)));
            let at = Point::new(self.grid.area.centre().x, bottom + self.columns.room + 4.0);
            let look = (size::NAME, Colour::Quiet);
            text(drawing, count, at, [Align::Middle, Align::Start], look);
        }
    }
}

/// Writes a note in the middle of a matrix that shows nothing.
fn draw_note(drawing: &mut Drawing, note: &str, area: Area, measure: &dyn Measure) {
    let room = Size::new(area.width() - 12.0, area.height() - 8.0);
    let note = Paragraph::fitting(note, room, size::TEXT, measure);
    paragraph::draw_centred(drawing, &note, area.centre(), Colour::Quiet);
}
