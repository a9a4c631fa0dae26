//! How a user's data are read, in the real window: told, chosen otherwise, undone, asked about.

use std::io::Write as _;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use modescope::data::read::{Choices, FirstRow, Scaling};

use crate::driver::Window;
use crate::files::{TABLE, file};

/// As Excel writes it in Germany.
const GERMAN: &str =
    "\u{feff};is living;weight kg\r\nPine;1;850,5\r\nRose;1;0,125\r\nRobin;1;0,02\r\n";

/// The control of a choice.
fn combo<'a>(window: &'a Window, name: &'a str) -> egui_kittest::Node<'a> {
    window.0.get_by_role_and_label(Role::ComboBox, name)
}

impl Window {
    fn open_dropped(&mut self, folder: &tempfile::TempDir, name: &str, text: &str) {
        self.drop_files(&[file(folder, name, text)]);
        self.settle();
    }

    /// Makes a choice in the Data view.
    fn choose(&mut self, name: &str, value: &str) {
        combo(self, name).click();
        self.0.run_steps(3);
        self.click(value);
    }

    fn choices(&self) -> Choices {
        let own = self.app().experiment().data.own().expect("own data");
        let provenance = own.provenance.as_ref().expect("its file is known");
        provenance.choices.clone()
    }
}

#[test]
fn a_german_table_is_told_z_scored_and_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.open_dropped(&folder, "excel_german.csv", GERMAN);
    window.wait_for("excel_german.csv is open");
    window.click_button("Data");
    window.wait_for("semicolons between cells · decimal comma");
    let before = window.app().experiment().clone();
    window.choose("Values", "z-scored (mean 0, deviation 1)");
    window.wait_for("each feature z-scored");
    window.settle();
    assert_eq!(window.choices().scaling, Scaling::Zscore);
    assert!(window.shows("the learning rate went along to"));
    let targets = window.app().experiment().data.sample();
    assert!(targets.targets.row(1).iter().sum::<f64>().abs() < 1e-12);
    window.click("Undo");
    assert_eq!(*window.app().experiment(), before);
    assert!(!window.shows("each feature z-scored"));
}

#[test]
fn a_table_without_a_header_is_asked_about_and_opened_by_a_button() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.open_dropped(
        &folder,
        "no_header.csv",
        "Pine,1,850.5\nRose,1,0.125\nRobin,0,0.02\n",
    );
    window.wait_for("How is no_header.csv to be read?");
    // Its beginning is shown, and no command line is spoken of.
    assert!(window.shows("850.5") && !window.shows("--"));
    window.answer("The first row is an item: number the features");
    window.wait_for("no_header.csv is open: 3 items, 2 features");
    assert_eq!(window.app().experiment().items, ["Pine", "Rose", "Robin"]);
    window.click("Undo");
    assert!(window.app().experiment().data.tree().is_some());
}

#[test]
fn missing_values_are_asked_about_and_the_file_can_be_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let table = "item,legs\nTuna,0\nRobin,\nDog,4\n";
    window.open_dropped(&folder, "pets.csv", table);
    window.wait_for("How is pets.csv to be read?");
    window.click("Do not open it");
    assert!(!window.shows("How is pets.csv") && !window.shows("is open"));
    window.open_dropped(&folder, "pets.csv", table);
    window.wait_for("How is pets.csv to be read?");
    window.answer("Fill in the feature’s mean");
    window.wait_for("1 missing value: the feature’s mean (1 cell in “legs”)");
    window.click_button("Data");
    window.wait_for("1 missing value: the feature’s mean (1 cell in “legs”)");
}

