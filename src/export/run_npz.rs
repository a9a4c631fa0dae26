//! Everything of a run as an .npz archive that `numpy.load` opens.
//!
//! P items, N features with the user's last, L layers, E rows (epochs, unless the record was
//! thinned for memory; `epochs` says which). From the epoch of divergence on there is NaN, and
//! `W_tot` is NaN then.
//!
//! | key | shape | what |
//! | --- | --- | --- |
//! | `features` | P × N | the targets; int8 where they are whole |
//! | `items` | P | names of the items |
//! | `groups` | G × 2 | first and last item of each group that the user has named, from 0; absent without one |
//! | `group_names` | G | their names |
//! | `feature_names` | N | names of the features, where any has one |
//! | `zero_one` | 1 | `as-is`, where the targets are the numbers 0 and 1 |
//! | `population` | P | singular values that as many features of the tree's population have; of a tree only |
//! | `W1` … `WL` | as the layer | weights before the first epoch |
//! | `epochs` | E | the epoch of each row |
//! | `losses` | E | mean squared error before each step |
//! | `modes` | E × P | singular values of W_tot after each step, descending |
//! | `aligned` | E × P × P | u_αᵀ W_tot v_β in the data's own modes, after each step; past 32 items A × P × P, of the A epochs of which all of it is kept |
//! | `aligned_epochs` | A | past 32 items: those epochs; none from the epoch of divergence on |
//! | `strengths` | E × P | past 32 items: u_αᵀ W_tot v_α, the diagonal of `aligned`, after each step |
//! | `rsms_1` … | E × P × P | H Hᵀ of each hidden layer, before each step |
//! | `illusions` | E | prediction of the first watched pair, before each step; absent without one |
//! | `predictions` | E × K | predictions of all K watched pairs |
//! | `watched` | K × 2 | their items and features, from 0 |
//! | `watched_names` | K | their names |
//! | `W_tot` | N × P | W_L…W_1 at the end |
//! | `lr`, `gamma` | | the controls |
//! | `n_epochs`, `diverged_at` | | epochs asked for; the epoch of divergence, −1 if none |
//! | `illusory_item` | | item of the first watched pair |
//! | `readme` | | what an index means, in a sentence |
//! | `init_seed`, `init_before` | | torch's seed, and its outputs skipped before the draw |
//! | `theory_start` | P | strength that each mode is foreseen to start from; NaN where there is no theory |
//! | `theory_half_rise` | P | epoch at which theory has each mode half learned, in discrete steps; NaN if not within the run |
//! | `theory_half_rise_continuous` | P | the same in the limit of small steps |
//! | `theory_stage` | P | the stage in which each mode is learned, from 0; −1 if it cannot be |
//! | `theory_plateaus` | S + 1 | the loss before the first of S stages and behind each |
//! | `theory_ladders` | K × S | the prediction of each watched pair behind each stage |
//! | `theory_holds` | | sentences that say how far the theory holds |
//!
//! `features`, `items`, `feature_names` and `W1` … `WL` are what [`crate::data::npz`] reads:
//! another run can start from the same data and the same first weights.

use std::io::{self, Seek, Write};

use nalgebra::DMatrix;

use super::theory_sentences::theory_sentences;
use crate::analysis::theory::Forecast;
use crate::data::Dataset;
use crate::data::item_group::ItemGroup;
use crate::data::npz;
use crate::data::packer::Packer;
use crate::experiment::Experiment;
use crate::experiment::taught::targets;
use crate::model::first_weights::first_weights;
use crate::model::record::RowShape;
use crate::model::whole::WholeNetwork;
use crate::model::{Outcome, Record, Setup, Training};
use crate::picture::data_view;
use crate::picture::run_view::RunView;

/// The archive's own words on its indices.
const README: &str = "Row e belongs to epochs[e]. modes[e] and aligned[e] are of the weights after \
    that epoch's step; losses[e], rsms_1[e] ..., illusions[e] and predictions[e] of the weights \
    before it. Where the record is thinned, epochs has gaps. theory_* is foreseen from the data and \
    the first weights; theory_holds says how far it holds.";

/// The full-size weights of a run, which its record does not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct FullSize {
    /// The targets Y, N × P, the user's features last.
    pub targets: DMatrix<f64>,
    /// The first weights `W_1` … `W_L`.
    pub weights: Vec<DMatrix<f64>>,
    /// `W_tot` (N × P) at the end.
    pub total: DMatrix<f64>,
}

impl FullSize {
    /// Trains once more to get there; `setup` must fit the experiment.
    ///
    /// # Panics
    /// If `setup` was made for other data or another network.
    pub fn of(experiment: &Experiment, setup: &mut Setup) -> Self {
        let targets = targets(experiment, setup.dataset());
        let weights = first_weights(experiment);
        let network = WholeNetwork::new(setup.network(experiment));
        let shape = experiment.row_shape();
        let Experiment { lr, n_epochs, .. } = *experiment;
        // Only how it ends is of interest, not the rows.
        let training = Training::with_stride(network, lr, n_epochs, n_epochs);
        let (_, _, network) = training.run(shape);
        let last = weights.last().expect("a network has a layer");
        Self {
            total: network.total(last, &targets),
            targets,
            weights,
        }
    }
}

