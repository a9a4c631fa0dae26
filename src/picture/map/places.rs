//! Items that are at one place share a name, written where it covers neither ways, dots nor
//! another name.

use super::super::item_phrase::ItemPhrase;
use super::super::mode_words::listed;
use super::super::occupied::Occupied;
use super::super::strokes::{line, line_height, size, text};
use super::super::{
    Align, Area, Colour, Drawing, Measure, Phrase, Point, Role, Words, short_names, shortened,
};
use super::plane::Plane;
use super::{DOT, WAY};

/// The most items of a place that are called by name; fewer where there is no room.
const MOST_NAMED: [usize; 3] = [4, 2, 1];
/// A name is not wider than this share of the plane.
const WIDEST: f64 = 0.4;
/// From a dot's edge to its name.
const GAP: f64 = 3.0;
/// How far from its dot a name may be, with a line to it.
const AWAY: [f64; 4] = [14.0, 26.0, 40.0, 60.0];

/// The places of a map.
pub(super) struct NamedPlaces<'a> {
    pub(super) plane: &'a Plane,
    pub(super) dots: &'a [Point],
    pub(super) groups: &'a [Vec<usize>],
    pub(super) items: &'a [String],
}

/// Items whose dots cannot be told apart, each group by its items.
pub(super) fn groups(dots: &[Point]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (item, dot) in dots.iter().enumerate() {
        let is_at = |group: &&mut Vec<usize>| {
            let first = dots[group[0]];
            (first.x - dot.x).hypot(first.y - dot.y) < 2.0 * DOT
        };
        match groups.iter_mut().find(is_at) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    groups
}

impl NamedPlaces<'_> {
    /// Writes the names; answers how many places have none.
    pub(super) fn draw(
        &self,
        drawing: &mut Drawing,
        trails: &[Vec<Point>],
        measure: &dyn Measure,
        words: &dyn Words,
    ) -> usize {
        let mut occupied = Occupied::none_of(self.plane.area);
        for trail in trails {
            occupied.take_line(trail);
        }
        for &at in self.dots {
            let reach = DOT + 1.0;
            occupied.take(around(at, reach, reach));
        }
        let mut n_unnamed = 0;
        for group in self.by_distance() {
            let names = self.names(group, measure, words);
            let placed = names.iter().find_map(|name| {
                let place = self.place(group, name, &occupied, measure)?;
                Some((name, place))
            });
            let Some((name, (area, leader))) = placed else {
                n_unnamed += 1;
                continue;
            };
            if let Some(points) = leader {
                occupied.take_line(&points);
                line(drawing, points, 0.8, Colour::Quiet, Role::Rule);
            }
            let look = (size::NAME, Colour::Ink);
            text(drawing, name, area.centre(), [Align::Middle; 2], look);
            occupied.take(area.grown(1.0));
        }
        n_unnamed
    }

    /// Groups, those farthest out first: around them there is most room.
    fn by_distance(&self) -> Vec<&Vec<usize>> {
        let middle = self.plane.area.centre();
        let distance = |group: &Vec<usize>| {
            let at = self.dots[group[0]];
            (at.x - middle.x).hypot(at.y - middle.y)
        };
        let mut groups: Vec<&Vec<usize>> = self.groups.iter().collect();
        groups.sort_by(|a, b| distance(b).total_cmp(&distance(a)));
        groups
    }

    /// Possible names of a group, the longest first.
    fn names(&self, group: &[usize], measure: &dyn Measure, words: &dyn Words) -> Vec<String> {
        if group.len() == self.items.len() {
            let all = ItemPhrase::AllItems(self.items.len());
            return vec![words.say(&Phrase::Item(all))];
        }
        let widest = WIDEST * self.plane.area.width();
        let mut names: Vec<String> = MOST_NAMED
            .into_iter()
            .map(|most| listed(group, self.items, most, words))
            .filter(|name| measure.width(name, size::NAME) <= widest)
            .collect();
        names.dedup();
        if names.is_empty() {
            // Of long names, two in short say more than the beginning of one.
            let most = group.len().min(2);
            let room = widest / most as f64 - size::NAME;
            let short = short_names::distinct(self.items, room, size::NAME, measure);
            let name = listed(group, &short, most, words);
            names.push(shortened(&name, widest, size::NAME, measure));
        }
        names
    }

    /// A free place for a name, and a line to it where it is not beside its dots.
    fn place(
        &self,
        group: &[usize],
        name: &str,
        occupied: &Occupied,
        measure: &dyn Measure,
    ) -> Option<(Area, Option<Vec<Point>>)> {
        let half = [
            measure.width(name, size::NAME) / 2.0,
            line_height(size::NAME) / 2.0,
        ];
        let dots = self.extent(group);
        let near = self.near(dots, half);
        if let Some(area) = near.into_iter().find(|area| occupied.is_free(*area)) {
            return Some((area, None));
        }
        let from = dots.centre();
        let away = AWAY.into_iter().flat_map(|away| {
            let directions = self.directions(from);
            directions.map(move |[x, y]| {
                let at = Point {
                    x: from.x + x * (away + half[0]),
                    y: from.y + y * (away + half[1]),
                };
                around(at, half[0], half[1])
            })
        });
        let mut free = away.filter(|area| occupied.is_free(*area));
        free.find_map(|area| {
            let to = Point {
                x: from.x.clamp(area.left, area.right),
                y: from.y.clamp(area.top, area.bottom),
            };
            let length = (to.x - from.x).hypot(to.y - from.y);
            let share = (DOT + 1.0) / length.max(f64::MIN_POSITIVE);
            let start = Point {
                x: from.x + share * (to.x - from.x),
                y: from.y + share * (to.y - from.y),
            };
            (length > DOT + WAY).then(|| (area, Some(vec![start, to])))
        })
    }

    /// The rectangle around a group's dots.
    fn extent(&self, group: &[usize]) -> Area {
        let first = around(self.dots[group[0]], DOT, DOT);
        group.iter().fold(first, |all, &item| {
            let dot = around(self.dots[item], DOT, DOT);
            Area {
                left: all.left.min(dot.left),
                top: all.top.min(dot.top),
                right: all.right.max(dot.right),
                bottom: all.bottom.max(dot.bottom),
            }
        })
    }

    /// The places beside dots: outward, below and above, inward, then the corners.
    fn near(&self, dots: Area, [across, up]: [f64; 2]) -> Vec<Area> {
        let middle = self.plane.area.centre();
        let at = dots.centre();
        let right = dots.right + GAP + across;
        let left = dots.left - GAP - across;
        let above = dots.top - GAP + 1.0 - up;
        let below = dots.bottom + GAP - 1.0 + up;
        let is_right = at.x >= middle.x - 0.5;
        let is_below = at.y >= middle.y - 0.5;
        let (outward, inward) = if is_right {
            (right, left)
        } else {
            (left, right)
        };
        let (outer, inner) = if is_below {
            (below, above)
        } else {
            (above, below)
        };
        let corner = |x: f64| {
            if x > at.x {
                dots.right + across
            } else {
                dots.left - across
            }
        };
        [
            (outward, at.y),
            (at.x, outer),
            (corner(outward), outer),
            (at.x, inner),
            (corner(outward), inner),
            (inward, at.y),
            (corner(inward), outer),
            (corner(inward), inner),
        ]
        .map(|(x, y)| around(Point::new(x, y), across, up))
        .to_vec()
    }

    /// Sixteen directions, beginning with the one away from the middle.
    fn directions(&self, from: Point) -> impl Iterator<Item = [f64; 2]> + use<> {
        let middle = self.plane.area.centre();
        let outward = (from.y - middle.y).atan2(from.x - middle.x);
        (0..16).map(move |step| {
            // Alternately to either side.
            let turn = f64::from((step + 1) / 2) * if step % 2 == 0 { 1.0 } else { -1.0 };
            let angle = outward + turn * std::f64::consts::TAU / 16.0;
            [angle.cos(), angle.sin()]
        })
    }
}

fn around(at: Point, across: f64, up: f64) -> Area {
    Area {
        left: at.x - across,
        top: at.y - up,
        right: at.x + across,
        bottom: at.y + up,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_at_one_place_share_a_name() {
        let dots = [(0.0, 0.0), (3.0, 0.0), (40.0, 0.0)].map(|(x, y)| Point::new(x, y));
        assert_eq!(groups(&dots), [vec![0, 1], vec![2]]);
    }
}
