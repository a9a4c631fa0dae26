//! Each level of the tree as a small net of its own, in discrete steps: what the simple curves
//! leave out.
//!
//! Modes of about the same singular value rise together and compete for the hidden layer, so they
//! are trained as one net. With c and d (h × k) the level's columns, S its singular values, and
//! B the Gram matrix of what W_2 leads to outputs that no mode uses, the exact step of the whole
//! network, restricted to the level, is
//!
//! - E = S − dᵀc, c ← c + step_size·(d·E − B·c), d ← d + step_size·c·Eᵀ,
//! - B ← (I − step_size·c·cᵀ)·B·(I − step_size·c·cᵀ): no target asks for what W_2 leads there, so
//!   it dies out.
//!
//! Left out are the other levels, but for the stronger ones' directions in the hidden layer, from
//! which the level has been evicted by the time it rises (see [`super::start`]).
//!
//! B is about gamma² and damps `W_1`: beside s it is nothing at gamma 0.1, and the greater part
//! of what the simple curves miss at gamma 3.

use nalgebra::{DMatrix, DVector};

use super::start::{Starts, outside, rounding_of};

/// The strength of every mode after each of `n_epochs` epochs: one curve a mode, 0 for modes
/// without s and for those that the hidden layer has no room for. From where a level diverges its
/// curves are NaN. `None` if cancelled; `is_cancelled` is asked every epoch.
pub fn curves(
    starts: &Starts,
    step_size: f64,
    n_epochs: usize,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<Vec<Vec<f64>>> {
    of_groups(starts, &starts.levels, step_size, n_epochs, is_cancelled)
}

/// The same with a net for each mode alone: without the competition within a level.
pub fn lone_curves(
    starts: &Starts,
    step_size: f64,
    n_epochs: usize,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<Vec<Vec<f64>>> {
    let alone: Vec<Vec<usize>> = starts.levels.iter().flatten().map(|&m| vec![m]).collect();
    of_groups(starts, &alone, step_size, n_epochs, is_cancelled)
}

fn of_groups(
    starts: &Starts,
    groups: &[Vec<usize>],
    step_size: f64,
    n_epochs: usize,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<Vec<Vec<f64>>> {
    let mut curves = vec![vec![0.0; n_epochs]; starts.len()];
    let mut stronger: Vec<DVector<f64>> = Vec::new();
    for level in groups {
        let room = Room::of(starts, level, &stronger);
        if room.modes.is_empty() {
            continue;
        }
        let q = starts.dying.select_columns(&room.modes);
        let basis = room.basis(&q, &stronger);
        let p = DMatrix::from_columns(&room.p);
        let net = LevelNet::new(&p, &q, &basis, &starts.background);
        let targets = room.modes.iter().map(|&mode| starts.singular_values[mode]);
        let targets: Vec<f64> = targets.collect();
        let tell = |place: usize, epoch: usize, a| curves[room.modes[place]][epoch] = a;
        net.train(&targets, step_size, n_epochs, tell, is_cancelled)?;
        stronger.extend(room.directions);
    }
    Some(curves)
}

/// The room in the hidden layer that the stronger levels leave to one.
struct Room {
    /// The modes of the level that grow there.
    modes: Vec<usize>,
    /// The p of each mode, without the directions of the stronger modes.
    p: Vec<DVector<f64>>,
    /// Orthonormal directions spanned by `p`; fewer than modes where the room is for a part of the
    /// level.
    directions: Vec<DVector<f64>>,
}

impl Room {
    fn of(starts: &Starts, level: &[usize], stronger: &[DVector<f64>]) -> Self {
        let mut room = Self {
            modes: Vec::new(),
            p: Vec::new(),
            directions: Vec::new(),
        };
        for &mode in level {
            let whole = starts.growing.column(mode);
            let rounding = rounding_of(whole);
            if let Some(p) = outside(whole, stronger, rounding) {
                let direction = outside(p.as_view(), &room.directions, rounding);
                room.directions.extend(direction.map(|d| d.normalize()));
                room.modes.push(mode);
                room.p.push(p);
            }
        }
        room
    }

    /// An orthonormal basis (h × r) of p and q. Modes that have room for a part of them only go on
    /// competing for it, and must never grow where the stronger ones are.
    fn basis(&self, q: &DMatrix<f64>, stronger: &[DVector<f64>]) -> DMatrix<f64> {
        let is_for_all = self.directions.len() == self.modes.len();
        let taken = if is_for_all { &[] } else { stronger };
        let mut basis = [taken, &self.directions].concat();
        for q in q.column_iter() {
            let direction = outside(q, &basis, rounding_of(q));
            basis.extend(direction.map(|d| d.normalize()));
        }
        DMatrix::from_columns(&basis[taken.len()..])
    }
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
    /// Of a level's p and q (h × k) in an orthonormal `basis` (h × r).
    fn new(
        p: &DMatrix<f64>,
        q: &DMatrix<f64>,
        basis: &DMatrix<f64>,
        background: &DMatrix<f64>,
    ) -> Self {
        Self {
            c: basis.tr_mul(&(p + q)),
            d: basis.tr_mul(&(p - q)),
            background: basis.tr_mul(&(background * basis)),
        }
    }

    /// Trains, and tells (place in the level, epoch, strength); `None` if cancelled.
    fn train(
        mut self,
        targets: &[f64],
        step_size: f64,
        n_epochs: usize,
        mut tell: impl FnMut(usize, usize, f64),
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<()> {
        let goal = DMatrix::from_diagonal(&targets.to_vec().into());
        for epoch in 0..n_epochs {
            if is_cancelled() {
                return None;
            }
            let Self { c, d, background } = &mut self;
            let error = &goal - d.tr_mul(c);
            let damped = &*background * &*c;
            let into = &*d * &error - &damped;
            let out = &*c * error.transpose();
            // (I − step_size·c·cᵀ)·B, then the same from the right; B is symmetric.
            let half = &*background - step_size * &*c * damped.transpose();
            *background = &half - step_size * (&half * &*c) * c.transpose();
            *c += step_size * into;
            *d += step_size * out;
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
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::half_rise::half_rise_of;
    use crate::analysis::stages;
    use crate::analysis::theory::curves::discrete;
    use crate::analysis::theory::step_size;
    use crate::experiment::Experiment;
    use crate::model::{DataModes, Setup, run_from};

    /// Largest distance from the simulation over all modes and epochs, as a share of s: of the
    /// level nets and of the discrete curves.
    fn distances(experiment: &Experiment) -> (f64, f64) {
        let mut setup = Setup::new(experiment, None);
        let starts = Starts::of_network(&setup.network(experiment)).unwrap();
        let (record, _) = run_from(experiment, &mut setup);
        let step_size = step_size(experiment.lr, 10_000, 8);
        let nets = curves(&starts, step_size, experiment.n_epochs, &mut || false).unwrap();
        let mut worst = (0.0_f64, 0.0_f64);
        for (mode, start) in starts.evicted().iter().enumerate() {
            let s = starts.singular_values[mode];
            let simple = discrete(s, start.balanced(), step_size, experiment.n_epochs);
            for row in 0..record.len() {
                let measured = record.strength(row, mode);
                worst.0 = worst.0.max((nets[mode][row] - measured).abs() / s);
                worst.1 = worst.1.max((simple[row] - measured).abs() / s);
            }
        }
        worst
    }

    #[test]
    fn level_nets_meet_the_simulation_where_the_simple_curves_do_not() {
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
            let mut setup = Setup::new(&experiment, None);
            let starts = Starts::of_network(&setup.network(&experiment)).unwrap();
            let (record, _) = run_from(&experiment, &mut setup);
            let modes = setup.modes(&experiment);
            let measured = stages::half_rises(&record, modes);
            let step_size = step_size(100.0, 10_000, 8);
            let nets = curves(&starts, step_size, 250, &mut || false).unwrap();
            for mode in 0..8 {
                let foreseen = half_rise_of(&nets[mode], modes.singular_values[mode]).unwrap();
                assert!((foreseen - measured[mode].unwrap()).abs() < 0.05);
            }
        }
    }

    #[test]
    fn modes_beyond_the_hidden_units_never_rise() {
        for n_hidden in [3, 4] {
            let experiment = Experiment {
                hidden: vec![n_hidden],
                n_epochs: 1000,
                ..Experiment::default()
            };
            let mut setup = Setup::new(&experiment, None);
            let starts = Starts::of_network(&setup.network(&experiment)).unwrap();
            let (record, _) = run_from(&experiment, &mut setup);
            let step_size = step_size(100.0, 10_000, 8);
            let nets = curves(&starts, step_size, 1000, &mut || false).unwrap();
            for (mode, net) in nets.iter().enumerate() {
                let s = starts.singular_values[mode];
                for (row, a) in net.iter().enumerate() {
                    let off = (a - record.strength(row, mode)).abs() / s;
                    assert!(
                        off < 0.05,
                        "{n_hidden} units, mode {mode}, epoch {row}: {off}"
                    );
                }
            }
            assert!(nets[4..].iter().flatten().all(|&a| a == 0.0));
            let lone = lone_curves(&starts, step_size, 1000, &mut || false).unwrap();
            assert!(lone[n_hidden..].iter().flatten().all(|&a| a == 0.0));
        }
    }

    #[test]
    fn modes_that_start_from_nothing_stay_there() {
        let modes = DataModes::of(&DMatrix::from_diagonal(&vec![4.0, 3.9, 2.0].into()));
        let mut into = DMatrix::zeros(4, 3);
        into[(1, 1)] = 0.5;
        let starts = Starts::of(&modes, &into, &DMatrix::zeros(3, 4));
        let nets = curves(&starts, 0.05, 300, &mut || false).unwrap();
        let ends: Vec<f64> = nets.iter().map(|net| net[299]).collect();
        assert_eq!([ends[0], ends[2]], [0.0; 2]);
        assert!((ends[1] / 3.9 - 1.0).abs() < 1e-6, "{ends:?}");
    }

    #[test]
    fn level_nets_can_be_cancelled() {
        let experiment = Experiment::default();
        let network = Setup::new(&experiment, None).network(&experiment);
        let mut n_questions = 0;
        let mut soon = || {
            n_questions += 1;
            n_questions > 300
        };
        let given_up = curves(
            &Starts::of_network(&network).unwrap(),
            2.5e-3,
            250,
            &mut soon,
        );
        assert_eq!((given_up, n_questions), (None, 301));
    }

    #[test]
    fn a_diverging_net_gives_nan_and_does_not_panic() {
        let experiment = Experiment::default();
        let network = Setup::new(&experiment, None).network(&experiment);
        let starts = Starts::of_network(&network).unwrap();
        let curves = curves(&starts, 1.0, 50, &mut || false).unwrap();
        assert!(curves.iter().all(|curve| curve[49].is_nan()));
    }
}
