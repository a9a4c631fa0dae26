//! The verdict on the three ways: whether they agree, by how much not, and why.

use egui::style::ScrollStyle;
use egui::{Align, Layout, RichText, ScrollArea, Ui, vec2};

use crate::analysis::regression::Closeness;
use crate::app::run::compared::Compared;
use crate::app::text::verdict;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::wrapped::wrapped_ui;
use crate::numbers::power_of_ten;

/// Whether they agree, by how much not, and why.
pub(super) fn verdict_ui(ui: &mut Ui, compared: &Compared, words: &Words, colours: &ThemeColours) {
    // A bar that is seen without the pointer on it: nothing else says that the text goes on.
    ui.spacing_mut().scroll = ScrollStyle::solid();
    ScrollArea::vertical()
        .id_salt("verdict")
        .auto_shrink(false)
        .show(ui, |ui| {
            // Room for the scroll bar.
            ui.set_max_width(ui.available_width() - 8.0);
            let mark = mark(compared.all_agree());
            let text = format!("{mark} {}", verdict::verdict(compared, words));
            wrapped_ui(ui, &text, |text| text.strong().size(16.0));
            ui.add_space(4.0);
            differences_ui(ui, compared, words, colours);
            ui.add_space(6.0);
            for reason in verdict::reasons(compared, words) {
                wrapped_ui(ui, &reason, |text| text.color(colours.error));
            }
            for path in verdict::paths(compared, words) {
                ui.add_space(2.0);
                wrapped_ui(ui, &path, |text| text);
            }
        });
}

/// A row for each two ways: the largest difference of their W, and whether that is small.
fn differences_ui(ui: &mut Ui, compared: &Compared, words: &Words, colours: &ThemeColours) {
    let deep_key = verdict::deep_key(compared);
    let pairs = [
        ("way-analytical", "way-shallow", compared.analytical_shallow),
        ("way-analytical", deep_key, compared.analytical_deep),
        ("way-shallow", deep_key, compared.shallow_deep),
    ];
    let head = RichText::new(words.get("difference-largest")).size(12.0);
    ui.label(head.color(colours.quiet))
        .on_hover_text(words.get("difference-close-hint"));
    let why = verdict::shallow_lr(compared, words);
    for (a, b, closeness) in pairs {
        let name = format!("{} – {}", words.get(a), words.get(b));
        let has_shallow = [a, b].contains(&"way-shallow");
        let hint = why.as_deref().filter(|_| has_shallow);
        difference_ui(ui, (&name, hint), closeness, words, colours);
    }
}

/// Two ways and, at the right, the difference of their W and its mark. A name too long for its line
/// has a second one; on hover it has a hint, if there is one.
fn difference_ui(
    ui: &mut Ui,
    (name, hint): (&str, Option<&str>),
    closeness: Closeness,
    words: &Words,
    colours: &ThemeColours,
) {
    let line = vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::TOP), |ui| {
        let (key, color) = if closeness.is_close {
            ("yes", ui.visuals().text_color())
        } else {
            ("no", colours.error)
        };
        let shown = ui.colored_label(color, mark(closeness.is_close));
        let close = words.get("difference-close");
        let said = format!("{name}, {close}: {}", words.get(key));
        accessible_name(ui, &shown, &said);
        shown.on_hover_text(words.get("difference-close-hint"));
        ui.label(difference(closeness));
        ui.with_layout(Layout::left_to_right(Align::TOP), |ui| {
            let name = wrapped_ui(ui, name, |text| text);
            if let Some(hint) = hint {
                name.on_hover_text(hint);
            }
        });
    });
}

/// `✔` or `✖`.
fn mark(is_so: bool) -> &'static str {
    if is_so { "✔" } else { "✖" }
}

/// The largest difference: `2.4 × 10⁻³`.
fn difference(closeness: Closeness) -> String {
    let largest = closeness.largest_difference;
    match format!("{largest:.1e}").parse::<f64>() {
        Ok(0.0) => "0".to_owned(),
        Ok(rounded) if rounded.is_finite() => power_of_ten(rounded).replace('×', " × "),
        _ => "–".to_owned(),
    }
}
