//! Sentences that say what is wrong with a user's file, in the language of the window.

mod data;
mod figure;
mod file;
mod pair;
mod value;

#[cfg(test)]
mod tests;
