//! The data file inside an experiment file, the choices about how it was read, and data beside it.

use std::io::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use modescope::data::provenance::MAX_KEPT_BYTES;
use modescope::data::read::{
    Choices, Encoding, FirstRow, ItemNames, Missing, RowRange, Scaling, Thousands, ZeroOne,
    read as table,
};
use modescope::data::{FileBytes, Provenance, Shared};
use modescope::experiment::Experiment;
use modescope::experiment::file::{ExperimentFile, Pin, read, read_beside, write};
use modescope::files;
use proptest::prelude::*;

const PETS: &[u8] = b"item,legs,class\r\nTuna,0,fish\r\nRobin,2,bird\r\nDog,4,other\r\n";

/// The tutorial's network on a table that was read by these choices.
fn read_by(bytes: &[u8], choices: Choices) -> Experiment {
    let data = table("pets.csv", bytes, &choices).expect("a table").data;
    let file = Shared::new(FileBytes(bytes.to_vec()));
    Experiment::default().on_read(
        "pets.csv".to_owned(),
        data,
        Some(Provenance { file, choices }),
    )
}

fn without_class() -> Choices {
    Choices {
        drop: vec!["class".to_owned()],
        ..Choices::default()
    }
}

fn zscored() -> Choices {
    Choices {
        scaling: Scaling::Zscore,
        ..without_class()
    }
}

#[test]
fn data_file_and_choices_are_read_back_and_can_be_undone() {
    let file = ExperimentFile::from(read_by(PETS, zscored()));
    let text = write(&file);
    assert!(
        text.contains("zscore = true") && text.contains("drop = [\"class\"]"),
        "{text}"
    );
    assert!(
        text.contains("Robin,2,bird"),
        "the file stands as text: {text}"
    );
    let again = read(&text).expect("it was written");
    assert_eq!(again, file);
    let own = again.experiment.data.own().expect("own data");
    let provenance = own.provenance.as_ref().expect("it is kept");
    let plain = table(&own.name, &provenance.file.0, &without_class()).expect("a table");
    assert_eq!(plain.data.dataset.targets.as_slice(), [0.0, 2.0, 4.0]);
}

#[test]
fn every_choice_is_read_back() {
    let all = [
        Choices {
            encoding: Some(Encoding::ShiftJis),
            array: Some("X".to_owned()),
            transpose: true,
            first_row: FirstRow::Item,
            rows: Some(RowRange {
                from: 2,
                to: Some(5),
            }),
            drop: vec!["kind".to_owned(), "3".to_owned()],
            group_mean: Some("class".to_owned()),
            items: ItemNames::Column("name".to_owned()),
            thousands: Thousands::Dot,
            zero_one: ZeroOne::AsIs,
            na: vec!["k.A.".to_owned(), "-99".to_owned()],
            missing: Missing::Zero,
            scaling: Scaling::Zscore,
        },
        Choices {
            first_row: FirstRow::Names,
            items: ItemNames::None,
            scaling: Scaling::Center,
            missing: Missing::DropFeatures,
            ..Choices::default()
        },
    ];
    for choices in all {
        let mut experiment = read_by(PETS, without_class());
        let own = experiment.data.own().expect("own data").clone();
        let provenance = own.provenance.expect("it is known");
        experiment = experiment.on_read(
            own.name,
            (*own.data).clone(),
            Some(Provenance {
                choices,
                ..provenance
            }),
        );
        let file = ExperimentFile::from(experiment);
        assert_eq!(read(&write(&file)), Ok(file));
    }
}

#[test]
fn pins_of_one_data_file_share_it_and_files_of_one_name_are_told_apart() {
    let other = String::from_utf8_lossy(PETS).replace("Dog", "Cat");
    let pin = |experiment| Pin {
        name: "pin".to_owned(),
        colour: None,
        is_hidden: false,
        experiment,
    };
    let file = ExperimentFile {
        pins: vec![
            pin(read_by(PETS, zscored())),
            pin(read_by(other.as_bytes(), without_class())),
        ],
        ..read_by(PETS, without_class()).into()
    };
    let text = write(&file);
    assert_eq!(text.matches("[[file]]").count(), 2, "{text}");
    assert_eq!(read(&text), Ok(file));
}

