//! An experiment: every choice that decides a run, checked once.
//!
//! An [`Experiment`] says what to train, and [`validity`] whether that can be done; [`taught`] is
//! what it teaches, and [`shapes()`] how large its weights are. [`view`] and
//! [`atlas_look`] are how it is looked at,
//! and [`mod@file`] is all of it as text and back. Nothing is trained here.

pub mod atlas_look;
#[expect(clippy::module_inception, reason = "private: its noun is the folder's")]
mod experiment;
mod experiment_error;
pub mod file;
mod groups;
mod likeness;
pub mod pair_lookup;
mod pair_name;
mod same_features;
mod shapes;
pub mod taught;
pub mod validity;
pub mod view;

pub use experiment::{Experiment, Pair};
pub use experiment_error::{ExperimentError, Field, Reason};
pub use shapes::shapes;
pub use view::ViewState;
