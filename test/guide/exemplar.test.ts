import { describe, expect, test } from 'vitest'
import { canny, completeEdges } from '../../src/edges/index'
import { exemplar } from '../../src/exemplar/index'
import type { Guide } from '../../src/index'
import { createRandom } from '../support/random'

// What each part of a guide does to a completion, with and without, on drawn scenes.

const side = 128
const pixels = side * side

function draw(value: (x: number, y: number, noise: number) => number) {
  const random = createRandom(7)
  const data = new Uint8Array(pixels)
  for (let i = 0; i < pixels; i++) {
    data[i] = Math.round(value(i % side, Math.floor(i / side), random() - 0.5))
  }
  return { data, width: side, height: side, channels: 1 }
}

const isHole = (x: number, y: number) => Math.hypot(x - 64, y - 64) < 26
const marks = (isMarked: (x: number, y: number) => boolean) =>
  Uint8Array.from({ length: pixels }, (_, i) => (isMarked(i % side, Math.floor(i / side)) ? 1 : 0))
const mask = marks(isHole)

/** The share of the hole's pixels, of those asked for, whose level is within 30 of the one wanted. */
function share(
  filled: { data: Uint8Array },
  wanted: (x: number, y: number) => number,
  isCounted: (x: number, y: number) => boolean = () => true,
): number {
  let right = 0
  let count = 0
  for (let i = 0; i < pixels; i++) {
    const [x, y] = [i % side, Math.floor(i / side)]
    if (mask[i] === 0 || !isCounted(x, y)) continue
    count++
    if (Math.abs(filled.data[i] - wanted(x, y)) < 30) right++
  }
  return right / count
}

test('source and forbid: nothing is copied from where it may not', () => {
  // Three tones; around the hole there is the middle one, and a stain of the bright one touches its rim.
  const tone = (x: number, y: number) => (y < 20 ? 30 : Math.hypot(x - 64, y - 98) < 16 ? 230 : 130)
  const image = draw((x, y, noise) => tone(x, y) + 20 * noise)
  const bright = marks((x, y) => tone(x, y) > 200)
  const dark = marks((x, y) => tone(x, y) < 60)
  const middle = marks((x, y) => tone(x, y) === 130)
  const isBright = (filled: { data: Uint8Array }) => share(filled, () => 230)
  expect(isBright(exemplar(image, mask))).toBeGreaterThan(0)
  for (const guide of [{ forbid: bright }, { source: middle }, { source: middle, forbid: dark }]) {
    // Tones next to the rim are carried some way in when seams are removed, so the middle is looked at.
    const filled = exemplar(image, mask, { guide })
    expect(
      share(
        filled,
        () => 130,
        (x, y) => Math.hypot(x - 64, y - 64) < 16,
      ),
    ).toBeGreaterThan(0.99)
  }
})

test('lines: a slanted pole goes through, where without it ends', () => {
  const middle = (y: number) => 52 + 0.2 * y
  const isPole = (x: number, y: number) => Math.abs(x - middle(y)) < 3.5
  const image = draw((x, y, noise) => (isPole(x, y) ? 30 : 170) + 40 * noise)
  const core = (x: number, y: number) => Math.abs(x - middle(y)) < 2.5
  const lines = [
    [
      [middle(0), 0],
      [middle(127), 127],
    ],
  ] as const
  const guided = share(exemplar(image, mask, { guide: { lines } }), () => 30, core)
  const plain = share(exemplar(image, mask), () => 30, core)
  expect(guided).toBeGreaterThan(0.9)
  expect(guided).toBeGreaterThanOrEqual(plain)
})

