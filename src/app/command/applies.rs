//! When a command applies: the obstacles that there are, and those that stop each command.

use super::commands::Command;
use super::figure_kind::FigureKind;

/// Why a command does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No edit was made.
    NothingToUndo,
    /// No edit was undone.
    NothingToRedo,
    /// No run is shown yet.
    NoRun,
    /// The run shown is pinned already.
    PinnedAlready,
    /// The network has no hidden layer.
    NoHiddenLayer,
    /// No prediction is watched.
    NothingWatched,
    /// Regression on these data would take too much memory.
    TooLargeToCompare,
    /// The data are the user's own: no draw made them.
    OwnData,
    /// The data are a tree's already.
    TreeData,
    /// No other instance has left unsaved work.
    NoWorkLeft,
    /// The atlas is not in front.
    NoAtlas,
}

/// The facts that decide which commands apply, and which are in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The obstacles that there are.
    pub obstacles: Vec<Why>,
    /// The commands whose choice is in force: the view in front, a curve that is drawn.
    pub in_force: Vec<Command>,
}

impl Why {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            Self::NothingToUndo => "why-nothing-to-undo",
            Self::NothingToRedo => "why-nothing-to-redo",
            Self::NoRun => "why-no-run",
            Self::PinnedAlready => "why-pinned-already",
            Self::NoHiddenLayer => "rsm-none",
            Self::NothingWatched => "why-nothing-watched",
            Self::TooLargeToCompare => "regression-too-large",
            Self::OwnData => "why-own-data",
            Self::TreeData => "why-tree-data",
            Self::NoWorkLeft => "why-no-work-left",
            Self::NoAtlas => "why-no-atlas",
        }
    }
}

impl Command {
    /// Whether the command can be carried out.
    ///
    /// # Errors
    /// The first obstacle in its way.
    pub fn applies(self, facts: &Facts) -> Result<(), Why> {
        let stopping = self.stopped_by().iter();
        let mut stopping = stopping.filter(|why| facts.obstacles.contains(why));
        stopping.next().map_or(Ok(()), |why| Err(*why))
    }

    /// The obstacles that stop it.
    fn stopped_by(self) -> &'static [Why] {
        match self {
            Self::RecoverWork => &[Why::NoWorkLeft],
            Self::Undo => &[Why::NothingToUndo],
            Self::Redo => &[Why::NothingToRedo],
            Self::Pin => &[Why::NoRun, Why::PinnedAlready],
            Self::NewData => &[Why::OwnData],
            Self::BackToTree => &[Why::TreeData],
            Self::PreviousStage | Self::NextStage => &[Why::NoRun],
            Self::ExportFigure(kind) | Self::CopyFigure(kind) => match kind {
                FigureKind::Rsm
                | FigureKind::DynamicsAndRsm
                | FigureKind::Map
                | FigureKind::Tree => &[Why::NoHiddenLayer],
                FigureKind::Illusions => &[Why::NothingWatched],
                FigureKind::Comparison => &[Why::TooLargeToCompare],
                FigureKind::Atlas | FigureKind::Section => &[Why::NoAtlas],
                _ => &[],
            },
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_of_the_hidden_layer_needs_one() {
        let facts = Facts {
            obstacles: vec![Why::NothingToUndo, Why::NoHiddenLayer],
            ..Facts::default()
        };
        for kind in [FigureKind::Rsm, FigureKind::Map, FigureKind::Tree] {
            for command in [Command::ExportFigure(kind), Command::CopyFigure(kind)] {
                assert_eq!(command.applies(&facts), Err(Why::NoHiddenLayer));
            }
        }
        let data = Command::ExportFigure(FigureKind::Data);
        assert_eq!(data.applies(&facts), Ok(()));
    }

    #[test]
    fn without_obstacles_every_command_applies() {
        for command in Command::all() {
            assert_eq!(command.applies(&Facts::default()), Ok(()), "{command:?}");
        }
    }

    #[test]
    fn undo_and_redo_are_stopped_by_their_own_obstacle_only() {
        let facts = |why| Facts {
            obstacles: vec![why],
            ..Facts::default()
        };
        let undo = |why| Command::Undo.applies(&facts(why));
        assert_eq!(undo(Why::NothingToUndo), Err(Why::NothingToUndo));
        assert_eq!(undo(Why::NothingToRedo), Ok(()));
    }
}