#[test]
fn a_choice_that_cannot_be_taken_says_why_and_the_data_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.open_dropped(&folder, "pets.csv", TABLE);
    window.wait_for("pets.csv is open");
    window.click_button("Data");
    let before = window.app().experiment().clone();
    window.choose("Item names", "none: number them");
    window.wait_for("Item names: row 2, column 1 (\"item\") holds \"Tuna\"");
    assert_eq!(*window.app().experiment(), before);
    window.click("Undo this choice");
    assert!(!window.shows("holds \"Tuna\""));
    window.enter("Rows", "1:2");
    window.wait_for("2 items, 3 features · text");
    assert_eq!(window.app().experiment().items, ["Tuna", "Robin"]);
    window.enter("Rows", "2 to 3");
    assert!(window.shows("such as 2:5"));
}

#[test]
fn choices_are_kept_in_the_experiment_file_and_can_be_undone_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.open_dropped(&folder, "pets.csv", GERMAN);
    window.wait_for("pets.csv is open");
    window.click_button("Data");
    window.choose("Values", "centred (mean 0)");
    window.wait_for("each feature centred");
    let path = folder.path().join("mine.toml");
    window.save_as(&path);
    let before = window.app().experiment().clone();
    let mut next = Window::open();
    next.drop_files(&[path]);
    next.wait_for("mine.toml is open");
    next.settle();
    assert_eq!(*next.app().experiment(), before);
    next.click_button("Data");
    next.choose("Values", "as they are");
    next.wait_for("numbers as they are");
    next.settle();
    assert_eq!(next.app().experiment().data.sample().targets[(1, 0)], 850.5);
}

#[test]
fn of_two_dropped_files_the_first_is_opened_and_the_other_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let (one, two) = (
        file(&folder, "one.csv", TABLE),
        file(&folder, "two.csv", TABLE),
    );
    window.drop_files(&[one, two]);
    window.wait_for("one.csv is open");
    assert!(window.shows("not opened: two.csv"));
}

#[test]
fn epochs_are_offered_where_modes_are_left_and_a_learning_rate_where_nothing_is_learned() {
    let mut window = Window::open();
    assert!(!window.shows("not learned"));
    window.enter("Epochs, typed", "100");
    window.wait_for("modes are not learned: train");
    let offer = window
        .0
        .get_by_label_contains("modes are not learned: train");
    offer.click();
    window.settle();
    assert!(window.app().experiment().n_epochs > 100);
    let stages = &window.run().stages;
    let n_learned: usize = stages.iter().map(|stage| stage.modes.len()).sum();
    assert_eq!(n_learned, 8);
    assert!(!window.shows("modes are not learned"));
    window.enter("Learning rate, typed", "1");
    window.wait_for("Train with the learning rate 100");
}

#[test]
fn z_scoring_is_offered_where_one_feature_leaves_no_weight_to_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let table = "item,living,roots,weight\nPine,1,1,850\nRose,1,1,0.1\nRobin,1,0,0.02\n";
    window.open_dropped(&folder, "plants.csv", table);
    window.wait_for("the values of weight are so large that the loss settles");
    let offer = "modes are not learned, since the values of weight are so large: z-score";
    window.wait_for(offer);
    window.0.get_by_label_contains(offer).click();
    window.wait_until("the features are not z-scored", |window| {
        let own = window.app().experiment().data.own().expect("own data");
        let provenance = own.provenance.as_ref().expect("their file is known");
        provenance.choices.scaling == Scaling::Zscore
    });
    window.settle();
    assert!(!window.shows("so large"));
    window.click("Undo");
    window.wait_for(offer);
}

#[test]
fn after_a_refused_choice_the_menus_list_the_columns_of_the_table_it_makes() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let table = "item,kind,legs\nTuna,fish,0\nRobin,bird,2\nDog,mammal,4\n";
    window.open_dropped(&folder, "pets.csv", table);
    window.wait_for("How is pets.csv to be read?");
    window.answer("Leave out column “kind”");
    window.wait_for("pets.csv is open");
    window.click_button("Data");
    window.choose("Items in", "columns");
    window.wait_for("there is no column");
    combo(&window, "Leave out").click();
    window.0.run_steps(3);
    let is_listed = |column| {
        let mut boxes = (window.0).query_all_by_role_and_label(Role::CheckBox, column);
        boxes.next().is_some()
    };
    // The dropped column is of the other table; here it can be taken back.
    assert!(is_listed("Robin") && is_listed("kind") && !is_listed("legs"));
}

