//! Theory in the real window: what is said of a run, and when it must not be said.

use egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::driver::Window;

impl Window {
    fn says(&self, text: &str) -> bool {
        self.0.query_all_by_label_contains(text).next().is_some()
    }
}

const EARLY: &str = "The continuous theory is 14 epochs early";
const APART: &str = "does not apply";

#[test]
fn t_goes_through_the_kinds_of_theory() {
    let mut window = Window::open();
    let shown = |window: &Window| {
        let legend = |text: &str| window.says(text);
        (legend("theory, discrete"), legend("theory, continuous"))
    };
    assert_eq!(shown(&window), (false, false));
    for expected in [(true, false), (false, true), (true, true), (false, false)] {
        window.press(Key::T);
        assert_eq!(shown(&window), expected);
    }
}

#[test]
fn the_step_is_blamed_only_where_the_continuous_curves_are_seen_to_be_early() {
    let mut window = Window::open();
    window.press(Key::T);
    assert!(!window.says(EARLY), "the discrete curves are not early");
    // At this seed modes 5 to 8 lie within 1.2 %.
    assert!(window.says("compete"));
    window.press(Key::T);
    assert!(window.says(EARLY));
    window.enter("Learning rate, typed", "2");
    window.enter("Initialisation scale γ, typed", "1e-2");
    window.enter("Epochs, typed", "3000");
    assert!(!window.says("epochs early"));
}

#[test]
fn a_large_start_is_said_to_be_beyond_the_theory_and_a_small_one_is_not() {
    let mut window = Window::open();
    window.press(Key::T);
    assert!(!window.says(APART));
    window.enter("Initialisation scale γ, typed", "10");
    assert!(window.says("do not decouple at γ 10"));
    window.enter("Initialisation scale γ, typed", "1e-6");
    assert!(!window.says(APART));
}

#[test]
fn other_depths_have_the_theory_there_is() {
    let mut window = Window::open();
    window.press(Key::T);
    window.enter("Hidden layers, typed", "0");
    assert!(window.says("Without a hidden layer the theory is exact"));
    window.enter("Hidden layers, typed", "2");
    assert!(window.says("With 2 hidden layers no theory is drawn"));
    assert!(!window.says("theory, discrete"));
}

#[test]
fn past_the_stability_limit_it_is_said_at_the_slider_and_of_the_theory() {
    let mut window = Window::open();
    window.press(Key::T);
    assert!(window.says("39 % of its stability limit, 254"));
    assert!(!window.says("times its stability limit"));
    window.enter("Learning rate, typed", "270");
    assert!(window.says("106 % of its limit, 254: swings or diverges"));
    assert!(window.says("1.06 times its stability limit"));
}

#[test]
fn stages_are_foreseen_on_the_timeline() {
    let mut window = Window::open();
    assert!(window.says("stage foreseen at epoch"));
    window.enter("Epochs, typed", "50");
    assert!(!window.says("stage foreseen at epoch"));
    window.enter("Hidden layers, typed", "2");
    assert!(!window.says("stage foreseen at epoch"));
}
