//! The representational similarity matrix (RSM) at an epoch, with values on hover. A click on a
//! cell follows that pair over the epochs, in a line that stands elsewhere: the matrix keeps its
//! place and its size.

use egui::{CursorIcon, Sense, Ui};

use super::canvas::{self, Canvas, LayoutCache, Setting};
use super::paint::WindowFont;
use super::pair_lines::PairLines;
use super::pointed::PointedParts;
use super::scaled::Similarity;
use super::scene::Scene;
use crate::app::theme::accessible::accessible_picture_with;
use crate::experiment::view::RsmScale;
use crate::numbers::{fixed, short};
use crate::picture::{Length, Phrase, Rsm, RsmLayout, Words as _};

/// The matrix laid out.
pub(crate) type RsmCache = LayoutCache<(Setting, RsmScale, Vec<[usize; 2]>), RsmLayout>;

impl Similarity<'_> {
    /// Draws the matrix as large as fits; a click on a cell follows its pair, or no more.
    pub(crate) fn ui(&self, ui: &mut Ui, kept: &mut RsmCache, lines: &mut PairLines) {
        let Some(rsm) = self.described() else {
            return;
        };
        let n = self.scene.view.items.len();
        let followed: Vec<[usize; 2]> = lines.pairs(n).collect();
        let room = ui.available_size();
        let key = (
            Setting::of(ui, &self.scene, canvas::size(room)),
            self.scale,
            followed.clone(),
        );
        let layout = kept.get(key, || {
            let rsm = Rsm {
                followed: &followed,
                ..rsm.clone()
            };
            let font = WindowFont(ui.ctx());
            rsm.layout(canvas::size(room), &font, self.scene.words)
        });
        let canvas = Canvas::paint(ui, &layout.drawing, Sense::CLICK);
        accessible_picture_with(&canvas.response, || self.description(&rsm));
        if let [a, b] = PointedParts::shown(ui.ctx()).items[..]
            && a.max(b) < n
        {
            canvas.frame(ui, layout.grid.cell(a, b));
            canvas.frame(ui, layout.grid.cell(b, a));
        }
        if let Some((a, b)) = canvas.pointed().and_then(|at| layout.cell_at(at)) {
            canvas.frame(ui, layout.grid.cell(a, b));
            PointedParts::at_items(ui.ctx(), vec![a, b]);
            if canvas.response.clicked() {
                lines.toggle([a, b], n);
            }
            let text = self.hover_text(&rsm, [a, b]);
            canvas
                .response
                .on_hover_cursor(CursorIcon::PointingHand)
                .on_hover_text_at_pointer(text);
        }
    }

    fn hover_text(&self, rsm: &Rsm<'_>, [a, b]: [usize; 2]) -> String {
        let Scene { view, words, .. } = self.scene;
        let shown = rsm.values.value(rsm.moment.row, [a, b]);
        let raw = rsm.moment.rsm(&view)[a * view.items.len() + b];
        let what = words.say(&Phrase::Item(rsm.scale_phrase(Length::Long)));
        let values = [
            ("a", view.items[a].as_str().into()),
            ("b", view.items[b].as_str().into()),
            ("what", what.into()),
            ("shown", fixed(shown, 3).into()),
            ("value", short(raw).into()),
        ];
        words.with("rsm-hover", &values)
    }

    /// For those who do not see the picture: the most and the least alike pair.
    fn description(&self, rsm: &Rsm<'_>) -> String {
        let Scene { view, words, .. } = self.scene;
        let pair = |([a, b], value): ([usize; 2], f64)| {
            format!("{} – {} {}", view.items[a], view.items[b], fixed(value, 2))
        };
        let [most, least] = rsm
            .extreme_pairs()
            .map_or_else(Default::default, |pairs| pairs.map(pair));
        let key = if self.scale == RsmScale::Final {
            "rsm-description-final"
        } else {
            "rsm-description"
        };
        let epoch = view.record.epochs()[rsm.moment.row].to_string();
        let values = [
            ("epoch", epoch.into()),
            ("most", most.into()),
            ("least", least.into()),
        ];
        words.with(key, &values)
    }
}
