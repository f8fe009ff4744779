import { boxOf } from './box-of'
import { wrongValue } from './image/check'
import type { SampleType } from './image/sample-type'
import { locatePixels } from './locate-pixels'
import type { FillOptions, Method } from './method'
import { type Patch, planesOf } from './patch'

/** A hole and its surroundings as a caller's own method sees them: a small image of its own. */
export interface Hole {
  /** Where its first pixel lies in the image; negative where the hole is near an edge of it. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly channels: number
  /** The sample type of the caller's image; the samples here are doubles whatever it is. */
  readonly type: SampleType
  /** The index `y * width + x` of every missing pixel, ascending. */
  readonly missing: Int32Array
  /**
   * One plane per channel: sample `c` of pixel `i` is `samples[c * width * height + i]`. `NaN` where
   * a pixel is missing, further than the radius from every missing pixel, or past the image's edge:
   * there are always `radius` pixels to every side of a missing one.
   */
  readonly samples: Float64Array
}

/**
 * A way to fill a hole: writes the hole's missing samples, in every channel.
 *
 * Any function of this kind can be the `method` of `inpaint`. It is called once for each hole.
 */
export type Fill = (hole: Hole, options: FillOptions) => void

/** A caller's own fill as a method; what it must write is checked. */
export function customMethod(fill: Fill): Method {
  return {
    fill(patch, options) {
      const hole = holeOf(patch, options.radius)
      fill(hole, options)
      takeFilled(patch, hole)
    },
    reach: (radius) => radius,
  }
}

function holeOf(patch: Patch, radius: number): Hole {
  const { runs, missing, channels, type } = patch
  const box = boxOf(runs, missing)
  const left = box.left - radius
  const top = box.top - radius
  const width = box.right + radius + 1 - left
  const height = box.bottom + radius + 1 - top
  const hole: Hole = {
    x: left,
    y: top,
    width,
    height,
    channels,
    type,
    missing: new Int32Array(missing.length),
    samples: new Float64Array(width * height * channels).fill(NaN),
  }
  planesOf(patch).forEach((plane, c) => {
    for (let r = 0; r < runs.length; r += 4) {
      const first = runs[r + 1] + runs[r + 3]
      const end = runs[r + 2] + runs[r + 3]
      const to = (runs[r] - top) * width + runs[r + 1] - left
      hole.samples.set(plane.subarray(first, end), c * width * height + to)
    }
  })
  locatePixels(runs, missing, (_, x, y, n) => {
    hole.missing[n] = (y - top) * width + x - left
    for (let c = 0; c < channels; c++) hole.samples[c * width * height + hole.missing[n]] = NaN
  })
  return hole
}

function takeFilled(patch: Patch, hole: Hole): void {
  const { x, y, width, height } = hole
  planesOf(patch).forEach((plane, c) => {
    patch.missing.forEach((pixel, n) => {
      const i = hole.missing[n]
      const value = hole.samples[c * width * height + i]
      if (!Number.isFinite(value)) {
        throw wrongValue(
          'method',
          'a finite number for every missing sample',
          `${value} at x ${(i % width) + x}, y ${Math.floor(i / width) + y}, channel ${c}`,
        )
      }
      plane[pixel] = value
    })
  })
}
