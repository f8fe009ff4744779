import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canny } from '../../src/edges/index'
import { loadPicture, mapSamples, type Raster } from '../support/pictures'

const width = 60
const height = 50

function draw(value: (x: number, y: number) => number): Raster<Float64Array> {
  const data = Float64Array.from({ length: width * height }, (_, i) =>
    value(i % width, Math.floor(i / width)),
  )
  return { data, width, height, channels: 1 }
}

/** The pixels that are edges, with their vectors. */
function edgesIn(map: { data: Float32Array; width: number }) {
  const edges: { x: number; y: number; dx: number; dy: number; length: number }[] = []
  for (let i = 0; i < map.data.length / 2; i++) {
    const [dx, dy] = map.data.subarray(2 * i, 2 * i + 2)
    if (dx === 0 && dy === 0) continue
    const y = Math.floor(i / map.width)
    edges.push({ x: i % map.width, y, dx, dy, length: Math.hypot(dx, dy) })
  }
  return edges
}

describe('a step', () => {
  test.each([0, 20, 45, 63, 90, 135, 200, 300])(
    'at %i degrees: one line, its place, its way and its height',
    (degrees) => {
      const [nx, ny] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
      const away = (x: number, y: number) => (x - 30) * nx + (y - 25) * ny
      // Anti-aliased.
      const image = draw((x, y) => 100 * Math.min(Math.max(away(x, y) + 0.5, 0), 1))
      const edges = edgesIn(canny(image)).filter(({ x, y }) => x > 4 && x < 55 && y > 4 && y < 45)
      expect(edges.length).toBeGreaterThan(35)
      // On a diagonal it goes by single steps to the side.
      expect(edges.length).toBeLessThan(90)
      for (const { x, y, dx, dy, length } of edges) {
        expect(Math.abs(away(x, y))).toBeLessThan(0.8)
        expect((dx * nx + dy * ny) / length).toBeGreaterThan(0.99)
        expect(length).toBeGreaterThan(0.8)
        expect(length).toBeLessThan(1.05)
      }
    },
  )
})

test('a disc: its circle, all round, pointing in', () => {
  const image = draw((x, y) => Math.min(Math.max(16.5 - Math.hypot(x - 30, y - 25), 0), 1))
  const edges = edgesIn(canny(image))
  const octants = new Set<number>()
  for (const { x, y, dx, dy, length } of edges) {
    const r = Math.hypot(x - 30, y - 25)
    expect(Math.abs(r - 16)).toBeLessThan(0.9)
    expect(-(dx * (x - 30) + dy * (y - 25)) / (r * length)).toBeGreaterThan(0.97)
    octants.add(Math.floor((4 * Math.atan2(y - 25, x - 30)) / Math.PI))
  }
  expect(octants.size).toBeGreaterThanOrEqual(8)
})

test('thresholds are heights of steps: what is lower than high nowhere is no edge', () => {
  // Three steps, of 1, 0.3 and 0.1 of the range.
  const image = draw((x, y) =>
    y < 25 && x < 30 ? 0 : x < 15 ? 100 : x < 30 ? 100 : x < 45 ? 70 : 60,
  )
  const columns = (options: object) =>
    new Set(
      edgesIn(canny(image, options))
        .filter(({ y }) => y > 35)
        .map(({ x }) => 15 * Math.round(x / 15)),
    )
  expect(columns({ low: 0.2, high: 0.2 })).toEqual(new Set([30]))
  expect(columns({ low: 0.35, high: 0.35 })).toEqual(new Set())
  expect(columns({ low: 0.07, high: 0.07 })).toEqual(new Set([30, 45]))
})

test('hysteresis: a faint piece stays where a clear one leads to it, and not alone', () => {
  // One edge that fades downwards, and one that is faint all along.
  const image = draw((x, y) => (x < 15 ? 0 : 100 - y * 1.7) + (x < 45 ? 0 : -10))
  const edges = edgesIn(canny(image, { low: 0.05, high: 0.4 }))
  expect(edges.some(({ x, y }) => Math.abs(x - 15) < 2 && y > 40)).toBe(true)
  expect(edges.some(({ x }) => Math.abs(x - 45) < 2)).toBe(false)
})

