//! The Regression view: still while it compares, and whole in a small window, in both languages.

use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::app::command::language::Language;
use modescope::app::text::words::Words;

use crate::driver::Window;

const SIZES: [[f32; 2]; 2] = [[1024.0, 640.0], [1280.0, 800.0]];

/// Where the curves of the losses are.
fn curves(window: &Window, words: &Words) -> Rect {
    let values = [("analytical", ""), ("shallow", ""), ("deep", "")];
    let values = values.map(|(name, value)| (name, value.into()));
    let name = words.with("solutions-description", &values);
    let start = name.split(['：', ':']).next().unwrap_or_default();
    let all = window.0.root().children_recursive();
    let described = all.filter(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.starts_with(start) && label.len() > start.len()
    });
    let mut described: Vec<Rect> = described.map(|node| node.rect()).collect();
    described.pop().expect("the curves have a name")
}

#[test]
fn nothing_moves_while_the_ways_are_compared() {
    for language in Language::ALL {
        let words = Words::new(language);
        for size in SIZES {
            let (mut window, _folder) = Window::speaking(size, language);
            window.click_button(&words.get("view-regression"));
            let busy = words.get("regression-busy");
            let title = words.get("solutions-title");
            let title = |window: &Window| window.0.get_by_label(&title).rect();
            let at_first = title(&window);
            let is_done = |window: &mut Window| !window.shows(&busy);
            window.wait_until("the comparison does not end", is_done);
            window.0.run_steps(2);
            assert_eq!(title(&window), at_first, "{size:?} {language:?}");
            let before = curves(&window, &words);
            let lr = words.get("control-lr");
            let lr = words.with("control-typed", &[("name", lr.into())]);
            window.enter(&lr, "60");
            window.wait_until("the comparison does not end", |window| {
                assert_eq!(curves(window, &words), before, "{size:?} {language:?}");
                !window.shows(&busy)
            });
        }
    }
}

#[test]
fn the_exercises_controls_are_whole_in_a_small_window() {
    for language in Language::ALL {
        let words = Words::new(language);
        for size in SIZES {
            let (mut window, _folder) = Window::speaking(size, language);
            window.click_button(&words.get("view-regression"));
            window.click_button(&words.get("regression-exercise"));
            let view = Rect::from_min_max(egui::pos2(264.0, 36.0), egui::pos2(size[0], size[1]));
            let mut right = view.left();
            for key in [
                "exercise-independent",
                "exercise-nearly-equal",
                "exercise-equal",
            ] {
                let (name, text) = (words.get("exercise-inputs"), words.get(key));
                let label = format!("{name}: {text}");
                let place = window.0.get_by_role_and_label(Role::Button, &label).rect();
                right = right.max(place.right());
            }
            let pictures = window.0.query_all_by_role(Role::Image);
            // The timeline's marks are pictures, too.
            let timeline = size[1] - 80.0;
            let left = pictures
                .map(|node| node.rect())
                .filter(|rect| rect.top() < timeline);
            let left = left.map(|rect| rect.left());
            let left = left.fold(f32::INFINITY, f32::min);
            assert!(right < left, "{right} {left} in {size:?}, {language:?}");
        }
    }
}

#[test]
fn the_differences_of_the_ways_are_whole_in_a_small_window() {
    for language in Language::ALL {
        let words = Words::new(language);
        for size in SIZES {
            let (mut window, _folder) = Window::speaking(size, language);
            window.click_button(&words.get("view-regression"));
            let [analytical, shallow, deep] =
                ["way-analytical", "way-shallow", "way-deep"].map(|key| words.get(key));
            for (a, b) in [
                (&analytical, &shallow),
                (&analytical, &deep),
                (&shallow, &deep),
            ] {
                let name = format!("{a} – {b}");
                window.wait_for(&name);
                let mark = format!("{name}, {}: ", words.get("difference-close"));
                let mut marks = window.0.query_all_by_label_contains(&mark);
                let mark = marks.next().expect("there is a mark").rect();
                let name = window.0.get_by_label(&name).rect();
                let said = format!("{name:?} {mark:?} in {size:?}, {language:?}");
                assert!(name.right() < mark.left(), "{said}");
                assert!(mark.right() < size[0] - 10.0, "{said}");
            }
        }
    }
}

#[test]
fn what_the_weights_and_the_controls_are_for_is_said() {
    for language in Language::ALL {
        let words = Words::new(language);
        let (mut window, _folder) = Window::speaking(SIZES[0], language);
        window.click_button(&words.get("view-regression"));
        window.wait_for(&words.get("regression-weights"));
        // The other learning rate is explained beside the curves.
        let values = [
            ("lr", "1000".into()),
            ("own", "100".into()),
            ("times", "10".into()),
        ];
        window.wait_for(&words.with("path-shallow-lr-slower", &values));
        window.click_button(&words.get("regression-exercise"));
        window.wait_for(&words.get("exercise-apart"));
    }
}

#[test]
fn the_choice_of_features_is_one_row_in_a_small_window() {
    for language in Language::ALL {
        let words = Words::new(language);
        let (mut window, _folder) = Window::speaking(SIZES[0], language);
        window.click_button(&words.get("view-illusions"));
        window.click(&words.get("illusion-presets"));
        window.click(&words.get("illusion-shark"));
        window.click_button(&words.get("view-regression"));
        let own = words.get("regression-own");
        window.wait_for(&own);
        let with_n = |key| words.with(key, &[("n", "10".into())]);
        let names = [with_n("regression-last"), with_n("regression-first"), own];
        let rects = names.map(|name| window.0.get_by_label(&name).rect());
        for pair in rects.windows(2) {
            let is_beside = pair[0].right() < pair[1].left() && pair[0].top() == pair[1].top();
            assert!(is_beside, "{pair:?} {language:?}");
        }
        assert!(rects[2].right() <= SIZES[0][0], "{rects:?} {language:?}");
        let title = window
            .0
            .get_by_label(&words.get("regression-weights"))
            .rect();
        assert!((title.center().y - rects[0].center().y).abs() < 2.0);
        assert!(title.right() < rects[0].left(), "{title} {language:?}");
    }
}
