//! The readers: everything that takes bytes from a stranger.

use modescope::data::read::{Choices, FirstRow, ItemNames, Missing, Scaling, ZeroOne};
use modescope::data::{csv, foreign, npz, packed, read};
use modescope::experiment::file;
use modescope::export::stored_run;

/// A reader and the files it is for.
pub(crate) struct Reader {
    pub(crate) name: &'static str,
    /// How the files it is for end.
    pub(crate) kinds: &'static [&'static str],
    /// Reads bytes, the first of which may choose how.
    pub(crate) run: fn(&[u8]),
}

const TABLES: &[&str] = &["csv", "txt", "gz", "zip"];
const ARRAYS: &[&str] = &["npz", "npy"];

/// All of them.
pub(crate) const READERS: &[Reader] = &[
    Reader {
        name: "tables",
        kinds: TABLES,
        run: |bytes| table("a.csv", bytes),
    },
    Reader {
        name: "arrays",
        kinds: ARRAYS,
        run: |bytes| table("a.npz", bytes),
    },
    Reader {
        name: "stored runs",
        kinds: &["npz"],
        run: |bytes| {
            if let Ok(run) = stored_run::read(bytes) {
                let _ = run.view().epochs();
            }
            let _ = stored_run::read_experiment(bytes);
            let _ = npz::read(bytes);
            let _ = npz::read_weights_for(bytes, 3, 4);
        },
    },
    Reader {
        name: "experiments",
        kinds: &["toml"],
        run: |bytes| {
            let nothing_beside = &mut |_: &str| Err(file::BesideError::NoFolder);
            if let Ok(read) = file::read_beside(bytes, nothing_beside) {
                assert_eq!(file::read(&file::write(&read)), Ok(read));
            }
        },
    },
    #[cfg(feature = "gui")]
    Reader {
        name: "settings",
        kinds: &["toml"],
        run: |bytes| {
            use modescope::app::session::settings::Settings;
            let Ok(text) = std::str::from_utf8(bytes) else {
                return;
            };
            if let Ok(settings) = Settings::parse(text) {
                let written = settings.to_text().expect("settings have a text");
                let again = Settings::parse(&written).expect("what is written is read");
                assert_eq!(again.to_text().ok(), Some(written));
            }
        },
    },
    Reader {
        name: "any kind of file",
        kinds: &[
            "mat", "pkl", "json", "parquet", "sav", "dta", "xls", "ods", "csv", "npy", "toml",
        ],
        run: |bytes| {
            let _ = foreign::kind(bytes);
            let _ = packed::unpack(bytes);
            table("a", bytes);
        },
    },
];

/// Reads a table by different choices, and again what was written of it.
fn table(name: &str, bytes: &[u8]) {
    for choices in choices() {
        let Ok(reading) = read::read(name, bytes, &choices) else {
            continue;
        };
        assert!(
            !reading.report.to_string().contains('\u{1b}'),
            "escapes are printed"
        );
        if bytes.len() < 10_000 {
            let text = csv::write(&reading.data);
            let again = read::read("a.csv", text.as_bytes(), &Choices::default());
            assert!(again.is_ok(), "what is written is read: {again:?}");
        }
    }
}

fn choices() -> [Choices; 3] {
    let numbers = Choices {
        first_row: FirstRow::Item,
        items: ItemNames::None,
        missing: Missing::Zero,
        ..Choices::default()
    };
    let turned = Choices {
        transpose: true,
        missing: Missing::DropItems,
        scaling: Scaling::Zscore,
        zero_one: ZeroOne::AsIs,
        ..Choices::default()
    };
    [Choices::default(), numbers, turned]
}
