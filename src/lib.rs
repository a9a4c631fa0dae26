//! modescope shows how a deep *linear* network learns.
//!
//! From the bottom up: `numbers` and `printable` write numbers and strangers' text as people read
//! them, [`join`] lends a second thread to numerics that know none. [`draw`] makes the tutorial's random numbers, [`data`] a data set from them or from a
//! file. An [`experiment`] says what to train, and is text and back. [`model`] trains a network and
//! records every epoch, [`analysis`] reads off a run what it shows, or foresees it. [`picture`]
//! describes every picture once, without saying how it is painted. [`export`] turns a run into
//! tables, archives, figures and scripts; [`presets`] are the experiments worth seeing; [`files`]
//! reads and writes what a user keeps. [`worker`] trains on a thread of its own for the newest
//! experiment, and of many items on two; `app` shows it all in a window, and [`cli`] is the same
//! engine without one.
//!
//! # Rules of direction
//!
//! - [`draw`], [`data`], [`experiment`], [`model`], [`analysis`] and [`picture`] know no window,
//!   thread, channel, clock, file or print. Each knows only those before it.
//! - [`worker`] knows the model and no window: it is handed a closure to wake whoever listens.
//! - [`export`] knows the data and the model and no window: it gives bytes and text, and opens no
//!   file.
//! - [`files`] knows the data, the exports and no window, and is the only part that opens a user's
//!   files.
//! - Only `app` imports egui; it exists with the feature `gui`, which is on by default.
//! - [`cli`] never needs a display, and is the only part that prints.
//! - There is one engine: everything calls [`model::Training`].

pub mod analysis;
#[cfg(feature = "gui")]
pub mod app;
pub mod cli;
pub mod data;
pub mod draw;
pub mod experiment;
pub mod export;
pub mod files;
#[cfg(test)]
mod gallery;
pub mod join;
pub mod model;
mod numbers;
pub mod picture;
pub mod presets;
mod printable;
pub mod worker;
