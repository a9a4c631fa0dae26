//! What runs settle to along one axis: the values at their last epochs, as dots.

use super::super::atlas_phrase::AtlasPhrase;
use super::super::chart::Axis;
use super::super::{Colour, Phrase, Words};
use crate::analysis::atlas::section::{Section, SectionPoint};

/// What a section shows of its runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionQuantity {
    /// The strength of the data's first mode.
    FirstMode,
    /// The loss.
    Loss,
}

/// A section, as far as it has been computed.
#[derive(Clone, Debug)]
pub struct SectionPicture<'a> {
    /// Its points.
    pub section: &'a Section,
    /// What is seen of them.
    pub shows: SectionQuantity,
    /// The stability limit, where the axis is that of the learning rate.
    pub limit: Option<f64>,
    /// The run at hand, by its value along the axis.
    pub dot: Option<f64>,
    /// The title; none where it is written elsewhere.
    pub title: Option<String>,
}

impl<'a> SectionPicture<'a> {
    /// The section without limit, dot and title.
    pub fn of(section: &'a Section, shows: SectionQuantity) -> Self {
        Self {
            section,
            shows,
            limit: None,
            dot: None,
            title: None,
        }
    }

    /// The same with its usual title.
    #[must_use]
    pub fn titled(self, words: &dyn Words) -> Self {
        let title = words.say(&Phrase::Atlas(AtlasPhrase::SectionTitle));
        Self {
            title: Some(title),
            ..self
        }
    }

    /// What is seen of a point.
    pub(super) fn values<'p>(&self, point: &'p SectionPoint) -> &'p [f64] {
        match self.shows {
            SectionQuantity::FirstMode => &point.strengths,
            SectionQuantity::Loss => &point.losses,
        }
    }

    /// The colour of the dots.
    pub(super) fn colour(&self) -> Colour {
        match self.shows {
            SectionQuantity::FirstMode => Colour::Modes,
            SectionQuantity::Loss => Colour::Loss,
        }
    }

    /// The upright axis, with room for all values.
    pub(super) fn upright(&self, words: &dyn Words) -> Axis {
        let values = self
            .section
            .points
            .iter()
            .flat_map(|point| self.values(point));
        let values = values.copied().filter(|value| value.is_finite());
        let (least, largest) = values.fold((f64::INFINITY, 0.0_f64), |(least, largest), value| {
            (least.min(value), largest.max(value))
        });
        let (axis, name) = match self.shows {
            SectionQuantity::FirstMode => {
                let name = Phrase::Atlas(AtlasPhrase::FirstMode);
                (Axis::from_zero(largest), name)
            }
            SectionQuantity::Loss => (Axis::log(least.min(largest), largest), Phrase::LossAxis),
        };
        axis.named(words.say(&name), Colour::Ink)
    }
}
