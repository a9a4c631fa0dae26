//! The network taken apart at the epoch: U·A·Vᵀ as small matrices and, as their product, what it
//! says of the last features. A click on a mode's number or column leaves that mode out.

use std::collections::BTreeSet;

use egui::{Align2, Color32, FontId, Mesh, Painter, Pos2, Rect, RichText, Sense, Shape};
use egui::{Ui, WidgetInfo, pos2, vec2};
use nalgebra::DMatrix;

use super::scene::Scene;
use crate::app::naming::{column_name, feature_name};
use crate::app::palette::Palette;
use crate::app::{accessible_picture, format, mode_name};
use crate::model::{Pair, microscope};
use crate::worker::RunId;

const FONT: f32 = 11.0;
/// Heights of a matrix's name and of the modes' numbers.
const CAPTION: f32 = 17.0;
const NUMBERS: f32 = 15.0;
/// Room for the signs between the matrices, and for the modes' numbers beside A and Vᵀ.
const SIGN: f32 = 34.0;
const GAP: f32 = 4.0;

/// The most features, and the most modes, that are shown.
const MOST_FEATURES: usize = 10;
const MOST_MODES: usize = 16;
/// The least and the largest cell.
const LEAST_CELL: f32 = 8.0;
const MOST_CELL: f32 = 20.0;
/// The narrowest column of a mode, with a number of one digit and of two, and of an item.
const LEAST_MODE: [f32; 2] = [10.0, 14.0];
/// See `LEAST_MODE`.
const LEAST_COLUMN: f32 = 4.0;

/// From this share on the network is said to lie in the modes as a whole.
const WHOLE: f64 = 0.9995;

/// The panel's memory.
#[derive(Debug, Default)]
pub(crate) struct Microscope {
    /// The modes that are left out.
    off: BTreeSet<usize>,
    still: Option<Still>,
}

/// What stays the same over a run.
#[derive(Debug)]
struct Still {
    run: RunId,
    /// The shown features, their indices.
    features: Vec<usize>,
    /// What is taught of them, features × P.
    taught: DMatrix<f64>,
    /// U for them, features × P.
    side: DMatrix<f64>,
}

impl Microscope {
    /// Draws the panel.
    pub(crate) fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>) {
        let run = scene.run;
        let n_modes = run.facts.modes.singular_values.len();
        self.off.retain(|&mode| mode < n_modes);
        let still = self
            .still
            .take_if(|still| still.run == run.id)
            .unwrap_or_else(|| Still::of(scene));
        let row = run.record.row_at(scene.epoch);
        let aligned = run.record.aligned(row);
        let item_side = &run.facts.modes.item_side;
        let product = microscope::product(&still.side, aligned, item_side, |mode| {
            !self.off.contains(&mode)
        });
        let view = Slide {
            scene,
            off: &self.off,
            still: &still,
            aligned,
            product: &product,
            share: microscope::share_in_modes(aligned, run.record.modes(row)),
            epoch: run.record.epochs()[row],
        };
        let room = ui.available_size();
        let side = (room.x * 0.24).clamp(150.0, 250.0);
        let mut clicked = None;
        let mut all_on = false;
        ui.horizontal_top(|ui| {
            let spacing = 16.0;
            ui.spacing_mut().item_spacing.x = spacing;
            let shown = Shown::fitting(ui, vec2(room.x - side - spacing, room.y), &view);
            clicked = view.picture(ui, &shown);
            ui.allocate_ui_with_layout(
                vec2(side, room.y),
                egui::Layout::top_down(egui::Align::Min),
                |ui| all_on = view.words(ui, &shown),
            );
        });
        if let Some(mode) = clicked
            && !self.off.remove(&mode)
        {
            self.off.insert(mode);
        }
        if all_on {
            self.off.clear();
        }
        self.still = Some(still);
    }
}

impl Still {
    fn of(scene: Scene<'_>) -> Self {
        let run = scene.run;
        let experiment = &run.facts.experiment;
        let n_outputs = experiment.n_outputs();
        let features: Vec<usize> = (n_outputs.saturating_sub(MOST_FEATURES)..n_outputs).collect();
        let taught = DMatrix::from_fn(features.len(), experiment.items.len(), |row, item| {
            let feature = features[row];
            run.target(Pair { item, feature }).unwrap_or(0.0)
        });
        let side = run.facts.modes.feature_side_of(&taught);
        Self {
            run: run.id,
            features,
            taught,
            side,
        }
    }
}

