//! A part of a sweep, for a cluster's job array.

use std::ops::Range;
use std::str::FromStr;

/// `K/N`: the K-th of N parts, from 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shard {
    part: usize,
    n_parts: usize,
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/');
        let parts = parts.and_then(|(part, n)| Some((part.parse().ok()?, n.parse().ok()?)));
        match parts {
            Some((part, n_parts)) if (1..=n_parts).contains(&part) => Ok(Self { part, n_parts }),
            _ => Err("it must be K/N with K from 1 to N".to_owned()),
        }
    }
}

impl Shard {
    /// The whole.
    pub(super) const ALL: Self = Self {
        part: 1,
        n_parts: 1,
    };

    /// The part's share of `n` rows: one stretch, so that the parts in order are the whole in
    /// order.
    pub(super) fn rows(self, n: usize) -> Range<usize> {
        let end_of = |part: usize| (n as u128 * part as u128 / self.n_parts as u128) as usize;
        end_of(self.part - 1)..end_of(self.part)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn senseless_parts_are_refused() {
        for bad in ["3", "0/3", "4/3", "1/0", "a/b", "-1/3"] {
            assert!(bad.parse::<Shard>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn shards_in_order_are_the_whole(n in 0_usize..2000, n_parts in 1_usize..40) {
            let rows = (1..=n_parts).flat_map(|part| Shard { part, n_parts }.rows(n));
            prop_assert!(rows.eq(0..n));
        }
    }
}
