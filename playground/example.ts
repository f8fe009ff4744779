import photoUrl from '../examples/chelsea.png'
import scratchesUrl from '../examples/scratches.png'
import { type Picture, readPicture } from './picture'

/** The photograph the page opens with, scratched, and where the scratches are. */
export async function loadExample(): Promise<{ picture: Picture; scratches: Uint8Array }> {
  const [picture, mask] = await Promise.all([photoUrl, scratchesUrl].map(fetchPicture))
  const scratches = new Uint8Array(picture.width * picture.height)
  for (let i = 0; i < scratches.length; i++) {
    if (mask.data[i * mask.channels] === 0) continue
    scratches[i] = 1
    picture.data.fill(240, i * picture.channels, i * picture.channels + 3)
  }
  return { picture, scratches }
}

async function fetchPicture(url: string): Promise<Picture> {
  return readPicture(await (await fetch(url)).blob())
}
