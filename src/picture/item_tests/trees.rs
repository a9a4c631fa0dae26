//! Trees and modes: what is apart, and what is at a point.

use super::*;

fn tree(name: &str, epoch: usize) -> (Vec<Vec<usize>>, ItemTreeLayout, Vec<usize>) {
    let fixture = fixtures::named(name);
    let (view, extent) = (fixture.view(), &fixture.extent);
    let scale = TreeScale::of(&view, extent, 0).expect("it has one");
    let tree = ItemTree::of(view, extent, &scale, epoch).expect("it has one");
    let root = tree.items_below(2 * scale.order().len() - 2).to_vec();
    (
        tree.groups_apart(0.1),
        tree.layout(SIZES[1], &Sans, &English),
        root,
    )
}

#[test]
fn groups_stand_apart_as_splits_open() {
    assert_eq!(tree("notebook", 60).0.len(), 1);
    assert_eq!(tree("notebook", 125).0, [[0, 1, 2, 3], [4, 5, 6, 7]]);
    assert_eq!(tree("notebook", 249).0.len(), 8);
}

#[test]
fn the_split_at_a_point_is_the_one_that_is_painted_there() {
    let (_, layout, root) = tree("notebook", 249);
    assert_eq!(root, [0, 1, 2, 3, 4, 5, 6, 7]);
    let [left, right] = layout.splits[6];
    let middle = Point::new(f64::midpoint(left.x, right.x), left.y + 2.0);
    let split = layout.split_at(middle).expect("it is the root");
    assert_eq!((split.first, split.last), (0, 7));
    assert_eq!(layout.split_at(Point::new(middle.x, left.y + 20.0)), None);
    let foot = layout.area.bottom;
    assert_eq!(
        layout.item_at(Point::new(layout.area.left + 1.0, foot)),
        Some(0)
    );
    assert_eq!(layout.item_at(Point::new(0.0, foot)), None);
}

#[test]
fn the_last_tree_is_behind_every_earlier_one_and_named() {
    let has_key = |epoch| {
        let layout = tree("notebook", epoch).1;
        layout
            .drawing
            .labels()
            .any(|label| label.text == "at epoch 249")
    };
    assert!(has_key(100) && !has_key(249));
}

#[test]
fn a_null_mode_has_no_row_and_the_modes_of_the_data_are_counted() {
    let fixture = fixtures::named("null modes");
    let modes = ModeSides::of(&fixture.view(), None).expect("it has some");
    let layout = modes.layout(SIZES[1], &Sans, &English);
    let n_empty = layout
        .drawing
        .labels()
        .filter(|label| label.text.starts_with("empty"));
    assert_eq!(n_empty.count(), 0);
    let n_said = layout
        .drawing
        .labels()
        .filter(|label| label.text == "the data have 3 modes");
    assert_eq!(n_said.count(), 1);
    let shared = layout
        .drawing
        .labels()
        .any(|label| label.text.contains("all items share"));
    assert!(!shared);
    let bars = layout.drawing.shapes.iter();
    let bars = bars.filter(|shape| matches!(shape, Shape::Fill { .. }));
    assert_eq!(bars.count(), 3 * 7);
}

#[test]
fn every_row_of_modes_has_the_bars_of_its_items_and_own_data_keep_unequal_modes_apart() {
    for fixture in fixtures::all() {
        let name = fixture.name;
        let modes = ModeSides::of(&fixture.view(), None).expect("it has some");
        let layout = modes.layout(SIZES[2], &Sans, &English);
        let s = &modes.modes.singular_values;
        for group in layout.groups.iter().filter(|group| !modes.is_null(group)) {
            for item in 0..modes.items.len() {
                let side = |mode: &usize| modes.modes.item_side[(item, *mode)].powi(2);
                let size = group.modes.iter().map(side).sum::<f64>().sqrt();
                let part = modes.part_of(group, item).abs();
                assert!((part - size).abs() < 1e-12, "{name} {group:?} {item}");
            }
            let is_own = fixture.experiment.data.tree().is_none();
            let (first, last) = (group.modes[0], group.modes[group.modes.len() - 1]);
            assert!(!is_own || s[first] < 1.01 * s[last], "{name} {group:?}");
        }
    }
}

#[test]
fn chart_rows_and_stages_of_a_run_take_the_same_modes_together() {
    for name in ["notebook", "real values", "counts"] {
        let fixture = fixtures::named(name);
        let modes = &fixture.data.modes;
        let rows = crate::analysis::mode_groups::mode_groups(modes);
        let levels = crate::analysis::levels::level_of_each(modes);
        for (level, row) in rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !modes.is_null(row.modes[0]))
        {
            let is_of_level = |mode: &usize| levels[*mode] == Some(level);
            assert!(row.modes.iter().all(is_of_level), "{name} {row:?}");
        }
        for stage in &fixture.foreseen.stages {
            let is_row = rows.iter().any(|row| row.modes == stage.modes);
            assert!(is_row, "{name}: {:?}", stage.modes);
        }
    }
}

#[test]
fn the_mode_and_the_item_at_a_point_are_those_of_the_bar_there() {
    let fixture = fixtures::named("notebook");
    let modes = ModeSides::of(&fixture.view(), Some(249)).expect("it has some");
    let layout = modes.layout(SIZES[1], &Sans, &English);
    let at = Point::new(
        layout.bars.left + 1.5 * layout.bars.width() / 8.0,
        layout.rows[3].centre().y,
    );
    assert_eq!((layout.row_at(at), layout.item_at(at)), (Some(3), Some(1)));
    assert_eq!(layout.row_at(Point::new(at.x, 0.0)), None);
    let learned = layout
        .drawing
        .labels()
        .filter(|label| label.text.contains("100 % learned"));
    assert_eq!(learned.count(), 4);
}

#[test]
fn the_recipes_nodes_are_found_where_they_are() {
    let fixture = fixtures::named("notebook");
    let tree = RecipeTree {
        recipe: fixture.experiment.data.tree().expect("it is of one"),
        items: &fixture.experiment.items,
        title: None,
    };
    let layout = tree.layout(SIZES[0], &Sans);
    let levels: Vec<usize> = layout.nodes.iter().map(Vec::len).collect();
    assert_eq!(levels, [1, 2, 4, 8]);
    assert_eq!(layout.node_at(layout.nodes[2][3]), Some((2, 3)));
    assert_eq!(layout.node_at(Point::new(0.0, 0.0)), None);
}
