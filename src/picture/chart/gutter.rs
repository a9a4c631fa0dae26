//! The names of curves in the gutter at the right of the frame: each beside the end of its curve,
//! moved apart where they would cover each other, one for modes that end together.

use super::frame::{LEADER, NAME, line};
use super::mode_ends::{ModeEnd, ModeGroup, TOGETHER, grouped, mode_end};
use super::{
    Chart, Curve, CurveName, CurveOf, CutName, Entry, Frame, LeftOut, Quantity, Sample, Viewport,
};
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
    /// Names that have a place and are cut.
    pub(super) cut: Vec<CutName>,
    /// Curves that have a name and end within the frame, with the place of their end.
    pub(super) ends_within: Vec<(usize, Point)>,
}

/// A name that is to have a place.
#[derive(Clone, Debug)]
struct Candidate {
    text: String,
    /// The name before it was cut.
    whole: String,
    /// Where its curve ends, from the picture's upper edge.
    at: f64,
    curve: usize,
    /// The less, the sooner it has a place.
    rank: usize,
    is_mode: bool,
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
                CurveName::Words(text) => {
                    let name = self.shared_name(curve, text);
                    words.extend(name.map(|text| Candidate {
                        whole: text.clone(),
                        text,
                        at: end.y,
                        curve: i,
                        rank: rank(curve),
                        is_mode: false,
                    }));
                }
                CurveName::Mode { .. } => modes.extend(mode_end(name, end.y, i)),
            }
        }
        cut_apart(&mut words, frame.names_width(), measure);
        self.place_names(frame, (&words, modes), measure, &mut names);
        names
    }

    /// Puts names beside the frame, and tells which have no room.
    fn place_names(
        &self,
        frame: &Frame,
        (words, mut modes): (&[Candidate], Vec<ModeEnd>),
        measure: &dyn Measure,
        names: &mut GutterNames,
    ) {
        // The higher end first; of equal ones, the first mode.
        modes.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.mode.cmp(&b.mode)));
        let (placed, left_out) = placed(frame, words, &modes);
        for (candidate, y) in placed {
            let curve = &self.curves[candidate.curve];
            names.shapes.extend(leader(frame, curve, &candidate, y));
            let label = name_label(frame, curve, &candidate, y, measure);
            if label.text != candidate.whole {
                names.cut.push(CutName {
                    area: label.area(measure),
                    whole: candidate.whole,
                });
            }
            names.shapes.push(Shape::Text(label));
        }
        let left_out = left_out.into_iter();
        names.left_out = left_out.map(|name| self.left_out(name)).collect();
    }

    fn left_out(&self, candidate: Candidate) -> LeftOut {
        let curve = &self.curves[candidate.curve];
        LeftOut {
            of: Some(curve.of),
            entry: entry(curve, candidate.whole),
        }
    }
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
        let groups = grouped(modes, together).into_iter();
        let mut candidates: Vec<Candidate> = groups.map(of_modes).collect();
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

fn of_modes(group: ModeGroup) -> Candidate {
    Candidate {
        whole: group.text.clone(),
        text: group.text,
        at: group.at,
        curve: group.curve,
        rank: MODES,
        is_mode: true,
    }
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

/// The line that leads to a name which was moved.
fn leader(frame: &Frame, curve: &Curve, candidate: &Candidate, y: f64) -> Option<Shape> {
    let right = frame.area.right;
    let points = [
        (right + 1.0, candidate.at),
        (right + 3.0, candidate.at),
        (right + LEADER - 4.0, y),
        (right + LEADER - 2.0, y),
    ];
    let is_moved = (y - candidate.at).abs() > NEEDS_LEADER;
    is_moved.then(|| Shape::Line {
        points: points.map(|(x, y)| Point::new(x, y)).to_vec(),
        width: 0.8,
        paint: curve.paint.colour.at(0.6),
        style: LineStyle::Solid,
        role: Role::Rule,
        clip: None,
    })
}

fn name_label(
    frame: &Frame,
    curve: &Curve,
    candidate: &Candidate,
    y: f64,
    measure: &dyn Measure,
) -> Label {
    Label {
        text: shortened(&candidate.text, frame.names_width(), NAME, measure),
        at: Point::new(frame.names(), y),
        align: [Align::Start, Align::Middle],
        size: NAME,
        paint: Paint::from(curve.paint.colour),
        turn: Turn::Flat,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_pins_that_are_cut_stay_different() {
        let pin = |text: &str| Candidate {
            text: text.to_owned(),
            whole: text.to_owned(),
            at: 0.0,
            curve: 0,
            rank: PINS,
            is_mode: false,
        };
        let mut names = ["lr 60 · γ 10⁰ · h 20", "lr 60 · γ 10⁰ · h 40"].map(pin);
        cut_apart(&mut names, 60.0, &crate::picture::check::Sans);
        assert_ne!(names[0].text, names[1].text);
    }
}
