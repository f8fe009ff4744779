import { describe, expect, test } from 'vitest'
import { canny } from '../../src/edges/index'
import type { Guide } from '../../src/guide/guide'
import { guidancePlanes } from '../../src/guide/planes'
import { readGuide } from '../../src/guide/read-guide'
import { copyImage } from '../../src/image/picture'
import { createBitmap } from '../../src/mask/bitmap'

// A guide as a completion reads it: planes over the whole picture.

const width = 40
const height = 30

/** Dark left of column 20, and bright from there on. */
const image = {
  data: Uint8Array.from({ length: width * height }, (_, i) => (i % width < 20 ? 30 : 200)),
  width,
  height,
}
/** Missing are rows 10 to 19, columns 12 to 27. */
const isMissing = (x: number, y: number) => x >= 12 && x < 28 && y >= 10 && y < 20

function planesOf(guide: Guide) {
  const picture = copyImage(image)
  const missing = createBitmap(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isMissing(x, y)) missing.words[y * missing.stride + (x >> 5)] |= 1 << (x & 31)
    }
  }
  const parts = ['source', 'forbid', 'lines', 'colors', 'edges'] as const
  return guidancePlanes(readGuide(guide, parts, picture), picture, missing)
}

const at = (x: number, y: number) => y * width + x

test('nothing asked for, nothing made', () => {
  expect(Object.values(planesOf({})).every((plane) => plane === undefined)).toBe(true)
})

test('source and forbid: allowed is what the one names and the other does not', () => {
  const left = image.data.map((_, i) => (i % width < 30 ? 1 : 0))
  const top = image.data.map((_, i) => (i < 5 * width ? 1 : 0))
  const both = planesOf({ source: left, forbid: top }).allowed as Int8Array
  const source = planesOf({ source: left }).allowed as Int8Array
  const forbid = planesOf({ forbid: top }).allowed as Int8Array
  for (let i = 0; i < left.length; i++) {
    expect([source[i], forbid[i], both[i]]).toEqual([left[i], 1 - top[i], left[i] * (1 - top[i])])
  }
})

test('lines: signed distance, which line, and its direction', () => {
  const lines = [
    [
      [0, 6],
      [39, 6],
    ],
    [
      [5, 29],
      [25, 9],
    ],
  ] as const
  const { distance, stroke, cosine, sine } = planesOf({ lines }).lines as NonNullable<
    ReturnType<typeof planesOf>['lines']
  >
  // Drawn to the right, with y down: above is left, and negative.
  expect(distance[at(30, 3)]).toBe(-3)
  expect(distance[at(30, 8)]).toBe(2)
  expect([stroke[at(30, 3)], cosine[at(30, 3)], sine[at(30, 3)]]).toEqual([1, 1, 0])
  // The second runs at 45 degrees upwards: twice that is straight up.
  const i = at(12, 21)
  expect(stroke[i]).toBe(2)
  expect(distance[i]).toBeCloseTo(-Math.SQRT1_2, 5)
  expect(cosine[i]).toBeCloseTo(0, 6)
  expect(sine[i]).toBeCloseTo(-1, 6)
  for (let p = 0; p < distance.length; p++) expect(Math.abs(distance[p])).toBeLessThanOrEqual(64)
})

test('colors: only where something is missing, in the units of the picture', () => {
  const data = new Uint16Array(2 * width * height)
  for (let i = 0; i < width * height; i++) data.set([257 * 77, 65535 / 5], 2 * i)
  const { samples, weight } = planesOf({ colors: { data, width, height } }).colors as NonNullable<
    ReturnType<typeof planesOf>['colors']
  >
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      expect(weight[at(x, y)]).toBeCloseTo(isMissing(x, y) ? 0.2 : 0, 6)
      expect(samples[at(x, y)]).toBeCloseTo(isMissing(x, y) ? 77 : 0, 9)
    }
  }
})

describe('edges', () => {
  const drawn = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) drawn[at(20, y)] = 255
  const line = [
    [20, 0],
    [20, 29],
  ] as const
  const whole = canny(image)
  const rows: [string, Guide['edges']][] = [
    ['lines', [line]],
    ['a map', whole],
    ['a drawing', drawn],
  ]
  test.each(rows)('%s: the picture keeps its own, the hole gets these', (_, edges) => {
    const { cosine, sine } = planesOf({ edges }).edges as NonNullable<
      ReturnType<typeof planesOf>['edges']
    >
    for (const y of [3, 14, 25]) {
      const found = [18, 19, 20, 21].filter((x) => cosine[at(x, y)] !== 0)
      expect(found.length).toBeGreaterThan(0)
      expect(found.length).toBeLessThan(3)
      for (const x of found) {
        // Upright: twice 90 degrees.
        expect(cosine[at(x, y)]).toBeCloseTo(-1, 5)
        expect(sine[at(x, y)]).toBeCloseTo(0, 5)
      }
      expect(cosine[at(5, y)]).toBe(0)
    }
  })

  test('none in the hole leave the hole without', () => {
    const none = new Uint8Array(width * height)
    const { cosine } = planesOf({ edges: none }).edges as NonNullable<
      ReturnType<typeof planesOf>['edges']
    >
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) if (isMissing(x, y)) expect(cosine[at(x, y)]).toBe(0)
    }
    expect(cosine.some((value) => value !== 0)).toBe(true)
  })
})
