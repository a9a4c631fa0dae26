//! Curves that coincide: one that lies behind an equal one is painted wider, so that its colour is
//! seen on both sides, and watched pairs that are predicted alike share a name.

use std::collections::HashMap;

use super::{Chart, Cover, Curve, CurveName, CurveOf, Quantity};

/// How far apart curves may be that coincide, in heights of the frame.
const NEAR: f64 = 0.005;
/// How much wider a curve is painted than the one in front of it, in points.
const WIDER: f64 = 2.6;
/// The most that a curve is painted wide; of more in one place not all are seen.
const MOST_WIDE: f64 = 9.0;
/// How many modes of pins are looked at: others are small and many.
const MODES: usize = 16;
/// How many points are compared before all are.
const FIRST_POINTS: usize = 24;

/// The curves that may hide each other.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Loss,
    Mode(usize),
    Watched,
}

fn kind(curve: &Curve) -> Option<Kind> {
    let (CurveOf::Run(quantity) | CurveOf::Pin { quantity, .. }) = curve.of else {
        return matches!(curve.of, CurveOf::Shallow | CurveOf::Deep).then_some(Kind::Loss);
    };
    match quantity {
        Quantity::Loss => Some(Kind::Loss),
        Quantity::Mode(mode) | Quantity::Strength(mode) => {
            (mode < MODES).then_some(Kind::Mode(mode))
        }
        // Those that share one colour are not told apart.
        Quantity::Watched(_) => {
            let is_named = curve.name.is_some() || matches!(curve.of, CurveOf::Pin { .. });
            is_named.then_some(Kind::Watched)
        }
    }
}

impl Chart {
    /// Notes for each curve which one covers it, if any.
    pub(in crate::picture) fn show_covered(&mut self) {
        let mut kinds: HashMap<Kind, Vec<usize>> = HashMap::new();
        for (i, curve) in self.curves.iter().enumerate() {
            if let Some(kind) = kind(curve) {
                kinds.entry(kind).or_default().push(i);
            }
        }
        for places in kinds.values() {
            // From front to back: the one directly in front has its width already.
            for (behind, &i) in places.iter().enumerate().rev() {
                let mut in_front = places[behind + 1..].iter().map(|&j| &self.curves[j]);
                let front = in_front.find(|front| coincide(&self.curves[i], front));
                let cover = front.map(|front| Cover {
                    by: front.cover.map_or(front.of, |cover| cover.by),
                    width: (front.painted_width() + WIDER).min(MOST_WIDE),
                });
                self.curves[i].cover = cover;
            }
        }
    }

    /// The name of a watched pair's curve with those of the pairs that it covers, as
    /// `Pine, Oak has_bones`; `None` if another one covers it, and says its name.
    pub(super) fn shared_name(&self, curve: &Curve, name: &str) -> Option<String> {
        let is_watched = |of: CurveOf| matches!(of, CurveOf::Run(Quantity::Watched(_)));
        if !is_watched(curve.of) {
            return Some(name.to_owned());
        }
        if curve.cover.is_some_and(|cover| is_watched(cover.by)) {
            return None;
        }
        // The first pair is in front.
        let behind = self.curves.iter().rev();
        let covered = behind.filter(|other| {
            is_watched(other.of) && other.cover.is_some_and(|cover| cover.by == curve.of)
        });
        let covered = covered.filter_map(|other| match &other.name {
            Some(CurveName::Words(name)) => Some(name.as_str()),
            _ => None,
        });
        Some(together(
            &[&[name], &covered.collect::<Vec<_>>()[..]].concat(),
        ))
    }
}

/// Whether two curves have the same heights at the points of either.
fn coincide(a: &Curve, b: &Curve) -> bool {
    let ends = |curve: &Curve| {
        let last = curve.pieces.last().and_then(|piece| piece.last());
        Some((curve.pieces.first()?.first()?[0], last?[0]))
    };
    let passes = |points: &Curve, other: &Curve| {
        let is_near = |at: &[f64; 2]| {
            let y = other.y_at(at[0]);
            y.is_some_and(|y| (y - at[1]).abs() <= NEAR)
        };
        let all = || points.pieces.iter().flatten();
        let few = (all().count() / FIRST_POINTS).max(1);
        all().step_by(few).all(is_near) && all().all(is_near)
    };
    ends(a).is_some() && ends(a) == ends(b) && passes(a, b) && passes(b, a)
}

