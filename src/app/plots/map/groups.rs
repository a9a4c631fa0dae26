//! Items that stand at one place share a name.

use egui::Pos2;

use super::sizes::DOT;
use crate::app::plots::scene::Scene;

/// Items whose dots cannot be told apart, each group by its items.
pub(super) fn groups(dots: &[Pos2]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (item, dot) in dots.iter().enumerate() {
        let is_at = |group: &&mut Vec<usize>| dots[group[0]].distance(*dot) < 2.0 * DOT;
        match groups.iter_mut().find(is_at) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    groups
}

/// The name of a group, at most `most` items by name.
pub(super) fn group_name(
    group: &[usize],
    names: &[String],
    scene: Scene<'_>,
    most: usize,
) -> String {
    if group.len() == names.len() {
        let n = names.len().to_string();
        return scene.words.with("map-all", &[("n", n.into())]);
    }
    let first: Vec<&str> = group
        .iter()
        .take(most)
        .map(|&item| names[item].as_str())
        .collect();
    let more = if group.len() > most { " …" } else { "" };
    first.join(", ") + more
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn dots_at_one_place_share_a_name() {
        let dots = [pos2(0.0, 0.0), pos2(3.0, 0.0), pos2(40.0, 0.0)];
        assert_eq!(groups(&dots), [vec![0, 1], vec![2]]);
    }
}
