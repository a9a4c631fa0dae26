//! The names of curves that leave the chart before the run ends, as those of a run that diverges:
//! beside the point where each is seen last.

use super::mode_ends::numbers_text;
use super::{Chart, Curve, CurveName, CurveOf, Frame, Viewport};
use crate::picture::Point;

/// Modes that leave as near to each other as this have one name, in points.
const TOGETHER: f64 = 9.0;

/// A name of curves that leave the chart.
pub(super) struct LeavingName {
    /// The first of the curves, by its index.
    pub(super) curve: usize,
    /// Where it is seen last.
    pub(super) at: Point,
    /// The name.
    pub(super) text: String,
}

impl Chart {
    /// The names of the run's curves that leave the chart: words first, then modes by number.
    pub(super) fn leaving(&self, frame: &Frame, view: &Viewport) -> Vec<LeavingName> {
        let (mut names, mut modes) = (Vec::new(), Vec::new());
        for (curve, of) in self.curves.iter().enumerate() {
            let is_own = matches!(of.of, CurveOf::Run(_));
            let (Some(name), Some(last)) = (&of.name, last_seen(of, view)) else {
                continue;
            };
            let at = frame.point(view, last);
            match name {
                _ if !is_own => {}
                CurveName::Words(text) => names.push(LeavingName {
                    curve,
                    at,
                    text: text.clone(),
                }),
                CurveName::Mode { mode, .. } => modes.push((*mode, curve, at)),
            }
        }
        modes.sort_by_key(|(mode, ..)| *mode);
        names.extend(together(&modes));
        names
    }
}

/// One name for modes that leave at about the same place.
fn together(modes: &[(usize, usize, Point)]) -> Vec<LeavingName> {
    let mut groups: Vec<(usize, Point, Vec<usize>)> = Vec::new();
    for &(mode, curve, at) in modes {
        let is_near =
            |of: &&mut (usize, Point, Vec<usize>)| (of.1.x - at.x).hypot(of.1.y - at.y) <= TOGETHER;
        match groups.iter_mut().find(is_near) {
            Some((_, _, numbers)) => numbers.push(mode),
            None => groups.push((curve, at, vec![mode])),
        }
    }
    let name = |(curve, at, numbers): (usize, Point, Vec<usize>)| LeavingName {
        curve,
        at,
        text: numbers_text(&numbers),
    };
    groups.into_iter().map(name).collect()
}

/// The last point in view of a curve whose own last point is above the whole chart.
fn last_seen(curve: &Curve, view: &Viewport) -> Option<[f64; 2]> {
    let points = || {
        curve
            .pieces
            .iter()
            .rev()
            .flat_map(|piece| piece.iter().rev())
    };
    let [_, top] = *points().next()?;
    let is_within = |value: f64, range: [f64; 2]| (range[0]..=range[1]).contains(&value);
    let is_seen = |point: &&[f64; 2]| is_within(point[0], view.x) && is_within(point[1], view.y);
    points().find(is_seen).copied().filter(|_| top > 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::check::Sans;
    use crate::picture::fixture_charts::{SIZES, dynamics};
    use crate::picture::{DynamicsOptions, fixtures};

    #[test]
    fn the_curves_of_a_run_that_diverges_have_names_and_those_of_others_go_to_the_edge() {
        for (name, is_leaving) in [("diverged", true), ("notebook", false)] {
            let chart = dynamics(fixtures::named(name), DynamicsOptions::default());
            let frame = chart.frame(SIZES[1], &Sans);
            let names = chart.leaving(&frame, &chart.whole());
            let is_loss = |name: &LeavingName| name.text == "loss";
            assert_eq!(names.iter().any(is_loss), is_leaving, "{name}");
            for name in names {
                assert!(frame.area.grown(0.5).contains(name.at), "{}", name.text);
            }
        }
    }
}
