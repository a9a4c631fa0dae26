//! A short PyTorch script that repeats a run: the tutorial's loop, in float64.
//!
//! Data from the tree and drawn weights are drawn in the script, by the same seeds; data of one's
//! own and given weights are read from an .npz archive beside it.

use std::fmt::Write as _;

use crate::experiment::Experiment;
use crate::printable::python_literal;

/// torch draws fewer normals than this in a way of its own, which we do not have.
const LEAST_DRAWN: usize = 16;

/// Why writing into a string cannot fail.
const IN_MEMORY: &str = "text takes any text";

/// Whether the script reads an archive rather than draw everything.
pub fn needs_archive(experiment: &Experiment) -> bool {
    let n_items = experiment.data.n_items();
    let shapes = crate::experiment::shapes(n_items, &experiment.hidden, experiment.n_outputs());
    let is_small = |&(n_out, n_in): &(usize, usize)| n_out * n_in < LEAST_DRAWN;
    experiment.data.tree().is_none() || experiment.weights.is_some() || shapes.iter().any(is_small)
}

/// The script; `archive` is the file name of the archive, for a script that needs it.
///
/// The lines before `import torch` make the data with numpy alone.
pub fn script(experiment: &Experiment, archive: &str) -> String {
    let mut text = String::new();
    write_settings(&mut text, experiment);
    if needs_archive(experiment) {
        write_archive_reader(&mut text, experiment, archive);
    } else {
        write_data(&mut text, experiment);
        write_draw(&mut text, experiment);
    }
    text.push_str(TRAINING);
    text
}

/// Imports, learning rate, gamma, epochs, the items' names and the watched pairs.
fn write_settings(text: &mut String, experiment: &Experiment) {
    let Experiment { lr, n_epochs, .. } = *experiment;
    let gamma = if experiment.weights.is_some() {
        "# The first weights are given: no gamma scales them.\n".to_owned()
    } else {
        format!(
            "gamma = {:?}  # scale of the first weights\n",
            experiment.gamma
        )
    };
    let pairs = experiment.watched.iter();
    let pairs: Vec<String> = pairs
        .map(|pair| format!("({}, {})", pair.item, pair.feature))
        .collect();
    write!(
        text,
        "# A run of modescope {}, repeated by PyTorch: the tutorial's own loop, in float64.\n\
         import pathlib\n\n\
         import numpy as np\n\n\
         here = pathlib.Path(globals().get(\"__file__\", \"torch.py\"))  # a notebook has no file\n\
         lr, n_epochs = {lr:?}, {n_epochs}\n\
         {gamma}\
         items = {}\n\
         # Item and feature, from 0, of each prediction that is recorded\n\
         watched = np.array([{}], dtype=int).reshape(-1, 2)\n\
         watched_names = {}\n",
        env!("CARGO_PKG_VERSION"),
        list(&experiment.items),
        pairs.join(", "),
        list(&experiment.pair_names()),
    )
    .expect(IN_MEMORY);
}

