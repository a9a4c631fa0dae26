//! Which decimal sign a table's numbers have, and whether a mark groups their digits: decided for
//! all cells at once, or asked about.

use super::choices::Thousands;
use super::columns::Columns;
use super::decimal::DecimalSign;
use super::grid::CellGrid;
use super::number_format::NumberFormat;
use super::table_error::TableError;
use super::value::is_number;
use crate::data::Place;
use crate::data::place::excerpt;

/// The first cell, counted over the table, with a sign that must be the decimal sign, and the first
/// whose sign may group digits instead.
#[derive(Default)]
struct Seen {
    decimal: Option<usize>,
    either: Option<usize>,
}

impl Seen {
    fn add(&mut self, at: usize, mark: Thousands, text: &str) {
        let may_group = Thousands::of(text).contains(&mark);
        let of = if may_group {
            &mut self.either
        } else {
            &mut self.decimal
        };
        of.get_or_insert(at);
    }

    fn first(&self) -> Option<usize> {
        self.decimal.into_iter().chain(self.either).min()
    }

    /// The first cell, if every cell with this sign may have grouped digits.
    fn in_doubt(&self) -> Option<usize> {
        self.either.filter(|_| self.decimal.is_none())
    }
}

/// The cells of a table that are features, counted row by row.
struct Cells<'a, 'b> {
    grid: &'a CellGrid<'b>,
    columns: &'a Columns,
    thousands: Thousands,
}

impl Cells<'_, '_> {
    fn at(&self, at: usize) -> (usize, usize) {
        let Columns { rows, features, .. } = self.columns;
        (rows[at / features.len()], features[at % features.len()])
    }

    /// The dots and the commas of all numbers. Where commas part the cells, one in a cell was
    /// quoted, and so is a part of the cell like any other.
    fn signs(&self) -> (Seen, Seen) {
        let (mut dots, mut commas) = (Seen::default(), Seen::default());
        let n_cells = if self.grid.is_text() {
            self.columns.rows.len() * self.columns.features.len()
        } else {
            0
        };
        let is_number = |text: &str| is_number(text) || self.thousands.number(text).is_some();
        for at in 0..n_cells {
            let (row, column) = self.at(at);
            let text = self.grid.text(row, column);
            match (text.contains(','), text.contains('.')) {
                (true, false) if is_number(&text) => commas.add(at, Thousands::Comma, &text),
                (false, true) if is_number(&text) => dots.add(at, Thousands::Dot, &text),
                _ => {}
            }
        }
        (dots, commas)
    }

    fn place_and_text(&self, at: usize) -> (Place, String) {
        let (row, column) = self.at(at);
        let place = self.columns.place(self.grid, row, column);
        (place, excerpt(&self.grid.text(row, column)))
    }
}

/// The way in which the numbers are written, and the decimal sign where one is in the table.
/// `has_commas` says that commas part the cells: a dot is then the decimal sign, as usual there.
///
/// # Errors
/// If both signs are there, or the only one may group digits and nothing is chosen.
pub(super) fn of(
    grid: &CellGrid<'_>,
    columns: &Columns,
    has_commas: bool,
    thousands: Thousands,
) -> Result<(NumberFormat, Option<DecimalSign>), TableError> {
    if let Some(decimal) = thousands.decimal() {
        return Ok((NumberFormat { decimal, thousands }, Some(decimal)));
    }
    let cells = Cells {
        grid,
        columns,
        thousands,
    };
    let (dots, commas) = cells.signs();
    if let (Some(dot), Some(comma)) = (dots.first(), commas.first()) {
        let at = dots.in_doubt().or(commas.in_doubt());
        let (place, text) = cells.place_and_text(at.unwrap_or(dot.max(comma)));
        let ways = Thousands::of(&text);
        return Err(TableError::MixedDecimals { place, text, ways });
    }
    let doubts = [
        (&dots, Thousands::Dot, !has_commas),
        (&commas, Thousands::Comma, true),
    ];
    for (seen, mark, may_group) in doubts {
        let is_asked = thousands == Thousands::Auto && may_group;
        if let Some(at) = seen.in_doubt().filter(|_| is_asked) {
            let (place, text) = cells.place_and_text(at);
            return Err(TableError::Thousands { place, text, mark });
        }
    }
    let comma = commas.first().map(|_| DecimalSign::Comma);
    let decimal = comma.or(dots.first().map(|_| DecimalSign::Point));
    let format = NumberFormat {
        decimal: decimal.unwrap_or_default(),
        thousands,
    };
    Ok((format, decimal))
}

#[cfg(test)]
mod tests {
    use super::super::{Choices, WayOut, examine, ways_out};
    use super::*;

    /// The values of the first column by each way out of the doubt about a table.
    fn led_to(table: &str) -> Vec<(Thousands, Result<Vec<f64>, String>)> {
        let examined = |choices: &Choices| examine("a.csv", table.as_bytes(), choices);
        let doubtful = examined(&Choices::default());
        let error = doubtful.reading.expect_err("the table is in doubt");
        let ways = ways_out(&error, &Choices::default(), &doubtful.outline);
        let lead = |way: WayOut| {
            let choices = way.choices(&Choices::default());
            let first = |reading: super::super::Reading| {
                let values = &reading.data.dataset.targets;
                values.row(0).iter().copied().collect()
            };
            let reading = examined(&choices).reading.map(first);
            (choices.thousands, reading.map_err(|it| it.to_string()))
        };
        ways.into_iter().map(lead).collect()
    }

