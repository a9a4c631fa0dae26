//! How much of the matrices fits into the picture, and where everything is.

use super::super::names::Names;
use super::super::strokes::{dot, fill, line_height, outline, size, text};
use super::super::{Align, Area, Colour, Drawing, Grid, Measure, Point, Size, shortened};
use super::Factor;

/// The most modes that are shown.
const MOST_MODES: usize = 16;
/// The least and the largest height of a row.
const LEAST_ROW: f64 = 7.0;
const LARGEST_ROW: f64 = 28.0;
/// The narrowest column of a mode, with a number of one digit and of two, and of an item.
const LEAST_MODE: [f64; 2] = [10.0, 15.0];
const LEAST_ITEM: f64 = 3.0;
/// How much wider than high a cell may be.
const WIDE: f64 = 1.6;
/// Room for the signs between the matrices and for the modes' numbers beside A and Vᵀ: a share of
/// the width.
const SIGN: f64 = 0.06;
const SIGN_ENDS: [f64; 2] = [24.0, 36.0];
const MARGIN: f64 = 5.0;
const GAP: f64 = 4.0;
/// The share of the width and of the height that names take at most.
const MOST_NAMES: [f64; 2] = [0.2, 0.3];

/// The rows and columns that are to fit.
pub(super) struct Parts<'a> {
    /// Modes, and items.
    pub(super) n_modes: usize,
    pub(super) features: &'a [String],
    pub(super) items: &'a [String],
}

/// Where everything is.
pub(super) struct MicroscopeFrame {
    pub(super) grids: [(Factor, Grid); 4],
    /// The lower edge of the captions, and the right edge of the picture.
    pub(super) caption: f64,
    right: f64,
    pub(super) number_size: f64,
    /// Every how many modes there is a number above a column.
    stride: usize,
    rows: Names,
    columns: Names,
    key: Area,
}

impl MicroscopeFrame {
    /// Below a title that ends at `top`.
    pub(super) fn fitting(parts: &Parts<'_>, size: Size, top: f64, measure: &dyn Measure) -> Self {
        let n_features = parts.features.len();
        let most = MOST_NAMES;
        let most = [most[0] * size.width, most[1] * size.height];
        let caption = top.max(MARGIN) + line_height(size::TEXT);
        let top = caption + line_height(size::NAME) + 2.0;
        let key = line_height(size::NAME) + 6.0;
        let room = |names: f64| size.height - top - names - key - MARGIN;
        // First with as much room for names as they may take, then with as much as they do.
        let fitting = |room: f64| ((room / LEAST_ROW) as usize).clamp(2, MOST_MODES);
        let n_modes = parts.n_modes.min(fitting(room(most[1])));
        let height = |names: f64, n_modes: usize| {
            let n_rows = n_modes.max(n_features).max(1);
            (room(names) / n_rows as f64).clamp(3.0, LARGEST_ROW)
        };
        let least = height(most[1], n_modes);
        let rows = Names::beside_rows(parts.features, least, most[0], measure);
        let sign = (SIGN * size.width).clamp(SIGN_ENDS[0], SIGN_ENDS[1]);
        let columns = size.width - 2.0 * MARGIN - rows.room - 3.0 * sign;
        let widths = Widths::fitting(columns, n_modes, parts.n_modes, WIDE * least);
        let shown = &parts.items[..widths.n_items];
        let names = Names::below_columns(shown, widths.item, most[1], measure);
        let height = height(names.room, widths.n_modes);
        let number_size = size::NAME.min(height / 1.25).max(8.0);
        let left = MARGIN + rows.room;
        let grids = grids(Point::new(left, top), [height, sign], &widths, n_features);
        let foot = grids.iter().map(|(_, grid)| grid.area.bottom);
        let key_top = foot.fold(top, f64::max) + names.room + 5.0;
        Self {
            grids,
            caption,
            right: size.width - MARGIN,
            stride: number_stride(widths.mode, widths.n_modes, number_size, measure),
            number_size,
            rows,
            columns: names,
            key: Area {
                left,
                top: key_top,
                right: left + 90.0,
                bottom: key_top + 8.0,
            },
        }
    }

    fn grid(&self, factor: Factor) -> &Grid {
        &self.grids[factor as usize].1
    }

    pub(super) fn n_modes(&self) -> usize {
        self.grid(Factor::Strengths).n_cols
    }

    pub(super) fn n_items(&self) -> usize {
        self.grid(Factor::Product).n_cols
    }

    /// Where the number of a mode stands: above U and A, and left of A and Vᵀ where the rows are
    /// high enough to be told apart.
    pub(super) fn number_places(&self, mode: usize) -> Vec<(Point, [Align; 2])> {
        let [u, a, v] = [Factor::Features, Factor::Strengths, Factor::Items];
        let above = |factor: Factor| {
            let cell = self.grid(factor).cell(0, mode);
            let at = Point::new(cell.centre().x, cell.top - 1.0);
            (at, [Align::Middle, Align::End])
        };
        let beside = |factor: Factor| {
            let cell = self.grid(factor).cell(mode, 0);
            let at = Point::new(cell.left - GAP, cell.centre().y);
            (at, [Align::End, Align::Middle])
        };
        let mut places = Vec::new();
        if mode.is_multiple_of(self.stride) {
            places.extend([above(u), above(a)]);
        }
        let apart = line_height(self.number_size) / self.grid(a).row_height();
        if mode.is_multiple_of((apart - 1e-9).ceil().max(1.0) as usize) {
            places.extend([beside(a), beside(v)]);
        }
        places
    }

