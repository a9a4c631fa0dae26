//! The axes of a grid, and the rows that are seen along them.

use super::choice::GridChoice;
use super::error::GridError;
use super::row::{COLUMNS, GridRow, column};
use crate::analysis::atlas::axis::Axis;
use crate::analysis::atlas::parameter::Parameter;
use crate::analysis::atlas::spacing::Spacing;

/// The rows with the values that are asked for.
pub(super) struct Chosen<'a> {
    pub(super) rows: Vec<&'a GridRow>,
}

impl<'a> Chosen<'a> {
    /// Those of `rows` with all values of the choice.
    pub(super) fn of(rows: &'a [GridRow], choice: &GridChoice) -> Result<Self, GridError> {
        let mut asked: Vec<Parameter> = choice.x.into_iter().chain(choice.y).collect();
        asked.extend(choice.at.iter().map(|(parameter, _)| *parameter));
        for (place, parameter) in asked.iter().enumerate() {
            if asked[..place].contains(parameter) {
                return Err(GridError::AskedTwice(column(*parameter)));
            }
        }
        let all = Self {
            rows: rows.iter().collect(),
        };
        let mut left = all.rows.clone();
        for &(parameter, value) in &choice.at {
            let is_there =
                |row: &&GridRow| row.value(parameter).is_some_and(|it| is_same(it, value));
            if !all.rows.iter().any(is_there) {
                let there = all.values(parameter);
                return Err(GridError::NotThere {
                    column: column(parameter),
                    value,
                    there: said(&there),
                });
            }
            left.retain(is_there);
        }
        if left.is_empty() {
            return Err(GridError::NoneLeft);
        }
        Ok(Self { rows: left })
    }

    /// The axes of an atlas.
    pub(super) fn two_axes(&self, choice: &GridChoice) -> Result<[Parameter; 2], GridError> {
        let varying = self.varying();
        let given: Vec<Parameter> = choice.x.into_iter().chain(choice.y).collect();
        self.refuse_others(&varying, &given, 2, "--x and --y")?;
        let mut free = varying.iter().copied().filter(|it| !given.contains(it));
        let x = choice.x.or_else(|| free.next());
        let y = choice.y.or_else(|| free.next());
        match (x, y) {
            (Some(x), Some(y)) => Ok([x, y]),
            (Some(x), None) => Err(GridError::TooFew(format!(
                "only `{}` varies: an atlas has two axes, and --what section shows one",
                column(x)
            ))),
            (None, Some(y)) => Err(GridError::TooFew(format!(
                "nothing varies but `{}`, which is --y: choose another one with --x",
                column(y)
            ))),
            (None, None) => Err(GridError::TooFew(
                "no column but the seeds varies, so there is no axis".to_owned(),
            )),
        }
    }

    /// The axis of a section.
    pub(super) fn one_axis(&self, choice: &GridChoice) -> Result<Parameter, GridError> {
        let varying = self.varying();
        let given: Vec<Parameter> = choice.x.into_iter().collect();
        self.refuse_others(&varying, &given, 1, "--x")?;
        let axis = choice.x.or_else(|| varying.first().copied());
        axis.ok_or_else(|| {
            GridError::TooFew("no column but the seeds varies, so there is no axis".to_owned())
        })
    }

    fn refuse_others(
        &self,
        varying: &[Parameter],
        given: &[Parameter],
        n_axes: usize,
        axes: &'static str,
    ) -> Result<(), GridError> {
        let others = varying.iter().filter(|it| !given.contains(it));
        let n_free = n_axes - given.len();
        let others: Vec<Parameter> = others.copied().collect();
        if others.len() <= n_free {
            return Ok(());
        }
        let names = varying.iter().map(|&it| format!("`{}`", column(it)));
        let last = others[others.len() - 1];
        let value = self.values(last).first().copied().unwrap_or_default();
        Err(GridError::TooMany {
            listed: names.collect::<Vec<_>>().join(", "),
            n_axes,
            axes,
            example: format!("{}={value}", column(last)),
        })
    }

    /// The columns but seeds that do not have the same value in all rows.
    fn varying(&self) -> Vec<Parameter> {
        let is_seed = |parameter| matches!(parameter, Parameter::InitSeed | Parameter::DataSeed);
        let columns = COLUMNS.into_iter().map(|(parameter, _)| parameter);
        let varies = |parameter: &Parameter| match parameter {
            Parameter::Units => self.values(*parameter).len() + self.n_uneven() > 1,
            _ => self.values(*parameter).len() > 1,
        };
        columns.filter(|&it| !is_seed(it)).filter(varies).collect()
    }

    /// How many shapes of hidden layers that are not equally wide there are.
    fn n_uneven(&self) -> usize {
        let mut shapes: Vec<&String> = self
            .rows
            .iter()
            .filter_map(|row| row.uneven.as_ref())
            .collect();
        shapes.sort();
        shapes.dedup();
        shapes.len()
    }

    /// The values of a column, ascending, each once.
    fn values(&self, parameter: Parameter) -> Vec<f64> {
        let values = self.rows.iter().filter_map(|row| row.value(parameter));
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        values
    }

    /// The value of a column, if it is the same in all rows.
    pub(super) fn only_value(&self, parameter: Parameter) -> Option<f64> {
        match self.values(parameter)[..] {
            [value] => Some(value),
            _ => None,
        }
    }

    /// The axis of a column: by ratios if its values lie more evenly that way.
    pub(super) fn axis(&self, parameter: Parameter) -> Result<Axis, GridError> {
        for row in &self.rows {
            value(row, parameter)?;
        }
        let values = self.values(parameter);
        let axis = Axis::new(parameter, spacing(parameter, &values), values);
        // Numbers too large to have a half between them have no room either.
        let is_drawn = |axis: &Axis| axis.value_at(0.0) < axis.value_at(1.0);
        axis.filter(is_drawn)
            .ok_or(GridError::NoAxis(column(parameter)))
    }
}

/// Whether a number is the one that was typed.
fn is_same(value: f64, typed: f64) -> bool {
    (value - typed).abs() <= 1e-9 * value.abs().max(typed.abs())
}

fn said(values: &[f64]) -> String {
    const MOST: usize = 12;
    let said = values.iter().take(MOST).map(f64::to_string);
    let mut said: Vec<String> = said.collect();
    if values.len() > MOST {
        said.push("…".to_owned());
    }
    if said.is_empty() {
        return "none".to_owned();
    }
    said.join(", ")
}

/// How ascending values lie most evenly; of two values as their parameter usually does.
fn spacing(parameter: Parameter, values: &[f64]) -> Spacing {
    if values.iter().any(|value| *value <= 0.0) {
        return Spacing::Linear;
    }
    if values.len() < 3 {
        return parameter.usual_spacing();
    }
    let unevenness = |places: Vec<f64>| {
        let steps: Vec<f64> = places.windows(2).map(|ends| ends[1] - ends[0]).collect();
        let mean = steps.iter().sum::<f64>() / steps.len() as f64;
        let squares = steps.iter().map(|step| (step / mean - 1.0).powi(2));
        squares.sum::<f64>()
    };
    let by_ratios = unevenness(values.iter().map(|value| value.ln()).collect());
    // Rounded values of either kind are not quite even.
    if by_ratios < unevenness(values.to_vec()) - 1e-9 {
        Spacing::Logarithmic
    } else {
        Spacing::Linear
    }
}

/// A row's value along an axis.
pub(super) fn value(row: &GridRow, parameter: Parameter) -> Result<f64, GridError> {
    row.value(parameter).ok_or(GridError::NoValue {
        line: row.line,
        column: column(parameter),
    })
}
