//! The Atlas view: it fills, the run at hand moves in it by hand and by key, and it keeps out of the
//! way of what is dragged.

use std::time::Instant;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Rect};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::app::command::language::Language;
use modescope::app::text::words::Words;

use crate::driver::{DEADLINE, Window};

const MAP: &str = "Map of the runs: arrow keys move the run at hand from cell to cell";
const SECTION: &str = "What the run settles to";

impl Window {
    fn open_atlas() -> Self {
        let mut window = Self::open();
        window.0.key_press_modifiers(Modifiers::COMMAND, Key::Num5);
        window.settle();
        window.wait_for(MAP);
        window
    }

    fn map(&self) -> Rect {
        self.picture_at(MAP)
    }

    /// A place of the map's cells, by its shares of the picture's width and height.
    fn on_map(&self, x: f32, y: f32) -> Pos2 {
        let rect = self.map();
        rect.min + rect.size() * egui::vec2(x, y)
    }

    /// How many runs are done, while the work is not.
    fn n_done(&self) -> Option<usize> {
        let mut all = self.0.query_all_by_label_contains(" runs");
        let said = all.find_map(|node| {
            let node = node.accesskit_node();
            let said = node.value().or(node.label())?;
            let (done, rest) = said.split_once(" of ")?;
            rest.ends_with(" runs").then(|| done.parse().ok())?
        });
        drop(all);
        said
    }

    /// Waits until the first cells are there.
    fn wait_for_cells(&mut self) {
        self.wait_until("no cell comes", |window| {
            window.n_done().is_none_or(|n| n > 0)
        });
    }

    fn take_back(&mut self) {
        self.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        self.settle();
    }

    fn setting(&self) -> (f64, f64) {
        let experiment = self.app().experiment();
        (experiment.lr, experiment.gamma)
    }

    /// Makes runs short, so that the map is soon full.
    fn shorten(&mut self) {
        self.enter("Epochs, typed", "20");
    }
}

#[test]
fn entering_fills_the_map_and_says_which_run_is_the_fastest() {
    let mut window = Window::open_atlas();
    window.wait_for_cells();
    window.shorten();
    window.wait_until("the map does not fill", |window| {
        window.n_done().is_none() && window.shows("fastest that settles")
    });
    let bar = window.0.query_all_by_label_contains("fastest that settles");
    assert!(bar.count() > 0);
}

#[test]
fn a_click_goes_to_a_cell_and_a_drag_is_one_step_of_undo() {
    let mut window = Window::open_atlas();
    let before = window.setting();
    window.press_and_release_at(window.on_map(0.6, 0.3));
    window.settle();
    let clicked = window.setting();
    assert!(clicked.0 > before.0 && clicked.1 > before.1, "{clicked:?}");
    let from = window.on_map(0.6, 0.3);
    window.0.drag_at(from);
    window.0.step();
    for step in 1..=6 {
        window
            .0
            .hover_at(from + egui::vec2(-12.0, 14.0) * step as f32);
        window.0.step();
    }
    window.0.drop_at(from + egui::vec2(-72.0, 84.0));
    window.settle();
    let dragged = window.setting();
    assert!(
        dragged.0 < clicked.0 && dragged.1 < clicked.1,
        "{dragged:?}"
    );
    assert_eq!(dragged.0.fract(), 0.0);
    window.take_back();
    assert_eq!(window.setting(), clicked);
    window.take_back();
    assert_eq!(window.setting(), before);
}

