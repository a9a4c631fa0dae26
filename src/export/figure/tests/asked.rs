//! Sizes, titles, parts of a run: what is asked of a figure.

use super::*;
use crate::analysis::layout::Axes;
use crate::experiment::view::RsmScale;
use crate::export::paint::PaintError;
use crate::presets;

#[test]
fn titles_are_those_on_screen_or_the_one_asked_for_or_none() {
    let view = fixtures::named("notebook").view();
    let titled = |title| {
        let titled = drawn(&view, Subject::Dynamics, |options| options.title = title);
        texts(&titled.unwrap())
    };
    let usual = "Learning dynamics";
    assert!(titled(None).to_lowercase().contains(&usual.to_lowercase()));
    let asked = titled(Some("Four drops"));
    assert!(asked.contains("Four drops\n") && !asked.contains(usual));
    let none = titled(Some(""));
    assert!(!none.contains(usual) && none.contains("Epoch"));
    for subject in ALL {
        let none = drawn(&view, subject, |options| options.title = Some("")).unwrap();
        let usual = figure("notebook", subject);
        assert_eq!(none.title, usual.title);
        assert!(texts(&usual).contains(&usual.title), "{subject:?}");
        assert!(
            !texts(&none).contains(&format!("{}\n", usual.title)),
            "{subject:?}"
        );
    }
}

#[test]
fn a_figure_is_as_wide_and_high_as_asked_for() {
    let view = fixtures::named("shark").view();
    for subject in ALL {
        for (width_cm, height_cm) in [
            (Some(8.5), None),
            (Some(17.0), Some(9.0)),
            (None, Some(12.0)),
        ] {
            let page = PageSize {
                width_cm,
                height_cm,
            };
            let figure = drawn(&view, subject, |options| options.page = page).unwrap();
            let Size { width, height } = figure.drawing().size;
            for (side, cm) in [(width, width_cm), (height, height_cm)] {
                let points = cm.map_or(side, PageSize::points_of_cm);
                assert!((side - points).abs() < 1e-6, "{subject:?} {side} {points}");
            }
        }
        let page = PageSize {
            width_cm: Some(0.2),
            height_cm: None,
        };
        let refused = drawn(&view, subject, |options| options.page = page);
        let side = FigureError::Paint(PaintError::Side { cm: 0.2 });
        assert_eq!(refused, Err(side));
    }
}

#[test]
fn a_column_of_a_paper_has_the_matrix_below_the_dynamics() {
    let page = PageSize {
        width_cm: Some(8.5),
        height_cm: None,
    };
    let view = fixtures::named("notebook").view();
    let rsm = Subject::Rsm {
        epoch: 125,
        layer: 0,
    };
    let figure = drawn(&view, rsm, |options| options.page = page).unwrap();
    let Size { width, height } = figure.drawing().size;
    assert!(height > 1.3 * width, "{width} {height}");
    assert_eq!(violations(&figure), [""; 0]);
}

#[test]
fn a_part_of_the_run_is_drawn_and_one_that_it_has_not_is_refused() {
    let view = fixtures::named("notebook").view();
    let of = |epochs| {
        drawn(&view, Subject::Dynamics, |options| {
            options.dynamics.epochs = Some(epochs);
        })
    };
    let part = texts(&of([80, 160]).unwrap());
    assert!(part.contains("120\n") && !part.contains("200\n"), "{part}");
    for [from, to] in [[80, 250], [80, 80], [90, 80]] {
        let last = 249;
        assert_eq!(
            of([from, to]),
            Err(FigureError::NoEpochs { from, to, last })
        );
    }
}

#[test]
fn the_map_takes_the_modes_asked_for_and_refuses_others() {
    let view = fixtures::named("notebook").view();
    let map = Subject::Map {
        epoch: 200,
        layer: 0,
    };
    let of = |across, up| {
        drawn(&view, map, |options| {
            options.axes = Some(Axes { across, up });
        })
    };
    let text = texts(&of(3, Some(4)).unwrap());
    assert!(text.contains("mode 4") && text.contains("mode 5"), "{text}");
    for (across, up) in [(1, Some(1)), (8, Some(1)), (1, Some(8))] {
        assert_eq!(of(across, up), Err(FigureError::NoModes { n_modes: 8 }));
    }
}

#[test]
fn the_scale_and_the_layer_of_the_rsm_are_those_asked_for() {
    let view = fixtures::named("three layers").view();
    for (scale, words) in [
        (RsmScale::Run, "of the run's largest"),
        (RsmScale::Epoch, "of this epoch's"),
        (RsmScale::Cosine, "cosine"),
        (RsmScale::Final, "less"),
    ] {
        let rsm = Subject::Rsm {
            epoch: 300,
            layer: 2,
        };
        let figure = drawn(&view, rsm, |options| options.rsm_scale = scale).unwrap();
        let text = texts(&figure);
        assert!(text.contains(words) && text.contains("layer 3"), "{text}");
    }
}

#[test]
fn three_ways_are_compared() {
    let shallow = Experiment {
        hidden: Vec::new(),
        ..tree(3, 2)
    };
    let diverging = Experiment {
        lr: 900.0,
        ..Experiment::default()
    };
    for (experiment, words) in [
        (presets::shark(), "deep"),
        (shallow, "this network"),
        (diverging, "diverged"),
    ] {
        for is_log in [false, true] {
            let fonts = Fonts::bundled();
            let mut options = FigureOptions::new(&English, &fonts);
            options.dynamics.is_log = is_log;
            let figure = Figure::compare(&experiment, &options).expect("small enough");
            let text = texts(&figure);
            for words in [words, "regression", "no hidden layer"] {
                assert!(text.contains(words), "{words}: {text}");
            }
            assert_eq!(violations(&figure), [""; 0]);
        }
    }
    let mut large = tree(1, 100);
    large.data.tree_mut().expect("it is of one").n_features = 200_000;
    let fonts = Fonts::bundled();
    let refused = Figure::compare(&large, &FigureOptions::new(&English, &fonts));
    assert_eq!(refused, Err(FigureError::TooLarge));
}

#[test]
fn a_png_has_the_pixels_of_its_resolution() {
    let figure = figure("shark", Subject::Dynamics);
    let fonts = Fonts::bundled();
    for (dpi, width, height) in [(96.0, 720_u32, 440_u32), (240.0, 1800, 1100)] {
        let png = figure
            .render(FigureFormat::Png { dpi }, &fonts)
            .unwrap()
            .bytes;
        assert!(png.starts_with(b"\x89PNG"));
        assert_eq!(png[16..20], width.to_be_bytes());
        assert_eq!(png[20..24], height.to_be_bytes());
    }
    for dpi in [0.0, -1.0, f64::NAN, 1e9] {
        let refused = figure.render(FigureFormat::Png { dpi }, &fonts);
        assert!(matches!(
            refused,
            Err(FigureError::Paint(PaintError::Pixels { .. }))
        ));
    }
}
