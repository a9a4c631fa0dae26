//! The items in two dimensions: a map of a hidden layer's activity that neither flips nor jumps
//! from epoch to epoch.
//!
//! The usual map (classical scaling of each epoch's RSM) turns with the singular vectors of the
//! day. Here the two axes are held by the data's own modes: the first is the direction Hᵀ v_α that
//! mode α's item side takes in the hidden activity H (P × h), the second Hᵀ v_β made orthogonal to
//! it. An item's place is the projection of its activity on the two, an exact picture of two
//! dimensions of it, whatever the RSM R = H Hᵀ, and R is all it takes:
//!
//! - x = R v_α / sqrt(v_αᵀ R v_α),
//! - y = R w / sqrt(wᵀ R w), w = v_β − (v_αᵀ R v_β / v_αᵀ R v_α)·v_α.
//!
//! For a small gamma R = V A Vᵀ, so x_i = v_iα·sqrt(a_α): an item moves out along an axis as its
//! mode is learned.

use nalgebra::{DMatrix, DMatrixView, DVector};

use crate::model::modes::{DataModes, Meaning};

/// Where each item is, in the items' order.
pub type Places = Vec<[f64; 2]>;

/// Which of the data's modes, by index, are the axes of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axes {
    /// From left to right.
    pub across: usize,
    /// From the bottom up; none where all contrasts of the data are on the one axis.
    pub up: Option<usize>,
}

/// The frame of a map: one or two of the data's modes.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// P × 2, the modes' item sides; zero for an axis that there is not.
    item_sides: DMatrix<f64>,
    is_centred: bool,
}

impl Axes {
    /// The two strongest modes that tell items apart. A mode that all items share would move them
    /// all alike, and one that the data have nothing of would not move them at all; so where the
    /// data have one contrast alone there is one axis, and where they have none it is mode 1.
    pub fn usual(modes: &DataModes) -> Self {
        let n_modes = modes.singular_values.len();
        let tells_apart = |mode: &usize| matches!(modes.meaning(*mode), Meaning::Split(_));
        let mut contrasts = (0..n_modes).filter(tells_apart);
        Self {
            across: contrasts.next().unwrap_or(0),
            up: contrasts.next(),
        }
    }

    /// The modes of the axes that there are.
    pub fn modes(self) -> impl Iterator<Item = usize> {
        [Some(self.across), self.up].into_iter().flatten()
    }
}

impl Layout {
    /// The modes that tell most at a glance, see [`Axes::usual`]; where the data have less than
    /// two contrasts, with another mode. By index; there must be two modes.
    pub fn usual_modes(modes: &DataModes) -> [usize; 2] {
        let Axes { across, up } = Axes::usual(modes);
        [across, up.unwrap_or(usize::from(across == 0))]
    }

    /// A map along two different modes.
    pub fn new(modes: &DataModes, [across, up]: [usize; 2]) -> Self {
        let up = Some(up);
        Self::along(modes, Axes { across, up })
    }

    /// A map along one or two different modes.
    ///
    /// # Panics
    /// If the data have no such mode.
    pub fn along(modes: &DataModes, axes: Axes) -> Self {
        let mut item_sides = DMatrix::zeros(modes.item_side.nrows(), 2);
        for (axis, mode) in axes.modes().enumerate() {
            item_sides.set_column(axis, &modes.item_side.column(mode));
        }
        let tells_apart = |mode| !modes.split(mode).negative.is_empty();
        Self {
            item_sides,
            is_centred: axes.modes().all(tells_apart),
        }
    }

    /// Whether every axis tells items apart. What all items have in common would move them all at
    /// once along whatever direction a mode has before it is learned, so it is left out then.
    pub fn is_centred(&self) -> bool {
        self.is_centred
    }

    /// [`Layout::places`] seen from their middle, unless an axis is what all items share.
    pub fn seen(&self, rsm: &[f64]) -> Places {
        let mut places = self.places(rsm);
        if self.is_centred {
            for axis in 0..2 {
                let sum: f64 = places.iter().map(|place| place[axis]).sum();
                let middle = sum / places.len() as f64;
                for place in &mut places {
                    place[axis] -= middle;
                }
            }
        }
        places
    }

    /// Places from an RSM, P × P. An axis along which there is no activity stays at 0.
    pub fn places(&self, rsm: &[f64]) -> Places {
        let n_items = self.item_sides.nrows();
        let rsm = DMatrixView::from_slice(rsm, n_items, n_items);
        let across = self.item_sides.column(0).into_owned();
        let mut up = self.item_sides.column(1).into_owned();
        let along_across = rsm * &across;
        let length = across.dot(&along_across);
        if length > 0.0 {
            up -= &across * (up.dot(&along_across) / length);
        }
        let along_up = rsm * &up;
        let x = projected(&across, along_across);
        let y = projected(&up, along_up);
        x.iter().zip(y.iter()).map(|(&x, &y)| [x, y]).collect()
    }
}