#[test]
fn arrow_keys_move_the_run_from_cell_to_cell() {
    let mut window = Window::open_atlas();
    let (lr, gamma) = window.setting();
    let epoch = window.app().epoch();
    window.0.get_by_role_and_label(Role::Image, MAP).focus();
    // In its first frame with the keyboard no widget keeps the arrows yet.
    window.0.run_steps(3);
    window.press(Key::ArrowRight);
    assert_eq!(window.setting(), (lr + 5.0, gamma));
    window.press(Key::ArrowUp);
    assert_eq!(window.setting(), (lr + 5.0, 2.2e-12));
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowDown);
    assert_eq!(window.setting(), (lr, gamma));
    let node = window.0.get_by_role_and_label(Role::Image, MAP);
    assert!(node.accesskit_node().is_focused());
    let said = node.accesskit_node().value();
    assert_eq!(said.as_deref(), Some("lr 100, gamma 10⁻¹²"));
    assert_eq!(window.app().epoch(), epoch);
    // Without the keyboard the arrows are the timeline's again.
    window.press(Key::Escape);
    window.press(Key::ArrowRight);
    assert_eq!(window.app().epoch(), epoch + 1);
}

#[test]
fn the_tab_key_reaches_the_map() {
    let mut window = Window::open_atlas();
    window.press(Key::Tab);
    let is_there = |window: &Window| {
        let map = window.0.get_by_role_and_label(Role::Image, MAP);
        map.accesskit_node().is_focused()
    };
    let start = Instant::now();
    while !is_there(&window) {
        window.press(Key::Tab);
        assert!(start.elapsed() < DEADLINE, "the map is never reached");
    }
}

#[test]
fn leaving_stops_the_work_and_coming_back_goes_on() {
    let mut window = Window::open_atlas();
    window.wait_for_cells();
    window.click_button("Data");
    window.0.run_steps(5);
    window.click_button("Atlas");
    let n_before = window.n_done();
    assert!(n_before.is_none_or(|n| n > 0), "{n_before:?}");
}

#[test]
fn changing_gamma_keeps_the_cells_and_changing_the_flip_does_not() {
    let mut window = Window::open_atlas();
    window.wait_until("too few cells come", |window| {
        window.n_done().is_none_or(|n| n > 100)
    });
    window.enter("Initialisation scale γ, typed", "1e-3");
    assert!(window.n_done().is_none_or(|n| n > 100));
    window.enter("Flip probability, typed", "0.2");
    window.wait_until("nothing begins anew", |window| {
        window.n_done().is_some_and(|n| n < 100)
    });
}

#[test]
fn a_slider_is_followed_within_two_frames_while_the_map_fills() {
    let mut window = Window::open_atlas();
    window.wait_for_cells();
    let name = "Learning rate";
    window.0.hover_at(window.on_slider(name, 0.5));
    window.0.step();
    window.0.drag_at(window.on_slider(name, 0.5));
    window.0.step();
    for step in 1..=8 {
        let at = window.on_slider(name, 0.5 + 0.04 * step as f32);
        window.0.hover_at(at);
        window.0.step();
        window.0.step();
        let held = window.n_done();
        window.0.step();
        // What was under way when the drag began may still come.
        if step > 6 {
            assert_eq!(window.n_done(), held);
        }
    }
    window.0.drop_at(window.on_slider(name, 0.82));
    window.settle();
    assert_eq!(
        window.run().facts.experiment.lr,
        window.app().experiment().lr
    );
}

#[test]
fn the_section_drags_its_parameter() {
    let mut window = Window::open_atlas();
    let (_, gamma) = window.setting();
    let rect = window.picture_at(SECTION);
    window.press_and_release_at(rect.min + rect.size() * egui::vec2(0.85, 0.5));
    window.settle();
    let (lr, same) = window.setting();
    assert!(lr > 200.0 && same == gamma, "{lr}");
}

#[test]
fn both_languages_and_sizes_have_room_for_the_map() {
    for language in Language::ALL {
        let words = Words::new(language);
        for size in [[1024.0, 640.0], [1280.0, 800.0]] {
            let (mut window, _folder) = Window::speaking(size, language);
            window.click_button(&words.get("view-atlas"));
            let map = words.get("atlas-map");
            window.wait_for(&map);
            let at_first = window.picture_at(&map);
            assert!(at_first.width() > 0.3 * size[0] && at_first.height() > 0.4 * size[1]);
            for _ in 0..60 {
                window.0.step();
                assert_eq!(window.picture_at(&map), at_first, "{size:?} {language:?}");
            }
        }
    }
}
