import { expect, test } from 'vitest'
import { settingsFrom } from '../../src/cli/options'
import { inpaint, methodNames } from '../../src/index'
import { picture } from './pictures'

test.each(methodNames)(
  '%s: a radius is taken where it makes a difference, and nowhere else',
  (method) => {
    const photo = picture(48, 40, 1)
    const mask = new Uint8Array(48 * 40)
    for (let y = 12; y < 28; y++) mask.fill(1, y * 48 + 16, y * 48 + 32)
    const near = inpaint(photo, mask, { method, radius: 2 }).data
    const far = inpaint(photo, mask, { method, radius: 12 }).data
    const makesADifference = near.some((value, i) => value !== far[i])

    const accept = () =>
      settingsFrom('photo', 'mask', { output: 'out', quality: 90, method, radius: 12 })
    if (makesADifference) expect(accept().radius).toBe(12)
    else expect(accept).toThrow(/^--radius: the method .* has none/)
  },
)
