//! Runs that every picture is tried on: the tutorial's own, and those that pictures went wrong on.
//!
//! The runs are trained once for all tests of a process.

use std::sync::OnceLock;

use nalgebra::DMatrix;

use super::{DataView, RunView};
use crate::analysis::band::Band;
use crate::analysis::extent::Extent;
use crate::analysis::fitting_lr;
use crate::analysis::theory::{Foreseen, judgement, step_size};
use crate::data::{DataSource, OwnData, TreeRecipe, UserFeature, names};
use crate::experiment::{Experiment, Pair};
use crate::model::{CurveRecord, DataModes, Outcome, Record, Setup, Training};

/// An experiment with all that a picture of its run may want.
pub(crate) struct Fixture {
    /// The name among the others.
    pub(crate) name: &'static str,
    /// The experiment that was trained.
    pub(crate) experiment: Experiment,
    /// Names of the watched pairs.
    pub(crate) watched: Vec<String>,
    /// The record.
    pub(crate) record: Record,
    /// How the run ended.
    pub(crate) outcome: Outcome,
    /// The data that were taught.
    pub(crate) data: DataView,
    /// Extremes of the record.
    pub(crate) extent: Extent,
    /// The theory's predictions.
    pub(crate) foreseen: Foreseen,
    /// Other runs: their names and their curves. Most fixtures have none.
    pub(crate) pins: Vec<(String, CurveRecord)>,
    /// The same over many seeds. Most fixtures have none.
    pub(crate) band: Option<Band>,
}

impl Fixture {
    /// The run as pictures take it.
    pub(crate) fn view(&self) -> RunView<'_> {
        RunView::of(&self.experiment, &self.watched, &self.record, self.outcome)
            .with_data(&self.data)
    }

    fn new(name: &'static str, experiment: Experiment) -> Self {
        assert_eq!(experiment.validate(), Ok(()), "{name}");
        let (record, outcome, foreseen, modes) = trained(&experiment);
        let dataset = experiment.data.sample();
        Self {
            name,
            watched: experiment.pair_names(),
            extent: Extent::of(&record, modes.singular_values[0]),
            data: DataView::of(&experiment, &dataset, modes),
            record,
            outcome,
            foreseen,
            pins: Vec::new(),
            band: None,
            experiment,
        }
    }

    /// With pins at these learning rates.
    fn pinned(mut self, lrs: impl Iterator<Item = f64>) -> Self {
        for lr in lrs {
            let other = Experiment {
                lr,
                ..self.experiment.clone()
            };
            let (record, ..) = trained(&other);
            self.pins
                .push((format!("lr {lr}"), CurveRecord::of(&record)));
        }
        self
    }

    fn with_band(mut self) -> Self {
        self.band = Band::of(&self.experiment, 5, &mut |_| (), &mut || false);
        self
    }
}

/// All of them.
pub(crate) fn all() -> &'static [Fixture] {
    static ALL: OnceLock<Vec<Fixture>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = on_the_tutorials_tree();
        all.extend(of_other_sizes());
        all.extend(of_own_data());
        all.extend(with_other_names());
        all
    })
}

/// One of them.
pub(crate) fn named(name: &str) -> &'static Fixture {
    let found = all().iter().find(|fixture| fixture.name == name);
    found.expect("a fixture has this name")
}

fn on_the_tutorials_tree() -> Vec<Fixture> {
    let notebook = Experiment::default();
    let with = |change: &dyn Fn(&mut Experiment)| {
        let mut experiment = notebook.clone();
        change(&mut experiment);
        experiment
    };
    vec![
        Fixture::new("notebook", notebook.clone()).with_band(),
        Fixture::new("shark", shark())
            .pinned([60.0, 180.0].into_iter())
            .with_band(),
        Fixture::new("diverged", with(&|e| e.lr = 340.0)).with_band(),
        // So fast that nothing is recorded but the first rows.
        Fixture::new("diverged at once", with(&|e| (e.lr, e.gamma) = (1e9, 1e6))),
        Fixture::new("oscillates", with(&|e| e.lr = 270.0)),
        Fixture::new("nothing learned", with(&|e| e.lr = 20.0)),
        Fixture::new("gamma 0.1", with(&|e| e.gamma = 0.1)),
        Fixture::new("one epoch", with(&|e| e.n_epochs = 1)),
        Fixture::new(
            "no hidden layer",
            with(&|e| {
                e.hidden = Vec::new();
                e.lr = 1000.0;
            }),
        ),
        Fixture::new(
            "three layers",
            with(&|e| {
                e.hidden = vec![30, 20, 10];
                e.gamma = 1.0;
                e.lr = 12.0;
                e.n_epochs = 400;
            }),
        ),
        Fixture::new("narrow", with(&|e| e.hidden = vec![3])),
        Fixture::new("8 watched, 14 pins", watched_and_pinned())
            .pinned((0..14).map(|pin| 30.0 + 15.0 * f64::from(pin))),
        Fixture::new(
            "6,000 epochs",
            with(&|e| {
                e.lr = 4.0;
                e.n_epochs = 6000;
            }),
        ),
    ]
}

