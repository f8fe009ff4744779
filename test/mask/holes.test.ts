import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyImage } from '../../src/image/picture'
import { findRegions, type Region } from '../../src/mask/holes'
import { readMask } from '../../src/mask/mask'
import { anyMask, randomPixels } from '../support/masks'
import { createRandom } from '../support/random'

/** Letters name the regions in the order they are found, dots are pixels no region reaches. */
function drawn(regions: readonly Region[], width: number, height: number): string[] {
  const picture = Array.from({ length: height }, () => Array<string>(width).fill('.'))
  regions.forEach((near, region) => {
    for (let r = 0; r < near.length; r += 3) {
      for (let x = near[r + 1]; x < near[r + 2]; x++) {
        // A pixel of two regions would be written by both.
        expect(picture[near[r]][x]).toBe('.')
        picture[near[r]][x] = String.fromCharCode(97 + region)
      }
    }
  })
  return picture.map((row) => row.join(''))
}

function regionsOf(rows: readonly string[], reach: number): Region[] {
  const mask = [...rows.join('')].map((letter) => letter === '#')
  return regionsIn(mask, rows[0].length, rows.length, reach)
}

function regionsIn(mask: boolean[], width: number, height: number, reach: number): Region[] {
  const picture = copyImage({ data: new Uint8Array(width * height), width, height })
  return findRegions(readMask(mask, picture, {}), reach)
}

describe('findRegions', () => {
  test('keeps apart what is further apart than both reaches', () => {
    const rows = [
      '..........', //
      '.#.....#..',
      '..........',
      '..........',
    ]
    expect(drawn(regionsOf(rows, 1), 10, 4)).toEqual([
      'aaa...bbb.', //
      'aaa...bbb.',
      'aaa...bbb.',
      '..........',
    ])
  })

  test('joins what touches, at a corner too', () => {
    const rows = [
      '#.....', //
      '......',
      '......',
      '...#..',
    ]
    expect(drawn(regionsOf(rows, 1), 6, 4)).toEqual([
      'aa....', //
      'aa....',
      '..aaa.',
      '..aaa.',
    ])
    expect(regionsOf(rows, 1)).toHaveLength(1)
    expect(regionsOf(rows, 0)).toHaveLength(2)
  })

  test('joins at the other corner, and by a bridge found late', () => {
    const rows = [
      '#...#...#', //
      '.#...#.#.',
      '......#..',
      '#........',
    ]
    expect(drawn(regionsOf(rows, 0), 9, 4)).toEqual([
      'a...b...b', //
      '.a...b.b.',
      '......b..',
      'c........',
    ])
  })

  test('finds nothing in an empty mask', () => {
    expect(regionsOf(['....', '....'], 5)).toEqual([])
  })

  test('is a partition of the dilated mask into its connected parts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer(),
        (width, height, reach, drawing) => {
          const random = createRandom(drawing)
          // Few enough pixels that there is more than one region.
          const values =
            random() < 0.3
              ? anyMask(random, width, height)
              : randomPixels(random() * 0.05)(width, height, drawing)
          const mask = Array.from(values, (value) => value !== 0)
          const regions = regionsIn(mask, width, height, reach)
          const labels = labelled(mask, width, height, reach)
          expect(drawn(regions, width, height).join('')).toBe(labels)
        },
      ),
      { seed: 100, numRuns: 300 },
    )
  })
})

/** Flood fill over the dilated mask, from pixel to pixel, in raster order. */
function labelled(mask: boolean[], width: number, height: number, reach: number): string {
  const within = mask.map((_, i) => {
    const x = i % width
    const y = Math.floor(i / width)
    return mask.some((missing, j) => {
      const near = Math.max(Math.abs((j % width) - x), Math.abs(Math.floor(j / width) - y)) <= reach
      return missing && near
    })
  })
  const labels = within.map(() => '.')
  let regions = 0
  within.forEach((is, start) => {
    if (!is || labels[start] !== '.') return
    const letter = String.fromCharCode(97 + regions++)
    const open = [start]
    labels[start] = letter
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      const x = i % width
      const y = Math.floor(i / width)
      for (let to = Math.max(y - 1, 0); to <= Math.min(y + 1, height - 1); to++) {
        for (let at = Math.max(x - 1, 0); at <= Math.min(x + 1, width - 1); at++) {
          const next = to * width + at
          if (!within[next] || labels[next] !== '.') continue
          labels[next] = letter
          open.push(next)
        }
      }
    }
  })
  return labels.join('')
}
