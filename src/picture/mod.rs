//! Every picture described once, for the window and for files alike.
//!
//! A picture is built in two steps. A *description* ([`chart::Chart`] and its siblings) says what
//! there is to see: axes, curves, matrices, trees, with their names and their colours by meaning.
//! The *layout* of a description at a given size gives a [`Drawing`]: lines, areas and labels at
//! their places, in points, from the upper left corner. The window paints drawings with egui and
//! adds the pointer, export paints the same drawings as SVG; neither decides what is in a picture,
//! where a label goes or what colour it has.
//!
//! Words are handed in ([`Words`]), the width of a text is asked for ([`Measure`]); nothing here
//! knows a window, a file format, a clock or a language but English, the default.

mod atlas;
mod atlas_phrase;
mod beside;
mod cell_scale;
pub mod chart;
mod chart_phrase;
#[cfg(test)]
pub(crate) mod check;
mod colour;
mod colour_bar;
mod comparison;
mod data_picture;
pub mod data_view;
mod drawing;
mod dynamics;
mod dynamics_options;
mod dynamics_scales;
mod failure;
#[cfg(test)]
pub(crate) mod fixture_atlas;
#[cfg(test)]
pub(crate) mod fixture_charts;
#[cfg(test)]
pub(crate) mod fixture_items;
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
mod mode_strength;
mod mode_unit;
mod mode_words;
mod moment;
mod name_parts;
mod names;
mod occupied;
mod other_run;
mod over_epochs;
mod palette;
mod paragraph;
mod predictions;
mod recipe_tree;
mod rgb;
mod round;
mod rsm;
pub mod run_view;
mod settled;
mod short_names;
mod shorten;
mod similarity_values;
mod spectrum;
mod spread;
mod strokes;
mod taught_pair;
mod thinning;
mod words;

pub use atlas::{
    AtlasLayout, AtlasPicture, CellCurve, SectionLayout, SectionPicture, SectionQuantity,
    ShownLines, best_phrase, cell_phrase,
};
pub use atlas_phrase::AtlasPhrase;
#[cfg(feature = "gui")]
pub(crate) use atlas_phrase::{limit_number, number as atlas_number};
pub use beside::{below, beside};
pub use cell_scale::CellScale;
pub use chart_phrase::{ChartPhrase, Ending, ModesUnit};
pub use colour::{Colour, Paint};
pub(crate) use colour_bar::ColourBar;
pub use comparison::{SolutionLosses, TrainedLoss};
pub use data_picture::{DataLayout, DataPicture};
pub use data_view::{DataView, ShownFeature};
pub use drawing::{Drawing, LineStyle, Role, Shape};
pub use dynamics::Dynamics;
pub use dynamics_options::DynamicsOptions;
pub use failure::PictureError;
pub use geometry::{Area, Point, Size};
pub use grid::Grid;
pub use item_phrase::{ItemPhrase, Length, When};
pub use item_tree::{ItemTree, ItemTreeLayout, TreeScale};
pub use label::{Align, Label, Measure, Turn};
pub use map::{Map, MapLayout, MapWays};
pub use matrices::{CellMatrix, Matrices, MatricesLayout};
pub use microscope::{Factor, Microscope, MicroscopeLayout, MicroscopeSlide};
pub use mode_sides::{ModeProgress, ModeSides, ModeSidesLayout, numbers_of};
pub use mode_unit::{mode_unit, mode_unit_beside};
pub use mode_words::{NamedItems, group_named, group_words, listed, named};
pub use moment::Moment;
#[cfg(feature = "gui")]
pub(crate) use name_parts::BETWEEN as BETWEEN_PARTS;
pub(crate) use name_parts::telling_room;
pub use other_run::OtherRun;
pub use over_epochs::epoch_span;
pub use palette::Palette;
pub use predictions::Predictions;
pub use recipe_tree::{RecipeTree, RecipeTreeLayout};
pub use rgb::Rgb;
pub use rsm::{Rsm, RsmLayout};
pub use run_view::RunView;
#[cfg(feature = "gui")]
pub(crate) use short_names::distinct as distinct_names;
pub use shorten::shortened;
pub use similarity_values::SimilarityValues;
pub use spectrum::Spectrum;
pub use spread::{Wish, spread};
pub use taught_pair::TaughtPair;
pub use thinning::{MOST_POINTS, thinned_rows};
pub use words::{English, Phrase, Words};
