"""The exact reduction in numpy, everything recorded: what `cargo bench --bench speed` is held against.

    python tests/bench/numpy_reduction.py [ITEMSxUNITS ...]

For each size (8x30 16x30 32x30 32x128 64x30 64x128 128x128 unless told otherwise) it trains one
hidden layer on 10,000 features of a binary tree and prints the least and the median milliseconds
an epoch takes. It does the same work an epoch as modescope does: loss, similarity matrix, the
singular values of W_tot and W_tot in the data's modes. The singular values of all epochs are taken
in one batch after the loop, which is numpy's fastest way. The set-up (draws, QR) is not counted.

Needs numpy only. Run it in the same session as the benchmarks, more than once, alternating with
them, and read the ratios; OPENBLAS_NUM_THREADS=1 keeps it on one core, as modescope's loop is.
"""

import statistics
import sys
import time

import numpy as np

SIZES = "8x30 16x30 32x30 32x128 64x30 64x128 128x128".split()
N_FEATURES = 10_000
GAMMA = 1e-3
LR = 20.0
N_EPOCHS = 100
REPEATS = 7


def tree(rng, n_items, n_features, flip=0.1):
    """Features (N x P) of a binary tree whose leaves are the items: each branch flips signs."""
    values = rng.choice([-1.0, 1.0], size=(n_features, 1))
    while values.shape[1] < n_items:
        values = np.repeat(values, 2, axis=1)
        values *= np.where(rng.random(values.shape) < flip, -1.0, 1.0)
    return values


def reduced(n_items, n_hidden):
    """Targets T, weights W_1 and C of the reduction, and the modes' sides U and V."""
    rng = np.random.default_rng(2021)
    targets = tree(rng, n_items, N_FEATURES)
    first = rng.normal(size=(n_hidden, n_items)) * GAMMA / (n_hidden + n_items) ** 0.5
    last = rng.normal(size=(N_FEATURES, n_hidden)) * GAMMA / (N_FEATURES + n_hidden) ** 0.5
    factor = np.linalg.qr(np.hstack([targets, last]), mode="r")
    targets, last = factor[:, :n_items].copy(), factor[:, n_items:].copy()
    u, _, vt = np.linalg.svd(targets, full_matrices=False)
    return targets, first, last, u.T.copy(), vt.T.copy()


def train(targets, first, last, u_t, v):
    """One recorded run; returns everything recorded."""
    n_items, n_hidden = targets.shape[1], first.shape[0]
    first, last = first.copy(), last.copy()
    n_entries = N_FEATURES * n_items
    rate = 2 * LR / n_entries
    losses = np.empty(N_EPOCHS)
    rsms = np.empty((N_EPOCHS, n_items, n_items))
    aligned = np.empty((N_EPOCHS, n_items, n_items))
    totals = np.empty((N_EPOCHS, *targets.shape))
    total = last @ first
    for epoch in range(N_EPOCHS):
        error = total - targets
        losses[epoch] = np.vdot(error, error) / n_entries
        np.matmul(first.T, first, out=rsms[epoch])
        below = last.T @ error
        last -= rate * (error @ first.T)
        first -= rate * below
        total = totals[epoch]
        np.matmul(last, first, out=total)
        np.matmul(u_t @ total, v, out=aligned[epoch])
    modes = np.linalg.svd(totals, compute_uv=False)
    assert n_hidden >= n_items or np.all(modes[:, n_hidden:] < 1e-9 * modes[:, :1])
    return losses, rsms, aligned, modes


def main():
    print(f"numpy {np.__version__}, {N_EPOCHS} epochs, {REPEATS} runs each: ms an epoch")
    print(f"{'items x units':>14} {'least':>9} {'median':>9}")
    for size in sys.argv[1:] or SIZES:
        n_items, n_hidden = map(int, size.split("x"))
        start = reduced(n_items, n_hidden)
        times = []
        for _ in range(REPEATS):
            begun = time.perf_counter()
            train(*start)
            times.append(1e3 * (time.perf_counter() - begun) / N_EPOCHS)
        print(f"{size:>14} {min(times):9.4f} {statistics.median(times):9.4f}")


if __name__ == "__main__":
    main()
