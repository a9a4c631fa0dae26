//! Experiment files: everything that decides the picture, as TOML that people can read and edit.
//!
//! ```toml
//! version = 3
//! items = ["Shark", "Tuna", "Robin", "Canary", "Rose", "Daisy", "Pine", "Oak"]
//!
//! [tree]                    # or [own], with the data itself
//! levels = 3
//! branches = 2
//! flip = 0.15
//! features = 10000
//! seed = 2021               # numpy's
//! outputs_before = 0        # of its generator, skipped
//!
//! [[feature]]               # features of one's own, behind the data's
//! name = "has_bones"
//! values = [-1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0, -1.0]
//!
//! [[watch]]                 # predictions to record, by name or counted from 0
//! item = "Shark"
//! feature = "has_bones"
//!
//! [network]
//! hidden = [30]             # [] for no hidden layer
//! seed = 2021               # torch's
//! outputs_before = 0        # of its generator, skipped
//!
//! [training]
//! lr = 100.0
//! gamma = 1e-12
//! epochs = 250
//!
//! [view]                    # what the window shows; may be left out, as all in it
//! name = "illusions"
//! epoch = 123
//! followed = [[0, 1]]       # items whose similarity is followed
//! [view.learning]           # how the Learning view is set, as in the window's settings
//! shows_loss = true
//! shows_modes = true
//! is_log = false            # the loss on a logarithmic axis
//! is_raw = false            # singular values as they are, not of the largest
//! is_aligned = false        # strengths of the data's modes, not singular values
//! shows_seeds = false       # the range over many draws
//! theory = "nothing"        # or "discrete", "continuous", "both"
//! rsm_scale = "run"         # the RSM's colours; or "epoch", "cosine", "final"
//! layer = 0                 # whose RSM
//! below = "modes"           # or "map", "tree", "runs", "microscope"
//! [view.atlas]              # how the Atlas view is set, likewise
//! x = "lr"                  # or "gamma", "epochs", "layers", "units", "flip", "levels"
//! y = "gamma"
//! is_lr_log = false         # learning rates on a logarithmic axis
//! colour = "epochs-below"   # or "drops", "last-loss", "false-belief", "diverged-at"
//! threshold = 0.001         # the loss below which a run counts as fast
//! n_draws = 1               # of the first weights, in each cell
//! shows_limit = true        # theory's lines
//! shows_melting = true
//! shows_first_drops = false
//! section = "x"             # or "y"
//! section_of = "first-mode" # or "loss"
//!
//! [[pin]]                   # pinned runs; without data of their own they share the above
//! name = "gamma 1"
//! colour = 2                # by number; may be left out
//! hidden = true             # listed, and drawn in no picture; false if left out
//! [pin.experiment]
//! # items, feature, watch, network and training as above
//! ```
//!
//! Data of one's own stand in the file, one `[[own.item]]` an item. Where it is known, the data
//! file itself and the choices about how it was read stand beside them, so that they can be changed
//! later; files of over 32 MB, all together, are not kept.
//!
//! ```toml
//! [own]
//! name = "animals.csv"
//! file = "animals.csv"                 # one of [[file]]; may be left out
//! feature_names = ["swims", "flies"]   # may be left out
//! [own.choices]                        # as on the command line; may be left out
//! zscore = true
//! missing = "mean"
//! [[own.item]]
//! name = "Tuna"
//! values = [1.0, -1.0]
//!
//! [[file]]
//! name = "animals.csv"
//! text = "item,swims,flies\nTuna,yes,no\n"   # or gzip = "…", in base64
//! ```
//!
//! Instead of `[[own.item]]` there may be the path of the data file from this file's folder:
//! `path = "animals.csv"`, which must not lead out of that folder.
//!
//! All items below one branch of a tree can have a name, by which modes and stages are called;
//! their first and last are counted from 0:
//!
//! ```toml
//! [[group]]
//! items = [2, 3]
//! name = "songbirds"
//! ```
//!
//! Everything but the version may be left out: it is then as in the tutorial or, for a pin, as in
//! the experiment above; without `[[group]]` no group has a name of the user's, in a pin neither.
//!
//! Versions 1 and 2 are still read. Version 3 is the one of the coming release: until then it may
//! gain tables and keys that older development builds refuse as unknown.
//!
//! Weights to start from, where they are given rather than drawn, are `[[network.layer]]` with
//! `rows`, from W_1 on. Every number is read back as the same number.

mod beside_error;
mod body;
mod choices_table;
mod content;
mod document;
mod error;
mod fault;
mod kept_file_error;
mod kept_files;
mod own_table;
mod place;
mod reading;
mod tables;
mod version_1;
mod view_table;
mod watch_table;

pub use beside_error::BesideError;
pub use content::{ExperimentFile, Pin, VERSION};
pub use error::{ExperimentFileError, Wrong};
pub use kept_file_error::KeptFileError;

use document::ExperimentTables;

/// The file's text. The same content always gives the same text.
pub fn write(file: &ExperimentFile) -> String {
    let text =
        toml::to_string(&ExperimentTables::of(file)).expect("every part of it has a TOML form");
    format!("# An experiment of modescope.\n{text}")
}

/// Reads a file's text. Data beside the file, given by a path, cannot be read: [`read_beside`].
///
/// # Errors
/// The first thing that is wrong, with its line and field.
pub fn read(text: &str) -> Result<ExperimentFile, ExperimentFileError> {
    reading::read(text, &mut |_| Err(BesideError::NoFolder))
}

/// Reads a file's bytes; `open` reads the data file of a path that the file names, or says why it
/// cannot be read.
///
/// # Errors
/// As [`read`], and if the bytes are no text.
pub fn read_beside(
    bytes: &[u8],
    open: &mut dyn FnMut(&str) -> Result<Vec<u8>, BesideError>,
) -> Result<ExperimentFile, ExperimentFileError> {
    let text = str::from_utf8(bytes).map_err(|error| ExperimentFileError::Syntax {
        line: bytes[..error.valid_up_to()].split(|&b| b == b'\n').count(),
        wrong: Wrong::NotText,
    })?;
    reading::read(text, open)
}
