//! How own data were read, in a line or two, and the ways out where a file is in doubt.

use fluent_bundle::FluentValue;

use crate::app::session::data_read::HowRead;
use crate::app::session::readings::ChoiceRefusal;
use crate::app::text::reading::{self as text, few, named};
use crate::app::text::words::Words;
use crate::data::read::{
    DecimalSign, Encoding, FileFormat, Missing, NamesFrom, Origin, ReadReport, Separator, Skipped,
    Thousands, WayOut,
};
use crate::numbers::exact;

/// The kind of file and its names, and then the values: two lines.
pub(crate) fn lines(how: &HowRead, words: &Words) -> [String; 2] {
    let report = &how.report;
    let mut file = vec![size(report, words)];
    file.extend(origin(&report.origin, words));
    if report.decimal == Some(DecimalSign::Comma) {
        file.push(words.get("reading-decimal-comma"));
    }
    if report.has_grouped_digits() {
        file.push(words.get("reading-grouped"));
    }
    file.push(names_from("items", &report.item_names, words));
    file.push(names_from("features", &report.feature_names, words));
    [joined(&file, words), joined(&values(report, words), words)]
}

fn joined(parts: &[String], words: &Words) -> String {
    parts.join(&words.get("reading-separator"))
}

fn size(report: &ReadReport, words: &Words) -> String {
    let values = [
        ("items", report.n_items.to_string().into()),
        ("features", report.n_features.into()),
    ];
    words.with("own-size", &values)
}

fn origin(origin: &Origin, words: &Words) -> Vec<String> {
    let format = match &origin.format {
        FileFormat::Text {
            encoding,
            separator,
        } => {
            let encoding = match encoding {
                Encoding::Utf8 => "UTF-8",
                Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
                other => other.name(),
            };
            let separator = match separator {
                Separator::Char(b',') => words.get("separator-comma"),
                Separator::Char(b';') => words.get("separator-semicolon"),
                Separator::Char(b'\t') => words.get("separator-tab"),
                Separator::Char(other) => char::from(*other).to_string(),
                Separator::Blanks => words.get("separator-blanks"),
            };
            let values = [
                ("encoding", encoding.into()),
                ("separator", separator.into()),
            ];
            words.with("reading-text", &values)
        }
        FileFormat::Array { name, .. } => match name {
            Some(name) => named("reading-array", name, words),
            None => words.get("reading-array-unnamed"),
        },
    };
    let packed = origin
        .packed
        .map(|packing| named("reading-packed", packing, words));
    let skipped = origin.skipped.iter().map(|it| skipped(it, words));
    [format].into_iter().chain(packed).chain(skipped).collect()
}

fn skipped(skipped: &Skipped, words: &Words) -> String {
    let counted = |key, n: usize| words.with(key, &[("n", n.into())]);
    match skipped {
        Skipped::Comments { n_rows } => counted("skipped-comments", *n_rows),
        Skipped::SeparatorRow => words.get("skipped-separator-row"),
        Skipped::EmptyColumns { n_columns } => counted("skipped-columns", *n_columns),
        Skipped::RowNumbers { column } => counted("skipped-row-numbers", *column),
        Skipped::Arrays { arrays } => {
            let arrays: Vec<String> = arrays.iter().map(ToString::to_string).collect();
            named("skipped-arrays", &few(&arrays, words), words)
        }
        Skipped::Weights => words.get("skipped-weights"),
    }
}

/// Where the names of items or of features came from.
fn names_from(of: &str, from: &NamesFrom, words: &Words) -> String {
    let whose = words.get(&format!("reading-names-of-{of}"));
    let from = match from {
        NamesFrom::Header => words.get("names-from-header"),
        NamesFrom::Column(column) => named("names-from-column", column, words),
        NamesFrom::Array => words.get("names-from-array"),
        NamesFrom::Classes(column) => named("names-from-classes", column, words),
        NamesFrom::MadeUp => words.get("names-from-nowhere"),
    };
    words.with(
        "reading-names",
        &[("whose", whose.into()), ("from", from.into())],
    )
}

