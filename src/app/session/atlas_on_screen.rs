//! The state of the Atlas view from which its figures are drawn.

use crate::analysis::atlas::cell::Quantity;
use crate::analysis::atlas::filling::Atlas;
use crate::analysis::atlas::lines::TheoryLine;
use crate::analysis::atlas::section::Section;
use crate::app::command::picture::Plot;
use crate::export::{Figure, FigureError, FigureOptions};
use crate::picture::{AtlasPicture, SectionPicture, SectionQuantity, ShownLines};

/// The atlas and its section as they are shown.
#[derive(Clone, Debug)]
pub(crate) struct AtlasOnScreen {
    /// The cells.
    pub(crate) atlas: Atlas,
    /// Theory's lines.
    pub(crate) lines: Vec<TheoryLine>,
    /// What the colours tell.
    pub(crate) quantity: Quantity,
    /// Which lines are drawn.
    pub(crate) shown: ShownLines,
    /// How many epochs each run has, if they are the same everywhere.
    pub(crate) n_epochs: Option<usize>,
    /// The run at hand, within the axes.
    pub(crate) dot: [f64; 2],
    /// The section.
    pub(crate) section: Option<Section>,
    /// What the section shows.
    pub(crate) section_of: SectionQuantity,
    /// The stability limit, where the section's axis is that of the learning rate.
    pub(crate) limit: Option<f64>,
    /// The run at hand along the section's axis.
    pub(crate) section_dot: Option<f64>,
}

impl AtlasOnScreen {
    /// The figure of the map or of the section.
    ///
    /// # Errors
    /// If it is neither, there is none, or the page is too small or too large.
    pub(super) fn figure(
        &self,
        plot: Plot,
        options: &FigureOptions<'_>,
    ) -> Result<Figure, FigureError> {
        match (plot, &self.section) {
            (Plot::Atlas, _) => {
                let picture = AtlasPicture {
                    n_epochs: self.n_epochs,
                    lines: &self.lines,
                    shown: self.shown,
                    dot: Some(self.dot),
                    ..AtlasPicture::of(&self.atlas, self.quantity)
                };
                Figure::atlas(picture, options)
            }
            (Plot::Section, Some(section)) => {
                let picture = SectionPicture {
                    limit: self.limit,
                    dot: self.section_dot,
                    ..SectionPicture::of(section, self.section_of)
                };
                Figure::section(picture, options)
            }
            _ => Err(FigureError::Empty),
        }
    }
}

#[cfg(test)]
impl AtlasOnScreen {
    /// A small one, for tests of figures.
    pub(super) fn sample() -> Self {
        use crate::analysis::atlas::axis::Axis;
        use crate::analysis::atlas::filling::AtlasOptions;
        use crate::analysis::atlas::parameter::Parameter;
        use crate::analysis::atlas::plane::Plane;
        use crate::analysis::atlas::section::SectionPoint;
        use crate::analysis::atlas::spacing::Spacing;
        let axis = |parameter: Parameter, values: &[f64]| {
            let axis = Axis::new(parameter, Spacing::Logarithmic, values.to_vec());
            axis.expect("it is an axis")
        };
        let (x, y) = (
            axis(Parameter::Lr, &[50.0, 100.0, 200.0]),
            axis(Parameter::Gamma, &[1e-6, 1e-3, 1.0]),
        );
        let point = SectionPoint {
            value: 100.0,
            strengths: vec![158.0],
            losses: vec![0.1],
            diverged_at: None,
        };
        let section = Section {
            axis: x.clone(),
            points: vec![point],
        };
        Self {
            atlas: Atlas::new(Plane { x, y }, AtlasOptions::default()),
            lines: Vec::new(),
            quantity: Quantity::EpochsBelow,
            shown: ShownLines::ALL,
            n_epochs: Some(250),
            dot: [100.0, 1e-3],
            section: Some(section),
            section_of: SectionQuantity::FirstMode,
            limit: Some(253.6),
            section_dot: Some(100.0),
        }
    }
}
