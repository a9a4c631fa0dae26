//! Pictures are laid out anew in every frame of the window.

use std::time::{Duration, Instant};

use super::*;

/// The least time of a few.
fn least(mut layout: impl FnMut()) -> Duration {
    let time = |_| {
        let begun = Instant::now();
        layout();
        begun.elapsed()
    };
    (0..9).map(time).min().unwrap_or_default()
}

#[test]
fn pictures_of_64_items_are_laid_out_within_a_frame() {
    let fixture = fixtures::named("64 items");
    let (view, extent) = (fixture.view(), &fixture.extent);
    let size = SIZES[1];
    let rsm = Rsm::of(view, extent, 199, 0, RsmScale::Cosine).expect("it has one");
    let ways = MapWays::of(&view, extent, 0, None).expect("it has some");
    let map = Map::of(view, extent, &ways, 199).expect("it has one");
    let scale = TreeScale::of(&view, extent, 0).expect("it has one");
    let tree = ItemTree::of(view, extent, &scale, 150).expect("it has one");
    let slide = MicroscopeSlide::of(&fixture.data);
    let off = BTreeSet::new();
    let microscope = Microscope::of(&view, extent, &slide, 199, &off).expect("it has one");
    let times = [
        ("rsm", least(|| drop(rsm.layout(size, &Sans, &English)))),
        ("map", least(|| drop(map.layout(size, &Sans, &English)))),
        ("tree", least(|| drop(tree.layout(size, &Sans, &English)))),
        (
            "microscope",
            least(|| drop(microscope.layout(size, &Sans, &English))),
        ),
    ];
    // A frame is 16 ms; the tests are compiled with little optimisation, on busy machines.
    for (name, time) in times {
        assert!(time < Duration::from_millis(8), "{name} {time:?}");
    }
}
