//! What each mode is: its item side as a row of bars under the items' names, the split that it
//! makes, and how strong it is.

use super::item_phrase::ItemPhrase;
use super::mode_words::mode_words;
use super::names::Names;
use super::strokes::{fill, line, line_height, size, text, title, widest};
use super::{
    Align, Area, Colour, Drawing, Measure, Phrase, PictureError, Point, Role, RunView, Size, Words,
    shortened,
};
use crate::model::DataModes;

/// The most modes shown; beyond that their splits are no longer told apart.
const MOST_MODES: usize = 16;
/// The least and the largest height of a mode's row: two lines of text, or one.
const LEAST_ROW: f64 = 18.0;
const TWO_LINES: f64 = 31.0;
const LARGEST_ROW: f64 = 54.0;
/// Around the picture, and between its parts.
const MARGIN: f64 = 6.0;
const GAP: f64 = 12.0;
/// The largest width of an item's bar with its gap.
const WIDEST_COLUMN: f64 = 40.0;
/// The share of the width that bars take at most, and of the height that names do.
const MOST_BARS: f64 = 0.45;
const MOST_NAMES: f64 = 0.3;

/// The modes of the data.
#[derive(Clone, Debug)]
pub struct ModeSides<'a> {
    /// Their values and sides.
    pub modes: &'a DataModes,
    /// Names of the items.
    pub items: &'a [String],
    /// How far each mode is learned.
    pub progress: Progress,
    /// The title; none where it is written elsewhere.
    pub title: Option<String>,
}

/// How far each of the modes is learned.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// Nothing is said of it.
    Unsaid,
    /// The share of each that is learned, 1 for all.
    Learned(Vec<f64>),
    /// The epoch at which each rose; none for one that did not.
    RoseAt(Vec<Option<usize>>),
}

/// The modes laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct ModeSidesLayout {
    /// The picture.
    pub drawing: Drawing,
    /// The row of each mode that is shown.
    pub rows: Vec<Area>,
    /// All bars together.
    pub bars: Area,
    n_items: usize,
}

impl ModeSidesLayout {
    /// The mode whose row is at a point.
    pub fn mode_at(&self, point: Point) -> Option<usize> {
        self.rows.iter().position(|row| row.contains(point))
    }

    /// The item whose bars are at a point.
    pub fn item_at(&self, point: Point) -> Option<usize> {
        let share = (point.x - self.bars.left) / self.bars.width();
        let item = (share * self.n_items as f64) as usize;
        self.bars
            .contains(point)
            .then_some(item.min(self.n_items - 1))
    }
}

impl<'a> ModeSides<'a> {
    /// The modes of a run's data; with a row of its record, how much of each is learned by then.
    ///
    /// # Errors
    /// If the data are not at hand.
    pub fn of(run: &RunView<'a>, row: Option<usize>) -> Result<Self, PictureError> {
        let modes = &run.data.ok_or(PictureError::NoData)?.modes;
        let share = |row: usize, mode: usize| {
            let strength = run.record.strength(row, mode) / modes.singular_values[mode];
            if modes.is_null(mode) { 0.0 } else { strength }
        };
        let n_modes = modes.singular_values.len();
        let of_row = |row: usize| {
            (0..n_modes)
                .map(|mode| share(row, mode))
                .collect::<Vec<_>>()
        };
        Ok(Self {
            modes,
            items: run.items,
            progress: row.map_or(Progress::Unsaid, |row| Progress::Learned(of_row(row))),
            title: None,
        })
    }

    /// The same with its usual title.
    #[must_use]
    pub fn titled(self, words: &dyn Words) -> Self {
        let title = Some(words.say(&Phrase::Item(ItemPhrase::Modes)));
        Self { title, ..self }
    }

    /// Lays it out: as many modes as there is room for, from the strongest on.
    pub fn layout(&self, size: Size, measure: &dyn Measure, words: &dyn Words) -> ModeSidesLayout {
        let mut drawing = Drawing::new(size);
        let top = title(&mut drawing, self.title.as_deref(), measure).max(MARGIN);
        let frame = Frame::fitting(self, size, top, measure);
        frame
            .names
            .draw_above(&mut drawing, frame.bars.left, frame.bars.top, frame.column);
        for (mode, row) in frame.rows.iter().enumerate() {
            self.draw_number(&mut drawing, mode, &frame, *row);
            self.draw_bars(&mut drawing, mode, &frame, *row);
        }
        self.draw_words(&mut drawing, &frame, measure, words);
        let n_more = self.modes.singular_values.len() - frame.rows.len();
        if n_more > 0 {
            let more = words.say(&Phrase::Item(ItemPhrase::MoreModes(n_more)));
            let at = Point::new(frame.bars.left, frame.bars.bottom + 2.0);
            let room = size.width - at.x - MARGIN;
            let more = shortened(&more, room, size::NAME, measure);
            let look = (size::NAME, Colour::Quiet);
            text(&mut drawing, more, at, [Align::Start; 2], look);
        }
        ModeSidesLayout {
            drawing,
            rows: frame.rows,
            bars: frame.bars,
            n_items: self.items.len(),
        }
    }

    fn colour(&self, mode: usize) -> Colour {
        let of = self.modes.singular_values.len();
        Colour::Mode { mode, of }
    }

