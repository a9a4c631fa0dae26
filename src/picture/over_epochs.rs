//! Parts of every chart over epochs: its lower axis, the stripe at an epoch, the line where a run
//! diverged, areas of many seeds.

use super::chart::{
    Across, Axis, Chart, Course, Curve, CurveName, CurveOf, Entry, Envelope, Quantity, Rule,
    Sample, Span, SpanOf,
};
use super::{ChartPhrase, Colour, LineStyle, Phrase, Words};
use crate::analysis::band::{Band, Spread};
use crate::analysis::extent::Extent;
use crate::model::{DataModes, Outcome};

/// The stripe at an epoch reaches so many epochs to either side, as in the tutorial.
const STRIPE: f64 = 2.0;

/// The lower axis, from one epoch to another.
pub(super) fn epoch_axis([first, last]: [usize; 2], words: &dyn Words) -> Across {
    Across::epochs(words.say(&Phrase::Epoch), first, last)
}

/// The axis of losses of which these are the least above zero and the largest.
pub(super) fn loss_axis(least: f64, largest: f64, is_log: bool) -> Axis {
    if is_log {
        Axis::log(least, largest)
    } else {
        Axis::from_zero(largest)
    }
}

/// The stripe at an epoch. A window, in which it moves, leaves it out of the chart and paints it by
/// [`Chart::behind`].
pub fn epoch_span(epoch: usize) -> Span {
    let middle = epoch as f64;
    Span {
        of: SpanOf::Epoch(epoch),
        from: middle - STRIPE,
        to: middle + STRIPE,
        name: None,
        paint: Colour::Epoch.at(0.22),
    }
}

/// The line where a run diverged, if it did.
pub(super) fn divergence(outcome: Outcome, words: &dyn Words) -> Option<Rule> {
    let epoch = outcome.diverged_at()?;
    let name = words.say(&Phrase::Chart(ChartPhrase::DivergedAt(epoch)));
    Some(Rule {
        course: Course::Upright(epoch as f64),
        name: Some(name),
        paint: Colour::Error.into(),
        width: 1.0,
        style: LineStyle::Dashed,
    })
}

/// The line below which a loss on a logarithmic axis is rounding, if any is.
pub(super) fn rounding_floor(axis: &Axis, words: &dyn Words) -> Option<Rule> {
    let floor = axis.floor()?;
    Some(Rule {
        course: Course::Level(axis.y_of(floor)),
        name: Some(words.say(&Phrase::Chart(ChartPhrase::RoundingFloor))),
        paint: Colour::Quiet.into(),
        width: 1.0,
        style: LineStyle::Dotted,
    })
}

/// The data's singular values; none if they are not known.
pub(super) fn singular_values(modes: Option<&DataModes>) -> &[f64] {
    modes.map_or(&[], |modes| &modes.singular_values)
}

/// Whether a mode that ends at this value has come to half of what the data have of it. Where the
/// data's singular values are not known, a twentieth of the run's largest is enough.
fn is_learned(end: f64, mode: usize, extent: &Extent, of_data: &[f64]) -> bool {
    const ENOUGH: f64 = 0.1;
    const NULL: f64 = 1e-9;
    let goal = of_data.get(mode).copied();
    let goal = goal.unwrap_or(ENOUGH * extent.largest_mode);
    goal > NULL * extent.largest_mode && end >= 0.5 * goal
}

/// The name of a mode's curve that ends at this value; none of a null mode.
pub(super) fn mode_name(
    mode: usize,
    end: f64,
    extent: &Extent,
    modes: Option<&DataModes>,
    levels: &[Option<usize>],
) -> Option<CurveName> {
    let is_null = modes.is_some_and(|modes| modes.is_null(mode));
    (!is_null).then(|| CurveName::Mode {
        mode,
        level: levels.get(mode).copied().flatten(),
        is_learned: is_learned(end, mode, extent, singular_values(modes)),
    })
}

/// The widest name that one of `n_items` modes may have in the gutter, or of as many as the data
/// have: `00–00`.
pub(super) fn widest_number(n_items: usize, modes: Option<&DataModes>) -> String {
    let n_modes = modes.map_or(n_items, DataModes::rank);
    let digits = "0".repeat(n_modes.max(1).to_string().len());
    format!("{digits}–{digits}")
}

/// Adds a quantity over many seeds: its range as an area, its median as a thin line.
pub(super) fn push_seeds(
    chart: &mut Chart,
    of: Quantity,
    (epochs, spread): (&[usize], &Spread),
    colour: Colour,
    y: impl Fn(f64) -> f64,
) {
    // Where no run is left there is nothing to draw. Singular values that blow up would cover
    // everything: that is the loss's to show.
    let medians = &spread.median;
    let is_gone = |row: &usize| {
        let blows_up = of != Quantity::Loss && spread.largest[*row].is_infinite();
        medians[*row].is_nan() || blows_up
    };
    let n_rows = (0..epochs.len()).find(is_gone).unwrap_or(epochs.len());
    // Nor is the way there shown, where it is out of the frame.
    let is_steep = |row: &usize| of != Quantity::Loss && y(spread.largest[*row]) > 1.0;
    let n_steep = if n_rows < epochs.len() {
        (0..n_rows).rev().take_while(is_steep).count()
    } else {
        0
    };
    let n_rows = n_rows - n_steep;
    // An area reaches down to where a loss is rounding, and no further.
    let floor = chart.left.floor().filter(|_| of == Quantity::Loss);
    let floor = floor.unwrap_or(f64::NEG_INFINITY);
    let height = |value: &f64| y(value.max(floor));
    let heights = |values: &[f64]| values[..n_rows].iter().map(height).collect();
    chart.envelopes.push(Envelope {
        of,
        xs: epochs[..n_rows].iter().map(|&epoch| epoch as f64).collect(),
        least: heights(&spread.least),
        largest: heights(&spread.largest),
        paint: colour.at(0.3),
    });
    let median = CurveOf::Median(of);
    let y = |row: usize| y(medians[row]);
    let curve = Curve::new(median, &epochs[..n_rows], y, colour.at(0.85));
    chart.curves.push(curve.width(1.3).style(LineStyle::Dotted));
}

/// The key to the areas of many seeds: grey, since each curve's area has the curve's own colour.
pub(super) fn seeds_entry(band: &Band, words: &dyn Words) -> Entry {
    let seeds = ChartPhrase::Seeds {
        n_draws: band.n_draws,
        n_diverged: band.n_diverged,
    };
    Entry {
        sample: Sample::Patch(Colour::Quiet.at(0.45)),
        text: words.say(&Phrase::Chart(seeds)),
    }
}
