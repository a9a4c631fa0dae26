//! The singular values of the data as bars, in the modes' colours; for data of a tree with those
//! of the population as lines.

use super::chart::{Across, Axis, Bar, Chart, Curve, CurveOf, Entry, Sample};
use super::{ChartPhrase, Colour, Paint, Phrase, Words};
use crate::model::modes::is_null;
use crate::numbers::short;

/// From the left edge of a bar's place to the bar, and to the line of the population, in bars.
const INSETS: [f64; 2] = [0.2, 0.06];
/// Width of the lines of the population, in points.
const LINE: f64 = 2.0;

/// The inputs of a chart of the data's singular values.
#[derive(Clone, Copy, Debug)]
pub struct Spectrum<'a> {
    /// The P singular values, descending.
    pub singular_values: &'a [f64],
    /// Singular values that as many features of the population have; empty if there is none.
    pub population: &'a [f64],
}

impl Spectrum<'_> {
    /// The singular values that have a bar: those that are not zero but for rounding.
    pub fn shown(&self) -> &[f64] {
        let all = self.singular_values;
        let largest = all.first().copied().unwrap_or(0.0);
        let n_shown = all.partition_point(|&value| !is_null(value, largest));
        &all[..n_shown]
    }

    /// The chart.
    pub fn chart(&self, words: &dyn Words) -> Chart {
        let say = |phrase| words.say(&Phrase::Chart(phrase));
        let n_modes = self.singular_values.len();
        let shown = self.shown();
        let population = &self.population[..self.population.len().min(shown.len())];
        let largest = shown.iter().chain(population);
        // With room for the value above the first bar.
        let left = Axis::from_zero(1.08 * largest.copied().fold(0.0, f64::max));
        let left = left.named(say(ChartPhrase::SingularValueAxis), Colour::Modes);
        let x = Across::bars(say(ChartPhrase::ModeAxis), shown.len());
        let mut chart = Chart::new(x, left, None);
        chart.title = Some(say(ChartPhrase::SpectrumTitle));
        let [inset, line_inset] = INSETS;
        for (mode, &value) in shown.iter().enumerate() {
            let place = mode as f64;
            let y = chart.left.y_of(value);
            let mut above = y;
            if let Some(&value) = population.get(mode) {
                let y = chart.left.y_of(value);
                above = above.max(y);
                let ends = [place + line_inset, place + 1.0 - line_inset];
                let points = ends.map(|x| [x, y]).to_vec();
                let of = CurveOf::ExpectedForTree(mode);
                let curve = Curve::through(of, points, Colour::Ink.into());
                chart.curves.push(curve.width(LINE));
            }
            chart.bars.push(Bar {
                from: place + inset,
                to: place + 1.0 - inset,
                y,
                above,
                value: short(value),
                paint: Colour::Mode { mode, of: n_modes }.into(),
            });
        }
        if !population.is_empty() {
            chart.legend.push(Entry {
                sample: Sample::Patch(Colour::Modes.into()),
                text: say(ChartPhrase::DrawnData),
            });
            chart.legend.push(Entry {
                sample: (Paint::from(Colour::Ink), LINE).into(),
                text: say(ChartPhrase::ExpectedForTree),
            });
        }
        chart
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::English;

    #[test]
    fn null_modes_have_neither_a_bar_nor_room() {
        let spectrum = Spectrum {
            singular_values: &[3.0, 1.0, 9.73e-16, 0.0],
            population: &[2.9, 1.1, 0.5, 0.1],
        };
        let chart = spectrum.chart(&English);
        assert_eq!((chart.bars.len(), chart.x.to), (2, 2.0));
        assert_eq!(chart.curves.len(), 2);
    }
}
