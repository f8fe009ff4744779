import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { biharmonic } from '../../src/biharmonic/index'
import { harmonic } from '../../src/harmonic/index'
import { inpaint } from '../../src/index'
import { anyDamaged } from '../support/arbitraries'
import { expectSameImage } from '../support/expect-image'
import { countMissing, masks } from '../support/masks'
import { loadPicture, mapSamples, type Raster } from '../support/pictures'
import { loadReferences, missingSamples } from '../support/references'
import { inpaintAsync } from '../worker/worker'

// What holds of both equations, 'harmonic' and 'biharmonic', because it holds of any linear equation
// that is solved to the end.

const methods = ['harmonic', 'biharmonic'] as const
const subpaths = { harmonic, biharmonic }
const astronaut = await loadPicture('astronaut-96x96')
const camera = await loadPicture('camera-61x97')

function asDoubles(image: Raster): Raster<Float64Array> {
  return { ...image, data: Float64Array.from(image.data) }
}

function mostDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length)
  let most = 0
  for (let i = 0; i < a.length; i++) {
    // Written so that NaN counts as a difference.
    if (!(Math.abs(a[i] - b[i]) <= most)) most = Math.abs(a[i] - b[i])
  }
  return most
}

describe.each(methods)('%s', (method) => {
  const fill = <I extends Raster>(image: I, mask: ArrayLike<number>): I =>
    inpaint(image, mask as Uint8Array, { method })

  describe('is what others compute', async () => {
    test.each(await loadReferences(method))('$name', ({ image, mask, missing }) => {
      expect(missing.length).toBe(countMissing(mask) * image.channels)
      expect(mostDifference(missingSamples(fill(image, mask), mask), missing)).toBeLessThan(1e-8)
    })
  })

  test('has a door of its own, and a radius that changes nothing', () => {
    const mask = masks.text(camera.width, camera.height, 3)
    const expected = fill(camera, mask)
    expectSameImage(subpaths[method](camera, mask), expected, 'door')
    expectSameImage(subpaths[method](camera, mask, 7), expected, 'radius')
    expectSameImage(subpaths[method](camera, mask, { radius: 100 }), expected, 'options')
    expect(() => subpaths[method](camera, mask, 0)).toThrow(
      new RangeError('radius: expected a number from 1 to 100, got 0'),
    )
  })

  test.each(Object.entries(masks))('gives the same bits in a worker: %s', async (name, draw) => {
    const mask = draw(astronaut.width, astronaut.height, 2)
    const actual = await inpaintAsync(astronaut, mask, { method, workers: 2 })
    expectSameImage(actual, fill(astronaut, mask), `${method} worker ${name}`)
  })

  test.each(Object.entries(masks))(
    'carries a linear ramp on, away from the edges: %s',
    (_, draw) => {
      const [width, height] = [70, 60]
      const data = Float64Array.from({ length: width * height }, (_, i) => {
        return 3 * (i % width) - 2 * Math.floor(i / width) + 1
      })
      const inner = draw(width, height, 8).map((value, i) => {
        const [x, y] = [i % width, Math.floor(i / width)]
        return Math.min(x, y, width - 1 - x, height - 1 - y) < 2 ? 0 : value
      })
      const ramp = { data, width, height, channels: 1 }
      const damaged = mapSamples(ramp, (value, i) => (inner[i] === 0 ? value : 99))
      expect(mostDifference(fill(damaged, inner).data, data)).toBeLessThan(1e-7)
    },
  )

  test('flips and transposes with the image', () => {
    const kinds = { classes: [Float64Array], channels: [1], mostSide: 40 }
    fc.assert(
      fc.property(anyDamaged(kinds), ({ image, mask }) => {
        const { width, height } = image
        const turns = [
          { width, height, from: (x: number, y: number) => y * width + width - 1 - x },
          { width, height, from: (x: number, y: number) => (height - 1 - y) * width + x },
          { width: height, height: width, from: (x: number, y: number) => x * width + y },
        ]
        const result = fill(asDoubles(image), mask)
        const largest = Math.max(...[...result.data].map(Math.abs))
        for (const { from, ...size } of turns) {
          const turn = (data: ArrayLike<number>): Float64Array =>
            Float64Array.from({ length: data.length }, (_, i) => {
              return data[from(i % size.width, Math.floor(i / size.width))]
            })
          const turned = fill({ ...image, ...size, data: turn(image.data) }, turn(mask))
          expect(mostDifference(turned.data, turn(result.data))).toBeLessThan(1e-9 * largest)
        }
      }),
      { seed: 410, numRuns: 60 },
    )
  })

  test('is linear in the image: the fill of a sum is the sum of the fills', () => {
    const mask = masks['random 90 %'](96, 96, 5)
    const one = asDoubles(astronaut)
    const other = mapSamples(one, (value, i) => (value * i) % 100)
    const sum = mapSamples(one, (value, i) => value + other.data[i])
    const [ofOne, ofOther] = [fill(one, mask).data, fill(other, mask).data]
    const expected = ofOne.map((value, i) => value + ofOther[i])
    expect(mostDifference(fill(sum, mask).data, expected)).toBeLessThan(1e-7)
  })

  test('does not mind numbers as small or large as there are', () => {
    // A hole for each way of solving: thin, scattered, thick.
    for (const name of ['text', 'random 90 %', 'large square'] as const) {
      const side = 200
      const mask = masks[name](side, side, 1)
      const data = Float64Array.from({ length: side * side }, (_, i) => (i * 7919) % 256)
      const image = { data, width: side, height: side, channels: 1 }
      const expected = fill(image, mask)
      for (const scale of [2 ** -900, 2 ** 900]) {
        const scaled = fill(
          mapSamples(image, (v) => v * scale),
          mask,
        )
        expectSameImage(
          mapSamples(scaled, (v) => v / scale),
          expected,
          `scale ${method} ${name}`,
        )
      }
    }
  })

  test('tells its progress from within a thick hole, and can be stopped there', () => {
    const side = 300
    const mask = masks['large square'](side, side, 0)
    const data = Float64Array.from({ length: side * side }, (_, i) => (i * 7919) % 256)
    const image = { data, width: side, height: side, channels: 1 }
    const told: number[] = []
    inpaint(image, mask, { method, onProgress: (fraction) => told.push(fraction) })
    expect(told.length).toBeGreaterThan(5)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)

    const controller = new AbortController()
    let calls = 0
    const onProgress = () => {
      if (++calls === 2) controller.abort(new Error('enough'))
    }
    const { signal } = controller
    expect(() => inpaint(image, mask, { method, onProgress, signal })).toThrow('enough')
    expect(calls).toBe(2)
  })
})

