import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inpaint, type Samples } from '../../src/index'
import { kriging } from '../../src/kriging/index'
import { anyDamaged, sampleClasses } from '../support/arbitraries'
import { expectSameImage } from '../support/expect-image'
import { masks, randomPixels } from '../support/masks'
import { loadPicture, mapSamples, type Raster } from '../support/pictures'

const anyQuality = fc.constantFrom('fast', 'best')
const runs = (seed: number, numRuns = 60) => ({ seed, numRuns })
const astronaut = await loadPicture('astronaut-96x96')
const camera = await loadPicture('camera-96x96')

/** Root mean square of the differences in the missing samples. */
function error(actual: Raster, expected: Raster, mask: Uint8Array): number {
  let squares = 0
  let count = 0
  for (let i = 0; i < actual.data.length; i++) {
    if (mask[Math.floor(i / actual.channels)] === 0) continue
    squares += (actual.data[i] - expected.data[i]) ** 2
    count++
  }
  return Math.sqrt(squares / count)
}

function without<Data extends Samples>(image: Raster<Data>, mask: Uint8Array, value = 0) {
  return mapSamples(image, (v, i) => (mask[Math.floor(i / image.channels)] === 0 ? v : value))
}

function draw(width: number, height: number, level: (x: number, y: number) => number) {
  const data = new Float64Array(width * height)
  for (let i = 0; i < data.length; i++) data[i] = level(i % width, Math.floor(i / width))
  return { data, width, height, channels: 1 }
}

describe('any image', () => {
  test('keeps its known samples; the filled ones do not depend on what was there, and lie between the known', () => {
    fc.assert(
      fc.property(anyDamaged({ mostSide: 40 }), anyQuality, ({ image, mask }, quality) => {
        const options = { method: 'kriging', quality } as const
        const result = inpaint(image, mask, options)
        expect(result.data.constructor).toBe(image.data.constructor)
        const isKnown = (i: number): boolean => mask[Math.floor(i / image.channels)] === 0
        const known = mapSamples(result, (value, i) => (isKnown(i) ? value : image.data[i]))
        expectSameImage(known, image, 'kriging: known samples')
        const other = inpaint(without(image, mask, 7), mask, options)
        expectSameImage(other, result, 'kriging: missing samples')
        for (let c = 0; c < image.channels; c++) {
          const ofChannel = [...result.data].filter((_, i) => i % image.channels === c)
          const ofKnown = [...image.data].filter((_, i) => i % image.channels === c && isKnown(i))
          const least = ofKnown.reduce((a, b) => Math.min(a, b))
          const most = ofKnown.reduce((a, b) => Math.max(a, b))
          expect(ofChannel.every((value) => value >= least && value <= most)).toBe(true)
        }
      }),
      runs(1, 120),
    )
  })

  test('stays exactly constant', () => {
    fc.assert(
      fc.property(
        anyDamaged(),
        anyQuality,
        fc.constantFrom(0, 1, 0.1, 1e-200, 1e200, -12345.678, 200),
        ({ image, mask }, quality, level) => {
          const constant = mapSamples(image, () => level)
          if (!constant.data.every(Number.isFinite)) return
          expectSameImage(
            kriging(without(constant, mask, 3), mask, { quality }),
            constant,
            'constant',
          )
        },
      ),
      runs(2),
    )
  })

  test.each([
    { Class: Float64Array, unit: 3, shift: 1000, rounding: 1e-7 },
    { Class: Float32Array, unit: 8, shift: -300, rounding: 1e-4 },
    { Class: Uint16Array, unit: 200, shift: 3000, rounding: 0.51 / 200 },
    { Class: Int16Array, unit: 100, shift: -13000, rounding: 0.51 / 100 },
  ])('is scaled and shifted as its values are: $Class.name', ({ Class, unit, shift, rounding }) => {
    const ofText = masks.text(96, 96, 4)
    const mask = masks.discs(96, 96, 3).map((value, i) => value || ofText[i])
    // Noise of a fraction of a level, so that no two patches are equally similar.
    const changed = {
      ...astronaut,
      data: Class.from(
        Array.from(
          astronaut.data,
          (v, i) => Math.round((v + ((i * 7919) % 101) / 101) * unit) + shift,
        ),
      ) as Samples,
    }
    const plain = { ...changed, data: Float64Array.from(changed.data, (v) => (v - shift) / unit) }
    for (const quality of ['fast', 'best'] as const) {
      const expected = kriging(plain, mask, { quality })
      const actual = kriging(changed, mask, { quality })
      const differences = Array.from(actual.data, (v, i) => (v - shift) / unit - expected.data[i])
      const most = differences.reduce((worst, d) => Math.max(worst, Math.abs(d)), 0)
      expect(most, quality).toBeLessThan(rounding)
    }
  })

  test('does not depend on the calls before, nor on one made meanwhile', () => {
    const mask = masks.text(96, 96, 2)
    const alone = kriging(camera, mask)
    const ofColour = kriging(astronaut, mask, { quality: 'best' })
    expectSameImage(kriging(camera, mask), alone, 'kriging: after another call')
    let within: Raster | undefined
    const around = kriging(camera, mask, {
      onProgress: () => {
        within ??= kriging(astronaut, mask, { quality: 'best' })
      },
    })
    expectSameImage(around, alone, 'kriging: around another call')
    expectSameImage(within as Raster, ofColour, 'kriging: within another call')
  })

  test('takes the smallest images and masks at every edge', () => {
    for (const [width, height] of [
      [2, 1],
      [1, 5],
      [3, 3],
      [33, 2],
    ]) {
      for (const Class of sampleClasses) {
        const data = new Class(width * height).map((_, i) => i * 10) as Samples
        const image = { data, width, height, channels: 1 }
        for (let known = 0; known < width * height; known++) {
          const mask = new Uint8Array(width * height).fill(1)
          mask[known] = 0
          const { data: filled } = kriging(image, mask)
          // One known pixel: all become it.
          expect(filled.every((value) => value === data[known])).toBe(true)
        }
      }
    }
    const mask = masks['borders and corners'](96, 96, 1)
    expect(error(kriging(without(camera, mask), mask), camera, mask)).toBeLessThan(
      error(inpaint(without(camera, mask), mask, 3, 'ns'), camera, mask),
    )
  })
})

