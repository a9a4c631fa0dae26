//! Rules of every picture of items, modes and matrices, for every kind of run.

mod map;
mod matrices;
mod rsm;
mod speed;
mod trees;

use std::collections::BTreeSet;

use nalgebra::DMatrix;

use super::check::{Sans, violations};
use super::fixture_items::{self, PictureSize, SIZES};
use super::fixtures;
use super::*;
use crate::experiment::view::RsmScale;

#[test]
fn no_label_is_on_another_on_a_curve_on_a_dot_or_beyond_the_frame() {
    let mut found = Vec::new();
    for fixture in fixtures::all() {
        for size in SIZES {
            let measure = &Sans;
            for (name, drawing) in fixture_items::all(fixture, PictureSize { size, measure }) {
                for violation in violations(&drawing, &Sans) {
                    found.push(format!(
                        "{} {name} {}: {violation}",
                        fixture.name, size.width
                    ));
                }
            }
        }
    }
    assert!(
        found.is_empty(),
        "{}: {:#?}",
        found.len(),
        &found[..found.len().min(60)]
    );
}
