import { expect, test } from 'vitest'
import { autocorrelate } from '../../src/kriging/autocorrelation'
import { createRandom } from '../support/random'

const side = 32
const area = side * side

function noise(seed: number): Float64Array {
  const random = createRandom(seed)
  return Float64Array.from({ length: area }, () => random() - 0.5)
}

test('is the sum of both planes’ circular autocorrelations', () => {
  const p = noise(1)
  const q = noise(2)
  const window = { re: p.slice(), im: q.slice() }
  autocorrelate(window, side, 0)
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [5, 31],
    [16, 16],
    [30, 3],
  ]) {
    let sum = 0
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const i = y * side + x
        const j = ((y + dy) % side) * side + ((x + dx) % side)
        sum += p[i] * p[j] + q[i] * q[j]
      }
    }
    expect(window.re[dy * side + dx] / area).toBeCloseTo(sum, 8)
  }
})

test('flattens the spectrum to powers of 0.875 and 0.75', () => {
  const spectrum = (flattening: 0 | 1 | 2): Float64Array => {
    const window = { re: noise(3), im: new Float64Array(area) }
    autocorrelate(window, side, flattening)
    // The autocorrelation's own autocorrelation has the square of the power for a spectrum.
    const again = { re: window.re, im: new Float64Array(area) }
    return powerOf(again.re)
  }
  const plain = spectrum(0)
  const little = spectrum(1)
  const much = spectrum(2)
  for (let k = 0; k < area; k += 37) {
    expect(Math.log(little[k]) / Math.log(plain[k])).toBeCloseTo(0.875, 2)
    expect(Math.log(much[k]) / Math.log(plain[k])).toBeCloseTo(0.75, 2)
  }
})

/** The real part of the discrete Fourier transform, by its definition, at every 37th frequency. */
function powerOf(plane: Float64Array): Float64Array {
  const out = new Float64Array(area)
  for (let k = 0; k < area; k += 37) {
    const u = k % side
    const v = Math.floor(k / side)
    for (let i = 0; i < area; i++) {
      const turns = (u * (i % side) + v * Math.floor(i / side)) / side
      out[k] += (plane[i] * Math.cos(2 * Math.PI * turns)) / area
    }
  }
  return out
}
