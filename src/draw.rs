//! Random draws: the very numbers that the tutorial's numpy and torch produce for a seed.
//!
//! Both libraries run MT19937 seeded by `init_genrand(seed)` and differ in how they turn its
//! 32-bit outputs into numbers. Nothing here knows what the numbers are for; the layout of a
//! data set is in [`crate::data`], that of a network in [`crate::model`].

use rand::Rng;
use rand_distr::{Distribution as _, StandardNormal};
use rand_mt::Mt;

use crate::join::{InTurn, Join, both};

/// How many numbers torch's `normal_` transforms at a time, and the least it does that for.
const TORCH_BLOCK: usize = 16;

/// Numbers drawn between two looks at whether they are still wanted: under a millisecond's worth.
const STRETCH: usize = 1 << 14;

/// numpy's legacy generator (`numpy.random.seed`, `numpy.random.rand`).
#[derive(Clone, Debug)]
pub struct NumpyRng {
    outputs: Mt,
    /// How many outputs were drawn or skipped.
    n_outputs: usize,
    /// The second normal of a pair, if it was not asked for yet.
    spare_normal: Option<f64>,
}

impl NumpyRng {
    /// The generator after `numpy.random.seed(seed)`.
    pub fn new(seed: u32) -> Self {
        Self {
            outputs: Mt::new(seed),
            n_outputs: 0,
            spare_normal: None,
        }
    }

    /// How many outputs the generator has drawn or skipped.
    pub fn n_outputs(&self) -> usize {
        self.n_outputs
    }

    /// Passes over `n` outputs.
    pub fn skip(&mut self, n: usize) {
        self.skip_unless(n, &mut || false).expect("never cancelled");
    }

    /// As [`NumpyRng::skip`]; `None` if cancelled.
    pub fn skip_unless(&mut self, n: usize, is_cancelled: &mut dyn FnMut() -> bool) -> Option<()> {
        self.n_outputs = self.n_outputs.saturating_add(n);
        skip_unless(&mut self.outputs, n, is_cancelled)
    }

    /// A uniform number in [0, 1) with 53 bits, from two outputs.
    pub fn uniform(&mut self) -> f64 {
        let high = f64::from(self.next() >> 5);
        let low = f64::from(self.next() >> 6);
        (high * 67_108_864.0 + low) / 9_007_199_254_740_992.0
    }

    /// A whole number from 0 to below `n`, as one of `numpy.random.randint(n)`: outputs cut to the
    /// bits that `n` − 1 has, until one is below `n`. There must be such a number.
    pub fn below(&mut self, n: u32) -> u32 {
        let largest = n.saturating_sub(1);
        if largest == 0 {
            return 0; // numpy, too, then takes no output
        }
        let mask = u32::MAX >> largest.leading_zeros();
        loop {
            let x = self.next() & mask;
            if x <= largest {
                return x;
            }
        }
    }

    /// A standard normal number, as one of `numpy.random.normal()`: the polar method, which makes
    /// two at a time and gives the second of them first.
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare_normal.take() {
            return spare;
        }
        loop {
            let a = 2.0 * self.uniform() - 1.0;
            let b = 2.0 * self.uniform() - 1.0;
            let square = a * a + b * b;
            if square < 1.0 && square != 0.0 {
                let factor = (-2.0 * square.ln() / square).sqrt();
                self.spare_normal = Some(factor * a);
                return factor * b;
            }
        }
    }

    fn next(&mut self) -> u32 {
        self.n_outputs += 1;
        self.outputs.next_u32()
    }
}

/// torch's CPU generator (`torch.manual_seed`).
#[derive(Clone, Debug)]
pub struct TorchRng(Mt);

impl TorchRng {
    /// The generator after `torch.manual_seed(seed)`.
    pub fn new(seed: u32) -> Self {
        Self(Mt::new(seed))
    }

    /// Passes over `n` outputs, as making `n` weights of an `nn.Linear` does.
    pub fn skip(&mut self, n: usize) {
        self.skip_unless(n, &mut || false).expect("never cancelled");
    }

    /// As [`TorchRng::skip`]; `None` if cancelled.
    pub fn skip_unless(&mut self, n: usize, is_cancelled: &mut dyn FnMut() -> bool) -> Option<()> {
        skip_unless(&mut self.0, n, is_cancelled)
    }

    /// A float32 uniform number in [0, 1) with 24 bits, from one output.
    pub fn uniform(&mut self) -> f32 {
        (self.0.next_u32() & 0x00FF_FFFF) as f32 / 16_777_216.0
    }