/// Names with what all end with said once: `Pine, Oak has_bones`.
fn together(names: &[&str]) -> String {
    let ending = |name: &str| name.split_once(' ').map(|(_, ending)| format!(" {ending}"));
    let shared = names.first().and_then(|name| ending(name));
    let shared = shared.filter(|shared| names.iter().all(|name| name.ends_with(shared.as_str())));
    let shared = shared.unwrap_or_default();
    let heads = names.iter().map(|name| name.strip_suffix(shared.as_str()));
    let heads: Vec<&str> = heads.map(Option::unwrap_or_default).collect();
    format!("{}{shared}", heads.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::chart::{Across, Axis, NamesRoom};
    use crate::picture::check::Sans;
    use crate::picture::fixture_charts::SIZES;
    use crate::picture::{Colour, English};

    fn curve(of: CurveOf, values: &[f64], name: Option<&str>) -> Curve {
        let epochs: Vec<usize> = (0..values.len()).collect();
        let curve = Curve::new(of, &epochs, |row| values[row], Colour::Loss.into());
        let name = name.map(|name| CurveName::Words(name.to_owned()));
        curve.width(2.0).named(name)
    }

    fn chart(curves: Vec<Curve>) -> Chart {
        let axis = Axis::about_zero(1.0);
        let mut chart = Chart::new(Across::epochs(String::new(), 0, 2), axis, None);
        chart.curves = curves;
        chart.show_covered();
        chart
    }

    #[test]
    fn a_pin_of_the_shown_run_is_seen_on_both_sides_of_its_loss() {
        let pin = CurveOf::Pin {
            pin: 0,
            quantity: Quantity::Loss,
        };
        let run = CurveOf::Run(Quantity::Loss);
        let losses = [1.0, 0.5, 0.0];
        let same = chart(vec![curve(pin, &losses, None), curve(run, &losses, None)]);
        let cover = same.curves[0].cover.expect("it is covered");
        assert_eq!(cover.by, run);
        assert!(cover.width > same.curves[1].width + 2.0);
        assert_eq!(same.curves[1].cover, None);
        let other = [1.0, 0.6, 0.0];
        let other = chart(vec![curve(pin, &other, None), curve(run, &losses, None)]);
        assert_eq!(other.curves[0].cover, None);
    }

    #[test]
    fn pairs_that_are_predicted_alike_share_a_name_in_the_gutter() {
        let pair = |pair| CurveOf::Run(Quantity::Watched(pair));
        let [alike, other] = [[0.5, 0.6, 0.4], [0.5, 0.6, 0.9]];
        let mut chart = chart(vec![
            curve(pair(2), &other, Some("Rose has_bones")),
            curve(pair(1), &alike, Some("Oak has_bones")),
            curve(pair(0), &alike, Some("Pine has_bones")),
        ]);
        // Room for all letters of what is said together.
        chart.names_room = Some(NamesRoom {
            least: 0.3,
            most: 0.3,
            ..NamesRoom::default()
        });
        let drawing = chart.layout(SIZES[1], &chart.whole(), &Sans, &English);
        let says = |name: &str| drawing.labels().any(|label| label.text == name);
        assert!(says("Pine, Oak has_bones") && says("Rose has_bones"));
        assert!(!says("Oak has_bones") && !says("Pine has_bones"));
    }

    #[test]
    fn names_say_once_what_they_share() {
        assert_eq!(
            together(&["Pine has_bones", "Oak has_bones"]),
            "Pine, Oak has_bones"
        );
        assert_eq!(
            together(&["Pine has_bones", "Oak can_fly"]),
            "Pine has_bones, Oak can_fly"
        );
        assert_eq!(together(&["Pine has_bones"]), "Pine has_bones");
        assert_eq!(together(&["Pine", "Oak"]), "Pine, Oak");
    }
}
