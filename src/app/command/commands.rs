//! Every command of the window, declared once, with its section; its words stand in
//! [`super::names`], its shortcuts in [`super::keymap`], and when it applies in [`super::applies`].
//! Menus, keys, the help window, the command palette and the README's table use this list.

use super::figure_kind::FigureKind;
use super::language::Language;
use super::presented::Presented;
use super::section::Section;
use super::theme::Theme;
use super::view::View;
use super::zoom::Zoom;
use crate::experiment::view::Below;
use crate::presets;

/// Something that can be asked for without a further value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Ask for a file to open.
    Open,
    /// Ask about the unsaved work that another instance left when it crashed.
    RecoverWork,
    /// Save the experiment in its file, or ask for one.
    Save,
    /// Ask for a file to save the experiment in.
    SaveAs,
    /// Ask for a file to save the data in.
    SaveData,
    /// Ask for a file to write a figure to.
    ExportFigure(FigureKind),
    /// Put a figure on the clipboard.
    CopyFigure(FigureKind),
    /// Ask for a file to write the curves to.
    ExportCurves,
    /// Ask for a file to write the whole run to.
    ExportRun,
    /// Ask for a file to write a PyTorch script to.
    ExportScript,
    /// Take the last edit back.
    Undo,
    /// Make the edit again that was taken back last.
    Redo,
    /// Draw the first weights from the next seed.
    NewInit,
    /// Draw the data from the next seed.
    NewData,
    /// Back from the user's own data to the tutorial's tree.
    BackToTree,
    /// Back to the tutorial's experiment.
    Reset,
    /// Keep the run shown beside those to come.
    Pin,
    /// Show a view.
    Show(View),
    /// Draw the loss, or no more.
    ToggleLoss,
    /// Draw the modes, or no more.
    ToggleModes,
    /// The loss on a logarithmic axis, or a linear one.
    ToggleLog,
    /// Singular values as they are, or divided by the largest.
    ToggleRaw,
    /// Aligned strengths, or sorted singular values.
    ToggleAligned,
    /// Lay the next kind of theory over the simulation.
    CycleTheory,
    /// The band over 50 seeds, or no more.
    ToggleSeeds,
    /// Show a panel below the plot, or none.
    ShowBelow(Below),
    /// Show what the view is about, or hide it.
    ToggleLesson,
    /// Light, dark, or as the system has it.
    Theme(Theme),
    /// Speak a language.
    Speak(Language),
    /// Everything in the window as large as this.
    Size(Zoom),
    /// Present, with little but the pictures in the window, or no more.
    Present,
    /// Keep a control in sight while presenting, or no more.
    KeepPresented(Presented),
    /// Take the keyboard to the next region of the window.
    NextRegion,
    /// Take the keyboard to the region of the window before.
    PreviousRegion,
    /// Start or stop playing the epochs.
    Play,
    /// One epoch back.
    EpochBack,
    /// One epoch forward.
    EpochForward,
    /// Ten epochs back.
    TenEpochsBack,
    /// Ten epochs forward.
    TenEpochsForward,
    /// Go to the first epoch.
    FirstEpoch,
    /// Go to the last epoch.
    LastEpoch,
    /// Go to the stage before.
    PreviousStage,
    /// Go to the next stage.
    NextStage,
    /// Open or close the help window.
    Help,
    /// Open the command palette.
    Palette,
    /// Set the tutorial's exercises to this program.
    CheckSelf,
    /// Train the preset whose key this is.
    Preset(&'static str),
}

/// All commands but the presets, by section, in the order of the menus.
const COMMANDS: [Command; 91] = {
    #[cfg_attr(
        not(test),
        expect(clippy::enum_glob_use, reason = "the list names every variant")
    )]
    use Command::*;
    use FigureKind as Kind;
    [
        Open,
        RecoverWork,
        Save,
        SaveAs,
        SaveData,
        ExportFigure(Kind::Dynamics),
        ExportFigure(Kind::Rsm),
        ExportFigure(Kind::DynamicsAndRsm),
        ExportFigure(Kind::Map),
        ExportFigure(Kind::Tree),
        ExportFigure(Kind::Microscope),
        ExportFigure(Kind::Illusions),
        ExportFigure(Kind::Data),
        ExportFigure(Kind::Spectrum),
        ExportFigure(Kind::Modes),
        ExportFigure(Kind::Comparison),
        ExportFigure(Kind::Atlas),
        ExportFigure(Kind::Section),
        CopyFigure(Kind::Dynamics),
        CopyFigure(Kind::Rsm),
        CopyFigure(Kind::DynamicsAndRsm),
        CopyFigure(Kind::Map),
        CopyFigure(Kind::Tree),
        CopyFigure(Kind::Microscope),
        CopyFigure(Kind::Illusions),
        CopyFigure(Kind::Data),
        CopyFigure(Kind::Spectrum),
        CopyFigure(Kind::Modes),
        CopyFigure(Kind::Comparison),
        CopyFigure(Kind::Atlas),
        CopyFigure(Kind::Section),
        ExportCurves,
        ExportRun,
        ExportScript,
        Undo,
        Redo,
        NewInit,
        NewData,
        BackToTree,
        Reset,
        Pin,
        Show(View::Learning),
        Show(View::Illusions),
        Show(View::Data),
        Show(View::Regression),
        Show(View::Atlas),
        ToggleLoss,
        ToggleModes,
        ToggleLog,
        ToggleRaw,
        ToggleAligned,
        CycleTheory,
        ToggleSeeds,
        ShowBelow(Below::Modes),
        ShowBelow(Below::Map),
        ShowBelow(Below::Tree),
        ShowBelow(Below::Runs),
        ShowBelow(Below::Microscope),
        ToggleLesson,
        Theme(self::Theme::System),
        Theme(self::Theme::Light),
        Theme(self::Theme::Dark),
        Speak(Language::English),
        Speak(Language::Japanese),
        Size(Zoom::ALL[0]),
        Size(Zoom::ALL[1]),
        Size(Zoom::ALL[2]),
        Size(Zoom::ALL[3]),
        Size(Zoom::ALL[4]),
        Size(Zoom::ALL[5]),
        Present,
        KeepPresented(Presented::Lr),
        KeepPresented(Presented::Gamma),
        KeepPresented(Presented::Epochs),
        KeepPresented(Presented::HiddenLayers),
        KeepPresented(Presented::HiddenUnits),
        KeepPresented(Presented::Flip),
        NextRegion,
        PreviousRegion,
        Play,
        EpochBack,
        EpochForward,
        TenEpochsBack,
        TenEpochsForward,
        FirstEpoch,
        LastEpoch,
        PreviousStage,
        NextStage,
        Help,
        Palette,
        CheckSelf,
    ]
};

