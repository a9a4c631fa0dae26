//! The settings that are kept between starts: language, theme, size, and how the views are set.
//!
//! A small TOML file, written beside itself and renamed, so it is whole at every moment. A file
//! that cannot be read is set aside under another name and the defaults are used.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::app::command::language::Language;
use crate::app::command::presented::Presented;
use crate::app::command::theme::Theme;
use crate::app::command::view::View;
use crate::app::session::splits::Splits;
use crate::data::own::MAX_LAYERS;
use crate::experiment::atlas_look::AtlasLook;
use crate::experiment::view::LearningOptions;
use crate::files::{self, FileError};

/// Names another folder for the settings, for tests and for a stick in a classroom.
pub const FOLDER_VARIABLE: &str = "MODESCOPE_CONFIG_DIR";

/// The format's version; a file of another one is not guessed at.
const VERSION: u32 = 1;

/// The least and largest size of a window that can have been meant, in points.
const SIZES: std::ops::RangeInclusive<f32> = 200.0..=20_000.0;

/// Epochs a second that playing can have been set to.
const SPEEDS: std::ops::RangeInclusive<f64> = 1.0..=10_000.0;

/// So many files are remembered.
pub(crate) const N_RECENT: usize = 8;

/// The most bytes that settings can have: a larger file is none.
const MAX_BYTES: u64 = 1 << 20;
/// The least and largest factor by which the window can be read.
const ZOOMS: std::ops::RangeInclusive<f32> = 0.5..=3.0;

/// How many hints a first start has.
pub(crate) const FIRST_HINTS: usize = 3;

/// Everything that is remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    version: u32,
    /// The language.
    pub language: Language,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// Width and height of the window, in points.
    pub size: [f32; 2],
    /// How large everything in the window is, 1 as usual.
    pub zoom: f32,
    /// The controls that stay in sight while presenting.
    pub presented: Vec<Presented>,
    /// So many of the hints of a first start have not been shown yet.
    pub hints_left: usize,
    /// Epochs a second when playing.
    pub speed: f64,
    /// The view in front.
    pub view: View,
    /// Whether the view's lesson is shown beside it.
    pub shows_lesson: bool,
    /// Files that were open, the last one first.
    pub recent: Vec<String>,
    /// How the learning view is set.
    pub learning: LearningOptions,
    /// How the atlas view is set.
    pub atlas: AtlasLook,
    /// Where dividers were dragged to.
    pub splits: Splits,
}

/// A settings file that could not be used, and where it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The path of the file now.
    pub path: PathBuf,
    /// Why the file could not be used.
    pub reason: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: VERSION,
            language: Language::English,
            theme: Theme::System,
            size: [1240.0, 720.0],
            zoom: 1.0,
            presented: vec![Presented::Lr, Presented::Gamma],
            hints_left: 0,
            speed: 60.0,
            view: View::Learning,
            shows_lesson: false,
            recent: Vec::new(),
            learning: LearningOptions::default(),
            atlas: AtlasLook::default(),
            splits: Splits::default(),
        }
    }
}

/// Where the settings are kept; `None` where the system has no such place.
pub fn path() -> Option<PathBuf> {
    let folder = std::env::var_os(FOLDER_VARIABLE)
        .map(PathBuf::from)
        .or_else(|| {
            let folders = directories::ProjectDirs::from("", "", "modescope")?;
            Some(folders.config_dir().to_owned())
        })?;
    Some(folder.join("settings.toml"))
}

impl Settings {
    /// Reads the settings. A missing file means a first start; a broken one is set aside.
    pub fn load(path: &Path) -> (Self, Option<SetAside>) {
        let first_start = Self {
            language: Language::of_system(),
            hints_left: FIRST_HINTS,
            ..Self::default()
        };
        let text = match read(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return (first_start, None),
            Err(error) => return (first_start, Some(set_aside(path, &error))),
        };
        match Self::parse(&text) {
            Ok(settings) => (settings, None),
            Err(error) => (first_start, Some(set_aside(path, &error))),
        }
    }

    /// Keeps a control in sight while presenting, or no more.
    pub(crate) fn toggle_presented(&mut self, control: Presented) {
        let n_kept = self.presented.len();
        self.presented.retain(|kept| *kept != control);
        if self.presented.len() == n_kept {
            self.presented.push(control);
        }
    }

