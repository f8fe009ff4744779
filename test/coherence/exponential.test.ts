import { expect, test } from 'vitest'
import { createExponential } from '../../src/coherence/exponential'

const exponential = createExponential()

test('is the exponential, to 2e-14 of it', () => {
  // Engines differ in the last bit, which is far less.
  let worst = 0
  for (let x = 0; x > -81; x -= 0.00137) {
    worst = Math.max(worst, Math.abs(exponential(x) / Math.exp(x) - 1))
  }
  expect(worst).toBeLessThan(2e-14)
})

test('is exactly 1 at 0, and 0 where nothing is left', () => {
  expect(exponential(0)).toBe(1)
  expect(exponential(-82)).toBe(0)
  expect(exponential(-Infinity)).toBe(0)
})
