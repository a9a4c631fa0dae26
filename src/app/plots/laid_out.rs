//! A chart's layout in the window, kept from frame to frame.

use egui::Ui;

use super::paint::WindowFont;
use crate::app::text::words::Words;
use crate::picture::chart::{Around, Chart, Frame, Viewport};
use crate::picture::{Drawing, Size};

/// A chart and its last layout.
#[derive(Debug)]
pub(super) struct LaidOutChart {
    pub(super) chart: Chart,
    pub(super) framed: Option<Framed>,
}

/// A chart's frame at a size.
#[derive(Debug)]
pub(super) struct Framed {
    size: Size,
    pixels_per_point: f32,
    pub(super) frame: Frame,
    laid_out: Option<LaidOut>,
}

/// A part of a chart laid out in its frame.
#[derive(Debug)]
pub(super) struct LaidOut {
    pub(super) view: Viewport,
    pub(super) inside: Drawing,
    pub(super) around: Around,
}

impl LaidOutChart {
    /// The chart's frame at a size, the last one if that will do.
    pub(super) fn framed<'a>(
        last: &'a mut Option<Framed>,
        chart: &Chart,
        ui: &Ui,
        size: Size,
    ) -> &'a mut Framed {
        let pixels_per_point = ui.pixels_per_point();
        let serves = |last: &Framed| (last.size, last.pixels_per_point) == (size, pixels_per_point);
        if !last.as_ref().is_some_and(serves) {
            *last = None;
        }
        last.get_or_insert_with(|| Framed {
            size,
            pixels_per_point,
            frame: chart.frame(size, &WindowFont(ui.ctx())),
            laid_out: None,
        })
    }
}

impl Framed {
    /// A part of the chart, as it was laid out last if it is the same part.
    pub(super) fn laid_out(
        &mut self,
        chart: &Chart,
        ui: &Ui,
        view: Viewport,
        words: &Words,
    ) -> &LaidOut {
        let is_same = |last: &LaidOut| last.view == view;
        if !self.laid_out.as_ref().is_some_and(is_same) {
            self.laid_out = None;
        }
        let frame = &self.frame;
        self.laid_out.get_or_insert_with(|| LaidOut {
            view,
            inside: chart.inside(frame, &view),
            around: chart.around(frame, &view, &WindowFont(ui.ctx()), words),
        })
    }
}
