//! A press and its release that arrive in one frame.
//!
//! Sliders know a press only by a frame in which the button is down, so a quick click on a slider's
//! rail would do nothing. The release, and all that follows it, waits for the next frame.

use egui::{Context, Event, Plugin, PointerButton, RawInput};

/// Parts quick clicks over two frames; added to a context as a plugin.
#[derive(Debug, Default)]
pub(crate) struct InstantClicks {
    /// The events that wait, in their order.
    held: Vec<Event>,
}

impl Plugin for InstantClicks {
    fn debug_name(&self) -> &'static str {
        "instant clicks"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        if self.held.is_empty() && input.events.len() < 2 {
            return;
        }
        let mut events = std::mem::take(&mut self.held);
        events.append(&mut input.events);
        if let Some(at) = instant_release(&events) {
            self.held = events.split_off(at);
            ctx.request_repaint();
        }
        input.events = events;
    }
}

/// The index of the first release whose press is among the events before it.
fn instant_release(events: &[Event]) -> Option<usize> {
    let mut pressed: Vec<PointerButton> = Vec::new();
    for (at, event) in events.iter().enumerate() {
        let Event::PointerButton {
            button,
            pressed: is_press,
            ..
        } = event
        else {
            continue;
        };
        if *is_press {
            pressed.push(*button);
        } else if pressed.contains(button) {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, pos2};

    use super::*;

    fn button(is_press: bool) -> Event {
        Event::PointerButton {
            pos: pos2(1.0, 2.0),
            button: PointerButton::Primary,
            pressed: is_press,
            modifiers: Modifiers::NONE,
        }
    }

    /// The events of each frame, until none waits.
    fn frames(events: Vec<Event>) -> Vec<Vec<Event>> {
        let ctx = Context::default();
        let mut clicks = InstantClicks::default();
        let mut input = RawInput {
            events,
            ..RawInput::default()
        };
        let mut frames = Vec::new();
        loop {
            clicks.input_hook(&ctx, &mut input);
            frames.push(std::mem::take(&mut input.events));
            if clicks.held.is_empty() {
                return frames;
            }
        }
    }

    #[test]
    fn a_double_click_in_one_frame_takes_three_and_keeps_its_order() {
        let (press, release) = (button(true), button(false));
        let typed = Event::Text("7".into());
        let events = [&press, &release, &press, &release, &typed].map(Event::clone);
        assert_eq!(
            frames(events.to_vec()),
            [
                vec![press.clone()],
                vec![release.clone(), press],
                vec![release, typed]
            ]
        );
    }

    #[test]
    fn other_events_are_not_held_back() {
        for events in [
            vec![button(false), button(true)],
            vec![Event::PointerMoved(pos2(3.0, 4.0)), button(true)],
            vec![],
        ] {
            assert_eq!(frames(events.clone()), [events]);
        }
    }
}
