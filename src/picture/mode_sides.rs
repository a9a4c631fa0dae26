//! The modes of the data, a row for those of each level: bars under the items' names, the split
//! that they make, and how strong they are.

use super::item_phrase::ItemPhrase;
use super::mode_words::{NamedItems, draw_lines, group_lines};
use super::names::Names;
use super::strokes::{fill, line, line_height, size, text, title, widest};
use super::{
    Align, Area, Colour, Drawing, Measure, Phrase, PictureError, Point, Role, RunView, Size, Words,
    shortened,
};
use crate::analysis::mode_groups::{ModeGroup, mode_groups};
use crate::data::item_group::{NamedGroup, named_groups};
use crate::model::DataModes;

/// The most rows shown; beyond that their splits are no longer told apart.
const MOST_ROWS: usize = 16;
/// The least and the largest height of a row: two lines of text, or one.
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
/// A bar reaches so far to either side of zero at least: of next to nothing, a thin line is left.
const LEAST_REACH: f64 = 0.5;

/// The modes of the data.
#[derive(Clone, Debug)]
pub struct ModeSides<'a> {
    /// The modes' singular values and sides.
    pub modes: &'a DataModes,
    /// Names of the items.
    pub items: &'a [String],
    /// Groups of items that have a name.
    pub groups: Vec<NamedGroup>,
    /// How far each mode is learned.
    pub progress: ModeProgress,
    /// The title; `None` where it is written elsewhere.
    pub title: Option<String>,
}

/// How far each of the modes is learned.
#[derive(Clone, Debug, PartialEq)]
pub enum ModeProgress {
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
    /// The row of each level that is shown.
    pub rows: Vec<Area>,
    /// The modes of each level that is shown.
    pub groups: Vec<ModeGroup>,
    /// All bars together.
    pub bars: Area,
    n_items: usize,
}

