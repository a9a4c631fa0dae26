//! Where the items have been over a run, and the picture of it.

use egui::{Color32, Painter, Pos2, Shape, Stroke, Ui, pos2};

use super::axis_name::AxisName;
use super::frame::Frame;
use super::groups::{group_name, groups};
use super::sizes::{DOT, MARGIN};
use crate::analysis::layout::{Layout, Places};
use crate::app::plots::scene::Scene;
use crate::app::run::extract::Extract;
use crate::app::theme::accessible::accessible_picture;

/// The most rows that are looked at for the ways, and the most points drawn of all of them.
const MOST_ROWS: usize = 4000;
const MOST_POINTS: usize = 8000;

/// Where the items have been.
#[derive(Debug)]
pub(super) struct Ways {
    of: Extract,
    axes: [usize; 2],
    layout: Layout,
    /// The epochs of the places.
    epochs: Vec<usize>,
    places: Vec<Places>,
    /// How far from the middle an item ever is, across and up.
    reach: [f64; 2],
}

impl Ways {
    /// The ways of a run, those of the last frame if nothing changed.
    pub(super) fn of<'a>(
        cache: &'a mut Option<Self>,
        scene: Scene<'_>,
        layer: usize,
        axes: [usize; 2],
    ) -> &'a Self {
        let now = Extract::of(scene.run, layer);
        if cache
            .as_ref()
            .is_none_or(|ways| ways.axes != axes || !ways.of.serves(&now))
        {
            *cache = None;
        }
        cache.get_or_insert_with(|| Self::new(now, scene, layer, axes))
    }

    fn new(of: Extract, scene: Scene<'_>, layer: usize, axes: [usize; 2]) -> Self {
        let record = &scene.run.record;
        let modes = &scene.run.facts.modes;
        let layout = Layout::new(modes, axes);
        let rows = scene.rows(MOST_ROWS);
        let all: Vec<Places> = rows
            .iter()
            .map(|&row| layout.seen(record.similarity(row, layer)))
            .collect();
        let farthest = |axis: usize| {
            let sizes = all.iter().flatten().map(|place| place[axis].abs());
            sizes.filter(|size| size.is_finite()).fold(0.0, f64::max)
        };
        let reach = [farthest(0), farthest(1)];
        let most = (MOST_POINTS / record.shape().n_items).clamp(20, 400);
        let kept = bends(&all, reach[0].max(reach[1]), most);
        Self {
            of,
            axes,
            layout,
            epochs: kept.iter().map(|&i| record.epochs()[rows[i]]).collect(),
            places: kept.iter().map(|&i| all[i].clone()).collect(),
            reach,
        }
    }

    pub(super) fn draw(
        &self,
        ui: &Ui,
        response: &egui::Response,
        painter: &Painter,
        scene: Scene<'_>,
        layer: usize,
    ) {
        let names = scene.items();
        let row = scene.steady_row();
        let epoch = scene.run.record.epochs()[row];
        let rsm = scene.run.record.similarity(row, layer);
        let now = self.layout.seen(rsm);
        let frame = Frame::new(ui, response.rect, &names, self.reach);
        let visuals = ui.visuals();
        let line = visuals.widgets.noninteractive.bg_stroke;
        painter.hline(frame.inner.x_range(), frame.middle.y, line);
        painter.vline(frame.middle.x, frame.inner.y_range(), line);
        self.axis_names(painter, &frame, scene, scene.palette.quiet);

        let n_past = self.epochs.partition_point(|&e| e < epoch);
        let trail = scene.palette.similarity(0.62).gamma_multiply(0.7);
        for (item, &place) in now.iter().enumerate() {
            let past = self.places[..n_past].iter().map(|places| places[item]);
            let points: Vec<Pos2> = past.chain([place]).map(|p| frame.at(p)).collect();
            painter.add(Shape::line(points, Stroke::new(1.2, trail)));
        }
        let dots: Vec<Pos2> = now.iter().map(|&place| frame.at(place)).collect();
        let ring = Stroke::new(1.0, visuals.panel_fill);
        for &dot in &dots {
            painter.circle(dot, DOT, scene.palette.similarity(1.0), ring);
        }
        let groups = groups(&dots);
        frame.names(painter, &dots, &groups, &names, scene, visuals);
        let said = self.description(&groups, &names, scene, epoch);
        accessible_picture(response, &said);
        let hovered = response.hover_pos().and_then(|pos| {
            let near = |&i: &usize| dots[i].distance(pos) < 2.5 * DOT;
            let near: Vec<&str> = (0..dots.len())
                .filter(near)
                .map(|i| names[i].as_str())
                .collect();
            (!near.is_empty()).then(|| near.join(", "))
        });
        if let Some(text) = hovered {
            response.clone().on_hover_text_at_pointer(text);
        }
    }

    /// For those who do not see the picture: who stands with whom.
    fn description(
        &self,
        groups: &[Vec<usize>],
        names: &[String],
        scene: Scene<'_>,
        epoch: usize,
    ) -> String {
        const MOST: usize = 16;
        let said: Vec<String> = groups
            .iter()
            .take(MOST)
            .map(|group| group_name(group, names, scene, MOST))
            .collect();
        let [across, up] = self.axes.map(|mode| (mode + 1).to_string());
        scene.words.with(
            "map-description",
            &[
                ("across", across.into()),
                ("up", up.into()),
                ("epoch", epoch.to_string().into()),
                ("places", groups.len().to_string().into()),
                ("groups", said.join(" | ").into()),
            ],
        )
    }

    /// Along the foot and the left edge: which mode, and which items it has at either end.
    fn axis_names(&self, painter: &Painter, frame: &Frame, scene: Scene<'_>, ink: Color32) {
        let across = AxisName::fitting(painter, frame.inner.width(), self.axes[0], scene, ink);
        let foot = frame.outer.bottom() - MARGIN / 2.0;
        let (left, right) = (frame.inner.left(), frame.inner.right());
        let between = across.between(frame.inner.width());
        for (galley, x, share) in [
            (across.low, left, 0.0),
            (across.mode, left + between, 0.5),
            (across.high, right, 1.0),
        ] {
            let size = galley.size();
            let at = pos2(x - share * size.x, foot - size.y / 2.0);
            painter.galley(at, galley, ink);
        }
        let up = AxisName::fitting(painter, frame.inner.height(), self.axes[1], scene, ink);
        let edge = frame.outer.left() + MARGIN / 2.0;
        let (bottom, top) = (frame.inner.bottom(), frame.inner.top());
        let between = up.between(frame.inner.height());
        for (galley, y, share) in [
            (up.low, bottom, 0.0),
            (up.mode, bottom - between, 0.5),
            (up.high, top, 1.0),
        ] {
            let size = galley.size();
            let at = pos2(edge - size.y / 2.0, y + share * size.x);
            let text = egui::epaint::TextShape::new(at, galley, ink);
            painter.add(text.with_angle(-std::f32::consts::FRAC_PI_2));
        }
    }
}

