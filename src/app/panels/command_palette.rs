//! The command palette: a box over the window in which any command is found by its words, in either
//! language, and carried out. One that does not apply stands grey behind the others and says why.
//!
//! The arrows choose, Enter carries out, Escape or a click beside the box closes it. With nothing
//! typed the commands used last come first.

use egui::{
    Align2, Button, Context, Key, Modal, Modifiers, RichText, ScrollArea, TextEdit, Ui, vec2,
};

use crate::app::command::action::Action;
use crate::app::command::applies::{Facts, Why};
use crate::app::command::commands::Command;
use crate::app::command::language::Language;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::shortcut::{egui_shortcut, shortcut_text};
use crate::app::widgets::typed_ahead::{put_cursor_at_end, typed_ahead};

/// Width of the box, in points.
const WIDTH: f32 = 560.0;

/// Height of the list of commands, whether or not it is full, so that the box keeps its place.
const LIST_HEIGHT: f32 = 330.0;

/// Distance from the window's upper edge.
const TOP: f32 = 64.0;

/// So many commands used last come first.
const MOST_RECENT: usize = 5;

/// A command that was found, and why it does not apply, if it does not.
type Found = (Command, Option<Why>);

/// The palette, open or closed.
#[derive(Debug, Default)]
pub(crate) struct CommandPalette {
    /// The text that is typed; `None` while the palette is closed.
    typed: Option<String>,
    /// It was not drawn yet.
    is_new: bool,
    /// The row that Enter carries out.
    chosen: usize,
    /// The arrows moved it: the row is to be scrolled to.
    has_moved: bool,
    /// The commands used last, the newest first.
    recent: Vec<Command>,
    /// The words of all languages, made when first needed.
    languages: Vec<Words>,
}

impl CommandPalette {
    /// Opens it, with nothing typed.
    pub(crate) fn open(&mut self) {
        if self.languages.is_empty() {
            self.languages = Language::ALL.map(Words::new).into();
        }
        self.typed = Some(String::new());
        self.is_new = true;
        self.chosen = 0;
        self.has_moved = true;
    }

    /// Whether it is open, and takes the keyboard.
    pub(crate) fn is_open(&self) -> bool {
        self.typed.is_some()
    }

    /// Draws it while it is open; answers the command that was chosen, and closes.
    #[must_use]
    pub(crate) fn ui(&mut self, ctx: &Context, words: &Words, facts: &Facts) -> Option<Action> {
        let mut typed = self.typed.take()?;
        let id = egui::Id::unique("command palette");
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, [0.0, TOP]);
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(12.0);
        let is_again = Command::Palette.shortcuts().iter().any(|shortcut| {
            egui_shortcut(*shortcut)
                .is_some_and(|it| ctx.input_mut(|input| input.consume_shortcut(&it)))
        });
        let modal = Modal::new(id).area(area).frame(frame).show(ctx, |ui| {
            ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 48.0));
            self.contents(ui, &mut typed, words, facts)
        });
        if let Some(command) = modal.inner {
            self.recent.retain(|other| *other != command);
            self.recent.insert(0, command);
            self.recent.truncate(MOST_RECENT);
            return Some(Action::Do(command));
        }
        if !is_again && !modal.should_close() {
            self.typed = Some(typed);
        }
        None
    }

    fn contents(
        &mut self,
        ui: &mut Ui,
        typed: &mut String,
        words: &Words,
        facts: &Facts,
    ) -> Option<Command> {
        // Before the box is drawn, which would leave at Enter.
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (up, down) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown));
        let is_entered = pressed(Key::Enter);
        let is_new = std::mem::take(&mut self.is_new);
        if is_new {
            typed.push_str(&typed_ahead(ui.ctx()));
        }
        let n_chars = typed.chars().count();
        let edit = TextEdit::singleline(typed)
            .hint_text(words.get("palette-hint"))
            .desired_width(f32::INFINITY);
        let edit = ui.add(edit);
        accessible_name(ui, &edit, &words.get("command-palette"));
        edit.request_focus();
        if is_new {
            put_cursor_at_end(ui.ctx(), edit.id, n_chars);
        }
        if edit.changed() {
            self.chosen = 0;
            self.has_moved = true;
        }
        let found = self.found(typed, facts);
        let last = found.len().saturating_sub(1);
        if up || down {
            self.has_moved = true;
            self.chosen = match (up, self.chosen) {
                (true, 0) => last,
                (true, chosen) => chosen - 1,
                (false, chosen) if chosen >= last => 0,
                (false, chosen) => chosen + 1,
            };
        }
        self.chosen = self.chosen.min(last);
        ui.add_space(6.0);
        let clicked = self.list(ui, &found, words, &edit);
        let entered = found.get(self.chosen).filter(|_| is_entered);
        let entered = entered.filter(|(_, why)| why.is_none());
        entered.map(|(command, _)| *command).or(clicked)
    }

    /// The commands found, a row each.
    fn list(
        &mut self,
        ui: &mut Ui,
        found: &[Found],
        words: &Words,
        edit: &egui::Response,
    ) -> Option<Command> {
        let mut clicked = None;
        let is_moving = ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO);
        ui.allocate_ui(vec2(ui.available_width(), LIST_HEIGHT), |ui| {
            ui.set_min_size(vec2(ui.available_width(), LIST_HEIGHT));
            if found.is_empty() {
                ui.label(RichText::new(words.get("palette-nothing")).weak());
            }
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                for (row, (command, why)) in found.iter().enumerate() {
                    let is_chosen = row == self.chosen;
                    let response = entry(ui, (*command, *why), is_chosen, words);
                    if is_chosen {
                        let active = response.id.accesskit_id();
                        ui.ctx().accesskit_node_builder(edit.id, |node| {
                            node.set_active_descendant(active);
                        });
                        if std::mem::take(&mut self.has_moved) {
                            response.scroll_to_me(None);
                        }
                    }
                    if response.hovered() && is_moving {
                        self.chosen = row;
                    }
                    if response.clicked() {
                        clicked = Some(*command);
                    }
                }
            });
        });
        clicked
    }

    /// The commands that have every typed word in their name, in any language: those whose name
    /// begins with what is typed first, then in the order of the list, and behind them those that
    /// do not apply. With nothing typed only those that apply.
    fn found(&self, typed: &str, facts: &Facts) -> Vec<Found> {
        let typed = typed.trim().to_lowercase();
        let all = Command::all().filter(|command| *command != Command::Palette);
        let all = all.map(|command| (command, command.applies(facts).err()));
        if typed.is_empty() {
            let mut all: Vec<Found> = all.filter(|(_, why)| why.is_none()).collect();
            let place = |command: &Command| self.recent.iter().position(|recent| recent == command);
            all.sort_by_key(|(command, _)| place(command).unwrap_or(MOST_RECENT));
            return all;
        }
        let ranked = all.filter_map(|(command, why)| {
            let ranks = self.languages.iter().filter_map(|words| {
                let name = words.command(command).to_lowercase();
                let has_all = typed.split_whitespace().all(|word| name.contains(word));
                has_all.then(|| usize::from(!name.starts_with(&typed)))
            });
            Some(((why.is_some(), ranks.min()?), (command, why)))
        });
        let mut ranked: Vec<((bool, usize), Found)> = ranked.collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().map(|(_, found)| found).collect()
    }
}

