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

mod beside;
mod cell_scale;
#[cfg(test)]
pub(crate) mod check;
mod colour;
mod colour_bar;
mod data_picture;
pub(crate) mod data_view;
mod drawing;
mod failure;
#[cfg(test)]
pub(crate) mod fixtures;
mod geometry;
mod grid;
mod item_phrase;
#[cfg(test)]
mod item_tests;
mod item_tree;
mod label;
mod map;
mod matrices;
mod microscope;
mod mode_sides;
mod mode_words;
mod moment;
mod names;
mod palette;
mod paragraph;
mod recipe_tree;
mod round;
mod rsm;
mod run_view;
mod settled;
mod short_names;
mod similarity_values;
mod strokes;
mod words;

pub use beside::{below, beside};
pub use cell_scale::CellScale;
pub use colour::{Colour, Paint};
pub(crate) use colour_bar::ColourBar;
pub use data_picture::{DataLayout, DataPicture};
pub use data_view::{DataView, ShownFeature};
pub use drawing::{Drawing, LineStyle, Role, Shape};
pub use failure::PictureError;
pub use geometry::{Area, Point, Size};
pub use grid::Grid;
pub use item_phrase::{ItemPhrase, Length, When};
pub use item_tree::{ItemTree, ItemTreeLayout, TreeScale};
pub use label::{Align, Label, Measure, Turn};
pub use map::{Map, MapLayout, MapWays};
pub use matrices::{CellMatrix, Matrices, MatricesLayout};
pub use microscope::{Factor, Microscope, MicroscopeLayout, MicroscopeSlide};
pub use mode_sides::{ModeSides, ModeSidesLayout, Progress};
pub use mode_words::{listed, mode_words, named};
pub use moment::Moment;
pub use palette::{Palette, Rgb};
pub use recipe_tree::{RecipeTree, RecipeTreeLayout};
pub use rsm::{Rsm, RsmLayout};
pub use run_view::RunView;
pub use similarity_values::SimilarityValues;
pub use words::{English, Phrase, Words};
