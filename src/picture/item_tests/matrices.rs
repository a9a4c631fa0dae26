//! Data, weights and the microscope: what colours stand for, and what is at a point.

use super::*;
use crate::model::{Setup, Training};

fn cells(drawing: &Drawing) -> Vec<Colour> {
    let colour = |shape: &Shape| match shape {
        Shape::Fill { paint, .. } => Some(paint.colour),
        _ => None,
    };
    drawing.shapes.iter().filter_map(colour).collect()
}

#[test]
fn zero_is_neutral_in_weights_counts_and_real_values() {
    let zero = |value: f64| CellScale::of(&[value, 60.0, 0.0].into_iter()).colour(0.0);
    assert_eq!([zero(1.0), zero(-1.0)], [Colour::Signed(0.0); 2]);
    let analytical = DMatrix::from_row_slice(1, 2, &[0.0, -2.0]);
    let off = DMatrix::from_row_slice(1, 2, &[0.5, -2.0]);
    let matrices = Matrices::of_weights(
        ("W".to_owned(), &analytical),
        &[("net".to_owned(), Some(&off))],
        [Vec::new(), Vec::new()],
        &English,
    );
    let drawing = matrices.layout(SIZES[1], &Sans, &English).drawing;
    let signed = |value| Colour::Signed(value);
    let expected = [0.0, -1.0, 0.25, -1.0, 1.0, 0.0].map(signed);
    assert_eq!(cells(&drawing), expected);
    let says = |words: &str| drawing.labels().any(|label| label.text == words);
    assert!(says("W") && says("net") && says("difference, ±0.5"));
}

#[test]
fn weights_of_a_network_that_diverged_are_said_to_have() {
    let analytical = DMatrix::from_row_slice(3, 1, &[0.0, -2.0, 1.0]);
    let wild = DMatrix::from_row_slice(3, 1, &[f64::NAN, f64::INFINITY, 0.0]);
    for weights in [None, Some(&wild)] {
        let matrices = Matrices::of_weights(
            ("W".to_owned(), &analytical),
            &[("net".to_owned(), weights)],
            [Vec::new(), Vec::new()],
            &English,
        );
        let layout = matrices.layout(SIZES[1], &Sans, &English);
        assert_eq!(layout.grids.len(), 2);
        assert!(
            layout
                .drawing
                .labels()
                .any(|label| label.text == "diverged")
        );
    }
}

#[test]
fn the_exercise_has_its_numbers_in_its_cells_and_outlines_the_wrong_ones() {
    let truth = DMatrix::from_row_slice(2, 2, &[4.0, 0.0, 9.0, 1.0]);
    let found = DMatrix::from_row_slice(2, 2, &[4.0004, -0.0001, 8.2, 1.0]);
    let exercise = Matrices::of_exercise(&truth, &found, &English);
    let drawing = exercise.layout(SIZES[1], &Sans, &English).drawing;
    for number in ["4", "9", "4.000", "8.200", "−0.800", "0.000", "−10⁻⁴"] {
        let is_there = drawing.labels().any(|label| label.text == number);
        assert!(is_there, "{number}");
    }
    let wrong = drawing.shapes.iter().filter(
        |shape| matches!(shape, Shape::Outline { paint, .. } if paint.colour == Colour::Error),
    );
    assert_eq!(wrong.count(), 1);
    let ink = drawing
        .labels()
        .find(|label| label.text == "9")
        .map(|label| label.paint.colour);
    assert_eq!(ink, Some(Colour::OnSigned(1.0)));
}

#[test]
fn a_cell_of_the_data_is_found_in_its_block_and_an_item_in_every_matrix() {
    let fixture = fixtures::named("shark");
    let data = DataPicture::of(&fixture.data, &fixture.experiment.items);
    assert_eq!(data.blocks.len(), 2);
    assert_eq!(data.scale(), CellScale::Sign);
    let layout = data.layout(SIZES[2], &Sans, &English);
    let at = layout.blocks[1].cell(3, 2).centre();
    assert_eq!(layout.cell_at(at), Some((3, (1, 2))));
    let at = layout.aside[0].cell(5, 1).centre();
    assert_eq!((layout.cell_at(at), layout.item_at(at)), (None, Some(5)));
    assert_eq!(layout.aside_at(at), Some((0, (5, 1))));
    let says = |words: &str| layout.drawing.labels().any(|label| label.text == words);
    assert!(says("40 of 10001 features") && says("has_bones") && says("yes") && says("no"));
}

#[test]
fn counts_have_a_bar_from_zero_and_real_values_one_of_both_signs() {
    for (name, has_minus) in [("counts", false), ("real values", true)] {
        let fixture = fixtures::named(name);
        let data = DataPicture::of(&fixture.data, &fixture.experiment.items);
        let drawing = data.layout(SIZES[1], &Sans, &English).drawing;
        let minus = drawing.labels().any(|label| label.text.starts_with('−'));
        assert_eq!(minus, has_minus, "{name}");
        assert!(drawing.labels().all(|label| label.text != "yes"));
    }
}

