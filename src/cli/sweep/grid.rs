//! The grid of a sweep: every value of every option with every value of the others.
//!
//! Runs are numbered with lr running fastest, then gamma, then epochs, so that all runs that share
//! a [`Setup`](crate::model::Setup) lie together; then what the set-up depends on, in the order of
//! [`Parameter::ALL`].

use std::collections::BTreeSet;
use std::ops::Range;

use super::arguments::Arguments;
use super::axis::{Axis, named, set};
use crate::analysis::atlas::parameter::Parameter;
use crate::cli::choices::{self, SingleValues};
use crate::cli::epochs::Epochs;
use crate::cli::failure::Failure;
use crate::cli::rate::{self, Rate};
use crate::cli::say::tell;
use crate::cli::seeds;
use crate::experiment::Experiment;

/// All the runs there are.
pub(super) struct Grid {
    /// What they have in common.
    base: Experiment,
    /// What changes the set-up, the slowest first.
    setups: Vec<Axis>,
    epochs: Vec<Epochs>,
    scales: Vec<f64>,
    rates: Vec<Rate>,
}

/// One run of the grid.
pub(super) struct Point {
    /// The run, its number of epochs aside where that is to be found.
    pub(super) experiment: Experiment,
    /// Whether it has as many epochs as its loss needs to settle.
    pub(super) finds_epochs: bool,
}

impl Grid {
    /// The grid that the arguments ask for.
    ///
    /// # Errors
    /// The first value, or combination of values, with which no run is possible.
    pub(super) fn of(arguments: &Arguments) -> Result<Self, Failure> {
        let mut base = base(arguments)?;
        refuse_for_given_weights(arguments, &base)?;
        let asks_for_layers = arguments.hidden.is_some() || arguments.layers.is_some();
        if asks_for_layers && base.hidden.is_empty() {
            base = Parameter::Layers.set(&base, 1.0);
        }
        let usual_lr = arguments.choices.usual_lr(&base);
        let epochs = arguments.epochs.as_ref();
        let scales = arguments.gamma.as_ref();
        let rates = arguments.lr.as_ref();
        let mut grid = Self {
            setups: setup_axes(arguments, &base)?,
            epochs: epochs.map_or(vec![Epochs::Number(base.n_epochs)], |list| list.0.clone()),
            scales: scales.map_or(vec![base.gamma], |list| list.0.clone()),
            rates: rates.map_or(vec![usual_lr], |list| list.0.clone()),
            base,
        };
        if grid.checked_len().is_none() {
            return Err(Failure::usage("the grid has more runs than can be counted"));
        }
        grid.check()?;
        grid.find_rates()?;
        Ok(grid)
    }

    /// How many runs there are.
    pub(super) fn len(&self) -> usize {
        self.n_setups() * self.n_runs_of_setup()
    }

    /// The number of the set-up of a run.
    pub(super) fn setup_of(&self, index: usize) -> usize {
        index / self.n_runs_of_setup()
    }

    /// The numbers of the set-ups of these runs.
    pub(super) fn setups_of(&self, runs: &Range<usize>) -> Range<usize> {
        self.setup_of(runs.start)..runs.end.div_ceil(self.n_runs_of_setup())
    }

    /// The experiment of a set-up by its number; lr, gamma and epochs are the base's.
    pub(super) fn setup(&self, number: usize) -> Experiment {
        let mut rest = number;
        let mut values = Vec::with_capacity(self.setups.len());
        for axis in self.setups.iter().rev() {
            values.push((axis.parameter, axis.value(rest % axis.len())));
            rest /= axis.len();
        }
        let values = values.into_iter().rev();
        values.fold(self.base.clone(), |experiment, (parameter, value)| {
            set(&experiment, parameter, value)
        })
    }

    /// Whether learning rates are shares of a stability limit that is not the same for all runs.
    pub(super) fn finds_limits(&self) -> bool {
        self.rates.iter().any(|rate| !rate.is_number())
    }

    /// Run `index`, whose set-up has this experiment and stability limit.
    pub(super) fn point(&self, index: usize, of_setup: &Experiment, limit: f64) -> Point {
        let rest = index % self.n_runs_of_setup();
        let (rest, rate) = (rest / self.rates.len(), rest % self.rates.len());
        let (epochs, scale) = (rest / self.scales.len(), rest % self.scales.len());
        let epochs = self.epochs[epochs];
        Point {
            experiment: Experiment {
                lr: self.rates[rate].at(limit),
                gamma: self.scales[scale],
                n_epochs: match epochs {
                    Epochs::Number(n_epochs) => n_epochs,
                    Epochs::Auto => of_setup.n_epochs,
                },
                ..of_setup.clone()
            },
            finds_epochs: epochs == Epochs::Auto,
        }
    }

