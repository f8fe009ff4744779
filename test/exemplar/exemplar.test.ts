import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exemplar, replay, variants } from '../../src/exemplar/index'
import { type Image, inpaint, type Samples } from '../../src/index'
import { anyDamaged, sampleClasses } from '../support/arbitraries'
import { expectSameImage } from '../support/expect-image'
import { loadPicture, mapSamples, type Raster } from '../support/pictures'
import { damage, draw, maskWhere, meanDifference, tiled } from './scenes'

const astronaut = await loadPicture('astronaut-96x96')
const chelsea = await loadPicture('chelsea-97x61')
const disc = (image: Raster, x: number, y: number, radius: number) =>
  maskWhere(image, (px, py) => Math.hypot(px - x, py - y) < radius)

describe('any image', () => {
  test('keeps its known samples; the filled ones do not depend on what was there', () => {
    fc.assert(
      fc.property(anyDamaged({ mostSide: 40 }), ({ image, mask }) => {
        const result = exemplar(image, mask)
        expect(result.data.constructor).toBe(image.data.constructor)
        const isKnown = (i: number): boolean => mask[Math.floor(i / image.channels)] === 0
        const known = mapSamples(result, (value, i) => (isKnown(i) ? value : image.data[i]))
        expectSameImage(known, image, 'exemplar: known samples')
        const other = mapSamples(image, (value, i) => (isKnown(i) ? value : 7))
        expectSameImage(exemplar(other, mask), result, 'exemplar: missing samples')
        expect([...result.data].every(Number.isFinite)).toBe(true)
      }),
      { seed: 1, numRuns: 80 },
    )
  })

  test('stays exactly constant', () => {
    const mask = disc(astronaut, 40, 50, 20)
    for (const level of [0, 0.1, 200, -1e30]) {
      const image = { data: new Float64Array(96 * 96 * 2).fill(level), width: 96, height: 96 }
      const constant = { ...image, channels: 2 }
      expectSameImage(exemplar(constant, mask), constant, 'exemplar: constant')
    }
  })

  test('smaller than a patch: tones go on', () => {
    const image = { data: new Float32Array([1, NaN, 3, 1, NaN, 3]), width: 3, height: 2 }
    expect([...exemplar(image).data]).toEqual([1, 2, 3, 1, 2, 3])
  })

  test('nearly everything missing: tones go on', () => {
    const mask = new Uint8Array(96 * 96).fill(1).fill(0, 4000, 4005)
    const { data } = exemplar(astronaut, mask)
    const known = [...astronaut.data.slice(12000, 12015)]
    for (const value of data) {
      expect(value).toBeGreaterThanOrEqual(Math.min(...known))
      expect(value).toBeLessThanOrEqual(Math.max(...known))
    }
  })
})

describe('the same completion', () => {
  const mask = disc(astronaut, 45, 48, 15)

  test.each(Object.entries(sampleClasses))('in %s', (_name, Class) => {
    const bytes = exemplar(astronaut, mask)
    // Powers of two, so that no rounding differs but that of integers.
    const isFloat = Class.name.startsWith('Float')
    const data = new Class(astronaut.data.length) as Samples
    const scale = isFloat ? 1 / 256 : 1
    const shift = isFloat ? 3 : 0
    for (let i = 0; i < data.length; i++) data[i] = astronaut.data[i] * scale + shift
    const result = exemplar({ ...astronaut, data }, mask)
    const back = Float64Array.from(result.data as ArrayLike<number>, (v) => (v - shift) / scale)
    const worst = back.reduce((most, v, i) => Math.max(most, Math.abs(v - bytes.data[i])), 0)
    expect(worst).toBeLessThanOrEqual(0.51)
  })

  test('by its other names, for a seed, and of NaN', () => {
    const first = exemplar(astronaut, mask)
    expectSameImage(inpaint(astronaut, mask, { method: 'exemplar' }), first, 'inpaint')
    expectSameImage(exemplar(astronaut, mask, 3, { seed: 0 }), first, 'seed 0')
    const seeded = exemplar(astronaut, mask, { seed: 5 })
    expectSameImage(exemplar(astronaut, mask, { seed: 5 }), seeded, 'seed 5')
    expect(seeded.data).not.toEqual(first.data)
    const floats = Float32Array.from(astronaut.data)
    const holed = floats.map((v, i) => (mask[Math.floor(i / 3)] ? NaN : v))
    const result = exemplar({ ...astronaut, data: holed })
    const masked = exemplar({ ...astronaut, data: floats }, mask)
    expectSameImage(result, masked, 'NaN')
  })

  test('goes for channels that are not compared too', () => {
    const { width, height } = astronaut
    const withAlpha = draw(
      width,
      height,
      (x, y, c) => (c < 3 ? astronaut.data[(y * width + x) * 3 + c] : (x * 7 + y * 3) % 256),
      4,
    )
    const result = exemplar(withAlpha, mask)
    const [{ sources }] = variants(withAlpha, mask, { count: 1 })
    const copied = replay(sources, withAlpha, { seams: 'blend' })
    expectSameImage(result, copied, 'alpha')
  })
})