    /// Reads the text of a settings file.
    ///
    /// # Errors
    /// The first thing that is wrong, in words.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut settings: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        if settings.version != VERSION {
            return Err(format!("version {} is not {VERSION}", settings.version));
        }
        if !settings.size.iter().all(|side| SIZES.contains(side)) {
            return Err(format!("size {:?} is no window's", settings.size));
        }
        if !ZOOMS.contains(&settings.zoom) {
            return Err(format!("zoom {} is not from 0.5 to 3", settings.zoom));
        }
        if !SPEEDS.contains(&settings.speed) {
            return Err(format!("speed {} is not from 1 to 10000", settings.speed));
        }
        if let Some((field, why)) = settings.atlas.fault() {
            return Err(format!("atlas.{field}: {why}"));
        }
        settings.recent.truncate(N_RECENT);
        // A run that has fewer layers shows its last.
        settings.learning.layer = settings.learning.layer.min(MAX_LAYERS);
        Ok(settings)
    }

    /// The text of a settings file.
    ///
    /// # Errors
    /// If a value has no TOML form.
    pub fn to_text(&self) -> io::Result<String> {
        toml::to_string(self).map_err(io::Error::other)
    }

    /// Writes the settings, whole or not at all.
    ///
    /// # Errors
    /// If the folder or the file cannot be written.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let text = self.to_text()?;
        files::make_folder(path)?;
        match files::write(path, text.as_bytes()) {
            Err(FileError::System { reason, .. }) => Err(reason),
            written => written.map_err(io::Error::other),
        }
    }
}

/// The text of a settings file.
fn read(path: &Path) -> io::Result<String> {
    let bytes = fs::metadata(path)?.len();
    if bytes > MAX_BYTES {
        let reason = format!("{} MB are no settings", bytes >> 20);
        return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
    }
    fs::read_to_string(path)
}

/// Renames a broken file so that nothing in it is lost.
pub(crate) fn set_aside(path: &Path, reason: &dyn fmt::Display) -> SetAside {
    let names = (1..1000).map(|i| match i {
        1 => path.with_extension("broken.toml"),
        _ => path.with_extension(format!("broken-{i}.toml")),
    });
    let mut free = names.filter(|name| !name.exists());
    let aside = free
        .next()
        .unwrap_or_else(|| path.with_extension("broken.toml"));
    // If even that fails, the file stays where it is and is overwritten when settings change.
    let path = match fs::rename(path, &aside) {
        Ok(()) => aside,
        Err(_) => path.to_owned(),
    };
    let reason = reason.to_string();
    let reason = reason.lines().next().unwrap_or_default().to_owned();
    SetAside { path, reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let folder = folder();
        let path = folder.path().join("deeper/settings.toml");
        let settings = Settings {
            language: Language::Japanese,
            theme: Theme::Dark,
            size: [1024.0, 640.0],
            ..Settings::default()
        };
        settings.save(&path).unwrap();
        assert_eq!(Settings::load(&path), (settings, None));
    }

    #[test]
    fn a_first_start_is_no_mishap() {
        let (_, aside) = Settings::load(&folder().path().join("settings.toml"));
        assert_eq!(aside, None);
    }

    #[test]
    fn a_broken_file_is_set_aside_and_kept() {
        for broken in [
            "language = \"klingon\"",
            "\u{0}\u{1}garbage",
            "version = 99",
            "size = [0.0, -5.0]",
            "size = [nan, 5.0]",
            "speed = inf",
            "speed = 1e18",
            "size = [1e18, 800.0]",
            "[learning]\nlayer = -1",
            "zoom = 0",
            "[atlas]\nthreshold = 0.0",
            "[atlas]\ny = \"lr\"",
            "zoom = nan",
            "[learning",
        ] {
            let folder = folder();
            let path = folder.path().join("settings.toml");
            fs::write(&path, broken).unwrap();
            let (settings, aside) = Settings::load(&path);
            let aside = aside.expect(broken);
            assert_eq!(settings.size, Settings::default().size);
            assert_eq!(fs::read_to_string(&aside.path).unwrap(), broken);
            assert!(!aside.reason.is_empty());
            assert!(!path.exists());
        }
    }

    #[test]
    fn lists_and_layers_larger_than_any_are_cut() {
        let recent = vec!["\"a.toml\""; 1000].join(",");
        let text = format!("recent = [{recent}]\n[learning]\nlayer = 1000000000000000000\n");
        let settings = Settings::parse(&text).unwrap();
        assert_eq!(settings.recent.len(), N_RECENT);
        assert_eq!(settings.learning.layer, MAX_LAYERS);
    }

    #[test]
    fn a_file_too_large_for_settings_is_set_aside_unread() {
        let folder = folder();
        let path = folder.path().join("settings.toml");
        let large = fs::File::create(&path).unwrap();
        large.set_len(100 << 20).unwrap();
        let aside = Settings::load(&path).1.expect("it is none");
        assert!(aside.reason.contains("100 MB"), "{}", aside.reason);
    }

    #[test]
    fn bytes_that_are_no_text_are_set_aside() {
        let folder = folder();
        let path = folder.path().join("settings.toml");
        fs::write(&path, [0xff, 0xfe, 0x80]).unwrap();
        assert!(Settings::load(&path).1.is_some());
    }
}
