//! The keys of the commands' words in the catalogue.

use super::commands::Command;
use crate::experiment::view::Below;

/// Keys of a command's words in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The key of the sentence that has the name in it, as `$name`, for one of several alike.
    pub frame: Option<&'static str>,
    /// The key of the name.
    pub key: &'static str,
}

impl Command {
    /// The keys of its words.
    pub fn name(self) -> Name {
        if let Some(name) = self.framed_name() {
            return name;
        }
        let key = match self {
            Self::Open => "open",
            Self::RecoverWork => "command-recover",
            Self::Save => "save",
            Self::SaveAs => "save-experiment",
            Self::SaveData => "save-data",
            Self::ExportCurves => "export-curves",
            Self::ExportRun => "export-run",
            Self::ExportScript => "export-script",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::NewInit => "command-new-init",
            Self::NewData => "command-new-data",
            Self::BackToTree => "button-back-to-tree",
            Self::Reset => "button-reset",
            Self::Pin => "command-pin",
            Self::ToggleLoss => "command-loss",
            Self::ToggleModes => "command-modes",
            Self::ToggleLog => "command-log",
            Self::ToggleRaw => "command-raw",
            Self::ToggleAligned => "command-aligned",
            Self::CycleTheory => "command-theory",
            Self::ToggleSeeds => "command-seeds",
            Self::ToggleLesson => "button-lesson",
            Self::Play => "command-play",
            Self::EpochBack => "command-epoch-back",
            Self::EpochForward => "command-epoch-forward",
            Self::TenEpochsBack => "command-ten-epochs-back",
            Self::TenEpochsForward => "command-ten-epochs-forward",
            Self::FirstEpoch => "command-first-epoch",
            Self::LastEpoch => "command-last-epoch",
            Self::PreviousStage => "stage-back",
            Self::NextStage => "stage-forth",
            Self::Present => "present",
            Self::NextRegion => "command-next-region",
            Self::PreviousRegion => "command-previous-region",
            Self::Help => "command-help",
            Self::Palette => "command-palette",
            Self::CheckSelf => "check-open",
            // The others have framed names.
            _ => "",
        };
        Name { frame: None, key }
    }

    /// The keys of the words of one of several commands alike.
    fn framed_name(self) -> Option<Name> {
        let (frame, key) = match self {
            Self::ExportFigure(kind) => ("export-figure-of", kind.key()),
            Self::CopyFigure(kind) => ("copy-figure-of", kind.key()),
            Self::Show(view) => ("command-show", view.key()),
            Self::ShowBelow(below) => ("command-below", below_key(below)),
            Self::Theme(theme) => ("command-theme", theme.key()),
            Self::Speak(language) => ("command-language", language.key()),
            Self::Size(zoom) => ("command-size", zoom.key()),
            Self::KeepPresented(control) => ("command-presented", control.key()),
            Self::Preset(key) => ("command-preset", key),
            _ => return None,
        };
        let frame = Some(frame);
        Some(Name { frame, key })
    }
}

/// The key of a panel's name.
pub(crate) fn below_key(below: Below) -> &'static str {
    match below {
        Below::Modes => "below-modes",
        Below::Map => "below-map",
        Below::Tree => "below-tree",
        Below::Runs => "below-runs",
        Below::Microscope => "below-microscope",
    }
}
