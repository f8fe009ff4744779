import { expect, test } from 'vitest'
import { createConvolution } from '../../src/deconvolution/convolution'
import type { Scene } from '../../src/deconvolution/method'
import { transferOf } from '../../src/deconvolution/otf'
import { box } from '../../src/deconvolution/psf/box'
import { disk } from '../../src/deconvolution/psf/disk'
import { from } from '../../src/deconvolution/psf/from'
import { gaussian } from '../../src/deconvolution/psf/gaussian'
import { motion } from '../../src/deconvolution/psf/motion'
import type { Psf } from '../../src/deconvolution/psf/psf'
import {
  type Profiles,
  profilesOf,
  separableConvolution,
  separableCost,
} from '../../src/deconvolution/separable-convolution'
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

/** Rows of a PSF of any kind, and of one that is a product of even profiles. */
const kinds = {
  any: (across: number, down: number, random: () => number) =>
    Array.from({ length: down }, () => Array.from({ length: across }, random)),
  separable(across: number, down: number, random: () => number) {
    const row = evenProfile(across, random)
    return evenProfile(down, random).map((value) => row.map((other) => value * other))
  },
}

const ways = {
  tiled: { create: tiled, kind: 'any' },
  whole: { create: wholeConvolution, kind: 'any' },
  whichever: { create: createConvolution, kind: 'any' },
  separable: { create: separable, kind: 'separable' },
  'whichever, separable': { create: createConvolution, kind: 'separable' },
} as const

test.each(
  Object.keys(ways).flatMap((way) =>
    cases.map(([...sides]) => [way as keyof typeof ways, sides] as const),
  ),
)(
  '%s: the sum over the PSF, %j',
  (way, [width, height, litWidth, litHeight, acrossPsf, downPsf]) => {
    const random = createRandom(width * height)
    const { create, kind } = ways[way]
    const rows = kinds[kind](acrossPsf, downPsf, random)
    const psf = from(rows, { origin: [acrossPsf >> 2, downPsf - 1] })
    const plane = Float64Array.from({ length: width * height }, random)
    const scene = {
      ...{ width, height, litWidth, litHeight, psf, contrast: 1 },
      otf: transferOf(psf, width, height),
    }
    const convolve = create(scene)
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
  const scene = sceneOf(side, side, from(Array(psfSide).fill(Array(psfSide).fill(1))))
  const tiles = planTiles(scene)
  expect(tiles.cost < wholeCost(scene)).toBe(inTiles)
  expect(tiles.across * (tiles.width - psfSide + 1)).toBeGreaterThanOrEqual(side)
})

test('profiles are found where there are such, and only there', () => {
  const random = createRandom(3)
  for (const [across, down] of [
    [1, 1],
    [15, 15],
    [6, 9],
  ]) {
    const found = profilesOf(from(kinds.separable(across, down, random)))
    expect(found?.across).toHaveLength(across)
    expect(found?.down).toHaveLength(down)
  }
  expect(profilesOf(gaussian(2))).toBeDefined()
  expect(profilesOf(box(9))).toBeDefined()
  expect(profilesOf(motion(12, 0))).toBeDefined()
  expect(profilesOf(motion(12, 30))).toBeUndefined()
  expect(profilesOf(disk(4))).toBeUndefined()
  // A product, but not the same from both ends; and the other way round.
  expect(profilesOf(from([[1, 2, 3]]))).toBeUndefined()
  expect(profilesOf(from([[1], [2], [3]]))).toBeUndefined()
  const cross = [
    [0, 1, 0],
    [1, 2, 1],
    [0, 1, 0],
  ]
  expect(profilesOf(from(cross))).toBeUndefined()
})

test('rows too long for the memory of the sums are convolved in another way', () => {
  const scene = sceneOf(30_000, 40, from(kinds.separable(15, 15, createRandom(4))))
  expect(separableCost(scene)).toBe(Infinity)
  expect(separableCost(sceneOf(20_000, 40, scene.psf))).toBeLessThan(planTiles(scene).cost)
})

test('rows that just fit into the memory of the sums are right to their last sample', () => {
  const psf = from(kinds.separable(15, 15, createRandom(5)))
  let width = 30_000
  while (separableCost(sceneOf(width, 16, psf)) === Infinity) width--
  const scene = sceneOf(width, 16, psf)
  const plane = Float64Array.from({ length: width * 16 }, createRandom(6))
  const [actual, expected] = [separable(scene), tiled(scene)].map((convolve) => {
    const result = new Float64Array(plane.length)
    convolve(plane, false, (row, start, at, count) => {
      result.set(row.subarray(start, start + count), at)
    })
    return result
  })
  expect(actual.findIndex((value, i) => !(Math.abs(value - expected[i]) < 1e-12))).toBe(-1)
})

function evenProfile(length: number, random: () => number): number[] {
  const profile = Array.from({ length }, random)
  return profile.map((value, i) => (i < length / 2 ? value : profile[length - 1 - i]))
}

function tiled(scene: Scene) {
  return tiledConvolution(scene, planTiles(scene))
}

function separable(scene: Scene) {
  return separableConvolution(scene, profilesOf(scene.psf) as Profiles)
}

function sceneOf(width: number, height: number, psf: Psf): Scene {
  const otf = { re: new Float64Array(0), im: new Float64Array(0) }
  return { width, height, litWidth: width, litHeight: height, contrast: 1, psf, otf }
}
