"""Times native cv2.inpaint for native.mjs: a JSON request per line comes in, an answer goes out."""

import json
import sys
import time

import cv2
import numpy as np

cv2.setNumThreads(1)
print(json.dumps({"version": cv2.__version__}), flush=True)

for line in sys.stdin:
    request = json.loads(line)
    if "picture" in request:
        height, width, channels = request["shape"]
        shape = (height, width) if channels == 1 else (height, width, channels)
        picture = np.fromfile(request["picture"], np.uint8).reshape(shape)
        mask = np.fromfile(request["mask"], np.uint8).reshape(height, width)
        answer = {}
    else:
        flag = cv2.INPAINT_TELEA if request["method"] == "telea" else cv2.INPAINT_NS
        start = time.perf_counter()
        cv2.inpaint(picture, mask, request["radius"], flag)
        answer = {"ms": (time.perf_counter() - start) * 1000}
    print(json.dumps(answer), flush=True)
