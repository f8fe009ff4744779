import { expect, test } from 'vitest'
import { exemplar } from '../../src/exemplar/index'
import { createRandom } from '../support/random'
import { damage, draw, maskWhere, tiled, wrongPixels } from './scenes'

// What cannot be right by being blurred: the hole's content is somewhere else, pixel by pixel.

test.each([
  [8, 1],
  [13, 1],
  [24, 3],
])('a tile of %i x %i noise that repeats, in %i channels', (side, channels) => {
  const image = tiled(160, 120, side, side, channels)
  const mask = maskWhere(image, (x, y) => Math.hypot(x - 80, y - 60) < 26)
  expect(wrongPixels(exemplar(damage(image, mask), mask), image)).toBe(0)
})

test('a copy elsewhere of what is missing', () => {
  const random = createRandom(4)
  const noise = Uint8Array.from({ length: 200 * 120 }, () => random() * 256)
  // The right half is the left one.
  const image = draw(200, 120, (x, y) => noise[y * 200 + (x % 100)])
  const mask = maskWhere(image, (x, y) => Math.abs(x - 140) < 14 && Math.abs(y - 60) < 11)
  expect(wrongPixels(exemplar(damage(image, mask), mask), image)).toBe(0)
})

test('two textures that meet at a straight border', () => {
  const left = tiled(160, 128, 8, 1)
  const right = tiled(160, 128, 8, 2)
  const image = draw(160, 128, (x, y) => (x < 80 ? left : right).data[y * 160 + x])
  const mask = maskWhere(image, (x, y) => Math.abs(x - 78) < 20 && Math.abs(y - 60) < 18)
  expect(wrongPixels(exemplar(damage(image, mask), mask), image)).toBeLessThanOrEqual(3)
})

test.each([
  ['a bar across', (x: number, y: number) => (Math.abs(y - 64) < 9 ? 220 : 40 + 0 * x)],
  ['an edge at an angle', (x: number, y: number) => (2 * y - x < 60 ? 200 : 60)],
  ['a cross', (x: number, y: number) => (Math.abs(y - 64) < 8 || Math.abs(x - 80) < 8 ? 200 : 60)],
])('Criminisi: %s', (_name, level) => {
  const image = draw(160, 128, level)
  const mask = maskWhere(image, (x, y) => Math.hypot(x - 50, y - 64) < 17)
  expect(wrongPixels(exemplar(damage(image, mask), mask), image)).toBeLessThanOrEqual(3)
})
