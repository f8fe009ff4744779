import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FAR } from '../../src/fast-marching/eikonal'
import { createLayout } from '../../src/fast-marching/lay-out'
import { createMarch } from '../../src/fast-marching/march'
import { VISITED } from '../../src/fast-marching/pixel-state'
import type { Patch } from '../../src/patch'
import { drawnMask, imageIndices, patchesOf } from '../support/holes'
import { anyMask, masks } from '../support/masks'
import { createRandom } from '../support/random'

interface Shape {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** Distances and fill order of all holes of a mask, by pixel of the image; 0 where nothing is missing. */
function distances(mask: Shape): { T: Float32Array; order: number[] } {
  const { width, height } = mask
  const T = new Float32Array(width * height)
  const order: number[] = []
  for (const patch of patchesOf({ data: new Uint8Array(width * height), width, height }, mask, 2)) {
    const found = marched(patch)
    const pixels = imageIndices(patch)
    for (const p of found.order) {
      T[pixels[p]] = found.T[p]
      order.push(pixels[p])
    }
  }
  return { T, order }
}

function marched(patch: Patch, outside = 0) {
  const layout = createLayout(patch.size)
  const march = createMarch(layout)
  const count = march(patch, outside)
  return { ...layout, order: [...layout.order.subarray(0, count)] }
}

describe('by hand', () => {
  // A hole of 3 x 3 in raster order: a corner lies between two pixels of the band, at 1 / sqrt 2;
  // an edge between the band and a corner, at (0 + 1/√2 + sqrt(2 - 1/2)) / 2; the centre above the
  // edges by another 1 / sqrt 2.
  const mask = drawnMask([
    '.....', //
    '.###.',
    '.###.',
    '.###.',
    '.....',
  ])
  const a = Math.SQRT1_2
  const b = (a + Math.sqrt(1.5)) / 2
  const c = b + a

  test('the distances of a small hole', () => {
    expect(b).toBeCloseTo(0.9659, 4)
    expect(c).toBeCloseTo(1.673, 4)
    const { T } = distances(mask)
    const expected = [
      [0, 0, 0, 0, 0],
      [0, a, b, a, 0],
      [0, b, c, b, 0],
      [0, a, b, a, 0],
      [0, 0, 0, 0, 0],
    ]
    expect([...T]).toEqual(expected.flat().map(Math.fround))
  })

  test('the order of a small hole: as the band is walked, the centre last', () => {
    const { order } = distances(mask)
    const places = order.map((i) => [i % 5, Math.floor(i / 5)].join(','))
    expect(places.join(' ')).toBe('1,1 2,1 3,1 1,2 3,2 1,3 3,3 2,3 2,2')
  })

  test('a corridor is walked from both ends at once', () => {
    const { T } = distances(drawnMask(['.#######.']))
    expect([...T]).toEqual([0, 1, 2, 3, 4, 3, 2, 1, 0])
  })

  test('a straight front stays straight: a strip across the image', () => {
    const rows = Array.from({ length: 9 }, (_, y) => (y === 0 ? '.......' : '#######'))
    const { T } = distances(drawnMask(rows))
    expect([...T]).toEqual(rows.flatMap((_, y) => Array(7).fill(y)))
  })
})

describe('against a march with a plain sorted list', () => {
  test('the same distances in the same order, ties included', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer(),
        (width, height, drawing) => {
          const mask = { data: anyMask(createRandom(drawing), width, height), width, height }
          compare(mask)
        },
      ),
      { seed: 120, numRuns: 150 },
    )
  })

  // Long fronts, so that a bucket of the queue holds hundreds of pixels, and needs sorting.
  test.each(Object.entries(masks))('%s', (_, draw) => {
    compare({ data: draw(150, 130, 3), width: 150, height: 130 })
  })

  test('almost everything missing', () => {
    const data = new Uint8Array(170 * 170).fill(255)
    for (const known of [0, 3333, 3334, 12000, 25001]) data[known] = 0
    compare({ data, width: 170, height: 170 })
  })

  function compare(mask: Shape): void {
    // The image is cut into holes, so the plain march is made for each of them too.
    const image = { ...mask, data: new Uint8Array(mask.data.length) }
    for (const patch of patchesOf(image, mask, 2)) {
      const expected = plainMarch(patch)
      const actual = marched(patch)
      expect(actual.order).toEqual(expected.order)
      for (const p of actual.order) {
        expect(actual.T[p]).toBe(expected.T[p])
        expect(actual.state[p] & VISITED).toBe(VISITED)
      }
    }
  }

  /**
   * Fast marching as OpenCV has it, written for reading: the front is a list sorted anew at every
   * step, and a sort keeps the order of equal elements. The distance is the least over the four
   * pairs of a vertical and a horizontal neighbour.
   */
  function plainMarch(patch: Patch): { T: Float32Array; order: number[] } {
    const { size, missing, imageWidth } = patch
    const T = new Float32Array(size).fill(FAR)
    const isMissing = new Set(missing)
    const unknown = new Set(missing)
    const order: number[] = []
    const pixels = imageIndices(patch)
    const numbers = new Map([...pixels].map((pixel, number) => [pixel, number]))
    const above = (p: number) => numbers.get(pixels[p] - imageWidth) ?? 0
    const below = (p: number) => numbers.get(pixels[p] + imageWidth) ?? 0
    const sides = (p: number) => [above(p), p - 1, below(p), p + 1]
    const front: number[] = []
    for (let p = 1; p < size; p++) {
      if (pixels[p] < 0 || isMissing.has(p)) continue
      if (sides(p).some((side) => isMissing.has(side))) front.push(p)
    }
    for (const p of front) T[p] = 0
    while (front.length > 0) {
      front.sort((p, q) => T[p] - T[q])
      const p = front.shift() as number
      for (const z of sides(p)) {
        if (!unknown.has(z)) continue
        const pairs = [above(z), below(z)].flatMap((vertical) =>
          [z - 1, z + 1].map((horizontal) => solve(vertical, horizontal)),
        )
        T[z] = Math.min(...pairs)
        unknown.delete(z)
        order.push(z)
        front.push(z)
      }
    }
    return { T, order }

    function solve(vertical: number, horizontal: number): number {
      const a = T[vertical]
      const b = T[horizontal]
      if (unknown.has(vertical)) return unknown.has(horizontal) ? 1 + Math.min(a, b) : 1 + b
      if (unknown.has(horizontal)) return 1 + a
      if (Math.abs(a - b) >= 1) return 1 + Math.min(a, b)
      return (a + b + Math.sqrt(2 - (a - b) ** 2)) / 2
    }
  }
})