fn values(report: &ReadReport, words: &Words) -> Vec<String> {
    let mut parts = text::values(report, words);
    for (key, names) in [
        ("reading-duplicates", &report.duplicates),
        ("reading-constant", &report.constant),
    ] {
        if !names.is_empty() {
            parts.push(named(key, &few(names, words), words));
        }
    }
    parts.extend(text::outweighing(report, words));
    if report.may_be_transposed() && !report.changes.is_transposed {
        parts.push(words.get("reading-transposed"));
    }
    parts
}

/// The text of the button that applies a way out.
pub(crate) fn way_out(way: &WayOut, words: &Words) -> String {
    let with = |key, name: &'static str, value: FluentValue<'_>| words.with(key, &[(name, value)]);
    match way {
        WayOut::FirstRowIsItem => words.get("way-first-row"),
        WayOut::FirstRowIsNames => words.get("way-first-row-names"),
        WayOut::ItemsIn(column) => with("way-items-in", "column", column.as_str().into()),
        WayOut::NumberItems => words.get("way-number-items"),
        WayOut::NumberItemsWithout(column) => {
            with("way-number-items-without", "column", column.as_str().into())
        }
        WayOut::Missing(missing) => words.get(match missing {
            Missing::Error => "missing-error",
            Missing::Mean => "way-missing-mean",
            Missing::Zero => "way-missing-zero",
            Missing::DropItems => "way-missing-drop-items",
            Missing::DropFeatures => "way-missing-drop-features",
        }),
        WayOut::Drop(column) => with("way-drop", "column", column.as_str().into()),
        WayOut::GroupMean(column) => with("way-group-mean", "column", column.as_str().into()),
        WayOut::Array(array) => with("way-array", "array", array.as_str().into()),
        WayOut::Transpose => words.get("way-transpose"),
        WayOut::Thousands { mark, text } => thousands(*mark, text, words),
        WayOut::MissingText(text) => with("way-missing-text", "text", text.as_str().into()),
        WayOut::Encoding(encoding) => with("way-encoding", "encoding", encoding.name().into()),
        WayOut::Zscore => words.get("way-zscore"),
        WayOut::FirstRows(n) => with("way-first-rows", "n", n.to_string().into()),
    }
}

/// What a text means where this mark groups digits, or none does.
fn thousands(mark: Thousands, text: &str, words: &Words) -> String {
    let value = mark.number(text).unwrap_or_default();
    let number = |value: f64| FluentValue::from(exact(value));
    let text = ("text", text.into());
    if mark == Thousands::None {
        let below = value.floor();
        let values = [
            text,
            ("below", number(below)),
            ("above", number(below + 1.0)),
        ];
        return words.with("way-thousands-none", &values);
    }
    words.with("way-thousands", &[text, ("value", number(value))])
}

