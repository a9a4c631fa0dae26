//! The unit that the modes of a run are shown in.

use crate::analysis::extent::Extent;

/// Below this share of the data's largest singular value nothing is learned, and the largest of the
/// record is no unit: it would show what is next to nothing as everything.
const LEARNED: f64 = 0.05;

/// The largest singular value of a run or, while it has learned nothing, of the data, whose
/// singular values are `of_data`; empty where they are not known. Above zero.
pub fn mode_unit(extent: &Extent, of_data: &[f64]) -> f64 {
    let record = extent.largest_mode;
    let data = of_data.first().copied().unwrap_or(0.0);
    let unit = if record > LEARNED * data {
        record
    } else {
        data
    };
    if unit > 0.0 { unit } else { 1.0 }
}

/// The unit of a run beside others, which may be of other data: the data's largest singular value,
/// as each of the others has that of its own.
pub fn mode_unit_beside(extent: &Extent, of_data: &[f64]) -> f64 {
    let of_data = of_data.first().copied().filter(|&largest| largest > 0.0);
    of_data.unwrap_or_else(|| mode_unit(extent, &[]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_nothing_is_learned_the_datas_largest_is_the_unit() {
        let extent = |largest_mode| Extent {
            largest_mode,
            ..Extent::default()
        };
        assert_eq!(mode_unit(&extent(150.0), &[157.0, 121.0]), 150.0);
        assert_eq!(mode_unit(&extent(1e-9), &[157.0, 121.0]), 157.0);
        assert_eq!(mode_unit(&extent(1e-9), &[]), 1e-9);
        assert_eq!(mode_unit(&extent(0.0), &[]), 1.0);
    }
}
