//! modescope shows how a deep *linear* network learns.
//!
//! From the bottom up: [`draw`] makes the tutorial's random numbers, [`data`] a data set from
//! them, [`model`] trains a network on it and records every epoch, [`worker`] does so on a
//! thread of its own for the newest experiment, [`export`] turns a run into tables, archives,
//! figures and scripts, [`experiment_file`] an experiment into text and back, [`files`] reads and
//! writes what a user keeps, `app` shows it all in a window, and [`cli`] is the same engine without
//! one. [`presets`] are the experiments worth seeing.
//!
//! # Rules of direction
//!
//! - [`draw`], [`data`] and [`model`] know no window, thread, channel, clock, file or print.
//! - [`worker`] knows the model and no window: it is handed a closure to wake whoever listens.
//! - [`export`] and [`experiment_file`] know the data and the model and no window: they give
//!   bytes and text, and open no file.
//! - [`files`] knows the data, the exports and no window, and is the only part that opens a user's
//!   files.
//! - Only `app` imports egui; it exists with the feature `gui`, which is on by default.
//! - [`cli`] never needs a display, and is the only part that prints.
//! - There is one engine: everything calls [`model::Training`].

#[cfg(feature = "gui")]
pub mod app;
pub mod cli;
pub mod data;
pub mod draw;
pub mod experiment_file;
pub mod export;
pub mod files;
#[cfg(test)]
mod gallery;
pub mod model;
mod numbers;
pub mod picture;
pub mod presets;
pub mod worker;
