//! The pictures of atlases and sections, as text.

use super::{assert_picture, fonts};
use crate::analysis::atlas::cell::Quantity;
use crate::picture::fixture_atlas::{AtlasFixture, HALF, NOTEBOOK, SHAPES, THREE_LAYERS, section};
use crate::picture::fixture_items::SIZES;
use crate::picture::{CellCurve, English, SectionQuantity, Size, check};

/// A column of a paper.
const COLUMN: Size = Size::new(321.0, 310.0);

/// Every fixture of an atlas with its name.
fn atlases() -> [(&'static str, &'static AtlasFixture); 4] {
    [
        ("notebook", &NOTEBOOK),
        ("half", &HALF),
        ("three layers", &THREE_LAYERS),
        ("shapes", &SHAPES),
    ]
}

#[test]
fn every_atlas_is_as_before() {
    let shown = [
        ("notebook epochs", &*NOTEBOOK, Quantity::EpochsBelow),
        ("notebook drops", &NOTEBOOK, Quantity::Drops),
        ("notebook belief", &NOTEBOOK, Quantity::FalseBelief),
        ("notebook loss", &NOTEBOOK, Quantity::LastLoss),
        ("notebook diverged", &NOTEBOOK, Quantity::DivergedAt),
        ("half epochs", &HALF, Quantity::EpochsBelow),
        ("three layers epochs", &THREE_LAYERS, Quantity::EpochsBelow),
        ("shapes epochs", &SHAPES, Quantity::EpochsBelow),
    ];
    for (name, fixture, quantity) in shown {
        let picture = fixture.picture(quantity).titled(&English);
        let layout = picture.layout(SIZES[1], &fonts(), &English);
        assert_picture(&format!("atlas {name}").replace(' ', "-"), &layout.drawing);
    }
}

#[test]
fn every_section_is_as_before() {
    let shown = [
        ("strength", SectionQuantity::FirstMode),
        ("loss", SectionQuantity::Loss),
    ];
    for (name, shows) in shown {
        let picture = section(shows).titled(&English);
        let layout = picture.layout(SIZES[1], &fonts(), &English);
        assert_picture(&format!("section-{name}"), &layout.drawing);
    }
}

#[test]
fn the_loss_of_a_cell_is_as_before() {
    let best = NOTEBOOK.atlas.best().unwrap();
    let curve = NOTEBOOK.atlas.curve(best.cell);
    let drawing = CellCurve { curve }.layout(Size::new(150.0, 80.0), &fonts());
    assert_picture("atlas-cell-curve", &drawing);
}

#[test]
fn no_atlas_breaks_a_rule_at_any_size() {
    let fonts = fonts();
    let mut found = Vec::new();
    for size in SIZES.into_iter().chain([COLUMN]) {
        for (name, fixture) in atlases() {
            for quantity in Quantity::ALL {
                let picture = fixture.picture(quantity).titled(&English);
                let drawing = picture.layout(size, &fonts, &English).drawing;
                let said = check::violations(&drawing, &fonts).into_iter();
                found
                    .extend(said.map(|said| format!("{name} {quantity:?} {}: {said}", size.width)));
            }
        }
        for shows in [SectionQuantity::FirstMode, SectionQuantity::Loss] {
            let drawing = section(shows)
                .titled(&English)
                .layout(size, &fonts, &English)
                .drawing;
            let said = check::violations(&drawing, &fonts).into_iter();
            found.extend(said.map(|said| format!("section {shows:?} {}: {said}", size.width)));
        }
    }
    assert!(found.is_empty(), "{}: {found:#?}", found.len());
}

#[test]
fn a_column_of_a_paper_has_room_for_an_atlas() {
    let picture = NOTEBOOK.picture(Quantity::EpochsBelow).titled(&English);
    let layout = picture.layout(COLUMN, &fonts(), &English);
    assert_picture("atlas-column", &layout.drawing);
    assert!(
        layout.plane.width() > 0.5 * COLUMN.width,
        "{:?}",
        layout.plane
    );
    let layout = section(SectionQuantity::FirstMode).layout(COLUMN, &fonts(), &English);
    assert_picture("section-column", &layout.drawing);
}

#[test]
fn a_point_of_the_plane_tells_its_cell_and_its_values() {
    let picture = NOTEBOOK.picture(Quantity::EpochsBelow);
    let layout = picture.layout(SIZES[1], &fonts(), &English);
    let plane = NOTEBOOK.atlas.plane();
    for (x, &lr) in plane.x.values().iter().enumerate() {
        for (y, &gamma) in plane.y.values().iter().enumerate() {
            let at = layout.point_at([lr, gamma]);
            let cell = layout.cell_at(at).unwrap();
            assert_eq!((cell.x, cell.y), (x, y));
            assert!(layout.cell_area(cell).contains(at));
            let [found, scale] = layout.values_at(at).unwrap();
            assert!((found / lr - 1.0).abs() < 1e-9 && (scale / gamma - 1.0).abs() < 1e-9);
        }
    }
    assert_eq!(layout.cell_at(layout.point_at([400.0, 1.0])), None);
}
