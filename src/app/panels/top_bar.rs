//! The bar at the top: menus, undo and redo, the views as tabs, and what is needed often.

use egui::{Align, Button, Color32, Layout, Response, RichText, Stroke, Ui};

use super::first_steps::HintTarget;
use super::menus::Menus;
use crate::app::command::action::Action;
use crate::app::command::commands::Command;
use crate::app::command::section::Section;
use crate::app::command::view::View;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::region::{Region, begin_region};
use crate::app::widgets::shortcut::hint;

/// The state that the bar is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct TopBar<'a> {
    pub(crate) menus: Menus<'a>,
    /// Only the views are shown, the lesson, and the way back.
    pub(crate) is_presenting: bool,
}

impl TopBar<'_> {
    /// Draws the bar.
    #[must_use]
    pub(crate) fn ui(self, ui: &mut Ui) -> Option<Action> {
        begin_region(ui, Region::Bar);
        let bar = ui.horizontal_centered(|ui| {
            ui.label(RichText::new("modescope").strong().size(16.0));
            let mut action = None;
            if self.is_presenting {
                ui.add_space(12.0);
                for view in View::ALL {
                    action = self.tab(ui, view).or(action.take());
                }
                return self.end_presenting(ui).or(action);
            }
            action = self.menus(ui, &[Section::File, Section::Edit]).or(action);
            for (sign, command) in [("⟲", Command::Undo), ("⟳", Command::Redo)] {
                action = self.sign(ui, sign, command).or(action.take());
            }
            ui.add_space(12.0);
            for view in View::ALL {
                action = self.tab(ui, view).or(action.take());
            }
            self.at_right(ui).or(action)
        });
        bar.inner
    }

    /// Menus, without the frames that buttons have.
    fn menus(self, ui: &mut Ui, sections: &[Section]) -> Option<Action> {
        let menus = ui.scope(|ui| {
            ui.visuals_mut().widgets.inactive.weak_bg_fill = Color32::TRANSPARENT;
            let mut action = None;
            for section in sections {
                action = self.menus.ui(ui, *section).or(action.take());
            }
            action
        });
        menus.inner
    }

    /// The lesson, pin, and the other menus, at the right end.
    fn at_right(self, ui: &mut Ui) -> Option<Action> {
        let id = ui.scope_id().with("right");
        let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
        ui.add_space((ui.available_width() - known).max(8.0));
        // Drawn from left to right, as the keyboard goes.
        let right = ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let mut action = self.lesson(ui);
            let words = self.menus.words;
            let pin = self.greyed(ui, &words.get("pin"), "pin-hint", Command::Pin);
            action = pin.1.or(action);
            let menus = [Section::View, Section::Playback, Section::Help];
            action = self.menus(ui, &menus).or(action);
            (action, ui.min_rect().width())
        });
        let (action, width) = right.inner;
        if (width - known).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, width));
            ui.ctx()
                .request_discard("the bar's right end is as wide as its words");
        }
        action
    }

    /// The lesson and the way back from presenting, at the right end.
    fn end_presenting(self, ui: &mut Ui) -> Option<Action> {
        let right = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = ui.button(self.menus.words.get("present-end"));
            let asked = button.clicked().then_some(Action::Do(Command::Present));
            self.lesson(ui).or(asked)
        });
        right.inner
    }

    /// A view's tab, underlined while the view is in front.
    fn tab(self, ui: &mut Ui, view: View) -> Option<Action> {
        let Menus { words, facts, .. } = self.menus;
        let command = Command::Show(view);
        let is_shown = facts.in_force.contains(&command);
        let text = RichText::new(words.get(view.key()));
        let text = if is_shown { text.strong() } else { text };
        let tab = ui.add(Button::new(text).frame_when_inactive(false));
        tab.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::Button, true, is_shown, words.get(view.key()))
        });
        if is_shown {
            underline(ui, &tab);
        }
        if view == View::Illusions {
            HintTarget::Illusions.mark(&tab);
        }
        let tab = tab.on_hover_text(hint(ui.ctx(), words, view.key(), command));
        tab.clicked().then_some(Action::Do(command))
    }

    /// The toggle of the panel that says what the view shows.
    fn lesson(self, ui: &mut Ui) -> Option<Action> {
        let Menus { words, facts, .. } = self.menus;
        let command = Command::ToggleLesson;
        let mut is_shown = facts.in_force.contains(&command);
        let toggle = ui.toggle_value(&mut is_shown, words.get("button-lesson"));
        let toggle = toggle.on_hover_text(hint(ui.ctx(), words, "button-lesson-hint", command));
        toggle.clicked().then_some(Action::Do(command))
    }

    /// A small button with a sign.
    fn sign(self, ui: &mut Ui, sign: &str, command: Command) -> Option<Action> {
        let key = command.name().key;
        let (response, asked) = self.greyed(ui, sign, key, command);
        accessible_name(ui, &response, &self.menus.words.get(key));
        asked
    }

    /// A button that is grey while its command does not apply, and then says why on hover.
    fn greyed(
        self,
        ui: &mut Ui,
        text: &str,
        key: &str,
        command: Command,
    ) -> (Response, Option<Action>) {
        let Menus { words, facts, .. } = self.menus;
        let applies = command.applies(facts);
        let response = ui.add_enabled(applies.is_ok(), Button::new(text));
        let response = match applies {
            Ok(()) => response.on_hover_text(hint(ui.ctx(), words, key, command)),
            Err(why) => response.on_disabled_hover_text(words.get(why.key())),
        };
        let asked = response.clicked().then_some(Action::Do(command));
        (response, asked)
    }
}

/// The line under the tab of the view in front.
fn underline(ui: &Ui, tab: &Response) {
    let stroke = Stroke::new(3.0, ui.visuals().hyperlink_color);
    let y = tab.rect.bottom() + 2.0;
    ui.painter().hline(tab.rect.x_range(), y, stroke);
}
