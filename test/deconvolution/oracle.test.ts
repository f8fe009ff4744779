import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { deconvolve } from '../../src/deconvolution/index'

// scikit-image and numpy, by the goldens of test/golden/deconvolution.py.

interface Case {
  readonly key: string
  readonly width: number
  readonly height: number
  readonly psf: number[][]
}

const file = (name: string): URL => new URL(`../golden/deconvolution/${name}`, import.meta.url)
const { cases } = JSON.parse(readFileSync(file('cases.json'), 'utf8')) as { cases: Case[] }

function golden(name: string): Float64Array {
  const bytes = readFileSync(file(`${name}.bin`))
  return new Float64Array(new Uint8Array(bytes).buffer)
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length)
  let most = 0
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]))
  return most
}

test('there are goldens', () => expect(cases.length).toBe(6))

describe.each(cases)('$key', ({ key, width, height, psf }) => {
  const blurred = { data: golden(`${key}-blurred`), width, height }

  test('Wiener is that of scikit-image', () => {
    const options = { balance: 0.02, boundary: 'periodic' } as const
    const { data } = deconvolve(blurred, psf, 'wiener', options)
    expect(largestDifference(data, golden(`${key}-wiener`))).toBeLessThan(1e-9)
  })

  test('periodic Richardson-Lucy is that of numpy', () => {
    const options = { iterations: 20, acceleration: false, boundary: 'periodic' } as const
    const { data } = deconvolve(blurred, psf, 'richardson-lucy', options)
    expect(largestDifference(data, golden(`${key}-periodic`))).toBeLessThan(1e-9)
  })

  test('zero-padded Richardson-Lucy is that of scikit-image', () => {
    const options = { iterations: 20, acceleration: false, boundary: 'zero' } as const
    const { data } = deconvolve(blurred, psf, 'richardson-lucy', options)
    expect(largestDifference(data, golden(`${key}-zero`))).toBeLessThan(1e-6)
  })
})
