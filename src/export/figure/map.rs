//! The items on the plane at an epoch, with the ways they have come: the hidden activity along the
//! directions of two modes, equal units on both axes and one scale for the whole run.

use super::axes::{Frame, MEDIUM, SMALL, Side, Values};
use super::canvas::{Anchor, Canvas, Sheet, shortened};
use super::colours::{self, INK, QUIET, TRAIL, WHITE};
use super::error::FigureError;
use super::moment::{Moment, steady_rows};
use super::names::{listed, split_words};
use super::raster::text_widths;
use crate::analysis::layout::{Layout, Places};
use crate::picture::DataView;
use crate::picture::RunView;

/// The plane's side, and what is left and below of it.
const SIDE: f64 = 520.0;
const LEFT: f64 = 84.0;
const TOP: f64 = 48.0;
const DOT: f64 = 4.5;
/// How far beyond the farthest place the axes reach.
const REACH: f64 = 1.12;

/// The most rows that are looked at for the ways.
const MOST_ROWS: usize = 2000;
/// A way goes on where it is farther than this from its last point, in pixels.
const STEP: f64 = 0.8;

/// The figure.
pub(super) fn sheet<'a>(
    run: &'a RunView,
    epoch: usize,
    layer: usize,
) -> Result<Sheet<'a>, FigureError> {
    let moment = Moment::steady(run, epoch, layer)?;
    let data = run.data.ok_or(FigureError::NoData)?;
    if run.items.len() < 2 {
        return Err(FigureError::OneItem);
    }
    let (width, height) = (LEFT + SIDE + 24.0, TOP + SIDE + 74.0);
    Ok(Sheet::new(width, height, move |canvas| {
        let modes = Layout::usual_modes(&data.modes);
        let layout = Layout::new(&data.modes, modes);
        let seen = |row: usize| layout.seen(run.record.similarity(row, layer));
        let rows = steady_rows(run, MOST_ROWS);
        let now = seen(moment.row);
        let all: Vec<(usize, Places)> = rows.into_iter().map(|row| (row, seen(row))).collect();
        let plane = Plane::new(all.iter().map(|(_, places)| places).chain([&now]));
        plane.draw_axes(canvas, &modes.map(|mode| axis_name(data, mode, run.items)));
        let past = all.iter().filter(|(row, _)| *row < moment.row);
        let past: Vec<&Places> = past.map(|(_, places)| places).collect();
        for (item, &place) in now.iter().enumerate() {
            let way = past.iter().map(|places| places[item]).chain([place]);
            canvas.line(&plane.way(way), 1.2, TRAIL);
        }
        let dots: Vec<(f64, f64)> = now.iter().map(|&place| plane.at(place)).collect();
        for &dot in &dots {
            canvas.dot(dot, DOT, colours::similarity(1.0));
        }
        let n_unnamed = draw_names(canvas, &dots, run.items);
        plane.frame.title(canvas, &moment.title("Items", run));
        if n_unnamed > 0 {
            let words = match n_unnamed {
                1 => "no room for the name of one place".to_owned(),
                n => format!("no room for the names of {n} places"),
            };
            let at = (LEFT + SIDE, height - 12.0);
            canvas.text(&words, at, SMALL, QUIET, Anchor::Right);
        }
    }))
}

/// Where places are on the sheet.
struct Plane {
    frame: Frame,
    /// The same on both axes.
    values: Values,
}

impl Plane {
    /// A plane that holds all of these.
    fn new<'a>(all: impl Iterator<Item = &'a Places>) -> Self {
        let sizes = all.flatten().flatten().map(|value| value.abs());
        let farthest = sizes.filter(|size| size.is_finite()).fold(0.0, f64::max);
        let reach = (REACH * farthest).clamp(f64::MIN_POSITIVE * 1e16, f64::MAX / 4.0);
        Self {
            frame: Frame {
                edges: [LEFT, TOP, LEFT + SIDE, TOP + SIDE],
                n_epochs: 1,
            },
            values: Values::linear(-reach, reach),
        }
    }

    fn at(&self, [x, y]: [f64; 2]) -> (f64, f64) {
        let share = |value: f64| self.values.place(value).clamp(0.0, 1.0);
        (LEFT + share(x) * SIDE, TOP + SIDE - share(y) * SIDE)
    }

    /// A way in pixels, without what is too near to be seen.
    fn way(&self, places: impl Iterator<Item = [f64; 2]>) -> Vec<(f64, f64)> {
        let mut way: Vec<(f64, f64)> = Vec::new();
        for place in places {
            let at = self.at(place);
            let is_apart =
                |last: &(f64, f64)| (last.0 - at.0).abs().max((last.1 - at.1).abs()) > STEP;
            if way.last().is_none_or(is_apart) {
                way.push(at);
            }
        }
        way
    }

    fn draw_axes(&self, canvas: &Canvas, [across, up]: &[String; 2]) {
        let [left, top, right, bottom] = self.frame.edges;
        let (x, y) = self.at([0.0, 0.0]);
        canvas.line(&[(left, y), (right, y)], 0.6, TRAIL);
        canvas.line(&[(x, top), (x, bottom)], 0.6, TRAIL);
        canvas.outline(self.frame.edges, 0.8, INK);
        self.frame.bottom_axis(canvas, self.values, across);
        self.frame
            .value_axis(canvas, Side::Left, self.values, up, INK);
    }
}

