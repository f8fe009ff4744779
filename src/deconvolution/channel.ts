import type { Complex } from '../fft/index'
import type { Bitmap } from '../mask/bitmap'
import { type Boundary, extend, planeSize } from './boundary'
import type { Listener, Scene } from './method'
import { type MethodName, type MethodOptions, methodNamed } from './methods'
import { transferOf } from './otf'
import type { Psf } from './psf/psf'
import { fillUnknown } from './push-pull'

/** All that a channel's deconvolution depends on beside its samples: names and numbers, which can travel to a worker. */
export interface Setting {
  /** Of the picture. */
  readonly width: number
  readonly height: number
  readonly psf: Psf
  readonly method: MethodName
  readonly options: MethodOptions
  readonly boundary: Boundary
  /** Which samples are missing; absent if none are. */
  readonly missing?: Bitmap
  readonly contrast: number
}

/**
 * Makes ready to deconvolve the channels of a picture, one after another, each in its own samples:
 * everything they share is computed and allocated here.
 */
export function channelSolver(
  setting: Setting,
): (samples: Float64Array, listener: Listener) => void {
  const { psf, boundary, missing, contrast } = setting
  const { width: frameWidth, height: frameHeight } = setting
  const [width, height] = planeSize(boundary, psf, frameWidth, frameHeight)
  const known = missing && knownSamples(missing)
  const place = (from: Float64Array, to: Float64Array): void => {
    for (let y = 0; y < frameHeight; y++) {
      to.set(from.subarray(y * frameWidth, (y + 1) * frameWidth), y * width)
    }
  }
  let weights: Float64Array | undefined
  if (missing || boundary === 'free') {
    weights = new Float64Array(width * height).fill(boundary === 'free' ? 0 : 1)
    if (known) place(known, weights)
    else for (let y = 0; y < frameHeight; y++) weights.fill(1, y * width, y * width + frameWidth)
  }
  let otf: Complex | undefined
  const scene: Scene = {
    width,
    height,
    litWidth: boundary === 'zero' ? frameWidth : width,
    litHeight: boundary === 'zero' ? frameHeight : height,
    psf,
    // Not every method has a use for all of it.
    get otf() {
      otf ??= transferOf(psf, width, height)
      return otf
    },
    weights,
    contrast,
  }
  const solve = methodNamed(setting.method).prepare(scene, setting.options)
  const isWhole = width === frameWidth && height === frameHeight
  const room = new Float64Array(isWhole ? 0 : width * height)

  return (samples, listener) => {
    if (known) fillUnknown(samples, known, frameWidth, frameHeight)
    const plane = isWhole ? samples : room.fill(0)
    if (!isWhole) place(samples, plane)
    extend({ plane, width, height, frameWidth, frameHeight }, boundary, scene)
    const result = solve(plane, listener)
    if (result === samples) return
    for (let y = 0; y < frameHeight; y++) {
      samples.set(result.subarray(y * width, y * width + frameWidth), y * frameWidth)
    }
  }
}

/** 1 for each known pixel of a picture, 0 for each missing one. */
function knownSamples({ width, height, stride, words }: Bitmap): Float64Array {
  const known = new Float64Array(width * height)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      known[i] = 1 - ((words[y * stride + (x >> 5)] >>> (x & 31)) & 1)
    }
  }
  return known
}
