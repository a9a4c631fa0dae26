//! The Illusions view before there is a feature of one's own: why to make one, and the examples as
//! cards.

use egui::text::LayoutJob;
use egui::{FontId, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, TextFormat, Ui, vec2};

use super::feature_cell::soft;
use crate::app::command::action::Action;
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::wrapped::wrapped_ui;
use crate::presets::{ILLUSIONS, Preset};

/// The least width of a card and its height, in points.
const CARD: egui::Vec2 = vec2(236.0, 96.0);
/// Between cards, and around what is in them.
const GAP: f32 = 12.0;
/// The side of a value of the feature, as a square.
const VALUE: f32 = 10.0;

/// Draws the invitation; answers the example that was chosen.
#[must_use]
pub(super) fn invitation_ui(ui: &mut Ui, words: &Words, colours: &ThemeColours) -> Option<Action> {
    let mut chosen = None;
    ScrollArea::vertical()
        .id_salt("invitation")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.set_max_width((ui.available_width() - GAP).min(4.0 * (1.3 * CARD.x + GAP)));
            ui.add_space(GAP);
            let title = RichText::new(words.get("invitation-title"));
            ui.label(title.strong().size(20.0));
            ui.add_space(4.0);
            wrapped_ui(ui, &words.get("invitation-text"), |text| text);
            ui.add_space(GAP);
            let room = ui.available_width();
            let n_columns = ((room + GAP) / (CARD.x + GAP)).floor().max(1.0);
            let size = vec2((room + GAP) / n_columns - GAP, CARD.y);
            ui.spacing_mut().item_spacing = vec2(GAP, GAP);
            for row in ILLUSIONS.chunks(n_columns as usize) {
                ui.horizontal(|ui| {
                    for preset in row {
                        if card_ui(ui, preset, size, words, colours) {
                            chosen = Some(*preset);
                        }
                    }
                });
            }
        });
    chosen.map(|preset| Action::Edit(Box::new(preset.experiment())))
}

/// Draws an example; answers whether it was clicked.
fn card_ui(
    ui: &mut Ui,
    preset: &Preset,
    size: egui::Vec2,
    words: &Words,
    colours: &ThemeColours,
) -> bool {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = words.get(preset.key);
    let label = words.with("invitation-example", &[("name", name.as_str().into())]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
    let visuals = ui.visuals();
    let style = ui.style().interact(&response);
    let edge = if response.has_focus() || response.hovered() {
        Stroke::new(1.5, visuals.selection.stroke.color)
    } else {
        visuals.widgets.noninteractive.bg_stroke
    };
    let painter = ui.painter();
    painter.rect(rect, 6.0, visuals.faint_bg_color, edge, StrokeKind::Inside);
    let inside = rect.shrink(GAP);
    let mut job = LayoutJob::default();
    let format = |size, color| TextFormat::simple(FontId::proportional(size), color);
    job.append(&name, 0.0, format(14.0, visuals.strong_text_color()));
    job.append("\n", 0.0, format(14.0, style.text_color()));
    let hint = words.get(&format!("{}-hint", preset.key));
    job.append(&hint, 0.0, format(12.0, colours.quiet));
    job.wrap.max_width = inside.width();
    job.wrap.max_rows = 4;
    let galley = painter.layout_job(job);
    painter.galley(inside.left_top(), galley, visuals.text_color());
    values_ui(ui, preset, inside, colours);
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
}

/// The feature's values as a row of squares at the foot of the card.
fn values_ui(ui: &Ui, preset: &Preset, inside: Rect, colours: &ThemeColours) {
    let experiment = preset.experiment();
    let values = experiment.user_features.first().map(|user| &user.values);
    for (i, value) in values.into_iter().flatten().enumerate() {
        let at = inside.left_bottom() + vec2(i as f32 * (VALUE + 2.0), -VALUE);
        let square = Rect::from_min_size(at, vec2(VALUE, VALUE));
        let color = soft(*value, ui.visuals(), colours);
        ui.painter().rect_filled(square, 2.0, color);
    }
}
