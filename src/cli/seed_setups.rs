//! The setups of the seeds that a sweep is at, each made once.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::experiment::Experiment;
use crate::model::Setup;

/// One setup a seed. The lock is held only to find a seed's place, so setups of different seeds are
/// made side by side.
pub(super) struct SeedSetups {
    /// Where the data set is from, which all seeds share.
    first: Setup,
    /// The seeds at work and the next ones.
    places: Mutex<Vec<(u32, Place)>>,
    most: usize,
}

type Place = Arc<OnceLock<Setup>>;

impl SeedSetups {
    /// With the setup of `experiment` made; `n_threads` will ask for seeds in ascending order.
    pub(super) fn new(experiment: &Experiment, n_threads: usize) -> Self {
        let first = made(experiment, None);
        let place = Arc::new(OnceLock::from(first.clone()));
        Self {
            first,
            places: Mutex::new(vec![(experiment.init_seed, place)]),
            // Every thread may be at another seed, and one may be about to begin the next.
            most: n_threads + 1,
        }
    }

    /// A copy of the setup of the experiment's seed; whoever asks first makes it.
    pub(super) fn of(&self, experiment: &Experiment) -> Setup {
        let place = self.place(experiment.init_seed);
        let made = || made(experiment, Some(&self.first));
        place.get_or_init(made).clone()
    }

    fn place(&self, seed: u32) -> Place {
        // A panic elsewhere ends the sweep anyway.
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, place)) = places.iter().find(|(of, _)| *of == seed) {
            return Arc::clone(place);
        }
        if places.len() == self.most {
            places.remove(0);
        }
        let place = Place::default();
        places.push((seed, Arc::clone(&place)));
        place
    }
}

fn made(experiment: &Experiment, last: Option<&Setup>) -> Setup {
    let mut setup = Setup::new(experiment, last);
    // The data's modes, which every run of the seed would find for itself.
    setup.modes(experiment);
    setup
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;
    use std::thread;

    use super::*;

    fn of_seed(init_seed: u32) -> Experiment {
        let mut experiment = Experiment {
            init_seed,
            ..Experiment::default()
        };
        if let Some(tree) = experiment.data.tree_mut() {
            tree.n_features = 50;
        }
        experiment.watched.clear();
        experiment
    }

    #[test]
    fn setups_of_different_seeds_are_asked_for_at_once() {
        let setups = SeedSetups::new(&of_seed(0), 3);
        let together = Barrier::new(3);
        thread::scope(|scope| {
            for seed in 1..4 {
                let (setups, together) = (&setups, &together);
                scope.spawn(move || {
                    let place = setups.place(seed);
                    // Three are being made at once, or this would wait for ever.
                    place.get_or_init(|| {
                        together.wait();
                        made(&of_seed(seed), Some(&setups.first))
                    });
                    assert!(setups.of(&of_seed(seed)).fits(&of_seed(seed)));
                });
            }
        });
    }

    #[test]
    fn the_oldest_seeds_are_let_go() {
        let setups = SeedSetups::new(&of_seed(0), 2);
        for seed in 0..9 {
            assert!(setups.of(&of_seed(seed)).fits(&of_seed(seed)));
        }
        let places = setups.places.lock().unwrap();
        let seeds: Vec<u32> = places.iter().map(|(seed, _)| *seed).collect();
        assert_eq!(seeds, [6, 7, 8]);
    }
}