#[test]
fn the_microscope_tells_which_mode_a_point_switches() {
    let fixture = fixtures::named("shark");
    let (view, extent) = (fixture.view(), &fixture.extent);
    let slide = MicroscopeSlide::of(&fixture.data);
    let off = BTreeSet::from([2]);
    let microscope = Microscope::of(&view, extent, &slide, 249, &off).expect("it has one");
    let layout = microscope.layout(SIZES[1], &Sans, &English);
    let grid = |factor: Factor| layout.grids[factor as usize].1;
    let centre = |factor, row, col| grid(factor).cell(row, col).centre();
    assert_eq!(layout.mode_at(layout.switches[4].centre()), Some(4));
    assert_eq!(layout.mode_at(centre(Factor::Features, 0, 3)), Some(3));
    assert_eq!(layout.mode_at(centre(Factor::Items, 6, 0)), Some(6));
    assert_eq!(layout.mode_at(centre(Factor::Product, 6, 0)), None);
    assert_eq!(
        layout.cell_at(centre(Factor::Product, 6, 1)),
        Some((Factor::Product, (6, 1)))
    );
    assert!(microscope.farthest() > 0.1);
    let all = BTreeSet::new();
    let whole = Microscope::of(&view, extent, &slide, 249, &all).expect("it has one");
    assert!(whole.farthest() < 0.05, "{}", whole.farthest());
}

#[test]
fn the_microscope_says_that_it_shows_an_earlier_epoch() {
    let fixture = fixtures::named("64 items");
    let experiment = &fixture.experiment;
    let network = Setup::new(experiment, None).network(experiment);
    let training = Training::with_stride(network, experiment.lr, experiment.n_epochs, 1);
    let training = training.with_aligned_stride(40);
    let (record, ..) = training.run(experiment.row_shape());
    let view = RunView {
        record: &record,
        ..fixture.view()
    };
    let slide = MicroscopeSlide::of(&fixture.data);
    let off = BTreeSet::new();
    let at = |view: &RunView<'_>, epoch| {
        let microscope = Microscope::of(view, &fixture.extent, &slide, epoch, &off);
        let microscope = microscope.expect("it has one").titled(&English);
        let drawing = microscope.layout(SIZES[2], &Sans, &English).drawing;
        assert_eq!(violations(&drawing, &Sans), Vec::<String>::new());
        let labels = drawing.labels().map(|label| label.text.clone());
        (
            microscope.when.epoch,
            microscope.product.clone(),
            labels.collect::<Vec<_>>().join("\n"),
        )
    };
    let (epoch, product, labels) = at(&view, 130);
    assert_eq!(epoch, 120);
    assert!(labels.contains("epoch 120"), "{labels}");
    assert!(
        labels.contains("at epoch 120; A of epoch 130 is not kept"),
        "{labels}"
    );
    // All of it is of the epoch that it says.
    let (epoch, of_whole, labels) = at(&fixture.view(), 120);
    assert_eq!((epoch, product), (120, of_whole));
    assert!(!labels.contains("not kept"), "{labels}");
    assert!(!at(&view, 199).2.contains("not kept"));
}

#[test]
fn two_pictures_side_by_side_keep_their_labels_apart() {
    let fixture = fixtures::named("shark");
    let data = DataPicture::last(&fixture.data, &fixture.experiment.items, 10);
    let drawing = || data.layout(SIZES[1], &Sans, &English).drawing;
    let both = beside(drawing(), drawing(), 12.0);
    assert_eq!(both.size, Size::new(2.0 * 560.0 + 12.0, 420.0));
    assert_eq!(violations(&both, &Sans), Vec::<String>::new());
}

#[test]
fn names_and_captions_are_whole_where_there_is_room() {
    let items = &fixtures::named("shark").experiment.items;
    let analytical = DMatrix::from_element(3, items.len(), 1.0);
    let off = DMatrix::from_element(3, items.len(), 0.5);
    let features = ["has_bones", "cannot_speak", "feature"].map(str::to_owned);
    let matrices = Matrices::of_weights(
        ("regression".to_owned(), &analytical),
        &[
            ("no hidden layer, lr 1000".to_owned(), Some(&off)),
            ("deep network, lr 100".to_owned(), Some(&off)),
        ],
        [items.clone(), features.to_vec()],
        &English,
    );
    let size = Size::new(740.0, 240.0);
    let drawing = matrices.layout(size, &Sans, &English).drawing;
    assert_eq!(violations(&drawing, &Sans), Vec::<String>::new());
    let texts: Vec<&str> = drawing.labels().map(|label| label.text.as_str()).collect();
    assert!(texts.iter().all(|text| !text.contains('…')), "{texts:?}");
    for whole in items.iter().chain(&features) {
        assert!(texts.contains(&whole.as_str()), "{whole} {texts:?}");
    }
    for word in ["hidden", "layer", "network"] {
        let is_whole = texts.iter().any(|text| text.contains(word));
        assert!(is_whole, "{word} {texts:?}");
    }
}

#[test]
fn every_row_beside_narrow_columns_has_its_name() {
    let values = DMatrix::from_element(12, 200, 1.0);
    let matrix = CellMatrix::new("W".to_owned(), Some(values), CellScale::Sign);
    let rows: Vec<String> = (1..=12).map(|i| format!("item {i}")).collect();
    let matrices = Matrices {
        groups: vec![vec![matrix]],
        rows: rows.clone(),
        columns: Vec::new(),
        has_numbers: false,
    };
    let drawing = matrices
        .layout(Size::new(740.0, 300.0), &Sans, &English)
        .drawing;
    for name in &rows {
        let is_written = drawing.labels().any(|label| label.text == *name);
        assert!(is_written, "{name}");
    }
}
