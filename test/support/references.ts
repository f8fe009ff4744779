import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadPicture, type PictureName, type Raster } from './pictures'

/** A damaged picture and what its missing samples must become; test/golden/elliptic.py makes them. */
export interface Reference {
  readonly name: string
  /** From 0 to 1, and 0 where something is missing. */
  readonly image: Raster<Float64Array>
  readonly mask: Uint8Array
  /** The missing samples, row by row, channels interleaved. */
  readonly missing: Float64Array
}

const damaged: readonly [PictureName, string][] = [
  ['camera-61x97', 'random-pixels'],
  ['astronaut-96x96', 'lines'],
  ['chelsea-97x61', 'borders'],
  ['camera-96x96', 'square'],
]

export function loadReferences(method: 'harmonic' | 'biharmonic'): Promise<Reference[]> {
  return Promise.all(
    damaged.map(async ([picture, damage]) => {
      const image = await loadPicture(picture)
      const name = `${picture}-${damage}`
      const bits = read(`${name}-mask`)
      const mask = new Uint8Array(image.width * image.height)
      for (let i = 0; i < mask.length; i++) mask[i] = (bits[i >> 3] >> (7 - (i & 7))) & 1
      const data = Float64Array.from(image.data, (value, i) =>
        mask[Math.floor(i / image.channels)] === 0 ? value / 255 : 0,
      )
      const missing = new Float64Array(read(`${name}-${method}`).buffer)
      return { name, image: { ...image, data }, mask, missing }
    }),
  )
}

/** The samples of the pixels a mask marks, in order. */
export function missingSamples({ data, channels }: Raster, mask: Uint8Array): number[] {
  return [...data].filter((_, i) => mask[Math.floor(i / channels)] !== 0)
}

/** In memory of its own, so that other types may look at it. */
function read(name: string): Uint8Array {
  return Uint8Array.from(
    readFileSync(fileURLToPath(new URL(`../golden/${name}.bin`, import.meta.url))),
  )
}
