//! The items moving apart: a hidden layer's activity in two dimensions at the epoch, with the way
//! that each item has come. Which modes are the axes can be chosen.

use egui::{Align, Layout, RichText, Sense, Ui, vec2};

use super::canvas::{self, Canvas, LayoutCache, Setting};
use super::paint::WindowFont;
use super::pointed::PointedParts;
use super::scene::Scene;
use crate::analysis::layout::Axes;
use crate::app::run::extract::Extract;
use crate::app::text::names::mode_name;
use crate::app::theme::accessible::{accessible_name, accessible_picture_with};
use crate::picture::{ItemPhrase, Map, MapLayout, MapWays, Phrase, Words as _, listed};

/// The size of what is said beside the picture.
const FONT: f32 = 12.0;

/// Modes offered as axes.
const MOST_MODES: usize = 16;

/// The panel's memory.
#[derive(Debug, Default)]
pub(crate) struct MapPanel {
    /// The modes that were chosen as axes; none for the usual ones.
    axes: Option<Axes>,
    ways: Option<(Extract, Option<Axes>, MapWays)>,
    kept: LayoutCache<(Setting, Extract, Axes), MapLayout>,
}

impl MapPanel {
    /// The modes that were chosen as axes; `None` for the usual ones.
    pub(crate) fn chosen(&self) -> Option<Axes> {
        self.axes
    }

    /// Draws the panel.
    pub(crate) fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>) {
        let Some(layer) = scene.layer else {
            let text = RichText::new(scene.words.get("rsm-none"));
            ui.label(text.color(scene.colours.quiet));
            return;
        };
        let now = Extract::of(scene.run, layer);
        let serves = |(of, axes, _): &(Extract, Option<Axes>, MapWays)| {
            of.serves(&now) && *axes == self.axes
        };
        if !self.ways.as_ref().is_some_and(serves) {
            let ways = MapWays::of(&scene.view, &scene.run.extent, layer, self.axes).ok();
            self.ways = ways.map(|ways| (now, self.axes, ways));
        }
        // Of one item there is no map.
        let Some((of, _, ways)) = &self.ways else {
            return;
        };
        let axes = ways.axes();
        let explained = scene.words.get(if ways.layout().is_centred() {
            "map-explained-centred"
        } else {
            "map-explained"
        });
        let chosen = ui.horizontal(|ui| choice(ui, scene, axes, &explained));
        let size = canvas::size(ui.available_size());
        let key = (Setting::of(ui, &scene, size), *of, axes);
        picture(ui, scene, ways, (&mut self.kept, key, size));
        if let Some(chosen) = chosen.inner {
            self.axes = Some(chosen);
        }
    }
}

type MapKey = (Setting, Extract, Axes);

fn picture(
    ui: &mut Ui,
    scene: Scene<'_>,
    ways: &MapWays,
    (kept, key, size): (
        &mut LayoutCache<MapKey, MapLayout>,
        MapKey,
        crate::picture::Size,
    ),
) {
    let Ok(map) = Map::of(scene.view, &scene.run.extent, ways, scene.epoch_shown()) else {
        return;
    };
    let font = WindowFont(ui.ctx());
    let layout = kept.get(key, || map.layout(size, &font, scene.words));
    let canvas = Canvas::paint(ui, &layout.drawing, Sense::hover());
    accessible_picture_with(&canvas.response, || description(scene, &map));
    for dot in PointedParts::shown(ui.ctx())
        .items
        .iter()
        .filter_map(|&item| layout.dots.get(item))
    {
        canvas.ring(ui, *dot);
    }
    let items = canvas.pointed().map(|at| layout.items_at(at));
    if let Some(items) = items.filter(|items| !items.is_empty()) {
        PointedParts::at_items(ui.ctx(), items.clone());
        let text = listed(&items, scene.view.items, usize::MAX, scene.words);
        canvas.response.on_hover_text_at_pointer(text);
    }
}

