//! A picture of everything that a drawing can hold, in every script.

use super::*;
use crate::picture::{Align, Area, Colour, Label, LineStyle, Point, Role, Shape, Size, Turn};

fn label(text: &str, x: f64, y: f64) -> Label {
    Label {
        text: text.to_owned(),
        at: Point::new(x, y),
        align: [Align::Start, Align::Middle],
        size: 11.0,
        paint: Colour::Ink.into(),
        turn: Turn::Flat,
    }
}

/// Names in many scripts below each other.
fn names(drawing: &mut Drawing) {
    let names = [
        "loss, W₁ · σ² · 10⁻³ · −0.5",
        "gąsior, œuf, θάλασσα",
        "金魚 goldfish 特異値",
        "ปลาทอง ที่นี่",
        "금붕어 nine",
        "🐟 fish 👨‍👩‍👧 🇯🇵 ❤️",
        "אבג 12 shark دب",
        "हिन्दी and n\u{303}",
        "]]> <b> & \u{7}\u{ffff}",
    ];
    for (row, name) in names.into_iter().enumerate() {
        let y = 20.0 + 18.0 * row as f64;
        drawing.shapes.push(Shape::Text(label(name, 300.0, y)));
    }
}

/// Wave after wave in a frame, a band, a rule, dots.
fn curves(drawing: &mut Drawing) {
    let frame = Area {
        left: 40.0,
        top: 20.0,
        right: 280.0,
        bottom: 160.0,
    };
    let wave = |height: f64, phase: f64| {
        let points = (0..=240).map(|i| {
            let x = f64::from(i) / 40.0 + phase;
            Point::new(40.0 + f64::from(i), 90.0 - height * x.sin())
        });
        points.collect::<Vec<_>>()
    };
    drawing.shapes.push(Shape::Between {
        upper: wave(50.0, 0.0),
        lower: wave(30.0, 0.0),
        paint: Colour::Modes.at(0.15),
        clip: Some(frame),
    });
    let styles = [LineStyle::Solid, LineStyle::Dashed, LineStyle::Dotted];
    for (mode, style) in styles.into_iter().enumerate() {
        drawing.shapes.push(Shape::Line {
            points: wave(40.0 + 40.0 * mode as f64, mode as f64),
            width: 1.5,
            paint: Colour::Mode { mode, of: 3 }.into(),
            style,
            role: Role::Curve,
            clip: Some(frame),
        });
    }
    drawing.shapes.push(Shape::Outline {
        area: frame,
        width: 1.0,
        paint: Colour::Ink.into(),
    });
    for dot in 0..5_u8 {
        drawing.shapes.push(Shape::Dot {
            at: Point::new(60.0 + 40.0 * f64::from(dot), 150.0),
            radius: 4.0,
            paint: Colour::Watched(usize::from(dot)).at(0.7),
        });
    }
    drawing.shapes.push(Shape::Text(Label {
        align: [Align::Middle, Align::Middle],
        turn: Turn::Upward,
        paint: Colour::Loss.into(),
        ..label("Training loss (学習)", 20.0, 90.0)
    }));
}

/// A matrix with names above its columns.
fn matrix(drawing: &mut Drawing) {
    let side = 100.0 / 12.0;
    for row in 0..12 {
        for column in 0..12 {
            let (left, top) = (
                60.0 + side * f64::from(column),
                230.0 + side * f64::from(row),
            );
            let paint = Colour::Similarity(f64::from(row - column) / 11.0).into();
            let area = Area {
                left,
                top,
                right: left + side,
                bottom: top + side,
            };
            drawing.shapes.push(Shape::Fill { area, paint });
        }
    }
    for column in 0..12 {
        drawing.shapes.push(Shape::Text(Label {
            align: [Align::Middle, Align::End],
            turn: Turn::Upward,
            size: 8.0,
            ..label("canary", 60.0 + side * (f64::from(column) + 0.5), 226.0)
        }));
    }
}

fn everything() -> Drawing {
    let mut drawing = Drawing::new(Size::new(480.0, 340.0));
    curves(&mut drawing);
    names(&mut drawing);
    matrix(&mut drawing);
    drawing
}

#[test]
fn a_picture_of_everything_breaks_no_rule_and_is_as_before() {
    assert_picture("everything", &everything());
}

#[test]
fn a_snapshot_is_short_and_keeps_every_label() {
    let mut drawing = everything();
    for i in 0..10_000 {
        let x = f64::from(i % 100);
        drawing.shapes.push(Shape::Fill {
            area: Area {
                left: x,
                top: 0.0,
                right: x + 1.0,
                bottom: 1.0,
            },
            paint: Colour::Sign(x / 100.0).into(),
        });
    }
    let few = abridged::abridged(&drawing);
    assert!(few.shapes.len() < 200);
    assert_eq!(few.labels().count(), drawing.labels().count());
    assert!(abridged::counts(&drawing).starts_with("10144 fills, 1 outlines, 3 lines of 723"));
}

#[test]
fn a_picture_that_breaks_a_rule_fails() {
    let mut drawing = everything();
    drawing
        .shapes
        .push(Shape::Text(label("in the way", 100.0, 90.0)));
    let failed = std::panic::catch_unwind(|| assert_picture("in the way", &drawing));
    let said = failed.unwrap_err();
    let said = said.downcast_ref::<String>().unwrap();
    assert!(said.contains("lies on a curve"), "{said}");
}
