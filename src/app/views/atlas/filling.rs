//! The atlas and its section as far as they have been computed, and the work on them.

use egui::Context as EguiContext;

use super::axes;
use crate::analysis::atlas::filling::{Atlas, AtlasOptions};
use crate::analysis::atlas::lines::TheoryLine;
use crate::analysis::atlas::plane::Plane;
use crate::analysis::atlas::section::Section;
use crate::app::run::Run;
use crate::experiment::Experiment;
use crate::experiment::atlas_look::{AtlasLook, AxisOf};
use crate::worker::atlas::{AtlasOrder, AtlasWorker, Found, SectionOrder};

/// No frame is drawn sooner after another than this because of the atlas.
const FRAME: std::time::Duration = std::time::Duration::from_millis(16);

/// The atlas, its section, and the work on both.
#[derive(Debug)]
pub(super) struct AtlasFilling {
    worker: AtlasWorker,
    kept: Option<Kept>,
    section: Option<KeptSection>,
    /// What was followed last, while nothing was held.
    seen: Option<(Experiment, AtlasLook)>,
    /// The work is under way, or done.
    is_started: bool,
    /// The user has stopped the work.
    is_stopped: bool,
    /// Why the work came to nothing: a bug, which says this.
    failure: Option<String>,
    /// Grows with everything that is found or begun anew.
    version: u64,
}

/// An atlas, and what it is of.
#[derive(Debug)]
struct Kept {
    axes: [AxisOf; 2],
    is_lr_log: bool,
    base: Experiment,
    atlas: Atlas,
    lines: Vec<TheoryLine>,
}

/// A section, and what it is of.
#[derive(Debug)]
struct KeptSection {
    base: Experiment,
    section: Section,
}

/// The state of the view that the work follows.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) experiment: &'a Experiment,
    /// The run that is shown.
    pub(super) run: &'a Run,
    pub(super) look: &'a AtlasLook,
    /// Something is dragged, or a run is trained: nothing is begun.
    pub(super) is_held: bool,
}

impl AtlasFilling {
    pub(super) fn new(ctx: &EguiContext) -> Self {
        let ctx = ctx.clone();
        Self {
            worker: AtlasWorker::new(move || ctx.request_repaint_after(FRAME)),
            kept: None,
            section: None,
            seen: None,
            is_started: false,
            is_stopped: false,
            failure: None,
            version: 0,
        }
    }

    /// Receives what was found, and begins what is wanted now.
    pub(super) fn follow(&mut self, wanted: Wanted<'_>) {
        self.worker.hold(wanted.is_held);
        self.receive();
        let is_same = |(experiment, look): &(Experiment, AtlasLook)| {
            is_like(experiment, wanted.experiment) && look == wanted.look
        };
        if wanted.is_held || self.is_started && self.seen.as_ref().is_some_and(is_same) {
            return;
        }
        if self.follow_atlas(wanted) {
            self.follow_section(wanted);
            self.seen = Some((wanted.experiment.clone(), wanted.look.clone()));
        }
    }

    /// Stops the work; what has been computed is kept.
    pub(super) fn leave(&mut self) {
        if self.is_started {
            self.worker.stop();
            self.is_started = false;
            self.section = None;
        }
    }

    /// Stops the work until it is asked for again, or another atlas is wanted.
    pub(super) fn stop(&mut self) {
        self.leave();
        self.is_stopped = true;
    }

    /// Goes on where the work was stopped.
    pub(super) fn resume(&mut self) {
        self.is_stopped = false;
    }

    /// The atlas and theory's lines.
    pub(super) fn atlas(&self) -> Option<(&Atlas, &[TheoryLine])> {
        let kept = self.kept.as_ref()?;
        Some((&kept.atlas, &kept.lines))
    }

    /// The section.
    pub(super) fn section(&self) -> Option<&Section> {
        self.section.as_ref().map(|kept| &kept.section)
    }

    /// A number that changes with everything that can be seen of it.
    pub(super) fn version(&self) -> u64 {
        self.version
    }

    /// Whether the work is under way, or stopped before its end; `None` where it is done.
    pub(super) fn progress(&self) -> Option<Progress> {
        let atlas = &self.kept.as_ref()?.atlas;
        let n_draws = atlas.options().n_draws;
        let is_over = atlas.is_full() || (self.is_started && !self.worker.is_busy());
        (!is_over).then(|| Progress {
            n_done: atlas.n_filled() * n_draws,
            n_all: atlas.plane().n_cells() * n_draws,
            is_stopped: self.is_stopped,
        })
    }

