//! Every chart of every fixture, for tests: no label covers another one or lies on a curve, and
//! none leaves the picture, at three sizes.

use super::chart::Chart;
use super::fixtures::{self, Fixture};
use super::{
    Dynamics, DynamicsOptions, English, OtherRun, Predictions, Size, SolutionLosses, Spectrum,
    TaughtPair, TrainedLoss, check,
};
use crate::analysis::comparison::{self, Comparison, Trained};

/// The sizes at which pictures are tried.
pub(crate) const SIZES: [Size; 3] = [
    Size::new(360.0, 260.0),
    Size::new(720.0, 440.0),
    Size::new(1400.0, 900.0),
];

/// Charts of a fixture's run and data, with what they show.
pub(crate) fn charts(fixture: &Fixture) -> Vec<(&'static str, Chart)> {
    let plain = DynamicsOptions::default();
    let of = |options| dynamics(fixture, options);
    let log = DynamicsOptions {
        is_log: true,
        ..plain
    };
    let theory = DynamicsOptions {
        shows_discrete: true,
        shows_continuous: true,
        marks_stages: true,
        is_aligned: true,
        ..plain
    };
    let raw = DynamicsOptions {
        is_raw: true,
        is_log: true,
        shows_discrete: true,
        marks_stages: true,
        epochs: Some([80, 160]),
        ..plain
    };
    vec![
        ("dynamics", of(plain)),
        ("logarithmic", of(log)),
        ("theory", of(theory)),
        ("raw", of(raw)),
        ("predictions", predictions(fixture)),
        ("spectrum", spectrum(fixture)),
    ]
}

/// The other runs of a fixture.
fn others(fixture: &Fixture) -> Vec<OtherRun<'_>> {
    let pins = fixture.pins.iter().enumerate();
    pins.map(|(i, (name, record))| OtherRun {
        pin: Some(i),
        name: Some(name),
        colour: i,
        record,
        watched: &fixture.watched,
        largest_mode: fixture.data.modes.singular_values[0],
        is_lifted: i == 3,
    })
    .collect()
}

/// The dynamics of a fixture.
pub(crate) fn dynamics(fixture: &Fixture, options: DynamicsOptions) -> Chart {
    let others = others(fixture);
    let dynamics = Dynamics {
        run: fixture.view(),
        extent: &fixture.extent,
        modes: Some(&fixture.data.modes),
        epoch: Some(100),
        foreseen: Some(&fixture.foreseen),
        others: &others,
        band: fixture.band.as_ref(),
        options,
    };
    dynamics.chart(&English)
}

fn predictions(fixture: &Fixture) -> Chart {
    let others = others(fixture);
    let taught = TaughtPair::all(&fixture.experiment, &fixture.experiment.data.sample());
    let predictions = Predictions {
        run: fixture.view(),
        extent: &fixture.extent,
        modes: Some(&fixture.data.modes),
        taught: &taught,
        epoch: Some(120),
        foreseen: Some(&fixture.foreseen),
        others: &others,
        band: fixture.band.as_ref(),
        epochs: None,
    };
    predictions.chart(&English)
}

fn spectrum(fixture: &Fixture) -> Chart {
    let population = fixture.data.population.as_deref();
    let spectrum = Spectrum {
        singular_values: &fixture.data.modes.singular_values,
        population: population.unwrap_or_default(),
    };
    spectrum.chart(&English)
}

/// The comparison of a fixture with a network without a hidden layer and with regression.
pub(crate) fn solutions(fixture: &Fixture, is_log: bool) -> Chart {
    let experiment = &fixture.experiment;
    let shallow_lr = comparison::shallow_lr(experiment);
    let compared = Comparison::run(experiment, shallow_lr, &mut || false);
    let compared = compared.expect("nobody interrupts");
    let losses = SolutionLosses {
        analytical_loss: compared.analytical_loss,
        shallow: way(&compared.shallow, shallow_lr),
        deep: way(&compared.deep, experiment.lr),
        is_deep: !experiment.hidden.is_empty(),
        last_epoch: experiment.last_epoch(),
        is_log,
        epoch: Some(100),
    };
    losses.chart(&English)
}

fn way(trained: &Trained, lr: f64) -> TrainedLoss<'_> {
    TrainedLoss {
        lr,
        epochs: trained.record.epochs(),
        losses: trained.record.losses(),
        outcome: trained.outcome,
    }
}

/// The faults of a chart at any of the sizes.
fn violations(name: &str, chart: &Chart) -> Vec<String> {
    let mut found = Vec::new();
    for size in SIZES {
        let drawing = chart.layout(size, &chart.whole(), &check::Sans, &English);
        let here = check::violations(&drawing, &check::Sans).into_iter();
        found.extend(here.map(|what| format!("{name} at {}: {what}", size.width)));
    }
    found
}

#[test]
fn no_label_of_a_chart_covers_a_label_or_a_curve_or_leaves_the_picture() {
    let mut found = Vec::new();
    for fixture in fixtures::all() {
        for (what, chart) in charts(fixture) {
            found.extend(violations(&format!("{}, {what}", fixture.name), &chart));
        }
    }
    assert!(found.is_empty(), "{} of them: {found:#?}", found.len());
}

#[test]
fn no_label_of_a_comparison_covers_a_label_or_a_curve_or_leaves_the_picture() {
    for name in [
        "notebook",
        "oscillates",
        "diverged",
        "no hidden layer",
        "real values",
    ] {
        for is_log in [false, true] {
            let chart = solutions(fixtures::named(name), is_log);
            assert_eq!(violations(name, &chart), [""; 0]);
        }
    }
}

#[test]
fn a_comparison_says_how_a_loss_ends_that_does_not_settle() {
    let says = |name: &str, words: &str| {
        let chart = solutions(fixtures::named(name), false);
        let drawing = chart.layout(SIZES[1], &chart.whole(), &check::Sans, &English);
        drawing.labels().any(|label| label.text.contains(words))
    };
    assert!(says("oscillates", "lr 270: swings between"));
    assert!(!says("notebook", "swings"));
    assert!(says("diverged", "lr 340: diverged at epoch"));
    // At the line, too.
    let chart = solutions(fixtures::named("diverged"), true);
    let named = chart.rules.iter().filter_map(|rule| rule.name.as_deref());
    assert_eq!(named.filter(|name| name.starts_with("diverged")).count(), 1);
}

#[test]
fn a_zoomed_chart_breaks_no_rule_either() {
    let mut found = Vec::new();
    for name in ["notebook", "8 watched, 14 pins", "64 items"] {
        for (what, chart) in charts(fixtures::named(name)) {
            let whole = chart.whole();
            for (x, y) in [(0.3, 0.0), (0.5, 0.4), (0.6, 0.501), (0.0, 0.97)] {
                for share in [0.4, 0.05, 0.002] {
                    let width = whole.x[1] - whole.x[0];
                    let from = whole.x[0] + x * width;
                    let view = super::chart::Viewport {
                        x: [from, from + share * width],
                        y: [y, y + share],
                    };
                    let view = view.within(&whole);
                    let drawing = chart.layout(SIZES[1], &view, &check::Sans, &English);
                    let here = check::violations(&drawing, &check::Sans).into_iter();
                    found.extend(here.map(|said| format!("{name}, {what}, {view:?}: {said}")));
                }
            }
        }
    }
    assert!(found.is_empty(), "{} of them: {found:#?}", found.len());
}
