//! The representational similarity matrix (RSM) at an epoch, with names, a colour bar and values
//! on hover. A click on a cell follows that pair over the epochs, in a line below.

use egui::{Align2, Color32, FontId, Mesh, Rect, Sense, Shape, Ui, pos2, vec2};

use super::pair_lines::PairLines;
use super::scaled::Similarity;
use crate::app::text::format;
use crate::app::theme::accessible::accessible_picture;
use crate::experiment::view::Scale;

/// Names are not drawn smaller than this.
const LEAST_FONT: f32 = 9.0;
const MOST_FONT: f32 = 13.0;

/// Width of the colour bar, and of the room right of it for its labels and its title.
const BAR_WIDTH: f32 = 14.0;
const BAR_LABELS: f32 = 34.0;
const BAR_TITLE: f32 = 16.0;
const GAP: f32 = 8.0;

impl Similarity<'_> {
    /// Draws the matrix as large as fits, and below it the lines of the pairs that were clicked.
    pub(crate) fn ui(self, ui: &mut Ui, lines: &mut PairLines) {
        let record = &self.run.record;
        if record.is_empty() {
            return;
        }
        let row = record.row_at(self.epoch);
        let raw = record.similarity(row, self.layer);
        let values = self.scaled(row);
        let names = self.words.items(&self.run.facts.experiment);
        let n = names.len();

        let room = ui.available_size() - vec2(0.0, lines.height(ui, n));
        let place = Place::new(ui, Rect::from_min_size(ui.cursor().min, room), &names);
        // What the matrix does not need is left below the lines.
        let height = if lines.is_empty(n) {
            room.y
        } else {
            place.foot - ui.cursor().top()
        };
        let (response, painter) = ui.allocate_painter(vec2(room.x, height), Sense::CLICK);
        let visuals = ui.visuals();
        painter.add(self.cells(&values, &place));
        painter.rect_stroke(
            place.matrix,
            0.0,
            visuals.widgets.noninteractive.bg_stroke,
            egui::StrokeKind::Outside,
        );
        place.draw_names(&painter, &names, visuals.text_color());
        self.bar(&painter, &place, visuals.text_color());
        accessible_picture(
            &response,
            &self.description(record.epochs()[row], &values, &names),
        );
        for (i, [a, b]) in lines.pairs(n).enumerate() {
            for cell in [place.cell(a, b), place.cell(b, a)] {
                let stroke = egui::Stroke::new(2.0, self.palette.watched(i));
                painter.rect_stroke(cell, 0.0, stroke, egui::StrokeKind::Inside);
            }
        }
        if let Some((i, j)) = response.hover_pos().and_then(|pos| place.cell_at(pos)) {
            painter.rect_stroke(
                place.cell(i, j),
                0.0,
                egui::Stroke::new(2.0, self.palette.epoch),
                egui::StrokeKind::Inside,
            );
            if response.clicked() {
                lines.toggle([i, j], n);
            }
            let text = self.words.with(
                "rsm-hover",
                &[
                    ("a", names[i].clone().into()),
                    ("b", names[j].clone().into()),
                    ("what", self.bar_title().into()),
                    ("shown", format!("{:.3}", values[i * n + j]).into()),
                    ("value", format::scientific(raw[i * n + j]).into()),
                ],
            );
            response
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .on_hover_text_at_pointer(text);
        }
        lines.ui(ui, &self);
    }

    /// What the colours show.
    fn bar_title(&self) -> String {
        match self.scale {
            Scale::Run | Scale::Epoch => self.words.get("rsm-bar"),
            Scale::Cosine => self.words.get("rsm-scale-cosine"),
            Scale::Final => {
                let epoch = self.run.record.epochs()[self.final_row()].to_string();
                self.words.with("rsm-bar-final", &[("epoch", epoch.into())])
            }
        }
    }

    fn cells(&self, values: &[f64], place: &Place) -> Shape {
        let n = place.n;
        let mut mesh = Mesh::default();
        mesh.reserve_triangles(2 * n * n);
        mesh.reserve_vertices(4 * n * n);
        for i in 0..n {
            for j in 0..n {
                let color = self.palette.similarity(values[i * n + j]);
                mesh.add_colored_rect(place.cell(i, j), color);
            }
        }
        Shape::mesh(mesh)
    }

    fn bar(&self, painter: &egui::Painter, place: &Place, ink: Color32) {
        const STEPS: usize = 64;
        let bottom = self.bar_bottom();
        let bar = place.bar;
        let y = |share: f32| egui::lerp(bar.bottom()..=bar.top(), share);
        let mut mesh = Mesh::default();
        for step in 0..STEPS {
            let (low, high) = (step as f32 / STEPS as f32, (step + 1) as f32 / STEPS as f32);
            let value = bottom + (1.0 - bottom) * f64::from(low + high) / 2.0;
            let rect = Rect::from_min_max(pos2(bar.left(), y(high)), pos2(bar.right(), y(low)));
            mesh.add_colored_rect(rect, self.palette.similarity(value));
        }
        painter.add(Shape::mesh(mesh));
        let font = FontId::proportional(12.0);
        for tick in 0..=4 {
            let share = f64::from(tick) / 4.0;
            let value = bottom + (1.0 - bottom) * share;
            let at = pos2(bar.right() + 4.0, y(share as f32));
            painter.text(
                at,
                Align2::LEFT_CENTER,
                format::plain(value),
                font.clone(),
                ink,
            );
        }
        let galley = painter.layout_no_wrap(self.bar_title(), font, ink);
        let at = pos2(
            bar.right() + BAR_LABELS,
            bar.center().y + galley.size().x / 2.0,
        );
        let text = egui::epaint::TextShape::new(at, galley, ink);
        painter.add(text.with_angle(-std::f32::consts::FRAC_PI_2));
    }

    /// For those who do not see the picture: the most and the least alike pair.
    fn description(&self, epoch: usize, values: &[f64], names: &[String]) -> String {
        let n = names.len();
        let pairs = (0..n).flat_map(|i| (0..i).map(move |j| (i, j)));
        let by_value = |a: &(usize, usize), b: &(usize, usize)| {
            values[a.0 * n + a.1].total_cmp(&values[b.0 * n + b.1])
        };
        let pair = |(i, j): (usize, usize)| {
            format!("{} – {} {:.2}", names[j], names[i], values[i * n + j])
        };
        let most = pairs.clone().max_by(by_value).map(pair).unwrap_or_default();
        let least = pairs.min_by(by_value).map(pair).unwrap_or_default();
        let key = if self.scale == Scale::Final {
            "rsm-description-final"
        } else {
            "rsm-description"
        };
        self.words.with(
            key,
            &[
                ("epoch", epoch.to_string().into()),
                ("most", most.into()),
                ("least", least.into()),
            ],
        )
    }
}

