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
use crate::picture::{
    Area, ItemPhrase, Measure, Phrase, Point, RecipeTree, Words as _, distinct_names, listed,
};

/// Half the side of the place around a node that is clicked, in points.
const NODE: f64 = 9.0;

/// The size of a group's name, and the least distance of two levels at which names are written.
const NAME: f64 = 11.0;
const LEAST_LEVEL: f64 = 20.0;

/// On either side of a group's name, and the room beyond the last leaf that it may take.
const GAP: f64 = 4.0;
const BESIDE: f64 = 8.0;

/// A name is cut to no fewer letters than this, and the ellipsis.
const LEAST_LETTERS: usize = 3;

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
    let size = canvas::size(ui.available_size());
    let layout = tree.layout(size, &WindowFont(ui.ctx()));
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
        let items_of = |place: usize| place * n_below..(place + 1) * n_below;
        let names = (0..nodes.len()).map(|place| naming.name(&items_of(place)));
        let names = level_names(
            names.collect(),
            room + BESIDE - 2.0 * GAP,
            &WindowFont(ui.ctx()),
        );
        for (place, node) in nodes.iter().enumerate() {
            let items = items_of(place);
            if let Some(name) = names[place].as_ref().filter(|_| height >= LEAST_LEVEL) {
                naming.write(ui, &canvas, *node, name);
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

    /// Writes a group's name beside its node.
    fn write(&self, ui: &Ui, canvas: &Canvas, node: Point, name: &str) {
        let font = FontId::proportional(NAME as f32);
        let (painter, quiet) = (ui.painter(), self.colours.quiet);
        let galley = painter.layout_no_wrap(name.to_owned(), font, quiet);
        let at: Pos2 = canvas.rect(around(node)).center() + vec2(GAP as f32, -2.0);
        let rect = Align2::LEFT_BOTTOM.anchor_size(at, galley.size());
        painter.galley(rect.min, galley, quiet);
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

/// The names of the groups of one level as they are written in a room: where one is too long, all
/// such are cut, and where too little would be left of one, none is written.
fn level_names(
    mut names: Vec<Option<String>>,
    room: f64,
    measure: &dyn Measure,
) -> Vec<Option<String>> {
    let whole: Vec<String> = names.iter().flatten().cloned().collect();
    let cut = distinct_names(&whole, room, NAME, measure);
    let is_told =
        |(whole, cut): (&String, &String)| cut == whole || cut.chars().count() > LEAST_LETTERS;
    if !whole.iter().zip(&cut).all(is_told) {
        return vec![None; names.len()];
    }
    for (name, cut) in names.iter_mut().flatten().zip(cut) {
        *name = cut;
    }
    names
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character is half as wide as the text's size.
    struct Half;

    impl Measure for Half {
        fn width(&self, text: &str, size: f64) -> f64 {
            0.5 * size * text.chars().count() as f64
        }
    }

    #[test]
    fn all_names_of_a_level_are_written_or_none() {
        let names = ["fish", "birds", "flowers", "trees"];
        let names = || names.map(|name| Some(name.to_owned())).to_vec();
        let told = |n_letters: f64| {
            let names = level_names(names(), n_letters * 0.5 * NAME, &Half);
            names.into_iter().flatten().collect::<Vec<_>>()
        };
        assert_eq!(told(7.0), ["fish", "birds", "flowers", "trees"]);
        assert_eq!(told(5.5), ["fish", "birds", "flow…", "trees"]);
        assert!(told(3.0).is_empty());
    }
}
