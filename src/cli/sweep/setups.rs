//! The set-ups that a sweep is at, each made once, several at a time.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::cli::rate;
use crate::experiment::Experiment;
use crate::model::Setup;

/// What the runs of one set-up share.
#[derive(Clone)]
pub(super) struct Prepared {
    /// The experiment but for lr, gamma and epochs.
    pub(super) experiment: Experiment,
    /// Its data, its draw and its basis.
    pub(super) setup: Setup,
    /// Its stability limit; NaN where no learning rate asks for it.
    pub(super) limit: f64,
}

/// The set-ups at work and the next ones, by their numbers. The lock is held only to find a place,
/// so different set-ups are made side by side.
pub(super) struct Setups<'a> {
    maker: Maker<'a>,
    /// One of the first data set, which others may share.
    first: Prepared,
    numbers: Range<usize>,
    places: Mutex<Vec<(usize, Arc<Place>)>>,
    /// How many may be made before they are asked for.
    n_ahead: usize,
    /// How many are kept.
    most: usize,
}

/// How a set-up is made.
pub(super) struct Maker<'a> {
    /// The experiment of the set-up of a number.
    pub(super) experiment: &'a (dyn Fn(usize) -> Experiment + Sync),
    /// Whether a learning rate is a share of each set-up's own stability limit.
    pub(super) finds_limit: bool,
}

#[derive(Default)]
struct Place {
    /// Whether somebody is making it, or has.
    is_begun: AtomicBool,
    prepared: OnceLock<Prepared>,
}

impl Maker<'_> {
    fn made(&self, number: usize, like: impl FnOnce(&Experiment) -> Option<Setup>) -> Prepared {
        let experiment = (self.experiment)(number);
        let mut setup = Setup::new(&experiment, like(&experiment).as_ref());
        // The data's modes, which every run of the set-up would find for itself.
        setup.modes(&experiment);
        let limit = if self.finds_limit {
            rate::limit(&experiment, setup.dataset())
        } else {
            f64::NAN
        };
        Prepared {
            experiment,
            setup,
            limit,
        }
    }
}

impl<'a> Setups<'a> {
    /// Of these `numbers`, at least one, with the first made; `n_threads` will ask for them in
    /// ascending order.
    pub(super) fn new(maker: Maker<'a>, numbers: Range<usize>, n_threads: usize) -> Self {
        let first = maker.made(numbers.start, |_| None);
        let place = Place {
            is_begun: AtomicBool::new(true),
            prepared: OnceLock::from(first.clone()),
        };
        Self {
            maker,
            first,
            places: Mutex::new(vec![(numbers.start, Arc::new(place))]),
            numbers,
            n_ahead: n_threads.saturating_sub(1),
            // Every thread may be at another one, and each may have made one beyond.
            most: 2 * n_threads + 1,
        }
    }

    /// A copy of the set-up of a number; whoever asks first makes it. Who would have to wait for
    /// it makes one of the next meanwhile.
    pub(super) fn of(&self, number: usize) -> Prepared {
        let place = self.place(number);
        if place.is_begun.swap(true, Ordering::Relaxed) && place.prepared.get().is_none() {
            self.make_ahead(number);
        }
        self.made(number, &place).clone()
    }

    /// Makes the first set-up behind `number` that nobody has begun, unless it is too far ahead.
    fn make_ahead(&self, number: usize) {
        let next = number + 1..self.numbers.end.min(number + 1 + self.n_ahead);
        for number in next {
            let place = self.place(number);
            if !place.is_begun.swap(true, Ordering::Relaxed) {
                self.made(number, &place);
                return;
            }
        }
    }

    fn made<'b>(&self, number: usize, place: &'b Place) -> &'b Prepared {
        let made = || {
            self.maker
                .made(number, |experiment| self.of_same_data(experiment))
        };
        place.prepared.get_or_init(made)
    }

    /// A set-up with the data of `experiment`, so that they need not be drawn again.
    fn of_same_data(&self, experiment: &Experiment) -> Option<Setup> {
        let fits = |prepared: &Prepared| prepared.experiment.data == experiment.data;
        if fits(&self.first) {
            return Some(self.first.setup.clone());
        }
        let places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let made = places
            .iter()
            .rev()
            .filter_map(|(_, place)| place.prepared.get());
        let mut made = made.filter(|prepared| fits(prepared));
        made.next().map(|prepared| prepared.setup.clone())
    }

    fn place(&self, number: usize) -> Arc<Place> {
        // A panic elsewhere ends the sweep anyway.
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, place)) = places.iter().find(|(of, _)| *of == number) {
            return Arc::clone(place);
        }
        if places.len() == self.most {
            places.remove(0);
        }
        let place = Arc::<Place>::default();
        places.push((number, Arc::clone(&place)));
        place
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;
    use std::thread;

    use super::*;

    fn of_seed(init_seed: usize) -> Experiment {
        let mut experiment = Experiment {
            init_seed: init_seed as u32,
            ..Experiment::default()
        };
        if let Some(tree) = experiment.data.tree_mut() {
            tree.n_features = 50;
        }
        experiment.watched.clear();
        experiment
    }

    /// Set-ups of so many seeds, for so many threads.
    fn setups(
        experiment: &(dyn Fn(usize) -> Experiment + Sync),
        n: usize,
        n_threads: usize,
    ) -> Setups<'_> {
        let maker = Maker {
            experiment,
            finds_limit: false,
        };
        Setups::new(maker, 0..n, n_threads)
    }

    #[test]
    fn who_would_wait_for_a_setup_makes_the_next() {
        // Both are being made at once, or this would wait for ever.
        let together = Barrier::new(2);
        let experiment = |number| {
            if number > 0 {
                together.wait();
            }
            of_seed(number)
        };
        let setups = setups(&experiment, 3, 2);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| assert!(setups.of(1).setup.fits(&of_seed(1))));
            }
        });
        // It is there already: nobody else would come to the barrier.
        assert!(setups.of(2).setup.fits(&of_seed(2)));
    }

    #[test]
    fn the_oldest_setups_are_let_go() {
        let setups = setups(&of_seed, 9, 2);
        for number in 0..9 {
            assert!(setups.of(number).setup.fits(&of_seed(number)));
        }
        let places = setups.places.lock().unwrap();
        let numbers: Vec<usize> = places.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [4, 5, 6, 7, 8]);
    }

    #[test]
    fn equal_data_are_drawn_once() {
        let setups = setups(&of_seed, 3, 1);
        let [one, other] = [0, 2].map(|number| setups.of(number).setup);
        assert!(Arc::ptr_eq(one.dataset(), other.dataset()));
    }
}
