import { expect, test } from 'vitest'
import { toByte } from '../../src/fast-marching/round'

test('toByte rounds to the nearest, halves to the even one', () => {
  for (let whole = 0; whole < 255; whole++) {
    expect(toByte(whole)).toBe(whole)
    expect(toByte(whole + 0.49999)).toBe(whole)
    expect(toByte(whole + 0.50001)).toBe(whole + 1)
    expect(toByte(whole + 0.5)).toBe(whole % 2 === 0 ? whole : whole + 1)
  }
})

test('toByte keeps to 0 to 255', () => {
  for (const low of [-1e9, -1, -0.5, -0, 0, 0.5, NaN, -Infinity]) expect(toByte(low)).toBe(0)
  for (const high of [254.5001, 255, 255.5, 256, 1e9, Infinity]) expect(toByte(high)).toBe(255)
})
