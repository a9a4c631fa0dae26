//! A notice: news passes by itself and stands over the status line, what went wrong stays until it
//! was read and stands over a chart, if there is one. Either moves nothing and goes at a click on it.

use std::time::Duration;

use egui::{
    Align2, Area, Context, Frame, Id, Label, LayerId, Margin, Order, Pos2, Rect, RichText, Sense,
    Stroke, Ui, vec2,
};

use crate::app::command::commands::Command;
use crate::app::text::message::Message;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::wrapped::broken;
use crate::app::widgets::{plot_place, pointer};

/// News is shown for so long, in seconds, and for longer if there is more to read.
const LEAST_SECONDS: f64 = 4.0;

/// Seconds to read a character.
const SECONDS_A_CHARACTER: f64 = 0.05;

/// The widest line of a notice, in points.
const MOST_WIDTH: f32 = 520.0;

/// The most of the status line's width.
const STATUS_SHARE: f32 = 0.7;

/// The notice that is shown, if any is.
#[derive(Debug, Default)]
pub(crate) struct Toast {
    message: Option<Message>,
    /// An offer, which is shown behind any message and passes with it.
    offer: Option<Message>,
    /// When it passes; `None` before it is first drawn.
    until: Option<f64>,
}

impl Toast {
    /// Shows this in place of what is shown.
    pub(crate) fn show(&mut self, message: Message) {
        self.message = Some(message);
        self.until = None;
    }

    /// Shows this behind what is shown.
    pub(crate) fn add(&mut self, message: Message) {
        let both = match self.message.take() {
            Some(shown) => shown.and(&message),
            None => message,
        };
        self.show(both);
    }

    /// Offers this until it is taken or passes; messages that are shown meanwhile stand before it.
    pub(crate) fn offer(&mut self, offer: Message) {
        self.offer = Some(offer);
        self.until = None;
    }

    /// Offers nothing any more.
    pub(crate) fn withdraw_offer(&mut self) {
        self.offer = None;
    }

    /// News is of the past: what it told of is so no more.
    pub(crate) fn forget_news(&mut self) {
        self.message.take_if(|message| !message.is_error);
    }

    /// Draws it over the status line or, if something went wrong, at the foot of the largest chart;
    /// answers the command whose button was clicked.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ctx: &Context,
        status: Rect,
        words: &Words,
        colours: &ThemeColours,
    ) -> Option<Command> {
        let message = match (self.message.clone(), &self.offer) {
            (Some(message), Some(offer)) => message.and(offer),
            (message, offer) => message.or(offer.clone())?,
        };
        let now = ctx.input(|input| input.time);
        let length = message.text.chars().count() as f64;
        let span = LEAST_SECONDS + SECONDS_A_CHARACTER * length;
        let until = *self.until.get_or_insert(now + span);
        let id = Id::unique("toast");
        // It is not read during a drag, and would cover what is dragged.
        if pointer::is_pressed_below(ctx, LayerId::new(Order::Foreground, id)) {
            return None;
        }
        let (at, pivot, width) = place(ctx, status, message.is_error);
        let area = Area::new(id)
            .order(Order::Foreground)
            .pivot(pivot)
            .sense(Sense::click())
            .fixed_pos(at);
        let shown = area.show(ctx, |ui| {
            ui.set_max_width(width);
            contents(ui, &message, words, colours)
        });
        let Clicked { offer, dismiss } = shown.inner;
        let command = message.command.filter(|_| offer);
        if offer || dismiss || shown.response.clicked() {
            self.clear();
        } else if !message.is_error {
            // What is read is not taken away.
            self.pass(ctx, until - now, shown.response.contains_pointer());
        }
        command
    }

    /// Takes news away when its time is over.
    fn pass(&mut self, ctx: &Context, left: f64, is_read: bool) {
        if left <= 0.0 && !is_read {
            self.clear();
            ctx.request_repaint();
        } else {
            ctx.request_repaint_after(Duration::from_secs_f64(left.max(0.1)));
        }
    }

    fn clear(&mut self) {
        self.message = None;
        self.offer = None;
    }
}

/// Where a notice stands, by which of its corners, and how wide it may be.
fn place(ctx: &Context, status: Rect, is_error: bool) -> (Pos2, Align2, f32) {
    if let Some(chart) = plot_place::for_notice(ctx).filter(|_| is_error) {
        let at = chart.center_bottom() - vec2(0.0, 12.0);
        let width = MOST_WIDTH.min(chart.width() - 32.0);
        return (at, Align2::CENTER_BOTTOM, width);
    }
    // The buttons at the right end of the line stay in sight.
    let at = status.left_bottom() + vec2(4.0, -2.0);
    (at, Align2::LEFT_BOTTOM, status.width() * STATUS_SHARE)
}

/// The buttons that were clicked.
struct Clicked {
    /// The button of the message's command.
    offer: bool,
    dismiss: bool,
}

/// The text and the buttons.
fn contents(ui: &mut Ui, message: &Message, words: &Words, colours: &ThemeColours) -> Clicked {
    let color = if message.is_error {
        colours.error
    } else {
        ui.visuals().strong_text_color()
    };
    // News is no higher than the line that it stands over.
    let margin = if message.is_error {
        Margin::same(10)
    } else {
        Margin::symmetric(8, 2)
    };
    let frame = Frame::popup(ui.style())
        .inner_margin(margin)
        .stroke(Stroke::new(1.0, color));
    let button = frame.show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            // What went wrong can be copied; a click on news takes it away.
            let text = broken(ui, &message.text, ui.available_width(), &|text| text);
            let label = Label::new(RichText::new(text).color(color));
            let label = ui.add(label.selectable(message.is_error));
            accessible_name(ui, &label, &message.text);
            let offer = message.command;
            let offer = offer.map(|command| ui.button(words.menu_entry(command)).clicked());
            Clicked {
                offer: offer.unwrap_or(false),
                dismiss: ui.button(words.get("button-dismiss")).clicked(),
            }
        })
        .inner
    });
    button.inner
}
