"""Golden runs in 400-bit arithmetic: what the small modes really are, far below float64's rounding.

    python tests/golden/high_precision.py

It writes high_precision_1e-12.npz and high_precision_1e-15.npz beside itself: 8 items of a binary
tree with 100 features, 30 hidden units, 250 epochs of the tutorial's loop (full-batch gradient
descent, loss before an epoch's step, modes after it) from first weights that are float64 numbers.
The learning rate makes the same step for the first mode as lr 100 does at the notebook's size.
Singular values are square roots of the Gram matrix's eigenvalues, by Jacobi's rotations.

Needs numpy and gmpy2, and about a minute. The tests need neither.
"""

import pathlib

import gmpy2
import numpy as np
from gmpy2 import mpfr

N_ITEMS, N_FEATURES, N_HIDDEN, N_EPOCHS, LR = 8, 100, 30, 250, 10.0
BITS = 400
NOTHING = mpfr(2) ** -300  # what is left of a cosine, squared

gmpy2.get_context().precision = BITS


def exact(matrix):
    """Float64 numbers as they are, in many bits."""
    return np.vectorize(mpfr, otypes=[object])(matrix)


def tree(rng, flip=0.15):
    """Features (N x P) of a binary tree whose leaves are the items: each branch flips signs."""
    values = rng.choice([-1.0, 1.0], size=(N_FEATURES, 1))
    while values.shape[1] < N_ITEMS:
        values = np.repeat(values, 2, axis=1)
        values = values * np.where(rng.random(values.shape) < flip, -1.0, 1.0)
    return values


def turned(a, b, c, s):
    return c * a - s * b, s * a + c * b


def singular_values(total, v):
    """Of `total`, descending, and the right vectors, beginning with `v`."""
    columns = total.dot(v)
    has_turned = True
    while has_turned:
        has_turned = False
        for q in range(1, N_ITEMS):
            for p in range(q):
                x, y = columns[:, p], columns[:, q]
                pp, qq, pq = x.dot(x), y.dot(y), x.dot(y)
                if pq * pq <= NOTHING * pp * qq:
                    continue
                tau = (qq - pp) / (2 * pq)
                root = abs(tau) + gmpy2.sqrt(1 + tau * tau)
                t = 1 / root if tau >= 0 else -1 / root
                c = 1 / gmpy2.sqrt(1 + t * t)
                columns[:, p], columns[:, q] = turned(x.copy(), y.copy(), c, t * c)
                v[:, p], v[:, q] = turned(v[:, p].copy(), v[:, q].copy(), c, t * c)
                has_turned = True
    values = [gmpy2.sqrt(column.dot(column)) for column in columns.T]
    return sorted(values, reverse=True), v


def run(gamma):
    rng = np.random.default_rng(2021)
    targets = tree(rng)
    first = rng.normal(size=(N_HIDDEN, N_ITEMS)) * gamma / (N_HIDDEN + N_ITEMS) ** 0.5
    last = rng.normal(size=(N_FEATURES, N_HIDDEN)) * gamma / (N_FEATURES + N_HIDDEN) ** 0.5
    w1, w2, y = exact(first), exact(last), exact(targets)
    v = exact(np.eye(N_ITEMS))
    n_entries = N_FEATURES * N_ITEMS
    rate = mpfr(2) * mpfr(LR) / n_entries
    losses, modes = [], []
    for _ in range(N_EPOCHS):
        error = w2.dot(w1) - y
        losses.append(float((error * error).sum() / n_entries))
        w1, w2 = w1 - rate * w2.T.dot(error), w2 - rate * error.dot(w1.T)
        values, v = singular_values(w2.dot(w1), v)
        modes.append([float(value) for value in values])
    name = pathlib.Path(__file__).with_name(f"high_precision_{gamma:.0e}.npz")
    arrays = {"features": targets.T, "W1": first, "W2": last, "lr": LR, "gamma": gamma}
    np.savez_compressed(name, losses=losses, modes=modes, **arrays)
    print(name.name, losses[-1], modes[100], modes[-1])


if __name__ == "__main__":
    for gamma in (1e-12, 1e-15):
        run(gamma)
