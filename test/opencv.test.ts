import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inpaint } from '../src/index'
import { expectSameImage } from './support/expect-image'
import { anyMask, countMissing, masks } from './support/masks'
import { loadOpenCv } from './support/opencv'
import { type Bytes, channel, loadPicture, merge, pictureNames } from './support/pictures'
import { createRandom, integer, type Random } from './support/random'

// The promise this library makes first: on 8-bit images of 1 and 3 channels it gives what
// `cv2.inpaint` gives, to the last bit. OpenCV itself is asked, so there is no stored result that
// could be wrong, and not one sample may differ.

const cvInpaint = await loadOpenCv()
const pictures = await Promise.all(
  pictureNames.map(async (name) => ({ name, image: await loadPicture(name) })),
)
const methods = ['telea', 'ns'] as const

describe.each(pictures)('$name', ({ name, image }) => {
  describe.each(Object.entries(masks))('%s', (damage, draw) => {
    const mask = draw(image.width, image.height, 7)

    test('the mask marks some pixels and spares some', () => {
      const missing = countMissing(mask)
      expect(missing).toBeGreaterThan(50)
      expect(missing).toBeLessThan(mask.length)
    })

    // The rounding errors to be reproduced grow with the number of neighbours: 7845 at radius 50.
    const radii =
      damage === 'discs' || damage === 'large square' ? [1, 3, 7, 10, 50] : [1, 3, 7, 10]
    for (const method of methods) {
      test.each(radii)(`${method}, radius %i`, (radius) => {
        const expected = cvInpaint(image, mask, radius, method)
        const actual = inpaint(image, mask, radius, method)
        expectSameImage(actual, expected, `${name} ${damage} ${method} ${radius}`)
      })
    }
  })
})

describe.each(methods)('%s', (method) => {
  // Never one pixel wide or high: there OpenCV reads beside the row, and its results are accidental.
  const side = fc.integer({ min: 2, max: 40 })

  test.each([
    [1, 41],
    [3, 42],
  ])(
    'small random images of %i channels, whatever their content, damage and radius',
    (channels, seed) => {
      fc.assert(
        fc.property(
          side,
          side,
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 0, max: 2 ** 31 }),
          (width, height, radius, drawing) => {
            const random = createRandom(drawing)
            const image = anyBytes(random, width, height, channels)
            const mask = anyMask(random, width, height)
            const expected = cvInpaint(image, mask, radius, method)
            expectSameImage(inpaint(image, mask, radius, method), expected, `fuzz ${method}`)
          },
        ),
        { seed, numRuns: 400 },
      )
    },
  )

  test('images two pixels wide or high, where every pixel is on an edge', () => {
    for (let drawing = 0; drawing < 150; drawing++) {
      const random = createRandom(drawing)
      const long = integer(random, 2, 12)
      const [width, height] = random() < 0.5 ? [2, long] : [long, 2]
      const image = anyBytes(random, width, height, random() < 0.5 ? 1 : 3)
      const mask = anyMask(random, width, height)
      const radius = integer(random, 1, 5)
      const expected = cvInpaint(image, mask, radius, method)
      expectSameImage(inpaint(image, mask, radius, method), expected, `thin ${method} ${drawing}`)
    }
  })

  test('a fractional radius is rounded, halves to even', () => {
    const { image } = pictures[1]
    const mask = masks.discs(image.width, image.height, 3)
    for (const [radius, whole] of [
      [2.5, 2],
      [3.5, 4],
      [1.5, 2],
      [2.4, 2],
      [2.6, 3],
    ]) {
      const actual = inpaint(image, mask, radius, method)
      const name = `radius ${radius} ${method}`
      expectSameImage(actual, cvInpaint(image, mask, radius, method), name)
      expectSameImage(actual, cvInpaint(image, mask, whole, method), `${name} as ${whole}`)
    }
    // Or else the above would hold of a radius nobody looks at.
    expect(inpaint(image, mask, 2, method).data).not.toEqual(inpaint(image, mask, 3, method).data)
  })

  test('the largest radius there is', () => {
    const { image } = pictures[3]
    const mask = masks.scratches(image.width, image.height, 5)
    const expected = cvInpaint(image, mask, 100, method)
    expectSameImage(inpaint(image, mask, 100, method), expected, `radius 100 ${method}`)
  })

  // OpenCV takes 1 or 3 channels. With 2 or 4, each is filled as an image of its own.
  test.each([
    [2, 'noise'],
    [4, 'noise'],
    [4, 'opaque'],
  ])('%i channels, the last one %s: each as OpenCV fills it alone', (channels, kind) => {
    const { width, height } = pictures[1].image
    const colour = pictures[1].image
    const random = createRandom(channels)
    const last = anyBytes(random, width, height, 1)
    if (kind === 'opaque') last.data.fill(255)
    const planes = [...Array(3).keys()].map((c) => channel(colour, c))
    const chosen = [...planes, last].slice(4 - channels)
    for (const draw of [masks.text, masks['borders and corners'], masks['random 50 %']]) {
      const mask = draw(width, height, 11)
      const actual = inpaint(merge(chosen), mask, 4, method)
      const expected = merge(chosen.map((plane) => cvInpaint(plane, mask, 4, method)))
      expectSameImage(actual, expected, `${channels} channels ${method}`)
    }
  })
})

/** Noise, a constant, a gradient or black and white blocks: what photographs do not hold. */
function anyBytes(random: Random, width: number, height: number, channels: number): Bytes {
  const data = new Uint8Array(width * height * channels)
  const kind = integer(random, 0, 3)
  const level = integer(random, 0, 255)
  const slopeX = integer(random, -9, 9)
  const slopeY = integer(random, -9, 9)
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / channels)
    const x = pixel % width
    const y = Math.floor(pixel / width)
    const ramp = Math.min(Math.max(level + x * slopeX + y * slopeY + (i % channels) * 5, 0), 255)
    const blocks = ((x >> 2) + (y >> 2)) % 2 === 0 ? 255 : 0
    data[i] = [integer(random, 0, 255), level, ramp, blocks][kind]
  }
  return { data, width, height, channels }
}
