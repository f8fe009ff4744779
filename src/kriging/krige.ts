import type { Flattening } from './autocorrelation'
import { visitBlocks } from './blocks'
import { factorise, substituteBack } from './cholesky'
import { createCovariance } from './covariance'
import type { Level } from './levels'
import { ANCHOR, DEEP, KNOWN, MISSING, NONE } from './pixel-state'
import { createWindow } from './window'

export interface KrigingPass {
  /** Whether it fills what is deep in a hole, or all that is not. */
  readonly deep: boolean
  /** The side of the blocks that share a spectrum. */
  readonly block: number
  /** The side of the tiles that share their neighbours. */
  readonly tile: number
  /** How many known pixels a tile is predicted from. */
  readonly neighbours: number
  /** And how many anchors, where there are any. */
  readonly anchors: number
  readonly flattening: Flattening
}

/** Fills pixels of a level, from what its samples are so far. */
export type Krige = (
  level: Level,
  pixels: Int32Array,
  pass: KrigingPass,
  spiral: Int32Array,
  limits: Float64Array,
  report: (pixels: number) => void,
) => void

/** The variance of an anchor's error, of a variance of 1. */
const anchorVariance = 0.9

/** With fewer neighbours than this a pixel keeps what it is. */
const fewestNeighbours = 3

/**
 * @param side How wide and high the windows are whose spectra are taken: a power of 2.
 * @param most The largest number of neighbours of any pass, anchors included.
 */
export function createKrige(channels: number, side: number, most: number): Krige {
  const area = side * side
  const window = createWindow(side)
  const { numbers, inside } = window
  const { table, rowOf, offsets, measure } = createCovariance(side)
  const planes = new Float64Array(area * channels)
  // Rows as long as the covariance's, so that a place tells both; with nothing beside, above and below
  // the window, so that neighbours need not be asked whether they lie in it.
  const states = new Int8Array(3 * side * rowOf)
  const firstPlace = side * rowOf

  // The equations: a row for each neighbour, and one for each channel's values below them.
  const A = new Float64Array((most + channels) * most)
  const place = new Int32Array(most)
  const at = new Int32Array(most)
  const covariances = new Float64Array(most)
  const means = new Float64Array(channels)

  // A row of places is two of the window's pixels long.
  const placeOf = (k: number): number => firstPlace + k + (k & -side)
  const pixelAt = (p: number): number => (p - firstPlace + ((p - firstPlace) & (rowOf - 1))) >> 1

  function read({ patch: { samples, size }, state }: Level): void {
    for (let k = 0; k < area; k++) {
      const i = numbers[k]
      states[placeOf(k)] = inside[k] === 1 ? state[i] : NONE
      for (let c = 0; c < channels; c++) planes[c * area + k] = samples[c * size + i]
    }
  }

  /** Lists the known pixels and anchors nearest to a place; returns how many there are. */
  function findNeighbours(
    middle: number,
    steps: Int32Array,
    neighbours: number,
    anchors: number,
  ): number {
    let known = 0
    let n = 0
    for (let o = 0; o < steps.length && n < neighbours + anchors; o++) {
      const p = middle + steps[o]
      if (states[p] === KNOWN && known < neighbours) known++
      else if (states[p] !== ANCHOR || n - known >= anchors) continue
      place[n] = p
      at[n++] = pixelAt(p)
    }
    return n
  }

  /** Solves for what each neighbour counts: afterwards in the rows of the channels. */
  function solve(n: number): void {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) A[i * most + j] = table[(place[i] - place[j]) & offsets]
      if (states[place[i]] === ANCHOR) A[i * most + i] += anchorVariance
    }
    for (let c = 0; c < channels; c++) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += planes[c * area + at[i]]
      means[c] = sum / n
      const row = (n + c) * most
      for (let i = 0; i < n; i++) A[row + i] = planes[c * area + at[i]] - means[c]
    }
    factorise(A, n, channels, most)
    substituteBack(A, n, channels, most)
  }

  function predict(n: number, to: number, level: Level, limits: Float64Array): void {
    const { samples, size } = level.patch
    const number = numbers[pixelAt(to)]
    for (let i = 0; i < n; i++) covariances[i] = table[(to - place[i]) & offsets]
    for (let c = 0; c < channels; c++) {
      const row = (n + c) * most
      let value = means[c]
      for (let i = 0; i < n; i++) value += covariances[i] * A[row + i]
      samples[c * size + number] = Math.min(Math.max(value, limits[2 * c]), limits[2 * c + 1])
    }
  }

  return (
    level,
    pixels,
    { deep, block, tile, neighbours, anchors, flattening },
    spiral,
    limits,
    report,
  ) => {
    const { runs } = level.patch
    const start = (side - block) >> 1
    const end = start + block
    const steps = new Int32Array(spiral.length / 2)
    for (let o = 0; o < steps.length; o++) steps[o] = spiral[2 * o] + rowOf * spiral[2 * o + 1]
    window.lookAt(runs)
    visitBlocks({ runs, missing: pixels }, block, (left, top, behind) => {
      window.moveTo(left - start, top - start)
      read(level)
      measure(planes, channels, flattening)
      for (let y = start; y < end; y += tile) {
        for (let x = start; x < end; x += tile) {
          fillTile(x, y, Math.min(x + tile, end), Math.min(y + tile, end))
        }
      }
      report(behind)
    })

    function fillTile(left: number, top: number, right: number, bottom: number): void {
      let n = -1
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          const place = placeOf(y * side + x)
          const state = states[place]
          if (deep ? state !== DEEP && state !== ANCHOR : state !== MISSING) continue
          if (n < 0) {
            const middleX = (left + right - 1) >> 1
            const middleY = (top + bottom - 1) >> 1
            n = findNeighbours(placeOf(middleY * side + middleX), steps, neighbours, anchors)
            if (n < fewestNeighbours) return
            solve(n)
          }
          predict(n, place, level, limits)
        }
      }
    }
  }
}
