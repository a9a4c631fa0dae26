//! The similarity matrix (RSM) of a hidden layer, under its title and its choices.

use egui::{Align, Layout, RichText, TextStyle, Ui, vec2};

use crate::app::plots::pair_lines::PairLines;
use crate::app::plots::scaled::Similarity;
use crate::app::plots::scene::Scene;
use crate::app::plots::similarity::RsmCache;
use crate::app::run::Run;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::widgets::combo_width::combo_width;
use crate::experiment::view::{LearningOptions, RsmScale};

/// Draws the matrix of a hidden layer, or says why there is none.
pub(super) fn representation_ui(
    ui: &mut Ui,
    scene: Scene<'_>,
    options: &mut LearningOptions,
    (kept, lines): (&mut RsmCache, &mut PairLines),
) {
    let similarity = similarity_of(scene, options);
    let line = vec2(ui.available_width(), ui.spacing().interact_size.y);
    // From the right, so that the choices stay where they are whatever the title says.
    ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        scale_choice(ui, &mut options.rsm_scale, scene.words);
        layer_choice(ui, scene.run, options, scene.words);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            title_ui(ui, scene, similarity.as_ref());
        });
    });
    if let Some(similarity) = similarity {
        similarity.ui(ui, kept, lines);
    } else {
        let text = RichText::new(scene.words.get("rsm-none"));
        ui.label(text.color(scene.colours.quiet));
    }
}

/// The similarities that are shown; none without a hidden layer.
pub(super) fn similarity_of<'a>(
    scene: Scene<'a>,
    options: &LearningOptions,
) -> Option<Similarity<'a>> {
    scene.layer.map(|layer| Similarity {
        scene,
        layer,
        scale: options.rsm_scale,
    })
}

/// The title: as long as there is room for, and whole on hover where something is cut.
fn title_ui(ui: &mut Ui, scene: Scene<'_>, similarity: Option<&Similarity<'_>>) {
    let words = scene.words;
    let described = similarity.and_then(Similarity::described);
    let Some(rsm) = described else {
        ui.label(RichText::new(words.get("rsm-title")).strong());
        return;
    };
    let epoch = scene.view.record.epochs()[rsm.moment.row].to_string();
    let at_epoch = |key| words.with(key, &[("epoch", epoch.as_str().into())]);
    let long = rsm.titled(words).title.unwrap_or_default();
    let texts = [&at_epoch("rsm-title-at"), &at_epoch("rsm-title-at-short")];
    let font = TextStyle::Body.resolve(ui.style());
    let fits = |text: &&String| {
        let painter = ui.painter();
        let galley = painter.layout_no_wrap((*text).clone(), font.clone(), egui::Color32::WHITE);
        galley.size().x <= ui.available_width()
    };
    let shown = texts.into_iter().find(fits).unwrap_or(texts[1]);
    let label = egui::Label::new(RichText::new(shown).strong()).truncate();
    let response = ui.add(label.show_tooltip_when_elided(false));
    accessible_name(ui, &response, &long);
    if *shown != long {
        response.on_hover_text(long);
    }
}

/// The hidden layer, where there are several; from the right.
fn layer_choice(ui: &mut Ui, run: &Run, options: &mut LearningOptions, words: &Words) {
    let n_layers = run.facts.experiment.hidden.len();
    if n_layers < 2 {
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let shown = options.layer.min(n_layers - 1);
        for layer in (0..n_layers).rev() {
            let number = (layer + 1).to_string();
            let name = words.with("rsm-layer-n", &[("n", number.clone().into())]);
            let response = ui.selectable_label(layer == shown, number);
            accessible_name(ui, &response, &name);
            if response.on_hover_text(name).clicked() {
                options.layer = layer;
            }
        }
        ui.label(words.get("rsm-layer"));
    });
}

/// The hidden layer looked at; `None` without one.
pub(crate) fn layer_of(run: &Run, options: &LearningOptions) -> Option<usize> {
    let last = run.facts.experiment.hidden.len().checked_sub(1)?;
    Some(options.layer.min(last))
}

fn scale_choice(ui: &mut Ui, chosen: &mut RsmScale, words: &Words) {
    let scales = [
        (RsmScale::Run, "rsm-scale-run"),
        (RsmScale::Epoch, "rsm-scale-epoch"),
        (RsmScale::Cosine, "rsm-scale-cosine"),
        (RsmScale::Final, "rsm-scale-final"),
    ];
    let name = words.get("rsm-scale");
    let hint = words.get("rsm-scale-hint");
    let key = scales.iter().find(|(scale, _)| scale == chosen);
    let shown = key.map_or_else(String::new, |(_, key)| words.get(key));
    let combo = egui::ComboBox::from_id_salt("rsm scale")
        .width(combo_width(ui, scales.map(|(_, key)| words.get(key))))
        .truncate()
        .selected_text(shown);
    let response = combo.show_ui(ui, |ui| {
        for (scale, key) in scales {
            let response = ui.selectable_value(chosen, scale, words.get(key));
            response.on_hover_text(words.get(&format!("{key}-hint")));
        }
    });
    accessible_name(ui, &response.response, &name);
    response.response.on_hover_text(hint);
}
