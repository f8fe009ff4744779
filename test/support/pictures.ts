import type { Samples } from '../../src/index'

export { loadPicture } from './load-picture'

/** A raw image whose channels are known: what the tests' own helpers take and give. */
export interface Raster<Data extends Samples = Samples> {
  readonly data: Data
  readonly width: number
  readonly height: number
  readonly channels: number
}

export type Bytes = Raster<Uint8Array>

/** Every picture of `test/pictures`, by the name of its file. */
export type PictureName = 'astronaut-96x96' | 'chelsea-97x61' | 'camera-96x96' | 'camera-61x97'

export const pictureNames: readonly PictureName[] = [
  'astronaut-96x96',
  'chelsea-97x61',
  'camera-96x96',
  'camera-61x97',
]

/** Channel `c` alone. */
export function channel<Data extends Samples>(image: Raster<Data>, c: number): Raster<Data> {
  const { width, height, channels } = image
  const data = samplesLike(image.data, width * height)
  for (let i = 0; i < data.length; i++) data[i] = image.data[i * channels + c]
  return { data, width, height, channels: 1 }
}

/** One image whose channels are the images given, each of one channel. */
export function merge<Data extends Samples>(planes: readonly Raster<Data>[]): Raster<Data> {
  const { width, height } = planes[0]
  const channels = planes.length
  const data = samplesLike(planes[0].data, width * height * channels)
  for (let i = 0; i < data.length; i++) {
    data[i] = planes[i % channels].data[Math.floor(i / channels)]
  }
  return { data, width, height, channels }
}

/** The image with `change` applied to every sample. */
export function mapSamples<Data extends Samples>(
  image: Raster<Data>,
  change: (value: number, index: number) => number,
): Raster<Data> {
  const data = samplesLike(image.data, image.data.length)
  for (let i = 0; i < data.length; i++) data[i] = change(image.data[i], i)
  return { ...image, data }
}

/** An array of zeros of the same class. */
export function samplesLike<Data extends Samples>(data: Data, length: number): Data {
  return new (data.constructor as new (length: number) => Data)(length)
}
