//! What is said of the cells of an atlas.

use super::super::atlas_phrase::AtlasPhrase;
use super::super::{Phrase, Words};
use crate::analysis::atlas::cell::Quantity;
use crate::analysis::atlas::filling::Atlas;
use crate::analysis::atlas::plane::CellIndex;
use crate::analysis::run_summary::Fate;

/// The fastest cell that settles: `fastest that settles: lr 199, gamma 1, below 10⁻³ at epoch 14`;
/// `None` while there is none.
pub fn best_phrase(atlas: &Atlas, words: &dyn Words) -> Option<String> {
    let best = atlas.best()?;
    let phrase = AtlasPhrase::FastestAt {
        place: place(atlas, best.cell, words),
        threshold: atlas.options().threshold,
        epoch: best.epoch,
    };
    Some(words.say(&Phrase::Atlas(phrase)))
}

/// The same in few words: `fastest: lr 199, gamma 1, epoch 14`.
pub(super) fn short_best_phrase(atlas: &Atlas, words: &dyn Words) -> Option<String> {
    let best = atlas.best()?;
    let phrase = AtlasPhrase::FastestShort {
        place: place(atlas, best.cell, words),
        epoch: best.epoch,
    };
    Some(words.say(&Phrase::Atlas(phrase)))
}

/// What became of a cell: `lr 105, gamma 10⁻³: below 10⁻³ at epoch 66 · 3 drops · loss 2×10⁻³⁰`;
/// `None` while it has not been computed.
pub fn cell_phrase(atlas: &Atlas, at: CellIndex, words: &dyn Words) -> Option<String> {
    let cell = atlas.cell(at)?;
    let threshold = atlas.options().threshold;
    let value = |quantity| cell.value(quantity);
    let mut facts = Vec::new();
    match cell.fate() {
        Fate::Oscillates => facts.push(AtlasPhrase::Oscillates),
        Fate::Diverged { epoch } => facts.push(AtlasPhrase::DivergesAt(epoch)),
        Fate::Settled | Fate::Unfinished => {
            let below = value(Quantity::EpochsBelow).map(|epoch| AtlasPhrase::Below {
                threshold,
                epoch: epoch as usize,
            });
            facts.push(below.unwrap_or(AtlasPhrase::NotBelow {
                threshold,
                n_epochs: None,
            }));
            facts.extend(value(Quantity::Drops).map(|n| AtlasPhrase::Drops(n as usize)));
        }
    }
    facts.extend(value(Quantity::LastLoss).map(AtlasPhrase::LastLoss));
    let belief = value(Quantity::FalseBelief).filter(|size| *size > 0.0);
    facts.extend(belief.map(AtlasPhrase::FalseBelief));
    if cell.n_draws() > 1 {
        facts.push(AtlasPhrase::MedianOf(cell.n_draws()));
    }
    let facts = facts
        .into_iter()
        .map(|fact| words.say(&Phrase::Atlas(fact)));
    let told = AtlasPhrase::Told {
        place: place(atlas, at, words),
        facts: facts.collect::<Vec<_>>().join(" · "),
    };
    Some(words.say(&Phrase::Atlas(told)))
}

/// Both values of a cell.
fn place(atlas: &Atlas, at: CellIndex, words: &dyn Words) -> String {
    let plane = atlas.plane();
    let values = [(&plane.x, at.x), (&plane.y, at.y)];
    let values = values.map(|(axis, index)| {
        let value = AtlasPhrase::Value(axis.parameter, axis.values()[index]);
        words.say(&Phrase::Atlas(value))
    });
    words.say(&Phrase::Atlas(AtlasPhrase::Place(values)))
}
