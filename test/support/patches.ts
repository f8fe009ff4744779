import type { Patch } from '../../src/patch'

/** A whole image as one patch of one channel: every row a run, with one number between rows that is no pixel. */
export function onePatch(mask: Uint8Array, width: number, height: number): Patch {
  const runs = new Int32Array(4 * height)
  const missing: number[] = []
  for (let y = 0; y < height; y++) {
    const first = 3 + y * (width + 1)
    runs.set([y, 0, width, first], 4 * y)
    for (let x = 0; x < width; x++) if (mask[y * width + x] !== 0) missing.push(first + x)
  }
  const size = 3 + height * (width + 1)
  return {
    channels: 1,
    type: 'float64',
    imageWidth: width,
    imageHeight: height,
    runs,
    size,
    missing: Int32Array.from(missing),
    samples: new Float64Array(size),
  }
}
