import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inpaint, plan } from '../../src/index'
import { anyDamaged } from '../support/arbitraries'
import { expectSameImage } from '../support/expect-image'
import { masks } from '../support/masks'
import { loadPicture, type Raster } from '../support/pictures'

/** A picture of 120 x 80: a flat left half, waves in the right one. */
const data = Uint8Array.from({ length: 120 * 80 }, (_, i) =>
  i % 120 < 60 ? 90 : 128 + 60 * Math.sin(0.8 * (i % 120) + i / 600),
)
const image = { data, width: 120, height: 80, channels: 1 }

function boxes(...list: [x: number, y: number, width: number, height: number][]): Uint8Array {
  return data.map((_, i) => {
    const x = i % 120
    const y = Math.floor(i / 120)
    return list.some(([a, b, w, h]) => x >= a && x < a + w && y >= b && y < b + h) ? 1 : 0
  })
}

test('a plan lists the holes, the method for each, and why', () => {
  const mask = boxes(
    [10, 10, 5, 3],
    [80, 10, 4, 20],
    [100, 5, 1, 1],
    [70, 40, 22, 30],
    [95, 20, 3, 3],
  )
  mask[23 * 120 + 98] = 1
  expect(plan(image, mask)).toEqual([
    {
      x: 100,
      y: 5,
      width: 1,
      height: 1,
      pixels: 1,
      method: 'kriging',
      reason: 'a single pixel: predicted from its neighbours',
    },
    {
      x: 10,
      y: 10,
      width: 5,
      height: 3,
      pixels: 15,
      method: 'ns',
      reason: 'the same colour all around: it is continued, exactly',
    },
    {
      x: 80,
      y: 10,
      width: 4,
      height: 20,
      pixels: 80,
      method: 'kriging',
      reason: 'up to 4 pixels thick: predicted from the pattern around it',
    },
    {
      x: 95,
      y: 20,
      width: 4,
      height: 4,
      pixels: 10,
      method: 'kriging',
      reason: 'up to 4 pixels thick: predicted from the pattern around it',
    },
    {
      x: 70,
      y: 40,
      width: 22,
      height: 30,
      pixels: 660,
      method: 'kriging',
      reason: 'up to 22 pixels thick: edges are carried in from the rim, then the pattern',
    },
  ])
})

test('every missing pixel is in the plan once, in the box of its hole', () => {
  fc.assert(
    fc.property(anyDamaged({ mostSide: 60 }), ({ image, mask }) => {
      const missing = new Uint8Array(mask.length)
      let pixels = 0
      for (const hole of plan(image, mask)) {
        pixels += hole.pixels
        expect(hole.pixels).toBeLessThanOrEqual(hole.width * hole.height)
        expect(['ns', 'kriging']).toContain(hole.method)
        for (let y = hole.y; y < hole.y + hole.height; y++) {
          missing.fill(1, y * image.width + hole.x, y * image.width + hole.x + hole.width)
        }
      }
      expect(pixels).toBe(mask.reduce((count, v) => count + (v === 0 ? 0 : 1), 0))
      expect(mask.every((v, i) => v === 0 || missing[i] === 1)).toBe(true)
    }),
    { seed: 1, numRuns: 100 },
  )
})

test('auto does what the plan says: flat surroundings go on exactly, all else is predicted', () => {
  // Beside the waves: kriging alone would let them shine through a little.
  const flat = boxes([40, 10, 18, 18])
  const result = inpaint(without(image, flat), flat, { method: 'auto' })
  expectSameImage(result, image, 'auto: flat')
  expect(inpaint(without(image, flat), flat, { method: 'kriging' }).data).not.toEqual(image.data)

  const waves = boxes([80, 10, 4, 20], [70, 40, 12, 30])
  const both = waves.map((value, i) => value | flat[i])
  const damaged = without(image, both)
  // The flat hole is as good as known to the others.
  const expected = inpaint(without(image, waves), waves, { method: 'kriging' })
  expectSameImage(inpaint(damaged, both, { method: 'auto' }), expected, 'auto: both')
})

test('auto passes quality on, and checks it', async () => {
  const photo = await loadPicture('camera-96x96')
  const mask = masks.text(96, 96, 1)
  for (const quality of ['fast', 'best'] as const) {
    const expected = inpaint(photo, mask, { method: 'kriging', quality })
    expectSameImage(inpaint(photo, mask, { method: 'auto', quality }), expected, `auto: ${quality}`)
  }
  const wrong = () => inpaint(photo, mask, { method: 'auto', quality: 'good' as 'best' })
  expect(wrong).toThrow("quality: expected 'fast' or 'best', got 'good'")
})

test('a plan leaves the image as it is, and is checked like a call', () => {
  const before = structuredClone(image)
  plan(image, boxes([3, 3, 2, 2]))
  expect(image).toEqual(before)
  expect(plan(image, new Uint8Array(data.length))).toEqual([])
  expect(() => plan(image, new Uint8Array(5))).toThrow('mask.data: expected')
  expect(() =>
    plan(
      image,
      data.map(() => 1),
    ),
  ).toThrow('mask: expected at least one known pixel')
})

function without(from: Raster<Uint8Array>, mask: Uint8Array): Raster<Uint8Array> {
  return { ...from, data: from.data.map((value, i) => (mask[i] === 0 ? value : 255)) }
}
