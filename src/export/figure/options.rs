//! How a figure shows its subject: what a window has chosen, or the options of a command.

use super::error::FigureError;
use crate::analysis::band::Band;
use crate::analysis::layout::Axes;
use crate::analysis::theory::Foreseen;
use crate::experiment::view::RsmScale;
use crate::export::paint::{Fonts, PageSize};
use crate::picture::{DynamicsOptions, OtherRun, RunView, TaughtPair, Words};

/// How a figure shows its subject. What does not concern a subject is not looked at.
#[derive(Clone, Copy)]
pub struct FigureOptions<'a> {
    /// How loss and modes are shown, and which epochs of them and of predictions.
    pub dynamics: DynamicsOptions,
    /// An epoch that is marked in charts over epochs. The similarity matrix marks its own.
    pub epoch: Option<usize>,
    /// The theory's predictions for the run: needed where theory is shown, and for the foreseen
    /// steps of predictions.
    pub foreseen: Option<&'a Foreseen>,
    /// The taught value of each watched pair; empty if that is not known. While a prediction is of
    /// the wrong sign, its time is shaded.
    pub taught: &'a [TaughtPair],
    /// Pinned runs.
    pub others: &'a [OtherRun<'a>],
    /// The same over many seeds.
    pub band: Option<&'a Band>,
    /// The scale that the similarity matrix is relative to.
    pub rsm_scale: RsmScale,
    /// Pairs of items that are outlined in the similarity matrix.
    pub followed: &'a [[usize; 2]],
    /// Which of the data's modes are the axes of the map; `None` for the usual ones.
    pub axes: Option<Axes>,
    /// A title in the place of the usual one; an empty one for none. `None` for the usual one.
    pub title: Option<&'a str>,
    /// How large the figure is.
    pub page: PageSize,
    /// Language.
    pub words: &'a dyn Words,
    /// The fonts that it is laid out with.
    pub fonts: &'a Fonts,
}

/// The title of a figure.
pub(super) struct Titles {
    /// The title that is drawn; `None` for none.
    pub(super) drawn: Option<String>,
    /// The title for whoever cannot see the figure.
    pub(super) said: String,
}

impl<'a> FigureOptions<'a> {
    /// The tutorial's own choices, at the figure's own size.
    pub fn new(words: &'a dyn Words, fonts: &'a Fonts) -> Self {
        Self {
            dynamics: DynamicsOptions::default(),
            epoch: None,
            foreseen: None,
            taught: &[],
            others: &[],
            band: None,
            rsm_scale: RsmScale::default(),
            followed: &[],
            axes: None,
            title: None,
            page: PageSize::default(),
            words,
            fonts,
        }
    }

    /// The title: the usual one unless another one, or none, is asked for.
    pub(super) fn titles(&self, usual: Option<String>) -> Titles {
        let usual = usual.unwrap_or_default();
        match self.title {
            None => Titles {
                drawn: Some(usual.clone()),
                said: usual,
            },
            Some("") => Titles {
                drawn: None,
                said: usual,
            },
            Some(title) => Titles {
                drawn: Some(title.to_owned()),
                said: title.to_owned(),
            },
        }
    }

    /// Refuses a range of epochs that a run does not have.
    pub(super) fn check_epochs(&self, run: &RunView<'_>) -> Result<(), FigureError> {
        let last = run.last_epoch();
        match self.dynamics.epochs {
            Some([from, to]) if from >= to || to > last => {
                Err(FigureError::NoEpochs { from, to, last })
            }
            _ => Ok(()),
        }
    }
}
