//! The tree that a hidden layer's activity makes of the items, epoch by epoch.
//!
//! Agglomerative clustering with complete linkage, on the distances of the items' activities,
//! d² = R_ii + R_jj − 2·R_ij. So that leaves keep their places while the heights change, the items
//! stand in an order of the data's own ([`leaf_order`]) and only neighbours are merged
//! (contiguity-constrained clustering as in Grimm 1987, "CONISS"): no branch ever crosses another.
//! With complete linkage such merges still never come below an earlier one: the merged pair was
//! the closest, so its neighbours were farther.
//!
//! Crate `kodama` has the unconstrained linkages alone, whose trees cross in a fixed order.

use nalgebra::DMatrix;

use crate::model::DataModes;

/// The tree of one epoch. A node is a leaf, 0 … P − 1 being its *place* in the order, or
/// P + k for merge k.
#[derive(Clone, Debug, PartialEq)]
pub struct Dendrogram {
    /// The P − 1 merges, from the lowest to the highest; the last is the root.
    pub merges: Vec<Merge>,
}

/// Two neighbouring nodes that become one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Merge {
    /// The node before.
    pub left: usize,
    /// The node behind.
    pub right: usize,
    /// The largest distance between items of the two.
    pub height: f64,
    /// The places that it covers: from the first …
    pub first: usize,
    /// … to the last.
    pub last: usize,
}

