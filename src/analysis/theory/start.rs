//! Where the theory of one hidden layer starts: the narrow net of each mode at initialisation.
//!
//! With p = (c + d)/2 and q = (c − d)/2 a mode's strength is a = c·d = ‖p‖² − ‖q‖². While nothing
//! is learned, p grows by 1 + step_size·s an epoch and q shrinks by 1 − step_size·s, exactly; so it
//! is p that is learned.
//!
//! A learned mode evicts the overlap of the later ones: their component along its p goes on
//! growing by s_later − s_learned, which is negative. So each p is made orthogonal to those of
//! the stronger modes (Gram–Schmidt in order of decreasing s). Once these span the hidden layer
//! nothing is left, and the later modes are never learned.

use nalgebra::{DMatrix, DVector, DVectorView};

use crate::analysis::levels::competing;
use crate::model::DataModes;
use crate::model::reduced::ReducedNetwork;

/// A remainder of a p below this share of its ‖p‖² is rounding.
const ROUNDING: f64 = 1e-20;

/// One mode's narrow net at its start: all that its flow depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// ‖p‖², p = (c + d)/2: the part that grows.
    pub growing: f64,
    /// ‖q‖², q = (c − d)/2: the part that dies out.
    pub dying: f64,
}

/// All modes' narrow nets at the start, as vectors in the hidden layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Starts {
    /// The data's singular values, descending.
    pub(crate) singular_values: Vec<f64>,
    /// Modes of about the same singular value.
    pub(crate) levels: Vec<Vec<usize>>,
    /// p, h × P: column α is (c_α + d_α)/2.
    pub(crate) growing: DMatrix<f64>,
    /// q, h × P: column α is (c_α − d_α)/2.
    pub(crate) dying: DMatrix<f64>,
    /// Gram matrix (h × h) of what W_2 leads to outputs that no mode uses: of W_2 − U Uᵀ W_2.
    pub(crate) background: DMatrix<f64>,
}

impl Start {
    /// The strength that a balanced mode (c = d) would start from.
    pub fn balanced(&self) -> f64 {
        self.growing
    }
}

impl Starts {
    /// Of a network with one hidden layer: `first` is `W_1` (h × P), `last` is W_2 (rows × h) in
    /// the frame of the modes' features side.
    pub fn of(modes: &DataModes, first: &DMatrix<f64>, last: &DMatrix<f64>) -> Self {
        let into_hidden = first * &modes.item_side;
        let out_of_hidden = last.tr_mul(&modes.feature_side);
        let background = last.tr_mul(last) - &out_of_hidden * out_of_hidden.transpose();
        Self {
            singular_values: modes.singular_values.clone(),
            levels: competing(modes),
            growing: (&into_hidden + &out_of_hidden) / 2.0,
            dying: (into_hidden - out_of_hidden) / 2.0,
            background,
        }
    }

    /// Of a network as it is now; none unless it has one hidden layer.
    pub fn of_network(network: &ReducedNetwork) -> Option<Self> {
        let (first, last) = network.first_and_last()?;
        Some(Self::of(network.modes(), &first, &last))
    }

    /// Number of modes.
    pub fn len(&self) -> usize {
        self.singular_values.len()
    }

    /// Whether there is no mode.
    pub fn is_empty(&self) -> bool {
        self.singular_values.is_empty()
    }

    /// The data's singular values, descending.
    pub fn singular_values(&self) -> &[f64] {
        &self.singular_values
    }

    /// Each mode without what the stronger ones will evict. A mode that they leave no room in the
    /// hidden layer never grows.
    pub fn evicted(&self) -> Vec<Start> {
        let mut stronger: Vec<DVector<f64>> = Vec::new();
        (0..self.len())
            .map(|mode| {
                let p = self.growing.column(mode);
                let left = outside(p, &stronger, rounding_of(p));
                let growing = left.as_ref().map_or(0.0, DVector::norm_squared);
                stronger.extend(left.map(|left| left.normalize()));
                let dying = self.dying.column(mode).norm_squared();
                Start { growing, dying }
            })
            .collect()
    }

    /// How much of the hidden layer leads to outputs that no mode uses, per unit and in the units
    /// of s: a damping of W_1 that is felt once it is not small against s. About gamma².
    pub fn background(&self) -> f64 {
        let n_alive = (0..self.growing.nrows())
            .filter(|&unit| self.background[(unit, unit)] > 0.0)
            .count();
        self.background.trace().max(0.0) / n_alive.max(1) as f64
    }
}

