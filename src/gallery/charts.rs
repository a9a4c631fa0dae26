//! The charts of every fixture, as text.

use super::{assert_picture, fonts};
use crate::picture::fixture_charts::{SIZES, charts, solutions};
use crate::picture::{English, chart::Chart, fixtures};

fn assert_chart(fixture: &str, what: &str, chart: &Chart) {
    let name = format!("chart {fixture} {what}").replace([' ', ',', '.'], "-");
    let drawing = chart.layout(SIZES[1], &chart.whole(), &fonts(), &English);
    assert_picture(&name, &drawing);
}

#[test]
fn every_chart_is_as_before() {
    for fixture in fixtures::all() {
        for (what, chart) in charts(fixture) {
            assert_chart(fixture.name, what, &chart);
        }
    }
}

#[test]
fn every_comparison_is_as_before() {
    for name in ["notebook", "oscillates", "diverged", "no hidden layer"] {
        for (what, is_log) in [("solutions", false), ("solutions log", true)] {
            assert_chart(name, what, &solutions(fixtures::named(name), is_log));
        }
    }
}
