//! Rules of every picture of items, modes and matrices, for every kind of run.

mod map;
mod matrices;
mod rsm;
mod speed;
mod trees;

use std::collections::BTreeSet;

use nalgebra::DMatrix;

use super::check::{Sans, violations};
use super::fixtures::{self, Fixture};
use super::*;
use crate::experiment::view::Scale;

/// A small panel, an ordinary one, a page.
const SIZES: [Size; 3] = [
    Size::new(300.0, 260.0),
    Size::new(560.0, 420.0),
    Size::new(1200.0, 900.0),
];

const SCALES: [Scale; 4] = [Scale::Run, Scale::Epoch, Scale::Cosine, Scale::Final];

/// Every picture of a run with what it is called.
pub(super) fn pictures(fixture: &Fixture, size: Size) -> Vec<(String, Drawing)> {
    let mut all = of_data(fixture, size);
    let n_epochs = fixture.experiment.n_epochs;
    for layer in 0..fixture.record.shape().n_hidden_layers {
        for epoch in [0, n_epochs / 2, n_epochs - 1] {
            all.extend(at(fixture, epoch, layer, size));
        }
    }
    all
}

fn of_data(fixture: &Fixture, size: Size) -> Vec<(String, Drawing)> {
    let (data, items) = (&fixture.data, &fixture.experiment.items);
    let illustration = &data.shown[..data.shown.len().min(10)];
    let whole = DataPicture::of(data, items);
    let last = DataPicture {
        illustration,
        picked: Some(1),
        ..DataPicture::last(data, items, 10)
    };
    let learned = ModeSides::of(&fixture.view(), Some(0)).unwrap();
    let mut all = vec![
        (
            "data".to_owned(),
            whole.layout(size, &Sans, &English).drawing,
        ),
        (
            "data-last".to_owned(),
            last.layout(size, &Sans, &English).drawing,
        ),
        (
            "modes".to_owned(),
            learned
                .titled(&English)
                .layout(size, &Sans, &English)
                .drawing,
        ),
        ("weights".to_owned(), weights(fixture, size).drawing),
        ("exercise".to_owned(), exercise(size).drawing),
    ];
    if let Some(recipe) = fixture.experiment.data.tree() {
        let tree = RecipeTree {
            recipe,
            items,
            title: Some("The structure behind them"),
        };
        all.push(("recipe".to_owned(), tree.layout(size, &Sans).drawing));
    }
    all
}

fn at(fixture: &Fixture, epoch: usize, layer: usize, size: Size) -> Vec<(String, Drawing)> {
    let (view, extent) = (fixture.view(), &fixture.extent);
    let mut all = Vec::new();
    for scale in SCALES {
        let rsm = Rsm::of(view, extent, epoch, layer, scale).unwrap();
        let rsm = Rsm {
            followed: &[[0, 1]],
            ..rsm
        };
        let drawing = rsm.titled(&English).layout(size, &Sans, &English).drawing;
        all.push((format!("rsm-{scale:?}-{epoch}-{layer}"), drawing));
    }
    let ways = MapWays::of(&view, extent, layer, None).unwrap();
    let map = Map::of(view, extent, &ways, epoch).unwrap();
    let drawing = map.titled(&English).layout(size, &Sans, &English).drawing;
    all.push((format!("map-{epoch}-{layer}"), drawing));
    let scale = TreeScale::of(&view, extent, layer).unwrap();
    let tree = ItemTree::of(view, extent, &scale, epoch).unwrap();
    let drawing = tree.titled(&English).layout(size, &Sans, &English).drawing;
    all.push((format!("tree-{epoch}-{layer}"), drawing));
    let slide = MicroscopeSlide::of(&fixture.data);
    let off = BTreeSet::from([1]);
    let microscope = Microscope::of(&view, extent, &slide, epoch, &off).unwrap();
    let drawing = microscope
        .titled(&English)
        .layout(size, &Sans, &English)
        .drawing;
    all.push((format!("microscope-{epoch}-{layer}"), drawing));
    all
}

/// The last features' weights, a network's that is off by little, and one that diverged.
fn weights(fixture: &Fixture, size: Size) -> MatricesLayout {
    let slide = MicroscopeSlide::of(&fixture.data);
    let off = slide.taught.map(|value| value * 0.97 - 0.01);
    let networks = [
        ("W, no hidden layer, lr 1000".to_owned(), Some(&off)),
        ("W, deep network, lr 100".to_owned(), None),
    ];
    let names = [fixture.experiment.items.clone(), slide.names.clone()];
    let first = ("W, regression".to_owned(), &slide.taught);
    let matrices = Matrices::of_weights(first, &networks, names, &English);
    matrices.layout(size, &Sans, &English)
}

fn exercise(size: Size) -> MatricesLayout {
    let truth = DMatrix::from_row_slice(3, 3, &[4.0, 5.0, 9.0, 0.0, 3.0, 8.0, 1.0, 7.0, 2.0]);
    let found = truth.map(|value| value + 0.4 - 0.1 * value);
    Matrices::of_exercise(&truth, &found, &English).layout(size, &Sans, &English)
}

#[test]
fn no_label_is_on_another_on_a_curve_on_a_dot_or_beyond_the_frame() {
    let mut found = Vec::new();
    for fixture in fixtures::all() {
        for size in SIZES {
            for (name, drawing) in pictures(fixture, size) {
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
