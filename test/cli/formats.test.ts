import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Channels } from 'sharp'
import { expect, test } from 'vitest'
import { inpaint } from '../../src'
import { emptyFolder, isophote } from './isophote'
import { block, encoder, load, picture, samplesWhere, save } from './pictures'

const size = { width: 47, height: 31 }
const mask = block(size, [12, 8, 21, 17])

for (const format of ['png', 'tiff']) {
  for (const bits of [8, 16] as const) {
    for (const channels of [1, 2, 3, 4] as Channels[]) {
      test(`${format}, ${bits} bits, ${channels} channels: known samples stay, the rest is the library's`, async () => {
        const folder = emptyFolder()
        const photo = picture(size.width, size.height, channels, bits)
        await save(join(folder, `photo.${format}`), photo)
        await save(join(folder, 'mask.png'), mask)

        const outcome = await isophote(folder, `photo.${format} mask.png -o out.${format}`)

        expect(outcome).toMatchObject({ status: 0, stderr: '' })
        const out = await load(join(folder, `out.${format}`))
        expect(out.data.constructor).toBe(photo.data.constructor)
        expect(out).toEqual(inpaint(photo, mask, { method: 'auto' }))
        expect(samplesWhere(out, mask, false)).toEqual(samplesWhere(photo, mask, false))
        expect(samplesWhere(out, mask, true)).not.toEqual(samplesWhere(photo, mask, true))
      })
    }
  }
}

test('--method and --radius reach the library', async () => {
  const folder = emptyFolder()
  const photo = picture(size.width, size.height, 3)
  await save(join(folder, 'photo.png'), photo)
  await save(join(folder, 'mask.png'), mask)
  await isophote(folder, 'photo.png mask.png -o ns.png --method ns --radius 7')
  expect(await load(join(folder, 'ns.png'))).toEqual(inpaint(photo, mask, 7, 'ns'))
  // Where no radius is given, the method's own default counts.
  await isophote(folder, 'photo.png mask.png -o coherence.png --method coherence')
  const expected = inpaint(photo, mask, { method: 'coherence', radius: 5 })
  expect(await load(join(folder, 'coherence.png'))).toEqual(expected)
})

test.each([
  ['a palette', { palette: true, colours: 16 }, 3],
  ['a palette with transparency', { palette: true, colours: 16 }, 4],
  ['2 bits of grey', { palette: true, colours: 4 }, 1],
] as const)('a PNG of %s comes out as the colours it stands for', async (_, options, channels) => {
  const folder = emptyFolder()
  const file = join(folder, 'photo.png')
  await encoder(picture(size.width, size.height, channels))
    .png(options)
    .toFile(file)
  await save(join(folder, 'mask.png'), mask)
  expect((await sharp(file).metadata()).bitsPerSample).toBeLessThan(8)

  expect(await isophote(folder, 'photo.png mask.png -o out.png')).toMatchObject({ status: 0 })
  expect(await load(join(folder, 'out.png'))).toEqual(
    inpaint(await load(file), mask, { method: 'auto' }),
  )
})

test('JPEG is written at a quality of 95, without thinning out its colours', async () => {
  const folder = emptyFolder()
  const photo = picture(96, 64, 3)
  await save(join(folder, 'photo.jpg'), photo)
  await save(join(folder, 'mask.jpg'), block(photo, [40, 24, 56, 40]))

  await isophote(folder, 'photo.jpg mask.jpg -o out.JPG --mask-threshold 127')
  await isophote(folder, 'photo.jpg mask.jpg -o small.jpeg --mask-threshold 127 --quality 30')

  const out = join(folder, 'out.JPG')
  expect(await sharp(out).metadata()).toMatchObject({ format: 'jpeg', chromaSubsampling: '4:4:4' })
  expect(readFileSync(join(folder, 'small.jpeg')).length).toBeLessThan(readFileSync(out).length / 2)
  const [before, after] = [await load(join(folder, 'photo.jpg')), await load(out)]
  for (let i = 0; i < 3 * 96 * 20; i++) {
    expect(Math.abs(after.data[i] - before.data[i])).toBeLessThan(12)
  }
})

