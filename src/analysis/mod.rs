//! Results read off a run, or predicted before it.
//!
//! Of the data: [`levels`], the modes that are learned as one; [`fitting_lr`], how large a learning
//! rate may be. Of a record: [`extent`], its largest values; [`half_rise`], when a mode is half
//! learned; [`stages`], when each mode rose and the loss fell; [`settling`], how many epochs a loss
//! needs; [`illusion`], false beliefs on the way; [`layout`], the items in two dimensions;
//! [`dendrogram`], the items as a tree; [`microscope`], the network as a product of its modes.
//! [`theory`] predicts most of this before the first epoch.
//!
//! Beside single runs: [`run_summary`], a run in a few numbers, and [`atlas`], many of them side by
//! side; [`band`], the same run from many draws; [`regression`], the solution without
//! training, and [`exercise`], a small one to play with; [`comparison`], of the solution with two
//! networks; [`self_check`], the tutorial's exercises set to this program.

pub mod atlas;
pub mod band;
pub mod comparison;
pub mod dendrogram;
pub mod exercise;
pub mod extent;
pub mod fitting_lr;
pub mod half_rise;
pub mod illusion;
pub mod layout;
pub mod levels;
pub mod microscope;
pub mod mode_groups;
pub mod regression;
pub mod run_summary;
pub mod self_check;
pub mod settling;
pub mod stages;
pub mod theory;
