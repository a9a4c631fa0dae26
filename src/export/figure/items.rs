//! Figures of items: similarity matrix, microscope, data, modes, map, tree. Each is a drawing and what it is
//! called.

use std::collections::BTreeSet;

use super::charts::dynamics_chart;
use super::error::FigureError;
use super::measures::{self, GAP};
use super::options::{FigureOptions, Titles};
use super::subject::Subject;
use crate::analysis::extent::Extent;
use crate::analysis::layout::Axes;
use crate::model::DataModes;
use crate::picture::{
    DataPicture, Drawing, ItemPhrase, ItemTree, Map, MapWays, Microscope, MicroscopeSlide,
    ModeSides, Phrase, Rsm, RunView, Size, TreeScale, below, beside,
};

/// An epoch and a hidden layer, from 0.
type Place = (usize, usize);

/// The similarity matrix, and the dynamics to its left; above it on a narrow page.
pub(super) fn rsm(
    run: &RunView<'_>,
    extent: &Extent,
    (epoch, layer): Place,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    let mut rsm = Rsm::of(*run, extent, epoch, layer, options.rsm_scale)?.titled(options.words);
    let Titles { drawn, said } = options.titles(rsm.title.take());
    (rsm.title, rsm.followed) = (drawn, options.followed);
    let subject = Subject::Rsm { epoch, layer };
    let size = page(subject, run, options)?;
    let ([first, second], is_beside) = measures::dynamics_and_rsm(size, options.page);
    let shown = run.record.epochs()[rsm.moment.row];
    let mut chart = dynamics_chart(run, extent, Some(shown), options);
    // A title that is asked for is the matrix's: that is what the figure is of.
    if options.title.is_some() {
        chart.title = None;
    }
    let chart = chart.tight(first, options.fonts, options.words);
    let chart = chart.layout(first, &chart.whole(), options.fonts, options.words);
    let matrix = rsm.layout(second, options.fonts, options.words).drawing;
    let joined = if is_beside { beside } else { below };
    Ok((joined(chart, matrix, GAP), said))
}

/// The similarity matrix alone.
pub(super) fn similarity(
    run: &RunView<'_>,
    extent: &Extent,
    (epoch, layer): Place,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    let mut rsm = Rsm::of(*run, extent, epoch, layer, options.rsm_scale)?.titled(options.words);
    let Titles { drawn, said } = options.titles(rsm.title.take());
    (rsm.title, rsm.followed) = (drawn, options.followed);
    let size = page(Subject::Similarity { epoch, layer }, run, options)?;
    let layout = rsm.layout(size, options.fonts, options.words);
    Ok((layout.drawing, said))
}

/// The network as a product, with all its modes.
pub(super) fn microscope(
    run: &RunView<'_>,
    extent: &Extent,
    epoch: usize,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    let data = run.data.ok_or(FigureError::NoData)?;
    let last = run.record.epochs().last().copied().unwrap_or(0);
    let has_diverged = run.outcome.diverged_at().is_some();
    if epoch > last && !(has_diverged && epoch < run.n_epochs) {
        return Err(FigureError::NoEpoch { epoch, last });
    }
    let (slide, off) = (MicroscopeSlide::of(data), BTreeSet::new());
    let microscope = Microscope::of(run, extent, &slide, epoch, &off)?;
    let mut microscope = microscope.titled(options.words);
    let Titles { drawn, said } = options.titles(microscope.title.take());
    microscope.title = drawn;
    let size = page(Subject::Microscope { epoch }, run, options)?;
    let layout = microscope.layout(size, options.fonts, options.words);
    Ok((layout.drawing, said))
}

/// Labels and features.
pub(super) fn data(
    run: &RunView<'_>,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    let data = run.data.ok_or(FigureError::NoData)?;
    let usual = ItemPhrase::Features(data.shown.len(), data.n_features);
    let usual = options.words.say(&Phrase::Item(usual));
    let Titles { drawn, said } = options.titles(Some(usual));
    let picture = DataPicture {
        title: Some(drawn.unwrap_or_default()),
        ..DataPicture::of(data, run.items)
    };
    let size = page(Subject::Data, run, options)?;
    let layout = picture.layout(size, options.fonts, options.words);
    Ok((layout.drawing, said))
}

/// The item sides of the modes.
pub(super) fn modes(
    run: &RunView<'_>,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    let mut modes = ModeSides::of(run, None)?.titled(options.words);
    let Titles { drawn, said } = options.titles(modes.title.take());
    modes.title = drawn;
    let size = page(Subject::Modes, run, options)?;
    let layout = modes.layout(size, options.fonts, options.words);
    Ok((layout.drawing, said))
}

/// The map.
pub(super) fn map(
    run: &RunView<'_>,
    extent: &Extent,
    (epoch, layer): Place,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    let data = run.data.ok_or(FigureError::NoData)?;
    check_axes(options.axes, &data.modes)?;
    let ways = MapWays::of(run, extent, layer, options.axes)?;
    let mut map = Map::of(*run, extent, &ways, epoch)?.titled(options.words);
    let Titles { drawn, said } = options.titles(map.title.take());
    map.title = drawn;
    let size = page(Subject::Map { epoch, layer }, run, options)?;
    let layout = map.layout(size, options.fonts, options.words);
    Ok((layout.drawing, said))
}

/// Refuses axes that are not two different modes of the data, or one.
fn check_axes(axes: Option<Axes>, modes: &DataModes) -> Result<(), FigureError> {
    let n_modes = modes.singular_values.len();
    let Some(axes) = axes else {
        return Ok(());
    };
    let are_there = axes.modes().all(|mode| mode < n_modes);
    if are_there && axes.up != Some(axes.across) {
        Ok(())
    } else {
        Err(FigureError::NoModes { n_modes })
    }
}

/// The dendrogram.
pub(super) fn tree(
    run: &RunView<'_>,
    extent: &Extent,
    (epoch, layer): Place,
    options: &FigureOptions<'_>,
) -> Result<(Drawing, String), FigureError> {
    let scale = TreeScale::of(run, extent, layer)?;
    let mut tree = ItemTree::of(*run, extent, &scale, epoch)?.titled(options.words);
    let Titles { drawn, said } = options.titles(tree.title.take());
    tree.title = drawn;
    let size = page(Subject::Tree { epoch, layer }, run, options)?;
    let layout = tree.layout(size, options.fonts, options.words);
    Ok((layout.drawing, said))
}

/// The size of a figure in points.
fn page(
    subject: Subject,
    run: &RunView<'_>,
    options: &FigureOptions<'_>,
) -> Result<Size, FigureError> {
    let own = measures::own_size(subject, run.items.len(), options.page);
    Ok(options.page.points(own)?)
}
