import { checkNumber, classOf, describe } from '../image/check'
import type { Picture } from '../image/picture'
import { bitAt } from '../mask/bitmap'
import { type Mask, readMask } from '../mask/mask'
import type { EdgeThresholds } from './canny'
import type { Plane } from './smooth'

/** The names in `EdgeThresholds`, for the check that no option is misspelt. */
export const thresholdNames = ['sigma', 'low', 'high'] as const

/** An option that nobody reads is a typing error, and worth an error. */
export function checkNames(options: object, known: readonly string[]): void {
  if (classOf(options) !== 'Object') {
    throw new TypeError(`options: expected an object, got ${describe(options)}`)
  }
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue
    throw new TypeError(`options: expected only ${known.join(', ')}, got ${describe(name)}`)
  }
}

export function checkThresholds({ sigma = 1.4, low = 0.06, high = 0.15 }: EdgeThresholds): void {
  checkNumber('sigma', sigma, 0.5, 20)
  checkNumber('low', low, 0, 1)
  checkNumber('high', high, low, 1)
}

/** 1 for each pixel but those that a mask marks, where there is one, and those that are `NaN`. */
export function knownIn(picture: Picture, mask: Mask | null | undefined): Plane {
  const { type, width, height } = picture
  const values = new Float32Array(width * height).fill(1)
  const isWhole = type !== 'float32' && type !== 'float64'
  // Without a mask nothing could be missing then; `readMask` would ask for one.
  if (isWhole && (mask === undefined || mask === null)) return { width, height, values }
  const missing = readMask(mask, picture, {})
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) values[i] = 1 - bitAt(missing, x, y)
  }
  return { width, height, values }
}
