//! The Regression view, the questions beside each view, and the self-check, in the real window.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::experiment::Experiment;

use crate::driver::{Window, tree};
use crate::files::{TABLE, file};

const AGREE: &str = "All three agree within 10⁻²";
const DIFFER: &str = "They do not all agree within 10⁻²";

/// A window in which the three have been compared.
fn regression() -> Window {
    let mut window = Window::open();
    window.click_button("Regression");
    window.wait_for(AGREE);
    window
}

#[test]
fn the_verdict_is_right_and_is_not_said_of_what_is_not_learned() {
    let mut window = regression();
    assert!(window.shows("then falls in 4 drops"));
    assert!(window.shows("no hidden layer, lr 1000"));
    window.enter("Epochs, typed", "150");
    window.wait_for(DIFFER);
    assert!(!window.shows(AGREE));
    assert!(window.shows("4 of 8 modes are more than half learned"));
    window.click("Undo");
    window.wait_for(AGREE);
    for toggle in ["Log loss", "the first 10"] {
        window.click(toggle);
    }
    window
        .0
        .get_by_label_contains("Loss on the way: regression");
}

#[test]
fn true_things_are_said_of_every_shape() {
    let mut window = Window::sized([1024.0, 640.0], None);
    window.click_button("Regression");
    window.wait_for(AGREE);
    window.enter("Learning rate, typed", "340");
    window.wait_for("deep network: diverged at epoch");
    assert!(window.shows(": diverged"));
    window.click("Reset to the notebook");
    window.wait_for(AGREE);
    window.enter("Hidden layers, typed", "0");
    window.wait_for("Your network has no hidden layer either");
    window.enter("Hidden layers, typed", "3");
    window.wait_for("deep network: has not learned it all yet");
    window.click("Reset to the notebook");
    window.wait_for(AGREE);
    window.enter("Levels, typed", "1");
    window.wait_for("swings about its answer");
    assert_eq!(tree(window.app().experiment()).n_items(), 2);
    window.enter("Features, typed", "1");
    window.enter("Epochs, typed", "1");
    window.0.run_steps(5);
}

#[test]
fn own_data_are_compared_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.drop_files(&[file(&folder, "pets.csv", TABLE)]);
    window.wait_for("pets.csv is open");
    window.click_button("Regression");
    window.settle();
    window.wait_for("no hidden layer, lr 0.1");
    assert!(window.shows("the last 3"));
    window.click("What am I seeing?");
    for view in ["Learning", "Illusions", "Data", "Regression"] {
        window.click_button(view);
    }
}

#[test]
fn noise_hides_the_weights_of_the_exercise() {
    let mut window = Window::open();
    window.click_button("Regression");
    window.click("Exercise: 3 × 3");
    assert!(window.shows("Rounding finds every weight again"));
    window.drag("Noise, standard deviation", 0.4, 1.0);
    assert!(window.shows("Rounding does not find all of the weights"));
    window.drag("Noise, standard deviation", 1.0, 0.0);
    assert!(window.shows("Rounding finds every weight again"));
    window.click("Inputs 2 and 3: equal");
    assert!(window.shows("X Xᵀ is singular: its rank is 2"));
    window.click("Inputs 2 and 3: nearly equal");
    assert!(window.shows("X Xᵀ is nearly singular"));
    window.click("Inputs 2 and 3: independent");
    window.drag("Samples", 1.0, 0.0);
    assert!(window.slider_value("Samples") < 3.0);
    assert!(window.shows("X Xᵀ is singular"));
    window.click("New draw");
    for role in [Role::Slider, Role::TextInput, Role::SpinButton] {
        for node in window.0.query_all_by_role(role) {
            let label = node.accesskit_node().label();
            assert!(label.is_some_and(|label| !label.is_empty()), "{role:?}");
        }
    }
}

#[test]
fn a_question_sets_the_controls_is_guessed_at_and_answered() {
    let mut window = Window::open();
    window.click("What am I seeing?");
    let question = "Can you get the bumps back at γ 0.1 with the learning rate alone?";
    window.0.get_by_label(question);
    assert!(!window.shows("The learning rate only stretches time"));
    // A wrong guess, while the run shows nothing of it.
    window.click_button("Yes, with small steps");
    assert!(window.shows("Not quite."));
    assert!(window.shows("The learning rate only stretches time"));
    assert!(window.shows("The run shown says nothing of this"));
    assert!(!window.shows("the loss falls in one drop"));
    window.click(&format!("Set the controls to: {question}"));
    assert!((window.app().experiment().gamma - 0.1).abs() < 1e-12);
    assert!(window.shows("at γ 0.1 and learning rate 100, the loss falls in one drop"));
    window.click_button("No");
    assert!(window.shows("Right.") && !window.shows("Not quite."));
    window.click("Undo");
    assert_eq!(*window.app().experiment(), Experiment::default());
    assert!(!window.shows("the loss falls in one drop"));
}

