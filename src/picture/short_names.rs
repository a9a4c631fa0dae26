//! Names cut to the room there is, so that different names stay different.

use super::Measure;
use super::name_parts::telling;
use super::shorten::{CUT, longest, shortened};

/// Names, those too wide for `room` cut: one of several parts to parts that no other name has; else
/// at the end; names that would then read alike in the middle, so that beginning and end are seen;
/// and if that does not help either, with their number in the list, from 1.
pub(crate) fn distinct(
    names: &[String],
    room: f64,
    size: f64,
    measure: &dyn Measure,
) -> Vec<String> {
    let cut = |(i, name): (usize, &String)| {
        let whole = shortened(name, room, size, measure);
        if whole == *name {
            return whole;
        }
        telling(names, i, (room, size), measure).unwrap_or(whole)
    };
    let mut short: Vec<String> = names.iter().enumerate().map(cut).collect();
    if short == names {
        return short;
    }
    for i in alike(names, &short) {
        short[i] = longest(&names[i], (room, size), measure, &|parts, n| {
            let (head, tail) = (n.div_ceil(2), n / 2);
            let head = parts[..head].concat();
            let tail = parts[parts.len() - tail..].concat();
            format!("{}{CUT}{}", head.trim_end(), tail.trim_start())
        });
    }
    for i in alike(names, &short) {
        short[i] = longest(&names[i], (room, size), measure, &|parts, n| {
            format!("{}{CUT}{}", parts[..n].concat().trim_end(), i + 1)
        });
    }
    short
}

/// Which of the cut names read like that of another name.
fn alike(names: &[String], short: &[String]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..short.len()).collect();
    order.sort_by(|&a, &b| short[a].cmp(&short[b]));
    let mut alike: Vec<usize> = order
        .chunk_by(|&a, &b| short[a] == short[b])
        .filter(|group| group.iter().any(|&i| names[i] != names[group[0]]))
        .flatten()
        .copied()
        .filter(|&i| short[i] != names[i])
        .collect();
    alike.sort_unstable();
    alike
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character is as wide as the text's size.
    struct Square;

    impl Measure for Square {
        fn width(&self, text: &str, size: f64) -> f64 {
            size * text.chars().count() as f64
        }
    }

    fn short(names: &[&str], room: f64) -> Vec<String> {
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        distinct(&names, room, 1.0, &Square)
    }

    #[test]
    fn a_name_that_fits_stays_whole_and_a_long_one_loses_its_end() {
        assert_eq!(short(&["Oak", "Goldfish"], 6.0), ["Oak", "Goldf…"]);
        assert_eq!(short(&["深海に棲む大型の魚"], 4.0), ["深海に…"]);
    }

    #[test]
    fn a_name_of_several_parts_keeps_those_that_tell_it() {
        let names = ["lr 60 · γ 10⁻⁶ · h 20", "lr 60 · γ 10⁻¹² · h 20", "lr 60"];
        assert_eq!(short(&names, 12.0), ["… γ 10⁻⁶ …", "… γ 10⁻¹² …", "lr 60"]);
        assert_eq!(short(&names[..1], 9.0), ["lr 60 …"]);
    }

    #[test]
    fn names_of_one_beginning_are_told_apart_by_their_ends() {
        let names = ["shark of the north", "shark of the south"];
        assert_eq!(short(&names, 9.0), ["shar…orth", "shar…outh"]);
    }

    #[test]
    fn names_that_differ_in_the_middle_alone_are_numbered() {
        let names = [
            "aaaaaaaaXaaaaaaaa",
            "aaaaaaaaYaaaaaaaa",
            "aaaaaaaaXaaaaaaaa",
        ];
        assert_eq!(short(&names, 6.0), ["aaaa…1", "aaaa…2", "aaaa…3"]);
        // The same name twice is no reason to number it.
        let same = ["shark of the north", "shark of the north"];
        assert_eq!(short(&same, 6.0), ["shark…", "shark…"]);
    }
}