    /// The right end of a matrix' caption: before the next one's.
    pub(super) fn caption_end(&self, factor: Factor) -> f64 {
        let next = self.grids.get(factor as usize + 1);
        next.map_or(self.right, |(_, grid)| grid.area.left - 6.0)
    }

    /// Where the numbers above U are.
    pub(super) fn switches(&self) -> Vec<Area> {
        let u = self.grid(Factor::Features);
        let switch = |mode: usize| {
            let cell = u.cell(0, mode);
            Area {
                top: self.caption,
                bottom: cell.top,
                ..cell
            }
        };
        (0..self.n_modes()).map(switch).collect()
    }

    /// The dots and the equals sign, between neighbours.
    pub(super) fn draw_signs(&self, drawing: &mut Drawing) {
        let y = self.grid(Factor::Features).area.centre().y;
        for i in 0..3 {
            let [left, right] = [i, i + 1].map(|i| self.grids[i].1.area);
            let at = |share: f64| Point::new(left.right + share * (right.left - left.right), y);
            if i < 2 {
                // Nearer to the left, since numbers are on the right.
                dot(drawing, at(0.28), 1.8, Colour::Ink);
            } else {
                let look = (18.0, Colour::Ink);
                text(drawing, "=", at(0.5), [Align::Middle; 2], look);
            }
        }
    }

    /// The features beside U, the items below Vᵀ and the product.
    pub(super) fn draw_names(&self, drawing: &mut Drawing) {
        let u = self.grid(Factor::Features);
        self.rows
            .draw_rows(drawing, u.area.left, u.area.top, u.row_height());
        for factor in [Factor::Items, Factor::Product] {
            let grid = self.grid(factor);
            let (left, bottom) = (grid.area.left, grid.area.bottom);
            self.columns
                .draw_columns(drawing, left, bottom, grid.column_width());
        }
    }

    /// The colours, from minus to plus, and a note beside them.
    pub(super) fn draw_key(&self, drawing: &mut Drawing, note: &str, measure: &dyn Measure) {
        let key = self.key;
        draw_strip(drawing, key);
        outline(drawing, key, 1.0, Colour::Faint);
        let look = (size::NAME, Colour::Quiet);
        let y = key.centre().y;
        let at = Point::new(key.left - GAP, y);
        let align = [Align::End, Align::Middle];
        // Left of it names end; where there are none it stands at the edge.
        if at.x > 12.0 {
            text(drawing, "−", at, align, look);
        }
        let at = Point::new(key.right + GAP, y);
        text(drawing, "+", at, [Align::Start, Align::Middle], look);
        if !note.is_empty() {
            let at = Point::new(key.right + 6.0 * GAP, y);
            let note = shortened(note, self.right - at.x, size::NAME, measure);
            text(drawing, note, at, [Align::Start, Align::Middle], look);
        }
    }
}

/// Every how many columns of this width have room for a number.
fn number_stride(column: f64, n_modes: usize, size: f64, measure: &dyn Measure) -> usize {
    let widest = measure.width(&n_modes.to_string(), size) + 4.0;
    let fits = |stride: &usize| column * *stride as f64 >= widest;
    [1, 2, 5].into_iter().find(fits).unwrap_or(10)
}

/// How wide columns are, and how many fit.
struct Widths {
    n_modes: usize,
    n_items: usize,
    mode: f64,
    item: f64,
}

impl Widths {
    /// Modes take half of the width at most, the items the rest.
    fn fitting(room: f64, n_modes: usize, n_items: usize, widest: f64) -> Self {
        let room = room.max(40.0);
        let least = LEAST_MODE[usize::from(n_modes > 9)];
        let widest = widest.max(least);
        let even = room / (2 * (n_modes + n_items)) as f64;
        let mode = even.clamp(least, widest);
        let n_modes = n_modes.min(((room / 4.0 / mode) as usize).max(2));
        let left = room - 2.0 * n_modes as f64 * mode;
        let item = (left / (2 * n_items) as f64).clamp(LEAST_ITEM, widest);
        let n_items = n_items.min(((left / 2.0 / item + 1e-9) as usize).max(2));
        Self {
            n_modes,
            n_items,
            mode,
            item,
        }
    }
}

/// The matrices of rows of this height with room for the signs between them.
fn grids(
    at: Point,
    [height, sign]: [f64; 2],
    widths: &Widths,
    n_features: usize,
) -> [(Factor, Grid); 4] {
    let modes = widths.n_modes as f64 * widths.mode;
    let items = widths.n_items as f64 * widths.item;
    let a = at.x + modes + sign;
    let v = a + modes + sign;
    let product = v + items + sign;
    let (n_modes, n_items) = (widths.n_modes, widths.n_items);
    let grid = |left: f64, width: f64, n_rows, n_cols| {
        Grid::new(Point::new(left, at.y), [width, height], n_rows, n_cols)
    };
    [
        (
            Factor::Features,
            grid(at.x, widths.mode, n_features, n_modes),
        ),
        (Factor::Strengths, grid(a, widths.mode, n_modes, n_modes)),
        (Factor::Items, grid(v, widths.item, n_modes, n_items)),
        (
            Factor::Product,
            grid(product, widths.item, n_features, n_items),
        ),
    ]
}

/// The colours from the negative end to the positive one.
fn draw_strip(drawing: &mut Drawing, strip: Area) {
    const STEPS: usize = 32;
    let x = |step: usize| strip.left + strip.width() * step as f64 / STEPS as f64;
    for step in 0..STEPS {
        let value = (2.0 * step as f64 + 1.0) / STEPS as f64 - 1.0;
        let area = Area {
            left: x(step),
            right: (x(step + 1) + 0.5).min(strip.right),
            ..strip
        };
        fill(drawing, area, Colour::Signed(value));
    }
}
