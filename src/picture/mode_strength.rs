//! How strong modes are and how far they are learned, in the words that there is room for.

use super::item_phrase::{ItemPhrase, Length};
use super::mode_sides::{ModeProgress, ModeSides};
use super::strokes::{size, widest};
use super::{Measure, Phrase, Words};
use crate::analysis::mode_groups::ModeGroup;

impl ModeSides<'_> {
    /// How strong the modes of a level are on average, and how far they are learned.
    pub fn strength(&self, group: &ModeGroup) -> ItemPhrase {
        /// Of a run that blows up, shares are no shares any more.
        const SENSIBLE: std::ops::Range<f64> = -1.0..10.0;
        let mean = |value: &dyn Fn(usize) -> f64| {
            let sum: f64 = group.modes.iter().map(|&mode| value(mode)).sum();
            sum / group.modes.len() as f64
        };
        let value = mean(&|mode| self.modes.singular_values[mode]);
        match &self.progress {
            ModeProgress::Learned(shares) => {
                let share = mean(&|mode| shares[mode]);
                if SENSIBLE.contains(&share) {
                    ItemPhrase::Learned(value, share)
                } else {
                    ItemPhrase::Strength(value)
                }
            }
            ModeProgress::RoseAt(epochs) => {
                let rose = group.modes.iter().filter_map(|&mode| epochs[mode]);
                ItemPhrase::RoseAt(value, rose.min())
            }
            ModeProgress::Unsaid => ItemPhrase::Strength(value),
        }
    }

    /// The strengths of levels in words that all have room: of what does not fit, the words and the
    /// singular value go, and the share that is learned stays.
    pub(super) fn strengths(
        &self,
        groups: &[ModeGroup],
        room: f64,
        measure: &dyn Measure,
        words: &dyn Words,
    ) -> Vec<String> {
        let all: Vec<ItemPhrase> = groups.iter().map(|group| self.strength(group)).collect();
        let said = |shortened: &dyn Fn(&ItemPhrase) -> ItemPhrase| {
            let said = all.iter().map(|it| words.say(&Phrase::Item(shortened(it))));
            said.collect::<Vec<String>>()
        };
        let long = said(&ItemPhrase::clone);
        let shorter = [Length::Long, Length::Short].map(|length| {
            said(&|phrase| match phrase {
                ItemPhrase::Learned(_, share) => ItemPhrase::LearnedShare(*share, length),
                other => other.clone(),
            })
        });
        let [share, percent] = shorter;
        let fits = |texts: &Vec<String>| widest(texts, size::NAME, measure) <= room;
        [long, share].into_iter().find(fits).unwrap_or(percent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::mode_groups::mode_groups;
    use crate::data::TreeRecipe;
    use crate::data::names;
    use crate::model::DataModes;
    use crate::picture::English;

    struct Half;

    impl Measure for Half {
        fn width(&self, text: &str, size: f64) -> f64 {
            0.5 * size * text.chars().count() as f64
        }
    }

    #[test]
    fn the_share_that_is_learned_stays_however_little_room_there_is() {
        let modes = DataModes::of(&TreeRecipe::default().sample().targets);
        let items = names::items(3, 2);
        let sides = ModeSides {
            modes: &modes,
            items: &items,
            groups: Vec::new(),
            progress: ModeProgress::Learned(vec![0.5; modes.singular_values.len()]),
            title: None,
        };
        let groups = mode_groups(&modes);
        let said = |room| {
            sides
                .strengths(&groups, room, &Half, &English)
                .swap_remove(0)
        };
        assert!(said(1000.0).starts_with("singular value"));
        assert_eq!(said(80.0), "50 % learned");
        assert_eq!(said(30.0), "50 %");
    }
}
