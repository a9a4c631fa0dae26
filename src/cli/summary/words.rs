//! A summary in words: at most about twenty lines, whatever the data.

use std::fmt::Write as _;
use std::time::Duration;

use super::{Summary, narrowest, three_digits};
use crate::analysis::illusion::Belief;
use crate::analysis::mode_groups::{ModeGroup, mode_groups};
use crate::analysis::settling::record_has_settled;
use crate::experiment::Pair;
use crate::model::Outcome;
use crate::numbers::{exact, ordinal, spans};
use crate::picture::{English, NamedItems, group_named, numbers_of};
use crate::printable::printable;

/// The most names of a split's side that are told.
const MOST_NAMES: usize = 8;

/// The most lines about modes.
const MOST_MODES: usize = 8;

/// The most lines about watched pairs.
const MOST_PAIRS: usize = 6;

/// The most epochs of drops that are told.
const MOST_DROPS: usize = 12;

impl Summary<'_> {
    /// Some lines for people.
    pub(in crate::cli) fn words(&self) -> String {
        if let Outcome::Diverged { epoch } = self.outcome {
            return self.diverged_words(epoch);
        }
        let mut text = String::new();
        let time = in_words(self.time);
        let loss = self.last_loss().unwrap_or(f64::NAN);
        let n = self.experiment.n_epochs;
        let epochs = if n == 1 { "epoch" } else { "epochs" };
        let _ = writeln!(text, "{n} {epochs} in {time}, loss {loss:.3e}");
        let stride = self.stride();
        if stride > 1 {
            let _ = writeln!(text, "{}", thinned(stride));
        }
        let _ = writeln!(text, "{}", self.drops_words());
        for line in self.unlearned_words() {
            let _ = writeln!(text, "{line}");
        }
        text += &self.modes_words();
        text += &self.beliefs_words();
        text.truncate(text.trim_end().len());
        text
    }

    /// Why there are modes that have not been learned: too few epochs, too narrow a network, or
    /// values of very different size.
    fn unlearned_words(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let rank = self.modes.rank();
        if let Some(units) = narrowest(self.experiment).filter(|_| self.n_beyond() > 0) {
            let floor = three_digits(self.floor);
            lines.push(format!(
                "too narrow: {units} units of a hidden layer learn at most {units} of the data's \
                 {rank} modes, and the loss stays above {floor}"
            ));
        }
        if self.is_unlearned() == Some(true) {
            let n = self.experiment.n_epochs;
            lines.push(format!(
                "nothing is learned: {n} epochs are too few at this lr and gamma; --epochs auto \
                 trains until the loss has settled, --lr auto with the lr that fits the data"
            ));
        } else if self.swings == Some(false) {
            let within_reach = rank - self.n_beyond();
            let n_left = within_reach.saturating_sub(self.stages.len());
            lines.extend((n_left > 0).then(|| self.left_words(n_left, within_reach)));
        }
        lines
    }

    /// Why so many modes within reach are not half learned.
    fn left_words(&self, n_left: usize, within_reach: usize) -> String {
        let modes = format!("{n_left} of {within_reach} modes within reach");
        let outweighing = self.outweighing();
        if !outweighing.is_empty() {
            let n_told = n_told(outweighing.len(), MOST_NAMES);
            let more = if n_told < outweighing.len() {
                " …"
            } else {
                ""
            };
            let names = outweighing[..n_told].join(", ");
            return format!(
                "not half learned: {modes}, since the values of {names}{more} are so large that \
                 the loss settles without the others; --zscore gives all features the same weight"
            );
        }
        if record_has_settled(self.record, self.floor) {
            return format!(
                "not half learned: {modes}, which hardly count in the loss: it has settled"
            );
        }
        format!(
            "too few epochs: {modes} are not half learned; --epochs auto trains until the loss \
             has settled"
        )
    }

    /// A line for the modes of each level that were learned, or for the first of many.
    fn modes_words(&self) -> String {
        let rows = self.learned_groups();
        let n_told = n_told(rows.len(), MOST_MODES);
        let mut text = String::new();
        for (epochs, group) in &rows[..n_told] {
            let number = numbers_of(group);
            let what = self.split_words(group);
            let _ = match epochs[..] {
                [first, .., last] => writeln!(
                    text,
                    "modes {number} half learned from epoch {first:.1} to {last:.1}: {what}"
                ),
                [one] => writeln!(text, "mode {number} half learned at epoch {one:.1}: {what}"),
                [] => Ok(()),
            };
        }
        let more = rows[n_told..].iter().map(|(epochs, _)| epochs.len());
        if let (n @ 1.., Some((epoch, mode))) = (more.sum::<usize>(), self.stages.last()) {
            let mode = mode + 1;
            let _ = writeln!(
                text,
                "{n} more modes half learned, the last, mode {mode}, at epoch {epoch:.1}"
            );
        }
        text
    }

    /// The modes that were learned by half, with their epochs in order: those of a level together
    /// once all of them are, and else each for itself. As the window's rows are.
    fn learned_groups(&self) -> Vec<(Vec<f64>, ModeGroup)> {
        let risen = |modes: &[usize]| -> Vec<f64> {
            let of = self.stages.iter().filter(|(_, mode)| modes.contains(mode));
            of.map(|(epoch, _)| *epoch).collect()
        };
        let mut rows = Vec::new();
        for group in mode_groups(self.modes) {
            let epochs = risen(&group.modes);
            if epochs.len() == group.modes.len() {
                rows.push((epochs, group));
                continue;
            }
            rows.extend(group.modes.iter().map(|&mode| {
                let alone = ModeGroup {
                    modes: vec![mode],
                    splits: Vec::new(),
                };
                (risen(&[mode]), alone)
            }));
        }
        rows.retain(|(epochs, _)| !epochs.is_empty());
        rows.sort_by(|(a, _), (b, _)| a[0].total_cmp(&b[0]));
        rows
    }

    /// A line for each watched pair, or for the first of many.
    fn beliefs_words(&self) -> String {
        let mut text = String::new();
        let n_told = n_told(self.beliefs.len(), MOST_PAIRS);
        for ((pair, _), belief) in self.taught.iter().zip(&self.beliefs[..n_told]) {
            let name = self.name_of(*pair);
            let _ = writeln!(text, "{name}: {}", belief_words(belief));
        }
        let rest = &self.beliefs[n_told..];
        if !rest.is_empty() {
            let n_wrong = rest.iter().filter(|belief| belief.illusion.is_some());
            let _ = writeln!(
                text,
                "{} more watched pairs, {} of them wrongly believed or denied for a while (--json has all)",
                rest.len(),
                n_wrong.count()
            );
        }
        text
    }

    /// The drops of the loss, or why they are not counted, and the stability limit.
    fn drops_words(&self) -> String {
        let lr = self.lr_words();
        let Some(drops) = &self.drops else {
            return if self.swings == Some(true) {
                format!("the loss swings and does not settle: {lr}")
            } else {
                format!(
                    "{lr}; whether the loss swings cannot be seen, since not every epoch of so \
                     long a run is kept"
                )
            };
        };
        let listed = drops.iter().take(MOST_DROPS);
        let epochs: Vec<String> = listed.map(usize::to_string).collect();
        let more = if drops.len() > MOST_DROPS {
            ", …"
        } else {
            ""
        };
        let drops = match epochs.as_slice() {
            [] => "no drop of the loss".to_owned(),
            [one] => format!("1 drop of the loss, fastest at epoch {one}"),
            many => format!(
                "{} drops of the loss, fastest at epochs {}{more}",
                drops.len(),
                many.join(", ")
            ),
        };
        format!("{drops}\n{lr}")
    }

    /// On which side of the stability limit the learning rate is.
    fn lr_words(&self) -> String {
        let lr = self.experiment.lr;
        let side = if lr > self.stability_limit {
            "past"
        } else {
            "within"
        };
        let limit = three_digits(self.stability_limit);
        format!(
            "lr {} is {side} the stability limit of about {limit}",
            exact(lr)
        )
    }

    /// When a run diverged, the stability limit, and the watched pairs.
    fn diverged_words(&self, epoch: usize) -> String {
        let is_past = self.experiment.lr > self.stability_limit;
        let joined = if is_past { ": " } else { ", though " };
        let lr = self.lr_words();
        let mut text = format!("diverged at epoch {epoch} (NaN from there on){joined}{lr}");
        let n_told = n_told(self.taught.len(), MOST_PAIRS);
        for &(pair, target) in &self.taught[..n_told] {
            let name = self.name_of(pair);
            let taught = signed(target, target.abs());
            let taught = taught.trim_end_matches(".00");
            let _ = write!(text, "\n{name}: no end ({taught} is taught)");
        }
        let n_more = self.taught.len() - n_told;
        if n_more > 0 {
            let _ = write!(
                text,
                "\n{n_more} more watched pairs: no end (--json has all)"
            );
        }
        if self.stride() > 1 {
            let _ = write!(text, "\n{}", thinned(self.stride()));
        }
        text
    }

    /// The name of a watched pair, on one line.
    fn name_of(&self, pair: Pair) -> String {
        printable(&self.experiment.pair_name(pair)).into_owned()
    }

    /// `fish | birds, flowers | trees`, as the window has it.
    fn split_words(&self, group: &ModeGroup) -> String {
        let items = self.experiment.items.iter();
        let items: Vec<String> = items.map(|name| printable(name).into_owned()).collect();
        let groups = self.experiment.named_groups();
        let names = NamedItems {
            items: &items,
            groups: &groups,
        };
        let what = group_named((group, self.modes), names, MOST_NAMES, &English);
        // The user's names of groups are among it.
        printable(&what).into_owned()
    }
}

