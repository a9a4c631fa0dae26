//! Where Japanese text goes on to the next line: never so that a line begins with a closing mark or
//! ends with an opening one, nor so that the last line is a single character.
//!
//! egui knows which characters may not begin a line, and neither of the other two.

/// Characters that may not begin a line.
const NOT_FIRST: &str = "、。，．：；・？！）］｝」』】〉》〕…‥ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ\
                         )]}!?,.:;%％";

/// Characters that may not end a line.
const NOT_LAST: &str = "（［｛「『【〈《〔([{";

/// Whether there is anything Japanese in a text.
pub(crate) fn is_japanese(text: &str) -> bool {
    text.chars().any(is_wide)
}

/// The text with its line breaks, for lines as wide as `room`.
pub(crate) fn with_breaks(text: &str, room: f32, width: &dyn Fn(&str) -> f32) -> String {
    let lines = text.lines().map(|line| broken(line, room, width));
    lines.collect::<Vec<_>>().join("\n")
}

/// One paragraph with its line breaks.
fn broken(text: &str, room: f32, width: &dyn Fn(&str) -> f32) -> String {
    let pieces = pieces(text);
    let mut lines: Vec<Vec<&str>> = Vec::new();
    let mut filled = f32::INFINITY;
    for piece in pieces {
        let wide = width(piece);
        // A blank at the end of a line takes no room.
        let fits = filled + width(piece.trim_end()) <= room;
        if let Some(line) = lines.last_mut().filter(|_| fits) {
            line.push(piece);
            filled += wide;
        } else {
            lines.push(vec![piece]);
            filled = wide;
        }
    }
    mend_orphan(&mut lines);
    let lines = lines.iter().map(|line| line.concat().trim_end().to_owned());
    lines.collect::<Vec<_>>().join("\n")
}

/// Takes a piece from the line before to a last line of a single character and its closing marks.
fn mend_orphan(lines: &mut [Vec<&str>]) {
    let [.., before, last] = lines else {
        return;
    };
    let is_single = |line: &[&str]| {
        let chars = line.iter().flat_map(|piece| piece.chars());
        chars.filter(|&char| !NOT_FIRST.contains(char)).count() < 2
    };
    while is_single(last) && before.len() > 1 {
        let Some(piece) = before.pop() else {
            return;
        };
        last.insert(0, piece);
    }
}

/// The parts between which a line may end.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let pairs = text.char_indices().zip(text.chars().skip(1));
    for ((at, before), next) in pairs {
        if may_break(before, next) {
            let end = at + before.len_utf8();
            pieces.push(&text[from..end]);
            from = end;
        }
    }
    pieces.push(&text[from..]);
    pieces
}

/// Whether a line may end between two characters.
fn may_break(before: char, next: char) -> bool {
    if NOT_FIRST.contains(next) || NOT_LAST.contains(before) || next == ' ' {
        return false;
    }
    before == ' ' || is_wide(before) || is_wide(next)
}

/// Whether a character is Japanese: a kana, a kanji, or a mark of full width.
fn is_wide(char: char) -> bool {
    matches!(char, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Japanese characters are twice as wide as others.
    fn width(text: &str) -> f32 {
        let widths = text
            .chars()
            .map(|char| if is_wide(char) { 2.0 } else { 1.0 });
        widths.sum()
    }

    fn lines(text: &str, room: f32) -> Vec<String> {
        let broken = with_breaks(text, room, &width);
        broken.lines().map(str::to_owned).collect()
    }

    #[test]
    fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        let text =
            "学習率（lr）を上げると、損失は「段」を作って下がります。隠れ層（h）も同じです。";
        for room in 8..40 {
            let lines = lines(text, room as f32);
            assert_eq!(lines.concat(), text);
            for line in lines {
                let (first, last) = (line.chars().next(), line.chars().last());
                assert!(
                    !first.is_some_and(|char| NOT_FIRST.contains(char)),
                    "{line}"
                );
                assert!(!last.is_some_and(|char| NOT_LAST.contains(char)), "{line}");
            }
        }
    }

    #[test]
    fn the_last_line_has_more_than_one_character() {
        assert_eq!(lines("学習の曲線だ。", 12.0), ["学習の曲", "線だ。"]);
        assert_eq!(lines("学習の曲線", 8.0), ["学習の", "曲線"]);
        assert_eq!(lines("学習の曲線", 10.0), ["学習の曲線"]);
    }

    #[test]
    fn words_in_latin_letters_stay_whole_and_paragraphs_apart() {
        assert_eq!(lines("値は gamma です", 9.0), ["値は", "gamma", "です"]);
        assert_eq!(lines("一二\n三四", 20.0), ["一二", "三四"]);
    }
}
