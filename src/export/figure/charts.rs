//! Figures that are charts: dynamics, predictions, singular values, three ways to one answer. Each
//! is a drawing and what it is called.

use super::error::FigureError;
use super::measures;
use super::options::{FigureOptions, Titles};
use super::subject::Subject;
use crate::analysis::comparison::{Comparison, Trained};
use crate::analysis::extent::Extent;
use crate::experiment::Experiment;
use crate::picture::chart::Chart;
use crate::picture::{
    ChartPhrase, Drawing, Dynamics, Phrase, Predictions, RunView, Size, SolutionLosses, Spectrum,
    TrainedLoss,
};

/// Loss and modes.
pub(super) fn dynamics(
    run: &RunView<'_>,
    extent: &Extent,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    let size = options.page.points(measures::chart_size(options.page))?;
    let chart = dynamics_chart(run, extent, options.epoch, options);
    Ok(laid_out(thinned(chart, run, options), size, options))
}

/// Loss and modes, marked at an epoch.
pub(super) fn dynamics_chart(
    run: &RunView<'_>,
    extent: &Extent,
    epoch: Option<usize>,
    options: &FigureOptions<'_>,
) -> Chart {
    let dynamics = Dynamics {
        run: *run,
        extent,
        modes: run.data.map(|data| &data.modes),
        epoch,
        foreseen: options.foreseen,
        others: options.others,
        band: options.band,
        options: options.dynamics,
    };
    dynamics.chart(options.words)
}

/// The predictions of the watched pairs.
pub(super) fn predictions(
    run: &RunView<'_>,
    extent: &Extent,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    if run.record.shape().n_watched == 0 {
        return Err(FigureError::NothingWatched);
    }
    let predictions = Predictions {
        run: *run,
        extent,
        modes: run.data.map(|data| &data.modes),
        taught: options.taught,
        epoch: options.epoch,
        foreseen: options.foreseen,
        others: options.others,
        band: options.band,
        epochs: options.dynamics.epochs,
    };
    let size = options.page.points(measures::chart_size(options.page))?;
    let chart = thinned(predictions.chart(options.words), run, options);
    Ok(laid_out(chart, size, options))
}

/// The singular values of the data.
pub(super) fn spectrum(
    run: &RunView<'_>,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    let data = run.data.ok_or(FigureError::NoData)?;
    let spectrum = Spectrum {
        singular_values: &data.modes.singular_values,
        population: data.population.as_deref().unwrap_or_default(),
    };
    let own = measures::own_size(Subject::Spectrum, run.items.len(), options.page);
    let size = options.page.points(own)?;
    Ok(laid_out(spectrum.chart(options.words), size, options))
}

/// The losses of three ways to one answer.
pub(super) fn comparison(
    experiment: &Experiment,
    compared: &Comparison,
    shallow_lr: f64,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    let losses = SolutionLosses {
        analytical_loss: compared.analytical_loss,
        shallow: trained(&compared.shallow, shallow_lr),
        deep: trained(&compared.deep, experiment.lr),
        is_deep: !experiment.hidden.is_empty(),
        last_epoch: experiment.last_epoch(),
        is_log: options.dynamics.is_log,
        epoch: options.epoch,
    };
    let size = options.page.points(measures::chart_size(options.page))?;
    Ok(laid_out(losses.chart(options.words), size, options))
}

fn trained(trained: &Trained, lr: f64) -> TrainedLoss<'_> {
    TrainedLoss {
        lr,
        epochs: trained.record.epochs(),
        losses: trained.record.losses(),
        outcome: trained.outcome,
    }
}

/// A chart whose usual title says so where not every epoch of the run was kept.
fn thinned(mut chart: Chart, run: &RunView<'_>, options: &FigureOptions<'_>) -> Chart {
    let stride = run.stride();
    if let Some(title) = chart.title.as_mut().filter(|_| stride > 1) {
        let phrase = Phrase::Chart(ChartPhrase::Thinned(stride));
        *title = format!("{title} ({})", options.words.say(&phrase));
    }
    chart
}

/// A chart with the title that is asked for.
fn laid_out(mut chart: Chart, size: Size, options: &FigureOptions<'_>) -> (Drawing, String) {
    let Titles { drawn, said } = options.titles(chart.title.take());
    chart.title = drawn;
    let chart = chart.tight(size, options.fonts, options.words);
    let drawing = chart.layout(size, &chart.whole(), options.fonts, options.words);
    (drawing, said)
}
