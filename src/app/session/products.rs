//! Makes and writes the products of a run, such as figures and tables.
//!
//! A run is trained once more for it: equal experiments give equal records, also where the window's
//! run has not ended.

use std::path::Path;

use super::on_screen::OnScreen;
use crate::analysis::theory::Forecast;
use crate::app::command::product::Product;
use crate::experiment::Experiment;
use crate::export::run_npz::{self, FullSize};
use crate::export::{RunView, curves};
use crate::files::{self, FileError};
use crate::model::Setup;
use crate::model::run::run_from;

impl Product {
    /// Makes it and writes it. Answers the characters of a figure that no font has.
    pub(crate) fn write(
        self,
        path: &Path,
        experiment: &Experiment,
        on_screen: &OnScreen,
    ) -> Result<Vec<char>, FileError> {
        let ending = files::ending(path, self.endings())?;
        let watched = experiment.pair_names();
        match self {
            Self::Figure(picture) => {
                let rendered = picture.rendered(experiment, on_screen, ending);
                let refused = |reason| FileError::Figure {
                    path: path.to_owned(),
                    reason,
                };
                let rendered = rendered.map_err(refused)?;
                files::write(path, &rendered.bytes)?;
                return Ok(rendered.missing);
            }
            Self::Curves => {
                let mut setup = Setup::new(experiment, None);
                let (record, outcome) = run_from(experiment, &mut setup);
                let view = RunView::of(experiment, &watched, &record, outcome);
                files::write_with(path, |mut file| {
                    curves::write(&view, &mut file)?;
                    Ok(file)
                })
            }
            Self::Run => {
                let mut setup = Setup::new(experiment, None);
                let (record, outcome) = run_from(experiment, &mut setup);
                let view = RunView::of(experiment, &watched, &record, outcome);
                let full_size = FullSize::of(experiment, &mut setup);
                let forecast = Forecast::of(experiment, &mut setup);
                let write = |file| run_npz::write(file, experiment, &view, &full_size, &forecast);
                files::write_with(path, write)
            }
            Self::Script => files::write_script(path, experiment),
        }?;
        Ok(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::commands::Command;
    use crate::app::command::figure_kind::FigureKind;
    use crate::app::command::picture::{Page, Picture, Plot};
    use crate::app::session::atlas_on_screen::AtlasOnScreen;
    use crate::export::Subject;

    /// Everything that there is.
    fn all() -> Vec<Product> {
        let figure = |plot| {
            Product::Figure(Picture {
                plot,
                page: Page::default(),
            })
        };
        let kinds = Command::all().filter_map(|command| match command {
            // An atlas takes many runs: its figures are of what is on screen alone.
            Command::ExportFigure(FigureKind::Atlas | FigureKind::Section) => None,
            Command::ExportFigure(kind) => Some(kind),
            _ => None,
        });
        let figures = kinds.map(|kind| figure(kind.plot(150, 0)));
        let others = [Product::Curves, Product::Run, Product::Script];
        figures.chain(others).collect()
    }

    #[test]
    fn every_product_is_written_and_is_what_its_name_says() {
        let folder = tempfile::tempdir().unwrap();
        let experiment = crate::presets::shark();
        let on_screen = OnScreen {
            atlas: Some(AtlasOnScreen::sample()),
            ..OnScreen::default()
        };
        for product in all() {
            for ending in product.endings() {
                let path = folder.path().join(format!("x.{ending}"));
                product.write(&path, &experiment, &on_screen).unwrap();
                let bytes = std::fs::read(&path).unwrap();
                let begins: &[u8] = match *ending {
                    "png" => b"\x89PNG",
                    "svg" => b"<svg",
                    "pdf" => b"%PDF",
                    "csv" => b"epoch,loss,mode_1",
                    "npz" => b"PK",
                    _ => b"# A run of modescope",
                };
                assert!(bytes.starts_with(begins), "{product:?} {ending}");
            }
        }
    }

    #[test]
    fn a_wrong_ending_and_a_layer_that_is_not_there_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let mut experiment = Experiment::default();
        let path = folder.path().join("x.jpg");
        for product in all() {
            assert!(matches!(
                product.write(&path, &experiment, &OnScreen::default()),
                Err(FileError::Ending { .. })
            ));
        }
        experiment.hidden = Vec::new();
        let rsm = Product::Figure(Picture {
            plot: Plot::OfRun(Subject::Rsm { epoch: 3, layer: 0 }),
            page: Page::default(),
        });
        let refused = rsm.write(
            &folder.path().join("x.svg"),
            &experiment,
            &OnScreen::default(),
        );
        assert!(matches!(refused, Err(FileError::Figure { .. })));
    }
}
