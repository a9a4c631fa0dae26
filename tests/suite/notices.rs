//! Notices over the picture, the hints of a first start, and presenting.

use egui::accesskit::Role;
use egui::{Key, Rect};
use egui_kittest::kittest::Queryable as _;
use modescope::app::command::language::Language;
use modescope::app::text::words::Words;

use crate::driver::Window;

/// Where the chart of the learning dynamics is.
fn chart(window: &Window) -> Rect {
    let mut nodes = window
        .0
        .query_all_by_label_contains("Learning dynamics: at epoch");
    nodes.next_back().expect("the chart has a name").rect()
}

#[test]
fn news_stands_over_the_status_line_and_goes_at_a_click_or_with_the_view() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.save_as(&folder.path().join("first.toml"));
    let notice = window.0.get_by_label_contains("Saved as").rect();
    let timeline = window.0.get_by_role_and_label(Role::Slider, "Epoch").rect();
    assert!(notice.center().y > timeline.bottom(), "{notice} {timeline}");
    window.click_at(notice.center());
    assert!(!window.shows("Saved as"));
    window.save_as(&folder.path().join("second.toml"));
    window.click_button("Data");
    assert!(!window.shows("Saved as"));
}

#[test]
fn a_hint_stands_on_the_chart_and_is_closed_by_its_mark_or_escape() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings.toml");
    let text = "version = 1\nlanguage = \"english\"\nhints_left = 3\n";
    std::fs::write(&settings, text).unwrap();
    let mut window = Window::sized([1280.0, 800.0], Some(settings));
    let hint = window.0.get_by_label_contains("Drag this:").rect();
    let chart = chart(&window);
    assert!(chart.contains_rect(hint), "{hint} {chart}");
    window.click("Close this hint");
    assert!(!window.shows("Drag this:") && window.shows("Drag along here"));
    // A hint goes with the view that it belongs to.
    for view in ["Data", "Regression"] {
        window.click_button(view);
        assert!(!window.shows("Close this hint"), "{view}");
        window.click_button("Learning");
        assert!(window.shows("Drag along here"), "{view}");
    }
    window.press(Key::Escape);
    assert!(!window.shows("Drag along here") && window.shows("Teach it something"));
    // The last one asks for the Illusions view, and is followed there.
    window.click_button("Illusions");
    assert!(!window.shows("Close this hint"));
    window.click_button("Learning");
    assert!(!window.shows("Close this hint"));
}

#[test]
fn a_hint_is_out_of_the_way_of_a_drag() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings.toml");
    let text = "version = 1\nlanguage = \"english\"\nhints_left = 3\n";
    std::fs::write(&settings, text).unwrap();
    let mut window = Window::sized([1280.0, 800.0], Some(settings));
    assert!(window.shows("Drag this:"));
    let at = chart(&window).left_center() + egui::vec2(60.0, 120.0);
    window.0.hover_at(at);
    window.0.step();
    window.0.drag_at(at);
    window.0.run_steps(2);
    assert!(!window.shows("Drag this:"));
    window.0.drop_at(at);
    window.0.run_steps(2);
    assert!(window.shows("Drag this:"));
}

#[test]
fn no_tooltip_is_there_while_a_button_is_down() {
    let mut window = Window::open();
    let hint = Words::new(Language::English).get("control-epochs-hint");
    let at = window.on_slider("Epochs", 0.5);
    window.0.hover_at(at);
    // Longer than a tooltip waits to appear.
    window.0.run_steps(90);
    assert!(window.shows(&hint), "{hint}");
    window.0.drag_at(at);
    window.0.run_steps(3);
    assert!(!window.shows(&hint));
    window.0.drop_at(at);
    window.settle();
}

#[test]
fn presenting_follows_the_windows_size() {
    let mut window = Window::sized([1024.0, 640.0], None);
    window.press(Key::F5);
    let small = window.0.ctx.zoom_factor();
    assert!((1.0..1.1).contains(&small), "{small}");
    window.0.set_size(egui::vec2(1600.0, 1000.0));
    window.0.run_steps(4);
    let large = window.0.ctx.zoom_factor();
    assert!(large > 1.6, "{large}");
    window.press(Key::Escape);
    assert!((window.0.ctx.zoom_factor() - 1.0).abs() < 1e-3);
}

#[test]
fn while_presenting_the_pictures_have_the_room_of_the_controls() {
    let mut window = Window::open();
    assert!(chart(&window).left() > 270.0);
    let before = chart(&window);
    window.press(Key::F5);
    // In pixels: points are larger while presenting, and so are the letters around the curves.
    let zoom = window.0.ctx.zoom_factor();
    assert!(zoom > 1.3, "{zoom}");
    let after = chart(&window) * zoom;
    assert!(
        after.width() > before.width() && after.area() > before.area(),
        "{before} {after}"
    );
    assert!(chart(&window).left() < 100.0, "{}", chart(&window));
    let slider = |name: &str| window.0.get_by_role_and_label(Role::Slider, name).rect();
    // The kept controls stand beside each other, below the pictures.
    let [lr, gamma] = ["Learning rate", "Initialisation scale γ"].map(slider);
    assert!((lr.top() - gamma.top()).abs() < 0.5 && lr.right() < gamma.left());
    assert!(lr.top() > chart(&window).bottom());
}

#[test]
fn while_presenting_the_status_stays_and_a_warning_with_it() {
    let mut window = Window::open();
    window.press(Key::F5);
    assert!(window.shows("epoch 150: loss"));
    assert!(window.shows("4 drops"));
    assert!(!window.shows("Pinned runs"));
    window.enter("Learning rate, typed", "270");
    assert!(window.shows("lr 270 is past the stability limit of about 254"));
}

#[test]
fn while_presenting_the_microscope_has_the_room_of_the_curves() {
    let mut window = Window::open();
    let microscope = |window: &Window| window.picture_at("Product of U, A and V transposed");
    window.click("Microscope");
    let before = microscope(&window);
    window.click("What each mode is");
    window.press(Key::F5);
    let strip = window.0.get_by_label("Microscope").rect();
    // It belongs to the panel, not to the matrix.
    let panel = window.picture_at("mode 1: ");
    let matrix = window.picture_at("Similarity at epoch");
    assert!(strip.top() >= panel.bottom() && panel.top() > matrix.top());
    window.click("Microscope");
    assert_eq!(window.0.get_by_label("Microscope").rect(), strip);
    let zoom = window.0.ctx.zoom_factor();
    let after = microscope(&window) * zoom;
    assert!(after.height() > 1.5 * before.height(), "{before} {after}");
}

#[test]
fn while_presenting_a_hint_covers_none_of_the_kept_controls() {
    let mut window = Window::open();
    window.press(Key::F5);
    for key in ["control-lr", "control-gamma"] {
        let words = Words::new(Language::English);
        let (name, hint) = (words.get(key), words.get(&format!("{key}-hint")));
        window.0.hover_at(window.on_slider(&name, 0.7));
        // Longer than a tooltip waits to appear.
        window.0.run_steps(90);
        let hint = window.0.get_by_label_contains(&hint).rect();
        let slider = window.0.get_by_role_and_label(Role::Slider, &name).rect();
        assert!(hint.bottom() <= slider.top(), "{hint} {slider}");
        // The slider can be dragged all the same.
        let before = window.slider_value(&name);
        window.drag(&name, 0.7, 0.3);
        assert_ne!(window.slider_value(&name), before);
    }
}
