//! The window: everything egui.
//!
//! In wings, each of which imports only those above it in this list:
//!
//! - [`mod@run`]: what is known of the run while it comes in;
//! - [`command`]: all that one can ask for, as plain data;
//! - `theme`: colours, fonts, accessible names;
//! - [`text`]: all that is said;
//! - [`session`]: what is worked on: the file at hand, undo, pins, settings;
//! - `widgets`: parts that are used more than once;
//! - `plots`: pictures, and what the pointer does to them;
//! - `panels`: what stands around the view;
//! - [`views`]: what stands in the middle;
//! - `shell`: the only part that knows [`App`].
//!
//! [`App::logic`] receives what the worker reports, [`App::show`] draws, [`App::perform`] acts on
//! what the panels asked for. Panels read data and return a [`command::action::Action`]; while they
//! draw, they change nothing but how they themselves are set. Repaints come from the worker's wake,
//! from input, and while playing.

pub mod run;

pub mod command;
mod theme;

pub mod text;

pub mod session;
mod widgets;

mod plots;

mod panels;

pub mod views;

mod shell;

pub use shell::app::App;
pub use shell::native::{WindowError, run};
