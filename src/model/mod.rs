//! The numerics: networks, their training, and the record of a run.
//!
//! In reading order: [`init`] draws the first weights, and [`first_weights`] has them whole.
//! [`full`] is the plain reading of the tutorial and the judge; [`reduced`] is exact, small, and
//! what runs, by a [`reduction`] that a [`setup::Setup`] keeps; [`whole`] is that one with its
//! `W_tot` at full size again. All are an [`engine::Engine`]; [`training`] drives any of them,
//! epoch by epoch, into a [`record::Record`], whose rows are as large and as many as its
//! [`row_shape::RowShape`] says; a [`curve_record::CurveRecord`] stays of it, and [`run()`] does
//! all of that at once. [`spectrum`] holds singular values, [`modes`] what the data's own modes
//! are.
//!
//! # Where the time goes
//!
//! At the notebook's size (8 items, 30 hidden units, 10,000 features) a reduced epoch is three
//! products of 39 × 30 × 8, and for what is recorded two of 30 × 8 × 8 and three of 39 × 8 × 8
//! with a few Jacobi rotations; none of it depends on the number of features. [`kernel`] holds
//! their inner loops, on a small matrix of their own; `eight_spectra`, its `gram_lanes` and
//! `wide_spectrum` are the ways to singular values. `cargo bench` prints the figures, README the
//! ones measured.

mod aligned_record;
pub mod curve_record;
mod eight_spectra;
pub mod engine;
pub mod first_weights;
pub mod full;
mod gram_lanes;
pub mod init;
pub mod kernel;
mod matrix;
pub mod modes;
pub mod record;
pub mod reduced;
pub mod reduction;
pub mod row_shape;
pub mod run;
pub mod setup;
pub mod spectrum;
pub mod training;
pub mod whole;
mod wide_spectrum;

pub use curve_record::CurveRecord;
pub use modes::{DataModes, Meaning};
pub use record::Record;
pub use run::{run, run_from, run_unless};
pub use setup::Setup;
pub use training::{Outcome, Training};
