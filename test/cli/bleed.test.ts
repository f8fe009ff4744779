import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type FillTransparentOptions, fillTransparent } from '../../src/fill-transparent'
import { emptyFolder, isophote } from './isophote'
import { load, picture, save } from './pictures'

/** Transparent in stripes. */
function sprite(channels: 2 | 4, bits: 8 | 16 = 8) {
  const image = picture(30, 20, channels, bits)
  image.data.forEach((_, i) => {
    if (i % channels !== channels - 1) return
    image.data[i] = (i >> 4) % 3 === 0 ? 0 : (i >> 4) % 3 === 1 ? 7 : 200
  })
  return image
}

let folder: string
beforeEach(() => {
  folder = emptyFolder()
})

describe('the library with the options of the shell', () => {
  test.each<[args: string, options: FillTransparentOptions]>([
    ['', {}],
    ['--distance 1.5', { distance: 1.5 }],
    ['--alpha-threshold 7', { alphaThreshold: 7 }],
    ['-m harmonic', { method: 'harmonic' }],
  ])('bleed %s', async (args, options) => {
    for (const image of [sprite(2), sprite(4), sprite(4, 16)]) {
      await save(join(folder, 'sprite.png'), image)
      const { status, stdout, stderr } = await isophote(
        folder,
        `bleed sprite.png -o out.png ${args}`,
      )
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toMatch(/^sprite\.png: 30 x 20 pixels, (nearest|harmonic), [\d.]+ ms\n$/)
      const { data } = await load(join(folder, 'out.png'))
      expect(data).toEqual(fillTransparent(image, options).data)
    }
  })
})

test('a folder of sprites', async () => {
  for (const name of ['a', 'b']) await save(join(folder, `${name}.png`), sprite(4))
  expect((await isophote(folder, 'bleed . -o out -q')).status).toBe(0)
  expect(readdirSync(join(folder, 'out'))).toEqual(['a.png', 'b.png'])
})

describe('what is refused, in one line', () => {
  test.each([
    [
      'bleed sprite.png -o out.jpg',
      'out.jpg: expected PNG or TIFF, which keep colours that nobody sees',
    ],
    [
      'bleed sprite.png -o out.webp',
      'out.webp: expected PNG or TIFF, which keep colours that nobody sees',
    ],
    ['bleed opaque.png -o out.png', 'opaque.png: expected an image with transparency, got none'],
    ['bleed sprite.png -o out.png --distance 0', "--distance: expected a number from 1, got '0'"],
    [
      'bleed sprite.png -o out.png -m telea',
      "--method: expected 'nearest' or 'harmonic', got 'telea'",
    ],
    [
      'bleed sprite.png -o out.png --alpha-threshold x',
      "--alpha-threshold: expected a whole number from 0 to 65535, got 'x'",
    ],
  ])('%s', async (args, message) => {
    await save(join(folder, 'sprite.png'), sprite(4))
    await save(join(folder, 'opaque.png'), picture(8, 8, 3))
    const { status, stderr } = await isophote(folder, args)
    expect(status).toBe(1)
    expect(stderr.trim()).toBe(`isophote: ${message}`)
  })
})
