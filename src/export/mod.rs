//! Exports: a run's curves as CSV, everything of it as .npz, its figures as SVG, PNG and PDF, and a
//! PyTorch script that repeats it.
//!
//! A [`RunView`] is what all of them are drawn from. Each export is a function from a run to
//! bytes or into a writer; callers name and open the files.

pub mod curves;
pub mod figure;
pub mod paint;
pub mod run_npz;
pub mod stored_grid;
pub mod stored_run;
pub mod theory_sentences;
pub mod torch_script;

pub use figure::{Figure, FigureError, FigureOptions, Subject};
pub use stored_grid::{GridChoice, GridError, StoredGrid};
pub use stored_run::StoredRun;

pub use crate::picture::{DataView, RunView, ShownFeature};
