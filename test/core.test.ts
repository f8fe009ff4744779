import { expect, test } from 'vitest'
import { inpaint as coreInpaint } from '../src/core/index'
import { coreMethods } from '../src/core/methods'
import { inpaint } from '../src/index'
import { masks } from './support/masks'
import { loadPicture } from './support/pictures'

// The small door is the large one with fewer names.

test.each(Object.keys(coreMethods) as (keyof typeof coreMethods)[])(
  "'%s' gives the bits it gives from isophote",
  async (method) => {
    const image = await loadPicture('chelsea-97x61')
    const mask = masks.text(image.width, image.height, 7)
    expect(coreInpaint(image, mask, 3, method).data).toEqual(inpaint(image, mask, 3, method).data)
    expect(coreInpaint(image, mask, { method, feather: 2 })).toEqual(
      inpaint(image, mask, { method, feather: 2 }),
    )
  },
)

test('a function is a method here too', () => {
  const image = { data: new Float64Array([1, 0]), width: 2, height: 1 }
  const seven = coreInpaint(image, [0, 1], 1, ({ samples, missing }) => {
    samples[missing[0]] = 7
  })
  expect([...seven.data]).toEqual([1, 7])
})

test('a method of the large door is refused, by the names there are', () => {
  const image = { data: new Uint8Array([1, 0]), width: 2, height: 1 }
  // @ts-expect-error No such name here.
  expect(() => coreInpaint(image, [0, 1], 3, 'kriging')).toThrow(
    new RangeError(
      "method: expected 'telea', 'ns', 'navier-stokes', 'coherence', 'harmonic' or 'biharmonic', got 'kriging'",
    ),
  )
})

test('a guide needs the large door', () => {
  const image = { data: new Uint8Array([1, 0, 1]), width: 3, height: 1 }
  // @ts-expect-error No such option here.
  const repair = () => coreInpaint(image, [0, 1, 0], { method: 'harmonic', guide: { lines: [] } })
  expect(repair).toThrow(/^guide: expected none/)
})
