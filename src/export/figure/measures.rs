//! How large figures are where nothing is asked for, in points of 1/96 inch.

use super::subject::Subject;
use crate::export::paint::PageSize;
use crate::picture::Size;

/// A chart.
const CHART: Size = Size::new(720.0, 440.0);

/// The map of an atlas, and the least height of one on a narrow page.
const ATLAS: Size = Size::new(720.0, 540.0);
const LEAST_ATLAS: f64 = 310.0;

/// The similarity matrix beside the dynamics.
const BESIDE: Size = Size::new(1120.0, 440.0);

/// A page narrower than this has no room for two pictures side by side.
const NARROW: f64 = 640.0;

/// The share of the width, or of the height, that the dynamics take of both.
const DYNAMICS: [f64; 2] = [0.6, 0.42];

/// A figure lower than this has more letters than lines, however narrow it is.
const LEAST_HEIGHT: f64 = 230.0;

/// Between two pictures.
pub(super) const GAP: f64 = 16.0;

/// The least room of an item's name beside the next one.
const NAME: f64 = 10.0;

/// The most points that a figure grows to for the names of its items.
const MOST: f64 = 1600.0;

/// The size of a figure of so many items, on a page where there is a wish for its width.
pub(super) fn own_size(subject: Subject, n_items: usize, page: PageSize) -> Size {
    let wide = wide(subject, n_items);
    match narrow_width(page) {
        Some(width) if matches!(subject, Subject::Rsm { .. }) => {
            Size::new(width, dynamics_height(width) + GAP + width)
        }
        Some(width) => {
            let least = least_height(subject, n_items);
            let height = wide.height * width / wide.width;
            Size::new(width, height.max(least))
        }
        None => wide,
    }
}

/// The sizes of the dynamics and of the similarity matrix on a page of this size, and whether they
/// stand side by side.
pub(super) fn dynamics_and_rsm(size: Size, page: PageSize) -> ([Size; 2], bool) {
    if size.width > size.height {
        let width = DYNAMICS[0] * (size.width - GAP);
        let first = Size::new(width, size.height);
        let second = Size::new(size.width - GAP - width, size.height);
        return ([first, second], true);
    }
    let height = match narrow_width(page) {
        Some(width) => dynamics_height(width),
        None => DYNAMICS[1] * (size.height - GAP),
    };
    let first = Size::new(size.width, height);
    let second = Size::new(size.width, size.height - GAP - height);
    ([first, second], false)
}

/// The size of a chart, on a page where there is a wish for its width.
pub(super) fn chart_size(page: PageSize) -> Size {
    match narrow_width(page) {
        Some(width) => Size::new(width, dynamics_height(width)),
        None => CHART,
    }
}

/// The size of an atlas, on a page where there is a wish for its width.
pub(super) fn atlas_size(page: PageSize) -> Size {
    match narrow_width(page) {
        Some(width) => {
            let height = ATLAS.height / ATLAS.width * width;
            Size::new(width, height.max(LEAST_ATLAS))
        }
        None => ATLAS,
    }
}

/// The size of a figure on a page that is wide enough for it.
fn wide(subject: Subject, n_items: usize) -> Size {
    let names = (NAME * n_items as f64).min(MOST);
    match subject {
        Subject::Dynamics | Subject::Illusions => CHART,
        Subject::Rsm { .. } => {
            let more = (names + 140.0 - BESIDE.height).max(0.0);
            Size::new(BESIDE.width + more, BESIDE.height + more)
        }
        Subject::Similarity { .. } => {
            let side = BESIDE.height.max(names + 140.0);
            Size::new(side, side)
        }
        Subject::Microscope { .. } => Size::new(900.0, 480.0),
        Subject::Data => Size::new(900.0, (150.0 + 1.6 * names).clamp(300.0, MOST)),
        Subject::Spectrum => Size::new((80.0 + 2.0 * names).clamp(600.0, 900.0), 400.0),
        Subject::Modes => {
            // Names above, then a row for each mode that is shown.
            let rows = 40.0 * n_items.min(16) as f64;
            Size::new(860.0, 120.0 + rows)
        }
        Subject::Map { .. } => Size::new(640.0, 560.0),
        Subject::Tree { .. } => Size::new((80.0 + names).clamp(640.0, MOST), 440.0),
    }
}

/// The least height of a figure on a narrow page: rows do not become lower with its width.
fn least_height(subject: Subject, n_items: usize) -> f64 {
    match subject {
        Subject::Modes => 110.0 + 20.0 * n_items.min(16) as f64,
        Subject::Data => 130.0 + 14.0 * n_items.min(32) as f64,
        _ => LEAST_HEIGHT,
    }
}

/// How high the dynamics are on a page of this width.
fn dynamics_height(width: f64) -> f64 {
    (CHART.height / CHART.width * width).max(LEAST_HEIGHT)
}

/// The width of a page that is narrow, in points, and whose height is left to the figure.
fn narrow_width(page: PageSize) -> Option<f64> {
    let width = page.width_cm.map(PageSize::points_of_cm);
    width.filter(|&width| page.height_cm.is_none() && width < NARROW)
}
