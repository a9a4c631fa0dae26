//! An axis of an atlas: a parameter of the experiment and the values that it takes.

use super::parameter::Parameter;
use super::spacing::Spacing;

/// A parameter and its values, at least one, ascending, finite and, on a logarithmic axis, above
/// zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What changes along the axis.
    pub parameter: Parameter,
    /// How its values lie.
    pub spacing: Spacing,
    values: Vec<f64>,
}

impl Axis {
    /// An axis of these values, in any order; equal ones count once. `None` if there is none or
    /// one cannot stand on such an axis.
    pub fn new(parameter: Parameter, spacing: Spacing, mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        values.dedup();
        let can_stand = |value: &f64| match spacing {
            Spacing::Linear => value.is_finite(),
            Spacing::Logarithmic => value.is_finite() && *value > 0.0,
        };
        let is_axis = !values.is_empty() && values.iter().all(can_stand);
        is_axis.then_some(Self {
            parameter,
            spacing,
            values,
        })
    }

    /// The values, ascending.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Never: an axis has a value.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Where a value lies, from 0 at the lower edge of the first cell to 1 at the upper edge of
    /// the last; beyond for a value outside, and NaN for one that cannot stand on the axis.
    pub fn place(&self, value: f64) -> f64 {
        let (from, to) = self.ends();
        (self.spacing.length(value) - from) / (to - from)
    }

    /// The value at a place.
    pub fn value_at(&self, place: f64) -> f64 {
        let (from, to) = self.ends();
        self.spacing.value(from + place * (to - from))
    }

    /// The edges of cell `index`, as places: halfway to its neighbours.
    pub fn edges(&self, index: usize) -> (f64, f64) {
        let (from, to) = self.ends();
        let edge = |edge| (self.edge(edge) - from) / (to - from);
        (edge(index), edge(index + 1))
    }

    /// The cell at a place; `None` outside.
    pub fn index_at(&self, place: f64) -> Option<usize> {
        if !(0.0..=1.0).contains(&place) {
            return None;
        }
        let n_below = (1..self.len()).filter(|&i| self.edges(i).0 <= place);
        Some(n_below.count())
    }

    /// The cell whose value is nearest; the first or the last one for a value outside.
    pub fn nearest(&self, value: f64) -> usize {
        let place = self.place(value).clamp(0.0, 1.0);
        self.index_at(place).unwrap_or(0)
    }

    /// The lower edge of the first cell and the upper one of the last, as lengths.
    fn ends(&self) -> (f64, f64) {
        (self.edge(0), self.edge(self.len()))
    }

    /// The length below cell `index`, or above the last one.
    fn edge(&self, index: usize) -> f64 {
        let length = |i: usize| self.spacing.length(self.values[i]);
        let n = self.len();
        match index {
            _ if n == 1 => length(0) + index as f64 - 0.5,
            0 => length(0) - 0.5 * (length(1) - length(0)),
            _ if index == n => length(n - 1) + 0.5 * (length(n - 1) - length(n - 2)),
            _ => 0.5 * (length(index - 1) + length(index)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn axis(spacing: Spacing, values: &[f64]) -> Axis {
        Axis::new(Parameter::Lr, spacing, values.to_vec()).unwrap()
    }

    #[test]
    fn cells_reach_halfway_to_their_neighbours() {
        let axis = axis(Spacing::Linear, &[30.0, 10.0, 20.0, 20.0]);
        assert_eq!(axis.values(), [10.0, 20.0, 30.0]);
        assert_eq!(axis.place(5.0), 0.0);
        assert_eq!(axis.place(20.0), 0.5);
        assert_eq!(axis.edges(0), (0.0, 1.0 / 3.0));
        assert_eq!(axis.index_at(0.5), Some(1));
        assert_eq!(axis.index_at(1.0), Some(2));
        assert_eq!((axis.index_at(-0.1), axis.index_at(f64::NAN)), (None, None));
        assert_eq!((axis.nearest(-7.0), axis.nearest(1e9)), (0, 2));
    }

    #[test]
    fn a_logarithmic_axis_has_equal_steps_for_equal_ratios() {
        let axis = axis(Spacing::Logarithmic, &[1e-3, 1e-2, 1e-1]);
        assert!((axis.place(1e-2) - 0.5).abs() < 1e-12);
        assert!((axis.value_at(0.5) - 1e-2).abs() < 1e-12);
        assert!(axis.place(-1.0).is_nan());
    }

    #[test]
    fn values_that_cannot_stand_on_an_axis_make_none() {
        assert_eq!(Axis::new(Parameter::Lr, Spacing::Linear, Vec::new()), None);
        assert_eq!(
            Axis::new(Parameter::Lr, Spacing::Logarithmic, vec![0.0]),
            None
        );
        assert_eq!(
            Axis::new(Parameter::Lr, Spacing::Linear, vec![f64::NAN]),
            None
        );
        assert_eq!(axis(Spacing::Linear, &[3.0]).edges(0), (0.0, 1.0));
    }

    proptest! {
        #[test]
        fn every_value_lies_in_its_own_cell(
            values in proptest::collection::vec(1e-15..1e3_f64, 1..40),
            is_logarithmic: bool,
        ) {
            let spacing = if is_logarithmic { Spacing::Logarithmic } else { Spacing::Linear };
            let axis = axis(spacing, &values);
            for (index, &value) in axis.values().iter().enumerate() {
                let (from, to) = axis.edges(index);
                prop_assert!(from <= axis.place(value) && axis.place(value) <= to);
            }
            prop_assert_eq!(axis.edges(0).0, 0.0);
            prop_assert_eq!(axis.edges(axis.len() - 1).1, 1.0);
        }
    }
}
