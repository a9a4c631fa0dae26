//! What every figure is held to.

use nalgebra::DMatrix;

use super::*;
use crate::data::{OwnData, Place, TreeRecipe};
use crate::experiment::{Experiment, Pair};
use crate::model::record::RowShape;
use crate::model::{self, DataModes, Outcome, Record, Setup};
use crate::picture::DataView;
use crate::presets;

fn run(experiment: &Experiment) -> (Record, Outcome) {
    model::run(experiment)
}

/// Every figure of an experiment with a hidden layer.
const ALL: [Subject; 8] = [
    Subject::Dynamics,
    Subject::Rsm { epoch: 3, layer: 0 },
    Subject::Illusions,
    Subject::Data,
    Subject::Spectrum,
    Subject::Modes,
    Subject::Map { epoch: 3, layer: 0 },
    Subject::Tree { epoch: 3, layer: 0 },
];

fn data(experiment: &Experiment) -> DataView {
    let mut setup = Setup::new(experiment, None);
    let modes = setup.modes(experiment).clone();
    DataView::of(experiment, setup.dataset(), modes)
}

/// A figure of an experiment at the epochs, if any, of the subject.
fn figure(experiment: &Experiment, subject: Subject) -> Result<Figure, FigureError> {
    let (record, outcome) = run(experiment);
    let (watched, data) = (experiment.pair_names(), data(experiment));
    let view = RunView::of(experiment, &watched, &record, outcome).with_data(&data);
    Figure::draw(&view, subject, false)
}

