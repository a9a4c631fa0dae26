//! A row for each watched pair: what became of the belief over the run, and the prediction at the
//! epoch.

use egui::style::ScrollStyle;
use egui::{
    Align, Button, Color32, Label, Layout, Rect, RichText, ScrollArea, TextStyle, Ui, vec2,
};

use crate::app::run::Run;
use crate::app::text::names::pair_name;
use crate::app::text::story::{self, Said, Standing};
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::split::part_ui;
use crate::app::widgets::wrapped::{broken, wrapped_ui};
use crate::experiment::Experiment;
use crate::numbers::prediction;

/// The least height of a row, in points.
const ROW: f32 = 24.0;

/// The width of the dot before a row's words, and of the button behind them.
const DOT: f32 = 20.0;
const CLOSE: f32 = 22.0;

/// Between the words, the prediction at the epoch, and the button.
const GAP: f32 = 8.0;

/// Room for the scroll bar.
const BAR: f32 = 12.0;

/// The most of the height of predictions and rows that the rows take.
const MOST_SHARE: f32 = 0.4;

/// The rows and, below them, a sentence if there is no hidden layer: measured before they are
/// drawn, so that every sentence has as many lines as it needs.
pub(super) struct BeliefRows {
    rows: Vec<Row>,
    /// A sentence below the rows, and its height.
    note: Option<(String, f32)>,
    width: f32,
}

/// The row of a watched pair.
struct Row {
    /// The place of the pair among those that are watched.
    watched: usize,
    name: String,
    /// What became of the belief over the run.
    story: String,
    /// The prediction at the epoch, short and as a sentence.
    now: Option<String>,
    told: String,
    /// The room for the prediction at the epoch beside the story; none if that is below it.
    beside: Option<f32>,
    height: f32,
}

impl BeliefRows {
    /// The rows of a run, for a width.
    pub(super) fn of(ui: &Ui, run: &Run, epoch: usize, width: f32, words: &Words) -> Self {
        let experiment = &run.facts.experiment;
        let watched = 0..experiment.watched.len();
        let rows = watched.filter_map(|i| Row::of(ui, run, i, (epoch, width), words));
        let note = if experiment.watched.is_empty() {
            Some(words.get("story-none-watched"))
        } else {
            let has_hidden = !experiment.hidden.is_empty();
            (!has_hidden).then(|| words.get("story-no-hidden"))
        };
        let note = note.map(|text| {
            let height = size(ui, &text, width - BAR).y;
            (text, height.max(ROW))
        });
        Self {
            rows: rows.collect(),
            note,
            width,
        }
    }

    /// The height that the rows take of `room`: all of it that they need, up to a share, and no
    /// more than leaves the predictions the height `for_plot`.
    pub(super) fn height(&self, ui: &Ui, room: f32, for_plot: f32) -> f32 {
        let rows = self.rows.iter().map(|row| row.height);
        let heights = rows.chain(self.note.iter().map(|(_, height)| *height));
        let gap = ui.spacing().item_spacing.y;
        let needed: f32 = heights.map(|height| height + gap).sum();
        let most = (MOST_SHARE * room).min(room - for_plot);
        (needed + 4.0).min(most.max(2.0 * (ROW + gap)))
    }

    /// Draws the rows; answers the experiment without a pair that is to be watched no more.
    #[must_use]
    pub(super) fn ui(
        &self,
        ui: &mut Ui,
        run: &Run,
        words: &Words,
        colours: &ThemeColours,
    ) -> Option<Experiment> {
        let mut removed = None;
        ui.spacing_mut().scroll = ScrollStyle::solid();
        ScrollArea::vertical()
            .id_salt("beliefs")
            .auto_shrink(false)
            .show(ui, |ui| {
                for row in &self.rows {
                    let (_, place) = ui.allocate_space(vec2(self.width - BAR, row.height));
                    if row.ui(ui, place, words, colours) {
                        removed = Some(row.watched);
                    }
                }
                if let Some((text, _)) = &self.note {
                    wrapped_ui(ui, text, |text| text.color(colours.quiet));
                }
            });
        removed.map(|i| {
            let mut experiment = run.facts.experiment.clone();
            experiment.watched.remove(i);
            experiment
        })
    }
}

impl Row {
    /// The row of watched pair `i` at an epoch, for a width. How many lines it has depends on the
    /// longest story that there may be of this pair: it does not change while a slider is dragged.
    fn of(
        ui: &Ui,
        run: &Run,
        i: usize,
        (epoch, width): (usize, f32),
        words: &Words,
    ) -> Option<Self> {
        let experiment = &run.facts.experiment;
        let pair = experiment.watched[i];
        let target = run.target(pair)?;
        let name = pair_name(pair, experiment, words);
        let story = story::of_run(run, i, target, &name, words);
        let longest = story::longest(&name, experiment.last_epoch(), words);
        let room = (width - BAR - DOT - GAP - CLOSE).max(1.0);
        let widest = widest_now(experiment.last_epoch(), target, words);
        let widest = widest.map(|text| size(ui, &text, f32::INFINITY).x);
        let beside = widest.into_iter().fold(0.0, f32::max) + GAP;
        let on_a_line = |text: &str| size(ui, text, f32::INFINITY).x;
        let is_beside = on_a_line(&longest).max(on_a_line(&story)) + beside <= room;
        let height = if is_beside {
            ROW
        } else {
            let lines = size(ui, &longest, room).y.max(size(ui, &story, room).y);
            lines + size(ui, &name, f32::INFINITY).y + 4.0
        };
        Some(Self {
            watched: i,
            told: story::at_epoch(run, i, &name, epoch, words),
            now: now(run, i, epoch, words),
            name,
            story,
            beside: is_beside.then_some(beside),
            height,
        })
    }