    /// Whether each cell has several draws: the work takes long.
    pub(super) fn has_several_draws(&self) -> bool {
        let kept = self.kept.as_ref();
        kept.is_some_and(|kept| kept.atlas.options().n_draws > 1)
    }

    /// Why the work came to nothing.
    pub(super) fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }

    fn receive(&mut self) {
        for found in self.worker.poll() {
            self.version += 1;
            match found {
                Ok(Found::Cell { at, cell, curve }) => {
                    if let Some(kept) = &mut self.kept {
                        kept.atlas.insert(at, cell, curve);
                    }
                }
                Ok(Found::Lines(lines)) => {
                    if let Some(kept) = &mut self.kept {
                        kept.lines = lines;
                    }
                }
                Ok(Found::Point(point)) => {
                    if let Some(kept) = &mut self.section {
                        kept.section.points.push(point);
                    }
                }
                Err(error) => self.failure = Some(error.message),
            }
        }
    }

    /// Begins the atlas that is wanted, if it is another; answers whether it is known which.
    fn follow_atlas(&mut self, wanted: Wanted<'_>) -> bool {
        if !self.kept.as_ref().is_some_and(|kept| kept.serves(wanted)) {
            // What is beyond the limit shows only once that of the new run is known.
            if !wanted.run.facts.experiment.trains_like(wanted.experiment) {
                return false;
            }
            self.kept = Kept::of(wanted);
            self.version += 1;
            (self.is_started, self.is_stopped, self.failure) = (false, false, None);
        }
        let Some(kept) = &self.kept else {
            self.worker.stop();
            return true;
        };
        if !self.is_started && !self.is_stopped && self.failure.is_none() {
            let atlas = &kept.atlas;
            let order = AtlasOrder {
                plane: atlas.plane().clone(),
                base: kept.base.clone(),
                options: atlas.options(),
            };
            self.worker.start(order, |at| atlas.cell(at).is_some());
            self.is_started = true;
        }
        true
    }

    fn follow_section(&mut self, wanted: Wanted<'_>) {
        let Some(kept) = self.kept.as_ref().filter(|_| self.is_started) else {
            return;
        };
        let axis = axes::of_section(kept.atlas.plane(), wanted.look.section);
        let base = axis.parameter.set(wanted.experiment, axis.values()[0]);
        let is_it = |kept: &KeptSection| kept.section.axis == *axis && is_like(&kept.base, &base);
        if self.section.as_ref().is_some_and(is_it) {
            return;
        }
        let section = Section {
            axis: axis.clone(),
            points: Vec::new(),
        };
        self.worker.start_section(SectionOrder {
            axis: axis.clone(),
            base: base.clone(),
        });
        self.section = Some(KeptSection { base, section });
        self.version += 1;
    }
}

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Progress {
    pub(super) n_done: usize,
    pub(super) n_all: usize,
    pub(super) is_stopped: bool,
}

impl Kept {
    /// An atlas without cells yet; `None` where no two axes are possible.
    fn of(wanted: Wanted<'_>) -> Option<Self> {
        let Wanted {
            experiment, look, ..
        } = wanted;
        let axes = axes::shown(look, experiment)?;
        let limit = wanted.run.facts.stability_limit;
        let plane: Plane = axes::plane(axes, look.is_lr_log, experiment, limit)?;
        Some(Self {
            axes,
            is_lr_log: look.is_lr_log,
            base: plane.base(experiment),
            atlas: Atlas::new(plane, options(look, experiment)),
            lines: Vec::new(),
        })
    }

    /// Whether this is the atlas that is wanted, wherever the run at hand is in it.
    fn serves(&self, wanted: Wanted<'_>) -> bool {
        let Wanted {
            experiment, look, ..
        } = wanted;
        let has_lr = self.axes.contains(&AxisOf::Lr);
        Some(self.axes) == axes::shown(look, experiment)
            && (!has_lr || self.is_lr_log == look.is_lr_log)
            && self.atlas.options() == options(look, experiment)
            && is_like(&self.base, &self.atlas.plane().base(experiment))
    }
}

/// What the cells of an atlas are about; given weights are the same for every draw.
fn options(look: &AtlasLook, experiment: &Experiment) -> AtlasOptions {
    let is_drawn = experiment.weights.is_none();
    AtlasOptions {
        threshold: look.threshold,
        n_draws: if is_drawn { look.n_draws } else { 1 },
    }
}

/// Whether experiments have the same runs and watch the same: a name makes no other of one.
fn is_like(one: &Experiment, other: &Experiment) -> bool {
    one.trains_like(other) && one.watched == other.watched
}