    /// The names of the watched pairs; an item whose name depends on the levels has its number.
    pub(super) fn watched(&self) -> Vec<String> {
        let names = self.base.pair_names();
        let levels = self.values(Parameter::Levels);
        let of_levels = levels.iter().map(|&levels| {
            let experiment = set(&self.base, Parameter::Levels, levels);
            experiment.pair_names()
        });
        if of_levels.into_iter().all(|others| others == names) {
            return names;
        }
        let mut numbered = self.base.clone();
        let items = (1..=numbered.items.len()).map(|item| format!("item {item}"));
        numbered.items = items.collect();
        numbered.pair_names()
    }

    fn n_setups(&self) -> usize {
        self.setups.iter().map(Axis::len).product()
    }

    fn n_runs_of_setup(&self) -> usize {
        self.epochs.len() * self.scales.len() * self.rates.len()
    }

    fn checked_len(&self) -> Option<usize> {
        let of_setup = [self.epochs.len(), self.scales.len(), self.rates.len()];
        let mut factors = self.setups.iter().map(Axis::len).chain(of_setup);
        factors.try_fold(1_usize, usize::checked_mul)
    }

    /// The different values along an axis that changes the set-up, ascending; none if it is not
    /// asked for.
    fn values(&self, parameter: Parameter) -> Vec<f64> {
        let mut axes = self.setups.iter();
        let axis = axes.find(|axis| axis.parameter == parameter);
        axis.map(Axis::different).unwrap_or_default()
    }

    /// Refuses the first value, or combination, that cannot be run; learning rates aside. Only
    /// memory depends on more than one value, and it grows with each.
    fn check(&self) -> Result<(), Failure> {
        let number = |epochs: &Epochs| match epochs {
            Epochs::Number(n_epochs) => Some(*n_epochs),
            Epochs::Auto => None,
        };
        let epochs: Vec<usize> = self.epochs.iter().filter_map(number).collect();
        Axis::of_wholes(Parameter::Epochs, &epochs).check(&self.base)?;
        Axis::listed(Parameter::Gamma, self.scales.clone()).check(&self.base)?;
        for axis in &self.setups {
            axis.check(&self.base)?;
        }
        let layers = self.values(Parameter::Layers);
        let ends: BTreeSet<_> = [layers.first(), layers.last()]
            .into_iter()
            .map(|layers| layers.map(|&layers| layers as usize))
            .collect();
        for layers in ends {
            let values = [
                (
                    Parameter::Levels,
                    self.values(Parameter::Levels).last().copied(),
                ),
                (Parameter::Layers, layers.map(|layers| layers as f64)),
                (
                    Parameter::Units,
                    self.values(Parameter::Units).last().copied(),
                ),
            ];
            let asked = values
                .into_iter()
                .filter_map(|(of, value)| Some((of, value?)));
            let largest = asked
                .clone()
                .fold(self.base.clone(), |largest, (of, value)| {
                    set(&largest, of, value)
                });
            largest.validate().map_err(|error| {
                let named: Vec<String> = asked.map(|(of, value)| named(of, value)).collect();
                Failure::usage(format!("{}: {error}", named.join(" with ")))
            })?;
        }
        Ok(())
    }

    /// Makes the learning rates numbers, where they are the same for all runs, and refuses those
    /// that cannot be run.
    fn find_rates(&mut self) -> Result<(), Failure> {
        let first = self.setup(0);
        let numbers = rate::numbers(&self.rates, &first);
        Axis::listed(Parameter::Lr, numbers.clone()).check(&first)?;
        let changes_limit = |axis: &Axis| {
            let is_shared = matches!(axis.parameter, Parameter::InitSeed | Parameter::Units);
            !is_shared && axis.len() > 1
        };
        if self.finds_limits() && self.setups.iter().any(changes_limit) {
            tell("the limit is the first run's; each run has the same share of its own");
        } else {
            self.rates = numbers.into_iter().map(Rate::Number).collect();
        }
        Ok(())
    }
}

/// The experiment that the arguments begin with, on the first of the trees that are asked for.
fn base(arguments: &Arguments) -> Result<Experiment, Failure> {
    let first = SingleValues {
        levels: arguments.levels.as_ref().map(|levels| levels.0[0]),
        flip: arguments.flip.as_ref().map(|flips| flips.0[0]),
        ..SingleValues::default()
    };
    let made = arguments.choices.experiment(&first);
    let named = [
        first
            .levels
            .map(|levels| named(Parameter::Levels, levels as f64)),
        first.flip.map(|flip| named(Parameter::Flip, flip)),
    ];
    let named: Vec<String> = named.into_iter().flatten().collect();
    match made {
        // Without these values, or with smaller ones, it can be run: they are at fault.
        Err(Failure::Usage(sentence)) if !named.is_empty() && others_can_be_run(arguments) => {
            let named = named.join(" with ");
            Err(Failure::usage(format!("{named}: {sentence}")))
        }
        made => made,
    }
}

