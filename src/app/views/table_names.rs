//! The names of a table's rows and columns, cut to the room of their boxes so that different names
//! stay different.

use egui::{TextStyle, Ui};

use super::feature_cell::FEATURE_WIDTH;
use crate::app::plots::canvas::LayoutCache;
use crate::app::plots::paint::WindowFont;
use crate::picture::distinct_names;

/// Names as they are written.
#[derive(Debug, PartialEq)]
pub(super) struct ShortNames {
    /// Of the items.
    pub(super) items: Vec<String>,
    /// Of the user's features.
    pub(super) users: Vec<String>,
    /// Of the data's features that are shown.
    pub(super) data: Vec<String>,
}

/// The full names, and the rooms for those of the items and of the user's features in points.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FullNames {
    /// Of the items.
    pub(super) items: Vec<String>,
    /// Of the user's features.
    pub(super) users: Vec<String>,
    /// Of the data's features that are shown.
    pub(super) data: Vec<String>,
    /// The widths of an item's box and of a feature's.
    pub(super) boxes: [f32; 2],
}

/// The memory of the names, made anew for other names or another size of letters.
#[derive(Debug, Default)]
pub(super) struct TableNames(LayoutCache<(FullNames, [f32; 2]), ShortNames>);

impl TableNames {
    /// The names as they are written in the table.
    pub(super) fn get(&mut self, ui: &Ui, names: &FullNames) -> &ShortNames {
        /// Around the text in a box.
        const MARGIN: f32 = 8.0;
        let size = TextStyle::Body.resolve(ui.style()).size;
        let font = WindowFont(ui.ctx());
        let key = (names.clone(), [size, ui.pixels_per_point()]);
        self.0.get(key, || {
            let cut = |names: &[String], room: f32| {
                distinct_names(names, f64::from(room), f64::from(size), &font)
            };
            let [item, user] = names.boxes.map(|width| width - MARGIN);
            ShortNames {
                items: cut(&names.items, item),
                users: cut(&names.users, user),
                data: cut(&names.data, FEATURE_WIDTH),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use egui::Context;

    use super::*;

    #[test]
    fn long_names_stay_different_and_are_cut_anew_for_other_rooms() {
        let ctx = Context::default();
        let ends = ["north", "south"];
        let long = ends.map(|end| format!("a very long name of an animal of the {end}"));
        let names = |width: f32| FullNames {
            items: long.to_vec(),
            users: vec!["has_bones".to_owned()],
            data: Vec::new(),
            boxes: [width, 400.0],
        };
        let mut memory = TableNames::default();
        let mut seen = Vec::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            seen = [104.0, 2000.0]
                .map(|width| memory.get(ui, &names(width)).items.clone())
                .to_vec();
            assert_eq!(memory.get(ui, &names(104.0)).users, ["has_bones"]);
        });
        output.textures_delta.clear();
        assert_ne!(seen[0][0], seen[0][1]);
        assert!(seen[0].iter().all(|name| name.contains('…')), "{seen:?}");
        assert_eq!(seen[1], long);
    }
}
