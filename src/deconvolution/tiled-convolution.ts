import { convolveColumns } from '../fft/engine/convolve-columns'
import { costOf } from '../fft/engine/cost'
import { radicesOf } from '../fft/engine/factors'
import { transformColumns } from '../fft/engine/image'
import { type Layout, planar } from '../fft/engine/layout'
import { createPlanes } from '../fft/engine/planes'
import { planFor } from '../fft/engine/plans'
import type { Complex } from '../fft/index'
import type { Convolution } from './convolution'
import type { Scene } from './method'
import type { Psf } from './psf/psf'

/** How a plane is cut. */
export interface Tiles {
  /** Of a tile and what it sees of its neighbours: the sides of its transforms. */
  readonly width: number
  readonly height: number
  /** How many there are, side by side and one below the other. */
  readonly across: number
  readonly down: number
  /** About how many nanoseconds a convolution takes. */
  readonly cost: number
}

/**
 * A convolution tile by tile, each with as much of its neighbours as the PSF reaches (overlap-save).
 *
 * Two tiles are the real and the imaginary part of one plane: a real PSF keeps them apart, so nothing
 * has to be done for real samples' sake. That plane never leaves the cache, its transforms are short
 * ones, and their sides need not fit the picture.
 */
export function tiledConvolution(scene: Scene, tiles: Tiles): Convolution {
  const { psf, litWidth, litHeight } = scene
  const { width, height, across, down } = tiles
  const step = width - psf.width + 1
  const stepDown = height - psf.height + 1
  const ofRows = planFor(width)
  const ofColumns = planFor(height)
  const columns: Layout = { stride: width, step: 1, shift: 0 }
  const z = createPlanes(width * height)
  const { re, im } = z
  const kernel = spectrumOf(psf, width, height)
  const first = new Float64Array(width)
  const second = new Float64Array(width)

  // The plane, continued as far as the outermost tiles see.
  const stride = (across - 1) * step + width
  const seen = new Float64Array(stride * ((down - 1) * stepDown + height))
  const corners = Array.from({ length: across * down }, (_, i) => ({
    x: (i % across) * step,
    y: Math.floor(i / across) * stepDown,
  }))

  return (plane, conjugate, take) => {
    // From so far to the left, and from above, light gets into a tile.
    const left = conjugate ? psf.origin[0] : psf.width - 1 - psf.origin[0]
    const above = conjugate ? psf.origin[1] : psf.height - 1 - psf.origin[1]
    continuePlane(plane, scene, left, above, seen, stride)

    for (let i = 0; i < corners.length; i += 2) {
      const a = corners[i]
      // The last of an odd number has itself for a partner.
      const b = corners[Math.min(i + 1, corners.length - 1)]
      const pair: Layout = { stride: 1, step: 0, shift: (b.y - a.y) * stride + b.x - a.x }
      for (let y = 0; y < height; y++) {
        const from = (a.y + y) * stride + a.x
        ofRows.transform(seen, seen, from, pair, re, im, y * width, planar, 1, 1)
      }
      const sign = conjugate ? -1 : 1
      convolveColumns(ofColumns, z, 0, columns, width, kernel, 0, width, sign, width * height)
      const rows = Math.min(stepDown, litHeight - a.y)
      const countA = Math.min(step, litWidth - a.x)
      const countB = Math.min(step, litWidth - b.x)
      for (let y = 0; y < rows; y++) {
        ofRows.transform(im, re, (above + y) * width, planar, second, first, 0, planar, 1, 1)
        take(first, left, (a.y + y) * scene.width + a.x, countA)
        if (a !== b && b.y + y < litHeight) {
          take(second, left, (b.y + y) * scene.width + b.x, countB)
        }
      }
    }
  }
}

/** The tiles with which a scene's convolution takes least time. */
export function planTiles({ psf, litWidth, litHeight }: Scene): Tiles {
  let best: Tiles | undefined
  const heights = sides(psf.height, litHeight)
  for (const [width, rowCost] of sides(psf.width, litWidth)) {
    const across = Math.ceil(litWidth / (width - psf.width + 1))
    for (const [height, columnCost] of heights) {
      const step = height - psf.height + 1
      const down = Math.ceil(litHeight / step)
      const ofPair = (height + Math.min(step, litHeight)) * rowCost + 2 * width * columnCost
      const cost = Math.ceil((across * down) / 2) * ofPair
      if (!best || cost < best.cost) best = { width, height, across, down, cost }
    }
  }
  return best as Tiles
}

/** The sides a tile may have, each with what a transform costs. */
function sides(ofPsf: number, ofFrame: number): [side: number, cost: number][] {
  const enough = Math.min(ofFrame + ofPsf - 1, Math.max(largest, 2 * ofPsf))
  const found: [number, number][] = []
  // Multiples of 16 have a first and a last pass of radix 4.
  for (
    let side = 16 * Math.ceil(ofPsf / 16);
    found.length === 0 || side < enough + 16;
    side += 16
  ) {
    if (isSmooth(side)) found.push([side, costOf(side)])
  }
  return found
}

/** Larger ones gain nothing any more, unless the PSF is large. */
const largest = 512

function isSmooth(n: number): boolean {
  const radices = radicesOf(n)
  return radices !== undefined && Math.max(...radices) <= 8
}

/** The transform of a PSF, its origin moved to the top left corner. */
function spectrumOf({ data, origin, ...psf }: Psf, width: number, height: number): Complex {
  const spectrum = createPlanes(width * height)
  const { re, im } = spectrum
  const ofRows = planFor(width)
  for (let y = 0; y < psf.height; y++) {
    const at = ((y - origin[1] + height) % height) * width
    for (let x = 0; x < psf.width; x++) {
      re[at + ((x - origin[0] + width) % width)] = data[y * psf.width + x]
    }
    ofRows.transform(re, im, at, planar, re, im, at, planar, 1, 1)
  }
  transformColumns(spectrum, width, height)
  return spectrum
}

/** Lays out a plane that is joined left to right and top to bottom, from so far before its corner. */
function continuePlane(
  plane: Float64Array,
  { width, height }: Scene,
  left: number,
  above: number,
  seen: Float64Array,
  stride: number,
): void {
  let y = (height - (above % height)) % height
  for (let at = 0; at < seen.length; at += stride) {
    const row = plane.subarray(y * width, (y + 1) * width)
    for (let to = (left % width) - width; to < stride; to += width) {
      const from = Math.max(0, -to)
      seen.set(row.subarray(from, Math.min(width, stride - to)), at + to + from)
    }
    y = y + 1 < height ? y + 1 : 0
  }
}
