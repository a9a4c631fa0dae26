//! A short PyTorch script that repeats a run: the tutorial's loop, in float64.
//!
//! Data from the tree and drawn weights are drawn in the script, by the same seeds; data of one's
//! own and given weights are read from an .npz archive beside it.

use std::fmt::Write as _;

use serde_json::json;

use crate::experiment::Experiment;

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
/// What stands before `import torch` makes the data with numpy alone.
pub fn script(experiment: &Experiment, archive: &str) -> String {
    let mut text = String::new();
    write_settings(&mut text, experiment);
    if needs_archive(experiment) {
        write_archive_reader(&mut text, experiment, archive);
    } else {
        write_data(&mut text, experiment);
        write_draw(&mut text, experiment);
    }
    write_training(&mut text, experiment);
    text
}

/// Imports, learning rate, gamma, epochs and the items' names.
fn write_settings(text: &mut String, experiment: &Experiment) {
    let Experiment {
        lr,
        gamma,
        n_epochs,
        ..
    } = *experiment;
    let pathlib = if needs_archive(experiment) {
        "import pathlib\n\n"
    } else {
        ""
    };
    write!(
        text,
        "# A run of modescope {}, repeated by PyTorch: the tutorial's own loop, in float64.\n\
         {pathlib}import numpy as np\n\n\
         lr, gamma, n_epochs = {lr:?}, {gamma:?}, {n_epochs}\n\
         items = {}\n",
        env!("CARGO_PKG_VERSION"),
        json!(experiment.items),
    )
    .expect(IN_MEMORY);
}

/// Reads data and first weights from the archive beside the script.
fn write_archive_reader(text: &mut String, experiment: &Experiment, archive: &str) {
    let archive = json!(archive);
    write!(
        text,
        "\n# Data and first weights\n\
         run = np.load(pathlib.Path(__file__).with_name({archive}))\n\
         features = run[\"features\"].astype(float)  # items x features\n\n\
         import torch\n\n\
         n_layers = {}\n\
         weights = [torch.tensor(run[f\"W{{layer}}\"]) for layer in range(1, n_layers + 1)]\n",
        experiment.hidden.len() + 1
    )
    .expect(IN_MEMORY);
}

/// Trains, keeps losses, modes, RSMs and the first watched pair's predictions, and saves them.
fn write_training(text: &mut String, experiment: &Experiment) {
    let watched = experiment.watched.first();
    let (item, feature) = watched.map_or((0, 0), |pair| (pair.item, pair.feature));
    write!(
        text,
        "\n# Training\n\
         for weight in weights:\n    weight.requires_grad_()\n\
         inputs = torch.eye(len(items), dtype=torch.float64)\n\
         targets = torch.tensor(features)\n\
         optimizer = torch.optim.SGD(weights, lr=lr)\n\
         losses, modes, illusions = [], [], []\n\
         rsms = [[] for _ in weights[1:]]\n\
         for epoch in range(n_epochs):\n    \
             activity = inputs  # a row an item\n    \
             for weight, rsm in zip(weights, rsms):\n        \
                 activity = activity @ weight.T\n        \
                 rsm.append((activity @ activity.T).detach().numpy())\n    \
             prediction = activity @ weights[-1].T\n    \
             loss = torch.nn.functional.mse_loss(prediction, targets)\n    \
             losses.append(loss.item())\n    \
             illusions.append(prediction[{item}, {feature}].item())\n    \
             optimizer.zero_grad()\n    \
             loss.backward()\n    \
             optimizer.step()\n    \
             with torch.no_grad():\n        \
                 total = weights[0]\n        \
                 for weight in weights[1:]:\n            \
                     total = weight @ total\n        \
                 if not torch.isfinite(total).all():\n            \
                     print(f\"diverged at epoch {{epoch}}\")\n            \
                     break\n        \
                 modes.append(torch.linalg.svdvals(total).numpy())\n\n\
         print(f\"loss {{losses[0]:.6e}} at first, {{losses[-1]:.6e}} at last\")\n\
         print(\"modes at last\", np.round(modes[-1], 4))\n\
         rsms = {{f\"rsms_{{layer}}\": rsm for layer, rsm in enumerate(rsms, 1)}}\n\
         np.savez(\"torch_run.npz\", losses=losses, modes=modes, illusions=illusions, **rsms)\n"
    )
    .expect(IN_MEMORY);
}

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
        let (name, values) = (json!(user.name), json!(user.values));
        writeln!(
            text,
            "features = np.column_stack([features, {values}])  # {name}"
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
        assert!(text.contains("lr, gamma, n_epochs = 100.0, 1e-12, 250"));
        assert!(text.contains("np.random.seed(2021)") && text.contains("torch.manual_seed(2021)"));
        assert!(text.contains("prediction[0, 10000]"));
        let one_unit = Experiment {
            hidden: vec![1],
            ..Experiment::default()
        };
        assert!(needs_archive(&one_unit));
        assert!(script(&one_unit, "a \"run\".npz").contains(r#".with_name("a \"run\".npz")"#));
    }

    #[test]
    fn later_cells_pass_over_what_was_drawn_before() {
        let cell = presets::all().find(|preset| preset.name() == "shark-notebook");
        let text = script(&cell.expect("it is there").experiment(), "");
        assert!(text.contains("np.random.bytes(1200000)") && text.contains("torch.rand("));
    }
}