/// A question, the right guess, and what its answer says of the run: how each begins.
type Asked = (&'static str, &'static str, &'static str);

/// The questions of each view.
const QUESTIONS: [(&str, &[Asked]); 4] = [
    (
        "Learning",
        &[
            (
                "Why does the loss wait",
                "Each layer's step is as large",
                "until epoch 9",
            ),
            ("Can you get the bumps", "No", "one drop"),
            (
                "Which part first",
                "Animals from plants",
                "In this run: first mode 2",
            ),
        ],
    ),
    (
        "Illusions",
        &[
            (
                "When does the network believe",
                "Once it tells",
                "Shark has_bones: wrongly believed up to",
            ),
            (
                "Would a network without",
                "No, never",
                "Shark has_bones: never wrongly",
            ),
            (
                "Which feature misleads",
                "One with a single",
                "Parrot is the only exception",
            ),
        ],
    ),
    (
        "Data",
        &[
            (
                "How many modes",
                "As many as items",
                "Here 10000 features of 8 items",
            ),
            (
                "What becomes of the modes",
                "All singular values",
                "Here, at 0.5",
            ),
            (
                "Why do the bars",
                "There are only so many",
                "Here, with 100 features",
            ),
        ],
    ),
    (
        "Regression",
        &[
            ("Where do the three", "At the same W", "is off by at most"),
            (
                "Why does the network without",
                "Every mode's error",
                "Here the factor is 0.975",
            ),
        ],
    ),
];

#[test]
fn every_question_of_every_view_is_answered_in_its_situation() {
    let mut window = Window::sized([1024.0, 640.0], None);
    window.click("What am I seeing?");
    for (view, questions) in QUESTIONS {
        window.click_button(view);
        for (question, choice, measured) in questions {
            let set = format!("Set the controls to: {question}");
            window.0.get_by_label_contains(&set).click_accesskit();
            window.settle();
            let is_choice = |node: &egui_kittest::Node<'_>| {
                let node = node.accesskit_node();
                let label = node.label().unwrap_or_default();
                node.role() == Role::Button && label.starts_with(*choice)
            };
            // The questions stand behind the view, which has buttons that begin like that, too.
            let mut choices = window.0.query_all_by_label_contains(choice);
            choices.rfind(is_choice).expect(choice).click_accesskit();
            drop(choices);
            window.settle();
            window.wait_for(measured);
        }
        assert!(!window.shows("Not quite."));
    }
}

#[test]
fn the_lessons_can_be_drawn_in_japanese() {
    let mut window = Window::open();
    window.click("What am I seeing?");
    window.click("View");
    window.click("Language");
    window.click("日本語");
    for view in ["学習", "錯誤相関", "データ", "線形回帰"] {
        window.click_button(view);
    }
    window.wait_for("3 つとも 10⁻² 以内で一致");
    window.click("演習：3 × 3");
    assert!(window.shows("丸めるとすべての重みが見つかります"));
}

#[test]
fn the_program_passes_the_tutorials_exercises() {
    let mut window = Window::open();
    window.click("Help");
    window.click("Check this program");
    window.wait_for("4 of 4 checks passed");
    assert!(!window.shows("FAILED"));
    assert!(window.shows("right is 0.01 ± 10⁻⁵"));
}

#[test]
fn a_link_that_sets_the_controls_always_has_something_to_show() {
    let mut window = regression();
    window.click("What am I seeing?");
    assert!(window.shows("The controls are set to this"));
    window.click("Exercise: 3 × 3");
    assert!(!window.shows("The controls are set to this"));
    let set = "Set the controls to: Where do the three";
    window.0.get_by_label_contains(set).click();
    window.settle();
    assert!(!window.shows("Rounding finds every weight again"));
    window.wait_for(AGREE);
}

#[test]
fn while_presenting_the_questions_can_be_asked_and_their_answers_are_in_sight() {
    for size in [[1280.0, 720.0], [1024.0, 640.0]] {
        let mut window = Window::sized(size, None);
        window.press(egui::Key::F5);
        window.click("What am I seeing?");
        for choice in ["Yes, with small steps", "Animals from plants"] {
            let button = window.0.get_by_role_and_label(Role::Button, choice);
            button.scroll_to_me();
            window.0.run_steps(4);
            window.click_button(choice);
            window.0.run_steps(30);
            let all = window
                .0
                .query_all_by_label_contains("The run shown says nothing of this");
            let measured = window
                .0
                .query_all_by_label_contains("In this run: first mode");
            let last = measured.chain(all).next().expect("it is answered").rect();
            let timeline = window.0.get_by_role_and_label(Role::Slider, "Epoch").rect();
            assert!(
                last.bottom() < timeline.top(),
                "{size:?}: {last} {timeline}"
            );
        }
        window.press(egui::Key::F2);
        assert!(!window.shows("Not quite."));
    }
}

#[test]
fn beside_the_exercise_what_has_no_part_in_it_is_grey_or_gone() {
    let mut window = Window::open();
    window.click_button("Regression");
    let is_grey = |window: &Window| {
        let epoch = window.0.get_by_role_and_label(Role::Slider, "Epoch");
        epoch.accesskit_node().is_disabled()
    };
    assert!(!is_grey(&window));
    window.click("Exercise: 3 × 3");
    assert!(is_grey(&window) && window.shows("left edge of the window"));
    window.press(egui::Key::F5);
    assert!(is_grey(&window) && !window.shows("left edge of the window"));
    assert!(!window.shows("Learning rate"));
}
