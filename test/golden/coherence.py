"""Turns results of Bornemann and März's own program into the files of `coherence/`.

    python3 coherence.py FOLDER_OF_NPZ

Each `.npz` holds `input` and `output` (grey levels as doubles), `mask`, and `order`: row, column (both
from 1) and distance T of the missing pixels, in the order they were filled. The program was run as a
black box; its source is not part of this project, nor was it looked at.

Pictures and masks are written as PNG. Of the outputs only the missing samples are kept, in raster
order, as float32: rounding moves them by less than 1e-5. Order and T are kept in full.
"""

import gzip
import sys
from pathlib import Path

import cv2
import numpy as np

source = Path(sys.argv[1])
target = Path(__file__).parent / 'coherence'
target.mkdir(exist_ok=True)
for old in target.iterdir():
    old.unlink()


def write(name, values):
    (target / f'{name}.gz').write_bytes(gzip.compress(values.tobytes(), 9, mtime=0))


for file in sorted(source.glob('*.npz')):
    picture, mode = file.stem.split('_', 1)
    case = np.load(file)
    levels = case['input'].astype('u1')
    assert (levels == case['input']).all()
    missing = case['mask'] > 0
    assert (case['output'][~missing] == case['input'][~missing]).all()
    size = picture.lstrip('abcdefghijklmnopqrstuvwxyz')
    order = case['order']
    place = ((order[:, 0] - 1) * missing.shape[1] + order[:, 1] - 1).astype('<i4')
    kept = target / f'order-{size}.gz'
    if kept.exists():
        assert gzip.decompress(kept.read_bytes()) == place.tobytes(), f'{file}: another order'
    cv2.imwrite(str(target / f'{picture}.png'), levels[..., ::-1] if levels.ndim == 3 else levels)
    cv2.imwrite(str(target / f'mask-{size}.png'), missing.astype('u1') * 255)
    write(f'order-{size}', place)
    write(f'T-{size}', order[:, 2].astype('<f8'))
    write(f'{picture}-{mode}', case['output'][missing].astype('<f4'))
