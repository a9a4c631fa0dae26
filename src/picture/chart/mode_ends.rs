//! Modes that end together share one name in the gutter.

use super::CurveName;

/// Modes that end as near to each other as this have one name, in points; more where there is no
/// room for so many names. Of different levels, only those that end in one place to begin with.
pub(super) const TOGETHER: [f64; 6] = [0.0, 7.0, 12.0, 20.0, 32.0, 48.0];
/// The same for modes of one level, and for those that were not learned.
const LEAST_TOGETHER: f64 = 7.0;

/// A mode's curve where it ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct ModeEnd {
    pub(super) mode: usize,
    pub(super) level: Option<usize>,
    pub(super) is_learned: bool,
    pub(super) at: f64,
    pub(super) curve: usize,
}

/// Modes that have one name.
#[derive(Clone, Debug)]
pub(super) struct ModeGroup {
    /// The name.
    pub(super) text: String,
    /// Where their curves end, on average.
    pub(super) at: f64,
    /// The curve of the first of them.
    pub(super) curve: usize,
}

/// The end of a mode's curve; none of a curve that is called by words.
pub(super) fn mode_end(name: &CurveName, at: f64, curve: usize) -> Option<ModeEnd> {
    let &CurveName::Mode {
        mode,
        level,
        is_learned,
    } = name
    else {
        return None;
    };
    Some(ModeEnd {
        mode,
        level,
        is_learned,
        at,
        curve,
    })
}

/// One name for modes whose ends, in the order of the list, are within so many points, or a few
/// more if they are of one level; modes that were learned share none with modes that were not.
pub(super) fn grouped(modes: &[ModeEnd], together: f64) -> Vec<ModeGroup> {
    let mut groups: Vec<Vec<ModeEnd>> = Vec::new();
    let is_together = |first: ModeEnd, end: ModeEnd| {
        let is_alike = end.level == first.level || !end.is_learned;
        let reach = if is_alike { LEAST_TOGETHER } else { 0.0 };
        end.is_learned == first.is_learned && end.at - first.at <= together.max(reach)
    };
    for &end in modes {
        match groups.last_mut() {
            Some(group) if is_together(group[0], end) => group.push(end),
            _ => groups.push(vec![end]),
        }
    }
    let named = |group: Vec<ModeEnd>| {
        let mut numbers: Vec<usize> = group.iter().map(|end| end.mode).collect();
        numbers.sort_unstable();
        let first = group.iter().min_by_key(|end| end.mode);
        ModeGroup {
            text: numbers_text(&numbers),
            at: group.iter().map(|end| end.at).sum::<f64>() / group.len() as f64,
            curve: first.map_or(0, |end| end.curve),
        }
    };
    groups.into_iter().map(named).collect()
}

/// Mode numbers as people count them: `1`, `3–4`, `5, 7–8`.
pub(super) fn numbers_text(modes: &[usize]) -> String {
    let stretches = modes.chunk_by(|a, b| a + 1 == *b);
    let texts = stretches.map(|stretch| match stretch {
        [one] => (one + 1).to_string(),
        _ => format!("{}–{}", stretch[0] + 1, stretch[stretch.len() - 1] + 1),
    });
    texts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(at: &[f64], n_learned: usize) -> Vec<ModeEnd> {
        let end = |(mode, &at): (usize, &f64)| ModeEnd {
            mode,
            level: None,
            is_learned: mode < n_learned,
            at,
            curve: mode,
        };
        at.iter().enumerate().map(end).collect()
    }

    fn texts(modes: &[ModeEnd], together: f64) -> Vec<String> {
        let groups = grouped(modes, together).into_iter();
        groups.map(|group| group.text).collect()
    }

    #[test]
    fn modes_that_end_together_have_one_name() {
        let notebook = [20.0, 90.0, 130.0, 132.0, 180.0, 181.0, 184.0, 185.0];
        assert_eq!(texts(&ends(&notebook, 8), 7.0), ["1", "2", "3–4", "5–8"]);
        // Neighbours make no chain.
        let even = [0.0, 4.0, 8.0, 12.0, 16.0];
        assert_eq!(texts(&ends(&even, 5), 7.0), ["1–2", "3–4", "5"]);
    }

    #[test]
    fn learned_modes_of_different_levels_share_a_name_only_for_want_of_room() {
        let mut modes = ends(&[100.0, 104.0, 108.0], 3);
        for (end, level) in modes.iter_mut().zip([0, 1, 1]) {
            end.level = Some(level);
        }
        assert_eq!(texts(&modes, TOGETHER[0]), ["1", "2–3"]);
        assert_eq!(texts(&modes, TOGETHER[2]), ["1–3"]);
    }

    #[test]
    fn a_mode_that_was_never_learned_is_not_named_with_its_neighbours() {
        let at = [200.0, 203.0, 205.0];
        assert_eq!(texts(&ends(&at, 1), 7.0), ["1", "2–3"]);
    }

    #[test]
    fn mode_numbers_are_those_people_count() {
        assert_eq!(numbers_text(&[0]), "1");
        assert_eq!(numbers_text(&[2, 3]), "3–4");
        assert_eq!(numbers_text(&[4, 6, 7]), "5, 7–8");
    }
}
