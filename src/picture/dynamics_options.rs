//! Which parts of the dynamics a chart shows.

/// The parts of a chart of the dynamics, and how they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a choice of its own, and all of them go together"
)]
pub struct DynamicsOptions {
    /// Whether the loss has a logarithmic axis.
    pub is_log: bool,
    /// Whether modes are shown as they are, not as shares of the largest.
    pub is_raw: bool,
    /// Whether modes are the strengths of the data's modes, not singular values of the network.
    pub is_aligned: bool,
    /// Whether the loss is shown.
    pub shows_loss: bool,
    /// Whether the modes are shown.
    pub shows_modes: bool,
    /// Whether theory in steps of the learning rate is shown.
    pub shows_discrete: bool,
    /// Whether theory in the limit of small steps is shown.
    pub shows_continuous: bool,
    /// Whether the heights at which the loss is to wait, and the epochs at which modes are to be
    /// half learned, are marked.
    pub marks_stages: bool,
    /// The first and the last epoch to show; `None` for the whole run.
    pub epochs: Option<[usize; 2]>,
}

impl Default for DynamicsOptions {
    /// The tutorial's own choice.
    fn default() -> Self {
        Self {
            is_log: false,
            is_raw: false,
            is_aligned: false,
            shows_loss: true,
            shows_modes: true,
            shows_discrete: false,
            shows_continuous: false,
            marks_stages: false,
            epochs: None,
        }
    }
}
