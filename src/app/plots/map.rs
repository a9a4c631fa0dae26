//! The items moving apart: a hidden layer's activity in two dimensions at the epoch, with the way
//! that each item has come. Equal units on both axes, and one scale for the whole run.
//!
//! What all items have in common would move them all at once along whatever direction a mode has
//! before it is learned; so they are seen from their middle, unless an axis is just that mode.

use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, RichText, Sense, Shape, Stroke, Ui};
use egui::{pos2, vec2};

use super::scene::{Extract, Scene};
use crate::app::{accessible_name, accessible_picture, mode_name};
use crate::model::layout::{Layout, Places};

/// Sizes of the names of items and of axes.
const FONT: f32 = 12.0;
/// Room for an axis's name.
const MARGIN: f32 = 18.0;
/// Radius of a dot; items nearer than two of them share a name.
const DOT: f32 = 4.0;

/// The most rows that are looked at for the ways, and the most points drawn of all of them.
const MOST_ROWS: usize = 4000;
const MOST_POINTS: usize = 8000;

/// Modes offered as axes.
const MOST_MODES: usize = 16;

/// The panel's memory.
#[derive(Debug, Default)]
pub(crate) struct Map {
    /// The modes that were chosen as axes; none for the usual ones.
    axes: Option<[usize; 2]>,
    ways: Option<Ways>,
}

/// Where the items have been.
#[derive(Debug)]
struct Ways {
    of: Extract,
    axes: [usize; 2],
    layout: Layout,
    is_centred: bool,
    /// The epochs of the places.
    epochs: Vec<usize>,
    places: Vec<Places>,
    /// How far from the middle an item ever is, across and up.
    reach: [f64; 2],
}

impl Map {
    /// Draws the panel.
    pub(crate) fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>) {
        let Some(layer) = scene.layer else {
            let text = RichText::new(scene.words.get("rsm-none"));
            ui.label(text.color(scene.palette.quiet));
            return;
        };
        let axes = self.axes(scene);
        let room = ui.available_size();
        let side = (room.x * 0.32).clamp(180.0, 340.0);
        ui.horizontal_top(|ui| {
            let spacing = ui.spacing().item_spacing.x * 2.0;
            let size = vec2(room.x - side - spacing, room.y);
            let (response, painter) = ui.allocate_painter(size, Sense::hover());
            let ways = Ways::of(&mut self.ways, scene, layer, axes);
            ways.draw(ui, &response, &painter, scene, layer);
            ui.add_space(spacing);
            ui.allocate_ui_with_layout(
                vec2(side - spacing, room.y),
                egui::Layout::top_down(egui::Align::Min),
                |ui| {
                    ui.add_space(2.0);
                    self.choice(ui, scene, axes);
                    ui.add_space(4.0);
                    let text = RichText::new(explained(scene, axes)).size(FONT);
                    ui.label(text.color(scene.palette.quiet));
                },
            );
        });
    }

    /// The modes that are the axes: the chosen ones, as far as this network has them.
    fn axes(&self, scene: Scene<'_>) -> [usize; 2] {
        let modes = &scene.run.facts.modes;
        let n_modes = modes.singular_values.len();
        let chosen = self.axes.filter(|axes| axes.iter().all(|&a| a < n_modes));
        chosen.unwrap_or_else(|| Layout::usual_modes(modes))
    }

    fn choice(&mut self, ui: &mut Ui, scene: Scene<'_>, axes: [usize; 2]) {
        let n_modes = scene.run.facts.modes.singular_values.len();
        for (axis, key) in [(0, "map-across"), (1, "map-up")] {
            let label = scene.words.get(key);
            ui.label(RichText::new(&label).size(FONT).color(scene.palette.quiet));
            let mut mode = axes[axis];
            let name = |mode| mode_name(mode, scene.words, &scene.run.facts);
            let combo = egui::ComboBox::from_id_salt(key)
                .selected_text(name(mode))
                .width(ui.available_width())
                .truncate();
            let response = combo.show_ui(ui, |ui| {
                for other in 0..n_modes.min(MOST_MODES) {
                    ui.selectable_value(&mut mode, other, name(other));
                }
            });
            accessible_name(ui, &response.response, &label);
            response.response.on_hover_text(name(mode));
            if mode != axes[axis] {
                // Both axes along one mode would be no plane: then they change places.
                let other = if mode == axes[1 - axis] {
                    axes[axis]
                } else {
                    axes[1 - axis]
                };
                let mut chosen = [other; 2];
                chosen[axis] = mode;
                self.axes = Some(chosen);
            }
        }
    }
}

