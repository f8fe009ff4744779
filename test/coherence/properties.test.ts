import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CoherenceOptions, coherence } from '../../src/coherence/index'
import { coherence as method } from '../../src/coherence/method'
import { inpaint, type Samples } from '../../src/index'
import { anyDamaged, type Damaged, sampleClasses } from '../support/arbitraries'
import { expectSameImage } from '../support/expect-image'
import { patchesOf } from '../support/holes'
import { masks } from '../support/masks'
import { channel, loadPicture, mapSamples, merge, type Raster } from '../support/pictures'
import { createRandom } from '../support/random'

const astronaut = await loadPicture('astronaut-96x96')
const camera = await loadPicture('camera-96x96')

const doubles = (image: Raster): Raster<Float64Array> => ({
  ...image,
  data: Float64Array.from(image.data),
})

/** Both ends of every option, and windows of every shape to each other. */
const anyOptions: fc.Arbitrary<CoherenceOptions & { radius?: number }> = fc.constantFrom(
  {},
  { radius: 1, smoothing: 0.1 },
  { radius: 9, smoothing: 1 },
  { kappa: 0, radius: 4 },
  { epsilon: 2.5, sigma: 0, rho: 0.1 },
  { epsilon: 7.2, kappa: 1000, sigma: 3, rho: 1.5 },
  { smoothing: 5, rho: 1 },
)
const runs = (seed: number, numRuns = 150) => ({ seed, numRuns })

describe('the result', () => {
  test('has the known samples as they were; the image and the mask are left alone', () => {
    fc.assert(
      fc.property(anyDamaged(), anyOptions, ({ image, mask }, options) => {
        const before = structuredClone({ image, mask })
        const result = coherence(image, mask, options)
        expectSameImage(known(result, mask), known(before.image, mask), 'known samples')
        expectSameImage(image, before.image, 'the image afterwards')
        expect(mask).toEqual(before.mask)
      }),
      runs(200),
    )
    function known(image: Raster, mask: Uint8Array): Raster {
      return mapSamples(image, (v, i) => (mask[Math.floor(i / image.channels)] === 0 ? v : 0))
    }
  })

  test('does not depend on what the missing samples held', () => {
    fc.assert(
      fc.property(anyDamaged(), anyOptions, ({ image, mask }, options) => {
        const random = createRandom(1)
        const scribbled = mapSamples(image, (value, i) =>
          mask[Math.floor(i / image.channels)] === 0 ? value : random() * 255,
        )
        const expected = coherence(image, mask, options)
        expectSameImage(coherence(scribbled, mask, options), expected, 'missing samples')
      }),
      runs(201),
    )
  })

  test('lies between the known samples of its channel', () => {
    fc.assert(
      fc.property(anyDamaged(), anyOptions, ({ image, mask }, options) => {
        const result = coherence(image, mask, options)
        for (let c = 0; c < image.channels; c++) {
          const before = channel(image, c).data.filter((_, i) => mask[i] === 0)
          const after = channel(result, c).data
          expect(Math.min(...after)).toBe(Math.min(...before))
          expect(Math.max(...after)).toBe(Math.max(...before))
        }
      }),
      runs(202),
    )
  })

  test('is the same by name, and does not depend on the calls before it', () => {
    const mask = masks.text(96, 96, 2)
    const expected = coherence(astronaut, mask)
    coherence(doubles(camera), masks.discs(96, 96, 1), { smoothing: 4 })
    expectSameImage(inpaint(astronaut, mask, undefined, 'coherence'), expected, 'by name')
    expectSameImage(inpaint(astronaut, mask, 5, 'coherence'), expected, 'radius 5 by default')
  })

  test('reads no further than its reach', () => {
    fc.assert(
      fc.property(
        anyDamaged({ classes: [Uint8Array], mostSide: 50 }),
        anyOptions,
        ({ image, mask }, options) => {
          const radius = options.radius ?? 5
          const reach = method.reach(radius, options)
          const fill = ({ image, mask }: Damaged, extra: number): number[] =>
            patchesOf(image, mask, reach + extra)
              .flatMap((patch) => {
                method.fill(patch, { ...options, radius, report() {} })
                const { missing, samples } = patch
                return [...missing].map((p) => samples[p])
              })
              .sort((a, b) => a - b)
          // Fewer holes, maybe, with more of the picture around them. Samples are measured from the
          // least one, which may be another: that is worth a rounding.
          const expected = fill({ image, mask }, 0)
          fill({ image, mask }, 9).forEach((value, i) => {
            expect(Math.abs(value - expected[i])).toBeLessThan(1e-9)
          })
        },
      ),
      runs(203, 60),
    )
  })
})

describe('a constant image stays exactly constant', () => {
  test.each(sampleClasses.map((Class) => ({ Class, name: Class.name })))('$name', ({ Class }) => {
    fc.assert(
      fc.property(
        anyDamaged({ classes: [Class] }),
        anyOptions,
        fc.constantFrom(0, 1, 0.1, 1e-30, 1e30, -12345.678, 127, 30000),
        ({ image, mask }, options, level) => {
          const constant = mapSamples(image, () => level)
          expectSameImage(coherence(constant, mask, options), constant, 'constant')
        },
      ),
      runs(210, 60),
    )
  })
})

