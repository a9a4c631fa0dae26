//! The pictures. Each draws one thing from a record and keeps nothing but what is costly.

pub(super) mod atlas;
pub(super) mod canvas;
pub(super) mod chart;
pub(super) mod dendrogram;
pub(super) mod dynamics;
pub(super) mod item_sides;
mod laid_out;
pub(super) mod map;
pub(super) mod matrices;
pub(super) mod microscope;
mod other_runs;
pub(crate) mod paint;
pub(super) mod pair_lines;
pub(super) mod pointed;
pub(super) mod predictions;
mod quantity;
pub(super) mod sample_errors;
pub(super) mod scaled;
pub(super) mod scene;
pub(super) mod similarity;
pub(super) mod solutions;
pub(super) mod spectrum;
pub(super) mod taught;
pub(super) mod theory;
pub(super) mod tree;
mod zoom;
