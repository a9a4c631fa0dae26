//! Whole sessions without a window and without a disk: nothing unsaved is lost without a question,
//! and nothing is asked twice.

mod choosing;
mod disk;
mod model;
mod property;
mod stories;
