//! The numerics: networks, their training, and what is read off a run.
//!
//! In reading order: an [`experiment::Experiment`] says what to train, and [`validity`] whether that
//! can be done; [`taught`] is what it teaches, [`fitting_lr`] how fast it may. [`init`] draws the
//! first weights, and [`first_weights`] has them whole. [`full`] is the plain reading of the
//! tutorial and the judge; [`reduced`] is exact, small, and what runs, from what a
//! [`setup::Setup`] keeps; [`whole`] is that one with its `W_tot` at full size again. All are an
//! [`engine::Engine`]; [`training`] drives any of them, epoch by epoch, into a [`record::Record`],
//! of which a [`curve_record::CurveRecord`] stays. [`spectrum`] holds singular values, [`modes`]
//! what the data's own modes are.
//!
//! What a record shows: [`stages`], when each mode rose and the loss fell; [`illusion`], what is
//! believed on the way; [`layout`], the items in two dimensions; [`dendrogram`], the items as a
//! tree; [`microscope`], the network as a product of its modes. [`theory`] knows most of it before the first epoch.
//!
//! Beside the runs: [`band`], the same run from many draws; [`regression`], the same answer without
//! training, and [`exercise`], to play with; [`comparison`], of that with two networks;
//! [`self_check`], the tutorial's exercises set to this program.
//!
//! # Where the time goes
//!
//! At the notebook's size (8 items, 30 hidden units, 10,000 features) a reduced epoch is three
//! products of 39 × 30 × 8, and for what is recorded one of 30 × 8 × 8 and two of 39 × 8 × 8
//! with a few Jacobi rotations; none of it depends on the number of features. [`kernel`] holds
//! their inner loops. `cargo bench` prints the figures, README the ones measured.

pub mod band;
pub mod comparison;
pub mod curve_record;
pub mod dendrogram;
pub mod engine;
pub mod exercise;
pub mod experiment;
pub mod experiment_error;
pub mod extent;
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
pub mod validity;
pub mod whole;

pub use curve_record::CurveRecord;
pub use experiment::{Experiment, Pair};
pub use experiment_error::{ExperimentError, Field, Reason};
pub use modes::{DataModes, Meaning};
pub use record::Record;
pub use setup::Setup;
pub use training::{Outcome, Training};
