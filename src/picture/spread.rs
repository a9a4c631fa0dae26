//! Places for labels in a column: each as near as can be to what it names, none over another.

/// A label that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// Where its middle would best be.
    pub at: f64,
    /// How much room it takes.
    pub extent: f64,
    /// How much it counts where two labels must move apart.
    pub weight: f64,
}

/// The middle of each label, in the order of the wishes; `None` if `from` … `to` is too short for
/// all of them.
///
/// Labels keep the order of what they name (equal ones that of the list) and touch at most. Among
/// all such places these move the labels least: the sum of the squared ways, each times its
/// label's weight. Takes n log n steps.
pub fn spread(wishes: &[Wish], from: f64, to: f64) -> Option<Vec<f64>> {
    const ROUNDING: f64 = 1e-9;
    let total: f64 = wishes.iter().map(|wish| wish.extent).sum();
    if total > to - from + ROUNDING {
        return None;
    }
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|&a, &b| wishes[a].at.total_cmp(&wishes[b].at));
    // Less the room of those before it, a label's place must not be before its predecessor's:
    // a regression on ascending values, which pooling neighbours that are out of order solves.
    let mut pools: Vec<Pool> = Vec::new();
    let mut room_before = 0.0;
    for &i in &order {
        let wish = wishes[i];
        let mut pool = Pool {
            mean: wish.at - room_before - wish.extent / 2.0,
            weight: wish.weight,
            n: 1,
        };
        while let Some(last) = pools.pop_if(|last| last.mean > pool.mean) {
            pool = last.with(pool);
        }
        pools.push(pool);
        room_before += wish.extent;
    }
    let starts = pools
        .iter()
        .flat_map(|pool| std::iter::repeat_n(pool.mean, pool.n))
        .map(|start| start.min(to - total).max(from));
    let mut places = vec![0.0; wishes.len()];
    let mut room_before = 0.0;
    for (&i, start) in order.iter().zip(starts) {
        places[i] = start + room_before + wishes[i].extent / 2.0;
        room_before += wishes[i].extent;
    }
    Some(places)
}

/// Labels that touch, by where the first of them starts.
#[derive(Clone, Copy)]
struct Pool {
    mean: f64,
    weight: f64,
    n: usize,
}

impl Pool {
    fn with(self, next: Self) -> Self {
        let weight = self.weight + next.weight;
        Self {
            mean: (self.mean * self.weight + next.mean * next.weight) / weight,
            weight,
            n: self.n + next.n,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(at: &[f64], from: f64, to: f64) -> Option<Vec<f64>> {
        let wish = |&at| Wish {
            at,
            extent: 10.0,
            weight: 1.0,
        };
        spread(&at.iter().map(wish).collect::<Vec<_>>(), from, to)
    }

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(
            places(&[50.0, 20.0, 80.0], 0.0, 100.0).unwrap(),
            [50.0, 20.0, 80.0]
        );
        assert!(places(&[], 0.0, 1.0).unwrap().is_empty());
    }

    #[test]
    fn labels_at_one_place_move_apart_evenly_and_in_order() {
        assert_eq!(
            places(&[50.0, 50.0, 50.0], 0.0, 100.0).unwrap(),
            [40.0, 50.0, 60.0]
        );
        assert_eq!(places(&[50.0, 44.0], 0.0, 100.0).unwrap(), [52.0, 42.0]);
    }

    #[test]
    fn labels_stay_within_the_ends() {
        assert_eq!(places(&[0.0, 0.0], 0.0, 100.0).unwrap(), [5.0, 15.0]);
        assert_eq!(places(&[100.0, 99.0], 0.0, 100.0).unwrap(), [95.0, 85.0]);
        assert_eq!(places(&[1.0, 2.0, 3.0], 0.0, 29.0), None);
        let full = places(&[1.0, 2.0, 3.0], 0.0, 30.0).unwrap();
        assert_eq!(full, [5.0, 15.0, 25.0]);
    }

    #[test]
    fn the_label_that_counts_more_moves_less() {
        let wish = |weight| Wish {
            at: 50.0,
            extent: 10.0,
            weight,
        };
        let places = spread(&[wish(9.0), wish(1.0)], 0.0, 100.0).unwrap();
        assert!((places[0] - 49.0).abs() < 1e-9 && (places[1] - 59.0).abs() < 1e-9);
    }

    #[test]
    fn no_other_places_move_labels_less() {
        // Every allowed shift of one label from the result costs more.
        let at = [10.0, 12.0, 13.0, 40.0, 44.0, 90.0, 91.0];
        let found = places(&at, 0.0, 100.0).unwrap();
        let cost = |places: &[f64]| -> f64 {
            let ways = places.iter().zip(at);
            ways.map(|(place, at)| (place - at).powi(2)).sum()
        };
        for pair in found.windows(2) {
            assert!(pair[1] - pair[0] > 10.0 - 1e-9);
        }
        let is_allowed = |places: &[f64]| {
            let apart = places
                .windows(2)
                .all(|pair| pair[1] - pair[0] > 10.0 - 1e-9);
            apart && places[0] >= 5.0 && places[6] <= 95.0 + 1e-9
        };
        for first in 0..at.len() {
            for last in first..at.len() {
                for by in [-0.1, 0.1] {
                    let mut other = found.clone();
                    other[first..=last]
                        .iter_mut()
                        .for_each(|place| *place += by);
                    assert!(!is_allowed(&other) || cost(&other) > cost(&found));
                }
            }
        }
    }
}
