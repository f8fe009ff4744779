import type { Complex } from '../planes'
import { type Kept, remember } from './cache'
import type { Layout } from './layout'
import { createPlanes } from './planes'
import { planFor } from './plans'

/** Transforms in two dimensions: rows first, then columns. */
export interface ImagePlan extends Kept {
  forward(from: Complex, to: Complex): void
  inverse(from: Complex, to: Complex): void
}

export interface RealImagePlan extends Kept {
  forward(from: Float64Array, to: Complex): void
  inverse(from: Complex, to: Float64Array): void
}

/** One number for both sides, each less than 2^25. */
const sidesPerKey = 2 ** 25

export function imagePlanFor(width: number, height: number): ImagePlan {
  return imagePlans(width * sidesPerKey + height)
}

export function realImagePlanFor(width: number, height: number): RealImagePlan {
  return realImagePlans(width * sidesPerKey + height)
}

const imagePlans = remember((key) => imagePlan(Math.floor(key / sidesPerKey), key % sidesPerKey))

const realImagePlans = remember((key) =>
  realImagePlan(Math.floor(key / sidesPerKey), key % sidesPerKey),
)

function imagePlan(width: number, height: number): ImagePlan {
  const ofRows = planFor(width)
  const ofColumns = planFor(height)
  const rows: Layout = { stride: 1, step: width, shift: 0 }
  const columns: Layout = { stride: width, step: 1, shift: 0 }

  function transform(
    fromRe: Float64Array,
    fromIm: Float64Array,
    toRe: Float64Array,
    toIm: Float64Array,
    divisor: number,
  ): void {
    if (width <= BATCHED) ofRows.transform(fromRe, fromIm, 0, rows, toRe, toIm, 0, rows, height, 1)
    else
      for (let y = 0; y < height; y++)
        ofRows.transform(fromRe, fromIm, y * width, rows, toRe, toIm, y * width, rows, 1, 1)
    ofColumns.transform(toRe, toIm, 0, columns, toRe, toIm, 0, columns, width, divisor)
  }

  return {
    doubles: 0,
    forward: (from, to) => transform(from.re, from.im, to.re, to.im, 1),
    inverse: (from, to) => transform(from.im, from.re, to.im, to.re, width * height),
  }
}

const BATCHED = (globalThis as any).BATCHED ?? 64

/** Two rows at a time, one as the real and one as the imaginary part; then the left half's columns. */
function realImagePlan(width: number, height: number): RealImagePlan {
  const half = Math.floor(width / 2) + 1
  const ofRows = planFor(width)
  const ofColumns = planFor(height)
  const twoRows: Layout = { stride: 1, step: 0, shift: width }
  const oneRow: Layout = { stride: 1, step: 0, shift: 0 }
  const columns: Layout = { stride: half, step: 1, shift: 0 }
  const z = createPlanes(width)
  const scratch = createPlanes(half * height)
  const pairs = height - (height % 2)

  return {
    doubles: 2 * half * height + 2 * width,
    forward(from, { re, im }) {
      for (let y = 0; y < pairs; y += 2) {
        ofRows.transform(from, from, y * width, twoRows, z.re, z.im, 0, oneRow, 1, 1)
        split(z, width, re, im, y * half, half)
      }
      if (pairs < height) {
        for (let x = 0; x < width; x++) z.re[x] = from[pairs * width + x]
        z.im.fill(0)
        ofRows.transform(z.re, z.im, 0, oneRow, z.re, z.im, 0, oneRow, 1, 1)
        for (let k = 0; k < half; k++) {
          re[pairs * half + k] = z.re[k]
          im[pairs * half + k] = z.im[k]
        }
      }
      ofColumns.transform(re, im, 0, columns, re, im, 0, columns, half, 1)
    },
    inverse({ re, im }, to) {
      const divisor = width * height
      ofColumns.transform(im, re, 0, columns, scratch.im, scratch.re, 0, columns, half, 1)
      const swapped: Layout = { stride: 1, step: 0, shift: -width }
      for (let y = 0; y < pairs; y += 2) {
        join(scratch.re, scratch.im, y * half, half, z, width)
        ofRows.transform(z.im, z.re, 0, oneRow, to, to, (y + 1) * width, swapped, 1, divisor)
      }
      if (pairs < height) {
        const at = pairs * half
        z.re[0] = scratch.re[at]
        z.im[0] = 0
        for (let k = 1; k < half; k++) {
          z.re[k] = z.re[width - k] = scratch.re[at + k]
          z.im[width - k] = -scratch.im[at + k]
          z.im[k] = 2 * k === width ? 0 : scratch.im[at + k]
        }
        ofRows.transform(z.im, z.re, 0, oneRow, z.im, z.re, 0, oneRow, 1, divisor)
        for (let x = 0; x < width; x++) to[pairs * width + x] = z.re[x]
      }
    },
  }
}

/** The half spectra of two real rows a and b from that of a + i b. */
function split(
  z: Complex,
  n: number,
  re: Float64Array,
  im: Float64Array,
  at: number,
  half: number,
): void {
  const zRe = z.re
  const zIm = z.im
  let a = at | 0
  let b = (at + half) | 0
  re[a] = zRe[0]
  im[a] = 0
  re[b] = zIm[0]
  im[b] = 0
  for (let k = 1, l = n - 1; k < half; k++, l--) {
    a = (a + 1) | 0
    b = (b + 1) | 0
    const kRe = zRe[k]
    const kIm = zIm[k]
    const lRe = zRe[l]
    const lIm = zIm[l]
    re[a] = (kRe + lRe) / 2
    im[a] = (kIm - lIm) / 2
    re[b] = (kIm + lIm) / 2
    im[b] = (lRe - kRe) / 2
  }
}

/** The spectrum of a + i b from the half spectra of two real rows a and b. */
function join(
  re: Float64Array,
  im: Float64Array,
  at: number,
  half: number,
  z: Complex,
  n: number,
): void {
  const zRe = z.re
  const zIm = z.im
  let a = at | 0
  let b = (at + half) | 0
  zRe[0] = re[a]
  zIm[0] = re[b]
  const last = (n - 1) >> 1
  for (let k = 1, l = n - 1; k <= last; k++, l--) {
    a = (a + 1) | 0
    b = (b + 1) | 0
    const aRe = re[a]
    const aIm = im[a]
    const bRe = re[b]
    const bIm = im[b]
    zRe[k] = aRe - bIm
    zIm[k] = aIm + bRe
    zRe[l] = aRe + bIm
    zIm[l] = bRe - aIm
  }
  if (n % 2 === 0) {
    zRe[n / 2] = re[a + 1]
    zIm[n / 2] = re[b + 1]
  }
}
