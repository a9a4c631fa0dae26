"""What modescope writes and reads, against Python's numpy: check.py path/to/modescope

Run by .ci/run. Needs numpy alone.
"""
import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

program = str(Path(sys.argv[1]).resolve())
temporary = tempfile.TemporaryDirectory()  # goes away with the program
folder = Path(temporary.name)


def modescope(*arguments):
    return subprocess.run([program, *map(str, arguments)], check=True, capture_output=True, text=True)


def close(a, b, tolerance):
    assert a.shape == b.shape, (a.shape, b.shape)
    assert np.max(np.abs(a - b)) <= tolerance, np.max(np.abs(a - b))


def run_opens_in_numpy():
    path = folder / "run.npz"
    modescope("train", "--preset", "shark", "--hidden", "20,10", "--lr", "20", "--gamma", "0.5",
              "--epochs", "90", "--out", path)
    run = np.load(path)  # no pickles
    n_items, n_features, n_epochs = 8, 10_001, 90
    shapes = {
        "features": (n_items, n_features), "items": (n_items,), "feature_names": (n_features,),
        "population": (n_items,),
        "W1": (20, n_items), "W2": (10, 20), "W3": (n_features, 10),
        "epochs": (n_epochs,), "losses": (n_epochs,), "modes": (n_epochs, n_items),
        "aligned": (n_epochs, n_items, n_items), "rsms_1": (n_epochs, n_items, n_items),
        "rsms_2": (n_epochs, n_items, n_items), "illusions": (n_epochs,), "predictions": (n_epochs, 1),
        "watched": (1, 2), "watched_names": (1,), "W_tot": (n_features, n_items), "lr": (), "gamma": (),
        "n_epochs": (), "diverged_at": (), "illusory_item": (), "init_seed": (), "init_before": (), "readme": (1,),
        "theory_start": (n_items,), "theory_half_rise": (n_items,), "theory_half_rise_continuous": (n_items,),
        "theory_stage": (n_items,), "theory_plateaus": (5,), "theory_ladders": (1, 4), "theory_holds": (1,),
    }
    assert {key: run[key].shape for key in run.files} == shapes, run.files
    assert run["features"].dtype == np.int8 and run["losses"].dtype == np.float64
    assert list(run["items"][:2]) == ["Shark", "Tuna"] and run["watched_names"][0] == "Shark has_bones"
    assert list(run["features"][:, -1]) == [-1, 1, 1, 1, -1, -1, -1, -1]
    assert (run["lr"], run["gamma"], run["diverged_at"]) == (20.0, 0.5, -1)

    # The numbers are those of the network that they say they are.
    y, weights = run["features"].T.astype(float), [run[f"W{layer}"].copy() for layer in (1, 2, 3)]
    for epoch in range(n_epochs):
        w1, w2, w3 = weights
        error = w3 @ w2 @ w1 - y
        close(run["losses"][epoch], np.mean(error**2), 1e-9)
        close(run["rsms_1"][epoch], w1.T @ w1, 1e-7 * run["rsms_1"].max())
        close(run["rsms_2"][epoch], (w2 @ w1).T @ (w2 @ w1), 1e-7 * run["rsms_2"].max())
        close(run["illusions"][epoch], (w3 @ w2 @ w1)[-1, 0], 1e-7)
        step = 2 * run["lr"] / y.size
        weights = [w1 - step * (w3 @ w2).T @ error, w2 - step * w3.T @ error @ w1.T,
                   w3 - step * error @ (w2 @ w1).T]
    total = weights[2] @ weights[1] @ weights[0]
    close(run["W_tot"], total, 1e-7)
    close(run["modes"][-1], np.linalg.svd(total, compute_uv=False), 1e-7 * run["modes"].max())
    u, s, vt = np.linalg.svd(y, full_matrices=False)
    close(np.abs(run["aligned"][-1]), np.abs(u.T @ total @ vt.T), 1e-6 * s[0])


def curves_are_the_runs():
    table, path = folder / "run.csv", folder / "run.npz"
    arguments = ["train", "--features", "300", "--lr", "400", "--gamma", "1", "--watch", "3:-1"]
    modescope(*arguments, "--out", table)
    modescope(*arguments, "--out", path)
    run = np.load(path)
    rows = list(csv.reader(open(table, newline="")))
    assert rows[0][:3] == ["epoch", "loss", "mode_1"] and rows[0][-1] == "Canary feature 300"
    numbers = np.array([[float(cell) for cell in row] for row in rows[1:]])
    assert np.array_equal(numbers[:, 1], run["losses"], equal_nan=True)
    assert np.array_equal(numbers[:, 2:10], run["modes"], equal_nan=True)
    assert np.array_equal(numbers[:, 10], run["illusions"], equal_nan=True)
    diverged = run["diverged_at"]
    assert 0 < diverged < 250 and np.isnan(run["losses"][diverged:]).all()
    assert np.isfinite(run["losses"][:diverged]).all() and np.isnan(run["W_tot"]).all()


def numpys_own_files_are_trained():
    random = np.random.default_rng(0)
    features = random.normal(size=(5, 40))
    w1, w2 = random.normal(size=(7, 5)) / 9, random.normal(size=(40, 7)) / 9
    source, path = folder / "own.npz", folder / "again.npz"
    for save, order in [(np.savez, "C"), (np.savez_compressed, "F")]:
        save(source, features=np.asarray(features, order=order), W1=w1, W2=np.asarray(w2, order=order),
             items=np.array(["サメ", "a,b", "c", "d", "e"]))
        modescope("train", "--data", source, "--init", source, "--lr", "2", "--epochs", "30", "--out", path)
        run = np.load(path)
        assert np.array_equal(run["features"], features)
        assert np.array_equal(run["W1"], w1) and np.array_equal(run["W2"], w2)
        assert run["items"][0] == "サメ"
        close(run["losses"][0], np.mean((w2 @ w1 - features.T) ** 2), 1e-12)


def the_scripts_data_are_the_programs():
    path, script = folder / "run.npz", folder / "run.py"
    for arguments in [["--preset", "shark-notebook"], ["--levels", "2", "--branches", "3", "--features", "50",
                                                       "--flip", "0.3", "--data-seed", "7"]]:
        modescope("train", *arguments, "--epochs", "2", "--out", path)
        modescope("script", *arguments, "-o", script)
        text = script.read_text(encoding="utf-8")
        compile(text, str(script), "exec")
        made = {"__file__": str(script)}
        exec(text.split("import torch")[0], made)
        assert np.array_equal(made["features"], np.load(path)["features"])
    own = folder / "beside.py"  # reads beside.npz beside itself, from wherever it is called
    modescope("script", "--data", path, "--epochs", "2", "-o", own)
    made = {"__file__": str(own)}
    exec(own.read_text(encoding="utf-8").split("import torch")[0], made)
    assert np.array_equal(made["features"], np.load(path)["features"])


for check in [run_opens_in_numpy, curves_are_the_runs, numpys_own_files_are_trained,
              the_scripts_data_are_the_programs]:
    check()
    print("ok", check.__name__)
