//! `modescope plot`: a figure of a run that `train` saved, or of a new one.

use std::io::{self, Write as _};
use std::path::Path;

use super::choices::not_the_same;
use super::failure::Failure;
use super::plot_arguments::{Arguments, What};
use super::plot_grid;
use super::say::{on_stdout, tell};
use crate::analysis::theory::Foreseen;
use crate::analysis::theory::foresee::foresee;
use crate::experiment::Experiment;
use crate::export::paint::{DEFAULT_DPI, FigureFormat, Fonts};
use crate::export::{
    DataView, Figure, FigureError, FigureOptions, RunView, StoredRun, Subject, stored_run,
};
use crate::files;
use crate::model::Setup;
use crate::numbers::ordinal;
use crate::picture::{English, TaughtPair};

/// Pixels of a PNG for each point of 1/96 inch, at the resolution of so many pixels an inch.
const POINTS_PER_INCH: f64 = 96.0;

/// Reads, draws, writes.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let out = &arguments.out;
    let is_printed = out == Path::new("-");
    let format = format(arguments, is_printed)?;
    plot_grid::check(arguments)?;
    let fonts = Fonts::new();
    let figure = match arguments.what {
        What::Atlas | What::Section => plot_grid::figure(arguments, &fonts)?,
        _ => of_a_run(arguments, &fonts)?,
    };
    let rendered = figure.render(format, &fonts).map_err(Failure::usage)?;
    if is_printed {
        on_stdout(io::stdout().write_all(&rendered.bytes))?;
    } else {
        files::write(out, &rendered.bytes)?;
    }
    if !rendered.missing.is_empty() {
        tell(&missing(&rendered.missing, format));
    }
    Ok(())
}

/// A figure of the run that is given or trained.
fn of_a_run(arguments: &Arguments, fonts: &Fonts) -> Result<Figure, Failure> {
    let out = &arguments.out;
    let (name, bytes) = match &arguments.run {
        Some(_) if arguments.new_run.has_data() => {
            return Err(Failure::usage(
                "RUN.npz and --data cannot be used with each other: a run has its own data",
            ));
        }
        Some(path) => {
            not_the_same("RUN.npz", path, out)?;
            (path.display().to_string(), files::read(path)?)
        }
        None => arguments.new_run.archive(out)?,
    };
    let archive = RunFile {
        bytes: &bytes,
        name: &name,
    };
    match arguments.what {
        What::Comparison => archive.comparison(arguments, fonts),
        what => archive.figure(arguments, what, fonts),
    }
}

/// How the figure is written: as `--format` says or, without it, as the file's name ends.
fn format(arguments: &Arguments, is_printed: bool) -> Result<FigureFormat, Failure> {
    let ending = match arguments.format {
        Some(format) => format.ending(),
        None if is_printed => "svg",
        None => files::ending(&arguments.out, &["png", "svg", "pdf"])?,
    };
    Ok(match ending {
        "svg" => FigureFormat::Svg,
        "pdf" => FigureFormat::Pdf,
        _ => FigureFormat::Png {
            dpi: arguments.dpi(DEFAULT_DPI, POINTS_PER_INCH),
        },
    })
}

/// The archive of a run, and the name of its file or, of a new run, of its data.
struct RunFile<'a> {
    bytes: &'a [u8],
    name: &'a str,
}

/// Everything that a figure shows of a run beyond its record, as far as its file has it.
#[derive(Default)]
struct StoredFacts {
    data: Option<DataView>,
    taught: Vec<TaughtPair>,
    foreseen: Option<Foreseen>,
}