/// The indices of places worth drawing: where some item has moved on, no more than `most`.
fn bends(all: &[Places], reach: f64, most: usize) -> Vec<usize> {
    let mut step = reach / 400.0;
    loop {
        let mut kept: Vec<usize> = Vec::new();
        for (i, places) in all.iter().enumerate() {
            let has_moved = kept.last().is_none_or(|&last| {
                let moves = places.iter().zip(&all[last]);
                moves
                    .map(|(a, b)| (a[0] - b[0]).abs().max((a[1] - b[1]).abs()))
                    .any(|by| by > step)
            });
            if has_moved {
                kept.push(i);
            }
        }
        if kept.len() <= most {
            return kept;
        }
        if step.is_finite() && step > 0.0 {
            step *= 2.0;
        } else {
            kept.truncate(most);
            return kept;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_thinned_to_its_bends_and_keeps_the_first() {
        let still = vec![vec![[0.0, 0.0]]; 50];
        let walk = (0..1000).map(|i| vec![[f64::from(i) / 1000.0, 0.0]]);
        let all: Vec<Places> = still.into_iter().chain(walk).collect();
        let kept = bends(&all, 1.0, 400);
        assert!(kept.len() <= 400 && kept.len() > 100, "{}", kept.len());
        assert_eq!(kept[0], 0);
        assert!(kept[1] > 50);
        assert!(bends(&all, 1.0, 20).len() <= 20);
    }

    #[test]
    fn nothing_that_moves_is_one_point() {
        let all = vec![vec![[0.0, 0.0]; 3]; 9];
        assert_eq!(bends(&all, 0.0, 400), [0]);
        let wild = vec![vec![[f64::NAN, f64::INFINITY]; 3]; 9];
        assert!(bends(&wild, 0.0, 3).len() <= 3);
    }
}