/// The ‖·‖² up to which a remainder of `p` is rounding.
pub(crate) fn rounding_of(p: DVectorView<'_, f64>) -> f64 {
    ROUNDING * p.norm_squared()
}

/// The remainder of `p` outside the span of `directions`, which are orthonormal; none if its ‖·‖²
/// is no more than `rounding`.
pub(crate) fn outside(
    p: DVectorView<'_, f64>,
    directions: &[DVector<f64>],
    rounding: f64,
) -> Option<DVector<f64>> {
    let mut left = p.into_owned();
    // Twice, so that the remainder is orthogonal to rounding.
    for _ in 0..2 {
        for direction in directions {
            let along = direction.dot(&left);
            left.axpy(-along, direction, 1.0);
        }
    }
    (left.norm_squared() > rounding).then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;
    use crate::model::Setup;

    fn starts(gamma: f64) -> Starts {
        let experiment = Experiment {
            gamma,
            ..Experiment::default()
        };
        let network = Setup::new(&experiment, None).network(&experiment);
        Starts::of_network(&network).unwrap()
    }

    #[test]
    fn gamma_scales_every_start_by_its_square() {
        let (small, large) = (starts(1e-12).evicted(), starts(1.0).evicted());
        for (small, large) in small.iter().zip(&large) {
            assert!((small.growing * 1e24 / large.growing - 1.0).abs() < 1e-9);
            assert!((small.dying * 1e24 / large.dying - 1.0).abs() < 1e-9);
        }
    }

    /// ‖p‖² of each mode as if it were alone.
    fn alone(starts: &Starts) -> Vec<f64> {
        let columns = starts.growing.column_iter();
        columns.map(|p| p.norm_squared()).collect()
    }

    #[test]
    fn eviction_takes_nothing_from_the_first_mode_and_something_from_the_others() {
        let starts = starts(1.0);
        let (alone, evicted) = (alone(&starts), starts.evicted());
        assert_eq!(alone[0], evicted[0].growing);
        for (alone, evicted) in alone.iter().zip(&evicted).skip(1) {
            assert!(evicted.growing < *alone && evicted.growing > 0.0);
        }
    }

    #[test]
    fn the_mean_start_is_sciences() {
        // h·(σ_1² + σ_2²)/4 over draws; one draw of 8 modes scatters by about a quarter.
        let mean = alone(&starts(1.0)).iter().sum::<f64>() / 8.0;
        let expected = 30.0 * (1.0 / 38.0 + 1.0 / 10_030.0) / 4.0;
        assert!((mean / expected - 1.0).abs() < 0.25, "{mean} {expected}");
    }

    #[test]
    fn as_many_modes_grow_as_there_are_hidden_units() {
        for (n_hidden, gamma) in [(1, 1e-12), (3, 1e-12), (4, 1.0), (8, 1e-30), (30, 1e-12)] {
            let experiment = Experiment {
                hidden: vec![n_hidden],
                gamma,
                ..Experiment::default()
            };
            let network = Setup::new(&experiment, None).network(&experiment);
            let evicted = Starts::of_network(&network).unwrap().evicted();
            let grows: Vec<bool> = evicted.iter().map(|start| start.growing > 0.0).collect();
            let expected: Vec<bool> = (0..8).map(|mode| mode < n_hidden).collect();
            assert_eq!(grows, expected, "{n_hidden} hidden units");
        }
    }

    #[test]
    fn units_that_lead_nowhere_make_no_room() {
        // Three of four units are dead, and one mode starts from nothing at all.
        let modes = DataModes::of(&DMatrix::from_diagonal(&vec![4.0, 3.0, 2.0].into()));
        let mut into = DMatrix::zeros(4, 3);
        into[(1, 1)] = 0.5;
        into[(1, 2)] = 0.25;
        let starts = Starts::of(&modes, &into, &DMatrix::zeros(3, 4));
        let growing = starts
            .evicted()
            .iter()
            .map(|start| start.growing)
            .collect::<Vec<_>>();
        assert_eq!(growing, [0.0, 0.0625, 0.0]);
    }

    #[test]
    fn the_background_is_about_gamma_squared() {
        for gamma in [1e-12, 1.0, 10.0] {
            let share = starts(gamma).background() / (gamma * gamma);
            assert!((share - 1.0).abs() < 0.02, "{share}");
        }
    }
}
