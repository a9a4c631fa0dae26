//! A notice at the head of the picture while a file that no dialog asked for is being read, with a
//! button to stop that: a pipe or a slow disk may never answer.

use std::time::Duration;

use egui::{Align2, Area, Context, Frame, Id, Label, Order, Rect, vec2};

use crate::app::command::action::Action;
use crate::app::session::content::AwaitedRead;
use crate::app::text::words::Words;

/// Most files are read sooner than this, in seconds: for them nothing is to flash up.
const DELAY: f64 = 0.4;

/// The notice's width at most.
const MAX_WIDTH: f32 = 420.0;

/// Since when a file is being read.
#[derive(Debug, Default)]
pub(crate) struct ReadingNotice {
    /// The number of the task, and the time when it was first seen.
    since: Option<(u64, f64)>,
}

impl ReadingNotice {
    /// Draws the notice at the head of `picture`, if a file is being read for a while.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ctx: &Context,
        picture: Rect,
        read: Option<&AwaitedRead>,
        words: &Words,
    ) -> Option<Action> {
        let read = read.filter(|read| read.task.asker.is_none());
        let Some(read) = read else {
            self.since = None;
            return None;
        };
        let now = ctx.input(|input| input.time);
        let number = read.task.number;
        let since = self.since.filter(|(seen, _)| *seen == number);
        let (_, since) = *self.since.insert(since.unwrap_or((number, now)));
        let left = since + DELAY - now;
        if left > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
            return None;
        }
        let area = Area::new(Id::unique("reading notice"))
            .order(Order::Foreground)
            .pivot(Align2::CENTER_TOP)
            .fixed_pos(picture.center_top() + vec2(0.0, 12.0));
        let shown = area.show(ctx, |ui| {
            ui.set_max_width(MAX_WIDTH.min(picture.width() - 32.0));
            let frame = Frame::popup(ui.style()).inner_margin(10.0);
            let frame = frame.show(ui, |ui| {
                ui.horizontal(|ui| {
                    let is_stopped = ui.button(words.get("file-stop")).clicked();
                    let name = read.path.file_name().unwrap_or(read.path.as_os_str());
                    let name = name.to_string_lossy().into_owned();
                    let text = words.with("file-reading-named", &[("name", name.into())]);
                    ui.add(Label::new(text).truncate());
                    is_stopped
                })
                .inner
            });
            frame.inner
        });
        shown.inner.then_some(Action::StopReading)
    }
}
