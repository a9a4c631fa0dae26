//! Pictures of many items: names are thinned or left out, and counted.

use nalgebra::{DMatrix, DVector};

use super::{fonts, show};
use crate::analysis::extent::Extent;
use crate::data::{MAX_LEVELS, TreeRecipe};
use crate::experiment::view::RsmScale;
use crate::model::record::RowShape;
use crate::model::{DataModes, Outcome, Record};
use crate::picture::fixture_items::SIZES;
use crate::picture::{
    DataPicture, DataView, Drawing, Dynamics, DynamicsOptions, English, ItemTree, Map, MapWays,
    Measure, ModeSides, Rsm, RunView, ShownFeature, Size, TreeScale, check,
};

const N_EPOCHS: usize = 12;

/// A run of so many items, written down as the theory has it: mode after mode rises to its
/// singular value.
struct Many {
    items: Vec<String>,
    record: Record,
    data: DataView,
}

impl Many {
    fn new(levels: usize) -> Self {
        let recipe = TreeRecipe {
            levels,
            n_features: 700,
            ..TreeRecipe::default()
        };
        let targets = recipe.sample().targets;
        let n = targets.ncols();
        let modes = DataModes::of(&targets);
        let shown = (0..40).map(|feature| ShownFeature {
            feature,
            name: String::new(),
            values: targets.row(feature).iter().copied().collect(),
        });
        let mut record = Record::new(RowShape {
            n_items: n,
            n_hidden_layers: 1,
            n_watched: 0,
        });
        for epoch in 0..N_EPOCHS {
            push_row(&mut record, epoch, &modes);
        }
        Self {
            items: (1..=n).map(|item| format!("item {item}")).collect(),
            record,
            data: DataView {
                n_features: 700,
                shown: shown.collect(),
                population: None,
                modes,
            },
        }
    }

    fn view(&self) -> RunView<'_> {
        RunView {
            items: &self.items,
            groups: &[],
            watched: &[],
            n_epochs: N_EPOCHS,
            record: &self.record,
            outcome: Outcome::Finished,
            data: Some(&self.data),
        }
    }

    fn pictures(&self, size: Size, measure: &dyn Measure) -> Vec<(&'static str, Drawing)> {
        let view = self.view();
        let extent = &Extent::of(&self.record, self.data.modes.singular_values[0]);
        let epoch = 2 * N_EPOCHS / 3;
        let rsm = Rsm::of(view, extent, epoch, 0, RsmScale::Run).unwrap();
        let ways = MapWays::of(&view, extent, 0, None).unwrap();
        let map = Map::of(view, extent, &ways, epoch).unwrap();
        let scale = TreeScale::of(&view, extent, 0).unwrap();
        let tree = ItemTree::of(view, extent, &scale, epoch).unwrap();
        let modes = ModeSides::of(&view, Some(epoch)).unwrap();
        let data = DataPicture::of(&self.data, &self.items);
        let chart = Dynamics {
            run: view,
            extent,
            modes: Some(&self.data.modes),
            epoch: Some(epoch),
            foreseen: None,
            others: &[],
            band: None,
            options: DynamicsOptions::default(),
        };
        let chart = chart.chart(&English);
        let words = &English;
        vec![
            (
                "rsm",
                rsm.titled(words).layout(size, measure, words).drawing,
            ),
            (
                "map",
                map.titled(words).layout(size, measure, words).drawing,
            ),
            (
                "tree",
                tree.titled(words).layout(size, measure, words).drawing,
            ),
            (
                "modes",
                modes.titled(words).layout(size, measure, words).drawing,
            ),
            ("data", data.layout(size, measure, words).drawing),
            (
                "dynamics",
                chart.layout(size, &chart.whole(), measure, words),
            ),
        ]
    }
}

fn push_row(record: &mut Record, epoch: usize, modes: &DataModes) {
    let rise = |mode: usize| {
        let half = 2.0 + 8.0 * (mode as f64 / modes.singular_values.len() as f64);
        1.0 / (1.0 + (half - epoch as f64).exp())
    };
    let strengths = modes.singular_values.iter().enumerate();
    let strengths: Vec<f64> = strengths.map(|(mode, s)| s * rise(mode)).collect();
    let side = &modes.item_side;
    let scaled = DMatrix::from_fn(side.nrows(), side.ncols(), |item, mode| {
        side[(item, mode)] * strengths[mode]
    });
    let rsm = scaled * side.transpose();
    let loss = modes.singular_values.iter().zip(&strengths);
    let loss: f64 = loss.map(|(s, a)| (s - a).powi(2)).sum();
    let aligned = DMatrix::from_diagonal(&DVector::from_column_slice(&strengths));
    let (aligned, rsm) = (aligned.as_slice(), rsm.as_slice());
    record.push_row(epoch, loss, &strengths, aligned, rsm, &[]);
}

/// Holds the pictures of 2^`levels` items to the rules of labels; where not every item has its
/// name, the picture says how many there are.
fn check_pictures(levels: usize, sizes: &[Size]) {
    let fonts = fonts();
    let many = Many::new(levels);
    let n = many.items.len();
    for &size in sizes {
        for (kind, drawing) in many.pictures(size, &fonts) {
            let name = format!("many {n} {kind} {}", size.width).replace(' ', "-");
            show(&name, &drawing);
            let violations = check::violations(&drawing, &fonts);
            assert!(violations.is_empty(), "{name}: {violations:#?}");
            let says = |words: &str| drawing.labels().any(|label| label.text.contains(words));
            let named = drawing.labels();
            let named = named.filter(|label| label.text.starts_with("item "));
            if named.count() < n && matches!(kind, "rsm" | "tree") {
                assert!(says(&format!("{n} items")), "{name}");
            }
        }
    }
}

#[test]
fn pictures_of_128_items_keep_the_rules_and_count_what_has_no_name() {
    check_pictures(7, &SIZES[1..3]);
}

#[test]
fn pictures_of_the_most_items_keep_the_rules_and_count_what_has_no_name() {
    check_pictures(MAX_LEVELS, &SIZES[1..2]);
}
