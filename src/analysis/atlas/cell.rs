//! A cell of an atlas: what became of its runs, over one draw or several.

use crate::analysis::run_summary::{Fate, RunSummary};

/// What the colour of a cell tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// The first epoch with a loss below the atlas's threshold.
    EpochsBelow,
    /// The number of drops of the loss.
    Drops,
    /// The last loss.
    LastLoss,
    /// The strongest false belief of a watched pair.
    FalseBelief,
    /// The epoch in which the run diverged.
    DivergedAt,
}

impl Quantity {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::EpochsBelow,
        Self::Drops,
        Self::LastLoss,
        Self::FalseBelief,
        Self::DivergedAt,
    ];
}

/// The runs of a cell, one of each draw, at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    runs: Vec<CellRun>,
}

/// One run, as far as an atlas shows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellRun {
    /// What became of it.
    pub fate: Fate,
    /// The first epoch with a loss below the atlas's threshold.
    pub below: Option<usize>,
    /// The number of drops; none of a run that oscillates or diverged.
    pub n_drops: Option<usize>,
    /// The last loss; none of a run that diverged.
    pub last_loss: Option<f64>,
    /// The size of the strongest false belief; none of a run that diverged.
    pub false_belief: Option<f64>,
}

impl CellRun {
    /// Of a run whose summary has the atlas's threshold as its first.
    pub fn of(summary: &RunSummary) -> Self {
        let has_diverged = summary.diverged_at().is_some();
        Self {
            fate: summary.fate,
            below: summary.below.first().copied().flatten(),
            n_drops: summary.n_drops,
            last_loss: summary.last_loss,
            false_belief: (!has_diverged).then(|| summary.strongest_illusion()),
        }
    }

    fn value(self, quantity: Quantity) -> Option<f64> {
        let whole = |value: Option<usize>| value.map(|value| value as f64);
        match quantity {
            Quantity::EpochsBelow => whole(self.below),
            Quantity::Drops => whole(self.n_drops),
            Quantity::LastLoss => self.last_loss,
            Quantity::FalseBelief => self.false_belief,
            Quantity::DivergedAt => match self.fate {
                Fate::Diverged { epoch } => Some(epoch as f64),
                _ => None,
            },
        }
    }
}

impl Cell {
    /// Of the runs of all draws; `None` if there is none.
    pub fn new(runs: Vec<CellRun>) -> Option<Self> {
        (!runs.is_empty()).then_some(Self { runs })
    }

    /// How many draws there are.
    pub fn n_draws(&self) -> usize {
        self.runs.len()
    }

    /// The median over the draws, the lower one of two in the middle, so that it is a value of one
    /// of them. A run without a value counts as beyond all others; `None` where the median is one.
    pub fn value(&self, quantity: Quantity) -> Option<f64> {
        let values = self.runs.iter().map(|run| run.value(quantity));
        let mut values: Vec<f64> = values.map(|value| value.unwrap_or(f64::INFINITY)).collect();
        values.sort_by(f64::total_cmp);
        Some(values[(values.len() - 1) / 2]).filter(|value| value.is_finite())
    }

    /// What became of most draws; of as many, the worse.
    pub fn fate(&self) -> Fate {
        let mut fates: Vec<Fate> = self.runs.iter().map(|run| run.fate).collect();
        fates.sort_by_key(|fate| rank(*fate));
        fates[fates.len() / 2]
    }
}

/// How bad a fate is; among runs that diverged, the earlier the worse.
fn rank(fate: Fate) -> (u8, std::cmp::Reverse<usize>) {
    let (rank, epoch) = match fate {
        Fate::Settled => (0, 0),
        Fate::Unfinished => (1, 0),
        Fate::Oscillates => (2, 0),
        Fate::Diverged { epoch } => (3, epoch),
    };
    (rank, std::cmp::Reverse(epoch))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(fate: Fate, below: Option<usize>) -> CellRun {
        CellRun {
            fate,
            below,
            n_drops: Some(4),
            last_loss: Some(0.5),
            false_belief: Some(0.0),
        }
    }

    #[test]
    fn a_cell_has_the_median_of_its_draws() {
        let settled = |below| run(Fate::Settled, below);
        let cell = Cell::new(vec![settled(Some(9)), settled(None), settled(Some(5))]).unwrap();
        assert_eq!(cell.value(Quantity::EpochsBelow), Some(9.0));
        assert_eq!(cell.value(Quantity::Drops), Some(4.0));
        assert_eq!(cell.value(Quantity::DivergedAt), None);
        let cell = Cell::new(vec![settled(Some(9)), settled(None), settled(None)]).unwrap();
        assert_eq!(cell.value(Quantity::EpochsBelow), None);
        assert_eq!(Cell::new(Vec::new()), None);
    }

    #[test]
    fn a_cell_has_the_fate_of_most_draws() {
        let diverged = |epoch| run(Fate::Diverged { epoch }, None);
        let settled = run(Fate::Settled, None);
        let cell = Cell::new(vec![diverged(7), settled, diverged(9)]).unwrap();
        assert_eq!(cell.fate(), Fate::Diverged { epoch: 9 });
        assert_eq!(cell.value(Quantity::DivergedAt), Some(9.0));
        let cell = Cell::new(vec![settled, run(Fate::Oscillates, None)]).unwrap();
        assert_eq!(cell.fate(), Fate::Oscillates);
    }
}
