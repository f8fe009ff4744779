import { expect, test } from 'vitest'
import { type Image, inpaint } from '../../src/index'
import { expectSameImage } from '../support/expect-image'
import { loadPicture } from '../support/pictures'
import { inpaintAsync } from './worker'

test('previews come from a worker as they do from the call itself', async () => {
  const image = await loadPicture('chelsea-97x61')
  const mask = new Uint8Array(97 * 61).map((_, i) =>
    Math.hypot((i % 97) - 45, Math.floor(i / 97) - 30) < 18 ? 255 : 0,
  )
  const previewsOf = () => {
    const shown: Image[] = []
    const onProgress = (_: number, preview?: () => Image): void => {
      if (preview) shown.push(preview())
    }
    return { shown, options: { method: 'exemplar', dilate: 2, feather: 1, onProgress } as const }
  }
  const here = previewsOf()
  const there = previewsOf()
  const expected = inpaint(image, mask, here.options)
  const actual = await inpaintAsync(image, mask, { ...there.options, workers: 1 })
  expectSameImage(actual, expected, 'workers: previewed')
  expect(there.shown.length).toBeGreaterThan(0)
  expect(there.shown.length).toBe(here.shown.length)
  there.shown.forEach((preview, n) => {
    expectSameImage(preview as typeof image, here.shown[n] as typeof image, 'workers: preview')
  })
})
