//! Figures of `modescope plot` that are drawn from a grid: atlases and sections.

use super::choices::not_the_same;
use super::failure::Failure;
use super::plot_arguments::{Arguments, What};
use crate::export::paint::Fonts;
use crate::export::{Figure, FigureError, GridError, StoredGrid};
use crate::files;
use crate::picture::{AtlasPicture, English, SectionPicture};

/// The atlas or the section of the grid that is asked for.
pub(super) fn figure(arguments: &Arguments, fonts: &Fonts) -> Result<Figure, Failure> {
    let path = arguments.run.as_ref();
    let Some(path) = path.filter(|_| !arguments.new_run.has_data()) else {
        return Err(Failure::usage(
            "--data cannot be used with --what atlas and section: they show a GRID.csv, which \
             `modescope sweep --out GRID.csv` writes",
        ));
    };
    not_the_same("GRID.csv", path, &arguments.out)?;
    let name = path.display().to_string();
    let bytes = files::read(path)?;
    if bytes.starts_with(b"PK") {
        return Err(Failure::other(format!(
            "{name}: this is an archive, and an atlas or a section is of a table that `modescope \
             sweep` writes"
        )));
    }
    let figure = StoredGrid::read(&bytes).and_then(|grid| drawn(&grid, arguments, fonts));
    let figure = figure.map_err(|error| {
        let sentence = format!("{name}: {error}");
        if error.is_of_choices() {
            Failure::Usage(sentence)
        } else {
            Failure::Other(sentence)
        }
    })?;
    figure.map_err(Failure::usage)
}

/// The figure of a grid, whose page may be none.
fn drawn(
    grid: &StoredGrid,
    arguments: &Arguments,
    fonts: &Fonts,
) -> Result<Result<Figure, FigureError>, GridError> {
    let choice = arguments.grid.choice();
    let words = English;
    let options = arguments.options(&words, fonts);
    if matches!(arguments.what, What::Section) {
        let section = grid.section(&choice)?;
        let picture = SectionPicture::of(&section, arguments.grid.shows());
        return Ok(Figure::section(picture, &options));
    }
    let quantity = arguments.grid.quantity();
    let stored = grid.atlas(&choice, quantity)?;
    let picture = AtlasPicture {
        n_epochs: stored.n_epochs,
        ..AtlasPicture::of(&stored.atlas, quantity)
    };
    Ok(Figure::atlas(picture, &options))
}

/// Refuses options that are of no use for what is shown.
pub(super) fn check(arguments: &Arguments) -> Result<(), Failure> {
    let grid = &arguments.grid;
    let refuse = |option: Option<&str>, what: &str| match option {
        Some(option) => Err(Failure::usage(format!("{option} is for {what}"))),
        None => Ok(()),
    };
    match arguments.what {
        What::Atlas => {
            refuse(
                arguments.of_a_run(),
                "figures of a run, not for --what atlas",
            )?;
            refuse(grid.of_section(), "--what section")
        }
        What::Section => {
            refuse(
                arguments.of_a_run(),
                "figures of a run, not for --what section",
            )?;
            refuse(grid.of_atlas(), "--what atlas")
        }
        _ => refuse(grid.first(), "--what atlas and section, which show a grid"),
    }
}
