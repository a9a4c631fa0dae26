//! The Learning view: the dynamics on the left, the representation at the epoch on the right, and
//! under it a closer look at the same epoch. While presenting the microscope has the whole view,
//! and the strip that it is chosen in is at the head of the right part.

use egui::{Rect, Ui};

use super::below::{self, Panels};
use super::context::Context;
use super::learning_toolbar::toolbar_ui;
use super::representation::{layer_of, representation_ui, similarity_of};
use crate::analysis::layout::Axes;
use crate::app::command::action::Action;
use crate::app::plots::chart::ChartMemory;
use crate::app::plots::dynamics::{self, DynamicsPlot};
use crate::app::plots::pair_lines::PairLines;
use crate::app::plots::scene::Scene;
use crate::app::plots::similarity::RsmCache;
use crate::app::plots::taught::Taught;
use crate::app::plots::theory::theory_ui;
use crate::app::session::look::Look;
use crate::app::session::splits::Splits;
use crate::app::text::words::Words;
use crate::app::widgets::split::{Divider, part_ui};
use crate::experiment::view::{Below, LearningOptions, TheoryShown};

/// Between the curves and the representation.
const COLUMNS: Divider = Divider {
    id: "learning columns",
    is_upright: true,
    usual: 0.59,
    least: [300.0, 250.0],
};

/// Between the representation and the panel below it.
const ROWS: Divider = Divider {
    id: "learning rows",
    is_upright: false,
    usual: 0.56,
    least: [150.0, 190.0],
};

/// The view's memory.
#[derive(Debug, Default)]
pub struct Learning {
    chart: ChartMemory<dynamics::Key>,
    taught: Option<Taught>,
    rsm: RsmCache,
    /// The pairs whose similarity is followed.
    lines: PairLines,
    panels: Panels,
}

impl Learning {
    /// Draws the view.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        context: Context<'_>,
        look: &mut Look,
        splits: &mut Splits,
    ) -> Vec<Action> {
        let (run, words, colours) = (context.run, context.words, context.colours);
        let Self {
            chart,
            taught,
            rsm,
            lines,
            panels,
        } = self;
        lines.follow(&look.followed);
        let options = &mut look.learning;
        head_ui(ui, context, options);
        let scene = Scene {
            run,
            view: Taught::kept(taught, run, words).view(run),
            epoch: context.epoch,
            layer: layer_of(run, options),
            words,
            colours,
        };
        let dividers = Dividers { splits, words };
        let places = Places::of(ui, options.below, context.is_presenting, dividers);
        // A curve that is not in sight is not pointed at.
        chart.pointed_pin = None;
        let pointed = places.upper.and_then(|[dynamics, representation]| {
            let pointed = part_ui(ui, dynamics, |ui| dynamics_ui(ui, context, options, chart));
            part_ui(ui, representation, |ui| {
                representation_ui(ui, scene, options, (rsm, &mut *lines));
            });
            pointed
        });
        strip_ui(ui, &places, scene, &mut options.below);
        let (panel, foot) = pairs_foot(ui, places.panel, lines, scene);
        let asked = part_ui(ui, panel, |ui| {
            panels.ui(ui, options.below, scene, context.pins)
        });
        if let Some(similarity) = similarity_of(scene, options) {
            part_ui(ui, foot, |ui| lines.ui(ui, &similarity));
        }
        look.followed = lines.all().to_vec();
        let pointed = pointed.map(Action::LookAt).into_iter();
        pointed.chain(asked).collect()
    }

    /// The modes that were chosen as axes of the map; `None` for the usual ones.
    pub(crate) fn map_axes(&self) -> Option<Axes> {
        self.panels.map_axes()
    }

    /// The pin a line or the row of which is under the pointer.
    pub(crate) fn hovered_pin(&self) -> Option<usize> {
        self.chart.pointed_pin.or(self.panels.hovered_pin())
    }
}

/// Draws the choices, and what is to be said of theory. While presenting the choices give way to
/// the pictures, as does the line for theory where none is shown.
fn head_ui(ui: &mut Ui, context: Context<'_>, options: &mut LearningOptions) {
    let Context {
        run,
        words,
        colours,
        is_presenting,
        ..
    } = context;
    if !is_presenting {
        toolbar_ui(ui, options, words);
    }
    if !is_presenting || options.theory != TheoryShown::Nothing {
        theory_ui(ui, run, options, words, colours);
    }
}

/// Where the parts of the view are.
struct Places {
    /// The curves and the representation; `None` where the microscope has their room.
    upper: Option<[Rect; 2]>,
    /// The strip that the panel is chosen in: at the same place whatever is chosen.
    strip: Rect,
    /// The line of the strip, left of it, where the microscope has it.
    beside_strip: Rect,
    panel: Rect,
}

