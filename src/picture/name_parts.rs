//! The parts of names such as `lr 60 · γ 10⁻⁶`: which of them tell a name from others.

use super::Measure;
use super::shorten::CUT;

/// Between the parts of a name.
pub(crate) const BETWEEN: &str = " · ";

/// As many neighbouring parts of the `i`-th name as have room and are together in no other name,
/// with an ellipsis, apart from them, where others are left out; `None` if there are none such, or
/// the name has one part alone.
pub(super) fn telling(
    names: &[String],
    i: usize,
    (room, size): (f64, f64),
    measure: &dyn Measure,
) -> Option<String> {
    let stretches = stretches(names, i).into_iter();
    let fitting = stretches.filter(|(_, text)| measure.width(text, size) <= room);
    // Of equally many parts the first.
    let most = fitting.reduce(|best, next| if next.0 > best.0 { next } else { best });
    most.map(|(_, text)| text)
}

/// The least room in which every name is told from the others: the whole of a name of one part.
pub(crate) fn telling_room(names: &[String], size: f64, measure: &dyn Measure) -> f64 {
    let least = |i: usize| {
        let whole = measure.width(&names[i], size);
        let cut = stretches(names, i).into_iter();
        let cut = cut.map(|(_, text)| measure.width(&text, size));
        cut.fold(whole, f64::min)
    };
    (0..names.len()).map(least).fold(0.0, f64::max)
}

/// Every stretch of neighbouring parts of the `i`-th name, but for all of them, that no other name
/// has all parts of: how many they are, and as they are written.
fn stretches(names: &[String], i: usize) -> Vec<(usize, String)> {
    let parts: Vec<&str> = names[i].split(BETWEEN).collect();
    let others: Vec<Vec<&str>> = names
        .iter()
        .filter(|name| **name != names[i])
        .map(|name| name.split(BETWEEN).collect())
        .collect();
    let is_telling = |stretch: &[&str]| {
        let has_all = |other: &Vec<&str>| stretch.iter().all(|part| other.contains(part));
        !others.iter().any(has_all)
    };
    let mut texts = Vec::new();
    for from in 0..parts.len() {
        for to in from + 1..=parts.len() {
            let kept = &parts[from..to];
            if kept.len() < parts.len() && is_telling(kept) {
                // Apart from the parts: `100…` would read as the beginning of a number.
                let before = if from > 0 { CUT } else { "" };
                let behind = if to < parts.len() { CUT } else { "" };
                let kept_text = kept.join(BETWEEN);
                let text = format!("{before} {kept_text} {behind}").trim().to_owned();
                texts.push((kept.len(), text));
            }
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    struct One;

    impl Measure for One {
        fn width(&self, text: &str, _: f64) -> f64 {
            text.chars().count() as f64
        }
    }

    fn told(names: &[&str], room: f64) -> Vec<Option<String>> {
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        let tell = |i| telling(&names, i, (room, 12.0), &One);
        (0..names.len()).map(tell).collect()
    }

    #[test]
    fn parts_that_other_names_have_are_left_out_first() {
        let names = ["lr 60 · γ 10⁰ · h 20", "lr 60 · γ 10⁰ · h 40"];
        let expected = ["… h 20", "… h 40"].map(|name| Some(name.to_owned()));
        assert_eq!(told(&names, 8.0), expected);
        let expected = ["… γ 10⁰ · h 20", "… γ 10⁰ · h 40"].map(|name| Some(name.to_owned()));
        assert_eq!(told(&names, 15.0), expected);
    }

    #[test]
    fn a_number_is_kept_whole() {
        let names = ["lr 100 · γ 10⁻¹²", "lr 60", "lr 340"];
        let told = told(&names, 9.0);
        assert_eq!(told, [Some("lr 100 …".to_owned()), None, None]);
        let names = names.map(str::to_owned);
        assert_eq!(telling_room(&names, 12.0, &One), 8.0);
    }

    #[test]
    fn a_name_all_parts_of_which_another_has_is_not_told_by_them() {
        let names = ["lr 60 · γ 10⁰", "lr 60 · γ 10⁰ · h 20"];
        assert_eq!(told(&names, 12.0), [None, Some("… h 20".to_owned())]);
    }
}
