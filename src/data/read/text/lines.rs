//! Lines of a text that are no rows of its table: empty ones, comments, and Excel's `sep=`.

/// The lines between two records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gap {
    /// Where the next record begins, in bytes; the text's length if there is none.
    pub(super) end: usize,
    /// How many lines lie between.
    pub(super) n_lines: usize,
    /// How many of them are comments.
    pub(super) n_comments: usize,
}

/// The gap from `start`, which is the beginning of a line or the second half of the line end
/// before it.
pub(super) fn gap(text: &str, start: usize) -> Gap {
    let bytes = text.as_bytes();
    let mut gap = Gap {
        end: start.min(bytes.len()),
        ..Gap::default()
    };
    let is_inside_break = gap.end > 0 && bytes[gap.end - 1] == b'\r';
    if is_inside_break && bytes.get(gap.end) == Some(&b'\n') {
        gap.end += 1;
    }
    loop {
        let line = line_at(bytes, gap.end);
        let is_comment = bytes.get(gap.end) == Some(&b'#');
        if line.is_empty || is_comment {
            gap.n_lines += 1;
            gap.n_comments += usize::from(is_comment);
            gap.end = line.end;
        } else {
            return gap;
        }
        if gap.end == bytes.len() {
            return gap;
        }
    }
}

/// The separator that is named by Excel's line `sep=…` at the beginning, and where the text goes
/// on.
pub(super) fn sep_line(text: &str) -> Option<(u8, usize)> {
    let line = line_at(text.as_bytes(), 0);
    let content = text.get(..line.end)?.trim_end_matches(['\r', '\n']);
    let content = content.strip_prefix('"').unwrap_or(content);
    let (key, value) = content.split_at_checked(4)?;
    if !key.eq_ignore_ascii_case("sep=") {
        return None;
    }
    let separator = *value.as_bytes().first()?;
    let can_part = separator.is_ascii() && !b"\"\r\n#".contains(&separator);
    (can_part && value.trim_end_matches('"').len() <= 1).then_some((separator, line.end))
}

/// A line with its end.
struct Line {
    /// Where the next line begins.
    end: usize,
    /// Whether there is a line end and nothing before it.
    is_empty: bool,
}

fn line_at(bytes: &[u8], start: usize) -> Line {
    let rest = bytes.get(start..).unwrap_or_default();
    let n = rest.iter().position(|byte| b"\r\n".contains(byte));
    let Some(n) = n else {
        return Line {
            end: bytes.len(),
            is_empty: false,
        };
    };
    let is_pair = rest[n..].starts_with(b"\r\n");
    Line {
        end: start + n + if is_pair { 2 } else { 1 },
        is_empty: n == 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_and_comments_lie_between_records() {
        for (text, start, expected) in [
            ("a\n\n#b\nc", 2, (6, 2, 1)),
            ("a\r\n\r\nc", 2, (5, 1, 0)),
            ("a\r\rc", 2, (3, 1, 0)),
            ("a\n", 2, (2, 0, 0)),
            ("#a", 0, (2, 1, 1)),
            ("a", 9, (1, 0, 0)),
            ("", 0, (0, 0, 0)),
            ("# a\r\n# b\r\n\"#\"", 0, (10, 2, 2)),
        ] {
            let found = gap(text, start);
            let found = (found.end, found.n_lines, found.n_comments);
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn excels_separator_line_is_known() {
        assert_eq!(sep_line("sep=;\r\n;a"), Some((b';', 7)));
        assert_eq!(sep_line("\"SEP=,\"\na"), Some((b',', 8)));
        assert_eq!(sep_line("sep=\t"), Some((b'\t', 5)));
        for none in [
            "",
            "sep",
            "sep=",
            "sep=;;\n",
            "sepal;1\n",
            "sep=\"\n",
            "はい\n",
        ] {
            assert_eq!(sep_line(none), None, "{none:?}");
        }
    }
}