describe('values scaled and shifted before are values scaled and shifted after', () => {
  test('float64', () => {
    // At kappa 1000 exponents reach 10^5, and so does what a weight makes of a rounding, from pixel to
    // pixel. Exact scaling, below, holds there too.
    const tame = anyOptions.filter(({ kappa }) => kappa !== 1000)
    fc.assert(
      fc.property(
        anyDamaged({ classes: [Float64Array], channels: [1, 2, 3] }),
        tame,
        fc.constantFrom(1, 3, 1000, 2 ** -20, -1, -0.25),
        fc.constantFrom(0, 1, -5, 1024),
        ({ image, mask }, options, a, b) => {
          // Dyadic, so that the change itself is exact.
          const dyadic = mapSamples(image, (value) => Math.round(value) / 64)
          const changed = mapSamples(dyadic, (value) => a * value + b)
          const expected = mapSamples(coherence(dyadic, mask, options), (v) => a * v + b)
          const largest = Math.max(...[...changed.data].map(Math.abs))
          const apart = mostDifference(coherence(changed, mask, options), expected)
          expect(apart).toBeLessThanOrEqual(1e-10 * largest)
        },
      ),
      runs(220),
    )
  })

  test('powers of two, and whole offsets of whole numbers, change not one bit', () => {
    const photo = doubles(astronaut)
    const mask = masks['large square'](96, 96, 0)
    const expected = coherence(photo, mask)
    for (const scale of [2 ** -40, 2 ** 40]) {
      const scaled = mapSamples(photo, (value) => value * scale)
      const wanted = mapSamples(expected, (value) => value * scale)
      expectSameImage(coherence(scaled, mask), wanted, `scaled ${scale}`)
      const strict = mapSamples(coherence(photo, mask, { kappa: 1000 }), (value) => value * scale)
      expectSameImage(coherence(scaled, mask, { kappa: 1000 }), strict, `strict ${scale}`)
    }
    const shifted = mapSamples(photo, (value) => value + 2 ** 20)
    expect(
      mostDifference(
        coherence(shifted, mask),
        mapSamples(expected, (v) => v + 2 ** 20),
      ),
    ).toBeLessThanOrEqual(2 ** -33)
  })

  test('16-bit is float64, rounded at the end', () => {
    fc.assert(
      fc.property(
        anyDamaged({ classes: [Uint16Array, Int16Array] }),
        anyOptions,
        ({ image, mask }, options) => {
          const exact = coherence(doubles(image), mask, options)
          const rounded = mapSamples(image, (_, i) => Math.round(exact.data[i]))
          expectSameImage(coherence(image, mask, options), rounded, '16-bit')
        },
      ),
      runs(221),
    )
  })

  test('with the data range of the type, 16-bit pictures are 8-bit ones times 257', () => {
    const mask = masks.text(96, 96, 3)
    const levels = coherence(doubles(astronaut), mask, { dataRange: 255 })
    const wide = { ...astronaut, data: Uint16Array.from(astronaut.data, (value) => value * 257) }
    const expected = mapSamples(wide, (_, i) => Math.round(levels.data[i] * 257))
    expectSameImage(coherence(wide, mask, { dataRange: 65535 }), expected, 'data range')
  })
})

describe('turned pictures', () => {
  type Turn = (image: Raster) => Raster
  const turned = (from: (x: number, y: number) => number): Turn => {
    return (image) =>
      mapSamples(image, (_, i) => {
        const pixel = Math.floor(i / image.channels)
        const source = from(pixel % 96, Math.floor(pixel / 96))
        return image.data[source * image.channels + (i % image.channels)]
      })
  }
  const turns: [string, Turn][] = [
    ['left to right', turned((x, y) => y * 96 + 95 - x)],
    ['upside down', turned((x, y) => (95 - y) * 96 + x)],
    ['transposed', turned((x, y) => x * 96 + y)],
  ]

  // Pixels at equal distances do not see each other, so no order is preferred to its mirror image.
  test.each(turns)('are filled as the picture is, %s', (_, turn) => {
    for (const draw of [masks.text, masks.discs, masks['random 90 %']]) {
      const mask = { data: draw(96, 96, 4), width: 96, height: 96, channels: 1 }
      const expected = turn(coherence(doubles(astronaut), mask))
      const actual = coherence(turn(doubles(astronaut)), turn(mask))
      expect(mostDifference(actual, expected)).toBeLessThan(1e-9)
    }
  })
})

