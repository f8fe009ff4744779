import { expect, test } from 'vitest'
import { createConvolution } from '../../src/deconvolution/convolution'
import { transferOf } from '../../src/deconvolution/otf'
import { from } from '../../src/deconvolution/psf/from'
import { planTiles, tiledConvolution } from '../../src/deconvolution/tiled-convolution'
import { wholeConvolution, wholeCost } from '../../src/deconvolution/whole-convolution'
import { createRandom } from '../support/random'

// Sides of the plane, of what is lit of it and of the PSF.
const cases = [
  [48, 60, 48, 60, 5, 3],
  [60, 50, 51, 40, 7, 4],
  [37, 41, 37, 41, 6, 9],
  [9, 7, 9, 7, 9, 7],
  [131, 1, 131, 1, 6, 1],
  [1, 57, 1, 57, 1, 8],
  [300, 150, 290, 141, 15, 11],
] as const

const ways = { tiled, whole: wholeConvolution, whichever: createConvolution }

test.each(
  Object.keys(ways).flatMap((way) =>
    cases.map(([...sides]) => [way as keyof typeof ways, sides] as const),
  ),
)(
  '%s: the sum over the PSF, %j',
  (way, [width, height, litWidth, litHeight, acrossPsf, downPsf]) => {
    const random = createRandom(width * height)
    const rows = Array.from({ length: downPsf }, () => Array.from({ length: acrossPsf }, random))
    const psf = from(rows, { origin: [acrossPsf >> 2, downPsf - 1] })
    const plane = Float64Array.from({ length: width * height }, random)
    const scene = {
      ...{ width, height, litWidth, litHeight, psf, contrast: 1 },
      otf: transferOf(psf, width, height),
    }
    const convolve = ways[way](scene)
    for (const conjugate of [true, false]) {
      const result = new Float64Array(plane.length).fill(-1)
      const sample = plane.slice()
      convolve(sample, conjugate, (row, from, at, count) => {
        for (let i = 0; i < count; i++) {
          expect(result[at + i]).toBe(-1)
          result[at + i] = row[from + i]
          sample[at + i] = Number.NaN
        }
      })
      for (let y = 0, i = 0; y < height; y++) {
        for (let x = 0; x < width; x++, i++) {
          const isLit = x < litWidth && y < litHeight
          const expected = isLit ? blurredAt(x, y, conjugate ? 1 : -1) : -1
          if (Math.abs(result[i] - expected) > 1e-14)
            throw new Error(`at ${x}, ${y}: ${result[i]} instead of ${expected}`)
        }
      }
    }

    function blurredAt(x: number, y: number, sign: 1 | -1): number {
      let sum = 0
      for (let v = 0, i = 0; v < psf.height; v++) {
        for (let u = 0; u < psf.width; u++, i++) {
          const column = (x + sign * (u - psf.origin[0]) + width) % width
          const row = (y + sign * (v - psf.origin[1]) + height) % height
          sum += psf.data[i] * plane[row * width + column]
        }
      }
      return sum
    }
  },
)

test.each([
  [900, 15, true],
  [1009, 15, true],
  [1024, 127, false],
])('a plane of %i pixels and a PSF of %i: in tiles, %s', (side, psfSide, inTiles) => {
  const scene = {
    ...{ width: side, height: side, litWidth: side, litHeight: side, contrast: 1 },
    psf: from(Array(psfSide).fill(Array(psfSide).fill(1))),
    otf: { re: new Float64Array(0), im: new Float64Array(0) },
  }
  const tiles = planTiles(scene)
  expect(tiles.cost < wholeCost(scene)).toBe(inTiles)
  expect(tiles.across * (tiles.width - psfSide + 1)).toBeGreaterThanOrEqual(side)
})

function tiled(scene: Parameters<typeof tiledConvolution>[0]) {
  return tiledConvolution(scene, planTiles(scene))
}
