"""Makes the .npz files beside it, by numpy alone: python3 tests/data/make.py"""

from pathlib import Path

import numpy as np

HERE = Path(__file__).parent

# Three items by four features: no two rows or columns alike, so a transposed reading shows.
FEATURES = np.array([[1, -1, 0.5, 2], [-1, 1, 0.25, 3], [1, 1, -0.125, 4]])
ITEMS = np.array(["Robin", "Tuna", "松の木"], dtype="<U8")
W1 = np.arange(6.0).reshape(2, 3) / 8
W2 = np.asfortranarray(np.arange(8.0).reshape(4, 2) / 16).astype(np.float32)


def save(name, compressed=False, **arrays):
    (np.savez_compressed if compressed else np.savez)(HERE / f"{name}.npz", **arrays)


save("float64", features=FEATURES)
save("fortran", features=np.asfortranarray(FEATURES))
save("int8", features=np.sign(FEATURES).astype(np.int8))
save("bool", features=FEATURES > 0)
save("items", features=FEATURES, items=ITEMS)
save("weights", compressed=True, features=FEATURES, items=ITEMS, W1=W1, W2=W2)
save("objects", features=FEATURES.astype(object))
save("object_items", features=FEATURES, items=ITEMS.astype(object))
