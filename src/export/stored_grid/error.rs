//! Why a table is no grid of runs, or a grid has no such atlas.

use thiserror::Error;

/// Why a table is no grid of runs, or a grid has no such atlas.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum GridError {
    /// The table cannot be read at all.
    #[error("{0}")]
    Table(String),
    /// A column is not there.
    #[error("there is no column `{0}`, which `modescope sweep` writes")]
    NoColumn(&'static str),
    /// A column is there twice.
    #[error("there are two columns `{0}`")]
    TwoColumns(String),
    /// The first line is all there is.
    #[error("there is no run in it")]
    Empty,
    /// A cell is not what its column says.
    #[error("line {line}, column `{column}`: {found:?} is not {needed}")]
    Cell {
        /// The line of the file, from 1.
        line: u64,
        /// The column's name.
        column: String,
        /// What stands there.
        found: String,
        /// What must stand there.
        needed: &'static str,
    },
    /// A cell says something that another one of its row denies.
    #[error("line {line}, column `{column}`: {found:?} does not go with the fate `{fate}`")]
    Fate {
        /// The line of the file, from 1.
        line: u64,
        /// The column's name.
        column: &'static str,
        /// What stands there.
        found: String,
        /// The row's fate.
        fate: &'static str,
    },
    /// Two rows are the same run.
    #[error("lines {first} and {second} are the same run")]
    Twice {
        /// The line of the first one.
        first: u64,
        /// The line of the second one.
        second: u64,
    },
    /// An axis that the user chose, or a default one, has no value in some row.
    #[error("line {line}: there is no number in `{column}`, which is an axis")]
    NoValue {
        /// The line of the file, from 1.
        line: u64,
        /// The column's name.
        column: &'static str,
    },
    /// A value is asked for that no row has.
    #[error("no run has {column}={value}; there is {there}")]
    NotThere {
        /// The column's name.
        column: &'static str,
        /// What was asked for.
        value: f64,
        /// The values that rows have.
        there: String,
    },
    /// Values that no run has together.
    #[error("no run has all of these values together")]
    NoneLeft,
    /// More columns vary than there are axes.
    #[error(
        "{listed} vary, and there is room for {n_axes} of them: choose the axes with {axes}, and a \
         value of each other column, such as --at {example}"
    )]
    TooMany {
        /// The columns that vary.
        listed: String,
        /// How many axes there are.
        n_axes: usize,
        /// The options that choose the axes.
        axes: &'static str,
        /// A choice that would help.
        example: String,
    },
    /// Fewer columns vary than there are axes.
    #[error("{0}")]
    TooFew(String),
    /// The same column is both axes, or an axis and fixed.
    #[error("`{0}` is asked for twice")]
    AskedTwice(&'static str),
    /// No column tells of this threshold.
    #[error(
        "there is no column of the threshold {asked}, only of {there}: sweep with --threshold {asked}"
    )]
    NoThreshold {
        /// What was asked for.
        asked: f64,
        /// The thresholds there are.
        there: String,
    },
    /// The sweep watched no pair.
    #[error("the sweep watched no pair, so there is no false belief to show")]
    NothingWatched,
    /// The sweep told no last epochs.
    #[error("there are no last epochs of each run: sweep with --last 64")]
    NoLast,
    /// Values that cannot stand on an axis.
    #[error("the values of `{0}` cannot stand on an axis")]
    NoAxis(&'static str),
}

impl GridError {
    /// Whether other choices would do: the file is not at fault.
    pub fn is_of_choices(&self) -> bool {
        matches!(
            self,
            Self::NotThere { .. }
                | Self::NoneLeft
                | Self::TooMany { .. }
                | Self::TooFew(_)
                | Self::AskedTwice(_)
                | Self::NoThreshold { .. }
                | Self::NothingWatched
        )
    }
}