    #[test]
    fn a_dot_before_three_digits_is_asked_about_where_semicolons_part_the_cells() {
        for separator in [";", "\t"] {
            let table = "Tier;Gewicht;b\nHund;1.234;2\nKatze;4.100;1\n".replace(';', separator);
            let led = led_to(&table);
            assert_eq!(led[0], (Thousands::Dot, Ok(vec![1234.0, 4100.0])));
            assert_eq!(led[1], (Thousands::None, Ok(vec![1.234, 4.1])));
            assert_eq!(led.len(), 2);
            let led = led_to(&table.replace('.', ","));
            assert_eq!(led[0], (Thousands::Comma, Ok(vec![1234.0, 4100.0])));
            assert_eq!(led[1], (Thousands::None, Ok(vec![1.234, 4.1])));
        }
    }

    #[test]
    fn grouped_digits_are_read_by_the_way_out_and_never_a_dead_end() {
        let led = led_to("Tier;Gewicht;b\nHund;1.234;2,5\nKatze;4.100;1,5\n");
        assert_eq!(led, [(Thousands::Dot, Ok(vec![1234.0, 4100.0]))]);
        let led = led_to("Tier;Gewicht\nHund;1.234,5\nKatze;3\n");
        assert_eq!(led, [(Thousands::Dot, Ok(vec![1234.5, 3.0]))]);
        let led = led_to("name,p\nx,\"1,234.5\"\ny,2\n");
        assert_eq!(led, [(Thousands::Comma, Ok(vec![1234.5, 2.0]))]);
        let led = led_to("name;p\nx;1\u{a0}234,5\ny;2\n");
        assert_eq!(led, [(Thousands::Space, Ok(vec![1234.5, 2.0]))]);
        let led = led_to("name,p\nx,1'234.5\ny,2\n");
        assert_eq!(led, [(Thousands::Apostrophe, Ok(vec![1234.5, 2.0]))]);
    }

    #[test]
    fn a_quoted_decimal_comma_is_read_where_commas_part_the_cells() {
        for table in [
            // As Excel saves it where the separator is a comma and the decimal sign one too.
            "\u{feff}Tier,Gewicht,b\r\nHund,\"1,5\",2\r\nKatze,\"0,25\",\"1,5\"\r\n",
            // As R writes what format() gave it.
            "\"\",\"Gewicht\",\"b\"\n\"Hund\",\"1,50\",\"2,0\"\n\"Katze\",\"0,25\",\"1,5\"\n",
        ] {
            let read = examine("a.csv", table.as_bytes(), &Choices::default()).reading;
            let read = read.unwrap_or_else(|error| panic!("{table:?}: {error}"));
            assert_eq!(read.data.dataset.targets.as_slice(), [1.5, 2.0, 0.25, 1.5]);
            assert_eq!(read.report.decimal, Some(DecimalSign::Comma));
        }
    }

    #[test]
    fn a_quoted_comma_that_may_group_digits_is_asked_about() {
        let led = led_to("name,p\nx,\"1,234\"\ny,\"4,100\"\n");
        assert_eq!(led[0], (Thousands::Comma, Ok(vec![1234.0, 4100.0])));
        assert_eq!(led[1], (Thousands::None, Ok(vec![1.234, 4.1])));
        let led = led_to("name,p,q\nx,\"1,234\",0.5\ny,2,1\n");
        assert_eq!(led, [(Thousands::Comma, Ok(vec![1234.0, 2.0]))]);
        let table = "name,p\nx,\"1,5\"\ny,2.5\n";
        let read = examine("a.csv", table.as_bytes(), &Choices::default()).reading;
        let said = read.expect_err("two signs").to_string();
        assert!(said.contains("the other decimal sign"), "{said}");
    }

    #[test]
    fn a_number_with_the_other_decimal_sign_than_the_chosen_one_is_no_word() {
        let choices = Choices {
            thousands: Thousands::Comma,
            ..Choices::default()
        };
        let table = "name;p\nx;1,5\ny;2\n";
        let read = examine("a.csv", table.as_bytes(), &choices).reading;
        let said = read.expect_err("a decimal comma").to_string();
        assert!(said.contains("the other decimal sign"), "{said}");
    }

    #[test]
    fn a_dot_that_must_be_a_decimal_sign_is_not_asked_about() {
        for table in [
            "Tier;a;b\nHund;1.234;2.5\nKatze;4.100;1\n",
            "Tier;a;b\nHund;0.125;2\nKatze;4.100;1\n",
            "item,a,b\nHund,1.234,2\nKatze,4.100,1\n",
        ] {
            let read = examine("a.csv", table.as_bytes(), &Choices::default()).reading;
            assert!(read.is_ok(), "{table:?}: {read:?}");
        }
    }
}
