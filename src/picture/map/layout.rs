//! The map laid out: dots, ways and names in the plane.

use super::super::item_phrase::ItemPhrase;
use super::super::strokes::{dot, line, outline, size, text, title};
use super::super::{Align, Colour, Drawing, Measure, Paint, Phrase, Point, Role, Size, Words};
use super::axis_names::AxisNames;
use super::places::{self, NamedPlaces};
use super::plane::Plane;
use super::{DOT, Map, WAY};
use crate::analysis::layout::Places;

/// The map laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct MapLayout {
    /// The picture.
    pub drawing: Drawing,
    /// Where each item is.
    pub dots: Vec<Point>,
    /// Items whose dots cannot be told apart, each group by its items.
    pub groups: Vec<Vec<usize>>,
    /// How many groups have no name, there being no room.
    pub n_unnamed: usize,
}

impl MapLayout {
    /// The items at a point.
    pub fn items_at(&self, point: Point) -> Vec<usize> {
        let is_near = |at: &Point| (at.x - point.x).hypot(at.y - point.y) < 2.5 * DOT;
        let near = self.dots.iter().enumerate().filter(|(_, at)| is_near(at));
        near.map(|(item, _)| item).collect()
    }
}

impl Map<'_> {
    /// Lays it out.
    pub fn layout(&self, size: Size, measure: &dyn Measure, words: &dyn Words) -> MapLayout {
        let mut drawing = Drawing::new(size);
        let top = title(&mut drawing, self.title.as_deref(), measure);
        let plane = Plane::fitting(size, top, self, measure);
        self.draw_plane(&mut drawing, &plane, measure, words);
        let now = self.places();
        let trails = self.trails(&plane, &now);
        for trail in &trails {
            let trail_colour = Colour::Similarity(0.55).at(0.75);
            line(&mut drawing, trail.clone(), WAY, trail_colour, Role::Curve);
        }
        let dots: Vec<Point> = now.iter().map(|&place| plane.at(place)).collect();
        for &at in &dots {
            dot(&mut drawing, at, DOT + 1.0, Colour::Ground);
        }
        for &at in &dots {
            dot(&mut drawing, at, DOT, Colour::Similarity(1.0));
        }
        let groups = places::groups(&dots);
        let named = NamedPlaces {
            plane: &plane,
            dots: &dots,
            groups: &groups,
            items: self.run.items,
        };
        let n_unnamed = named.draw(&mut drawing, &trails, measure, words);
        if n_unnamed > 0 {
            let note = words.say(&Phrase::Item(ItemPhrase::Unnamed(n_unnamed)));
            let at = Point::new(plane.area.right, plane.foot);
            let look = (size::NAME, Colour::Quiet);
            text(&mut drawing, note, at, [Align::End, Align::Start], look);
        }
        MapLayout {
            drawing,
            dots,
            groups,
            n_unnamed,
        }
    }

    fn draw_plane(
        &self,
        drawing: &mut Drawing,
        plane: &Plane,
        measure: &dyn Measure,
        words: &dyn Words,
    ) {
        let area = plane.area;
        let origin = plane.at([0.0, 0.0]);
        let across = [area.left, area.right].map(|x| Point::new(x, origin.y));
        line(drawing, across.to_vec(), 1.0, Colour::Faint, Role::Rule);
        let up = [area.top, area.bottom].map(|y| Point::new(origin.x, y));
        if self.ways.axes().up.is_some() {
            line(drawing, up.to_vec(), 1.0, Colour::Faint, Role::Rule);
        }
        let frame: Paint = Colour::Faint.into();
        outline(drawing, area, 1.0, frame);
        let names = AxisNames {
            map: self,
            plane,
            measure,
            words,
        };
        names.draw(drawing);
        plane.draw_scale(drawing, measure);
    }

    /// The ways up to now in points of the picture.
    fn trails(&self, plane: &Plane, now: &Places) -> Vec<Vec<Point>> {
        let epoch = self.run.record.epochs()[self.moment.row];
        let past = self.ways.before(epoch);
        let trail = |(item, &place): (usize, &[f64; 2])| {
            let way = past.iter().map(|places| places[item]).chain([place]);
            plane.way(way)
        };
        now.iter().enumerate().map(trail).collect()
    }

    /// The groups of items at one place, at any size of the picture: those that are nearer than a
    /// hundredth of the map.
    pub fn groups(&self) -> Vec<Vec<usize>> {
        let [across, up] = self.ways.range().map(|[least, most]| most - least);
        // Of a map as wide as 200 points.
        let unit = 200.0 / across.max(up).max(f64::MIN_POSITIVE);
        let places = self.places();
        let at = places.iter().map(|[x, y]| Point::new(x * unit, y * unit));
        places::groups(&at.collect::<Vec<_>>())
    }
}
