//! A chart in the window: what [`crate::picture`] describes, painted, with the values under the
//! pointer and the epoch that is chosen by it. Zooming is in [`super::zoom`].

use egui::emath::GuiRounding as _;
use egui::{CursorIcon, PointerButton, Pos2, Rect, Response, Sense, Ui, vec2};

use super::canvas;
use super::laid_out::{LaidOut, LaidOutChart};
use super::paint::{WindowFont, paint, palette};
use super::pointed::PointedParts;
use super::quantity::{is_mode, quantity};
use super::zoom::{ChartZoom, FramePlace, is_panned_by_hand};
use crate::app::text::words::Words;
use crate::numbers::{prediction, short};
use crate::picture::chart::{
    Axis, AxisScale, Chart, Curve, CurveName, CurveOf, Frame, Quantity, Span, SpanOf, Viewport,
};
use crate::picture::{Drawing, Size, epoch_span};

/// A curve this near to the pointer, in points, is pointed at.
const NEAR: f64 = 6.0;

/// The most of a chart's width that the region at the epoch reaches to either side.
const MOST_WIDTH: f64 = 0.008;

/// A mode this near to zero, as a share of the frame's height, is told as zero.
const NEXT_TO_NOTHING: f64 = 5e-4;

/// How much wider a curve is that is pointed at, in points.
const LIFTED: f64 = 2.5;

/// The clicks of a double-click follow each other within this time, in seconds.
const DOUBLE_CLICK: f32 = 0.3;

/// A chart with its layout, kept from frame to frame.
#[derive(Debug)]
pub(crate) struct ChartMemory<K> {
    kept: Option<(K, LaidOutChart)>,
    zoom: ChartZoom,
    /// The pin a curve of which is under the pointer.
    pub(crate) pointed_pin: Option<usize>,
    /// The epoch looked at before the last press. A double-click shows the whole run and leaves the
    /// epoch where it was before its first click.
    before_click: Option<usize>,
}

/// How a chart is shown.
#[derive(Clone, Copy)]
pub(crate) struct ChartPlot<'a> {
    /// Tells the zoom of its kind of axes from that of other kinds.
    pub(crate) id: &'static str,
    /// The epochs of the rows of the run that is shown, ascending.
    pub(crate) epochs: &'a [usize],
    /// The epoch looked at.
    pub(crate) epoch: usize,
    /// The value of a curve of the run at one of its epochs, in units of its axis; `None` for what
    /// is to be read off the chart.
    pub(crate) value: &'a dyn Fn(CurveOf, usize) -> Option<f64>,
    /// Whether the value of a curve is written wherever the pointer is; that of any other is
    /// written while the curve itself is pointed at.
    pub(crate) is_told: &'a dyn Fn(CurveOf) -> bool,
    /// The words.
    pub(crate) words: &'a Words,
}

/// The pointer's doings on a chart.
pub(crate) struct Pointed {
    /// The frame's.
    pub(crate) response: Response,
    /// The epoch that was clicked, or is dragged over.
    pub(crate) epoch: Option<usize>,
    /// Whether it is where a false belief is shaded.
    pub(crate) is_at_belief: bool,
}

impl<K> Default for ChartMemory<K> {
    fn default() -> Self {
        Self {
            kept: None,
            zoom: ChartZoom::default(),
            pointed_pin: None,
            before_click: None,
        }
    }
}

impl<K> ChartMemory<K> {
    /// Makes the chart for this key, unless one is kept whose key `serves`.
    pub(crate) fn keep(
        &mut self,
        key: K,
        serves: impl FnOnce(&K, &K) -> bool,
        chart: impl FnOnce() -> Chart,
    ) {
        let kept = self.kept.as_ref();
        if kept.is_some_and(|(kept, _)| serves(kept, &key)) {
            return;
        }
        let chart = chart();
        // The layout of a chart with the same frame is not of this one.
        let framed = None;
        self.kept = Some((key, LaidOutChart { chart, framed }));
    }

    /// Forgets the chart, and keeps what was zoomed into.
    pub(crate) fn forget(&mut self) {
        self.kept = None;
    }

    /// The explanations in the legend of the kept chart.
    pub(crate) fn legend(&self) -> Vec<&str> {
        let entries = self.kept.iter().flat_map(|(_, kept)| &kept.chart.legend);
        entries.map(|entry| entry.text.as_str()).collect()
    }