#[test]
fn data_whose_kept_file_cannot_be_read_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let text = "version = 3\n[own]\nname = \"pets.csv\"\nfile = \"pets.csv\"\n\
        [[own.item]]\nname = \"Tuna\"\nvalues = [1.0, -1.0]\n\
        [[own.item]]\nname = \"Robin\"\nvalues = [-1.0, 1.0]\n\
        [[file]]\nname = \"pets.csv\"\ntext = \"item,swims\\nTuna,maybe\\n\"\n";
    let mut window = Window::open();
    window.open_dropped(&folder, "mine.toml", text);
    window.wait_for("mine.toml is open");
    window.click_button("Data");
    window.wait_for("How these data were read cannot be told");
    assert!(!window.shows("looking at the file"));
}

#[test]
fn a_first_row_that_looks_like_values_is_taken_for_names_by_a_button() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let table = "year,1990,2000\nPine,5.5,6\nRose,1,2\n";
    window.open_dropped(&folder, "years.csv", table);
    window.wait_for("How is years.csv to be read?");
    window.answer("The first row is the features’ names all the same");
    window.wait_for("years.csv is open: 2 items, 2 features");
    assert_eq!(window.choices().first_row, FirstRow::Names);
}

#[test]
fn the_cell_without_a_value_is_named_and_marked() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let table = "item,legs,eyes\nTuna,0,2\nRobin,,2\nDog,4,2\n";
    window.open_dropped(&folder, "pets.csv", table);
    window.wait_for("row 3, column 2 (\"legs\") of item \"Robin\" is missing a value");
    window.wait_for("(empty)");
}

#[test]
fn fifty_arrays_are_chosen_from_in_a_dialog_that_fits_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.npz");
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for number in 1..=50 {
        let options = zip::write::SimpleFileOptions::default();
        archive
            .start_file(format!("layer_{number}.npy"), options)
            .unwrap();
        let head = "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }";
        let mut bytes = b"\x93NUMPY\x01\x00\x76\x00".to_vec();
        bytes.extend(format!("{head:<117}\n").bytes());
        for value in 0..6 {
            bytes.extend((f64::from(value + number) * 1.5).to_le_bytes());
        }
        archive.write_all(&bytes).unwrap();
    }
    archive.finish().unwrap();
    let mut window = Window::sized([1024.0, 640.0], None);
    window.drop_files(&[path]);
    window.wait_for("How is many.npz to be read?");
    let leave = window.0.get_by_label("Do not open it").rect();
    assert!(leave.bottom() <= 640.0 && leave.top() > 0.0, "{leave:?}");
    window.answer("Read the array “layer_1”");
    window.wait_for("many.npz is open: 3 items, 2 features");
}

#[test]
fn rows_that_are_not_there_are_refused_with_the_number_of_those_that_are() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    window.open_dropped(&folder, "pets.csv", TABLE);
    window.wait_for("pets.csv is open");
    window.click_button("Data");
    window.enter("Rows", "2:9");
    window.wait_for("there are no rows 2:9: below the heading the table has 3 rows");
    window.click("Undo this choice");
    window.enter("Rows", "3:1");
    window.wait_for("row 3 is after row 1");
}

#[test]
fn a_double_click_does_not_answer_the_question_after_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let table = "id,item,legs\n1,Tuna,0\n2,Robin,\n3,Dog,4\n";
    window.open_dropped(&folder, "pets.csv", table);
    window.wait_for("Question 1");
    let leave = window.0.get_by_label("Do not open it").rect();
    window.answer("Column “item” holds the items’ names");
    window.wait_for("Question 2");
    // The next question stands where the last one did, and takes no click at once.
    assert_eq!(window.0.get_by_label("Do not open it").rect(), leave);
    let mean = window.0.get_by_label("Fill in the feature’s mean");
    assert!(mean.accesskit_node().is_disabled());
    window.answer("Back");
    window.wait_for("Question 1");
    window.answer("Column “item” holds the items’ names");
    window.wait_for("Question 2");
    window.answer("Fill in the feature’s mean");
    window.wait_for("pets.csv is open: 3 items, 2 features");
}

