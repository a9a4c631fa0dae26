//! Every file of `tests/data/cases`, as `cases.json` says it must be read.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::data::packer::Packer;

/// The choices that arguments of the command line make.
fn choices(args: &[&str]) -> Choices {
    let mut choices = Choices::default();
    let mut args = args.iter();
    while let Some(&arg) = args.next() {
        let mut value = || (*args.next().expect("a value")).to_owned();
        match arg {
            "--no-header" => choices.first_row = FirstRow::Item,
            "--header" => choices.first_row = FirstRow::Names,
            "--no-items" => choices.items = ItemNames::None,
            "--transpose" => choices.transpose = true,
            "--zscore" => choices.scaling = Scaling::Zscore,
            "--center" => choices.scaling = Scaling::Center,
            "--zero-one" if value() == "as-is" => choices.zero_one = ZeroOne::AsIs,
            "--missing" => {
                choices.missing = match value().as_str() {
                    "mean" => Missing::Mean,
                    "0" => Missing::Zero,
                    "drop-features" => Missing::DropFeatures,
                    "drop-items" => Missing::DropItems,
                    other => panic!("{other} is in no case"),
                };
            }
            "--rows" => choices.rows = Some(value().parse().expect("a range")),
            "--items" => choices.items = ItemNames::Column(value()),
            "--drop" => choices.drop.push(value()),
            "--group-mean" => choices.group_mean = Some(value()),
            "--array" => choices.array = Some(value()),
            "--na" => choices.na.push(value()),
            "--encoding" => choices.encoding = Some(value().parse().expect("an encoding")),
            "--thousands" if value() == "dot" => choices.thousands = Thousands::Dot,
            other => panic!("{other} is in no case"),
        }
    }
    choices
}

fn texts(value: &Value) -> Vec<&str> {
    let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_str).collect()
}

fn check(folder: &Path, case: &Value) -> Result<(), String> {
    let file = case["file"].as_str().expect("a name");
    let bytes = fs::read(folder.join(file)).expect("the case's file");
    let found = read(file, &bytes, &choices(&texts(&case["args"])));
    let reading = match (found, case.get("refused")) {
        (Ok(reading), None) => reading,
        (Err(error), Some(words)) => {
            let said = error.to_string();
            let is_said = |word: &&str| said.contains(*word);
            let is_right = texts(words).iter().all(is_said);
            return is_right.then_some(()).ok_or(format!("{file}: {said}"));
        }
        (Err(error), None) => return Err(format!("{file}: {error}")),
        (Ok(_), Some(_)) => return Err(format!("{file} is read")),
    };
    let data = reading.data;
    let names = data.feature_names.clone().unwrap_or_default();
    if data.items != texts(&case["items"]) || names != texts(&case["features"]) {
        return Err(format!("{file}: {:?} {names:?}", data.items));
    }
    let rows = case["values"].as_array().expect("rows");
    let values: Vec<f64> = rows
        .iter()
        .flat_map(|row| row.as_array().expect("a row"))
        .map(|value| value.as_f64().expect("a number"))
        .collect();
    let found = data.dataset.targets.as_slice();
    let is_near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-12 * b.abs().max(1.0);
    if found.len() != values.len() || !found.iter().zip(&values).all(is_near) {
        return Err(format!("{file}: {found:?}"));
    }
    Ok(())
}

/// The cases of a folder that are not read as they must be.
fn faults(folder: &str, at_least: usize) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let cases = fs::read(folder.join("cases.json")).expect("the cases");
    let cases: Vec<Value> = serde_json::from_slice(&cases).expect("JSON");
    assert!(cases.len() >= at_least);
    let faults = cases.iter().filter_map(|case| check(&folder, case).err());
    faults.collect()
}

