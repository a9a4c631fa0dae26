//! The Atlas view: many runs side by side, each a cell of a plane of two parameters, and what runs
//! settle to along one of them. The run at hand is a dot that can be dragged.

mod at_hand;
mod axes;
mod filling;
mod head;
mod line;
mod meanings;
mod section_head;

use egui::{Context as EguiContext, Ui};

use super::context::Context;
use crate::analysis::atlas::parameter::Parameter;
use crate::app::command::action::Action;
use crate::app::plots::atlas::map::{Asked, AtlasMap, AtlasMapMemory, within};
use crate::app::plots::atlas::section::{AtlasSection, AtlasSectionMemory};
use crate::app::run::Run;
use crate::app::session::atlas_on_screen::AtlasOnScreen;
use crate::app::session::splits::Splits;
use crate::app::widgets::draft_box::Drafts;
use crate::app::widgets::pointer;
use crate::app::widgets::split::{Divider, named_part_ui, part_ui};
use crate::experiment::Experiment;
use crate::experiment::atlas_look::AtlasLook;
use at_hand::{n_epochs, place, values};
use axes::{by_hand, stepped};
use filling::{AtlasFilling, Wanted};
use head::{ThresholdBox, head_ui};
use line::line_ui;
use meanings::{quantity, section_quantity, shown_lines};
use section_head::section_head_ui;

/// Between the map and the section.
const COLUMNS: Divider = Divider {
    id: "atlas columns",
    is_upright: true,
    usual: 0.64,
    least: [300.0, 210.0],
};

/// The view's memory.
#[derive(Debug)]
pub(crate) struct AtlasView {
    filling: AtlasFilling,
    map: AtlasMapMemory,
    section: AtlasSectionMemory,
    drafts: Drafts<ThresholdBox>,
}

impl AtlasView {
    pub(crate) fn new(ctx: &EguiContext) -> Self {
        Self {
            filling: AtlasFilling::new(ctx),
            map: AtlasMapMemory::default(),
            section: AtlasSectionMemory::default(),
            drafts: Drafts::default(),
        }
    }

    /// The view is not in front: nothing is computed for it.
    pub(crate) fn leave(&mut self) {
        self.filling.leave();
    }

    /// The atlas as it is shown, for its figures.
    pub(crate) fn on_screen(
        &self,
        run: &Run,
        experiment: &Experiment,
        look: &AtlasLook,
    ) -> Option<AtlasOnScreen> {
        let (atlas, lines) = self.filling.atlas()?;
        let plane = atlas.plane();
        let section = self.filling.section();
        let along = section.map(|section| section.axis.parameter);
        let limit = run.facts.stability_limit;
        Some(AtlasOnScreen {
            atlas: atlas.clone(),
            lines: lines.to_vec(),
            quantity: quantity(look.colour),
            shown: shown_lines(look),
            n_epochs: n_epochs(plane, experiment),
            dot: within(plane, values(plane, experiment)),
            section: section.cloned(),
            section_of: section_quantity(look.section_of),
            limit: (along == Some(Parameter::Lr)).then_some(limit),
            section_dot: along.and_then(|parameter| parameter.of(experiment)),
        })
    }

    /// Draws the view; while a run `is_training` nothing else is begun.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        context: Context<'_>,
        is_training: bool,
        look: &mut AtlasLook,
        splits: &mut Splits,
    ) -> Option<Action> {
        let Context {
            run,
            experiment,
            words,
            colours,
            ..
        } = context;
        if !context.is_presenting {
            head_ui(ui, context, look, &mut self.drafts);
        }
        let filling = &mut self.filling;
        filling.follow(Wanted {
            experiment,
            run,
            look,
            is_held: is_training || pointer::is_pressed(ui.ctx()),
        });
        line_ui(ui, filling, experiment, words, colours);
        let room = ui.available_rect_before_wrap();
        let name = words.get("split-columns");
        let [left, right] = COLUMNS.ui(ui, room, &mut splits.atlas_columns, &name);
        ui.advance_cursor_after_rect(room);
        if filling.atlas().is_none() {
            part_ui(ui, left, |ui| {
                let key = if axes::shown(look, experiment).is_some() {
                    "atlas-waiting"
                } else {
                    "atlas-no-axes"
                };
                ui.colored_label(colours.quiet, words.get(key));
            });
            return None;
        }
        let asked = named_part_ui(ui, "atlas map", left, |ui| self.map_ui(ui, context, look));
        let dragged = named_part_ui(ui, "atlas section", right, |ui| {
            self.section_ui(ui, context, look)
        });
        let changed = asked.or(dragged);
        let changed = changed.filter(|changed| *changed != *experiment);
        changed.map(|changed| Action::Edit(Box::new(changed)))
    }

    /// Draws the map; answers the experiment that is asked for.
    fn map_ui(
        &mut self,
        ui: &mut Ui,
        context: Context<'_>,
        look: &AtlasLook,
    ) -> Option<Experiment> {
        let Context {
            experiment, words, ..
        } = context;
        let (atlas, lines) = self.filling.atlas()?;
        let plane = atlas.plane();
        let at = values(plane, experiment);
        let map = AtlasMap {
            atlas,
            lines,
            quantity: quantity(look.colour),
            shown: shown_lines(look),
            n_epochs: n_epochs(plane, experiment),
            at,
            version: self.filling.version(),
            words,
        };
        let (name, said) = (words.get("atlas-map"), place(plane, at, words));
        let [x, y] = match map.ui(ui, &mut self.map, [&name, &said])? {
            Asked::Values([x, y]) => [by_hand(&plane.x, x), by_hand(&plane.y, y)],
            Asked::Steps([x, y]) => {
                let step = |axis, value, n| match n {
                    0 => value,
                    n => stepped(axis, value, n),
                };
                [step(&plane.x, at[0], x), step(&plane.y, at[1], y)]
            }
        };
        Some(plane.experiment_at(experiment, x, y))
    }

    /// Draws the section; answers the experiment that is asked for.
    fn section_ui(
        &mut self,
        ui: &mut Ui,
        context: Context<'_>,
        look: &mut AtlasLook,
    ) -> Option<Experiment> {
        let Context {
            run,
            experiment,
            words,
            ..
        } = context;
        let (atlas, _) = self.filling.atlas()?;
        section_head_ui(ui, atlas.plane(), look, words, context.is_presenting);
        let section = self.filling.section()?;
        let (axis, parameter) = (&section.axis, section.axis.parameter);
        let limit = run.facts.stability_limit;
        let shown = AtlasSection {
            section,
            shows: section_quantity(look.section_of),
            limit: (parameter == Parameter::Lr).then_some(limit),
            at: parameter.of(experiment).unwrap_or(axis.values()[0]),
            version: self.filling.version(),
            words,
        };
        let name = words.get("atlas-section");
        let value = shown.ui(ui, &mut self.section, &name)?;
        Some(parameter.set(experiment, by_hand(axis, value)))
    }
}
