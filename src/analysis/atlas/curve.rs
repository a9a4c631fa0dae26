//! The loss of a cell's run, for a small chart beside the pointer.

use crate::model::Record;

/// The most points of a curve.
const MOST_POINTS: usize = 128;

/// A loss over the epochs at few points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LossCurve {
    /// The points: an epoch and the loss before its step.
    pub points: Vec<[f32; 2]>,
}

impl LossCurve {
    /// Of a record: all of its rows, or as many at equal steps as a small chart can show, with the
    /// last one.
    pub fn of(record: &Record) -> Self {
        let n = record.len();
        let step = n.div_ceil(MOST_POINTS).max(1);
        let rows = (0..n).step_by(step).chain(n.checked_sub(1));
        let point = |row: usize| {
            let (epoch, loss) = (record.epochs()[row], record.losses()[row]);
            [epoch as f32, loss as f32]
        };
        let mut points: Vec<[f32; 2]> = rows.map(point).collect();
        points.dedup();
        Self { points }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;
    use crate::model::run;

    #[test]
    fn a_curve_has_both_ends_and_few_points() {
        for n_epochs in [1, 2, 100, 250, 1000] {
            let experiment = Experiment {
                n_epochs,
                ..Experiment::default()
            };
            let (record, _) = run(&experiment);
            let points = LossCurve::of(&record).points;
            assert!(points.len() <= MOST_POINTS + 1, "{}", points.len());
            assert_eq!(points[0], [0.0, record.losses()[0] as f32]);
            assert_eq!(points[points.len() - 1][0], (n_epochs - 1) as f32);
        }
        let empty = Record::new(Experiment::default().row_shape());
        assert_eq!(LossCurve::of(&empty), LossCurve::default());
    }
}
