//! The curves of a run in plot coordinates, made once for each change of run or axes.

use egui_plot::PlotPoint;

use super::axes::{Axes, Span};
use crate::app::run::Run;
use crate::app::run::extract::Extract;
use crate::app::session::pins::Pins;
use crate::experiment::view::{LearningOptions, TheoryShown};
use crate::model::CurveRecord;

/// The most points drawn of a curve; a longer one is thinned to its least and largest values.
const MOST_POINTS: usize = 2000;

/// Curves and axes of a run.
#[derive(Debug)]
pub(crate) struct Curves {
    key: Key,
    /// The axes that the points are in.
    pub axes: Axes,
    /// The loss.
    pub loss: Vec<PlotPoint>,
    /// Each mode.
    pub modes: Vec<Vec<PlotPoint>>,
    /// Pinned runs, and the run before the drag under way.
    pub ghosts: Vec<Ghost>,
    /// Each mode as discrete theory has it, if that is shown.
    pub discrete: Vec<Vec<PlotPoint>>,
    /// Each mode as continuous theory has it, if that is shown.
    pub continuous: Vec<Vec<PlotPoint>>,
    /// The pin a line of which is under the pointer.
    pub pointed: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Key {
    extract: Extract,
    how: How,
}

/// How a run is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct How {
    is_log: bool,
    is_raw: bool,
    is_aligned: bool,
    theory: TheoryShown,
    has_foreseen: bool,
    pins: u64,
}

/// The faint curves of another run on the axes of this one.
#[derive(Debug)]
pub(crate) struct Ghost {
    /// Which pin; none for the run before the drag.
    pub pin: Option<usize>,
    /// Its loss.
    pub loss: Vec<PlotPoint>,
    /// Each of its modes.
    pub modes: Vec<Vec<PlotPoint>>,
    /// Where its loss begins to fall; its end if it does not.
    pub fall: Option<PlotPoint>,
}

impl Key {
    fn of(run: &Run, options: &LearningOptions, pins: &Pins) -> Self {
        Self {
            extract: Extract::of(run, 0),
            how: How {
                is_log: options.is_log,
                is_raw: options.is_raw,
                is_aligned: options.is_aligned,
                theory: options.theory,
                has_foreseen: run.foreseen.is_some(),
                pins: pins.revision(),
            },
        }
    }

    /// Whether curves of this key will do for another.
    fn serves(&self, other: &Self) -> bool {
        self.how == other.how && self.extract.serves(&other.extract)
    }
}

impl Curves {
    /// The curves of a run, those of the last frame if nothing changed.
    pub(crate) fn of<'a>(
        cache: &'a mut Option<Self>,
        run: &Run,
        options: &LearningOptions,
        pins: &Pins,
    ) -> &'a Self {
        let key = Key::of(run, options, pins);
        if cache.as_ref().is_none_or(|curves| !curves.key.serves(&key)) {
            *cache = None;
        }
        cache.get_or_insert_with(|| Self::new(key, run, pins))
    }

    fn new(key: Key, run: &Run, pins: &Pins) -> Self {
        let how = key.how;
        let record = &run.record;
        let unit = mode_unit(run, how.is_raw);
        let axes = Axes::new(
            Span {
                largest_loss: run.extent.largest_loss,
                least_loss: run.extent.least_loss,
                largest_mode: run.extent.largest_mode / unit,
            },
            how.is_log,
        );
        let loss_of =
            |epochs: &[usize], losses: &[f64]| curve(epochs, |row| axes.of_loss(losses[row]));
        let modes_of = |epochs: &[usize], n: usize, value: &dyn Fn(usize, usize) -> f64| {
            let mode = |mode: usize| curve(epochs, |row| axes.of_mode(value(row, mode) / unit));
            (0..n).map(mode).collect::<Vec<_>>()
        };
        let epochs = record.epochs();
        let loss = loss_of(epochs, record.losses());
        let modes = modes_of(epochs, record.shape().n_items, &|row, mode| {
            if how.is_aligned {
                record.strength(row, mode)
            } else {
                record.modes(row)[mode]
            }
        });
        let ghost = |pin: Option<usize>, record: &CurveRecord| Ghost {
            pin,
            fall: fall(record)
                .map(|(epoch, loss)| PlotPoint::new(epoch as f64, axes.of_loss(loss))),
            loss: loss_of(record.epochs(), record.losses()),
            modes: modes_of(record.epochs(), record.n_modes(), &|row, mode| {
                if how.is_aligned {
                    record.strength(row, mode)
                } else {
                    record.modes(row)[mode]
                }
            }),
        };
        let pinned = pins.all.iter().enumerate();
        let pinned = pinned.map(|(i, pin)| (Some(i), &pin.trace));
        let before = pins.before_drag.iter().map(|trace| (None, trace));
        let ghosts = before
            .chain(pinned)
            .map(|(pin, trace)| ghost(pin, &trace.record))
            .collect();
        let foreseen = run.foreseen.as_deref();
        let of_theory = |curves: &[Vec<f64>], stride: usize| {
            let curves = curves.iter();
            curves
                .map(|values| foreseen_curve(values, stride, |s| axes.of_mode(s / unit)))
                .collect()
        };
        let discrete = foreseen.filter(|_| how.theory.has_discrete());
        let continuous = foreseen.filter(|_| how.theory.has_continuous());
        Self {
            key,
            pointed: None,
            axes,
            loss,
            modes,
            ghosts,
            discrete: discrete.map_or_else(Vec::new, |f| of_theory(&f.discrete, f.stride)),
            continuous: continuous.map_or_else(Vec::new, |f| of_theory(&f.continuous, f.stride)),
        }
    }
}

