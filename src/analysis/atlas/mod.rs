//! The atlas: many runs side by side, each a cell of a plane of two parameters.
//!
//! A [`parameter::Parameter`] is what an [`axis::Axis`] changes, over its [`usual_axis`] where nobody
//! says another, its values at a [`spacing`]; two axes are a [`plane::Plane`],
//! which knows each [`cell::Cell`]'s experiment and the order from coarse to fine. An
//! [`filling::Atlas`] holds what has been computed of it. [`lines`] are theory's, [`section`] is
//! what runs settle to along one axis, [`curve`] a cell's loss in small.

pub mod axis;
pub mod cell;
pub mod curve;
pub mod filling;
pub mod lines;
pub mod parameter;
pub mod plane;
pub mod section;
pub mod spacing;
pub mod usual_axis;
