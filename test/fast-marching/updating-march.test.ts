import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBinaryHeap } from '../../src/fast-marching/binary-heap'
import { layOutPixels } from '../../src/fast-marching/lay-out'
import { createUpdatingMarch } from '../../src/fast-marching/updating-march'
import type { Patch } from '../../src/patch'
import { loadOrder } from '../coherence/golden'
import { drawnMask, imageIndices, patchesOf } from '../support/holes'
import { anyMask, masks } from '../support/masks'
import { createRandom } from '../support/random'

interface Shape {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** The march through all of an image at once, by pixel of the image. */
function marched(mask: Shape): { T: Float64Array; order: number[] } {
  const { width, height } = mask
  const image = { data: new Uint8Array(width * height), width, height }
  const T = new Float64Array(width * height).fill(Infinity)
  const order: number[] = []
  for (const patch of patchesOf(image, mask, Math.max(width, height))) {
    const found = marchedPatch(patch)
    const pixels = imageIndices(patch)
    for (const p of found.order) {
      T[pixels[p]] = found.T[p]
      order.push(pixels[p])
    }
  }
  return { T, order }
}

function marchedPatch(patch: Patch): { T: Float64Array; order: Int32Array } {
  const { size, missing } = patch
  const layout = {
    state: new Int8Array(size),
    up: new Int32Array(size),
    down: new Int32Array(size),
  }
  layOutPixels(patch, layout)
  const T = new Float64Array(size)
  const order = new Int32Array(size)
  const march = createUpdatingMarch(layout, T, order, createBinaryHeap(T))
  return { T, order: order.subarray(0, march(missing, size)) }
}

test.each([48, 128] as const)(
  "order and distances of the coherence transport authors' program, side %i",
  async (side) => {
    const { mask, order, T } = await loadOrder(side)
    const ours = marched(mask)
    expect(ours.order).toEqual([...order])
    expect(ours.order.map((p) => ours.T[p])).toEqual([...T])
  },
)

test('the distances of a small hole, by hand', () => {
  const { T, order } = marched(
    drawnMask([
      '.......', //
      '.#####.',
      '.#####.',
      '.#####.',
      '.#####.',
      '.#####.',
      '.......',
    ]),
  )
  const a = Math.SQRT1_2
  // Beside a corner of the second ring: between the outer ring, at 0, and that corner.
  const b = (a + Math.sqrt(2 - a * a)) / 2
  const c = b + a
  expect([22, 23, 24, 15, 16, 17, 8].map((p) => T[p])).toEqual([0, b, c, 0, a, b, 0])
  // The outer ring comes first, the centre last.
  expect(order.slice(0, 16).map((p) => T[p])).toEqual(Array(16).fill(0))
  expect(order[24]).toBe(24)
})

describe('against a march with a plain sorted list', () => {
  test('the same distances, and the same order but for ties', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer(),
        (width, height, drawing) => {
          compare({ data: anyMask(createRandom(drawing), width, height), width, height })
        },
      ),
      { seed: 121, numRuns: 150 },
    )
  })

  test.each(Object.entries(masks))('%s', (_, draw) => {
    compare({ data: draw(70, 60, 3), width: 70, height: 60 })
  })

  function compare(mask: Shape): void {
    const actual = marched(mask)
    const expected = plainMarch(mask)
    // What is taken first of two equally near ones may move their neighbours by a rounding.
    const apart = expected.map((value, p) =>
      value === actual.T[p] ? 0 : Math.abs(value - actual.T[p]),
    )
    expect(Math.max(...apart)).toBeLessThan(1e-12)
    const distances = actual.order.map((p) => actual.T[p])
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
    expect(new Set(actual.order).size).toBe(mask.data.filter((value) => value !== 0).length)
  }

  /** Written for reading: the nearest pixel is looked for anew at every step. */
  function plainMarch({ data, width, height }: Shape): Float64Array {
    const T = new Float64Array(data.length).fill(Infinity)
    const sides = (p: number): number[] => [
      p >= width ? p - width : -1,
      p < width * (height - 1) ? p + width : -1,
      p % width > 0 ? p - 1 : -1,
      p % width < width - 1 ? p + 1 : -1,
    ]
    const at = (p: number): number => (p < 0 ? Infinity : T[p])
    const waiting = new Set<number>()
    for (let p = 0; p < data.length; p++) {
      if (data[p] === 0 || !sides(p).some((q) => q >= 0 && data[q] === 0)) continue
      T[p] = 0
      waiting.add(p)
    }
    const done = new Set<number>()
    while (waiting.size > 0) {
      const p = [...waiting].reduce((near, q) => (T[q] < T[near] ? q : near))
      waiting.delete(p)
      done.add(p)
      for (const z of sides(p)) {
        if (z < 0 || data[z] === 0 || done.has(z) || T[z] === 0) continue
        const [up, down, left, right] = sides(z).map(at)
        const a = Math.min(up, down)
        const b = Math.min(left, right)
        const near = Math.min(a, b)
        T[z] = Math.abs(a - b) >= 1 ? near + 1 : (a + b + Math.sqrt(2 - (a - b) ** 2)) / 2
        waiting.add(z)
      }
    }
    return T
  }
})
