import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { navierStokes } from '../../src/navier-stokes/index'
import { ns } from '../../src/ns/index'
import { scratches, text } from '../support/masks'
import type { Bytes } from '../support/pictures'
import { difference } from './scenes'

// Photographs that are not part of the project: the folders named in ISOPHOTE_PHOTOS, separated by
// colons. Without any there is nothing to test.
const folders = (process.env.ISOPHOTE_PHOTOS ?? '').split(':').filter((folder) => folder !== '')
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .map((name) => join(folder, name)),
)
const side = 256

async function middleOf(file: string): Promise<Bytes> {
  const picture = sharp(file)
  const { width, height, channels: inFile } = await picture.metadata()
  const { data, info } = await picture
    .toColourspace(inFile === 1 ? 'b-w' : 'srgb')
    .removeAlpha()
    .extract({ left: (width - side) >> 1, top: (height - side) >> 1, width: side, height: side })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: side, height: side, channels: info.channels }
}

describe.skipIf(files.length === 0).each([
  ['text', text],
  ['scratches', scratches],
] as const)('under %s', (_name, draw) => {
  test('1.2 dB nearer than ns on average, and nowhere 0.3 dB further', {
    timeout: 300_000,
  }, async () => {
    const gains: number[] = []
    for (const file of files) {
      const photo = await middleOf(file)
      const mask = draw(side, side, 7)
      const ours = difference(navierStokes(photo, mask), photo, mask)
      const gain = 20 * Math.log10(difference(ns(photo, mask), photo, mask) / ours)
      expect(gain, file).toBeGreaterThan(-0.3)
      gains.push(gain)
    }
    expect(gains.reduce((sum, gain) => sum + gain) / gains.length).toBeGreaterThan(1.2)
  })
})
