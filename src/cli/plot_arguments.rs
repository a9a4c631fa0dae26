//! The arguments of `modescope plot`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::new_run::NewRun;
use super::plot_grid_arguments::GridArguments;
use crate::analysis::layout::Axes;
use crate::analysis::theory::Foreseen;
use crate::experiment::view::RsmScale;
use crate::export::FigureOptions;
use crate::export::paint::{Fonts, PageSize};
use crate::picture::{DynamicsOptions, English};

/// The run, the figure, and where the figure goes.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A run, as `train --out RUN.npz` writes it; without it --data gives the data of a new one.
    /// For an atlas and a section a grid, as `sweep --out GRID.csv` writes it.
    // A conflict with --data would make clap accept the options that require --data.
    #[arg(value_name = "RUN.npz", required_unless_present = "data")]
    pub(super) run: Option<PathBuf>,
    /// What the figure shows.
    #[arg(long, value_enum, default_value = "dynamics")]
    pub(super) what: What,
    /// The figure's file, its name ending with .png, .svg or .pdf, or `-`, standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(super) out: PathBuf,
    /// How the figure is written [default: as the name of its file ends; svg for `-`].
    #[arg(long, value_enum)]
    pub(super) format: Option<OutputFormat>,

    /// The epoch of the similarity matrix, the map or the tree [default: the last]; charts mark it.
    #[arg(long, value_name = "K", help_heading = "What is shown")]
    pub(super) epoch: Option<usize>,
    /// The hidden layer of the similarity matrix, the map or the tree, from 1.
    #[arg(
        long,
        value_name = "N",
        default_value_t = 1,
        value_parser = clap::value_parser!(u8).range(1..),
        help_heading = "What is shown"
    )]
    pub(super) layer: u8,
    /// Only these epochs of loss, modes and predictions, from A to B.
    #[arg(long, value_name = "A:B", value_parser = range, help_heading = "What is shown")]
    epochs: Option<[usize; 2]>,
    /// A logarithmic axis for the loss.
    #[arg(long, help_heading = "What is shown")]
    log: bool,
    /// Modes as they are, not as shares of the largest.
    #[arg(long, help_heading = "What is shown")]
    raw: bool,
    /// How strong each of the data's modes is in the network, in the place of its singular values.
    #[arg(long, help_heading = "What is shown")]
    aligned: bool,
    /// Theory over loss and modes: its plateaus and half-rises and, of the modes, its curves in
    /// steps of lr (dashed) and in the limit of small steps (dotted).
    #[arg(
        long,
        value_enum,
        default_value = "none",
        help_heading = "What is shown"
    )]
    theory: Theory,
    /// What the colours of the similarity matrix are relative to.
    #[arg(
        long,
        value_enum,
        default_value = "run",
        help_heading = "What is shown"
    )]
    rsm_scale: ScaleName,
    /// Modes that are the axes of the map, from 1, across and up [default: the two strongest that
    /// tell items apart].
    #[arg(long, value_name = "I,J", value_parser = axes, help_heading = "What is shown")]
    modes: Option<Axes>,
    /// A title in the place of the usual one; an empty one for none.
    #[arg(long, value_name = "TEXT", help_heading = "What is shown")]
    title: Option<String>,

    /// Width of the figure in centimetres, 1 to 200; a column of a paper has about 8.5.
    #[arg(long, value_name = "CM", help_heading = "Size")]
    width: Option<f64>,
    /// Height of the figure in centimetres [default: in proportion to its width].
    #[arg(long, value_name = "CM", help_heading = "Size")]
    height: Option<f64>,
    /// Pixels an inch of a PNG [default: 200].
    #[arg(long, value_name = "N", help_heading = "Size")]
    dpi: Option<f64>,
    /// Pixels of a PNG for each of an SVG, in the place of --dpi: 1 is 96 an inch.
    #[arg(
        long,
        value_name = "FACTOR",
        conflicts_with = "dpi",
        help_heading = "Size"
    )]
    scale: Option<f64>,

    #[command(flatten)]
    pub(super) grid: GridArguments,

    #[command(flatten)]
    pub(super) new_run: NewRun,
}

/// How a figure is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum OutputFormat {
    /// Pixels.
    Png,
    /// Shapes and text, for a browser or a drawing program.
    Svg,
    /// A page with its fonts in it.
    Pdf,
}

impl OutputFormat {
    /// How the names of such files end.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
        }
    }
}

