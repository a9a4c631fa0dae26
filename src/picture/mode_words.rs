//! Descriptions of modes in words: by the items that they tell apart, and by the groups of items
//! that have a name.

use super::item_phrase::ItemPhrase;
use super::paragraph::Paragraph;
use super::strokes::{line_height, size, text};
use super::{Align, Colour, Drawing, Measure, Phrase, Point, Words, short_names, shortened};
use crate::analysis::mode_groups::ModeGroup;
use crate::data::item_group::{GroupName, NamedGroup};
use crate::model::{DataModes, Meaning};

/// How many items are called by name on either side, the most that there is room for.
const MOST_NAMED: [usize; 5] = [8, 4, 3, 2, 1];

/// Names of items, and of groups of them.
#[derive(Clone, Copy, Debug)]
pub struct NamedItems<'a> {
    /// A name for each item.
    pub items: &'a [String],
    /// The groups that have a name, larger ones first.
    pub groups: &'a [NamedGroup],
}

/// A description of the modes of a level, with as many names on either side as fit into `room` at
/// this size.
pub fn group_words(
    (group, modes): (&ModeGroup, &DataModes),
    names: NamedItems<'_>,
    (room, size): (f64, f64),
    measure: &dyn Measure,
    words: &dyn Words,
) -> String {
    let named = MOST_NAMED.map(|most| group_named((group, modes), names, most, words));
    let fits = |text: &&String| measure.width(text, size) <= room;
    let longest = named.iter().find(fits).cloned();
    // Even single names may be long.
    longest.unwrap_or_else(|| {
        let short = short_names::distinct(names.items, 0.45 * room, size, measure);
        let names = NamedItems {
            items: &short,
            ..names
        };
        let text = group_named((group, modes), names, 1, words);
        shortened(&text, room, size, measure)
    })
}

/// The same in lines, at most `n_lines` of the width `room`. A split is broken only between the
/// names of its sides, not at its bar, where there is room for that.
pub(super) fn group_lines(
    (group, modes): (&ModeGroup, &DataModes),
    names: NamedItems<'_>,
    (room, size, n_lines): (f64, f64, usize),
    measure: &dyn Measure,
    words: &dyn Words,
) -> Vec<String> {
    const NO_BREAK: &str = "\u{a0}|\u{a0}";
    const FULL_COMMA: &str = "、";
    if n_lines > 1 {
        for most in MOST_NAMED {
            let text = group_named((group, modes), names, most, words).replace(" | ", NO_BREAK);
            // A line may end behind the mark between two names, which has no space in Japanese.
            let text = text.replace(FULL_COMMA, &format!("{FULL_COMMA} "));
            for text in [&text, &text.replace(NO_BREAK, " | ")] {
                let lines = Paragraph::wrapped(text, room, size, &PlainSpaces(measure)).lines;
                if lines.len() <= n_lines && has_whole_words(&lines, text) {
                    return (lines.into_iter())
                        .map(|line| line.replace(NO_BREAK, " | "))
                        .map(|line| line.replace(&format!("{FULL_COMMA} "), FULL_COMMA))
                        .collect();
                }
            }
        }
    }
    let one_line = (room, size);
    vec![group_words((group, modes), names, one_line, measure, words)]
}

/// Writes lines and a quiet one below them. A single line stands above `at`, or with its middle
/// there if nothing is below it; several stand with their middle there, all together.
pub(super) fn draw_lines(
    drawing: &mut Drawing,
    (lines, colour): (Vec<String>, Colour),
    below: Option<String>,
    at: Point,
) {
    let line = line_height(size::TEXT);
    let last = below.as_ref().map_or(0.0, |_| line_height(size::NAME));
    let height = line * lines.len() as f64 + last;
    let is_single = lines.len() == 1;
    let top = if is_single && below.is_some() {
        at.y - line
    } else {
        at.y - 0.5 * height
    };
    let mut middle = top + 0.5 * line;
    for words in lines {
        let look = (size::TEXT, colour);
        let start = Point::new(at.x, middle);
        text(drawing, words, start, [Align::Start, Align::Middle], look);
        middle += line;
    }
    if let Some(below) = below {
        let look = (size::NAME, Colour::Quiet);
        let start = Point::new(at.x, middle - 0.5 * line);
        text(drawing, below, start, [Align::Start; 2], look);
    }
}

/// Measures a space that holds words together like any other, which is what is drawn for it.
struct PlainSpaces<'a>(&'a dyn Measure);

