//! How a run is looked at: what an experiment file keeps of it beside the epoch.
//!
//! There are two looks. The session's is what is shown, and an opened file brings its own. The
//! user's is remembered between starts; only what the user changes himself goes into it.

use crate::app::command::view::View;
use crate::experiment;
use crate::experiment::atlas_look::AtlasLook;
use crate::experiment::view::LearningOptions;

/// How a run is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Look {
    /// The view in front.
    pub(crate) view: View,
    /// How the Learning view is set.
    pub(crate) learning: LearningOptions,
    /// How the Atlas view is set.
    pub(crate) atlas: AtlasLook,
    /// Pairs of items whose similarity is followed.
    pub(crate) followed: Vec<[usize; 2]>,
}

impl Look {
    /// As an experiment file says, and as it is where that says nothing. Followed pairs belong to
    /// the file's items.
    pub(crate) fn show(&mut self, file: experiment::ViewState) {
        if let Some(view) = file.name.as_deref().and_then(View::of_name) {
            self.view = view;
        }
        if let Some(learning) = file.learning {
            self.learning = learning;
        }
        if let Some(atlas) = file.atlas {
            self.atlas = atlas;
        }
        self.followed = file.followed;
    }

    /// As an experiment file keeps it.
    pub(crate) fn in_file(&self, epoch: usize) -> experiment::ViewState {
        experiment::ViewState {
            name: Some(self.view.name().to_owned()),
            epoch: Some(epoch),
            learning: Some(self.learning.clone()),
            atlas: Some(self.atlas.clone()),
            followed: self.followed.clone(),
        }
    }
}

/// Takes over into `own` every option that differs between `before` and `after`, and no other.
pub(crate) fn take_over(
    own: &mut LearningOptions,
    before: &LearningOptions,
    after: &LearningOptions,
) {
    // Names every field, so that a new one is not forgotten.
    let LearningOptions {
        shows_loss,
        shows_modes,
        is_log,
        is_raw,
        is_aligned,
        shows_seeds,
        theory,
        rsm_scale,
        layer,
        below,
    } = own;
    changed(shows_loss, before.shows_loss, after.shows_loss);
    changed(shows_modes, before.shows_modes, after.shows_modes);
    changed(is_log, before.is_log, after.is_log);
    changed(is_raw, before.is_raw, after.is_raw);
    changed(is_aligned, before.is_aligned, after.is_aligned);
    changed(shows_seeds, before.shows_seeds, after.shows_seeds);
    changed(theory, before.theory, after.theory);
    changed(rsm_scale, before.rsm_scale, after.rsm_scale);
    changed(layer, before.layer, after.layer);
    changed(below, before.below, after.below);
}

/// The same of the Atlas view. What stands in one field alone can be used with any other, but the
/// axes, which go together.
pub(crate) fn take_over_atlas(own: &mut AtlasLook, before: &AtlasLook, after: &AtlasLook) {
    let AtlasLook {
        x,
        y,
        is_lr_log,
        colour,
        threshold,
        n_draws,
        shows_limit,
        shows_melting,
        shows_first_drops,
        section,
        section_of,
    } = own;
    if (before.x, before.y) != (after.x, after.y) {
        (*x, *y) = (after.x, after.y);
    }
    changed(is_lr_log, before.is_lr_log, after.is_lr_log);
    changed(colour, before.colour, after.colour);
    changed(threshold, before.threshold, after.threshold);
    changed(n_draws, before.n_draws, after.n_draws);
    changed(shows_limit, before.shows_limit, after.shows_limit);
    changed(shows_melting, before.shows_melting, after.shows_melting);
    let first_drops = (before.shows_first_drops, after.shows_first_drops);
    changed(shows_first_drops, first_drops.0, first_drops.1);
    changed(section, before.section, after.section);
    changed(section_of, before.section_of, after.section_of);
}

fn changed<T: PartialEq + Copy>(own: &mut T, before: T, after: T) {
    if before != after {
        *own = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::view::{Below, TheoryShown};

    #[test]
    fn only_what_the_user_changes_becomes_his_own() {
        let mut own = LearningOptions::default();
        let from_file = LearningOptions {
            is_log: true,
            theory: TheoryShown::Both,
            ..LearningOptions::default()
        };
        let after = LearningOptions {
            below: Below::Tree,
            ..from_file.clone()
        };
        take_over(&mut own, &from_file, &after);
        let expected = LearningOptions {
            below: Below::Tree,
            ..LearningOptions::default()
        };
        assert_eq!(own, expected);
    }

    #[test]
    fn a_file_that_says_nothing_of_the_view_leaves_it() {
        let mut look = Look {
            view: View::Data,
            ..Look::default()
        };
        look.show(experiment::ViewState::default());
        assert_eq!(look.view, View::Data);
        look.show(look.in_file(3));
        assert_eq!(look.in_file(3).epoch, Some(3));
    }
}
