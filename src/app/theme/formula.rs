//! A formula set readably: letters on the line, `_{…}` lowered and `^{…}` raised in small.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, FontId, Response, Ui};

const SIZE: f32 = 15.0;
const SMALL: f32 = 10.5;

/// Draws a formula such as `W_{2} W_{1}`, `X^{T}`; it is read aloud without its braces.
pub(crate) fn formula_ui(ui: &mut Ui, formula: &str) -> Response {
    let job = laid_out(formula, ui.visuals().strong_text_color());
    ui.add(egui::Label::new(job).wrap())
}

fn laid_out(formula: &str, color: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (text, level) in pieces(formula) {
        let (size, valign) = match level {
            Level::Line => (SIZE, Align::Center),
            Level::Lowered => (SMALL, Align::BOTTOM),
            Level::Raised => (SMALL, Align::TOP),
        };
        let format = TextFormat {
            font_id: FontId::proportional(size),
            color,
            valign,
            ..TextFormat::default()
        };
        job.append(&text, 0.0, format);
    }
    job
}

/// Where a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Line,
    Lowered,
    Raised,
}

fn pieces(formula: &str) -> Vec<(String, Level)> {
    let mut pieces = Vec::new();
    let mut rest = formula;
    while let Some((at, level)) = next_brace(rest) {
        if at > 0 {
            pieces.push((rest[..at].to_owned(), Level::Line));
        }
        let inside = &rest[at + 2..];
        let end = inside.find('}').unwrap_or(inside.len());
        pieces.push((inside[..end].to_owned(), level));
        rest = inside.get(end + 1..).unwrap_or_default();
    }
    if !rest.is_empty() {
        pieces.push((rest.to_owned(), Level::Line));
    }
    pieces
}

/// Where the next small piece begins.
fn next_brace(text: &str) -> Option<(usize, Level)> {
    let lowered = text.find("_{").map(|at| (at, Level::Lowered));
    let raised = text.find("^{").map(|at| (at, Level::Raised));
    [lowered, raised]
        .into_iter()
        .flatten()
        .min_by_key(|(at, _)| *at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_pieces_are_told_from_the_line() {
        let found = pieces("W_{2}X^{T} = Y");
        let text = |text: &str, level| (text.to_owned(), level);
        assert_eq!(
            found,
            [
                text("W", Level::Line),
                text("2", Level::Lowered),
                text("X", Level::Line),
                text("T", Level::Raised),
                text(" = Y", Level::Line),
            ]
        );
    }

    #[test]
    fn nothing_is_lost_of_what_is_not_closed() {
        assert_eq!(
            pieces("a_{b"),
            [
                ("a".to_owned(), Level::Line),
                ("b".to_owned(), Level::Lowered)
            ]
        );
        assert_eq!(pieces(""), []);
    }
}
