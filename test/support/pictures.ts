import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Samples } from '../../src/index'

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

/** Loads a picture: 3 channels where it is in colour, 1 where it is grey. */
export async function loadPicture(name: PictureName): Promise<Bytes> {
  const file = fileURLToPath(new URL(`../pictures/${name}.png`, import.meta.url))
  const { channels: inFile } = await sharp(file).metadata()
  const { data, info } = await sharp(file)
    .toColourspace(inFile === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== inFile) throw new Error(`${name}: ${info.channels} channels were read`)
  // A copy of its own: a Buffer's memory is part of a pool that other buffers share.
  return {
    data: new Uint8Array(data),
    width: info.width,
    height: info.height,
    channels: info.channels,
  }
}

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