impl Words {
    /// A sentence that says why choices are not in force.
    pub(crate) fn choice_refusal(&self, refusal: &ChoiceRefusal) -> String {
        match refusal {
            ChoiceRefusal::Data(error) => self.read_error(error),
            ChoiceRefusal::Experiment(error) => self.error(*error),
            ChoiceRefusal::Failed(message) => {
                self.with("file-failed", &[("message", message.as_str().into())])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::language::Language;
    use crate::app::session::data_read::DataFile;
    use crate::data::read::{Choices, RowRange, Scaling};

    fn said(bytes: &[u8], choices: &Choices, language: Language) -> [String; 2] {
        let file = DataFile::new("a.csv".to_owned(), bytes.to_vec()).by(choices.clone());
        let read = file.read(2);
        let how = HowRead {
            report: read.examined.reading.expect("a table").report,
            outline: read.examined.outline,
            lr: read.lr,
        };
        lines(&how, &Words::new(language))
    }

    #[test]
    fn a_german_table_is_said_to_be_one() {
        let table = "Tier;Beine;Gewicht\nHai;0;100,5\nAmsel;2;0,1\n".as_bytes();
        let [file, values] = said(table, &Choices::default(), Language::English);
        assert_eq!(
            file,
            "2 items, 2 features · text (UTF-8), semicolons between cells · decimal comma · item \
             names: column “Tier” · feature names: first row"
        );
        assert_eq!(values, "numbers as they are");
    }

    #[test]
    fn what_was_done_to_the_values_is_said() {
        let table = b"# a comment\nitem,a,b,a\nx,1,,0\ny,3,4,0\nz,5,6,0\n";
        let choices = Choices {
            missing: Missing::Mean,
            scaling: Scaling::Zscore,
            ..Choices::default()
        };
        let [file, values] = said(table, &choices, Language::English);
        assert!(file.contains("1 row with # skipped"), "{file}");
        for words in [
            "1 missing value: the feature’s mean",
            "z-scored",
            "“a”",
            "all items: a",
        ] {
            assert!(values.contains(words), "{words}: {values}");
        }
        let [_, values] = said(table, &choices, Language::Japanese);
        assert!(values.contains("z スコア"), "{values}");
        let choices = Choices {
            scaling: Scaling::Zscore,
            ..Choices::default()
        };
        let [_, values] = said(b"item,a,b\nx,1,5\ny,3,4\n", &choices, Language::English);
        assert_eq!(values, "numbers · then each feature z-scored");
    }

    #[test]
    fn a_feature_that_leaves_no_weight_to_the_others_is_named() {
        let table = b"item,a,income\nx,1,3000\ny,0,2000\nz,1,4000\n";
        for language in Language::ALL {
            let [_, values] = said(table, &Choices::default(), language);
            assert!(values.contains("income"), "{values}");
            let choices = Choices {
                scaling: Scaling::Zscore,
                ..Choices::default()
            };
            let [_, values] = said(table, &choices, language);
            assert!(!values.contains("income"), "{values}");
        }
    }

    #[test]
    fn grouped_digits_are_said() {
        let table = b"Tier;a;b\nHund;1.234;2\nKatze;4.100;1\n";
        let choices = Choices {
            thousands: Thousands::Dot,
            ..Choices::default()
        };
        let [file, _] = said(table, &choices, Language::English);
        assert!(file.contains("decimal comma · grouped digits"), "{file}");
    }

    #[test]
    fn all_that_was_left_out_is_said_by_name() {
        let table = b"item,kind,a,b\nx,p,1,\ny,q,3,4\nz,r,5,6\nw,s,7,9\n";
        let choices = Choices {
            drop: vec!["kind".to_owned()],
            rows: Some(RowRange {
                from: 1,
                to: Some(3),
            }),
            missing: Missing::DropItems,
            ..Choices::default()
        };
        let [_, values] = said(table, &choices, Language::English);
        assert_eq!(
            values,
            "numbers as they are · 1 missing value: items left out (x) · columns left out: kind · \
             rows 1 to 3 of 4"
        );
        let report = crate::data::read::read("a.csv", table, &choices).expect("a table");
        let report = report.report.to_string();
        for words in [
            "; 1 missing value left out with its item; items left out: \"x\"",
            "columns left out: \"kind\"; rows 1 to 3 of 4 read",
        ] {
            assert!(report.contains(words), "{words}: {report}");
        }
        let choices = Choices {
            drop: vec!["kind".to_owned()],
            missing: Missing::Mean,
            ..Choices::default()
        };
        let [_, values] = said(table, &choices, Language::English);
        assert!(
            values.contains("the feature’s mean (1 cell in “b”)"),
            "{values}"
        );
    }

    #[test]
    fn a_table_of_0_and_1_says_how_it_is_read() {
        let table = b"item,a,b\nx,1,0\ny,0,1\n";
        let [_, values] = said(table, &Choices::default(), Language::English);
        assert_eq!(values, "only 0 and 1, read as no and yes (−1 and +1)");
    }
}