describe('against the true distance', () => {
  test('from a single pixel: never below it, and above it by little, growing with its logarithm', () => {
    // Around a point the level lines are round, and a first-order scheme, which takes them for
    // straight between two neighbours, comes out too far: by 1 + 1 / sqrt 2 - sqrt 2 = 0.29 at the
    // first diagonal neighbour. The error of each further step shrinks with the curvature, 1 / d,
    // so their sum grows with log d. Measured up to d = 283: 0.22 for each doubling, at most.
    for (const [width, height, x, y] of [
      [81, 81, 40, 40],
      [170, 190, 0, 0],
      [64, 50, 63, 20],
    ]) {
      const mask = { data: new Uint8Array(width * height).fill(255), width, height }
      mask.data[y * width + x] = 0
      const { T } = distances(mask)
      let most = 0
      let wrong = 0
      for (let i = 0; i < T.length; i++) {
        const d = Math.hypot((i % width) - x, Math.floor(i / width) - y)
        if (T[i] < d * (1 - 1e-6)) wrong++
        if (T[i] - d > 0.2 + 0.24 * Math.log2(Math.max(d, 1))) wrong++
        most = Math.max(most, T[i] - d)
      }
      expect(wrong).toBe(0)
      // And no miracle: the bound is near.
      expect(most).toBeGreaterThan(1)
    }
  })

  test('of any hole: between the Euclidean distance / sqrt 2 and the city block distance', () => {
    // A pixel is above its nearest neighbour by 1 / sqrt 2 at least and 1 at most, and the number
    // of steps to the band is the city block distance, which is not below the Euclidean. Where two
    // fronts meet at right angles, as in the corners of a hole, the lower bound is attained.
    for (const [name, draw] of Object.entries(masks)) {
      const [width, height] = [60, 50]
      const mask = { data: draw(width, height, 4), width, height }
      const { T } = distances(mask)
      const known = [...mask.data.keys()].filter((i) => mask.data[i] === 0)
      for (let i = 0; i < T.length; i++) {
        if (mask.data[i] === 0) continue
        let euclidean = Infinity
        let cityBlock = Infinity
        for (const k of known) {
          const dx = Math.abs((k % width) - (i % width))
          const dy = Math.abs(Math.floor(k / width) - Math.floor(i / width))
          euclidean = Math.min(euclidean, Math.hypot(dx, dy))
          cityBlock = Math.min(cityBlock, dx + dy)
        }
        expect(T[i], name).toBeGreaterThanOrEqual((euclidean / Math.SQRT2) * (1 - 1e-6))
        expect(T[i], name).toBeLessThanOrEqual(cityBlock * (1 + 1e-6))
      }
    }
  })
})

describe('outwards', () => {
  const mask = drawnMask([
    '.........', //
    '.........',
    '.........',
    '...##....',
    '.........',
    '.........',
    '.........',
  ])

  const [patch] = patchesOf({ data: new Uint8Array(63), width: 9, height: 7 }, mask, 4)
  const pixels = imageIndices(patch)

  test('known pixels get negative distances, as far as the limit; missing ones are filled as without', () => {
    const near = marched(patch, 1)
    const far = marched(patch, 100)
    const reached = ({ T }: { T: Float32Array }) => [...T.keys()].filter((p) => T[p] < 0)
    expect(reached(far)).toHaveLength(63 - 2 - 6)
    expect(reached(near).length).toBeLessThan(55)
    for (const p of reached(near)) {
      expect(near.T[p]).toBe(far.T[p])
      expect(near.T[p]).toBeGreaterThanOrEqual(-2)
    }
    // A pixel further than the limit may get a distance, but hands none on; one at the limit does.
    const atLimit = reached(near).filter((p) => near.T[p] === -1)
    expect(atLimit.length).toBeGreaterThan(0)
    for (const p of atLimit) {
      for (const side of [p - 1, p + 1, near.up[p], near.down[p]]) {
        expect(near.T[side]).toBe(far.T[side])
      }
    }
    const { T, order } = marched(patch)
    expect(reached({ T })).toEqual([])
    for (const { T: other, order: otherOrder } of [near, far]) {
      expect(otherOrder).toEqual(order)
      for (const p of order) expect(other[p]).toBe(T[p])
    }
  })

  test('the band is every known pixel beside a missing one, in raster order, at distance 0', () => {
    const { band, T } = marched(patch)
    expect([...band.subarray(0, 6)].map((p) => pixels[p])).toEqual([21, 22, 29, 32, 39, 40])
    expect(T.filter((distance) => distance === 0)).toHaveLength(6)
    for (const p of band.subarray(0, 6)) expect(T[p]).toBe(0)
  })
})