/// How many of `n` lines are told, so that with one for the rest there are at most `most`.
fn n_told(n: usize, most: usize) -> usize {
    if n > most { most - 1 } else { n }
}

/// The sentence about a record with a row for every `stride`-th epoch.
fn thinned(stride: usize) -> String {
    let every = ordinal(stride);
    format!("the record has every {every} epoch and the last: all of them would take over 256 MB")
}

fn belief_words(belief: &Belief) -> String {
    let size = belief.end.abs().max(belief.target.abs());
    let signed = |value: f64| signed(value, size);
    let target = signed(belief.target);
    let target = target.trim_end_matches(".00");
    let end = format!("ends at {} ({target} is taught)", signed(belief.end));
    match belief.illusion {
        None => format!("no illusion; {end}"),
        Some(illusion) => {
            // What is there and not seen is denied, what is not there and seen is believed.
            let (wrongly, far) = if belief.target > 0.0 {
                ("denied", "down to")
            } else {
                ("believed", "up to")
            };
            format!(
                "wrongly {wrongly} {}, {far} {} at {}; {end}",
                when(&belief.episodes),
                signed(illusion.peak),
                illusion.peak_epoch
            )
        }
    }
}

/// In which epochs a belief was wrong.
fn when(episodes: &[[usize; 2]]) -> String {
    match (episodes, spans(episodes)) {
        ([[from, to]], _) => format!("from epoch {from} to {to}"),
        (_, (told, 0)) => format!("in epochs {told}"),
        (_, (told, n_more)) => format!("in epochs {told} and {n_more} more"),
    }
}

/// A number with its sign, among numbers of that size: two digits behind the point, or altogether
/// where those would say nothing or too much.
fn signed(value: f64, size: f64) -> String {
    if size == 0.0 || (0.01..1e6).contains(&size) {
        format!("{value:+.2}")
    } else {
        format!("{value:+.1e}")
    }
}

fn in_words(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 1.0 {
        format!("{:.1} ms", 1000.0 * seconds)
    } else {
        format!("{seconds:.1} s")
    }
}
