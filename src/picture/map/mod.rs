//! The items in two dimensions at an epoch, with the way that each has come: a hidden layer's
//! activity along the directions of two of the data's modes, equal units on both axes and one
//! scale for the whole run.
//!
//! [`MapWays`] is what stays the same over a run; [`Map`] is one epoch of it.

mod axis_names;
mod layout;
mod places;
mod plane;
mod ways;

pub use layout::MapLayout;
pub use ways::MapWays;

use super::item_phrase::ItemPhrase;
use super::{Moment, Phrase, PictureError, RunView, Words};
use crate::analysis::extent::Extent;
use crate::analysis::layout::Places;

/// Radius of a dot; items nearer than two of them share a name.
const DOT: f64 = 4.0;

/// The width of a way.
const WAY: f64 = 1.2;

/// The map at an epoch.
#[derive(Clone, Debug)]
pub struct Map<'a> {
    /// The run.
    pub run: RunView<'a>,
    /// The order, axes and scale that stay the same over the run.
    pub ways: &'a MapWays,
    /// The row shown.
    pub moment: Moment,
    /// The title; none where it is written elsewhere.
    pub title: Option<String>,
}

impl<'a> Map<'a> {
    /// The map of a run at an epoch; `ways` are those of this run.
    ///
    /// # Errors
    /// See [`Moment::of`].
    pub fn of(
        run: RunView<'a>,
        extent: &Extent,
        ways: &'a MapWays,
        epoch: usize,
    ) -> Result<Self, PictureError> {
        Ok(Self {
            moment: Moment::of(&run, extent, epoch, ways.layer())?,
            run,
            ways,
            title: None,
        })
    }

    /// The same with its usual title.
    #[must_use]
    pub fn titled(self, words: &dyn Words) -> Self {
        let phrase = ItemPhrase::Map(self.moment.when(&self.run));
        let title = Some(words.say(&Phrase::Item(phrase)));
        Self { title, ..self }
    }

    /// Where the items are.
    fn places(&self) -> Places {
        self.ways.layout().seen(self.moment.rsm(&self.run))
    }
}