/// `mode 2: Goldfish, Tuna … | Rose, Daisy …`, as long as there is room for.
fn axis_name(data: &DataView, mode: usize, items: &[String]) -> String {
    let split = data.modes.split(mode);
    let named = |most: usize| format!("mode {}: {}", mode + 1, split_words(&split, items, most));
    let words: Vec<String> = [8, 4, 2, 1].map(named).to_vec();
    let widths = text_widths(&words, MEDIUM);
    let mut fitting = words.iter().zip(widths).filter(|(_, width)| *width <= SIDE);
    let longest = fitting.next().map(|(words, _)| words.clone());
    longest.unwrap_or_else(|| shortened(&words[3], 48))
}

/// Each place's name where it covers neither another nor a dot; answers how many have no room.
fn draw_names(canvas: &Canvas, dots: &[(f64, f64)], items: &[String]) -> usize {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (item, dot) in dots.iter().enumerate() {
        let is_at = |group: &&mut Vec<usize>| {
            let (x, y) = dots[group[0]];
            (x - dot.0).hypot(y - dot.1) < 2.0 * DOT
        };
        match groups.iter_mut().find(is_at) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    let name = |group: &Vec<usize>| match group.len() {
        n if n == items.len() => format!("all {n} items"),
        _ => listed(group, items, 4),
    };
    let names: Vec<String> = groups.iter().map(name).collect();
    let widths = text_widths(&names, SMALL);
    let box_of = |(x, y): (f64, f64), reach: f64| [x - reach, y - reach, x + reach, y + reach];
    let mut taken: Vec<[f64; 4]> = dots.iter().map(|&dot| box_of(dot, DOT)).collect();
    let mut n_unnamed = 0;
    for ((group, name), width) in groups.iter().zip(&names).zip(widths) {
        let edge = |side: fn(f64, f64) -> f64, of: fn(&(f64, f64)) -> f64| {
            let places = group.iter().map(|&item| of(&dots[item]));
            places.reduce(side).unwrap_or(0.0)
        };
        let (left, right) = (edge(f64::min, |dot| dot.0), edge(f64::max, |dot| dot.0));
        let (top, bottom) = (edge(f64::min, |dot| dot.1), edge(f64::max, |dot| dot.1));
        let (x, y) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
        let (half, height) = (width / 2.0, 0.7 * SMALL);
        // From the middle of the dots to that of the name.
        let beside = (right - left) / 2.0 + DOT + 4.0 + half;
        let above = (bottom - top) / 2.0 + DOT + 3.0 + height;
        let outward = if x < LEFT + SIDE / 2.0 { -1.0 } else { 1.0 };
        let ways = [
            (outward * beside, 0.0),
            (0.0, -above),
            (0.0, above),
            (-outward * beside, 0.0),
            (outward * half, -above),
            (outward * half, above),
            (-outward * half, -above),
            (-outward * half, above),
        ];
        let room = |(dx, dy): (f64, f64)| {
            let (x, y) = (x + dx, y + dy);
            [x - half, y - height, x + half, y + height]
        };
        let is_free = |place: &[f64; 4]| {
            let [left, top, right, bottom] = *place;
            let is_inside = left > LEFT + 2.0
                && right < LEFT + SIDE - 2.0
                && top > TOP + 1.0
                && bottom < TOP + SIDE - 1.0;
            is_inside && !taken.iter().any(|other| overlap(place, other))
        };
        let Some(place) = ways.into_iter().map(room).find(is_free) else {
            n_unnamed += 1;
            continue;
        };
        let [left, top, right, bottom] = place;
        let middle = (f64::midpoint(left, right), f64::midpoint(top, bottom));
        // Ways pass behind a name.
        canvas.rect(place, WHITE);
        canvas.text(name, middle, SMALL, INK, Anchor::Middle);
        taken.push(place);
    }
    n_unnamed
}

fn overlap(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
