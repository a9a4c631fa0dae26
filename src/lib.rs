//! modescope shows how a deep *linear* network learns.
pub mod data;
pub mod draw;
pub mod model;
