import {
  blur,
  type MethodName as DeconvolutionMethod,
  deconvolve,
  type Psf,
  psf,
} from '../../src/deconvolution/index'
import { fft, ifft, rfft, rfft2 } from '../../src/fft/index'
import { inpaint, methodNames, type Samples } from '../../src/index'
import { type SampleClass, sampleClasses } from '../support/arbitraries'
import { discs, scratches, text } from '../support/masks'
import type { Raster } from '../support/pictures'
import { createRandom } from '../support/random'

/** What a case comes to: its name and a hash of every bit of its result. */
export type Bits = readonly (readonly [name: string, hash: string])[]

/** One picture through everything: every method, class of samples and kind of damage. */
export function bitsOfLibrary(): Bits {
  return [...inpainted(), ...sharpened(), ...transformed()]
}

function* inpainted(): Generator<readonly [string, string]> {
  for (const method of methodNames) {
    for (const Class of sampleClasses) {
      for (const channels of [1, 3]) {
        const image = drawn(Class, 64, 48, channels)
        for (const damage of [discs, scratches, text]) {
          const { data } = inpaint(image, damage(64, 48, 7), { method })
          yield [`${method}, ${Class.name} x ${channels}, ${damage.name}`, hashOf(data)]
        }
      }
    }
  }
  const image = drawn(Float32Array, 64, 48, 3)
  const mask = scratches(64, 48, 3)
  for (const [method, options] of [
    ['telea', { gradient: 0.7 }],
    ['coherence', { kappa: 7, smoothing: 2 }],
    ['navier-stokes', { viscosity: 3 }],
    ['kriging', { quality: 'best' }],
  ] as const) {
    yield [`${method} with options`, hashOf(inpaint(image, mask, { method, ...options }).data)]
  }
}

function* sharpened(): Generator<readonly [string, string]> {
  const sources: Record<string, Psf> = {
    gaussian: psf.gaussian(1.3),
    motion: psf.motion(6.5, 33),
    disk: psf.disk(2.7),
    box: psf.box(3, 2),
  }
  for (const [name, { data }] of Object.entries(sources)) yield [`psf.${name}`, hashOf(data)]
  const methods: readonly DeconvolutionMethod[] = [
    'wiener',
    'tikhonov',
    'inverse',
    'unsupervised-wiener',
    'richardson-lucy',
    'total-variation',
    'hyper-laplacian',
  ]
  for (const Class of [Uint8Array, Float64Array]) {
    const picture = drawn(Class, 40, 36, 1)
    for (const name of ['gaussian', 'motion', 'disk']) {
      const blurred = blur(picture, sources[name])
      yield [`blur ${name}, ${Class.name}`, hashOf(blurred.data)]
      for (const method of methods) {
        const { data } = deconvolve(blurred, sources[name], method)
        yield [`${method} ${name}, ${Class.name}`, hashOf(data)]
      }
    }
  }
  const blurred = blur(drawn(Float32Array, 40, 36, 3), sources.gaussian)
  for (const boundary of ['free', 'reflect', 'periodic', 'zero', 'taper'] as const) {
    const { data } = deconvolve(blurred, sources.gaussian, 'wiener', { boundary })
    yield [`wiener, ${boundary}`, hashOf(data)]
  }
  const mask = discs(40, 36, 5)
  const { data } = deconvolve(blurred, sources.gaussian, 'total-variation', { mask })
  yield ['total-variation with a mask', hashOf(data)]
}

function* transformed(): Generator<readonly [string, string]> {
  const random = createRandom(3)
  const noise = (n: number) => Float64Array.from({ length: n }, () => random() - 0.5)
  // Every radix; Rader, Bluestein, and two rounds of shorter ones.
  for (const n of [...Array(64).keys(), 99, 127, 511, 1008, 1018, 4095, 65_536, 524_287]) {
    const spectrum = fft({ re: noise(n + 1), im: noise(n + 1) })
    yield [`fft ${n + 1}`, hashOf(spectrum.re) + hashOf(spectrum.im)]
    yield [`ifft ${n + 1}`, hashOf(ifft(spectrum).re)]
    yield [`rfft ${n + 1}`, hashOf(rfft(noise(n + 1)).im)]
  }
  yield ['rfft2', hashOf(rfft2(noise(60 * 77), 60, 77).re)]
}

/** Slopes, edges, stripes and noise, of nothing but arithmetic that is the same everywhere. */
function drawn(Class: SampleClass, width: number, height: number, channels: number): Raster {
  const random = createRandom(channels)
  const data = new Class(width * height * channels)
  const scale = data instanceof Float32Array || data instanceof Float64Array ? 1 / 255 : 1
  for (let i = 0; i < data.length; i++) {
    const c = i % channels
    const x = Math.floor(i / channels) % width
    const y = Math.floor(i / channels / width)
    const slope = 40 + x + y / 2 + 10 * c
    const edge = 2 * x + 3 * y > 110 ? 70 : 0
    const stripes = y > 24 && (x + y) % 6 < 3 ? 30 : 0
    data[i] = (slope + edge + stripes + 8 * random()) * scale
  }
  return { data, width, height, channels }
}

/** FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), 32 bits, of the bytes. */
function hashOf(data: Samples): string {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  let hash = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
