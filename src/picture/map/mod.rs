//! The items in two dimensions at an epoch, with the way that each has come: a hidden layer's
//! activity along the directions of two of the data's modes, equal units on both axes and one
//! scale for the whole run.
//!
//! [`MapWays`] is what stays the same over a run; [`Map`] is one epoch of it.

mod axis_names;
mod occupied;
mod places;
mod plane;
mod ways;

use axis_names::AxisNames;
use places::NamedPlaces;
use plane::Plane;
pub use ways::MapWays;

use super::item_phrase::ItemPhrase;
use super::strokes::{dot, line, outline, size, text, title};
use super::{
    Align, Colour, Drawing, Measure, Moment, Paint, Phrase, PictureError, Point, Role, RunView,
    Size, Words,
};
use crate::analysis::extent::Extent;
use crate::analysis::layout::Places;

/// Radius of a dot; items nearer than two of them share a name.
const DOT: f64 = 4.0;

/// The width of a way.
const WAY: f64 = 1.2;

/// The map at an epoch.
#[derive(Clone, Debug)]
pub struct Map<'a> {
    /// The run.
    pub run: RunView<'a>,
    /// What stays the same over it.
    pub ways: &'a MapWays,
    /// The row shown.
    pub moment: Moment,
    /// The title; none where it is written elsewhere.
    pub title: Option<String>,
}

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

impl<'a> Map<'a> {
    /// The map of a run at an epoch; `ways` are those of this run.
    ///
    /// # Errors
    /// See [`Moment::of`].
    pub fn of(
        run: RunView<'a>,
        extent: &Extent,
        ways: &'a MapWays,
        epoch: usize,
    ) -> Result<Self, PictureError> {
        Ok(Self {
            moment: Moment::of(&run, extent, epoch, ways.layer())?,
            run,
            ways,
            title: None,
        })
    }

    /// The same with its usual title.
    #[must_use]
    pub fn titled(self, words: &dyn Words) -> Self {
        let phrase = ItemPhrase::Map(self.moment.when(&self.run));
        let title = Some(words.say(&Phrase::Item(phrase)));
        Self { title, ..self }
    }

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

    /// Where the items are.
    fn places(&self) -> Places {
        self.ways.layout().seen(self.moment.rsm(&self.run))
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
}