    /// How strong a mode is, and how far it is learned.
    pub fn strength(&self, mode: usize) -> ItemPhrase {
        /// Of a run that blows up, shares are no shares any more.
        const SENSIBLE: std::ops::Range<f64> = -1.0..10.0;
        let value = self.modes.singular_values[mode];
        match &self.progress {
            Progress::Learned(shares) if SENSIBLE.contains(&shares[mode]) => {
                ItemPhrase::Learned(value, shares[mode])
            }
            Progress::RoseAt(epochs) => ItemPhrase::RoseAt(value, epochs[mode]),
            Progress::Unsaid | Progress::Learned(_) => ItemPhrase::Strength(value),
        }
    }

    fn draw_number(&self, drawing: &mut Drawing, mode: usize, frame: &Frame, row: Area) {
        let at = Point::new(frame.bars.left - 8.0, row.centre().y);
        let number = (mode + 1).to_string();
        let look = (size::TEXT, self.colour(mode));
        text(drawing, number, at, [Align::End, Align::Middle], look);
    }

    /// An item side as bars: magenta up and cyan down. A mode that is nothing of the data has
    /// none, its item side being any.
    fn draw_bars(&self, drawing: &mut Drawing, mode: usize, frame: &Frame, row: Area) {
        let middle = row.centre().y;
        let side = self.modes.item_side.column(mode);
        let reach = row.height() / 2.0 - 2.0;
        let scale = reach / side.amax().max(f64::MIN_POSITIVE);
        if !self.modes.is_null(mode) {
            for (item, value) in side.iter().enumerate() {
                let x = |share: f64| frame.bars.left + frame.column * (item as f64 + share);
                let end = middle - value * scale;
                let bar = Area {
                    left: x(0.12),
                    top: end.min(middle),
                    right: x(0.88),
                    bottom: end.max(middle),
                };
                fill(drawing, bar, Colour::Sign(value.signum()));
            }
        }
        let ends = [frame.bars.left, frame.bars.right];
        let points = ends.map(|x| Point::new(x, middle)).to_vec();
        line(drawing, points, 1.0, Colour::Faint, Role::Rule);
    }

    /// What each mode is and, below it or in a column right of it, how strong it is.
    fn draw_words(
        &self,
        drawing: &mut Drawing,
        frame: &Frame,
        measure: &dyn Measure,
        words: &dyn Words,
    ) {
        let left = frame.bars.right + GAP;
        let room = drawing.size.width - left - MARGIN;
        if room < 4.0 * size::NAME {
            return;
        }
        let n = frame.rows.len();
        let strengths: Vec<String> = (0..n)
            .map(|mode| words.say(&Phrase::Item(self.strength(mode))))
            .collect();
        let is_high = frame.rows.iter().all(|row| row.height() >= TWO_LINES);
        let column = widest(&strengths, size::NAME, measure) + GAP;
        // Where neither a line below nor a column has room, what a mode is goes first.
        let has_column = !is_high && room - column >= column;
        let for_words = if has_column { room - column } else { room };
        let what: Vec<String> = (0..n)
            .map(|mode| {
                let fitting = (for_words, size::TEXT);
                mode_words(
                    &self.modes.meaning(mode),
                    self.items,
                    fitting,
                    measure,
                    words,
                )
            })
            .collect();
        let beside = left + widest(&what, size::TEXT, measure) + GAP;
        for (mode, (what, strength)) in what.into_iter().zip(strengths).enumerate() {
            let middle = frame.rows[mode].centre().y;
            let is_empty = self.modes.is_null(mode);
            let colour = if is_empty { Colour::Quiet } else { Colour::Ink };
            let is_above = is_high && !is_empty;
            let align = [
                Align::Start,
                if is_above { Align::End } else { Align::Middle },
            ];
            text(
                drawing,
                what,
                Point::new(left, middle),
                align,
                (size::TEXT, colour),
            );
            let (at, align) = if is_above {
                (Point::new(left, middle), [Align::Start; 2])
            } else {
                (Point::new(beside, middle), [Align::Start, Align::Middle])
            };
            if !is_empty && (is_above || has_column) {
                let strength = shortened(&strength, room, size::NAME, measure);
                text(drawing, strength, at, align, (size::NAME, Colour::Quiet));
            }
        }
    }
}

/// Where rows and bars are.
struct Frame {
    rows: Vec<Area>,
    bars: Area,
    column: f64,
    names: Names,
}

impl Frame {
    fn fitting(picture: &ModeSides<'_>, size: Size, top: f64, measure: &dyn Measure) -> Self {
        let n_items = picture.items.len();
        let n_modes = picture.modes.singular_values.len();
        let number = measure.width(&n_modes.to_string(), size::TEXT).ceil();
        let left = MARGIN + number + 8.0;
        let width = MOST_BARS * (size.width - left);
        let column = (width / n_items as f64).min(WIDEST_COLUMN);
        let most = MOST_NAMES * size.height;
        let names = Names::below_columns(picture.items, column, most, measure);
        let top = top + names.room;
        let room = size.height - top - MARGIN;
        let wanted = n_modes.min(MOST_MODES);
        let more = line_height(size::NAME) + 2.0;
        let fitting = |room: f64| (room / LEAST_ROW).floor().max(1.0) as usize;
        let is_all = wanted == n_modes && fitting(room) >= n_modes;
        let room = if is_all { room } else { room - more };
        let n_rows = wanted.min(fitting(room));
        let height = (room / n_rows as f64).clamp(LEAST_ROW, LARGEST_ROW);
        let row = |mode: usize| Area {
            left: 0.0,
            top: top + height * mode as f64,
            right: size.width,
            bottom: top + height * (mode + 1) as f64,
        };
        let bars = Area {
            left,
            top,
            right: left + column * n_items as f64,
            bottom: top + height * n_rows as f64,
        };
        Self {
            rows: (0..n_rows).map(row).collect(),
            bars,
            column,
            names,
        }
    }
}
