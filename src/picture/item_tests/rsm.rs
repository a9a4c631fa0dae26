//! RSMs: what colours stand for, of which runs there are any, and which names are written.

use super::*;
use crate::model::record::RowShape;
use crate::model::{Outcome, Record};

fn rsm(name: &str, epoch: usize, layer: usize, scale: RsmScale) -> Rsm<'static> {
    let fixture = fixtures::named(name);
    let rsm = Rsm::of(fixture.view(), &fixture.extent, epoch, layer, scale);
    rsm.expect("it has one")
}

fn layout(rsm: &Rsm<'_>, width: f64, height: f64) -> RsmLayout {
    rsm.layout(Size::new(width, height), &Sans, &English)
}

fn fills(drawing: &Drawing) -> Vec<f64> {
    let value = |shape: &Shape| match shape {
        Shape::Fill { paint, .. } => match paint.colour {
            Colour::Similarity(value) => Some(value),
            _ => None,
        },
        _ => None,
    };
    drawing.shapes.iter().filter_map(value).collect()
}

fn says(drawing: &Drawing, words: &str) -> bool {
    drawing.labels().any(|label| label.text.contains(words))
}

#[test]
fn negative_similarity_has_the_colour_of_its_value_and_a_place_on_the_bar() {
    let rsm = rsm("real values", 249, 0, RsmScale::Run);
    let layout = layout(&rsm, 560.0, 420.0);
    let least = layout.values.iter().copied().fold(0.0, f64::min);
    assert!(least < -0.2, "{least}");
    let colours = fills(&layout.drawing);
    assert_eq!(&colours[..36], &layout.values[..]);
    let bar = &colours[36..];
    assert!(bar[0] < -0.2 && bar[bar.len() - 1] > 0.95, "{bar:?}");
    assert!(says(&layout.drawing, "−0.5"));
}

#[test]
fn a_diverged_run_shows_its_last_steady_epoch_and_says_so() {
    let rsm = rsm("diverged", 249, 0, RsmScale::Run).titled(&English);
    let layout = layout(&rsm, 560.0, 420.0);
    let largest = layout.values.iter().copied().fold(0.0, f64::max);
    assert!(rsm.moment.is_earlier && largest > 0.5, "{largest}");
    assert!(says(&layout.drawing, "the last before the run diverges"));
}

#[test]
fn every_scale_is_named_on_the_bar_at_any_size() {
    for (scale, words) in [
        (RsmScale::Run, "of the run's largest"),
        (RsmScale::Epoch, "of this epoch's"),
        (RsmScale::Cosine, "cosine"),
        (RsmScale::Final, "epoch 249"),
    ] {
        for (width, height) in [(300.0, 260.0), (1200.0, 900.0)] {
            let layout = layout(&rsm("notebook", 200, 0, scale), width, height);
            assert!(says(&layout.drawing, words), "{scale:?} {width}");
        }
    }
}

#[test]
fn where_the_runs_scale_shows_nothing_it_says_which_would() {
    let note = "This epoch's own scale";
    let is_said = |epoch, scale| {
        let layout = layout(&rsm("notebook", epoch, 0, scale), 1200.0, 900.0);
        says(&layout.drawing, note)
    };
    assert!(
        is_said(0, RsmScale::Run) && !is_said(0, RsmScale::Epoch) && !is_said(0, RsmScale::Cosine)
    );
    assert!(!is_said(249, RsmScale::Run));
}

#[test]
fn the_cell_at_a_point_is_the_pair_that_is_painted_there() {
    let layout = layout(&rsm("notebook", 200, 0, RsmScale::Run), 560.0, 420.0);
    assert_eq!(
        layout.cell_at(layout.grid.cell(2, 5).centre()),
        Some((2, 5))
    );
    assert_eq!(layout.cell_at(Point::new(1.0, 1.0)), None);
    let extremes = rsm("notebook", 249, 0, RsmScale::Run).extreme_pairs();
    let [([a, b], most), (_, least)] = extremes.expect("it has pairs");
    assert!(
        (a / 2 == b / 2) && most > 0.1 && least < 0.05,
        "{a} {b} {most} {least}"
    );
}