/// Every figure of an experiment, each with a linear and a logarithmic axis.
fn figures(experiment: &Experiment) -> Vec<Figure> {
    let (record, outcome) = run(experiment);
    let (watched, data) = (experiment.pair_names(), data(experiment));
    let view = RunView::of(experiment, &watched, &record, outcome).with_data(&data);
    ALL.into_iter()
        .flat_map(|subject| {
            let size = Figure::size(&view, subject).expect("it has one");
            [false, true].map(|is_log| {
                let figure = Figure::draw(&view, subject, is_log).expect("drawn");
                let drawn = raster::tree(&figure.svg).size();
                let drawn = [drawn.width(), drawn.height()];
                assert_eq!(drawn, size.map(|side| side as f32), "{subject:?}");
                figure
            })
        })
        .collect()
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

/// No letter is cut off at the figure's edge.
fn fits(figure: &Figure) {
    let tree = raster::tree(figure.svg());
    let letters = tree.root().abs_bounding_box();
    let size = tree.size();
    // The white sheet itself reaches from edge to edge.
    assert!(letters.left() >= -0.01 && letters.top() >= -0.01);
    let is_inside = letters.right() <= size.width() + 0.01;
    assert!(
        is_inside && letters.bottom() <= size.height() + 0.01,
        "{letters:?} {size:?}"
    );
}

#[test]
fn nothing_is_cut_off_from_two_to_many_items() {
    for (levels, branches) in [(1, 2), (3, 2), (6, 2), (1, 128)] {
        figures(&tree(levels, branches)).iter().for_each(fits);
    }
    let mut long = presets::shark();
    long.items[0] = "a name that is by far too long to be written in full".to_owned();
    long.items[1] = "<Tuna> & \"co\"\u{1}\u{ffff}".to_owned();
    long.items[2] = "深海に棲む大型の軟骨魚類".to_owned();
    figures(&long).iter().for_each(fits);
}

/// Data of that scale, with so many watched pairs.
fn scaled(scale: f64, n_watched: usize) -> Experiment {
    let tree = tree(3, 2);
    let targets = &tree.data.sample().targets * scale;
    let place = |_| Place {
        array: None,
        row: 0,
        column: None,
    };
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
fn nothing_is_cut_off_at_any_scale_and_however_many_pairs() {
    for (scale, n_watched) in [(1e-5, 1), (1e6, 1), (1.0, 40), (1e6, 40), (1e-5, 9)] {
        let figures = figures(&scaled(scale, n_watched));
        figures.iter().for_each(fits);
        assert_eq!(figures[0].svg().contains("×10"), scale != 1.0);
        let illusions = figures[4].svg();
        let n_more = n_watched.saturating_sub(8);
        let is_capped = illusions.contains(&format!("… and {n_more} more"));
        assert_eq!(is_capped, n_more > 0);
    }
}

#[test]
fn runs_that_diverge_learn_nothing_or_are_short_have_figures() {
    let diverging = Experiment {
        lr: 400.0,
        ..Experiment::default()
    };
    let nothing = Experiment {
        n_epochs: 4,
        ..Experiment::default()
    };
    for experiment in [diverging, nothing] {
        for figure in figures(&experiment) {
            fits(&figure);
            assert!(!figure.svg().contains("NaN") && !figure.svg().contains("inf"));
        }
    }
}

#[test]
fn titles_are_the_notebooks() {
    let figures = figures(&presets::shark());
    let has = |figure: usize, words: &str| figures[figure].svg().contains(words);
    assert!(has(0, "Training loss (Mean Squared Error)") && has(0, "Singular values (modes)"));
    assert!(has(2, "Similarity") && has(2, "Shark"));
    assert!(has(4, "Prediction for Shark has_bones"));
    assert!(has(6, "Labels") && has(6, "40 of 10001 features") && has(6, "has_bones"));
    assert!(has(6, "Shark") && has(6, "yes") && has(6, "no"));
    assert!(has(8, "Singular values of the data") && has(8, "population"));
    assert!(has(10, "What each mode is") && has(10, "what all items share"));
    assert!(has(12, "Items, epoch 3") && has(14, "Tree of the items, epoch 3"));
    for figure in [6, 10, 14] {
        let is_named = |name: &String| has(figure, name);
        assert!(presets::shark().items.iter().all(is_named), "{figure}");
    }
}

#[test]
fn a_map_names_what_stands_apart() {
    let shark = presets::shark();
    let at = |epoch| {
        let map = Subject::Map { epoch, layer: 0 };
        figure(&shark, map).expect("drawn").svg
    };
    assert!(at(0).contains("all 8 items"));
    // Pairs are told apart only by later modes than the two axes.
    let last = at(249);
    for pair in ["Shark, Tuna", "Robin, Canary", "mode 2", "mode 3"] {
        assert!(last.contains(pair), "{pair}");
    }
}

#[test]
fn names_of_a_table_are_not_cut_and_fit() {
    let own = crate::data::csv::read(include_bytes!("../../../assets/example.csv"));
    let own = own.expect("our own table");
    let mut experiment = Experiment::default().on_own("example.csv".to_owned(), own);
    (experiment.lr, experiment.gamma, experiment.n_epochs) = (1.0, 0.1, 200);
    let figures = figures(&experiment);
    figures.iter().for_each(fits);
    for name in ["Sailing boat", "is held in the hand", "was made by people"] {
        assert!(figures[6].svg().contains(name), "{name}");
    }
    assert!(figures[6].svg().contains(">\nFeatures\n<"));
    // Of a table there is no population.
    assert!(!figures[8].svg().contains("population"));
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
        let refused = Figure::draw(&view, subject, false);
        assert_eq!(refused, Err(FigureError::OneItem));
    }
    for subject in [Subject::Data, Subject::Spectrum, Subject::Modes] {
        assert!(Figure::draw(&view, subject, false).is_ok(), "{subject:?}");
    }
}

#[test]
fn three_ways_are_compared() {
    for (experiment, words) in [
        (presets::shark(), "deep network, lr 100: "),
        (
            Experiment {
                hidden: Vec::new(),
                ..tree(3, 2)
            },
            "network of the experiment",
        ),
        (
            Experiment {
                lr: 900.0,
                ..Experiment::default()
            },
            "diverged at epoch",
        ),
    ] {
        for is_log in [false, true] {
            let figure = Figure::compare(&experiment, is_log).expect("drawn");
            fits(&figure);
            for words in [words, "linear regression", "no hidden layer"] {
                assert!(figure.svg().contains(words), "{words}");
            }
        }
    }
    let many = tree(1, 100);
    let mut large = many.clone();
    large.data.tree_mut().expect("it is of one").n_features = 200_000;
    let refused = Figure::compare(&large, false);
    assert_eq!(refused, Err(FigureError::TooLarge));
}

#[test]
fn a_png_has_the_pixels_that_were_asked_for() {
    let figure = &figures(&presets::shark())[0];
    for (scale, width, height) in [(1.0, 720_u32, 440_u32), (2.5, 1800, 1100)] {
        let png = figure.png(scale).expect("drawn");
        assert!(png.starts_with(b"\x89PNG"));
        assert_eq!(png[16..20], width.to_be_bytes());
        assert_eq!(png[20..24], height.to_be_bytes());
    }
    for scale in [0.0, -1.0, f64::NAN, 1e9] {
        assert_eq!(figure.png(scale), Err(FigureError::Size));
    }
}

#[test]
fn what_a_run_does_not_have_is_not_drawn() {
    let (record, outcome) = run(&Experiment {
        hidden: Vec::new(),
        n_epochs: 5,
        ..Experiment::default()
    });
    let items = Experiment::default().items;
    let mut view = RunView {
        items: &items,
        watched: &[],
        n_epochs: 5,
        record: &record,
        outcome,
        data: None,
    };
    let no_layer = FigureError::NoLayer {
        layer: 0,
        n_layers: 0,
    };
    let (epoch, layer) = (0, 0);
    for subject in [
        Subject::Rsm { epoch, layer },
        Subject::Map { epoch, layer },
        Subject::Tree { epoch, layer },
    ] {
        let refused = Figure::draw(&view, subject, false);
        assert_eq!(refused, Err(no_layer.clone()));
    }
    for subject in [Subject::Data, Subject::Spectrum, Subject::Modes] {
        let refused = Figure::draw(&view, subject, false);
        assert_eq!(refused, Err(FigureError::NoData));
    }
    let nothing = Figure::draw(&view, Subject::Illusions, false);
    assert_eq!(nothing, Err(FigureError::NothingWatched));
    let empty = Record::new(record.shape());
    view.record = &empty;
    let drawn = Figure::draw(&view, Subject::Dynamics, false);
    assert_eq!(drawn, Err(FigureError::Empty));
}
