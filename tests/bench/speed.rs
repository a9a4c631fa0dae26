//! How fast a run is, at the notebook's size and beyond. `cargo bench`.
//!
//! Read the ratios of one session: absolute times depend on the machine and on who shares it.

use divan::Bencher;
use modescope::data::TreeRecipe;
use modescope::experiment::{Experiment, shapes};
use modescope::model::engine::Engine;
use modescope::model::full::FullNetwork;
use modescope::model::{Record, Setup, Training, init};
use modescope::worker::Pipeline;
use modescope::worker::two_threads::TwoThreads;

fn main() {
    divan::main();
}

fn train(engine: impl Engine, experiment: &Experiment) -> Record {
    let shape = experiment.row_shape();
    let (record, ..) = Training::new(engine, experiment.lr, experiment.n_epochs, shape).run(shape);
    record
}

/// The setup as the window makes it, on two threads.
fn beside(experiment: &Experiment, last: Option<&Setup>) -> Setup {
    Setup::joined(experiment, last, &TwoThreads, &mut || false).expect("never cancelled")
}

/// The notebook's run, 250 epochs with everything recorded.
mod notebook {
    use super::{Bencher, Experiment, FullNetwork, Setup, beside, init, shapes, train};

    /// After a change of lr or gamma: the setup is there.
    #[divan::bench]
    fn retrain(bencher: Bencher) {
        let experiment = Experiment::default();
        let mut setup = Setup::new(&experiment, None);
        bencher.bench_local(|| train(setup.network(&experiment), &experiment));
    }

    /// After "New init": the data set is there.
    #[divan::bench(sample_count = 20)]
    fn new_init(bencher: Bencher) {
        let experiment = Experiment::default();
        let other = Experiment {
            init_seed: 1,
            ..experiment.clone()
        };
        let setup = Setup::new(&experiment, None);
        bencher.bench(|| train(beside(&other, Some(&setup)).network(&other), &other));
    }

    /// After "New data": nothing is there.
    #[divan::bench(sample_count = 20)]
    fn new_data(bencher: Bencher) {
        let experiment = Experiment::default();
        bencher.bench(|| train(beside(&experiment, None).network(&experiment), &experiment));
    }

    /// The same run by the full-size network.
    #[divan::bench(sample_count = 3)]
    fn full_size(bencher: Bencher) {
        let experiment = Experiment::default();
        let targets = experiment.data.sample().targets.clone();
        let shapes = shapes(8, &experiment.hidden, experiment.n_outputs());
        let weights: Vec<_> = init::draw(&shapes, experiment.init_seed)
            .iter()
            .map(|layer| layer.scaled(init::sigma(experiment.gamma, layer.shape())))
            .collect();
        bencher.bench(|| {
            let watched = experiment.watched.clone();
            train(
                FullNetwork::new(weights.clone(), targets.clone(), watched),
                &experiment,
            )
        });
    }
}

/// A hundred epochs, everything recorded, as the network grows.
mod hundred_epochs {
    use super::{Bencher, Experiment, Pipeline, Record, Setup, Training, TreeRecipe, train};

    fn experiment(levels: usize, hidden: usize, n_features: usize) -> Experiment {
        let mut experiment = Experiment {
            data: modescope::data::DataSource::Tree(TreeRecipe {
                levels,
                n_features,
                ..TreeRecipe::default()
            }),
            hidden: vec![hidden],
            n_epochs: 100,
            lr: 20.0,
            gamma: 1e-3,
            watched: Vec::new(),
            ..Experiment::default()
        };
        experiment.fit_after(&Experiment::default());
        experiment
    }

    fn bench(bencher: Bencher, levels: usize, hidden: usize, n_features: usize) {
        let experiment = experiment(levels, hidden, n_features);
        let mut setup = Setup::new(&experiment, None);
        bencher.bench_local(|| train(setup.network(&experiment), &experiment));
    }

    /// 8, 16, 32, 64, 128 items (levels of a binary tree) by hidden units.
    #[divan::bench(args = [(3, 30), (4, 30), (5, 30), (6, 30), (3, 128), (4, 128), (5, 128), (6, 128), (7, 128)], sample_count = 10)]
    fn items_and_hidden_units(bencher: Bencher, (levels, hidden): (usize, usize)) {
        bench(bencher, levels, hidden, 10_000);
    }

    /// The same on two threads, as the window and `train` run it from 64 items on.
    #[divan::bench(args = [(6, 30), (6, 128), (7, 128)], sample_count = 10)]
    fn on_two_threads(bencher: Bencher, (levels, hidden): (usize, usize)) {
        let experiment = experiment(levels, hidden, 10_000);
        let mut setup = Setup::new(&experiment, None);
        let shape = experiment.row_shape();
        bencher.bench_local(|| {
            let network = setup.network(&experiment);
            let training = Training::new(network, experiment.lr, experiment.n_epochs, shape);
            let mut pipeline = Pipeline::new(training);
            let mut record = Record::new(shape);
            while pipeline.advance(&mut record, experiment.n_epochs).is_none() {}
            record
        });
    }

    /// The cost of an epoch does not depend on the number of features.
    #[divan::bench(args = [1_000, 10_000, 100_000, 1_000_000], sample_count = 10)]
    fn features(bencher: Bencher, n_features: usize) {
        bench(bencher, 3, 30, n_features);
    }
}
