//! Small atlases and a section, for tests of their pictures.

use std::sync::LazyLock;

use crate::analysis::atlas::axis::Axis;
use crate::analysis::atlas::cell::{Cell, CellRun, Quantity};
use crate::analysis::atlas::curve::LossCurve;
use crate::analysis::atlas::filling::{Atlas, AtlasOptions};
use crate::analysis::atlas::lines::{TheoryLine, lines};
use crate::analysis::atlas::parameter::Parameter;
use crate::analysis::atlas::plane::Plane;
use crate::analysis::atlas::section::{Section, SectionPoint};
use crate::analysis::run_summary::RunSummary;
use crate::experiment::Experiment;
use crate::model::Setup;
use crate::picture::{AtlasPicture, SectionPicture, SectionQuantity, ShownLines};

/// An atlas and theory's lines over it.
pub(crate) struct AtlasFixture {
    pub(crate) atlas: Atlas,
    pub(crate) lines: Vec<TheoryLine>,
    dot: [f64; 2],
    n_epochs: Option<usize>,
}

impl AtlasFixture {
    /// All of it in one picture.
    pub(crate) fn picture(&self, quantity: Quantity) -> AtlasPicture<'_> {
        AtlasPicture {
            n_epochs: self.n_epochs,
            lines: &self.lines,
            shown: ShownLines::ALL,
            dot: Some(self.dot),
            ..AtlasPicture::of(&self.atlas, quantity)
        }
    }
}

/// The notebook's network over lr and gamma.
pub(crate) static NOTEBOOK: LazyLock<AtlasFixture> = LazyLock::new(|| {
    let gammas = (-7..=1)
        .map(|exponent| 10.0_f64.powi(2 * exponent - 1))
        .collect();
    filled(
        &Experiment::default(),
        axis(
            Parameter::Lr,
            (1..=12).map(|i| 30.0 * f64::from(i)).collect(),
        ),
        axis(Parameter::Gamma, gammas),
        usize::MAX,
    )
});

/// The same after two of its passes.
pub(crate) static HALF: LazyLock<AtlasFixture> = LazyLock::new(|| {
    let Plane { x, y } = NOTEBOOK.atlas.plane().clone();
    filled(&Experiment::default(), x, y, 2)
});

/// Three hidden layers, over lr and gamma.
pub(crate) static THREE_LAYERS: LazyLock<AtlasFixture> = LazyLock::new(|| {
    let base = Experiment {
        hidden: vec![20; 3],
        n_epochs: 150,
        ..Experiment::default()
    };
    let modes = Setup::new(&base, None).modes(&base).clone();
    let limit = modes.stability_limit(base.n_outputs(), 4);
    let rates = (1..=12)
        .map(|i| (limit / 8.0 * 100.0).round() / 100.0 * f64::from(i))
        .collect();
    let gammas = vec![0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2.0, 3.0, 5.0];
    filled(
        &base,
        axis(Parameter::Lr, rates),
        axis(Parameter::Gamma, gammas),
        usize::MAX,
    )
});

/// Hidden units and layers, which are whole numbers, without theory's lines.
pub(crate) static SHAPES: LazyLock<AtlasFixture> = LazyLock::new(|| {
    let units = (1..=8).map(|i| 4.0 * f64::from(i)).collect();
    let base = Experiment {
        n_epochs: 80,
        gamma: 0.1,
        ..Experiment::default()
    };
    let layers = axis(Parameter::Layers, vec![1.0, 2.0, 3.0]);
    filled(&base, axis(Parameter::Units, units), layers, usize::MAX)
});

/// What the notebook's network settles to around the stability limit.
pub(crate) static SECTION: LazyLock<Section> = LazyLock::new(|| {
    let axis = axis(
        Parameter::Lr,
        (0..36).map(|i| 210.0 + 4.0 * f64::from(i)).collect(),
    );
    let base = Experiment::default();
    let mut setup = Setup::new(&base, None);
    let point = |&value: &f64| {
        let experiment = axis.parameter.set(&base, value);
        SectionPoint::unless(value, &experiment, &mut setup, &mut || false).unwrap()
    };
    let points = axis.values().iter().map(point).collect();
    Section { axis, points }
});

/// The picture of the section.
pub(crate) fn section(shows: SectionQuantity) -> SectionPicture<'static> {
    SectionPicture {
        limit: Some(253.6),
        dot: Some(232.0),
        ..SectionPicture::of(&SECTION, shows)
    }
}

fn axis(parameter: Parameter, values: Vec<f64>) -> Axis {
    Axis::new(parameter, parameter.usual_spacing(), values).unwrap()
}

/// So many passes of a plane, and the lines over all of it.
fn filled(base: &Experiment, x: Axis, y: Axis, n_passes: usize) -> AtlasFixture {
    let plane = Plane { x, y };
    let mut atlas = Atlas::new(plane.clone(), AtlasOptions::default());
    let mut setup = Setup::new(base, None);
    let passes = plane.passes().into_iter().take(n_passes);
    for at in passes.flatten() {
        let experiment = plane.experiment(base, at);
        if !setup.fits(&experiment) {
            setup = Setup::new(&experiment, None);
        }
        let run = RunSummary::unless(&experiment, &mut setup, &[1e-3], &mut || false);
        let (summary, record) = run.unwrap();
        let cell = Cell::new(vec![CellRun::of(&summary)]).unwrap();
        atlas.insert(at, cell, LossCurve::of(&record));
    }
    let mut setup = Setup::new(base, None);
    let value = |axis: &Axis| axis.parameter.of(base).unwrap();
    AtlasFixture {
        lines: lines(&plane, base, &mut setup, &mut || false).unwrap(),
        dot: [value(&plane.x), value(&plane.y)],
        n_epochs: Some(base.n_epochs),
        atlas,
    }
}
