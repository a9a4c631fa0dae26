//! The pictures of items, modes and matrices, as text.

use super::{assert_picture, fonts};
use crate::picture::fixture_items::{PictureSize, SIZES, one_of_each};
use crate::picture::{check, fixtures};

/// The fixtures whose pictures of items have a snapshot each.
const FIXTURES: [&str; 11] = [
    "notebook",
    "shark",
    "diverged",
    "no hidden layer",
    "three layers",
    "16 items",
    "64 items",
    "real values",
    "null modes",
    "long names",
    "Japanese names",
];

#[test]
fn every_picture_of_items_is_as_before() {
    let measure = &fonts();
    for fixture in FIXTURES {
        let canvas = PictureSize {
            size: SIZES[1],
            measure,
        };
        for (kind, drawing) in one_of_each(fixtures::named(fixture), canvas) {
            let name = format!("items {fixture} {kind}").replace([' ', ','], "-");
            assert_picture(&name, &drawing);
        }
    }
}

#[test]
fn no_picture_of_items_breaks_a_rule_in_the_fonts_of_files_at_any_size() {
    let measure = &fonts();
    let mut found = Vec::new();
    for fixture in fixtures::all() {
        for size in [SIZES[0], SIZES[2]] {
            for (kind, drawing) in one_of_each(fixture, PictureSize { size, measure }) {
                let said = check::violations(&drawing, measure).into_iter();
                found.extend(said.map(|said| {
                    let width = size.width;
                    format!("{} {kind} {width}: {said}", fixture.name)
                }));
            }
        }
    }
    assert!(found.is_empty(), "{}: {found:#?}", found.len());
}
