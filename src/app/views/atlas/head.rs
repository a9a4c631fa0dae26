//! The choices above the atlas: what the colours tell, the axes, the draws, and theory's lines.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{ComboBox, PopupCloseBehavior, Ui};

use super::super::context::Context;
use super::axes;
use crate::app::text::format;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::combo_width::combo_width;
use crate::app::widgets::draft_box::{BoxSize, DraftBox, Drafts};
use crate::experiment::Experiment;
use crate::experiment::atlas_look::{AtlasLook, AxisOf, CellColour};
use crate::numbers::power_of_ten;

/// The draws that are offered: the one at hand, and odd numbers, whose median is one of them.
const DRAWS: [usize; 3] = [1, 9, 25];

/// The width of the threshold's box.
const THRESHOLD: f32 = 44.0;

/// The box of the threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ThresholdBox;

/// Draws the choices.
pub(super) fn head_ui(
    ui: &mut Ui,
    context: Context<'_>,
    look: &mut AtlasLook,
    drafts: &mut Drafts<ThresholdBox>,
) {
    let Context {
        experiment,
        words,
        colours,
        ..
    } = context;
    ui.horizontal_wrapped(|ui| {
        colour_ui(ui, look, words);
        threshold_ui(ui, look, drafts, words, colours);
        ui.separator();
        axes_ui(ui, look, experiment, words);
        ui.separator();
        if experiment.weights.is_none() {
            draws_ui(ui, &mut look.n_draws, words);
        }
        lines_ui(ui, look, words);
    });
}

/// A menu of a few values, called `name`, as wide as its longest one.
fn menu_ui<T: PartialEq + Copy>(
    ui: &mut Ui,
    id: &str,
    [name, hint]: [&str; 2],
    chosen: T,
    all: &[(T, String)],
) -> T {
    let mut value = chosen;
    let text = all.iter().find(|(value, _)| *value == chosen);
    let text = text.map_or("", |(_, text)| text.as_str());
    let width = combo_width(ui, all.iter().map(|(_, text)| text.clone()));
    let combo = ComboBox::from_id_salt(id).selected_text(text);
    let response = combo.width(width).show_ui(ui, |ui| {
        for (other, text) in all {
            ui.selectable_value(&mut value, *other, text);
        }
    });
    accessible_name(ui, &response.response, name);
    response.response.on_hover_text(hint);
    value
}

fn colour_ui(ui: &mut Ui, look: &mut AtlasLook, words: &Words) {
    let all = [
        CellColour::EpochsBelow,
        CellColour::Drops,
        CellColour::LastLoss,
        CellColour::FalseBelief,
        CellColour::DivergedAt,
    ];
    let all = all.map(|colour| (colour, words.get(colour_key(colour))));
    let name = words.get("atlas-colour");
    ui.label(&name);
    let hint = words.get("atlas-colour-hint");
    look.colour = menu_ui(ui, "colour", [&name, &hint], look.colour, &all);
}

/// The key of what a colour tells, in few words.
fn colour_key(colour: CellColour) -> &'static str {
    match colour {
        CellColour::EpochsBelow => "atlas-colour-epochs",
        CellColour::Drops => "atlas-colour-drops",
        CellColour::LastLoss => "atlas-colour-loss",
        CellColour::FalseBelief => "atlas-colour-belief",
        CellColour::DivergedAt => "atlas-colour-diverged",
    }
}

