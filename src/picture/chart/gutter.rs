//! The names of curves in the gutter at the right of the frame: each beside the end of its curve,
//! moved apart where they would cover each other, one for modes that end together.

use super::frame::{LEADER, NAME, line};
use super::{Chart, Curve, CurveName, CurveOf, Entry, Frame, LeftOut, Quantity, Sample, Viewport};
use crate::picture::short_names::distinct;
use crate::picture::shorten::shortened;
use crate::picture::spread::{Wish, spread};
use crate::picture::{Align, Label, LineStyle, Measure, Paint, Point, Role, Shape, Turn};

/// After how many watched pairs modes are named.
const MODES: usize = 100;
/// After how many watched pairs pins are named.
const PINS: usize = 1000;
/// A curve that ends before this share of the frame's width is no curve that reaches its edge.
const NEAR_EDGE: f64 = 0.01;
/// Modes that end as near to each other as this have one name, in points; more where there is no
/// room for so many names. Of different levels, only those that end in one place to begin with.
const TOGETHER: [f64; 6] = [0.0, 7.0, 12.0, 20.0, 32.0, 48.0];
/// The same for modes of one level, and for those that were not learned.
const LEAST_TOGETHER: f64 = 7.0;
/// A name is not moved farther than this from its curve's end.
const MOST_MOVED: f64 = 62.0;
/// The name of a mode is not moved farther than this where it could share one.
const MOST_MODE_MOVED: f64 = 24.0;
/// A name that is moved farther than this has a line that leads to it.
const NEEDS_LEADER: f64 = 2.5;

/// The names beside a frame.
#[derive(Default)]
pub(super) struct GutterNames {
    /// Names and the lines that lead to them.
    pub(super) shapes: Vec<Shape>,
    /// Names that have no room.
    pub(super) left_out: Vec<LeftOut>,
    /// Curves that have a name and end within the frame, with the place of their end.
    pub(super) ends_within: Vec<(usize, Point)>,
}

/// A name that is to have a place.
#[derive(Clone, Debug)]
struct Candidate {
    text: String,
    /// Where its curve ends, from the picture's upper edge.
    at: f64,
    curve: usize,
    /// The less, the sooner it has a place.
    rank: usize,
    is_mode: bool,
}

/// A mode's curve where it ends.
#[derive(Clone, Copy, Debug)]
struct ModeEnd {
    mode: usize,
    level: Option<usize>,
    is_learned: bool,
    at: f64,
    curve: usize,
}

impl Chart {
    /// The names of the curves that are in view at the frame's right edge.
    pub(super) fn gutter_names(
        &self,
        frame: &Frame,
        view: &Viewport,
        measure: &dyn Measure,
    ) -> GutterNames {
        let mut names = GutterNames::default();
        let (mut words, mut modes) = (Vec::new(), Vec::new());
        for (i, curve) in self.curves.iter().enumerate() {
            let (Some(name), Some([x, y])) = (&curve.name, curve.end(view.x[1])) else {
                continue;
            };
            let end = frame.point(view, [x, y]);
            if !frame.area.grown(0.5).contains(end) {
                continue;
            }
            if end.x < frame.area.right - NEAR_EDGE * frame.area.width() {
                names.ends_within.push((i, end));
                continue;
            }
            match name {
                CurveName::Words(text) => words.push(Candidate {
                    text: text.clone(),
                    at: end.y,
                    curve: i,
                    rank: rank(curve),
                    is_mode: false,
                }),
                CurveName::Mode { .. } => modes.extend(mode_end(name, end.y, i)),
            }
        }
        cut_apart(&mut words, frame.names_width(), measure);
        // The higher end first; of equal ones, the first mode.
        modes.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.mode.cmp(&b.mode)));
        let (placed, left_out) = placed(frame, &words, &modes);
        for (candidate, y) in placed {
            let curve = &self.curves[candidate.curve];
            let shapes = name_shapes(frame, curve, &candidate, y, measure);
            names.shapes.extend(shapes);
        }
        let left_out = left_out.into_iter();
        names.left_out = left_out.map(|name| self.left_out(name)).collect();
        names
    }

    fn left_out(&self, candidate: Candidate) -> LeftOut {
        let curve = &self.curves[candidate.curve];
        LeftOut {
            of: Some(curve.of),
            entry: entry(curve, candidate.text),
        }
    }
}

