"""Makes the goldens of test/edges: edges found by scikit-image 0.19.3, as one byte per pixel, 0 or 1.

    python3 test/golden/canny.py
"""

import math
from pathlib import Path

import numpy as np
from skimage import io
from skimage.feature import canny

here = Path(__file__).parent
SIGMA, LOW, HIGH = 1.4, 0.06, 0.15

for name in ("camera-96x96", "camera-61x97"):
    grey = io.imread(here.parent / "pictures" / f"{name}.png").astype(np.float64)
    # scikit-image compares Sobel sums, 8 times the gradient; ours is the step that makes the gradient.
    scale = 8 / (SIGMA * math.sqrt(2 * math.pi)) * (grey.max() - grey.min())
    edges = canny(grey, SIGMA, LOW * scale, HIGH * scale)
    edges.astype(np.uint8).tofile(here / f"{name}-canny.bin")
