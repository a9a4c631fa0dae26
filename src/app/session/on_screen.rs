//! The state of the window from which a run's figures are drawn: an exported figure looks as on
//! screen.

use std::sync::Arc;

use super::atlas_on_screen::AtlasOnScreen;
use super::pins::Pin;
use crate::analysis::band::Band;
use crate::analysis::layout::Axes;
use crate::analysis::theory::Foreseen;
use crate::experiment::Experiment;
use crate::experiment::view::{LearningOptions, TheoryShown};
use crate::export::FigureOptions;
use crate::export::paint::{Fonts, PageSize};
use crate::picture::{self, DynamicsOptions, OtherRun, TaughtPair};

/// The window's words, for a figure that is drawn on another thread.
#[derive(Clone)]
pub(crate) struct FigureWords {
    /// The words of pictures.
    pub(crate) phrases: Arc<dyn picture::Words + Send + Sync>,
    /// An item's name in the window's language.
    pub(crate) item: Arc<dyn Fn(&str) -> String + Send + Sync>,
}

impl Default for FigureWords {
    /// English, and names as they stand.
    fn default() -> Self {
        Self {
            phrases: Arc::new(picture::English),
            item: Arc::new(ToOwned::to_owned),
        }
    }
}

impl std::fmt::Debug for FigureWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FigureWords").finish_non_exhaustive()
    }
}

impl FigureWords {
    /// The experiment with its items' names in the window's language.
    pub(super) fn named(&self, experiment: &Experiment) -> Experiment {
        let items = experiment.items.iter().map(|name| (self.item)(name));
        Experiment {
            items: items.collect(),
            ..experiment.clone()
        }
    }
}

/// The window's options and additions for a run's figures, besides the run's record.
#[derive(Clone, Debug, Default)]
pub(crate) struct OnScreen {
    /// How the Learning view is set.
    pub(crate) learning: LearningOptions,
    /// Pairs of items whose similarity is followed.
    pub(crate) followed: Vec<[usize; 2]>,
    /// The modes that were chosen as axes of the map; `None` for the usual ones.
    pub(crate) axes: Option<Axes>,
    /// Pinned runs.
    pub(crate) pins: Vec<Pin>,
    /// The same over many seeds, if that is shown.
    pub(crate) band: Option<Band>,
    /// The atlas, if its view is in front.
    pub(crate) atlas: Option<AtlasOnScreen>,
    /// The words of the window.
    pub(crate) words: FigureWords,
}

/// Facts about the run of a figure that are computed besides its record.
#[derive(Debug, Default)]
pub(super) struct FigureFacts {
    /// The theory's prediction for the run, if shown.
    pub(super) foreseen: Option<Foreseen>,
    /// The taught values of the run's watched pairs.
    pub(super) taught: Vec<TaughtPair>,
}

/// Pinned runs as pictures take them.
pub(super) struct PinNames {
    /// The names of all, as they are called beside the run of the figure.
    names: Vec<String>,
    /// The names of each one's watched pairs.
    watched: Vec<Vec<String>>,
}

/// Loss and modes as the Learning view shows them; theory where it holds.
pub(crate) fn dynamics_options(
    learning: &LearningOptions,
    foreseen: Option<&Foreseen>,
) -> DynamicsOptions {
    let holds = !foreseen.is_some_and(Foreseen::is_past_stability);
    DynamicsOptions {
        is_log: learning.is_log,
        is_raw: learning.is_raw,
        is_aligned: learning.is_aligned,
        shows_loss: learning.shows_loss,
        shows_modes: learning.shows_modes,
        shows_discrete: holds && learning.theory.has_discrete(),
        shows_continuous: holds && learning.theory.has_continuous(),
        marks_stages: holds && learning.theory != TheoryShown::Nothing,
        epochs: None,
    }
}

impl OnScreen {
    /// Whether theory is laid over the modes.
    pub(super) fn shows_theory(&self) -> bool {
        self.learning.theory != TheoryShown::Nothing
    }

    /// The options of a figure of `experiment` on a page, in the window's words.
    pub(super) fn options<'a>(
        &'a self,
        known: &'a FigureFacts,
        others: &'a [OtherRun<'a>],
        fonts: &'a Fonts,
        page: PageSize,
    ) -> FigureOptions<'a> {
        FigureOptions {
            dynamics: dynamics_options(&self.learning, known.foreseen.as_ref()),
            foreseen: known.foreseen.as_ref(),
            taught: &known.taught,
            others,
            band: self.band.as_ref(),
            rsm_scale: self.learning.rsm_scale,
            followed: &self.followed,
            axes: self.axes,
            page,
            ..FigureOptions::new(&*self.words.phrases, fonts)
        }
    }
}

impl PinNames {
    /// Of these pins, in these words.
    pub(super) fn of(pins: &[Pin], words: &FigureWords) -> Self {
        let names = pins.iter().map(|pin| pin.name.clone());
        let watched = pins
            .iter()
            .map(|pin| words.named(&pin.trace.experiment).pair_names());
        Self {
            names: names.collect(),
            watched: watched.collect(),
        }
    }

    /// The pins beside the run that is shown.
    pub(super) fn runs<'a>(&'a self, pins: &'a [Pin]) -> Vec<OtherRun<'a>> {
        let all = pins.iter().zip(&self.watched).enumerate();
        let run = |(place, (pin, watched)): (usize, (&'a Pin, &'a Vec<String>))| OtherRun {
            pin: Some(place),
            name: Some(self.names[place].as_str()),
            colour: pin.colour,
            record: &pin.trace.record,
            watched,
            largest_mode: pin.trace.largest_mode,
            is_lifted: false,
        };
        all.map(run).collect()
    }
}