describe('sources', () => {
  test('are never missing, nor forbidden', () => {
    fc.assert(
      fc.property(
        fc.record({
          x: fc.integer({ min: 0, max: 96 }),
          y: fc.integer({ min: 0, max: 60 }),
          radius: fc.integer({ min: 1, max: 25 }),
          forbidden: fc.integer({ min: 0, max: 60 }),
          seed: fc.integer({ min: 0, max: 5 }),
        }),
        ({ x, y, radius, forbidden, seed }) => {
          const mask = disc(chelsea, x, y, radius)
          const forbid = maskWhere(chelsea, (px) => px < forbidden)
          const options = { count: 2, seed, guide: { forbid } }
          for (const { sources } of variants(chelsea, mask, options)) {
            expect([...sources.sources].every((i) => mask[i] === 0 && forbid[i] === 0)).toBe(true)
            expect([...sources.pixels]).toEqual([...mask.keys()].filter((i) => mask[i] === 1))
          }
        },
      ),
      { seed: 3, numRuns: 40 },
    )
  })

  test('all of them forbidden: an error that says so', () => {
    const forbid = new Uint8Array(96 * 96).fill(1)
    const mask = disc(astronaut, 45, 48, 15)
    expect(() => exemplar(astronaut, mask, { guide: { forbid } })).toThrow(
      new RangeError(
        'guide: expected at least 7 x 7 known pixels in one piece that may be copied, got none',
      ),
    )
  })
})

describe('variants', () => {
  const mask = disc(astronaut, 45, 48, 14)

  test('begin with the one of exemplar, are reproducible, and differ from each other', () => {
    const noise = tiled(96, 96, 96, 7)
    const hole = disc(noise, 50, 50, 16)
    const all = [...variants(noise, hole, { count: 3 })].map(({ image }) => image)
    expect(all.length).toBe(3)
    expectSameImage(all[0], exemplar(noise, hole), 'first variant')
    const again = [...variants(noise, hole, { count: 3 })]
    again.forEach(({ image }, n) => {
      expectSameImage(image, all[n], 'variant again')
    })
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      expect(meanDifference(all[a], all[b], hole)).toBeGreaterThanOrEqual(15)
    }
  })

  test('are computed when they are asked for', () => {
    const steps: number[] = []
    const all = variants(astronaut, mask, { count: 4, onProgress: (f) => steps.push(f) })
    expect(steps).toEqual([])
    all.next()
    expect(Math.max(...steps)).toBeLessThanOrEqual(0.25)
  })

  test('nothing missing: the image itself, once', () => {
    const all = [...variants(astronaut, new Uint8Array(96 * 96))]
    expect(all.length).toBe(1)
    expectSameImage(all[0].image, astronaut, 'empty mask')
    expect(all[0].sources.pixels.length).toBe(0)
  })

  test.each([
    [0, new RangeError('count: expected a whole number from 1, got 0')],
    ['2', new TypeError("count: expected a whole number from 1, got '2'")],
  ])('count %o', (count, error) => {
    expect(() => variants(astronaut, mask, { count: count as number })).toThrow(error)
  })
})

describe('replay', () => {
  const mask = disc(astronaut, 45, 48, 14)
  const [{ image, sources }] = variants(astronaut, mask, { count: 1 })

  test('blended, gives what was given', () => {
    expectSameImage(replay(sources, astronaut, { seams: 'blend' }), image, 'replay')
  })

  test('copies samples of any other image as they are', () => {
    const depth = new Float32Array(96 * 96).map((_, i) => i / 7)
    const filled = replay(sources, { data: depth, width: 96, height: 96 })
    const expected = depth.slice()
    sources.pixels.forEach((pixel, n) => {
      expected[pixel] = depth[sources.sources[n]]
    })
    expect(filled.data).toEqual(expected)
  })

  test('refuses what does not fit', () => {
    expect(() => replay(sources, chelsea)).toThrow(
      new RangeError('image: expected 96 x 96 pixels, as the map, got 97 x 61'),
    )
    expect(() => replay({} as never, astronaut)).toThrow(TypeError)
    const wrong = { ...sources, sources: sources.sources.map(() => 96 * 96) }
    expect(() => replay(wrong, astronaut)).toThrow(RangeError)
    expect(() => replay(sources, astronaut, { seams: 'mend' as never })).toThrow(RangeError)
  })
})

describe('on the way', () => {
  test('previews are whole images, ever closer to the result, and the last step is 1', () => {
    const image = tiled(160, 120, 12, 3, 3)
    const mask = disc(image, 80, 60, 30)
    const damaged = damage(image, mask)
    const steps: number[] = []
    const previews: Image[] = []
    const result = exemplar(damaged, mask, {
      onProgress(fraction, preview) {
        steps.push(fraction)
        if (preview) previews.push(preview())
      },
    })
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    expect(steps.at(-1)).toBe(1)
    expect(previews.length).toBeGreaterThan(1)
    for (const preview of previews) {
      const { data } = preview as typeof image
      expect(data.every((v, i) => mask[Math.floor(i / 3)] === 1 || v === damaged.data[i])).toBe(
        true,
      )
      expect(data).not.toEqual(damaged.data)
    }
    expectSameImage(exemplar(damaged, mask), result, 'watched')
  })

  test('aborting ends it', () => {
    const controller = new AbortController()
    const mask = disc(astronaut, 45, 48, 20)
    const abort = (fraction: number) => fraction > 0.2 && controller.abort(new Error('enough'))
    expect(() =>
      exemplar(astronaut, mask, { signal: controller.signal, onProgress: abort }),
    ).toThrow('enough')
  })
})

test.each([
  [{ seed: -1 }, new RangeError('seed: expected a whole number from 0 to 2147483647, got -1')],
  [{ seed: 'a' }, new TypeError("seed: expected a whole number from 0 to 2147483647, got 'a'")],
  [{ location: 'here' }, new RangeError("location: expected true, false or 'auto', got 'here'")],
  [{ location: 1 }, new TypeError("location: expected true, false or 'auto', got 1")],
])('%o is refused', (options, error) => {
  const call = exemplar as (image: Image, mask: Uint8Array, options: object) => unknown
  expect(() => call(astronaut, new Uint8Array(96 * 96), options)).toThrow(error)
})
