//! How large figures are where nothing is asked for, in points of 1/96 inch.

use super::subject::Subject;
use crate::export::paint::PageSize;
use crate::picture::Size;

/// A chart.
pub(super) const CHART: Size = Size::new(720.0, 440.0);

/// The similarity matrix beside the dynamics.
const BESIDE: Size = Size::new(1120.0, 440.0);

/// The dynamics above the similarity matrix, for a column of a paper.
const BELOW: Size = Size::new(480.0, 760.0);

/// A page narrower than this has no room for two pictures side by side.
const NARROW: f64 = 640.0;

/// The share of the width, or of the height, that the dynamics take of both.
pub(super) const DYNAMICS: [f64; 2] = [0.6, 0.42];

/// Between two pictures.
pub(super) const GAP: f64 = 16.0;

/// The least room of an item's name beside the next one.
const NAME: f64 = 10.0;

/// The most points that a figure grows to for the names of its items.
const MOST: f64 = 1600.0;

/// The size of a figure of so many items, on a page where there is a wish for its width.
pub(super) fn own_size(subject: Subject, n_items: usize, page: PageSize) -> Size {
    let names = (NAME * n_items as f64).min(MOST);
    match subject {
        Subject::Dynamics | Subject::Illusions => CHART,
        Subject::Rsm { .. } if is_narrow(page) => BELOW,
        Subject::Rsm { .. } => {
            let more = (names + 140.0 - BESIDE.height).max(0.0);
            Size::new(BESIDE.width + more, BESIDE.height + more)
        }
        Subject::Data => Size::new(900.0, (150.0 + 1.6 * names).clamp(300.0, MOST)),
        Subject::Spectrum => Size::new((80.0 + 2.0 * names).clamp(600.0, MOST), 400.0),
        Subject::Modes => {
            // Names above, then a row for each mode that is shown.
            let rows = 40.0 * n_items.min(16) as f64;
            Size::new(860.0, 120.0 + rows)
        }
        Subject::Map { .. } => Size::new(640.0, 560.0),
        Subject::Tree { .. } => Size::new((80.0 + names).clamp(640.0, MOST), 440.0),
    }
}

fn is_narrow(page: PageSize) -> bool {
    let width = page.width_cm.map(PageSize::points_of_cm);
    page.height_cm.is_none() && width.is_some_and(|width| width < NARROW)
}
