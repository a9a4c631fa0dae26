//! Theory's lines over the plane of lr and gamma.
//!
//! In discrete steps a balanced mode of singular value s, started at a0, is half learned after
//! ln(s/a0 − 1)/(2·ln(1 + step_size·s)) epochs and takes ln 81/(2·ln(1 + step_size·s)) of them from
//! a tenth to nine tenths (Saxe, McClelland & Ganguli 2013, in steps instead of flow). a0 goes with
//! gamma². Two neighbouring stages are seen apart while the gap between them is at least 0.7 of the
//! later one's width, as measured on this program's runs.
//!
//! All of it but the stability limit is for one hidden layer whose first weights are drawn, below
//! the limit, and for modes that start small: it fails from about gamma 1 on.

use super::axis::Axis;
use super::parameter::Parameter;
use super::plane::Plane;
use crate::analysis::levels::levels;
use crate::analysis::theory::{Start, Starts, step_size};
use crate::experiment::Experiment;
use crate::model::Setup;

/// Two stages are seen apart from this gap on, in widths of the later one.
const SEEN_APART: f64 = 0.7;

/// The gamma at which starts are measured; they go with its square.
const MEASURED_AT: f64 = 1e-3;

/// The epochs of the first drop that have a line each.
const FIRST_DROPS: [f64; 7] = [10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0];

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LineMeaning {
    /// The largest lr at which the solution is stable.
    StabilityLimit,
    /// Above it this stage, from 0, melts into the one before.
    Melting {
        /// The later of the two stages.
        stage: usize,
    },
    /// The loss first drops at this epoch.
    FirstDrop {
        /// The epoch.
        epoch: f64,
    },
}

/// A line over a plane.
#[derive(Clone, Debug, PartialEq)]
pub struct TheoryLine {
    /// What it says.
    pub meaning: LineMeaning,
    /// Its points, as values of the lower and of the left axis.
    pub points: Vec<[f64; 2]>,
}

/// A stage of the theory: the geometric means of its modes' singular values and of their starts.
#[derive(Clone, Copy, Debug)]
struct LineStage {
    s: f64,
    /// The start at gamma 1, if it went with gamma² up to there.
    start: f64,
}

/// The theory of one network's stages.
#[derive(Clone, Debug)]
struct LineTheory {
    stages: Vec<LineStage>,
    n_outputs: usize,
    n_items: usize,
    /// The stability limit.
    limit: f64,
}

