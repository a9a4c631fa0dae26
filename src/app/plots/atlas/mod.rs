//! The pictures of the Atlas view: the map of many runs, the section, and the loss of one cell
//! beside the pointer.

mod beside_pointer;
pub(crate) mod map;
pub(crate) mod section;
