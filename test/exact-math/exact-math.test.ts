import { describe, expect, test } from 'vitest'
import { asin } from '../../src/exact-math/asin'
import { exponentOf, powerOfTwo } from '../../src/exact-math/binary'
import { cosineInOctant, cosineOfTurn, sineInOctant, sineOfTurn } from '../../src/exact-math/circle'
import { exp } from '../../src/exact-math/exp'
import { pow } from '../../src/exact-math/pow'
import { createRandom } from '../support/random'

const random = createRandom(9)
const between = (least: number, most: number): number => least + (most - least) * random()

/** The distance between neighbouring doubles at `x`. */
function unitInTheLastPlace(x: number): number {
  return powerOfTwo(Math.max(exponentOf(Math.abs(x)) - 52, -1074))
}

/** The largest distance from the engine's own result, which may be off by one unit itself. */
function largestError(
  inputs: readonly number[],
  ours: (x: number) => number,
  engines: (x: number) => number,
): number {
  let largest = 0
  for (const x of inputs) {
    const expected = engines(x)
    const error = Math.abs(ours(x) - expected) / unitInTheLastPlace(expected)
    // Written so that NaN counts.
    if (!(error <= largest)) largest = error
  }
  return largest
}

const many = (least: number, most: number, count = 20_000): number[] =>
  Array.from({ length: count }, () => between(least, most))

describe('powers of two', () => {
  test('are what they say, from the smallest to the largest', () => {
    let expected = 5e-324
    for (let k = -1074; k <= 1023; k++, expected *= 2) {
      expect(powerOfTwo(k)).toBe(expected)
      expect(exponentOf(expected)).toBe(k)
    }
  })

  test('and next to them the exponent is that of the lesser one', () => {
    for (let k = -1021; k <= 1023; k++) {
      expect(exponentOf(powerOfTwo(k) * (1 - 2 ** -53))).toBe(k - 1)
      expect(exponentOf(powerOfTwo(k) * (1 + 2 ** -52))).toBe(k)
    }
    expect(exponentOf(Number.MAX_VALUE)).toBe(1023)
  })
})

describe('the circle', () => {
  test('at its eighths and twelfths', () => {
    for (const turns of [-2, -1, 0, 1, 5]) {
      expect([0, 1, 2, 3].map((k) => cosineOfTurn(k + 4 * turns, 4) + 0)).toEqual([1, 0, -1, 0])
      expect([0, 1, 2, 3].map((k) => sineOfTurn(k + 4 * turns, 4) + 0)).toEqual([0, 1, 0, -1])
    }
    expect(Math.abs(cosineOfTurn(1, 6) - 0.5)).toBeLessThanOrEqual(2 ** -53)
    expect(Math.abs(sineOfTurn(1, 8) - Math.SQRT1_2)).toBeLessThanOrEqual(2 ** -53)
  })

  test('within two units of the engine in the first octant, its own rounding included', () => {
    const parts = many(0, 1)
    const cosine = largestError(parts, cosineInOctant, (part) => Math.cos((part * Math.PI) / 4))
    const sine = largestError(parts, sineInOctant, (part) => Math.sin((part * Math.PI) / 4))
    expect(cosine).toBeLessThanOrEqual(2)
    expect(sine).toBeLessThanOrEqual(2)
  })

  test('its symmetries hold to the bit', () => {
    for (const n of [7, 12, 97, 1000, 4096]) {
      for (let k = 0; k < n; k++) {
        expect(cosineOfTurn(n - k, n)).toBe(cosineOfTurn(k, n))
        expect(cosineOfTurn(-k, n)).toBe(cosineOfTurn(k, n))
        expect(sineOfTurn(n - k, n) + 0).toBe(-sineOfTurn(k, n) + 0)
        expect(sineOfTurn(k, n)).toBeCloseTo(Math.sin((2 * Math.PI * k) / n), 14)
        expect(cosineOfTurn(k, n)).toBeCloseTo(Math.cos((2 * Math.PI * k) / n), 14)
        const one = cosineOfTurn(k, n) ** 2 + sineOfTurn(k, n) ** 2
        expect(Math.abs(one - 1)).toBeLessThan(5e-16)
      }
    }
  })
})

describe('the exponential', () => {
  test('within one unit and the half that the engine may be off', () => {
    expect(largestError(many(-40, 40), exp, Math.exp)).toBeLessThanOrEqual(1)
    expect(largestError(many(-700, 700), exp, Math.exp)).toBeLessThanOrEqual(1)
    expect(largestError(many(-1e-3, 1e-3), exp, Math.exp)).toBeLessThanOrEqual(1)
  })

  test('at the ends of its range', () => {
    expect(exp(0)).toBe(1)
    expect(exp(-0)).toBe(1)
    expect(exp(710)).toBe(Infinity)
    expect(exp(709.78)).toBeLessThan(Infinity)
    expect(exp(Infinity)).toBe(Infinity)
    expect(exp(-Infinity)).toBe(0)
    expect(exp(-745)).toBe(5e-324)
    expect(exp(-746)).toBe(0)
    expect(exp(NaN)).toBeNaN()
  })
})

describe('powers', () => {
  test('within one unit of the engine', () => {
    for (const y of [-8, -1.3, -0.5, 0.1, 0.5, 2 / 3, 1, 1.25, 2, 9, 37.5]) {
      const error = largestError(
        many(1e-6, 300, 4000),
        (x) => pow(x, y),
        (x) => x ** y,
      )
      expect(error, `to the power of ${y}`).toBeLessThanOrEqual(1)
    }
    const error = largestError(
      many(-300, 300),
      (y) => pow(10, y),
      (y) => 10 ** y,
    )
    expect(error).toBeLessThanOrEqual(1)
  })

  test('that are whole numbers come out whole', () => {
    for (let k = -1000; k <= 1000; k++) expect(pow(2, k)).toBe(powerOfTwo(k))
    for (let k = 0; k <= 22; k++) expect(pow(10, k)).toBe(Number(`1e${k}`))
    for (const x of [3, 7, 1.5, 100]) expect(pow(x, 2)).toBe(x * x)
  })

  test('of 0, and to the power of 0', () => {
    expect([pow(0, 2), pow(0, 0), pow(5, 0), pow(0, -1)]).toEqual([0, 1, 1, Infinity])
    expect([pow(1, 700), pow(10, 400), pow(10, -400)]).toEqual([1, Infinity, 0])
  })
})

test('the arcsine within six units of the engine', () => {
  expect([asin(0), asin(1)]).toEqual([0, Math.PI / 2])
  expect(largestError(many(0, 1), asin, Math.asin)).toBeLessThanOrEqual(6)
  expect(largestError(many(1e-9, 1e-3), asin, Math.asin)).toBeLessThanOrEqual(6)
})
