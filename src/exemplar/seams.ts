/** A plane of samples and what is copied within it. */
export interface Copied {
  readonly width: number
  readonly height: number
  /** The missing pixels, ascending, */
  readonly missing: Int32Array
  /** where each is copied from, */
  readonly sources: Int32Array
  /** and for each pixel of the plane its place among the missing ones, -1 for known ones. */
  readonly order: Int32Array
}

/**
 * Takes away steps of brightness where pieces meet: the copied samples are changed so that their
 * differences become those of the sources (P. Pérez, M. Gangnet, A. Blake 2003), and as little as possible.
 *
 * @param samples Known where not missing; the copied ones are changed.
 */
export function removeSeams(
  samples: Float64Array,
  { width, height, missing, sources, order }: Copied,
): void {
  // What is solved for is the change: Σ_q (e_p - e_q) + λ e_p = b_p, and e = 0 on known pixels.
  const b = new Float64Array(missing.length)
  const diagonal = new Float64Array(missing.length)
  const near = new Int32Array(4 * missing.length).fill(missing.length)
  let isSeamless = true
  for (let n = 0; n < missing.length; n++) {
    const pixel = missing[n]
    const x = pixel % width
    diagonal[n] = SCREEN
    for (let side = 0; side < 4; side++) {
      const step = side === 0 ? -1 : side === 1 ? 1 : side === 2 ? -width : width
      if (side === 0 && x === 0) continue
      if (side === 1 && x === width - 1) continue
      const neighbour = pixel + step
      if (neighbour < 0 || neighbour >= width * height) continue
      const m = order[neighbour]
      const own = sources[n] + step
      const other = m < 0 ? -1 : sources[m] - step
      const wanted = wantedStep(samples, own, other, sources[n], m < 0 ? -1 : sources[m], order, {
        width,
        step,
      })
      if (wanted === undefined) continue
      diagonal[n]++
      if (m >= 0) near[4 * n + side] = m
      b[n] += wanted - (samples[pixel] - samples[neighbour])
      if (b[n] !== 0) isSeamless = false
    }
  }
  if (isSeamless) return
  const e = new Float64Array(missing.length + 1)
  for (let turn = 0; turn < TURNS; turn++) relax(e, b, diagonal, near, turn % 2 === 0)
  for (let n = 0; n < missing.length; n++) samples[missing[n]] += e[n]
}

/** p minus q as in the sources of either, or their mean; what one of them has not got is left out. */
function wantedStep(
  samples: Float64Array,
  own: number,
  other: number,
  source: number,
  sourceOfNeighbour: number,
  order: Int32Array,
  { width, step }: { width: number; step: number },
): number | undefined {
  const isBeside = Math.abs(step) === 1
  let sum = 0
  let count = 0
  if (isThere(own, source) && order[own] < 0) {
    sum += samples[source] - samples[own]
    count++
  }
  if (sourceOfNeighbour >= 0 && isThere(other, sourceOfNeighbour) && order[other] < 0) {
    sum += samples[other] - samples[sourceOfNeighbour]
    count++
  }
  return count > 0 ? sum / count : undefined

  function isThere(at: number, from: number): boolean {
    if (at < 0 || at >= order.length) return false
    return !isBeside || Math.floor(at / width) === Math.floor(from / width)
  }
}

function relax(
  e: Float64Array,
  b: Float64Array,
  diagonal: Float64Array,
  near: Int32Array,
  isForward: boolean,
): void {
  const last = b.length - 1
  for (let k = 0; k <= last; k++) {
    const n = isForward ? k : last - k
    const sum = e[near[4 * n]] + e[near[4 * n + 1]] + e[near[4 * n + 2]] + e[near[4 * n + 3]]
    e[n] += OVERSTEP * ((b[n] + sum) / diagonal[n] - e[n])
  }
}

/** λ: a change fades over some 1/√λ pixels. More keeps contrast, less removes wider steps. */
const SCREEN = 0.01
const OVERSTEP = 1.7
const TURNS = 40
