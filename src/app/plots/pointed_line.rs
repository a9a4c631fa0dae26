//! Which of several lines is under the pointer.

use egui::Pos2;
use egui_plot::{PlotPoint, PlotUi};

/// A line this near to the pointer, in points, is pointed at.
const NEAR: f32 = 6.0;

/// The number of the line nearest to the pointer, if one is near. Lines go from left to right.
pub(crate) fn pointed_line<'a>(
    plot: &PlotUi<'_>,
    lines: impl Iterator<Item = (usize, &'a [PlotPoint])>,
) -> Option<usize> {
    let pointer = plot.response().hover_pos()?;
    let reach = NEAR / plot.transform().dpos_dvalue_x().abs() as f32;
    let x = plot.plot_from_screen(pointer).x;
    let near = lines.filter_map(|(number, points)| {
        let stretch = stretch(points, x, f64::from(reach));
        let on_screen = stretch.iter().map(|point| plot.screen_from_plot(*point));
        let distance = distance(&on_screen.collect::<Vec<_>>(), pointer);
        (distance <= NEAR).then_some((number, distance))
    });
    let nearest = near.min_by(|(_, one), (_, other)| one.total_cmp(other));
    nearest.map(|(number, _)| number)
}

/// The points within `reach` of `x`, and the one before and behind them.
fn stretch(points: &[PlotPoint], x: f64, reach: f64) -> &[PlotPoint] {
    let from = points.partition_point(|point| point.x < x - reach);
    let to = points.partition_point(|point| point.x <= x + reach);
    &points[from.saturating_sub(1)..(to + 1).min(points.len())]
}

/// How far `at` is from a line through `points`.
fn distance(points: &[Pos2], at: Pos2) -> f32 {
    let to_piece = |piece: &[Pos2]| {
        let (way, offset) = (piece[1] - piece[0], at - piece[0]);
        let share = way.dot(offset) / way.length_sq().max(f32::MIN_POSITIVE);
        (offset - way * share.clamp(0.0, 1.0)).length()
    };
    points
        .windows(2)
        .map(to_piece)
        .fold(f32::INFINITY, f32::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_as_far_as_its_nearest_piece() {
        let line = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)].map(|(x, y)| Pos2::new(x, y));
        assert_eq!(distance(&line, Pos2::new(5.0, 3.0)), 3.0);
        assert_eq!(distance(&line, Pos2::new(12.0, 5.0)), 2.0);
        assert_eq!(distance(&line, Pos2::new(-3.0, 4.0)), 5.0);
        assert_eq!(distance(&line[..1], Pos2::new(0.0, 0.0)), f32::INFINITY);
    }

    #[test]
    fn pieces_that_come_from_outside_are_looked_at() {
        let points: Vec<PlotPoint> = [0.0, 10.0, 11.0, 20.0]
            .map(|x| PlotPoint::new(x, 0.0))
            .to_vec();
        let xs = |x| {
            let found = stretch(&points, x, 1.0).iter();
            found.map(|point| point.x).collect::<Vec<_>>()
        };
        assert_eq!(xs(5.0), [0.0, 10.0]);
        assert_eq!(xs(10.5), [0.0, 10.0, 11.0, 20.0]);
        assert_eq!(xs(-7.0), [0.0]);
        assert_eq!(xs(30.0), [20.0]);
    }
}
