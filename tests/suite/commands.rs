//! The list of commands: keys, menus, help, the command palette and the README are read off it.

use std::fmt::Write as _;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::app::command::commands::Command;
use modescope::app::command::language::Language;
use modescope::app::command::section::Section;
use modescope::app::text::words::Words;
use modescope::experiment::Experiment;

use crate::driver::{Window, tree};

/// The name of the palette's box.
const BOX: &str = "Find a command";

/// Presses a key with Ctrl.
fn control(window: &mut Window, key: Key) {
    window.0.key_press_modifiers(Modifiers::COMMAND, key);
    window.settle();
}

/// Opens the palette and types into it.
fn search(window: &mut Window, text: &str) {
    control(window, Key::P);
    let typed = window.0.get_by_role_and_label(Role::TextInput, BOX);
    typed.type_text(text);
    window.settle();
    let typed = window.0.get_by_role_and_label(Role::TextInput, BOX);
    assert_eq!(typed.value().as_deref(), Some(text));
}

/// Carries out the first command that the palette finds.
fn find(window: &mut Window, text: &str) {
    search(window, text);
    window.press(Key::Enter);
    assert!(!is_open(window), "{text}");
}

fn is_open(window: &Window) -> bool {
    let boxes = window.0.query_all_by_role_and_label(Role::TextInput, BOX);
    boxes.count() > 0
}

/// The README's table of shortcuts, as the list of commands has it.
fn shortcut_table() -> String {
    let words = Words::new(Language::English);
    let mut table = String::from("| | shortcut | |\n| --- | --- | --- |\n");
    for section in Section::ALL {
        let mut name = words.get(section.key());
        let commands = Command::all().filter(|command| command.section() == section);
        for command in commands.filter(|command| !command.shortcuts().is_empty()) {
            let shortcuts: Vec<String> = command
                .shortcuts()
                .iter()
                .map(ToString::to_string)
                .collect();
            let shortcuts = shortcuts.join(", ");
            let said = words.command(command);
            writeln!(table, "| {name} | {shortcuts} | {said} |").expect("a string takes all");
            name.clear();
        }
    }
    table
}

#[test]
fn readme_has_the_table_of_shortcuts() {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme
        .split_once("<!-- shortcuts: held to the list of commands by a test -->\n")
        .expect("the README has the comment before the table");
    let (found, _) = rest
        .split_once("<!-- end of shortcuts -->")
        .expect("the README has the comment behind the table");
    let table = shortcut_table();
    assert!(
        found == table,
        "between its two comments the README must have\n\n{table}"
    );
}

#[test]
fn palette_carries_out_what_is_typed_and_entered() {
    let mut window = Window::open();
    find(&mut window, "next seed first");
    assert_eq!(window.app().experiment().init_seed, 2022);
    find(&mut window, "first epoch");
    assert_eq!(window.app().epoch(), 0);
    find(&mut window, "last epoch");
    assert_eq!(window.app().epoch(), 249);
    find(&mut window, "preset bottleneck");
    assert_eq!(window.app().experiment().hidden, [3]);
    find(&mut window, "undo");
    assert_eq!(window.app().experiment().hidden, [30]);
    find(&mut window, "view data");
    assert!(window.shows("8 items, each a one-hot input"));
    find(&mut window, "shortcuts");
    assert!(window.shows("A deep linear network learns"));
}

#[test]
fn palette_is_found_in_the_other_language_and_speaks_it() {
    let mut window = Window::open();
    find(&mut window, "日本語");
    window.0.get_by_label("ノートブックに戻す");
    control(&mut window, Key::P);
    let typed = window
        .0
        .get_by_role_and_label(Role::TextInput, "コマンドを検索");
    typed.type_text("language english");
    window.settle();
    window.press(Key::Enter);
    window.0.get_by_label("Reset to the notebook");
}

#[test]
fn palette_is_moved_through_by_arrows_clicked_and_closed_by_escape() {
    let mut window = Window::open();
    // Two commands are found: the arrow goes to the second.
    search(&mut window, "new from the next seed");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_eq!(tree(window.app().experiment()).seed, 2022);
    assert_eq!(window.app().experiment().init_seed, 2021);
    search(&mut window, "new from the next seed");
    window.click("New first weights, from the next seed");
    assert_eq!(window.app().experiment().init_seed, 2022);
    assert!(!is_open(&window));
    search(&mut window, "reset");
    window.press(Key::Escape);
    assert!(!is_open(&window));
    assert_eq!(window.app().experiment().init_seed, 2022);
    control(&mut window, Key::P);
    assert!(is_open(&window));
    control(&mut window, Key::P);
    assert!(!is_open(&window));
}

#[test]
fn palette_says_why_a_command_does_not_apply_and_moves_nothing() {
    let mut window = Window::open();
    let place = |window: &Window| {
        let slider = window
            .0
            .get_by_role_and_label(Role::Slider, "Learning rate");
        slider.rect()
    };
    let before = place(&window);
    search(&mut window, "undo");
    assert!(window.shows("Undo · There is nothing to undo"));
    window.press(Key::Enter);
    assert!(is_open(&window));
    assert_eq!(place(&window), before);
    window.press(Key::Escape);
    window.press(Key::N);
    search(&mut window, "undo");
    assert!(!window.shows("There is nothing to undo"));
    assert_eq!(place(&window), before);
}