#[test]
fn a_number_that_may_be_a_thousand_times_as_large_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let table = "Tier;Gewicht;b\nHund;1.234;2\nKatze;4.100;1\n";
    window.open_dropped(&folder, "tiere.csv", table);
    window.wait_for("“1.234” is between 1 and 2");
    window.answer("“1.234” means 1234: its mark only groups the digits");
    window.wait_for("tiere.csv is open");
    assert_eq!(
        window.app().experiment().data.sample().targets[(0, 0)],
        1234.0
    );
}

#[test]
fn what_was_answered_about_digits_and_missing_values_can_be_chosen_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let table = "Tier;Gewicht;b\nHund;1.234;2\nKatze;4.100;-99\nKuh;9.000;3\n";
    window.open_dropped(&folder, "tiere.csv", table);
    window.wait_for("“1.234” is between 1 and 2");
    window.answer("“1.234” means 1234: its mark only groups the digits");
    window.wait_for("tiere.csv is open");
    window.click_button("Data");
    let first = |window: &Window| window.app().experiment().data.sample().targets[(0, 0)];
    window.choose("Digits grouped by", "nothing (1.234 < 2)");
    window.wait_until("the choice is not taken", |window| first(window) == 1.234);
    window.click("Undo");
    assert_eq!(first(&window), 1234.0);
    // The new missing value is refused until its own choice is made, which then stands beside it.
    window.enter("Missing too", "k.A.; -99");
    window.wait_for("is missing a value");
    window.choose("Missing", "the feature’s mean");
    window.wait_for("1 missing value: the feature’s mean (1 cell in “b”)");
    assert_eq!(window.choices().na, ["k.A.", "-99"]);
    window.click("Undo");
    assert!(window.choices().na.is_empty());
}

#[test]
fn the_encoding_that_was_answered_can_be_chosen_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tiere.csv");
    std::fs::write(&path, b",p,q\nB\xe4r,1.5,2\nL\xf6we,2,1\n").unwrap();
    let mut window = Window::open();
    window.drop_files(&[path]);
    window.wait_for("How is tiere.csv to be read?");
    window.answer("Read it as Windows-1252");
    window.wait_for("tiere.csv is open");
    window.click_button("Data");
    window.choose("Encoding", "UTF-8");
    window.wait_for("Encoding: row 2");
    // The other choices stay where they are, though the file cannot be looked into.
    assert!(window.shows("First row"));
    window.click("Undo this choice");
    assert_eq!(window.app().experiment().items, ["Bär", "Löwe"]);
}

#[test]
fn the_name_of_the_item_stays_beside_a_cell_in_doubt_far_to_the_right() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open();
    let heading: Vec<String> = (1..=30).map(|n| format!("f{n}")).collect();
    let values = vec!["2.5"; 29].join(",");
    let table = format!(
        "item,{}\nTuna,{values},1\nRobin,{values},\n",
        heading.join(",")
    );
    window.open_dropped(&folder, "pets.csv", &table);
    window.wait_for("(empty)");
    window.0.run_steps(20);
    let place = |label| window.0.get_by_label(label).rect();
    let (name, cell, leave) = (place("Robin"), place("(empty)"), place("Do not open it"));
    assert!(name.left() >= leave.left(), "{name:?} {leave:?}");
    assert!(name.right() <= cell.left(), "{name:?} {cell:?}");
    let off = (name.center().y - cell.center().y).abs();
    assert!(off < 1.0, "{name:?} {cell:?}");
    assert!(cell.right() < 1280.0 && place("f30").left() >= name.right());
}
