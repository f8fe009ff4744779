import { existsSync, readFileSync, rmSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { expectSameImage } from './expect-image'
import { failures } from './failure-pictures'

const name = 'support: matcher'
const files = ['actual', 'expected', 'difference'].map((w) => `${failures}support-matcher-${w}.png`)
const [actualFile, expectedFile, differenceFile] = files
const removeFiles = (): void => {
  for (const file of files) rmSync(file, { force: true })
}
afterAll(removeFiles)

/** 3 x 2 pixels, 2 channels. */
const image = () => ({
  data: new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
  width: 3,
  height: 2,
  channels: 2,
})

describe('expectSameImage', () => {
  test('passes equal images, and writes nothing', () => {
    removeFiles()
    expectSameImage(image(), image(), name)
    expect(files.filter((file) => existsSync(file))).toEqual([])
  })

  test('says how many samples differ, by how much, and where first', () => {
    const actual = image()
    actual.data[9] = 19
    actual.data[11] = 8
    expect(() => expectSameImage(actual, image(), name)).toThrow(
      new Error(
        'support: matcher: 2 of 12 samples differ, by up to 10; the first at x 1, y 1, channel 1: ' +
          'expected 9, got 19. ' +
          'Pictures: test/failures/support-matcher-{actual,expected,difference}.png',
      ),
    )
  })

  test('writes both images and their amplified difference', async () => {
    removeFiles()
    const actual = { data: new Uint8Array([7, 0, 9, 0, 0, 0]), width: 3, height: 2 }
    const expected = { data: new Uint8Array([7, 0, 4, 0, 1, 0]), width: 3, height: 2 }
    expect(() => expectSameImage(actual, expected, name)).toThrow('2 of 6 samples differ')
    const read = async (file: string): Promise<number[]> => {
      const { data, info } = await sharp(readFileSync(file))
        .toColourspace('b-w')
        .raw()
        .toBuffer({ resolveWithObject: true })
      expect(info).toMatchObject({ width: 3, height: 2, channels: 1 })
      return [...data]
    }
    expect(await read(actualFile)).toEqual([7, 0, 9, 0, 0, 0])
    expect(await read(expectedFile)).toEqual([7, 0, 4, 0, 1, 0])
    expect(await read(differenceFile)).toEqual([0, 0, 255, 0, 51, 0])
  })

  test.each([3, 4, 5])('draws images of %i channels', async (channels) => {
    const data = new Float32Array(4 * channels)
    const actual = { data: data.map((_, i) => i), width: 2, height: 2, channels }
    expect(() => expectSameImage(actual, { ...actual, data }, name)).toThrow('samples differ')
    const { width, height } = await sharp(readFileSync(actualFile)).metadata()
    expect([width, height]).toEqual([channels === 5 ? 10 : 2, 2])
  })

  test('tells NaN from numbers, and 0 from -0', () => {
    const one = (value: number) => ({ data: new Float64Array([value]), width: 1, height: 1 })
    expectSameImage(one(NaN), one(NaN), name)
    expect(() => expectSameImage(one(NaN), one(1), name)).toThrow(
      '1 of 1 samples differ, by up to Infinity; the first at x 0, y 0, channel 0: expected 1, got NaN',
    )
    expect(() => expectSameImage(one(-0), one(0), name)).toThrow('expected 0, got -0')
  })

  test('tells sizes, lengths and classes apart', () => {
    expect(() => expectSameImage({ ...image(), width: 2, height: 3 }, image(), name)).toThrow(
      new Error(
        'support: matcher: expected 3 x 2 x 2 in 12 of Uint8Array, got 2 x 3 x 2 in 12 of Uint8Array',
      ),
    )
    const clamped = { ...image(), data: new Uint8ClampedArray(image().data) }
    expect(() => expectSameImage(clamped, image(), name)).toThrow('got 3 x 2 x 2 in 12 of Uint8C')
    const short = { ...image(), data: image().data.subarray(1) }
    expect(() => expectSameImage(short, image(), name)).toThrow('got 3 x 2 x 2 in 11 of Uint8Array')
  })
})