impl Ways {
    /// The ways of a run, those of the last frame if nothing changed.
    fn of<'a>(
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
        let is_centred = is_centred(scene, axes);
        let rows = scene.rows(MOST_ROWS);
        let all: Vec<Places> = rows
            .iter()
            .map(|&row| seen(&layout, record.similarity(row, layer), is_centred))
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
            is_centred,
            epochs: kept.iter().map(|&i| record.epochs()[rows[i]]).collect(),
            places: kept.iter().map(|&i| all[i].clone()).collect(),
            reach,
        }
    }

    fn draw(
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
        let now = seen(&self.layout, rsm, self.is_centred);
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

/// What the picture is.
fn explained(scene: Scene<'_>, axes: [usize; 2]) -> String {
    if is_centred(scene, axes) {
        scene.words.get("map-explained-centred")
    } else {
        scene.words.get("map-explained")
    }
}

/// Whether both axes tell items apart, so that what they have in common is to be left out.
fn is_centred(scene: Scene<'_>, axes: [usize; 2]) -> bool {
    let tells_apart = |mode| !scene.run.facts.modes.split(mode).negative.is_empty();
    axes.into_iter().all(tells_apart)
}

/// The places, seen from their middle if that is wanted.
fn seen(layout: &Layout, rsm: &[f64], is_centred: bool) -> Places {
    let mut places = layout.places(rsm);
    if is_centred {
        for axis in 0..2 {
            let sum: f64 = places.iter().map(|place| place[axis]).sum();
            let middle = sum / places.len() as f64;
            for place in &mut places {
                place[axis] -= middle;
            }
        }
    }
    places
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

/// Items whose dots cannot be told apart, each group by its items.
fn groups(dots: &[Pos2]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (item, dot) in dots.iter().enumerate() {
        let is_at = |group: &&mut Vec<usize>| dots[group[0]].distance(*dot) < 2.0 * DOT;
        match groups.iter_mut().find(is_at) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    groups
}

/// The name of a group, at most `most` items by name.
fn group_name(group: &[usize], names: &[String], scene: Scene<'_>, most: usize) -> String {
    if group.len() == names.len() {
        let n = names.len().to_string();
        return scene.words.with("map-all", &[("n", n.into())]);
    }
    let first: Vec<&str> = group
        .iter()
        .take(most)
        .map(|&item| names[item].as_str())
        .collect();
    let more = if group.len() > most { " …" } else { "" };
    first.join(", ") + more
}

/// The three texts along an axis.
struct AxisName {
    low: std::sync::Arc<egui::Galley>,
    mode: std::sync::Arc<egui::Galley>,
    high: std::sync::Arc<egui::Galley>,
}

impl AxisName {
    /// With as many names as there is room for.
    fn fitting(painter: &Painter, room: f32, mode: usize, scene: Scene<'_>, ink: Color32) -> Self {
        let names = scene.items();
        let split = scene.run.facts.modes.split(mode);
        let number = (mode + 1).to_string();
        let middle = scene.words.with("map-mode", &[("mode", number.into())]);
        let font = FontId::proportional(FONT - 0.5);
        let layout = |text: String| painter.layout_no_wrap(text, font.clone(), ink);
        let mut most = 4;
        loop {
            let side = |items: &[usize], before: &str, behind: &str| {
                if items.is_empty() || most == 0 {
                    return layout(String::new());
                }
                let name = group_name(items, &names, scene, most);
                layout(format!("{before}{name}{behind}"))
            };
            let fitted = Self {
                low: side(&split.negative, "← ", ""),
                mode: layout(middle.clone()),
                high: side(&split.positive, "", " →"),
            };
            let names = fitted.low.size().x + fitted.high.size().x;
            if most == 0 || names + fitted.mode.size().x + 16.0 < room {
                return fitted;
            }
            most -= 1;
        }
    }

    /// Where the mode stands along the axis: in its middle, or between the names if one is long.
    fn between(&self, room: f32) -> f32 {
        let half = self.mode.size().x / 2.0 + 8.0;
        let (low, high) = (self.low.size().x, self.high.size().x);
        (room / 2.0).min(room - high - half).max(low + half)
    }
}

/// Where everything goes.
struct Frame {
    outer: Rect,
    /// The part for dots.
    inner: Rect,
    middle: Pos2,
    /// Points a unit, the same on both axes.
    scale: f64,
}

impl Frame {
    fn new(ui: &Ui, outer: Rect, names: &[String], reach: [f64; 2]) -> Self {
        let font = FontId::proportional(FONT);
        let widths = names.iter().map(|name| {
            let layout = ui
                .painter()
                .layout_no_wrap(name.clone(), font.clone(), Color32::WHITE);
            layout.size().x
        });
        let widest = widths.fold(0.0, f32::max).min(outer.width() / 5.0);
        let inner = Rect::from_min_max(
            outer.min + vec2(MARGIN, 2.0),
            outer.max - vec2(2.0, MARGIN + 2.0),
        );
        // Names stand beside the dots farthest out, one below the lowest.
        let room = inner.size() / 2.0 - vec2(widest + 3.0 * DOT, 2.0 * DOT);
        let units = |room: f32, reach: f64| {
            if reach > 0.0 {
                f64::from(room.max(8.0)) / reach
            } else {
                f64::INFINITY
            }
        };
        let scale = units(room.x, reach[0]).min(units(room.y, reach[1]));
        Self {
            outer,
            inner,
            middle: inner.center().round(),
            scale: if scale.is_finite() { scale } else { 1.0 },
        }
    }

    /// Where a place is; the middle for what is no number.
    fn at(&self, [x, y]: [f64; 2]) -> Pos2 {
        let to = |value: f64| {
            let value = value * self.scale;
            if value.is_finite() {
                value.clamp(-1e4, 1e4) as f32
            } else {
                0.0
            }
        };
        pos2(self.middle.x + to(x), self.middle.y - to(y))
    }

    /// Each group's name where it covers neither another nor a dot, else not at all.
    fn names(
        &self,
        painter: &Painter,
        dots: &[Pos2],
        groups: &[Vec<usize>],
        names: &[String],
        scene: Scene<'_>,
        visuals: &egui::Visuals,
    ) {
        let ink = visuals.text_color();
        // Lines pass behind a name.
        let behind = visuals.panel_fill.gamma_multiply(0.8);
        let mut taken: Vec<Rect> = groups
            .iter()
            .map(|group| Rect::from_center_size(dots[group[0]], vec2(2.0 * DOT, 2.0 * DOT)))
            .collect();
        for group in groups {
            let dot = dots[group[0]];
            let text = group_name(group, names, scene, 4);
            let galley = painter.layout_no_wrap(text, FontId::proportional(FONT), ink);
            let beside = |right: bool| {
                if right {
                    (dot + vec2(1.8 * DOT, 0.0), Align2::LEFT_CENTER)
                } else {
                    (dot - vec2(1.8 * DOT, 0.0), Align2::RIGHT_CENTER)
                }
            };
            let is_right = dot.x >= self.middle.x - 0.5;
            let ways = [
                beside(is_right),
                (dot - vec2(0.0, 1.4 * DOT), Align2::CENTER_BOTTOM),
                (dot + vec2(0.0, 1.4 * DOT), Align2::CENTER_TOP),
                beside(!is_right),
            ];
            let free = ways
                .into_iter()
                .map(|(at, anchor)| anchor.anchor_size(at, galley.size()))
                .find(|place| {
                    self.inner.expand(2.0).contains_rect(*place)
                        && taken.iter().all(|other| !other.intersects(*place))
                });
            if let Some(place) = free {
                taken.push(place);
                painter.rect_filled(place, 2.0, behind);
                painter.galley(place.min, galley, ink);
            }
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

    #[test]
    fn dots_at_one_place_share_a_name() {
        let dots = [pos2(0.0, 0.0), pos2(3.0, 0.0), pos2(40.0, 0.0)];
        assert_eq!(groups(&dots), [vec![0, 1], vec![2]]);
    }
}
