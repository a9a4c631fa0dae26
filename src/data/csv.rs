//! A data set as a table of CSV text.
//!
//! The first row names the features, the first column the items; its heading is empty, so that
//! items called 1, 2, 3 are names. 0 and 1 that are numbers are written `0e0` and `1e0`, which
//! keeps them apart from no and yes. Weights are no part of a table.

use ::csv::{QuoteStyle, WriterBuilder};

use super::own::OwnData;

/// Below this a number is written with an exponent, to save it a row of zeros.
const SMALL: f64 = 1e-5;

/// Writes a table that [`super::read`] reads back the same, except for the weights, which it leaves
/// out.
pub fn write(data: &OwnData) -> String {
    // Every name is quoted, so that no semicolon in one is taken for what parts the cells.
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(Vec::new());
    let names = data.feature_names.as_deref().unwrap_or_default();
    let made_up = |feature: usize| format!("feature {}", feature + 1);
    let name = |feature: usize| {
        names
            .get(feature)
            .cloned()
            .unwrap_or_else(|| made_up(feature))
    };
    let header = (0..data.n_features()).map(name);
    let in_memory = "memory takes any row";
    writer.write_field("").expect(in_memory);
    writer.write_record(header).expect(in_memory);
    let is_bits = data.dataset.targets.iter().all(|&v| v == 0.0 || v == 1.0);
    for (name, values) in data.items.iter().zip(data.dataset.targets.column_iter()) {
        writer.write_field(name).expect(in_memory);
        let cells = values.iter().map(|&value| number(value, is_bits));
        writer.write_record(cells).expect(in_memory);
    }
    let bytes = writer.into_inner().expect("memory takes any row");
    String::from_utf8(bytes).expect("only text was written")
}

/// The shortest text that is read back as the same number.
fn number(value: f64, with_exponent: bool) -> String {
    if with_exponent || (value != 0.0 && value.abs() < SMALL) {
        return format!("{value:e}");
    }
    value.to_string()
}

#[cfg(test)]
mod tests {
    use super::super::read::{Choices, read};
    use super::*;

    #[test]
    fn the_example_can_be_read_and_written() {
        let example = include_bytes!("../../assets/example.csv");
        let read = |bytes: &[u8]| read("example.csv", bytes, &Choices::default());
        let data = read(example).expect("it is an example").data;
        assert_eq!((data.n_items(), data.n_features()), (12, 24));
        assert!(data.dataset.targets.iter().all(|v| v.abs() == 1.0));
        let again = read(write(&data).as_bytes()).expect("it was written").data;
        assert_eq!(again, data);
    }
}
