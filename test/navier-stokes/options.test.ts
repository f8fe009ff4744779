import { describe, expect, test } from 'vitest'
import { inpaint } from '../../src/index'
import { navierStokes, ns } from '../../src/navier-stokes/index'
import { ns as nsItself } from '../../src/ns/index'
import { expectSameImage } from '../support/expect-image'
import { scratches, text } from '../support/masks'
import { loadPicture, mapSamples, type Raster } from '../support/pictures'
import { difference, discOf, scene, valueAt, without } from './scenes'

const photo = await loadPicture('chelsea-97x61')
const mask = text(photo.width, photo.height, 5)

test('each option has an effect, and its default is the documented one', () => {
  const usual = navierStokes(photo, mask)
  const defaults = { viscosity: 0.01, iterations: 40, tolerance: 0.0005 }
  expectSameImage(navierStokes(photo, mask, defaults), usual, 'navier-stokes defaults')
  for (const other of [{ viscosity: 0.5 }, { iterations: 2 }, { tolerance: 0.1 }]) {
    expect(difference(navierStokes(photo, mask, other), usual, mask)).toBeGreaterThan(0.3)
  }
})

test('more viscosity blurs an edge', () => {
  const holed = without(
    scene((_x, y) => (y > 0 ? 1 : 0)),
    discOf(8),
  )
  const slopes = [0.001, 0.01, 0.1, 1].map((viscosity) => {
    const filled = navierStokes(holed, null, { viscosity })
    return valueAt(filled, 0, 0.5) - valueAt(filled, 0, -0.5)
  })
  for (let n = 1; n < slopes.length; n++) expect(slopes[n]).toBeLessThan(slopes[n - 1])
})

test('the radius has no effect', () => {
  const expected = navierStokes(photo, mask)
  expectSameImage(navierStokes(photo, mask, 9), expected, 'navier-stokes radius')
  expectSameImage(inpaint(photo, mask, 1, 'navier-stokes'), expected, 'navier-stokes by name')
  const options = { viscosity: 0.1 }
  const viscous = navierStokes(photo, mask, options)
  expectSameImage(navierStokes(photo, mask, 3, options), viscous, 'navier-stokes fourth')
  expectSameImage(inpaint(photo, mask, 3, 'navier-stokes', options), viscous, 'navier-stokes fifth')
})

test('OpenCV’s form is still found under the name it had', () => {
  expect(ns).toBe(nsItself)
})

describe('samples', () => {
  test('channels share the directions: grey in three channels is grey, three times', () => {
    const { width, height } = photo
    const grey = {
      data: Float64Array.from(photo.data.filter((_, i) => i % 3 === 1)),
      width,
      height,
    }
    const thrice = { data: new Float64Array(width * height * 3), width, height, channels: 3 }
    for (let i = 0; i < thrice.data.length; i++) thrice.data[i] = grey.data[Math.floor(i / 3)]
    const one = navierStokes(grey, mask).data
    const three = navierStokes(thrice, mask).data
    for (let i = 0; i < three.length; i++) expect(three[i]).toBeCloseTo(one[Math.floor(i / 3)], 6)
  })

  test('a constant channel stays constant beside others', () => {
    const withAlpha: Raster<Float32Array> = {
      ...photo,
      channels: 4,
      data: new Float32Array(photo.width * photo.height * 4).fill(0.7),
    }
    for (let i = 0; i < photo.data.length; i++) {
      withAlpha.data[Math.floor(i / 3) * 4 + (i % 3)] = photo.data[i] / 255
    }
    const filled = navierStokes(withAlpha, mask)
    const alphas = filled.data.filter((_, i) => i % 4 === 3)
    expect(new Set(alphas)).toEqual(new Set([Math.fround(0.7)]))
  })

  test('none leaves the range of the known ones', () => {
    const noise = mapSamples(
      { ...photo, data: Float64Array.from(photo.data) },
      (_, i) => Math.sin(i * i) + (i % 7 === 0 ? 3 : 0),
    )
    for (const damage of [mask, scratches(photo.width, photo.height, 2)]) {
      const known = [...noise.data].filter((_, i) => damage[Math.floor(i / 3)] === 0)
      const filled = navierStokes(noise, damage).data
      expect(Math.min(...filled)).toBeGreaterThanOrEqual(Math.min(...known))
      expect(Math.max(...filled)).toBeLessThanOrEqual(Math.max(...known))
    }
  })
})

describe('progress and signal', () => {
  test('are looked after in every turn', () => {
    const whole = scene((x, y) => (x > y ? 1 : 0))
    const holed = without(whole, discOf(20))
    const told: number[] = []
    navierStokes(holed, null, { onProgress: (share) => told.push(share) })
    expect(told.length).toBeGreaterThan(5)
    for (let n = 1; n < told.length; n++) expect(told[n]).toBeGreaterThan(told[n - 1])
    expect(told.at(-1)).toBe(1)

    const controller = new AbortController()
    const stop = (): void => controller.abort(new Error('enough'))
    const options = { onProgress: stop, signal: controller.signal }
    expect(() => navierStokes(holed, null, options)).toThrow('enough')
  })
})