describe('channels', () => {
  const mask = masks.scratches(96, 96, 5)

  test('in any order, and any number of equal ones, give the same', () => {
    const photo = doubles(astronaut)
    const swap = (image: Raster) => merge([2, 0, 1].map((c) => channel(image, c)))
    const expected = swap(coherence(photo, mask))
    expect(mostDifference(coherence(swap(photo), mask), expected)).toBeLessThan(1e-9)

    const grey = doubles(camera)
    const filled = coherence(grey, mask)
    for (const count of [2, 3, 5]) {
      const many = coherence(merge(Array(count).fill(grey)), mask)
      for (let c = 0; c < count; c++) {
        expect(mostDifference(channel(many, c), filled)).toBeLessThan(1e-9)
      }
    }
  })

  test('share one direction: what a channel alone cannot see, it learns from the others', () => {
    const alone = coherence(channel(astronaut, 0), mask)
    expect(channel(coherence(astronaut, mask), 0).data).not.toEqual(alone.data)
  })
})

describe('every option', () => {
  const mask = masks.text(96, 96, 6)
  const photo = doubles(camera)
  const usual = coherence(photo, mask, { dataRange: 255 })
  const changes: [CoherenceOptions & { radius?: number }][] = [
    [{ radius: 3 }],
    [{ epsilon: 4 }],
    [{ kappa: 10 }],
    [{ sigma: 0.5 }],
    [{ rho: 2 }],
    [{ smoothing: 1 }],
    [{ dataRange: 10 }],
  ]
  test.each(changes)('matters: %o', (change) => {
    const changed = coherence(photo, mask, { dataRange: 255, ...change })
    expect(mostDifference(changed, usual)).toBeGreaterThan(1)
  })

  test('takes the smallest data range: nothing but direction counts then', () => {
    const smallest = coherence(photo, mask, { dataRange: 1e-300 })
    expectSameImage(coherence(photo, mask, { dataRange: 1e-200 }), smallest, 'data range')
    expect(mostDifference(smallest, usual)).toBeGreaterThan(1)
  })

  test('the simple ones stand for the others', () => {
    const simple = coherence(photo, mask, { radius: 4, smoothing: 1 })
    const spelledOut = { epsilon: 4, sigma: Math.SQRT1_2, rho: 2.5 }
    expectSameImage(coherence(photo, mask, spelledOut), simple, 'simple options')
    const both = { ...spelledOut, radius: 9, smoothing: 5 }
    expectSameImage(coherence(photo, mask, both), simple, 'the particular one counts')
    expectSameImage(coherence(photo, mask), coherence(photo, mask, { smoothing: 2 }), 'default')
  })

  const wrong: [string, unknown, Error][] = [
    ['smoothing', 0, new RangeError('smoothing: expected a number from 0.1 to 20, got 0')],
    ['epsilon', 0.5, new RangeError('epsilon: expected a number from 1 to 100, got 0.5')],
    ['kappa', -1, new RangeError('kappa: expected a number from 0 to 1000, got -1')],
    ['sigma', 26, new RangeError('sigma: expected a number from 0 to 25, got 26')],
    ['rho', '5', new TypeError("rho: expected a number from 0.1 to 50, got '5'")],
    ['rho', 0, new RangeError('rho: expected a number from 0.1 to 50, got 0')],
    ['dataRange', 0, new RangeError('dataRange: expected a number from 1e-300, got 0')],
    ['dataRange', NaN, new RangeError('dataRange: expected a number from 1e-300, got NaN')],
  ]
  test.each(wrong)('is checked: %s %o', (name, value, error) => {
    expect(() => coherence(photo, mask, { [name]: value })).toThrow(error)
  })
})

describe('an edge across a gap', () => {
  /** Black to white at an angle, anti-aliased, with a vertical band missing. */
  function edge(degrees: number, gap: number): { image: Raster<Float64Array>; mask: Uint8Array } {
    const side = 64
    const normal = [-Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
    const data = new Float64Array(side * side)
    const mask = new Uint8Array(side * side)
    for (let i = 0; i < data.length; i++) {
      const x = (i % side) - side / 2 + 0.5
      const y = Math.floor(i / side) - side / 2 + 0.5
      data[i] = 255 * Math.min(Math.max(0.5 + normal[0] * x + normal[1] * y, 0), 1)
      if (Math.abs(x) < gap / 2) mask[i] = 1
    }
    return { image: { data, width: side, height: side, channels: 1 }, mask }
  }

  // How far from black and white the pixels of the column in the middle of the gap are, in all:
  // the width of the transition in pixels. The picture itself has 1 to 1.5.
  function blur({ data, width, height }: Raster): number {
    let sum = 0
    for (let y = 0; y < height; y++) {
      const share = data[y * width + width / 2] / 255
      sum += 4 * share * (1 - share)
    }
    return sum
  }

  test.each([0, 10, -25, 40])('at %i degrees is narrower than with plain weights', (degrees) => {
    const { image, mask } = edge(degrees, 12)
    const sharp = blur(coherence(image, mask))
    const plain = blur(coherence(image, mask, { kappa: 0 }))
    expect(sharp).toBeLessThan(plain / 2)
    expect(mostDifference(coherence(image, mask), image)).toBeLessThan(255)
  })
})

function mostDifference(a: { data: Samples }, b: { data: Samples }): number {
  let most = 0
  for (let i = 0; i < a.data.length; i++) {
    most = Math.max(most, Math.abs(Number(a.data[i]) - Number(b.data[i])))
  }
  return most
}
