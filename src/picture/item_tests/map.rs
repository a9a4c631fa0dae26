//! Maps: along which modes, what is named, and what is at a point.

use super::*;
use crate::analysis::layout::Axes;

fn layout(name: &str, epoch: usize, size: Size) -> MapLayout {
    let fixture = fixtures::named(name);
    let (view, extent) = (fixture.view(), &fixture.extent);
    let ways = MapWays::of(&view, extent, 0, None).expect("it has some");
    let map = Map::of(view, extent, &ways, epoch).expect("it has one");
    map.layout(size, &Sans, &English)
}

fn texts(drawing: &Drawing) -> Vec<&str> {
    drawing.labels().map(|label| label.text.as_str()).collect()
}

#[test]
fn pairs_that_later_modes_tell_apart_share_a_name() {
    for size in [SIZES[0], SIZES[1]] {
        let first = layout("shark", 0, size);
        assert!(texts(&first.drawing).contains(&"all 8 items"));
        let last = layout("shark", 249, size);
        for pair in ["Shark, Tuna", "Robin, Canary"] {
            assert!(texts(&last.drawing).contains(&pair), "{pair} {size:?}");
        }
        assert_eq!(last.n_unnamed, 0);
    }
}

#[test]
fn items_that_an_rsm_separates_are_apart_on_centred_data() {
    let last = layout("null modes", 249, SIZES[1]);
    assert!(last.groups.len() > 4, "{:?}", last.groups);
    let said = texts(&last.drawing);
    assert!(
        said.contains(&"mode 1") && said.contains(&"mode 2"),
        "{said:?}"
    );
}

#[test]
fn one_contrast_alone_spreads_on_one_axis() {
    let last = layout("2 items", 249, SIZES[1]);
    assert_eq!(last.groups.len(), 2);
    let [a, b] = [last.dots[0], last.dots[1]];
    assert!((a.x - b.x).abs() > 300.0 && a.y == b.y, "{a:?} {b:?}");
    let said = texts(&last.drawing);
    assert!(
        said.contains(&"mode 2") && !said.contains(&"mode 1"),
        "{said:?}"
    );
}

#[test]
fn three_items_of_one_contrast_are_each_in_a_place_of_their_own() {
    for size in SIZES {
        let last = layout("3 items", 249, size);
        assert_eq!((last.groups.len(), last.n_unnamed), (3, 0));
    }
}

#[test]
fn axes_can_be_chosen_and_those_that_the_data_have_not_are_the_usual_ones() {
    let fixture = fixtures::named("notebook");
    let (view, extent) = (fixture.view(), &fixture.extent);
    let axes = |across, up| {
        let axes = Some(Axes { across, up });
        MapWays::of(&view, extent, 0, axes)
            .expect("it has some")
            .axes()
    };
    let (across, up) = (4, Some(2));
    assert_eq!(axes(4, Some(2)), Axes { across, up });
    let usual = Axes::usual(&fixture.data.modes);
    for (across, up) in [(8, None), (1, Some(1)), (2, Some(9))] {
        assert_eq!(axes(across, up), usual);
    }
}

#[test]
fn the_items_at_a_point_are_those_whose_dots_are_there() {
    let last = layout("notebook", 249, SIZES[1]);
    let items = last.items_at(last.dots[0]);
    assert!(items.contains(&0) && items.contains(&1) && !items.contains(&4));
    assert!(last.items_at(Point::new(0.0, 0.0)).is_empty());
}

#[test]
fn nothing_is_behind_a_name() {
    // Names are placed beside ways; a box behind one would cut them.
    let drawing = layout("64 items", 199, SIZES[1]).drawing;
    let has_box = drawing
        .shapes
        .iter()
        .any(|shape| matches!(shape, Shape::Fill { .. }));
    assert!(!has_box);
}

#[test]
fn a_name_that_has_no_room_is_left_out_and_counted() {
    let map = layout("64 items", 199, SIZES[0]);
    assert!(map.n_unnamed > 0);
    let note = format!("no room for the names of {} places", map.n_unnamed);
    assert!(texts(&map.drawing).contains(&note.as_str()));
}

#[test]
fn the_ends_of_an_axis_have_whole_names_or_none() {
    for (name, epoch) in [("shark", 249), ("long names", 125), ("64 items", 199)] {
        let fixture = fixtures::named(name);
        let items = &fixture.view().items;
        for size in SIZES.into_iter().chain([Size::new(180.0, 140.0)]) {
            let map = layout(name, epoch, size);
            let said = texts(&map.drawing);
            let ends = said.iter().filter(|text| text.contains(['←', '→']));
            for end in ends {
                let names = end.trim_matches(['←', '→', ' ', '…']).split(", ");
                let mut cut = names.filter(|name| !items.iter().any(|item| item == name));
                assert_eq!(cut.next(), None, "{end} {size:?}");
            }
        }
    }
}
