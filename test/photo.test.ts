import { expect, test } from 'vitest'
import { inpaint } from '../src/index'
import { masks } from './support/masks'
import { type Bytes, loadPicture, type PictureName } from './support/pictures'

// Equal to OpenCV and good are two things. A photograph is scratched, repaired, and compared with
// what it was: in the missing samples only, since all others are known.

/** Peak signal-to-noise ratio in decibels over the missing samples; 20 is rough, 30 hard to see. */
function psnr(actual: Bytes, original: Bytes, mask: Uint8Array): number {
  let squares = 0
  let count = 0
  for (let i = 0; i < original.data.length; i++) {
    if (mask[Math.floor(i / original.channels)] === 0) continue
    squares += (actual.data[i] - original.data[i]) ** 2
    count++
  }
  return 10 * Math.log10(255 ** 2 / (squares / count))
}

/**
 * The measured ratios, in decibels; a result may be worse by no more than `margin`. `gradient` is
 * telea in double precision, with half of each neighbour's gradient continued.
 */
const measured: { name: PictureName; telea: number; ns: number; gradient: number }[] = [
  { name: 'astronaut-96x96', telea: 26.67, ns: 28.01, gradient: 29.09 },
  { name: 'camera-96x96', telea: 22.69, ns: 24.66, gradient: 24.66 },
  { name: 'chelsea-97x61', telea: 26.91, ns: 28.52, gradient: 31.72 },
]
const margin = 0.5

test.each(measured)('scratches on $name', async ({ name, ...expected }) => {
  const original = await loadPicture(name)
  const { width, height, channels } = original
  const mask = masks.scratches(width, height, 12)
  const white = original.data.map((value, i) => (mask[Math.floor(i / channels)] ? 255 : value))
  const damaged = { ...original, data: white }
  const before = psnr(damaged, original, mask)
  const after = {
    telea: psnr(inpaint(damaged, mask, 3, 'telea'), original, mask),
    ns: psnr(inpaint(damaged, mask, 3, 'ns'), original, mask),
    gradient: psnr(inpaint(damaged, mask, 3, 'telea', { gradient: 0.5 }), original, mask),
  }
  for (const method of ['telea', 'ns', 'gradient'] as const) {
    expect(after[method], method).toBeGreaterThan(expected[method] - margin)
    // Ten decibels are a tenth of the squared error.
    expect(after[method], method).toBeGreaterThan(before + 10)
  }
})