test('lines: a pole that is seen at one side only ends where its line does', () => {
  const image = draw((x, y, noise) => (Math.abs(x - 64) < 3.5 && y < 50 ? 30 : 170) + 40 * noise)
  /** How far down the pole is dark. */
  const endOf = (guide?: Guide): number => {
    const { data } = exemplar(image, mask, { guide })
    let y = 0
    while (data[y * side + 64] < 100) y++
    return y
  }
  const to = (y: number): Guide => ({
    lines: [
      [
        [64, 0],
        [64, y],
      ],
    ],
  })
  expect(Math.abs(endOf(to(80)) - 80)).toBeLessThan(8)
  expect(endOf(to(80))).toBeGreaterThan(endOf() + 8)
  expect(Math.abs(endOf(to(66)) - 66)).toBeLessThan(8)
})

describe('colors', () => {
  test('choose between two textures that both fit', () => {
    const image = draw((x, _, noise) => (x < 64 ? 70 : 190) + 30 * noise)
    const data = new Uint8Array(2 * pixels)
    const hints = (tone: number): Guide => {
      for (let i = 0; i < pixels; i++) data.set([tone, mask[i] * 255], 2 * i)
      return { colors: { data, width: side, height: side } }
    }
    // Towards the rim, seams are removed, and tones fade into those of the other side.
    const near = (x: number, y: number) => Math.hypot(x - 64, y - 64) < 12
    for (const tone of [70, 190]) {
      const filled = exemplar(image, mask, { guide: hints(tone) })
      expect(share(filled, () => tone, near)).toBeGreaterThan(0.95)
    }
    expect(share(exemplar(image, mask), () => 70, near)).toBeLessThan(0.8)
  })

  test('are filled with texture, not with the flat colour', () => {
    const image = draw((x, _, noise) => (x < 64 ? 70 : 190) + 30 * noise)
    const data = new Uint8Array(2 * pixels)
    for (let i = 0; i < pixels; i++) data.set([70, mask[i] * 255], 2 * i)
    const { data: filled } = exemplar(image, mask, {
      guide: { colors: { data, width: side, height: side } },
    })
    let squares = 0
    let count = 0
    for (let y = 56; y < 72; y++) {
      for (let x = 56; x < 72; x++, count++) squares += (filled[y * side + x] - 70) ** 2
    }
    // Uniform noise 30 wide has a deviation of 8.7.
    expect(Math.sqrt(squares / count)).toBeGreaterThan(5)
  })
})

describe('edges', () => {
  // A border between two textures, that a hole has broken.
  const border = (x: number) => 64 + 0.5 * (x - 64)
  const tone = (x: number, y: number) => (y < border(x) ? 80 : 180)
  const image = draw((x, y, noise) => tone(x, y) + 40 * noise)
  const line = [
    [0, border(0)],
    [127, border(127)],
  ] as const

  test.each([
    ['a line', [line]],
    ['found by completeEdges', completeEdges(image, mask, { sigma: 2 })],
  ] as const)('%s: the border goes straight on', (_, edges) => {
    expect(edges.length).toBeGreaterThan(0)
    const guided = share(exemplar(image, mask, { guide: { edges } }), tone)
    // What is found in noise may be a pixel off.
    expect(guided).toBeGreaterThan(0.95)
  })

  test('of a drawing or a map decide where a border runs that is nowhere seen to turn', () => {
    // The upper half is dark, the lower half is bright, and the step between them is within the hole.
    const truth = (x: number, y: number) => (y < (x < 82 ? 50 : 78) ? 80 : 180)
    const stepped = draw((x, y, noise) => truth(x, y) + 30 * noise)
    const whole = canny(stepped, { sigma: 2 })
    const drawing = marks((x, y) => (x === 82 ? y >= 50 && y <= 78 : y === (x < 82 ? 50 : 78)))
    const without = share(exemplar(stepped, mask), truth)
    for (const edges of [whole, drawing]) {
      const guided = share(exemplar(stepped, mask, { guide: { edges } }), truth)
      expect(guided).toBeGreaterThan(without + 0.05)
      expect(guided).toBeGreaterThan(0.95)
    }
  })
})
