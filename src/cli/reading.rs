//! The arguments that say how a user's table is read, the same for every command with `--data`.

use clap::{Args, ValueEnum};

use crate::data::read::{
    Choices, Encoding, FirstRow, ItemNames, Missing, RowRange, Scaling, Thousands, ZeroOne,
};

/// How `--data` is read; applied in the order in which the options stand here.
#[derive(Clone, Debug, Default, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
#[command(next_help_heading = "Reading --data")]
pub(super) struct ReadingArguments {
    /// The encoding of a text that is not UTF-8, such as windows-1252 or shift_jis.
    #[arg(long, value_name = "NAME", requires = "data")]
    encoding: Option<Encoding>,
    /// The array to read, of an archive of several.
    #[arg(long, value_name = "NAME", requires = "data")]
    array: Option<String>,
    /// Exchange rows and columns; the options below are about the exchanged table.
    #[arg(long, requires = "data")]
    transpose: bool,
    /// The first row is the features' names, even if it looks like values.
    #[arg(long, conflicts_with = "no_header", requires = "data")]
    header: bool,
    /// The first row is an item and not the features' names.
    #[arg(long, requires = "data")]
    no_header: bool,
    /// Read these rows below the heading, counted from 1, both ends included.
    #[arg(long, value_name = "FROM:TO", requires = "data")]
    rows: Option<RowRange>,
    /// Leave out a column, by name or by number from 1; may be given several times.
    #[arg(long, value_name = "COLUMN", requires = "data")]
    drop: Vec<String>,
    /// The items are the means of the classes in this column.
    #[arg(long, value_name = "COLUMN", requires = "data")]
    group_mean: Option<String>,
    /// The column that names the items [default: the first, or behind row numbers that of names].
    #[arg(long, value_name = "COLUMN", requires = "data")]
    items: Option<String>,
    /// No column names the items: names are made up.
    #[arg(long, conflicts_with = "items", requires = "data")]
    no_items: bool,
    /// The mark that groups the digits of numbers [default: asked for where in doubt].
    #[arg(long, value_enum, requires = "data")]
    thousands: Option<ThousandsArgument>,
    /// How a table of only 0 and 1 is read [default: no-yes].
    #[arg(long, value_enum, requires = "data")]
    zero_one: Option<ZeroOneArgument>,
    /// A text or number that says that a value is missing, such as k.A. or -99; may be given
    /// several times.
    #[arg(
        long,
        value_name = "TEXT",
        allow_hyphen_values = true,
        requires = "data"
    )]
    na: Vec<String>,
    /// How missing values are treated [default: error].
    #[arg(long, value_enum, requires = "data")]
    missing: Option<MissingArgument>,
    /// Subtract each feature's mean over the items.
    #[arg(long, requires = "data")]
    center: bool,
    /// Give each feature mean 0 and (population) standard deviation 1; constant ones become 0.
    #[arg(long, conflicts_with = "center", requires = "data")]
    zscore: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ThousandsArgument {
    /// Dots: 1.234,5.
    Dot,
    /// Commas: 1,234.5.
    Comma,
    /// Apostrophes: 1'234.5.
    Apostrophe,
    /// Blanks: 1 234,5.
    Space,
    /// None: 1.234 is a little more than 1.
    None,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ZeroOneArgument {
    /// As −1 and +1.
    NoYes,
    /// As 0 and 1.
    AsIs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum MissingArgument {
    /// Refused.
    Error,
    /// The feature's mean over the items that have it.
    Mean,
    /// The number 0.
    #[value(name = "0")]
    Zero,
    /// Their items are left out.
    DropItems,
    /// Their features are left out.
    DropFeatures,
}

impl ReadingArguments {
    /// The choices they make.
    pub(super) fn choices(&self) -> Choices {
        let items = match (&self.items, self.no_items) {
            (Some(column), _) => ItemNames::Column(column.clone()),
            (None, true) => ItemNames::None,
            (None, false) => ItemNames::Auto,
        };
        let first_row = match (self.header, self.no_header) {
            (true, _) => FirstRow::Names,
            (false, true) => FirstRow::Item,
            (false, false) => FirstRow::Auto,
        };
        let missing = match self.missing {
            None | Some(MissingArgument::Error) => Missing::Error,
            Some(MissingArgument::Mean) => Missing::Mean,
            Some(MissingArgument::Zero) => Missing::Zero,
            Some(MissingArgument::DropItems) => Missing::DropItems,
            Some(MissingArgument::DropFeatures) => Missing::DropFeatures,
        };
        let scaling = match (self.center, self.zscore) {
            (_, true) => Scaling::Zscore,
            (true, false) => Scaling::Center,
            (false, false) => Scaling::None,
        };
        let thousands = match self.thousands {
            None => Thousands::Auto,
            Some(ThousandsArgument::Dot) => Thousands::Dot,
            Some(ThousandsArgument::Comma) => Thousands::Comma,
            Some(ThousandsArgument::Apostrophe) => Thousands::Apostrophe,
            Some(ThousandsArgument::Space) => Thousands::Space,
            Some(ThousandsArgument::None) => Thousands::None,
        };
        Choices {
            encoding: self.encoding,
            thousands,
            na: self.na.clone(),
            array: self.array.clone(),
            transpose: self.transpose,
            first_row,
            rows: self.rows,
            drop: self.drop.clone(),
            group_mean: self.group_mean.clone(),
            items,
            zero_one: match self.zero_one {
                Some(ZeroOneArgument::AsIs) => ZeroOne::AsIs,
                None | Some(ZeroOneArgument::NoYes) => ZeroOne::NoYes,
            },
            missing,
            scaling,
        }
    }
}