impl Command {
    /// All commands, by section.
    pub fn all() -> impl Iterator<Item = Self> {
        let presets = presets::all().map(|preset| Self::Preset(preset.key));
        COMMANDS.into_iter().chain(presets)
    }

    /// The section that it stands in.
    pub fn section(self) -> Section {
        match self {
            Self::Open
            | Self::RecoverWork
            | Self::Save
            | Self::SaveAs
            | Self::SaveData
            | Self::ExportFigure(_)
            | Self::CopyFigure(_)
            | Self::ExportCurves
            | Self::ExportRun
            | Self::ExportScript => Section::File,
            Self::Undo
            | Self::Redo
            | Self::NewInit
            | Self::NewData
            | Self::BackToTree
            | Self::Reset
            | Self::Pin => Section::Edit,
            Self::Show(_)
            | Self::ToggleLoss
            | Self::ToggleModes
            | Self::ToggleLog
            | Self::ToggleRaw
            | Self::ToggleAligned
            | Self::CycleTheory
            | Self::ToggleSeeds
            | Self::ShowBelow(_)
            | Self::ToggleLesson
            | Self::Theme(_)
            | Self::Speak(_)
            | Self::Size(_)
            | Self::Present
            | Self::KeepPresented(_)
            | Self::NextRegion
            | Self::PreviousRegion => Section::View,
            Self::Play
            | Self::EpochBack
            | Self::EpochForward
            | Self::TenEpochsBack
            | Self::TenEpochsForward
            | Self::FirstEpoch
            | Self::LastEpoch
            | Self::PreviousStage
            | Self::NextStage => Section::Playback,
            Self::Help | Self::Palette | Self::CheckSelf => Section::Help,
            Self::Preset(_) => Section::Presets,
        }
    }

    /// The key of the submenu that it stands in, if it is one of several alike.
    pub fn submenu(self) -> Option<&'static str> {
        match self {
            Self::ExportFigure(_) => Some("export-figure"),
            Self::CopyFigure(_) => Some("copy-figure"),
            Self::ShowBelow(_) => Some("menu-below"),
            Self::Theme(_) => Some("menu-theme"),
            Self::Speak(_) => Some("menu-language"),
            Self::Size(_) => Some("menu-size"),
            Self::KeepPresented(_) => Some("menu-presented"),
            _ => None,
        }
    }

    /// Whether it begins a group of its menu, with a line before it.
    pub fn begins_group(self) -> bool {
        matches!(
            self,
            Self::ExportFigure(FigureKind::Dynamics)
                | Self::NewInit
                | Self::Pin
                | Self::ToggleLoss
                | Self::ShowBelow(Below::Modes)
                | Self::Theme(Theme::System)
                | Self::Present
                | Self::NextRegion
                | Self::EpochBack
                | Self::PreviousStage
                | Self::CheckSelf
        )
    }

    /// Whether a dialog asks for more before anything is done, which an ellipsis tells.
    pub fn opens_dialog(self) -> bool {
        matches!(
            self,
            Self::Open
                | Self::RecoverWork
                | Self::SaveAs
                | Self::SaveData
                | Self::ExportFigure(_)
                | Self::ExportCurves
                | Self::ExportRun
                | Self::ExportScript
                | Self::Palette
        )
    }

    /// Whether a text box has the same command for what is typed in it, and keeps its shortcuts.
    pub fn edits_text(self) -> bool {
        matches!(self, Self::Undo | Self::Redo)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_command_is_listed_twice() {
        let all: Vec<Command> = Command::all().collect();
        for (i, command) in all.iter().enumerate() {
            assert!(!all[..i].contains(command), "{command:?}");
        }
    }

    #[test]
    fn commands_of_a_section_and_of_a_submenu_stand_together() {
        let all: Vec<Command> = Command::all().collect();
        let sections = all.iter().map(|command| command.section().key());
        assert_eq!(n_blocks(sections), Section::ALL.len());
        let submenus = all
            .iter()
            .map(|command| command.submenu().unwrap_or_default());
        let names: BTreeSet<_> = all.iter().filter_map(|command| command.submenu()).collect();
        let blocks = submenus.filter(|submenu| !submenu.is_empty());
        assert_eq!(n_blocks(blocks), names.len());
    }

    /// How many runs of equal values follow each other.
    fn n_blocks<'a>(values: impl Iterator<Item = &'a str>) -> usize {
        let mut values: Vec<_> = values.collect();
        values.dedup();
        values.len()
    }
}
