//! Cells and their names settle how large each is: the larger the cells, the larger their names,
//! and the larger these, the smaller the cells.

/// How often larger names are tried.
const TRIALS: usize = 5;

/// The names for cells, and the cells beside them, as large as both can be. `fit` makes names for
/// cells of this width and height and answers them with the cells that they leave room for; names
/// stay readable on larger cells. `least` is the size of the cells beside the largest names.
pub(crate) fn settled<T>(
    least: [f64; 2],
    fit: impl Fn([f64; 2]) -> (T, [f64; 2]),
) -> (T, [f64; 2]) {
    let is_enough = |cell: [f64; 2], wanted: [f64; 2]| {
        cell[0] >= wanted[0] - 1e-9 && cell[1] >= wanted[1] - 1e-9
    };
    let mut best = fit(least);
    let (mut fitting, mut wanted) = (least, best.1);
    for _ in 0..TRIALS {
        let (names, cell) = fit(wanted);
        let leaves_enough = is_enough(cell, wanted);
        if leaves_enough {
            best = (names, cell);
            fitting = wanted;
            if cell == wanted {
                break;
            }
            wanted = cell;
        } else {
            // Halfway back to what is known to fit.
            wanted = [0, 1].map(|side| f64::midpoint(fitting[side], wanted[side]));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names as large as their cells up to 10, in a room of 100 for 8 cells.
    fn fit(cell: [f64; 2]) -> (f64, [f64; 2]) {
        let names = cell[0].min(10.0);
        (names, [(100.0 - 4.0 * names) / 8.0; 2])
    }

    #[test]
    fn names_are_never_larger_than_their_cells() {
        let (names, cell) = settled([7.5; 2], fit);
        assert!(names <= cell[0] && names >= 7.5, "{names} {cell:?}");
        // Cells of 8.33 beside names of 8.33.
        assert!(names > 8.0, "{names}");
    }
}