/// The epoch and loss at which a run has fallen by a twelfth; its last ones if it has not.
fn fall(record: &CurveRecord) -> Option<(usize, f64)> {
    let losses = record.losses();
    let first = losses.first()?;
    let row = losses.iter().position(|loss| *loss < first * 11.0 / 12.0);
    let row = row.unwrap_or(losses.len() - 1);
    Some((record.epochs()[row], losses[row]))
}

/// Below this share of the data's largest singular value nothing is learned, and the largest of the
/// record is no unit: it would show what is next to nothing as everything.
const LEARNED: f64 = 0.05;

/// What a singular value is divided by: nothing if it is shown as it is, else the largest of the
/// whole record or, while nothing is learned, of the data.
pub(crate) fn mode_unit(run: &Run, is_raw: bool) -> f64 {
    let (record, data) = (run.extent.largest_mode, run.facts.modes.singular_values[0]);
    match (is_raw, record > LEARNED * data) {
        (false, true) => record,
        (false, false) if data > 0.0 => data,
        _ => 1.0,
    }
}

/// A curve of theory, up to where it stops being finite.
fn foreseen_curve(values: &[f64], stride: usize, y: impl Fn(f64) -> f64) -> Vec<PlotPoint> {
    let finite = values.iter().take_while(|value| value.is_finite());
    finite
        .enumerate()
        .map(|(i, &value)| PlotPoint::new((i * stride) as f64, y(value)))
        .collect()
}

/// A curve over the `epochs` of its rows, of at most [`MOST_POINTS`]: every row, or the least and
/// the largest of each stretch.
pub(crate) fn curve(epochs: &[usize], y: impl Fn(usize) -> f64) -> Vec<PlotPoint> {
    let point = |row: usize| PlotPoint::new(epochs[row] as f64, y(row));
    let n = epochs.len();
    if n <= MOST_POINTS {
        return (0..n).map(point).collect();
    }
    let n_stretches = MOST_POINTS / 2;
    let mut points = Vec::with_capacity(MOST_POINTS + 1);
    for stretch in 0..n_stretches {
        let rows = stretch * n / n_stretches..(stretch + 1) * n / n_stretches;
        let first = point(rows.start);
        let (mut least, mut largest) = (first, first);
        for row in rows.skip(1) {
            let next = point(row);
            if next.y < least.y {
                least = next;
            }
            if next.y > largest.y {
                largest = next;
            }
        }
        let (early, late) = if least.x <= largest.x {
            (least, largest)
        } else {
            (largest, least)
        };
        points.push(early);
        if early.x < late.x {
            points.push(late);
        }
    }
    points.push(point(n - 1));
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;
    use crate::model;

    #[test]
    fn a_long_curve_is_thinned_and_keeps_its_extremes() {
        let experiment = Experiment {
            n_epochs: 30_000,
            lr: 270.0,
            watched: Vec::new(),
            ..Experiment::default()
        };
        let (record, _) = model::run(&experiment);
        let points = curve(record.epochs(), |row| record.losses()[row]);
        assert!(points.len() <= MOST_POINTS + 1);
        assert!(points.windows(2).all(|pair| pair[0].x <= pair[1].x));
        let largest = |values: &mut dyn Iterator<Item = f64>| values.fold(0.0, f64::max);
        let thinned = largest(&mut points.iter().map(|p| p.y));
        let whole = largest(&mut record.losses().iter().copied());
        assert!((thinned - whole).abs() < 1e-15);
    }
}