#[test]
fn a_file_too_large_to_be_kept_is_not_and_its_data_are() {
    let mut bytes = PETS.to_vec();
    bytes.extend(std::iter::repeat_n(b'\n', MAX_KEPT_BYTES));
    let file = ExperimentFile::from(read_by(&bytes, without_class()));
    let text = write(&file);
    assert!(text.len() < 2000);
    let again = read(&text).expect("it was written").experiment;
    let (before, after) = (file.experiment.data.own(), again.data.own());
    assert_eq!(before.map(|own| &own.data), after.map(|own| &own.data));
    assert_eq!(after.and_then(|own| own.provenance.as_ref()), None);
}

#[test]
fn a_damaged_data_file_is_refused_with_its_line() {
    let text = write(&read_by(PETS, without_class()).into());
    let at = text.find("text = ").expect("it is kept as text");
    let line = text[..at].lines().count() + 1;
    let packed = |value: &str| format!("{}{value}\n", &text[..at]);
    let bomb = format!("gzip = \"{}\"", zeros(MAX_KEPT_BYTES + 2));
    for (value, words) in [
        ("gzip = \"***\"", "this is not base64"),
        ("gzip = \"YWJj\"", "it is damaged"),
        (bomb.as_str(), "unpack to more than the 32 MB"),
        ("gzip = \"\"\ntext = \"\"", "either `text` or `gzip`"),
    ] {
        let said = read(&packed(value)).expect_err(value).to_string();
        assert!(said.contains(words), "{value}: {said}");
        let lines = [line - 1, line, line + 1];
        let is_there = lines
            .iter()
            .any(|line| said.starts_with(&format!("line {line}, `file.")));
        assert!(is_there, "{line}: {said}");
    }
    let unknown = text.replace("\nfile = \"pets.csv\"", "\nfile = \"pet.csv\"");
    let said = read(&unknown).expect_err("there is none").to_string();
    assert!(said.contains("did you mean \"pets.csv\"?"), "{said}");
}

/// So many zeros, packed and in base64.
fn zeros(n: usize) -> String {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let packed = encoder.write_all(&vec![0; n]);
    let packed = packed.and_then(|()| encoder.finish());
    BASE64_STANDARD.encode(packed.expect("memory does not refuse to be written"))
}

const BESIDE: &str = "version = 3\n[own]\npath = \"data/pets.csv\"\n[own.choices]\n\
                      group_mean = \"class\"\n[training]\nlr = 0.5\n";

#[test]
fn data_are_read_by_a_path_from_the_files_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pets.toml");
    std::fs::create_dir(folder.path().join("data")).unwrap();
    std::fs::write(folder.path().join("data/pets.csv"), PETS).unwrap();
    std::fs::write(&path, BESIDE).unwrap();
    let file = files::read_experiment(&path).expect("it is there");
    assert_eq!(file.experiment.items, ["fish", "bird", "other"]);
    let own = file.experiment.data.own().expect("own data");
    assert_eq!(own.name, "pets.csv");
    // Once written, it needs the other file no more.
    assert_eq!(read(&write(&file)), Ok(file));
}

#[test]
fn a_path_that_leads_nowhere_or_out_of_the_folders_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pets.toml");
    let refused = |text: String| {
        std::fs::write(&path, text).unwrap();
        files::read_experiment(&path)
            .expect_err("must be refused")
            .to_string()
    };
    let said = refused(BESIDE.to_owned());
    assert!(said.contains("line 3, `own.path`: "), "{said}");
    assert!(said.contains("no such file"), "{said}");
    std::fs::create_dir(folder.path().join("data")).unwrap();
    std::fs::write(folder.path().join("pets.csv"), PETS).unwrap();
    for outside in ["/etc/", "../", "data/../../", "data/../"] {
        let said = refused(BESIDE.replace("data/", outside));
        assert!(
            said.contains("must stay in the experiment file's folder"),
            "{outside}: {said}"
        );
    }
    std::fs::write(&path, BESIDE.replace("data/", "./")).unwrap();
    assert!(files::read_experiment(&path).is_ok());
    let said = refused(BESIDE.replace("data/pets.csv", "."));
    assert!(said.contains("is no file"), "{said}");
    let said = read(BESIDE).expect_err("no folder is known").to_string();
    assert!(said.contains("folder is not known"), "{said}");
}