impl ModeSidesLayout {
    /// The row at a point.
    pub fn row_at(&self, point: Point) -> Option<usize> {
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
    /// If the data are missing.
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
            groups: named_groups(run.items, run.groups),
            progress: row.map_or(ModeProgress::Unsaid, |row| {
                ModeProgress::Learned(of_row(row))
            }),
            title: None,
        })
    }

    /// The same with its usual title.
    #[must_use]
    pub fn titled(self, words: &dyn Words) -> Self {
        let title = Some(words.say(&Phrase::Item(ItemPhrase::Modes)));
        Self { title, ..self }
    }

    /// Lays it out: as many levels as there is room for, from the strongest on.
    pub fn layout(&self, size: Size, measure: &dyn Measure, words: &dyn Words) -> ModeSidesLayout {
        let mut drawing = Drawing::new(size);
        let top = title(&mut drawing, self.title.as_deref(), measure).max(MARGIN);
        let mut groups = mode_groups(self.modes);
        let n_groups = groups.len();
        // Modes that the data do not have have no row, unless there is no other.
        groups.retain(|group| n_groups == 1 || !self.is_null(group));
        let n_modes: usize = groups.iter().map(|group| group.modes.len()).sum();
        let has_null = n_modes < self.modes.singular_values.len();
        let frame = Frame::fitting(self.items, (&groups, has_null), size, top, measure);
        groups.truncate(frame.rows.len());
        frame
            .names
            .draw_above(&mut drawing, frame.bars.left, frame.bars.top, frame.column);
        for (group, row) in groups.iter().zip(&frame.rows) {
            self.draw_number(&mut drawing, group, &frame, *row);
            self.draw_bars(&mut drawing, group, &frame, *row);
        }
        self.draw_words(&mut drawing, &groups, &frame, measure, words);
        let n_shown: usize = groups.iter().map(|group| group.modes.len()).sum();
        let note = match n_modes - n_shown {
            0 => has_null.then_some(ItemPhrase::DataModes(n_modes)),
            n_more => Some(ItemPhrase::MoreModes(n_more)),
        };
        if let Some(note) = note {
            let more = words.say(&Phrase::Item(note));
            let at = Point::new(frame.bars.left, frame.bars.bottom + 2.0);
            let room = size.width - at.x - MARGIN;
            let more = shortened(&more, room, size::NAME, measure);
            let look = (size::NAME, Colour::Quiet);
            text(&mut drawing, more, at, [Align::Start; 2], look);
        }
        ModeSidesLayout {
            drawing,
            rows: frame.rows,
            groups,
            bars: frame.bars,
            n_items: self.items.len(),
        }
    }

    /// The names of the items and of their groups.
    pub fn names(&self) -> NamedItems<'_> {
        NamedItems {
            items: self.items,
            groups: &self.groups,
        }
    }

    /// An item's part in the modes of a level. For one mode, its item side; for several, the norm
    /// of its entries in all of them, with alternating signs for the parts of its split: up for the
    /// first, down for the second. An item of no split has the sign of the strongest mode.
    pub fn part_of(&self, group: &ModeGroup, item: usize) -> f64 {
        let side = |mode: usize| self.modes.item_side[(item, mode)];
        if let [mode] = group.modes[..] {
            return side(mode);
        }
        let squares = group.modes.iter().map(|&mode| side(mode).powi(2));
        let size = squares.sum::<f64>().sqrt();
        let place = group.splits.iter().find_map(|parts| {
            let at = parts.iter().position(|part| part.contains(&item))?;
            Some(if at % 2 == 0 { 1.0 } else { -1.0 })
        });
        let strongest = group.modes.first().map_or(0.0, |&mode| side(mode));
        size * place.unwrap_or_else(|| strongest.signum())
    }

    fn draw_number(&self, drawing: &mut Drawing, group: &ModeGroup, frame: &Frame, row: Area) {
        let at = Point::new(frame.bars.left - 8.0, row.centre().y);
        let of = self.modes.singular_values.len();
        let mode = group.modes.first().copied().unwrap_or(0);
        let look = (size::TEXT, Colour::Mode { mode, of });
        let align = [Align::End, Align::Middle];
        text(drawing, numbers_of(group), at, align, look);
    }

    /// The items' parts as bars: magenta up and cyan down. Modes that are nothing of the data have
    /// none, their item sides being any.
    fn draw_bars(&self, drawing: &mut Drawing, group: &ModeGroup, frame: &Frame, row: Area) {
        let middle = row.centre().y;
        let parts: Vec<f64> = (0..self.items.len())
            .map(|item| self.part_of(group, item))
            .collect();
        let largest = parts
            .iter()
            .fold(0.0, |most: f64, part| most.max(part.abs()));
        let reach = row.height() / 2.0 - 2.0;
        let scale = reach / largest.max(f64::MIN_POSITIVE);
        if !self.is_null(group) {
            for (item, value) in parts.into_iter().enumerate() {
                let x = |share: f64| frame.bars.left + frame.column * (item as f64 + share);
                let end = middle - value * scale;
                let bar = Area {
                    left: x(0.12),
                    top: end.min(middle - LEAST_REACH),
                    right: x(0.88),
                    bottom: end.max(middle + LEAST_REACH),
                };
                fill(drawing, bar, Colour::Sign(value.signum()));
            }
        }
        let ends = [frame.bars.left, frame.bars.right];
        let points = ends.map(|x| Point::new(x, middle)).to_vec();
        line(drawing, points, 1.0, Colour::Faint, Role::Rule);
    }

    /// Whether the data have nothing of these modes.
    pub fn is_null(&self, group: &ModeGroup) -> bool {
        group.modes.iter().all(|&mode| self.modes.is_null(mode))
    }

    /// Writes the split of the modes of each level and, below it or in a column to its right, their
    /// strength. A long split has as many lines as its row has room for.
    fn draw_words(
        &self,
        drawing: &mut Drawing,
        groups: &[ModeGroup],
        frame: &Frame,
        measure: &dyn Measure,
        words: &dyn Words,
    ) {
        let left = frame.bars.right + GAP;
        let room = drawing.size.width - left - MARGIN;
        if room < 4.0 * size::NAME {
            return;
        }
        let is_high = frame.rows.iter().all(|row| row.height() >= TWO_LINES);
        let for_strength = if is_high { room } else { room / 2.0 - GAP };
        let strengths = self.strengths(groups, for_strength, measure, words);
        let column = widest(&strengths, size::NAME, measure) + GAP;
        // Where neither a line below nor a column has room, what a mode is goes first.
        let has_column = !is_high && room - column >= column;
        let for_words = if has_column { room - column } else { room };
        let n_lines = if is_high { frame.n_lines() } else { 1 };
        let fitting = (for_words, size::TEXT, n_lines);
        let what = |group| group_lines((group, self.modes), self.names(), fitting, measure, words);
        let what: Vec<Vec<String>> = groups.iter().map(what).collect();
        let beside = left + widest(&what.concat(), size::TEXT, measure) + GAP;
        for (row, (lines, strength)) in what.into_iter().zip(strengths).enumerate() {
            let middle = frame.rows[row].centre().y;
            let strength = shortened(&strength, room, size::NAME, measure);
            let strength = Some(strength).filter(|_| !self.is_null(&groups[row]));
            let colour = strength.as_ref().map_or(Colour::Quiet, |_| Colour::Ink);
            let below = strength.as_ref().filter(|_| is_high);
            let at = Point::new(left, middle);
            draw_lines(drawing, (lines, colour), below.cloned(), at);
            if has_column && let Some(strength) = strength {
                let align = [Align::Start, Align::Middle];
                let look = (size::NAME, Colour::Quiet);
                text(drawing, strength, Point::new(beside, middle), align, look);
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
    /// How many lines of text a row has room for, above a line that says how strong its modes are.
    fn n_lines(&self) -> usize {
        let height = self.rows.first().map_or(0.0, Area::height);
        let lines = (height - line_height(size::NAME)) / line_height(size::TEXT);
        (lines.floor() as usize).max(1)
    }

    fn fitting(
        items: &[String],
        (groups, has_note): (&[ModeGroup], bool),
        size: Size,
        top: f64,
        measure: &dyn Measure,
    ) -> Self {
        let n_items = items.len();
        let numbers: Vec<String> = groups.iter().map(numbers_of).collect();
        let number = widest(&numbers, size::TEXT, measure).ceil();
        let left = MARGIN + number + 8.0;
        let width = MOST_BARS * (size.width - left);
        let column = (width / n_items as f64).min(WIDEST_COLUMN);
        let most = MOST_NAMES * size.height;
        let names = Names::below_columns(items, column, most, measure);
        let top = top + names.room;
        let room = size.height - top - MARGIN;
        let wanted = groups.len().min(MOST_ROWS);
        let more = line_height(size::NAME) + 2.0;
        let fitting = |room: f64| (room / LEAST_ROW).floor().max(1.0) as usize;
        let with_all = if has_note { room - more } else { room };
        let is_all = wanted == groups.len() && fitting(with_all) >= wanted;
        let room = if is_all { with_all } else { room - more };
        let n_rows = wanted.min(fitting(room));
        let height = (room / n_rows as f64).clamp(LEAST_ROW, LARGEST_ROW);
        let row = |row: usize| Area {
            left: 0.0,
            top: top + height * row as f64,
            right: size.width,
            bottom: top + height * (row + 1) as f64,
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

/// The numbers of the modes of a level: `2`, `3–4`.
pub fn numbers_of(group: &ModeGroup) -> String {
    match group.modes[..] {
        [first, .., last] => format!("{}–{}", first + 1, last + 1),
        [one] => (one + 1).to_string(),
        [] => String::new(),
    }
}