test('a grey photo stays grey as JPEG, and one of 16 bits is brought down to 8', async () => {
  const folder = emptyFolder()
  await save(join(folder, 'photo.png'), picture(size.width, size.height, 1, 16))
  await save(join(folder, 'mask.png'), mask)
  await isophote(folder, 'photo.png mask.png -o out.jpg')
  expect(await sharp(join(folder, 'out.jpg')).metadata()).toMatchObject({
    channels: 1,
    depth: 'uchar',
  })
})

test('WebP is read and written, without loss at a quality of 100, and keeps transparency', async () => {
  const folder = emptyFolder()
  const photo = picture(size.width, size.height, 4)
  await save(join(folder, 'photo.webp'), photo)
  await save(join(folder, 'mask.webp'), mask)

  await isophote(folder, 'photo.webp mask.webp -o out.webp --quality 100')
  await isophote(folder, 'photo.webp mask.webp -o lossy.webp')

  expect(await load(join(folder, 'out.webp'))).toEqual(inpaint(photo, mask, { method: 'auto' }))
  const [exact, lossy] = ['out.webp', 'lossy.webp'].map((name) => readFileSync(join(folder, name)))
  expect(lossy.length).toBeLessThan(exact.length)
})

test('formats convert into each other by the name of the output', async () => {
  const folder = emptyFolder()
  const photo = picture(size.width, size.height, 3)
  await save(join(folder, 'photo.webp'), photo)
  await save(join(folder, 'mask.png'), mask)
  await isophote(folder, 'photo.webp mask.png -o out.tif')
  expect(await sharp(join(folder, 'out.tif')).metadata()).toMatchObject({ format: 'tiff' })
  expect(await load(join(folder, 'out.tif'))).toEqual(inpaint(photo, mask, { method: 'auto' }))
})

test('a transparent photo does not fit into a JPEG, an opaque one with an alpha channel does', async () => {
  const folder = emptyFolder()
  const photo = picture(size.width, size.height, 4)
  await save(join(folder, 'photo.png'), photo)
  await save(join(folder, 'mask.png'), mask)
  expect(await isophote(folder, 'photo.png mask.png -o out.jpg')).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'isophote: out.jpg: JPEG has no transparency, and the photo does: write PNG, WebP or TIFF\n',
  })

  for (let i = 3; i < photo.data.length; i += 4) photo.data[i] = 255
  await save(join(folder, 'photo.png'), photo)
  expect(await isophote(folder, 'photo.png mask.png -o out.jpg')).toMatchObject({ status: 0 })
  expect(await sharp(join(folder, 'out.jpg')).metadata()).toMatchObject({ channels: 3 })
})

test('with nothing missing, the file itself is copied', async () => {
  const folder = emptyFolder()
  await save(join(folder, 'photo.jpg'), picture(size.width, size.height, 3))
  await save(join(folder, 'mask.png'), block(size, [0, 0, 0, 0]))
  expect(await isophote(folder, 'photo.jpg mask.png -o out.jpg')).toEqual({
    status: 0,
    stdout: 'photo.jpg: 47 x 31 pixels, none missing, copied\n',
    stderr: '',
  })
  expect(readFileSync(join(folder, 'out.jpg'))).toEqual(readFileSync(join(folder, 'photo.jpg')))
})

test('the format is what the file holds, whatever its name says', async () => {
  const folder = emptyFolder()
  const photo = picture(size.width, size.height, 3)
  await save(join(folder, 'photo.png'), photo)
  copyFileSync(join(folder, 'photo.png'), join(folder, 'photo.jpg'))
  await save(join(folder, 'mask.png'), mask)
  await isophote(folder, 'photo.jpg mask.png -o out.png')
  expect(await load(join(folder, 'out.png'))).toEqual(inpaint(photo, mask, { method: 'auto' }))
})
