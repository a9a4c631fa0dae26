//! The tree behind the data, its items as leaves. A click on an inner node names its group.

use std::ops::Range;

use egui::{
    Align2, FontId, Popup, PopupCloseBehavior, Pos2, Response, Role, Sense, Ui, WidgetInfo, vec2,
};

use super::canvas::{self, Canvas};
use super::paint::WindowFont;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_picture;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::data::item_group::{GroupName, ItemGroup, NamedGroup};
use crate::picture::{Area, ItemPhrase, Phrase, Point, RecipeTree, Words as _, listed};

/// Half the side of the place around a node that is clicked, in points.
const NODE: f64 = 9.0;

/// The size of a group's name, and the least distance of two levels at which names are written.
const NAME: f32 = 11.0;
const LEAST_LEVEL: f64 = 20.0;

/// So many items are named where a group without a name is spoken of.
const MOST_NAMED: usize = 4;

/// The names of groups, and the boxes in which they are typed.
pub(crate) struct Naming<'a> {
    pub(crate) groups: &'a [NamedGroup],
    pub(crate) drafts: &'a mut Drafts<[usize; 2]>,
    pub(crate) words: &'a Words,
    pub(crate) colours: &'a ThemeColours,
}

/// Draws the tree as large as there is room for; `name` is what screen readers call it. Answers the
/// name that a group was given; an empty one to have none of the user's.
#[must_use]
pub(crate) fn tree_ui(
    ui: &mut Ui,
    tree: RecipeTree<'_>,
    name: &str,
    mut naming: Naming<'_>,
) -> Option<ItemGroup> {
    let font = WindowFont(ui.ctx());
    let layout = tree.layout(canvas::size(ui.available_size()), &font);
    let canvas = Canvas::paint(ui, &layout.drawing, Sense::hover());
    accessible_picture(&canvas.response, name);
    let n_items = tree.items.len();
    let last = layout.nodes.len().saturating_sub(1);
    let mut given = None;
    let mut part = 0;
    for (level, nodes) in layout.nodes.iter().enumerate().take(last).skip(1) {
        let n_below = n_items / nodes.len();
        let room = 0.5 * n_below as f64 * layout.branches.width() / n_items as f64;
        let height = nodes[0].y - layout.nodes[level - 1][0].y;
        for (place, node) in nodes.iter().enumerate() {
            let items = place * n_below..(place + 1) * n_below;
            if height >= LEAST_LEVEL {
                naming.write(ui, &canvas, *node, room, &items);
            }
            let response = canvas.part(ui, part, around(*node), Sense::click());
            part += 1;
            given = given.or(naming.node(&response, items, tree.items));
        }
    }
    let Some((level, place)) = canvas.pointed().and_then(|at| layout.node_at(at)) else {
        return given;
    };
    let n_below = n_items / layout.nodes[level].len();
    let below = &tree.items[place * n_below..(place + 1) * n_below];
    canvas
        .response
        .on_hover_text_at_pointer(below.join(naming.words.comma()));
    given
}

impl Naming<'_> {
    /// The name of a group, if it has one.
    fn name(&self, items: &Range<usize>) -> Option<String> {
        let group = self.groups.iter().find(|group| group.items == *items)?;
        Some(match &group.name {
            GroupName::Tutorial(group) => self.words.say(&Phrase::Item(ItemPhrase::Group(*group))),
            GroupName::Given(name) => name.clone(),
        })
    }

    /// Writes a group's name beside its node, where that has the room.
    fn write(&self, ui: &Ui, canvas: &Canvas, node: Point, room: f64, items: &Range<usize>) {
        const GAP: f32 = 4.0;
        let Some(name) = self.name(items) else { return };
        let font = FontId::proportional(NAME);
        let galley = ui.painter().layout_no_wrap(name, font, self.colours.quiet);
        if galley.size().x + 2.0 * GAP > room as f32 {
            return;
        }
        let at: Pos2 = canvas.rect(around(node)).center() + vec2(GAP, -2.0);
        let rect = Align2::LEFT_BOTTOM.anchor_size(at, galley.size());
        ui.painter().galley(rect.min, galley, self.colours.quiet);
    }

    /// The place of a node, and the box in which its group is named once it was clicked.
    fn node(
        &mut self,
        response: &Response,
        items: Range<usize>,
        names: &[String],
    ) -> Option<ItemGroup> {
        let [first, last] = [items.start, items.end - 1];
        let all: Vec<usize> = items.clone().collect();
        let named = listed(&all, names, MOST_NAMED, self.words);
        let values = [("items", named.as_str().into())];
        let name = self.words.with("group-name", &values);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let hint = self.words.get("group-name-hint");
        let below = listed(&all, names, usize::MAX, self.words);
        let response = response.clone().on_hover_text(format!("{below}\n{hint}"));
        if response.clicked() {
            self.drafts.focus([first, last]);
        }
        let typed = self.words.with("group-typed", &values);
        let current = self.name(&items).unwrap_or_default();
        let popup = Popup::from_toggle_button_response(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let shown = popup.show(|ui| {
            let shown = DraftBox {
                name: &typed,
                hint: None,
                current: &current,
                size: BoxSize::Name(vec2(160.0, 22.0)),
            };
            let name = self.drafts.ui(ui, [first, last], shown, self.colours)?;
            ui.close();
            Some(name.trim().to_owned())
        });
        let name = shown?.inner?;
        Some(ItemGroup { first, last, name })
    }
}

/// The place around a node.
fn around(node: Point) -> Area {
    Area {
        left: node.x - NODE,
        top: node.y - NODE,
        right: node.x + NODE,
        bottom: node.y + NODE,
    }
}