/// Texts as a list of Python.
fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| python_literal(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// Reads data and first weights from the archive beside the script.
fn write_archive_reader(text: &mut String, experiment: &Experiment, archive: &str) {
    let archive = python_literal(archive);
    let (about, scale) = if experiment.weights.is_some() {
        ("given weights, as they are", String::new())
    } else {
        (
            "weights as drawn at the run's gamma, and scaled by that above",
            format!("gamma / {:?} * ", experiment.gamma),
        )
    };
    write!(
        text,
        "\n# Data, and {about}\n\
         run = np.load(here.with_name({archive}))\n\
         features = run[\"features\"].astype(float)  # items x features\n\n\
         import torch\n\n\
         n_layers = {}\n\
         weights = [{scale}torch.tensor(run[f\"W{{layer}}\"]) for layer in range(1, n_layers + 1)]\n",
        experiment.hidden.len() + 1
    )
    .expect(IN_MEMORY);
}

/// Trains, keeps losses, modes, RSMs and the watched pairs' predictions, and saves them in an
/// archive that is named after the script.
const TRAINING: &str = r#"
# Training
for weight in weights:
    weight.requires_grad_()
inputs = torch.eye(len(items), dtype=torch.float64)
targets = torch.tensor(features)
optimizer = torch.optim.SGD(weights, lr=lr)
losses, modes, predictions = [], [], []
rsms = [[] for _ in weights[1:]]
for epoch in range(n_epochs):
    activity = inputs  # a row an item
    for weight, rsm in zip(weights, rsms):
        activity = activity @ weight.T
        rsm.append((activity @ activity.T).detach().numpy())
    prediction = activity @ weights[-1].T
    loss = torch.nn.functional.mse_loss(prediction, targets)
    losses.append(loss.item())
    predictions.append(prediction.detach().numpy()[watched[:, 0], watched[:, 1]])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        total = weights[0]
        for weight in weights[1:]:
            total = weight @ total
        if not torch.isfinite(total).all():
            print(f"diverged at epoch {epoch}")
            modes.append(np.full(len(items), np.nan))
            break
        modes.append(torch.linalg.svdvals(total).numpy())

# Arrays as in the archives of modescope: modes after each step, all else before it
rsms = {f"rsms_{layer}": rsm for layer, rsm in enumerate(rsms, 1)}
record = dict(losses=losses, modes=modes, predictions=predictions, **rsms)
result = here.with_name(here.stem + "_run.npz")
np.savez(result, watched=watched, watched_names=watched_names, **record)
print(f"loss {losses[0]:.6e} at first, {losses[-1]:.6e} at last; wrote {result.name}")
print("modes at last", np.round(modes[-1], 4))
"#;

/// Draws the tree's features as `numpy` does, and appends the user's.
fn write_data(text: &mut String, experiment: &Experiment) {
    let Some(tree) = experiment.data.tree() else {
        return;
    };
    let (n_features, n_nodes, n_items) = (tree.n_features, tree.n_nodes(), tree.n_items());
    let (branches, flip, seed) = (tree.branches, tree.flip, tree.seed);
    write!(
        text,
        "\n# Data: {n_features} features over the leaves of a tree of {n_nodes} nodes\n\
         np.random.seed({seed})\n"
    )
    .expect(IN_MEMORY);
    if tree.outputs_before > 0 {
        // Bytes come from whole outputs of the generator.
        writeln!(
            text,
            "np.random.bytes({})  # drawn before",
            tree.outputs_before.saturating_mul(4)
        )
        .expect(IN_MEMORY);
    }
    write!(
        text,
        "flip = np.array([0.5] + [{flip:?}] * {})\n\
         signs = np.where(np.random.rand({n_features}, {n_nodes}) > flip, 1.0, -1.0)\n\
         for node in range(1, {n_nodes}):\n    \
             signs[:, node] *= signs[:, (node - 1) // {branches}]\n\
         features = signs[:, -{n_items}:].T  # items x features\n",
        n_nodes - 1
    )
    .expect(IN_MEMORY);
    for user in &experiment.user_features {
        let (name, values) = (python_literal(&user.name), &user.values);
        writeln!(
            text,
            "features = np.column_stack([features, {values:?}])  # {name}"
        )
        .expect(IN_MEMORY);
    }
}

/// Draws the first weights as the tutorial does: making the layers takes numbers too.
fn write_draw(text: &mut String, experiment: &Experiment) {
    let n_items = experiment.data.n_items();
    let widths = [n_items]
        .into_iter()
        .chain(experiment.hidden.iter().copied())
        .chain([experiment.n_outputs()]);
    let widths: Vec<String> = widths.map(|width| width.to_string()).collect();
    write!(
        text,
        "\nimport torch\n\n# First weights\ntorch.manual_seed({})\n",
        experiment.init_seed
    )
    .expect(IN_MEMORY);
    if experiment.init_before > 0 {
        writeln!(
            text,
            "torch.rand({})  # drawn before",
            experiment.init_before
        )
        .expect(IN_MEMORY);
    }
    write!(
        text,
        "widths = [{}]\n\
         layers = [torch.nn.Linear(n_in, n_out, bias=False) for n_in, n_out in zip(widths, widths[1:])]\n\
         weights = []\n\
         for layer in layers:\n    \
             unit = torch.nn.init.normal_(layer.weight).detach().double()\n    \
             weights.append(gamma / np.sqrt(sum(unit.shape)) * unit)\n",
        widths.join(", ")
    )
    .expect(IN_MEMORY);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;

    #[test]
    fn a_drawn_run_needs_no_archive() {
        let text = script(&presets::shark(), "run.npz");
        assert!(!needs_archive(&presets::shark()));
        assert!(!text.contains("np.load"));
        assert!(text.contains("lr, n_epochs = 100.0, 250\ngamma = 1e-12"));
        assert!(text.contains("np.random.seed(2021)") && text.contains("torch.manual_seed(2021)"));
        assert!(text.contains("np.array([(0, 10000)], dtype=int)"));
        let one_unit = Experiment {
            hidden: vec![1],
            ..Experiment::default()
        };
        assert!(needs_archive(&one_unit));
        assert!(script(&one_unit, "a \"run\".npz").contains(r#".with_name("a \"run\".npz")"#));
    }

    #[test]
    fn gamma_scales_weights_that_are_drawn_and_no_others() {
        let drawn = Experiment {
            hidden: vec![1],
            gamma: 0.5,
            ..Experiment::default()
        };
        let text = script(&drawn, "run.npz");
        assert!(text.contains("gamma = 0.5") && text.contains("[gamma / 0.5 * torch.tensor("));
        let given = presets::all().find(|preset| preset.name() == "bonus-no-hidden-notebook");
        let text = script(&given.expect("it is there").experiment(), "run.npz");
        assert!(text.contains("no gamma scales them") && !text.contains("gamma ="));
        assert!(text.contains("# Data, and given weights, as they are"));
    }

    #[test]
    fn names_are_literals_without_hidden_characters() {
        let mut experiment = presets::shark();
        experiment.items[0] = "a\"\n\u{1b}\u{202e}\u{200b}\u{e0041}".to_owned();
        let text = script(&experiment, "");
        let literal = r#"["a\"\n\u001b\u202e\u200b\U000e0041", "Tuna""#;
        assert!(text.contains(literal), "{text}");
    }

    #[test]
    fn later_cells_pass_over_what_was_drawn_before() {
        let cell = presets::all().find(|preset| preset.name() == "shark-notebook");
        let text = script(&cell.expect("it is there").experiment(), "");
        assert!(text.contains("np.random.bytes(1200000)") && text.contains("torch.rand("));
    }
}
