//! What is read off a run, or foreseen before it.
//!
//! What a record shows: [`stages`], when each mode rose and the loss fell; [`illusion`], what is
//! believed on the way; [`layout`], the items in two dimensions; [`dendrogram`], the items as a
//! tree; [`microscope`], the network as a product of its modes. [`theory`] knows most of it before
//! the first epoch, and [`fitting_lr`] how large a learning rate may be.
//!
//! Beside the runs: [`band`], the same run from many draws; [`regression`], the same answer without
//! training, and [`exercise`], to play with; [`comparison`], of that with two networks;
//! [`self_check`], the tutorial's exercises set to this program.

pub mod band;
pub mod comparison;
pub mod dendrogram;
pub mod exercise;
pub mod extent;
pub mod fitting_lr;
pub mod illusion;
pub mod layout;
pub mod levels;
pub mod microscope;
pub mod regression;
pub mod self_check;
pub mod stages;
pub mod theory;
