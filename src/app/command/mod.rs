//! All that one can ask for, as plain data.

pub mod action;
pub mod language;
pub(crate) mod notice;
pub mod picture;
pub mod product;
pub mod purpose;
pub mod question;
pub mod view;
