//! A hidden layer's similarities in the scale that was chosen.

use super::scene::Scene;
use crate::experiment::view::RsmScale;
use crate::picture::{Rsm, SimilarityValues};

/// The similarities that the matrix and the lines of its pairs show.
#[derive(Clone, Copy)]
pub(crate) struct Similarity<'a> {
    /// The run at an epoch.
    pub scene: Scene<'a>,
    /// Which hidden layer, from 0.
    pub layer: usize,
    /// The value that the colours are relative to.
    pub scale: RsmScale,
}

impl<'a> Similarity<'a> {
    /// The matrix's description; `None` while nothing is recorded.
    pub(crate) fn described(&self) -> Option<Rsm<'a>> {
        let Scene { view, run, .. } = self.scene;
        let epoch = self.scene.epoch_shown();
        Rsm::of(view, &run.extent, epoch, self.layer, self.scale).ok()
    }

    /// The values over the epochs.
    pub(super) fn values(&self) -> SimilarityValues<'a> {
        SimilarityValues {
            record: self.scene.view.record,
            extent: &self.scene.run.extent,
            layer: self.layer,
            scale: self.scale,
        }
    }
}
