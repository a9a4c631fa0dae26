//! The needs of a run's pictures beside its record: the items' names in the window's language, and
//! what is taught.

use crate::app::command::language::Language;
use crate::app::run::Run;
use crate::app::text::words::Words;
use crate::model::Outcome;
use crate::picture::{DataView, RunView};
use crate::worker::RunId;

/// The names of a run's items, and its data.
#[derive(Debug)]
pub(crate) struct Taught {
    of: (RunId, Language),
    /// The items' names.
    pub(crate) items: Vec<String>,
    /// The data that are taught.
    pub(crate) data: DataView,
}

impl Taught {
    /// The names and data of `run` in the words' language; reuses `kept` if it belongs to both.
    pub(crate) fn kept<'a>(kept: &'a mut Option<Self>, run: &Run, words: &Words) -> &'a Self {
        let of = (run.id, words.language());
        if kept.as_ref().is_some_and(|kept| kept.of != of) {
            *kept = None;
        }
        kept.get_or_insert_with(|| {
            let facts = &run.facts;
            let names = facts.experiment.items.iter();
            Self {
                of,
                items: names.map(|name| words.item(name)).collect(),
                data: DataView::of(&facts.experiment, &facts.dataset, facts.modes.clone()),
            }
        })
    }

    /// The run as pictures take it; `run` is the one that this is of.
    pub(crate) fn view<'a>(&'a self, run: &'a Run) -> RunView<'a> {
        RunView {
            items: &self.items,
            groups: &run.facts.experiment.groups,
            watched: &[],
            n_epochs: run.facts.experiment.n_epochs,
            record: &run.record,
            outcome: (run.ending).map_or(Outcome::Finished, |ending| ending.outcome),
            data: Some(&self.data),
        }
    }
}
