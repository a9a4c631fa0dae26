//! Where the items have been over a run.

use super::super::{PictureError, RunView};
use crate::analysis::extent::Extent;
use crate::analysis::layout::{Axes, Layout, Places};
use crate::model::{DataModes, Meaning};

/// The most rows that are looked at, and the most points of all ways together.
const MOST_ROWS: usize = 4000;
const MOST_POINTS: usize = 8000;

/// Where the items have been over a run, and on which axes.
#[derive(Clone, Debug, PartialEq)]
pub struct MapWays {
    layer: usize,
    axes: Axes,
    layout: Layout,
    /// The meanings of the axes, across and up.
    meanings: Vec<Meaning>,
    /// The epochs of the places.
    epochs: Vec<usize>,
    places: Vec<Places>,
    /// The least and the largest place of an item at any time, across and up, 0 among them.
    range: [[f64; 2]; 2],
}

impl MapWays {
    /// The ways of a run in a hidden layer, from 0, as far as it does not blow up; along `axes`,
    /// or, where they are none or of modes that the data have not, the usual ones. Takes the time
    /// of up to 4000 products of an RSM with two vectors: to be kept while the run stays.
    ///
    /// # Errors
    /// If there is no such layer, nothing is recorded, there is but one item, or the data are not
    /// at hand.
    pub fn of(
        run: &RunView<'_>,
        extent: &Extent,
        layer: usize,
        axes: Option<Axes>,
    ) -> Result<Self, PictureError> {
        let record = run.record;
        let n_layers = record.shape().n_hidden_layers;
        if layer >= n_layers {
            return Err(PictureError::NoLayer { layer, n_layers });
        }
        if record.is_empty() {
            return Err(PictureError::Empty);
        }
        if run.items.len() < 2 {
            return Err(PictureError::OneItem);
        }
        let modes = &run.data.ok_or(PictureError::NoData)?.modes;
        let axes = axes.filter(|axes| are_of(*axes, modes));
        let axes = axes.unwrap_or_else(|| Axes::usual(modes));
        let layout = Layout::along(modes, axes);
        let rows = extent.steady_rows(record, MOST_ROWS);
        let seen = |&row: &usize| layout.seen(record.similarity(row, layer));
        let all: Vec<Places> = rows.iter().map(seen).collect();
        let range = [0, 1].map(|axis| {
            let places = all.iter().flatten().map(|place| place[axis]);
            let places = places.filter(|place| place.is_finite());
            places.fold([0.0, 0.0], |[least, most]: [f64; 2], at| {
                [least.min(at), most.max(at)]
            })
        });
        let extents = range.map(|[least, most]| most - least);
        let most = (MOST_POINTS / record.shape().n_items).clamp(20, 400);
        let kept = bends(&all, 0.5 * extents[0].max(extents[1]), most);
        Ok(Self {
            layer,
            axes,
            meanings: axes.modes().map(|mode| modes.meaning(mode)).collect(),
            epochs: kept.iter().map(|&i| record.epochs()[rows[i]]).collect(),
            places: kept.iter().map(|&i| all[i].clone()).collect(),
            range,
            layout,
        })
    }

    /// The hidden layer, from 0.
    pub fn layer(&self) -> usize {
        self.layer
    }

    /// The modes that are the axes.
    pub fn axes(&self) -> Axes {
        self.axes
    }

    /// The meanings of the axes: across, and up where there is that axis.
    pub fn meanings(&self) -> &[Meaning] {
        &self.meanings
    }

    /// The projection.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The least and the largest place of an item at any time, across and up, 0 among them.
    pub fn range(&self) -> [[f64; 2]; 2] {
        self.range
    }

    /// The places before an epoch, in the order of time.
    pub(super) fn before(&self, epoch: usize) -> &[Places] {
        &self.places[..self.epochs.partition_point(|&e| e < epoch)]
    }
}

/// Whether these axes are two different modes of the data, or one.
fn are_of(axes: Axes, modes: &DataModes) -> bool {
    let is_of = |mode: usize| mode < modes.singular_values.len();
    axes.modes().all(is_of) && axes.up != Some(axes.across)
}

/// The indices of places worth drawing: where some item has moved on, no more than `most`.
fn bends(all: &[Places], reach: f64, most: usize) -> Vec<usize> {
    let mut step = reach / 400.0;
    loop {
        let mut kept: Vec<usize> = Vec::new();
        for (i, places) in all.iter().enumerate() {
            let has_moved = kept.last().is_none_or(|&last| {
                let moves = places.iter().zip(&all[last]);
                moves
                    .map(|(a, b)| (a[0] - b[0]).abs().max((a[1] - b[1]).abs()))
                    .any(|by| by > step)
            });
            if has_moved {
                kept.push(i);
            }
        }
        if kept.len() <= most {
            return kept;
        }
        if step.is_finite() && step > 0.0 {
            step *= 2.0;
        } else {
            kept.truncate(most);
            return kept;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_thinned_to_its_bends_and_keeps_the_first() {
        let still = vec![vec![[0.0, 0.0]]; 50];
        let walk = (0..1000).map(|i| vec![[f64::from(i) / 1000.0, 0.0]]);
        let all: Vec<Places> = still.into_iter().chain(walk).collect();
        let kept = bends(&all, 1.0, 400);
        assert!(kept.len() <= 400 && kept.len() > 100, "{}", kept.len());
        assert_eq!(kept[0], 0);
        assert!(kept[1] > 50);
        assert!(bends(&all, 1.0, 20).len() <= 20);
    }

    #[test]
    fn nothing_that_moves_is_one_point() {
        let all = vec![vec![[0.0, 0.0]; 3]; 9];
        assert_eq!(bends(&all, 0.0, 400), [0]);
        let wild = vec![vec![[f64::NAN, f64::INFINITY]; 3]; 9];
        assert!(bends(&wild, 0.0, 3).len() <= 3);
    }
}