/// The subject of a figure.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum What {
    /// Loss and modes over epochs.
    Dynamics,
    /// The similarity matrix at an epoch, beside loss and modes.
    Rsm,
    /// The similarity matrix at an epoch, alone.
    Similarity,
    /// The network as a product of matrices at an epoch.
    Microscope,
    /// The predictions of the watched pairs, with the steps that are foreseen of them.
    #[value(alias = "predictions")]
    Illusions,
    /// Labels and features: all, or of more than 40 the first 30 and the last 10.
    Data,
    /// The data's singular values, beside the population's where they are of a tree.
    Spectrum,
    /// The item side of each mode.
    Modes,
    /// The items on the plane at an epoch, with the ways they have come.
    Map,
    /// The dendrogram of the items at an epoch.
    Tree,
    /// The loss of regression, of a network without a hidden layer and of the run's, both trained
    /// for it.
    Comparison,
    /// Many runs of a grid as a map, coloured by what became of each.
    Atlas,
    /// What the runs of a grid settle to along one column; of a sweep with --last.
    Section,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Theory {
    /// None.
    None,
    /// No curves: the loss's plateaus, at any depth, and the epochs at which modes are half
    /// learned, with one hidden layer or none.
    Stages,
    /// Each mode as a narrow network, in steps of the learning rate.
    Discrete,
    /// Each mode in the limit of small steps; for one hidden layer.
    Continuous,
    /// Both.
    Both,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ScaleName {
    /// The largest value of the whole run, as in the tutorial.
    Run,
    /// The largest value of this epoch.
    Epoch,
    /// The cosine between two items' hidden activities.
    Cosine,
    /// The largest value of the whole run, after its final matrix was taken away.
    Final,
}

impl Arguments {
    /// Everything but what has to be read from the run.
    pub(super) fn options<'a>(&'a self, words: &'a English, fonts: &'a Fonts) -> FigureOptions<'a> {
        FigureOptions {
            dynamics: DynamicsOptions {
                is_log: self.log,
                is_raw: self.raw,
                is_aligned: self.aligned,
                shows_discrete: self.theory.has_discrete(),
                shows_continuous: self.theory.has_continuous(),
                marks_stages: self.shows_theory(),
                epochs: self.epochs,
                ..DynamicsOptions::default()
            },
            epoch: self.epoch,
            rsm_scale: self.rsm_scale.scale(),
            axes: self.modes,
            title: self.title.as_deref(),
            page: PageSize {
                width_cm: self.width,
                height_cm: self.height,
            },
            ..FigureOptions::new(words, fonts)
        }
    }

    /// The first option, if any is given, that only figures of a run have a use for.
    pub(super) fn of_a_run(&self) -> Option<&'static str> {
        let options = [
            (self.epoch.is_some(), "--epoch"),
            (self.epochs.is_some(), "--epochs"),
            (self.log, "--log"),
            (self.raw, "--raw"),
            (self.aligned, "--aligned"),
            (self.shows_theory(), "--theory"),
            (self.modes.is_some(), "--modes"),
        ];
        let given = options.into_iter().find(|(is_given, _)| *is_given);
        given.map(|(_, name)| name)
    }

    /// Whether theory is asked for.
    pub(super) fn shows_theory(&self) -> bool {
        !matches!(self.theory, Theory::None)
    }

    /// Whether all theory that is asked for is there.
    pub(super) fn has_theory_in(&self, foreseen: &Foreseen) -> bool {
        let has_discrete = !foreseen.discrete.is_empty() || !self.theory.has_discrete();
        let has_continuous = !foreseen.continuous.is_empty() || !self.theory.has_continuous();
        has_discrete && has_continuous
    }

    /// Pixels an inch of a PNG: asked for as such or as a factor, else `usual`. At a factor of 1
    /// there are `at_one`.
    pub(super) fn dpi(&self, usual: f64, at_one: f64) -> f64 {
        let by_factor = self.scale.map(|factor| factor * at_one);
        self.dpi.or(by_factor).unwrap_or(usual)
    }
}

impl Theory {
    fn has_discrete(self) -> bool {
        matches!(self, Self::Discrete | Self::Both)
    }

    fn has_continuous(self) -> bool {
        matches!(self, Self::Continuous | Self::Both)
    }
}

impl ScaleName {
    fn scale(self) -> RsmScale {
        match self {
            Self::Run => RsmScale::Run,
            Self::Epoch => RsmScale::Epoch,
            Self::Cosine => RsmScale::Cosine,
            Self::Final => RsmScale::Final,
        }
    }
}

/// `80:160`.
fn range(text: &str) -> Result<[usize; 2], String> {
    let parts = text.split_once(':');
    let parts = parts.and_then(|(from, to)| Some([from.parse().ok()?, to.parse().ok()?]));
    match parts {
        Some([from, to]) if from < to => Ok([from, to]),
        _ => Err("two epochs, the first before the second, such as 80:160".to_owned()),
    }
}

/// `2,3`, counted from 1.
fn axes(text: &str) -> Result<Axes, String> {
    let number = |text: &str| text.trim().parse::<usize>().ok()?.checked_sub(1);
    let parts = text.split_once(',');
    let parts = parts.and_then(|(across, up)| Some([number(across)?, number(up)?]));
    match parts {
        Some([across, up]) if across != up => Ok(Axes {
            across,
            up: Some(up),
        }),
        _ => Err("two different modes, counted from 1, such as 2,3".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn epochs_and_modes_are_two_numbers_each() {
        assert_eq!(range("80:160"), Ok([80, 160]));
        for wrong in ["80", "160:80", "80:80", ":", "a:b", "-1:5"] {
            assert!(range(wrong).is_err(), "{wrong}");
        }
        let up = Some(2);
        assert_eq!(axes("2,3"), Ok(Axes { across: 1, up }));
        for wrong in ["2", "0,1", "2,2", "2;3"] {
            assert!(axes(wrong).is_err(), "{wrong}");
        }
    }
}
