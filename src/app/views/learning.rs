//! The Learning view: the dynamics on the left, the representation at the epoch on the right, and
//! under it a closer look at the same epoch. Where they are says `learning_places`.

use egui::{Rect, Ui};

use super::below::{self, Panels};
use super::context::Context;
use super::learning_places::{Dividers, Places};
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
use crate::app::widgets::split::part_ui;
use crate::experiment::view::{Below, LearningOptions, TheoryShown};

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
        // What is chosen in this frame has its own places in the next one.
        let below = options.below;
        let places = Places::of(ui, below, context.is_presenting, dividers);
        // A curve that is not in sight is not pointed at.
        chart.pointed_pin = None;
        let pointed = places
            .dynamics
            .and_then(|place| part_ui(ui, place, |ui| dynamics_ui(ui, context, options, chart)));
        if let Some(place) = places.representation {
            part_ui(ui, place, |ui| {
                representation_ui(ui, scene, options, (rsm, &mut *lines));
            });
        }
        strip_ui(ui, &places, scene, &mut options.below);
        let (panel, foot) = pairs_foot(ui, places.panel, lines, scene);
        let asked = part_ui(ui, panel, |ui| panels.ui(ui, below, scene, context.pins));
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

/// Draws the strip that the panel is chosen in, with a note at its left.
fn strip_ui(ui: &mut Ui, places: &Places, scene: Scene<'_>, below: &mut Below) {
    part_ui(ui, places.beside_strip, |ui| {
        below::note_beside_strip_ui(ui, *below, scene);
    });
    part_ui(ui, places.strip, |ui| {
        below::strip_ui(ui, below, scene.words);
    });
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