impl RunFile<'_> {
    fn failure(&self, error: impl std::fmt::Display) -> Failure {
        Failure::other(format!("{}: {error}", self.name))
    }

    /// A figure of the run itself.
    fn figure(&self, arguments: &Arguments, what: What, fonts: &Fonts) -> Result<Figure, Failure> {
        let run = stored_run::read(self.bytes).map_err(|error| self.failure(error))?;
        let subject = subject(arguments, what, &run);
        let known = self.known(&run, subject, arguments)?;
        let view = RunView {
            data: known.data.as_ref(),
            ..run.view()
        };
        if view.stride() > 1 {
            let every = ordinal(view.stride());
            tell(&format!(
                "{}: the record has every {every} epoch and the last",
                self.name
            ));
        }
        let foreseen = known.foreseen.as_ref();
        // Past the limit the curves fill the frame and say nothing of the run.
        let holds = !foreseen.is_some_and(Foreseen::is_past_stability);
        if arguments.shows_theory() && shows_modes(subject) && !holds {
            tell(&format!(
                "{}: the learning rate is past the stability limit, where theory does not hold: \
                 it is left out",
                self.name
            ));
        }
        let words = English;
        let options = FigureOptions {
            foreseen: foreseen.filter(|_| holds || subject == Subject::Illusions),
            taught: &known.taught,
            ..arguments.options(&words, fonts)
        };
        let figure = Figure::draw(&view, subject, &options);
        figure.map_err(|error| self.refused(error))
    }

    /// Three ways to one answer: the run is trained again for it.
    fn comparison(&self, arguments: &Arguments, fonts: &Fonts) -> Result<Figure, Failure> {
        let experiment = self.experiment("a comparison trains the run again")?;
        let words = English;
        let figure = Figure::compare(&experiment, &arguments.options(&words, fonts));
        figure.map_err(|error| self.refused(error))
    }

    /// The experiment of the run; `need` says what for.
    fn experiment(&self, need: &str) -> Result<Experiment, Failure> {
        stored_run::read_experiment(self.bytes).map_err(|error| {
            self.failure(format_args!(
                "{error}; {need}, from the data, the first weights, lr and n_epochs, which \
                 `modescope train --out RUN.npz` saves"
            ))
        })
    }

    fn known(
        &self,
        run: &StoredRun,
        subject: Subject,
        arguments: &Arguments,
    ) -> Result<StoredFacts, Failure> {
        let mut known = StoredFacts::default();
        match stored_run::read_data(self.bytes, run) {
            Ok(data) => known.data = Some(data),
            Err(error) if subject.needs_data() => return Err(self.failure(error)),
            // Loss, modes and predictions are drawn without it, on the scale of the record.
            Err(_) => {}
        }
        let experiment = if arguments.shows_theory() && shows_modes(subject) {
            Some(self.experiment("theory follows from where the run starts")?)
        } else if subject == Subject::Illusions {
            // Without it there are neither foreseen steps nor false beliefs to shade.
            stored_run::read_experiment(self.bytes).ok()
        } else {
            None
        };
        if let Some(experiment) = &experiment {
            let mut setup = Setup::new(experiment, None);
            let mut network = setup.network(experiment);
            known.foreseen = foresee(experiment, &mut network, &mut || false);
            known.taught = TaughtPair::all(experiment, setup.dataset());
            let has_theory = known.foreseen.as_ref();
            if arguments.shows_theory()
                && has_theory.is_none_or(|foreseen| !arguments.has_theory_in(foreseen))
            {
                return Err(Failure::usage(
                    "there is no such theory for this network: the continuous one is for one \
                     hidden layer, the discrete one for none or one",
                ));
            }
        }
        Ok(known)
    }

    /// Wrong usage where it is for the arguments, else the run's fault.
    fn refused(&self, error: FigureError) -> Failure {
        match error {
            FigureError::Paint(error) => Failure::usage(error),
            error => self.failure(error),
        }
    }
}

/// The subject of the figure, where nothing is said at the run's last epoch.
fn subject(arguments: &Arguments, what: What, run: &StoredRun) -> Subject {
    let last = run.record.epochs().last().copied().unwrap_or(0);
    let epoch = arguments.epoch.unwrap_or(last);
    let layer = usize::from(arguments.layer) - 1;
    match what {
        // Atlas and section are of no run.
        What::Dynamics | What::Comparison | What::Atlas | What::Section => Subject::Dynamics,
        What::Rsm => Subject::Rsm { epoch, layer },
        What::Similarity => Subject::Similarity { epoch, layer },
        What::Microscope => Subject::Microscope { epoch },
        What::Illusions => Subject::Illusions,
        What::Data => Subject::Data,
        What::Spectrum => Subject::Spectrum,
        What::Modes => Subject::Modes,
        What::Map => Subject::Map { epoch, layer },
        What::Tree => Subject::Tree { epoch, layer },
    }
}

/// Whether loss and modes are in a figure.
fn shows_modes(subject: Subject) -> bool {
    matches!(subject, Subject::Dynamics | Subject::Rsm { .. })
}

/// The warning that no installed font has these characters.
fn missing(letters: &[char], format: FigureFormat) -> String {
    let listed: Vec<String> = letters.iter().map(|letter| format!("`{letter}`")).collect();
    let listed = listed.join(" ");
    let shown = match format {
        FigureFormat::Svg => "whether they are seen depends on the fonts of whoever opens the SVG",
        FigureFormat::Png { .. } | FigureFormat::Pdf => {
            "they are drawn as boxes; install a font that has them"
        }
    };
    format!("modescope: no font here has {listed}: {shown}")
}
