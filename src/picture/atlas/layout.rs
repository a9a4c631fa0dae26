//! An atlas laid out: cells, lines, marks, axes, colour bar and legend.

use super::super::strokes::{fill, title};
use super::super::{Area, Colour, Drawing, Measure, Point, Size, Words};
use super::AtlasPicture;
use super::frame::{
    Around, EDGE, LeftAxis, PlaneFrame, axis_name, draw_left_axis, draw_lower_axis, plane_area,
    upright_ticks,
};
use super::legend::Legend;
use super::marks::{RING, STAR, ring, star};
use super::scale::colour_bar;
use crate::analysis::atlas::plane::{CellIndex, Plane};

/// A number that the colour bar has room for, so that the plane stands still while cells come.
const WIDEST_NUMBER: &str = "10⁻¹⁵";

/// An atlas laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct AtlasLayout {
    /// The picture.
    pub drawing: Drawing,
    /// Where the cells are.
    pub plane: Area,
    axes: Plane,
}

impl AtlasLayout {
    /// The values of both axes at a point; `None` outside of the plane.
    pub fn values_at(&self, point: Point) -> Option<[f64; 2]> {
        let [x, y] = self.places_at(point)?;
        Some([self.axes.x.value_at(x), self.axes.y.value_at(y)])
    }

    /// The cell at a point; `None` outside of the plane.
    pub fn cell_at(&self, point: Point) -> Option<CellIndex> {
        let [x, y] = self.places_at(point)?;
        Some(CellIndex {
            x: self.axes.x.index_at(x)?,
            y: self.axes.y.index_at(y)?,
        })
    }

    /// Where two values are: outside of the plane for values beyond the axes, not finite for those
    /// that cannot stand on them.
    pub fn point_at(&self, values: [f64; 2]) -> Point {
        self.frame().at(values)
    }

    /// Where a cell is.
    pub fn cell_area(&self, cell: CellIndex) -> Area {
        self.frame().cell(cell)
    }

    fn frame(&self) -> PlaneFrame<'_> {
        PlaneFrame {
            area: self.plane,
            x: &self.axes.x,
            y: &self.axes.y,
        }
    }

    fn places_at(&self, point: Point) -> Option<[f64; 2]> {
        let Area { left, bottom, .. } = self.plane;
        let places = [
            (point.x - left) / self.plane.width(),
            (bottom - point.y) / self.plane.height(),
        ];
        self.plane.contains(point).then_some(places)
    }
}

impl AtlasPicture<'_> {
    /// Lays it out.
    pub fn layout(&self, size: Size, measure: &dyn Measure, words: &dyn Words) -> AtlasLayout {
        let mut drawing = Drawing::new(size);
        let plane = self.atlas.plane();
        let bar = colour_bar(self.atlas, self.quantity, words);
        let number = measure.width(WIDEST_NUMBER, super::super::strokes::size::NAME);
        let legend = Legend::of(self, size.width - 2.0 * EDGE, measure, words);
        let around = Around {
            top: title(&mut drawing, self.title.as_deref(), measure),
            right: bar.room(measure).max(bar.room_for(number)) + EDGE,
            bottom: legend.height(),
        };
        let left = |height: f64| upright_ticks(&plane.y, height);
        let area = plane_area(size, around, &left, measure);
        let frame = PlaneFrame {
            area,
            x: &plane.x,
            y: &plane.y,
        };
        fill(&mut drawing, area, Colour::Ground);
        self.draw_cells(&mut drawing, &frame);
        self.draw_lines(&mut drawing, &frame);
        let taken = self.draw_marks(&mut drawing, &frame);
        self.draw_line_names(&mut drawing, &frame, &taken, (measure, words));
        let name = axis_name(plane.x.parameter, words);
        draw_lower_axis(&mut drawing, area, &plane.x, &name, measure);
        let left = LeftAxis {
            ticks: left(area.height()),
            name: axis_name(plane.y.parameter, words),
        };
        draw_left_axis(&mut drawing, area, &left, measure);
        bar.draw(&mut drawing, area, measure);
        let foot = size.height - EDGE - legend.height();
        legend.draw(&mut drawing, Point::new(EDGE, foot));
        AtlasLayout {
            drawing,
            plane: area,
            axes: plane.clone(),
        }
    }

    /// Marks the best cell and the run at hand, and answers where they are.
    fn draw_marks(&self, drawing: &mut Drawing, frame: &PlaneFrame<'_>) -> Vec<Area> {
        let around = |at: Point, by: f64| {
            Area {
                left: at.x,
                top: at.y,
                right: at.x,
                bottom: at.y,
            }
            .grown(by)
        };
        let mut taken = Vec::new();
        if let Some(best) = self.atlas.best() {
            let at = frame.cell(best.cell).centre();
            star(drawing, at);
            taken.push(around(at, STAR + 2.5));
        }
        if let Some(dot) = self.dot {
            let at = frame.at(dot);
            if frame.area.contains(at) {
                ring(drawing, at);
                taken.push(around(at, RING + 2.5));
            }
        }
        taken
    }
}