/// Whether there are values of levels and flip with which the other arguments make an experiment.
fn others_can_be_run(arguments: &Arguments) -> bool {
    let smallest = SingleValues {
        levels: Some(1),
        flip: Some(0.0),
        ..SingleValues::default()
    };
    let mut others = [SingleValues::default(), smallest].into_iter();
    others.any(|values| arguments.choices.experiment(&values).is_ok())
}

/// Refuses what would change the shapes or the scale of first weights that are given.
fn refuse_for_given_weights(arguments: &Arguments, base: &Experiment) -> Result<(), Failure> {
    if arguments.gamma.is_some() {
        choices::check_gamma(base)?;
    }
    let asked = [
        ("--hidden", arguments.hidden.is_some()),
        ("--layers", arguments.layers.is_some()),
        ("--levels", arguments.levels.is_some()),
    ];
    match asked.iter().find(|(_, is_asked)| *is_asked) {
        Some((option, _)) if base.weights.is_some() => Err(Failure::usage(format!(
            "{option} asks for first weights of other shapes, and here they are given"
        ))),
        _ => Ok(()),
    }
}

/// The axes that change the set-up, in the order of [`Parameter::ALL`].
fn setup_axes(arguments: &Arguments, base: &Experiment) -> Result<Vec<Axis>, Failure> {
    let n_seeds = seeds::n_draws(base, arguments.seeds, 1)?;
    let n_data_seeds = seeds::n_data_draws(base, arguments.data_seeds)?;
    let data_seed = base.data.tree().map(|tree| tree.seed);
    let data_seeds = data_seed.filter(|_| n_data_seeds > 1);
    let wholes = |parameter, list: &Option<super::lists::Wholes>| {
        list.as_ref()
            .map(|list| Axis::of_wholes(parameter, &list.0))
    };
    let flips = arguments.flip.as_ref();
    let axes = [
        data_seeds.map(|first| Axis::of_seeds(Parameter::DataSeed, first, n_data_seeds)),
        (n_seeds > 1).then(|| Axis::of_seeds(Parameter::InitSeed, base.init_seed, n_seeds)),
        wholes(Parameter::Levels, &arguments.levels),
        flips.map(|flips| Axis::listed(Parameter::Flip, flips.0.clone())),
        wholes(Parameter::Layers, &arguments.layers),
        wholes(Parameter::Units, &arguments.hidden),
    ];
    Ok(axes.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Program {
        #[command(flatten)]
        arguments: Arguments,
    }

    fn grid(arguments: &str) -> Grid {
        let words = std::iter::once("sweep").chain(arguments.split_whitespace());
        let program = Program::try_parse_from(words).expect("they are options of sweep");
        Grid::of(&program.arguments).expect("it can be run")
    }

    #[test]
    fn runs_of_a_setup_lie_together() {
        let grid = grid("--lr 1,2 --gamma 0.1,1,10 --epochs 5,auto --hidden 3,4 --seeds 5");
        assert_eq!(grid.len(), 2 * 3 * 2 * 2 * 5);
        assert_eq!(grid.setups_of(&(11..25)), 0..3);
        let last = grid.len() - 1;
        assert_eq!((grid.setup_of(last), grid.setup_of(last - 12)), (9, 8));
        let of_setup = grid.setup(9);
        assert_eq!((of_setup.init_seed, &of_setup.hidden[..]), (2025, &[4][..]));
        let point = grid.point(last - 5, &of_setup, f64::NAN);
        let run = point.experiment;
        assert!(point.finds_epochs);
        assert_eq!((run.lr, run.gamma, run.init_seed), (1.0, 0.1, 2025));
    }

    #[test]
    fn shares_of_one_limit_are_numbers() {
        assert!(!grid("--lr auto,0.5x --seeds 3 --gamma 1,2").finds_limits());
        assert!(!grid("--lr auto --layers 2").finds_limits());
        for varying in [
            "--layers 1,2",
            "--levels 2,3",
            "--flip 0.1,0.2",
            "--data-seeds 2",
        ] {
            assert!(
                grid(&format!("--lr 7,0.5x {varying}")).finds_limits(),
                "{varying}"
            );
        }
    }

    #[test]
    fn what_is_given_a_single_value_is_the_run_that_train_makes() {
        let grid = grid("--levels 2 --flip 0.3 --hidden 7 --layers 2 --epochs 9 --lr 3");
        let experiment = grid.point(0, &grid.setup(0), f64::NAN).experiment;
        let tree = experiment.data.tree().expect("it is drawn from a tree");
        assert_eq!((tree.levels, tree.flip), (2, 0.3));
        assert_eq!(experiment.hidden, [7, 7]);
        assert_eq!((experiment.n_epochs, experiment.lr), (9, 3.0));
        assert_eq!(grid.watched().len(), 1);
    }
}