fn threshold_ui(
    ui: &mut Ui,
    look: &mut AtlasLook,
    drafts: &mut Drafts<ThresholdBox>,
    words: &Words,
    colours: &ThemeColours,
) {
    let hint = words.get("atlas-threshold-hint");
    ui.label(words.get("atlas-threshold")).on_hover_text(&hint);
    let current = power_of_ten(look.threshold);
    let refused = drafts.error(ThresholdBox).map(ToOwned::to_owned);
    let shown = DraftBox {
        name: &words.get("atlas-threshold-name"),
        hint: Some(refused.as_deref().unwrap_or(&hint)),
        current: &current,
        size: BoxSize::Number(THRESHOLD),
    };
    if let Some(text) = drafts.ui(ui, ThresholdBox, shown, colours) {
        match format::parse(&text).filter(|number| AtlasLook::is_threshold(*number)) {
            Some(number) => look.threshold = number,
            None => drafts.refuse(
                ThresholdBox,
                text,
                &current,
                words.get("atlas-threshold-refused"),
            ),
        }
    }
}

fn axes_ui(ui: &mut Ui, look: &mut AtlasLook, experiment: &Experiment, words: &Words) {
    let Some(before) = axes::shown(look, experiment) else {
        return;
    };
    let possible = axes::possible(experiment);
    let all: Vec<(AxisOf, String)> = possible
        .into_iter()
        .map(|axis| (axis, words.get(axes::key(axis))))
        .collect();
    for (place, (id, sign)) in [("atlas-x", "→"), ("atlas-y", "↑")].into_iter().enumerate() {
        let name = words.get(id);
        let hint = words.get("atlas-axis-hint");
        ui.label(sign).on_hover_text(&name);
        let chosen = menu_ui(ui, id, [&name, &hint], before[place], &all);
        if chosen != before[place] {
            (look.x, look.y) = with_axis(before, place, chosen);
        }
    }
    // In the row whether there is such an axis or not: nothing moves.
    let has_lr = before.contains(&AxisOf::Lr);
    ui.add_enabled_ui(has_lr, |ui| {
        let log = ui.toggle_value(&mut look.is_lr_log, words.get("atlas-log"));
        log.on_hover_text(words.get("atlas-log-hint"));
    });
}

/// The axes with another parameter along one. Both of one parameter would be no plane: then they
/// change places.
fn with_axis(before: [AxisOf; 2], place: usize, chosen: AxisOf) -> (AxisOf, AxisOf) {
    let mut axes = before;
    if axes[1 - place] == chosen {
        axes.swap(0, 1);
    } else {
        axes[place] = chosen;
    }
    (axes[0], axes[1])
}

fn draws_ui(ui: &mut Ui, n_draws: &mut usize, words: &Words) {
    let mut all: Vec<usize> = DRAWS.to_vec();
    if !all.contains(n_draws) {
        all.push(*n_draws);
    }
    let all: Vec<(usize, String)> = all.into_iter().map(|n| (n, n.to_string())).collect();
    let name = words.get("atlas-draws");
    let hint = words.get("atlas-draws-hint");
    ui.label(&name).on_hover_text(&hint);
    *n_draws = menu_ui(ui, "draws", [&name, &hint], *n_draws, &all);
}

/// The menu of theory's lines, each with where it fails.
fn lines_ui(ui: &mut Ui, look: &mut AtlasLook, words: &Words) {
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let button = MenuButton::new(words.get("atlas-lines")).config(config);
    let (response, _) = button.ui(ui, |ui| {
        for (shows, key) in [
            (&mut look.shows_limit, "atlas-line-limit"),
            (&mut look.shows_melting, "atlas-line-melting"),
            (&mut look.shows_first_drops, "atlas-line-first-drops"),
        ] {
            ui.checkbox(shows, words.get(key))
                .on_hover_text(words.get(&format!("{key}-hint")));
        }
    });
    response.on_hover_text(words.get("atlas-lines-hint"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_chosen_for_both_swaps_them() {
        let before = [AxisOf::Lr, AxisOf::Gamma];
        assert_eq!(
            with_axis(before, 0, AxisOf::Gamma),
            (AxisOf::Gamma, AxisOf::Lr)
        );
        assert_eq!(
            with_axis(before, 1, AxisOf::Flip),
            (AxisOf::Lr, AxisOf::Flip)
        );
    }
}