#[test]
fn every_case_is_read_as_it_must_be() {
    let faults = faults("tests/data/cases", 35);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_further_case_is_read_as_it_must_be() {
    let faults = faults("tests/data/further", 100);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn values(text: &str, args: &[&str]) -> Result<Vec<f64>, String> {
    let reading = read("a.csv", text.as_bytes(), &choices(args));
    let reading = reading.map_err(|error| error.to_string())?;
    Ok(reading.data.dataset.targets.as_slice().to_vec())
}

#[test]
fn further_files_of_each_kind_are_read() {
    let four = vec![1.5, 2.0, 3.0, 4.0];
    for text in [
        ",p,q\na,1.5,2\nb,3,4\n",
        "\u{feff};p;q\r\na;1,5;2\r\nb;3;4\r\n",
        "\tp\tq\r\na\t1,5\t2\r\nb\t3\t4\r\n",
        "sep=,\r\n,p,q\r\na,1.5,2\r\nb,3,4\r\n",
        "\"p\" \"q\"\n\"a b\" 1.5 2\n\"c\" 3 4\n",
        "\"p\",\"q\"\n\"a\",1.5,2\n\"c\",3,4\n",
        "\"p\";\"q\"\n\"a\";1,5;2\n\"c\";3;4\n",
        "   p   q\na  1,5  2\nb    3  4\n",
        "# a\n\nx,p,q\n# b\na,1.5,2\n\nb,3,4\n",
        ",p,q\ra,1.5,2\rb,3,4",
        ",p,q,\na,1.5,2,\nb,3,4,\n",
        "x,p,q\na,1.5,2,\nb,3,4,\n",
        ",0,1\n0,1.5,2\n1,3,4\n",
        ",p,q\na,１．５,2\nb,3,4\n",
    ] {
        assert_eq!(values(text, &[]), Ok(four.clone()), "{text:?}");
    }
    for text in [
        ",p,q\na,1,0\nb,0,1\n",
        ",p,q\na,1.000e+00,0.000e+00\nb,0,1\n",
        ",p,q\na,x,\nb,,X\n",
        ",p,q\na,○,\nb,,○\n",
        ",p,q\na,◯,×\nb,x,○\n",
        ";p;q\na;WAHR;FALSCH\nb;FALSCH;WAHR\n",
        ";p;q\na;VRAI;FAUX\nb;FAUX;VRAI\n",
        ",p,q\na,Y,N\nb,n,y\n",
        ",p,q\na,はい,いいえ\nb,いいえ,はい\n",
        "name,x,y\na,yes,no\nb,no,yes\n",
    ] {
        assert_eq!(
            values(text, &[]),
            Ok(vec![1.0, -1.0, -1.0, 1.0]),
            "{text:?}"
        );
    }
    assert_eq!(
        values(",p,q\na,1e0,0e0\nb,0e0,1e0\n", &[]),
        Ok(vec![1.0, 0.0, 0.0, 1.0])
    );
}

#[test]
fn what_is_in_doubt_is_refused_with_the_way_out() {
    for (text, words) in [
        ("aardvark,1,0,4,1\nbear,1,0,4,1\n", "--no-header"),
        (
            "5.1,3.5,1.4,0.2,Iris-setosa\n4.9,3,1.4,0.2,Iris-setosa\n",
            "--no-header",
        ),
        ("Pine,yes,no\nOak,no,yes\n", "--no-header"),
        ("id,p\n1,1\n2,3\n", "--items COLUMN"),
        ("p;q\n1,5;2\n0,5;1\n", "--no-items"),
        (",p\na,\"1,234.5\"\nb,2\n", "thousands"),
        (";p\na;1.234,5\nb;2\n", "thousands"),
        (",p\na,\"1,234\"\nb,2\n", "--thousands comma"),
        (",p\na,1,5\nb,2,5\n", "row 2 has 3 cells"),
        ("item,p\na,1,5\nb,2,5\n", "row 2 has 3 cells"),
        (";p;q\na;1,5;2.5\nb;1;2\n", "decimal sign"),
        (",p\na,\nb,2\n", "--missing"),
        (",p\na,?\nb,2\n", "row 2, column 2 (\"p\") is missing"),
        (",p,kind of\na,1,b\nb,2,c\n", "--drop \"kind of\""),
        (",p\na,yes\nb,2\n", "use the same throughout"),
        ("Titel,,\nitem,p,q\na,1,2\nb,3,5\n", "holds only \"Titel\""),
        (",a;b\na,1.x\nb,2\n", "--drop \"a;b\""),
        (",p\n\na,inf\nb,2\n", "row 3, column 2 (\"p\") holds inf"),
        (",p\na,1\na,2\n", "row 3, column 1 holds \"a\""),
    ] {
        let said = values(text, &[]).expect_err(text);
        assert!(said.contains(words), "{text:?}: {said}");
    }
    let said = values("1,2\n3,4\n", &["--no-header"]).expect_err("no names");
    assert!(said.contains("--no-items"), "{said}");
    let said = values(",p\na,1.5\nb,2\n", &["--rows", "1:3"]).expect_err("two rows");
    assert_eq!(
        said,
        "there are no rows 1:3: below the heading the table has 2 rows"
    );
    let said = values(",p\na,1.5\nb,2\n", &["--rows", "4:"]).expect_err("two rows");
    assert!(said.contains("has 2 rows"), "{said}");
    let said = values(",p\na,1\nb,2\n", &["--array", "X"]).expect_err("a text");
    assert!(said.contains("no array `X`"), "{said}");
    let said = values(",p\na,1\nb,2\n", &["--drop", "q"]).expect_err("no column q");
    assert!(said.contains("there is no column \"q\""), "{said}");
    let said = values(",p,p\na,1,3\nb,2,4\n", &["--drop", "P"]).expect_err("two columns p");
    assert!(said.contains("(#2, #3)"), "{said}");
    assert_eq!(
        values(",p,p\na,1,3\nb,2,4\n", &["--drop", "3"]),
        Ok(vec![1.0, 2.0])
    );
}

#[test]
fn a_first_row_of_numbers_is_taken_for_names_where_that_is_said() {
    let table = "year,1990,2000\nPine,5.5,6\nRose,1,2\n";
    assert!(values(table, &[]).is_err());
    let reading = read("a.csv", table.as_bytes(), &choices(&["--header"])).expect("names");
    let names = reading.data.feature_names.expect("names");
    assert_eq!(names, ["1990", "2000"]);
}

#[test]
fn a_column_without_a_heading_goes_by_its_number_everywhere() {
    let table = ",p,q\na,1.5,2\nb,3,4\n";
    let reading = read("a.csv", table.as_bytes(), &Choices::default()).expect("a table");
    assert_eq!(
        reading.report.item_names,
        NamesFrom::Column("#1".to_owned())
    );
    let report = reading.report.to_string();
    assert!(report.contains("items' names: column #1"), "{report}");
    let said = values("item,,q\na,x y,2\nb,z,4\n", &[]).expect_err("words");
    assert!(said.contains("--drop \"#2\""), "{said}");
}

#[test]
fn a_report_does_not_call_scaled_numbers_numbers_as_they_are() {
    let table = b"item,p,q\na,1.5,2\nb,3,4\n";
    let report = |args: &[&str]| {
        let reading = read("a.csv", table, &choices(args)).expect("a table");
        reading.report.to_string()
    };
    assert!(report(&[]).contains("numbers as they are"));
    let scaled = report(&["--zscore"]);
    assert!(
        scaled.contains("numbers; each feature z-scored"),
        "{scaled}"
    );
}

#[test]
fn cells_that_were_filled_in_are_counted_feature_by_feature() {
    let table = b",p,q\na,,\nb,2,\nc,1,3\n";
    let report = read("a.csv", table, &choices(&["--missing", "0"])).expect("a table");
    let report = report.report.to_string();
    let said = "3 missing values replaced by 0; filled in: 1 cell in \"p\", 2 cells in \"q\"";
    assert!(report.contains(said), "{report}");
}

#[test]
fn a_word_among_numbers_can_be_taken_for_a_missing_value() {
    let table = ";p;q\na;1,5;2\nb;k.A.;4\nc;2,5;-99\n";
    let said = values(table, &[]).expect_err("a word");
    assert!(said.contains("--na \"k.A.\""), "{said}");
    let examined = examine("a.csv", table.as_bytes(), &Choices::default());
    let error = examined.reading.expect_err("a word");
    let ways = ways_out(&error, &Choices::default(), &examined.outline);
    assert_eq!(ways[0], WayOut::MissingText("k.A.".to_owned()));
    let filled = values(table, &["--na", "k.a.", "--na", "-99", "--missing", "mean"]);
    assert_eq!(filled, Ok(vec![1.5, 2.0, 2.0, 4.0, 2.5, 3.0]));
    // A column of words alone is no column of numbers with a word for missing ones.
    let said = values(",p,kind\na,1,b\nb,2,c\n", &[]).expect_err("words");
    assert!(!said.contains("--na"), "{said}");
}

#[test]
fn the_only_column_of_distinct_words_is_offered_for_the_names_first() {
    let table = "x,y,kind,species\n1,2,pet,Hund\n2,1,pet,Katze\n4,3,cow,Kuh\n";
    let examined = examine("a.csv", table.as_bytes(), &Choices::default());
    let error = examined.reading.expect_err("numbers come first");
    assert!(error.to_string().contains("--items \"species\""), "{error}");
    let ways = ways_out(&error, &Choices::default(), &examined.outline);
    assert_eq!(ways[0], WayOut::ItemsIn("species".to_owned()));
}

#[test]
fn what_is_not_there_is_answered_with_what_is() {
    let said = values("item,weight,legs\na,1,2\nb,2,3\n", &["--drop", "wieght"]);
    let said = said.expect_err("no such column");
    assert!(said.contains("did you mean \"weight\"?"), "{said}");
    let heading: Vec<String> = (1..=20).map(|n| format!("f{n}")).collect();
    let table = format!("item,{}\n", heading.join(","));
    let said = values(&table, &["--drop", "zzz"]).expect_err("no such column");
    assert!(said.ends_with("f7, …"), "{said}");
    let table = "item,class,a\nx,p,1\ny,,2\nz,q,3\n";
    let said = values(table, &["--group-mean", "class"]).expect_err("no class");
    assert!(
        said.contains("(\"class\") is empty, so its item has no class"),
        "{said}"
    );
    let said = values(",p,q\na,,2\nb,2,\n", &[]).expect_err("two are missing");
    assert!(said.contains("(2 values are missing in all)"), "{said}");
}

#[test]
fn a_value_that_is_too_large_is_scaled_or_left_out() {
    let bytes = b",people,area\nBerlin,3755251,891\nBonn,330579,141\nUlm,126329,119\n";
    let examined = examine("a.csv", bytes, &Choices::default());
    let error = examined.reading.expect_err("millions");
    let ways = ways_out(&error, &Choices::default(), &examined.outline);
    assert_eq!(ways, [WayOut::Zscore, WayOut::Drop("people".to_owned())]);
    for way in ways {
        let choices = way.choices(&Choices::default());
        assert!(read("a.csv", bytes, &choices).is_ok(), "{way:?}");
    }
}

#[test]
fn text_in_an_old_encoding_is_read_by_the_way_out() {
    let table = b",p\nB\xe4r,1.5\nL\xf6we,2\n";
    let examined = examine("a.csv", table, &Choices::default());
    let error = examined.reading.expect_err("it is not UTF-8");
    let ways = ways_out(&error, &Choices::default(), &examined.outline);
    assert_eq!(ways, [WayOut::Encoding(Encoding::Windows1252)]);
    let choices = ways[0].choices(&Choices::default());
    let reading = read("a.csv", table, &choices).expect("a table");
    assert_eq!(reading.data.items, ["Bär", "Löwe"]);
    let report = reading.report.to_string();
    assert!(report.contains("text in Windows-1252"), "{report}");
}

#[test]
fn arrays_that_are_left_out_are_told_with_their_shapes() {
    let mut packer = Packer::tight(Cursor::new(Vec::new()));
    let eight = [1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
    let mut add = |name: &str, shape: &[usize], n: usize| {
        let values = eight.into_iter().take(n);
        packer.numbers(name, shape, values).expect("memory");
    };
    add("b", &[3], 3);
    add("counts", &[2, 2], 4);
    add("stack", &[2, 2, 2], 8);
    let bytes = packer.finish().expect("memory").into_inner();
    let report = read("a.npz", &bytes, &Choices::default())
        .expect("one matrix")
        .report;
    let left_out = report.origin.arrays_left_out();
    assert_eq!(left_out[0].shape.as_deref(), Some(&[2, 2, 2][..]));
    let said = report.to_string();
    let words = "array counts, arrays left out: stack (2, 2, 2), b (3,)";
    assert!(said.contains(words), "{said}");
}

proptest! {
    #[test]
    fn any_table_written_is_read_back_the_same(
        data in crate::data::own::tests::any_data(false),
    ) {
        let text = crate::data::csv::write(&data);
        let again = read("a.csv", text.as_bytes(), &Choices::default());
        let again = again.map(|reading| reading.data);
        let names = again.as_ref().ok().and_then(|data| data.feature_names.clone());
        let mut data = data;
        let named = data.feature_names.take().unwrap_or_default();
        for (number, name) in names.iter().flatten().enumerate() {
            let written = named.get(number).map_or("", String::as_str);
            let made_up = format!("feature {}", number + 1);
            prop_assert!(name == written || (written.is_empty() && *name == made_up));
        }
        data.feature_names = names;
        prop_assert_eq!(again, Ok(data));
    }

    #[test]
    fn any_damage_is_answered(
        data in crate::data::own::tests::any_data(false),
        at in any::<prop::sample::Index>(),
        insert in "[,;\t\"\r\n\u{feff}# 0-9aeE.+あ-]{0,5}",
        n_lost in 0..9_usize,
        transpose in any::<bool>(),
        is_item in any::<bool>(),
    ) {
        let mut bytes = crate::data::csv::write(&data).into_bytes();
        let at = at.index(bytes.len());
        let end = (at + n_lost).min(bytes.len());
        bytes.splice(at..end, insert.bytes());
        let first_row = if is_item { FirstRow::Item } else { FirstRow::Names };
        let choices = Choices { transpose, first_row, ..Choices::default() };
        let _ = read("a.csv", &bytes, &choices);
        let _ = read("a.csv", &bytes[..at], &choices);
    }
}