fn of_other_sizes() -> Vec<Fixture> {
    let levels = |levels, n_features, n_epochs| {
        let tree = TreeRecipe {
            levels,
            n_features,
            ..TreeRecipe::default()
        };
        let experiment = Experiment {
            n_epochs,
            hidden: vec![70],
            ..Experiment::default()
        };
        fitted(experiment.on_tree(tree))
    };
    vec![
        Fixture::new("2 items", levels(1, 1000, 250)),
        Fixture::new("16 items", levels(4, 4000, 400)),
        Fixture::new("64 items", levels(6, 500, 200)),
    ]
}

fn of_own_data() -> Vec<Fixture> {
    // Smooth, of both signs, of no symmetry; the second one has fewer features than items, and
    // each of them sums to zero, so that modes 4 to 7 have no strength.
    let value = |feature: usize, item: usize| {
        let at = (1 + 3 * item + 7 * feature) as f64;
        at.sin() * 2.0 + 0.3 * item as f64
    };
    let real = DMatrix::from_fn(40, 6, value);
    let mut centred = DMatrix::from_fn(3, 7, value);
    for mut row in centred.row_iter_mut() {
        let mean = row.mean();
        row.add_scalar_mut(-mean);
    }
    // What all have in common and one contrast.
    let three = DMatrix::from_row_slice(2, 3, &[2.0, 2.0, 2.0, 1.0, -1.0, 0.5]);
    let counts = DMatrix::from_fn(5, 6, |feature, item| {
        ((7 * item + 13 * feature) % 61) as f64
    });
    [
        ("real values", real),
        ("null modes", centred),
        ("counts", counts),
        ("3 items", three),
    ]
    .map(|(name, targets)| Fixture::new(name, own(name, targets)))
    .into()
}

fn with_other_names() -> Vec<Fixture> {
    let mut long = shark();
    for (i, item) in long.items.iter_mut().enumerate() {
        *item = format!("{item} that nobody could call by a name any shorter than number {i}");
    }
    "is_covered_all_over_with_bones_as_far_as_anybody_knows"
        .clone_into(&mut long.user_features[0].name);
    let mut japanese = shark();
    let items = [
        "サメ",
        "マグロ",
        "コマドリ",
        "カナリア",
        "バラ",
        "ヒナギク",
        "マツ",
        "オーク",
    ];
    japanese.items = items.map(str::to_owned).to_vec();
    "骨がある".clone_into(&mut japanese.user_features[0].name);
    vec![
        Fixture::new("long names", long).pinned([60.0].into_iter()),
        Fixture::new("Japanese names", japanese),
    ]
}

/// The tutorial's shark, which has no bones.
pub(crate) fn shark() -> Experiment {
    let mut experiment = Experiment::default();
    "Shark".clone_into(&mut experiment.items[0]);
    experiment.user_features = vec![UserFeature {
        name: "has_bones".to_owned(),
        values: vec![-1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0],
    }];
    let feature = experiment.data.n_features();
    experiment.watched = vec![Pair { item: 0, feature }];
    experiment
}

/// The shark's data with a watched pair for every item.
fn watched_and_pinned() -> Experiment {
    let mut experiment = shark();
    let feature = experiment.data.n_features();
    experiment.watched = (0..8).map(|item| Pair { item, feature }).collect();
    experiment
}

fn own(name: &str, targets: DMatrix<f64>) -> Experiment {
    let items = names::TUTORIAL_ITEMS[..targets.ncols()].to_vec();
    let items = items.into_iter().map(str::to_owned).collect();
    let place = |_| unreachable!("nothing is wrong with it");
    let own = OwnData::new(items, None, targets, None, place).expect("they are good data");
    let experiment = Experiment {
        data: DataSource::default(),
        gamma: 1e-6,
        ..Experiment::default()
    };
    fitted(experiment.on_own(format!("{name}.csv"), own))
}

/// At a learning rate that fits the data.
fn fitted(experiment: Experiment) -> Experiment {
    let n_layers = experiment.hidden.len() + 1;
    let lr = fitting_lr::fitting_lr(&experiment.data.sample().targets, n_layers);
    Experiment { lr, ..experiment }
}

fn trained(experiment: &Experiment) -> (Record, Outcome, Foreseen, DataModes) {
    let mut network = Setup::new(experiment, None).network(experiment);
    let modes = network.modes().clone();
    let first = network.first_strengths();
    let starts = crate::analysis::theory::Starts::of_network(&network);
    let (n_outputs, n_layers) = (experiment.n_outputs(), experiment.hidden.len());
    let run = judgement::RunProperties {
        starts: starts.as_ref(),
        n_hidden_layers: n_layers,
        narrowest: experiment.hidden.iter().copied().min(),
        lr: experiment.lr,
        stability_limit: modes.stability_limit(n_outputs, n_layers + 1),
        step_size: step_size(experiment.lr, n_outputs, modes.singular_values.len()),
        n_epochs: experiment.n_epochs,
    };
    let foreseen = Foreseen::of(&run, &modes, &first, n_outputs, &mut || false);
    let shape = experiment.row_shape();
    let training = Training::new(network, experiment.lr, experiment.n_epochs, shape);
    let (record, outcome, _) = training.run(shape);
    let foreseen = foreseen.expect("nobody interrupts");
    (record, outcome, foreseen, modes)
}

#[test]
fn only_those_diverge_that_say_so() {
    for fixture in all() {
        let diverged = fixture.outcome.diverged_at().is_some();
        let name = fixture.name;
        assert_eq!(diverged, name.starts_with("diverged"), "{name}");
    }
}
