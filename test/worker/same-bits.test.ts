import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inpaint } from '../../src/index'
import { anyDamaged, anyMethod, anyRadius } from '../support/arbitraries'
import { expectSameImage } from '../support/expect-image'
import { countMissing, discs, masks } from '../support/masks'
import { loadPicture } from '../support/pictures'
import { inpaintAsync, inpaintAsyncOfModule } from './worker'

const anyWorkers = fc.integer({ min: 1, max: 5 })

test('any image, mask, method and number of workers gives the bits of the synchronous call', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyDamaged(),
      anyMethod,
      anyRadius,
      anyWorkers,
      async ({ image, mask }, method, radius, workers) => {
        const options = { method: method as 'telea' | 'ns', radius }
        const actual = await inpaintAsync(image, mask, { ...options, workers })
        expectSameImage(actual, inpaint(image, mask, options), 'workers: any')
      },
    ),
    { numRuns: 300 },
  )
})

test.each(Object.entries(masks))(
  'a photograph under %s, with all of its options',
  async (name, draw) => {
    const image = await loadPicture('chelsea-97x61')
    const mask = draw(image.width, image.height, 1)
    expect(countMissing(mask)).toBeGreaterThan(0)
    for (const options of [
      { radius: 5 },
      { radius: 2.5, gradient: 1 },
      { method: 'ns', radius: 4, maskThreshold: 100 },
      { method: 'navier-stokes', viscosity: 0.05, iterations: 5 },
      { method: 'kriging' },
      { method: 'kriging', quality: 'best', radius: 4 },
      { method: 'exemplar', seed: 3 },
      { maskMeans: 'keep' },
    ] as const) {
      const actual = await inpaintAsync(image, mask, { ...options, workers: 3 })
      expectSameImage(actual, inpaint(image, mask, options), `workers: ${name}`)
    }
  },
)

test('a grown mask and its seam', async () => {
  const image = await loadPicture('chelsea-97x61')
  const mask = discs(image.width, image.height, 5)
  const options = { method: 'harmonic', dilate: 3, feather: 1.5 } as const
  const actual = await inpaintAsync(image, mask, { ...options, workers: 2 })
  expectSameImage(actual, inpaint(image, mask, options), 'workers: seam')
})

test('a guide travels with the holes it is for', async () => {
  const image = await loadPicture('astronaut-96x96')
  const mask = discs(image.width, image.height, 2)
  const colors = { data: new Uint8Array(4 * mask.length), width: image.width, height: image.height }
  for (let i = 0; i < mask.length; i += 3) colors.data.set([200, 90, 10, i % 256], 4 * i)
  const lines = [
    {
      points: [
        [0, 5],
        [95, 60],
      ] as const,
      width: 4,
    },
  ]
  const edges = [
    [
      [90, 0],
      [10, 95],
    ],
  ] as const
  const forbid = mask.map((_, i) => (i % 96 < 20 ? 0 : 1))
  for (const options of [
    { method: 'harmonic', guide: { colors, lines, edges } },
    { method: 'harmonic', guide: { edges: mask.map((_, i) => (i % 97 === 0 ? 1 : 0)) } },
    { method: 'biharmonic', guide: { colors }, dilate: 1 },
    { method: 'exemplar', guide: { colors, lines, edges, forbid } },
    { method: 'exemplar', guide: { source: forbid, edges: forbid }, dilate: 1, feather: 1 },
  ] as const) {
    const actual = await inpaintAsync(image, mask, { ...options, workers: 3 })
    const { guide, ...unguided } = options
    const expected = inpaint(image, mask, options)
    expectSameImage(actual, expected, 'workers: guide')
    expect(inpaint(image, mask, unguided).data).not.toEqual(expected.data)
  }
})

test('a guide may be changed as soon as the call has returned', async () => {
  const image = await loadPicture('camera-96x96')
  const mask = discs(96, 96, 2)
  const colors = { data: new Uint8Array(2 * mask.length).fill(250), width: 96, height: 96 }
  const edges = mask.slice().fill(1, 0, 3000)
  const options = { method: 'harmonic', guide: { colors, edges } } as const
  const expected = inpaint(image, mask, options)
  const promise = inpaintAsync(image, mask, { ...options, workers: 1 })
  colors.data.fill(0)
  edges.fill(0)
  expectSameImage(await promise, expected, 'workers: guide changed')
})

test('thousands of specks in many batches land where they belong', async () => {
  const side = 1500
  const data = Uint16Array.from({ length: side * side * 2 }, (_, i) => (i * 7919) % 65536)
  const image = { data, width: side, height: side, channels: 2 }
  const mask = new Uint8Array(side * side)
  for (let y = 7; y < side; y += 15) for (let x = y % 11; x < side; x += 15) mask[y * side + x] = 1
  for (const workers of [1, 2, 4]) {
    const actual = await inpaintAsync(image, mask, 3, 'ns', { workers })
    expectSameImage(actual, inpaint(image, mask, 3, 'ns'), 'workers: specks')
  }
})

