import { expect, test } from 'vitest'
import { psf } from '../../src/deconvolution/index'
import { transferColumns, transferOf } from '../../src/deconvolution/otf'
import { createPlanes } from '../../src/fft/engine/planes'
import { rfft2 } from '../../src/fft/index'
import { createRandom } from '../support/random'

const random = createRandom(3)
const uneven = Array.from({ length: 5 }, () => Array.from({ length: 4 }, random))
const psfs = {
  'even: its transfer function is real': psf.gaussian(1),
  'of one row': psf.box(3, 1),
  'of one column': psf.box(1, 3),
  'uneven, its origin not in the middle': psf.from(uneven),
}
const sizes = [
  [64, 48],
  [63, 128],
  [30, 37],
  [11, 11],
  [17, 60],
] as const

for (const [says, kernel] of Object.entries(psfs)) {
  test.each(sizes)(`a PSF ${says}: as rfft2 of it on %i x %i dark pixels`, (width, height) => {
    const expected = rfft2(laidOut(kernel, width, height), width, height)
    const whole = transferOf(kernel, width, height)
    for (let i = 0; i < expected.re.length; i++) {
      expect(Math.abs(whole.re[i] - expected.re[i])).toBeLessThan(1e-15)
      expect(Math.abs(whole.im[i] - expected.im[i])).toBeLessThan(1e-15)
    }

    const columns = transferColumns(kernel, width, height)
    const half = (width >> 1) + 1
    const [first, count] = [2, half - 3]
    const part = createPlanes(count * height)
    columns(first, count, part)
    for (let v = 0; v < height; v++) {
      for (let u = 0; u < count; u++) {
        const i = v * half + first + u
        expect(Math.abs(part.re[v * count + u] - expected.re[i])).toBeLessThan(1e-15)
        expect(Math.abs(part.im[v * count + u] - expected.im[i])).toBeLessThan(1e-15)
      }
    }
  })
}

function laidOut(
  { data, origin, ...size }: ReturnType<typeof psf.from>,
  width: number,
  height: number,
): Float64Array {
  const plane = new Float64Array(width * height)
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const row = (y - origin[1] + height) % height
      plane[row * width + ((x - origin[0] + width) % width)] = data[y * size.width + x]
    }
  }
  return plane
}
