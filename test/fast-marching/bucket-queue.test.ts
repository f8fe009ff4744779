import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BucketQueue, createBucketQueue, slots } from '../../src/fast-marching/bucket-queue'
import { createRandom, integer } from '../support/random'

function queueOver(T: Float32Array): BucketQueue {
  const queue = createBucketQueue({ T, next: new Int32Array(T.length + slots) })
  queue.reset()
  return queue
}

/** Takes out all that was `pushed`, `after` each pixel doing what a march does: pushing others. */
function drained(
  queue: BucketQueue,
  pushed: () => number,
  after: (pixel: number) => void = () => {},
): number[] {
  const out: number[] = []
  while (out.length < pushed()) {
    const count = queue.open()
    // A march reads the bucket while it pushes.
    for (let i = 0; i < count; i++) {
      out.push(queue.opened[i])
      after(queue.opened[i])
    }
  }
  return out
}

describe('the queue gives what a stable sort gives', () => {
  test.each([
    // Few values, so nearly all are ties.
    ['ties', 4, 300],
    ['any values', 2 ** 24, 300],
    ['thousands in a bucket', 2 ** 24, 5000],
  ])('%s', (_, values, most) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: most }), fc.integer(), (count, drawing) => {
        const random = createRandom(drawing)
        // What the band, at distance 0, pushes: distances from 0.7 to 1.
        const spread = random() < 0.5 ? 1 / 64 : 1 / 4
        const T = new Float32Array(count).map(
          () => 0.75 + (integer(random, 0, values - 1) / values) * spread,
        )
        const queue = queueOver(T)
        const pixels = [...T.keys()]
        for (const pixel of pixels) queue.push(pixel)
        expect(drained(queue, () => count)).toEqual(pixels.sort((p, q) => T[p] - T[q]))
      }),
      { seed: 130, numRuns: 60 },
    )
  })

  // In a corridor each pixel pushes one more, and the buckets are used again and again.
  test.each([
    ['a front that grows', 3],
    ['a front that goes far', 1],
  ])('while more is pushed, 0.707 to 1 above what is taken out: %s', (_, mostPushed) => {
    fc.assert(
      fc.property(fc.integer(), (drawing) => {
        const random = createRandom(drawing)
        const count = 2000
        const T = new Float32Array(count)
        const queue = queueOver(T)
        const list: number[] = []
        const expected: number[] = []
        let pushed = 0
        const pushAll = (above: number, many: number, push: (pixel: number) => void): void => {
          for (let i = 0; i < many && pushed < count; i++) {
            // Sixteenths make ties, with what was pushed before and with what is still to come.
            T[pushed] =
              above + (random() < 0.5 ? 0.75 + integer(random, 0, 4) / 16 : 0.708 + random() * 0.29)
            push(pushed++)
          }
        }
        const both = (pixel: number): void => {
          queue.push(pixel)
          list.push(pixel)
        }
        pushAll(0, 40, both)
        const take = (pixel: number): void => {
          // The plain list, one step: the first of the least.
          let least = 0
          for (let i = 1; i < list.length; i++) if (T[list[i]] < T[list[least]]) least = i
          expected.push(list.splice(least, 1)[0])
          pushAll(T[pixel], integer(random, mostPushed === 1 ? 1 : 0, mostPushed), both)
        }
        const actual = drained(queue, () => pushed, take)
        expect(actual).toEqual(expected)
        expect(list).toEqual([])
        expect(actual.length).toBe(pushed)
      }),
      { seed: 131, numRuns: 40 },
    )
  })
})

test('reset forgets what was waiting', () => {
  // The last pixel belongs in the bucket of the third.
  const T = Float32Array.of(0.8, 1.5, 0.9, 0.9)
  const queue = queueOver(T)
  for (const pixel of [1, 0, 2]) queue.push(pixel)
  expect(queue.open()).toBe(1)
  queue.reset()
  queue.push(3)
  queue.push(0)
  expect(drained(queue, () => 2)).toEqual([0, 3])
  queue.push(1)
  expect(drained(queue, () => 1)).toEqual([1])
})