#[test]
fn what_is_wrong_with_data_beside_the_file_is_said_at_its_path() {
    let open = &mut |_: &str| Ok(b"1,2\n3,4\n".to_vec());
    let said = read_beside(BESIDE.as_bytes(), open).expect_err("there is no header");
    assert!(
        said.to_string()
            .starts_with("line 3, `own.path`: the first row"),
        "{said}"
    );
    for (text, words) in [
        (
            "items = \"a\"\nno_items = true",
            "`own.choices.no_items`: there cannot be",
        ),
        (
            "center = true\nzscore = true",
            "`own.choices.zscore`: there cannot be",
        ),
        ("rows = \"5\"", "`own.choices.rows`: must be FROM:TO"),
        ("missing = \"guess\"", "unknown variant `guess`"),
        ("z_score = true", "did you mean `zscore`?"),
    ] {
        let text = BESIDE.replace("group_mean = \"class\"", text);
        let said = read(&text).expect_err(words).to_string();
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn files_that_are_kept_share_one_budget() {
    let third = zeros(12 << 20);
    let files: Vec<String> = (1..=3)
        .map(|number| format!("[[file]]\nname = \"{number}\"\ngzip = \"{third}\"\n"))
        .collect();
    let two = format!("version = 3\n{}", files[..2].concat());
    assert!(read(&two).is_ok());
    let three = format!("version = 3\n{}", files.concat());
    let said = read(&three).expect_err("36 MB").to_string();
    assert!(said.starts_with("line 10, `file.gzip`: "), "{said}");
    assert!(said.contains("32 MB that all may have"), "{said}");
}

#[test]
fn what_is_written_keeps_to_the_budget_that_is_read() {
    let pinned = |seed: u8| {
        let known = read_by(PETS, without_class());
        let own = known.data.own().expect("own data").clone();
        let mut bytes = vec![b' '; 20 << 20];
        bytes[0] = seed;
        let file = Shared::new(FileBytes(bytes));
        let provenance = Provenance {
            file,
            choices: without_class(),
        };
        known.on_read(own.name, (*own.data).clone(), Some(provenance))
    };
    let mut file = ExperimentFile::from(pinned(1));
    file.pins.push(Pin {
        name: "another file".to_owned(),
        colour: None,
        is_hidden: false,
        experiment: pinned(2),
    });
    let again = read(&write(&file)).expect("it is read");
    let provenance = |experiment: &Experiment| {
        let own = experiment.data.own().expect("own data");
        own.provenance.clone()
    };
    assert!(provenance(&again.experiment).is_some());
    assert_eq!(provenance(&again.pins[0].experiment), None);
}

#[test]
fn choices_about_no_file_are_refused() {
    let text = "version = 3\n[own]\n[own.choices]\nzscore = true\n\
                [[own.item]]\nvalues = [1.0, 2.0]\n[[own.item]]\nvalues = [2.0, 1.0]\n";
    let said = read(text).expect_err("there is no file").to_string();
    assert!(said.starts_with("line 3, `own.choices`: "), "{said}");
    assert!(said.contains("there must be `file` or `path`"), "{said}");
}

proptest! {
    #[test]
    fn any_data_file_is_kept_byte_for_byte(
        rest in prop::collection::vec(any::<u8>(), 0..200),
        is_long in any::<bool>(),
        is_text in any::<bool>(),
    ) {
        let mut bytes = if is_text {
            String::from_utf8_lossy(&rest).into_owned().into_bytes()
        } else {
            rest
        };
        if is_long {
            bytes = bytes.repeat(100);
        }
        let known = read_by(PETS, without_class());
        let own = known.data.own().expect("own data").clone();
        let file = Shared::new(FileBytes(bytes));
        let provenance = Provenance { file, choices: without_class() };
        let known = known.on_read(own.name, (*own.data).clone(), Some(provenance));
        let file = ExperimentFile::from(known);
        prop_assert_eq!(read(&write(&file)), Ok(file));
    }
}