    /// `n` standard normals in the order of torch's `normal_`; `None` if cancelled.
    ///
    /// Below 16 numbers torch takes another path; there the numbers are as random, but ours.
    pub fn normals_unless(
        &mut self,
        n: usize,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Vec<f32>> {
        self.normals_joined(n, &InTurn, is_cancelled)
    }

    /// As [`TorchRng::normals_unless`]; half of many numbers are transformed beside the others if
    /// `join` can.
    pub fn normals_joined(
        &mut self,
        n: usize,
        join: &dyn Join,
        is_cancelled: &mut dyn FnMut() -> bool,
    ) -> Option<Vec<f32>> {
        if n < TORCH_BLOCK {
            return Some(standard_normals(n, &mut self.0));
        }
        let mut x: Vec<f32> = Vec::with_capacity(n);
        while x.len() < n {
            if is_cancelled() {
                return None;
            }
            let n_more = STRETCH.min(n - x.len());
            x.extend(std::iter::repeat_with(|| self.uniform()).take(n_more));
        }
        // Not worth a thread where there are few.
        let join: &dyn Join = if n < 4 * STRETCH { &InTurn } else { join };
        let (first, second) = x.split_at_mut(n / 2 / TORCH_BLOCK * TORCH_BLOCK);
        let here = |is_cancelled: &mut dyn FnMut() -> bool| transformed(first, is_cancelled);
        let there = |is_cancelled: &mut dyn FnMut() -> bool| transformed(second, is_cancelled);
        both(join, is_cancelled, here, there)?;
        if !n.is_multiple_of(TORCH_BLOCK) {
            let tail = &mut x[n - TORCH_BLOCK..];
            tail.fill_with(|| self.uniform());
            box_muller(tail);
        }
        Some(x)
    }
}

fn skip_unless(outputs: &mut Mt, n: usize, is_cancelled: &mut dyn FnMut() -> bool) -> Option<()> {
    let mut left = n;
    while left > 0 {
        if is_cancelled() {
            return None;
        }
        let stretch = left.min(STRETCH);
        for _ in 0..stretch {
            outputs.next_u32();
        }
        left -= stretch;
    }
    Some(())
}

/// How many outputs [`TorchRng::normals_unless`] takes for 16 numbers or more.
pub fn outputs_of_normals(n: usize) -> usize {
    n + if n.is_multiple_of(TORCH_BLOCK) {
        0
    } else {
        TORCH_BLOCK
    }
}

/// Turns uniforms into normals, whole blocks of them; `None` if cancelled.
fn transformed(uniforms: &mut [f32], is_cancelled: &mut dyn FnMut() -> bool) -> Option<()> {
    for stretch in uniforms.chunks_mut(STRETCH) {
        if is_cancelled() {
            return None;
        }
        stretch.chunks_exact_mut(TORCH_BLOCK).for_each(box_muller);
    }
    Some(())
}

/// `n` standard normals from any generator.
fn standard_normals(n: usize, rng: &mut impl Rng) -> Vec<f32> {
    (0..n).map(|_| StandardNormal.sample(rng)).collect()
}

/// Turns 16 uniforms into 16 normals, the first half radii and the second half angles.
fn box_muller(block: &mut [f32]) {
    let (radii, angles) = block.split_at_mut(TORCH_BLOCK / 2);
    for (radius, angle) in radii.iter_mut().zip(angles) {
        let r = (-2.0 * (1.0 - *radius).ln()).sqrt();
        let (sin, cos) = (2.0 * std::f32::consts::PI * *angle).sin_cos();
        *radius = r * cos;
        *angle = r * sin;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numpy_uniforms_are_numpys() {
        // numpy.random.seed(2021); numpy.random.rand(3)
        let mut rng = NumpyRng::new(2021);
        for expected in [
            0.605_978_278_807_404_7,
            0.733_369_361_193_498_2,
            0.138_947_156_728_398_75,
        ] {
            assert!((rng.uniform() - expected).abs() < 1e-15);
        }
    }

    #[test]
    fn numpy_whole_numbers_and_normals_are_numpys() {
        // numpy.random.seed(2021); randint(0, 10, (3, 3)); rand(3, 37); normal(scale=1, size=3)
        let mut rng = NumpyRng::new(2021);
        let whole: Vec<u32> = (0..9).map(|_| rng.below(10)).collect();
        assert_eq!(whole, [4, 5, 9, 0, 6, 5, 8, 6, 6]);
        let uniform: Vec<f64> = (0..111).map(|_| rng.uniform()).collect();
        assert_eq!(uniform[0], 0.784_310_132_141_122_7);
        assert_eq!(uniform[110], 0.148_005_677_830_076_23);
        // Times the scale 0.01 that they were drawn with; the logarithm is the C library's.
        for expected in [-0.007_251_660_788_059_269, -0.014_388_263_546_096_583] {
            assert!((0.01 * rng.normal() - expected).abs() < 1e-17);
        }
        for _ in 0..108 {
            rng.normal();
        }
        assert!((0.01 * rng.normal() + 0.007_132_699_213_071_107).abs() < 1e-17);
        assert_eq!(rng.below(1), 0);
    }

    fn normals(seed: u32, n: usize) -> Vec<f32> {
        TorchRng::new(seed)
            .normals_unless(n, &mut || false)
            .unwrap()
    }

    #[test]
    fn normals_have_mean_zero_and_variance_one() {
        for n in [7, 16, 17, 100_003] {
            let x = normals(1, n);
            assert_eq!(x.len(), n);
            assert!(x.iter().all(|v| v.is_finite()));
        }
        let x = normals(1, 100_003);
        let mean = x.iter().map(|&v| f64::from(v)).sum::<f64>() / x.len() as f64;
        let square = x.iter().map(|&v| f64::from(v).powi(2)).sum::<f64>() / x.len() as f64;
        assert!(mean.abs() < 0.02 && (square - 1.0).abs() < 0.02);
    }

    #[test]
    fn a_ragged_tail_is_drawn_afresh() {
        let whole = normals(5, 32);
        let ragged = normals(5, 33);
        // The last 16 numbers overlap the second block, so only the first 17 can agree.
        assert_eq!(whole[..16], ragged[..16]);
        assert_ne!(whole[17..], ragged[17..32]);
    }

    #[test]
    fn skipping_is_drawing_and_forgetting() {
        let mut skipped = TorchRng::new(9);
        skipped.skip(1);
        let mut drawn = TorchRng::new(9);
        drawn.uniform();
        assert_eq!(skipped.uniform().to_bits(), drawn.uniform().to_bits());
    }
}
