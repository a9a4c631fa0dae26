//! Rules of every figure.

mod asked;
mod faults;
mod narrow;

use nalgebra::DMatrix;

use super::*;
use crate::data::{OwnData, Place, TreeRecipe};
use crate::experiment::{Experiment, Pair};
use crate::export::DataView;
use crate::model::record::RowShape;
use crate::model::{DataModes, Outcome, Record, Setup, run};
use crate::picture::fixtures::{self, Fixture};
use crate::picture::{English, OtherRun, TaughtPair, check};

/// Every figure of a run with a hidden layer, at an epoch that the run has.
const ALL: [Subject; 10] = [
    Subject::Dynamics,
    Subject::Rsm { epoch: 3, layer: 0 },
    Subject::Illusions,
    Subject::Data,
    Subject::Spectrum,
    Subject::Modes,
    Subject::Map { epoch: 3, layer: 0 },
    Subject::Tree { epoch: 3, layer: 0 },
    Subject::Similarity { epoch: 3, layer: 0 },
    Subject::Microscope { epoch: 3 },
];

/// A figure of a run, with options that a test changes, and fonts that are everywhere the same.
fn drawn(
    run: &RunView<'_>,
    subject: Subject,
    change: impl FnOnce(&mut FigureOptions<'_>),
) -> Result<Figure, FigureError> {
    let fonts = Fonts::bundled();
    let mut options = FigureOptions::new(&English, &fonts);
    change(&mut options);
    Figure::draw(run, subject, &options)
}

/// A figure of a fixture.
fn figure(name: &str, subject: Subject) -> Figure {
    drawn(&fixtures::named(name).view(), subject, |_| ()).expect("the run has it")
}

/// A figure as an SVG.
fn svg(figure: &Figure) -> String {
    let rendered = figure.render(FigureFormat::Svg, &Fonts::bundled());
    String::from_utf8(rendered.expect("painted").bytes).expect("text")
}

/// The texts of a figure, one a line.
fn texts(figure: &Figure) -> String {
    let labels = figure.drawing().labels();
    labels.map(|label| label.text.clone() + "\n").collect()
}

/// The faults of the labels of a figure.
fn violations(figure: &Figure) -> Vec<String> {
    check::violations(figure.drawing(), &Fonts::bundled())
}

/// Every figure of an experiment, each with a linear and a logarithmic axis, at the size foretold.
fn figures(experiment: &Experiment) -> Vec<Figure> {
    let (record, outcome) = run::run(experiment);
    let mut setup = Setup::new(experiment, None);
    let modes = setup.modes(experiment).clone();
    let data = DataView::of(experiment, setup.dataset(), modes);
    let watched = experiment.pair_names();
    let view = RunView::of(experiment, &watched, &record, outcome).with_data(&data);
    let of = |subject| {
        let size = Figure::size(subject, view.items.len(), PageSize::default());
        [false, true].map(|is_log| {
            let figure = drawn(&view, subject, |options| options.dynamics.is_log = is_log);
            let figure = figure.expect("the run has it");
            let drawn = figure.drawing().size;
            let size = size.clone().expect("it is no page");
            assert!((drawn.width - size.width).abs() < 1e-9, "{subject:?}");
            assert!((drawn.height - size.height).abs() < 1e-9, "{subject:?}");
            figure
        })
    };
    ALL.into_iter().flat_map(of).collect()
}

fn tree(levels: usize, branches: usize) -> Experiment {
    let tree = TreeRecipe {
        levels,
        branches,
        n_features: 200,
        ..TreeRecipe::default()
    };
    let mut experiment = Experiment::default().on_tree(tree);
    experiment.n_epochs = 40;
    experiment
}

/// Data of that scale, with so many watched pairs.
fn scaled(scale: f64, n_watched: usize) -> Experiment {
    let tree = tree(3, 2);
    let targets = &tree.data.sample().targets * scale;
    let place = |_| Place::default();
    let own = OwnData::new(tree.items.clone(), None, targets, None, place).expect("data");
    let mut experiment = tree.on_own("scaled.csv".to_owned(), own);
    (experiment.gamma, experiment.lr) = (scale.sqrt() * 0.1, 5.0 / scale);
    let pair = |i| Pair {
        item: i % 8,
        feature: i / 8,
    };
    experiment.watched = (0..n_watched).map(pair).collect();
    experiment
}

#[test]
fn no_label_is_cut_or_covered_from_two_to_many_items() {
    for (levels, branches) in [(1, 2), (3, 2), (6, 2), (1, 128)] {
        for figure in figures(&tree(levels, branches)) {
            assert_eq!(violations(&figure), [""; 0], "{}", figure.title);
        }
    }
}

#[test]
fn no_label_is_cut_or_covered_at_any_scale_and_however_many_pairs() {
    for (scale, n_watched) in [(1e-5, 1), (1e6, 1), (1.0, 40), (1e6, 40), (1e-5, 9)] {
        let figures = figures(&scaled(scale, n_watched));
        for figure in &figures {
            assert_eq!(violations(figure), [""; 0], "{scale} {}", figure.title);
        }
        assert_eq!(texts(&figures[0]).contains("×10"), scale != 1.0);
        let n_more = n_watched.saturating_sub(8);
        let said = texts(&figures[4]).contains(&n_more.to_string());
        assert!(n_more == 0 || said, "{}", texts(&figures[4]));
    }
}

#[test]
fn every_figure_of_every_fixture_keeps_the_rules_of_labels() {
    let mut found = Vec::new();
    for fixture in fixtures::all() {
        for subject in ALL {
            match drawn(&fixture.view(), subject, |_| ()) {
                Ok(figure) => {
                    let wrong = violations(&figure).into_iter();
                    found
                        .extend(wrong.map(|said| format!("{}, {subject:?}: {said}", fixture.name)));
                }
                Err(error) => {
                    let has_layer = fixture.record.shape().n_hidden_layers > 0;
                    let has_epoch = fixture.experiment.n_epochs > 3;
                    assert!(!has_layer || !has_epoch, "{}: {error}", fixture.name);
                }
            }
        }
    }
    assert!(found.is_empty(), "{} of them: {found:#?}", found.len());
}

#[test]
fn runs_that_diverge_learn_nothing_or_are_short_have_figures() {
    for name in ["diverged", "diverged at once", "nothing learned"] {
        for subject in ALL {
            let text = texts(&figure(name, subject));
            assert!(
                !text.contains("NaN") && !text.contains("inf"),
                "{name}: {text}"
            );
        }
    }
}

#[test]
fn a_single_item_has_neither_map_nor_tree() {
    let mut record = Record::new(RowShape {
        n_items: 1,
        n_hidden_layers: 1,
        n_watched: 0,
    });
    record.push_row(0, 1.0, &[1.0], &[1.0], &[1.0], &[]);
    let data = DataView {
        modes: DataModes::of(&DMatrix::from_element(2, 1, 1.0)),
        n_features: 2,
        shown: Vec::new(),
        population: None,
    };
    let view = RunView {
        items: &["Ant".to_owned()],
        groups: &[],
        watched: &[],
        n_epochs: 1,
        record: &record,
        outcome: Outcome::Finished,
        data: Some(&data),
    };
    let (epoch, layer) = (0, 0);
    for subject in [
        Subject::Map { epoch, layer },
        Subject::Tree { epoch, layer },
    ] {
        let refused = drawn(&view, subject, |_| ());
        assert_eq!(refused, Err(FigureError::OneItem));
    }
    for subject in [Subject::Data, Subject::Spectrum, Subject::Modes] {
        assert!(drawn(&view, subject, |_| ()).is_ok(), "{subject:?}");
    }
}

#[test]
fn what_a_run_does_not_have_is_not_drawn() {
    let fixture = fixtures::named("no hidden layer");
    let mut view = RunView {
        data: None,
        watched: &[],
        ..fixture.view()
    };
    let no_layer = FigureError::NoLayer {
        layer: 0,
        n_layers: 0,
    };
    let (epoch, layer) = (0, 0);
    let rsm = Subject::Rsm { epoch, layer };
    assert_eq!(drawn(&view, rsm, |_| ()), Err(no_layer.clone()));
    let with_data = fixture.view();
    for subject in [
        Subject::Map { epoch, layer },
        Subject::Tree { epoch, layer },
    ] {
        assert_eq!(drawn(&with_data, subject, |_| ()), Err(no_layer.clone()));
    }
    for subject in [Subject::Data, Subject::Spectrum, Subject::Modes] {
        let refused = drawn(&view, subject, |_| ());
        assert_eq!(refused, Err(FigureError::NoData));
    }
    let unwatched = RowShape {
        n_watched: 0,
        ..fixture.record.shape()
    };
    let mut record = Record::new(unwatched);
    let p = unwatched.n_items;
    record.push_row(0, 1.0, &vec![1.0; p], &vec![0.0; p * p], &[], &[]);
    view.record = &record;
    let nothing = drawn(&view, Subject::Illusions, |_| ());
    assert_eq!(nothing, Err(FigureError::NothingWatched));
    let empty = Record::new(unwatched);
    view.record = &empty;
    let refused = drawn(&view, Subject::Dynamics, |_| ());
    assert_eq!(refused, Err(FigureError::Empty));
}

/// A figure of a fixture with its pins, its seeds and what is foreseen over its curves, and with
/// options that a test changes.
fn full(
    fixture: &Fixture,
    subject: Subject,
    change: impl FnOnce(&mut FigureOptions<'_>),
) -> Result<Figure, FigureError> {
    let (others, taught, fonts) = (others(fixture), taught(fixture), Fonts::bundled());
    let mut options = FigureOptions {
        foreseen: Some(&fixture.foreseen),
        taught: &taught,
        others: &others,
        band: fixture.band.as_ref(),
        ..FigureOptions::new(&English, &fonts)
    };
    options.dynamics.shows_discrete = true;
    options.dynamics.marks_stages = true;
    change(&mut options);
    Figure::draw(&fixture.view(), subject, &options)
}

/// The pins of a fixture as pictures take them.
fn others(fixture: &Fixture) -> Vec<OtherRun<'_>> {
    let pins = fixture.pins.iter().enumerate();
    pins.map(|(i, (name, record))| OtherRun {
        pin: Some(i),
        name: Some(name),
        colour: i,
        record,
        watched: &fixture.watched,
        largest_mode: fixture.data.modes.singular_values[0],
        is_lifted: false,
    })
    .collect()
}

/// The taught values of the pairs of a fixture.
fn taught(fixture: &Fixture) -> Vec<TaughtPair> {
    let experiment = &fixture.experiment;
    TaughtPair::all(experiment, &experiment.data.sample())
}
