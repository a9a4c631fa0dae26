//! The dialog that asks for a file: a path to type, and the desktop's own dialog behind a button,
//! which not every desktop has. What is wrong with the file is said here, and what was typed stays.

use std::path::{Path, PathBuf};

use egui::{Align, Context, Key, Layout, Modal, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::figure_width::width_ui;
use super::suggested_path::{full_path, name_in, suggested_path};
use crate::app::command::action::Action;
use crate::app::command::picture::{Page, Picture};
use crate::app::command::product::Product;
use crate::app::command::purpose::{DialogId, Purpose};
use crate::app::run::Run;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::escape::is_escaped;
use crate::app::widgets::select_all::{select, select_all_on_focus};
use crate::app::widgets::typed_ahead::{put_cursor_at_end, typed_ahead};
use crate::app::widgets::wrapped::wrapped_ui;
use crate::files;

/// The height of a refusal, in points: three lines.
const ERROR: f32 = 56.0;

/// The dialog, closed or open.
#[derive(Debug, Default)]
pub(crate) struct FileDialog {
    open: Option<Open>,
    n_asked: u64,
    /// How large the last figure was to be.
    page: Page,
}

/// The state of what a dialog asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DialogState {
    /// Nothing is under way: it can ask.
    Ready,
    /// The file is being read, which can be stopped.
    Reading,
    /// The file is being written, or the desktop's own dialog is open.
    Working,
}

#[derive(Debug)]
struct Open {
    id: DialogId,
    purpose: Purpose,
    path: String,
    error: Option<String>,
    /// A file of this name is there, and may be replaced.
    may_replace: Option<PathBuf>,
    /// New, or refused: the path's box takes the keyboard.
    wants_focus: bool,
    /// It was not drawn yet.
    is_new: bool,
    /// Something was typed before the box had the keyboard.
    has_typed_ahead: bool,
}

impl FileDialog {
    /// Opens the dialog. An experiment that has a file begins with it, anything else with a name in
    /// `folder` after the file `of` that the work comes from.
    pub(crate) fn ask(&mut self, purpose: Purpose, folder: Option<&Path>, of: Option<&Path>) {
        let own =
            of.filter(|of| purpose == Purpose::SaveExperiment && files::has_ending(of, "toml"));
        let path = match own {
            Some(own) => own.to_owned(),
            None => suggested_path(purpose, folder, of),
        };
        self.n_asked += 1;
        let mut purpose = purpose;
        if let Purpose::Export(Product::Figure(picture)) = &mut purpose {
            picture.page = self.page;
        }
        self.open = Some(Open {
            id: DialogId(self.n_asked),
            purpose,
            path: path.display().to_string(),
            error: None,
            may_replace: None,
            wants_focus: true,
            is_new: true,
            has_typed_ahead: false,
        });
    }

    /// The name of the file that stands in the box, without its folder.
    pub(crate) fn file_name(&self) -> String {
        let path = self.open.as_ref().map(|open| open.path.trim());
        let name = path.and_then(|path| Path::new(path).file_name());
        name.map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default()
    }

    /// How large figures are to be.
    pub(crate) fn page(&self) -> Page {
        self.page
    }

    /// Closes it, if it is the one that asked.
    pub(crate) fn close(&mut self, asker: Option<DialogId>) {
        if self.is_open(asker) {
            self.open = None;
        }
    }

    /// Whether the one that asked is open.
    pub(crate) fn is_open(&self, asker: Option<DialogId>) -> bool {
        let open = self.open.as_ref().map(|open| open.id);
        open.is_some() && open == asker
    }

    /// Which dialog is open, if any is.
    pub(crate) fn id(&self) -> Option<DialogId> {
        self.open.as_ref().map(|open| open.id)
    }

    /// A path came from the desktop's dialog, which has asked whether it may be replaced, if it is
    /// to be.
    pub(crate) fn choose(&mut self, asker: Option<DialogId>, path: PathBuf) {
        let is_its = self.is_open(asker);
        if let Some(open) = self.open.as_mut().filter(|_| is_its) {
            open.path = path.display().to_string();
            open.error = None;
            // The desktop has not asked about what is written beside it.
            let is_alone = open.purpose.written(&path).len() == 1;
            open.may_replace = Some(path).filter(|_| is_alone);
        }
    }

