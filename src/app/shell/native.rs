//! The native window around the [`App`]: opening it, and saying in one line why that failed.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::NativeOptions;
use egui::{Ui, ViewportBuilder};

use super::app::App;
use crate::app::session::settings::{self, Settings};
use crate::app::text::words::Words;

/// The least size at which every part of the window can be used.
const LEAST_SIZE: [f32; 2] = [860.0, 540.0];

/// Why there is no window, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// Neither X11 nor Wayland answers.
    #[error(
        "there is no display to open a window on; start modescope in a desktop session, or set \
         DISPLAY or WAYLAND_DISPLAY"
    )]
    NoDisplay,
    /// A library that the window system needs is missing.
    #[error(
        "a library for the window is missing ({0}); on Debian or Ubuntu: apt install libx11-6 \
         libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0"
    )]
    NoLibrary(String),
    /// There is no OpenGL.
    #[error(
        "there is no usable OpenGL ({0}); on Debian or Ubuntu: apt install libgl1 libegl1 \
         libgl1-mesa-dri"
    )]
    NoOpenGl(String),
    /// Anything else.
    #[error("the window cannot be opened: {0}")]
    Other(String),
}

/// Opens the window, on `file` if one is given, and stays until it is closed. `listener` is told
/// every new status line.
///
/// # Errors
/// If there can be no window.
pub fn run(listener: Box<dyn FnMut(&str)>, file: Option<PathBuf>) -> Result<(), WindowError> {
    let path = settings::path();
    // Only its size, and the words of its title; the app reads the rest.
    let first = path.as_deref().map(peek).unwrap_or_default();
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../../assets/icon-256.png"));
    let mut viewport = ViewportBuilder::default()
        .with_title(Words::new(first.language).get("app-title"))
        .with_app_id("modescope")
        .with_inner_size(first.size)
        .with_min_inner_size(LEAST_SIZE);
    if let Ok(icon) = icon {
        viewport = viewport.with_icon(icon);
    }
    let options = NativeOptions {
        viewport,
        ..NativeOptions::default()
    };
    // winit panics where a library is missing. Its own report would be a page; ours is a line.
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| ()));
    let is_open = Arc::new(AtomicBool::new(false));
    let is_open_now = Arc::clone(&is_open);
    let make = move |ctx: &egui::Context| {
        // The window is there: from here on a panic is a bug, and is reported in full.
        std::panic::set_hook(report);
        is_open_now.store(true, Ordering::Relaxed);
        match file {
            Some(file) => App::opening(ctx, path, listener, file),
            None => App::new(ctx, path, listener),
        }
    };
    let guarded = AssertUnwindSafe(|| open(options, make));
    match catch_unwind(guarded) {
        Ok(result) => result.map_err(|error| explained(&error.to_string())),
        // A bug of the open window is no reason why it could not be opened.
        Err(payload) if is_open.load(Ordering::Relaxed) => resume_unwind(payload),
        Err(payload) => {
            let text = payload.downcast_ref::<String>().cloned();
            let text = text.or_else(|| payload.downcast_ref::<&str>().map(ToString::to_string));
            Err(explained(&text.unwrap_or_default()))
        }
    }
}

fn open(
    options: NativeOptions,
    make: impl FnOnce(&egui::Context) -> std::io::Result<App>,
) -> eframe::Result {
    eframe::run_native(
        "modescope",
        options,
        Box::new(|creation| Ok(Box::new(make(&creation.egui_ctx)?))),
    )
}

/// The settings as far as they can be read, without setting anything aside.
fn peek(path: &std::path::Path) -> Settings {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    Settings::parse(&text).unwrap_or_default()
}

/// The error of eframe, winit or glutin, as something that can be done about it.
fn explained(text: &str) -> WindowError {
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let line = text.lines().next().unwrap_or_default();
    // winit begins with a place in its own source.
    let short = line.rsplit_once(".rs:").map_or(line, |(_, rest)| {
        rest.split_once(": ").map_or(rest, |(_, rest)| rest)
    });
    let short = short.to_owned();
    if says(&[
        "xkbcommon",
        "shared librar",
        "could not be loaded",
        "cannot open shared object",
    ]) {
        WindowError::NoLibrary(short)
    } else if says(&["lutin", "OpenGL", "EGL", "GLX", "glow"]) {
        WindowError::NoOpenGl(short)
    } else if says(&[
        "DISPLAY",
        "X server",
        "compositor",
        "NotSupported",
        "display",
    ]) {
        WindowError::NoDisplay
    } else {
        WindowError::Other(short)
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.session.end();
        self.save_settings();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_with_what_to_do() {
        for (text, expected) in [
            (
                "winit EventLoopError: os error at /home/x/.cargo/winit/mod.rs:788: neither \
                 WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set.",
                "DISPLAY",
            ),
            (
                "winit EventLoopError: os error at /home/x/.cargo/winit/mod.rs:788: Failed to open \
                 connection to X server",
                "DISPLAY",
            ),
            (
                "winit EventLoopError: os error at x.rs:1: Failed to load one of xlib's shared \
                 libraries -- libX11.so.6: cannot open shared object file",
                "libx11-6",
            ),
            (
                "Library libxkbcommon-x11.so could not be loaded.",
                "libxkbcommon-x11-0",
            ),
            (
                "Found no glutin configs matching the template: NoGlutinConfigs(..)",
                "libgl1",
            ),
            ("something new", "something new"),
        ] {
            let said = explained(text).to_string();
            assert!(said.contains(expected), "{text}: {said}");
            assert!(!said.contains(".rs:") && !said.contains('\n'), "{said}");
        }
    }
}
