//! Matrices of the same rows and columns side by side, or below each other where that leaves them
//! larger: the weights of Regression and their differences, and those of the exercise.

mod frame;
mod layout;

use nalgebra::DMatrix;

use super::cell_scale::{CellScale, largest_size};
use super::item_phrase::ItemPhrase;
use super::{Phrase, Words};

pub use layout::MatricesLayout;

/// One of the matrices.
#[derive(Clone, Debug, PartialEq)]
pub struct CellMatrix {
    /// The caption.
    pub caption: String,
    /// The numbers; none of a run that diverged.
    pub values: Option<DMatrix<f64>>,
    /// Colours.
    pub scale: CellScale,
    /// With how many decimals its numbers are written where there is room; none for as short as
    /// they are.
    pub n_decimals: Option<usize>,
    /// Cells that are outlined as wrong.
    pub wrong: Vec<(usize, usize)>,
}

/// Matrices of the same shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrices {
    /// In groups that stay side by side; at least one matrix.
    pub groups: Vec<Vec<CellMatrix>>,
    /// Names of the rows; empty for none.
    pub rows: Vec<String>,
    /// Names of the columns; empty for none.
    pub columns: Vec<String>,
    /// Whether numbers are wanted in the cells, where there is room.
    pub has_numbers: bool,
}

impl Matrices {
    /// The weights of Regression, items on the rows: those found analytically, and those of each
    /// network with their difference from these. Each is captioned and features × P; a network
    /// without weights diverged. All weights have one scale, up to `largest` or the largest
    /// analytical one, all differences another.
    pub fn of_weights(
        (caption, analytical): (String, &DMatrix<f64>),
        networks: &[(String, Option<&DMatrix<f64>>)],
        [items, features]: [Vec<String>; 2],
        words: &dyn Words,
    ) -> Self {
        let scale = CellScale::signed(analytical.iter().copied());
        let differences = networks.iter().map(|(_, weights)| {
            let difference = weights.map(|weights| (weights - analytical).transpose());
            difference.filter(|difference| difference.iter().all(|value| value.is_finite()))
        });
        let differences: Vec<Option<DMatrix<f64>>> = differences.collect();
        let all = differences
            .iter()
            .flatten()
            .flat_map(|difference| difference.iter().copied());
        let largest = largest_size(all);
        let difference = words.say(&Phrase::Item(ItemPhrase::Difference(largest)));
        let first = CellMatrix::new(caption, Some(analytical.transpose()), scale);
        let mut groups = vec![vec![first]];
        for ((caption, weights), between) in networks.iter().zip(differences) {
            let values = weights
                .map(DMatrix::transpose)
                .filter(|_| between.is_some());
            let weights = CellMatrix::new(caption.clone(), values, scale);
            let difference = between.map(|between| {
                let scale = CellScale::Signed { largest };
                CellMatrix::new(difference.clone(), Some(between), scale)
            });
            groups.push([Some(weights), difference].into_iter().flatten().collect());
        }
        Self {
            groups,
            rows: items,
            columns: features,
            has_numbers: false,
        }
    }

    /// The exercise: true weights, those found, of which the ones that round to another number are
    /// outlined, and the error.
    pub fn of_exercise(truth: &DMatrix<f64>, found: &DMatrix<f64>, words: &dyn Words) -> Self {
        let error = found - truth;
        let caption = |phrase| words.say(&Phrase::Item(phrase));
        let scale = CellScale::of(&truth.iter().copied());
        let entries =
            (0..truth.nrows()).flat_map(|row| (0..truth.ncols()).map(move |col| (row, col)));
        let wrong = entries.filter(|&at| found[at].round() != truth[at]);
        let matrix = |phrase, values: DMatrix<f64>, scale, n_decimals| CellMatrix {
            n_decimals: Some(n_decimals),
            ..CellMatrix::new(caption(phrase), Some(values), scale)
        };
        let of_error = CellScale::signed(error.iter().copied());
        Self {
            groups: vec![
                vec![matrix(ItemPhrase::TrueWeights, truth.clone(), scale, 0)],
                vec![CellMatrix {
                    wrong: wrong.collect(),
                    ..matrix(ItemPhrase::Estimate, found.clone(), scale, 3)
                }],
                vec![matrix(ItemPhrase::Error, error, of_error, 3)],
            ],
            rows: Vec::new(),
            columns: Vec::new(),
            has_numbers: true,
        }
    }

    fn shape(&self) -> (usize, usize) {
        let matrices = self.groups.iter().flatten();
        let mut shapes = matrices.filter_map(|matrix| matrix.values.as_ref());
        shapes.next().map_or((1, 1), DMatrix::shape)
    }
}

impl CellMatrix {
    /// A matrix with nothing in its cells but their colours.
    pub fn new(caption: String, values: Option<DMatrix<f64>>, scale: CellScale) -> Self {
        Self {
            caption,
            values,
            scale,
            n_decimals: None,
            wrong: Vec::new(),
        }
    }
}
