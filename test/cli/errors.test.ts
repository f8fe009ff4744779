import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isophote } from './isophote'
import { block, encoder, picture, save } from './pictures'

const folder = mkdtempSync(join(tmpdir(), 'isophote-'))
let inputs: string[]

beforeAll(async () => {
  const at = (name: string) => join(folder, name)
  const photo = picture(30, 20, 3)
  const png = await encoder(photo).png().toBuffer()
  writeFileSync(at('photo.png'), png)
  writeFileSync(at('text.png'), 'This is no image.')
  writeFileSync(at('empty.png'), '')
  await save(at('mask.png'), block(photo, [5, 5, 9, 9]))
  await save(at('other.png'), block({ width: 20, height: 30 }, [5, 5, 9, 9]))
  await save(at('all.png'), block(photo, [0, 0, 30, 20]))
  await encoder(photo).gif().toFile(at('photo.gif'))
  await encoder(photo).toColourspace('cmyk').jpeg().toFile(at('cmyk.jpg'))
  await encoder(photo).tiff({ compression: 'none', predictor: 'float' }).toFile(at('float.tiff'))
  const negative = await sharp(png).negate().png().toBuffer()
  await sharp([png, negative], { join: { animated: true } })
    .webp()
    .toFile(at('frames.webp'))
  const jpeg = await encoder(picture(200, 200, 3))
    .jpeg()
    .toBuffer()
  writeFileSync(at('half.jpg'), jpeg.subarray(0, jpeg.length / 2))
  await save(at('square.png'), block({ width: 200, height: 200 }, [5, 5, 9, 9]))
  inputs = readdirSync(folder)
})

afterAll(() => rmSync(folder, { recursive: true }))

describe.concurrent('bad input: one line, exit code 1, nothing written', () => {
  test.each([
    // What was asked for
    ['', "missing required argument 'photo'"],
    ['photo.png mask.png', '--output: expected a file or a folder to write to, got none'],
    ['photo.png -o o.png', 'expected one mask, either a file, --mask or --mask-color, got none'],
    [
      'photo.png mask.png --mask alpha -o o.png',
      'expected one mask, either a file, --mask or --mask-color, got 2',
    ],
    [
      'photo.png mask.png --mask-color f0f -o o.png',
      'expected one mask, either a file, --mask or --mask-color, got 2',
    ],
    ['photo.png mask.png more.png -o o.png', 'too many arguments. Expected 2 arguments but got 3.'],
    ['photo.png mask.png -o o.png --methd ns', "unknown option '--methd' (Did you mean --method?)"],
    [
      'photo.png mask.png -o o.png --method magic',
      "--method: expected 'telea', 'ns', 'navier-stokes', 'coherence', 'harmonic', 'biharmonic', 'kriging', 'exemplar' or 'auto', got 'magic'",
    ],
    [
      'photo.png mask.png -o o.png --radius 0',
      "--radius: expected a whole number from 1 to 100, got '0'",
    ],
    [
      'photo.png mask.png -o o.png --radius five',
      "--radius: expected a whole number from 1 to 100, got 'five'",
    ],
    [
      'photo.png mask.png -o o.png --method harmonic --radius 5',
      '--radius: the method harmonic has none, it looks as far as it has to',
    ],
    [
      'photo.png mask.png -o o.png --quality 101',
      "--quality: expected a whole number from 1 to 100, got '101'",
    ],
    [
      'photo.png mask.png -o o.png --dilate 1001',
      "--dilate: expected a whole number from 0 to 1000, got '1001'",
    ],
    [
      'photo.png mask.png -o o.png --dilate 2 --feather 3',
      '--feather: expected a number from 0 to 2, got 3',
    ],
    [
      'photo.png mask.png -o o.png --mask-threshold 256',
      "--mask-threshold: expected a whole number from 0 to 255, got '256'",
    ],
    [
      'photo.png --mask-color red -o o.png',
      "--mask-color: expected a colour such as ff00ff, got 'red'",
    ],
    [
      'photo.png --mask-color f0f --mask-threshold 9 -o o.png',
      '--mask-threshold: goes with a mask file or --mask alpha, not with a colour',
    ],
    [
      'photo.png mask.png --mask-tolerance 9 -o o.png',
      '--mask-tolerance: goes with --mask-color, and there is none',
    ],
    // Files
    ['gone.png mask.png -o o.png', 'gone.png: no such file or directory'],
    ['photo.png gone.png -o o.png', 'gone.png: no such file or directory'],
    ['text.png mask.png -o o.png', 'text.png: expected a JPEG, PNG, WebP or TIFF image'],
    ['photo.png text.png -o o.png', 'text.png: expected a JPEG, PNG, WebP or TIFF image'],
    [
      'empty.png mask.png -o o.png',
      'empty.png: expected a JPEG, PNG, WebP or TIFF image, got an empty file',
    ],
    ['photo.gif mask.png -o o.png', 'photo.gif: expected a JPEG, PNG, WebP or TIFF image, got GIF'],
    ['cmyk.jpg mask.png -o o.png', 'cmyk.jpg: expected grey or RGB, got 4 channels of CMYK'],
    ['float.tiff mask.png -o o.png', 'float.tiff: expected 8 or 16 bits per channel, got float'],
    [
      'frames.webp mask.png -o o.png',
      'frames.webp: expected a single image, got 2 pages or frames',
    ],
    [
      'photo.png mask.png -o o.bmp',
      'o.bmp: expected a name that ends like that of a JPEG, PNG, WebP or TIFF file',
    ],
    ['photo.png mask.png -o text.png/o.png', 'text.png/o.png: not a directory'],
    // Pictures
    ['photo.png other.png -o o.png', 'photo.png: mask: expected 30 x 20 pixels, got 20 x 30'],
    [
      'photo.png all.png -o o.png',
      'photo.png: mask: expected at least one known pixel to fill from, got none',
    ],
    [
      'photo.png --mask alpha -o o.png',
      'photo.png: --mask alpha: expected an image with transparency, got one without',
    ],
  ])('isophote %s', async (args, line) => {
    expect(await isophote(folder, args)).toEqual({
      status: 1,
      stdout: '',
      stderr: `isophote: ${line}\n`,
    })
    expect(readdirSync(folder)).toEqual(inputs)
  })

  test('a damaged file is named, and what its decoder says stays on the line', async () => {
    const { status, stderr } = await isophote(folder, 'half.jpg square.png -o o.png')
    expect(status).toBe(1)
    expect(stderr).toMatch(/^isophote: half\.jpg: .*premature end.*\n$/i)
  })
})