#[test]
fn all_items_are_named_where_there_is_room_and_else_it_says_how_many_there_are() {
    let named = |name: &str, width, height| {
        let layout = layout(&rsm(name, 199, 0, RsmScale::Run), width, height);
        let items = &fixtures::named(name).experiment.items;
        let is_item = |label: &&Label| items.contains(&label.text);
        let n = layout.drawing.labels().filter(is_item).count();
        (n, says(&layout.drawing, "items"))
    };
    for size in [(220.0, 180.0), (300.0, 260.0), (560.0, 420.0)] {
        assert_eq!(named("notebook", size.0, size.1), (16, false));
    }
    assert_eq!(named("16 items", 300.0, 280.0), (32, false));
    assert_eq!(named("64 items", 560.0, 420.0), (64, true));
    assert_eq!(named("64 items", 1200.0, 900.0), (128, false));
}

#[test]
fn each_hidden_layer_has_its_own() {
    let layer = |layer| rsm("three layers", 399, layer, RsmScale::Run).titled(&English);
    let values = |of| layout(&layer(of), 560.0, 420.0).values;
    assert_ne!(values(0), values(2));
    assert!(layer(1).title.expect("a title").contains("layer 2"));
}

#[test]
fn what_a_run_does_not_have_is_an_error() {
    let fixture = fixtures::named("no hidden layer");
    let (view, extent) = (fixture.view(), &fixture.extent);
    let (layer, n_layers) = (0, 0);
    let none = PictureError::NoLayer { layer, n_layers };
    assert_eq!(Rsm::of(view, extent, 3, 0, RsmScale::Run).err(), Some(none));
    assert_eq!(MapWays::of(&view, extent, 0, None).err(), Some(none));
    assert_eq!(TreeScale::of(&view, extent, 0).err(), Some(none));
    let fixture = fixtures::named("notebook");
    let (view, extent) = (fixture.view(), &fixture.extent);
    let (epoch, last) = (250, 249);
    let beyond = PictureError::NoEpoch { epoch, last };
    assert_eq!(
        Rsm::of(view, extent, 250, 0, RsmScale::Run).err(),
        Some(beyond)
    );
    let without = RunView { data: None, ..view };
    assert_eq!(
        MapWays::of(&without, extent, 0, None).err(),
        Some(PictureError::NoData)
    );
    assert_eq!(
        ModeSides::of(&without, None).err(),
        Some(PictureError::NoData)
    );
    let empty = Record::new(fixture.record.shape());
    let view = RunView {
        record: &empty,
        ..view
    };
    assert_eq!(
        Rsm::of(view, extent, 0, 0, RsmScale::Run).err(),
        Some(PictureError::Empty)
    );
    assert_eq!(
        TreeScale::of(&view, extent, 0).err(),
        Some(PictureError::Empty)
    );
}

#[test]
fn one_item_has_an_rsm_but_neither_map_nor_tree() {
    let mut record = Record::new(RowShape {
        n_items: 1,
        n_hidden_layers: 1,
        n_watched: 0,
    });
    record.push_row(0, 1.0, &[1.0], &[1.0], &[1.0], &[]);
    let data = DataView {
        modes: crate::model::DataModes::of(&DMatrix::from_element(2, 1, 1.0)),
        n_features: 2,
        shown: Vec::new(),
        population: None,
    };
    let extent = crate::analysis::extent::Extent::of(&record, 1.0);
    let items = ["Ant".to_owned()];
    let view = RunView {
        items: &items,
        groups: &[],
        watched: &[],
        n_epochs: 1,
        record: &record,
        outcome: Outcome::Finished,
        data: Some(&data),
    };
    let rsm = Rsm::of(view, &extent, 0, 0, RsmScale::Run).expect("it has one");
    let drawing = layout(&rsm, 300.0, 260.0).drawing;
    assert_eq!(violations(&drawing, &Sans), Vec::<String>::new());
    assert_eq!(rsm.extreme_pairs(), None);
    assert_eq!(
        MapWays::of(&view, &extent, 0, None).err(),
        Some(PictureError::OneItem)
    );
    assert_eq!(
        TreeScale::of(&view, &extent, 0).err(),
        Some(PictureError::OneItem)
    );
    let data = DataPicture::of(&data, &items);
    let drawing = data
        .layout(Size::new(300.0, 260.0), &Sans, &English)
        .drawing;
    assert_eq!(violations(&drawing, &Sans), Vec::<String>::new());
}
