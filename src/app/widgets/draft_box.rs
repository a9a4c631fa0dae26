//! A box for text that is in force once it is entered.
//!
//! Until then, or for as long as it is refused, what is typed is a draft that belongs to the box
//! alone. Enter and a click elsewhere enter it, Escape drops it, and so does undo, which leaves the
//! keyboard in the box.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::sync::Arc;

use egui::epaint::text::FontsView;
use egui::{
    Align2, Color32, Context, Event, Galley, Id, Key, Modifiers, Response, TextBuffer, TextEdit,
    TextStyle, Ui, Vec2,
};

use crate::app::theme::accessible::accessible_name;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::select_all::{select_all, select_all_on_focus};

/// How a box looks, and what it shows while nothing is typed in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DraftBox<'a> {
    /// The name for screen readers.
    pub(crate) name: &'a str,
    /// The hover text.
    pub(crate) hint: Option<&'a str>,
    /// The value in force.
    pub(crate) current: &'a str,
    pub(crate) size: BoxSize<'a>,
}

/// The size of a box, and on which side its text stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum BoxSize<'a> {
    /// For a number of this width, at the right.
    Number(f32),
    /// For a name, at the left. Width and height are fixed: a grid would squeeze it otherwise.
    Name(Vec2),
    /// The same for a name that may be too long for it: cut to this, all of it on hover, until the
    /// box has the keyboard.
    LongName(Vec2, &'a str),
}

impl BoxSize<'_> {
    fn add(self, ui: &mut Ui, edit: TextEdit<'_>) -> Response {
        match self {
            Self::Number(width) => ui.add(edit.desired_width(width).align(Align2::RIGHT_CENTER)),
            Self::Name(size) | Self::LongName(size, _) => {
                ui.add_sized(size, edit.align(Align2::LEFT_CENTER))
            }
        }
    }
}

/// The drafts of several boxes, each known by what it stands for.
#[derive(Debug)]
pub(crate) struct Drafts<K> {
    drafts: HashMap<K, Draft>,
    /// The box that takes the keyboard as soon as it is drawn.
    focused_next: Option<K>,
}

/// A text that is typed in a box and not in force.
#[derive(Clone, Debug)]
struct Draft {
    text: String,
    /// Why it was refused.
    error: Option<String>,
    /// The value in force when it was typed: under another one it is dropped.
    against: String,
}

/// The box that has the keyboard.
#[derive(Clone, Copy, Debug)]
struct FocusedBox {
    id: Id,
    has_draft: bool,
}

impl FocusedBox {
    fn key() -> Id {
        Id::unique("draft box with the keyboard")
    }

    fn note(self, ui: &Ui) {
        ui.data_mut(|data| data.insert_temp(Self::key(), self));
    }
}

/// Whether a widget is a box in which nothing has been typed: undo and redo are then not for its
/// text.
pub(crate) fn is_untouched(ctx: &Context, id: Id) -> bool {
    let focused = ctx.data(|data| data.get_temp::<FocusedBox>(FocusedBox::key()));
    focused.is_some_and(|focused| focused.id == id && !focused.has_draft)
}

impl<K> Default for Drafts<K> {
    fn default() -> Self {
        Self {
            drafts: HashMap::new(),
            focused_next: None,
        }
    }
}

impl<'a> DraftBox<'a> {
    /// The cut name, where it stands for the whole one: not while that is edited.
    fn short(&self, is_edited: bool) -> Option<&'a str> {
        match self.size {
            BoxSize::LongName(_, short) if !is_edited && short != self.current => Some(short),
            _ => None,
        }
    }
}

