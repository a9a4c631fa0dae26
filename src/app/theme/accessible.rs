//! How widgets and pictures are called by screen readers, and by tests.

use egui::accesskit::Role;
use egui::{Response, Ui};

/// Gives a widget the name that screen readers, and tests, know it by.
pub(crate) fn accessible_name(ui: &Ui, response: &Response, name: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        // A text that stands by itself is read by its value.
        if node.role() == Role::Label {
            node.set_value(name);
        } else {
            node.set_label(name);
        }
    });
}

/// Gives a picture a name, and a place in the accessibility tree, which it has not by itself.
pub(crate) fn accessible_picture(response: &Response, name: &str) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, name));
}

/// The same with a name that is made only where somebody listens.
pub(crate) fn accessible_picture_with(response: &Response, name: impl Fn() -> String) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, name()));
}