    /// Draws it; answers whether the pair is to be watched no more.
    fn ui(&self, ui: &mut Ui, place: Rect, words: &Words, colours: &ThemeColours) -> bool {
        let color = colours.watched(self.watched);
        let upper = place.with_max_y(place.top() + ROW.min(place.height()));
        part_ui(ui, upper.with_max_x(upper.left() + DOT), |ui| {
            ui.colored_label(color, "●");
        });
        let close = upper.with_min_x(upper.right() - CLOSE);
        let is_removed = part_ui(ui, close, |ui| {
            let close = ui.add(Button::new("×").frame(false));
            let label = words.with("story-unwatch", &[("name", self.name.as_str().into())]);
            accessible_name(ui, &close, &label);
            close.on_hover_text(label).clicked()
        });
        let middle = place
            .with_min_x(place.left() + DOT)
            .with_max_x(close.left() - GAP);
        let story = middle.with_max_x(middle.right() - self.beside.unwrap_or(0.0));
        part_ui(ui, story, |ui| {
            let story = wrapped_ui(ui, &self.story, |text| text);
            story.on_hover_text(story::limit_told(words));
            if self.beside.is_none() {
                self.now_ui(ui, color, words);
            }
        });
        if self.beside.is_some() {
            part_ui(ui, middle.with_min_x(story.right()), |ui| {
                let layout = Layout::right_to_left(Align::TOP);
                ui.with_layout(layout, |ui| self.now_ui(ui, color, words));
            });
        }
        is_removed
    }

    /// The prediction at the epoch.
    fn now_ui(&self, ui: &mut Ui, color: Color32, words: &Words) {
        let Some(text) = &self.now else {
            return;
        };
        let response = ui.add(Label::new(RichText::new(text).strong().color(color)));
        accessible_name(ui, &response, &self.told);
        let limit = story::limit_told(words);
        response.on_hover_text(format!("{}\n{limit}", self.told));
    }
}

/// The size of a text in lines of a width.
fn size(ui: &Ui, text: &str, width: f32) -> egui::Vec2 {
    let font = TextStyle::Body.resolve(ui.style());
    let text = broken(ui, text, width, &|text| text);
    let galley = ui.painter().layout(text, font, Color32::PLACEHOLDER, width);
    galley.size()
}

/// The longest that may be said of a prediction at an epoch: undecided, with a mark, and beside a
/// number that is taught.
fn widest_now(last_epoch: usize, target: f64, words: &Words) -> [String; 3] {
    let values = |value: f64| {
        [
            ("epoch", last_epoch.to_string().into()),
            ("value", prediction(value).into()),
            ("taught", prediction(target).into()),
            ("mark", " ✖".into()),
        ]
    };
    let is_number = target != 0.0 && target.abs() != 1.0;
    let largest = if is_number { -target.abs() } else { -0.25 };
    [
        words.with("story-at-undecided", &values(-0.25)),
        words.with("story-at", &values(-0.25)),
        words.with("story-at-of", &values(largest)),
    ]
}

/// The prediction at the epoch and whether it is right: `at 150: +0.50 ✖`, `at 150: +0.03,
/// undecided`, or `at 150: +4.98 of +6.81`.
fn now(run: &Run, i: usize, epoch: usize, words: &Words) -> Option<String> {
    let said = Said::of(run, i, epoch)?;
    let mark = match said.standing {
        Standing::Right => " ✔",
        Standing::Wrong => " ✖",
        Standing::Undecided | Standing::UnderWay => "",
    };
    let values = [
        ("epoch", said.epoch.to_string().into()),
        ("value", prediction(said.value).into()),
        ("taught", prediction(said.target).into()),
        ("mark", mark.into()),
    ];
    let key = match said.standing {
        Standing::Undecided => "story-at-undecided",
        _ if said.is_yes_or_no => "story-at",
        _ => "story-at-of",
    };
    Some(words.with(key, &values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;
    use crate::app::run::RunState;
    use crate::presets;

    #[test]
    fn a_prediction_near_zero_is_called_undecided_and_has_no_mark() {
        let state = RunState::trained(presets::shark());
        let run = state.shown().unwrap();
        let words = Words::new(Language::English);
        let at = |epoch| now(run, 0, epoch, &words).unwrap();
        assert!(at(0).ends_with(", undecided"), "{}", at(0));
        assert!(at(125).ends_with('✖'), "{}", at(125));
        assert!(at(249).ends_with("−1.00 ✔"), "{}", at(249));
    }

    #[test]
    fn a_number_that_is_taught_has_no_mark_before_it_is_nearly_reached() {
        let mut experiment = presets::shark();
        for value in &mut experiment.user_features[0].values {
            *value *= 6.81;
        }
        let state = RunState::trained(experiment);
        let run = state.shown().unwrap();
        let words = Words::new(Language::English);
        let at = |epoch| now(run, 0, epoch, &words).unwrap();
        let value = |epoch: usize| run.record.predictions(epoch)[0];
        let under_way = (0..run.record.len()).find(|&e| (-5.5..-4.5).contains(&value(e)));
        let said = at(under_way.unwrap());
        assert!(said.ends_with(" of −6.81"), "{said}");
        assert!(at(249).ends_with("−6.81 of −6.81 ✔"), "{}", at(249));
        let wrong = (0..run.record.len()).find(|&e| value(e) > 0.2);
        assert!(at(wrong.unwrap()).ends_with(" of −6.81 ✖"));
    }
}