/// Writes an archive of what a run starts from, `features` to `W1` … `WL`, and gives the target
/// back. Nothing is trained for it.
///
/// # Errors
/// If the target cannot be written.
pub fn write_start<W: Write + Seek>(target: W, experiment: &Experiment) -> io::Result<W> {
    let dataset: &Dataset = &experiment.data.sample();
    let targets = targets(experiment, dataset);
    let mut archive = Packer::quick(target);
    write_first(
        &mut archive,
        experiment,
        &targets,
        &first_weights(experiment),
    )?;
    archive.finish()
}

/// Writes the archive and gives the target back.
///
/// # Errors
/// If the target cannot be written.
pub fn write<W: Write + Seek>(
    target: W,
    experiment: &Experiment,
    run: &RunView,
    full_size: &FullSize,
    forecast: &Forecast,
) -> io::Result<W> {
    let mut archive = Packer::quick(target);
    let FullSize {
        targets, weights, ..
    } = full_size;
    write_first(&mut archive, experiment, targets, weights)?;
    write_controls(&mut archive, experiment, run)?;
    write_record(&mut archive, run)?;
    write_forecast(&mut archive, experiment, forecast)?;
    let total = &full_size.total;
    let shape = [total.nrows(), total.ncols()];
    let is_finite = run.outcome == Outcome::Finished;
    let by_rows = total.transpose();
    let values = by_rows
        .iter()
        .map(|&v| if is_finite { v } else { f64::NAN });
    archive.numbers("W_tot", &shape, values)?;
    archive.finish()
}

fn write_first<W: Write + Seek>(
    archive: &mut Packer<W>,
    experiment: &Experiment,
    targets: &DMatrix<f64>,
    weights: &[DMatrix<f64>],
) -> io::Result<()> {
    // N × P by columns is P × N by rows.
    let shape = [targets.ncols(), targets.nrows()];
    let is_whole = |v: &f64| v.fract() == 0.0 && v.abs() <= f64::from(i8::MAX);
    if targets.iter().all(is_whole) {
        archive.whole_numbers("features", &shape, targets.iter().map(|&v| v as i8))?;
    } else {
        archive.numbers("features", &shape, targets.iter().copied())?;
    }
    archive.names("items", &experiment.items)?;
    write_groups(archive, &experiment.groups)?;
    if let Some(names) = experiment.feature_names() {
        archive.names("feature_names", &names)?;
    }
    npz::keep_zero_one(archive, targets)?;
    if let Some(population) = data_view::population(experiment) {
        archive.numbers("population", &[population.len()], population)?;
    }
    for (layer, weights) in (1..).zip(weights) {
        let by_rows = weights.transpose();
        let shape = [weights.nrows(), weights.ncols()];
        archive.numbers(&format!("W{layer}"), &shape, by_rows.iter().copied())?;
    }
    Ok(())
}

fn write_groups<W: Write + Seek>(archive: &mut Packer<W>, groups: &[ItemGroup]) -> io::Result<()> {
    if groups.is_empty() {
        return Ok(());
    }
    let ends = (groups.iter()).flat_map(|group| [group.first as i64, group.last as i64]);
    archive.whole_numbers("groups", &[groups.len(), 2], ends)?;
    let names: Vec<String> = groups.iter().map(|group| group.name.clone()).collect();
    archive.names("group_names", &names)
}

fn write_controls<W: Write + Seek>(
    archive: &mut Packer<W>,
    experiment: &Experiment,
    run: &RunView,
) -> io::Result<()> {
    archive.numbers("lr", &[], [experiment.lr])?;
    archive.numbers("gamma", &[], [experiment.gamma])?;
    let diverged_at = run.outcome.diverged_at().map_or(-1, |epoch| epoch as i64);
    let first_item = experiment.watched.first().map_or(0, |pair| pair.item);
    for (name, value) in [
        ("n_epochs", run.n_epochs as i64),
        ("diverged_at", diverged_at),
        ("illusory_item", first_item as i64),
        ("init_seed", i64::from(experiment.init_seed)),
        ("init_before", experiment.init_before as i64),
    ] {
        archive.whole_numbers(name, &[], [value])?;
    }
    let pairs = experiment.watched.iter();
    let pairs = pairs.flat_map(|pair| [pair.item as i64, pair.feature as i64]);
    archive.whole_numbers("watched", &[experiment.watched.len(), 2], pairs)?;
    archive.names("watched_names", run.watched)?;
    archive.names("readme", &[readme(run.record.shape())])
}