/// The order of the items, by their indices, in which the data's own tree has no crossings: that
/// of the representation at the end of learning, R = V S Vᵀ. Where two branches may be swapped,
/// the one with the first item comes first.
pub fn leaf_order(modes: &DataModes) -> Vec<usize> {
    let s = DMatrix::from_diagonal(&modes.singular_values.clone().into());
    let rsm = &modes.item_side * s * modes.item_side.transpose();
    let mut d = distances(rsm.as_slice(), modes.singular_values.len());
    let mut clusters: Vec<Vec<usize>> = (0..d.nrows()).map(|item| vec![item]).collect();
    while clusters.len() > 1 {
        let pairs = (1..clusters.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
        let closest = pairs.min_by(|&p, &q| d[p].total_cmp(&d[q]));
        let (a, b) = closest.expect("two clusters are a pair");
        let joined = clusters.remove(b);
        clusters[a].extend(joined);
        d = merged(&d, a, b);
    }
    clusters.pop().unwrap_or_default()
}

impl Dendrogram {
    /// Of an RSM (P × P), the items standing in `order`.
    pub fn new(rsm: &[f64], order: &[usize]) -> Self {
        let n = order.len();
        let of_items = distances(rsm, n);
        let mut d = DMatrix::from_fn(n, n, |a, b| of_items[(order[a], order[b])]);
        // What stands there now: (node, first place, last place).
        let mut nodes: Vec<(usize, usize, usize)> = (0..n).map(|p| (p, p, p)).collect();
        let mut merges = Vec::with_capacity(n.saturating_sub(1));
        while nodes.len() > 1 {
            let closest = (1..nodes.len()).min_by(|&a, &b| d[(a - 1, a)].total_cmp(&d[(b - 1, b)]));
            let at = closest.expect("two nodes are neighbours");
            let (right, _, last) = nodes.remove(at);
            let (left, first, _) = nodes[at - 1];
            nodes[at - 1] = (n + merges.len(), first, last);
            merges.push(Merge {
                left,
                right,
                height: d[(at - 1, at)],
                first,
                last,
            });
            d = merged(&d, at - 1, at);
        }
        Self { merges }
    }

    /// The height at which the items at two different places are first in one branch; none if
    /// there are no such places.
    pub fn height_between(&self, a: usize, b: usize) -> Option<f64> {
        let (from, to) = (a.min(b), a.max(b));
        let covers = |merge: &&Merge| from != to && merge.first <= from && to <= merge.last;
        self.merges.iter().find(covers).map(|merge| merge.height)
    }
}

/// Distances between the rows of H, from R = H Hᵀ.
fn distances(rsm: &[f64], n: usize) -> DMatrix<f64> {
    DMatrix::from_fn(n, n, |a, b| {
        let square = rsm[a * (n + 1)] + rsm[b * (n + 1)] - 2.0 * rsm[a + b * n];
        square.max(0.0).sqrt()
    })
}

/// The distances once `b` has joined `a`, a < b: complete linkage.
fn merged(d: &DMatrix<f64>, a: usize, b: usize) -> DMatrix<f64> {
    let mut d = d.clone();
    for other in 0..d.nrows() {
        let farther = d[(a, other)].max(d[(b, other)]);
        d[(a, other)] = farther;
        d[(other, a)] = farther;
    }
    d[(a, a)] = 0.0;
    d.remove_row(b).remove_column(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::TorchRng;
    use crate::experiment::Experiment;
    use crate::model::{Record, Setup, run_from};

    fn run() -> (Record, DataModes) {
        let experiment = Experiment::default();
        let mut setup = Setup::new(&experiment, None);
        let (record, _) = run_from(&experiment, &mut setup);
        (record, setup.modes(&experiment).clone())
    }

    #[test]
    fn the_datas_order_is_the_trees() {
        let (_, modes) = run();
        let order = leaf_order(&modes);
        // Pairs, and pairs of pairs, stand together; the first item of each comes first.
        for (size, n) in [(2, 4), (4, 2)] {
            for block in 0..n {
                let mut items = order[block * size..(block + 1) * size].to_vec();
                items.sort_unstable();
                assert_eq!(items.last().unwrap() - items[0], size - 1, "{order:?}");
            }
        }
        assert_eq!(order[0], 0);
    }

    #[test]
    fn splits_open_from_the_top() {
        let (record, modes) = run();
        let order = leaf_order(&modes);
        let place = |item: usize| order.iter().position(|&i| i == item).unwrap();
        let height = |epoch: usize, a: usize, b: usize| {
            let tree = Dendrogram::new(record.similarity(epoch, 0), &order);
            tree.height_between(place(a), place(b)).unwrap()
        };
        // (epoch, animals | plants, fish | birds, flowers | trees, the pairs): open or closed.
        for (epoch, kingdoms, classes, pairs) in [
            (60, false, false, false),
            (125, true, false, false),
            (155, true, true, false),
            (249, true, true, true),
        ] {
            let is_open = |a, b| {
                let (h, end) = (height(epoch, a, b), height(249, a, b));
                assert!(
                    h < 0.2 * end || h > 0.5 * end,
                    "{epoch} {a} {b}: {h} of {end}"
                );
                h > 0.5 * end
            };
            assert_eq!(is_open(0, 4), kingdoms, "epoch {epoch}");
            assert_eq!(
                [is_open(0, 2), is_open(4, 6)],
                [classes; 2],
                "epoch {epoch}"
            );
            for pair in [0, 2, 4, 6] {
                assert_eq!(is_open(pair, pair + 1), pairs, "epoch {epoch} pair {pair}");
            }
        }
    }

    #[test]
    fn branches_never_cross_and_never_come_below_their_own() {
        let (record, modes) = run();
        let order = leaf_order(&modes);
        let mut rng = TorchRng::new(1);
        let noise = DMatrix::from_fn(8, 5, |_, _| f64::from(rng.uniform()) - 0.5);
        let noise = &noise * noise.transpose();
        let rsms = (0..250).map(|row| record.similarity(row, 0));
        for rsm in rsms.chain([noise.as_slice()]) {
            let tree = Dendrogram::new(rsm, &order);
            assert_eq!(tree.merges.len(), 7);
            let span = |node: usize| match node.checked_sub(8) {
                None => (node, node, 0.0),
                Some(k) => (
                    tree.merges[k].first,
                    tree.merges[k].last,
                    tree.merges[k].height,
                ),
            };
            for merge in &tree.merges {
                let (left, right) = (span(merge.left), span(merge.right));
                assert_eq!(left.1 + 1, right.0);
                assert_eq!((left.0, right.1), (merge.first, merge.last));
                assert!(merge.height >= left.2.max(right.2));
            }
            assert!(tree.merges.is_sorted_by(|a, b| a.height <= b.height));
        }
    }

    #[test]
    fn heights_are_the_distances_of_the_farthest() {
        // Four points on a line at 0, 1, 10, 12.
        let at = [0.0, 1.0, 10.0, 12.0];
        let rsm: Vec<f64> = (0..16).map(|i| at[i % 4] * at[i / 4]).collect();
        let tree = Dendrogram::new(&rsm, &[0, 1, 2, 3]);
        let heights: Vec<f64> = tree.merges.iter().map(|m| m.height).collect();
        assert_eq!(heights, [1.0, 2.0, 12.0]);
        assert_eq!(tree.height_between(3, 0), Some(12.0));
        assert_eq!(tree.height_between(2, 2), None);
        assert_eq!(Dendrogram::new(&[0.0], &[0]).merges, []);
    }
}
