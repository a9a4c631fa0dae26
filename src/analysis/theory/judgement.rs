//! How far the theory holds for a given run, judged before training: remarks as data, not text.
//!
//! Each simple curve is held against [`super::level_nets`], which meets the simulation far better
//! than any of them, and whatever they differ by is said with its size and its cause. Nothing is
//! said of a mode that does not rise within the run, since nothing of it is seen.

use super::curves;
use super::level_nets;
use super::start::{Start, Starts};
use crate::analysis::half_rise::half_rise_of;

/// Curves that differ by less than this share of s count as one.
pub const VISIBLE: f64 = 0.05;

/// Curves that are less than this many epochs apart count as one.
pub const VISIBLE_EPOCHS: f64 = 1.0;

/// The time for an epoch of a net whatever its size, in nanoseconds.
const OF_EPOCH: f64 = 350.0;

/// The time that each product of two numbers adds, in nanoseconds.
const OF_PRODUCT: f64 = 0.3;

/// The most work for which a run is judged, in nanoseconds by [`work`].
const MOST_WORK: f64 = 1e8;

/// Something that is true of a run's theory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remark {
    /// There is no theory of the start for so many hidden layers.
    NoTheory {
        /// Two or more.
        n_hidden_layers: usize,
    },
    /// The learning rate is past the solution's stability, and the run gets far enough to show it.
    PastStability {
        /// The learning rate over its limit, above 1.
        of_limit: f64,
    },
    /// The curve of small steps (continuous) comes early, for no other reason than the step's
    /// size. It comes ln(s/a0)/4 epochs early, about, whatever the step; what the step decides
    /// is how much that is beside a rise: its share is step_size·s/2.
    StepTooLarge {
        /// step_size·s of the strongest mode, lr·2s/(N·P); small when it is small against 1.
        step_of_strongest: f64,
        /// By how many epochs it is early at the strongest mode's half-rise.
        early_epochs: f64,
    },
    /// The start is too large for the balanced curve (discrete) of even a lone mode: `W_1` and W_2
    /// are not alike, or what W_2 leads elsewhere is not nothing beside s. The lazy regime.
    ModesDoNotDecouple {
        /// The mode of which that is most true.
        mode: usize,
        /// How far it takes that mode's curve from the balanced one, as a share of s.
        distance: f64,
        /// The balanced start over s.
        start: f64,
        /// The background over s; see [`Starts::background`].
        background: f64,
    },
    /// Modes of about the same singular value compete: their curves are not those of lone modes.
    ModesCompete {
        /// The mode of which that is most true.
        mode: usize,
        /// How far it takes that mode's curve from a lone mode's, as a share of s.
        distance: f64,
    },
}

/// The properties of a run on which its theory depends.
#[derive(Clone, Copy, Debug)]
pub struct RunProperties<'a> {
    /// Where its modes start; none unless it has one hidden layer.
    pub starts: Option<&'a Starts>,
    /// Number of hidden layers.
    pub n_hidden_layers: usize,
    /// Units of its narrowest hidden layer: it learns no more modes. None without a hidden layer.
    pub narrowest: Option<usize>,
    /// Learning rate.
    pub lr: f64,
    /// The largest learning rate at which its solution is stable.
    pub stability_limit: f64,
    /// 2·lr/(N·P).
    pub step_size: f64,
    /// Number of epochs.
    pub n_epochs: usize,
}

/// Whether a run is short enough, and its nets are small enough, to be judged in the time that a
/// worker has for it, about a tenth of a second.
pub fn can_judge(run: &RunProperties<'_>) -> bool {
    work(run) <= MOST_WORK
}

/// About how long judging takes, in nanoseconds: nothing to speak of without nets.
pub fn work(run: &RunProperties<'_>) -> f64 {
    let Some(starts) = run.starts else {
        return 0.0;
    };
    let n_hidden = starts.growing.nrows() as f64;
    let of_net = |n_modes: usize| {
        let k = n_modes as f64;
        let r = n_hidden.min(2.0 * k);
        let epoch = OF_EPOCH + OF_PRODUCT * (r * k * k + r * r * k);
        run.n_epochs as f64 * epoch + OF_PRODUCT * n_hidden * r * (n_hidden + r)
    };
    let of_level = |level: &Vec<usize>| of_net(level.len()) + level.len() as f64 * of_net(1);
    starts.levels.iter().map(of_level).sum()
}

