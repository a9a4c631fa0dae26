//! The operations that training needs of a network, whatever its size.

use super::spectrum::{SpectrumInput, SpectrumTracker};

/// A network in training. Whenever a method is called, the forward pass with the present weights
/// has been done.
///
/// The full, the reduced and the whole network are engines.
pub trait Engine {
    /// Mean squared error of the present weights over all P·N entries.
    fn loss(&self) -> f64;

    /// H Hᵀ of every hidden layer, one P × P matrix after the other.
    fn similarities(&mut self, out: &mut [f64]);

    /// The predictions of the watched pairs, in their order.
    fn predictions(&self, out: &mut [f64]);

    /// One full-batch gradient step, and the forward pass with the weights after it.
    fn step(&mut self, lr: f64);

    /// Keeps the present `W_tot` = `W_L`…`W_1` until its singular values are asked for, which may
    /// be faster for several epochs at once; whether they must be asked for now. The values do not
    /// depend on when they are.
    fn queue_singular_values(&mut self) -> bool;

    /// The P singular values, descending, of every `W_tot` kept since the last call; NaN where it
    /// is not finite.
    fn singular_values(&mut self, out: &mut [f64]);

    /// A copy of what finds the singular values, to find them on another thread from now on while
    /// this one trains; `None` where that is no faster.
    fn spectrum(&self) -> Option<SpectrumTracker> {
        None
    }

    /// A copy of the present `W_tot` for [`Engine::spectrum`]; `None` where that is `None`.
    fn spectrum_input(&self) -> Option<SpectrumInput> {
        None
    }

    /// `W_tot` in the data's own modes, A = Uᵀ `W_tot` V: P × P, column by column, entry (α, β)
    /// being `u_α`ᵀ `W_tot` `v_β`. Its diagonal holds the modes' strengths.
    fn aligned(&mut self, out: &mut [f64]);

    /// The strengths alone: the diagonal of what [`Engine::aligned`] gives, bit for bit.
    fn strengths(&mut self, out: &mut [f64]) {
        let n = out.len();
        let mut aligned = vec![0.0; n * n];
        self.aligned(&mut aligned);
        for (mode, out) in out.iter_mut().enumerate() {
            *out = aligned[mode * (n + 1)];
        }
    }
}