    /// Says what is wrong, if the one that asked is open; answers whether it is.
    pub(crate) fn refuse(&mut self, asker: Option<DialogId>, error: &str) -> bool {
        let is_its = self.is_open(asker);
        let Some(open) = self.open.as_mut().filter(|_| is_its) else {
            return false;
        };
        open.error = Some(error.to_owned());
        open.wants_focus = true;
        true
    }

    /// Draws it; a figure's size is said as `run`, which is shown, gives it.
    #[must_use]
    pub(crate) fn ui(
        &mut self,
        ctx: &Context,
        words: &Words,
        colours: &ThemeColours,
        state: DialogState,
        run: Option<&Run>,
    ) -> Option<Action> {
        let open = self.open.as_mut()?;
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(16.0);
        let modal = Modal::new(egui::Id::unique("file dialog")).frame(frame);
        let response = modal.show(ctx, |ui| {
            ui.set_width(460.0);
            open.ui(ui, words, colours, state, run)
        });
        if let Purpose::Export(Product::Figure(picture)) = open.purpose {
            self.page = picture.page;
        }
        if is_escaped(&response) {
            self.open = None;
        }
        match response.inner {
            Some(DialogOutcome::Cancel) => {
                self.open = None;
                None
            }
            Some(DialogOutcome::Do(action)) => Some(action),
            None => None,
        }
    }
}

enum DialogOutcome {
    Cancel,
    Do(Action),
}

impl Open {
    fn ui(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        colours: &ThemeColours,
        state: DialogState,
        run: Option<&Run>,
    ) -> Option<DialogOutcome> {
        ui.label(RichText::new(self.title(words)).strong().size(16.0));
        let text = words.get(&format!("{}-text", self.purpose.key()));
        wrapped_ui(ui, &text, |text| text.color(colours.quiet));
        ui.add_space(8.0);
        let (is_entered, browsed) = self.path_ui(ui, words, state);
        self.error_ui(ui, colours);
        self.page_ui(ui, words, colours, run);
        ui.add_space(8.0);
        self.buttons_ui(ui, words, state, is_entered).or(browsed)
    }

    fn title(&self, words: &Words) -> String {
        match self.purpose {
            Purpose::Export(Product::Figure(Picture { plot, .. })) => {
                let name = words.get(plot.key()).into();
                words.with("export-figure-of", &[("name", name)])
            }
            _ => words.get(self.purpose.key()),
        }
    }

    /// Why the file was refused. Its room is there without a refusal, too, so that nothing below it
    /// moves; what needs more is scrolled.
    fn error_ui(&self, ui: &mut Ui, colours: &ThemeColours) {
        let room = vec2(ui.available_width(), ERROR);
        ui.allocate_ui(room, |ui| {
            ui.set_min_size(room);
            let Some(error) = &self.error else {
                return;
            };
            ScrollArea::vertical()
                .id_salt("refusal")
                .max_height(ERROR)
                .show(ui, |ui| {
                    // Room for the scroll bar.
                    ui.set_max_width(ui.available_width() - 8.0);
                    wrapped_ui(ui, error, |text| text.color(colours.error));
                });
        });
    }

    /// The path's box, and the button of the desktop's dialog at its right; answers whether the
    /// path was entered, and whether the button was clicked.
    fn path_ui(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        state: DialogState,
    ) -> (bool, Option<DialogOutcome>) {
        let row = ui.horizontal(|ui| {
            let from_right = Layout::right_to_left(Align::Center);
            let row = ui.with_layout(from_right, |ui| {
                let browse = egui::Button::new(words.get("file-browse"));
                let button = ui.add_enabled(state == DialogState::Ready, browse);
                let is_clicked = button
                    .on_hover_text(words.get("file-browse-hint"))
                    .clicked();
                (self.path_box(ui, words), is_clicked)
            });
            row.inner
        });
        let (is_entered, is_clicked) = row.inner;
        let browse = || DialogOutcome::Do(Action::BrowseFile(self.id, self.purpose));
        (is_entered, is_clicked.then(browse))
    }