describe('what it is good at', () => {
  test('a wave goes on through a hole, where neighbours alone would average it away', () => {
    const wave = draw(80, 80, (x, y) => 100 + 50 * Math.sin(0.9 * x + 0.5 * y))
    const mask = masks.scratches(80, 80, 3)
    for (const quality of ['fast', 'best'] as const) {
      expect(error(kriging(without(wave, mask), mask, { quality }), wave, mask)).toBeLessThan(2)
    }
    expect(error(inpaint(without(wave, mask), mask, 3, 'ns'), wave, mask)).toBeGreaterThan(10)
  })

  test('a ramp goes on through a disc too wide for its neighbours, and so does an edge', () => {
    const side = 96
    const mask = new Uint8Array(side * side).map((_, i) =>
      Math.hypot((i % side) - 48, Math.floor(i / side) - 48) <= 20 ? 1 : 0,
    )
    const ramp = draw(side, side, (x, y) => x + 2 * y)
    expect(error(kriging(without(ramp, mask), mask), ramp, mask)).toBeLessThan(1.5)
    const edge = draw(side, side, (x) => (x < 48 ? 50 : 200))
    // One grey in the middle would be 75 off everywhere.
    expect(error(kriging(without(edge, mask), mask), edge, mask)).toBeLessThan(13)
    // Bars as in a wall: the rim says where they go on.
    const bars = draw(side, side, (x) => (x % 16 < 4 ? 200 : 90))
    const others = (['navier-stokes', 'biharmonic'] as const).map((method) =>
      error(inpaint(without(bars, mask), mask, { method }), bars, mask),
    )
    expect(error(kriging(without(bars, mask), mask), bars, mask)).toBeLessThan(
      Math.min(...others) * 0.8,
    )
  })

  // Measured root mean square errors in grey levels; a result may be worse by 3 %.
  const measured = [
    { name: 'astronaut-96x96', kind: 'text', fast: 9.52, best: 9.75 },
    { name: 'camera-96x96', kind: 'scratches', fast: 11.8, best: 11.12 },
    { name: 'chelsea-97x61', kind: 'dots', fast: 8.43, best: 8.53 },
  ] as const
  test.each(measured)('$kind on $name', async ({ name, kind, fast, best }) => {
    const original = await loadPicture(name)
    const { width, height } = original
    const mask =
      kind === 'dots' ? randomPixels(0.8)(width, height, 1) : masks[kind](width, height, 12)
    const damaged = without(original, mask)
    const others = (['telea', 'ns'] as const).map((method) =>
      error(inpaint(damaged, mask, 3, method), original, mask),
    )
    const ofFast = error(kriging(damaged, mask), original, mask)
    const ofBest = error(kriging(damaged, mask, { quality: 'best' }), original, mask)
    expect(ofFast).toBeLessThan(fast * 1.03)
    expect(ofBest).toBeLessThan(best * 1.03)
    // One and a half decibels less than the better of the marching methods.
    expect(ofFast).toBeLessThan(Math.min(...others) * 0.84)
  })
})

describe('options', () => {
  const mask = randomPixels(0.9)(96, 96, 1)
  const damaged = without(camera, mask)

  test('quality: best is another result, and a better one', () => {
    const fast = kriging(damaged, mask, { quality: 'fast' })
    expectSameImage(kriging(damaged, mask), fast, 'kriging: default quality')
    const best = kriging(damaged, mask, { quality: 'best' })
    expect(error(best, camera, mask)).toBeLessThan(error(fast, camera, mask))
  })

  test('radius: less than the default is another result, and a worse one', () => {
    const near = kriging(damaged, mask, 3)
    const far = kriging(damaged, mask, 8)
    expectSameImage(kriging(damaged, mask), far, 'kriging: default radius')
    expect(error(far, camera, mask)).toBeLessThan(error(near, camera, mask))
    const farthest = kriging(damaged, mask, 14)
    expect(farthest.data).not.toEqual(far.data)
    expectSameImage(kriging(damaged, mask, 100), farthest, 'kriging: radius above 14')
  })

  test('are checked', () => {
    const wrong = (quality: unknown) => () => kriging(damaged, mask, { quality } as object)
    expect(wrong('good')).toThrow(new RangeError("quality: expected 'fast' or 'best', got 'good'"))
    expect(wrong(1)).toThrow(new TypeError("quality: expected 'fast' or 'best', got 1"))
  })

  test('progress grows to 1, and a signal stops the call', () => {
    const told: number[] = []
    kriging(damaged, mask, { onProgress: (fraction) => told.push(fraction) })
    expect(told.length).toBeGreaterThan(10)
    expect(told.at(-1)).toBe(1)
    expect(told.every((fraction, i) => i === 0 || fraction >= told[i - 1])).toBe(true)
    const signal = { aborted: false, reason: new Error('enough') }
    const stop = () => {
      signal.aborted = true
    }
    expect(() => kriging(damaged, mask, { signal, onProgress: stop })).toThrow('enough')
  })
})