/// A command's row: its name, and its shortcut at the right; or, in grey, why it does not apply.
fn entry(ui: &mut Ui, (command, why): Found, is_chosen: bool, words: &Words) -> egui::Response {
    let mut name = words.command(command);
    if let Some(why) = why {
        name = format!("{name} · {}", words.get(why.key()));
    }
    let mut button = Button::new(&name).truncate();
    button = button.frame_when_inactive(is_chosen);
    if let Some(shortcut) = shortcut_text(ui.ctx(), command) {
        button = button.shortcut_text(shortcut);
    } else {
        // Names stand at the left, with or without a shortcut.
        button = button.shortcut_text("");
    }
    let size = vec2(ui.available_width(), 0.0);
    let button = button.selected(is_chosen).min_size(size);
    let response = ui.add_enabled(why.is_none(), button);
    accessible_name(ui, &response, &name);
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::applies::Why;
    use crate::app::command::theme::Theme;

    /// The commands that are found and apply.
    fn commands(palette: &CommandPalette, typed: &str, facts: &Facts) -> Vec<Command> {
        let found = palette.found(typed, facts).into_iter();
        let applying = found.filter(|(_, why)| why.is_none());
        applying.map(|(command, _)| command).collect()
    }

    fn palette() -> CommandPalette {
        let mut palette = CommandPalette::default();
        palette.open();
        palette
    }

    #[test]
    fn every_command_is_found_by_its_name_in_every_language() {
        let palette = palette();
        for language in Language::ALL {
            let words = Words::new(language);
            for command in Command::all().filter(|command| *command != Command::Palette) {
                let found = commands(&palette, &words.command(command), &Facts::default());
                assert!(found.contains(&command), "{command:?} in {language:?}");
            }
        }
    }

    #[test]
    fn words_are_found_in_any_order_and_case() {
        let found = commands(&palette(), "DARK theme", &Facts::default());
        assert_eq!(found, [Command::Theme(Theme::Dark)]);
        let found = commands(&palette(), "ダーク", &Facts::default());
        assert_eq!(found, [Command::Theme(Theme::Dark)]);
        assert!(
            palette()
                .found("no such command", &Facts::default())
                .is_empty()
        );
    }

    #[test]
    fn commands_that_do_not_apply_are_found_behind_the_others_with_the_reason() {
        let facts = Facts {
            obstacles: vec![Why::NothingToUndo],
            ..Facts::default()
        };
        let first = palette().found("Undo", &Facts::default())[0];
        assert_eq!(first, (Command::Undo, None));
        let found = palette().found("undo", &facts);
        let last = *found.last().unwrap();
        assert_eq!(last, (Command::Undo, Some(Why::NothingToUndo)));
        assert!(!commands(&palette(), "", &facts).contains(&Command::Undo));
    }

    #[test]
    fn commands_used_last_come_first_while_nothing_is_typed() {
        let mut palette = palette();
        palette.recent = vec![Command::Reset, Command::Play];
        let found = commands(&palette, "", &Facts::default());
        assert_eq!(found[..3], [Command::Reset, Command::Play, Command::Open]);
    }
}
