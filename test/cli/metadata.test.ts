import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { inpaint } from '../../src'
import { emptyFolder, isophote } from './isophote'
import { block, encoder, load, picture, save } from './pictures'

const photo = picture(40, 24, 3)
const mask = block(photo, [10, 6, 18, 14])

test.each(['jpg', 'png', 'webp', 'tiff'])(
  '%s keeps its colour profile and its EXIF',
  async (ext) => {
    const folder = emptyFolder()
    await encoder(photo)
      .withIccProfile('p3')
      .withExifMerge({ IFD0: { Copyright: 'nobody' } })
      .toFile(join(folder, `photo.${ext}`))
    await save(join(folder, 'mask.png'), mask)

    expect(await isophote(folder, `photo.${ext} mask.png -o out.${ext}`)).toMatchObject({
      status: 0,
    })

    const before = await sharp(join(folder, `photo.${ext}`)).metadata()
    const after = await sharp(join(folder, `out.${ext}`)).metadata()
    expect(before.icc?.length).toBeGreaterThan(0)
    expect(after.icc).toEqual(before.icc)
    expect(after.exif?.includes('nobody')).toBe(before.exif?.includes('nobody'))
  },
)

test('a colour profile is attached, never applied', async () => {
  const folder = emptyFolder()
  const file = join(folder, 'photo.png')
  await encoder(photo).withIccProfile('p3').png().toFile(file)
  await save(join(folder, 'mask.png'), mask)
  await isophote(folder, 'photo.png mask.png -o out.png')
  expect(await load(join(folder, 'out.png'))).toEqual(
    inpaint(await load(file), mask, { method: 'auto' }),
  )
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'orientation %i: the mask lies on the photo as it is seen',
  async (orientation) => {
    const folder = emptyFolder()
    await encoder(photo).withMetadata({ orientation }).png().toFile(join(folder, 'photo.png'))
    const seen = await sharp(join(folder, 'photo.png')).rotate().png().toBuffer()
    const { width, height } = await sharp(seen).metadata()
    const drawn = block({ width, height }, [3, 5, 11, 9])
    await save(join(folder, 'mask.png'), drawn)

    const { status, stdout } = await isophote(folder, 'photo.png mask.png -o out.png')

    expect(status).toBe(0)
    expect(stdout).toContain(`${width} x ${height} pixels, 32 missing`)
    const { data } = await sharp(seen).raw().toBuffer({ resolveWithObject: true })
    const expected = inpaint({ data: new Uint8Array(data), width, height, channels: 3 }, drawn, {
      method: 'auto',
    })
    expect(await load(join(folder, 'out.png'))).toEqual(expected)
    const { orientation: left = 1 } = await sharp(join(folder, 'out.png')).metadata()
    expect(left).toBe(1)
  },
)

test('the mask is turned as its own orientation says', async () => {
  const folder = emptyFolder()
  await save(join(folder, 'photo.png'), photo)
  const turned = await encoder(mask).rotate(90).toColourspace('b-w').png().toBuffer()
  await sharp(turned).withMetadata({ orientation: 8 }).png().toFile(join(folder, 'mask.png'))
  await isophote(folder, 'photo.png mask.png -o out.png')
  expect(await load(join(folder, 'out.png'))).toEqual(inpaint(photo, mask, { method: 'auto' }))
})

test.each(['jpg', 'png', 'tiff'])('%s keeps its resolution', async (ext) => {
  const folder = emptyFolder()
  const image = encoder(photo).withMetadata({ density: 300 })
  if (ext === 'tiff') image.tiff({ xres: 300 / 25.4, yres: 300 / 25.4 })
  await image.toFile(join(folder, `photo.${ext}`))
  await save(join(folder, 'mask.png'), mask)
  await isophote(folder, `photo.${ext} mask.png -o out.${ext}`)
  expect(await sharp(join(folder, `photo.${ext}`)).metadata()).toMatchObject({ density: 300 })
  expect(await sharp(join(folder, `out.${ext}`)).metadata()).toMatchObject({ density: 300 })
})
