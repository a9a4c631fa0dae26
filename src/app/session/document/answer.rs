//! The user's answer to the open question.

use super::Document;
use crate::app::command::question::Answer;
use crate::app::session::phase::{Asked, Closing, Phase, Recovery, Then};
use crate::app::session::reply::Decision;

impl Document {
    /// The question is answered. An answer that does not fit the question changes nothing.
    pub(crate) fn answer(&mut self, answer: Answer) -> Decision {
        let phase = std::mem::replace(&mut self.phase, Phase::Editing);
        match (phase, answer) {
            (Phase::Asking(Asked::Quit), Answer::Save) => Decision::Save(Then::Close),
            (Phase::Asking(Asked::Quit), Answer::Discard) => {
                self.phase = Phase::Closing(Closing::Discarding);
                Decision::Close
            }
            (Phase::Asking(Asked::ReplaceBy(read)), Answer::Save) => {
                Decision::Save(Then::Open(read))
            }
            (Phase::Asking(Asked::ReplaceBy(read)), Answer::Discard) => Decision::Show(read),
            (Phase::Asking(Asked::SaveOver { path, found, then }), Answer::Save) => {
                Decision::SaveOver { path, found, then }
            }
            (Phase::Asking(Asked::SaveOver { then, .. }), Answer::SaveAs) => {
                Decision::SaveElsewhere(then)
            }
            (Phase::Asking(Asked::LeftWork), Answer::Recover) => Decision::ReadLeft,
            (Phase::Asking(Asked::LeftWork), Answer::Discard) => Decision::DiscardLeft,
            (Phase::Asking(Asked::LeftWork), Answer::Cancel) => Decision::ReleaseLeft,
            (Phase::Asking(_), Answer::Cancel) => Decision::Nothing,
            (
                Phase::Recovering {
                    step: Recovery::Asked,
                    waiting,
                },
                Answer::Discard,
            ) => Decision::DiscardRecovered(waiting),
            (phase, answer) => {
                let can_recover = matches!(
                    phase,
                    Phase::Recovering {
                        step: Recovery::Asked,
                        ..
                    }
                );
                self.phase = phase;
                if can_recover && answer == Answer::Recover {
                    Decision::ReadRecovered
                } else {
                    Decision::Nothing
                }
            }
        }
    }
}
