//! The box that a feature is pasted into: what is said before it is added, and the keyboard.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::driver::Window;

/// The Illusions view with a text in the box.
fn pasted(text: &str) -> Window {
    let mut window = Window::open();
    window.click("Illusions");
    window.0.event(Event::Paste(text.to_owned()));
    window.settle();
    window
}

fn is_focused(window: &Window, name: &str) -> bool {
    let mut nodes = window.0.query_all_by_label(name);
    nodes.any(|node| node.accesskit_node().is_focused())
}

#[test]
fn a_vector_of_0_and_1_is_no_and_yes_unless_it_is_kept() {
    let bits = "[0, 1, 1, 1, 0, 0, 0, 0]";
    let mut window = pasted(bits);
    assert!(window.shows("0 and 1 read as no and yes: yes for 3 items, no for 5"));
    window.click("Add it");
    let values = |window: &Window| window.app().experiment().user_features[0].values.clone();
    assert_eq!(
        values(&window),
        [-1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0]
    );
    window
        .0
        .get_by_role_and_label(Role::Button, "Goldfish feature: no");

    let mut window = pasted(bits);
    window.click("0 and 1: the numbers 0 and 1");
    assert!(window.shows("numbers from 0 to 1, kept as they are"));
    window.click("Add it");
    assert_eq!(values(&window), [0.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0]);
}

#[test]
fn pasted_numbers_leave_the_other_columns_as_they_are_written() {
    let mut window = pasted("new_feature = [-1, 1, 1, 1, -1, -1, -1, -1]\nits_label = 'has_bones'");
    window.click("Add it");
    window
        .0
        .event(Event::Paste("[0, 1, 2, 3, 4, 5, 6, 7]".to_owned()));
    window.settle();
    window.click("Add it");
    for cell in [
        "Tuna has_bones: yes",
        "Goldfish has_bones: no",
        "Tuna feature: 1",
    ] {
        window.0.get_by_role_and_label(Role::Button, cell);
    }
}

#[test]
fn the_names_that_change_are_said_before_they_do() {
    let names = "['Shark', 'Tuna', 'Robin', 'Canary', 'Rose', 'Daisy', 'Pine', 'Oak']";
    let window = pasted(&format!(
        "item_names = {names}\nf = [1, 1, 1, 1, -1, -1, -1, -1]"
    ));
    assert!(window.shows("Renamed: Goldfish becomes Shark"));
    assert!(!window.shows("Tuna becomes"));
}

#[test]
fn the_box_is_used_by_keyboard_alone() {
    let text = "[1, 1, 1, 1, -1, -1, -1, -1]";
    let mut window = pasted(text);
    assert!(is_focused(&window, "Pasted text"));
    for _ in 0..6 {
        if is_focused(&window, "Add it") {
            break;
        }
        window.press(Key::Tab);
    }
    assert!(is_focused(&window, "Add it"));
    let pasted = (window.0).get_by_role_and_label(Role::MultilineTextInput, "Pasted text");
    assert_eq!(pasted.value().as_deref(), Some(text));
    window.press(Key::Escape);
    assert!(!window.shows("Pasted text"));
    assert!(window.app().experiment().user_features.is_empty());

    window.0.event(Event::Paste(text.to_owned()));
    window.settle();
    window.0.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.settle();
    assert!(!window.shows("Pasted text"));
    assert_eq!(window.app().experiment().user_features.len(), 1);
}

#[test]
fn a_click_beside_the_box_leaves_it_open_and_a_cancelled_text_is_kept() {
    let text = "[1, 1, 1";
    let mut window = pasted(text);
    let typed = |window: &Window| {
        let mut boxes = window
            .0
            .query_all_by_role_and_label(Role::MultilineTextInput, "Pasted text");
        boxes.next().and_then(|node| node.value())
    };
    window.click_at(egui::pos2(300.0, 700.0));
    assert_eq!(typed(&window).as_deref(), Some(text));
    window.click("Cancel");
    assert_eq!(typed(&window), None);
    window.click("Paste a feature");
    assert_eq!(typed(&window).as_deref(), Some(text));
    // Another paste is in its place.
    window
        .0
        .event(Event::Paste("[1, 1, 1, 1, -1, -1, -1, -1]".to_owned()));
    window.settle();
    window.click("Add it");
    window.click("Paste a feature");
    assert!(window.shows("Such as: new_feature"));
}
