//! Presets, from the window's menu.

use egui::Key;

use crate::driver::Window;

#[test]
fn the_notebooks_last_cell_starts_from_weights_that_gamma_does_not_scale() {
    let mut window = Window::open();
    window.click_button("Presets");
    window.click("Bonus: without a hidden layer");
    assert!(window.shows("Not used: the first weights are given"));
    // As PyTorch's float32 has it (tests/golden): 1.041681 at first, 3.48e-6 at last.
    let losses = window.run().record.losses();
    assert!((losses[0] - 1.041_681).abs() < 1e-6, "{}", losses[0]);
    assert!((losses[249] - 3.4836e-6).abs() < 1e-9, "{}", losses[249]);
    // A new draw is scaled again.
    window.press(Key::N);
    assert!(!window.shows("Not used: the first weights are given"));
    assert!(window.app().experiment().weights.is_none());
}
