//! Three ways to one answer as loss curves: regression, which needs no epochs, a network without a
//! hidden layer, and the experiment's own.

use super::axes::{Frame, Side, plain};
use super::canvas::Sheet;
use super::colours::{FIRST_MODE, INK, LOSS};
use super::dynamics::loss_axis;
use super::error::FigureError;
use super::legend::{self, LINE, Mark};
use crate::analysis::comparison::{self, Comparison, Trained};
use crate::experiment::Experiment;
use crate::numbers::exact;

/// Width and height in pixels.
pub(super) const SIZE: [u32; 2] = [720, 484];

/// The figure's SVG; trains both networks for it.
pub(super) fn svg(experiment: &Experiment, is_log: bool) -> Result<String, FigureError> {
    if comparison::is_too_large(experiment) {
        return Err(FigureError::TooLarge);
    }
    let shallow_lr = comparison::shallow_lr(experiment);
    let compared = Comparison::run(experiment, shallow_lr, &mut || false);
    let compared = compared.expect("nobody interrupts");
    Ok(sheet(experiment, &compared, shallow_lr, is_log).svg())
}

fn sheet<'a>(
    experiment: &'a Experiment,
    compared: &'a Comparison,
    shallow_lr: f64,
    is_log: bool,
) -> Sheet<'a> {
    let [width, height] = SIZE.map(f64::from);
    Sheet::new(width, height, move |canvas| {
        let frame = Frame {
            edges: [74.0, 48.0, width - 28.0, 376.0],
            n_epochs: experiment.n_epochs,
        };
        let [left, top, right, bottom] = frame.edges;
        let (shallow, deep) = (&compared.shallow, &compared.deep);
        let axis = loss_axis(&[shallow.record.losses(), deep.record.losses()], is_log);
        for (trained, colour) in [(shallow, FIRST_MODE), (deep, LOSS)] {
            let record = &trained.record;
            let points = record.epochs().iter().zip(record.losses());
            let points = points.map(|(&epoch, &loss)| (epoch as f64, loss));
            frame.curve(canvas, points, axis, 2.2, colour);
        }
        // An error of rounding lies below a logarithmic axis.
        let y = frame.y(compared.analytical_loss, axis);
        if (top..=bottom).contains(&y) {
            canvas.dashes((left, y), (right, y), 1.4, INK);
        }
        frame.epoch_axis(canvas);
        frame.value_axis(canvas, Side::Left, axis, "MSE", INK);
        frame.title(canvas, "Training loss (Mean Squared Error)");
        let own = if experiment.hidden.is_empty() {
            "network of the experiment"
        } else {
            "deep network"
        };
        let regression = plain(compared.analytical_loss);
        let regression = format!("linear regression, without an epoch: {regression}");
        let lines = [
            (Mark::Dashes, INK, regression),
            (
                Mark::Line(2.2),
                FIRST_MODE,
                way("no hidden layer", shallow_lr, shallow),
            ),
            (Mark::Line(2.2), LOSS, way(own, experiment.lr, deep)),
        ];
        legend::draw(canvas, (left, height - 3.0 * LINE), lines);
    })
}

/// `deep network, lr 100: 3.41×10⁻¹⁵ at the end`.
fn way(name: &str, lr: f64, trained: &Trained) -> String {
    let came_to = if let Some(epoch) = trained.outcome.diverged_at() {
        format!("diverged at epoch {epoch}")
    } else {
        let last = trained.record.losses().last().copied().unwrap_or(0.0);
        format!("{} at the end", plain(last))
    };
    format!("{name}, lr {}: {came_to}", exact(lr))
}
