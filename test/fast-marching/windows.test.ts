import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { inpaint } from '../../src/index'
import { anyDamaged, anyRadius } from '../support/arbitraries'

// Holes that do not fit into the workspace are filled through windows. With a smaller room than there
// is, small holes are too; what comes out must not depend on it.

let roomForTests = Infinity
let leastForTests = 0
let windows = 0

vi.mock('../../src/fast-marching/workspace', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/fast-marching/workspace')>()
  return {
    ...original,
    reservedRoom: (...given: Parameters<typeof original.reservedRoom>) =>
      Math.min(roomForTests, original.reservedRoom(...given)),
  }
})

vi.mock('../../src/fast-marching/windows', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/fast-marching/windows')>()
  return {
    ...original,
    get leastRoom() {
      return leastForTests
    },
  }
})

vi.mock('../../src/mask/bitmap', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/mask/bitmap')>()
  return {
    ...original,
    dilate: (...given: Parameters<typeof original.dilate>) => {
      windows++
      return original.dilate(...given)
    },
  }
})

function withRoom<T>(pixels: number, radius: number, work: () => T): T {
  roomForTests = pixels
  // What a window onto one pixel takes: as many numbers that are no pixels as pixels.
  leastForTests = 2 * (2 * (radius + 1) + 1) ** 2
  try {
    return work()
  } finally {
    roomForTests = Infinity
  }
}

test.each(['telea', 'ns'] as const)('%s: a small room gives the same bits', (method) => {
  windows = 0
  let calls = 0
  fc.assert(
    fc.property(
      anyDamaged({ leastSide: 2, mostSide: 60 }),
      anyRadius,
      fc.integer({ min: 0, max: 2000 }),
      ({ image, mask }, radius, room) => {
        const repair = () => inpaint(image, mask, radius, method).data
        const expected = repair()
        const actual = withRoom(room, radius, repair)
        calls += 2
        expect(actual).toEqual(expected)
      },
    ),
    { seed: 140, numRuns: 300 },
  )
  // One look at the mask for each call; the others are windows.
  expect(windows - calls).toBeGreaterThan(calls)
})

test('progress goes on through the windows', () => {
  const [width, height] = [120, 100]
  const image = { data: new Uint8Array(width * height).map((_, i) => i % 251), width, height }
  const mask = image.data.map((_, i) => (i % width > 10 && i > 10 * width ? 1 : 0))
  const fractions: number[] = []
  withRoom(500, 3, () => inpaint(image, mask, { onProgress: (done) => fractions.push(done) }))
  expect(fractions.length).toBeGreaterThan(20)
  expect(fractions).toEqual([...new Set(fractions)].sort((a, b) => a - b))
  expect(fractions.at(-1)).toBe(1)
})

test('a window onto one pixel always fits', async () => {
  const { leastRoom } = await vi.importActual<typeof import('../../src/fast-marching/windows')>(
    '../../src/fast-marching/windows',
  )
  const mostReach = 101
  expect(leastRoom).toBeGreaterThan(2 * (2 * mostReach + 1) ** 2)
})
