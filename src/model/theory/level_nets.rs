//! Each level of the tree as a small net of its own, in discrete steps: what the simple curves
//! leave out.
//!
//! Modes of about the same singular value rise together and compete for the hidden layer, so they
//! are trained as one net. With c and d (h × k) the level's columns, S its singular values, and
//! B the Gram matrix of what W_2 leads to outputs that no mode uses, the exact step of the whole
//! network, restricted to the level, is
//!
//! - E = S − dᵀc, c ← c + eps·(d·E − B·c), d ← d + eps·c·Eᵀ,
//! - B ← (I − eps·c·cᵀ)·B·(I − eps·c·cᵀ): no target asks for what W_2 leads there, so it dies out.
//!
//! Left out are the other levels, but for the stronger ones' directions in the hidden layer, from
//! which the level has been evicted by the time it rises (see [`super::start`]).
//!
//! B is about gamma² and damps `W_1`: beside s it is nothing at gamma 0.1, and the greater part
//! of what the simple curves miss at gamma 3.

use nalgebra::DMatrix;

use super::start::Starts;

/// The strength of every mode after each of `n_epochs` epochs: one curve a mode, 0 for modes
/// without s. From where a level diverges its curves are NaN.
pub fn curves(starts: &Starts, eps: f64, n_epochs: usize) -> Vec<Vec<f64>> {
    of_groups(starts, &starts.levels, eps, n_epochs)
}

/// The same with a net for each mode alone: without the competition within a level.
pub fn lone_curves(starts: &Starts, eps: f64, n_epochs: usize) -> Vec<Vec<f64>> {
    let alone: Vec<Vec<usize>> = starts.levels.iter().flatten().map(|&m| vec![m]).collect();
    of_groups(starts, &alone, eps, n_epochs)
}

fn of_groups(starts: &Starts, groups: &[Vec<usize>], eps: f64, n_epochs: usize) -> Vec<Vec<f64>> {
    let mut curves = vec![vec![0.0; n_epochs]; starts.len()];
    let mut stronger = DMatrix::zeros(starts.growing.nrows(), 0);
    for level in groups {
        let mut p = starts.growing.select_columns(level);
        // Twice, so that what is left is orthogonal to rounding.
        for _ in 0..2 {
            p -= &stronger * stronger.tr_mul(&p);
        }
        let q = starts.dying.select_columns(level);
        let net = LevelNet::new(&p, &q, &starts.background);
        let targets: Vec<f64> = level
            .iter()
            .map(|&mode| starts.singular_values[mode])
            .collect();
        net.train(&targets, eps, n_epochs, |place, epoch, strength| {
            curves[level[place]][epoch] = strength;
        });
        stronger = joined(&stronger, &p.qr().q());
    }
    curves
}

/// The columns of both.
fn joined(a: &DMatrix<f64>, b: &DMatrix<f64>) -> DMatrix<f64> {
    let columns: Vec<_> = a.column_iter().chain(b.column_iter()).collect();
    DMatrix::from_columns(&columns)
}

/// One level's net, in an orthonormal basis of the hidden directions that it uses.
#[derive(Debug)]
struct LevelNet {
    /// Into the hidden layer, r × k with r ≤ 2k.
    c: DMatrix<f64>,
    /// Out of it, r × k.
    d: DMatrix<f64>,
    /// r × r.
    background: DMatrix<f64>,
}

impl LevelNet {
    fn new(p: &DMatrix<f64>, q: &DMatrix<f64>, background: &DMatrix<f64>) -> Self {
        let basis = joined(p, q).qr().q();
        let (c, d) = (p + q, p - q);
        Self {
            c: basis.tr_mul(&c),
            d: basis.tr_mul(&d),
            background: basis.tr_mul(&(background * &basis)),
        }
    }

