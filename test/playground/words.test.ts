import { describe, expect, test } from 'vitest'
import { methodWords as repairWords } from '../../playground/repair/method-words'
import { methodWords as sharpenWords } from '../../playground/sharpen/method-words'
import { deconvolve, psf } from '../../src/deconvolution/index'
import { inpaint, methodNames } from '../../src/index'

// What the page says of methods is true of the library.

const width = 48
const height = 40
const data = new Uint8Array(width * height).map((_, i) => {
  const x = i % width
  const y = Math.floor(i / width)
  return 120 + 60 * Math.sin(x / 5 + y / 9) + 30 * Math.sin((x * x) / 40) + ((i * 7919) % 13)
})
const picture = { data, width, height }
const mask = data.map((_, i) => {
  const x = i % width
  const y = Math.floor(i / width)
  return Math.abs(x - y / 2 - 14) < 4 || (i * 31) % 17 === 0 ? 1 : 0
})

test('every method is offered', () => {
  expect([...repairWords.keys()].sort()).toEqual([...methodNames].sort())
})

const withParameters = <Entry extends readonly [string, { parameters: readonly unknown[] }]>(
  entries: Iterable<Entry>,
): Entry[] => [...entries].filter(([, { parameters }]) => parameters.length > 0)

describe.each(withParameters(repairWords))('%s', (method, { parameters }) => {
  const plain = inpaint(picture, mask, { method })

  test.each(parameters)('the default of $name is the method’s own', (parameter) => {
    const value = parameter.kind === 'slider' ? parameter.value : parameter.samples[0]
    const named = inpaint(picture, mask, { method, [parameter.name]: value })
    expect(Buffer.compare(named.data, plain.data)).toBe(0)
  })

  test.each(parameters)('the small pictures of $name have values that it takes', (parameter) => {
    for (const value of parameter.samples) {
      inpaint(picture, mask, { method, [parameter.name]: value })
    }
  })
})

describe.each(withParameters(sharpenWords))('%s', (method, { parameters }) => {
  const motion = psf.motion(5, 30)
  const plain = deconvolve(picture, motion, { method })

  test.each(parameters)('the default of $name is the method’s own', (parameter) => {
    const value = parameter.kind === 'slider' ? parameter.value : parameter.samples[0]
    // Some find it out themselves.
    if (value === undefined) return
    const named = deconvolve(picture, motion, { method, [parameter.name]: value })
    expect(Buffer.compare(named.data, plain.data)).toBe(0)
  })

  test.each(parameters)('the small pictures of $name have values that it takes', (parameter) => {
    for (const value of parameter.samples) {
      deconvolve(picture, motion, { method, [parameter.name]: value })
    }
  })
})
