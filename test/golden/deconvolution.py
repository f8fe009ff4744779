"""Makes test/golden/deconvolution: what scikit-image and numpy make of small blurred photographs.

Run with Debian's python3-skimage, python3-numpy and python3-scipy:
    /usr/bin/python3 test/golden/deconvolution.py
    npx biome check --write test/golden/deconvolution/cases.json
"""

import json
from pathlib import Path

import numpy as np
import skimage
from scipy.ndimage import convolve
from skimage.io import imread
from skimage.restoration import richardson_lucy, wiener

here = Path(__file__).parent
pictures = here.parent / "pictures"
output = here / "deconvolution"


def motion():
    """Neither symmetric nor square, so that a flip or a transposition shows."""
    psf = np.zeros((3, 7))
    psf[0, 0:3] = 1, 2, 3
    psf[1, 3:6] = 4, 2, 1
    psf[2, 6] = 2
    return psf


def gaussian(size, sigma):
    x = np.arange(size) - size // 2
    line = np.exp(-(x**2) / (2 * sigma**2))
    return np.outer(line, line)


def even():
    """scikit-image's wiener takes pixel (height // 2, width // 2) for the origin."""
    psf = gaussian(5, 1.0)[:4]
    psf[1, 2] *= 2
    return np.hstack([psf, psf[:, :1]])


def odd(psf):
    """The same PSF with an odd number of rows and columns: scipy's 'same' takes another pixel for the middle of
    an even one than of its mirrored self, and Richardson-Lucy would shift the picture in every iteration."""
    return np.pad(psf, [(0, 1 - n % 2) for n in psf.shape])


def periodic_richardson_lucy(data, psf, iterations):
    height, width = data.shape
    plane = np.zeros(data.shape)
    plane[: psf.shape[0], : psf.shape[1]] = psf
    plane = np.roll(plane, [-(n // 2) for n in psf.shape], axis=(0, 1))
    otf = np.fft.fft2(plane)
    x = np.full(data.shape, 0.5)
    for _ in range(iterations):
        blurred = np.fft.ifft2(np.fft.fft2(x) * otf).real
        ratio = data / np.maximum(blurred, 1e-12)
        x = x * np.fft.ifft2(np.fft.fft2(ratio) * otf.conj()).real
    return x


def write(name, array):
    np.asarray(array, "<f8").tofile(output / f"{name}.bin")


crops = {
    "camera": imread(pictures / "camera-96x96.png")[20:52, 28:68],
    "chelsea": imread(pictures / "chelsea-97x61.png")[12:45, 20:57, 1],
}
psfs = {"motion": motion(), "gaussian": gaussian(9, 1.5), "even": even()}
random = np.random.default_rng(1)

output.mkdir(exist_ok=True)
cases = []
for picture, samples in crops.items():
    for name, psf in psfs.items():
        psf = psf / psf.sum()
        origin = [-1 if n % 2 == 0 else 0 for n in psf.shape]
        blurred = convolve(samples / 255, psf, mode="reflect", origin=origin)
        blurred = np.clip(blurred + 0.01 * random.standard_normal(blurred.shape), 1e-3, 1)
        key = f"{picture}-{name}"
        write(f"{key}-blurred", blurred)
        write(f"{key}-wiener", wiener(blurred, psf, balance=0.02, clip=False))
        write(f"{key}-periodic", periodic_richardson_lucy(blurred, psf, 20))
        write(f"{key}-zero", richardson_lucy(blurred, odd(psf), num_iter=20, clip=False))
        height, width = blurred.shape
        cases.append({"key": key, "width": width, "height": height, "psf": psf.tolist()})

versions = {"scikit-image": skimage.__version__, "numpy": np.__version__}
(output / "cases.json").write_text(json.dumps({**versions, "cases": cases}, indent=1) + "\n")
