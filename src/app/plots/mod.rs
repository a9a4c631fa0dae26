//! The pictures. Each draws one thing from a record and keeps nothing but what is costly.

pub(super) mod axes;
pub(super) mod canvas;
pub(super) mod curves;
pub(super) mod dendrogram;
pub(super) mod dynamics;
pub(super) mod epoch_axis;
pub(super) mod item_sides;
pub(super) mod map;
pub(super) mod matrices;
pub(super) mod microscope;
pub(crate) mod paint;
pub(super) mod pair_lines;
mod pointed_line;
pub(super) mod predictions;
pub(super) mod scaled;
pub(super) mod scene;
pub(super) mod similarity;
pub(super) mod solutions;
pub(super) mod spectrum_bars;
mod spread;
pub(super) mod taught;
pub(super) mod theory;
pub(super) mod tree;
