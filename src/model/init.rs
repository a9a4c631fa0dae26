//! First weights: the draw, kept apart from its scale.
//!
//! A layer starts at W(0) = sigma · G with sigma = gamma / sqrt(n_in + n_out). G is fixed by the
//! seed, the architecture and the number of features, so lr, gamma and epochs never change it.

use nalgebra::DMatrix;

use crate::draw::{TorchRng, outputs_of_normals};
use crate::join::{InTurn, Join};

/// The standard deviation of a layer's first weights.
pub fn sigma(gamma: f64, (n_out, n_in): (usize, usize)) -> f64 {
    gamma / ((n_in + n_out) as f64).sqrt()
}

/// One layer's standard normals, n_out × n_in, row by row as torch fills them, in float32 as
/// torch makes them.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitLayer {
    n_out: usize,
    n_in: usize,
    rows: Vec<f32>,
}

impl UnitLayer {
    /// (n_out, n_in).
    pub fn shape(&self) -> (usize, usize) {
        (self.n_out, self.n_in)
    }

    /// One entry.
    pub fn get(&self, row: usize, col: usize) -> f64 {
        f64::from(self.rows[row * self.n_in + col])
    }

    /// The whole layer, times `scale`.
    pub fn scaled(&self, scale: f64) -> DMatrix<f64> {
        DMatrix::from_fn(self.n_out, self.n_in, |i, j| scale * self.get(i, j))
    }
}

/// Draws every layer as the tutorial does after `torch.manual_seed(seed)`: making the layers
/// burns one output a weight, then `normal_` fills each in order.
pub fn draw(shapes: &[(usize, usize)], seed: u32) -> Vec<UnitLayer> {
    draw_joined(shapes, (seed, 0), &InTurn, &mut || false).expect("never cancelled")
}

/// How many outputs of the generator making and filling these layers takes.
pub fn outputs_used(shapes: &[(usize, usize)]) -> usize {
    let layer = |&(n_out, n_in): &(usize, usize)| n_out * n_in + outputs_of_normals(n_out * n_in);
    shapes.iter().map(layer).sum()
}

/// As [`draw`], after passing over `n_before` outputs; `None` if cancelled.
pub fn draw_unless(
    shapes: &[(usize, usize)],
    seed: u32,
    n_before: usize,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<Vec<UnitLayer>> {
    draw_joined(shapes, (seed, n_before), &InTurn, is_cancelled)
}

/// As [`draw_unless`], on two threads if `join` can.
pub fn draw_joined(
    shapes: &[(usize, usize)],
    (seed, n_before): (u32, usize),
    join: &dyn Join,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<Vec<UnitLayer>> {
    let mut rng = TorchRng::new(seed);
    let burnt: usize = shapes.iter().map(|(n_out, n_in)| n_out * n_in).sum();
    rng.skip_unless(n_before.saturating_add(burnt), is_cancelled)?;
    let layer = |&(n_out, n_in): &(usize, usize)| {
        Some(UnitLayer {
            n_out,
            n_in,
            rows: rng.normals_joined(n_out * n_in, join, is_cancelled)?,
        })
    };
    shapes.iter().map(layer).collect()
}

/// The default first weights of `nn.Linear`, n_out × n_in: uniform within ±1/sqrt(n_in), in float32
/// as torch draws them, one output of the generator for each weight, after skipping `n_before`
/// outputs. The tutorial's network without a hidden layer uses them. `None` if cancelled.
pub fn draw_linear_unless(
    (n_out, n_in): (usize, usize),
    seed: u32,
    n_before: usize,
    is_cancelled: &mut dyn FnMut() -> bool,
) -> Option<DMatrix<f64>> {
    let mut rng = TorchRng::new(seed);
    rng.skip_unless(n_before, is_cancelled)?;
    let bound = (1.0 / (n_in as f64).sqrt()) as f32;
    let draws = std::iter::repeat_with(|| f64::from(rng.uniform() * (2.0 * bound) - bound));
    Some(DMatrix::from_row_iterator(
        n_out,
        n_in,
        draws.take(n_out * n_in),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::shapes;

    #[test]
    fn gamma_scales_a_layer_by_the_tutorials_rule() {
        assert!((sigma(1.0, (5000, 5000)) - 0.01).abs() < 1e-15);
        let layers = draw(&shapes(8, &[30], 100), 3);
        let whole = layers[1].scaled(1.0);
        assert_eq!(whole.shape(), (100, 30));
        assert_eq!(layers[1].scaled(0.5), whole * 0.5);
    }

    #[test]
    fn layers_are_drawn_one_after_the_other() {
        let shapes = shapes(8, &[30], 101);
        let mut rng = TorchRng::new(3);
        let normals = |rng: &mut TorchRng, n| rng.normals_unless(n, &mut || false).unwrap();
        for _ in 0..2 {
            rng.skip(8 * 30 + 30 * 101);
            normals(&mut rng, 8 * 30);
            normals(&mut rng, 30 * 101);
        }
        rng.skip(8 * 30 + 30 * 101);
        let third = draw_unless(&shapes, 3, 2 * outputs_used(&shapes), &mut || false).unwrap();
        assert_eq!(third[0].rows, normals(&mut rng, 8 * 30));
    }

    #[test]
    fn the_same_seed_draws_the_same_weights() {
        let shapes = shapes(8, &[30], 1000);
        assert_eq!(draw(&shapes, 1), draw(&shapes, 1));
        assert_ne!(draw(&shapes, 1), draw(&shapes, 2));
    }

    #[test]
    fn linear_layers_start_within_their_bound() {
        let start = draw_linear_unless((1000, 8), 2, 7, &mut || false).unwrap();
        let bound = 1.0 / 8.0_f64.sqrt();
        assert!(start.amax() <= bound && start.amax() > 0.99 * bound);
        assert!(start.mean().abs() < 0.01);
    }
}
