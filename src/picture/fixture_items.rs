//! Every picture of items, modes and matrices of every fixture, for tests.

use std::collections::BTreeSet;

use nalgebra::DMatrix;

use super::fixtures::Fixture;
use super::{
    DataPicture, Drawing, English, ItemTree, Map, MapWays, Matrices, Measure, Microscope,
    MicroscopeSlide, ModeSides, RecipeTree, Rsm, Size, TreeScale,
};
use crate::experiment::view::RsmScale;

/// The sizes at which pictures are tried: a small panel, an ordinary one, a page.
pub(crate) const SIZES: [Size; 3] = [
    Size::new(300.0, 260.0),
    Size::new(560.0, 420.0),
    Size::new(1200.0, 900.0),
];

const SCALES: [RsmScale; 4] = [
    RsmScale::Run,
    RsmScale::Epoch,
    RsmScale::Cosine,
    RsmScale::Final,
];

/// How large a picture is, and in which fonts.
#[derive(Clone, Copy)]
pub(crate) struct PictureSize<'a> {
    /// Size.
    pub(crate) size: Size,
    /// How wide its texts are.
    pub(crate) measure: &'a dyn Measure,
}

/// Every picture of a run with its name: of the data, then of each hidden layer at the first, the
/// middle and the last epoch.
pub(crate) fn all(fixture: &Fixture, canvas: PictureSize<'_>) -> Vec<(String, Drawing)> {
    let mut all = vec![
        ("data".to_owned(), data(fixture, canvas)),
        ("data-last".to_owned(), last_data(fixture, canvas)),
        ("modes".to_owned(), modes(fixture, 0, canvas)),
        ("weights".to_owned(), weights(fixture, canvas)),
        ("exercise".to_owned(), exercise(canvas)),
    ];
    let recipe = recipe(fixture, canvas);
    all.extend(recipe.map(|drawing| ("recipe".to_owned(), drawing)));
    let n_epochs = fixture.experiment.n_epochs;
    for layer in 0..fixture.record.shape().n_hidden_layers {
        for epoch in [0, n_epochs / 2, n_epochs - 1] {
            let at = (epoch, layer);
            for scale in SCALES {
                let name = format!("rsm-{scale:?}-{epoch}-{layer}");
                all.push((name, rsm(fixture, at, scale, canvas)));
            }
            let named = [
                ("map", map(fixture, at, canvas)),
                ("tree", tree(fixture, at, canvas)),
                ("microscope", microscope(fixture, at, canvas)),
            ];
            let named = named.map(|(name, drawing)| (format!("{name}-{epoch}-{layer}"), drawing));
            all.extend(named);
        }
    }
    all
}

/// One picture of each kind with its name, of the first hidden layer while the run still learns.
pub(crate) fn one_of_each(
    fixture: &Fixture,
    canvas: PictureSize<'_>,
) -> Vec<(&'static str, Drawing)> {
    let n_epochs = fixture.experiment.n_epochs;
    let mut each = vec![
        ("data", data(fixture, canvas)),
        ("data last", last_data(fixture, canvas)),
        ("modes", modes(fixture, n_epochs / 2, canvas)),
        ("weights", weights(fixture, canvas)),
    ];
    if fixture.record.shape().n_hidden_layers > 0 {
        let at = (n_epochs / 2, 0);
        each.extend([
            ("rsm", rsm(fixture, at, RsmScale::Run, canvas)),
            ("rsm cosine", rsm(fixture, at, RsmScale::Cosine, canvas)),
            ("map", map(fixture, at, canvas)),
            ("tree", tree(fixture, at, canvas)),
            ("microscope", microscope(fixture, at, canvas)),
        ]);
    }
    each
}

fn data(fixture: &Fixture, canvas: PictureSize<'_>) -> Drawing {
    let whole = DataPicture::of(&fixture.data, &fixture.experiment.items);
    let layout = whole.layout(canvas.size, canvas.measure, &English);
    layout.drawing
}