/// The archive's own words, of rows of this shape.
fn readme(shape: RowShape) -> String {
    if shape.has_all_aligned() {
        return README.to_owned();
    }
    let of_rows = README.replace("aligned[e]", "strengths[e]");
    format!(
        "{of_rows} aligned[a] is of the weights after the step of aligned_epochs[a], and \
         strengths is its diagonal."
    )
}

fn write_record<W: Write + Seek>(archive: &mut Packer<W>, run: &RunView) -> io::Result<()> {
    let record = run.record;
    let shape = record.shape();
    let (n, n_recorded, p) = (run.epochs().len(), record.len(), shape.n_items);
    let epochs = run.epochs().into_iter().map(|epoch| epoch as i64);
    archive.whole_numbers("epochs", &[n], epochs)?;
    // What was recorded, then NaN for each number of the rows that were not.
    let missing = |width: usize| std::iter::repeat_n(f64::NAN, (n - n_recorded) * width);
    let losses = record.losses().iter().copied();
    archive.numbers("losses", &[n], losses.chain(missing(1)))?;
    let rows = || 0..n_recorded;
    let modes = rows().flat_map(|row| record.modes(row)).copied();
    archive.numbers("modes", &[n, p], modes.chain(missing(p)))?;
    write_aligned(archive, record, n)?;
    for layer in 0..shape.n_hidden_layers {
        let rsms = rows()
            .flat_map(|row| record.similarity(row, layer))
            .copied();
        let name = format!("rsms_{}", layer + 1);
        archive.numbers(&name, &[n, p, p], rsms.chain(missing(p * p)))?;
    }
    let k = shape.n_watched;
    let predictions = rows().flat_map(|row| record.predictions(row)).copied();
    archive.numbers("predictions", &[n, k], predictions.chain(missing(k)))?;
    if k == 0 {
        return Ok(());
    }
    let first = rows().map(|row| record.predictions(row)[0]);
    archive.numbers("illusions", &[n], first.chain(missing(1)))
}

/// Writes `W_tot` in the data's modes, for `n` rows, those that were not recorded with them.
fn write_aligned<W: Write + Seek>(
    archive: &mut Packer<W>,
    record: &Record,
    n: usize,
) -> io::Result<()> {
    let p = record.shape().n_items;
    let n_missing = n - record.len();
    let missing = |width: usize| std::iter::repeat_n(f64::NAN, n_missing * width);
    let matrices = record.all_aligned();
    let matrices = matrices.flat_map(|aligned| turned(aligned.matrix, p));
    if record.shape().has_all_aligned() {
        return archive.numbers("aligned", &[n, p, p], matrices.chain(missing(p * p)));
    }
    let strengths = (0..record.len()).flat_map(|row| (0..p).map(move |mode| (row, mode)));
    let strengths = strengths.map(|(row, mode)| record.strength(row, mode));
    archive.numbers("strengths", &[n, p], strengths.chain(missing(p)))?;
    let epochs = record
        .all_aligned()
        .map(|aligned| record.epochs()[aligned.row] as i64);
    let epochs: Vec<i64> = epochs.collect();
    let shape = [epochs.len(), p, p];
    archive.whole_numbers("aligned_epochs", &shape[..1], epochs)?;
    archive.numbers("aligned", &shape, matrices)
}

fn write_forecast<W: Write + Seek>(
    archive: &mut Packer<W>,
    experiment: &Experiment,
    forecast: &Forecast,
) -> io::Result<()> {
    let foreseen = &forecast.foreseen;
    let n_modes = forecast.singular_values.len();
    let starts: Vec<Option<f64>> = foreseen.starts.iter().copied().map(Some).collect();
    for (name, values) in [
        ("theory_start", &starts),
        ("theory_half_rise", &foreseen.rises),
        ("theory_half_rise_continuous", &foreseen.continuous_rises),
    ] {
        // Where there is no theory there are no values.
        let value = |mode: usize| values.get(mode).copied().flatten().unwrap_or(f64::NAN);
        archive.numbers(name, &[n_modes], (0..n_modes).map(value))?;
    }
    let stages = forecast.stage_of_modes().into_iter();
    let stages = stages.map(|stage| stage.map_or(-1, |stage| stage as i64));
    archive.whole_numbers("theory_stage", &[n_modes], stages)?;
    let plateaus = forecast.plateaus();
    archive.numbers("theory_plateaus", &[plateaus.len()], plateaus)?;
    let shape = [forecast.ladders.len(), foreseen.stages.len()];
    let ladders = forecast.ladders.iter().flatten().copied();
    archive.numbers("theory_ladders", &shape, ladders)?;
    archive.names("theory_holds", &theory_sentences(foreseen, experiment))
}

/// A P × P matrix that is stored by columns, row by row, or the other way round.
pub(super) fn turned(matrix: &[f64], p: usize) -> impl Iterator<Item = f64> + '_ {
    (0..p * p).map(move |i| matrix[i % p * p + i / p])
}
