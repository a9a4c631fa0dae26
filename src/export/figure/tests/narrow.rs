//! Figures as wide as a column of a paper, and narrower.

use super::*;
use crate::gallery::show;
use crate::picture::{Colour, Shape};

/// One column of a journal, and a half of its page with a margin, in centimetres.
const WIDTHS: [f64; 2] = [8.5, 6.0];

/// A figure so wide with all that can be shown over its curves.
fn column(fixture: &Fixture, subject: Subject, width: f64) -> Result<Figure, FigureError> {
    full(fixture, subject, |options| {
        options.page.width_cm = Some(width);
    })
}

fn compared(name: &str, width: f64) -> Figure {
    let fonts = Fonts::bundled();
    let page = PageSize {
        width_cm: Some(width),
        height_cm: None,
    };
    let options = FigureOptions {
        page,
        ..FigureOptions::new(&English, &fonts)
    };
    let experiment = &fixtures::named(name).experiment;
    Figure::compare(experiment, &options).expect("it is small")
}

#[test]
fn every_figure_of_every_fixture_keeps_the_rules_of_labels_in_a_column() {
    let mut found = Vec::new();
    for fixture in fixtures::all() {
        for subject in ALL {
            for width in WIDTHS {
                // What a run has not is tried elsewhere.
                let Ok(figure) = column(fixture, subject, width) else {
                    continue;
                };
                let name = fixture.name;
                show(
                    &format!("narrow {name} {subject:?} {width}"),
                    figure.drawing(),
                );
                let wrong = violations(&figure).into_iter();
                found.extend(wrong.map(|said| format!("{name}, {subject:?}, {width} cm: {said}")));
            }
        }
    }
    assert!(found.is_empty(), "{} of them: {found:#?}", found.len());
}

#[test]
fn a_comparison_in_a_column_explains_all_of_its_curves_once() {
    for name in ["notebook", "diverged", "no hidden layer"] {
        for width in WIDTHS {
            let figure = compared(name, width);
            show(&format!("narrow {name} compared {width}"), figure.drawing());
            assert_eq!(violations(&figure), [""; 0], "{name} {width}");
            let said = texts(&figure);
            assert!(!said.contains("more"), "{name} {width}: {said}");
            let n_regression = said.matches("linear regression").count();
            assert_eq!(n_regression, 1, "{name} {width}: {said}");
            for way in ["no hidden layer, lr", "linear regression"] {
                assert!(said.contains(way), "{name} {width}: {said}");
            }
        }
    }
}

#[test]
fn a_chart_without_a_legend_keeps_no_room_for_one() {
    let top = |subject, shows_theory| {
        let figure = drawn(&fixtures::named("notebook").view(), subject, |options| {
            options.foreseen = Some(&fixtures::named("notebook").foreseen);
            options.dynamics.shows_discrete = shows_theory;
        });
        let shapes = figure.expect("the run has it").drawing().shapes.clone();
        let tops = shapes.iter().filter_map(|shape| match shape {
            Shape::Outline { area, .. } => Some(area.top),
            _ => None,
        });
        tops.fold(f64::INFINITY, f64::min)
    };
    let (bare, with_legend) = (top(Subject::Dynamics, false), top(Subject::Dynamics, true));
    assert!(bare + 10.0 < with_legend, "{bare} {with_legend}");
}

#[test]
fn the_matrix_of_a_narrow_rsm_is_not_squashed() {
    let fixture = fixtures::named("notebook");
    let rsm = Subject::Rsm {
        epoch: 125,
        layer: 0,
    };
    let figure = column(fixture, rsm, 6.0).expect("the run has it");
    let cells = figure
        .drawing()
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Fill { area, paint } if matches!(paint.colour, Colour::Similarity(_)) => {
                Some(*area)
            }
            _ => None,
        });
    let first = cells.take(1).next().expect("it has cells");
    let side = 8.0 * first.width();
    assert!(side > 0.4 * figure.drawing().size.width, "{side}");
    assert!((first.width() - first.height()).abs() < 1e-9);
}

#[test]
fn curves_have_half_of_a_column_and_a_third_of_a_narrower_one() {
    for (width, least) in [(8.5, 0.45), (6.0, 0.3)] {
        let figure = column(fixtures::named("notebook"), Subject::Dynamics, width);
        let figure = figure.expect("the run has it");
        let shapes = figure.drawing().shapes.iter();
        let frame = shapes.filter_map(|shape| match shape {
            Shape::Outline { area, .. } => Some(area.width()),
            _ => None,
        });
        let share = frame.fold(0.0, f64::max) / figure.drawing().size.width;
        assert!(share > least, "{width} cm: {share}");
    }
}

#[test]
fn plateaus_crowd_no_pin_out_of_the_legend() {
    let fixture = fixtures::named("8 watched, 14 pins");
    let figure = column(fixture, Subject::Dynamics, 16.0).expect("the run has it");
    let said = texts(&figure);
    for (pin, _) in &fixture.pins {
        assert!(said.lines().any(|line| line == pin), "{pin}: {said}");
    }
    assert!(said.contains("foreseen plateaus"), "{said}");
}
