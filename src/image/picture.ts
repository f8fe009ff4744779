import { classOf, wrongKind } from './check'
import type { Image, NdarrayImage, RawImage, Samples, SharpImage } from './image'
import { type Layout, layoutOf } from './layout'
import { type SampleType, sampleTypeOf } from './sample-type'

/** The caller's image, copied: what a repair reads from and writes to. */
export interface Picture {
  /** Row-major, channels interleaved, no gaps; the memory behind `result`. */
  readonly samples: Samples
  readonly type: SampleType
  readonly width: number
  readonly height: number
  readonly channels: number
  /** What the caller gets back: the same kind of image as came in, over `samples`. */
  readonly result: Image
}

/**
 * Copies any image isophote takes; the only place that knows their kinds.
 *
 * @param copySamples How to copy those of all but an ndarray, which is gathered in any case.
 * @throws {TypeError} `image` is no image, or its samples are no typed array isophote takes.
 * @throws {RangeError} Its sizes are not whole numbers from 1, or do not fit its data.
 */
export function copyImage(image: Image, copySamples = copyOf): Picture {
  const layout = layoutOf('image', image, checkSamples)
  if (!layout) {
    throw wrongKind('image', '{ data, width, height }, { data, info } or an ndarray', image)
  }
  const type = sampleTypeOf(layout.data) as SampleType
  const { width, height, channels } = layout
  const samples = 'shape' in image ? gather(layout) : copySamples(layout.data)
  return { samples, type, width, height, channels, result: sameKind(image, samples, layout) }
}

/** `TypeError` unless `data` is an array that an image's samples may live in. */
export function checkSamples(name: string, data: unknown): asserts data is Samples {
  if (sampleTypeOf(data)) return
  throw wrongKind(
    `${name}.data`,
    'Uint8Array, Uint8ClampedArray, Uint16Array, Int16Array, Float32Array or Float64Array',
    data,
  )
}

/** `data.slice()`, but a `Buffer` would share its memory with its own `slice`. */
function copyOf(data: Samples): Samples {
  return Uint8Array.prototype.slice.call(data) as Samples
}

/** Row-major copy of samples that lie anywhere. */
function gather(layout: Layout<Samples>): Samples {
  const { data, width, height, channels, offset, rowStep, pixelStep, channelStep } = layout
  const samples = newSamples(data, width * height * channels)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = offset + y * rowStep + x * pixelStep
      for (let c = 0; c < channels; c++) samples[i++] = data[pixel + c * channelStep]
    }
  }
  return samples
}

/** Zeros of the same class; of a `Buffer`'s, a plain `Uint8Array`. */
export function newSamples(like: Samples, length: number): Samples {
  const classes = globalThis as unknown as Record<string, new (length: number) => Samples>
  return new classes[classOf(like)](length)
}

/** An image of the kind that came, with everything the caller's object carries, over other samples. */
function sameKind(
  image: Image,
  data: Samples,
  { width, height, channels }: Layout<Samples>,
): Image {
  if ('shape' in image) {
    const flat = image.shape.length === 2
    const fields: NdarrayImage = {
      data,
      shape: [...image.shape],
      stride: flat ? [width, 1] : [width * channels, channels, 1],
      offset: 0,
    }
    return Object.assign(Object.create(Object.getPrototypeOf(image)), fields)
  }
  if ('info' in image) return { ...image, data } satisfies SharpImage
  const { ImageData } = globalThis as { ImageData?: ImageDataClass }
  if (classOf(image) === 'ImageData' && ImageData) {
    // A canvas takes back nothing less than a real ImageData.
    const { colorSpace } = image as { colorSpace?: string }
    return new ImageData(data, width, height, colorSpace ? { colorSpace } : undefined)
  }
  return { ...image, data, width, height } satisfies RawImage
}

/** The browser's class, declared here because the library is compiled without the DOM's types. */
type ImageDataClass = new (
  data: Samples,
  width: number,
  height: number,
  settings?: { colorSpace: string },
) => RawImage
