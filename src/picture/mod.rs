//! Every picture described once, for the window and for files alike.
//!
//! A picture is built in two steps. A *description* ([`chart::Chart`] and its siblings) says what
//! there is to see: axes, curves, matrices, trees, with their names and their colours by meaning.
//! Its *layout* at a given size gives a [`Drawing`]: lines, areas and labels at their places, in
//! points, from the upper left corner. The window paints drawings with egui and adds the pointer,
//! export paints the same drawings as SVG; neither decides what is in a picture, where a label
//! goes or what colour it has.
//!
//! Words are handed in ([`Words`]), the width of a text is asked for ([`Measure`]); nothing here
//! knows a window, a file format, a clock or a language but English, the default.

pub mod chart;
mod chart_phrase;
#[cfg(test)]
pub(crate) mod check;
mod colour;
mod comparison;
pub(crate) mod data_view;
mod drawing;
mod dynamics;
#[cfg(test)]
pub(crate) mod fixture_charts;
#[cfg(test)]
pub(crate) mod fixtures;
mod geometry;
mod label;
mod mode_unit;
mod other_run;
mod over_epochs;
mod palette;
mod predictions;
mod run_view;
mod shorten;
mod spectrum;
mod spread;
mod taught_pair;
mod thinning;
mod words;

pub use chart_phrase::{ChartPhrase, Ending};
pub use colour::{Colour, Paint};
pub use comparison::{SolutionLosses, TrainedLoss};
pub use data_view::{DataView, ShownFeature};
pub use drawing::{Drawing, LineStyle, Role, Shape};
pub use dynamics::{Dynamics, DynamicsOptions};
pub use geometry::{Area, Point, Size};
pub use label::{Align, Label, Measure, Turn};
pub use other_run::OtherRun;
pub use palette::{Palette, Rgb};
pub use predictions::Predictions;
pub use run_view::RunView;
pub use shorten::shortened;
pub use spectrum::Spectrum;
pub use spread::{Wish, spread};
pub use taught_pair::TaughtPair;
pub use thinning::{MOST_POINTS, thinned_rows};
pub use words::{English, Phrase, Words};
