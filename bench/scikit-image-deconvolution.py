"""Times scikit-image's deconvolution for deconvolution.mjs: a JSON request per line comes in, an answer goes out."""

import json
import sys
import time

import numpy as np
import skimage
from skimage.restoration import richardson_lucy, wiener

print(skimage.__version__, flush=True)

methods = {
    "richardson-lucy": lambda plane, psf, iterations: richardson_lucy(plane, psf, iterations, clip=False),
    "wiener": lambda plane, psf, balance: wiener(plane, psf, balance, clip=False),
}

for line in sys.stdin:
    request = json.loads(line)
    if "picture" in request:
        picture = np.fromfile(request["picture"]).reshape(request["shape"])
        psf = np.array(request["psf"])
        answer = 0
    else:
        method = methods[request["method"]]
        start = time.perf_counter()
        planes = [method(picture[..., c], psf, request["parameter"]) for c in range(picture.shape[2])]
        answer = (time.perf_counter() - start) * 1000
        with open(request["result"], "wb") as file:
            for plane in planes:
                plane.tofile(file)
    print(json.dumps(answer), flush=True)