test('sees no more of noise than its thresholds allow', async () => {
  const noisy = draw((x, y) => (x < 30 ? 40 : 160) + 20 * Math.sin(x * 12.9898 + y * 78.233))
  const edges = edgesIn(canny(noisy, { sigma: 2, low: 0.2, high: 0.4 }))
  for (const { x } of edges) expect(Math.abs(x - 29.5)).toBeLessThan(2.5)
})

describe('any image', () => {
  test('scaled and shifted has the same edges', async () => {
    const picture = await loadPicture('astronaut-96x96')
    const image = { ...picture, data: Float64Array.from(picture.data) }
    const plain = canny(image)
    expect(edgesIn(plain).length).toBeGreaterThan(300)
    // Powers of two change no rounding.
    expect(canny(mapSamples(image, (value) => value * 4)).data).toEqual(plain.data)
    expect(canny(picture).data).toEqual(plain.data)
  })

  test('of one value has none', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        expect(edgesIn(canny(draw(() => value)))).toEqual([])
      }),
      { seed: 821, numRuns: 20 },
    )
  })

  test('upside down has its edges upside down', async () => {
    const image = await loadPicture('camera-61x97')
    const flip = (data: Uint8Array) => data.slice().reverse()
    const turned = edgesIn(canny({ ...image, data: flip(image.data) }))
    const plain = edgesIn(canny(image))
    // Where two neighbours tie, the other one is kept.
    expect(Math.abs(turned.length - plain.length)).toBeLessThan(0.03 * plain.length)
    const places = new Set(plain.map(({ x, y }) => y * image.width + x))
    const near = turned.filter(({ x, y }) => {
      const i = (image.height - 1 - y) * image.width + image.width - 1 - x
      return [0, 1, -1, image.width, -image.width].some((step) => places.has(i + step))
    })
    expect(near.length).toBeGreaterThan(0.97 * turned.length)
  })
})

describe('mask', () => {
  const isHole = (x: number, y: number) => Math.hypot(x - 30, y - 25) < 12
  const clean = draw((_, y) => (y < 25 ? 20 : 90))
  const damaged = draw((x, y) => (isHole(x, y) ? 255 : y < 25 ? 20 : 90))
  const mask = damaged.data.map((_, i) => (isHole(i % width, Math.floor(i / width)) ? 1 : 0))

  test('missing pixels have no edges and make none', () => {
    const edges = edgesIn(canny(damaged, { mask }))
    expect(edges.length).toBeGreaterThan(30)
    for (const { x, y } of edges) {
      expect(isHole(x, y)).toBe(false)
      expect(Math.abs(y - 24.5)).toBeLessThan(1)
    }
    expect(edges.some(({ x }) => x > 14 && x <= 18)).toBe(true)
    expect(canny(damaged, { mask }).data).toEqual(canny(clean, { mask }).data)
  })

  test('NaN is missing too', () => {
    const holed = mapSamples(damaged, (value) => (value === 255 ? NaN : value))
    expect(canny(holed).data).toEqual(canny(damaged, { mask }).data)
  })
})

describe('errors', () => {
  const image = draw(() => 0)
  const call = canny as (...args: unknown[]) => unknown
  const rows: [args: unknown[], error: Error][] = [
    [
      ['x'],
      new TypeError(
        "image: expected { data, width, height }, { data, info } or an ndarray, got 'x'",
      ),
    ],
    [[image, 3], new TypeError('options: expected an object, got 3')],
    [
      [image, { sgma: 1 }],
      new TypeError("options: expected only sigma, low, high, mask, got 'sgma'"),
    ],
    [[image, { sigma: 0.4 }], new RangeError('sigma: expected a number from 0.5 to 20, got 0.4')],
    [[image, { sigma: '1' }], new TypeError("sigma: expected a number from 0.5 to 20, got '1'")],
    [[image, { low: -1 }], new RangeError('low: expected a number from 0 to 1, got -1')],
    [
      [image, { low: 0.2, high: 0.1 }],
      new RangeError('high: expected a number from 0.2 to 1, got 0.1'),
    ],
    [
      [image, { mask: [1] }],
      new RangeError('mask.data: expected 60 x 50 x 1 = 3000 samples, got 1'),
    ],
  ]
  test.each(rows)('%#', (args, error) => {
    expect(() => call(...args)).toThrow(error)
  })
})