/// Which modes are the axes; answers a new choice. Modes that the data have nothing of are not
/// offered: all items would be on one place. `explained` says what the map shows.
fn choice(ui: &mut Ui, scene: Scene<'_>, axes: Axes, explained: &str) -> Option<Axes> {
    let modes = &scene.run.facts.modes;
    let n_modes = modes.singular_values.len().min(MOST_MODES);
    let offered = (0..n_modes).filter(|&mode| !modes.is_null(mode));
    let name = |mode: usize| mode_name(mode, scene.words, &scene.run.facts);
    let mut chosen = axes;
    let half = ui.available_width() / 2.0;
    let left = ui.cursor().left();
    for (is_across, key) in [(true, "map-across"), (false, "map-up")] {
        let label = scene.words.get(key);
        let said = RichText::new(&label).size(FONT).color(scene.colours.quiet);
        ui.label(said).on_hover_text(explained);
        let before = if is_across {
            Some(axes.across)
        } else {
            axes.up
        };
        let mut mode = before;
        let shown = before.map_or_else(|| scene.words.get("map-no-axis"), name);
        let end = left + if is_across { half } else { 2.0 * half };
        let width = (end - ui.cursor().left() - 6.0).max(0.0);
        let combo = egui::ComboBox::from_id_salt(key)
            .selected_text(&shown)
            .width(width)
            .truncate();
        // A text is cut for the room that is left of the line, whatever the width.
        let place = vec2(width, ui.spacing().interact_size.y);
        let from_left = Layout::left_to_right(Align::Center);
        let placed = ui.allocate_ui_with_layout(place, from_left, |ui| {
            combo.show_ui(ui, |ui| {
                for other in offered.clone() {
                    ui.selectable_value(&mut mode, Some(other), name(other));
                }
            })
        });
        let response = placed.inner;
        accessible_name(ui, &response.response, &label);
        response.response.on_hover_text(shown);
        if let Some(mode) = mode.filter(|_| mode != before) {
            chosen = with_axis(axes, is_across, mode);
        }
    }
    (chosen != axes).then_some(chosen)
}

/// With another mode as one axis. Both axes along one mode would be no plane: then they change
/// places.
fn with_axis(axes: Axes, is_across: bool, mode: usize) -> Axes {
    let Axes { across, up } = axes;
    match (is_across, up) {
        (true, Some(up)) if up == mode => Axes {
            across: mode,
            up: Some(across),
        },
        (true, up) => Axes { across: mode, up },
        (false, Some(up)) if across == mode => Axes {
            across: up,
            up: Some(mode),
        },
        // The one axis that there is stays the one.
        (false, None) if across == mode => axes,
        (false, _) => Axes {
            across,
            up: Some(mode),
        },
    }
}

/// For those who do not see the picture: who is where.
fn description(scene: Scene<'_>, map: &Map<'_>) -> String {
    const MOST: usize = 16;
    let groups = map.groups();
    let n = scene.view.items.len();
    let name = |group: &Vec<usize>| {
        if group.len() == n {
            let phrase = Phrase::Item(ItemPhrase::AllItems(n));
            return scene.words.say(&phrase);
        }
        listed(group, scene.view.items, MOST, scene.words)
    };
    let said: Vec<String> = groups.iter().take(MOST).map(name).collect();
    let axes = map.ways.axes();
    let number = |mode: usize| (mode + 1).to_string();
    let up = axes.up.map_or_else(|| "–".to_owned(), number);
    let epoch = scene.view.record.epochs()[map.moment.row];
    let values = [
        ("across", number(axes.across).into()),
        ("up", up.into()),
        ("epoch", epoch.to_string().into()),
        ("places", groups.len().to_string().into()),
        ("groups", said.join(" | ").into()),
    ];
    scene.words.with("map-description", &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mode_chosen_for_both_axes_swaps_them() {
        let axes = Axes {
            across: 1,
            up: Some(2),
        };
        let swapped = Axes {
            across: 2,
            up: Some(1),
        };
        assert_eq!(with_axis(axes, true, 2), swapped);
        assert_eq!(with_axis(axes, false, 1), swapped);
        let other = Axes {
            across: 1,
            up: Some(5),
        };
        assert_eq!(with_axis(axes, false, 5), other);
        let one = Axes {
            across: 0,
            up: None,
        };
        assert_eq!(with_axis(one, false, 0), one);
    }
}