    /// The path's box; answers whether it was entered.
    fn path_box(&mut self, ui: &mut Ui, words: &Words) -> bool {
        let is_new = std::mem::take(&mut self.is_new);
        let typed = if is_new {
            typed_ahead(ui.ctx())
        } else {
            String::new()
        };
        if !typed.is_empty() {
            self.path = typed;
            self.has_typed_ahead = true;
        }
        let n_chars = self.path.chars().count();
        let edit = TextEdit::singleline(&mut self.path)
            .hint_text(words.get("file-path-hint"))
            .desired_width(f32::INFINITY);
        let response = ui.add(edit);
        if is_new && self.has_typed_ahead {
            put_cursor_at_end(ui.ctx(), response.id, n_chars);
        } else if is_new {
            // The box of the dialog before had the same id, and a cursor somewhere.
            select(ui.ctx(), response.id, name_in(&self.path));
        } else if !self.has_typed_ahead {
            select_all_on_focus(ui, &response, n_chars);
        }
        accessible_name(ui, &response, &words.get("file-path"));
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.changed() {
            self.error = None;
        }
        response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    /// The buttons that open or save, and cancel.
    fn buttons_ui(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        state: DialogState,
        is_entered: bool,
    ) -> Option<DialogOutcome> {
        let mut answer = None;
        ui.horizontal(|ui| {
            let can = state == DialogState::Ready && !self.path.trim().is_empty();
            let act = words.get(if self.purpose.is_saving() {
                "file-save"
            } else {
                "file-open"
            });
            let act = ui.add_enabled(can, egui::Button::new(act));
            if act.clicked() || (is_entered && can) {
                answer = self.asked(words);
            }
            if ui.button(words.get("file-cancel")).clicked() {
                answer = Some(DialogOutcome::Cancel);
            }
            match state {
                DialogState::Ready => {}
                DialogState::Working => {
                    ui.label(words.get("file-busy"));
                }
                DialogState::Reading => {
                    if ui.button(words.get("file-stop")).clicked() {
                        answer = Some(DialogOutcome::Do(Action::StopReading));
                    }
                    ui.label(words.get("file-reading"));
                }
            }
        });
        answer
    }

    /// How large a figure is to be, if it is one, and how fine as a PNG.
    fn page_ui(&mut self, ui: &mut Ui, words: &Words, colours: &ThemeColours, run: Option<&Run>) {
        let Purpose::Export(Product::Figure(picture)) = &mut self.purpose else {
            return;
        };
        let path = Path::new(self.path.trim());
        let is_png = !["svg", "pdf"].iter().any(|it| files::has_ending(path, it));
        let n_items = run.map_or(0, |run| run.facts.experiment.items.len());
        ui.add_space(6.0);
        width_ui(ui, picture, n_items, words);
        ui.horizontal(|ui| {
            ui.label(words.get("picture-dpi"));
            ui.add_enabled_ui(is_png, |ui| {
                for dpi in Page::RESOLUTIONS {
                    ui.selectable_value(&mut picture.page.dpi, dpi, format!("{dpi} dpi"));
                }
            });
            let size = picture.plot.size(n_items, picture.page);
            let said = match size {
                _ if !is_png => words.get("picture-sharp"),
                None => String::new(),
                Some(size) => {
                    let [width, height] = picture.page.pixels(size).map(|side| side.to_string());
                    let values = [("width", width.into()), ("height", height.into())];
                    words.with("picture-size", &values)
                }
            };
            ui.label(RichText::new(said).color(colours.quiet));
        });
    }

    fn asked(&mut self, words: &Words) -> Option<DialogOutcome> {
        let mut path = full_path(self.path.trim());
        if !self.purpose.is_saving() {
            return Some(DialogOutcome::Do(Action::OpenFile(Some(self.id), path)));
        }
        if path.extension().is_none() {
            // By its ending it is known what a file holds.
            path.set_extension(self.purpose.endings()[0]);
            self.path = path.display().to_string();
        }
        let written = self.purpose.written(&path);
        if written.iter().any(|path| path.exists()) && self.may_replace.as_ref() != Some(&path) {
            let names = written
                .iter()
                .filter(|path| path.exists())
                .filter_map(|p| p.file_name());
            let names: Vec<_> = names.map(|name| name.to_string_lossy()).collect();
            let names = names.join(", ").into();
            self.error = Some(words.with("file-replace", &[("names", names)]));
            self.may_replace = Some(path);
            self.wants_focus = true;
            return None;
        }
        Some(DialogOutcome::Do(Action::SaveFile(
            self.id,
            self.purpose,
            path,
        )))
    }
}
