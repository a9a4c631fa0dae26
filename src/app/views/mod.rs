//! The views in the middle of the window, one file each.

mod belief_rows;
mod below;
mod choice;
mod choice_cells;
mod choice_menu;
mod column_menu;
mod column_scroll;
pub(crate) mod context;
pub(crate) mod data;
mod data_matrix;
mod exercise;
mod feature_cell;
mod feature_edits;
mod feature_table;
pub(crate) mod illusions;
mod invitation;
pub mod learning;
mod learning_toolbar;
mod paste;
mod pasted_words;
mod reading_strip;
pub(crate) mod regression;
pub(crate) mod representation;
pub(crate) mod seeds;
mod solution_weights;
mod table_names;
mod verdict_panel;