/// Where everything goes.
struct Place {
    n: usize,
    matrix: Rect,
    bar: Rect,
    /// Where the names end.
    foot: f32,
    font: FontId,
    /// Every how many items a name is drawn.
    name_stride: usize,
}

impl Place {
    fn new(ui: &Ui, rect: Rect, names: &[String]) -> Self {
        let n = names.len();
        // Names take as much room as the longest needs, and the matrix the rest.
        let width_at = |size: f32| {
            let font = FontId::proportional(size);
            let widths = names.iter().map(|name| {
                let galley =
                    ui.painter()
                        .layout_no_wrap(name.clone(), font.clone(), Color32::WHITE);
                galley.size().x
            });
            widths.fold(0.0, f32::max)
        };
        let size = MOST_FONT.min((rect.height() / n as f32 * 0.7).max(LEAST_FONT));
        let name_room = width_at(size) + GAP;
        let room = vec2(
            rect.width() - name_room - GAP - BAR_WIDTH - BAR_LABELS - BAR_TITLE,
            rect.height() - name_room,
        );
        let side = room.x.min(room.y).max(16.0);
        let total = vec2(
            name_room + side + GAP + BAR_WIDTH + BAR_LABELS + BAR_TITLE,
            side + name_room,
        );
        let left = rect.left() + ((rect.width() - total.x) / 2.0).max(0.0) + name_room;
        // Beneath its title, where the plot beside it begins too.
        let top = rect.top() + 4.0;
        let matrix = Rect::from_min_size(pos2(left.round(), top.round()), vec2(side, side));
        let bar = Rect::from_min_size(
            pos2(matrix.right() + GAP, matrix.top()),
            vec2(BAR_WIDTH, side),
        );
        let cell = side / n as f32;
        Self {
            n,
            matrix,
            bar,
            foot: matrix.bottom() + name_room,
            font: FontId::proportional(size),
            name_stride: ((size + 1.0) / cell).ceil().max(1.0) as usize,
        }
    }

    fn cell(&self, i: usize, j: usize) -> Rect {
        // Whole pixels would leave the cells of unequal size; edges that meet leave no gaps.
        let x = |j: usize| self.matrix.left() + self.matrix.width() * j as f32 / self.n as f32;
        let y = |i: usize| self.matrix.top() + self.matrix.height() * i as f32 / self.n as f32;
        Rect::from_min_max(pos2(x(j), y(i)), pos2(x(j + 1), y(i + 1)))
    }

    fn cell_at(&self, pos: egui::Pos2) -> Option<(usize, usize)> {
        if !self.matrix.contains(pos) {
            return None;
        }
        let share = (pos - self.matrix.min) / self.matrix.width();
        let index = |share: f32| ((share * self.n as f32) as usize).min(self.n - 1);
        Some((index(share.y), index(share.x)))
    }

    /// Item names left of the rows, and below the columns from bottom to top.
    fn draw_names(&self, painter: &egui::Painter, names: &[String], ink: Color32) {
        for (i, name) in names.iter().enumerate().step_by(self.name_stride) {
            let row = self.cell(i, 0);
            let at = pos2(self.matrix.left() - GAP / 2.0, row.center().y);
            painter.text(at, Align2::RIGHT_CENTER, name, self.font.clone(), ink);

            let column = self.cell(self.n - 1, i);
            let galley = painter.layout_no_wrap(name.clone(), self.font.clone(), ink);
            // Turned a quarter to the left about its top left corner.
            let at = pos2(
                column.center().x - galley.size().y / 2.0,
                self.matrix.bottom() + GAP / 2.0 + galley.size().x,
            );
            let text = egui::epaint::TextShape::new(at, galley, ink);
            painter.add(text.with_angle(-std::f32::consts::FRAC_PI_2));
        }
    }
}
