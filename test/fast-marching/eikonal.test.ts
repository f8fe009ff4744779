import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FAR, solveEikonal } from '../../src/fast-marching/eikonal'

// Dyadic distances, so that differences are exact and the bounds below are too.
const distance = fc.oneof(
  fc.integer({ min: 0, max: 160 }).map((n) => n / 64),
  fc.constant(FAR),
)
const runs = { seed: 140, numRuns: 500 }

test('by hand', () => {
  expect(solveEikonal(0, 0)).toBe(Math.SQRT1_2)
  expect(solveEikonal(0, FAR)).toBe(1)
  expect(solveEikonal(FAR, 3)).toBe(4)
  expect(solveEikonal(2, 3)).toBe(3)
  expect(solveEikonal(0.6, 0.8)).toBeCloseTo(1.4, 12)
})

test('solves (T - a)² + (T - b)² = 1, or steps 1 from the nearer neighbour', () => {
  fc.assert(
    fc.property(distance, distance, (a, b) => {
      const T = solveEikonal(a, b)
      if (Math.abs(a - b) >= 1) expect(T).toBe(1 + Math.min(a, b))
      else expect((T - a) ** 2 + (T - b) ** 2).toBeCloseTo(1, 9)
    }),
    runs,
  )
})

test('is above the nearer neighbour by 0.707 to 1, and not below the farther one by more than that', () => {
  fc.assert(
    fc.property(distance, distance, (a, b) => {
      const above = solveEikonal(a, b) - Math.min(a, b)
      expect(above).toBeGreaterThanOrEqual(Math.SQRT1_2 - 1e-9)
      expect(above).toBeLessThanOrEqual(1)
      expect(solveEikonal(b, a)).toBe(solveEikonal(a, b))
    }),
    runs,
  )
})

test('grows with either neighbour, which is why the least of each pair is enough', () => {
  fc.assert(
    fc.property(distance, distance, distance, (a, b, c) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      expect(solveEikonal(low, c)).toBeLessThanOrEqual(solveEikonal(high, c) + 1e-12)
    }),
    runs,
  )
})
