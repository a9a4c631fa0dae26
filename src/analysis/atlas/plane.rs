//! The plane of an atlas: two axes, and the experiment at each of its cells.

use super::axis::Axis;
use super::parameter::Parameter;
use crate::experiment::Experiment;

/// A cell of a plane, by the indices of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellIndex {
    /// Along the lower axis.
    pub x: usize,
    /// Along the left axis, from the bottom.
    pub y: usize,
}

/// Two axes of different parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    /// The lower axis.
    pub x: Axis,
    /// The left axis.
    pub y: Axis,
}

impl Plane {
    /// How many cells there are.
    pub fn n_cells(&self) -> usize {
        self.x.len() * self.y.len()
    }

    /// The place of a cell among all of them: row by row from the bottom.
    pub fn number(&self, cell: CellIndex) -> usize {
        cell.y * self.x.len() + cell.x
    }

    /// The experiment at a cell: `base` with the cell's two values.
    pub fn experiment(&self, base: &Experiment, cell: CellIndex) -> Experiment {
        self.experiment_at(base, self.x.values()[cell.x], self.y.values()[cell.y])
    }

    /// The experiment at any two values, which the axes need not hold.
    pub fn experiment_at(&self, base: &Experiment, x: f64, y: f64) -> Experiment {
        let mut experiment = base.clone();
        // In the parameters' own order: layers before units, whichever axis has which.
        for parameter in Parameter::ALL {
            for (axis, value) in [(&self.x, x), (&self.y, y)] {
                if axis.parameter == parameter {
                    experiment = parameter.set(&experiment, value);
                }
            }
        }
        experiment
    }

    /// What all cells have in common: two experiments with equal bases have the same atlas.
    pub fn base(&self, experiment: &Experiment) -> Experiment {
        let CellIndex { x, y } = CellIndex { x: 0, y: 0 };
        self.experiment(experiment, CellIndex { x, y })
    }

    /// The cells from coarse to fine: every eighth along both axes, then every fourth, and so on.
    /// Those of a pass lie so that what shares data and first weights comes together.
    pub fn passes(&self) -> Vec<Vec<CellIndex>> {
        let mut passes = Vec::new();
        for step in STEPS {
            let is_new = |cell: &CellIndex| {
                let coarser = 2 * step;
                let is_coarse = cell.x.is_multiple_of(coarser) && cell.y.is_multiple_of(coarser);
                step == STEPS[0] || !is_coarse
            };
            let x_values = || (0..self.x.len()).step_by(step);
            let y_values = || (0..self.y.len()).step_by(step);
            let pass: Vec<CellIndex> = if self.x.parameter.changes_setup() {
                let column = |x| y_values().map(move |y| CellIndex { x, y });
                x_values().flat_map(column).filter(is_new).collect()
            } else {
                let row = |y| x_values().map(move |x| CellIndex { x, y });
                y_values().flat_map(row).filter(is_new).collect()
            };
            passes.push(pass);
        }
        passes
    }

    /// The cells that stand for a cell while it has not been computed, the finest first: itself,
    /// and the nearest of each coarser pass.
    pub fn stand_ins(cell: CellIndex) -> impl Iterator<Item = CellIndex> {
        let at = move |step| CellIndex {
            x: cell.x / step * step,
            y: cell.y / step * step,
        };
        STEPS.into_iter().rev().map(at)
    }
}

/// Every how many cells there is one of a pass.
const STEPS: [usize; 4] = [8, 4, 2, 1];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::spacing::Spacing;
    use super::*;

    fn plane(x: (Parameter, &[f64]), y: (Parameter, &[f64])) -> Plane {
        let axis = |(parameter, values): (Parameter, &[f64])| {
            Axis::new(parameter, Spacing::Linear, values.to_vec()).unwrap()
        };
        Plane {
            x: axis(x),
            y: axis(y),
        }
    }

    #[test]
    fn passes_hold_every_cell_once_and_the_first_is_coarse() {
        let values: Vec<f64> = (1..=21).map(f64::from).collect();
        let plane = plane((Parameter::Lr, &values), (Parameter::Gamma, &values[..10]));
        let passes = plane.passes();
        assert_eq!(passes[0].len(), 3 * 2);
        let all: Vec<CellIndex> = passes.concat();
        assert_eq!(all.len(), plane.n_cells());
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), plane.n_cells());
        let numbers: HashSet<usize> = all.iter().map(|&cell| plane.number(cell)).collect();
        assert_eq!(numbers, (0..210).collect());
    }

    #[test]
    fn something_of_the_first_pass_stands_for_every_cell() {
        let stand_ins: Vec<CellIndex> = Plane::stand_ins(CellIndex { x: 13, y: 7 }).collect();
        let expected = [(13, 7), (12, 6), (12, 4), (8, 0)];
        assert_eq!(stand_ins, expected.map(|(x, y)| CellIndex { x, y }));
    }

    #[test]
    fn layers_are_set_before_units_on_either_axis() {
        let (layers, units) = ([2.0, 3.0], [4.0, 5.0]);
        let base = Experiment::default();
        let one = plane((Parameter::Units, &units), (Parameter::Layers, &layers));
        let other = plane((Parameter::Layers, &layers), (Parameter::Units, &units));
        let at = CellIndex { x: 1, y: 0 };
        assert_eq!(one.experiment(&base, at).hidden, [5, 5]);
        assert_eq!(other.experiment(&base, at).hidden, [4, 4, 4]);
    }

    #[test]
    fn the_base_is_the_same_wherever_the_run_at_hand_is() {
        let plane = plane((Parameter::Lr, &[1.0, 2.0]), (Parameter::Gamma, &[0.1]));
        let here = Experiment::default();
        let moved = Experiment {
            lr: 7.0,
            gamma: 3.0,
            ..here.clone()
        };
        assert_eq!(plane.base(&here), plane.base(&moved));
        let longer = Experiment {
            n_epochs: 9,
            ..here.clone()
        };
        assert_ne!(plane.base(&here), plane.base(&longer));
    }
}