/// How much is shown, and where.
struct Shown {
    n_modes: usize,
    n_items: usize,
    n_features: usize,
    /// Height of a cell, width of a mode's and of an item's column.
    height: f32,
    mode_width: f32,
    item_width: f32,
    /// Room for the features' names, and below for the items'.
    names: f32,
    foot: f32,
}

impl Shown {
    fn fitting(ui: &Ui, room: egui::Vec2, view: &Slide<'_>) -> Self {
        let widest = |names: &[String]| {
            let width = |name: &String| {
                let font = FontId::proportional(FONT);
                let galley = ui
                    .painter()
                    .layout_no_wrap(name.clone(), font, Color32::WHITE);
                galley.size().x
            };
            names.iter().map(width).fold(0.0, f32::max)
        };
        let n_all = view.scene.run.facts.modes.singular_values.len();
        let n_features = view.still.features.len();
        let names = widest(&view.features()).min(room.x * 0.2) + GAP;
        let foot = widest(&view.scene.items()).min(room.y * 0.3) + GAP;
        let rows = room.y - CAPTION - NUMBERS - foot;
        let most = ((rows / LEAST_CELL) as usize).clamp(2, MOST_MODES);
        let mut n_modes = n_all.min(most);
        let height = (rows / n_modes.max(n_features) as f32).clamp(4.0, MOST_CELL);
        let columns = room.x - names - 3.0 * SIGN - 3.0;
        let least_mode = LEAST_MODE[usize::from(n_modes > 9)];
        let widest_mode = (height * 1.7).clamp(least_mode, MOST_CELL * 1.3);
        // Modes take half of the width at most, the items the rest.
        let mut mode_width = widest_mode;
        if 2.0 * (n_modes + n_all) as f32 * mode_width > columns {
            mode_width = (columns / (2 * (n_modes + n_all)) as f32).clamp(least_mode, widest_mode);
        }
        n_modes = n_modes.min(((columns / 4.0 / mode_width) as usize).max(2));
        let left = columns - 2.0 * n_modes as f32 * mode_width;
        let item_width = (left / (2 * n_all) as f32).clamp(LEAST_COLUMN, mode_width);
        let n_items = n_all.min(((left / 2.0 / item_width) as usize).max(2));
        Self {
            n_modes,
            n_items,
            n_features,
            height,
            mode_width,
            item_width,
            names,
            foot,
        }
    }

    fn size(&self) -> egui::Vec2 {
        let columns = 2.0 * (self.n_modes as f32 * self.mode_width)
            + 2.0 * (self.n_items as f32 * self.item_width);
        let rows = self.n_features.max(self.n_modes) as f32 * self.height;
        vec2(
            self.names + columns + 3.0 * SIGN,
            CAPTION + NUMBERS + rows + self.foot,
        )
    }
}

/// One of the four matrices: where it is, and the numbers in it.
struct Matrix<'a> {
    origin: Pos2,
    cell: egui::Vec2,
    n_rows: usize,
    n_cols: usize,
    /// What the ends of the colours stand for.
    scale: f64,
    value: Box<dyn Fn(usize, usize) -> f64 + 'a>,
    /// Which modes a cell belongs to.
    modes: fn(usize, usize) -> [Option<usize>; 2],
}

