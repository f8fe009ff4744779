import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inpaint } from '../../src'
import { emptyFolder, isophote } from './isophote'
import { block, load, painted, picture, type Raw, samplesWhere, save } from './pictures'

const photo = picture(40, 24, 3)
const mask = block(photo, [10, 6, 18, 14])

/** The result of the program on these pictures. */
async function repaired(
  photo: Raw,
  args: string,
  mask?: Raw,
  photoName = 'photo.png',
): Promise<Raw> {
  const folder = emptyFolder()
  await save(join(folder, photoName), photo)
  if (mask) await save(join(folder, 'mask.png'), mask)
  const { status, stderr } = await isophote(folder, `${photoName} ${args} -o out.png`)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return load(join(folder, 'out.png'))
}

test('--mask is the argument by another name', async () => {
  expect(await repaired(photo, '--mask mask.png', mask)).toEqual(
    inpaint(photo, mask, { method: 'auto' }),
  )
})

test('anything but black is missing, down to 1 of 65535', async () => {
  const faint: Raw = { ...mask, data: Uint16Array.from(mask.data, (value) => (value ? 1 : 0)) }
  expect(await repaired(photo, 'mask.png', faint)).toEqual(inpaint(photo, mask, { method: 'auto' }))
})

test('of a mask in colour any channel counts, and its transparency does not', async () => {
  const data = new Uint8Array(40 * 24 * 4)
  mask.data.forEach((value, p) => {
    data[4 * p + 2] = value
    data[4 * p + 3] = p % 256
  })
  const blue: Raw = { ...mask, data, channels: 4 }
  expect(await repaired(photo, 'mask.png', blue)).toEqual(inpaint(photo, mask, { method: 'auto' }))
})

test('--mask-threshold: up to it counts as black, in a mask of 16 bits too', async () => {
  const grey = block(photo, [10, 6, 18, 14], 101, 100)
  expect(await repaired(photo, 'mask.png --mask-threshold 100', grey)).toEqual(
    inpaint(photo, mask, { method: 'auto' }),
  )
  const wide: Raw = { ...grey, data: Uint16Array.from(grey.data, (value) => value * 257) }
  expect(await repaired(photo, 'mask.png --mask-threshold 100', wide)).toEqual(
    inpaint(photo, mask, { method: 'auto' }),
  )
})

test('--invert-mask repairs what is black', async () => {
  const kept = block(photo, [10, 6, 18, 14], 0, 255)
  expect(await repaired(photo, 'mask.png --invert-mask', kept)).toEqual(
    inpaint(photo, mask, { method: 'auto' }),
  )
})

test('--dilate and --feather are those of the library', async () => {
  expect(await repaired(photo, 'mask.png --dilate 3 --feather 1.5', mask)).toEqual(
    inpaint(photo, mask, { method: 'auto', dilate: 3, feather: 1.5 }),
  )
})

test.each(['ff00ff', '#FF00FF', 'f0f'])(
  '--mask-color %s: painted on the photo itself',
  async (color) => {
    const marked = painted(photo, mask, [255, 0, 255])
    expect(await repaired(marked, `--mask-color ${color}`)).toEqual(
      inpaint(photo, mask, { method: 'auto' }),
    )
  },
)

test('--mask-color in 16 bits, beside an alpha channel, and on a grey photo', async () => {
  const wide = picture(40, 24, 4, 16)
  const marked = painted(wide, mask, [65535, 0, 128 * 257])
  expect(await repaired(marked, '--mask-color ff0080')).toEqual(
    inpaint(marked, mask, { method: 'auto' }),
  )
  const grey = picture(40, 24, 1)
  const white = painted(grey, mask, [255])
  expect(await repaired(white, '--mask-color ffffff')).toEqual(
    inpaint(grey, mask, { method: 'auto' }),
  )
})

test('--mask-tolerance: how far each channel may be from the colour', async () => {
  const marked = painted(photo, mask, [247, 8, 255])
  const near = await repaired(marked, '--mask-color ff00ff --mask-tolerance 8')
  expect(near).toEqual(inpaint(photo, mask, { method: 'auto' }))
  expect(await repaired(marked, '--mask-color ff00ff --mask-tolerance 7')).toEqual(marked)
})

test('--mask-tolerance finds a colour that went through JPEG', async () => {
  const marked = painted(photo, mask, [255, 0, 255])
  const args = '--mask-color f0f --mask-tolerance 40'
  const out = await repaired(marked, args, undefined, 'photo.jpg')
  const meanGreen = (raw: Raw) =>
    samplesWhere(raw, mask, true).reduce((sum, v, i) => sum + (i % 3 === 1 ? v : 0), 0) / 64
  expect(meanGreen(marked)).toBe(0)
  expect(Math.abs(meanGreen(out) - meanGreen(photo))).toBeLessThan(20)
})

test('--mask alpha: what is not opaque is repaired, and opaque afterwards', async () => {
  const erased = picture(40, 24, 4)
  for (let i = 3; i < erased.data.length; i += 4) erased.data[i] = 255
  const opaque = { ...erased, data: erased.data.slice() }
  for (let p = 0; p < mask.data.length; p++) {
    // A soft eraser: half of it is not quite transparent.
    if (mask.data[p]) erased.data[4 * p + 3] = p % 2 ? 0 : 254
  }
  expect(await repaired(erased, '--mask alpha')).toEqual(inpaint(opaque, mask, { method: 'auto' }))
})

test('--mask alpha with a threshold leaves the faintly transparent as it is', async () => {
  const erased = picture(40, 24, 2, 16)
  for (let p = 0; p < mask.data.length; p++) {
    erased.data[2 * p + 1] = mask.data[p] ? 127 * 257 : 129 * 257
  }
  const out = await repaired(erased, '--mask alpha --mask-threshold 127')
  expect(samplesWhere(out, mask, false)).toEqual(samplesWhere(erased, mask, false))
  expect(samplesWhere(out, mask, true).filter((_, i) => i % 2 === 1)).toEqual(
    new Array(64).fill(65535),
  )
})