    /// Paints the kept chart into the room there is; `None` without one.
    pub(crate) fn ui(&mut self, ui: &mut Ui, plot: ChartPlot<'_>) -> Option<Pointed> {
        let (_, kept) = self.kept.as_mut()?;
        let size = canvas::size(ui.available_size());
        let room = vec2(size.width as f32, size.height as f32);
        let origin = ui.allocate_space(room).1.min;
        let place = Place {
            origin: origin.round_to_pixels(ui.pixels_per_point()),
            size,
        };
        let framed = LaidOutChart::framed(&mut kept.framed, &kept.chart, ui, size);
        let frame = framed.frame;
        let in_window = FramePlace {
            rect: canvas::rect_at(place.origin, frame.area),
            picture: Rect::from_min_size(place.origin, room),
            whole: kept.chart.whole(),
            id: plot.id,
        };
        let (response, view) = self.zoom.update(ui, in_window, plot.words);
        let laid_out = framed.laid_out(&kept.chart, ui, view, plot.words);
        let shown = ChartInView {
            plot,
            place,
            chart: &kept.chart,
            frame,
            laid_out,
        };
        shown.paint(ui);
        shown.whole_names_ui(ui);
        let near = shown.pointed_ui(ui, &response);
        let is_at_belief = shown.is_at_belief(&response);
        self.zoom.ui(ui, &response, in_window, plot.words);
        self.pointed_pin = match near {
            Some(CurveOf::Pin { pin, .. }) => Some(pin),
            _ => None,
        };
        if is_first_press(ui) {
            self.before_click = Some(plot.epoch);
        }
        let epoch = if response.double_clicked() {
            self.before_click
        } else {
            shown.chosen_epoch(ui, &response)
        };
        let response = response.on_hover_cursor(CursorIcon::Crosshair);
        Some(Pointed {
            response,
            epoch,
            is_at_belief,
        })
    }
}

/// Whether the button went down for a click that is not the second of a double-click.
fn is_first_press(ui: &Ui) -> bool {
    ui.input(|input| {
        let pointer = &input.pointer;
        pointer.primary_pressed() && pointer.time_since_last_click() > DOUBLE_CLICK
    })
}

/// Where a chart is in the window.
#[derive(Clone, Copy)]
struct Place {
    origin: Pos2,
    size: Size,
}

/// A chart in view.
struct ChartInView<'a> {
    plot: ChartPlot<'a>,
    place: Place,
    chart: &'a Chart,
    frame: Frame,
    laid_out: &'a LaidOut,
}