impl Measure for PlainSpaces<'_> {
    fn width(&self, text: &str, size: f64) -> f64 {
        self.0.width(&text.replace('\u{a0}', " "), size)
    }
}

/// Whether lines are broken at spaces alone.
fn has_whole_words(lines: &[String], text: &str) -> bool {
    lines.join(" ") == text
}

/// A description of the modes of a level, with at most `most` items of either side called by name:
/// for several modes the split that they make together, such as `fish | birds, flowers | trees`.
pub fn group_named(
    (group, modes): (&ModeGroup, &DataModes),
    names: NamedItems<'_>,
    most: usize,
    words: &dyn Words,
) -> String {
    let [first, _, ..] = group.modes[..] else {
        let mode = group.modes.first();
        return mode.map_or_else(String::new, |&mode| {
            // Where not all have room, those that take part most are called by name.
            let part = |item| modes.item_side[(item, mode)].abs();
            named_by(&modes.meaning(mode), &part, names, most, words)
        });
    };
    if modes.is_null(first) || group.splits.is_empty() {
        return named(&modes.meaning(first), names, most, words);
    }
    let part = |part: &Vec<usize>| called(part, &|_| 1.0, names, most, words);
    let split = |parts: &Vec<Vec<usize>>| parts.iter().map(part).collect::<Vec<_>>().join(" | ");
    let shown = group.splits.iter().take(most.max(2)).map(split);
    let shown = shown.collect::<Vec<_>>().join(words.comma());
    let has_more = group.splits.len() > most.max(2);
    shown + if has_more { " …" } else { "" }
}

/// A description of a mode, with at most `most` items of either side called by name.
pub fn named(meaning: &Meaning, names: NamedItems<'_>, most: usize, words: &dyn Words) -> String {
    named_by(meaning, &|_| 1.0, names, most, words)
}

/// The same, the items with the largest `part` first in line for a name.
fn named_by(
    meaning: &Meaning,
    part: &dyn Fn(usize) -> f64,
    names: NamedItems<'_>,
    most: usize,
    words: &dyn Words,
) -> String {
    let say = |phrase| words.say(&Phrase::Item(phrase));
    match meaning {
        Meaning::Nothing => say(ItemPhrase::Nothing),
        Meaning::Shared => say(ItemPhrase::Shared),
        Meaning::Split(split) if split.negative.is_empty() => {
            called(&split.positive, part, names, most, words)
        }
        Meaning::Split(split) => {
            let sides = [&split.positive, &split.negative];
            say(ItemPhrase::Split(
                sides.map(|side| called(side, part, names, most, words)),
            ))
        }
    }
}

/// Items by the names of the groups that are wholly among them, and others by their own: at most so
/// many names, those of groups and of the items with the largest `part`, in the order of the items.
fn called(
    items: &[usize],
    part: &dyn Fn(usize) -> f64,
    names: NamedItems<'_>,
    most: usize,
    words: &dyn Words,
) -> String {
    let mut left = items.to_vec();
    let mut said = Vec::new();
    for group in names.groups {
        if group.items.clone().all(|item| left.contains(&item)) {
            left.retain(|item| !group.items.contains(item));
            let name = match &group.name {
                GroupName::Tutorial(group) => words.say(&Phrase::Item(ItemPhrase::Group(*group))),
                GroupName::Given(name) => name.clone(),
            };
            said.push((group.items.start, f64::INFINITY, name));
        }
    }
    let alone = left.iter();
    said.extend(alone.map(|&item| (item, part(item), names.items[item].clone())));
    said.sort_by_key(|(first, ..)| *first);
    let has_more = said.len() > most;
    if has_more {
        said.sort_by(|(_, a, _), (_, b, _)| b.total_cmp(a));
        said.truncate(most);
        said.sort_by_key(|(first, ..)| *first);
    }
    let texts: Vec<String> = said.into_iter().map(|(.., text)| text).collect();
    let texts = texts.join(words.comma());
    // A name that was cut ends in one already.
    let is_marked = has_more && !texts.ends_with('…');
    texts + if is_marked { " …" } else { "" }
}

