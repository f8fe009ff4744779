import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inpaint } from '../../src'
import { emptyFolder, isophote } from './isophote'
import { block, load, picture, save } from './pictures'

const [small, large] = [picture(30, 20, 3), picture(33, 22, 1)]
const [smallMask, largeMask] = [block(small, [5, 5, 11, 9]), block(large, [8, 4, 12, 15])]

async function folderWith(files: Record<string, Parameters<typeof save>[1]>): Promise<string> {
  const folder = emptyFolder()
  for (const name of ['photos', 'masks']) mkdirSync(join(folder, name))
  for (const [name, raw] of Object.entries(files)) await save(join(folder, name), raw)
  return folder
}

test('a folder of photos with one mask; other files are left alone', async () => {
  const folder = await folderWith({
    'photos/b.png': small,
    'photos/a.tiff': { ...small, data: small.data.map((value) => 255 - value) },
    'mask.png': smallMask,
  })
  writeFileSync(join(folder, 'photos', 'notes.txt'), 'no image')
  writeFileSync(join(folder, 'photos', '._a.png'), 'no image either')

  const { status, stdout, stderr } = await isophote(folder, 'photos/ mask.png -o new/restored')

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout.replace(/[\d.]+ ms/g, '_ ms')).toBe(
    'photos/a.tiff: 30 x 20 pixels, 24 missing (4 %), auto, _ ms\n' +
      'photos/b.png: 30 x 20 pixels, 24 missing (4 %), auto, _ ms\n',
  )
  expect(readdirSync(join(folder, 'new/restored'))).toEqual(['a.tiff', 'b.png'])
  expect(await load(join(folder, 'new/restored/b.png'))).toEqual(
    inpaint(small, smallMask, { method: 'auto' }),
  )
})

test('a folder of masks: each photo has its own, by name', async () => {
  const folder = await folderWith({
    'photos/small.png': small,
    'photos/large.tiff': large,
    'masks/small.webp': smallMask,
    'masks/large.png': largeMask,
    'masks/another.png': largeMask,
  })
  expect(await isophote(folder, 'photos masks -o out')).toMatchObject({ status: 0, stderr: '' })
  expect(await load(join(folder, 'out/small.png'))).toEqual(
    inpaint(small, smallMask, { method: 'auto' }),
  )
  expect(await load(join(folder, 'out/large.tiff'))).toEqual(
    inpaint(large, largeMask, { method: 'auto' }),
  )
})

test('a photo without a mask stops all before anything is written', async () => {
  const folder = await folderWith({
    'photos/a.png': small,
    'photos/b.png': small,
    'masks/a.png': smallMask,
  })
  expect(await isophote(folder, 'photos masks -o out')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'isophote: photos/b.png: no mask of this name in masks\n',
  })
  expect(existsSync(join(folder, 'out'))).toBe(false)
})

test('two masks of one name, an empty folder, and a file where a folder is needed', async () => {
  const folder = await folderWith({
    'photos/a.png': small,
    'masks/a.png': smallMask,
    'masks/a.webp': smallMask,
  })
  mkdirSync(join(folder, 'none'))
  const lines = await Promise.all(
    ['photos masks -o out', 'none masks -o out', 'photos masks/a.png -o out.png'].map(
      async (args) => (await isophote(folder, args)).stderr,
    ),
  )
  expect(lines).toEqual([
    'isophote: masks/a.webp: expected one mask of this name, got masks/a.png too\n',
    'isophote: none: expected JPEG, PNG, WebP or TIFF images, got none\n',
    'isophote: out.png: expected a folder to write to, because the input is one\n',
  ])
})

test('the folder of the photos is not written to, unless allowed', async () => {
  const folder = await folderWith({ 'photos/a.png': small, 'mask.png': smallMask })
  expect(await isophote(folder, 'photos mask.png -o photos/../photos')).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'isophote: photos/a.png: is an input and would be written over; --overwrite allows it\n',
  })
  expect(await load(join(folder, 'photos/a.png'))).toEqual(small)
  expect(await isophote(folder, 'photos mask.png -o photos -f -q')).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  })
  expect(await load(join(folder, 'photos/a.png'))).toEqual(
    inpaint(small, smallMask, { method: 'auto' }),
  )
})

test('a single photo can go to a folder too', async () => {
  const folder = await folderWith({ 'a.png': small, 'masks/a.png': smallMask })
  await isophote(folder, 'a.png masks -o photos')
  await isophote(folder, 'a.png masks -o new/')
  expect(await load(join(folder, 'photos/a.png'))).toEqual(
    inpaint(small, smallMask, { method: 'auto' }),
  )
  expect(await load(join(folder, 'new/a.png'))).toEqual(
    inpaint(small, smallMask, { method: 'auto' }),
  )
})