test('the same comes back in the same kind, for calls of every form at once', async () => {
  const image = await loadPicture('camera-96x96')
  const mask = discs(96, 96, 3)
  const plain = inpaint(image, mask, 4, 'ns')
  const sharpImage = {
    data: image.data,
    info: { width: 96, height: 96, channels: 1, premultiplied: false },
  }
  const buffer = { data: Buffer.from(image.data), width: 96, height: 96 }
  const results = await Promise.all([
    inpaintAsync(image, mask, 4, 'ns'),
    inpaintAsync(image, mask, { radius: 4, method: 'ns' }),
    inpaintAsync(image, mask, 4, 'ns', { workers: 1 }),
    inpaintAsyncOfModule(image, mask, 4, 'ns', { workers: 3 }),
  ])
  for (const result of results) expect(result).toEqual(plain)
  const ofSharp = await inpaintAsync(sharpImage, mask, 4, 'ns')
  expect(ofSharp).toEqual({ ...sharpImage, data: plain.data })
  const ofBuffer = await inpaintAsync(buffer, mask, 4, 'ns')
  expect(ofBuffer).toEqual(inpaint(buffer, mask, 4, 'ns'))
})

test('a hundred calls at once share a few workers', async () => {
  const image = await loadPicture('camera-61x97')
  const wanted = Array.from({ length: 100 }, (_, i) => discs(61, 97, i))
  const results = await Promise.all(wanted.map((mask) => inpaintAsync(image, mask)))
  results.forEach((result, i) => {
    expectSameImage(result, inpaint(image, wanted[i]), 'workers: hundred')
  })
})

test("the caller's memory is neither detached nor changed, and free as soon as the call returns", async () => {
  const image = await loadPicture('astronaut-96x96')
  const mask = discs(96, 96, 5)
  const before = image.data.slice()
  const maskBefore = mask.slice()
  const expected = inpaint(image, mask)
  const promise = inpaintAsync(image, mask)
  expect(image.data).toEqual(before)
  expect(mask).toEqual(maskBefore)
  image.data.fill(0)
  mask.fill(0)
  structuredClone(image.data, { transfer: [image.data.buffer as ArrayBuffer] })
  expectSameImage(await promise, expected, 'workers: memory')
})

test('nothing missing needs no worker', async () => {
  const image = { data: new Uint8Array([1, 2, 3]), width: 3, height: 1 }
  const told: number[] = []
  const onProgress = (fraction: number) => told.push(fraction)
  const workerUrl = '/nowhere/at/all.js'
  const result = await inpaintAsync(image, [0, 0, 0], { onProgress, workerUrl })
  expect(result).toEqual(image)
  expect(result.data).not.toBe(image.data)
  expect(told).toEqual([1])
})

test('what is written to the image and the mask after the call changes nothing', async () => {
  const image = await loadPicture('chelsea-97x61')
  const { data, width, height, channels } = image
  const asNdarray = (samples: typeof data) => ({
    data: samples,
    shape: [height, width, channels],
    stride: [width * channels, channels, 1],
    offset: 0,
  })
  // With many holes, and with none.
  for (const mask of [discs(width, height, 1), new Uint8Array(width * height)]) {
    for (const method of ['ns', 'harmonic'] as const) {
      for (const kind of [(samples: typeof data) => ({ ...image, data: samples }), asNdarray]) {
        const own = kind(data.slice())
        const ownMask = mask.slice()
        const promise = inpaintAsync(own, ownMask, 3, method, { workers: 1 })
        own.data.fill(77)
        ownMask.fill(1)
        const actual = { ...image, data: (await promise).data }
        expectSameImage(actual, inpaint(image, mask, 3, method), 'workers: written to')
        expect(own.data.every((value) => value === 77)).toBe(true)
      }
    }
  }
})

test('an image that gives another array over its memory each time is not written to', async () => {
  const { data, width, height, channels } = await loadPicture('chelsea-97x61')
  const mask = discs(width, height, 1)
  const image = {
    width,
    height,
    channels,
    get data() {
      return new Uint8Array(data.buffer, data.byteOffset, data.length)
    },
  }
  const before = data.slice()
  const actual = await inpaintAsync(image, mask, 3, 'ns', { workers: 1 })
  expect(data).toEqual(before)
  expectSameImage(actual, inpaint(image, mask, 3, 'ns'), 'workers: data from a getter')
})
