/** What is copied within a plane of samples. */
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
 * differences become those of the sources (P. Pérez, M. Gangnet, A. Blake, "Poisson Image Editing",
 * 2003), and as little as possible. None leaves the range of the copied and the adjacent known ones.
 *
 * @param samples One plane; of its missing pixels the copies, which are changed.
 */
export function removeSeams(samples: Float64Array, copied: Copied): void {
  const { missing } = copied
  const equations = equationsOf(samples, copied)
  if (equations === undefined) return
  const { b, pace, near, low, high } = equations
  const change = new Float64Array(missing.length + 1)
  for (let turn = 0; turn < TURNS; turn++) relax(change, b, pace, near, turn % 2 === 0)
  for (let n = 0; n < missing.length; n++) {
    const value = samples[missing[n]] + change[n]
    samples[missing[n]] = Math.min(Math.max(value, low), high)
  }
}

/** λ: a change fades over some 1/√λ pixels. More keeps contrast, less removes wider steps. */
const SCREEN = 0.01
const OVERSTEP = 1.7
const TURNS = 25
/** As a share of the range of the copied samples. */
const LARGEST_STEP = 0.5

interface Equations {
  /** Of each copy p and its change e: Σ_q (e_p - e_q) + λ e_p = b_p, where e = 0 on known pixels. */
  readonly b: Float64Array
  /** How far an e goes when it settles: `OVERSTEP` over the factor of e_p. */
  readonly pace: Float64Array
  /** The four q of each p, as places among the copies; one past the last for known ones. */
  readonly near: Int32Array
  readonly low: number
  readonly high: number
}

/** @returns `undefined` where every difference is as in the sources already. */
function equationsOf(
  samples: Float64Array,
  { width, height, missing, sources, order }: Copied,
): Equations | undefined {
  const count = missing.length
  const b = new Float64Array(count)
  const pace = new Float64Array(count).fill(SCREEN)
  const near = new Int32Array(4 * count).fill(count)
  const errors = new Float64Array(4 * count)
  let hasSeam = false
  let low = Infinity
  let high = -Infinity
  for (let n = 0; n < count; n++) {
    const pixel = missing[n]
    const source = sources[n]
    const row = Math.floor(pixel / width)
    const column = pixel - row * width
    const fromRow = Math.floor(source / width)
    const fromColumn = source - fromRow * width
    low = Math.min(low, samples[pixel])
    high = Math.max(high, samples[pixel])
    for (let side = 0; side < 4; side++) {
      const dx = (side & 1) * (side - 2)
      const dy = (1 - (side & 1)) * (side - 1)
      if (column + dx < 0 || column + dx >= width || row + dy < 0 || row + dy >= height) continue
      const step = dy * width + dx
      const neighbour = pixel + step
      const m = order[neighbour]
      let wanted = 0
      let terms = 0
      const isInside =
        fromColumn + dx >= 0 &&
        fromColumn + dx < width &&
        fromRow + dy >= 0 &&
        fromRow + dy < height
      if (isInside && order[source + step] < 0) {
        wanted += samples[source] - samples[source + step]
        terms++
      }
      if (m >= 0) {
        const other = sources[m]
        if (other === source + step) {
          // Neighbours from neighbours: nothing to be mended between these two.
          terms = 1
          wanted = samples[source] - samples[other]
        } else {
          const atColumn = (other % width) - dx
          const back = other - step
          if (atColumn >= 0 && atColumn < width && back >= 0 && back < order.length) {
            if (order[back] < 0) {
              wanted += samples[back] - samples[other]
              terms++
            }
          }
        }
        near[4 * n + side] = m
      } else {
        low = Math.min(low, samples[neighbour])
        high = Math.max(high, samples[neighbour])
      }
      const found = samples[pixel] - samples[neighbour]
      const error = terms > 0 ? wanted / terms - found : Number.NaN
      if (!Number.isFinite(error)) {
        near[4 * n + side] = count
        continue
      }
      pace[n]++
      errors[4 * n + side] = error
      if (error !== 0) hasSeam = true
    }
  }
  if (!hasSeam) return undefined
  for (let n = 0; n < errors.length; n++)
    b[n >> 2] += believed(errors[n] / (high - low)) * (high - low)
  for (let n = 0; n < count; n++) pace[n] = OVERSTEP / pace[n]
  return { b, pace, near, low, high }
}

/** A small step is one of light and to be mended; a large one is an edge that does not go on. */
function believed(step: number): number {
  const part = step / LARGEST_STEP
  const share = Math.max(1 - part * part, 0)
  return step * share * share
}

function relax(
  change: Float64Array,
  b: Float64Array,
  pace: Float64Array,
  near: Int32Array,
  isForward: boolean,
): void {
  const last = b.length - 1
  const before = isForward ? 1 : 3
  for (let k = 0; k <= last; k++) {
    const n = isForward ? k : last - k
    const others =
      b[n] + change[near[4 * n]] + change[near[4 * n + 2]] + change[near[4 * n + 4 - before]]
    // The one just settled comes last: until then the processor need not wait for it.
    change[n] = (1 - OVERSTEP) * change[n] + (others + change[near[4 * n + before]]) * pace[n]
  }
}
