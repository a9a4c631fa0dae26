//! Why a name means no item or no feature.

use super::value::text;
use crate::app::text::words::Words;
use crate::experiment::pair_lookup::PairError;

impl Words {
    /// A sentence for why a watched pair's name means nothing, or too much.
    pub(super) fn pair_error(&self, error: &PairError) -> String {
        match error {
            PairError::Unknown {
                noun,
                name,
                suggestion,
                n,
            } => {
                let values = [
                    ("noun", text(noun)),
                    ("name", text(name)),
                    (
                        "suggestion",
                        text(suggestion.as_deref().unwrap_or_default()),
                    ),
                    ("last", text(n.saturating_sub(1))),
                ];
                let key = match suggestion {
                    Some(_) => "pair-unknown-like",
                    None => "pair-unknown",
                };
                self.with(key, &values)
            }
            PairError::Ambiguous {
                noun,
                name,
                indices,
            } => {
                let listed: Vec<String> = indices.iter().take(5).map(usize::to_string).collect();
                let values = [
                    ("noun", text(noun)),
                    ("name", text(name)),
                    ("n", text(indices.len())),
                    ("indices", text(listed.join(", "))),
                ];
                self.with("pair-ambiguous", &values)
            }
        }
    }
}
