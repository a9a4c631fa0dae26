//! Cells of a matrix without seams: viewers blend edges that two cells share with what is behind
//! them, so each cell reaches a little below the ones that are painted over it.

use std::collections::HashMap;

use crate::picture::{Area, Drawing, Shape};

/// By how many points.
const OVERLAP: f64 = 0.4;

/// The areas of the drawing's fills, in their order: of opaque ones, larger to the right and
/// downwards where a later opaque one begins exactly there.
pub(super) fn areas(drawing: &Drawing) -> Vec<Area> {
    let fills = drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Fill { area, paint } => Some((*area, paint.opacity >= 1.0)),
        _ => None,
    });
    let fills: Vec<_> = fills.collect();
    let opaque = fills.iter().enumerate().filter(|(_, (_, opaque))| *opaque);
    let begins: HashMap<_, _> = opaque
        .map(|(index, (area, _))| (corner(area.left, area.top), index))
        .collect();
    let is_covered = |index: usize, x: f64, y: f64| {
        let next = begins.get(&corner(x, y));
        next.is_some_and(|&next| next > index)
    };
    let reach = |covered: bool| if covered { OVERLAP } else { 0.0 };
    let enlarged = fills.iter().enumerate().map(|(index, &(area, opaque))| {
        if !opaque {
            return area;
        }
        Area {
            right: area.right + reach(is_covered(index, area.right, area.top)),
            bottom: area.bottom + reach(is_covered(index, area.left, area.bottom)),
            ..area
        }
    });
    enlarged.collect()
}

/// A corner in hundredths of a point.
fn corner(x: f64, y: f64) -> (i64, i64) {
    ((x * 100.0).round() as i64, (y * 100.0).round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Colour, Size};

    #[test]
    fn a_cell_reaches_below_the_next_ones_and_not_beyond_the_matrix() {
        let mut drawing = Drawing::new(Size::new(50.0, 50.0));
        for (row, column) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let (left, top) = (10.0 * f64::from(column) / 3.0, 10.0 * f64::from(row) / 3.0);
            let area = Area {
                left,
                top,
                right: left + 10.0 / 3.0,
                bottom: top + 10.0 / 3.0,
            };
            let paint = Colour::Sign(1.0).at(if row + column == 2 { 0.5 } else { 1.0 });
            drawing.shapes.push(Shape::Fill { area, paint });
        }
        let areas = areas(&drawing);
        let side = 10.0 / 3.0;
        assert!((areas[0].right - side - OVERLAP).abs() < 1e-9);
        assert!((areas[0].bottom - side - OVERLAP).abs() < 1e-9);
        // The last one is seen through: nothing may show below it.
        assert!((areas[1].right - 2.0 * side).abs() < 1e-9);
        assert!((areas[1].bottom - side).abs() < 1e-9);
        assert!((areas[2].right - side).abs() < 1e-9);
        assert!((areas[3].bottom - 2.0 * side).abs() < 1e-9);
    }
}