/// `Goldfish, Tuna …`: at most so many of the items by name.
pub fn listed(listed: &[usize], items: &[String], most: usize, words: &dyn Words) -> String {
    let first = listed.iter().take(most);
    let first: Vec<&str> = first.map(|&item| items[item].as_str()).collect();
    let first = first.join(words.comma());
    // A name that was cut ends in one already.
    let has_more = listed.len() > most && !first.ends_with('…');
    first + if has_more { " …" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::mode_groups::mode_groups;
    use crate::data::item_group::{ItemGroup, named_groups};
    use crate::data::{TreeRecipe, names};
    use crate::model::modes::Split;
    use crate::picture::English;

    struct Half;

    impl Measure for Half {
        fn width(&self, text: &str, size: f64) -> f64 {
            0.5 * size * text.chars().count() as f64
        }
    }

    fn items() -> Vec<String> {
        names::items(3, 2)
    }

    fn tutorials() -> Vec<NamedGroup> {
        named_groups(&items(), &[])
    }

    #[test]
    fn where_not_all_have_room_the_items_that_take_part_most_are_named() {
        let items = ["a", "b", "c", "d"].map(str::to_owned);
        let names = NamedItems {
            items: &items,
            groups: &[],
        };
        let part = |item: usize| [0.1, 0.5, 0.2, 0.9][item];
        let told = |most| called(&[0, 1, 2, 3], &part, names, most, &English);
        assert_eq!([1, 2, 4].map(told), ["d …", "b, d …", "a, b, c, d"]);
    }

    fn words(room: f64, groups: &[NamedGroup]) -> Vec<String> {
        let modes = DataModes::of(&TreeRecipe::default().sample().targets);
        let items = items();
        let names = NamedItems {
            items: &items,
            groups,
        };
        let all = mode_groups(&modes);
        all.iter()
            .map(|group| group_words((group, &modes), names, (room, 10.0), &Half, &English))
            .collect()
    }

    #[test]
    fn stages_of_the_tutorials_tree_are_called_by_its_groups() {
        assert_eq!(
            words(1000.0, &tutorials()),
            [
                "what all items share",
                "animals | plants",
                "fish | birds, flowers | trees",
                "Goldfish | Tuna, Robin | Canary, Rose | Daisy, Pine | Oak",
            ]
        );
    }

    #[test]
    fn a_group_that_the_user_named_is_called_so_in_every_stage() {
        let songbirds = ItemGroup {
            first: 2,
            last: 3,
            name: "songbirds".to_owned(),
        };
        let groups = named_groups(&items(), &[songbirds]);
        let words = words(1000.0, &groups);
        assert_eq!(words[1], "animals | plants");
        assert_eq!(words[2], "fish | songbirds, flowers | trees");
    }

    #[test]
    fn a_split_is_called_by_as_many_items_as_there_is_room_for() {
        let second = |room| words(room, &[]).swap_remove(1);
        assert_eq!(
            second(400.0),
            "Goldfish, Tuna, Robin, Canary | Rose, Daisy, Pine, Oak"
        );
        assert_eq!(second(110.0), "Goldfish … | Oak …");
        assert!(Half.width(&second(60.0), 10.0) <= 60.0, "{}", second(60.0));
    }

    #[test]
    fn a_long_split_is_broken_between_its_parts_and_not_cut() {
        let modes = DataModes::of(&TreeRecipe::default().sample().targets);
        let items = items();
        let names = NamedItems {
            items: &items,
            groups: &tutorials(),
        };
        let all = mode_groups(&modes);
        let lines = |group: usize, room, n_lines| {
            let fitting = (room, 10.0, n_lines);
            group_lines((&all[group], &modes), names, fitting, &Half, &English)
        };
        assert_eq!(lines(2, 85.0, 2), ["fish | birds,", "flowers | trees"]);
        assert_eq!(lines(2, 200.0, 2), ["fish | birds, flowers | trees"]);
        assert_eq!(lines(1, 85.0, 2), ["animals | plants"]);
        assert_eq!(lines(2, 85.0, 1).len(), 1);
        for line in lines(3, 60.0, 2) {
            assert!(Half.width(&line, 10.0) <= 60.0, "{line}");
        }
    }

    #[test]
    fn a_mode_that_the_data_have_nothing_of_is_said_to_be_empty() {
        let items = items();
        let names = NamedItems {
            items: &items,
            groups: &[],
        };
        let words = |meaning: &Meaning| named(meaning, names, 8, &English);
        assert!(words(&Meaning::Nothing).starts_with("empty"));
        assert_eq!(words(&Meaning::Shared), "what all items share");
        let one_side = Meaning::Split(Split {
            positive: vec![7],
            negative: Vec::new(),
        });
        assert_eq!(words(&one_side), "Oak");
    }
}