impl Matrix<'_> {
    fn rect(&self) -> Rect {
        let size = vec2(
            self.n_cols as f32 * self.cell.x,
            self.n_rows as f32 * self.cell.y,
        );
        Rect::from_min_size(self.origin, size)
    }

    fn at(&self, row: usize, col: usize) -> Rect {
        let corner = self.origin + vec2(col as f32 * self.cell.x, row as f32 * self.cell.y);
        Rect::from_min_size(corner, self.cell)
    }

    fn cell_at(&self, pos: Pos2) -> Option<(usize, usize)> {
        let share = pos - self.origin;
        let (row, col) = (share.y / self.cell.y, share.x / self.cell.x);
        let is_in = row >= 0.0 && col >= 0.0;
        let (row, col) = (row as usize, col as usize);
        (is_in && row < self.n_rows && col < self.n_cols).then_some((row, col))
    }

    fn draw(
        &self,
        painter: &Painter,
        palette: &Palette,
        off: &BTreeSet<usize>,
        edge: egui::Stroke,
    ) {
        let mut mesh = Mesh::default();
        for row in 0..self.n_rows {
            for col in 0..self.n_cols {
                let modes = (self.modes)(row, col);
                let is_off = modes.into_iter().flatten().any(|mode| off.contains(&mode));
                let value = if is_off {
                    0.0
                } else {
                    (self.value)(row, col) / self.scale
                };
                mesh.add_colored_rect(self.at(row, col), palette.signed(value));
            }
        }
        painter.add(Shape::mesh(mesh));
        painter.rect_stroke(self.rect(), 0.0, edge, egui::StrokeKind::Outside);
    }
}

/// One frame's picture.
struct Slide<'a> {
    scene: Scene<'a>,
    off: &'a BTreeSet<usize>,
    still: &'a Still,
    aligned: &'a [f64],
    product: &'a DMatrix<f64>,
    share: Option<f64>,
    epoch: usize,
}