/// The last features beside an illustration, one of them picked.
fn last_data(fixture: &Fixture, canvas: PictureSize<'_>) -> Drawing {
    let (data, items) = (&fixture.data, &fixture.experiment.items);
    let last = DataPicture {
        illustration: &data.shown[..data.shown.len().min(10)],
        picked: Some(1),
        ..DataPicture::last(data, items, 10)
    };
    last.layout(canvas.size, canvas.measure, &English).drawing
}

fn modes(fixture: &Fixture, epoch: usize, canvas: PictureSize<'_>) -> Drawing {
    let row = fixture.record.row_at(epoch);
    let modes = ModeSides::of(&fixture.view(), Some(row)).unwrap();
    let modes = modes.titled(&English);
    modes.layout(canvas.size, canvas.measure, &English).drawing
}

/// The last features' weights, a network's that is off by little, and one that diverged.
fn weights(fixture: &Fixture, canvas: PictureSize<'_>) -> Drawing {
    let slide = MicroscopeSlide::of(&fixture.data);
    let off = slide.taught.map(|value| value * 0.97 - 0.01);
    let networks = [
        ("W, no hidden layer, lr 1000".to_owned(), Some(&off)),
        ("W, deep network, lr 100".to_owned(), None),
    ];
    let names = [fixture.experiment.items.clone(), slide.names.clone()];
    let first = ("W, regression".to_owned(), &slide.taught);
    let matrices = Matrices::of_weights(first, &networks, names, &English);
    let layout = matrices.layout(canvas.size, canvas.measure, &English);
    layout.drawing
}

fn exercise(canvas: PictureSize<'_>) -> Drawing {
    let truth = DMatrix::from_row_slice(3, 3, &[4.0, 5.0, 9.0, 0.0, 3.0, 8.0, 1.0, 7.0, 2.0]);
    let found = truth.map(|value| value + 0.4 - 0.1 * value);
    let exercise = Matrices::of_exercise(&truth, &found, &English);
    let layout = exercise.layout(canvas.size, canvas.measure, &English);
    layout.drawing
}

fn recipe(fixture: &Fixture, canvas: PictureSize<'_>) -> Option<Drawing> {
    let tree = RecipeTree {
        recipe: fixture.experiment.data.tree()?,
        items: &fixture.experiment.items,
        title: Some("The structure behind them"),
    };
    Some(tree.layout(canvas.size, canvas.measure).drawing)
}

/// An epoch and a hidden layer, from 0.
type Place = (usize, usize);

fn rsm(
    fixture: &Fixture,
    (epoch, layer): Place,
    scale: RsmScale,
    canvas: PictureSize<'_>,
) -> Drawing {
    let rsm = Rsm::of(fixture.view(), &fixture.extent, epoch, layer, scale).unwrap();
    let rsm = Rsm {
        followed: &[[0, 1]],
        ..rsm.titled(&English)
    };
    rsm.layout(canvas.size, canvas.measure, &English).drawing
}

fn map(fixture: &Fixture, (epoch, layer): Place, canvas: PictureSize<'_>) -> Drawing {
    let (view, extent) = (fixture.view(), &fixture.extent);
    let ways = MapWays::of(&view, extent, layer, None).unwrap();
    let map = Map::of(view, extent, &ways, epoch).unwrap();
    let map = map.titled(&English);
    map.layout(canvas.size, canvas.measure, &English).drawing
}

fn tree(fixture: &Fixture, (epoch, layer): Place, canvas: PictureSize<'_>) -> Drawing {
    let (view, extent) = (fixture.view(), &fixture.extent);
    let scale = TreeScale::of(&view, extent, layer).unwrap();
    let tree = ItemTree::of(view, extent, &scale, epoch).unwrap();
    let tree = tree.titled(&English);
    tree.layout(canvas.size, canvas.measure, &English).drawing
}

/// The microscope with its second mode switched off.
fn microscope(fixture: &Fixture, (epoch, _): Place, canvas: PictureSize<'_>) -> Drawing {
    let (view, extent) = (fixture.view(), &fixture.extent);
    let slide = MicroscopeSlide::of(&fixture.data);
    let off = BTreeSet::from([1]);
    let microscope = Microscope::of(&view, extent, &slide, epoch, &off).unwrap();
    let microscope = microscope.titled(&English);
    let layout = microscope.layout(canvas.size, canvas.measure, &English);
    layout.drawing
}
