import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import sharp from 'sharp'
import type { CoherenceOptions } from '../../src/coherence/index'
import type { Bytes } from '../support/pictures'

// The results of the authors' own program: see `test/golden/coherence.py`.

const plain = (epsilon: number): CoherenceOptions => ({ epsilon, kappa: 0 })
const authors = (kappa: number): CoherenceOptions => ({
  epsilon: 5,
  kappa,
  sigma: Math.SQRT2,
  rho: 5,
})

/** Every case: its file, and what the program was asked for. N is its mode of plain weights. */
export const cases: readonly [name: string, options: CoherenceOptions][] = [
  ['astronaut128-C_default', authors(25)],
  ['camera128-C_5_25_1.4142_5', authors(25)],
  ['camera128-C_5_0_1.4142_5', authors(0)],
  ['camera128-N_3', plain(3)],
  ['camera128-N_5', plain(5)],
  ['diag48-C_default', authors(25)],
  ['diag48-N_5', plain(5)],
]

export interface Golden {
  readonly image: Bytes
  readonly mask: Uint8Array
  /** The missing samples filled, in raster order. */
  readonly filled: Float32Array
}

export async function loadGolden(name: string): Promise<Golden> {
  const [picture] = name.split('-')
  return {
    image: await readPng(picture),
    mask: (await readPng(`mask-${sizeOf(picture)}`)).data,
    filled: new Float32Array(readArray(name)),
  }
}

/** The order in which the program filled the mask of the given side, and the distance T of each pixel in that order. */
export async function loadOrder(
  side: 48 | 128,
): Promise<{ mask: Bytes; order: Int32Array; T: Float64Array }> {
  return {
    mask: await readPng(`mask-${side}`),
    order: new Int32Array(readArray(`order-${side}`)),
    T: new Float64Array(readArray(`T-${side}`)),
  }
}

function sizeOf(picture: string): string {
  return picture.replace(/^[a-z]+/, '')
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(`../golden/coherence/${file}`, import.meta.url))
}

function readArray(name: string): ArrayBuffer {
  return new Uint8Array(gunzipSync(readFileSync(pathOf(`${name}.gz`)))).buffer
}

async function readPng(name: string): Promise<Bytes> {
  const file = pathOf(`${name}.png`)
  const { channels } = await sharp(file).metadata()
  const { data, info } = await sharp(file)
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return { data: new Uint8Array(data), width, height, channels: info.channels }
}
