import { describe, expect, test } from 'vitest'
import { type CoherenceOptions, coherence } from '../../src/coherence/index'
import type { Raster } from '../support/pictures'
import { cases, loadGolden } from './golden'

describe("equal to its authors' own program", () => {
  // The goldens are rounded to single precision: half of 2^-16 at 255. Before that rounding the
  // largest difference was 2.3e-12 of a grey level.
  const rounding = 2 ** -17

  test.each(cases)('%s', async (name, options) => {
    const { image, mask, filled } = await loadGolden(name)
    const doubles = { ...image, data: Float64Array.from(image.data) }
    const ours = missingSamples(coherence(doubles, mask, { ...options, dataRange: 255 }), mask)
    expect(ours).toHaveLength(filled.length)
    const differences = ours.map((value, i) => Math.abs(value - filled[i]))
    expect(Math.max(...differences)).toBeLessThan(rounding * 1.01)

    // Bytes are the same, rounded at the end and not before.
    const bytes = missingSamples(coherence(image, mask, options), mask)
    expect(bytes).toEqual(ours.map(Math.round))
  })

  test('kappa 0 is plain weights, bit for bit', async () => {
    const plain = await loadGolden('camera128-N_5')
    const { filled } = await loadGolden('camera128-C_5_0_1.4142_5')
    expect(filled).toEqual(plain.filled)
    expect(coherence(plain.image, plain.mask, { kappa: 0 })).not.toEqual(
      coherence(plain.image, plain.mask),
    )
  })

  test('its defaults are ours', async () => {
    const { image, mask } = await loadGolden('diag48-C_default')
    const spelledOut: CoherenceOptions = { epsilon: 5, kappa: 25, sigma: Math.SQRT2, rho: 5 }
    expect(coherence(image, mask)).toEqual(coherence(image, mask, spelledOut))
  })
})

function missingSamples({ data, channels }: Raster, mask: Uint8Array): number[] {
  return [...data].filter((_, i) => mask[Math.floor(i / channels)] !== 0)
}
