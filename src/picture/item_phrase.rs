//! Phrases of the pictures of items, modes and matrices.

use crate::data::names::Group;
use crate::numbers::{fixed, short};

/// An epoch that is shown, and of which layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The epoch.
    pub epoch: usize,
    /// The hidden layer, from 0; none where there is only one.
    pub layer: Option<usize>,
    /// Whether it is the last before the run diverges, in the place of a later one.
    pub is_earlier: bool,
}

/// How much room a phrase has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// The full wording.
    Long,
    /// Little.
    Short,
}

/// A phrase of these pictures.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemPhrase {
    /// The title of an RSM.
    Similarity(When),
    /// The title of a map.
    Map(When),
    /// The title of a dendrogram.
    Tree(When),
    /// The faint tree behind is that at this epoch.
    TreeAt(usize),
    /// The axis of a dendrogram.
    Distance,
    /// Colours are shares of the whole run's largest similarity.
    OfRun(Length),
    /// Colours are shares of this epoch's largest similarity.
    OfEpoch(Length),
    /// Colours are cosines.
    Cosine(Length),
    /// Colours are similarities less those at this epoch, the run's last.
    LessFinal(Length, usize),
    /// Nothing is seen on the whole run's scale yet; the epoch's would show it.
    NothingYet,
    /// A group of the tutorial's items.
    Group(Group),
    /// So many items, of which not all are named.
    Items(usize),
    /// The name of a place at which all items are.
    AllItems(usize),
    /// So many places of a map have no name.
    Unnamed(usize),
    /// The number of a mode, from 0.
    Mode(usize),
    /// The usual meaning of the first mode.
    Shared,
    /// A mode beyond the data's rank.
    Nothing,
    /// The split that a mode makes: names of either side.
    Split([String; 2]),
    /// The singular value of a mode.
    Strength(f64),
    /// The singular value of a mode, and the share of it that is learned, from 0 to 1.
    Learned(f64, f64),
    /// The share of a mode that is learned, from 0 to 1.
    LearnedShare(f64, Length),
    /// The singular value of a mode, and the epoch at which it rose, if it did.
    RoseAt(f64, Option<usize>),
    /// The title of the modes.
    Modes,
    /// So many modes are not shown.
    MoreModes(usize),
    /// The data have so many modes, fewer than items.
    DataModes(usize),
    /// The title of the labels.
    Labels,
    /// The title of the features: so many are shown, of so many.
    Features(usize, usize),
    /// The title of the named features that illustrate the tree.
    Illustration,
    /// A feature's value below, and above zero.
    No,
    /// See [`ItemPhrase::No`].
    Yes,
    /// The title of the microscope.
    Microscope(When),
    /// An earlier epoch is shown in the place of one whose A is not kept.
    StandsIn {
        /// The epoch shown.
        shown: usize,
        /// The epoch asked for.
        asked: usize,
    },
    /// So many modes and items are shown, the first of so many.
    FirstOf([usize; 2], usize),
    /// The caption of a difference from the first matrix, and its largest size.
    Difference(f64),
    /// In the place of the weights of a run that diverged.
    Diverged,
    /// The captions of the exercise: true weights, …
    TrueWeights,
    /// … what regression found, …
    Estimate,
    /// … and the difference.
    Error,
}

impl ItemPhrase {
    /// In English.
    pub(super) fn english(&self) -> String {
        match self {
            Self::Similarity(when) => format!("Similarity (RSM){}", when.english()),
            Self::Map(when) => format!("Map of the items{}", when.english()),
            Self::Tree(when) => format!("Tree of the items{}", when.english()),
            Self::Microscope(when) => format!("The network as a product{}", when.english()),
            Self::StandsIn { shown, asked } => {
                format!("at epoch {shown}; A of epoch {asked} is not kept")
            }
            Self::FirstOf([modes, items], of) if items == of => {
                format!("modes 1–{modes} of {of}")
            }
            Self::FirstOf([modes, items], of) => {
                format!("modes 1–{modes}, items 1–{items} of {of}")
            }
            Self::TreeAt(epoch) => format!("at epoch {epoch}"),
            Self::LessFinal(Length::Long, epoch) => {
                format!("similarity less that at epoch {epoch}")
            }
            Self::LessFinal(Length::Short, epoch) => format!("less epoch {epoch}"),
            Self::Group(group) => english_of(*group).to_owned(),
            Self::Items(n) => format!("{n} items"),
            Self::AllItems(n) => format!("all {n} items"),
            Self::Unnamed(1) => "no room for the name of one place".to_owned(),
            Self::Unnamed(n) => format!("no room for the names of {n} places"),
            Self::Mode(mode) => format!("mode {}", mode + 1),
            Self::Split([positive, negative]) => format!("{positive} | {negative}"),
            Self::Strength(_) | Self::Learned(..) | Self::LearnedShare(..) | Self::RoseAt(..) => {
                self.english_of_strength()
            }
            Self::Difference(largest) => format!("difference, ±{}", short(*largest)),
            Self::MoreModes(1) => "and one more mode".to_owned(),
            Self::MoreModes(n) => format!("and {n} more modes"),
            Self::DataModes(n) => data_modes(*n),
            Self::Features(shown, of) if shown == of => "Features".to_owned(),
            Self::Features(shown, of) => format!("{shown} of {of} features"),
            _ => self.fixed_english().to_owned(),
        }
    }

