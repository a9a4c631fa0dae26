//! Faults that exported figures once had.

use super::*;
use crate::picture::{Colour, Rgb, Shape};

/// The colours of the cells that a figure fills with values of this kind.
fn cells(figure: &Figure, is_of: impl Fn(Colour) -> Option<f64>) -> Vec<(f64, Rgb)> {
    let shapes = figure.drawing().shapes.iter();
    let cell = |shape: &Shape| match shape {
        Shape::Fill { paint, .. } => {
            let value = is_of(paint.colour)?;
            Some((value, Palette::LIGHT.rgb(paint.colour)))
        }
        _ => None,
    };
    shapes.filter_map(cell).collect()
}

fn similarities(figure: &Figure) -> Vec<(f64, Rgb)> {
    cells(figure, |colour| match colour {
        Colour::Similarity(value) => Some(value),
        _ => None,
    })
}

/// `#rrggbb`.
fn hex(Rgb(red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[test]
fn negative_similarity_is_orange_in_an_exported_rsm() {
    let epoch = 249;
    let figure = figure("real values", Subject::Rsm { epoch, layer: 0 });
    let cells = similarities(&figure);
    let (least, colour) = cells
        .into_iter()
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .unwrap();
    assert!(least < -0.2, "{least}");
    let Rgb(red, _, blue) = colour;
    assert!(red > blue.saturating_add(20), "{colour:?} for {least}");
    assert!(svg(&figure).contains(&hex(colour)));
    assert!(texts(&figure).contains("−0.5"));
}

#[test]
fn the_rsm_of_a_diverged_run_is_not_blank_and_says_its_epoch() {
    let figure = figure(
        "diverged",
        Subject::Rsm {
            epoch: 249,
            layer: 0,
        },
    );
    let largest = similarities(&figure).into_iter().map(|cell| cell.0);
    assert!(largest.fold(0.0, f64::max) > 0.5);
    assert!(texts(&figure).contains("the last before the run diverges"));
}

#[test]
fn the_map_of_centred_data_has_the_main_contrast_across() {
    let map = Subject::Map {
        epoch: 200,
        layer: 0,
    };
    let figure = figure("null modes", map);
    let text = texts(&figure);
    assert!(text.contains("mode 1") && text.contains("mode 2"), "{text}");
    assert!(!text.contains("all 7 items"), "{text}");
}

#[test]
fn a_map_names_what_stands_apart() {
    let at = |epoch| texts(&figure("shark", Subject::Map { epoch, layer: 0 }));
    assert!(at(0).contains("all 8 items"));
    let last = at(249);
    for words in ["Shark", "Tuna", "mode 2", "mode 3"] {
        assert!(last.contains(words), "{words}: {last}");
    }
}

#[test]
fn modes_that_the_data_have_not_are_not_listed() {
    let figure = figure("null modes", Subject::Modes);
    let text = texts(&figure);
    assert!(!text.contains("empty"), "{text}");
    assert!(text.contains("the data have 3 modes"), "{text}");
    assert!(!text.contains("what all items share"), "{text}");
}

#[test]
fn pins_are_in_the_export_with_their_names() {
    let fixture = fixtures::named("shark");
    let others = others(fixture);
    for subject in [Subject::Dynamics, Subject::Illusions] {
        let fonts = Fonts::bundled();
        let options = FigureOptions {
            others: &others,
            ..FigureOptions::new(&English, &fonts)
        };
        let figure = Figure::draw(&fixture.view(), subject, &options).unwrap();
        let text = texts(&figure);
        assert!(text.contains("lr 60") && text.contains("lr 180"), "{text}");
        let colour = Palette::LIGHT.rgb(Colour::Pin(1));
        assert!(svg(&figure).contains(&hex(colour)), "{subject:?}");
        assert_eq!(violations(&figure), [""; 0]);
    }
}

#[test]
fn no_legend_lies_on_a_curve_with_pins_theory_and_seeds() {
    for fixture in fixtures::all() {
        for subject in [Subject::Dynamics, Subject::Illusions] {
            let show_both = |options: &mut FigureOptions<'_>| {
                options.dynamics.shows_continuous = true;
            };
            let figure = full(fixture, subject, show_both).unwrap();
            assert_eq!(violations(&figure), [""; 0], "{} {subject:?}", fixture.name);
        }
    }
}

#[test]
fn zero_of_counts_is_neutral_not_purple() {
    let figure = figure("counts", Subject::Data);
    let cells = cells(&figure, |colour| match colour {
        Colour::Signed(value) => Some(value),
        _ => None,
    });
    let zero = cells.iter().find(|(value, _)| *value == 0.0);
    let neutral = Palette::LIGHT.rgb(Colour::Signed(0.0));
    assert_eq!(zero.map(|(_, colour)| *colour), Some(neutral));
    let Rgb(red, green, blue) = neutral;
    let [least, most] = [red.min(green).min(blue), red.max(green).max(blue)];
    assert!(most - least < 24, "{neutral:?}");
    assert!(cells.iter().all(|(value, _)| *value >= 0.0));
}

#[test]
fn long_and_japanese_names_are_drawn_and_neither_cut_nor_covered() {
    for name in ["long names", "Japanese names"] {
        for subject in ALL {
            let figure = figure(name, subject);
            assert_eq!(violations(&figure), [""; 0], "{name} {subject:?}");
            let rendered = figure.render(FigureFormat::Pdf, &Fonts::bundled()).unwrap();
            assert!(rendered.missing.is_empty(), "{name} {subject:?}");
        }
    }
    let rsm = Subject::Rsm { epoch: 3, layer: 0 };
    let text = texts(&figure("Japanese names", rsm));
    assert!(text.contains("サメ") && text.contains("オーク"));
}