impl Slide<'_> {
    /// Draws the matrices; answers the mode that was clicked.
    fn picture(&self, ui: &mut Ui, shown: &Shown) -> Option<usize> {
        // A little more than the matrices, for the last one's edge.
        let size = shown.size() + vec2(3.0, 0.0);
        let (response, painter) = ui.allocate_painter(size, Sense::CLICK);
        let matrices = self.matrices(shown, response.rect.min);
        let visuals = ui.visuals();
        let (ink, edge) = (
            visuals.text_color(),
            visuals.widgets.noninteractive.bg_stroke,
        );
        for (matrix, name) in matrices.iter().zip(["U", "A", "V", "U·A·V"]) {
            matrix.draw(&painter, self.scene.palette, self.off, edge);
            let font = |size: f32| FontId::proportional(size);
            let mut job = egui::text::LayoutJob::default();
            let strong = egui::TextFormat::simple(font(FONT + 1.0), ink);
            job.append(name, 0.0, strong.clone());
            if name.ends_with('V') {
                // No font at hand has a raised T.
                let raised = egui::TextFormat {
                    font_id: font(FONT - 3.0),
                    valign: egui::Align::TOP,
                    ..strong
                };
                job.append("T", 0.5, raised);
            }
            let scale = format!("±{}", format::plain(format::three_digits(matrix.scale)));
            let quiet = egui::TextFormat::simple(font(FONT), self.scene.palette.quiet);
            job.append(&scale, 6.0, quiet);
            let galley = painter.layout_job(job);
            let at = pos2(matrix.origin.x, response.rect.top());
            painter.galley(at, galley, ink);
        }
        self.signs(&painter, &matrices, ink);
        self.names(&painter, shown, &matrices, ink);
        accessible_picture(&response, &self.description());
        let mut clicked = self.numbers(ui, &painter, shown, &matrices);
        let hovered = response.hover_pos().and_then(|pos| {
            let mut cells = matrices.iter().enumerate();
            cells.find_map(|(i, matrix)| Some((i, matrix.cell_at(pos)?)))
        });
        if let Some((at, (row, col))) = hovered {
            let matrix = &matrices[at];
            let frame = egui::Stroke::new(2.0, self.scene.palette.epoch);
            let cell = matrix.at(row, col);
            painter.rect_stroke(cell, 0.0, frame, egui::StrokeKind::Inside);
            if response.clicked() {
                // A diagonal of A is one mode; elsewhere in it, the column's.
                clicked = clicked.or((matrix.modes)(row, col)[0]);
            }
            let text = self.hover_text(at, row, col, (matrix.value)(row, col));
            response.on_hover_text_at_pointer(text);
        }
        clicked
    }

    fn matrices<'a>(&'a self, shown: &Shown, corner: Pos2) -> [Matrix<'a>; 4] {
        let modes = &self.scene.run.facts.modes;
        let n = modes.singular_values.len();
        let top = corner.y + CAPTION + NUMBERS;
        let modes_wide = shown.n_modes as f32 * shown.mode_width;
        let items_wide = shown.n_items as f32 * shown.item_width;
        let u = corner.x + shown.names;
        let a = u + modes_wide + SIGN;
        let v = a + modes_wide + SIGN;
        let p = v + items_wide + SIGN;
        let mode_cell = vec2(shown.mode_width, shown.height);
        let item_cell = vec2(shown.item_width, shown.height);
        let (aligned, item_side) = (self.aligned, &modes.item_side);
        let largest_mode = self.scene.run.extent.largest_mode;
        [
            Matrix {
                origin: pos2(u, top),
                cell: mode_cell,
                n_rows: shown.n_features,
                n_cols: shown.n_modes,
                scale: positive(self.still.side.amax()),
                value: Box::new(|row, col| self.still.side[(row, col)]),
                modes: |_, col| [Some(col), None],
            },
            Matrix {
                origin: pos2(a, top),
                cell: mode_cell,
                n_rows: shown.n_modes,
                n_cols: shown.n_modes,
                scale: positive(largest_mode.max(modes.singular_values[0])),
                value: Box::new(move |row, col| aligned[row + col * n]),
                modes: |row, col| [Some(col), Some(row)],
            },
            Matrix {
                origin: pos2(v, top),
                cell: item_cell,
                n_rows: shown.n_modes,
                n_cols: shown.n_items,
                scale: positive(item_side.amax()),
                value: Box::new(move |row, col| item_side[(col, row)]),
                modes: |row, _| [Some(row), None],
            },
            Matrix {
                origin: pos2(p, top),
                cell: item_cell,
                n_rows: shown.n_features,
                n_cols: shown.n_items,
                scale: positive(self.still.taught.amax()),
                value: Box::new(|row, col| self.product[(row, col)]),
                modes: |_, _| [None, None],
            },
        ]
    }

    /// The dots and the equals sign, halfway between neighbours.
    fn signs(&self, painter: &Painter, matrices: &[Matrix<'_>; 4], ink: Color32) {
        let rows = self.still.features.len() as f32;
        for (i, sign) in ["·", "·", "="].into_iter().enumerate() {
            let (left, right) = (matrices[i].rect().right(), matrices[i + 1].rect().left());
            // Nearer to the left where numbers stand on the right.
            let x = if i == 2 {
                f32::midpoint(left, right)
            } else {
                left + SIGN * 0.3
            };
            let y = matrices[0].origin.y + rows * matrices[0].cell.y / 2.0;
            painter.text(
                pos2(x, y),
                Align2::CENTER_CENTER,
                sign,
                FontId::proportional(22.0),
                ink,
            );
        }
    }

    /// The features beside U, the items below Vᵀ and the product.
    fn names(&self, painter: &Painter, shown: &Shown, matrices: &[Matrix<'_>; 4], ink: Color32) {
        let font = FontId::proportional(FONT.min(shown.height + 2.0).max(8.0));
        let u = &matrices[0];
        let every = ((font.size - 1.0) / shown.height).ceil().max(1.0) as usize;
        for (row, name) in self.features().iter().enumerate().step_by(every) {
            let at = pos2(u.origin.x - GAP, u.at(row, 0).center().y);
            painter.text(at, Align2::RIGHT_CENTER, name, font.clone(), ink);
        }
        let items = self.scene.items();
        let every = ((FONT + 1.0) / shown.item_width).ceil().max(1.0) as usize;
        for matrix in &matrices[2..] {
            let bottom = matrix.rect().bottom() + GAP;
            let names = items.iter().take(shown.n_items).enumerate();
            for (item, name) in names.step_by(every) {
                let font = FontId::proportional(FONT);
                let galley = painter.layout_no_wrap(name.clone(), font, ink);
                let x = matrix.at(0, item).center().x - galley.size().y / 2.0;
                let at = pos2(x, bottom + galley.size().x);
                let text = egui::epaint::TextShape::new(at, galley, ink);
                painter.add(text.with_angle(-std::f32::consts::FRAC_PI_2));
            }
        }
    }

    /// The modes' numbers: over U as switches, and beside A and Vᵀ to read along.
    fn numbers(
        &self,
        ui: &Ui,
        painter: &Painter,
        shown: &Shown,
        matrices: &[Matrix<'_>; 4],
    ) -> Option<usize> {
        let mut clicked = None;
        let [u, a, v, _] = matrices;
        let font = FontId::proportional(FONT.min(shown.height + 1.0).max(8.0));
        for mode in 0..shown.n_modes {
            let (color, is_on) = (self.mode_color(mode), !self.off.contains(&mode));
            let number = (mode + 1).to_string();
            for (x, y, anchor) in [
                (
                    u.at(0, mode).center().x,
                    u.origin.y - 2.0,
                    Align2::CENTER_BOTTOM,
                ),
                (
                    a.at(0, mode).center().x,
                    a.origin.y - 2.0,
                    Align2::CENTER_BOTTOM,
                ),
                (
                    a.origin.x - GAP,
                    a.at(mode, 0).center().y,
                    Align2::RIGHT_CENTER,
                ),
                (
                    v.origin.x - GAP,
                    v.at(mode, 0).center().y,
                    Align2::RIGHT_CENTER,
                ),
            ] {
                let place = painter.text(pos2(x, y), anchor, &number, font.clone(), color);
                if !is_on {
                    let line = egui::Stroke::new(1.0, color);
                    painter.hline(place.x_range().expand(1.0), place.center().y, line);
                }
            }
            let place = Rect::from_min_size(
                u.at(0, mode).min - vec2(0.0, NUMBERS),
                vec2(shown.mode_width, NUMBERS),
            );
            let switch = ui.interact(place, ui.scope_id().with(("mode", mode)), Sense::click());
            let name = mode_name(mode, self.scene.words, &self.scene.run.facts);
            let values = [("name", name.as_str().into())];
            let said = self.scene.words.with("microscope-switch", &values);
            switch.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, is_on, &said));
            if switch.hovered() || switch.has_focus() {
                let frame = egui::Stroke::new(1.0, self.scene.palette.epoch);
                painter.rect_stroke(place, 2.0, frame, egui::StrokeKind::Inside);
            }
            let hint = self.scene.words.get("microscope-switch-hint");
            if switch.on_hover_text(format!("{name}\n{hint}")).clicked() {
                clicked = Some(mode);
            }
        }
        clicked
    }

    /// What is to be said beside the picture; answers whether all modes are wanted back.
    fn words(&self, ui: &mut Ui, shown: &Shown) -> bool {
        let words = self.scene.words;
        let quiet = self.scene.palette.quiet;
        ui.add_space(CAPTION);
        self.legend(ui);
        ui.spacing_mut().item_spacing.y = 5.0;
        let mut all_on = false;
        if !self.off.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.label(self.without());
                all_on = ui.small_button(words.get("microscope-all-on")).clicked();
            });
        }
        ui.label(words.with("microscope-off-target", &[("off", self.farthest().into())]));
        ui.label(RichText::new(self.share()).color(quiet));
        let n_all = self.scene.run.facts.modes.singular_values.len();
        if shown.n_modes < n_all {
            let values = [
                ("modes", shown.n_modes.to_string().into()),
                ("items", shown.n_items.to_string().into()),
                ("all", n_all.to_string().into()),
            ];
            let text = RichText::new(words.with("microscope-first", &values));
            ui.label(text.color(quiet));
        }
        all_on
    }

    /// The colours from the negative end to the positive.
    fn legend(&self, ui: &mut Ui) {
        const STEPS: usize = 32;
        let size = vec2(120.0, 10.0);
        let (rect, _) = ui.allocate_exact_size(size + vec2(0.0, FONT + 6.0), Sense::hover());
        let bar = Rect::from_min_size(rect.min, size);
        let painter = ui.painter();
        let mut mesh = Mesh::default();
        let x = |step: usize| bar.left() + bar.width() * step as f32 / STEPS as f32;
        for step in 0..STEPS {
            let value = (2.0 * step as f64 + 1.0) / STEPS as f64 - 1.0;
            let part =
                Rect::from_min_max(pos2(x(step), bar.top()), pos2(x(step + 1), bar.bottom()));
            mesh.add_colored_rect(part, self.scene.palette.signed(value));
        }
        painter.add(Shape::mesh(mesh));
        let edge = ui.visuals().widgets.noninteractive.bg_stroke;
        painter.rect_stroke(bar, 0.0, edge, egui::StrokeKind::Outside);
        for (text, x, anchor) in [
            ("−", bar.left(), Align2::LEFT_TOP),
            ("0", bar.center().x, Align2::CENTER_TOP),
            ("+", bar.right(), Align2::RIGHT_TOP),
        ] {
            let font = FontId::proportional(FONT);
            painter.text(
                pos2(x, bar.bottom() + 2.0),
                anchor,
                text,
                font,
                self.scene.palette.quiet,
            );
        }
    }

    fn mode_color(&self, mode: usize) -> Color32 {
        if self.off.contains(&mode) {
            return self.scene.palette.quiet;
        }
        let n_modes = self.scene.run.facts.modes.singular_values.len();
        self.scene.palette.mode(mode, n_modes)
    }

    /// The features' names, or numbers.
    fn features(&self) -> Vec<String> {
        let experiment = &self.scene.run.facts.experiment;
        let name = |&feature: &usize| column_name(feature, experiment);
        self.still.features.iter().map(name).collect()
    }

    /// `modes off: 2, 3`.
    fn without(&self) -> String {
        let numbers: Vec<String> = self.off.iter().map(|mode| (mode + 1).to_string()).collect();
        let values = [("modes", numbers.join(", ").into())];
        self.scene.words.with("microscope-without", &values)
    }

    /// The largest difference between what the product says and what is taught.
    fn farthest(&self) -> String {
        let off = (self.product - &self.still.taught).amax();
        if off < 1e4 {
            format!("{off:.2}")
        } else {
            format::scientific(off)
        }
    }

    /// How much of the network is in these pictures.
    fn share(&self) -> String {
        let words = self.scene.words;
        match self.share {
            None => words.get("microscope-share-none"),
            Some(share) if share >= WHOLE => words.get("microscope-share-all"),
            Some(share) => {
                let percent = format::plain(format::three_digits((share * 1000.0).floor() / 10.0));
                words.with("microscope-share", &[("percent", percent.into())])
            }
        }
    }

    fn hover_text(&self, matrix: usize, row: usize, col: usize, value: f64) -> String {
        let mode = |mode: usize| {
            let values = [("mode", (mode + 1).to_string().into())];
            self.scene.words.with("map-mode", &values)
        };
        let item = |item: usize| self.scene.items()[item].clone();
        let feature = |row: usize| {
            let feature = self.still.features[row];
            let experiment = &self.scene.run.facts.experiment;
            feature_name(feature, experiment, self.scene.words)
        };
        let number = format!("{:+}", format::three_digits(value));
        let (a, b) = match matrix {
            0 => (feature(row), mode(col)),
            1 => (mode(row), mode(col)),
            2 => (mode(row), item(col)),
            _ => {
                let taught = format!("{:+}", format::three_digits(self.still.taught[(row, col)]));
                return self.scene.words.with(
                    "microscope-hover-product",
                    &[
                        ("item", item(col).into()),
                        ("feature", feature(row).into()),
                        ("value", number.into()),
                        ("taught", taught.into()),
                    ],
                );
            }
        };
        format!("{a} × {b}\n{number}")
    }

    /// For those who do not see the picture.
    fn description(&self) -> String {
        let words = self.scene.words;
        let without = if self.off.is_empty() {
            words.get("microscope-with-all")
        } else {
            self.without()
        };
        words.with(
            "microscope-description",
            &[
                ("epoch", self.epoch.to_string().into()),
                ("without", without.into()),
                ("off", self.farthest().into()),
                ("share", self.share().into()),
            ],
        )
    }
}

/// A scale that can be divided by.
fn positive(scale: f64) -> f64 {
    if scale > 0.0 && scale.is_finite() {
        scale
    } else {
        1.0
    }
}
