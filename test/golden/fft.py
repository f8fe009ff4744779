"""Writes test/golden/fft/*.bin: spectra of small images as numpy.fft computes them.

Run: python3 test/golden/fft.py (made with numpy 1.24). Each file holds little-endian doubles: the
planes re and im of fft2(image), then re and im of rfft2(image.real). test/fft/numpy.test.ts draws the
same images.
"""
from pathlib import Path

import numpy as np

# Odd, even and prime sides, in both orders; one row, one column.
SIZES = [(1, 7), (12, 1), (15, 16), (16, 15), (29, 13), (37, 24), (45, 64), (67, 22), (10, 101)]


def image(width, height):
    y, x = np.mgrid[:height, :width]
    return ((31 * x + 17 * y + x * y) % 97 - 48) + 1j * ((13 * x + 29 * y + x * x) % 89 - 44)


folder = Path(__file__).parent / "fft"
for width, height in SIZES:
    complex_image = image(width, height)
    planes = []
    for spectrum in (np.fft.fft2(complex_image), np.fft.rfft2(complex_image.real)):
        planes += [spectrum.real.ravel(), spectrum.imag.ravel()]
    np.concatenate(planes).astype("<f8").tofile(folder / f"{width}x{height}.bin")
