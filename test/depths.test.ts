import fc from 'fast-check'
import { expect, test } from 'vitest'
import { depthsOf } from '../src/depths'
import { latticeOf } from '../src/elliptic/lattice'
import type { Patch } from '../src/patch'
import { onePatch } from './support/patches'

/** The same by relaxing every pair of neighbours until nothing changes. */
function relaxed(mask: Uint8Array, width: number, height: number): number[] {
  const depths = Array.from(mask, (value) => (value ? Infinity : 0))
  for (let changed = true; changed; ) {
    changed = false
    for (let i = 0; i < depths.length; i++) {
      for (let j = 0; j < depths.length; j++) {
        const dx = Math.abs((i % width) - (j % width))
        const dy = Math.abs(Math.floor(i / width) - Math.floor(j / width))
        if (Math.max(dx, dy) !== 1) continue
        const depth = depths[j] + (dx + dy === 2 ? Math.SQRT2 : 1)
        if (depth >= depths[i] - 1e-9) continue
        depths[i] = depth
        changed = true
      }
    }
  }
  expect(depths.length).toBe(width * height)
  return depths
}

test('is the shortest way to a known pixel, in steps to the eight neighbours', () => {
  const cases = fc.record({
    width: fc.integer({ min: 1, max: 9 }),
    height: fc.integer({ min: 1, max: 9 }),
    bits: fc.array(fc.boolean(), { minLength: 81, maxLength: 81 }),
  })
  fc.assert(
    fc.property(cases, ({ width, height, bits }) => {
      const mask = Uint8Array.from(bits.slice(0, width * height), (bit, i) => (i && bit ? 1 : 0))
      const patch: Patch = onePatch(mask, width, height)
      const depths = depthsOf(latticeOf(patch), patch.missing)
      const expected = relaxed(mask, width, height)
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          expect(depths[patch.runs[4 * y + 3] + x]).toBeCloseTo(expected[y * width + x], 9)
        }
      }
    }),
    { numRuns: 200, seed: 1 },
  )
})
