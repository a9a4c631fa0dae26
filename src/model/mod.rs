//! The numerics: networks, their training, and what is read off a run.
//!
//! In reading order: an [`experiment::Experiment`] says what to train. [`init`] draws its first
//! weights. [`full`] is the plain reading of the tutorial and the judge; [`reduced`] is exact,
//! small, and what runs; [`whole`] is that one with its last layer at full size again. All are an
//! [`engine::Engine`]; [`training`] drives any of them, epoch by epoch, into a [`record::Record`].
//! [`spectrum`] holds singular values, [`modes`] what the data's own modes are.
//!
//! What a record shows: [`stages`], when each mode rose and the loss fell; [`illusion`], what is
//! believed on the way; [`layout`], the items in two dimensions; [`dendrogram`], the items as a
//! tree. [`theory`] knows most of it before the first epoch.
//!
//! Beside the runs: [`regression`], the same answer without training, and [`exercise`], to play
//! with; [`comparison`], of that with
//! two networks; [`self_check`], the tutorial's exercises set to this program.
//!
//! # Where the time goes
//!
//! At the notebook's size (8 items, 30 hidden units, 10,000 features) a reduced epoch is three
//! products of 39 × 30 × 8, and for what is recorded one of 30 × 8 × 8 and two of 39 × 8 × 8
//! with a few Jacobi rotations; none of it depends on the number of features. [`kernel`] holds
//! their inner loops. `cargo bench` prints the figures, README the ones measured.

pub mod band;
pub mod comparison;
pub mod dendrogram;
pub mod engine;
pub mod exercise;
pub mod experiment;
pub mod experiment_error;
pub mod first_weights;
pub mod fitting_lr;
pub mod full;
pub mod illusion;
pub mod init;
pub mod kernel;
pub mod layout;
pub mod microscope;
pub mod modes;
mod pair_name;
pub mod record;
pub mod reduced;
pub mod regression;
pub mod self_check;
pub mod setup;
pub mod spectrum;
pub mod stages;
pub mod taught;
pub mod theory;
pub mod training;
pub mod whole;

pub use experiment::{Experiment, Pair};
pub use experiment_error::{ExperimentError, Field, Reason};
pub use modes::DataModes;
pub use record::Record;
pub use setup::Setup;
pub use training::{Outcome, Training};
