import { expect, test } from 'vitest'
import { coherence } from '../../src/coherence/index'
import { expectSameImage } from '../support/expect-image'
import { masks } from '../support/masks'
import { loadPicture, mapSamples, type Raster } from '../support/pictures'
import { inpaintAsync } from '../worker/worker'

const photo = await loadPicture('astronaut-96x96')

test.each(Object.entries(masks))('workers give the same bits: %s', async (name, draw) => {
  const mask = draw(96, 96, 2)
  for (const image of [photo, { ...photo, data: Float64Array.from(photo.data) }]) {
    for (const options of [{}, { radius: 3, smoothing: 1 }, { kappa: 0 }, { dataRange: 100 }]) {
      const actual = await inpaintAsync<Raster>(image, mask, {
        method: 'coherence',
        workers: 2,
        ...options,
      })
      expectSameImage(actual, coherence<Raster>(image, mask, options), `workers: ${name}`)
    }
  }
})

test('holes out of reach of each other do not matter to each other, floats included', () => {
  // Two spots further apart than twice the reach of the defaults, 14, on a large enough picture.
  const width = 96
  const spot = (left: number, top: number) => {
    const mask = new Uint8Array(width * width)
    for (let i = 0; i < 81; i++) mask[(top + Math.floor(i / 9)) * width + left + (i % 9)] = 1
    return mask
  }
  const one = spot(5, 20)
  const other = spot(70, 60)
  const both = one.map((value, i) => value | other[i])
  for (const image of [photo, { ...photo, data: Float32Array.from(photo.data) }]) {
    const together = coherence<Raster>(image, both)
    const apart = coherence<Raster>(coherence<Raster>(image, one), other)
    expectSameImage(together, apart, 'holes apart')
  }
})

test('the work done is told as it grows, and stops where it is told to', () => {
  const mask = masks.text(96, 96, 1)
  const told: number[] = []
  coherence(photo, mask, { onProgress: (fraction) => told.push(fraction) })
  expect(told.length).toBeGreaterThan(5)
  expect(told).toEqual([...told].sort((a, b) => a - b))
  expect(told.at(-1)).toBe(1)

  const controller = new AbortController()
  const { signal } = controller
  const before = mapSamples(photo, (value) => value)
  const stopped = (): unknown =>
    coherence(photo, mask, { signal, onProgress: () => controller.abort(new Error('enough')) })
  expect(stopped).toThrow('enough')
  expectSameImage(photo, before, 'after abort')
  // And the memory kept for the next call is as good as new.
  expectSameImage(coherence(photo, mask), coherence(photo, mask, {}), 'after abort')
})

test('a call from within onProgress of another gets memory of its own', () => {
  const mask = masks.discs(96, 96, 3)
  const expected = coherence(photo, mask)
  let inner: Raster | undefined
  const outer = coherence(photo, mask, {
    onProgress: () => {
      inner ??= coherence(photo, mask)
    },
  })
  expectSameImage(outer, expected, 'outer')
  expectSameImage(inner as Raster, expected, 'inner')
})