#[test]
fn a_run_that_is_pinned_already_is_said_to_be_so_wherever_it_could_be_pinned() {
    let mut window = Window::open();
    let is_grey = |window: &Window| {
        let pin = window.0.get_by_role_and_label(Role::Button, "Pin");
        pin.accesskit_node().is_disabled()
    };
    assert!(!is_grey(&window));
    window.click_button("Pin");
    assert!(is_grey(&window));
    let pin = window.0.get_by_role_and_label(Role::Button, "Pin").rect();
    // A tooltip comes when the pointer has moved since the click.
    window.0.hover_at(pin.left_top());
    window.0.step();
    window.0.hover_at(pin.center());
    window.0.run_steps(90);
    assert!(window.shows("This run is pinned already"));
    search(&mut window, "pin this");
    assert!(window.shows("Pin this run · This run is pinned already"));
    window.press(Key::Enter);
    assert!(is_open(&window));
}

#[test]
fn letters_typed_into_the_palette_are_no_shortcuts() {
    let mut window = Window::open();
    search(&mut window, "nrpltm [] ");
    window.press(Key::Escape);
    assert_eq!(*window.app().experiment(), Experiment::default());
    assert_eq!(window.app().epoch(), 150);
}

#[test]
fn views_are_shown_by_control_and_a_number() {
    let mut window = Window::open();
    control(&mut window, Key::Num2);
    window.0.get_by_label("Find the most misleading feature");
    control(&mut window, Key::Num3);
    assert!(window.shows("8 items, each a one-hot input"));
    control(&mut window, Key::Num1);
    assert!(window.shows("Learning dynamics: at epoch 150"));
}

#[test]
fn control_commands_work_while_typing_and_what_was_typed_counts() {
    let mut window = Window::open();
    let name = "Learning rate, typed";
    let edit = |window: &mut Window, text: &str| {
        let typed = window.0.get_by_role_and_label(Role::TextInput, name);
        typed.click();
        window.0.run_steps(2);
        control(window, Key::A);
        let typed = window.0.get_by_role_and_label(Role::TextInput, name);
        typed.type_text(text);
        window.0.step();
    };
    edit(&mut window, "60");
    control(&mut window, Key::Num3);
    assert!(window.shows("8 items, each a one-hot input"));
    assert!((window.app().experiment().lr - 60.0).abs() < 1e-12);
    // Undo is the text's own while it is edited.
    edit(&mut window, "70");
    control(&mut window, Key::Z);
    assert!((window.app().experiment().lr - 60.0).abs() < 1e-12);
    window.press(Key::Escape);
    control(&mut window, Key::Z);
    assert!((window.app().experiment().lr - 100.0).abs() < 1e-12);
}

#[test]
fn menus_show_every_command_of_their_section_and_grey_what_does_not_apply() {
    let mut window = Window::open();
    window.click("Edit");
    let undo = |window: &Window| {
        let entries = window.0.query_all_by_role_and_label(Role::Button, "Undo");
        entries
            .map(|node| node.accesskit_node().is_disabled())
            .collect::<Vec<_>>()
    };
    // One in the menu, one in the bar.
    assert_eq!(undo(&window), [true, true]);
    window.click("New data, from the next seed");
    assert_eq!(tree(window.app().experiment()).seed, 2022);
    window.click("Edit");
    assert_eq!(undo(&window), [false, false]);
    window.press(Key::Escape);
    window.click("Playback");
    window.click("First epoch");
    assert_eq!(window.app().epoch(), 0);
    window.click("View");
    window.click("Loss on a logarithmic axis");
    window.click("Help");
    window.click("Help and shortcuts");
    assert!(window.shows("Ctrl+Shift+Z"));
}

#[test]
fn redo_has_a_second_shortcut() {
    let mut window = Window::open();
    window.press(Key::N);
    control(&mut window, Key::Z);
    assert_eq!(window.app().experiment().init_seed, 2021);
    control(&mut window, Key::Y);
    assert_eq!(window.app().experiment().init_seed, 2022);
}

/// Presses a key with Ctrl and types on in the same frame, as on a busy machine.
fn control_and_type(window: &mut Window, control: Key, letters: &[(Key, &str)]) {
    let press = |key, modifiers| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    };
    let events = &mut window.0.input_mut().events;
    events.push(press(control, Modifiers::COMMAND));
    for (key, text) in letters {
        events.push(press(*key, Modifiers::NONE));
        events.push(Event::Text((*text).to_owned()));
    }
    window.0.step();
    // The next letter comes before the dialog has been drawn twice.
    let events = &mut window.0.input_mut().events;
    events.push(press(Key::N, Modifiers::NONE));
    events.push(Event::Text("n".to_owned()));
    window.settle();
}

#[test]
fn keys_behind_the_shortcut_of_a_dialog_are_for_the_dialog() {
    for (control, name) in [(Key::P, BOX), (Key::O, "Path of the file")] {
        let mut window = Window::open();
        let letters = [(Key::L, "l"), (Key::T, "t"), (Key::P, "p")];
        control_and_type(&mut window, control, &letters);
        assert_eq!(*window.app().experiment(), Experiment::default());
        let typed = window.0.get_by_role_and_label(Role::TextInput, name);
        assert_eq!(typed.value().as_deref(), Some("ltpn"), "{name}");
        window.press(Key::Escape);
        assert!(!window.shows("Loss on a logarithmic axis: on"));
    }
}

#[test]
fn a_letter_that_switches_an_option_says_so_where_that_is_not_seen() {
    let mut window = Window::open();
    // Here the axis shows it.
    window.press(Key::L);
    assert!(!window.shows("switches it"));
    window.press(Key::L);
    window.click_button("Data");
    window.press(Key::L);
    assert!(window.shows("Loss on a logarithmic axis: on (L switches it off)"));
    window.press(Key::L);
    assert!(window.shows("Loss on a logarithmic axis: off (L switches it on)"));
}
