//! What a mode is called: by the items that it tells apart.

use super::item_phrase::ItemPhrase;
use super::{Measure, Phrase, Words, short_names, shortened};
use crate::model::Meaning;

/// How many items are called by name on either side, the most that there is room for.
const MOST_NAMED: [usize; 5] = [8, 4, 3, 2, 1];

/// What a mode is, with as many names on either side as fit into `room` at this size.
pub fn mode_words(
    meaning: &Meaning,
    items: &[String],
    (room, size): (f64, f64),
    measure: &dyn Measure,
    words: &dyn Words,
) -> String {
    let named = MOST_NAMED.map(|most| named(meaning, items, most, words));
    let fits = |text: &&String| measure.width(text, size) <= room;
    let longest = named.iter().find(fits).cloned();
    // Even single names may be long.
    longest.unwrap_or_else(|| {
        let short = short_names::distinct(items, 0.45 * room, size, measure);
        let text = self::named(meaning, &short, 1, words);
        shortened(&text, room, size, measure)
    })
}

/// What a mode is, at most so many items of either side called by name.
pub fn named(meaning: &Meaning, items: &[String], most: usize, words: &dyn Words) -> String {
    let say = |phrase| words.say(&Phrase::Item(phrase));
    match meaning {
        Meaning::Nothing => say(ItemPhrase::Nothing),
        Meaning::Shared => say(ItemPhrase::Shared),
        Meaning::Split(split) if split.negative.is_empty() => listed(&split.positive, items, most),
        Meaning::Split(split) => {
            let sides = [&split.positive, &split.negative];
            say(ItemPhrase::Split(
                sides.map(|side| listed(side, items, most)),
            ))
        }
    }
}

/// `Goldfish, Tuna …`: at most so many of the items by name.
pub fn listed(listed: &[usize], items: &[String], most: usize) -> String {
    let first = listed.iter().take(most);
    let first: Vec<&str> = first.map(|&item| items[item].as_str()).collect();
    let first = first.join(", ");
    // A name that was cut ends in one already.
    let has_more = listed.len() > most && !first.ends_with('…');
    first + if has_more { " …" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::modes::Split;
    use crate::picture::English;

    struct Half;

    impl Measure for Half {
        fn width(&self, text: &str, size: f64) -> f64 {
            0.5 * size * text.chars().count() as f64
        }
    }

    fn items() -> Vec<String> {
        ["Goldfish", "Tuna", "Rose", "Oak"]
            .map(str::to_owned)
            .to_vec()
    }

    fn split() -> Meaning {
        Meaning::Split(Split {
            positive: vec![0, 1],
            negative: vec![2, 3],
        })
    }

    #[test]
    fn a_split_is_called_by_as_many_items_as_there_is_room_for() {
        let words = |room| mode_words(&split(), &items(), (room, 10.0), &Half, &English);
        assert_eq!(words(200.0), "Goldfish, Tuna | Rose, Oak");
        assert_eq!(words(110.0), "Goldfish … | Rose …");
        assert!(Half.width(&words(60.0), 10.0) <= 60.0, "{}", words(60.0));
    }

    #[test]
    fn a_mode_that_the_data_have_nothing_of_is_said_to_be_empty() {
        let words = |meaning: &Meaning| named(meaning, &items(), 8, &English);
        assert!(words(&Meaning::Nothing).starts_with("empty"));
        assert_eq!(words(&Meaning::Shared), "what all items share");
        let one_side = Meaning::Split(Split {
            positive: vec![3],
            negative: Vec::new(),
        });
        assert_eq!(words(&one_side), "Oak");
    }
}
