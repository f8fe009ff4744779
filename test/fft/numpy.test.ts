import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fft2, ifft2, irfft2, rfft2 } from '../../src/fft/index'
import { expectClose } from './expect-close'

// Against numpy.fft: the files are written by test/golden/fft.py.

const folder = join(import.meta.dirname, '../golden/fft')
const sizes = readdirSync(folder).map((name) => name.replace('.bin', '').split('x').map(Number))

/** The image of the script, drawn again. */
function draw(width: number, height: number) {
  const pixels = Array.from({ length: width * height }, (_, i) => [
    i % width,
    Math.floor(i / width),
  ])
  return {
    re: Float64Array.from(pixels, ([x, y]) => ((31 * x + 17 * y + x * y) % 97) - 48),
    im: Float64Array.from(pixels, ([x, y]) => ((13 * x + 29 * y + x * x) % 89) - 44),
  }
}

function load(width: number, height: number) {
  const bytes = readFileSync(join(folder, `${width}x${height}.bin`))
  const doubles = Float64Array.from({ length: bytes.length / 8 }, (_, i) =>
    bytes.readDoubleLE(8 * i),
  )
  const whole = width * height
  const half = (Math.floor(width / 2) + 1) * height
  expect(doubles.length).toBe(2 * whole + 2 * half)
  return {
    complex: { re: doubles.subarray(0, whole), im: doubles.subarray(whole, 2 * whole) },
    real: {
      re: doubles.subarray(2 * whole, 2 * whole + half),
      im: doubles.subarray(2 * whole + half),
    },
  }
}

test('there are images with odd, even and prime sides', () => {
  expect(sizes.length).toBeGreaterThan(7)
})

describe.each(sizes)('%i x %i', (width, height) => {
  const image = draw(width, height)
  const golden = load(width, height)

  test('fft2 and ifft2', () => {
    expectClose(fft2(image, width, height), golden.complex)
    expectClose(ifft2(golden.complex, width, height), image)
  })

  test('rfft2 and irfft2', () => {
    expectClose(rfft2(image.re, width, height), golden.real)
    expectClose({ re: irfft2(golden.real, width, height) }, { re: image.re })
  })
})