impl<K: Copy + Debug + Eq + Hash> Drafts<K> {
    /// Draws the box; answers what was typed, once it is entered.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        key: K,
        shown: DraftBox<'_>,
        colours: &ThemeColours,
    ) -> Option<String> {
        let current = shown.current;
        // Keys of different kinds may look the same, as those without a value do.
        let id = ui.scope_id().with((std::any::type_name::<K>(), key));
        self.drafts
            .retain(|of, draft| *of != key || draft.against == current);
        self.undone(ui, key, id, current);
        let draft = self.drafts.get(&key);
        let mut text = draft.map_or_else(|| current.to_owned(), |draft| draft.text.clone());
        let n_chars = text.chars().count();
        let short = shown.short(draft.is_some() || ui.memory(|memory| memory.has_focus(id)));
        let mut cut = |ui: &Ui, _: &dyn TextBuffer, _: f32| galley(ui, short.unwrap_or_default());
        let mut edit = TextEdit::singleline(&mut text).id(id);
        if short.is_some() {
            edit = edit.layouter(&mut cut);
        }
        if draft.is_some_and(|draft| draft.error.is_some()) {
            edit = edit.text_color(colours.error);
        }
        let response = shown.size.add(ui, edit);
        self.give_focus(key, &response);
        select_all_on_focus(ui, &response, n_chars);
        accessible_name(ui, &response, shown.name);
        let response = match shown.hint.or(short.map(|_| current)) {
            Some(hint) => response.on_hover_text(hint),
            None => response,
        };
        if response.changed() {
            let draft = Draft {
                text,
                error: None,
                against: current.to_owned(),
            };
            self.drafts.insert(key, draft);
        }
        if response.has_focus() {
            let has_draft = self.drafts.contains_key(&key);
            FocusedBox { id, has_draft }.note(ui);
        }
        if !response.lost_focus() {
            return None;
        }
        self.entered(ui, key)
    }

    /// Drops the draft of the box that has the keyboard when undo is pressed: the value in force is
    /// there again, selected. The text box's own undo could bring back an older value.
    fn undone(&mut self, ui: &Ui, key: K, id: Id, current: &str) {
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if has_focus && self.drafts.contains_key(&key) && take_undo(ui) {
            self.drafts.remove(&key);
            select_all(ui.ctx(), id, current.chars().count());
        }
    }

    /// The draft of a box that the keyboard has left, if it was entered.
    fn entered(&mut self, ui: &Ui, key: K) -> Option<String> {
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            self.drafts.remove(&key);
            return None;
        }
        // A refused draft stays until it is changed: it is not judged again.
        self.drafts
            .get(&key)
            .filter(|draft| draft.error.is_none())?;
        self.drafts.remove(&key).map(|draft| draft.text)
    }

    fn give_focus(&mut self, key: K, response: &egui::Response) {
        if self.focused_next.take_if(|next| *next == key).is_some() {
            response.request_focus();
        }
    }

    /// Gives the keyboard to a box as soon as it is drawn.
    pub(crate) fn focus(&mut self, key: K) {
        self.focused_next = Some(key);
    }

    /// Keeps what was entered in its box, with the reason why it is not in force.
    pub(crate) fn refuse(&mut self, key: K, text: String, current: &str, error: String) {
        let draft = Draft {
            text,
            error: Some(error),
            against: current.to_owned(),
        };
        self.drafts.insert(key, draft);
    }

    /// Whether anything is typed in a box and not in force.
    pub(crate) fn is_drafted(&self, key: K) -> bool {
        self.drafts.contains_key(&key)
    }

    /// Drops the draft of one box.
    pub(crate) fn drop(&mut self, key: K) {
        self.drafts.remove(&key);
    }

    /// Whether a draft was refused.
    pub(crate) fn has_refused(&self) -> bool {
        self.drafts.values().any(|draft| draft.error.is_some())
    }

    /// Drops the drafts that were refused: their boxes show the values in force again.
    pub(crate) fn drop_refused(&mut self) {
        self.drafts.retain(|_, draft| draft.error.is_none());
    }

    /// Drops all drafts.
    pub(crate) fn clear(&mut self) {
        self.drafts.clear();
    }

    /// Drops the drafts of boxes that are no longer there.
    pub(crate) fn retain(&mut self, is_there: impl Fn(K) -> bool) {
        self.drafts.retain(|key, _| is_there(*key));
    }

    /// Why the draft of a box was refused.
    pub(crate) fn error(&self, key: K) -> Option<&str> {
        self.drafts.get(&key)?.error.as_deref()
    }
}

/// Whether undo was pressed in this frame; no one else is then told of it.
fn take_undo(ui: &Ui) -> bool {
    let is_undo = |event: &Event| {
        matches!(
            event,
            Event::Key { key: Key::Z, pressed: true, modifiers, .. }
                if modifiers.matches_exact(Modifiers::COMMAND)
        )
    };
    ui.input_mut(|input| {
        let n_events = input.events.len();
        input.events.retain(|event| !is_undo(event));
        input.events.len() < n_events
    })
}

/// A name in the letters of a box, in the box's own colour.
fn galley(ui: &Ui, name: &str) -> Arc<Galley> {
    let font = TextStyle::Body.resolve(ui.style());
    let lay_out = |fonts: &mut FontsView<'_>| {
        fonts.layout_no_wrap(name.to_owned(), font, Color32::PLACEHOLDER)
    };
    ui.fonts_mut(lay_out)
}