impl ChartInView<'_> {
    fn view(&self) -> &Viewport {
        &self.laid_out.view
    }

    fn paint(&self, ui: &Ui) {
        let palette = palette(ui.visuals());
        let size = vec2(self.place.size.width as f32, self.place.size.height as f32);
        let painter = ui.painter_at(Rect::from_min_size(self.place.origin, size));
        let stripe = Chart::behind(&self.epoch_stripe(), &self.frame, self.view());
        for drawing in [
            &stripe,
            &self.laid_out.inside,
            &self.laid_out.around.drawing,
        ] {
            paint(drawing, &painter, self.place.origin, &palette);
        }
        for drawing in self.lifted(&PointedParts::shown(ui.ctx())) {
            paint(&drawing, &painter, self.place.origin, &palette);
        }
    }

    /// The whole of each name that is cut beside the frame, while the pointer is on it.
    fn whole_names_ui(&self, ui: &Ui) {
        for (i, name) in self.laid_out.around.cut.iter().enumerate() {
            let rect = canvas::rect_at(self.place.origin, name.area);
            let id = ui.scope_id().with((self.plot.id, "cut name", i));
            let response = ui.interact(rect, id, Sense::hover());
            response.on_hover_text(&name.whole);
        }
    }

    /// The region at the epoch; no more than a small share of a short run.
    fn epoch_stripe(&self) -> Span {
        let (x, middle) = (&self.chart.x, self.plot.epoch as f64);
        let half = MOST_WIDTH * (x.to - x.from);
        let span = epoch_span(self.plot.epoch);
        Span {
            from: span.from.max(middle - half),
            to: span.to.min(middle + half),
            ..span
        }
    }

    /// The run's modes that are pointed at in any picture.
    fn lifted(&self, pointed: &PointedParts) -> Vec<Drawing> {
        let curves = self.chart.curves.iter().enumerate();
        let lifted = curves.filter(|(_, curve)| match quantity(curve.of) {
            Quantity::Mode(mode) | Quantity::Strength(mode) => {
                is_mode(curve.of) && pointed.modes.contains(&mode)
            }
            Quantity::Loss | Quantity::Watched(_) => false,
        });
        let drawing = |(i, _)| self.chart.lifted(i, LIFTED, &self.frame, self.view());
        lifted.map(drawing).collect()
    }

    /// Draws what is under the pointer; answers the curve that is pointed at.
    fn pointed_ui(&self, ui: &Ui, response: &Response) -> Option<CurveOf> {
        let at = canvas::point_at(self.place.origin, response.hover_pos()?);
        let (frame, view) = (&self.frame, self.view());
        let near = self.chart.nearest(at, frame, view, NEAR);
        let near = near.map(|curve| self.chart.curves[curve].of);
        if let Some(CurveOf::Run(Quantity::Mode(mode) | Quantity::Strength(mode))) = near {
            PointedParts::at_modes(ui.ctx(), vec![mode]);
        }
        let epoch = self.recorded(frame.x_at(view, at.x));
        let values = self.values(epoch, near);
        let value = |curve: &Curve| {
            let told = values.iter().find(|(of, _)| *of == curve.of);
            told.map(|(_, text)| text.clone())
        };
        let (x, number, font) = (epoch as f64, epoch.to_string(), WindowFont(ui.ctx()));
        let drawing = self.chart.pointed(x, &number, value, frame, view, &font);
        paint(
            &drawing,
            ui.painter(),
            self.place.origin,
            &palette(ui.visuals()),
        );
        near
    }

    /// Whether the pointer is where a false belief is shaded.
    fn is_at_belief(&self, response: &Response) -> bool {
        response.hover_pos().is_some_and(|at| {
            let at = canvas::point_at(self.place.origin, at);
            let x = self.frame.x_at(self.view(), at.x);
            let is_there = |span: &Span| {
                matches!(span.of, SpanOf::FalseBelief(_)) && (span.from..=span.to).contains(&x)
            };
            self.chart.spans.iter().any(is_there)
        })
    }

    /// The epoch at an x: the last one up to it that was recorded, if the run goes so far.
    fn recorded(&self, x: f64) -> usize {
        let epoch = x.round().clamp(self.chart.x.from, self.chart.x.to) as usize;
        match self.plot.epochs.last() {
            Some(last) if epoch <= *last => {
                let next = self.plot.epochs.partition_point(|row| *row <= epoch);
                self.plot.epochs[next.saturating_sub(1)]
            }
            _ => epoch,
        }
    }

    /// The text beside each curve at an epoch. Of modes that would say the same one says
    /// it.
    fn values(&self, epoch: usize, near: Option<CurveOf>) -> Vec<(CurveOf, String)> {
        let mut values: Vec<(CurveOf, String)> = Vec::new();
        for curve in self.chart.curves.iter().rev() {
            let is_near = near == Some(curve.of);
            if !is_near && !(self.plot.is_told)(curve.of) {
                continue;
            }
            let Some(value) = self.value(curve, epoch) else {
                continue;
            };
            let text = match quantity(curve.of) {
                Quantity::Watched(_) => prediction(value),
                Quantity::Mode(_) | Quantity::Strength(_) if self.is_nothing(curve, value) => {
                    short(0.0)
                }
                _ => short(value),
            };
            let says_so = |(of, said): &(CurveOf, String)| is_mode(*of) && *said == text;
            if is_near {
                let name = self.name(curve);
                let text = name.map_or_else(|| text.clone(), |name| format!("{name}: {text}"));
                values.push((curve.of, text));
            } else if !(is_mode(curve.of) && values.iter().any(says_so)) {
                values.push((curve.of, text));
            }
        }
        values
    }

    /// Whether a mode cannot be told from zero on a linear axis.
    fn is_nothing(&self, curve: &Curve, value: f64) -> bool {
        let axis = self.axis(curve.of);
        let height = axis.y_of(value) - axis.y_of(0.0);
        axis.scale == AxisScale::Linear && height.abs() < NEXT_TO_NOTHING
    }

    /// The value of a curve at an epoch.
    fn value(&self, curve: &Curve, epoch: usize) -> Option<f64> {
        let recorded = (self.plot.value)(curve.of, epoch);
        let read_off = || Some(self.axis(curve.of).value_at(curve.y_at(epoch as f64)?));
        recorded.or_else(read_off)
    }

    fn axis(&self, of: CurveOf) -> &Axis {
        match (quantity(of), &self.chart.right) {
            (Quantity::Mode(_) | Quantity::Strength(_), Some(right)) => right,
            _ => &self.chart.left,
        }
    }

    /// The name of a curve that has none at its end, or not all of it, or is not of the run that
    /// is shown.
    fn name<'a>(&'a self, curve: &'a Curve) -> Option<&'a str> {
        let around = &self.laid_out.around;
        let mut left_out = around.left_out.iter();
        let left_out = left_out.find(|name| name.of == Some(curve.of));
        match (&curve.name, left_out) {
            (Some(CurveName::Words(name)), None) => {
                let is_pin = matches!(curve.of, CurveOf::Pin { .. });
                let is_cut = around.cut.iter().any(|cut| cut.whole == *name);
                (is_pin || is_cut).then_some(name)
            }
            (Some(CurveName::Words(name)), Some(_)) => Some(name),
            (_, Some(left_out)) => Some(&left_out.entry.text),
            (_, None) => None,
        }
    }

    /// The epoch that was clicked, or is dragged over.
    fn chosen_epoch(&self, ui: &Ui, response: &Response) -> Option<usize> {
        let is_chosen = response.dragged_by(PointerButton::Primary) || response.clicked();
        if !is_chosen || response.double_clicked() || is_panned_by_hand(ui.ctx(), response) {
            return None;
        }
        let at = canvas::point_at(self.place.origin, response.interact_pointer_pos()?);
        let x = self.frame.x_at(self.view(), at.x);
        Some(x.round().clamp(self.chart.x.from, self.chart.x.to) as usize)
    }
}