    fn english_of_strength(&self) -> String {
        match self {
            Self::Strength(value) => format!("singular value {}", strength(*value)),
            Self::Learned(value, share) => {
                let percent = fixed(100.0 * share, 0);
                format!("singular value {}, {percent} % learned", strength(*value))
            }
            Self::LearnedShare(share, length) => {
                let percent = fixed(100.0 * share, 0);
                match length {
                    Length::Long => format!("{percent} % learned"),
                    Length::Short => format!("{percent} %"),
                }
            }
            Self::RoseAt(value, Some(epoch)) => {
                format!(
                    "singular value {}, learned at epoch {epoch}",
                    strength(*value)
                )
            }
            Self::RoseAt(value, None) => {
                format!("singular value {}, not learned", strength(*value))
            }
            _ => String::new(),
        }
    }

    fn fixed_english(&self) -> &'static str {
        match self {
            Self::Distance => "Distance",
            Self::OfRun(Length::Long) => "similarity, of the run's largest",
            Self::OfRun(Length::Short) => "of the run's largest",
            Self::OfEpoch(Length::Long) => "similarity, of this epoch's largest",
            Self::OfEpoch(Length::Short) => "of this epoch's",
            Self::Cosine(Length::Long) => "cosine similarity",
            Self::Cosine(Length::Short) => "cosine",
            Self::NothingYet => {
                "Too small to be seen on the whole run's scale. This epoch's own scale shows it."
            }
            Self::Shared => "what all items share",
            Self::Nothing => "empty: the data have nothing of it",
            Self::Modes => "What each mode is",
            Self::Labels => "Labels",
            Self::Illustration => "Named examples",
            Self::No => "no",
            Self::Yes => "yes",
            Self::Diverged => "diverged",
            Self::TrueWeights => "True weights",
            Self::Estimate => "Found by regression",
            Self::Error => "Error",
            _ => "",
        }
    }
}

impl When {
    fn english(self) -> String {
        let layer = self.layer.map(|layer| format!(", layer {}", layer + 1));
        let layer = layer.unwrap_or_default();
        let epoch = self.epoch;
        let why = if self.is_earlier {
            ", the last before the run diverges"
        } else {
            ""
        };
        format!("{layer}, epoch {epoch}{why}")
    }
}

fn english_of(group: Group) -> &'static str {
    match group {
        Group::Animals => "animals",
        Group::Plants => "plants",
        Group::Fish => "fish",
        Group::Birds => "birds",
        Group::Flowers => "flowers",
        Group::Trees => "trees",
    }
}

/// A singular value: one decimal where it has few digits.
fn strength(value: f64) -> String {
    if (1.0..1e4).contains(&value) {
        fixed(value, 1)
    } else {
        short(value)
    }
}

fn data_modes(n: usize) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("the data have {n} mode{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_needless_digits() {
        let words = ItemPhrase::Learned(157.68, 0.999).english();
        assert_eq!(words, "singular value 157.7, 100 % learned");
        let words = ItemPhrase::Strength(1.2e-5).english();
        assert_eq!(words, "singular value 1.2×10⁻⁵");
    }

    #[test]
    fn a_moment_says_its_layer_where_there_are_several_and_why_it_is_earlier() {
        let when = |layer, is_earlier| {
            let when = When {
                epoch: 9,
                layer,
                is_earlier,
            };
            ItemPhrase::Tree(when).english()
        };
        assert_eq!(when(None, false), "Tree of the items, epoch 9");
        assert_eq!(
            when(Some(1), true),
            "Tree of the items, layer 2, epoch 9, the last before the run diverges"
        );
    }
}