/// The lines over `plane` for what all its cells share; `setup` must fit `base`. Where neither axis
/// is lr there are none, and where the other one is not gamma only the limit's. `None` if
/// cancelled.
pub fn lines(
    plane: &Plane,
    base: &Experiment,
    setup: &mut Setup,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<Vec<TheoryLine>> {
    let (is_upright, lrs, others) = match (plane.x.parameter, plane.y.parameter) {
        (Parameter::Lr, _) => (true, &plane.x, &plane.y),
        (_, Parameter::Lr) => (false, &plane.y, &plane.x),
        _ => return Some(Vec::new()),
    };
    let mut lines = vec![(
        LineMeaning::StabilityLimit,
        limits(others, base, setup, is_cancelled)?,
    )];
    let theory = (others.parameter == Parameter::Gamma)
        .then(|| LineTheory::of(base, setup))
        .flatten();
    if let Some(theory) = theory {
        lines.extend(theory.lines(lrs.values(), others.values()));
    }
    let turned = |[lr, other]: [f64; 2]| if is_upright { [lr, other] } else { [other, lr] };
    let line = |(meaning, points): (LineMeaning, Vec<[f64; 2]>)| TheoryLine {
        meaning,
        points: points.into_iter().map(turned).collect(),
    };
    let lines = lines.into_iter().filter(|(_, points)| points.len() > 1);
    Some(lines.map(line).collect())
}

/// The stability limit at every value of the axis beside lr.
fn limits(
    others: &Axis,
    base: &Experiment,
    setup: &Setup,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<Vec<[f64; 2]>> {
    let mut setup = setup.clone();
    let mut points = Vec::new();
    for &other in others.values() {
        let experiment = others.parameter.set(base, other);
        if !setup.fits(&experiment) {
            setup = Setup::interruptible(&experiment, Some(&setup), is_cancelled)?;
        }
        let modes = setup.modes(&experiment);
        let limit = modes.stability_limit(experiment.n_outputs(), experiment.hidden.len() + 1);
        points.push([limit, other]);
    }
    Some(points)
}

impl LineTheory {
    /// Of one hidden layer whose first weights are drawn; `None` of any other network, and where
    /// nothing can be learned.
    fn of(base: &Experiment, setup: &mut Setup) -> Option<Self> {
        if base.weights.is_some() || base.hidden.len() != 1 {
            return None;
        }
        let measured = Experiment {
            gamma: MEASURED_AT,
            ..base.clone()
        };
        let network = setup.network(&measured);
        let starts = Starts::of_network(&network)?.evicted();
        let modes = network.modes();
        let stage = |modes_of: Vec<usize>| {
            let s = geometric_mean(modes_of.iter().map(|&mode| modes.singular_values[mode]));
            let starts = modes_of.iter().map(|&mode| Start::balanced(&starts[mode]));
            let start = geometric_mean(starts) / MEASURED_AT.powi(2);
            (start > 0.0).then_some(LineStage { s, start })
        };
        let stages: Vec<LineStage> = levels(modes).into_iter().filter_map(stage).collect();
        (!stages.is_empty()).then_some(Self {
            stages,
            n_outputs: base.n_outputs(),
            n_items: base.items.len(),
            limit: modes.stability_limit(base.n_outputs(), 2),
        })
    }

    /// The lines below the stability limit, as pairs of lr and gamma.
    fn lines(&self, lrs: &[f64], gammas: &[f64]) -> Vec<(LineMeaning, Vec<[f64; 2]>)> {
        let (least, largest) = (gammas[0], gammas[gammas.len() - 1]);
        let stable = || lrs.iter().copied().filter(|&lr| lr < self.limit);
        let along = |gamma: &dyn Fn(f64) -> Option<f64>| -> Vec<[f64; 2]> {
            let point = |lr| gamma(lr).map(|gamma| [lr, gamma]);
            let points = stable().filter_map(point);
            points
                .filter(|[_, gamma]| (least..=largest).contains(gamma))
                .collect()
        };
        let melting = (1..self.stages.len()).map(|stage| {
            let points = along(&|lr| self.melting_gamma(stage, lr));
            (LineMeaning::Melting { stage }, points)
        });
        let first_drops = FIRST_DROPS.map(|epoch| {
            let points = along(&|lr| self.first_drop_gamma(epoch, lr));
            (LineMeaning::FirstDrop { epoch }, points)
        });
        melting.chain(first_drops).collect()
    }

    /// 2·ln(1 + `step_size`·s), how fast a stage grows.
    fn growth(&self, stage: usize, lr: f64) -> f64 {
        let step_size = step_size(lr, self.n_outputs, self.n_items);
        2.0 * (step_size * self.stages[stage].s).ln_1p()
    }

    /// The epoch at which a stage is half learned.
    fn rise(&self, stage: usize, lr: f64, gamma: f64) -> f64 {
        let LineStage { s, start } = self.stages[stage];
        (s / (start * gamma * gamma) - 1.0).ln() / self.growth(stage, lr)
    }

    /// The gap before a stage in widths of its own.
    fn gap(&self, stage: usize, lr: f64, gamma: f64) -> f64 {
        let width = 81.0_f64.ln() / self.growth(stage, lr);
        (self.rise(stage, lr, gamma) - self.rise(stage - 1, lr, gamma)) / width
    }

    /// The gamma from which on a stage melts into the one before. Where modes start small the gap
    /// is linear in ln gamma, so two values of it give the third.
    fn melting_gamma(&self, stage: usize, lr: f64) -> Option<f64> {
        let (small, smaller) = (1e-6_f64, 1e-12_f64);
        let (near, far) = (self.gap(stage, lr, small), self.gap(stage, lr, smaller));
        let slope = (near - far) / (small.ln() - smaller.ln());
        let gamma = (small.ln() + (SEEN_APART - near) / slope).exp();
        gamma.is_finite().then_some(gamma)
    }

    /// The gamma with which the loss first drops at `epoch`, the fastest fall of the first stage.
    fn first_drop_gamma(&self, epoch: f64, lr: f64) -> Option<f64> {
        let LineStage { s, start } = self.stages[0];
        let grown = (self.growth(0, lr) * epoch).exp();
        let gamma = (s / start / (1.0 + grown)).sqrt();
        (gamma.is_finite() && gamma > 0.0).then_some(gamma)
    }
}

fn geometric_mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let n = values.len() as f64;
    (values.map(f64::ln).sum::<f64>() / n).exp()
}

#[cfg(test)]
mod tests {
    use super::super::spacing::Spacing;
    use super::super::usual_axis::usual_axis;
    use super::*;

    fn notebook_theory() -> LineTheory {
        let base = Experiment::default();
        LineTheory::of(&base, &mut Setup::new(&base, None)).unwrap()
    }

    #[test]
    fn gaps_are_those_that_were_measured() {
        let theory = notebook_theory();
        for (gamma, measured) in [(1e-12, [2.6, 2.2, 3.7]), (1e-3, [0.83, 0.70, 1.1])] {
            for (stage, measured) in (1..4).zip(measured) {
                let gap = theory.gap(stage, 100.0, gamma);
                assert!(
                    (gap - measured).abs() < 0.15 * measured,
                    "{gamma:e} {stage}: {gap}"
                );
            }
        }
    }

    #[test]
    fn stages_melt_where_their_gap_is_what_an_eye_needs() {
        let theory = notebook_theory();
        for stage in 1..4 {
            let gamma = theory.melting_gamma(stage, 100.0).unwrap();
            let gap = theory.gap(stage, 100.0, gamma);
            assert!(
                (gap - SEEN_APART).abs() < 0.02,
                "{stage}: {gap} at {gamma:e}"
            );
            assert!((1e-4..0.1).contains(&gamma), "{gamma:e}");
        }
    }

    #[test]
    fn the_first_drop_is_where_its_line_is() {
        let theory = notebook_theory();
        for epoch in FIRST_DROPS {
            let gamma = theory.first_drop_gamma(epoch, 20.0).unwrap();
            if gamma > 1e-100 {
                let rise = theory.rise(0, 20.0, gamma);
                assert!((rise - epoch).abs() < 1e-6 * epoch, "{epoch}: {rise}");
            }
        }
        // The notebook's first mode rises at epoch 93.
        let rise = theory.rise(0, 100.0, 1e-12);
        assert!((rise - 93.0).abs() < 3.0, "{rise}");
    }

    #[test]
    fn lines_are_there_for_lr_and_gamma_on_either_axis() {
        let base = Experiment::default();
        let mut setup = Setup::new(&base, None);
        let axis = |parameter: Parameter| {
            let spacing = parameter.usual_spacing();
            usual_axis(parameter, &base, 253.6, spacing).unwrap()
        };
        let upright = Plane {
            x: axis(Parameter::Lr),
            y: axis(Parameter::Gamma),
        };
        let turned = Plane {
            x: axis(Parameter::Gamma),
            y: axis(Parameter::Lr),
        };
        let mut of = |plane| lines(plane, &base, &mut setup, &mut || false).unwrap();
        let (one, other) = (of(&upright), of(&turned));
        assert_eq!(one.len(), other.len());
        let kinds = |of: fn(&LineMeaning) -> bool| one.iter().filter(|l| of(&l.meaning)).count();
        assert_eq!(kinds(|m| matches!(m, LineMeaning::StabilityLimit)), 1);
        assert_eq!(kinds(|m| matches!(m, LineMeaning::Melting { .. })), 3);
        assert!(kinds(|m| matches!(m, LineMeaning::FirstDrop { .. })) >= 4);
        for (a, b) in one.iter().zip(&other) {
            assert_eq!(a.meaning, b.meaning);
            let turned: Vec<[f64; 2]> = b.points.iter().map(|[x, y]| [*y, *x]).collect();
            assert_eq!(a.points, turned);
        }
    }

    #[test]
    fn the_limit_follows_the_other_axis() {
        let base = Experiment::default();
        let plane = Plane {
            x: Axis::new(Parameter::Layers, Spacing::Linear, vec![1.0, 2.0, 3.0]).unwrap(),
            y: Axis::new(Parameter::Lr, Spacing::Linear, vec![1.0, 2.0]).unwrap(),
        };
        let mut setup = Setup::new(&base, None);
        let found = lines(&plane, &base, &mut setup, &mut || false).unwrap();
        assert_eq!(found.len(), 1);
        for (point, expected) in found[0].points.iter().zip([253.6, 31.3, 10.1]) {
            assert!((point[1] - expected).abs() < 0.1, "{found:?}");
        }
        let neither = Plane {
            x: Axis::new(Parameter::Gamma, Spacing::Linear, vec![1.0, 2.0]).unwrap(),
            ..plane
        };
        let neither = Plane {
            y: Axis::new(Parameter::Flip, Spacing::Linear, vec![0.1, 0.2]).unwrap(),
            ..neither
        };
        assert_eq!(
            lines(&neither, &base, &mut setup, &mut || false),
            Some(Vec::new())
        );
    }

    #[test]
    fn deeper_networks_have_only_their_limit() {
        let base = Experiment {
            hidden: vec![30, 30],
            ..Experiment::default()
        };
        let axis = |parameter: Parameter| {
            let spacing = parameter.usual_spacing();
            usual_axis(parameter, &base, 31.3, spacing).unwrap()
        };
        let plane = Plane {
            x: axis(Parameter::Lr),
            y: axis(Parameter::Gamma),
        };
        let mut setup = Setup::new(&base, None);
        let lines = lines(&plane, &base, &mut setup, &mut || false).unwrap();
        assert_eq!(lines.len(), 1);
        assert!((lines[0].points[0][0] - 31.3).abs() < 0.1, "{lines:?}");
    }
}
