//! The dialog that asks for a file: a path to type, and the desktop's own dialog behind a button,
//! which not every desktop has. What is wrong with the file is said here, and what was typed stays.

use std::path::{Path, PathBuf};

use egui::{Align, Context, Key, Layout, Modal, RichText, TextEdit, Ui};

use crate::app::command::action::Action;
use crate::app::command::picture::{Picture, Scale};
use crate::app::command::product::Product;
use crate::app::command::purpose::{DialogId, Purpose};
use crate::app::run::Run;
use crate::app::text::words::Words;
use crate::app::theme::accessible::accessible_name;
use crate::app::theme::palette::Palette;
use crate::files;
use crate::worker::RunId;

/// The dialog, closed or open.
#[derive(Debug, Default)]
pub(crate) struct FileDialog {
    open: Option<Open>,
    n_asked: u64,
    /// How large the last figure was to be.
    scale: Scale,
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
    /// Width and height of the figure in its own units, as a run that is shown gives them.
    size: Option<(RunId, [u32; 2])>,
}

impl FileDialog {
    /// Opens the dialog, beginning with `path`, else with a name in `folder`.
    pub(crate) fn ask(&mut self, purpose: Purpose, folder: Option<&Path>, path: Option<PathBuf>) {
        let name = || PathBuf::from(purpose.suggested_name());
        let in_folder = || folder.map(|folder| folder.join(name()));
        let path = path.or_else(in_folder).unwrap_or_else(name);
        self.n_asked += 1;
        let mut purpose = purpose;
        if let crate::app::command::purpose::Purpose::Export(Product::Figure(picture)) =
            &mut purpose
        {
            picture.scale = self.scale;
        }
        self.open = Some(Open {
            id: DialogId(self.n_asked),
            purpose,
            path: path.display().to_string(),
            error: None,
            may_replace: None,
            wants_focus: true,
            size: None,
        });
    }

    /// How large figures are to be.
    pub(crate) fn scale(&self) -> Scale {
        self.scale
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
            open.may_replace = Some(path);
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
        palette: &Palette,
        is_busy: bool,
        run: Option<&Run>,
    ) -> Option<Action> {
        let open = self.open.as_mut()?;
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(16.0);
        let modal = Modal::new(egui::Id::unique("file dialog")).frame(frame);
        let response = modal.show(ctx, |ui| {
            ui.set_width(460.0);
            open.ui(ui, words, palette, is_busy, run)
        });
        if let crate::app::command::purpose::Purpose::Export(Product::Figure(picture)) =
            open.purpose
        {
            self.scale = picture.scale;
        }
        if response.should_close() {
            self.open = None;
        }
        match response.inner {
            Some(Answer::Cancel) => {
                self.open = None;
                None
            }
            Some(Answer::Do(action)) => Some(action),
            None => None,
        }
    }
}

enum Answer {
    Cancel,
    Do(Action),
}

impl Open {
    fn ui(
        &mut self,
        ui: &mut Ui,
        words: &Words,
        palette: &Palette,
        is_busy: bool,
        run: Option<&Run>,
    ) -> Option<Answer> {
        let key = self.purpose.key();
        let mut answer = None;
        let title = match self.purpose {
            crate::app::command::purpose::Purpose::Export(Product::Figure(Picture {
                plot,
                ..
            })) => {
                let name = words.get(plot.key()).into();
                words.with("export-figure-of", &[("name", name)])
            }
            _ => words.get(key),
        };
        ui.label(RichText::new(&title).strong().size(16.0));
        ui.label(RichText::new(words.get(&format!("{key}-text"))).color(palette.quiet));
        ui.add_space(8.0);
        let mut is_entered = false;
        ui.horizontal(|ui| {
            let browse = words.get("file-browse");
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let button = ui.add_enabled(!is_busy, egui::Button::new(browse));
                if button
                    .on_hover_text(words.get("file-browse-hint"))
                    .clicked()
                {
                    answer = Some(Answer::Do(Action::BrowseFile(self.id, self.purpose)));
                }
                let edit = TextEdit::singleline(&mut self.path)
                    .hint_text(words.get("file-path-hint"))
                    .desired_width(f32::INFINITY);
                let response = ui.add(edit);
                accessible_name(ui, &response, &words.get("file-path"));
                if std::mem::take(&mut self.wants_focus) {
                    response.request_focus();
                }
                if response.changed() {
                    self.error = None;
                }
                let is_enter = ui.input(|input| input.key_pressed(Key::Enter));
                is_entered = response.lost_focus() && is_enter;
            });
        });
        if let Some(error) = &self.error {
            ui.add_space(4.0);
            ui.add(egui::Label::new(RichText::new(error).color(palette.error)).wrap());
        }
        self.scale_ui(ui, words, palette, run);
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let can = !is_busy && !self.path.trim().is_empty();
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
                answer = Some(Answer::Cancel);
            }
            if is_busy {
                ui.label(words.get("file-busy"));
            }
        });
        answer
    }

    /// How many pixels a figure is to have, if it is one.
    fn scale_ui(&mut self, ui: &mut Ui, words: &Words, palette: &Palette, run: Option<&Run>) {
        let crate::app::command::purpose::Purpose::Export(Product::Figure(picture)) =
            &mut self.purpose
        else {
            return;
        };
        if let Some(run) = run
            && self.size.is_none_or(|(of, _)| of != run.id)
        {
            self.size = picture.plot.size(run).map(|size| (run.id, size));
        }
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            let is_svg = files::has_ending(Path::new(self.path.trim()), "svg");
            ui.label(words.get("picture-scale"));
            ui.add_enabled_ui(!is_svg, |ui| {
                for scale in Scale::ALL {
                    ui.selectable_value(&mut picture.scale, scale, scale.name());
                }
            });
            let said = match self.size {
                _ if is_svg => words.get("picture-svg"),
                None => String::new(),
                Some((_, size)) => {
                    let [width, height] = picture.scale.of(size).map(|side| side.to_string());
                    let values = [("width", width.into()), ("height", height.into())];
                    words.with("picture-size", &values)
                }
            };
            ui.label(RichText::new(said).color(palette.quiet));
        });
    }

    fn asked(&mut self, words: &Words) -> Option<Answer> {
        let mut path = full_path(self.path.trim());
        if !self.purpose.is_saving() {
            return Some(Answer::Do(Action::OpenFile(Some(self.id), path)));
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
        Some(Answer::Do(Action::SaveFile(self.id, self.purpose, path)))
    }
}

/// A path as people type it: `~` is one's own folder.
fn full_path(text: &str) -> PathBuf {
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (text.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(text),
    }
}
