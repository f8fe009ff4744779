"""Times scipy.fft for bench/scipy-fft.mjs: a JSON request per line on stdin, an answer per line on stdout."""
import json
import sys
import time

import numpy
import scipy
import scipy.fft

print(json.dumps({"version": scipy.__version__}), flush=True)

random = numpy.random.default_rng(1)
inputs = {}

for line in sys.stdin:
    request = json.loads(line)
    kind, shape, calls = request["kind"], tuple(request["shape"]), request["calls"]
    if (kind, shape) not in inputs:
        x = random.random(shape)
        inputs = {(kind, shape): x + 1j * random.random(shape) if kind == "complex" else x}
    x = inputs[kind, shape]
    transform = scipy.fft.fftn if kind == "complex" else scipy.fft.rfftn
    start = time.perf_counter()
    for _ in range(calls):
        transform(x, workers=1)
    print(json.dumps({"ms": (time.perf_counter() - start) * 1000 / calls}), flush=True)
