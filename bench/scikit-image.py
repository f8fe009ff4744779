"""Times inpaint_biharmonic for scikit-image.mjs: a JSON request per line comes in, an answer goes out."""

import json
import sys
import time

import numpy as np
import skimage
from skimage.restoration import inpaint_biharmonic

print(skimage.__version__, flush=True)

for line in sys.stdin:
    request = json.loads(line)
    if "picture" in request:
        height, width, _ = request["shape"]
        picture = np.fromfile(request["picture"], np.uint8).reshape(request["shape"])
        mask = np.fromfile(request["mask"], np.uint8).reshape(height, width)
        answer = 0
    else:
        start = time.perf_counter()
        inpaint_biharmonic(picture, mask, channel_axis=-1)
        answer = (time.perf_counter() - start) * 1000
    print(json.dumps(answer), flush=True)