/// The end of a mode's curve; none of a curve that is called by words.
fn mode_end(name: &CurveName, at: f64, curve: usize) -> Option<ModeEnd> {
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

/// Cuts names to the room there is, so that different ones stay different.
fn cut_apart(names: &mut [Candidate], room: f64, measure: &dyn Measure) {
    let whole: Vec<String> = names.iter().map(|name| name.text.clone()).collect();
    let short = distinct(&whole, room, NAME, measure);
    for (name, short) in names.iter_mut().zip(short) {
        name.text = short;
    }
}

/// How a curve is explained in the legend.
pub(super) fn entry(curve: &Curve, text: String) -> Entry {
    let sample = Sample::Line {
        paint: curve.paint,
        width: curve.width,
        style: curve.style,
    };
    Entry { sample, text }
}

/// How soon a curve has its name, the first ones first.
fn rank(curve: &Curve) -> usize {
    if curve.is_lifted {
        return 0;
    }
    match curve.of {
        CurveOf::Run(Quantity::Loss) | CurveOf::Shallow | CurveOf::Deep => 0,
        CurveOf::Run(Quantity::Watched(pair)) => 1 + pair,
        CurveOf::Run(Quantity::Mode(_) | Quantity::Strength(_)) => MODES,
        CurveOf::Pin { pin, .. } => PINS + pin,
        _ => 2 * PINS,
    }
}

/// Names with their places, from the picture's upper edge, and those that have none.
fn placed(
    frame: &Frame,
    words: &[Candidate],
    modes: &[ModeEnd],
) -> (Vec<(Candidate, f64)>, Vec<Candidate>) {
    let mut last = None;
    for together in TOGETHER {
        let mut candidates = grouped(modes, together);
        candidates.extend_from_slice(words);
        let (placed, left_out) = with_room(frame, candidates);
        let moved = placed.iter().filter(|(name, _)| name.is_mode);
        let moved = moved
            .map(|(name, y)| (name.at - y).abs())
            .fold(0.0, f64::max);
        let has_all = left_out.iter().all(|name| !name.is_mode);
        last = Some((placed, left_out));
        if has_all && moved <= MOST_MODE_MOVED {
            break;
        }
    }
    last.unwrap_or_default()
}

/// One name for modes whose ends, in the order of the list, are within so many points, or a few
/// more if they are of one level; modes that were learned share none with modes that were not.
fn grouped(modes: &[ModeEnd], together: f64) -> Vec<Candidate> {
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
    let candidate = |group: Vec<ModeEnd>| {
        let mut numbers: Vec<usize> = group.iter().map(|end| end.mode).collect();
        numbers.sort_unstable();
        let first = group.iter().min_by_key(|end| end.mode);
        Candidate {
            text: numbers_text(&numbers),
            at: group.iter().map(|end| end.at).sum::<f64>() / group.len() as f64,
            curve: first.map_or(0, |end| end.curve),
            rank: MODES,
            is_mode: true,
        }
    };
    groups.into_iter().map(candidate).collect()
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

/// The names that have room near their curves' ends, the first by rank.
fn with_room(
    frame: &Frame,
    mut candidates: Vec<Candidate>,
) -> (Vec<(Candidate, f64)>, Vec<Candidate>) {
    let half = line(NAME) / 2.0;
    // The numbers of the last epoch begin below.
    let (from, to) = (frame.area.top - half, frame.area.bottom + half - 1.5);
    let mut left_out = Vec::new();
    loop {
        let wishes: Vec<Wish> = candidates.iter().map(wish).collect();
        let Some(places) = spread(&wishes, from, to) else {
            if candidates.is_empty() {
                return (Vec::new(), left_out);
            }
            let crowd = 0..candidates.len();
            left_out.push(remove_last_ranked(&mut candidates, crowd));
            continue;
        };
        let is_far = |&i: &usize| (places[i] - candidates[i].at).abs() > MOST_MOVED;
        let Some(far) = (0..candidates.len()).find(is_far) else {
            left_out.sort_by_key(|candidate| candidate.rank);
            return (candidates.into_iter().zip(places).collect(), left_out);
        };
        let crowd = touching(&places, far);
        left_out.push(remove_last_ranked(&mut candidates, crowd.into_iter()));
    }
}

fn wish(candidate: &Candidate) -> Wish {
    Wish {
        at: candidate.at,
        extent: line(NAME),
        weight: if candidate.rank < PINS { 4.0 } else { 1.0 },
    }
}

/// The names that touch one another, among them the one at `place`.
fn touching(places: &[f64], place: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|&a, &b| places[a].total_cmp(&places[b]));
    let touch = |a: &usize, b: &usize| places[*b] - places[*a] < line(NAME) + 0.01;
    let mut crowds = order.chunk_by(touch);
    crowds
        .find(|crowd| crowd.contains(&place))
        .unwrap_or(&[])
        .to_vec()
}

fn remove_last_ranked(
    candidates: &mut Vec<Candidate>,
    crowd: impl Iterator<Item = usize>,
) -> Candidate {
    let last = crowd.max_by_key(|&i| candidates[i].rank).unwrap_or(0);
    candidates.remove(last)
}

/// A name and, if it was moved, the line that leads to it.
fn name_shapes(
    frame: &Frame,
    curve: &Curve,
    candidate: &Candidate,
    y: f64,
    measure: &dyn Measure,
) -> Vec<Shape> {
    let paint = Paint::from(curve.paint.colour);
    let right = frame.area.right;
    let mut shapes = Vec::new();
    if (y - candidate.at).abs() > NEEDS_LEADER {
        let points = [
            (right + 1.0, candidate.at),
            (right + 3.0, candidate.at),
            (right + LEADER - 4.0, y),
            (right + LEADER - 2.0, y),
        ];
        shapes.push(Shape::Line {
            points: points.map(|(x, y)| Point::new(x, y)).to_vec(),
            width: 0.8,
            paint: curve.paint.colour.at(0.6),
            style: LineStyle::Solid,
            role: Role::Rule,
            clip: None,
        });
    }
    shapes.push(Shape::Text(Label {
        text: shortened(&candidate.text, frame.names_width(), NAME, measure),
        at: Point::new(frame.names(), y),
        align: [Align::Start, Align::Middle],
        size: NAME,
        paint,
        turn: Turn::Flat,
    }));
    shapes
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
        groups.map(|candidate| candidate.text).collect()
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
    fn names_of_pins_that_are_cut_stay_different() {
        let pin = |text: &str| Candidate {
            text: text.to_owned(),
            at: 0.0,
            curve: 0,
            rank: PINS,
            is_mode: false,
        };
        let mut names = ["lr 60 · γ 10⁰ · h 20", "lr 60 · γ 10⁰ · h 40"].map(pin);
        cut_apart(&mut names, 60.0, &crate::picture::check::Sans);
        assert_ne!(names[0].text, names[1].text);
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