    /// Trains, and tells (place in the level, epoch, strength).
    fn train(
        mut self,
        targets: &[f64],
        eps: f64,
        n_epochs: usize,
        mut tell: impl FnMut(usize, usize, f64),
    ) {
        let goal = DMatrix::from_diagonal(&targets.to_vec().into());
        for epoch in 0..n_epochs {
            let Self { c, d, background } = &mut self;
            let error = &goal - d.tr_mul(c);
            let damped = &*background * &*c;
            let into = &*d * &error - &damped;
            let out = &*c * error.transpose();
            // (I − eps·c·cᵀ)·B, then the same from the right; B is symmetric.
            let half = &*background - eps * &*c * damped.transpose();
            *background = &half - eps * (&half * &*c) * c.transpose();
            *c += eps * into;
            *d += eps * out;
            for place in 0..targets.len() {
                let strength = c.column(place).dot(&d.column(place));
                let strength = if strength.is_finite() {
                    strength
                } else {
                    f64::NAN
                };
                tell(place, epoch, strength);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::theory::curves::{discrete, half_rise_of};
    use crate::model::theory::step_size;
    use crate::model::{Experiment, Setup, Training, stages};

    /// Largest distance from the simulation over all modes and epochs, as a share of s: of the
    /// level nets and of the discrete curves.
    fn distances(experiment: &Experiment) -> (f64, f64) {
        let network = Setup::new(experiment, None).network(experiment);
        let starts = network.starts().unwrap();
        let shape = experiment.row_shape();
        let training = Training::new(network, experiment.lr, experiment.n_epochs, shape);
        let (record, ..) = training.run(shape);
        let eps = step_size(experiment.lr, 10_000, 8);
        let nets = curves(&starts, eps, experiment.n_epochs);
        let mut worst = (0.0_f64, 0.0_f64);
        for (mode, start) in starts.evicted().iter().enumerate() {
            let s = starts.singular_values[mode];
            let simple = discrete(s, start.balanced(), eps, experiment.n_epochs);
            for row in 0..record.len() {
                let measured = record.strength(row, mode);
                worst.0 = worst.0.max((nets[mode][row] - measured).abs() / s);
                worst.1 = worst.1.max((simple[row] - measured).abs() / s);
            }
        }
        worst
    }

    #[test]
    fn they_meet_the_simulation_where_the_simple_curves_do_not() {
        for seed in 1..=3 {
            for (gamma, nets_within) in [
                (1e-12, 0.002),
                (0.1, 0.02),
                (1.0, 0.03),
                (3.0, 0.04),
                (10.0, 0.07),
            ] {
                let mut experiment = Experiment {
                    gamma,
                    init_seed: seed,
                    ..Experiment::default()
                };
                experiment.data.tree_mut().unwrap().seed = seed;
                let (nets, simple) = distances(&experiment);
                assert!(nets < nets_within, "seed {seed} gamma {gamma:e}: {nets}");
                assert!(nets <= simple);
            }
        }
    }

    #[test]
    fn rises_are_foreseen_to_a_twentieth_of_an_epoch_at_the_defaults() {
        for seed in [1, 2, 3, 4, 5, 2021] {
            let mut experiment = Experiment {
                init_seed: seed,
                ..Experiment::default()
            };
            experiment.data.tree_mut().unwrap().seed = seed;
            let network = Setup::new(&experiment, None).network(&experiment);
            let (starts, modes) = (network.starts().unwrap(), network.modes().clone());
            let shape = experiment.row_shape();
            let record = Training::new(network, 100.0, 250, shape).run(shape).0;
            let measured = stages::half_rises(&record, &modes);
            let nets = curves(&starts, step_size(100.0, 10_000, 8), 250);
            for mode in 0..8 {
                let foreseen = half_rise_of(&nets[mode], modes.singular_values[mode]).unwrap();
                assert!((foreseen - measured[mode].unwrap()).abs() < 0.05);
            }
        }
    }

    #[test]
    fn what_diverges_is_not_a_number_and_panics_nowhere() {
        let experiment = Experiment::default();
        let network = Setup::new(&experiment, None).network(&experiment);
        let curves = curves(&network.starts().unwrap(), 1.0, 50);
        assert!(curves.iter().all(|curve| curve[49].is_nan()));
    }
}
