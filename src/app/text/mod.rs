//! All that is said: the catalogue's words, names, sentences read off a run, refusals.

mod command_words;
pub(crate) mod format;
pub(crate) mod line_breaks;
pub(crate) mod message;
pub(crate) mod names;
pub(crate) mod notice;
mod phrases;
pub(crate) mod reading;
mod refusal;
pub(crate) mod status;
pub(crate) mod story;
pub(crate) mod verdict;
pub mod words;
