//! The real app in a window, and what a person does to it. No display, no GPU.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::app::App;
use modescope::app::command::language::Language;
use modescope::app::run::Run;
use modescope::app::widgets::rail::rail;
use modescope::data::TreeRecipe;
use modescope::experiment::Experiment;

/// Nothing here takes this long; it only bounds a failure.
pub(crate) const DEADLINE: Duration = Duration::from_mins(1);

pub(crate) fn tree(experiment: &Experiment) -> &TreeRecipe {
    experiment.data.tree().expect("it is drawn from a tree")
}

/// The app in a window, and what a person does to it.
pub(crate) struct Window(pub(crate) Harness<'static, Option<App>>);

impl Window {
    pub(crate) fn open() -> Self {
        Self::sized([1280.0, 800.0], None)
    }

    /// A window of a size, its first run finished.
    pub(crate) fn sized(size: [f32; 2], settings: Option<PathBuf>) -> Self {
        Self::made(size, move |ctx| {
            App::new(ctx, settings.clone(), Box::new(|_| ())).expect("a thread can be had")
        })
    }

    /// A window that was started with a file.
    pub(crate) fn opening(settings: PathBuf, file: PathBuf) -> Self {
        Self::made([1280.0, 800.0], move |ctx| {
            let (settings, file) = (Some(settings.clone()), file.clone());
            App::opening(ctx, settings, Box::new(|_| ()), file).expect("a thread can be had")
        })
    }

    fn made(size: [f32; 2], make: impl Fn(&egui::Context) -> App + 'static) -> Self {
        let draw = move |ui: &mut egui::Ui, app: &mut Option<App>| {
            let app = app.get_or_insert_with(|| make(ui.ctx()));
            app.logic(ui.ctx());
            app.show(ui);
        };
        // Steps as short as a screen's frames, so that two clicks can be a double-click.
        let builder = Harness::builder().with_size(size).with_step_dt(1.0 / 60.0);
        let mut window = Self(builder.build_ui_state(draw, None));
        window.settle();
        window
    }

    pub(crate) fn app(&self) -> &App {
        self.0.state().as_ref().expect("the first frame made it")
    }

    pub(crate) fn run(&self) -> &Run {
        self.app().state().shown().expect("a run is shown")
    }

    /// Steps until the newest run has ended and is drawn.
    pub(crate) fn settle(&mut self) {
        let start = Instant::now();
        self.0.run_steps(3);
        while !self.app().state().is_settled() {
            self.0.step();
            assert!(start.elapsed() < DEADLINE, "the run does not end");
        }
        self.0.run_steps(2);
        self.assert_ids_are_unique();
    }

    /// Two widgets with one id share the keyboard; egui then writes so over both.
    fn assert_ids_are_unique(&self) {
        for clipped in &self.0.output().shapes {
            if let egui::Shape::Text(text) = &clipped.shape {
                let said = text.galley.text();
                assert!(!said.contains("use of widget ID"), "{said}");
            }
        }
    }

    /// Steps until this is on the screen.
    pub(crate) fn wait_for(&mut self, text: &str) {
        let start = Instant::now();
        while !self.shows(text) {
            self.0.step();
            assert!(start.elapsed() < DEADLINE, "{text} does not appear");
        }
        // What appears makes room for itself in the next frame.
        self.0.run_steps(2);
    }

    /// Whether something that contains this is on the screen.
    pub(crate) fn shows(&self, text: &str) -> bool {
        self.0.query_all_by_label_contains(text).next().is_some()
    }

    pub(crate) fn slider_value(&self, name: &str) -> f64 {
        let slider = self.0.get_by_role_and_label(Role::Slider, name);
        slider
            .accesskit_node()
            .numeric_value()
            .expect("a slider has a value")
    }

    /// A place on a slider, as a share of its width.
    pub(crate) fn on_slider(&self, name: &str, share: f32) -> Pos2 {
        let rect = self.0.get_by_role_and_label(Role::Slider, name).rect();
        let rail = rail(rect);
        let x = egui::lerp(rail.min..=rail.max, share);
        Pos2::new(x, rect.center().y)
    }

    /// Drags a slider to a share of its width, as a hand would.
    pub(crate) fn drag(&mut self, name: &str, from: f32, to: f32) {
        self.0.hover_at(self.on_slider(name, from));
        self.0.step();
        self.0.drag_at(self.on_slider(name, from));
        self.0.step();
        for step in 1..=8 {
            let share = egui::lerp(from..=to, step as f32 / 8.0);
            self.0.hover_at(self.on_slider(name, share));
            self.0.step();
        }
        self.0.drop_at(self.on_slider(name, to));
        self.settle();
    }

    /// Replaces what is in a box and enters it: the value takes effect, or is refused in words.
    pub(crate) fn enter(&mut self, name: &str, text: &str) {
        let is_there_already = self.value_of(name).as_deref() == Some(text);
        self.type_into(name, text);
        let before = self.effects(name);
        self.0.key_press(Key::Enter);
        self.settle();
        let has_effect = self.effects(name) != before;
        assert!(
            has_effect || is_there_already,
            "{text} in {name}: no effect"
        );
    }

    /// Replaces what is in a box, which must take the keyboard and then hold the text.
    pub(crate) fn type_into(&mut self, name: &str, text: &str) {
        // A box below the edge of its panel cannot be clicked.
        self.text_box(name).scroll_to_me();
        self.0.run_steps(4);
        if self.has_focus(name) {
            self.0.key_press_modifiers(Modifiers::COMMAND, Key::A);
        } else {
            // The click selects all that is in the box.
            self.text_box(name).click();
        }
        // What is typed before the box has the focus would be lost.
        self.wait_until(&format!("{name} does not take the focus"), |window| {
            window.has_focus(name)
        });
        self.0.step();
        self.text_box(name).type_text(text);
        self.0.step();
        assert!(self.has_focus(name), "{name} has lost the focus");
        let typed = self.value_of(name);
        assert_eq!(typed.as_deref(), Some(text), "typed into {name}");
    }

    /// A window in a language, and the folder of its settings, which goes when this is dropped.
    pub(crate) fn speaking(size: [f32; 2], language: Language) -> (Self, tempfile::TempDir) {
        let folder = tempfile::tempdir().expect("there is a folder for tests");
        let path = folder.path().join("settings.toml");
        let name = format!("{language:?}").to_lowercase();
        let text = format!("version = 1\nlanguage = \"{name}\"\n");
        std::fs::write(&path, text).expect("the folder can be written to");
        (Self::sized(size, Some(path)), folder)
    }

    /// The place of the last picture whose name begins so.
    pub(crate) fn picture_at(&self, start: &str) -> Rect {
        let mut all = self.0.query_all_by_role(Role::Image);
        let is_it = |label: String| label.starts_with(start);
        let last = all.rfind(|node| node.accesskit_node().label().is_some_and(is_it));
        last.unwrap_or_else(|| panic!("no picture begins with {start:?}"))
            .rect()
    }

    /// A click whose press and release have a frame each, as those of a hand have.
    pub(crate) fn press_and_release_at(&mut self, at: Pos2) {
        self.0.hover_at(at);
        self.0.step();
        self.0.drag_at(at);
        self.0.step();
        self.0.drop_at(at);
        self.0.step();
    }

    /// Two such clicks in a row.
    pub(crate) fn double_click_at(&mut self, at: Pos2) {
        self.0.hover_at(at);
        self.0.step();
        for _ in 0..2 {
            self.0.drag_at(at);
            self.0.step();
            self.0.drop_at(at);
            self.0.step();
        }
        self.settle();
    }

    /// A click so quick that press and release arrive in one frame.
    pub(crate) fn click_at(&mut self, at: Pos2) {
        self.0.hover_at(at);
        self.0.step();
        self.0.drag_at(at);
        self.0.drop_at(at);
        self.settle();
    }

    pub(crate) fn text_box<'a>(&'a self, name: &'a str) -> egui_kittest::Node<'a> {
        self.0.get_by_role_and_label(Role::TextInput, name)
    }

    pub(crate) fn has_focus(&self, name: &str) -> bool {
        self.text_box(name).accesskit_node().is_focused()
    }

    /// The text of a box, if it is there.
    fn value_of(&self, name: &str) -> Option<String> {
        let mut boxes = self.0.query_all_by_role_and_label(Role::TextInput, name);
        boxes.next()?.accesskit_node().value()
    }

    /// All that entering a value into a box can change: the experiment, the epoch, and all that is
    /// written elsewhere on the screen, refusals included.
    fn effects(&self, name: &str) -> (Experiment, usize, Vec<String>) {
        let nodes = self.0.root().children_recursive();
        let elsewhere = nodes.filter_map(|node| {
            let node = node.accesskit_node();
            let label = node.label();
            let is_box = node.role() == Role::TextInput && label.as_deref() == Some(name);
            label.or(node.value()).filter(|_| !is_box)
        });
        let elsewhere = elsewhere.collect();
        let app = self.app();
        (app.experiment().clone(), app.epoch(), elsewhere)
    }

    /// Steps until something is so.
    pub(crate) fn wait_until(&mut self, what: &str, mut is_so: impl FnMut(&mut Self) -> bool) {
        let start = Instant::now();
        while !is_so(self) {
            self.0.step();
            assert!(start.elapsed() < DEADLINE, "{what}");
        }
    }

    pub(crate) fn click(&mut self, label: &str) {
        self.0.get_by_label(label).click();
        self.settle();
    }

    /// Answers a question by a button, which takes no click until the question can be read.
    pub(crate) fn answer(&mut self, label: &str) {
        self.wait_until(&format!("{label} takes no click"), |window| {
            let button = window.0.query_by_label(label);
            button.is_some_and(|button| !button.accesskit_node().is_disabled())
        });
        self.click(label);
    }

    /// Clicks a button whose label other things have, too.
    pub(crate) fn click_button(&mut self, label: &str) {
        self.0.get_by_role_and_label(Role::Button, label).click();
        self.settle();
    }

    /// Back to the notebook, by the keyboard.
    pub(crate) fn reset(&mut self) {
        let modifiers = egui::Modifiers::COMMAND | egui::Modifiers::SHIFT;
        self.0.key_press_modifiers(modifiers, Key::R);
        self.settle();
    }

    pub(crate) fn press(&mut self, key: Key) {
        self.0.key_press(key);
        self.settle();
    }
}
