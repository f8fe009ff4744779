import fc from 'fast-check'
import type { Samples } from '../../src/index'
import { anyMask } from './masks'
import type { Raster } from './pictures'
import { createRandom, integer, type Random } from './random'

/** Every class of typed array an image may have. */
export const sampleClasses = [
  Uint8Array,
  Uint8ClampedArray,
  Uint16Array,
  Int16Array,
  Float32Array,
  Float64Array,
] as const

export type SampleClass = (typeof sampleClasses)[number]

/** A picture and its damage. */
export interface Damaged<Data extends Samples = Samples> {
  readonly image: Raster<Data>
  /** 255 is missing, 0 is known; at least one pixel is known. */
  readonly mask: Uint8Array
}

export interface Wanted {
  readonly classes?: readonly SampleClass[]
  readonly channels?: readonly number[]
  readonly leastSide?: number
  readonly mostSide?: number
}

/** Small damaged images of any size, class and content, and of a size that can shrink. */
export function anyDamaged({
  classes = sampleClasses,
  channels = [1, 2, 3, 4, 5],
  leastSide = 1,
  mostSide = 24,
}: Wanted = {}): fc.Arbitrary<Damaged> {
  const side = fc.integer({ min: leastSide, max: mostSide })
  const drawing = fc.integer({ min: 0, max: 2 ** 31 })
  return fc
    .record({
      width: side,
      height: side,
      channels: fc.constantFrom(...channels),
      Class: fc.constantFrom(...classes),
      drawing,
    })
    .map(({ width, height, channels, Class, drawing }) => {
      const random = createRandom(drawing)
      const data = anySamples(random, Class, width, height, channels)
      return { image: { data, width, height, channels }, mask: anyMask(random, width, height) }
    })
}

/** Any radius a test of small images has a use for. */
export const anyRadius = fc.integer({ min: 1, max: 9 })

export const anyMethod = fc.constantFrom('telea', 'ns', 'navier-stokes', 'harmonic', 'biharmonic')

/** Noise over the class's whole range, or a ramp with a step in it; floats at any scale. */
function anySamples(
  random: Random,
  Class: SampleClass,
  width: number,
  height: number,
  channels: number,
): Samples {
  const data = new Class(width * height * channels)
  const [low, high] = rangeOf(Class, random)
  const noisy = random() < 0.5
  const slopeX = (random() - 0.5) / width
  const slopeY = (random() - 0.5) / height
  const step = integer(random, 0, width)
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / channels)
    const x = pixel % width
    const y = Math.floor(pixel / width)
    const smooth = 0.4 + x * slopeX + y * slopeY + (x < step ? 0 : 0.2)
    const value = low + (noisy ? random() : smooth) * (high - low)
    data[i] = high > 100 ? Math.round(value) : value
  }
  return data
}

function rangeOf(Class: SampleClass, random: Random): [low: number, high: number] {
  if (Class === Uint8Array || Class === Uint8ClampedArray) return [0, 255]
  if (Class === Uint16Array) return [0, 65535]
  if (Class === Int16Array) return [-32768, 32767]
  const scale = 10 ** integer(random, -6, 6)
  return [-0.3 * scale, scale]
}
