"""Makes the references of the tests of 'harmonic' and 'biharmonic', beside this file:

    python3 test/golden/elliptic.py

harmonic: the 5-point Laplace equation solved by scipy.sparse.linalg.spsolve.
biharmonic: skimage.restoration.inpaint_biharmonic, with its last step, the clipping, left out.
Of each, the missing samples alone are kept, as doubles, row by row, channels interleaved.
Made with scikit-image 0.19.3, scipy 1.10.1, numpy 1.24.2.
"""

from pathlib import Path
from unittest import mock

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import spsolve
from skimage.io import imread
from skimage.restoration import inpaint_biharmonic

here = Path(__file__).parent


def random_pixels(height, width):
    return np.random.default_rng(1).random((height, width)) < 0.8


def lines(height, width):
    """Ten strokes, three pixels wide, at any angle and over every edge."""
    rng = np.random.default_rng(2)
    y, x = np.mgrid[:height, :width]
    mask = np.zeros((height, width), bool)
    for _ in range(10):
        angle = rng.random() * np.pi
        away = (x - rng.random() * width) * np.sin(angle) - (y - rng.random() * height) * np.cos(angle)
        mask |= np.abs(away) < 1.5
    return mask


def borders(height, width):
    """Blocks in all corners, at all edges, and one whole row."""
    mask = np.zeros((height, width), bool)
    mask[:7, :12] = mask[:1, -9:] = mask[-2:, :5] = mask[-11:, -6:] = True
    mask[20:31, :3] = mask[15:40, -8:] = mask[:4, 30:50] = mask[-1:, 20:60] = True
    mask[45, :] = True
    return mask


def square(height, width):
    """All but a frame two pixels wide."""
    mask = np.zeros((height, width), bool)
    mask[2:-2, 2:-2] = True
    return mask


def harmonic(image, mask):
    height, width = mask.shape
    number = np.full(mask.shape, -1)
    number[mask] = np.arange(mask.sum())
    rows, columns, values = [], [], []
    right = np.zeros((mask.sum(), image.shape[2]))
    for y, x in np.argwhere(mask):
        n = number[y, x]
        around = [(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)]
        around = [(i, j) for i, j in around if 0 <= i < height and 0 <= j < width]
        rows.append(n), columns.append(n), values.append(len(around))
        for i, j in around:
            if mask[i, j]:
                rows.append(n), columns.append(number[i, j]), values.append(-1)
            else:
                right[n] += image[i, j]
    return spsolve(coo_matrix((values, (rows, columns))).tocsc(), right).reshape(right.shape)


def biharmonic(image, mask):
    with mock.patch.object(np, "clip", lambda a, **_: a):
        return inpaint_biharmonic(image, mask, channel_axis=-1)[mask]


for picture, draw in [
    ("camera-61x97", random_pixels),
    ("astronaut-96x96", lines),
    ("chelsea-97x61", borders),
    ("camera-96x96", square),
]:
    image = imread(here.parent / "pictures" / f"{picture}.png") / 255
    image = image.reshape(*image.shape[:2], -1)
    mask = draw(*image.shape[:2])
    damaged = np.where(mask[..., None], 0, image)
    name = f"{picture}-{draw.__name__.replace('_', '-')}"
    np.packbits(mask).tofile(here / f"{name}-mask.bin")
    for method in (harmonic, biharmonic):
        method(damaged, mask).astype("<f8").tofile(here / f"{name}-{method.__name__}.bin")
