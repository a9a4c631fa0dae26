//! The self-check window: the tutorial's exercises, set to this program here and now.

use egui::{Context, Grid, RichText, Ui, Window};

use crate::analysis::self_check::{Check, Finding};
use crate::app::text::words::Words;
use crate::app::theme::theme_colours::ThemeColours;
use crate::app::widgets::wrapped::wrapped_ui;
use crate::numbers::short;
use crate::worker::job::Job;

/// The notebook's seed.
const SEED: u32 = 2021;

/// The window's memory.
#[derive(Debug)]
pub(crate) struct SelfCheck {
    job: Job<Option<Finding>>,
    /// The findings of the checks so far; or the bug that one failed by.
    findings: Vec<Result<Finding, String>>,
    is_open: bool,
}

impl SelfCheck {
    pub(crate) fn new(ctx: &Context) -> Self {
        let ctx = ctx.clone();
        Self {
            job: Job::new("self-check", move || ctx.request_repaint()),
            findings: Vec::new(),
            is_open: false,
        }
    }

    /// Opens the window and checks, from the first exercise on.
    pub(crate) fn open(&mut self) {
        self.is_open = true;
        self.findings.clear();
        self.start_next();
    }

    pub(crate) fn is_open(&self) -> bool {
        self.is_open
    }

    /// Closes the window and gives up what is under way.
    pub(crate) fn close(&mut self) {
        self.is_open = false;
        self.job.cancel();
    }

    /// Draws the window while it is open; closing it gives up what is under way.
    pub(crate) fn window(&mut self, ctx: &Context, words: &Words, colours: &ThemeColours) {
        if !self.is_open {
            return;
        }
        self.receive();
        let mut is_open = true;
        Window::new(words.get("check-title"))
            .open(&mut is_open)
            .collapsible(false)
            .resizable(false)
            .default_width(520.0)
            .anchor(egui::Align2::CENTER_CENTER, egui::Vec2::ZERO)
            .show(ctx, |ui| self.ui(ui, words, colours));
        if !is_open {
            self.close();
        }
    }

    fn receive(&mut self) {
        let finding = match self.job.poll() {
            Some(Ok(Some(finding))) => Ok(finding),
            Some(Err(error)) => Err(error.message),
            // A check is given up only when it is cancelled.
            Some(Ok(None)) | None => return,
        };
        self.findings.push(finding);
        self.start_next();
    }

    fn start_next(&mut self) {
        if let Some(&check) = Check::ALL.get(self.findings.len()) {
            self.job
                .start(move |is_cancelled| check.run(SEED, is_cancelled));
        }
    }

    fn ui(&mut self, ui: &mut Ui, words: &Words, colours: &ThemeColours) {
        wrapped_ui(ui, &words.get("check-text"), |text| text);
        ui.add_space(8.0);
        Grid::new("checks")
            .num_columns(2)
            .spacing([12.0, 8.0])
            .show(ui, |ui| {
                for (i, check) in Check::ALL.into_iter().enumerate() {
                    let finding = self.findings.get(i);
                    let is_next = i == self.findings.len();
                    result_ui(ui, finding, is_next, words, colours);
                    ui.vertical(|ui| {
                        ui.set_max_width(430.0);
                        wrapped_ui(ui, &words.get(key(check)), |text| text);
                        if let Some(finding) = finding {
                            let text = measured(finding, words);
                            wrapped_ui(ui, &text, |text| text.color(colours.quiet));
                        }
                    });
                    ui.end_row();
                }
            });
        ui.add_space(8.0);
        let is_done = self.findings.len() == Check::ALL.len();
        ui.horizontal(|ui| {
            if ui
                .add_enabled(is_done, egui::Button::new(words.get("check-again")))
                .clicked()
            {
                self.open();
            }
            ui.label(summary(&self.findings, words));
        });
    }
}

/// Passed, failed, under way or to come.
fn result_ui(
    ui: &mut Ui,
    finding: Option<&Result<Finding, String>>,
    is_next: bool,
    words: &Words,
    colours: &ThemeColours,
) {
    ui.horizontal(|ui| {
        ui.set_width(72.0);
        match finding {
            Some(finding) if passes(finding) => {
                ui.label(RichText::new(words.get("check-passed")).strong())
            }
            Some(_) => {
                let text = RichText::new(words.get("check-failed")).strong();
                ui.label(text.color(colours.error))
            }
            None if is_next => ui.label(words.get("check-running")),
            None => ui.label(RichText::new(words.get("check-waiting")).color(colours.quiet)),
        };
    });
}

fn passes(finding: &Result<Finding, String>) -> bool {
    finding.as_ref().is_ok_and(Finding::passes)
}

fn key(check: Check) -> &'static str {
    match check {
        Check::InitialSpread => "check-spread",
        Check::Recomposition => "check-recomposition",
        Check::Similarity => "check-similarity",
        Check::Regression => "check-regression",
    }
}

/// `measured 0.010001; 0.01 ± 1e-5 is right`
fn measured(finding: &Result<Finding, String>, words: &Words) -> String {
    let finding = match finding {
        Ok(finding) => finding,
        Err(message) => return words.with("check-bug", &[("message", message.clone().into())]),
    };
    let bound = ("bound", short(finding.bound).into());
    if finding.expected == 0.0 {
        let measured = ("measured", short(finding.measured).into());
        return words.with("check-error", &[measured, bound]);
    }
    let measured = ("measured", format!("{:.7}", finding.measured).into());
    let expected = ("expected", short(finding.expected).into());
    words.with("check-value", &[measured, expected, bound])
}

fn summary(findings: &[Result<Finding, String>], words: &Words) -> String {
    let n_passed = findings.iter().filter(|finding| passes(finding)).count();
    let values = [
        ("passed", n_passed.to_string().into()),
        ("done", findings.len().to_string().into()),
        ("all", Check::ALL.len().to_string().into()),
    ];
    let key = if findings.len() < Check::ALL.len() {
        "check-summary-running"
    } else {
        "check-summary"
    };
    words.with(key, &values)
}
