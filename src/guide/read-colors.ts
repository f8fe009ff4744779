import { describe } from '../image/check'
import type { Image, Samples } from '../image/image'
import { layoutOf } from '../image/layout'
import { checkSamples, type Picture } from '../image/picture'
import { rangeOf, type SampleType, sampleTypeOf } from '../image/sample-type'
import { checkSize } from '../mask/mask'

/** Colours wanted in the hole, in the picture's own units. */
export interface Hints {
  /** How much the pixel's colour is wanted, 0 to 1. */
  readonly weightAt: (x: number, y: number) => number
  /** What channel `c` of the picture is to be there. */
  readonly sampleAt: (x: number, y: number, c: number) => number
}

/** @throws {TypeError | RangeError} `colors` is no image, or not one that goes with the picture. */
export function readColors(colors: Image, picture: Picture): Hints {
  const layout = layoutOf('guide.colors', colors, checkSamples)
  if (!layout) throw new TypeError(`guide.colors: expected an image, got ${describe(colors)}`)
  checkSize('guide.colors', layout, picture)
  // A copy, because the caller's may change before a worker has come to a hole.
  const data = Uint8Array.prototype.slice.call(layout.data) as Samples
  const { channels, offset, rowStep, pixelStep, channelStep } = layout
  const colours = channels - 1
  // Of an image that has as many, the last is taken to be alpha too: such are those of a canvas.
  if (colours < 1 || (colours !== picture.channels && channels !== picture.channels)) {
    const wanted = `${picture.channels + 1} channels, the last one the weight`
    throw new RangeError(`guide.colors: expected ${wanted}, got ${channels}`)
  }
  const full = fullScaleOf(sampleTypeOf(data) as SampleType)
  const scale = fullScaleOf(picture.type) / full
  if (isFloat(sampleTypeOf(data)) !== isFloat(picture.type)) {
    const wanted = isFloat(picture.type) ? 'floats' : 'whole numbers'
    throw new TypeError(
      `guide.colors.data: expected ${wanted}, as the image's are, got ${describe(data)}`,
    )
  }
  const sample = (x: number, y: number, c: number): number =>
    data[offset + y * rowStep + x * pixelStep + c * channelStep]
  return {
    weightAt(x, y) {
      const weight = sample(x, y, colours) / full
      for (let c = 0; c < colours; c++) if (!Number.isFinite(sample(x, y, c))) return 0
      return weight > 0 ? Math.min(weight, 1) : 0
    },
    sampleAt: (x, y, c) => (c < colours ? sample(x, y, c) * scale : fullScaleOf(picture.type)),
  }
}

/** What stands for all there is of an alpha, and of a weight. */
function fullScaleOf(type: SampleType): number {
  return isFloat(type) ? 1 : rangeOf(type)[1]
}

function isFloat(type: SampleType | undefined): boolean {
  return type === 'float32' || type === 'float64'
}