/// All that is to be said of a run's theory; nothing where every curve will be met. `evicted` is
/// [`Starts::evicted`], empty without starts. None if `is_cancelled`, which is asked in every epoch
/// of a net, says so.
pub fn judge(
    run: &RunProperties<'_>,
    evicted: &[Start],
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<Vec<Remark>> {
    let mut remarks = Vec::new();
    let of_limit = run.lr / run.stability_limit;
    let Some(starts) = run.starts else {
        match run.n_hidden_layers {
            0 if of_limit > 1.0 => remarks.push(Remark::PastStability { of_limit }),
            // Its theory is exact.
            0 => {}
            n_hidden_layers => remarks.push(Remark::NoTheory { n_hidden_layers }),
        }
        return Some(remarks);
    };
    let (Some(&strongest), Some(first)) = (starts.singular_values().first(), evicted.first())
    else {
        return Some(remarks);
    };
    let discrete = curves::discrete(strongest, first.balanced(), run.step_size, run.n_epochs);
    let rises = discrete.iter().any(|&a| a.is_nan() || a >= strongest / 2.0);
    if of_limit > 1.0 && rises {
        // Past it nothing else is to be seen of the theory.
        remarks.push(Remark::PastStability { of_limit });
        return Some(remarks);
    }
    remarks.extend(step_too_large(strongest, first.balanced(), &discrete, run));
    let apart = apart(starts, evicted, run, is_cancelled)?;
    remarks.extend(apart.into_iter().flatten());
    Some(remarks)
}

fn step_too_large(s: f64, a0: f64, discrete: &[f64], run: &RunProperties<'_>) -> Option<Remark> {
    let rise = half_rise_of(discrete, s)?;
    let early_epochs = rise - curves::continuous_half_rise(s, a0, run.step_size)?;
    let continuous = curves::continuous(s, a0, run.step_size, run.n_epochs);
    let is_seen = early_epochs > VISIBLE_EPOCHS && distance(&continuous, discrete) > VISIBLE * s;
    is_seen.then_some(Remark::StepTooLarge {
        step_of_strongest: run.step_size * s,
        early_epochs,
    })
}

fn apart(
    starts: &Starts,
    evicted: &[Start],
    run: &RunProperties<'_>,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<[Option<Remark>; 2]> {
    let (step_size, n_epochs) = (run.step_size, run.n_epochs);
    let lone = level_nets::lone_curves(starts, step_size, n_epochs, is_cancelled)?;
    let nets = level_nets::curves(starts, step_size, n_epochs, is_cancelled)?;
    let s = |mode: usize| starts.singular_values()[mode];
    let simple = |mode: usize| {
        let balanced = evicted[mode].balanced();
        curves::discrete(s(mode), balanced, step_size, n_epochs)
    };
    let by_start = |mode: usize| distance(&simple(mode), &lone[mode]) / s(mode);
    let by_others = |mode: usize| distance(&lone[mode], &nets[mode]) / s(mode);
    // Of modes that cannot be learned nothing is said.
    let learned = || {
        let modes = starts.levels.iter().flatten().copied();
        modes.filter(|&mode| evicted[mode].growing > 0.0)
    };
    Some([
        most(learned(), by_start).map(|(mode, distance)| Remark::ModesDoNotDecouple {
            mode,
            distance,
            start: evicted[mode].balanced() / s(mode),
            background: starts.background() / s(mode),
        }),
        most(learned(), by_others).map(|(mode, distance)| Remark::ModesCompete { mode, distance }),
    ])
}

/// The mode with the largest distance, if that is visible.
fn most(
    modes: impl Iterator<Item = usize>,
    distance: impl Fn(usize) -> f64,
) -> Option<(usize, f64)> {
    let distances = modes.map(|mode| (mode, distance(mode)));
    let largest = distances.max_by(|a, b| a.1.total_cmp(&b.1));
    largest.filter(|&(_, distance)| distance > VISIBLE)
}

/// The largest distance of two curves, while not both have diverged; infinite where one has.
fn distance(a: &[f64], b: &[f64]) -> f64 {
    let both = a.iter().zip(b);
    both.take_while(|(a, b)| a.is_finite() || b.is_finite())
        .map(|(a, b)| {
            if (a - b).is_finite() {
                (a - b).abs()
            } else {
                f64::INFINITY
            }
        })
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::stages;
    use crate::analysis::theory::step_size;
    use crate::experiment::Experiment;
    use crate::model::{Record, Setup, run_from};

    /// The remarks on a run, its record, and the theory's start.
    struct Judged {
        remarks: Vec<Remark>,
        record: Record,
        starts: Starts,
        rises: Vec<Option<f64>>,
        step_size: f64,
    }

    fn judged(change: impl FnOnce(&mut Experiment)) -> Judged {
        let mut experiment = Experiment::default();
        change(&mut experiment);
        let mut setup = Setup::new(&experiment, None);
        let network = setup.network(&experiment);
        let starts = Starts::of_network(&network).unwrap();
        let modes = network.modes().clone();
        let step_size = step_size(experiment.lr, 10_000, 8);
        let run = RunProperties {
            starts: Some(&starts),
            n_hidden_layers: 1,
            narrowest: experiment.hidden.first().copied(),
            lr: experiment.lr,
            stability_limit: modes.stability_limit(10_000, 2),
            step_size,
            n_epochs: experiment.n_epochs,
        };
        let remarks = judge(&run, &starts.evicted(), &mut || false).unwrap();
        let (record, _) = run_from(&experiment, &mut setup);
        let rises = stages::half_rises(&record, &modes);
        Judged {
            remarks,
            record,
            starts,
            rises,
            step_size,
        }
    }

    impl Judged {
        /// The largest distance of the balanced curves from the simulation, as a share of s.
        fn measured_distance(&self) -> f64 {
            let evicted = self.starts.evicted();
            let distance = |mode: usize| {
                let s = self.starts.singular_values()[mode];
                let n = self.record.len();
                let simple = curves::discrete(s, evicted[mode].balanced(), self.step_size, n);
                let measured: Vec<f64> = (0..n).map(|r| self.record.strength(r, mode)).collect();
                super::distance(&simple, &measured) / s
            };
            (0..8).map(distance).fold(0.0, f64::max)
        }

        fn early_epochs(&self) -> Option<f64> {
            self.remarks.iter().find_map(|remark| match remark {
                Remark::StepTooLarge { early_epochs, .. } => Some(*early_epochs),
                _ => None,
            })
        }

        fn distance_by_start(&self) -> Option<f64> {
            self.remarks.iter().find_map(|remark| match remark {
                Remark::ModesDoNotDecouple { distance, .. } => Some(*distance),
                _ => None,
            })
        }

        fn distance_by_others(&self) -> Option<f64> {
            self.remarks.iter().find_map(|remark| match remark {
                Remark::ModesCompete { distance, .. } => Some(*distance),
                _ => None,
            })
        }
    }

    #[test]
    fn remarks_on_modes_are_true_of_the_simulation() {
        for gamma in [1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 1e-2, 0.1, 1.0, 10.0] {
            for lr in [20.0, 60.0, 100.0, 200.0] {
                for seed in [1, 2021] {
                    let judged = judged(|e| {
                        (e.lr, e.gamma, e.init_seed) = (lr, gamma, seed);
                        e.data.tree_mut().unwrap().seed = seed;
                    });
                    let measured = judged.measured_distance();
                    let case = format!("lr {lr} gamma {gamma:e} seed {seed}: {measured}");
                    let by_start = judged.distance_by_start();
                    let by_others = judged.distance_by_others();
                    match by_start.into_iter().chain(by_others).reduce(f64::max) {
                        None => assert!(measured < 1.2 * VISIBLE, "{case}"),
                        Some(said) => assert!((measured / said - 1.0).abs() < 0.2, "{case} {said}"),
                    }
                    assert_eq!(by_start.is_some(), gamma > 1.0, "{case}");
                    if let Some(early) = judged.early_epochs() {
                        let a0 = judged.starts.evicted()[0].balanced();
                        let s = judged.starts.singular_values()[0];
                        let continuous =
                            curves::continuous_half_rise(s, a0, judged.step_size).unwrap();
                        let measured = judged.rises[0].unwrap() - continuous;
                        assert!((measured - early).abs() < 0.25, "{case} {early} {measured}");
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_is_said_of_what_is_not_seen() {
        // Nothing rises in these epochs.
        assert_eq!(judged(|e| e.lr = 20.0).remarks, []);
        assert_eq!(judged(|e| (e.lr, e.n_epochs) = (260.0, 20)).remarks, []);
        // Small steps from a small start, and modes that do not compete.
        let calm = |e: &mut Experiment| {
            (e.lr, e.gamma, e.n_epochs) = (2.0, 1e-2, 3000);
            e.init_seed = 1;
            e.data.tree_mut().unwrap().seed = 1;
        };
        assert_eq!(judged(calm).remarks, []);
    }

    #[test]
    fn past_stability_is_said_on_its_side_of_the_limit_alone() {
        let said = |lr: f64| {
            let remarks = judged(|e| e.lr = lr).remarks;
            remarks
                .iter()
                .any(|r| matches!(r, Remark::PastStability { .. }))
        };
        let limits = [200.0, 250.0, 258.0, 300.0, 400.0].map(said);
        assert_eq!(limits, [false, false, true, true, true]);
        // And so it is: the strongest mode's end, or its not ending.
        let swings = |lr: f64| {
            let record = judged(|e| (e.lr, e.n_epochs) = (lr, 1500)).record;
            let [a, b] = [record.len() - 1, record.len() - 2].map(|r| record.strength(r, 0));
            (a - b).abs() > 1.0
        };
        assert_eq!([250.0, 258.0].map(swings), [false, true]);
    }

    #[test]
    fn other_depths_have_no_theory_of_their_start() {
        let of_depth = |n_hidden_layers: usize| {
            let run = RunProperties {
                starts: None,
                n_hidden_layers,
                narrowest: (n_hidden_layers > 0).then_some(30),
                lr: 100.0,
                stability_limit: 250.0,
                step_size: 2.5e-3,
                n_epochs: usize::MAX,
            };
            assert!(can_judge(&run));
            judge(&run, &[], &mut || false).unwrap()
        };
        assert_eq!(of_depth(2), [Remark::NoTheory { n_hidden_layers: 2 }]);
        assert_eq!(of_depth(0), []);
    }

    #[test]
    fn starts_beyond_every_target_are_said_not_to_decouple() {
        for gamma in [30.0, 100.0] {
            let judged = judged(|e| e.gamma = gamma);
            assert!(judged.distance_by_start().is_some(), "gamma {gamma}");
        }
        // Both the theory and the run diverge at once: there is nothing to compare.
        judged(|e| e.gamma = 1e6);
    }
}
