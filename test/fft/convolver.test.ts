import { expect, test } from 'vitest'
import { createConvolver } from '../../src/fft/engine/convolver'
import { convolveImage, type SpectrumColumns } from '../../src/fft/engine/real-image'
import { type Complex, irfft2, rfft2 } from '../../src/fft/index'
import { createRandom } from '../support/random'

const sizes = [
  [16, 16],
  [48, 80],
  [160, 33],
  [33, 160],
  [7, 5],
  [29, 1],
  [1, 29],
  [260, 37],
  [130, 1009],
] as const

test.each(sizes)('%i x %i: as rfft2, a product and irfft2', (width, height) => {
  const random = createRandom(width + height)
  const image = Float64Array.from({ length: width * height }, () => random() - 0.5)
  const kernel = rfft2(
    Float64Array.from(image, () => random()),
    width,
    height,
  )
  for (const sign of [1, -1]) {
    const spectrum = rfft2(image, width, height)
    const re = spectrum.re.map((x, i) => x * kernel.re[i] - sign * spectrum.im[i] * kernel.im[i])
    const im = spectrum.im.map((y, i) => y * kernel.re[i] + sign * spectrum.re[i] * kernel.im[i])
    const expected = irfft2({ re, im }, width, height)

    const whole = image.slice()
    convolveImage(whole, width, height, kernel, sign < 0)
    expectClose(whole, expected)

    const byColumns = image.slice()
    const columns = columnsOf(kernel, (width >> 1) + 1, height)
    convolveImage(byColumns, width, height, columns, sign < 0)
    expectClose(byColumns, expected)
    // Again, for what the plan has kept.
    byColumns.set(image)
    convolveImage(byColumns, width, height, columns, sign < 0)
    expectClose(byColumns, expected)

    const convolver = createConvolver(width, height, kernel)
    // What was there before does not matter.
    for (let y = 0; y < height; y += 2) convolver.enter(y, expected, y * width)
    for (let y = 0; y < height; y += 2) convolver.enter(y, image, y * width)
    convolver.convolve(sign < 0)
    const byRows = new Float64Array(width * height)
    for (let y = 0; y < height; y += 2) convolver.leave(y, byRows, y * width)
    expectClose(byRows, expected)
  }
})

function columnsOf(kernel: Complex, half: number, height: number): SpectrumColumns {
  return (first, count, to) => {
    for (let v = 0; v < height; v++) {
      const from = v * half + first
      to.re.set(kernel.re.subarray(from, from + count), v * count)
      to.im.set(kernel.im.subarray(from, from + count), v * count)
    }
  }
}

function expectClose(actual: Float64Array, expected: Float64Array): void {
  const scale = expected.reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  const worst = actual.reduce((most, x, i) => Math.max(most, Math.abs(x - expected[i])), 0)
  expect(worst / scale).toBeLessThan(2e-15)
}
