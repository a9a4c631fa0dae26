//! Theory to lay beside a run: when each mode will rise, known before the first epoch.
//!
//! One hidden layer, small balanced start. In the modes' frame c_α = W_1 v_α and d_α = W_2ᵀ u_α;
//! a mode's strength grows from a0 = ‖p_α‖², p_α = (c_α + d_α)/2 made orthogonal to those of the
//! stronger modes, since a learned mode evicts the overlap of the later ones. In discrete steps
//! a ← a·(1 + eps·(s − a))² with eps = 2·lr/(N·P); see Saxe, McClelland & Ganguli (2013) for the
//! continuous limit.

use nalgebra::DVector;

use super::modes::DataModes;

/// The strengths at the start that the theory grows from, one for each mode.
///
/// `first` is `W_1` (h × P), `last` W_2 in the frame of the modes' features side (rows × h).
pub fn starting_strengths(
    modes: &DataModes,
    first: &nalgebra::DMatrix<f64>,
    last: &nalgebra::DMatrix<f64>,
) -> Vec<f64> {
    let mut stronger: Vec<DVector<f64>> = Vec::new();
    (0..modes.singular_values.len())
        .map(|mode| {
            let c = first * modes.item_side.column(mode);
            let d = last.tr_mul(&modes.feature_side.column(mode));
            let mut p = (c + d) / 2.0;
            for other in &stronger {
                p -= other * other.dot(&p);
            }
            let a0 = p.norm_squared();
            if a0 > 0.0 {
                stronger.push(p / a0.sqrt());
            }
            a0
        })
        .collect()
}

/// The epoch at which a mode passes half its strength in discrete steps, between two of them;
/// none within `n_epochs`, or if it never does.
pub fn half_rise(s: f64, a0: f64, eps: f64, n_epochs: usize) -> Option<f64> {
    let mut a = a0;
    for epoch in 0..n_epochs {
        let next = a * (1.0 + eps * (s - a)).powi(2);
        if !next.is_finite() {
            return None;
        }
        if next >= s / 2.0 {
            // Modes are recorded behind the step, so this is epoch `epoch`.
            let into = if next > a {
                (s / 2.0 - a) / (next - a)
            } else {
                1.0
            };
            return Some((epoch as f64 - 1.0 + into).max(0.0));
        }
        a = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Experiment, Setup, Training, stages};

    #[test]
    fn rises_are_foreseen_at_the_defaults() {
        for seed in 1..=5 {
            let mut experiment = Experiment {
                init_seed: seed,
                ..Experiment::default()
            };
            experiment.data.tree_mut().expect("drawn").seed = seed;
            let network = Setup::new(&experiment, None).network(&experiment);
            let modes = network.modes().clone();
            let a0 = network
                .starting_strengths()
                .expect("there is one hidden layer");
            let shape = experiment.row_shape();
            let training = Training::new(network, experiment.lr, experiment.n_epochs, shape);
            let (record, ..) = training.run(shape);
            let eps = 2.0 * experiment.lr / 80_000.0;
            let measured = stages::half_rises(&record, &modes);
            for mode in 0..8 {
                let foreseen = half_rise(modes.singular_values[mode], a0[mode], eps, 250).unwrap();
                let tolerance = if mode < 4 { 1.0 } else { 4.0 };
                let measured = measured[mode].unwrap();
                assert!(
                    (foreseen - measured).abs() < tolerance,
                    "seed {seed} mode {mode}: {foreseen} {measured}"
                );
            }
        }
    }

    #[test]
    fn what_does_not_rise_is_not_foreseen() {
        assert_eq!(half_rise(100.0, 1e-20, 1e-4, 10), None);
        assert_eq!(half_rise(100.0, 0.0, 1e-2, 1000), None);
    }
}