/// R v / sqrt(vᵀ R v), given v and R v.
fn projected(v: &DVector<f64>, along: DVector<f64>) -> DVector<f64> {
    let square = v.dot(&along);
    if square > 0.0 {
        along / square.sqrt()
    } else {
        along * 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::TorchRng;
    use crate::experiment::Experiment;
    use crate::model::{Record, Setup, run_from};

    fn run() -> (Record, DataModes) {
        let experiment = Experiment::default();
        let mut setup = Setup::new(&experiment, None);
        let (record, _) = run_from(&experiment, &mut setup);
        (record, setup.modes(&experiment).clone())
    }

    fn distance([a, b]: [f64; 2], [c, d]: [f64; 2]) -> f64 {
        (a - c).hypot(b - d)
    }

    #[test]
    fn items_never_jump_and_never_change_sides() {
        let (record, modes) = run();
        let layout = Layout::new(&modes, Layout::usual_modes(&modes));
        let places = |row: usize| layout.places(record.similarity(row, 0));
        let trail: Vec<Places> = (0..record.len()).map(places).collect();
        let size = modes.singular_values[1].sqrt();
        for pair in trail.windows(2) {
            for (before, after) in pair[0].iter().zip(&pair[1]) {
                // The steepest epoch of a rise takes it about a tenth of the way.
                assert!(distance(*before, *after) < 0.06 * size);
            }
        }
        // Once a mode shows, every item is on its own side of it to the end.
        for (axis, mode) in [(0, 1), (1, 2)] {
            let side = modes.item_side.column(mode);
            let shows =
                |row: &usize| record.strength(*row, mode) > 1e-3 * modes.singular_values[mode];
            let from = (0..record.len()).find(shows).unwrap();
            for (row, places) in trail.iter().enumerate().skip(from) {
                for (item, place) in places
                    .iter()
                    .enumerate()
                    .filter(|&(i, _)| side[i].abs() > 0.2)
                {
                    assert!(place[axis] * side[item] > 0.0, "{row} {item} {place:?}");
                }
            }
        }
    }

    #[test]
    fn the_end_is_the_modes_own_picture() {
        let (record, modes) = run();
        let layout = Layout::new(&modes, [1, 2]);
        let places = layout.places(record.similarity(record.len() - 1, 0));
        for (item, place) in places.iter().enumerate() {
            for (axis, mode) in [(0, 1), (1, 2)] {
                let expected = modes.item_side[(item, mode)] * modes.singular_values[mode].sqrt();
                assert!(
                    (place[axis] - expected).abs() < 0.02,
                    "{place:?} {expected}"
                );
            }
        }
    }

    #[test]
    fn the_layout_is_a_projection_of_the_activity() {
        let mut rng = TorchRng::new(3);
        let mut random =
            |rows, cols| DMatrix::from_fn(rows, cols, |_, _| f64::from(rng.uniform()) - 0.5);
        let modes = DataModes::of(&random(20, 6));
        for scale in [1e-12, 1.0, 1e6] {
            let hidden = random(6, 9) * scale;
            let rsm = &hidden * hidden.transpose();
            let places = Layout::new(&modes, [1, 2]).places(rsm.as_slice());
            let squares: f64 = places.iter().map(|[x, y]| x * x + y * y).sum();
            assert!(squares > 0.0 && squares < rsm.trace());
            for a in 0..6 {
                for b in 0..6 {
                    let d = (hidden.row(a) - hidden.row(b)).norm();
                    assert!(distance(places[a], places[b]) <= d * (1.0 + 1e-12));
                }
            }
        }
    }

    #[test]
    fn two_dimensions_of_activity_are_shown_whole() {
        let mut rng = TorchRng::new(3);
        let mut random =
            |rows, cols| DMatrix::from_fn(rows, cols, |_, _| f64::from(rng.uniform()) - 0.5);
        let modes = DataModes::of(&random(20, 6));
        let hidden = random(6, 2);
        let rsm = &hidden * hidden.transpose();
        let places = Layout::new(&modes, [1, 2]).places(rsm.as_slice());
        for a in 0..6 {
            for b in 0..6 {
                let d = (hidden.row(a) - hidden.row(b)).norm();
                assert!((distance(places[a], places[b]) - d).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn no_activity_is_no_place() {
        let modes = DataModes::of(&DMatrix::identity(4, 4));
        let places = Layout::new(&modes, [1, 2]).places(&[0.0; 16]);
        assert_eq!(places, [[0.0; 2]; 4]);
    }

    fn axes(n_items: usize, rows: &[f64]) -> Axes {
        let targets = DMatrix::from_row_slice(rows.len() / n_items, n_items, rows);
        Axes::usual(&DataModes::of(&targets))
    }

    #[test]
    fn the_notebooks_axes_are_its_first_two_splits() {
        let (_, modes) = run();
        let (across, up) = (1, Some(2));
        assert_eq!(Axes::usual(&modes), Axes { across, up });
        assert_eq!(Layout::usual_modes(&modes), [1, 2]);
    }

    #[test]
    fn on_centred_data_mode_1_is_the_main_contrast_and_an_axis() {
        let rows = [3.0, 3.0, -3.0, -3.0, 1.0, -1.0, 1.0, -1.0];
        let (across, up) = (0, Some(1));
        assert_eq!(axes(4, &rows), Axes { across, up });
    }

    #[test]
    fn one_contrast_alone_is_the_only_axis() {
        // What all share, and one split; the third mode is beyond the rank.
        let rows = [2.0, 2.0, 2.0, 1.0, -1.0, 0.0];
        let (across, up) = (1, None);
        let one = Axes { across, up };
        assert_eq!(axes(3, &rows), one);
        let modes = DataModes::of(&DMatrix::from_row_slice(2, 3, &rows));
        let rsm = [5.0, 3.0, 4.0, 3.0, 5.0, 4.0, 4.0, 4.0, 4.0];
        let places = Layout::along(&modes, one).seen(&rsm);
        assert!(places.iter().all(|place| place[1] == 0.0));
        assert!((places[0][0] - places[1][0]).abs() > 1.0, "{places:?}");
        assert_ne!(Layout::usual_modes(&modes)[1], 1);
    }

    #[test]
    fn items_that_are_all_alike_are_on_the_axis_of_mode_1() {
        let (across, up) = (0, None);
        assert_eq!(axes(3, &[1.0; 6]), Axes { across, up });
        assert_eq!(axes(3, &[0.0; 6]), Axes { across, up });
    }
}
