//! Answers to the questions, computed from the present run. Where it shows nothing of one, or
//! something else, nothing is said.

mod atlas;
mod data;
mod evidence;
mod illusions;
mod learning;
mod regression;
#[cfg(test)]
mod tests;

pub(crate) use atlas::{beyond, drops, speed};
pub(crate) use data::{flip, modes, sample};
pub(crate) use evidence::{Evidence, Seen};
pub(crate) use illusions::{exception, illusion, no_illusion};
pub(crate) use learning::{bumps, first_split, wait};
pub(crate) use regression::{one_factor, same_end, singular};
