import photoUrl from '../../examples/chelsea.png'
import scratchesUrl from '../../examples/scratches.png'
import { blur, psf } from '../../src/deconvolution'
import { exampleMotion } from '../sharpen/blur-kinds'
import { addNoise } from './noise'
import { crop, type Picture, readPicture } from './picture'

/** A photograph, scratched, and where the scratches are. */
export async function scratchedExample(): Promise<{ picture: Picture; scratches: Uint8Array }> {
  const [picture, mask] = await Promise.all([photoUrl, scratchesUrl].map(fetchPicture))
  const scratches = new Uint8Array(picture.width * picture.height)
  for (let i = 0; i < scratches.length; i++) {
    if (mask.data[i * mask.channels] === 0) continue
    scratches[i] = 1
    picture.data.fill(240, i * picture.channels, i * picture.channels + 3)
  }
  return { picture, scratches }
}

/**
 * The photograph as a shaken camera would have taken it: light was blurred into the frame and out of
 * it, and there is noise.
 */
export async function blurredExample(): Promise<Picture> {
  const scene = await fetchPicture(photoUrl)
  const blurred = blur(scene, psf.motion(exampleMotion.length, exampleMotion.angle))
  const { width, height } = scene
  const margin = exampleMotion.length
  const frame = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin }
  const picture = crop(blurred, frame)
  addNoise(picture, 1)
  return picture
}

async function fetchPicture(url: string): Promise<Picture> {
  return readPicture(await (await fetch(url)).blob())
}