describe('harmonic', () => {
  test('obeys the maximum principle: no filled sample leaves the range around its hole', () => {
    const kinds = { classes: [Float64Array], channels: [1], mostSide: 40 }
    fc.assert(
      fc.property(anyDamaged(kinds), ({ image, mask }) => {
        const { width, height } = image
        const { data } = harmonic(asDoubles(image), mask)
        for (const { pixels, rim } of holesOf(mask, width, height)) {
          const known = rim.map((i) => image.data[i])
          const [least, most] = [Math.min(...known), Math.max(...known)]
          const rounding = 1e-10 * Math.max(Math.abs(least), Math.abs(most))
          for (const i of pixels) {
            expect(data[i]).toBeGreaterThanOrEqual(least - rounding)
            expect(data[i]).toBeLessThanOrEqual(most + rounding)
          }
        }
      }),
      { seed: 411, numRuns: 100 },
    )
  })

  const table = Object.entries({ ...masks, 'thick, at two edges': thickCorner })
  test.each(table)('leaves a residual of 1e-10: %s', (_, draw) => {
    const [width, height] = [250, 231]
    const mask = draw(width, height, 6)
    const data = Float64Array.from({ length: width * height }, (_, i) => (i * 7919) % 256)
    const u = harmonic({ data, width, height }, mask).data
    let residual = 0
    let right = 0
    for (let i = 0; i < u.length; i++) {
      if (mask[i] === 0) continue
      let r = 0
      let b = 0
      for (const j of neighbours(i, width, height)) {
        r += u[i] - u[j]
        // Relative to the middle grey, not to black: the bound must not depend on that.
        if (mask[j] === 0) b += u[j] - 128
      }
      residual += r * r
      right += b * b
    }
    expect(Math.sqrt(residual / right)).toBeLessThan(1e-10)
  })

  function thickCorner(width: number, height: number): Uint8Array {
    return Uint8Array.from({ length: width * height }, (_, i) =>
      i % width < 180 && i < width * 160 ? 255 : 0,
    )
  }
})

describe('biharmonic', () => {
  test('leaves the range of the known samples where their slope says so, and integers saturate', () => {
    const row = [10, 20, 30, 0, 0, 30, 20, 10]
    const mask = [0, 0, 0, 1, 1, 0, 0, 0]
    const image = { data: Float64Array.from(row), width: 8, height: 1 }
    const { data } = biharmonic(image, mask)
    expect(data[3]).toBeGreaterThan(31)
    expect(data[3]).toBeCloseTo(data[4], 10)
    const bright = { ...image, data: Uint8Array.from(row, (value) => value + 225) }
    expect([...biharmonic(bright, mask).data.subarray(3, 5)]).toEqual([255, 255])
    const dark = { ...image, data: Uint8Array.from(row, (value) => 30 - value) }
    expect([...biharmonic(dark, mask).data.subarray(3, 5)]).toEqual([0, 0])
  })
})

/** The 4-connected sets of missing pixels, and the known pixels beside each. */
function holesOf(mask: ArrayLike<number>, width: number, height: number) {
  const seen = new Set<number>()
  const holes: { pixels: number[]; rim: number[] }[] = []
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || seen.has(start)) continue
    const hole = { pixels: [start], rim: [] as number[] }
    seen.add(start)
    for (const i of hole.pixels) {
      for (const j of neighbours(i, width, height)) {
        if (mask[j] === 0) hole.rim.push(j)
        else if (!seen.has(j)) {
          seen.add(j)
          hole.pixels.push(j)
        }
      }
    }
    holes.push(hole)
  }
  return holes
}

function neighbours(i: number, width: number, height: number): number[] {
  const [x, y] = [i % width, Math.floor(i / width)]
  const all: [number, boolean][] = [
    [i - 1, x > 0],
    [i + 1, x < width - 1],
    [i - width, y > 0],
    [i + width, y < height - 1],
  ]
  return all.filter(([, isInside]) => isInside).map(([j]) => j)
}