/// The dividers of the view.
struct Dividers<'a> {
    splits: &'a mut Splits,
    words: &'a Words,
}

impl Dividers<'_> {
    fn columns(&mut self, ui: &mut Ui, room: Rect) -> [Rect; 2] {
        let name = self.words.get("split-columns");
        COLUMNS.ui(ui, room, &mut self.splits.learning_columns, &name)
    }

    fn rows(&mut self, ui: &mut Ui, room: Rect) -> [Rect; 2] {
        let name = self.words.get("split-rows");
        ROWS.ui(ui, room, &mut self.splits.learning_rows, &name)
    }
}

impl Places {
    fn of(ui: &mut Ui, below: Below, is_presenting: bool, dividers: Dividers<'_>) -> Self {
        let is_wide = below == Below::Microscope;
        if is_presenting {
            Self::presented(ui, is_wide, dividers)
        } else {
            Self::divided(ui, is_wide, dividers)
        }
    }

    /// The room that is left, divided. The microscope is as wide as the view, other panels as wide
    /// as the representation.
    fn divided(ui: &mut Ui, is_wide: bool, mut dividers: Dividers<'_>) -> Self {
        let room = taken(ui);
        let [dynamics, representation, under] = if is_wide {
            let [upper, under] = dividers.rows(ui, room);
            let [dynamics, representation] = dividers.columns(ui, upper);
            [dynamics, representation, under]
        } else {
            let [dynamics, right] = dividers.columns(ui, room);
            let [representation, under] = dividers.rows(ui, right);
            [dynamics, representation, under]
        };
        let (head, panel) = head_and_rest(ui, under);
        let part_of_head = |part: Rect| Rect::from_x_y_ranges(part.x_range(), head.y_range());
        Self {
            upper: Some([dynamics, representation]),
            strip: part_of_head(representation),
            beside_strip: part_of_head(dynamics),
            panel,
        }
    }

    /// The same while presenting: the strip is at the head of the right part, and the microscope
    /// has all that is below it.
    fn presented(ui: &mut Ui, is_wide: bool, mut dividers: Dividers<'_>) -> Self {
        let room = taken(ui);
        if is_wide {
            let (head, panel) = head_and_rest(ui, room);
            let [beside_strip, strip] = dividers.columns(ui, head);
            return Self {
                upper: None,
                strip,
                beside_strip,
                panel,
            };
        }
        let [dynamics, right] = dividers.columns(ui, room);
        let (strip, right) = head_and_rest(ui, right);
        let [representation, panel] = dividers.rows(ui, right);
        Self {
            upper: Some([dynamics, representation]),
            strip,
            beside_strip: strip.with_max_x(strip.left()),
            panel,
        }
    }
}

/// Draws the strip that the panel is chosen in, with a note at its left.
fn strip_ui(ui: &mut Ui, places: &Places, scene: Scene<'_>, below: &mut Below) {
    part_ui(ui, places.beside_strip, |ui| {
        below::note_beside_strip_ui(ui, *below, scene);
    });
    part_ui(ui, places.strip, |ui| {
        below::strip_ui(ui, below, scene.words);
    });
}

/// Takes all the room that is left.
fn taken(ui: &mut Ui) -> Rect {
    let room = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(room);
    room
}

/// The line at the head of a room, for the strip, and the rest of the room.
fn head_and_rest(ui: &Ui, room: Rect) -> (Rect, Rect) {
    let line = ui.spacing().interact_size.y + ui.spacing().item_spacing.y;
    room.split_top_bottom_at_y((room.top() + line).min(room.bottom()))
}

/// A panel without its foot, and the foot, where the followed pairs have their lines: the matrix
/// they were clicked in keeps its place.
fn pairs_foot(ui: &Ui, panel: Rect, lines: &PairLines, scene: Scene<'_>) -> (Rect, Rect) {
    let is_there = scene.layer.is_some();
    let height = lines.height(ui, scene.view.items.len());
    let height = if is_there {
        height.min(panel.height())
    } else {
        0.0
    };
    panel.split_top_bottom_at_y(panel.bottom() - height)
}

/// Draws the curves; answers the epoch that was pointed to.
fn dynamics_ui(
    ui: &mut Ui,
    context: Context<'_>,
    options: &mut LearningOptions,
    chart: &mut ChartMemory<dynamics::Key>,
) -> Option<usize> {
    let Context {
        run,
        seeds,
        words,
        colours,
        ..
    } = context;
    let experiment = &run.facts.experiment;
    let title = words.get("dynamics-title");
    let wanted = (experiment, &mut options.shows_seeds);
    seeds.title_ui(ui, &title, wanted, words, colours);
    let dynamics = DynamicsPlot {
        band: seeds.band(experiment),
        run,
        epoch: context.epoch,
        pins: context.pins,
        options,
        words,
    };
    dynamics.ui(ui, chart)
}
