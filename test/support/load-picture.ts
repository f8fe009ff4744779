import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Bytes, PictureName } from './pictures'

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
