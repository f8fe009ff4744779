"""Repairs pictures with methods of Python libraries, one request a line:

    {"method": name, "shape": [height, width, channels], "picture": file, "mask": file, "result": file}

Files are raw bytes. The first line it prints names the methods that are there, each with the library
it is from.
"""

import json
import sys

import numpy as np

methods = {}
libraries = {}

try:
    import skimage
    from skimage.restoration import inpaint_biharmonic

    def biharmonic(picture, mask):
        axis = -1 if picture.ndim == 3 else None
        filled = inpaint_biharmonic(picture / 255, mask, channel_axis=axis)
        return np.clip(np.round(filled * 255), 0, 255)

    methods['skimage biharmonic'] = biharmonic
    libraries['skimage biharmonic'] = f'scikit-image {skimage.__version__}'
except ImportError:
    pass

try:
    import cv2

    def fsr(picture, mask):
        result = np.zeros_like(picture)
        # Its mask is the other way round: 0 is missing.
        known = np.where(mask, 0, 255).astype('u1')
        cv2.xphoto.inpaint(picture, known, result, cv2.xphoto.INPAINT_FSR_FAST)
        return result

    def shift_map(picture, mask):
        # It wants three channels, of a space in which distances are what the eye sees.
        colour = picture if picture.ndim == 3 else cv2.cvtColor(picture, cv2.COLOR_GRAY2RGB)
        lab = cv2.cvtColor(colour, cv2.COLOR_RGB2Lab)
        result = np.zeros_like(lab)
        known = np.where(mask, 0, 255).astype('u1')
        cv2.xphoto.inpaint(lab, known, result, cv2.xphoto.INPAINT_SHIFTMAP)
        filled = cv2.cvtColor(result, cv2.COLOR_Lab2RGB)
        if picture.ndim == 2:
            filled = filled[:, :, 1]
        missing = mask if picture.ndim == 2 else mask[:, :, None]
        return np.where(missing, filled, picture)

    if hasattr(cv2, 'xphoto') and hasattr(cv2.xphoto, 'INPAINT_SHIFTMAP'):
        methods['opencv shift-map'] = shift_map
        libraries['opencv shift-map'] = f'OpenCV {cv2.__version__}'
    if hasattr(cv2, 'xphoto') and hasattr(cv2.xphoto, 'INPAINT_FSR_FAST'):
        methods['opencv fsr fast'] = fsr
        libraries['opencv fsr fast'] = f'OpenCV {cv2.__version__}'
except ImportError:
    pass

print(json.dumps(libraries), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    height, width, channels = request['shape']
    shape = (height, width, channels) if channels > 1 else (height, width)
    picture = np.fromfile(request['picture'], 'u1').reshape(shape)
    mask = np.fromfile(request['mask'], 'u1').reshape(height, width) > 0
    methods[request['method']](picture, mask).astype('u1').tofile(request['result'])
    print('{}', flush=True)
